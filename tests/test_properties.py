"""Laws of the whole: what may never change an answer, what may only grow, and what every answer must satisfy.

`make deep` tries each with 10,000 histories.
"""

import json
import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from dwp_rules import Assessment, Case, Programme, assess, programme
from dwp_rules.calendar import WorkingCalendar, WorkingDays
from dwp_rules.facts import STATED_AHEAD
from dwp_rules.outcomes import OutcomeStatus
from dwp_rules.rules import Finding, Verdict
from dwp_rules.standards import Deadline, DeadlineStatus, by_rule_id
from tests.strategies import HOLES, Event, History, case_of, event_days, histories, holes, looks

JETS = programme("whp-jets")

ANY = histories()
WORKING = histories(working=True)

WAITING = {"still_open", "not_yet_due"}
"""Reasons that are undetermined although every fact is known: the day that decides has not come."""


def answers(assessment: Assessment) -> tuple[object, ...]:
    """Everything said, but for the receipt, which tells one input from another."""
    return (
        assessment.eligibility,
        assessment.suitability,
        assessment.re_referral,
        assessment.deadlines,
        assessment.provision,
        assessment.outcomes,
        assessment.findings,
        assessment.warnings,
    )


def all_findings(assessment: Assessment) -> Iterator[Finding]:
    """Every finding, wherever it stands."""
    yield from assessment.eligibility.findings
    yield from assessment.suitability.findings
    yield from assessment.re_referral.findings if assessment.re_referral else ()
    yield from assessment.provision.findings
    for outcome in assessment.outcomes:
        yield from outcome.findings
        yield from outcome.blocked_by
    yield from assessment.findings


def occasions(deadlines: tuple[Deadline, ...]) -> dict[tuple[str, date | None, int], Deadline]:
    """Deadlines by rule and trigger; the nth where there are several."""
    told: dict[tuple[str, date | None, int], Deadline] = {}
    for deadline in deadlines:
        place = sum(key[:2] == (deadline.rule.id, deadline.trigger) for key in told)
        told[deadline.rule.id, deadline.trigger, place] = deadline
    return told


# ── what changes nothing ────────────────────────────────────────────────────────────────────────────────────────


COMPLAINT: Event = {"kind": "escalation", "matter": "complaint"}
ON_ONE_DAY: tuple[tuple[Event, ...], ...] = (
    (COMPLAINT | {"step": "raised"}, COMPLAINT | {"step": "resolved"}),
    ({"kind": "survey_response", "answer": "very_satisfied"}, {"kind": "survey_response"}),
    ({"kind": "cost", "cost": "travel", "amount": "3.00"}, {"kind": "cost", "cost": "travel", "amount": "4"}),
    ({"kind": "disengaged"}, {"kind": "re_engaged"}),
)


@given(ANY, looks, holes, st.sampled_from(ON_ONE_DAY), st.randoms(use_true_random=False))
def test_the_order_of_listing_changes_nothing(
    history: History, look: int, missing: frozenset[str], pair: tuple[Event, ...], random: Any
) -> None:
    history.told["events"] += [event | {"on": history.told["events"][-1]["on"]} for event in pair]
    case = history.case(missing)
    told = case.model_dump(mode="json", exclude_unset=True)
    for listed in (told["events"], *(value for value in told["participant"].values() if isinstance(value, list))):
        random.shuffle(listed)
    as_of = history.when(look)
    assert answers(assess(case_of(told), as_of=as_of)) == answers(assess(case, as_of=as_of))


UNRELATED: tuple[Event, ...] = (
    {"kind": "safeguarding_incident", "nature": "told in confidence"},
    {"kind": "activity", "activity": "training", "hours": "6"},
    {"kind": "support_offered", "what": "cv_help", "response": "accepted"},
    {"kind": "document_requested", "document": "cv", "by": "participant"},
    {"kind": "pre_referral_step", "step": "information_given"},
)


