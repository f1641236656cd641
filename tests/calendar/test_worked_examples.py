"""Worked examples: each with the rule that it illustrates, the document and paragraph, and the date worked by hand."""

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from dwp_rules.calendar import (
    ENGLAND_AND_WALES,
    GREAT_BRITAIN,
    SCOTLAND,
    DayOne,
    WorkingCalendar,
    anniversary,
    calendar_days,
    corresponding_date,
    date_of_day,
    day_of_provision,
    hours,
    months,
    weeks,
    working_days,
)

EW, S, GB = ENGLAND_AND_WALES, SCOTLAND, GREAT_BRITAIN
NEXT, SAME, EVEN_IF_CLOSED = DayOne.NEXT, DayOne.SAME, DayOne.SAME_EVEN_IF_CLOSED
JETS = "WHP JETS specification"
CHAPTER_16 = "WHP COVID-19 chapter 16"
JFS = "JFS provider guidance"
IPES = "IPES call-off specification"
WORK_PROGRAMME = "Work Programme guidance chapter 1"


def d(text: str) -> date:
    return date.fromisoformat(text)


WORKING_DAY_OR_NOT = [
    ("JETS-CAL-01", f"{JETS} 2.5", EW, "2020-12-28", False),
    ("JETS-CAL-01", f"{JETS} 2.5", EW, "2020-12-29", True),
    ("JETS-CAL-01", f"{JETS} 2.5", EW, "2022-06-02", False),
    ("JETS-CAL-01", f"{JETS} 2.5", EW, "2021-01-04", True),  # a holiday in Scotland only
    ("WHP-CAL-01", f"{CHAPTER_16} 11", EW, "2020-05-04", True),
    ("WHP-CAL-01", f"{CHAPTER_16} 11", EW, "2020-05-08", False),
    ("WHP-CAL-01", f"{CHAPTER_16} 11", EW, "2022-05-30", True),
    ("WHP-CAL-01", f"{CHAPTER_16} 11", EW, "2022-09-19", False),
    ("JFS-CAL-01", f"{JFS} Annex 3", GB, "2021-08-02", False),
    ("JFS-CAL-01", f"{JFS} Annex 3", EW, "2021-08-02", True),
    ("JFS-CAL-01", f"{JFS} Annex 3", S, "2021-04-05", True),
    ("JFS-CAL-01", f"{JFS} Annex 3", GB, "2022-01-04", False),
    ("IPES-DEADLINE-02", f"{IPES} Annex 5", EW, "2020-05-08", False),
    ("IPES-DEADLINE-02", f"{IPES} Annex 5", EW, "2020-05-04", True),
    ("IPES-DEADLINE-02", f"{IPES} Annex 5", EW, "2020-12-28", False),
    ("IPES-DEADLINE-02", f"{IPES} Annex 5", EW, "2022-09-19", False),
]


@pytest.mark.parametrize(("rule", "source", "calendar", "day", "expected"), WORKING_DAY_OR_NOT)
def test_working_day(rule: str, source: str, calendar: WorkingCalendar, day: str, expected: bool) -> None:
    assert calendar.is_working_day(d(day)) is expected


