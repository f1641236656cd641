"""Days on which a duty may have been done: undetermined only where such a day would change how it stands."""

import pytest

from dwp_rules.calendar import DayOne, working_days
from dwp_rules.facts.situation import Doubtful, Moment, Situation, days_or_doubt
from dwp_rules.standards import Deadline, Every, InTheLast, Within
from dwp_rules.standards.matters import Matter, WithinEach
from tests.standards.given import CONTACT, day, on, situation, spans

TWO_DAYS = working_days(2)
FACT = "document_issued.to"


def doubtful(certain: tuple[str, ...], in_doubt: tuple[str, ...]) -> Doubtful:
    """Days of 2021 that are known, and others that may be."""
    known = days_or_doubt([day(d) for d in certain], [day(d) for d in in_doubt], FACT)
    assert isinstance(known, Doubtful)
    return known


def moment(certain: tuple[str, ...], in_doubt: tuple[str, ...]) -> Moment:
    return lambda _s: doubtful(certain, in_doubt)


def test_without_a_day_in_doubt_the_days_are_known() -> None:
    assert days_or_doubt([day("03-10")], [], FACT) == [day("03-10")]
    assert days_or_doubt([day("03-10")], [day("03-10")], FACT) == [day("03-10")]


# 10 March 2021 is a Wednesday: the two working days are Thursday 11 and Friday 12.
CASES = [
    ((), ("03-12",), "04-01", "undetermined"),
    ((), ("03-13",), "04-01", "undetermined"),
    (("03-11",), ("03-12",), "04-01", "met"),
    (("03-12",), ("03-11",), "04-01", "met"),
    (("03-15",), ("03-12",), "04-01", "undetermined"),
    (("03-16",), ("03-15",), "04-01", "late"),
    ((), ("03-11",), "03-12", "undetermined"),
]


@pytest.mark.parametrize(("certain", "in_doubt", "as_of", "status"), CASES)
@pytest.mark.parametrize("each", [False, True])
def test_within_a_period(
    certain: tuple[str, ...], in_doubt: tuple[str, ...], as_of: str, status: str, *, each: bool
) -> None:
    duty = (
        WithinEach(CONTACT, TWO_DAYS, of=lambda _s: [Matter(day("03-10"), doubtful(certain, in_doubt))])
        if each
        else Within(CONTACT, TWO_DAYS, after=on("03-10"), done=moment(certain, in_doubt))
    )
    (deadline,) = duty.judge(situation(as_of))
    assert (str(deadline.status), deadline.trigger, deadline.due) == (status, day("03-10"), day("03-12"))
    assert deadline.missing == ((FACT,) if status == "undetermined" else ())
    assert deadline.done == (day(certain[0]) if status in {"met", "late"} else None)


def test_a_doubt_after_one_trigger_leaves_the_others_as_they_are() -> None:
    duty = Within(CONTACT, TWO_DAYS, after=on("03-01", "03-10"), done=moment(("03-02",), ("03-11",)))
    assert [str(d.status) for d in duty.judge(situation("04-01"))] == ["met", "undetermined"]


def recurring(s: Situation, certain: tuple[str, ...], in_doubt: tuple[str, ...]) -> list[tuple[object, str]]:
    every = Every(CONTACT, working_days(10), done=moment(certain, in_doubt), during=lambda _s: spans(("03-01", None)))
    judged: list[Deadline] = list(every.judge(s))
    return [(deadline.due, str(deadline.status)) for deadline in judged]


# From Monday 1 March: the 15th. From Friday 12 March: the 26th.
@pytest.mark.parametrize(
    ("certain", "in_doubt", "expected"),
    [
        (("03-12",), ("03-16",), [("03-15", "met"), ("03-26", "undetermined")]),
        ((), ("03-12",), [("03-15", "undetermined")]),
        (("03-16",), ("03-12",), [("03-15", "undetermined")]),
    ],
)
def test_recurring_up_to_the_first_interval_that_the_doubt_changes(
    certain: tuple[str, ...], in_doubt: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    judged = recurring(situation("04-20"), certain, in_doubt)
    assert judged == [(day(due), status) for due, status in expected]


# 31 March 2021 is a Wednesday: the last three working days open on Monday 29.
@pytest.mark.parametrize(
    ("certain", "in_doubt", "status"),
    [
        ((), ("03-30",), "undetermined"),
        (("03-01",), ("03-30",), "undetermined"),
        (("03-30",), ("03-31",), "met"),
        (("03-01",), ("03-02",), "early"),
        ((), ("03-02",), "undetermined"),
    ],
)
def test_in_the_last_days(certain: tuple[str, ...], in_doubt: tuple[str, ...], status: str) -> None:
    last_three = working_days(3, DayOne.SAME)
    duty = InTheLast(CONTACT, last_three, of=lambda _s: (day("03-31"), False), done=moment(certain, in_doubt))
    (deadline,) = duty.judge(situation("04-20"))
    assert (str(deadline.status), deadline.opens, deadline.due) == (status, day("03-29"), day("03-31"))
    assert deadline.missing == ((FACT,) if status == "undetermined" else ())
