"""How deadlines, duties and customer service standards are declared and judged."""

from dwp_rules.standards.deadline import Deadline, DeadlineStatus
from dwp_rules.standards.deadlines import Every, Guard, InTheLast, Span, Within
from dwp_rules.standards.duties import Duties, Duty, Shown
from dwp_rules.standards.standard import EVERY_CASE, Bound, Standard, by_rule_id

__all__ = [
    "EVERY_CASE",
    "Bound",
    "Deadline",
    "DeadlineStatus",
    "Duties",
    "Duty",
    "Every",
    "Guard",
    "InTheLast",
    "Shown",
    "Span",
    "Standard",
    "Within",
    "by_rule_id",
]
