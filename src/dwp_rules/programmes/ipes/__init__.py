"""Intensive Personalised Employment Support (IPES), assembled."""

from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.programmes.ipes import completion_rules, counting, eligibility, provision, state_rules
from dwp_rules.programmes.ipes.parameters import PARAMETERS, READINGS
from dwp_rules.programmes.ipes.sources import NLW, SPEC
from dwp_rules.programmes.ipes.timeline import END_REASONS
from dwp_rules.programmes.programme import Programme, rules_declared_in

__all__ = ["PROGRAMME"]

PROGRAMME = Programme(
    id="ipes",
    name="Intensive Personalised Employment Support",
    sources=(SPEC, NLW),
    calendar=ENGLAND_AND_WALES,
    readings=READINGS,
    parameters=PARAMETERS,
    rules=rules_declared_in(counting, eligibility, completion_rules, state_rules, provision),
    asks_eligibility=eligibility.ELIGIBILITY,
    asks_suitability=eligibility.SUITABILITY,
    asks_re_referral=eligibility.ELIGIBILITY,
    declared_deadlines=(),
    life=provision.life,
    all_outcomes=lambda s: (),
    standards=(),
    case_rules=(),
    duties=(),
    others=(),
    end_reasons=END_REASONS,
)
