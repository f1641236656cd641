"""Duties in the last days before an end: early, in time, late, and ends that may still move or are not known."""

from datetime import date

import pytest

from dwp_rules.calendar import ENGLAND_AND_WALES, DayOne, WorkingCalendar, working_days
from dwp_rules.facts.situation import Moment, Situation, Unknown
from dwp_rules.standards import Deadline, InTheLast
from tests.standards.given import REPORT, SHOP, day, on, situation, unknown

LAST_THREE = working_days(3, DayOne.SAME)


def judged(end: str, done: Moment, *, as_of: str, may_move: bool = False, calendar: WorkingCalendar = SHOP) -> Deadline:
    duty = InTheLast(REPORT, LAST_THREE, of=lambda _s: (day(end), may_move), done=done)
    (deadline,) = duty.judge(situation(as_of, calendar))
    return deadline


# 31 March 2021 is a Wednesday: the last three working days open on Monday 29.
@pytest.mark.parametrize(
    ("done", "as_of", "counted", "status"),
    [
        ((), "03-31", None, "pending"),
        ((), "04-01", None, "overdue"),
        (("03-28",), "03-28", "03-28", "early"),
        (("03-28",), "04-20", "03-28", "early"),
        (("03-29",), "03-29", "03-29", "met"),
        (("03-31",), "03-31", "03-31", "met"),
        (("04-01",), "04-01", "04-01", "late"),
        (("03-28", "03-30"), "04-20", "03-30", "met"),
        (("03-01", "03-28"), "04-20", "03-28", "early"),
        (("03-28", "04-01"), "04-20", "04-01", "late"),
    ],
)
def test_every_status(done: tuple[str, ...], as_of: str, counted: str | None, status: str) -> None:
    deadline = judged("03-31", on(*done), as_of=as_of)
    assert (deadline.opens, deadline.due) == (day("03-29"), day("03-31"))
    assert (deadline.done, str(deadline.status)) == (day(counted) if counted else None, status)
    assert (deadline.provisional, deadline.missing, deadline.rule) == (False, (), REPORT)


def test_an_end_on_a_closed_day_keeps_its_day_and_counts_back_from_the_last_open_one() -> None:
    # Sunday 4 April; Good Friday is closed: 1 April, 31 March, 30 March.
    deadline = judged("04-04", on(), as_of="04-01")
    assert (deadline.opens, deadline.due) == (day("03-30"), day("04-04"))


def test_an_end_that_may_still_move_is_provisional() -> None:
    assert judged("03-31", on(), as_of="03-20", may_move=True).provisional
    assert judged("03-31", on("03-29"), as_of="03-30", may_move=True).provisional


def test_no_end_or_no_duty_gives_none() -> None:
    no_end = InTheLast(REPORT, LAST_THREE, of=lambda _s: None, done=unknown("given_on"))
    no_duty = InTheLast(REPORT, LAST_THREE, of=lambda _s: (day("03-31"), False), done=on(), when=lambda _s: False)
    assert list(no_end.judge(situation("03-31"))) == list(no_duty.judge(situation("03-31"))) == []


def test_unknown_end_guard_and_doing() -> None:
    def until_march(_s: Situation) -> tuple[date, bool]:
        return day("03-31"), False

    def not_known(_s: Situation) -> Unknown:
        return Unknown("in_work")

    cases = {
        "basis": InTheLast(REPORT, LAST_THREE, of=lambda _s: Unknown("basis"), done=on("03-30")),
        "in_work": InTheLast(
            REPORT,
            LAST_THREE,
            of=lambda _s: (day("03-31"), False),
            done=on("03-30"),
            when=lambda _s: Unknown("in_work"),
        ),
        "given_on": InTheLast(REPORT, LAST_THREE, of=lambda _s: (day("03-31"), False), done=unknown("given_on")),
    }
    for name, duty in cases.items():
        (deadline,) = duty.judge(situation("04-20"))
        assert (str(deadline.status), deadline.missing, deadline.done) == ("undetermined", (name,), None)
        assert deadline.due == (None if name == "basis" else day("03-31"))


def test_at_the_edges_of_what_a_calendar_knows() -> None:
    # Wednesday 3 January 2029 and Tuesday 2; Monday 1 is expected to be closed; then Friday 29 December 2028.
    duty = InTheLast(REPORT, LAST_THREE, of=lambda _s: (day("2029-01-03"), False), done=on())
    (deadline,) = duty.judge(situation("2028-12-01", ENGLAND_AND_WALES))
    assert (deadline.opens, deadline.due, deadline.provisional) == (day("2028-12-29"), day("2029-01-03"), True)
    for end, calendar in (("2010-12-31", ENGLAND_AND_WALES), ("2199-01-01", ENGLAND_AND_WALES), ("01-02", SHOP)):
        deadline = judged(end, on(end), as_of="2199-12-31", calendar=calendar)
        assert (deadline.opens, str(deadline.status)) == (None, "undetermined")
        assert any(calendar.name in name for name in deadline.missing)
