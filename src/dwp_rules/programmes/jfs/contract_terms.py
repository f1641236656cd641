"""What a Job Finding Support contract owes and is owed."""

from dwp_rules.programmes.declared import rules_declared_in
from dwp_rules.programmes.jfs import (
    assurance,
    contract_end,
    deductions,
    funding,
    intervention,
    ratings,
    returns,
    reviews,
    service_credits,
    termination,
)
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_RULES", "CONTRACT_TERMS"]

CONTRACT_RULES = rules_declared_in(
    contract_end,
    reviews,
    ratings,
    service_credits,
    termination,
    funding,
    deductions,
    returns,
    intervention,
    assurance,
)

CONTRACT_TERMS = ContractTerms(
    deadlines=(*returns.RETURNS, *assurance.TIMES),
    rules=(
        contract_end.service_end,
        contract_end.records_kept,
        reviews.monthly_review,
        ratings.rating_findings,
        service_credits.credit_findings,
        termination.termination_findings,
        funding.fee_findings,
        returns.staffing,
        intervention.escalation,
        intervention.action_plan,
        assurance.low_ratings,
        assurance.plan_not_in_time,
    ),
    money=(funding.fee_lines, deductions.credit_lines),
    of_month=(ratings.rating_of_month, service_credits.credits_of_month),
)
