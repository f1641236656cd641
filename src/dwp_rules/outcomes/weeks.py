"""Weeks of self-employment: seven-day periods with a day of trading, under four readings of where they may lie.

A week is any seven-day period that overlaps no other counted week, holds a day of self-employment and meets the
benefit condition throughout (JETS 3.8 note, IPES 5.10). Neither document says how the periods are placed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Protocol

from dwp_rules.outcomes.window import check_day, check_window

__all__ = ["WEEK_READINGS", "BarredDays", "Spell", "Week", "Weeks", "self_employed_weeks"]

_DAYS_IN_A_WEEK = 7
# A period of seven days that ends on a given day opens this many days before it.
_LONGEST_LEAD = _DAYS_IN_A_WEEK - 1
_NO_LEAD = 0
_NEXT_DAY = 1
_FOR_EVER = date.max.toordinal() + _NEXT_DAY


class Spell(Protocol):
    """A run of days, both ends counted: any object with these attributes will do."""

    @property
    def starts_on(self) -> date:
        """The first day."""
        ...

    @property
    def ends_on(self) -> date | None:
        """The last day, None while it goes on."""
        ...


BarredDays = date | tuple[date, date | None] | Spell
"""A day, or a spell of days, on which the benefit condition fails."""


class Week(NamedTuple):
    """One counted period of seven days, both ends counted."""

    opens_on: date
    closes_on: date


class _Barred(NamedTuple):
    """Days, as ordinals, on which the benefit condition fails; `until` is the first day on which it no longer does."""

    start: int
    until: int


# Ends every list of barred days, so that the next ones to come always exist.
_NEVER = _Barred(_FOR_EVER, _FOR_EVER)


class _Trading(NamedTuple):
    """What the readings are read from, days as ordinals."""

    first: int
    last_opening: int
    days: tuple[int, ...]
    barred: tuple[_Barred, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Weeks:
    """Weeks of self-employment under the reading chosen; the other readings are worked out when asked for."""

    reading: str
    _trading: _Trading
    _openings: dict[str, list[int]] = field(compare=False)

    def __repr__(self) -> str:
        return f"<Weeks: {self.counted} under {self.reading}>"

    @property
    def counted(self) -> int:
        """How many weeks there are under the reading chosen."""
        return len(self._opened_under(self.reading))

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The periods under the reading chosen, in order."""
        return tuple(map(_week, self._opened_under(self.reading)))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many weeks there are under each reading."""
        return MappingProxyType({reading: len(self._opened_under(reading)) for reading in WEEK_READINGS})

    def completed_on(self, number: int, *, reading: str | None = None) -> date | None:
        """Give the last day of the nth week, None where there are fewer; `reading` is the one chosen unless given.

        Raises ValueError when `number` is below one or the reading is not known.
        """
        _check_number(number)
        opened = self._opened_under(self.reading if reading is None else reading)
        return date.fromordinal(opened[number - 1] + _LONGEST_LEAD) if number <= len(opened) else None

    def safe_to_claim(self, number: int) -> bool:
        """Whether every reading gives at least so many weeks.

        They do where `opens_on_trading_day` and `fixed_weeks` both do, since the other two never give fewer.

        Raises ValueError when `number` is below one.
        """
        _check_number(number)
        return not [reading for reading in _STRICTEST if len(self._opened_under(reading)) < number]

    def to_dict(self) -> dict[str, object]:
        """Give the weeks in values that JSON knows: each week as a pair of ISO dates, and the count of each reading."""
        return {
            "reading": self.reading,
            "weeks": [[week.opens_on.isoformat(), week.closes_on.isoformat()] for week in self.weeks],
            "counts": dict(self.counts),
        }

    def _opened_under(self, reading: str) -> list[int]:
        if reading not in self._openings:
            self._openings[reading] = _place(reading, self._trading)
        return self._openings[reading]


def self_employed_weeks(
    days: Iterable[date],
    first: date,
    last: date,
    not_counting: Iterable[BarredDays] = (),
    reading: str = "any_period_once_trading",
) -> Weeks:
    """Count the weeks of self-employment that lie wholly from `first` to `last`, both days included.

    The readings (JETS 3.8 note, IPES 5.10), in all of which periods never overlap:

    - `any_period_once_trading`: the most periods of which none opens before the first day of trading;
    - `any_period`: the same without that bar;
    - `opens_on_trading_day`: a period opens only on a day of trading;
    - `fixed_weeks`: consecutive blocks of seven days from the first day of trading.

    `days` come in any order, however often each is given (JETS 3.9, IPES 5.11); those outside the window are left out,
    so the first day of trading is the first one in it. `not_counting` holds the days, or the spells of days with both
    ends counted (no end: still going on), on which the benefit condition fails; a period with such a day is no week.

    Raises TypeError when a datetime is given for a day; ValueError when the reading is not known, `last` is before
    `first`, or a spell ends before it starts.

    >>> weeks = self_employed_weeks(
    ...     [date(2020, 11, 6), date(2020, 11, 9), date(2020, 11, 13)], first=date(2020, 10, 5), last=date(2021, 5, 30))
    >>> weeks.counted, weeks.completed_on(2), weeks.safe_to_claim(2)
    (2, datetime.date(2020, 11, 19), True)
    """
    return weeks_beside(days, first, last, (not_counting,), reading)[0]


def weeks_beside(
    days: Iterable[date],
    first: date,
    last: date,
    each_not_counting: Iterable[Iterable[BarredDays]],
    reading: str = "any_period_once_trading",
) -> tuple[Weeks, ...]:
    """Count the weeks of the same days beside several lists of days on which the benefit condition fails.

    Each by itself is as `self_employed_weeks` gives it; what lies outside the days that count changes nothing, so that
    the periods are placed once where the lists differ there only.
    """
    check_window(first, last)
    opens, closes = first.toordinal(), last.toordinal()
    traded = tuple(sorted({day.toordinal() for day in days if first <= day <= last}))
    # Before the first day of trading only one reading lets a period open.
    earliest = traded[0] if traded and reading != _OPENS_BEFORE_TRADING else opens
    placed: dict[tuple[_Barred, ...], list[int]] = {}
    weeks: list[Weeks] = []
    for not_counting in each_not_counting:
        barred = sorted(map(_barred, not_counting))
        trading = _Trading(opens, closes - _LONGEST_LEAD, traded, (*barred, _NEVER))
        touching = tuple([spell for spell in barred if spell.until > earliest and spell.start <= closes])
        if touching not in placed:
            placed[touching] = _place(reading, trading)
        weeks.append(Weeks(reading, trading, {reading: placed[touching]}))
    return tuple(weeks)


def _earliest_ending(trading: _Trading, opens: int, lead: int) -> list[int]:
    """Take, from `opens` on, always the earliest-ending period that qualifies; give the day on which each opens.

    A period opens at most `lead` days before the day of trading that it holds. No choice of periods that do not
    overlap is larger, nor is its nth period over sooner: whatever else is chosen, its nth ends no earlier than ours.
    """
    opened: list[int] = []
    barred = iter(trading.barred)
    start, until = next(barred)
    for day in trading.days:
        while opens <= day:
            if day - opens > lead:
                opens = day - lead
            if opens > trading.last_opening:
                return opened
            while until <= opens:
                start, until = next(barred)
            if start < opens + _DAYS_IN_A_WEEK:
                opens = until
            else:
                opened.append(opens)
                opens += _DAYS_IN_A_WEEK
    return opened


def _any_period_once_trading(trading: _Trading) -> list[int]:
    return _earliest_ending(trading, trading.days[0], _LONGEST_LEAD)


def _any_period(trading: _Trading) -> list[int]:
    return _earliest_ending(trading, trading.first, _LONGEST_LEAD)


def _opens_on_trading_day(trading: _Trading) -> list[int]:
    return _earliest_ending(trading, trading.days[0], _NO_LEAD)


def _fixed_weeks(trading: _Trading) -> list[int]:
    opened: list[int] = []
    barred = iter(trading.barred)
    start, until = next(barred)
    for opens in _blocks_traded_in(trading.days):
        if opens > trading.last_opening:
            break
        while until <= opens:
            start, until = next(barred)
        if start >= opens + _DAYS_IN_A_WEEK:
            opened.append(opens)
    return opened


def _blocks_traded_in(days: tuple[int, ...]) -> list[int]:
    """Give the first day of each seven-day block, counted from the first day of trading, that holds such a day."""
    return sorted({day - (day - days[0]) % _DAYS_IN_A_WEEK for day in days})


_PLACED_BY: Mapping[str, Callable[[_Trading], list[int]]] = MappingProxyType(
    {
        "any_period_once_trading": _any_period_once_trading,
        "any_period": _any_period,
        "opens_on_trading_day": _opens_on_trading_day,
        "fixed_weeks": _fixed_weeks,
    }
)
_OPENS_BEFORE_TRADING = "any_period"
_STRICTEST = ("opens_on_trading_day", "fixed_weeks")

WEEK_READINGS = tuple(_PLACED_BY)
"""The readings by name, the default first."""


def _place(reading: str, trading: _Trading) -> list[int]:
    if reading not in _PLACED_BY:
        raise ValueError(
            f"{reading!r} is no reading of a week of self-employment; the readings are {', '.join(WEEK_READINGS)}"
        )
    return _PLACED_BY[reading](trading) if trading.days else []


def _week(opens: int) -> Week:
    return Week(date.fromordinal(opens), date.fromordinal(opens + _LONGEST_LEAD))


def _barred(given: BarredDays) -> _Barred:
    start, end = _ends(given)
    check_day("a day in not_counting", start)
    if end is None:
        return _Barred(start.toordinal(), _FOR_EVER)
    check_day("a day in not_counting", end)
    if end < start:
        raise ValueError(f"a spell in not_counting ends on {end}, before it starts on {start}")
    return _Barred(start.toordinal(), end.toordinal() + _NEXT_DAY)


def _ends(given: BarredDays) -> tuple[date, date | None]:
    if isinstance(given, date):
        return given, given
    return given if isinstance(given, tuple) else (given.starts_on, given.ends_on)


def _check_number(number: int) -> None:
    if number < 1:
        raise ValueError(f"{number} weeks were asked for: the first week is number 1")
