"""Duties of a JFS case: shown by events, recorded on checklists, or not known; and contradictions that touch a case."""

from datetime import date
from typing import Any

import pytest

from dwp_rules.rules import Finding
from tests.programmes.jfs.given import (
    ON_PROVISION,
    REFERRAL,
    TO_THE_MEETING,
    Event,
    assessed,
    attempt,
    completed,
    event,
    june,
)

ISSUED = event("document_issued", june(14), document="induction_pack", to="participant", acknowledged_on=june(14))
DRAFT = event("document_issued", june(14), document="action_plan", to="participant", acknowledged_on=june(15))


def of(rule_id: str, *events: Event, **facts: Any) -> Finding | None:
    """What is found of one duty on 30 June; None where it does not apply."""
    findings = [f for f in assessed(*events, as_of=june(30), **facts).findings if f.rule.id == rule_id]
    return findings[0] if findings else None


def checklist(name: str, *items: str) -> Event:
    return event("checklist_recorded", june(15), checklist=name, items=list(items))


SHOWN: list[tuple[str, tuple[Event, ...], dict[str, Any], str]] = [
    ("JFS-CONTACT-03", (attempt(june(9), channel="telephone", at="2021-06-09T10:00:00+01:00"),), {}, "met"),
    ("JFS-CONTACT-03", (attempt(june(9), channel="telephone"),), {}, "not_met"),
    ("JFS-START-06", (ISSUED, DRAFT), {}, "met"),
    ("JFS-START-06", (ISSUED,), {}, "not_met"),
    ("JFS-START-06", (), {}, "undetermined"),
    ("JFS-START-10", (event("meeting", june(18), type="booked", attended=True, channels=["video"]),), {}, "met"),
    (
        "JFS-START-10",
        (event("meeting", june(18), type="booked", attended=True, channels=["in_person"]),),
        {},
        "not_met",
    ),
    (
        "JFS-START-10",
        (event("meeting", june(18), type="booked", attended=True, channels=["telephone"]),),
        {"usable_channels": ["telephone"]},
        "met",
    ),
    (
        "JFS-START-10",
        (event("meeting", june(18), type="booked", attended=True, channels=["telephone"]),),
        {"usable_channels": ["telephone", "video"]},
        "not_met",
    ),
    (
        "JFS-START-10",
        (event("meeting", june(18), type="booked", attended=True, channels=["telephone"]),),
        {},
        "undetermined",
    ),
    ("JFS-START-10", (), {}, "undetermined"),
    ("JFS-OFFER-03", (event("support_offered", june(14), what="group_session"),), {}, "met"),
    ("JFS-OFFER-03", (event("meeting", june(18), type="group", attended=True),), {}, "met"),
    ("JFS-OFFER-03", (), {}, "undetermined"),
    ("JFS-OFFER-06", (), {}, "not_met"),  # the initial meeting names no adviser
    ("JFS-OFFER-08", (event("support_offered", june(14), what="signposting"),), {}, "met"),
    ("JFS-JFAP-01", (event("document_updated", june(14), document="action_plan", step="drafted"),), {}, "met"),
    ("JFS-JFAP-01", (event("document_updated", june(15), document="action_plan", step="drafted"),), {}, "not_met"),
    ("JFS-JFAP-01", (), {}, "undetermined"),
    (
        "JFS-CV-02",
        (event("support_offered", june(18), what="cv_help", response="declined", reason_recorded=True),),
        {},
        "met",
    ),
    (
        "JFS-CV-02",
        (event("support_offered", june(18), what="cv_help", response="declined", reason_recorded=False),),
        {},
        "not_met",
    ),
    ("JFS-CV-02", (event("support_offered", june(18), what="cv_help", response="declined"),), {}, "undetermined"),
    (
        "JFS-CHANGE-05",
        (
            event("change_of_circumstances", june(18), change="other"),
            event("notification", june(18), topic="benefit_impact", recipient="participant"),
        ),
        {},
        "met",
    ),
    ("JFS-CHANGE-05", (event("change_of_circumstances", june(18), change="other"),), {}, "undetermined"),
    (
        "JFS-JFAP-07",
        (event("document_requested", june(18), document="action_plan", by="jobcentre"),),
        {},
        "not_met",
    ),
    (
        "JFS-JFAP-07",
        (
            event("document_requested", june(18), document="action_plan", by="jobcentre"),
            event("document_issued", june(21), document="action_plan", to="jobcentre"),
        ),
        {},
        "undetermined",
    ),
    ("JFS-COMPLETE-06", completed(), {}, "not_met"),
    (
        "JFS-COMPLETE-06",
        (*completed(), event("document_issued", june(25), document="satisfaction_survey", to="participant")),
        {},
        "undetermined",
    ),
    ("JFS-JFAP-04", completed(), {}, "met"),
    (
        "JFS-CODE-04",
        (event("provision_ended", june(25), reason="completed", end_code=39, last_engagement_on=june(25)),),
        {},
        "met",
    ),
    ("JFS-CODE-04", (event("provision_ended", june(25), reason="completed", end_code=39),), {}, "not_met"),
    ("JFS-SURVEY-02", (event("survey_response", june(25), answer="very_satisfied", channel="email"),), {}, "met"),
    (
        "JFS-SURVEY-02",
        (event("survey_response", june(25), answer="very_satisfied", channel="telephone", written_record=False),),
        {},
        "not_met",
    ),
    (
        "JFS-SURVEY-02",
        (event("survey_response", june(25), answer="very_satisfied", channel="telephone"),),
        {},
        "undetermined",
    ),
    (
        "JFS-SAFEGUARD-01",
        (checklist("safeguarding", "provider_notified", "safeguarding_procedures"),),
        {"vulnerable": True},
        "met",
    ),
    ("JFS-SAFEGUARD-01", (), {}, "undetermined"),
]


