"""Periods as values, and the day-one conventions that no worked example reaches."""

import operator
import pickle
from datetime import date, datetime, timedelta, timezone, tzinfo

import pytest

from dwp_rules.calendar import (
    ENGLAND_AND_WALES,
    CalendarDays,
    DayOne,
    Hours,
    OutsideCalendar,
    Period,
    Weeks,
    calendar_days,
    hours,
    months,
    weeks,
    working_days,
)

NEXT, SAME, EVEN_IF_CLOSED = DayOne.NEXT, DayOne.SAME, DayOne.SAME_EVEN_IF_CLOSED
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2021, 3, day) for day in (5, 6, 7, 8))
EVERY_UNIT = [working_days, calendar_days, weeks, months, hours]


# --- values ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "shown", "said"),
    [
        (working_days(15), "working_days(15)", "15 working days"),
        (working_days(1), "working_days(1)", "1 working day"),
        (working_days(2, SAME), "working_days(2, DayOne.SAME)", "2 working days"),
        (working_days(2, EVEN_IF_CLOSED), "working_days(2, DayOne.SAME_EVEN_IF_CLOSED)", "2 working days"),
        (calendar_days(182, SAME), "calendar_days(182, DayOne.SAME)", "182 calendar days"),
        (weeks(8), "weeks(8)", "8 weeks"),
        (weeks(1), "weeks(1)", "1 week"),
        (months(12), "months(12)", "12 months"),
        (hours(24), "hours(24)", "24 hours"),
    ],
    ids=str,
)
def test_a_period_shows_how_it_is_written_and_says_what_it_is(period: Period, shown: str, said: str) -> None:
    assert repr(period) == shown
    assert str(period) == said


@pytest.mark.parametrize("unit", EVERY_UNIT)
def test_a_period_is_a_value(unit: type[Period]) -> None:
    assert unit(5) == unit(5)
    assert hash(unit(5)) == hash(unit(5))
    assert unit(5) != unit(6)
    assert unit(4) < unit(5) <= unit(5) < unit(10)
    assert unit(10) > unit(5) >= unit(5)
    assert pickle.loads(pickle.dumps(unit(5))) == unit(5)
    assert unit(5).day_one is NEXT
    with pytest.raises(AttributeError):
        unit(5).n = 6


def test_periods_of_different_units_are_different_and_have_no_order() -> None:
    assert weeks(1) != calendar_days(7)
    assert len({weeks(1), calendar_days(1), months(1), hours(1), working_days(1), working_days(1, SAME)}) == 6
    for other in (calendar_days(7), weeks(2, SAME), 7):
        with pytest.raises(TypeError):
            operator.lt(weeks(1), other)


def test_a_pickled_period_still_counts() -> None:
    assert pickle.loads(pickle.dumps(weeks(2))).after(FRIDAY) == date(2021, 3, 19)


@pytest.mark.parametrize("unit", EVERY_UNIT)
def test_a_period_is_a_whole_number_not_negative(unit: type[Period]) -> None:
    with pytest.raises(ValueError, match=r"give 0 or more, and \.before to count back"):
        unit(-1)
    with pytest.raises(TypeError, match="must be an int, not float"):
        unit(1.5)


@pytest.mark.parametrize("unit", [working_days, calendar_days, weeks, months])
@pytest.mark.parametrize("day_one", [SAME, EVEN_IF_CLOSED])
def test_no_period_of_nothing_begins_with_its_trigger(unit: type[Period], day_one: DayOne) -> None:
    with pytest.raises(ValueError, match=f"counted from {day_one}: give 1 or more"):
        unit(0, day_one)


def test_a_period_beyond_all_years_is_refused() -> None:
    with pytest.raises(ValueError, match="1000000000 calendar days: longer than the years 1 to 9999"):
        calendar_days(10**9)
    with pytest.raises(ValueError, match="3000000 calendar days from 2021-03-05 lie outside the years 1 to 9999"):
        calendar_days(3_000_000).after(FRIDAY)
    with pytest.raises(ValueError, match="100,000 months from that day lie outside the years 1 to 9999"):
        months(100_000).after(FRIDAY)


# --- working days ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trigger", "n", "day_one", "expected"),
    [
        (FRIDAY, 0, NEXT, FRIDAY),
        (SATURDAY, 0, NEXT, MONDAY),
        (FRIDAY, 1, NEXT, MONDAY),
        (FRIDAY, 1, SAME, FRIDAY),
        (SATURDAY, 1, SAME, MONDAY),
        (SATURDAY, 1, EVEN_IF_CLOSED, SATURDAY),
        (SATURDAY, 2, EVEN_IF_CLOSED, MONDAY),
        (FRIDAY, 2, EVEN_IF_CLOSED, MONDAY),
    ],
)
def test_working_days_after(trigger: date, n: int, day_one: DayOne, expected: date) -> None:
    assert working_days(n, day_one).after(trigger, ENGLAND_AND_WALES) == expected


@pytest.mark.parametrize(
    ("day", "n", "day_one", "expected"),
    [
        (MONDAY, 0, NEXT, MONDAY),
        (SUNDAY, 0, NEXT, FRIDAY),
        (MONDAY, 1, NEXT, FRIDAY),
        (SUNDAY, 1, NEXT, FRIDAY),
        (MONDAY, 1, SAME, MONDAY),
        (SUNDAY, 1, SAME, FRIDAY),
        (MONDAY, 2, SAME, FRIDAY),
        (SUNDAY, 1, EVEN_IF_CLOSED, SUNDAY),
        (SUNDAY, 2, EVEN_IF_CLOSED, FRIDAY),
        (MONDAY, 2, EVEN_IF_CLOSED, FRIDAY),
    ],
)
def test_working_days_before(day: date, n: int, day_one: DayOne, expected: date) -> None:
    assert working_days(n, day_one).before(day, ENGLAND_AND_WALES) == expected