WITHIN_WORKING_DAYS = [
    ("JETS-CAL-02", f"{JETS} 2.5", EW, "2020-10-05", 2, NEXT, "2020-10-07"),
    ("JETS-CAL-02", f"{JETS} 2.5", EW, "2020-10-05", 2, SAME, "2020-10-06"),
    ("JETS-CAL-02", f"{JETS} 2.5", EW, "2020-12-23", 2, NEXT, "2020-12-29"),
    ("JETS-CAL-02", f"{JETS} 2.5", EW, "2020-12-23", 2, SAME, "2020-12-24"),
    ("JETS-CAL-02", f"{JETS} 2.5", EW, "2021-04-03", 1, NEXT, "2021-04-06"),  # Easter Saturday
    ("JETS-CAL-02", f"{JETS} 2.5", EW, "2021-04-03", 1, SAME, "2021-04-06"),
    ("WHP-CAL-02", f"{CHAPTER_16} 37", EW, "2020-05-06", 2, NEXT, "2020-05-11"),
    ("WHP-CAL-02", f"{CHAPTER_16} 37", EW, "2020-05-06", 2, SAME, "2020-05-07"),
    ("WHP-CAL-02", f"{CHAPTER_16} 37", EW, "2019-12-23", 2, NEXT, "2019-12-27"),
    ("WHP-CAL-02", f"{CHAPTER_16} 37", EW, "2019-12-23", 2, SAME, "2019-12-24"),
    ("JFS-CAL-02", f"{JFS} 3.11", GB, "2021-03-31", 2, NEXT, "2021-04-06"),
    ("JFS-CAL-02", f"{JFS} 3.11", GB, "2021-03-31", 2, SAME, "2021-04-01"),
    ("JFS-CAL-02", f"{JFS} 3.11", GB, "2021-12-24", 5, NEXT, "2022-01-06"),
    ("JFS-CAL-02", f"{JFS} 3.11", GB, "2021-05-29", 1, NEXT, "2021-06-01"),
    ("JFS-CAL-03", f"{JFS} Annex 3", GB, "2021-07-26", 8, NEXT, "2021-08-06"),
    ("JFS-CAL-03", f"{JFS} Annex 3", EW, "2021-07-26", 8, NEXT, "2021-08-05"),
    ("JFS-CAL-03", f"{JFS} Annex 3", S, "2021-07-26", 8, NEXT, "2021-08-06"),
    ("JFS-CAL-03", f"{JFS} Annex 3", GB, "2021-03-25", 8, NEXT, "2021-04-08"),
    ("JFS-CAL-03", f"{JFS} Annex 3", EW, "2021-03-25", 8, NEXT, "2021-04-08"),
    ("JFS-CAL-03", f"{JFS} Annex 3", S, "2021-03-25", 8, NEXT, "2021-04-07"),
    ("JFS-CAL-03", f"{JFS} Annex 3", GB, "2021-11-22", 8, NEXT, "2021-12-03"),
    ("JFS-CAL-03", f"{JFS} Annex 3", EW, "2021-11-22", 8, NEXT, "2021-12-02"),
    ("JFS-CAL-03", f"{JFS} Annex 3", S, "2021-11-22", 8, NEXT, "2021-12-03"),
    ("JFS-CAL-03", f"{JFS} Annex 3", GB, "2021-06-07", 8, NEXT, "2021-06-17"),
    ("JFS-CAL-03", f"{JFS} Annex 3", S, "2021-06-07", 8, NEXT, "2021-06-17"),
    ("JFS-REF-02", f"{JFS} 3.07", GB, "2021-06-07", 2, SAME, "2021-06-08"),
    ("JFS-REF-02", f"{JFS} 3.07", GB, "2021-06-11", 2, SAME, "2021-06-14"),
    ("JFS-REF-02", f"{JFS} 3.07", GB, "2021-04-01", 2, SAME, "2021-04-06"),
    ("JFS-REF-03", f"{JFS} 3.07", GB, "2021-06-12", 2, SAME, "2021-06-15"),  # received on a Saturday
    ("JFS-REF-03", f"{JFS} 3.07", GB, "2021-06-12", 2, EVEN_IF_CLOSED, "2021-06-14"),
    ("JFS-REF-03", f"{JFS} 3.07", GB, "2021-08-30", 2, SAME, "2021-09-01"),
    ("JFS-REF-03", f"{JFS} 3.07", GB, "2021-12-25", 2, SAME, "2021-12-30"),
    ("JFS-DUR-02", f"{JFS} 1.23", GB, "2021-06-14", 20, NEXT, "2021-07-12"),
    ("JFS-DUR-02", f"{JFS} 1.23", GB, "2021-06-14", 20, SAME, "2021-07-09"),
    ("JFS-DUR-02", f"{JFS} 1.23", GB, "2021-12-10", 20, NEXT, "2022-01-13"),
    ("IPES-REF-04", f"{IPES} 2.16", EW, "2019-12-20", 2, SAME, "2019-12-23"),
    ("IPES-REF-04", f"{IPES} 2.16", EW, "2019-12-24", 2, SAME, "2019-12-27"),
    ("IPES-REF-04", f"{IPES} 2.16", EW, "2020-05-07", 2, SAME, "2020-05-11"),
    ("IPES-START-01", f"{IPES} 2.19", EW, "2019-12-10", 15, NEXT, "2020-01-03"),
    ("IPES-START-01", f"{IPES} 2.19", EW, "2020-04-03", 15, NEXT, "2020-04-28"),
    ("IPES-START-01", f"{IPES} 2.19", EW, "2022-05-26", 15, NEXT, "2022-06-20"),
    ("IPES-DEADLINE-04", f"{IPES} 2.48", EW, "2019-12-18", 10, NEXT, "2020-01-06"),
    ("IPES-DEADLINE-04", f"{IPES} 2.48", EW, "2021-12-23", 10, NEXT, "2022-01-11"),
    ("IPES-DEADLINE-04", f"{IPES} 2.48", EW, "2022-05-27", 10, NEXT, "2022-06-14"),
    ("IPES-DEADLINE-04", f"{IPES} 2.48", EW, "2023-04-26", 10, NEXT, "2023-05-12"),
    ("WP-CAL-01", f"{WORK_PROGRAMME} 7", EW, "2012-05-28", 5, NEXT, "2012-06-06"),
    ("WP-CAL-01", f"{WORK_PROGRAMME} 7", S, "2013-08-01", 3, NEXT, "2013-08-07"),
    ("WP-CAL-01", f"{WORK_PROGRAMME} 7", EW, "2013-08-01", 3, NEXT, "2013-08-06"),
]


