"""Laws of WHP Core, over made-up histories told with what only Core asks about: talks, in-work contact, packs."""

import pickle
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from dwp_rules import Assessment, Case, assess
from dwp_rules.outcomes import OutcomeStatus
from dwp_rules.programmes.whp_core import PUBLISHED
from dwp_rules.programmes.whp_core.deadlines import days_out_of_work
from dwp_rules.programmes.whp_core.provision import on_provision
from dwp_rules.programmes.whp_core.work import in_work_days
from dwp_rules.rules import Finding, Verdict
from dwp_rules.standards import DeadlineStatus
from tests.programmes.whp_core.given import AGREED, CORE, Event
from tests.strategies import History, case_of, histories

LANDMARKS = (1, 2, 15, 16, 60, 100, 455, 456, 457, 500, 638, 639, 640, 690, 700, 701)
numbers = st.one_of(st.sampled_from(LANDMARKS), st.integers(-10, 720))
BY_THE_BOOK = CORE.with_parameters(**PUBLISHED)
WAITING = {"still_open", "not_yet_due"}

TELLING: tuple[dict[str, Any], ...] = (
    {"kind": "contact", "result": "attempted", "by": "provider", "purpose": "in_work_needs"},
    {"kind": "contact", "result": "attempted", "by": "provider", "purpose": "in_work"},
    {"kind": "contact", "result": "made", "by": "provider"},
    {"kind": "document_issued", "document": "exit_report", "to": "participant"},
    {"kind": "document_requested", "document": "exit_report", "by": "dwp"},
    {"kind": "change_of_circumstances", "change": "returned_to_jobcentre"},
    {"kind": "document_updated", "document": "action_plan", "step": "finalised"},
    {"kind": "survey_response", "answer": "very_satisfied", "channel": "email"},
    {"kind": "earnings_payment", "amount": "1900.00"},
    {"kind": "earnings_payment", "amount": "-400.00"},
    {"kind": "work_started", "work": "employed", "work_id": "C1"},
    {"kind": "work_started", "work": "self_employed", "work_id": "C2"},
    {"kind": "work_ended", "work_id": "C1"},
    {"kind": "provision_ended", "reason": "ended_early"},
)
told_besides = st.lists(st.tuples(st.sampled_from(TELLING), numbers), max_size=6)
GROUPS = (None, "disability", "early_access", "long_term_unemployed", "jets")


@st.composite
def cases(draw: st.DrawFn) -> tuple[History, dict[str, Any]]:
    """A history of WHP Core, and how it is told."""
    history = draw(histories(working=True))
    told = deepcopy(history.told) | {"programme": "whp-core"}
    told["participant"]["customer_group"] = draw(st.sampled_from(GROUPS))
    for event, number in draw(told_besides):
        told["events"].append(dated(event, history.day(number), draw(st.booleans())))
    return history, told


def dated(event: dict[str, Any], on: date, fully: bool) -> Event:
    """The event on a day; `fully`: with the day on which the provider learnt of it."""
    learnt = {"work_started": "told_on", "work_ended": "established_on"}.get(event["kind"])
    return event | {"on": on.isoformat()} | ({learnt: on.isoformat()} if learnt and fully else {})


def answers(assessment: Assessment) -> tuple[object, ...]:
    parts = ("eligibility", "suitability", "re_referral", "deadlines", "provision", "outcomes", "findings", "warnings")
    return tuple(getattr(assessment, part) for part in parts)


def all_findings(assessment: Assessment) -> Iterator[Finding]:
    yield from assessment.provision.findings
    for outcome in assessment.outcomes:
        yield from (*outcome.findings, *outcome.blocked_by)
    yield from assessment.findings


@given(cases(), numbers, st.randoms(use_true_random=False))
def test_the_order_of_listing_changes_nothing_nor_does_json_or_pickling(
    case: tuple[History, dict[str, Any]], number: int, random: Any
) -> None:
    history, told = case
    as_of, known = history.day(number), case_of(told)
    first = assess(known, as_of=as_of, programme=AGREED)
    random.shuffle(told["events"])
    assert answers(assess(case_of(told), as_of=as_of, programme=AGREED)) == answers(first)
    read = Case.model_validate_json(known.model_dump_json(exclude_unset=True))
    assert answers(assess(read, as_of=as_of, programme=AGREED)) == answers(first)
    again = pickle.loads(pickle.dumps(first))
    assert (answers(again), again.receipt) == (answers(first), first.receipt)


@given(cases(), numbers)
def test_what_lies_after_the_day_asked_about_changes_nothing(case: tuple[History, dict[str, Any]], number: int) -> None:
    history, told = case
    as_of = history.day(number)
    before = told | {"events": [event for event in told["events"] if event["on"] <= as_of.isoformat()]}
    assert answers(assess(case_of(before), as_of=as_of)) == answers(assess(case_of(told), as_of=as_of))


@given(cases(), numbers, numbers, st.sampled_from((AGREED, BY_THE_BOOK)))
def test_an_outcome_once_achieved_stays_achieved_on_the_same_day(
    case: tuple[History, dict[str, Any]], one: int, other: int, under: Any
) -> None:
    history, told = case
    known = case_of(told)
    earlier, later = (under.outcomes(known, as_of=history.day(number)) for number in sorted((one, other)))
    for before, after in zip(earlier, later, strict=False):
        if before.status is OutcomeStatus.ACHIEVED:
            assert (after.status, after.achieved_on) == (before.status, before.achieved_on)


