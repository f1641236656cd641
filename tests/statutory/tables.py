"""The published tables, read from the data beside this file, and a slow walk over them, apart from the library."""

import csv
import datetime
from datetime import date, timedelta
from pathlib import Path

DATA = Path(__file__).parent / "data"
SEXES = ("female", "male")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def applies_to(row: dict[str, str], sex: str) -> bool:
    return row["sex"] in (sex, "both")


def attained(born: date, years: int, months: int) -> date:
    """The day of the same number in the month of the anniversary; where there is none, the last day of that month.

    A birthday of 29 February falls on 1 March in a common year (DWP test: 29 February 1952, male, 1 March 2017).
    """
    year, month = born.year + years, born.month + months
    if month > 12:
        year, month = year + 1, month - 12
    if (born.month, born.day, months) == (2, 29, 0):
        return date(year, 2, 28) + timedelta(days=1)
    day = born.day
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def expected_dates(first: date, last: date) -> dict[tuple[date, str], date]:
    """Walk every row of the published timetable day by day: (date of birth, sex) -> State Pension date."""
    expected: dict[tuple[date, str], date] = {}
    for row in rows("state_pension_age.csv"):
        born = max(first, date.fromisoformat(row["born_from"] or "0001-01-01"))
        end = min(last, date.fromisoformat(row["born_to"] or "9999-12-31"))
        while born <= end:
            for sex in SEXES:
                if applies_to(row, sex):
                    assert (born, sex) not in expected, "two rows of the published timetable overlap"
                    expected[born, sex] = (
                        date.fromisoformat(row["fixed_date"])
                        if row["rule"] == "fixed_date"
                        else attained(born, int(row["age_years"]), int(row["age_months"]))
                    )
            born += timedelta(days=1)
    return expected


def midnight(day: date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.min)