@pytest.mark.parametrize(("rule", "source", "calendar", "trigger", "n", "day_one", "expected"), WITHIN_WORKING_DAYS)
def test_within_working_days(
    rule: str, source: str, calendar: WorkingCalendar, trigger: str, n: int, day_one: DayOne, expected: str
) -> None:
    assert working_days(n, day_one).after(d(trigger), calendar) == d(expected)


WORKING_DAYS_BEFORE = [
    ("JETS-MI-11", f"{CHAPTER_16} 11", EW, "2020-12-30", 5, NEXT, "2020-12-21"),
    ("JETS-MI-11", f"{CHAPTER_16} 11", EW, "2021-04-08", 5, NEXT, "2021-03-30"),
    ("JETS-MI-11", f"{CHAPTER_16} 11", EW, "2022-06-08", 5, NEXT, "2022-05-30"),
    ("JFS-MI-03", f"{JFS} 7.13", GB, "2021-09-06", 5, NEXT, "2021-08-27"),
    ("JFS-MI-03", f"{JFS} 7.13", GB, "2021-10-12", 5, NEXT, "2021-10-05"),
    ("JFS-ASSURE-01", f"{JFS} 7.36", GB, "2021-08-06", 5, NEXT, "2021-07-29"),
    ("JFS-ASSURE-01", f"{JFS} 7.36", EW, "2021-08-06", 5, NEXT, "2021-07-30"),
    ("JFS-ASSURE-01", f"{JFS} 7.36", GB, "2022-01-10", 5, NEXT, "2021-12-30"),
    ("IPES-ASSURE-04", f"{IPES} 4.39", EW, "2020-04-17", 5, NEXT, "2020-04-08"),
    ("IPES-ASSURE-04", f"{IPES} 4.39", EW, "2021-01-05", 5, NEXT, "2020-12-24"),
    ("IPES-ASSURE-04", f"{IPES} 4.39", EW, "2022-06-10", 5, NEXT, "2022-06-01"),
    ("JETS-EXIT-02", f"{CHAPTER_16} 38 CSS10", EW, "2021-04-04", 10, SAME, "2021-03-19"),  # completed on a Sunday
    ("JETS-EXIT-02", f"{CHAPTER_16} 38 CSS10", EW, "2021-12-31", 10, SAME, "2021-12-16"),
    ("WHP-CSS-14", f"{CHAPTER_16} 37 CSS12", EW, "2020-12-31", 10, SAME, "2020-12-16"),
    ("WHP-CSS-14", f"{CHAPTER_16} 37 CSS12", EW, "2022-06-12", 10, SAME, "2022-05-26"),
]


