"""Work and Health Programme Job Entry: Targeted Support (WHP JETS), assembled."""

from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jets import (
    counting,
    deadlines,
    eligibility,
    esf,
    outcome_reasons,
    provision,
    referral,
    standards,
    support,
)
from dwp_rules.programmes.jets.contract_duties import CONTRACT_DUTIES
from dwp_rules.programmes.jets.duties import DUTIES
from dwp_rules.programmes.jets.outcomes import outcomes
from dwp_rules.programmes.jets.parameters import PARAMETERS, READINGS
from dwp_rules.programmes.jets.register import OTHERS
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.programmes.programme import Programme, rules_declared_in
from dwp_rules.rules import AllOf, Question

__all__ = ["PROGRAMME"]

RE_REFERRAL: Question[Situation] = Question(provision.LIFE_CYCLE, AllOf(), elsewhere=provision.re_referral_elsewhere)

PROGRAMME = Programme(
    id="whp-jets",
    name="Work and Health Programme Job Entry: Targeted Support",
    sources=(SPECIFICATION, CHAPTER_16),
    calendar=ENGLAND_AND_WALES,
    readings=READINGS,
    parameters=PARAMETERS,
    rules=rules_declared_in(
        counting, eligibility, referral, deadlines, provision, support, outcome_reasons, esf, standards
    ),
    asks_eligibility=eligibility.ELIGIBILITY,
    asks_suitability=eligibility.SUITABILITY,
    asks_re_referral=RE_REFERRAL,
    declared_deadlines=deadlines.DEADLINES,
    life=provision.life,
    all_outcomes=outcomes,
    standards=standards.STANDARDS,
    case_rules=(
        referral.referral_findings,
        referral.start_findings,
        standards.backlog,
        standards.survey,
        support.support_findings,
        esf.esf_findings,
    ),
    duties=(*DUTIES, *CONTRACT_DUTIES),
    others=OTHERS,
    end_reasons=frozenset({"full_term", "outcome_achieved", "voluntary_exit", "signposted"}),
)
