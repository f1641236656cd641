"""Intensive Personalised Employment Support (IPES), assembled."""

from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.programmes.declared import Programme, rules_declared_in
from dwp_rules.programmes.ipes import (
    claim_rules,
    completion_rules,
    conferences,
    counting,
    deadlines,
    disengagement,
    documents,
    earnings_findings,
    eligibility,
    measurement,
    moves,
    outcome_rules,
    performance,
    provision,
    re_referral,
    referral,
    schedules,
    standards,
    state_rules,
    support,
    support_rules,
)
from dwp_rules.programmes.ipes.claims import claim_findings
from dwp_rules.programmes.ipes.contract_duties import CONTRACT_DUTIES
from dwp_rules.programmes.ipes.contract_terms import CONTRACT_RULES, CONTRACT_TERMS
from dwp_rules.programmes.ipes.duties import DUTIES
from dwp_rules.programmes.ipes.outcomes import outcome_findings, outcomes
from dwp_rules.programmes.ipes.parameters import PARAMETERS, READINGS
from dwp_rules.programmes.ipes.payment_duties import PAYMENT_DUTIES
from dwp_rules.programmes.ipes.recovery import recovery_findings
from dwp_rules.programmes.ipes.register import OTHERS
from dwp_rules.programmes.ipes.sources import NLW, SPEC
from dwp_rules.programmes.ipes.timeline import END_REASONS

__all__ = ["PROGRAMME"]

PROGRAMME = Programme(
    id="ipes",
    name="Intensive Personalised Employment Support",
    sources=(SPEC, NLW),
    calendar=ENGLAND_AND_WALES,
    readings=READINGS,
    parameters=PARAMETERS,
    rules=(
        *rules_declared_in(
            counting,
            schedules,
            eligibility,
            referral,
            deadlines,
            provision,
            state_rules,
            completion_rules,
            documents,
            conferences,
            disengagement,
            moves,
            re_referral,
            outcome_rules,
            claim_rules,
            support_rules,
            standards,
            performance,
            measurement,
        ),
        *CONTRACT_RULES,
    ),
    asks_eligibility=eligibility.ELIGIBILITY,
    asks_suitability=eligibility.SUITABILITY,
    asks_re_referral=re_referral.RE_REFERRAL,
    declared_deadlines=deadlines.DEADLINES,
    life=provision.life,
    all_outcomes=outcomes,
    standards=standards.STANDARDS,
    case_rules=(
        referral.referral_findings,
        referral.start_findings,
        schedules.schedule,
        documents.document_findings,
        conferences.conference_findings,
        conferences.support_findings,
        disengagement.disengagement_findings,
        moves.move_findings,
        earnings_findings.first_declared,
        outcome_findings,
        claim_findings,
        recovery_findings,
        support.cost_findings,
    ),
    duties=(*DUTIES, *PAYMENT_DUTIES, *CONTRACT_DUTIES),
    others=OTHERS,
    end_reasons=END_REASONS,
    contract_terms=CONTRACT_TERMS,
    performance=performance.PERFORMANCE,
    indicators=measurement.INDICATORS,
    windows=measurement.WINDOWS,
    card_rules=measurement.CARD_RULES,
    tendered=measurement.TENDERED,
)
