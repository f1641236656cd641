"""Work and Health Programme Job Entry: Targeted Support (WHP JETS), assembled."""

from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.declared import Programme, rules_declared_in
from dwp_rules.programmes.jets import (
    completion,
    counting,
    deadlines,
    eligibility,
    esf,
    mandation,
    measurement,
    outcome_reasons,
    outcomes,
    performance,
    referral,
    standards,
    start,
    support,
)
from dwp_rules.programmes.jets.contract_duties import CONTRACT_DUTIES
from dwp_rules.programmes.jets.contract_terms import CONTRACT_RULES, CONTRACT_TERMS
from dwp_rules.programmes.jets.duties import DUTIES
from dwp_rules.programmes.jets.parameters import PARAMETERS, READINGS
from dwp_rules.programmes.jets.register import OTHERS
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import AllOf, Question

__all__ = ["PROGRAMME"]

RE_REFERRAL: Question[Situation] = Question(completion.LIFE_CYCLE, AllOf(), elsewhere=completion.re_referral_elsewhere)

PROGRAMME = Programme(
    id="whp-jets",
    name="Work and Health Programme Job Entry: Targeted Support",
    sources=(SPECIFICATION, CHAPTER_16),
    calendar=ENGLAND_AND_WALES,
    readings=READINGS,
    parameters=PARAMETERS,
    rules=(
        *rules_declared_in(
            counting,
            eligibility,
            referral,
            mandation,
            start,
            deadlines,
            completion,
            support,
            outcome_reasons,
            esf,
            standards,
            performance,
            measurement,
        ),
        *CONTRACT_RULES,
    ),
    asks_eligibility=eligibility.ELIGIBILITY,
    asks_suitability=eligibility.SUITABILITY,
    asks_re_referral=RE_REFERRAL,
    declared_deadlines=deadlines.DEADLINES,
    life=completion.life,
    all_outcomes=outcomes.outcomes,
    standards=standards.STANDARDS,
    case_rules=(
        referral.referral_findings,
        start.start_findings,
        mandation.sanction,
        standards.survey,
        support.support_findings,
        esf.esf_findings,
    ),
    duties=(*DUTIES, *CONTRACT_DUTIES),
    others=OTHERS,
    performance=performance.PERFORMANCE,
    end_reasons=frozenset({"full_term", "outcome_achieved", "voluntary_exit", "signposted"}),
    contract_terms=CONTRACT_TERMS,
    indicators=measurement.INDICATORS,
    windows=measurement.WINDOWS,
    card_rules=measurement.CARD_RULES,
)
