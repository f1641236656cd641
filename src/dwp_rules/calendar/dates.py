"""What the whole calendar package takes for a day, for an instant and for a number of days."""

from datetime import date, datetime, timedelta
from operator import index
from typing import Final, SupportsIndex

ONE_DAY: Final = timedelta(days=1)
"""The step from a day to the one beside it; it counts nothing."""


def require_date(day: object, what: str = "a day") -> None:
    """Refuse, with a `TypeError`, everything that is not a plain date: a datetime is an instant, never a day.

    >>> require_date(datetime(2021, 4, 1, 9, 30))
    Traceback (most recent call last):
    ...
    TypeError: a day must be a datetime.date, not a datetime: pass value.date()
    """
    if type(day) is date:
        return
    if isinstance(day, datetime):
        raise TypeError(f"{what} must be a datetime.date, not a datetime: pass value.date()")
    if not isinstance(day, date):
        raise TypeError(f"{what} must be a datetime.date, not {type(day).__name__}")


def require_aware(instant: object) -> None:
    """Refuse everything that is not a datetime with an offset: `TypeError` for another type, else `ValueError`.

    >>> require_aware(datetime(2021, 4, 1, 9, 30))
    Traceback (most recent call last):
    ...
    ValueError: the instant 2021-04-01 09:30:00 carries no offset: give one, such as +00:00
    """
    if not isinstance(instant, datetime):
        raise TypeError(f"an instant must be a datetime with an offset, not {type(instant).__name__}")
    if instant.utcoffset() is None:
        raise ValueError(f"the instant {instant} carries no offset: give one, such as +00:00")


def whole_number(number: SupportsIndex, what: str) -> int:
    """Return `number` as an int, whatever kind of integer it is; refuse all else, such as 2.0, with a `TypeError`.

    >>> whole_number(2.0, "a number of days")
    Traceback (most recent call last):
    ...
    TypeError: a number of days must be an int, not float
    """
    try:
        return int(index(number))
    except TypeError:
        raise TypeError(f"{what} must be an int, not {type(number).__name__}") from None