@pytest.mark.parametrize(("rule", "source", "calendar", "day", "n", "day_one", "expected"), WORKING_DAYS_BEFORE)
def test_working_days_before(
    rule: str, source: str, calendar: WorkingCalendar, day: str, n: int, day_one: DayOne, expected: str
) -> None:
    assert working_days(n, day_one).before(d(day), calendar) == d(expected)
    if day_one is SAME:
        assert calendar.last_n_of(calendar.first, d(day), n)[0] == d(expected)


@pytest.mark.parametrize(
    ("rule", "source", "start", "day_number", "expected"),
    [
        ("JETS-CAL-03", f"{JETS} 2.17", "2020-10-05", 182, "2021-04-04"),
        ("JETS-CAL-03", f"{JETS} 2.17", "2020-10-05", 1, "2020-10-05"),
        ("JETS-CAL-03", f"{JETS} 2.17", "2021-03-01", 182, "2021-08-29"),
        ("WHP-CAL-03", f"{CHAPTER_16} 20", "2019-06-03", 639, "2021-03-02"),
        ("WHP-CAL-03", f"{CHAPTER_16} 20", "2020-09-07", 639, "2022-06-07"),
        ("IPES-DUR-03", f"{IPES} 2.47", "2019-12-04", 639, "2021-09-02"),
        ("IPES-DUR-03", f"{IPES} 2.47", "2020-06-01", 639, "2022-03-01"),
        ("IPES-DUR-03", f"{IPES} 1.20", "2020-06-01", 638, "2022-02-28"),
        ("JETS-CONTRACT-03", f"{JETS} 1.11", "2021-10-25", 182, "2022-04-24"),
        ("JETS-CONTRACT-03", f"{JETS} 1.11", "2021-09-30", 182, "2022-03-30"),
    ],
)
def test_day_of_provision(rule: str, source: str, start: str, day_number: int, expected: str) -> None:
    assert date_of_day(d(start), day_number) == d(expected)
    assert day_of_provision(d(start), d(expected)) == day_number
    assert calendar_days(day_number, SAME).after(d(start)) == d(expected)


