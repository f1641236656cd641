"""Standards: the judgement of one case by the deadlines that the standard measures."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from dwp_rules.rules import Finding, Rule, Verdict
from dwp_rules.standards import EVERY_CASE, Bound, Deadline, DeadlineStatus, Standard, by_rule_id
from tests.standards.given import AGREED, CONTACT, MEETING, REPORT, day

STANDARD = Standard("CSS1", REPORT, (CONTACT.id, MEETING.id), target=Decimal("99.5"))

MISSING = {"undetermined": ("start.recorded_on",)}


def deadline(status: str, rule: Rule = CONTACT) -> Deadline:
    """A deadline that stands so."""
    return Deadline(
        rule,
        day("03-10"),
        None,
        day("03-12"),
        None,
        None,
        DeadlineStatus(status),
        MISSING.get(status, ()),
        False,
    )


def judged(*statuses: str) -> tuple[Finding, ...]:
    return STANDARD.judge(by_rule_id([deadline(status) for status in statuses]))


@pytest.mark.parametrize(
    ("statuses", "verdict", "done", "due"),
    [
        (["met"], "met", 1, 1),
        (["met", "met"], "met", 2, 2),
        (["late"], "not_met", 0, 1),
        (["overdue"], "not_met", 0, 1),
        (["early"], "not_met", 0, 1),
        (["met", "late", "pending"], "not_met", 1, 2),
        (["met", "overdue", "undetermined"], "not_met", 1, 3),
    ],
)
def test_a_case_is_judged_by_what_was_due(statuses: Sequence[str], verdict: str, done: int, due: int) -> None:
    (finding,) = judged(*statuses)
    assert finding.verdict == verdict
    assert dict(finding.facts) == {"done": done, "due": due}
    assert finding.value is (verdict == "met")
    assert finding.reason == f"done in time: {done} of {due}"
    assert finding.rule is REPORT


@pytest.mark.parametrize("statuses", [["pending", "pending"], ["met", "pending"], ["pending", "met", "met"]])
def test_what_is_not_all_due_yet_is_undetermined_and_never_met(statuses: Sequence[str]) -> None:
    (finding,) = judged(*statuses)
    assert (finding.verdict, finding.code, finding.value) == (Verdict.UNDETERMINED, "not_yet_due", None)


@pytest.mark.parametrize("statuses", [["undetermined"], ["met", "undetermined"], ["pending", "undetermined"]])
def test_a_case_with_missing_facts_is_undetermined_and_names_them(statuses: Sequence[str]) -> None:
    (finding,) = judged(*statuses)
    assert (finding.verdict, finding.missing) == (Verdict.UNDETERMINED, ("start.recorded_on",))


def test_where_the_standard_does_not_apply_nothing_is_said() -> None:
    assert STANDARD.judge({}) == ()
    assert STANDARD.judge(by_rule_id([deadline("late", AGREED)])) == ()


def test_every_rule_that_it_measures_counts() -> None:
    (finding,) = STANDARD.judge(by_rule_id([deadline("met", CONTACT), deadline("late", MEETING)]))
    assert dict(finding.facts) == {"done": 1, "due": 2}


def test_deadlines_are_gathered_by_rule_in_their_order() -> None:
    first, second, third = deadline("met"), deadline("late", MEETING), deadline("pending")
    assert by_rule_id([first, second, third]) == {CONTACT.id: [first, third], MEETING.id: [second]}
    assert by_rule_id([]) == {}


def test_without_a_stated_percentage_every_case_must_meet_it() -> None:
    standard = Standard("CSS4", REPORT, (CONTACT.id,))
    assert (standard.target, standard.bound) == (EVERY_CASE, Bound.AT_LEAST)
    assert Decimal(100) == EVERY_CASE