def test_working_days_do_not_leave_the_calendar() -> None:
    with pytest.raises(OutsideCalendar):
        working_days(15).after(date(2028, 12, 20), ENGLAND_AND_WALES)


# --- days, weeks, months -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "after", "before"),
    [
        (calendar_days(0), date(2021, 3, 5), date(2021, 3, 5)),
        (calendar_days(7), date(2021, 3, 12), date(2021, 2, 26)),
        (calendar_days(7, SAME), date(2021, 3, 11), date(2021, 2, 27)),
        (calendar_days(7, EVEN_IF_CLOSED), date(2021, 3, 11), date(2021, 2, 27)),
        (calendar_days(1, SAME), date(2021, 3, 5), date(2021, 3, 5)),
        (weeks(1), date(2021, 3, 12), date(2021, 2, 26)),
        (weeks(2, SAME), date(2021, 3, 18), date(2021, 2, 20)),
        (months(1), date(2021, 4, 5), date(2021, 2, 5)),
        (months(1, SAME), date(2021, 4, 4), date(2021, 2, 6)),
        (hours(0), date(2021, 3, 5), date(2021, 3, 5)),
        (hours(1), date(2021, 3, 6), date(2021, 3, 4)),
        (hours(24), date(2021, 3, 6), date(2021, 3, 4)),
        (hours(25), date(2021, 3, 7), date(2021, 3, 3)),
        (hours(48), date(2021, 3, 7), date(2021, 3, 3)),
    ],
    ids=repr,
)
def test_from_friday_5_march_2021(period: Period, after: date, before: date) -> None:
    assert period.after(FRIDAY, ENGLAND_AND_WALES) == after
    assert period.before(FRIDAY, ENGLAND_AND_WALES) == before


@pytest.mark.parametrize(
    ("first", "n", "last"),
    [
        ("2021-03-01", 1, "2021-03-31"),
        ("2021-02-01", 1, "2021-02-28"),
        ("2020-02-01", 1, "2020-02-29"),
        ("2021-01-29", 1, "2021-02-28"),
        ("2021-01-31", 1, "2021-02-28"),
        ("2020-01-31", 1, "2020-02-29"),
        ("2021-01-28", 1, "2021-02-27"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-03-01", 12, "2021-02-28"),
        ("2019-03-01", 12, "2020-02-29"),
    ],
)
def test_months_that_begin_with_their_first_day(first: str, n: int, last: str) -> None:
    assert months(n, SAME).after(date.fromisoformat(first)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("last", "n", "first"),
    [
        ("2021-03-31", 1, "2021-03-01"),
        ("2021-03-30", 1, "2021-03-01"),
        ("2021-02-28", 1, "2021-02-01"),
        ("2021-02-28", 12, "2020-03-01"),
        ("2012-02-29", 2, "2012-01-01"),
        ("2021-10-04", 12, "2020-10-05"),
    ],
)
def test_months_that_end_with_their_last_day(last: str, n: int, first: str) -> None:
    assert months(n, SAME).before(date.fromisoformat(last)) == date.fromisoformat(first)


@pytest.mark.parametrize(
    "period", [calendar_days(7), weeks(1), months(1), hours(24), working_days(1), working_days(1, EVEN_IF_CLOSED)]
)
def test_a_datetime_is_no_trigger(period: Period) -> None:
    for count in (period.after, period.before):
        with pytest.raises(TypeError, match="not a datetime"):
            count(datetime.fromisoformat("2021-03-05T09:30"), ENGLAND_AND_WALES)


# --- hours -------------------------------------------------------------------------------------------------------


class LondonInMarch2022(tzinfo):
    """London about the night of 26 to 27 March 2022, when the clocks went on an hour at 01:00."""

    CHANGE = datetime.fromisoformat("2022-03-27T01:00")

    def utcoffset(self, moment: datetime | None) -> timedelta:
        assert moment is not None
        return timedelta(hours=int(moment.replace(tzinfo=None) >= self.CHANGE))

    def dst(self, moment: datetime | None) -> timedelta:
        return self.utcoffset(moment)

    def tzname(self, moment: datetime | None) -> str:
        return "London"


def test_hours_elapse_through_a_change_of_the_clocks() -> None:
    noon = datetime(2022, 3, 26, 12, tzinfo=LondonInMarch2022())
    due = hours(24).after_instant(noon)
    assert due.isoformat() == "2022-03-27T13:00:00+01:00"
    assert due.tzinfo is noon.tzinfo


def test_hours_keep_the_offset_they_were_given() -> None:
    instant = datetime(2021, 6, 10, 23, 30, tzinfo=timezone(timedelta(hours=1)))
    assert hours(2).after_instant(instant).isoformat() == "2021-06-11T01:30:00+01:00"


def test_hours_want_an_instant_with_an_offset() -> None:
    with pytest.raises(
        ValueError, match=r"the instant 2021-06-10 15:30:00 carries no offset: give one, such as \+00:00"
    ):
        hours(24).after_instant(datetime.fromisoformat("2021-06-10T15:30"))
    with pytest.raises(TypeError, match="an instant must be a datetime with an offset, not date"):
        hours(24).after_instant(FRIDAY)


def test_hours_have_no_day_one_but_the_next() -> None:
    with pytest.raises(ValueError, match=r"24 hours run from an instant: they have no DayOne\.SAME"):
        Hours(24, SAME)


def test_weeks_are_days_in_sevens() -> None:
    assert (CalendarDays.days_each, Weeks.days_each) == (1, 7)
