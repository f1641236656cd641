"""The Work Programme, assembled: 104 weeks from referral, which only an early completion stops."""

from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Outcome
from dwp_rules.programmes.declared import Programme, rules_declared_in
from dwp_rules.programmes.work_programme import counting, deadlines, eligibility, provision, referral, support
from dwp_rules.programmes.work_programme.contract_terms import CONTRACT_RULES, CONTRACT_TERMS
from dwp_rules.programmes.work_programme.duties import DUTIES
from dwp_rules.programmes.work_programme.parameters import PARAMETERS, READINGS
from dwp_rules.programmes.work_programme.register import OTHERS
from dwp_rules.programmes.work_programme.sources import CHAPTER_1

__all__ = ["PROGRAMME"]


def no_outcomes(_situation: Situation) -> tuple[Outcome, ...]:
    """None: job outcomes and what is paid for them stand in chapter 9, which is not among the sources."""
    return ()


PROGRAMME = Programme(
    id="work-programme",
    name="Work Programme",
    sources=(CHAPTER_1,),
    calendar=ENGLAND_AND_WALES,
    calendar_of=counting.calendar_of,
    readings=READINGS,
    parameters=PARAMETERS,
    rules=(*rules_declared_in(counting, eligibility, referral, provision, deadlines, support), *CONTRACT_RULES),
    asks_eligibility=eligibility.ELIGIBILITY,
    asks_suitability=eligibility.SUITABILITY,
    asks_re_referral=referral.RE_REFERRAL,
    declared_deadlines=deadlines.DEADLINES,
    life=provision.life,
    all_outcomes=no_outcomes,
    standards=(),
    case_rules=(referral.referral_findings, support.support_findings),
    duties=DUTIES,
    others=OTHERS,
    end_reasons=frozenset({provision.COMPLETED, referral.COMPLETED_EARLY}),
    contract_terms=CONTRACT_TERMS,
)
