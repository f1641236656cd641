"""Standards: the judgement of one case by the deadlines that the standard measures."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from dwp_rules.facts.situation import Unknown
from dwp_rules.rules import Finding, Rule, Verdict
from dwp_rules.standards import EVERY_CASE, Bound, Deadline, DeadlineStatus, Judged, Standard, by_rule_id, judged_on
from tests.standards.given import AGREED, CONTACT, MEETING, REPORT, day, on, situation, unknown

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


# ── the month to which a case belongs ────────────────────────────────────────────────────────────────────────────


def due_on(due: str | None, status: str = "met", rule: Rule = CONTACT) -> Deadline:
    """A deadline that is due on a day and stands so."""
    return deadline(status, rule)._replace(due=None if due is None else day(due))


def placed(standard: Standard, *deadlines: Deadline) -> list[tuple[str, date | None]]:
    judgements = standard.judged(situation("12-31"), by_rule_id(deadlines), day("12-31"))
    return [(finding.code, on) for finding, on in judgements]


def test_a_case_belongs_to_the_month_of_its_last_deadline() -> None:
    assert placed(STANDARD, due_on("03-12"), due_on("04-07", rule=MEETING)) == [("in_time", day("04-07"))]
    assert placed(STANDARD, due_on("04-07"), due_on("03-12", "late", MEETING)) == [("not_in_time", day("04-07"))]
    assert placed(STANDARD) == []


def test_a_case_of_which_no_due_day_is_known_has_no_month() -> None:
    assert placed(STANDARD, due_on(None, "undetermined")) == [("facts_missing", None)]
    assert placed(STANDARD, due_on(None, "undetermined"), due_on("03-31")) == [("facts_missing", day("03-31"))]


def test_a_recurring_standard_is_judged_in_each_month_in_which_something_was_due() -> None:
    recurring = Standard("CSS8", REPORT, (CONTACT.id,), recurring=True)
    deadlines = [due_on("03-12"), due_on("03-31", "late"), due_on("04-01"), due_on("05-10", "pending")]
    assert [(code, on and on.month) for code, on in placed(recurring, *deadlines)] == [
        ("not_in_time", 3),
        ("in_time", 4),
        ("not_yet_due", 5),
    ]


def test_a_standard_may_place_its_cases_by_a_day_of_its_own() -> None:
    by_cohort = Standard("CSS2", REPORT, (CONTACT.id,), placed_by=lambda _s: day("02-26"))
    unknown_cohort = Standard("CSS2", REPORT, (CONTACT.id,), placed_by=lambda _s: Unknown("referral"))
    as_due = Standard("CSS2", REPORT, (CONTACT.id,), placed_by=lambda _s: None)
    assert placed(by_cohort, due_on("03-12")) == [("in_time", day("02-26"))]
    assert placed(unknown_cohort, due_on("03-12")) == [("in_time", None)]
    assert placed(as_due, due_on("03-12")) == [("in_time", day("03-12"))]


def test_a_judgement_of_its_own_comes_before_deadlines() -> None:
    given = REPORT.met("given", "given")()
    own = Standard("CSS4", REPORT, (CONTACT.id,), judged_by=judged_on(on("06-30", "07-01"), lambda _s: [given]))
    nowhere = Standard("CSS4", REPORT, judged_by=judged_on(unknown("start"), lambda _s: [given]))
    assert placed(own, due_on("03-12", "late")) == [("given", day("06-30"))]
    assert placed(nowhere) == [("given", None)]
    assert own.findings(situation("12-31"), {}) == [given]


def test_a_judgement_on_a_day_is_told_the_day() -> None:
    shown = REPORT.met("stood", "stood on {on}")
    on_day = Standard("CSS2", REPORT, judged_on_day=lambda _s, on: [Judged(shown(on=on), on)])
    assert placed(on_day) == [("stood", day("12-31"))]
    assert on_day.findings(situation("05-05"), {})[0].facts == {"on": day("05-05")}


def test_a_standard_on_returns_measures_no_case() -> None:
    returns = Standard("CSS13", REPORT)
    assert not returns.measures_cases
    assert placed(returns, due_on("03-12")) == []
    assert STANDARD.measures_cases
