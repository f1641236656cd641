"""Duties stated in hours: by the instant where it is told, by whole days where it is not; and readings of a period."""

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.calendar import calendar_days, hours, working_days
from dwp_rules.facts import Case
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.rules import Parameters, Reading, Readings
from dwp_rules.standards import Within
from dwp_rules.standards.british_clock import at_clock_time, british_time
from dwp_rules.standards.by_reading import ByReading
from dwp_rules.standards.hours import Occurrence, WithinHours, by_the_clock, elapsed
from tests.standards.given import CONTACT, GUIDE, SHOP, on, situation

CHANGES = """
2012-03-25 2012-10-28 | 2013-03-31 2013-10-27 | 2014-03-30 2014-10-26 | 2015-03-29 2015-10-25 | 2016-03-27 2016-10-30
2017-03-26 2017-10-29 | 2018-03-25 2018-10-28 | 2019-03-31 2019-10-27 | 2020-03-29 2020-10-25 | 2021-03-28 2021-10-31
2022-03-27 2022-10-30 | 2023-03-26 2023-10-29 | 2024-03-31 2024-10-27 | 2025-03-30 2025-10-26 | 2026-03-29 2026-10-25
"""
"""The days on which the clocks change (GOV.UK, "When do the clocks change?"), at one o'clock Greenwich mean time."""
INSTANTS = [datetime.fromisoformat(f"{day}T01:00:00+00:00") for day in CHANGES.replace("|", " ").split()]
HOUR = timedelta(hours=1)


def offset(instant: datetime) -> timedelta:
    """How far the clocks are ahead of Greenwich: an hour after every other change."""
    return HOUR if bisect_right(INSTANTS, instant) % 2 else timedelta(0)


def at(text: str) -> Occurrence:
    """Something at an instant, on its local day."""
    instant = datetime.fromisoformat(text)
    return Occurrence(instant.date(), instant, "event.at")


def some_time_on(text: str) -> Occurrence:
    """Something on a day, its instant not told."""
    return Occurrence(date.fromisoformat(text), None, "event.at")


def within_24_hours(
    *done: Occurrence, after: Occurrence, as_of: str = "2021-12-31"
) -> tuple[str, str, tuple[str, ...]]:
    declared = WithinHours(CONTACT, hours(24), after=lambda _s: [after], done=lambda _s: list(done))
    [deadline] = declared.judge(situation(as_of))
    return str(deadline.due_at or deadline.due), str(deadline.status), deadline.missing


@pytest.mark.parametrize(
    ("done", "status"),
    [
        ("2021-06-11T15:30:00+01:00", "met"),
        ("2021-06-11T14:30:00+00:00", "met"),
        ("2021-06-11T15:30:01+01:00", "late"),
        ("2021-06-14T09:00:00+01:00", "late"),
    ],
)
def test_the_last_instant_is_in_time(done: str, status: str) -> None:
    told = within_24_hours(at(done), after=at("2021-06-10T15:30:00+01:00"))
    assert told == ("2021-06-11 15:30:00+01:00", status, ())


@pytest.mark.parametrize(
    ("as_of", "status"), [("2021-06-10", "pending"), ("2021-06-11", "pending"), ("2021-06-12", "overdue")]
)
def test_not_done(as_of: str, status: str) -> None:
    assert within_24_hours(after=at("2021-06-10T15:30:00+01:00"), as_of=as_of)[1] == status


def test_what_was_done_before_does_not_count() -> None:
    first, second = at("2021-06-10T09:00:00+01:00"), at("2021-06-12T09:00:00+01:00")
    assert within_24_hours(first, second, after=at("2021-06-10T15:30:00+01:00"))[1] == "late"
    assert within_24_hours(second, first, after=at("2021-06-10T08:30:00+01:00"))[1] == "met"


@pytest.mark.parametrize(("done", "status"), [("2021-06-10", "met"), ("2021-06-11", "met"), ("2021-06-12", "late")])
def test_whole_days_where_an_instant_is_not_told(done: str, status: str) -> None:
    assert within_24_hours(some_time_on(done), after=some_time_on("2021-06-10")) == (
        "2021-06-11",
        status,
        ("event.at", "event.at"),
    )
    assert within_24_hours(some_time_on(done), after=at("2021-06-10T15:30:00+01:00")) == (
        "2021-06-11 15:30:00+01:00",
        status,
        ("event.at",),
    )


