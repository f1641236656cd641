"""How deadlines, duties and customer service standards are declared and judged."""

from dwp_rules.standards.deadlines import Deadline, DeadlineStatus, Every, Guard, InTheLast, Span, Within
from dwp_rules.standards.duties import Duty, Shown, checklists
from dwp_rules.standards.standard import EVERY_CASE, Bound, Standard

__all__ = [
    "EVERY_CASE",
    "Bound",
    "Deadline",
    "DeadlineStatus",
    "Duty",
    "Every",
    "Guard",
    "InTheLast",
    "Shown",
    "Span",
    "Standard",
    "Within",
    "checklists",
]
