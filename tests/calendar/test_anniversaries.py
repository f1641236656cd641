"""Birthdays, months and days of provision."""

from datetime import date, datetime

import pytest

from dwp_rules.calendar import age_on, anniversary, corresponding_date, date_of_day, day_of_provision

DWP = "dwp/get-state-pension-date@e39dc645, tests"
SMART_ANSWERS = "alphagov/smart-answers@6fb9aab9, state_pension_date_query"


@pytest.mark.parametrize(
    ("born", "years", "months", "expected", "source"),
    [
        ("1952-02-29", 65, 0, "2017-03-01", DWP),
        ("1956-02-29", 66, 0, "2022-03-01", DWP),
        ("1980-02-29", 68, 0, "2048-02-29", SMART_ANSWERS),
        ("2020-02-29", 68, 0, "2088-02-29", SMART_ANSWERS),
        ("1956-02-29", 65, 12, "2022-03-01", "months make up the same age"),
        ("1960-02-29", 60, 12, "2021-03-01", "one year on from a leap year"),
        ("1960-02-29", 66, 1, "2026-03-29", "a month other than February has its 29th"),
        ("1960-02-29", 0, 0, "1960-02-29", "the day of birth itself"),
        ("1900-02-28", 1, 0, "1901-02-28", "28 February is no leap day"),
        ("1961-01-31", 0, 1, "1961-02-28", "the clamp of a month end is no leap day either"),
        ("2000-02-29", 100, 0, "2100-03-01", "2100 is a common year"),
        ("1960-04-15", 66, 1, "2026-05-15", "Pensions Act 2014, Explanatory Notes 124"),
        ("1960-09-10", 66, 6, "2027-03-10", "Pensions Act 2014, Explanatory Notes 124"),
        ("1961-01-22", 66, 10, "2027-11-22", "Pensions Act 2014, Explanatory Notes 124"),
        ("1960-07-31", 66, 4, "2026-11-30", "Pensions Act 2014 section 26, paragraph (7A)"),
        ("1960-12-31", 66, 9, "2027-09-30", "Pensions Act 2014 section 26, paragraph (7A)"),
        ("1961-01-31", 66, 10, "2027-11-30", "Pensions Act 2014 section 26, paragraph (7A)"),
    ],
)
def test_anniversary(born: str, years: int, months: int, expected: str, source: str) -> None:
    assert anniversary(date.fromisoformat(born), years, months) == date.fromisoformat(expected), source


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("1990-06-15", "2021-06-14", 30),
        ("1990-06-15", "2021-06-15", 31),
        ("1990-06-15", "2021-12-31", 31),
        ("1990-06-15", "2021-01-01", 30),
        ("1956-02-29", "2022-02-28", 65),
        ("1956-02-29", "2022-03-01", 66),
        ("1956-02-29", "2024-02-28", 67),
        ("1956-02-29", "2024-02-29", 68),
        ("2021-06-15", "2021-06-15", 0),
    ],
)
def test_age_on(born: str, on: str, years: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(on)) == years


def test_no_message_shows_a_date_of_birth() -> None:
    born = date(1956, 2, 29)
    for question in (
        lambda: age_on(born, date(1955, 12, 31)),
        lambda: anniversary(born, -1),
        lambda: anniversary(born, 9_000),
        lambda: anniversary(datetime.fromisoformat("1956-02-29"), 1),
        lambda: age_on(datetime.fromisoformat("1956-02-29"), date(2020, 1, 1)),
        lambda: anniversary("1956-02-29", 1),
    ):
        with pytest.raises((ValueError, TypeError)) as refusal:
            question()
        assert "1956" not in str(refusal.value)
        assert refusal.value.__cause__ is None
        assert refusal.value.__suppress_context__ or refusal.value.__context__ is None


def test_ages_and_birthdays_are_checked() -> None:
    born = date(1990, 6, 15)
    with pytest.raises(ValueError, match="no age on 1990-06-14: it is before the date of birth"):
        age_on(born, date(1990, 6, 14))
    with pytest.raises(ValueError, match="an age must be 0 or more, not 1 years and -13 months"):
        anniversary(born, 1, -13)
    with pytest.raises(TypeError, match="years of age must be an int, not float"):
        anniversary(born, 66.5)
    with pytest.raises(TypeError, match=r"the day of an age must be a datetime\.date, not a datetime"):
        age_on(born, datetime.fromisoformat("2021-06-15"))


def test_a_kind_of_date_is_a_date() -> None:
    class Birthday(date):
        pass

    assert age_on(Birthday(1990, 6, 15), date(2021, 6, 15)) == 31


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2021-01-31", 1, "2021-02-28"),
        ("2020-01-31", 1, "2020-02-29"),
        ("2021-03-31", -1, "2021-02-28"),
        ("2020-11-30", 3, "2021-02-28"),
        ("2020-12-31", 12, "2021-12-31"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2021-05-17", 0, "2021-05-17"),
        ("2021-01-15", -1, "2020-12-15"),
    ],
)
def test_corresponding_date(day: str, months: int, expected: str) -> None:
    assert corresponding_date(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize("months", [12 * 8_000, -12 * 2_021, 10**12])
def test_corresponding_date_stays_within_the_years(months: int) -> None:
    with pytest.raises(ValueError, match="months from that day lie outside the years 1 to 9999"):
        corresponding_date(date(2021, 1, 1), months)


def test_corresponding_date_takes_days_and_whole_months() -> None:
    with pytest.raises(TypeError, match="a number of months must be an int, not float"):
        corresponding_date(date(2021, 1, 1), 1.5)
    with pytest.raises(TypeError, match="not a datetime"):
        corresponding_date(datetime.fromisoformat("2021-01-01"), 1)


def test_days_of_provision_are_numbered_from_the_start_date() -> None:
    start = date(2020, 10, 5)
    assert day_of_provision(start, start) == 1
    assert day_of_provision(start, date(2020, 10, 6)) == 2
    assert date_of_day(start, 238) == date(2021, 5, 30)
    assert date_of_day(start, 299) == date(2021, 7, 30)


def test_days_of_provision_are_checked() -> None:
    start, instant = date(2020, 10, 5), datetime.fromisoformat("2020-10-06T09:30")
    with pytest.raises(ValueError, match="2020-10-04 is no day of provision: it is before the Start Date, 2020-10-05"):
        day_of_provision(start, date(2020, 10, 4))
    for day_number in (0, -1, 10_000_000):
        with pytest.raises(ValueError, match=f"day {day_number} of provision: days are numbered from 1"):
            date_of_day(start, day_number)
    with pytest.raises(TypeError, match="a day number must be an int, not float"):
        date_of_day(start, 2.5)
    for question in (
        lambda: day_of_provision(start, instant),
        lambda: day_of_provision(instant, start),
        lambda: date_of_day(instant, 1),
    ):
        with pytest.raises(TypeError, match="not a datetime"):
            question()
    assert date_of_day(date(9999, 12, 31), 1) == date.max
