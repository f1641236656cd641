"""What a working calendar promises besides the dates: bounds, refusals, own dates, copies, threads."""

import copy
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from datetime import date, datetime
from functools import partial
from time import sleep

import pytest

from dwp_rules.calendar import (
    ENGLAND_AND_WALES,
    GREAT_BRITAIN,
    SATURDAY_AND_SUNDAY,
    SCOTLAND,
    Holiday,
    OutsideCalendar,
    WorkingCalendar,
)
from dwp_rules.calendar.recipe import CalendarRecipe, ListedHolidays
from dwp_rules.calendar.working_calendar import calendar_of
from tests.calendar.slow_days import every_day

MONDAY = date(2021, 3, 1)
YEAR_2021 = {"first": date(2021, 1, 1), "last": date(2021, 12, 31)}


def monday_to_friday(name: str = "no holidays") -> WorkingCalendar:
    return WorkingCalendar.from_dates(name, (), **YEAR_2021)


# --- add, at its edges -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2021-03-05", 1, "2021-03-08"),
        ("2021-03-06", 1, "2021-03-08"),
        ("2021-03-07", 1, "2021-03-08"),
        ("2021-03-08", -1, "2021-03-05"),
        ("2021-03-07", -1, "2021-03-05"),
        ("2021-03-06", -1, "2021-03-05"),
        ("2021-03-06", 0, "2021-03-08"),
        ("2021-03-05", 0, "2021-03-05"),
        ("2021-04-02", 0, "2021-04-06"),  # Good Friday
        ("2020-12-24", 1, "2020-12-29"),
        ("2020-12-29", -1, "2020-12-24"),
    ],
)
def test_add_counts_neither_the_day_itself_nor_closed_days(day: str, n: int, expected: str) -> None:
    assert ENGLAND_AND_WALES.add(date.fromisoformat(day), n) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("day", "n"),
    [
        (date(2011, 1, 3), -1),
        (date(2011, 1, 4), -1),  # the first working day known, in England and Wales
        (date(2011, 1, 1), -1),
        (date(2011, 6, 1), -10_000),
        (date(2028, 12, 29), 1),
        (date(2028, 12, 31), 0),
        (date(2028, 12, 30), 0),
        (date(2011, 1, 1), 10_000),
        (MONDAY, 10**30),
        (MONDAY, -(10**30)),
        (date(2010, 12, 31), 1),
        (date(2029, 1, 1), -1),
        (date.min, 1),
        (date.max, -1),
    ],
)
def test_add_refuses_what_leaves_the_calendar(day: date, n: int) -> None:
    with pytest.raises(OutsideCalendar):
        ENGLAND_AND_WALES.add(day, n)


def test_add_reaches_the_first_and_the_last_working_day_known() -> None:
    assert ENGLAND_AND_WALES.add(date(2011, 1, 5), -1) == date(2011, 1, 4)
    assert ENGLAND_AND_WALES.add(date(2011, 1, 1), 0) == date(2011, 1, 4)
    assert SCOTLAND.add(date(2011, 1, 1), 0) == date(2011, 1, 5)
    assert ENGLAND_AND_WALES.add(date(2028, 12, 28), 1) == date(2028, 12, 29)
    assert ENGLAND_AND_WALES.add(date(2028, 12, 31), -1) == date(2028, 12, 29)


def test_previous_working_day_before_the_first_is_refused() -> None:
    with pytest.raises(OutsideCalendar, match="working day 1 before 2011-01-03"):
        ENGLAND_AND_WALES.previous_working_day(date(2011, 1, 3))


# --- what is not a day, not a number -----------------------------------------------------------------------------

