"""How deadlines, duties and customer service standards are declared and judged."""

from dwp_rules.standards.contract_terms import ContractDeadline, ContractMoney, ContractRules, ContractTerms
from dwp_rules.standards.deadline import Deadline, DeadlineStatus
from dwp_rules.standards.deadlines import Every, Guard, InTheLast, Span, Within
from dwp_rules.standards.duties import Duties, Duty, Shown
from dwp_rules.standards.measured import Answers, Card, Measured, MonthCount, Status, status_of
from dwp_rules.standards.occasions import MonthlyReturn, Occasion, Timed
from dwp_rules.standards.shares import percent_of
from dwp_rules.standards.standard import EVERY_CASE, Bound, Judged, Standard, by_rule_id, judged_on
from dwp_rules.standards.windows import Days, Window, Windows, window_days

__all__ = [
    "EVERY_CASE",
    "Answers",
    "Bound",
    "Card",
    "ContractDeadline",
    "ContractMoney",
    "ContractRules",
    "ContractTerms",
    "Days",
    "Deadline",
    "DeadlineStatus",
    "Duties",
    "Duty",
    "Every",
    "Guard",
    "InTheLast",
    "Judged",
    "Measured",
    "MonthCount",
    "MonthlyReturn",
    "Occasion",
    "Shown",
    "Span",
    "Standard",
    "Status",
    "Timed",
    "Window",
    "Windows",
    "Within",
    "by_rule_id",
    "judged_on",
    "percent_of",
    "status_of",
    "window_days",
]