@given(ANY, looks, st.integers(-40, 320))
def test_events_that_no_rule_asks_about_change_nothing(history: History, look: int, on: int) -> None:
    told = deepcopy(history.told)
    told["events"][:0] = [event | {"on": history.day(on).isoformat()} for event in UNRELATED]
    as_of = history.when(look)
    assert answers(assess(case_of(told), as_of=as_of)) == answers(assess(history.case(), as_of=as_of))


@given(ANY, looks, holes)
def test_the_same_question_has_the_same_answer(history: History, look: int, missing: frozenset[str]) -> None:
    case, as_of = history.case(missing), history.when(look)
    once, again, afresh = (assess(asked, as_of=as_of) for asked in (case, case, history.case(missing)))
    assert answers(once) == answers(again) == answers(afresh)
    assert once.to_json() == afresh.to_json()
    assert hash(once) == hash(afresh)


@given(ANY, looks, holes)
def test_what_was_asked_survives_json_and_pickling(history: History, look: int, missing: frozenset[str]) -> None:
    case, as_of = history.case(missing), history.when(look)
    assessment = assess(case, as_of=as_of)
    for kept in (case.model_dump_json(), case.model_dump_json(exclude_unset=True)):
        read = Case.model_validate_json(kept)
        assert read == case
        assert answers(assess(read, as_of=as_of)) == answers(assessment)
    again = pickle.loads(pickle.dumps(assessment))
    assert (answers(again), again.receipt) == (answers(assessment), assessment.receipt)
    told = assessment.to_dict()
    assert json.loads(json.dumps(told)) == told


@given(ANY, looks, st.integers(0, 400))
def test_what_lies_after_the_day_asked_about_changes_nothing(history: History, look: int, more: int) -> None:
    as_of = history.when(look)
    told = deepcopy(history.told)
    told["events"] = [event for event in told["events"] if event["on"] <= as_of.isoformat()]
    later = (as_of + timedelta(days=1 + more)).isoformat()
    known_ahead = deepcopy(told)
    for kind in ("start", "died", "provision_ended", "referral"):
        known_ahead["events"].append({"kind": kind, "on": later} | ({"reason": "signposted"} if "end" in kind else {}))
    expected = answers(assess(case_of(told), as_of=as_of))
    assert answers(assess(history.case(), as_of=as_of)) == expected
    assert answers(assess(case_of(known_ahead), as_of=as_of)) == expected


# ── replay ──────────────────────────────────────────────────────────────────────────────────────────────────────


def known_from(event: Event) -> str:
    """The day on which an event reached the records."""
    for name in ("known_on", "recorded_on"):
        if name in event:
            return str(event[name])
    return str(event["on"])


@given(ANY, looks, st.lists(st.integers(0, 40), max_size=30), st.lists(st.integers(0, 60), max_size=30))
def test_a_replay_answers_as_if_only_what_was_known_had_been_told(
    history: History, look: int, delays: list[int], corrections: list[int]
) -> None:
    as_of = history.when(look)
    told = deepcopy(history.told)
    for event, delay in zip(told["events"], delays, strict=False):
        event["known_on"] = (date.fromisoformat(event["on"]) + timedelta(days=delay)).isoformat()
    for event, after in zip(told["events"], corrections, strict=False):
        if after > 30 and "known_on" in event:
            event["withdrawn_on"] = (date.fromisoformat(event["known_on"]) + timedelta(days=after)).isoformat()
    held = deepcopy(told)
    day = as_of.isoformat()
    held["events"] = [e for e in held["events"] if known_from(e) <= day and not e.get("withdrawn_on", "9") <= day]
    for event in held["events"]:
        ahead = [name for name, value in event.items() if name.endswith("_on") and str(value) > day]
        for name in set(ahead) - STATED_AHEAD:
            del event[name]
    replayed = assess(case_of(told).known_on(as_of), as_of=as_of)
    assert answers(replayed) == answers(assess(case_of(held), as_of=as_of))


