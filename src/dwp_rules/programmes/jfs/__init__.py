"""Job Finding Support (JFS), assembled: 20 working days of help on-line, from referral to completion."""

from dwp_rules.calendar import GREAT_BRITAIN
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Outcome
from dwp_rules.programmes.declared import Programme, rules_declared_in
from dwp_rules.programmes.jfs import (
    claim_length,
    completion,
    counting,
    deadlines,
    disengagement,
    durations,
    eligibility,
    endings,
    identification,
    measurement,
    performance,
    provision,
    re_referral,
    referral,
    standards,
    starting,
    suitability,
    support,
    thirty_days,
)
from dwp_rules.programmes.jfs.cautions import contradictions
from dwp_rules.programmes.jfs.contract_duties import CONTRACT_DUTIES
from dwp_rules.programmes.jfs.contract_terms import CONTRACT_RULES, CONTRACT_TERMS
from dwp_rules.programmes.jfs.duties import DUTIES
from dwp_rules.programmes.jfs.parameters import PARAMETERS, READINGS
from dwp_rules.programmes.jfs.register import OTHERS
from dwp_rules.programmes.jfs.sources import GUIDANCE

__all__ = ["PROGRAMME"]


def no_outcomes(_situation: Situation) -> tuple[Outcome, ...]:
    """None: the whole payment is a service fee, and no job outcome is measured (1.30, 6.01)."""
    return ()


PROGRAMME = Programme(
    id="jfs",
    name="Job Finding Support",
    sources=(GUIDANCE,),
    calendar=GREAT_BRITAIN,
    calendar_of=counting.calendar_of,
    readings=READINGS,
    parameters=PARAMETERS,
    rules=(
        *rules_declared_in(
            counting,
            claim_length,
            eligibility,
            suitability,
            identification,
            referral,
            thirty_days,
            deadlines,
            starting,
            durations,
            provision,
            completion,
            disengagement,
            endings,
            support,
            re_referral,
            standards,
            performance,
            measurement,
        ),
        *CONTRACT_RULES,
    ),
    asks_eligibility=eligibility.ELIGIBILITY,
    asks_suitability=suitability.SUITABILITY,
    asks_re_referral=re_referral.RE_REFERRAL,
    declared_deadlines=(*deadlines.DEADLINES, *standards.MEASURED_DEADLINES),
    life=provision.life,
    all_outcomes=no_outcomes,
    standards=standards.STANDARDS,
    case_rules=(
        identification.identification_findings,
        referral.referral_findings,
        starting.starting_findings,
        completion.cv_finding,
        endings.move_findings,
        support.support_findings,
        re_referral.re_referral_findings,
        standards.reporting_months,
    ),
    duties=(*DUTIES, *CONTRACT_DUTIES),
    others=OTHERS,
    end_reasons=frozenset(
        {
            completion.COMPLETED,
            disengagement.CHOSE_TO_LEAVE,
            disengagement.NOT_RE_ENGAGED,
            endings.AUTOMATIC,
            endings.DIED,
            endings.EMPLOYMENT,
            endings.EXCEPTIONAL,
            endings.MOVED_ABROAD,
            endings.NO_LONGER_ELIGIBLE,
            endings.SELF_EMPLOYMENT,
        }
    ),
    case_cautions=(contradictions,),
    contract_terms=CONTRACT_TERMS,
    performance=performance.PERFORMANCE,
    indicators=measurement.INDICATORS,
    windows=measurement.WINDOWS,
    card_rules=measurement.CARD_RULES,
)