@pytest.mark.parametrize(("rule_id", "events", "facts", "verdict"), SHOWN, ids=[f"{r[0]}-{r[3]}" for r in SHOWN])
def test_duty(rule_id: str, events: tuple[Event, ...], facts: dict[str, Any], verdict: str) -> None:
    finding = of(rule_id, *ON_PROVISION, *events, **facts)
    assert finding is not None
    assert finding.verdict == verdict


def test_a_checklist_that_lacks_items_names_them() -> None:
    finding = of("JFS-CONTACT-04", *ON_PROVISION, checklist("contact", "meeting_date_and_time_agreed"))
    assert finding is not None
    assert finding.facts["wanting"] == ("meeting_method_agreed", "email_address_checked", "it_access_checked")


@pytest.mark.parametrize(
    ("rule_id", "events"),
    [
        ("JFS-START-04", TO_THE_MEETING),
        ("JFS-CV-02", ON_PROVISION),
        ("JFS-COMPLETE-06", ON_PROVISION),
        ("JFS-CODE-04", ON_PROVISION),
        ("JFS-JFAP-06", ON_PROVISION),
        ("JFS-OUTCOME-04", ON_PROVISION),
        ("JFS-CONTRACT-06", ON_PROVISION),
    ],
)
def test_a_duty_that_does_not_apply_is_not_spoken_of(rule_id: str, events: tuple[Event, ...]) -> None:
    assert of(rule_id, *events) is None


def test_ineligibility_found_by_the_provider_needs_care() -> None:
    cancelled = event("referral_cancelled", june(14), outcome="did_not_start", reason="not_eligible_or_suitable")
    assert of("JFS-OUTCOME-04", *TO_THE_MEETING, cancelled) is not None


# ── contradictions of the guidance ───────────────────────────────────────────────────────────────────────────────


# From 8 March 2021 both run to 7 April: 4 days, three weeks less Good Friday, then 6 and 7 April after Easter Monday.
@pytest.mark.parametrize(
    ("start", "days"), [("2021-06-14", None), ("2021-03-08", None), ("2021-12-10", 4), ("2021-03-26", 2)]
)
def test_twenty_working_days_that_outlast_the_automatic_end_are_a_warning(start: str, days: int | None) -> None:
    warnings = assessed(event("start", start, recorded_on=start), as_of=date.fromisoformat(start)).warnings
    said = [w.message for w in warnings if w.code == "maximum_outlasts_automatic_end"]
    assert bool(said) is (days is not None)
    if days is not None:
        assert f"{days} days earlier" in said[0]
        assert "1.23" in said[0]
        assert "5.08" in said[0]


@pytest.mark.parametrize(("closed", "warned"), [(False, True), (True, False), (None, False)])
def test_a_first_record_left_open_is_a_warning(*, closed: bool | None, warned: bool) -> None:
    earlier = {
        "programme": "jfs",
        "referred_on": "2021-03-01",
        "started_on": "2021-03-08",
        "record_closed": closed,
    }
    warnings = assessed(*ON_PROVISION, as_of=june(15), previous_participations=[earlier]).warnings
    assert ("first_record_open" in [warning.code for warning in warnings]) is warned


def test_an_earlier_participation_in_another_programme_is_none_here() -> None:
    earlier = {"programme": "whp-jets", "started_on": "2021-03-08", "record_closed": False}
    assessment = assessed(*ON_PROVISION, as_of=june(15), previous_participations=[earlier])
    assert not [warning for warning in assessment.warnings if warning.code == "first_record_open"]
    assert REFERRAL["on"] == "2021-06-07"
