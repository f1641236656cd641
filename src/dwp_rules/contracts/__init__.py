"""One contract through its programme's rules: windows, returns, standards, money, assurance."""

from dwp_rules.contracts.assessment import ContractAssessment, assess_contract
from dwp_rules.contracts.seen import MonthsSeen

__all__ = ["ContractAssessment", "MonthsSeen", "assess_contract"]