@pytest.mark.parametrize(
    ("rule", "source", "period", "trigger", "expected"),
    [
        ("JETS-CAL-04", f"{JETS} 2.5(e)(ii)", weeks(8), "2021-04-04", "2021-05-30"),
        ("JETS-CAL-04", f"{JETS} 2.5(e)(ii)", weeks(8), "2021-12-01", "2022-01-26"),
        ("JETS-ESF-10", f"{JETS} 1.21", calendar_days(28), "2021-04-04", "2021-05-02"),
        ("JETS-ESF-10", f"{JETS} 1.21", calendar_days(28), "2020-11-16", "2020-12-14"),
        ("JETS-DEADLINE-03", f"{JETS} 1.21", calendar_days(28), "2022-02-01", "2022-03-01"),
        ("JETS-ELIG-05", f"{JETS} 2.6", weeks(13), "2020-07-06", "2020-10-05"),
        ("JETS-CONTRACT-02", f"{JETS} 1.11", months(12, SAME), "2020-10-05", "2021-10-04"),
        ("JETS-CONTRACT-02", f"{JETS} 1.11", months(12, SAME), "2020-10-19", "2021-10-18"),
        ("JFS-CONTRACT-03", f"{JFS} 1.24", months(12, SAME), "2021-01-13", "2022-01-12"),
        ("JFS-CONTRACT-03", f"{JFS} 1.24", months(18, SAME), "2021-01-13", "2022-07-12"),
        ("JFS-ELIG-04", f"{JFS} 2.02", weeks(13), "2021-03-01", "2021-05-31"),
        ("JFS-ELIG-04", f"{JFS} 2.02", weeks(13, SAME), "2021-03-01", "2021-05-30"),
        ("JFS-REF-09", f"{JFS} 3.40", calendar_days(30), "2021-06-01", "2021-07-01"),
        ("JFS-REF-09", f"{JFS} 3.40", calendar_days(30), "2022-02-01", "2022-03-03"),
        ("JFS-ASSURE-04", f"{JFS} 7.55", weeks(20), "2021-04-12", "2021-08-30"),
        ("IPES-PLAN-04", f"{IPES} 2.31", calendar_days(28), "2020-02-03", "2020-03-02"),
        ("IPES-PLAN-04", f"{IPES} 2.31", calendar_days(28), "2021-02-03", "2021-03-03"),
        ("IPES-EARN-07", f"{IPES} 5.17", calendar_days(61), "2020-01-31", "2020-04-01"),
        ("IPES-EARN-07", f"{IPES} 5.17", calendar_days(61), "2021-12-31", "2022-03-02"),
        ("IPES-EARN-08", f"{IPES} 4.8", months(2), "2020-01-31", "2020-03-31"),
        ("IPES-EARN-08", f"{IPES} 4.8", months(2), "2020-12-31", "2021-02-28"),
        ("IPES-EARN-08", f"{IPES} 4.8", months(2), "2023-07-01", "2023-09-01"),
        ("IPES-ASSURE-03", f"{IPES} 6.6", months(5), "2021-09-30", "2022-02-28"),
        ("IPES-PERF-06", f"{IPES} 4.39", months(6), "2021-02-28", "2021-08-28"),
        ("IPES-PERF-06", f"{IPES} 4.39", months(6), "2021-08-31", "2022-02-28"),
        ("IPES-FUND-07", f"{IPES} 4.38", months(6), "2020-10-01", "2021-04-01"),
        ("IPES-CONTRACT-04", f"{IPES} 2.85", months(4 * 12, SAME), "2019-12-04", "2023-12-03"),
        ("IPES-CONTRACT-04", f"{IPES} 2.85", months(6 * 12, SAME), "2019-12-04", "2025-12-03"),
        ("IPES-DISENGAGE-02", f"{IPES} 2.60", hours(24), "2020-12-24", "2020-12-25"),
        ("WP-DUR-01", f"{WORK_PROGRAMME} 7", weeks(104, SAME), "2011-06-13", "2013-06-09"),
        ("WP-DUR-01", f"{WORK_PROGRAMME} 7", weeks(104, SAME), "2012-02-29", "2014-02-25"),
        ("WP-DUR-01", f"{WORK_PROGRAMME} 7", weeks(104, SAME), "2017-03-31", "2019-03-28"),
        ("WP-DUR-01", f"{WORK_PROGRAMME} 7", weeks(104, NEXT), "2011-06-13", "2013-06-10"),
    ],
    ids=str,
)
def test_calendar_periods(rule: str, source: str, period: object, trigger: str, expected: str) -> None:
    assert period.after(d(trigger), ENGLAND_AND_WALES) == d(expected)


