"""The two templates that a WHP provider sends each month for the month before, nearly always by the 15th."""

from datetime import date, timedelta
from itertools import product

from dwp_rules.calendar import Month
from dwp_rules.facts import ReturnSubmitted

__all__ = ["monthly_returns"]


def monthly_returns(first: date, last: date) -> tuple[ReturnSubmitted, ...]:
    """Send both for every month in which people are referred; every seventh late, every eleventh not at all."""
    templates = product(Month.of(first).to(Month.of(last)), ("participant_insight", "month_end"))
    sent: list[ReturnSubmitted] = []
    for number, (month, what) in enumerate(templates, start=1):
        if number % 11:
            on = month.plus(1).first + timedelta(days=9 if number % 7 else 18)
            sent.append(ReturnSubmitted.model_validate({"what": what, "report_month": month, "on": on}))
    return tuple(sent)