# ── as the days pass ────────────────────────────────────────────────────────────────────────────────────────────


@given(WORKING, event_days, looks, holes)
def test_an_outcome_once_achieved_stays_achieved_on_the_same_day(
    history: History, one: int, other: int, missing: frozenset[str]
) -> None:
    assume(not history.paid_before_any_job)
    case = history.case(missing)
    earlier, later = (JETS.outcomes(case, as_of=as_of) for as_of in sorted((history.when(one), history.when(other))))
    for before, after in zip(earlier, later, strict=False):
        if before.status is OutcomeStatus.ACHIEVED:
            assert (after.status, after.achieved_on) == (before.status, before.achieved_on)


@given(ANY, looks, looks, holes)
def test_what_was_done_stays_done(history: History, one: int, other: int, missing: frozenset[str]) -> None:
    """But for windows before an end that may still come sooner, and what a later agreement of the plan puts off."""
    case = history.case(missing)
    earlier, later = (
        occasions(JETS.deadlines(case, as_of=as_of)) for as_of in sorted((history.when(one), history.when(other)))
    )
    for key, before in earlier.items():
        if before.done is not None and not before.provisional:
            after = later[key]
            assert (after.due, after.done, after.status) == (before.due, before.done, before.status)


@given(WORKING, event_days, looks)
def test_an_end_once_reached_does_not_move(history: History, one: int, other: int) -> None:
    assume(not history.paid_before_any_job)
    earlier, later = (
        JETS.provision(history.case(), as_of=as_of) for as_of in sorted((history.when(one), history.when(other)))
    )
    if earlier.end_date is not None:
        assert (later.end_date, later.end_reason, later.phases) == (
            earlier.end_date,
            earlier.end_reason,
            earlier.phases,
        )


# ── more facts ──────────────────────────────────────────────────────────────────────────────────────────────────


def settled(assessment: Assessment) -> Mapping[str, object]:
    """What is determined, by what it is about; an answer that is undetermined, or waits for a day, is left out."""
    told: dict[str, object] = {}
    for decision in (assessment.eligibility, assessment.suitability):
        told[decision.rule.id] = decision.verdict
        for place, finding in enumerate(decision.findings):
            told[f"{decision.rule.id} {place}"] = finding.verdict
    told["provision"] = (assessment.provision.status, assessment.provision.end_date, assessment.provision.end_reason)
    for outcome in assessment.outcomes:
        told[f"{outcome.kind} status"] = outcome.status, outcome.achieved_on
        told[f"{outcome.kind} payable"] = Verdict.UNDETERMINED if outcome.payable is None else outcome.payable
    for (rule_id, trigger, place), deadline in occasions(assessment.deadlines).items():
        told[f"{rule_id} {trigger} {place}"] = deadline.status, deadline.done
    return {
        about: answer
        for about, answer in told.items()
        if "undetermined" not in (answer if isinstance(answer, tuple) else (answer,))
    }


@given(WORKING, looks, st.sets(st.sampled_from(sorted(HOLES)), min_size=1, max_size=4), st.data())
def test_a_fact_that_becomes_known_turns_no_settled_answer(
    history: History, look: int, missing: set[str], data: st.DataObject
) -> None:
    """The contract's area stands in for the home's, and the other way round: where both are told they should agree."""
    filled = data.draw(st.sampled_from(sorted(missing)), label="becomes known")
    assume(filled != "contract")
    as_of = history.when(look)
    before = settled(assess(history.case(frozenset(missing)), as_of=as_of))
    after = settled(assess(history.case(frozenset(missing - {filled})), as_of=as_of))
    assert {about: after.get(about, "undetermined") for about in before} == before


