"""Calendar months: the corresponding date in a later or earlier month."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dwp_rules.calendar.dates import require_date, whole_number

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_MONTHS_IN_A_YEAR: Final = 12
_IN_EVERY_MONTH: Final = 28
"""The last day that every month has: up to it nothing is clamped, and dateutil need not be asked."""


def corresponding_date(day: date, months: int) -> date:
    """Return the same day of the month so many months later or, if negative, earlier; in a shorter month its last day.

    The corresponding date rule: Dodds v Walker [1981] 1 WLR 1027; where there is none, the last of the month:
    Insolvency (England and Wales) Rules 2016, Schedule 5. Raises `ValueError` outside the years 1 to 9999.

    >>> corresponding_date(date(2017, 7, 31), 2)
    datetime.date(2017, 9, 30)
    """
    require_date(day)
    number = whole_number(months, "a number of months")
    try:
        if day.day <= _IN_EVERY_MONTH:
            year, month = divmod(day.year * _MONTHS_IN_A_YEAR + day.month - 1 + number, _MONTHS_IN_A_YEAR)
            return day.replace(year=year, month=month + 1)
        return day + _step(number)
    except (ValueError, OverflowError):
        raise ValueError(f"{months:,} months from that day lie outside the years 1 to 9999") from None


@lru_cache(maxsize=256)
def _step(months: int) -> "relativedelta":
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  (imported only when months are counted)

    return relativedelta(months=months)
