"""The Restart Scheme, assembled: a programme that dwp-rules finds by its entry point."""

from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.programmes import Entry, Programme, Treatment, rules_declared_in
from dwp_rules_restart import eligibility, outcomes, provision
from dwp_rules_restart.parameters import PARAMETERS, READINGS
from dwp_rules_restart.sources import HOW_IT_WORKS, NLW, STATISTICS

__all__ = ["PROGRAMME"]

PROGRAMME = Programme(
    id="restart",
    name="Restart Scheme",
    sources=(HOW_IT_WORKS, STATISTICS, NLW),
    calendar=ENGLAND_AND_WALES,
    readings=READINGS,
    parameters=PARAMETERS,
    rules=rules_declared_in(eligibility, provision, outcomes),
    asks_eligibility=eligibility.ELIGIBILITY,
    asks_suitability=eligibility.SUITABILITY,
    asks_re_referral=eligibility.RE_REFERRAL,
    declared_deadlines=(),
    life=provision.life,
    all_outcomes=outcomes.outcomes,
    standards=(),
    case_rules=(),
    duties=(),
    others=(
        Entry(
            "RESTART-ELIG-05",
            "Early access",
            HOW_IT_WORKS.paragraphs("3"),
            Treatment.DISCRETION,
            "the work coach may consider earlier access, case by case",
        ),
    ),
    end_reasons=provision.END_REASONS,
)
