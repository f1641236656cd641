"""What is found of a Work Programme contract."""

from dwp_rules.programmes.declared import rules_declared_in
from dwp_rules.programmes.work_programme import allocation
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_RULES", "CONTRACT_TERMS"]

CONTRACT_RULES = rules_declared_in(allocation)

CONTRACT_TERMS = ContractTerms(rules=(allocation.allocation_findings,))
