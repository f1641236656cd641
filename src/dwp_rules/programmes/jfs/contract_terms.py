"""What a Job Finding Support contract owes and is owed."""

from dwp_rules.programmes.jfs.reviews import monthly_review
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_TERMS"]

CONTRACT_TERMS = ContractTerms(rules=(monthly_review,))
