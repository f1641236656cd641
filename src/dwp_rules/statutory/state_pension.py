"""State Pension dates: the day on which a person reaches State Pension age.

Pensionable age is attained "at the commencement of" the day (Pensions Act 1995, Schedule 4, paragraph 1): on the State
Pension date itself a person has reached it. Sex matters only for births before 6 December 1953.
"""

from bisect import bisect_right
from datetime import date
from enum import StrEnum

from dwp_rules.statutory.pension_timetable import FOR_MEN, FOR_WOMEN, SAME_FOR_EVERYONE_FROM, Cohort

__all__ = [
    "EARLIEST_STATE_PENSION_AGE",
    "Sex",
    "SexNeeded",
    "has_reached_state_pension_age",
    "state_pension_cohort",
    "state_pension_date",
    "state_pension_dates",
]


class Sex(StrEnum):
    """Sex as the State Pension timetable knows it; plain "female" and "male" do as well."""

    FEMALE = "female"
    MALE = "male"


class SexNeeded(ValueError):
    """The answer depends on the person's sex, which was not given."""


_SEX_NEEDED = (
    'this date of birth has one State Pension date for women and another for men: give sex as "female" or "male", '
    "or ask state_pension_dates() for both dates"
)

_TIMETABLE: dict[str, tuple[Cohort, ...]] = {Sex.FEMALE: FOR_WOMEN, Sex.MALE: FOR_MEN}
_BORN_FROM = {sex: tuple(cohort.born_from for cohort in cohorts) for sex, cohorts in _TIMETABLE.items()}

EARLIEST_STATE_PENSION_AGE = 60
"""The youngest age, in years, at which anyone in the timetable reaches State Pension age: that of the women first in it
(Pensions Act 1995, Schedule 4, paragraph 1(2)). Every later row is higher."""


def state_pension_date(date_of_birth: date, sex: str | None = None) -> date:
    """Day on which someone reaches State Pension age; on that day they have reached it.

    Raises SexNeeded when `sex` is None and the date differs between women and men, ValueError for any other sex than
    "female", "male" or None.

    >>> state_pension_date(date(1956, 2, 29))
    datetime.date(2022, 3, 1)
    >>> state_pension_date(date(1953, 3, 6), "female")
    datetime.date(2016, 3, 6)
    >>> state_pension_date(date(1953, 3, 6))
    Traceback (most recent call last):
        ...
    dwp_rules.statutory.state_pension.SexNeeded: this date of birth has one State Pension date for women and another ...
    """
    if sex is not None:
        return state_pension_cohort(date_of_birth, sex).attained_by(date_of_birth)
    dates = state_pension_dates(date_of_birth)
    if len(dates) > 1:
        raise SexNeeded(_SEX_NEEDED)
    return dates[0]


def state_pension_dates(date_of_birth: date) -> tuple[date, ...]:
    """Every State Pension date that this date of birth can have, earliest first: one, or two where sex matters.

    >>> state_pension_dates(date(1953, 3, 6))
    (datetime.date(2016, 3, 6), datetime.date(2018, 3, 6))
    >>> state_pension_dates(date(1953, 12, 6))
    (datetime.date(2019, 3, 6),)
    """
    for_women = state_pension_date(date_of_birth, Sex.FEMALE)
    if date_of_birth >= SAME_FOR_EVERYONE_FROM:
        return (for_women,)
    for_men = state_pension_date(date_of_birth, Sex.MALE)
    # Born on 6 November 1953, women (by table 1) and men (at 65) both attain it on 6 November 2018.
    return (for_women,) if for_women == for_men else (for_women, for_men)


def has_reached_state_pension_age(date_of_birth: date, on: date, sex: str | None = None) -> bool:
    """Whether someone has reached State Pension age on a day; on the State Pension date itself they have.

    Raises SexNeeded when `sex` is None and the answer for that day differs between women and men.

    >>> has_reached_state_pension_age(date(1955, 2, 10), date(2021, 2, 10))
    True
    >>> has_reached_state_pension_age(date(1953, 3, 6), date(2018, 3, 6))
    True
    """
    if sex is not None:
        return state_pension_date(date_of_birth, sex) <= on
    dates = state_pension_dates(date_of_birth)
    if dates[0] <= on < dates[-1]:
        raise SexNeeded(_SEX_NEEDED)
    return dates[0] <= on


def state_pension_cohort(date_of_birth: date, sex: str) -> Cohort:
    """Row of the State Pension timetable that someone falls under, with its citation.

    Raises ValueError for any other sex than "female" or "male".

    >>> state_pension_cohort(date(1955, 2, 10), "male").citation
    'Pensions Act 1995 Sch 4 para 1(6) as amended by Pensions Act 2011 s.1(6) and 2014 s.26(2)'
    """
    born_from = _BORN_FROM.get(sex)
    if born_from is None:
        raise ValueError(
            f'{sex!r} is not a sex of the State Pension timetable: give "female" or "male", None if unknown'
        )
    return _TIMETABLE[sex][bisect_right(born_from, date_of_birth) - 1]
