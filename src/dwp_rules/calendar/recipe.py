"""What a working calendar is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple, Protocol

from dwp_rules.calendar.dates import require_date

SATURDAY_AND_SUNDAY: Final = frozenset({5, 6})
"""The ordinary weekend, as `date.weekday()` numbers the days: Monday is 0, Sunday 6."""

_DAYS_OF_THE_WEEK: Final = frozenset(range(7))
_UNNAMED: Final = "Closed"


class Holiday(NamedTuple):
    """One closed day that is not simply a weekend, with the name it goes by."""

    on: date
    name: str


class HolidayList(Protocol):
    """Where holidays come from: hashable and picklable, and asked only when a calendar is first used."""

    def holidays(self, first: date, last: date) -> tuple[Holiday, ...]:
        """Return the holidays from `first` to `last`, both included, in order of date."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ListedHolidays:
    """Holidays that a user has written out, in order of date."""

    listed: tuple[Holiday, ...]

    @classmethod
    def of(cls, holidays: Mapping[date, str] | Iterable[date]) -> "ListedHolidays":
        """List holidays with their names, or without: then each is called "Closed"."""
        named = dict(holidays) if isinstance(holidays, Mapping) else dict.fromkeys(holidays, _UNNAMED)
        for day in named:
            require_date(day, "a holiday")
        return cls(tuple(sorted(Holiday(day, name) for day, name in named.items())))

    def holidays(self, first: date, last: date) -> tuple[Holiday, ...]:
        """Return those listed from `first` to `last`, both included, in order of date."""
        return tuple(holiday for holiday in self.listed if first <= holiday.on <= last)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRecipe:
    """What a calendar is made of; equal recipes give the same calendar.

    Raises `ValueError` where the bounds are out of order, or no weekday is left to work on.
    """

    name: str
    holidays: HolidayList
    first: date
    horizon: date
    projected_to: date
    weekend: frozenset[int]

    def __post_init__(self) -> None:
        for day in (self.first, self.horizon, self.projected_to):
            require_date(day, "a bound of a calendar")
        if not self.first <= self.horizon <= self.projected_to:
            raise ValueError(
                f"the bounds of the calendar {self.name!r} must be in order, "
                f"not first {self.first}, last {self.horizon}, projected to {self.projected_to}"
            )
        if not self.weekend < _DAYS_OF_THE_WEEK:
            raise ValueError(
                f"the weekend of the calendar {self.name!r} must be some, but not all, of the weekdays 0 (Monday) to "
                f"6 (Sunday), not {sorted(self.weekend)}"
            )
