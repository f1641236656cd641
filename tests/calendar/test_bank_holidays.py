"""Which days the three calendars close on, each remarkable day by name."""

import csv
from datetime import date
from pathlib import Path

import holidays
import pytest

from dwp_rules.calendar import (
    ENGLAND_AND_WALES,
    GREAT_BRITAIN,
    KNOWN_FROM,
    PROCLAIMED_UNTIL,
    PROJECTED_TO,
    SCOTLAND,
    Holiday,
    OutsideCalendar,
    WorkingCalendar,
)
from tests.calendar.slow_days import DIVISIONS, FIRST, LAST, gov_uk_holidays

OPEN, CLOSED = True, False
EVERYWHERE = (ENGLAND_AND_WALES, SCOTLAND, GREAT_BRITAIN)

# day, England and Wales, Scotland, what it is (GOV.UK bank holidays lists)
REMARKABLE_DAYS = [
    ("2011-01-03", CLOSED, CLOSED, "New Year's Day 2011 fell on a Saturday"),
    ("2011-01-04", OPEN, CLOSED, "and 2 January on a Sunday"),
    ("2011-04-29", CLOSED, CLOSED, "royal wedding"),
    ("2012-05-28", OPEN, OPEN, "last Monday in May 2012: the holiday had moved"),
    ("2012-06-04", CLOSED, CLOSED, "spring bank holiday moved"),
    ("2012-06-05", CLOSED, CLOSED, "Diamond Jubilee"),
    ("2020-05-04", OPEN, OPEN, "first Monday in May 2020: the holiday had moved"),
    ("2020-05-08", CLOSED, CLOSED, "VE day, a Friday"),
    ("2020-12-25", CLOSED, CLOSED, "Christmas Day, a Friday"),
    ("2020-12-28", CLOSED, CLOSED, "Boxing Day substitute"),
    ("2020-12-29", OPEN, OPEN, "the Tuesday after it"),
    ("2021-01-04", OPEN, CLOSED, "2 January substitute"),
    ("2021-04-05", CLOSED, OPEN, "Easter Monday"),
    ("2021-08-02", OPEN, CLOSED, "summer bank holiday, Scotland"),
    ("2021-08-30", CLOSED, OPEN, "summer bank holiday, England and Wales"),
    ("2021-11-30", OPEN, CLOSED, "St Andrew's Day"),
    ("2021-12-24", OPEN, OPEN, "Christmas Eve"),
    ("2021-12-27", CLOSED, CLOSED, "Christmas Day substitute"),
    ("2021-12-28", CLOSED, CLOSED, "Boxing Day substitute"),
    ("2022-01-03", CLOSED, CLOSED, "New Year's Day substitute"),
    ("2022-01-04", OPEN, CLOSED, "2 January substitute"),
    ("2022-05-30", OPEN, OPEN, "last Monday in May 2022: the holiday had moved"),
    ("2022-06-02", CLOSED, CLOSED, "spring bank holiday moved"),
    ("2022-06-03", CLOSED, CLOSED, "Platinum Jubilee"),
    ("2022-09-19", CLOSED, CLOSED, "State Funeral of Queen Elizabeth II"),
    ("2022-12-27", CLOSED, CLOSED, "Christmas Day substitute"),
    ("2023-01-02", CLOSED, CLOSED, "New Year's Day substitute; 2 January"),
    ("2023-01-03", OPEN, CLOSED, "2 January substitute"),
    ("2023-05-01", CLOSED, CLOSED, "early May bank holiday"),
    ("2023-05-08", CLOSED, CLOSED, "coronation of King Charles III"),
    ("2026-06-15", OPEN, CLOSED, "World Cup, Scotland only"),
    ("2028-12-29", OPEN, OPEN, "last working day known"),
]


@pytest.mark.parametrize(("day", "england_and_wales", "scotland", "what"), REMARKABLE_DAYS)
def test_remarkable_days(day: str, england_and_wales: bool, scotland: bool, what: str) -> None:
    on = date.fromisoformat(day)
    assert ENGLAND_AND_WALES.is_working_day(on) is england_and_wales, what
    assert SCOTLAND.is_working_day(on) is scotland, what
    assert GREAT_BRITAIN.is_working_day(on) is (england_and_wales and scotland), what


