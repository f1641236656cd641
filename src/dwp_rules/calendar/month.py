"""A calendar month as a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Final, SupportsIndex

from dwp_rules.calendar.dates import ONE_DAY, require_date, whole_number

__all__ = ["Month"]

_IN_A_YEAR: Final = 12
_WRITTEN: Final = re.compile("([0-9]{4})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, order=True, slots=True, repr=False)
class Month:
    """A calendar month, written YYYY-MM; earlier months are less than later ones.

    Raises `ValueError` for a month of the year that is not 1 to 12, or a year outside 1 to 9998.

    >>> march = Month.parse("2021-03")
    >>> str(march), march.first, march.last, date(2021, 3, 31) in march
    ('2021-03', datetime.date(2021, 3, 1), datetime.date(2021, 3, 31), True)
    >>> str(march.plus(10)), str(march.minus(3)), [str(month) for month in march.to(Month(2021, 5))]
    ('2022-01', '2020-12', ['2021-03', '2021-04', '2021-05'])
    """

    year: int
    month: int

    def __post_init__(self) -> None:
        """Refuse what is no month."""
        number, year = whole_number(self.month, "a month of the year"), whole_number(self.year, "a year")
        if not (1 <= number <= _IN_A_YEAR and MINYEAR <= year < MAXYEAR):
            raise ValueError(f"{self.year}-{self.month} is no month: the month is 1 to 12, the year 1 to 9998")

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read a month written YYYY-MM. Raises `ValueError` for any other text.

        >>> Month.parse("2021-3")
        Traceback (most recent call last):
        ...
        ValueError: '2021-3' is no month: a month is written YYYY-MM, such as 2021-03
        """
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise ValueError(f"{text!r} is no month: a month is written YYYY-MM, such as 2021-03")
        return cls(int(written[1]), int(written[2]))

    @classmethod
    def of(cls, day: date) -> "Month":
        """Give the month in which a day lies.

        >>> print(Month.of(date(2020, 2, 29)))
        2020-02
        """
        require_date(day)
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return self.plus(1).first - ONE_DAY

    def plus(self, months: SupportsIndex) -> "Month":
        """Give the month so many months later or, if negative, earlier."""
        number = whole_number(months, "a number of months")
        year, month = divmod(self.year * _IN_A_YEAR + self.month - 1 + number, _IN_A_YEAR)
        return Month(year, month + 1)

    def minus(self, months: SupportsIndex) -> "Month":
        """Give the month so many months earlier."""
        return self.plus(-whole_number(months, "a number of months"))

    def to(self, last: "Month") -> Iterator["Month"]:
        """Give the months from this one to another, both counted; none where the other is earlier."""
        month = self
        while month <= last:
            yield month
            month = month.plus(1)

    def __contains__(self, day: date) -> bool:
        """Whether a day lies in this month."""
        require_date(day)
        return (day.year, day.month) == (self.year, self.month)

    def __repr__(self) -> str:
        """Show the year and the month."""
        return f"Month({self.year}, {self.month})"

    def __str__(self) -> str:
        """Write it as YYYY-MM."""
        return f"{self.year:04d}-{self.month:02d}"