def test_where_something_is_not_known_the_duty_is_undetermined() -> None:
    triggers = [at("2021-06-10T15:30:00+01:00")]
    for declared in (
        WithinHours(CONTACT, hours(24), after=lambda _s: Unknown("a"), done=lambda _s: ()),
        WithinHours(CONTACT, hours(24), after=lambda _s: triggers, done=lambda _s: Unknown("a")),
        WithinHours(CONTACT, hours(24), after=lambda _s: triggers, done=lambda _s: (), when=lambda _s: Unknown("a")),
    ):
        [deadline] = declared.judge(situation("2021-06-30"))
        assert (deadline.status, deadline.missing) == ("undetermined", ("a",))
    silent = WithinHours(CONTACT, hours(24), after=lambda _s: triggers, done=lambda _s: (), when=lambda _s: False)
    assert silent.judge(situation("2021-06-30")) == ()
    nothing = WithinHours(CONTACT, hours(24), after=lambda _s: (), done=lambda _s: ())
    assert nothing.judge(situation("2021-06-30")) == ()


FIRST, LAST = datetime(2012, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)
seconds = st.integers(0, int((LAST - FIRST).total_seconds()))
near_a_change = st.sampled_from(INSTANTS).flatmap(
    lambda change: st.integers(-3 * 3600, 3 * 3600).map(lambda apart: change + timedelta(seconds=apart))
)
instants = seconds.map(lambda number: FIRST + timedelta(seconds=number)) | near_a_change


@given(instants)
def test_british_time_is_what_the_clocks_show(instant: datetime) -> None:
    shown = british_time(instant)
    assert shown == instant
    assert shown.utcoffset() == offset(instant)


@given(instants)
def test_at_clock_time_is_the_earliest_instant_that_shows_it(instant: datetime) -> None:
    shown = (instant + offset(instant)).replace(tzinfo=None)
    found = at_clock_time(shown.date(), shown.time())
    earlier = [early for early in (instant - HOUR,) if early + offset(early) == instant + offset(instant)]
    assert found == (earlier[0] if earlier else instant)


@pytest.mark.parametrize("change", INSTANTS[::2])
def test_a_time_that_the_clocks_skip_is_an_hour_later_by_the_clock(change: datetime) -> None:
    skipped = change.replace(minute=30)
    assert at_clock_time(skipped.date(), skipped.time()) == skipped.replace(tzinfo=UTC)


@pytest.mark.parametrize("change", INSTANTS)
def test_the_clocks_change_at_one_oclock_greenwich_mean_time(change: datetime) -> None:
    second = timedelta(seconds=1)
    assert british_time(change).utcoffset() != british_time(change - second).utcoffset()


@given(instants, st.integers(0, 200))
def test_elapsed_hours_and_hours_by_the_clock_part_only_where_the_clocks_change(instant: datetime, n: int) -> None:
    period = hours(n)
    assert elapsed(period, instant) - instant == timedelta(hours=n)
    apart = by_the_clock(period, instant) - elapsed(period, instant)
    change = british_time(instant).utcoffset(), elapsed(period, instant).utcoffset()
    if change[0] == change[1]:
        assert abs(apart) <= HOUR
    else:
        assert abs(apart) == HOUR or n < 2


@pytest.mark.parametrize(("option", "due"), [("working", "04-07"), ("calendar", "04-04")])
def test_a_reading_decides_the_period(option: str, due: str) -> None:
    reading = Reading("days", ("working", "calendar"), why="either", entries=("EX-CSS-01",), citations=(GUIDE["1"],))
    declared = ByReading(
        "days",
        {
            "working": Within(CONTACT, working_days(3), after=on("03-31"), done=on()),
            "calendar": Within(CONTACT, calendar_days(4), after=on("03-31"), done=on()),
        },
    )
    case = Case.model_validate({"programme": "any", "participant": {"participant_id": "P-1"}})
    read = Readings(reading.taking(option))
    [deadline] = declared.judge(Situation(case, date(2021, 4, 1), SHOP, read, Parameters()))
    assert declared.rule is CONTACT
    assert deadline.due == date.fromisoformat(f"2021-{due}")
