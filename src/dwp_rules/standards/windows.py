"""Periods over which performance is looked at: in the month, over rolling months, and since the first day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from dwp_rules.calendar import Month
from dwp_rules.rules import FactValue, Finding, Reason, Rule

__all__ = ["Days", "Window", "Windows", "window_days"]


class Window(StrEnum):
    """A period of review, which ends with the month under review."""

    IN_MONTH = "in_month"
    ROLLING_3 = "rolling_3"
    ROLLING_12 = "rolling_12"
    CUMULATIVE = "cumulative"


MONTHS: Mapping[Window, int] = MappingProxyType({Window.IN_MONTH: 1, Window.ROLLING_3: 3, Window.ROLLING_12: 12})
"""How many months each window of a fixed length has, the month under review included."""


class Days(NamedTuple):
    """The first and the last day of a window, both counted."""

    first: date
    last: date

    @property
    def months(self) -> tuple[Month, ...]:
        """The months of which days lie in it."""
        return tuple(Month.of(self.first).to(Month.of(self.last)))


def window_days(window: Window, month: Month, *, day_one: date | None = None) -> Days:
    """Give the days of a window that ends with a month, clipped at the first day of the contract where that is known.

    Raises `ValueError` for a cumulative window without a first day, and for a month that ends before the first day.

    >>> window_days(Window.ROLLING_12, Month(2021, 3), day_one=date(2020, 10, 5))
    Days(first=datetime.date(2020, 10, 5), last=datetime.date(2021, 3, 31))
    """
    if day_one is not None and month.last < day_one:
        raise ValueError(f"{month} ends before the first day of the contract, {day_one}: ask for a later month")
    if window in MONTHS:
        first = month.minus(MONTHS[window] - 1).first
    elif day_one is not None:
        first = day_one
    else:
        raise ValueError(
            "a cumulative window runs from the first day of the contract: give a contract with service_start_on"
        )
    return Days(first if day_one is None else max(first, day_one), month.last)


@dataclass(frozen=True, slots=True)
class Windows:
    """The provision that says over which periods performance is looked at, and the finding that tells them."""

    rule: Rule
    windows: Reason = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the reason."""
        sentence = (
            "looked at over {first} to {last}; in month: {in_month}; rolling 3 months: {rolling_3}; "
            "rolling 12 months: {rolling_12}; cumulative: {cumulative}"
        )
        object.__setattr__(self, "windows", self.rule.met("window", sentence))

    def finding(self, days: Days, month: Month, day_one: date | None) -> Finding:
        """Tell the first and the last day of the window asked about, and of every other that ends with the month."""
        others: dict[str, FactValue] = {
            window.value: None
            if window is Window.CUMULATIVE and day_one is None
            else tuple(window_days(window, month, day_one=day_one))
            for window in Window
        }
        return self.windows(tuple(days), first=days.first, last=days.last, **others)
