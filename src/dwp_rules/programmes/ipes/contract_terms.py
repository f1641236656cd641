"""What an IPES contract owes and is owed."""

from dwp_rules.programmes.ipes.contract_performance import bid_rates, repeat_failure
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_TERMS"]

CONTRACT_TERMS = ContractTerms(rules=(repeat_failure, bid_rates))
