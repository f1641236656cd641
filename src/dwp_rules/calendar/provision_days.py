"""Days of provision: the Start Date is day 1 (WHP JETS specification 2.17)."""

from datetime import date
from typing import Final

from dwp_rules.calendar.dates import require_date, whole_number

_START_DATE: Final = 1


def day_of_provision(start: date, on: date) -> int:
    """Return the day number of `on`, the Start Date being day 1.

    Raises `ValueError` where `on` is before the start.

    >>> day_of_provision(date(2021, 3, 1), date(2021, 8, 29))
    182
    """
    require_date(start, "a Start Date")
    require_date(on)
    if on < start:
        raise ValueError(f"{on} is no day of provision: it is before the Start Date, {start}")
    return on.toordinal() - start.toordinal() + _START_DATE


def date_of_day(start: date, day_number: int) -> date:
    """Return the date of a day number, the Start Date being day 1.

    Raises `ValueError` where `day_number` is less than 1, or falls after the year 9999.

    >>> date_of_day(date(2020, 10, 5), 182)
    datetime.date(2021, 4, 4)
    """
    if type(start) is not date:
        require_date(start, "a Start Date")
    number = day_number if type(day_number) is int else whole_number(day_number, "a day number")
    if number >= _START_DATE:
        try:
            return date.fromordinal(start.toordinal() + number - _START_DATE)
        except (ValueError, OverflowError):
            pass
    raise ValueError(f"day {day_number} of provision: days are numbered from 1, the Start Date, to 9999-12-31")
