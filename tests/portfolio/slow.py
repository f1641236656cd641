"""Days and events the slow way: one by one, from the words of the documents, with nothing of the library's mechanisms.

Bank holidays are those of GOV.UK's lists, written out by hand for the years of the portfolios.
"""

from datetime import date, timedelta
from typing import Any

from dwp_rules import Case

__all__ = [
    "Events",
    "day_after",
    "is_working_day",
    "nth_day",
    "working_day_after",
    "working_days_before",
]

Event = Any
"""Any event: the tests read fields by their names."""

HOLIDAYS_OF = {
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
}
"""Bank holidays of England and Wales by year: month and day, substitute days in place of weekends."""

SCOTLAND_HAS = {
    2021: "01-04 08-02 11-30",
    2022: "01-04 08-01 11-30 12-26 12-27",
    2023: "01-03 08-07 11-30",
}
"""Days that are bank holidays in Scotland besides."""


def days_of(years: dict[int, str]) -> frozenset[date]:
    """The days of such a list."""
    return frozenset(date.fromisoformat(f"{year}-{day}") for year, days in years.items() for day in days.split())


ENGLAND_AND_WALES, SCOTLAND_TOO = days_of(HOLIDAYS_OF), days_of(SCOTLAND_HAS)
ONE_DAY = timedelta(days=1)


def day_after(day: date, number: int) -> date:
    """The day a number of calendar days after another."""
    return day + number * ONE_DAY


def nth_day(start: date, number: int) -> date:
    """Day n of provision, the Start Date being day 1."""
    return start + (number - 1) * ONE_DAY


def is_working_day(day: date, *, scotland_too: bool = False) -> bool:
    """Neither a weekend nor a bank holiday."""
    return day.weekday() < 5 and day not in ENGLAND_AND_WALES and not (scotland_too and day in SCOTLAND_TOO)


def working_day_after(day: date, number: int, *, scotland_too: bool = False) -> date:
    """The n-th working day after a day, stepping one day at a time; the first working day after it is the first."""
    while number:
        day += ONE_DAY
        if is_working_day(day, scotland_too=scotland_too):
            number -= 1
    return day


def working_days_before(day: date, number: int) -> date:
    """The first of the last n working days that end with a day, which is one of them if it is open."""
    while True:
        if is_working_day(day):
            number -= 1
            if number == 0:
                return day
        day -= ONE_DAY


class Events:
    """The events of a case that had happened by a day, in the order in which they happened; looked up by kind."""

    def __init__(self, case: Case, as_of: date) -> None:
        self.participant = case.participant
        self.as_of = as_of
        self._by_kind: dict[str, list[Event]] = {}
        for event in sorted((event for event in case.events if event.on <= as_of), key=lambda event: event.on):
            self._by_kind.setdefault(event.kind, []).append(event)

    def of(self, kind: str, **fields: object) -> list[Event]:
        """The events of a kind that have these values."""
        found = self._by_kind.get(kind, [])
        for name, value in fields.items():
            found = [event for event in found if getattr(event, name) == value]
        return found

    def entered(self, event: Event) -> date | None:
        """The day of entry, as far as it is known by now."""
        on: date | None = event.recorded_on
        return on if on is not None and on <= self.as_of else None

    @property
    def start(self) -> date | None:
        """The Start Date: of the recorded start, or as agreed at the initial meeting."""
        starts = self.of("start")
        if starts:
            return min(start.on for start in starts)
        agreed = [m.agreed_to_start_on for m in self.of("meeting", type="initial", attended=True)]
        known = [day for day in agreed if day is not None and day <= self.as_of]
        return min(known) if known else None