@pytest.mark.parametrize(
    ("rule", "source", "question", "expected"),
    [
        ("JETS-CSS-14", f"{CHAPTER_16} 38 CSS13", lambda: EW.day_of_month_rolled(2020, 11, 15), "2020-11-16"),
        ("JETS-CSS-14", f"{CHAPTER_16} 38 CSS13", lambda: EW.day_of_month_rolled(2021, 5, 15), "2021-05-17"),
        ("JETS-CSS-14", f"{CHAPTER_16} 38 CSS13", lambda: EW.day_of_month_rolled(2020, 12, 15), "2020-12-15"),
        ("JETS-CSS-14", f"{CHAPTER_16} 38 CSS13", lambda: EW.day_of_month_rolled(2022, 1, 15), "2022-01-17"),
        ("JFS-MI-01", f"{JFS} 8.01", lambda: GB.day_of_month_rolled(2021, 8, 15), "2021-08-16"),
        ("JETS-MI-10", f"{CHAPTER_16} 22", lambda: EW.nth_of_month(2020, 12, 15), "2020-12-21"),
        ("JETS-MI-10", f"{CHAPTER_16} 22", lambda: EW.nth_of_month(2021, 4, 15), "2021-04-23"),
        ("JETS-MI-10", f"{CHAPTER_16} 22", lambda: EW.nth_of_month(2022, 1, 15), "2022-01-24"),
    ],
)
def test_days_of_the_month(rule: str, source: str, question: Callable[[], date], expected: str) -> None:
    assert question() == d(expected)


@pytest.mark.parametrize(
    ("rule", "source", "instant", "expected"),
    [
        ("JFS-REF-08", f"{JFS} 3.38", "2021-06-10T15:30:00+01:00", "2021-06-11T15:30:00+01:00"),
        ("JFS-REF-08", f"{JFS} 3.38", "2021-06-11T15:30:00+01:00", "2021-06-12T15:30:00+01:00"),  # a Saturday
        ("JFS-REF-08", f"{JFS} 3.38", "2022-03-26T12:00:00+00:00", "2022-03-27T13:00:00+01:00"),  # clocks went on
        ("IPES-DISENGAGE-02", f"{IPES} 2.60", "2020-03-13T14:00:00+00:00", "2020-03-14T14:00:00+00:00"),
        ("IPES-DISENGAGE-02", f"{IPES} 2.60", "2020-12-24T10:30:00+00:00", "2020-12-25T10:30:00+00:00"),
    ],
)
def test_within_24_hours(rule: str, source: str, instant: str, expected: str) -> None:
    assert hours(24).after_instant(datetime.fromisoformat(instant)) == datetime.fromisoformat(expected)


def test_each_of_five_working_days() -> None:
    """IPES-DISENGAGE-03, IPES call-off specification 2.61: an attempt on each of the 5 working days that follow."""
    days = [working_days(n).after(d("2019-12-23"), EW) for n in range(1, 6)]
    assert days == [d("2019-12-24"), d("2019-12-27"), d("2019-12-30"), d("2019-12-31"), d("2020-01-02")]


TIME_CASES: dict[str, Callable[[date, int], date]] = {
    "working_days_after": lambda start, n: working_days(n).after(start, EW),
    "working_days_before": lambda start, n: working_days(n).before(start, EW),
    "months_after": lambda start, n: months(n).after(start),
    "age_years_months": lambda start, n: anniversary(start, n // 12, n % 12),
    # Between the two days lie n clear days, neither of the two counted (CPR 2.8).
    "clear_days_before": lambda start, n: working_days(n + 1).before(start, EW),
}


def time_cases() -> list[dict[str, str]]:
    with (Path(__file__).parent / "data" / "time_cases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", time_cases(), ids=lambda case: f"{case['start']} {case['n']} {case['unit']}")
def test_time_cases_of_government_and_courts(case: dict[str, str]) -> None:
    assert TIME_CASES[case["kind"]](d(case["start"]), int(case["n"])) == d(case["expected"]), case["source"]
    if case["unit"] == "months":
        assert corresponding_date(d(case["start"]), int(case["n"])) == d(case["expected"])


def test_all_fourteen_time_cases_are_there() -> None:
    assert len(time_cases()) == 14