@given(ANY, looks, holes)
def test_what_is_undetermined_says_what_it_waits_for(history: History, look: int, missing: frozenset[str]) -> None:
    assessment = assess(history.case(missing), as_of=history.when(look))
    for finding in all_findings(assessment):
        if finding.verdict is Verdict.UNDETERMINED:
            assert finding.missing or finding.code in WAITING, finding
        else:
            assert finding.missing == ()
    for deadline in assessment.deadlines:
        assert bool(deadline.missing) is (deadline.status is DeadlineStatus.UNDETERMINED)
    for outcome in assessment.outcomes:
        assert outcome.missing or (outcome.status is not OutcomeStatus.UNDETERMINED and outcome.payable is not None)
    assert bool(assessment.provision.missing) is (assessment.provision.status == "undetermined")


@given(ANY, looks)
def test_with_every_fact_known_no_decision_is_undetermined(history: History, look: int) -> None:
    assessment = assess(history.case(), as_of=history.when(look))
    assert assessment.provision.status != "undetermined"
    if any(event["kind"] == "referral" and event["on"] <= str(assessment.as_of) for event in history.told["events"]):
        assert assessment.eligibility.missing == assessment.suitability.missing == ()


# ── deadlines ───────────────────────────────────────────────────────────────────────────────────────────────────


FIRST, LAST = date(2019, 1, 1), date(2028, 12, 31)
OPEN_DAYS = WorkingCalendar.from_dates(
    "England and Wales", [holiday.on for holiday in JETS.calendar.holidays_between(FIRST, LAST)], first=FIRST, last=LAST
)


def with_holiday(on: date) -> Programme:
    """The programme on a calendar with one more holiday."""
    closed = [holiday.on for holiday in OPEN_DAYS.holidays_between(FIRST, LAST)]
    return replace(JETS, calendar=WorkingCalendar.from_dates("one more", [*closed, on], first=FIRST, last=LAST))


@given(ANY, st.integers(150, 320), st.integers(-40, 240))
def test_one_more_holiday_makes_nothing_due_earlier(history: History, look: int, on: int) -> None:
    as_of = history.when(look)
    ordinary = occasions(replace(JETS, calendar=OPEN_DAYS).deadlines(history.case(), as_of=as_of))
    longer = occasions(with_holiday(history.day(on)).deadlines(history.case(), as_of=as_of))
    for key in ordinary.keys() & longer.keys():
        before, after = ordinary[key], longer[key]
        assert before.due is not None
        assert after.due is not None
        assert before.due <= after.due
        assert before.opens is None or (after.opens is not None and after.opens <= before.opens)
        if before.status is DeadlineStatus.MET and before.opens is None:
            assert after.status is DeadlineStatus.MET


IN_WORKING_DAYS = {
    declared.rule.id
    for declared in JETS.declared_deadlines
    if isinstance(getattr(declared, "period", None), WorkingDays)
}


@given(ANY, looks)
def test_what_is_counted_in_working_days_falls_on_one(history: History, look: int) -> None:
    deadlines = JETS.deadlines(history.case(), as_of=history.when(look))
    for deadline in deadlines:
        if deadline.rule.id in IN_WORKING_DAYS:
            day = deadline.due if deadline.opens is None else deadline.opens
            assert day is not None
            assert JETS.calendar.is_working_day(day)


@given(ANY, looks, holes)
def test_a_status_says_how_due_done_and_the_day_asked_about_stand(
    history: History, look: int, missing: frozenset[str]
) -> None:
    as_of = history.when(look)
    deadlines = JETS.deadlines(history.case(missing), as_of=as_of)
    assert [d.due or date.max for d in deadlines] == sorted(d.due or date.max for d in deadlines)
    for deadline in deadlines:
        trigger, opens, due, done = deadline.trigger, deadline.opens, deadline.due, deadline.done
        assert trigger is None or opens is not None or trigger <= as_of
        if deadline.status is DeadlineStatus.UNDETERMINED:
            assert done is None
            continue
        assert due is not None
        if done is None:
            assert deadline.status is (DeadlineStatus.PENDING if as_of <= due else DeadlineStatus.OVERDUE)
            continue
        assert done <= as_of
        if opens is not None and done < opens:
            assert deadline.status is DeadlineStatus.EARLY
        else:
            assert deadline.status is (DeadlineStatus.MET if done <= due else DeadlineStatus.LATE)


