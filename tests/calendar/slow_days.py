"""A slow, obvious oracle: the GOV.UK lists, and walking the days one at a time."""

import csv
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

FIRST = date(2011, 1, 1)
LAST = date(2028, 12, 31)
ONE_DAY = timedelta(days=1)
DIVISIONS = {
    "England and Wales": ("england-and-wales",),
    "Scotland": ("scotland",),
    "Great Britain": ("england-and-wales", "scotland"),
}


@cache
def gov_uk_holidays(name: str) -> frozenset[date]:
    with (Path(__file__).parent / "data" / "bank_holidays.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(
            date.fromisoformat(row["date"]) for row in csv.DictReader(file) if row["division"] in DIVISIONS[name]
        )


def every_day(first: date = FIRST, last: date = LAST) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += ONE_DAY


@cache
def gov_uk_open_days(name: str) -> frozenset[date]:
    holidays = gov_uk_holidays(name)
    return frozenset(day for day in every_day() if day.weekday() not in (5, 6) and day not in holidays)


def walk(
    day: date, step: timedelta, open_days: Collection[date], first: date = FIRST, last: date = LAST
) -> Iterator[date]:
    """Open days met when walking from a day, itself not counted, until nothing more is known."""
    day += step
    while first <= day <= last:
        if day in open_days:
            yield day
        day += step
