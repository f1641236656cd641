"""Duties within a period of something: every status, every day one, and every sort of missing fact."""

import pytest

from dwp_rules.calendar import ENGLAND_AND_WALES, DayOne, Period, calendar_days, months, weeks, working_days
from dwp_rules.facts.situation import Moment, Unknown
from dwp_rules.standards import Deadline, Guard, Within
from tests.standards.given import CONTACT, SHOP, day, on, situation, standing, told, unknown

TWO_DAYS = working_days(2)


def judged(
    after: Moment,
    done: Moment,
    *,
    as_of: str,
    period: Period = TWO_DAYS,
    when: Guard | None = None,
    early_counts: bool = False,
) -> list[Deadline]:
    within = Within(CONTACT, period, after=after, done=done, when=when, early_counts=early_counts)
    return list(within.judge(situation(as_of)))


# 10 March 2021 is a Wednesday: the two working days are Thursday 11 and Friday 12.
@pytest.mark.parametrize(
    ("done", "as_of", "counted", "status"),
    [
        ((), "03-10", None, "pending"),
        ((), "03-12", None, "pending"),
        ((), "03-13", None, "overdue"),
        (("03-10",), "03-10", "03-10", "met"),
        (("03-12",), "03-12", "03-12", "met"),
        (("03-13",), "03-13", "03-13", "late"),
        (("03-15",), "03-20", "03-15", "late"),
        (("03-15",), "03-14", None, "overdue"),
        (("03-09",), "03-12", None, "pending"),
        (("03-09",), "03-13", None, "overdue"),
        (("03-09", "03-12"), "03-13", "03-12", "met"),
        (("03-11", "03-15"), "03-20", "03-11", "met"),
    ],
)
def test_every_status(done: tuple[str, ...], as_of: str, counted: str | None, status: str) -> None:
    (deadline,) = judged(on("03-10"), on(*done), as_of=as_of)
    assert told(deadline) == standing("03-10", "03-12", counted, status)
    assert (deadline.rule, deadline.opens, deadline.due_at) == (CONTACT, None, None)
    assert (deadline.missing, deadline.provisional) == ((), False)


@pytest.mark.parametrize(
    ("done", "counted", "status"),
    [(("03-01",), "03-01", "met"), (("03-13",), "03-13", "late"), ((), None, "overdue")],
)
def test_done_before_the_trigger_counts_only_where_declared(
    done: tuple[str, ...], counted: str | None, status: str
) -> None:
    (deadline,) = judged(on("03-10"), on(*done), as_of="03-13", early_counts=True)
    assert told(deadline) == standing("03-10", "03-12", counted, status)


@pytest.mark.parametrize(
    ("period", "trigger", "due"),
    [
        (working_days(2), "03-13", "03-16"),  # a Saturday: Monday, Tuesday
        (working_days(2), "04-01", "04-07"),  # 2 and 5 April are closed: 6 and 7
        (working_days(0), "04-02", "04-06"),  # a closed day rolls on
        (working_days(2, DayOne.SAME), "03-10", "03-11"),
        (working_days(2, DayOne.SAME), "03-13", "03-16"),
        (working_days(2, DayOne.SAME_EVEN_IF_CLOSED), "03-13", "03-15"),
        (calendar_days(28), "03-10", "04-07"),
        (calendar_days(28, DayOne.SAME), "03-10", "04-06"),
        (weeks(8), "03-10", "05-05"),
        (months(1), "01-31", "02-28"),
    ],
)
def test_every_way_of_counting(period: Period, trigger: str, due: str) -> None:
    (deadline,) = judged(on(trigger), on(), as_of=trigger, period=period)
    assert deadline.due == day(due)


def test_one_deadline_for_each_trigger_in_their_order() -> None:
    deadlines = judged(on("03-01", "03-08", "03-15"), on("03-03", "03-16"), as_of="03-20")
    assert [told(deadline) for deadline in deadlines] == [
        standing("03-01", "03-03", "03-03", "met"),
        standing("03-08", "03-10", "03-16", "late"),
        standing("03-15", "03-17", "03-16", "met"),
    ]


def test_no_trigger_no_deadline_whatever_else_is_unknown() -> None:
    assert judged(on(), on("03-10"), as_of="03-20") == []
    assert judged(on("03-25"), on(), as_of="03-20") == []
    assert judged(on(), unknown("entered_on"), as_of="03-20", when=lambda _s: Unknown("residence")) == []


# ── guards and missing facts ────────────────────────────────────────────────────────────────────────────────────


