"""Birthdays: the one place that says when a person born on 29 February reaches an age.

Ages are attained at the commencement of the day, so on the day itself the age has been reached (Pensions Act 1995,
section 126 and Schedule 4; Pensions Act 2014, section 26).
"""

from datetime import date
from typing import Final

from dwp_rules.calendar.dates import require_date, whole_number
from dwp_rules.calendar.months import corresponding_date

_MONTHS_IN_A_YEAR: Final = 12
_LEAP_DAY: Final = (2, 29)
_LAST_OF_A_COMMON_FEBRUARY: Final = (2, 28)


def anniversary(born: date, years: int, months: int = 0) -> date:
    """Return the day on which someone reaches an age of so many years and months.

    A day that the month lacks is its last day, except that someone born on 29 February reaches an age that falls in the
    February of a common year on 1 March (GOV.UK State Pension age calculator; DWP `get-state-pension-date`).

    Raises `ValueError` where the age is negative or reached after the year 9999.

    >>> anniversary(date(1956, 2, 29), 66), anniversary(date(1960, 7, 31), 66, 4)
    (datetime.date(2022, 3, 1), datetime.date(2026, 11, 30))
    """
    require_date(born, "a date of birth")
    age_in_months = whole_number(years, "years of age") * _MONTHS_IN_A_YEAR + whole_number(months, "months of age")
    if age_in_months < 0:
        raise ValueError(f"an age must be 0 or more, not {years} years and {months} months")
    day = corresponding_date(born, age_in_months)
    if (born.month, born.day) == _LEAP_DAY and (day.month, day.day) == _LAST_OF_A_COMMON_FEBRUARY:
        return date(day.year, 3, 1)
    return day


def age_on(date_of_birth: date, on: date) -> int:
    """Return the age in completed years on a day, by the same rule: born on 29 February, a year older on 1 March.

    Raises `ValueError` where `on` is before the date of birth.

    >>> age_on(date(1956, 2, 29), date(2022, 2, 28)), age_on(date(1956, 2, 29), date(2022, 3, 1))
    (65, 66)
    """
    require_date(date_of_birth, "a date of birth")
    require_date(on, "the day of an age")
    if on < date_of_birth:
        raise ValueError(f"no age on {on}: it is before the date of birth")
    birthday_passed = (on.month, on.day) >= (date_of_birth.month, date_of_birth.day)
    return on.year - date_of_birth.year - (not birthday_passed)
