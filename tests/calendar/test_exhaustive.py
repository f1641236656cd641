"""Every date 2011-2028, every n from -60 to 60, three calendars, against the GOV.UK lists walked a day at a time.

1,194,789 answers for n = 0 to 60 and 1,175,250 for n = -1 to -60 lie within what is known; past the last of them the
calendar refuses.
"""

from datetime import date
from itertools import islice

import pytest

from dwp_rules.calendar import ENGLAND_AND_WALES, GREAT_BRITAIN, SCOTLAND, OutsideCalendar, WorkingCalendar
from tests.calendar.slow_days import LAST, ONE_DAY, every_day, gov_uk_open_days, walk

MOST = 60
CALENDARS = pytest.mark.parametrize("calendar", [ENGLAND_AND_WALES, SCOTLAND, GREAT_BRITAIN], ids=lambda c: c.name)


def agrees_and_then_refuses(calendar: WorkingCalendar, day: date, expected: list[date], sign: int) -> int:
    answers = [calendar.add(day, sign * n) for n in range(1, len(expected) + 1)]
    assert answers == expected, f"{calendar.name}: {day}"
    if len(expected) < MOST:
        with pytest.raises(OutsideCalendar):
            calendar.add(day, sign * (len(expected) + 1))
    return len(answers)


@CALENDARS
def test_nth_working_day_after_every_date(calendar: WorkingCalendar) -> None:
    open_days = gov_uk_open_days(calendar.name)
    checked = 0
    for day in every_day():
        expected = list(islice(walk(day, ONE_DAY, open_days), MOST))
        checked += agrees_and_then_refuses(calendar, day, expected, 1)
        if day in open_days or expected:
            assert calendar.add(day, 0) == (day if day in open_days else expected[0])
            checked += 1
    assert checked == {"England and Wales": 398_301}.get(calendar.name, 398_244)


@CALENDARS
def test_nth_working_day_before_every_date(calendar: WorkingCalendar) -> None:
    open_days = gov_uk_open_days(calendar.name)
    checked = 0
    for day in every_day():
        expected = list(islice(walk(day, -ONE_DAY, open_days), MOST))
        checked += agrees_and_then_refuses(calendar, day, expected, -1)
    assert checked == {"England and Wales": 391_806}.get(calendar.name, 391_722)


@CALENDARS
def test_every_date_is_open_or_closed_as_listed_and_counted_so(calendar: WorkingCalendar) -> None:
    open_days = gov_uk_open_days(calendar.name)
    so_far = 0
    for day in every_day():
        assert calendar.is_working_day(day) == (day in open_days), day
        so_far += day in open_days
        assert calendar.count(calendar.first, day) == so_far  # 1 January 2011 was a Saturday
        assert calendar.count(day, calendar.first) == -so_far
    assert so_far == len(open_days)


@CALENDARS
def test_next_and_previous_working_day_of_every_date(calendar: WorkingCalendar) -> None:
    open_days = gov_uk_open_days(calendar.name)
    last_open = max(open_days)
    for day in every_day(min(open_days), last_open):
        later, earlier = walk(day, ONE_DAY, open_days), walk(day, -ONE_DAY, open_days)
        assert calendar.next_working_day(day) == (day if day in open_days else next(later))
        assert calendar.previous_working_day(day) == (day if day in open_days else next(earlier))
    assert last_open <= LAST
