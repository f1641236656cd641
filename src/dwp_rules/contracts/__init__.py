"""One contract through its programme's rules: windows, returns, standards, money, assurance."""

from dwp_rules.contracts.assessment import ContractAssessment, assess_contract

__all__ = ["ContractAssessment", "assess_contract"]
