"""Calendar months: the corresponding date in a later or earlier month."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dwp_rules.calendar.dates import require_date, whole_number

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta


def corresponding_date(day: date, months: int) -> date:
    """Return the same day of the month so many months later or, if negative, earlier; in a shorter month its last day.

    The corresponding date rule: Dodds v Walker [1981] 1 WLR 1027; where there is none, the last of the month:
    Insolvency (England and Wales) Rules 2016, Schedule 5. Raises `ValueError` outside the years 1 to 9999.

    >>> corresponding_date(date(2017, 7, 31), 2)
    datetime.date(2017, 9, 30)
    """
    require_date(day)
    step = _step(whole_number(months, "a number of months"))
    try:
        return day + step
    except (ValueError, OverflowError):
        raise ValueError(f"{months:,} months from that day lie outside the years 1 to 9999") from None


@lru_cache(maxsize=256)
def _step(months: int) -> "relativedelta":
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  (imported only when months are counted)

    return relativedelta(months=months)
