"""The State Pension age timetable of Great Britain, row by row as the law sets it out.

Pensions Act 1995, Schedule 4, paragraph 1, as amended by the Pensions Acts 2007, 2011 and 2014. Each row reads as a
row of the statute's tables: born from, born to (both days counted), then the day on which pensionable age is attained,
or the age itself where the law names an age. The same rows are in DWP's `get-state-pension-date` (e39dc645) and in the
GOV.UK State Pension age calculator (alphagov/smart-answers, 6fb9aab9, August 2026).
"""

from dataclasses import dataclass
from datetime import date

from dwp_rules.calendar.anniversaries import anniversary

__all__ = ["FOR_MEN", "FOR_WOMEN", "SAME_FOR_EVERYONE_FROM", "Cohort", "PensionableAge"]


@dataclass(frozen=True, slots=True)
class PensionableAge:
    """An age at which pensionable age is attained: whole years, and months on top of them."""

    years: int
    months: int = 0


@dataclass(frozen=True, slots=True)
class Cohort:
    """One row of the timetable: people born from `born_from` to `born_to`, both days counted.

    `attains` is one day for the whole cohort, or an age that each reaches on a day of their own.
    """

    born_from: date
    born_to: date
    attains: date | PensionableAge
    citation: str

    def attained_by(self, date_of_birth: date) -> date:
        """Day on which a member of this cohort attains pensionable age.

        >>> Cohort(date(1960, 4, 6), date(1960, 5, 5), PensionableAge(66, months=1), "").attained_by(date(1960, 4, 15))
        datetime.date(2026, 5, 15)
        """
        attains = self.attains
        if isinstance(attains, PensionableAge):
            return anniversary(date_of_birth, attains.years, attains.months)
        return attains


_EARLIEST, _LATEST = date.min, date.max

_PARAGRAPH_1_1 = "Pensions Act 1995 Sch 4 para 1(1) as amended by Pensions Act 2011 s.1(2)"
_PARAGRAPH_1_2 = "Pensions Act 1995 Sch 4 para 1(2)"
_TABLE_1 = "Pensions Act 1995 Sch 4 table 1"
_TABLE_1_FROM_2011 = "Pensions Act 1995 Sch 4 table 1 as amended by Pensions Act 2011 s.1(4)"
_TABLE_2 = "Pensions Act 1995 Sch 4 table 2 as substituted by Pensions Act 2011 s.1(5)"
_PARAGRAPH_1_6 = "Pensions Act 1995 Sch 4 para 1(6) as amended by Pensions Act 2011 s.1(6) and 2014 s.26(2)"
_TABLE_3 = "Pensions Act 1995 Sch 4 table 3 and para 1(7A) as substituted by Pensions Act 2014 s.26(3)"
_PARAGRAPH_1_8 = "Pensions Act 1995 Sch 4 para 1(8) as amended by Pensions Act 2014 s.26(4)"
_TABLE_4 = "Pensions Act 1995 Sch 4 table 4 (Pensions Act 2007 Sch 3)"
_PARAGRAPH_1_10 = "Pensions Act 1995 Sch 4 para 1(10) (Pensions Act 2007 Sch 3)"

_MEN_BEFORE_6_DECEMBER_1953 = (Cohort(_EARLIEST, date(1953, 12, 5), PensionableAge(65), _PARAGRAPH_1_1),)

