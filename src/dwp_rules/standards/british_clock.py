"""What the clocks in Great Britain show at an instant.

Summer time runs from one o'clock in the morning, Greenwich mean time, of the last Sunday in March to the same hour of
the last Sunday in October (Summer Time Act 1972, section 1, as amended by the Summer Time Order 2002, SI 2002/262).
"""

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

__all__ = ["at_clock_time", "british_time"]

SUMMER_TIME = timezone(timedelta(hours=1))
CLOCKS_CHANGE = time(1, tzinfo=UTC)
MARCH, OCTOBER = 3, 10
LAST_OF_BOTH_MONTHS = 31


def british_time(instant: datetime) -> datetime:
    """Give the same instant as clocks in Great Britain show it.

    >>> print(british_time(datetime.fromisoformat("2022-03-27T12:00:00+00:00")))
    2022-03-27 13:00:00+01:00
    """
    begins, ends = _summer_time(instant.astimezone(UTC).year)
    return instant.astimezone(SUMMER_TIME if begins <= instant < ends else UTC)


def at_clock_time(day: date, shown: time) -> datetime:
    """Give the instant at which clocks in Great Britain show a time on a day.

    A time that the clocks show twice is the earlier; one that they skip is an hour later by the clock.

    >>> print(at_clock_time(date(2022, 3, 27), time(12)), at_clock_time(date(2022, 3, 27), time(1, 30)))
    2022-03-27 12:00:00+01:00 2022-03-27 02:30:00+01:00
    """
    by_summer_time = datetime.combine(day, shown, SUMMER_TIME)
    begins, ends = _summer_time(day.year)
    if begins <= by_summer_time < ends:
        return by_summer_time
    return british_time(datetime.combine(day, shown, UTC))


@lru_cache(maxsize=256)
def _summer_time(year: int) -> tuple[datetime, datetime]:
    return _last_sunday(year, MARCH), _last_sunday(year, OCTOBER)


def _last_sunday(year: int, month: int) -> datetime:
    last = date(year, month, LAST_OF_BOTH_MONTHS)
    return datetime.combine(last - timedelta(days=last.isoweekday() % 7), CLOCKS_CHANGE)