@given(ANY, looks, holes)
def test_a_standard_judges_by_its_deadlines(history: History, look: int, missing: frozenset[str]) -> None:
    assessment = assess(history.case(missing), as_of=history.when(look))
    deadlines = by_rule_id(assessment.deadlines)
    expected: defaultdict[str, list[Verdict]] = defaultdict(list)
    for standard in JETS.standards_beside_deadlines:
        statuses = {d.status.value for rule_id in standard.measures for d in deadlines.get(rule_id, ())}
        if statuses & {"late", "early", "overdue"}:
            expected[standard.rule.id].append(Verdict.NOT_MET)
        elif statuses & {"undetermined", "pending"}:
            expected[standard.rule.id].append(Verdict.UNDETERMINED)
        elif statuses:
            expected[standard.rule.id].append(Verdict.MET)
    for standard in JETS.standards_beside_deadlines:
        if standard.measures:
            judged = [finding.verdict for finding in assessment.findings if finding.rule is standard.rule]
            assert judged == expected[standard.rule.id]


# ── provision ───────────────────────────────────────────────────────────────────────────────────────────────────


@given(ANY, looks, holes)
def test_phases_cover_day_1_to_the_end_without_gap_or_overlap(
    history: History, look: int, missing: frozenset[str]
) -> None:
    as_of = history.when(look)
    provision = JETS.provision(history.case(missing), as_of=as_of)
    if provision.start is None:
        assert (provision.phases, provision.end_date, provision.latest_end_date) == ((), None, None)
        return
    latest = provision.start + timedelta(days=181)
    last = min(provision.end_date or as_of, latest)
    days = [day for phase in provision.phases for day in range(phase.first_day, phase.last_day + 1)]
    assert days == list(range(1, (last - provision.start).days + 2))
    for phase in provision.phases:
        assert (phase.from_date - provision.start).days + 1 == phase.first_day
        assert (phase.to_date - provision.start).days + 1 == phase.last_day
    assert provision.latest_end_date is not None
    assert provision.start <= provision.latest_end_date <= latest
    if provision.end_date is not None:
        assert provision.end_date <= min(as_of, latest)
        assert provision.end_day == (provision.end_date - provision.start).days + 1
        assert provision.latest_end_date == provision.end_date


def end_told_apart(history: History, as_of: date) -> tuple[date, str] | None:
    """The end of provision by 1.17 and 1.18, from the events and the outcomes; None where it has not come."""
    events = [event for event in history.told["events"] if event["on"] <= as_of.isoformat()]
    if not any(event["kind"] == "start" for event in events):
        return None
    bases = history.told["participant"]["participation_basis"]
    causes = [(history.day(182), 0, "full_term")]
    causes += [
        (outcome.achieved_on, 1, "outcome_achieved")
        for outcome in JETS.outcomes(history.case(), as_of=as_of)
        if outcome.achieved_on is not None
    ]
    for event in events:
        on = date.fromisoformat(event["on"])
        if event["kind"] == "withdrawal" and not any(spell["basis"] == "mandated" for spell in bases):
            causes.append((on, 2, "voluntary_exit"))
        if event["kind"] == "exit_decision" and event["ends_programme"]:
            causes.append((on, 3, "signposted"))
    end, _place, reason = min(cause for cause in causes if cause[0] >= history.start)
    return (end, reason) if end <= as_of else None


@given(ANY | WORKING, looks)
def test_provision_ends_by_the_earliest_of_its_causes(history: History, look: int) -> None:
    as_of = history.when(look)
    provision = JETS.provision(history.case(), as_of=as_of)
    ended = end_told_apart(history, as_of)
    assert (provision.end_date, provision.end_reason) == (ended or (None, None))
    if provision.start is not None:
        end = ended[0] if ended else as_of
        if as_of <= end:
            expected = "participating"
        elif as_of <= history.day(238):
            expected = "completed_tracking_outcome"
        else:
            expected = "completed_claim_window" if as_of <= history.day(299) else "closed"
        assert provision.status == expected


