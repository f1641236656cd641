"""Recurring duties: one deadline for each interval, whatever cuts the span or changes the interval."""

from collections.abc import Sequence
from datetime import date

import pytest

from dwp_rules.calendar import ENGLAND_AND_WALES, Period, calendar_days, weeks, working_days
from dwp_rules.facts.situation import Moment, Unknown
from dwp_rules.standards import Deadline, Every
from tests.standards.given import AGREED, MEETING, day, on, situation, spans, standing, told, unknown

TEN_DAYS = working_days(10)
Ends = tuple[str, str | None]


def judged(
    *ends: Ends, done: Moment, as_of: str, agreed: Sequence[tuple[date, Period]] = (), period: Period = TEN_DAYS
) -> list[Deadline]:
    every = Every(MEETING, period, done=done, during=lambda _s: spans(*ends), unless=lambda _s: agreed, agreed=AGREED)
    return list(every.judge(situation(as_of)))


def test_from_the_opening_of_the_span_and_then_from_each_time_it_was_done() -> None:
    # From Monday 1 March: the 15th. From Friday 12 March: the 26th. From Monday 29 March, over Easter: 14 April.
    deadlines = judged(("03-01", None), done=on("03-12", "03-29"), as_of="04-14")
    assert [told(deadline) for deadline in deadlines] == [
        standing("03-01", "03-15", "03-12", "met"),
        standing("03-12", "03-26", "03-29", "late"),
        standing("03-29", "04-14", None, "pending"),
    ]
    assert told(judged(("03-01", None), done=on("03-12", "03-29"), as_of="04-15")[-1])[3] == "overdue"
    assert all(deadline.rule is MEETING for deadline in deadlines)


def test_nothing_done_gives_one_deadline() -> None:
    assert [told(d) for d in judged(("03-01", None), done=on(), as_of="06-01")] == [
        standing("03-01", "03-15", None, "overdue")
    ]


def test_done_before_the_span_does_not_count_and_on_its_first_day_does() -> None:
    assert [told(d) for d in judged(("03-01", None), done=on("02-26"), as_of="03-02")] == [
        standing("03-01", "03-15", None, "pending")
    ]
    assert [told(d) for d in judged(("03-01", None), done=on("03-01"), as_of="03-02")] == [
        standing("03-01", "03-15", "03-01", "met"),
        standing("03-01", "03-15", None, "pending"),
    ]


def test_done_twice_on_one_day_breaks_nothing() -> None:
    deadlines = judged(("03-01", None), done=on("03-08", "03-08"), as_of="03-09")
    assert [d.due for d in deadlines] == [day("03-15"), day("03-22"), day("03-22")]
    assert [str(d.status) for d in deadlines] == ["met", "met", "pending"]


# ── spans ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("last", "as_of", "expected"),
    [
        ("03-25", "06-01", []),  # cut short the day before it was due
        ("03-26", "03-26", [standing("03-12", "03-26", None, "pending")]),
        ("03-26", "06-01", [standing("03-12", "03-26", None, "overdue")]),
        ("04-30", "06-01", [standing("03-12", "03-26", "04-01", "late")]),
    ],
)
def test_an_interval_that_the_span_cuts_short_gives_none(last: str, as_of: str, expected: list[object]) -> None:
    deadlines = judged(("03-01", last), done=on("03-12", "04-01"), as_of=as_of)
    assert told(deadlines[0]) == standing("03-01", "03-15", "03-12", "met")
    assert [told(d) for d in deadlines[1:2]] == expected


def test_done_on_the_last_day_counts_and_after_it_does_not() -> None:
    assert [told(d) for d in judged(("03-01", "03-15"), done=on("03-15"), as_of="06-01")] == [
        standing("03-01", "03-15", "03-15", "met")
    ]
    assert [told(d) for d in judged(("03-01", "03-15"), done=on("03-16"), as_of="06-01")] == [
        standing("03-01", "03-15", None, "overdue")
    ]


def test_each_span_begins_afresh_and_what_is_done_between_them_counts_for_none() -> None:
    deadlines = judged(("03-01", "03-12"), ("03-22", None), done=on("03-05", "03-17", "03-30"), as_of="04-01")
    assert [told(d) for d in deadlines] == [
        standing("03-01", "03-15", "03-05", "met"),
        standing("03-22", "04-07", "03-30", "met"),  # over Easter
        standing("03-30", "04-15", None, "pending"),
    ]


