"""Duties of each matter by itself, and duties of each of some days in a row."""

import pytest

from dwp_rules.calendar import working_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.standards.daily import Attempts, OnEachDay
from dwp_rules.standards.matters import Matter, WithinEach
from tests.standards.given import CONTACT, day, situation, standing, told


def matters(*each: Matter) -> WithinEach:
    return WithinEach(CONTACT, working_days(5), of=lambda _s: each)


def test_each_matter_waits_for_what_is_done_for_itself() -> None:
    first = Matter(day("06-07"), (day("06-10"), day("06-30")))
    second = Matter(day("06-08"), (day("06-16"),))
    third = Matter(day("06-09"), ())
    deadlines = matters(first, second, third).judge(situation("06-17"))
    assert [told(deadline) for deadline in deadlines] == [
        standing("06-07", "06-14", "06-10", "met"),
        standing("06-08", "06-15", "06-16", "late"),
        standing("06-09", "06-16", None, "overdue"),
    ]


def test_what_is_done_before_a_matter_arises_is_in_time() -> None:
    [deadline] = matters(Matter(day("06-07"), (day("06-01"),))).judge(situation("06-17"))
    assert told(deadline) == standing("06-07", "06-14", "06-01", "met")


@pytest.mark.parametrize(
    ("matter", "missing"),
    [
        (Matter(Unknown("contract"), ()), ("contract",)),
        (Matter(day("06-07"), Unknown("issued.to")), ("issued.to",)),
        (Matter(day("2022-06-07"), ()), ("the working days of Shop outside 01/01/2021 to 31/12/2021",)),
    ],
)
def test_a_matter_of_which_facts_are_missing(matter: Matter, missing: tuple[str, ...]) -> None:
    [deadline] = matters(matter).judge(situation("2022-12-31"))
    assert str(deadline.status) == "undetermined"
    assert deadline.missing == missing


def attempts(*tried: str, settled: str | None = None) -> list[tuple[str, str]]:
    of = Attempts(day("06-07"), frozenset(day(one) for one in tried), None if settled is None else day(settled))

    def all_of(_s: Situation) -> list[Attempts]:
        return [of]

    found = OnEachDay(CONTACT, 5, of=all_of).judge(situation("06-10"))
    return [(f"{one.due:%m-%d}", str(one.status)) for one in found]


def test_an_attempt_is_due_on_each_of_five_working_days() -> None:
    assert attempts("06-08", "06-10") == [
        ("06-08", "met"),
        ("06-09", "overdue"),
        ("06-10", "met"),
        ("06-11", "pending"),
        ("06-14", "pending"),
    ]


def test_no_attempt_is_due_from_the_day_that_settles_the_matter() -> None:
    assert attempts(settled="06-09") == [("06-08", "overdue")]
    assert attempts("06-09", settled="06-09") == [("06-08", "overdue"), ("06-09", "met")]
    assert attempts("06-09", "06-10", settled="06-09") == [("06-08", "overdue"), ("06-09", "met")]


def test_where_the_calendar_ends_the_rest_is_not_known() -> None:
    of = [Attempts(day("2021-12-29"), frozenset(), None)]
    found = OnEachDay(CONTACT, 5, of=lambda _s: of).judge(situation("2021-12-31"))
    assert [str(one.status) for one in found] == ["overdue", "pending", "undetermined"]