# ── outcomes ────────────────────────────────────────────────────────────────────────────────────────────────────


THRESHOLDS = st.sampled_from((500, 1000, 999, 1001, 1, 2000)) | st.integers(1, 2000)


@given(WORKING, looks, THRESHOLDS, THRESHOLDS, st.integers(1, 9), st.integers(1, 9))
def test_more_to_reach_is_never_reached_sooner(
    history: History, look: int, pounds: int, other_pounds: int, weeks: int, other_weeks: int
) -> None:
    case, as_of = history.case(), history.when(look)
    (less, more), (fewer, further) = sorted((pounds, other_pounds)), sorted((weeks, other_weeks))
    easy = JETS.with_parameters(earnings_threshold=less, self_employed_weeks=fewer).outcomes(case, as_of=as_of)
    hard = JETS.with_parameters(earnings_threshold=more, self_employed_weeks=further).outcomes(case, as_of=as_of)
    for sooner, later in zip(easy, hard, strict=True):
        if later.achieved_on is not None:
            assert sooner.achieved_on is not None
            assert sooner.achieved_on <= later.achieved_on


@given(WORKING, looks, holes)
def test_at_most_one_outcome_is_payable_and_only_one_achieved_in_time(
    history: History, look: int, missing: frozenset[str]
) -> None:
    as_of = history.when(look)
    outcomes = JETS.outcomes(history.case(missing), as_of=as_of)
    assert [str(outcome.kind) for outcome in outcomes] in ([], ["employed", "self_employed"])
    assert sum(outcome.payable is True for outcome in outcomes) <= 1
    for outcome in outcomes:
        if outcome.achieved_on is None:
            assert outcome.status is not OutcomeStatus.ACHIEVED
            assert outcome.payable is not True
        else:
            assert outcome.status is OutcomeStatus.ACHIEVED
            assert history.start <= outcome.achieved_on <= min(as_of, history.day(238))
            assert outcome.counted >= 0
        if outcome.status is OutcomeStatus.OPEN:
            assert as_of <= history.day(238)
        assert outcome.payable is not True or outcome.blocked_by == ()


# ── citations and words ─────────────────────────────────────────────────────────────────────────────────────────


RULES = {rule.id: rule for rule in (*JETS.rules, *(duty.rule for duty in JETS.duties))}


@given(ANY, looks, holes)
def test_every_answer_rests_on_a_rule_of_the_programme(history: History, look: int, missing: frozenset[str]) -> None:
    assessment = assess(history.case(missing), as_of=history.when(look))
    said: list[Any] = [*all_findings(assessment), *assessment.deadlines, *assessment.outcomes, assessment.eligibility]
    for result in said:
        assert RULES[result.rule.id] is result.rule


@given(ANY, looks, holes)
def test_every_line_of_the_explanation_holds_a_rule_and_a_paragraph(
    history: History, look: int, missing: frozenset[str]
) -> None:
    assessment = assess(history.case(missing), as_of=history.when(look))
    explained = assessment.explain().split("\n")
    parts: list[tuple[str, tuple[Any, ...]]] = [("Deadlines", assessment.deadlines), ("Findings", assessment.findings)]
    for heading, results in parts:
        first = explained.index(heading) + 1
        lines = explained[first : first + len(results)]
        for line, result in zip(lines, results, strict=True):
            assert line.endswith(f"[{result.rule.id}: {result.rule.cited}]")
            assert "{" not in line
    cited = sum("[JETS-" in line for line in explained)
    findings = len(assessment.eligibility.findings) + len(assessment.suitability.findings)
    findings += len(assessment.provision.findings) + sum(len(outcome.findings) for outcome in assessment.outcomes)
    assert cited == findings + len(assessment.deadlines) + len(assessment.findings)