def test_no_span_no_deadline() -> None:
    assert judged(done=on("03-05"), as_of="04-01") == []
    every = Every(MEETING, TEN_DAYS, done=unknown("meetings"), during=lambda _s: ())
    assert list(every.judge(situation("04-01"))) == []


# ── another interval ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("since", "number", "due", "rule"),
    [
        ("02-01", 20, "03-29", AGREED),  # agreed before the span
        ("03-01", 20, "03-29", AGREED),
        ("03-08", 20, "03-29", AGREED),  # while the standard interval runs
        ("03-15", 20, "03-29", AGREED),  # on its last day
        ("03-16", 20, "03-15", MEETING),  # after it ran out: the standard one was due
        ("03-03", 5, "03-08", AGREED),
        ("03-08", 5, "03-08", AGREED),
    ],
)
def test_an_interval_agreed_while_another_runs(since: str, number: int, due: str, rule: object) -> None:
    (deadline,) = judged(("03-01", None), done=on(), as_of="06-01", agreed=[(day(since), working_days(number))])
    assert (deadline.due, deadline.rule) == (day(due), rule)


def test_a_shorter_interval_makes_nothing_due_before_it_was_agreed() -> None:
    agreed = [(day("03-10"), working_days(5))]
    (deadline,) = judged(("03-01", None), done=on(), as_of="03-10", agreed=agreed)
    assert deadline.due is not None
    assert deadline.due >= day("03-10")
    assert str(deadline.status) == "pending"


def test_the_next_interval_is_the_agreed_one() -> None:
    agreed = [(day("03-16"), working_days(20))]
    deadlines = judged(("03-01", None), done=on("03-15"), as_of="03-20", agreed=agreed)
    assert [(d.due, d.rule) for d in deadlines] == [(day("03-15"), MEETING), (day("04-14"), AGREED)]


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ([("03-03", 5), ("03-05", 20)], "03-29"),  # the second comes while the first runs
        ([("03-03", 5), ("03-09", 20)], "03-08"),  # the first had run out on the 8th
        ([("03-08", 20), ("03-29", 30)], "04-14"),
        ([("03-08", 20), ("03-30", 30)], "03-29"),
    ],
)
def test_several_changes_in_one_interval(changes: list[tuple[str, int]], due: str) -> None:
    agreed = [(day(since), working_days(number)) for since, number in changes]
    (deadline,) = judged(("03-01", None), done=on(), as_of="06-01", agreed=agreed)
    assert deadline.due == day(due)


def test_an_interval_may_be_agreed_in_another_unit() -> None:
    (deadline,) = judged(("03-01", None), done=on(), as_of="06-01", agreed=[(day("03-01"), weeks(4))])
    assert deadline.due == day("03-29")


def test_where_no_other_rule_is_named_the_same_one_sets_the_agreed_interval() -> None:
    agreed = [(day("03-01"), calendar_days(3))]
    every = Every(MEETING, TEN_DAYS, done=on(), during=lambda _s: spans(("03-01", None)), unless=lambda _s: agreed)
    (deadline,) = every.judge(situation("03-01"))
    assert (deadline.rule, deadline.due) == (MEETING, day("03-04"))


# ── missing facts, and the edges of what a calendar knows ───────────────────────────────────────────────────────


def test_unknown_spans_and_unknown_doing() -> None:
    unknown_span = Every(MEETING, TEN_DAYS, done=on(), during=lambda _s: Unknown("work_ended.on"))
    unknown_done = Every(MEETING, TEN_DAYS, done=unknown("held_on"), during=lambda _s: spans(("03-01", None)))
    for every, missing in ((unknown_span, "work_ended.on"), (unknown_done, "held_on")):
        (deadline,) = every.judge(situation("03-20"))
        assert (str(deadline.status), deadline.missing, deadline.done) == ("undetermined", (missing,), None)


def test_past_the_horizon_and_before_the_first_known_day() -> None:
    every = Every(MEETING, TEN_DAYS, done=on("2028-12-19"), during=lambda _s: spans(("2028-12-11", None)))
    first, second = every.judge(situation("2028-12-19", ENGLAND_AND_WALES))
    assert (first.due, first.provisional) == (day("2028-12-27"), False)  # 25 and 26 December are closed
    assert (second.due, second.provisional) == (day("2029-01-05"), True)  # so is 1 January 2029, as expected
    before = Every(MEETING, TEN_DAYS, done=on("2010-06-10"), during=lambda _s: spans(("2010-06-01", None)))
    for deadline in before.judge(situation("2010-06-20", ENGLAND_AND_WALES)):
        assert (deadline.due, str(deadline.status)) == (None, "undetermined")
        assert deadline.missing