_WOMEN_BEFORE_6_DECEMBER_1953 = (
    Cohort(_EARLIEST, date(1950, 4, 5), PensionableAge(60), _PARAGRAPH_1_2),
    Cohort(date(1950, 4, 6), date(1950, 5, 5), date(2010, 5, 6), _TABLE_1),
    Cohort(date(1950, 5, 6), date(1950, 6, 5), date(2010, 7, 6), _TABLE_1),
    Cohort(date(1950, 6, 6), date(1950, 7, 5), date(2010, 9, 6), _TABLE_1),
    Cohort(date(1950, 7, 6), date(1950, 8, 5), date(2010, 11, 6), _TABLE_1),
    Cohort(date(1950, 8, 6), date(1950, 9, 5), date(2011, 1, 6), _TABLE_1),
    Cohort(date(1950, 9, 6), date(1950, 10, 5), date(2011, 3, 6), _TABLE_1),
    Cohort(date(1950, 10, 6), date(1950, 11, 5), date(2011, 5, 6), _TABLE_1),
    Cohort(date(1950, 11, 6), date(1950, 12, 5), date(2011, 7, 6), _TABLE_1),
    Cohort(date(1950, 12, 6), date(1951, 1, 5), date(2011, 9, 6), _TABLE_1),
    Cohort(date(1951, 1, 6), date(1951, 2, 5), date(2011, 11, 6), _TABLE_1),
    Cohort(date(1951, 2, 6), date(1951, 3, 5), date(2012, 1, 6), _TABLE_1),
    Cohort(date(1951, 3, 6), date(1951, 4, 5), date(2012, 3, 6), _TABLE_1),
    Cohort(date(1951, 4, 6), date(1951, 5, 5), date(2012, 5, 6), _TABLE_1),
    Cohort(date(1951, 5, 6), date(1951, 6, 5), date(2012, 7, 6), _TABLE_1),
    Cohort(date(1951, 6, 6), date(1951, 7, 5), date(2012, 9, 6), _TABLE_1),
    Cohort(date(1951, 7, 6), date(1951, 8, 5), date(2012, 11, 6), _TABLE_1),
    Cohort(date(1951, 8, 6), date(1951, 9, 5), date(2013, 1, 6), _TABLE_1),
    Cohort(date(1951, 9, 6), date(1951, 10, 5), date(2013, 3, 6), _TABLE_1),
    Cohort(date(1951, 10, 6), date(1951, 11, 5), date(2013, 5, 6), _TABLE_1),
    Cohort(date(1951, 11, 6), date(1951, 12, 5), date(2013, 7, 6), _TABLE_1),
    Cohort(date(1951, 12, 6), date(1952, 1, 5), date(2013, 9, 6), _TABLE_1),
    Cohort(date(1952, 1, 6), date(1952, 2, 5), date(2013, 11, 6), _TABLE_1),
    Cohort(date(1952, 2, 6), date(1952, 3, 5), date(2014, 1, 6), _TABLE_1),
    Cohort(date(1952, 3, 6), date(1952, 4, 5), date(2014, 3, 6), _TABLE_1),
    Cohort(date(1952, 4, 6), date(1952, 5, 5), date(2014, 5, 6), _TABLE_1),
    Cohort(date(1952, 5, 6), date(1952, 6, 5), date(2014, 7, 6), _TABLE_1),
    Cohort(date(1952, 6, 6), date(1952, 7, 5), date(2014, 9, 6), _TABLE_1),
    Cohort(date(1952, 7, 6), date(1952, 8, 5), date(2014, 11, 6), _TABLE_1),
    Cohort(date(1952, 8, 6), date(1952, 9, 5), date(2015, 1, 6), _TABLE_1),
    Cohort(date(1952, 9, 6), date(1952, 10, 5), date(2015, 3, 6), _TABLE_1),
    Cohort(date(1952, 10, 6), date(1952, 11, 5), date(2015, 5, 6), _TABLE_1),
    Cohort(date(1952, 11, 6), date(1952, 12, 5), date(2015, 7, 6), _TABLE_1),
    Cohort(date(1952, 12, 6), date(1953, 1, 5), date(2015, 9, 6), _TABLE_1),
    Cohort(date(1953, 1, 6), date(1953, 2, 5), date(2015, 11, 6), _TABLE_1),
    Cohort(date(1953, 2, 6), date(1953, 3, 5), date(2016, 1, 6), _TABLE_1),
    Cohort(date(1953, 3, 6), date(1953, 4, 5), date(2016, 3, 6), _TABLE_1),
    Cohort(date(1953, 4, 6), date(1953, 5, 5), date(2016, 7, 6), _TABLE_1_FROM_2011),
    Cohort(date(1953, 5, 6), date(1953, 6, 5), date(2016, 11, 6), _TABLE_1_FROM_2011),
    Cohort(date(1953, 6, 6), date(1953, 7, 5), date(2017, 3, 6), _TABLE_1_FROM_2011),
    Cohort(date(1953, 7, 6), date(1953, 8, 5), date(2017, 7, 6), _TABLE_1_FROM_2011),
    Cohort(date(1953, 8, 6), date(1953, 9, 5), date(2017, 11, 6), _TABLE_1_FROM_2011),
    Cohort(date(1953, 9, 6), date(1953, 10, 5), date(2018, 3, 6), _TABLE_1_FROM_2011),
    Cohort(date(1953, 10, 6), date(1953, 11, 5), date(2018, 7, 6), _TABLE_1_FROM_2011),
    Cohort(date(1953, 11, 6), date(1953, 12, 5), date(2018, 11, 6), _TABLE_1_FROM_2011),
)