@pytest.mark.parametrize("calendar", EVERYWHERE, ids=lambda c: c.name)
def test_the_holidays_are_those_of_gov_uk_and_no_others(calendar: WorkingCalendar) -> None:
    listed = [holiday.on for holiday in calendar.holidays_between(FIRST, LAST)]
    assert listed == sorted(gov_uk_holidays(calendar.name))


def test_how_many_days_gov_uk_lists() -> None:
    # Each year Scotland alone has 2 January, early August and St Andrew's Day, in 2026 also 15 June; it lacks Easter
    # Monday and late August: 149 + 18 * 3 + 1 = 204, and 204 - 18 * 2 = 168.
    assert {name: len(gov_uk_holidays(name)) for name in DIVISIONS} == {
        "England and Wales": 149,
        "Scotland": 168,
        "Great Britain": 204,
    }


def test_every_listed_day_has_its_source() -> None:
    with (Path(__file__).parent / "data" / "bank_holidays.csv").open(encoding="utf-8", newline="") as file:
        assert all(row["source"].startswith("alphagov/") and row["title"] for row in csv.DictReader(file))


def test_holidays_carry_their_names() -> None:
    assert ENGLAND_AND_WALES.holidays_between(date(2021, 4, 2), date(2021, 4, 5)) == (
        Holiday(date(2021, 4, 2), "Good Friday"),
        Holiday(date(2021, 4, 5), "Easter Monday"),
    )
    assert ENGLAND_AND_WALES.holidays_between(date(2021, 4, 3), date(2021, 4, 4)) == ()


def test_a_holiday_of_one_nation_says_so_in_the_calendar_of_both() -> None:
    names = {
        holiday.on: holiday.name for holiday in GREAT_BRITAIN.holidays_between(date(2021, 1, 1), date(2021, 12, 31))
    }
    assert names[date(2021, 1, 1)] == "New Year's Day"
    assert names[date(2021, 4, 5)] == "Easter Monday (England and Wales only)"
    assert names[date(2021, 11, 30)] == "Saint Andrew's Day (Scotland only)"


def test_holidays_between_refuses_a_period_that_ends_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before it starts: 2021-04-02 to 2021-04-01"):
        ENGLAND_AND_WALES.holidays_between(date(2021, 4, 2), date(2021, 4, 1))
    assert len(ENGLAND_AND_WALES.holidays_between(date(2021, 4, 2), date(2021, 4, 2))) == 1


def test_wales_has_the_holidays_of_england() -> None:
    years = range(KNOWN_FROM.year, PROJECTED_TO.year + 1)
    england = holidays.country_holidays("GB", subdiv="ENG", years=years)
    assert dict(england) == dict(holidays.country_holidays("GB", subdiv="WLS", years=years))


@pytest.mark.parametrize("calendar", EVERYWHERE, ids=lambda c: c.name)
def test_the_bounds_are_stated(calendar: WorkingCalendar) -> None:
    assert (calendar.first, calendar.horizon) == (KNOWN_FROM, PROCLAIMED_UNTIL) == (FIRST, LAST)
    assert (calendar.projected.first, calendar.projected.horizon) == (KNOWN_FROM, PROJECTED_TO)
    assert calendar.projected.projected is calendar.projected
    assert calendar.projected.name == calendar.name


def test_past_the_horizon_only_the_projected_calendar_answers() -> None:
    new_year = date(2028, 12, 29)
    with pytest.raises(OutsideCalendar, match=r"working day 1 after 2028-12-29: .*2011-01-01 to 2028-12-31"):
        ENGLAND_AND_WALES.add(new_year, 1)
    # 1 January 2029 is a Monday; 2 January is closed in Scotland alone.
    assert ENGLAND_AND_WALES.projected.add(new_year, 1) == date(2029, 1, 2)
    assert SCOTLAND.projected.add(new_year, 1) == date(2029, 1, 3)
    assert GREAT_BRITAIN.projected.add(new_year, 1) == date(2029, 1, 3)


def test_the_projected_calendar_ends_too() -> None:
    assert ENGLAND_AND_WALES.projected.previous_working_day(PROJECTED_TO) == date(2060, 12, 31)
    with pytest.raises(OutsideCalendar, match="2061-01-01"):
        ENGLAND_AND_WALES.projected.is_working_day(date(2061, 1, 1))