def test_a_duty_that_does_not_apply_gives_none() -> None:
    assert judged(on("03-10"), on(), as_of="03-20", when=lambda _s: False) == []
    assert len(judged(on("03-10"), on(), as_of="03-20", when=lambda _s: True)) == 1


@pytest.mark.parametrize("done", [on(), on("03-11"), on("03-19")])
def test_where_it_is_unknown_whether_a_duty_applies(done: Moment) -> None:
    (deadline,) = judged(on("03-10"), done, as_of="03-20", when=lambda _s: Unknown("residence"))
    assert told(deadline) == standing("03-10", "03-12", None, "undetermined")
    assert deadline.missing == ("residence",)


def test_where_it_is_unknown_when_it_was_done() -> None:
    deadlines = judged(on("03-10", "04-01"), unknown("start.recorded_on"), as_of="04-20")
    assert [told(deadline) for deadline in deadlines] == [
        standing("03-10", "03-12", None, "undetermined"),
        standing("04-01", "04-07", None, "undetermined"),
    ]
    assert {deadline.missing for deadline in deadlines} == {("start.recorded_on",)}


def test_where_it_is_unknown_what_sets_it_running() -> None:
    (deadline,) = judged(unknown("referral.received_on"), on("03-11"), as_of="03-20")
    assert (deadline.trigger, deadline.due, deadline.done) == (None, None, None)
    assert (str(deadline.status), deadline.missing) == ("undetermined", ("referral.received_on",))


def test_every_fact_that_is_missing_is_named() -> None:
    (deadline,) = judged(
        unknown("referral.received_on"), unknown("start.recorded_on"), as_of="03-20", when=lambda _s: Unknown("area")
    )
    assert set(deadline.missing) == {"area", "referral.received_on", "start.recorded_on"}


# ── at the edges of what a calendar knows ───────────────────────────────────────────────────────────────────────


# 25 and 26 December 2028 are closed; 1 January 2029 lies past the horizon, where holidays are only expected.
@pytest.mark.parametrize(
    ("trigger", "due", "provisional"),
    [
        ("2028-12-27", "2028-12-29", False),
        ("2028-12-28", "2029-01-02", True),
        ("2040-12-21", "2040-12-27", True),
    ],
)
def test_past_the_horizon_a_deadline_is_provisional(trigger: str, due: str, provisional: bool) -> None:
    within = Within(CONTACT, TWO_DAYS, after=on(trigger), done=on())
    (deadline,) = within.judge(situation(trigger, ENGLAND_AND_WALES))
    assert told(deadline) == standing(trigger, due, None, "pending")
    assert deadline.provisional is provisional
    (deadline,) = Within(CONTACT, TWO_DAYS, after=on(trigger), done=on(due)).judge(situation(due, ENGLAND_AND_WALES))
    assert (str(deadline.status), deadline.provisional) == ("met", provisional)


@pytest.mark.parametrize("trigger", ["2010-12-30", "1990-06-01", "2060-12-31", "2199-12-31"])
def test_outside_every_known_day_a_deadline_is_undetermined_and_says_why(trigger: str) -> None:
    for done in (on(), on(trigger)):
        within = Within(CONTACT, TWO_DAYS, after=on(trigger), done=done)
        (deadline,) = within.judge(situation("2199-12-31", ENGLAND_AND_WALES))
        assert (deadline.trigger, deadline.due, deadline.done) == (day(trigger), None, None)
        assert str(deadline.status) == "undetermined"
        assert any("working days of England and Wales" in name for name in deadline.missing)


def test_a_calendar_without_expected_holidays_ends_where_it_ends() -> None:
    within = Within(CONTACT, TWO_DAYS, after=on("12-30"), done=on())
    (deadline,) = within.judge(situation("12-30", SHOP))
    assert (deadline.due, str(deadline.status)) == (None, "undetermined")
    assert any("Shop" in name for name in deadline.missing)


def test_other_triggers_are_still_judged_beside_one_outside_the_calendar() -> None:
    within = Within(CONTACT, TWO_DAYS, after=on("2010-12-30", "2021-03-10"), done=on("2021-03-11"))
    outside, inside = within.judge(situation("2021-03-20", ENGLAND_AND_WALES))
    assert str(outside.status) == "undetermined"
    assert told(inside) == standing("03-10", "03-12", "03-11", "met")


def test_calendar_days_need_no_working_calendar() -> None:
    within = Within(CONTACT, weeks(8), after=on("1999-01-01"), done=on())
    (deadline,) = within.judge(situation("1999-01-01", ENGLAND_AND_WALES))
    assert (deadline.due, deadline.provisional) == (day("1999-02-26"), False)