QUESTIONS: dict[str, Callable[[WorkingCalendar, object], object]] = {
    "is_working_day": lambda calendar, day: calendar.is_working_day(day),
    "add": lambda calendar, day: calendar.add(day, 1),
    "add back": lambda calendar, day: calendar.add(day, -1),
    "add 0": lambda calendar, day: calendar.add(day, 0),
    "count from": lambda calendar, day: calendar.count(day, MONDAY),
    "count to": lambda calendar, day: calendar.count(MONDAY, day),
    "next_working_day": lambda calendar, day: calendar.next_working_day(day),
    "previous_working_day": lambda calendar, day: calendar.previous_working_day(day),
    "holidays_between": lambda calendar, day: calendar.holidays_between(day, MONDAY),
    "last_n_of": lambda calendar, day: calendar.last_n_of(day, MONDAY, 2),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize(
    ("not_a_day", "message"),
    [
        (datetime.fromisoformat("2021-03-01"), r"a day must be a datetime\.date, not a datetime: pass value\.date\(\)"),
        (datetime.fromisoformat("2021-03-01T09:30"), "not a datetime"),
        ("2021-03-01", r"a day must be a datetime\.date, not str"),
        (737850, "not int"),
        (None, "not NoneType"),
        ([], "not list"),
    ],
    ids=repr,
)
def test_only_a_plain_date_is_a_day(question: Callable[..., object], not_a_day: object, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        question(ENGLAND_AND_WALES, not_a_day)
    with pytest.raises(TypeError, match=message):
        question(monday_to_friday("asked for the first time"), not_a_day)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("day", [date(2010, 12, 31), date(2029, 1, 1)], ids=str)
def test_a_day_that_is_not_known_is_refused_by_name(question: Callable[..., object], day: date) -> None:
    with pytest.raises(
        OutsideCalendar, match=rf"{day}: outside the calendar 'England and Wales', which knows 2011-01-01"
    ):
        question(ENGLAND_AND_WALES, day)


@pytest.mark.parametrize("n", [1.0, 2.5, -1.0, 0.0, "3", None], ids=repr)
def test_a_number_of_working_days_is_an_int(n: object) -> None:
    with pytest.raises(TypeError, match="a number of working days must be an int, not"):
        ENGLAND_AND_WALES.add(MONDAY, n)


def test_the_refusal_says_what_was_asked_of_whom_and_the_way_out() -> None:
    with pytest.raises(OutsideCalendar) as refusal:
        ENGLAND_AND_WALES.add(date(2028, 12, 20), 60)
    error = refusal.value
    assert isinstance(error, ValueError)
    assert (error.question, error.calendar) == ("working day 60 after 2028-12-20", "England and Wales")
    assert (error.first, error.horizon) == (date(2011, 1, 1), date(2028, 12, 31))
    assert ".projected" in str(error)
    assert "WorkingCalendar.from_dates" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_no_next_working_day_is_refused_as_such() -> None:
    with pytest.raises(OutsideCalendar, match="the next working day from 2028-12-30"):
        ENGLAND_AND_WALES.next_working_day(date(2028, 12, 30))


# --- counting ----------------------------------------------------------------------------------------------------


def test_count_leaves_out_the_first_day_and_takes_in_the_last() -> None:
    friday, saturday, monday = date(2021, 3, 5), date(2021, 3, 6), date(2021, 3, 8)
    assert ENGLAND_AND_WALES.count(friday, monday) == 1
    assert ENGLAND_AND_WALES.count(saturday, monday) == 1
    assert ENGLAND_AND_WALES.count(monday, friday) == -1
    assert ENGLAND_AND_WALES.count(friday, friday) == 0
    assert ENGLAND_AND_WALES.count(date(2020, 12, 24), date(2020, 12, 29)) == 1


# --- months and spans --------------------------------------------------------------------------------------------


def test_nth_of_month_numbers_the_working_days_from_one() -> None:
    assert ENGLAND_AND_WALES.nth_of_month(2021, 1, 1) == date(2021, 1, 4)  # the 1st is a holiday, then a weekend
    assert SCOTLAND.nth_of_month(2021, 1, 1) == date(2021, 1, 5)
    assert ENGLAND_AND_WALES.nth_of_month(2021, 2, 20) == date(2021, 2, 26)


@pytest.mark.parametrize(
    ("month", "n", "message"),
    [
        (2, 21, "2021-02 has fewer than 21 working days in the calendar 'England and Wales'"),
        (2, 0, "numbered from 1, not 0"),
        (2, -1, "numbered from 1, not -1"),
        (13, 1, "there is no day 1 of month 13 of the year 2021"),
    ],
)
def test_nth_of_month_refuses_what_the_month_has_not(month: int, n: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ENGLAND_AND_WALES.nth_of_month(2021, month, n)


def test_last_n_of_gives_the_last_working_days_earliest_first() -> None:
    # 4 April 2021 is Easter Sunday; 2 April was Good Friday.
    assert ENGLAND_AND_WALES.last_n_of(date(2020, 10, 5), date(2021, 4, 4), 2) == (date(2021, 3, 31), date(2021, 4, 1))


def test_last_n_of_a_short_span_gives_what_there_is() -> None:
    assert ENGLAND_AND_WALES.last_n_of(date(2021, 4, 1), date(2021, 4, 6), 10) == (date(2021, 4, 1), date(2021, 4, 6))
    assert ENGLAND_AND_WALES.last_n_of(date(2021, 4, 2), date(2021, 4, 5), 10) == ()


def test_last_n_of_refuses_nothing_and_the_wrong_way_round() -> None:
    with pytest.raises(ValueError, match="the last 0 working days of a period: give 1 or more"):
        ENGLAND_AND_WALES.last_n_of(MONDAY, MONDAY, 0)
    with pytest.raises(ValueError, match="ends before it starts: 2021-03-01 to 2021-02-28"):
        ENGLAND_AND_WALES.last_n_of(MONDAY, date(2021, 2, 28), 1)
    with pytest.raises(TypeError, match="must be an int, not float"):
        ENGLAND_AND_WALES.last_n_of(MONDAY, MONDAY, 1.5)


def test_day_of_month_rolled_moves_only_a_closed_day_and_only_forward() -> None:
    assert ENGLAND_AND_WALES.day_of_month_rolled(2020, 12, 15) == date(2020, 12, 15)
    assert ENGLAND_AND_WALES.day_of_month_rolled(2021, 5, 15) == date(2021, 5, 17)
    assert ENGLAND_AND_WALES.day_of_month_rolled(2021, 5, 31) == date(2021, 6, 1)
    with pytest.raises(ValueError, match="there is no day 30 of month 2 of the year 2021"):
        ENGLAND_AND_WALES.day_of_month_rolled(2021, 2, 30)


# --- a calendar of one's own dates -------------------------------------------------------------------------------


def test_own_dates_close_the_calendar() -> None:
    fair = WorkingCalendar.from_dates(
        "Leith", {date(2021, 8, 2): "Local fair", date(2030, 1, 1): "Too late"}, **YEAR_2021
    )
    assert not fair.is_working_day(date(2021, 8, 2))
    assert fair.is_working_day(date(2021, 12, 27))
    assert fair.holidays_between(fair.first, fair.horizon) == (Holiday(date(2021, 8, 2), "Local fair"),)
    assert fair.projected is fair


def test_listed_holidays_keep_to_the_span_asked_for() -> None:
    listed = ListedHolidays.of([date(2021, 1, 4), date(2021, 1, 2), date(2021, 1, 3), date(2021, 1, 1)])
    between = listed.holidays(date(2021, 1, 2), date(2021, 1, 3))
    assert [holiday.on for holiday in between] == [date(2021, 1, 2), date(2021, 1, 3)]


def test_own_dates_without_names_and_with_another_weekend() -> None:
    calendar = WorkingCalendar.from_dates("Friday and Saturday", [date(2021, 3, 1)], weekend=[4, 5], **YEAR_2021)
    assert [day.weekday() for day in every_day(date(2021, 3, 1), date(2021, 3, 7)) if calendar.is_working_day(day)] == [
        1,
        2,
        3,
        6,
    ]
    assert calendar.holidays_between(MONDAY, MONDAY) == (Holiday(MONDAY, "Closed"),)


def test_own_dates_may_have_no_working_day_at_all() -> None:
    weekend = WorkingCalendar.from_dates("a weekend", [], first=date(2021, 3, 6), last=date(2021, 3, 7))
    assert weekend.count(weekend.first, weekend.horizon) == 0
    for n in (-1, 0, 1):
        with pytest.raises(OutsideCalendar):
            weekend.add(weekend.first, n)


@pytest.mark.parametrize(
    ("holidays", "changed", "error", "message"),
    [
        ([], {"first": date(2022, 1, 1)}, ValueError, "must be in order, not first 2022-01-01, last 2021-12-31"),
        ([], {"weekend": range(7)}, ValueError, "some, but not all, of the weekdays"),
        ([], {"weekend": [7]}, ValueError, r"0 \(Monday\) to 6 \(Sunday\), not \[7\]"),
        (
            [],
            {"last": datetime.fromisoformat("2021-12-31")},
            TypeError,
            "a bound of a calendar must be a datetime.date, not a datetime",
        ),
        ([datetime.fromisoformat("2021-03-01")], {}, TypeError, "a holiday must be a datetime.date, not a datetime"),
        ({"2021-03-01": "text"}, {}, TypeError, "a holiday must be a datetime.date, not str"),
    ],
)
def test_own_dates_are_checked(holidays: object, changed: dict[str, object], error: type, message: str) -> None:
    with pytest.raises(error, match=message):
        WorkingCalendar.from_dates("mine", holidays, **{**YEAR_2021, **changed})


# --- a value -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "calendar", [ENGLAND_AND_WALES, SCOTLAND, GREAT_BRITAIN, ENGLAND_AND_WALES.projected], ids=repr
)
def test_a_calendar_stays_itself_when_copied_and_pickled(calendar: WorkingCalendar) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(calendar, protocol)) is calendar
    assert copy.copy(calendar) is calendar
    assert copy.deepcopy({"calendar": calendar})["calendar"] is calendar
    assert {calendar: 1}[calendar] == 1


def test_a_calendar_of_own_dates_pickles_and_equal_ones_are_the_same() -> None:
    mine = WorkingCalendar.from_dates("mine", [MONDAY], **YEAR_2021)
    assert pickle.loads(pickle.dumps(mine)) is mine
    assert WorkingCalendar.from_dates("mine", {MONDAY: "Closed"}, **YEAR_2021) is mine
    assert WorkingCalendar.from_dates("mine", [], **YEAR_2021) != mine
    assert WorkingCalendar.from_dates("other", [MONDAY], **YEAR_2021) != mine


def test_a_calendar_cannot_be_changed() -> None:
    for change in (
        partial(setattr, ENGLAND_AND_WALES, "horizon", date.max),
        partial(delattr, ENGLAND_AND_WALES, "name"),
    ):
        with pytest.raises(AttributeError, match=r"cannot be changed: make another with WorkingCalendar\.from_dates"):
            change()
    with pytest.raises(FrozenInstanceError):
        ENGLAND_AND_WALES.table.so_far = ()


def test_repr_names_the_calendar_and_its_bounds() -> None:
    assert repr(ENGLAND_AND_WALES) == "<WorkingCalendar 'England and Wales' 2011-01-01 to 2028-12-31>"


def test_the_table_counts_as_the_calendar_does() -> None:
    table = ENGLAND_AND_WALES.table
    assert table is ENGLAND_AND_WALES.table
    assert date.fromordinal(table.first_ordinal) == ENGLAND_AND_WALES.first
    assert len(table.so_far) == 6_575  # days of 2011 to 2028: 18 * 365 + 5 leap days
    position = MONDAY.toordinal() - table.first_ordinal
    assert table.working_days[table.so_far[position] - 1] == MONDAY
    assert table.working_days[table.so_far[position] + 15 - 1] == ENGLAND_AND_WALES.add(MONDAY, 15)


def test_the_first_question_is_answered_as_any_other() -> None:
    saturday, monday = date(2021, 3, 6), date(2021, 3, 8)
    assert monday_to_friday("first asked 0").add(saturday, 0) == monday
    assert monday_to_friday("first asked 1").add(saturday, 1) == monday
    assert monday_to_friday("first asked -1").add(monday, -1) == date(2021, 3, 5)
    assert monday_to_friday("first asked a count").count(saturday, monday) == 1
    assert not monday_to_friday("first asked a day").is_working_day(saturday)


def test_many_threads_may_ask_first() -> None:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for attempt in range(20):
            calendar = monday_to_friday(f"asked by many, {attempt}")
            with ThreadPoolExecutor(8) as threads:
                answers = list(threads.map(calendar.add, [MONDAY] * 32, [5] * 32))
            assert set(answers) == {date(2021, 3, 8)}
    finally:
        sys.setswitchinterval(interval)


class SlowHolidays:
    """A list of holidays that takes its time, and counts how often it is asked."""

    def __init__(self) -> None:
        self.times_asked = 0

    def holidays(self, first: date, last: date) -> tuple[Holiday, ...]:
        self.times_asked += 1
        sleep(0.02)
        return (Holiday(MONDAY, "Local fair"),)


def test_the_table_is_made_once_however_many_ask() -> None:
    slow = SlowHolidays()
    recipe = CalendarRecipe(
        name="slow",
        holidays=slow,
        first=date(2021, 1, 1),
        horizon=date(2021, 12, 31),
        projected_to=date(2021, 12, 31),
        weekend=SATURDAY_AND_SUNDAY,
    )
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(calendar_of(recipe).next_working_day, [MONDAY] * 8))
    assert set(answers) == {date(2021, 3, 2)}
    assert slow.times_asked == 1