# The three notes of paragraph 1(7A) (born 31 July 1960, 31 December 1960, 31 January 1961) need no rows of their own:
# where the month has no such day, its last day is the anniversary, which is what they say.
_EVERYONE_FROM_6_DECEMBER_1953 = (
    Cohort(date(1953, 12, 6), date(1954, 1, 5), date(2019, 3, 6), _TABLE_2),
    Cohort(date(1954, 1, 6), date(1954, 2, 5), date(2019, 5, 6), _TABLE_2),
    Cohort(date(1954, 2, 6), date(1954, 3, 5), date(2019, 7, 6), _TABLE_2),
    Cohort(date(1954, 3, 6), date(1954, 4, 5), date(2019, 9, 6), _TABLE_2),
    Cohort(date(1954, 4, 6), date(1954, 5, 5), date(2019, 11, 6), _TABLE_2),
    Cohort(date(1954, 5, 6), date(1954, 6, 5), date(2020, 1, 6), _TABLE_2),
    Cohort(date(1954, 6, 6), date(1954, 7, 5), date(2020, 3, 6), _TABLE_2),
    Cohort(date(1954, 7, 6), date(1954, 8, 5), date(2020, 5, 6), _TABLE_2),
    Cohort(date(1954, 8, 6), date(1954, 9, 5), date(2020, 7, 6), _TABLE_2),
    Cohort(date(1954, 9, 6), date(1954, 10, 5), date(2020, 9, 6), _TABLE_2),
    Cohort(date(1954, 10, 6), date(1960, 4, 5), PensionableAge(66), _PARAGRAPH_1_6),
    Cohort(date(1960, 4, 6), date(1960, 5, 5), PensionableAge(66, months=1), _TABLE_3),
    Cohort(date(1960, 5, 6), date(1960, 6, 5), PensionableAge(66, months=2), _TABLE_3),
    Cohort(date(1960, 6, 6), date(1960, 7, 5), PensionableAge(66, months=3), _TABLE_3),
    Cohort(date(1960, 7, 6), date(1960, 8, 5), PensionableAge(66, months=4), _TABLE_3),
    Cohort(date(1960, 8, 6), date(1960, 9, 5), PensionableAge(66, months=5), _TABLE_3),
    Cohort(date(1960, 9, 6), date(1960, 10, 5), PensionableAge(66, months=6), _TABLE_3),
    Cohort(date(1960, 10, 6), date(1960, 11, 5), PensionableAge(66, months=7), _TABLE_3),
    Cohort(date(1960, 11, 6), date(1960, 12, 5), PensionableAge(66, months=8), _TABLE_3),
    Cohort(date(1960, 12, 6), date(1961, 1, 5), PensionableAge(66, months=9), _TABLE_3),
    Cohort(date(1961, 1, 6), date(1961, 2, 5), PensionableAge(66, months=10), _TABLE_3),
    Cohort(date(1961, 2, 6), date(1961, 3, 5), PensionableAge(66, months=11), _TABLE_3),
    Cohort(date(1961, 3, 6), date(1977, 4, 5), PensionableAge(67), _PARAGRAPH_1_8),
    Cohort(date(1977, 4, 6), date(1977, 5, 5), date(2044, 5, 6), _TABLE_4),
    Cohort(date(1977, 5, 6), date(1977, 6, 5), date(2044, 7, 6), _TABLE_4),
    Cohort(date(1977, 6, 6), date(1977, 7, 5), date(2044, 9, 6), _TABLE_4),
    Cohort(date(1977, 7, 6), date(1977, 8, 5), date(2044, 11, 6), _TABLE_4),
    Cohort(date(1977, 8, 6), date(1977, 9, 5), date(2045, 1, 6), _TABLE_4),
    Cohort(date(1977, 9, 6), date(1977, 10, 5), date(2045, 3, 6), _TABLE_4),
    Cohort(date(1977, 10, 6), date(1977, 11, 5), date(2045, 5, 6), _TABLE_4),
    Cohort(date(1977, 11, 6), date(1977, 12, 5), date(2045, 7, 6), _TABLE_4),
    Cohort(date(1977, 12, 6), date(1978, 1, 5), date(2045, 9, 6), _TABLE_4),
    Cohort(date(1978, 1, 6), date(1978, 2, 5), date(2045, 11, 6), _TABLE_4),
    Cohort(date(1978, 2, 6), date(1978, 3, 5), date(2046, 1, 6), _TABLE_4),
    Cohort(date(1978, 3, 6), date(1978, 4, 5), date(2046, 3, 6), _TABLE_4),
    Cohort(date(1978, 4, 6), _LATEST, PensionableAge(68), _PARAGRAPH_1_10),
)

FOR_MEN: tuple[Cohort, ...] = (*_MEN_BEFORE_6_DECEMBER_1953, *_EVERYONE_FROM_6_DECEMBER_1953)
FOR_WOMEN: tuple[Cohort, ...] = (*_WOMEN_BEFORE_6_DECEMBER_1953, *_EVERYONE_FROM_6_DECEMBER_1953)

# Women and men share every row from here on.
SAME_FOR_EVERYONE_FROM = _EVERYONE_FROM_6_DECEMBER_1953[0].born_from
