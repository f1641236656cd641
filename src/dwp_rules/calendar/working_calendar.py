"""Working days: which days are open, and counting from one to another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from operator import attrgetter
from threading import RLock
from typing import Final, NoReturn
from weakref import WeakValueDictionary

from dwp_rules.calendar.dates import require_date, whole_number
from dwp_rules.calendar.errors import OutsideCalendar
from dwp_rules.calendar.recipe import SATURDAY_AND_SUNDAY, CalendarRecipe, Holiday, ListedHolidays
from dwp_rules.calendar.table import WorkingDayTable, working_day_table

_BEFORE_THE_FIRST: Final = date.min


class WorkingCalendar:
    """The working days between two dates, `first` and `horizon`, and every count of them.

    Immutable, and the same object after pickling. Its table is made when it is first asked something. A day or an
    answer outside what it knows raises `OutsideCalendar`; a datetime, or anything else that is not a date, `TypeError`.

    >>> from dwp_rules.calendar import ENGLAND_AND_WALES
    >>> ENGLAND_AND_WALES.add(date(2020, 12, 23), 2)
    datetime.date(2020, 12, 29)
    """

    __slots__ = (
        "__weakref__",
        "_days",
        "_holidays",
        "_next_number",
        "_number",
        "_open",
        "_recipe",
        "_table",
        "first",
        "horizon",
        "name",
        "projected",
    )

    name: str
    first: date
    """First day known."""
    horizon: date
    """Last day known."""
    projected: "WorkingCalendar"
    """The same calendar with the holidays expected after the horizon; of a calendar that has none, itself."""

    # Working days are numbered from 1. Of each day known: the number of working days up to and including it, the
    # number of the next working day (the day itself if open), and whether it is open. Empty until first asked: every
    # look-up that fails goes to the careful path, which makes the table and then answers or says what is wrong.
    _number: dict[date, int]
    _next_number: dict[date, int]
    _open: dict[date, bool]
    _days: tuple[date, ...]
    _holidays: tuple[Holiday, ...]
    _table: WorkingDayTable | None
    _recipe: CalendarRecipe

    def __init__(self, recipe: CalendarRecipe) -> None:
        beyond = replace(recipe, horizon=recipe.projected_to)
        self._set("_recipe", recipe)
        self._set("name", recipe.name)
        self._set("first", recipe.first)
        self._set("horizon", recipe.horizon)
        self._set("projected", self if beyond == recipe else calendar_of(beyond))
        self._set("_number", {})
        self._set("_next_number", {})
        self._set("_open", {})
        self._set("_days", ())
        self._set("_holidays", ())
        self._set("_table", None)

    @classmethod
    def from_dates(
        cls,
        name: str,
        holidays: Mapping[date, str] | Iterable[date],
        *,
        first: date,
        last: date,
        weekend: Iterable[int] = SATURDAY_AND_SUNDAY,
    ) -> "WorkingCalendar":
        """Make a calendar from your own holidays, with their names if a mapping is given.

        `first` to `last` is the span for which the list is complete; holidays outside it are not used. `weekend`
        numbers the weekdays that are never open, Monday 0 to Sunday 6. Raises `ValueError` where the bounds are out of
        order, or no weekday is left to work on.

        >>> closed = {date(2021, 8, 2): "Local fair"}
        >>> leith = WorkingCalendar.from_dates("Leith", closed, first=date(2021, 1, 1), last=date(2021, 12, 31))
        >>> leith.next_working_day(date(2021, 8, 1))
        datetime.date(2021, 8, 3)
        """
        return calendar_of(
            CalendarRecipe(
                name=name,
                holidays=ListedHolidays.of(holidays),
                first=first,
                horizon=last,
                projected_to=last,
                weekend=frozenset(weekend),
            )
        )

    def is_working_day(self, d: date) -> bool:
        """Say whether `d` is neither a weekend day nor a holiday."""
        try:
            return self._open[d]
        except (KeyError, TypeError):
            self._require_known(d)
            return self._open[d]

    def add(self, d: date, n: int) -> date:
        """Return the nth working day after `d` (n > 0) or before it (n < 0); for 0, `d` or the next open day.

        `d` itself is never counted, open or closed.
        """
        try:
            if n > 0:
                return self._days[self._number[d] + n]
            number = self._next_number[d] + n
            if number > 0:
                return self._days[number]
        except (LookupError, TypeError):
            pass
        return self._add_carefully(d, n)

    def count(self, a: date, b: date) -> int:
        """Return the number of working days d with a < d <= b; negative when b is before a.

        >>> from dwp_rules.calendar import SCOTLAND
        >>> SCOTLAND.count(date(2021, 12, 31), date(2022, 1, 5)), SCOTLAND.count(date(2022, 1, 5), date(2021, 12, 31))
        (1, -1)
        """
        try:
            return self._number[b] - self._number[a]
        except (KeyError, TypeError):
            self._require_known(a, b)
            return self._number[b] - self._number[a]

    def next_working_day(self, d: date) -> date:
        """Return `d` if it is open, otherwise the first working day after it."""
        return self.add(d, 0)

    def previous_working_day(self, d: date) -> date:
        """Return `d` if it is open, otherwise the last working day before it."""
        return d if self.is_working_day(d) else self.add(d, -1)

    def holidays_between(self, a: date, b: date) -> tuple[Holiday, ...]:
        """Return the holidays from `a` to `b`, both counted, with their names.

        Raises `ValueError` where `b` is before `a`.

        >>> from dwp_rules.calendar import ENGLAND_AND_WALES
        >>> [holiday.name for holiday in ENGLAND_AND_WALES.holidays_between(date(2021, 4, 1), date(2021, 4, 5))]
        ['Good Friday', 'Easter Monday']
        """
        self._require_known(a, b)
        _require_order(a, b)
        start = bisect_left(self._holidays, a, key=attrgetter("on"))
        return self._holidays[start : bisect_right(self._holidays, b, key=attrgetter("on"))]

    def nth_of_month(self, year: int, month: int, n: int) -> date:
        """Return the nth working day of a month; the first working day is number 1.

        Raises `ValueError` where n is less than 1, or the month has fewer working days.

        >>> from dwp_rules.calendar import ENGLAND_AND_WALES
        >>> ENGLAND_AND_WALES.nth_of_month(2022, 1, 15)
        datetime.date(2022, 1, 24)
        """
        if n < 1:
            raise ValueError(f"working days of a month are numbered from 1, not {n}")
        day = self.add(self.next_working_day(_day_of_month(year, month, 1)), n - 1)
        if (day.year, day.month) != (year, month):
            raise ValueError(f"{year}-{month:02} has fewer than {n} working days in the calendar {self.name!r}")
        return day

    def last_n_of(self, first: date, last: date, n: int) -> tuple[date, ...]:
        """Return the last n working days from `first` to `last`, both counted, earliest first; all if there are fewer.

        Raises `ValueError` where n is less than 1, or `last` is before `first`.

        >>> from dwp_rules.calendar import ENGLAND_AND_WALES
        >>> [str(day) for day in ENGLAND_AND_WALES.last_n_of(date(2020, 10, 5), date(2021, 4, 4), 3)]
        ['2021-03-30', '2021-03-31', '2021-04-01']
        """
        n = whole_number(n, "a number of working days")
        if n < 1:
            raise ValueError(f"the last {n} working days of a period: give 1 or more")
        self._require_known(first, last)
        _require_order(first, last)
        after_last = self._number[last] + 1
        return self._days[max(self._next_number[first], after_last - n) : after_last]

    def day_of_month_rolled(self, year: int, month: int, day: int) -> date:
        """Return that day of the month, or the next working day if it is closed (which may lie in the next month).

        Raises `ValueError` where the month has no such day.

        >>> from dwp_rules.calendar import ENGLAND_AND_WALES
        >>> ENGLAND_AND_WALES.day_of_month_rolled(2020, 11, 15)
        datetime.date(2020, 11, 16)
        """
        return self.next_working_day(_day_of_month(year, month, day))

    @property
    def table(self) -> WorkingDayTable:
        """The table behind the answers, for code that counts whole columns of dates."""
        return self._made()

    def __repr__(self) -> str:
        return f"<WorkingCalendar {self.name!r} {self.first} to {self.horizon}>"

    def __reduce__(self) -> tuple[object, tuple[CalendarRecipe]]:
        return calendar_of, (self._recipe,)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a calendar cannot be changed: make another with WorkingCalendar.from_dates ({name})")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a calendar cannot be changed: make another with WorkingCalendar.from_dates ({name})")

    def _add_carefully(self, d: date, n: int) -> date:
        n = whole_number(n, "a number of working days")
        self._require_known(d)
        number = self._number[d] + n if n > 0 else self._next_number[d] + n
        if not 0 < number < len(self._days):
            side = "before" if n < 0 else "after"
            raise self._outside(f"working day {abs(n):,} {side} {d}" if n else f"the next working day from {d}")
        return self._days[number]

    def _require_known(self, *days: date) -> None:
        if self._table is None:
            self._made()
        for day in days:
            require_date(day)
            if not self.first <= day <= self.horizon:
                raise self._outside(str(day))

    def _outside(self, question: str) -> OutsideCalendar:
        return OutsideCalendar(question, self.name, self.first, self.horizon)

    def _made(self) -> WorkingDayTable:
        with _MAKING:
            return self._make_table() if self._table is None else self._table

    def _make_table(self) -> WorkingDayTable:
        holidays = self._recipe.holidays.holidays(self.first, self.horizon)
        closed = {holiday.on for holiday in holidays}
        table = working_day_table(self.first, self.horizon, weekend=self._recipe.weekend, holidays=closed)
        every_day = [date.fromordinal(table.first_ordinal + position) for position in range(len(table.so_far))]
        earlier = (0, *table.so_far[:-1])
        self._set("_holidays", holidays)
        self._set("_days", (_BEFORE_THE_FIRST, *table.working_days))
        self._set("_number", dict(zip(every_day, table.so_far, strict=True)))
        self._set("_next_number", {day: before + 1 for day, before in zip(every_day, earlier, strict=True)})
        self._set("_open", {day: self._number[day] > before for day, before in zip(every_day, earlier, strict=True)})
        self._set("_table", table)
        return table

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)


_MAKING: Final = RLock()
_CALENDARS: Final[WeakValueDictionary[CalendarRecipe, WorkingCalendar]] = WeakValueDictionary()


def calendar_of(recipe: CalendarRecipe) -> WorkingCalendar:
    """Return the calendar of a recipe: always the same one while it is in use, so that its table is made once."""
    with _MAKING:
        calendar = _CALENDARS.get(recipe)
        if calendar is None:
            calendar = _CALENDARS[recipe] = WorkingCalendar(recipe)
        return calendar


def _require_order(first: date, last: date) -> None:
    if last < first:
        raise ValueError(f"the period ends before it starts: {first} to {last}")


def _day_of_month(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no day {day} of month {month} of the year {year}") from None
