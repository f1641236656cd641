"""The laws of counting days, for every date and every number that hypothesis can think of."""

import pickle
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import assume, given
from hypothesis import strategies as st

from dwp_rules.calendar import (
    ENGLAND_AND_WALES,
    GREAT_BRITAIN,
    SCOTLAND,
    DayOne,
    WorkingCalendar,
    age_on,
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
from tests.calendar.slow_days import FIRST, LAST, ONE_DAY, every_day, gov_uk_holidays, walk

OF_NO_ZONE = datetime.fromisoformat("2012-01-01"), datetime.fromisoformat("2027-12-31")

NEXT, SAME = DayOne.NEXT, DayOne.SAME
MOST = 200

calendars = st.sampled_from([ENGLAND_AND_WALES, SCOTLAND, GREAT_BRITAIN])
KNOWN_FROM, KNOWN_TO = date(2012, 1, 1), date(2027, 12, 31)  # a year from either edge, so that every answer is known
bank_holidays = [day for day in sorted(gov_uk_holidays("Great Britain")) if KNOWN_FROM <= day <= KNOWN_TO]
around_holidays = st.builds(lambda day, off: day + timedelta(off), st.sampled_from(bank_holidays), st.integers(-4, 4))
days = st.dates(KNOWN_FROM, KNOWN_TO) | around_holidays
numbers = st.integers(1, MOST) | st.integers(1, 5)
any_numbers = st.integers(-MOST, MOST) | st.integers(-5, 5)

leap_days = [date(year, 2, 29) for year in range(1904, 2025, 4)]
end_of_february = st.builds(date, st.integers(1900, 2024), st.just(2), st.just(28)) | st.sampled_from(leap_days)
births = st.dates(date(1900, 1, 1), date(2024, 12, 31)) | end_of_february

AS_LISTED = WorkingCalendar.from_dates("as listed", gov_uk_holidays("Scotland"), first=FIRST, last=LAST)
OWN_FIRST, OWN_LAST = date(2023, 12, 1), date(2024, 3, 31)  # over a new year and a 29 February
own_days = st.dates(OWN_FIRST, OWN_LAST)
own_holidays = st.frozensets(own_days, max_size=30)
weekends = st.frozensets(st.integers(0, 6), max_size=6)


def own_calendar(holidays: frozenset[date], weekend: frozenset[int] = frozenset({5, 6})) -> WorkingCalendar:
    return WorkingCalendar.from_dates("own", holidays, first=OWN_FIRST, last=OWN_LAST, weekend=weekend)


# --- add and count -----------------------------------------------------------------------------------------------


@given(calendars, days, numbers)
def test_counting_to_the_nth_working_day_gives_n(calendar: WorkingCalendar, day: date, n: int) -> None:
    assert calendar.count(day, calendar.add(day, n)) == n


@given(calendars, days, numbers)
def test_counting_from_the_nth_working_day_before_gives_n(calendar: WorkingCalendar, day: date, n: int) -> None:
    # The count takes in the later day, which was not counted on the way back: a working day less if it is closed.
    assert calendar.count(calendar.add(day, -n), day) == n - (not calendar.is_working_day(day))


@given(calendars, days, any_numbers)
def test_every_answer_is_a_working_day(calendar: WorkingCalendar, day: date, n: int) -> None:
    assert calendar.is_working_day(calendar.add(day, n))


@given(calendars, days, numbers)
def test_nothing_is_counted_on_the_wrong_side(calendar: WorkingCalendar, day: date, n: int) -> None:
    assert calendar.add(day, -n) < day < calendar.add(day, n)
    assert calendar.add(day, 0) >= day


@given(calendars, days, any_numbers, any_numbers)
def test_more_working_days_never_end_earlier(calendar: WorkingCalendar, day: date, m: int, n: int) -> None:
    fewer, more = sorted((m, n))
    assert calendar.add(day, fewer) <= calendar.add(day, more)
    if 0 < fewer < more:
        assert calendar.add(day, fewer) < calendar.add(day, more)


@given(calendars, days, any_numbers)
def test_a_later_trigger_never_ends_earlier(calendar: WorkingCalendar, day: date, n: int) -> None:
    ends = [calendar.add(trigger, n) for trigger in every_day(day, day + timedelta(weeks=2))]
    assert ends == sorted(ends)


@given(calendars, days, numbers, numbers)
def test_working_days_can_be_added_one_after_another(calendar: WorkingCalendar, day: date, m: int, n: int) -> None:
    assume(day.year < 2026)
    assert calendar.add(calendar.add(day, m), n) == calendar.add(day, m + n)


@given(calendars, days, any_numbers)
def test_going_there_and_back_ends_where_it_began(calendar: WorkingCalendar, day: date, n: int) -> None:
    start = calendar.next_working_day(day)
    assert calendar.add(calendar.add(start, n), -n) == start


@given(calendars, days, days)
def test_counting_backwards_is_the_negative(calendar: WorkingCalendar, a: date, b: date) -> None:
    assert calendar.count(a, b) == -calendar.count(b, a)


@given(calendars, days, days, days)
def test_counts_add_up(calendar: WorkingCalendar, a: date, b: date, c: date) -> None:
    assert calendar.count(a, b) + calendar.count(b, c) == calendar.count(a, c)


@given(calendars, days)
def test_next_and_previous_working_day_are_the_nearest(calendar: WorkingCalendar, day: date) -> None:
    before, after = calendar.previous_working_day(day), calendar.next_working_day(day)
    assert before <= day <= after
    assert [d for d in every_day(before, after) if calendar.is_working_day(d)] == sorted({before, after})
    assert (before == after == day) is calendar.is_working_day(day)


# --- holidays ----------------------------------------------------------------------------------------------------


@given(own_holidays, own_days, own_days, st.integers(0, 15))
def test_one_more_holiday_never_brings_a_deadline_forward(
    holidays: frozenset[date], extra: date, trigger: date, n: int
) -> None:
    assume(trigger.month == 12)
    fewer, more = own_calendar(holidays), own_calendar(holidays | {extra})
    assume(fewer.count(trigger, OWN_LAST) > n + 1)
    assert fewer.add(trigger, n) <= more.add(trigger, n)
    assert fewer.count(trigger, OWN_LAST) >= more.count(trigger, OWN_LAST)


@given(own_holidays, weekends, own_days)
def test_own_dates_are_counted_as_walked(holidays: frozenset[date], weekend: frozenset[int], day: date) -> None:
    calendar = own_calendar(holidays, weekend)
    open_days = {d for d in every_day(OWN_FIRST, OWN_LAST) if d.weekday() not in weekend and d not in holidays}
    onward = list(walk(day, ONE_DAY, open_days, OWN_FIRST, OWN_LAST))
    back = list(walk(day, -ONE_DAY, open_days, OWN_FIRST, OWN_LAST))
    assert calendar.is_working_day(day) == (day in open_days)
    assert [calendar.add(day, n) for n in range(1, len(onward) + 1)] == onward
    assert [calendar.add(day, -n) for n in range(1, len(back) + 1)] == back
    assert [holiday.on for holiday in calendar.holidays_between(OWN_FIRST, OWN_LAST)] == sorted(holidays)


@given(own_holidays, st.randoms(use_true_random=False))
def test_the_order_in_which_holidays_are_listed_changes_nothing(holidays: frozenset[date], random: object) -> None:
    listed = sorted(holidays)
    random.shuffle(listed)
    again = WorkingCalendar.from_dates("own", listed, first=OWN_FIRST, last=OWN_LAST)
    assert again is own_calendar(holidays)
    assert pickle.loads(pickle.dumps(again)) is again


@given(days, any_numbers)
def test_the_gov_uk_list_as_own_dates_makes_the_same_calendar(day: date, n: int) -> None:
    assert AS_LISTED.add(day, n) == SCOTLAND.add(day, n)


@given(calendars, days, any_numbers)
def test_the_projected_calendar_agrees_with_what_is_proclaimed(calendar: WorkingCalendar, day: date, n: int) -> None:
    assert calendar.projected.add(day, n) == calendar.add(day, n)
    assert calendar.projected.holidays_between(FIRST, day) == calendar.holidays_between(FIRST, day)


@given(days, numbers)
def test_a_holiday_in_either_nation_stops_the_clock(day: date, n: int) -> None:
    both = ENGLAND_AND_WALES.is_working_day(day) and SCOTLAND.is_working_day(day)
    assert GREAT_BRITAIN.is_working_day(day) is both
    assert GREAT_BRITAIN.add(day, n) >= max(ENGLAND_AND_WALES.add(day, n), SCOTLAND.add(day, n))


@given(calendars, days, st.integers(-60, 60))
def test_the_table_gives_the_answers_of_the_calendar(calendar: WorkingCalendar, day: date, n: int) -> None:
    table = calendar.table
    so_far = table.so_far[day.toordinal() - table.first_ordinal]
    if n > 0:
        assert table.working_days[so_far + n - 1] == calendar.add(day, n)
    assert table.working_days[so_far - 1] == calendar.previous_working_day(day)


# --- months and spans --------------------------------------------------------------------------------------------


@given(calendars, days, st.integers(0, 60), st.integers(1, 30))
def test_the_last_working_days_of_a_span(calendar: WorkingCalendar, first: date, length: int, n: int) -> None:
    last = first + timedelta(days=length)
    open_days = [d for d in every_day(first, last) if calendar.is_working_day(d)]
    assert calendar.last_n_of(first, last, n) == tuple(open_days[-n:])


@given(calendars, days)
def test_the_working_days_of_a_month_are_numbered_in_order(calendar: WorkingCalendar, day: date) -> None:
    open_days = [
        d
        for d in every_day(day.replace(day=1), day + timedelta(31))
        if d.month == day.month and calendar.is_working_day(d)
    ]
    numbered = [calendar.nth_of_month(day.year, day.month, n) for n in range(1, len(open_days) + 1)]
    assert numbered == open_days


@given(calendars, days)
def test_a_day_of_the_month_rolls_over_closed_days_only(calendar: WorkingCalendar, day: date) -> None:
    rolled = calendar.day_of_month_rolled(day.year, day.month, day.day)
    assert calendar.is_working_day(rolled)
    assert rolled >= day
    assert not any(calendar.is_working_day(d) for d in every_day(day, rolled - ONE_DAY))


# --- periods -----------------------------------------------------------------------------------------------------


@given(calendars, days, numbers)
def test_counting_the_trigger_is_counting_from_the_day_before(calendar: WorkingCalendar, day: date, n: int) -> None:
    assert working_days(n, SAME).after(day, calendar) == working_days(n).after(day - ONE_DAY, calendar)
    assert working_days(n, SAME).before(day, calendar) == working_days(n).before(day + ONE_DAY, calendar)
    assert calendar_days(n, SAME).after(day) == calendar_days(n).after(day - ONE_DAY)
    assert weeks(n, SAME).before(day) == weeks(n).before(day + ONE_DAY)


@given(calendars, days, numbers)
def test_every_convention_for_a_closed_trigger_is_in_order(calendar: WorkingCalendar, day: date, n: int) -> None:
    literal, same, following = (
        working_days(n, day_one).after(day, calendar) for day_one in (DayOne.SAME_EVEN_IF_CLOSED, SAME, NEXT)
    )
    assert literal <= same <= following
    assert (literal == same) if calendar.is_working_day(day) else (same == following)


@given(calendars, days, numbers)
def test_the_window_of_the_last_n_working_days_holds_n(calendar: WorkingCalendar, day: date, n: int) -> None:
    opens = working_days(n, SAME).before(day, calendar)
    assert calendar.count(opens - ONE_DAY, day) == n
    assert calendar.last_n_of(opens, day, n)[0] == opens


@given(days, st.integers(1, 60))
def test_months_that_follow_one_another_leave_no_gap(day: date, n: int) -> None:
    assume(day.day <= 28)
    last = months(n, SAME).after(day)
    assert last + ONE_DAY == months(n).after(day)
    assert months(n, SAME).before(last) == day


@given(days, st.integers(-60, 60))
def test_the_corresponding_date_is_in_the_right_month_and_on_the_right_day(day: date, n: int) -> None:
    there = corresponding_date(day, n)
    assert there.year * 12 + there.month == day.year * 12 + day.month + n
    assert there.day == day.day or (there.day < day.day and (there + ONE_DAY).day == 1)


@given(st.datetimes(*OF_NO_ZONE), st.integers(-12, 14), st.integers(0, 1_000))
def test_hours_elapse_whatever_the_offset(moment: datetime, offset: int, n: int) -> None:
    instant = moment.replace(tzinfo=timezone(timedelta(hours=offset)))
    due = hours(n).after_instant(instant)
    assert due - instant == timedelta(hours=n)
    assert due == hours(n).after_instant(instant.astimezone(UTC))
    assert due.utcoffset() == instant.utcoffset()
    assert instant.date() <= due.date() <= hours(n).after(instant.date())


# --- days of provision and birthdays -----------------------------------------------------------------------------


@given(days, st.integers(1, 1_000))
def test_the_day_number_of_the_date_of_a_day_is_that_number(start: date, day_number: int) -> None:
    on = date_of_day(start, day_number)
    assert day_of_provision(start, on) == day_number
    assert calendar_days(day_number, SAME).after(start) == on
    assert (on - start).days == day_number - 1


@given(births, st.integers(0, 120))
def test_an_age_begins_on_its_birthday(born: date, years: int) -> None:
    birthday = anniversary(born, years)
    assert age_on(born, birthday) == years
    if years:
        assert age_on(born, birthday - ONE_DAY) == years - 1
    assert (birthday.month, birthday.day) in {(born.month, born.day), (3, 1)}


@given(births, st.integers(0, 1_200))
def test_only_a_leap_day_birth_differs_from_the_corresponding_date(born: date, age_in_months: int) -> None:
    there = anniversary(born, *divmod(age_in_months, 12))
    plain = corresponding_date(born, age_in_months)
    leap_day_in_a_common_year = (born.month, born.day) == (2, 29) and (plain.month, plain.day) == (2, 28)
    assert there == (plain + ONE_DAY if leap_day_in_a_common_year else plain)
