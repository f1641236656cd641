"""What a Job Finding Support contract owes and is owed."""

from dwp_rules.programmes.declared import rules_declared_in
from dwp_rules.programmes.jfs import deductions, funding, ratings, reviews, service_credits, termination
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_RULES", "CONTRACT_TERMS"]

CONTRACT_RULES = rules_declared_in(reviews, ratings, service_credits, termination, funding, deductions)

CONTRACT_TERMS = ContractTerms(
    rules=(
        reviews.monthly_review,
        ratings.rating_findings,
        service_credits.credit_findings,
        termination.termination_findings,
        funding.fee_findings,
    ),
    money=(funding.fee_lines, deductions.credit_lines),
)
