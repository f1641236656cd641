"""The life of a Work Programme participant as a table, the duties of a case, and what is not known."""

from datetime import date
from itertools import product
from typing import Any

import pytest

from dwp_rules import programme
from dwp_rules.programmes.work_programme.provision import TIMELINE
from tests.programmes.work_programme.given import LAST, REFERRAL, Event, after, assessed, event, work_programme

ATTACHED = event("start", after(17))
EARLY = event("provision_ended", after(400), reason="completed_early")

TABLE = {
    ("claimant", "referred"): "referred",
    ("referred", "attached"): "attached",
    ("referred", "completed_early"): "completed_early",
    ("attached", "completed_early"): "completed_early",
    ("referred", "support_period_over"): "completed",
    ("attached", "support_period_over"): "completed",
    ("completed_early", "support_period_over"): "completed_early",
}


def test_the_table() -> None:
    assert {(state, row.on): row.to for row in TIMELINE.transitions for state in row.within} == TABLE
    pairs = set(product({s.name for s in TIMELINE.states}, {h.name for h in TIMELINE.happenings}))
    assert set(TABLE) < pairs


@pytest.mark.parametrize(
    ("state", "events", "as_of"),
    [
        ("claimant", (), after(0)),
        ("referred", (REFERRAL,), after(0)),
        ("attached", (REFERRAL, ATTACHED), after(17)),
        ("completed_early", (REFERRAL, EARLY), after(400)),
        ("completed_early", (REFERRAL, ATTACHED, EARLY), after(400)),
        ("completed_early", (REFERRAL, ATTACHED, EARLY), after(800)),
        ("completed", (REFERRAL,), after(728)),
        ("completed", (REFERRAL, ATTACHED), after(728)),
    ],
)
def test_row(state: str, events: tuple[Event, ...], as_of: date) -> None:
    assessment = assessed(*events, as_of=as_of)
    assert assessment.provision.status == state
    assert not assessment.provision.refused


@pytest.mark.parametrize(
    ("events", "pair"),
    [
        ((ATTACHED,), ("attached", "claimant")),
        ((REFERRAL, event("start", after(730))), ("attached", "completed")),
        ((REFERRAL, event("provision_ended", after(730), reason="completed_early")), ("completed_early", "completed")),
        ((REFERRAL, EARLY, event("start", after(500))), ("attached", "completed_early")),
    ],
)
def test_an_event_without_a_place_leaves_the_state_and_is_a_warning(
    events: tuple[Event, ...], pair: tuple[str, str]
) -> None:
    assessment = assessed(*events, as_of=after(800))
    happening, state = pair
    assert assessment.provision.status == state
    assert [(told.happening, told.state) for told in assessment.provision.refused] == [pair]
    [said] = [warning.message for warning in assessment.warnings if warning.code == "no_place_in_state"]
    assert happening.replace("_", " ") in said.replace("_", " ")
    assert state.replace("_", " ") in said.replace("_", " ")


@pytest.mark.parametrize(("as_of", "status", "end"), [(LAST, "attached", LAST), (after(728), "completed", LAST)])
def test_the_last_day_is_a_whole_day(as_of: date, status: str, end: date) -> None:
    provision = assessed(REFERRAL, ATTACHED, as_of=as_of).provision
    assert (provision.status, provision.end_date, provision.end_day) == (status, end, 728)


def checklist(name: str, *items: str) -> Event:
    return event("checklist_recorded", after(30), checklist=name, items=list(items))


ON_JSA = {"benefits": [{"starts_on": "2013-01-01", "benefit": "jsa"}]}
ON_ESA = {"benefits": [{"starts_on": "2013-01-01", "benefit": "esa"}]}
TRAINING = event("activity", after(20), activity="training")
FAILURE = event("activity", after(20), activity="mandatory_activity", complied=False)
DOUBT = event("escalation", after(21), matter="compliance_doubt", step="raised")