@given(cases(), numbers)
def test_what_is_undetermined_says_what_it_waits_for(case: tuple[History, dict[str, Any]], number: int) -> None:
    history, told = case
    for under in (CORE, AGREED):
        assessment = assess(case_of(told), as_of=history.day(number), programme=under)
        for finding in all_findings(assessment):
            waits = finding.verdict is Verdict.UNDETERMINED
            assert bool(finding.missing) <= waits
            assert not waits or finding.missing or finding.code in WAITING, finding
        for deadline in assessment.deadlines:
            assert bool(deadline.missing) is (deadline.status is DeadlineStatus.UNDETERMINED)
        for outcome in assessment.outcomes:
            undecided = outcome.status is OutcomeStatus.UNDETERMINED
            assert undecided is bool(outcome.missing)
            # Whoever the provider engages is barred, whatever is not known.
            assert undecided or outcome.payable is not None


@given(cases(), numbers)
def test_the_contracts_numbers_decide_outcomes_and_nothing_else(
    case: tuple[History, dict[str, Any]], number: int
) -> None:
    history, told = case
    as_of, known = history.day(number), case_of(told)
    without, given_them = (assess(known, as_of=as_of, programme=under) for under in (CORE, AGREED))
    for part in ("deadlines", "provision", "findings", "eligibility", "warnings"):
        assert getattr(without, part) == getattr(given_them, part)
    for before, after in zip(without.outcomes, given_them.outcomes, strict=True):
        assert (before.status, before.counted) == (OutcomeStatus.UNDETERMINED, after.counted)


@given(cases(), numbers, st.integers(1, 4000), st.integers(0, 4000))
def test_a_higher_threshold_is_reached_no_sooner(
    case: tuple[History, dict[str, Any]], number: int, pounds: int, more: int
) -> None:
    history, told = case
    low, high = (
        CORE.with_parameters(employed_threshold=Decimal(amount)).outcomes(case_of(told), as_of=history.day(number))
        for amount in (pounds, pounds + more)
    )
    for sooner, later in zip(low[:1], high[:1], strict=True):
        assert later.achieved_on is None or (sooner.achieved_on or date.max) <= later.achieved_on


@given(cases(), st.integers(1, 720))
def test_on_every_day_either_booked_meetings_or_contact_in_work_runs(
    case: tuple[History, dict[str, Any]], number: int
) -> None:
    """Counted day by day; on the last day of work both do, since the next booked meeting is counted from it."""
    history, told = case
    situation = CORE.situation(case_of(told), history.day(number))
    provision = situation[on_provision]
    assume(provision is not None)
    assert provision is not None
    worked, last_days = days_worked(told, situation.as_of)
    for on in days_from_to(*provision):
        in_work, out_of_work = (
            any(span.first <= on and (span.last is None or on <= span.last) for span in spans)
            for spans in (situation[in_work_days], situation[days_out_of_work])
        )
        assert in_work is (on in worked)
        assert out_of_work is (on not in worked) or (out_of_work and on in last_days)


UNTOLD = ("told_on", "established_on", "recorded_on")


def settled(assessment: Assessment) -> dict[str, object]:
    """What is determined, by what it is about."""
    told: dict[str, object] = {}
    for deadline in assessment.deadlines:
        place = sum(key.startswith(f"{deadline.rule.id} {deadline.trigger} ") for key in told)
        told[f"{deadline.rule.id} {deadline.trigger} {place}"] = deadline.status, deadline.done
    for outcome in assessment.outcomes:
        told[outcome.kind] = outcome.status, outcome.achieved_on, outcome.payable
    told["provision"] = assessment.provision.status, assessment.provision.end_date
    for rule_id in ("WHP-CSS-05", "WHP-GROUP-01"):
        told[rule_id] = next((f.verdict for f in assessment.findings if f.rule.id == rule_id), None)
    return {about: answer for about, answer in told.items() if "undetermined" not in str(answer)}


@given(cases(), numbers, st.sets(st.sampled_from((*UNTOLD, "customer_group", "residence", "benefits")), min_size=1))
def test_a_fact_that_becomes_known_turns_no_settled_answer(
    case: tuple[History, dict[str, Any]], number: int, missing: set[str]
) -> None:
    history, told = case
    as_of = history.day(number)
    untold = deepcopy(told)
    for name in missing:
        untold["participant"].pop(name, None)
        for event in untold["events"]:
            event.pop(name, None)
    before, after = (settled(assess(case_of(known), as_of=as_of, programme=AGREED)) for known in (untold, told))
    assert {about: after.get(about) for about in before} == before


def days_from_to(first: date, last: date) -> list[date]:
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]


def days_worked(told: dict[str, Any], as_of: date) -> tuple[set[date], set[date]]:
    """Every day on which some work is known, found the slow way, and the last days of work among them."""
    happened = [event for event in told["events"] if event["on"] <= as_of.isoformat()]
    worked: set[date] = set()
    last_days: set[date] = set()
    for begun in happened:
        if begun["kind"] != "work_started":
            continue
        ends = [
            date.fromisoformat(event["on"])
            for event in happened
            if event["kind"] == "work_ended"
            and event.get("work_id") == begun.get("work_id")
            and event["on"] >= begun["on"]
        ]
        last_days |= {min(ends)} if ends else set()
        worked |= set(days_from_to(date.fromisoformat(begun["on"]), min(ends, default=as_of + timedelta(days=800))))
    return worked, last_days
