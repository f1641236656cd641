"""Periods as values: "15 working days", "8 weeks", "24 hours", and which day is day one, by name."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import total_ordering
from math import ceil
from typing import ClassVar, Final

from dwp_rules.calendar.dates import ONE_DAY, require_aware, require_date, whole_number
from dwp_rules.calendar.months import corresponding_date
from dwp_rules.calendar.working_calendar import WorkingCalendar

_DAYS_IN_A_WEEK: Final = 7
_HOURS_IN_A_DAY: Final = 24


class DayOne(Enum):
    """Which day counts as day one of a period that runs from (or back from) a trigger day."""

    NEXT = "next"
    """The day after the trigger, in working days the first open one; the trigger day is never counted."""

    SAME = "same"
    """The trigger day itself; in working days, if it is closed, the next open day."""

    SAME_EVEN_IF_CLOSED = "same_even_if_closed"
    """The trigger day itself, even if it is closed (a reading of Job Finding Support provider guidance 3.07)."""


_NEXT: Final = DayOne.NEXT
_SAME: Final = DayOne.SAME


@total_ordering
@dataclass(frozen=True, slots=True, repr=False)
class Period(ABC):
    """A length of time in one unit. Periods of one unit and one day one can be put in order.

    Raises `ValueError` where n is negative, or is 0 although the trigger day is day one.
    """

    n: int
    day_one: DayOne = _NEXT

    unit: ClassVar[str]

    def __post_init__(self) -> None:
        number = whole_number(self.n, f"a number of {self.unit}s")
        least = 0 if self.day_one is _NEXT else 1
        if number < least:
            raise ValueError(f"{self} counted from {self.day_one}: give {least} or more, and .before to count back")

    @abstractmethod
    def after(self, trigger: date, calendar: WorkingCalendar, /) -> date:
        """Return the last day in time: what is due within this period of the trigger is due by this day."""

    @abstractmethod
    def before(self, day: date, calendar: WorkingCalendar, /) -> date:
        """Count back from a day, the conventions mirrored.

        With `DayOne.NEXT` the day before (the last working day before) is day one: "five working days before the
        meeting". With `DayOne.SAME` the day itself is day one (if closed, the last open day before it), so the answer
        opens "the last ten working days" up to and including that day.
        """

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period) or (type(self), self.day_one) != (type(other), other.day_one):
            return NotImplemented
        return self.n < other.n

    def __repr__(self) -> str:
        called = f"{self.unit.replace(' ', '_')}s"
        return f"{called}({self.n})" if self.day_one is _NEXT else f"{called}({self.n}, {self.day_one})"

    def __str__(self) -> str:
        return f"{self.n} {self.unit}" if self.n == 1 else f"{self.n} {self.unit}s"


class WorkingDays(Period):
    """A number of working days, of a calendar given with the question."""

    __slots__ = ()
    unit: ClassVar[str] = "working day"

    def after(self, trigger: date, calendar: WorkingCalendar, /) -> date:
        """Return the nth working day; with n = 0 the trigger, or the next open day if it is closed."""
        if self.day_one is _NEXT:
            return calendar.add(trigger, self.n)
        if self.day_one is _SAME:
            return calendar.add(calendar.next_working_day(trigger), self.n - 1)
        require_date(trigger)
        return calendar.add(trigger, self.n - 1) if self.n > 1 else trigger

    def before(self, day: date, calendar: WorkingCalendar, /) -> date:
        """Return the nth working day, counting back; with n = 0 the day, or the last open day before it."""
        if self.day_one is _NEXT:
            return calendar.add(day, -self.n) if self.n else calendar.previous_working_day(day)
        if self.day_one is _SAME:
            return calendar.add(calendar.previous_working_day(day), 1 - self.n)
        require_date(day)
        return calendar.add(day, 1 - self.n) if self.n > 1 else day


@dataclass(frozen=True, slots=True, repr=False)
class WholeDays(Period):
    """A period that is a number of days, open and closed alike; no calendar is needed."""

    _span: timedelta = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        Period.__post_init__(self)
        try:
            object.__setattr__(self, "_span", timedelta(days=self._days_after_trigger()))
        except OverflowError:
            raise ValueError(f"{self}: longer than the years 1 to 9999") from None

    def after(self, trigger: date, _calendar: WorkingCalendar | None = None, /) -> date:
        """Return the last day; it is not moved when it is closed."""
        if type(trigger) is date:
            try:
                return trigger + self._span
            except OverflowError:
                pass
        return self._moved(trigger, self._span)

    def before(self, day: date, _calendar: WorkingCalendar | None = None, /) -> date:
        """Return the first day, counting back; it is not moved when it is closed."""
        return self._moved(day, -self._span)

    @abstractmethod
    def _days_after_trigger(self) -> int: ...

    def _moved(self, day: date, span: timedelta) -> date:
        require_date(day)
        try:
            return day + span
        except OverflowError:
            raise ValueError(f"{self} from {day} lie outside the years 1 to 9999") from None


class CalendarDays(WholeDays):
    """A number of calendar days."""

    __slots__ = ()
    unit: ClassVar[str] = "calendar day"
    days_each: ClassVar[int] = 1

    def _days_after_trigger(self) -> int:
        days = self.n * self.days_each
        return days if self.day_one is _NEXT else days - 1


class Weeks(CalendarDays):
    """A number of weeks, of seven calendar days each."""

    __slots__ = ()
    unit: ClassVar[str] = "week"
    days_each: ClassVar[int] = _DAYS_IN_A_WEEK


class Months(Period):
    """A number of calendar months, by the corresponding date; a shorter month ends on its last day."""

    __slots__ = ()
    unit: ClassVar[str] = "month"

    def after(self, trigger: date, _calendar: WorkingCalendar | None = None, /) -> date:
        """Return the corresponding date or, where the trigger is day one, the day before it.

        A month that begins with the 31st and ends in a month without one ends with that month's last day.
        """
        day = corresponding_date(trigger, self.n)
        clamped = day.day < trigger.day
        return day if self.day_one is _NEXT or clamped else day - ONE_DAY

    def before(self, day: date, _calendar: WorkingCalendar | None = None, /) -> date:
        """Return the corresponding date or, where the day is day one, the first day of the months that end with it.

        Where the earlier month lacks the day, that is the first of the month after it.
        """
        if self.day_one is _NEXT:
            return corresponding_date(day, -self.n)
        day_after = day + ONE_DAY
        first = corresponding_date(day_after, -self.n)
        clamped = first.day < day_after.day
        return first + ONE_DAY if clamped else first


class Hours(WholeDays):
    """A number of elapsed hours from an instant; weekends and holidays run too.

    Where only the day of the trigger is known, `after` gives the last day on which the hours may end.
    """

    __slots__ = ()
    unit: ClassVar[str] = "hour"

    def after_instant(self, instant: datetime) -> datetime:
        """Return the instant so many elapsed hours later, told in the offset or zone of the first.

        Raises `ValueError` where `instant` carries no offset.
        """
        require_aware(instant)
        return (instant.astimezone(UTC) + timedelta(hours=self.n)).astimezone(instant.tzinfo)

    def _days_after_trigger(self) -> int:
        if self.day_one is not _NEXT:
            raise ValueError(f"{self} run from an instant: they have no {self.day_one}")
        return ceil(self.n / _HOURS_IN_A_DAY)


def working_days(n: int, day_one: DayOne = _NEXT) -> WorkingDays:
    """Return a period of n working days.

    >>> from dwp_rules.calendar import ENGLAND_AND_WALES
    >>> working_days(2).after(date(2020, 10, 5), ENGLAND_AND_WALES)
    datetime.date(2020, 10, 7)
    >>> working_days(10, DayOne.SAME).before(date(2021, 12, 31), ENGLAND_AND_WALES)
    datetime.date(2021, 12, 16)
    """
    return WorkingDays(n, day_one)


def calendar_days(n: int, day_one: DayOne = _NEXT) -> CalendarDays:
    """Return a period of n calendar days.

    >>> calendar_days(28).after(date(2021, 4, 4)), calendar_days(28, DayOne.SAME).after(date(2021, 4, 4))
    (datetime.date(2021, 5, 2), datetime.date(2021, 5, 1))
    """
    return CalendarDays(n, day_one)


def weeks(n: int, day_one: DayOne = _NEXT) -> Weeks:
    """Return a period of n weeks.

    >>> weeks(8).after(date(2021, 4, 4))
    datetime.date(2021, 5, 30)
    """
    return Weeks(n, day_one)


def months(n: int, day_one: DayOne = _NEXT) -> Months:
    """Return a period of n calendar months.

    >>> months(2).after(date(2020, 12, 31)), months(12, DayOne.SAME).after(date(2020, 10, 5))
    (datetime.date(2021, 2, 28), datetime.date(2021, 10, 4))
    """
    return Months(n, day_one)


def hours(n: int) -> Hours:
    """Return a period of n elapsed hours.

    >>> print(hours(24).after_instant(datetime.fromisoformat("2021-06-10T15:30:00+01:00")))
    2021-06-11 15:30:00+01:00
    >>> hours(24).after(date(2020, 12, 24))
    datetime.date(2020, 12, 25)
    """
    return Hours(n)