DUTIES: list[tuple[str, tuple[Event, ...], dict[str, Any], str | None]] = [
    ("WP-REF-05", (checklist("referral_interview", "rights_and_responsibilities"),), {}, "not_met"),
    ("WP-REF-05", (), {}, "undetermined"),
    ("WP-COND-01", (checklist("benefit_conditions", "jobsearch_reviews", "jobsearch_shown"),), ON_JSA, "met"),
    ("WP-COND-01", (), ON_JSA, "undetermined"),
    ("WP-COND-01", (), ON_ESA, None),
    ("WP-COND-01", (), {}, "undetermined"),
    ("WP-CHANGE-01", (TRAINING,), ON_JSA, "undetermined"),
    ("WP-CHANGE-01", (TRAINING, event("notification", after(21), topic="benefit_impact")), ON_JSA, "met"),
    ("WP-CHANGE-01", (TRAINING,), ON_ESA, None),
    ("WP-CHANGE-01", (TRAINING,), {}, "undetermined"),
    ("WP-CHANGE-01", (event("activity", after(20), activity="interview"),), ON_JSA, None),
    ("WP-SANCTION-01", (FAILURE,), {}, "not_met"),
    ("WP-SANCTION-01", (FAILURE, DOUBT), {}, "met"),
    ("WP-SANCTION-01", (FAILURE, DOUBT, event("re_engaged", after(25))), {}, "not_met"),
    (
        "WP-SANCTION-01",
        (FAILURE, DOUBT, event("re_engaged", after(25)), event("notification", after(25), topic="re_engagement")),
        {},
        "met",
    ),
    ("WP-SANCTION-01", (event("activity", after(20), activity="mandatory_activity", complied=True),), {}, None),
    ("WP-OFFER-02", (event("change_of_circumstances", after(20), change="imprisoned"),), {}, "undetermined"),
    ("WP-OFFER-02", (event("disengaged", after(20)),), {}, "undetermined"),
    ("WP-OFFER-02", (event("change_of_circumstances", after(20), change="changed_benefit"),), {}, None),
    ("WP-CONTRACT-02", (), {}, None),
]


@pytest.mark.parametrize(("rule_id", "events", "facts", "verdict"), DUTIES)
def test_duty(rule_id: str, events: tuple[Event, ...], facts: dict[str, Any], verdict: str | None) -> None:
    findings = assessed(REFERRAL, *events, as_of=after(60), **facts).findings
    assert [str(f.verdict) for f in findings if f.rule.id == rule_id] == ([] if verdict is None else [verdict])


def test_benefit_conditions_are_not_asked_once_the_programme_is_over() -> None:
    findings = assessed(REFERRAL, as_of=after(728), **ON_JSA).findings
    assert not [finding for finding in findings if finding.rule.id == "WP-COND-01"]


def test_an_earlier_referral_of_unknown_date() -> None:
    case = work_programme(previous_participations=[{"programme": "work-programme"}])
    decision = programme("work-programme").re_referral(case, on=after(0))
    assert decision.missing == ("previous_participations.referred_on",)


def test_a_later_early_completion_is_not_known_yet() -> None:
    bar = programme("work-programme").with_readings(early_completion_ends_bar="true")
    earlier = work_programme(REFERRAL, EARLY)
    assert bar.re_referral(work_programme(), previous=[earlier], on=after(399)).verdict == "not_met"
    assert bar.re_referral(work_programme(), previous=[earlier], on=after(400)).verdict == "not_met"
    assert bar.re_referral(work_programme(), previous=[earlier], on=after(401)).verdict == "met"


def test_outside_every_calendar_attachment_is_undetermined_and_the_rest_is_answered() -> None:
    assessment = assessed(event("referral", "2199-01-07"), as_of=date(2199, 2, 28))
    [attachment] = assessment.deadlines
    assert (attachment.status, attachment.due) == ("undetermined", None)
    assert assessment.provision.latest_end_date is not None
