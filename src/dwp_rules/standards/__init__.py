"""How deadlines, duties and customer service standards are declared and judged."""

from dwp_rules.standards.contract_terms import ContractDeadline, ContractMoney, ContractRules, ContractTerms
from dwp_rules.standards.deadline import Deadline, DeadlineStatus
from dwp_rules.standards.deadlines import Every, Guard, InTheLast, Span, Within
from dwp_rules.standards.duties import Duties, Duty, Shown
from dwp_rules.standards.occasions import MonthlyReturn, Occasion, Timed
from dwp_rules.standards.standard import EVERY_CASE, Bound, Standard, by_rule_id

__all__ = [
    "EVERY_CASE",
    "Bound",
    "ContractDeadline",
    "ContractMoney",
    "ContractRules",
    "ContractTerms",
    "Deadline",
    "DeadlineStatus",
    "Duties",
    "Duty",
    "Every",
    "Guard",
    "InTheLast",
    "MonthlyReturn",
    "Occasion",
    "Shown",
    "Span",
    "Standard",
    "Timed",
    "Within",
    "by_rule_id",
]
