"""What an IPES contract owes and is owed."""

from dwp_rules.programmes.declared import rules_declared_in
from dwp_rules.programmes.ipes import contract_performance
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_RULES", "CONTRACT_TERMS"]

CONTRACT_RULES = rules_declared_in(contract_performance)

CONTRACT_TERMS = ContractTerms(rules=(contract_performance.repeat_failure, contract_performance.bid_rates))
