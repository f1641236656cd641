"""What a contract of either strand owes month by month under chapter 16."""

from dwp_rules.facts import ReturnKind
from dwp_rules.rules import Rule
from dwp_rules.standards import MonthlyReturn

__all__ = ["monthly_templates"]


def monthly_templates(*, insight: Rule, month_end: Rule) -> tuple[MonthlyReturn, ...]:
    """Declare the two templates due on the 15th of the next month (37 CSS15, CSS16, 38 CSS13, CSS14)."""
    return (
        MonthlyReturn(insight, ReturnKind.PARTICIPANT_INSIGHT, from_day=15),
        MonthlyReturn(month_end, ReturnKind.MONTH_END, from_day=15),
    )
