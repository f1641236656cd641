"""Events: faults inside one object, defaults, personal words kept out of sight."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from dwp_rules.facts import (
    EarningsPayment,
    EmployerRelationship,
    Meeting,
    PaymentKind,
    Referral,
    SelfEmployedDay,
    WorkStarted,
)
from tests.facts.samples import DAY, case_of, minimal


@pytest.mark.parametrize(
    ("kind", "field", "fields"),
    [
        ("referral", "received_on", {"received_on": "2021-03-09"}),
        ("document_issued", "received_on", {"received_on": "2021-03-09"}),
        ("document_issued", "acknowledged_on", {"acknowledged_on": "2021-03-09"}),
        ("moved", "expected_return_on", {"expected_return_on": "2021-03-09"}),
        ("appointment_booked", "meeting_on", {"meeting_on": "2021-03-09"}),
        (
            "appointment_booked",
            "ends_at",
            {"starts_at": "2021-03-10T11:00:00Z", "ends_at": "2021-03-10T10:59:00Z"},
        ),
        ("appointment_booked", "starts_at", {"meeting_on": "2021-03-11", "starts_at": "2021-03-12T11:00:00Z"}),
        ("start", "withdrawn_on", {"known_on": "2021-03-12", "withdrawn_on": "2021-03-11"}),
    ],
)
def test_a_date_before_the_one_it_follows_is_refused_and_named(kind: str, field: str, fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        case_of(minimal(kind, **fields))
    (error,) = caught.value.errors()
    assert error["loc"] == ("events", 0, kind, field)
    assert field in error["msg"]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("referral", {"received_on": DAY}),
        ("document_issued", {"received_on": DAY, "acknowledged_on": DAY}),
        ("moved", {"expected_return_on": DAY}),
        ("appointment_booked", {"meeting_on": DAY, "starts_at": f"{DAY}T11:00:00Z", "ends_at": f"{DAY}T11:00:00Z"}),
        ("start", {"known_on": DAY, "withdrawn_on": DAY, "recorded_on": "2021-03-09"}),
        # Known before it happens: what the payroll or the provider knew in advance is no fault.
        ("earnings_payment", {"data_received_on": "2021-03-09"}),
        ("work_started", {"told_on": "2021-03-01"}),
        ("work_ended", {"established_on": "2021-03-01"}),
    ],
)
def test_the_same_day_is_early_enough(kind: str, fields: dict[str, Any]) -> None:
    assert case_of(minimal(kind, **fields)).events[0].on == date(2021, 3, 10)


@pytest.mark.parametrize(
    "kind", ["referral_error", "referral_cancelled", "contact", "disengaged", "re_engaged", "safeguarding_incident"]
)
@pytest.mark.parametrize("at", ["2021-03-11T00:00:00Z", "2021-03-09T23:59:59Z", "2021-03-11T00:30:00+01:00"])
def test_the_day_is_the_local_date_of_the_instant(kind: str, at: str) -> None:
    with pytest.raises(ValidationError, match="the local date of at must be the day given as on"):
        case_of(minimal(kind, at=at))


def test_the_local_date_is_taken_at_the_instants_own_offset() -> None:
    # 23:30 on the 9th in UTC, but the 10th where it happened.
    assert case_of(minimal("disengaged", at="2021-03-10T00:30:00+01:00")).events[0].on == date(2021, 3, 10)


def test_a_referral_is_received_on_the_day_it_is_made_unless_told() -> None:
    made = date(2021, 12, 20)
    assert Referral(on=made).receipt_day == made
    assert Referral(on=made, received_on=date(2021, 12, 21)).receipt_day == date(2021, 12, 21)


def test_ordinary_values_stand_for_what_is_left_out_or_null() -> None:
    for told in ({}, {"employer": None}):
        (work,) = case_of(minimal("work_started", **told)).events_of(WorkStarted)
        (day,) = case_of(minimal("self_employed_day", **told)).events_of(SelfEmployedDay)
        assert work.employer is day.employer is EmployerRelationship.UNRELATED
    for told in ({}, {"payment": None}):
        (payment,) = case_of(minimal("earnings_payment", **told)).events_of(EarningsPayment)
        assert payment.payment is PaymentKind.WAGES
        # None: as the work itself has it, so that an override can be told from its absence.
        assert payment.employer is None


def test_an_unknown_kind_is_refused_with_the_kinds_there_are() -> None:
    for wrong in ({"kind": "party", "on": DAY}, {"on": DAY}, {"kind": None, "on": DAY}, {"kind": ["start"], "on": DAY}):
        with pytest.raises(ValidationError) as caught:
            case_of(wrong)
        assert caught.value.errors()[0]["loc"] == ("events", 0)
    with pytest.raises(ValidationError, match="'work_started'"):
        case_of({"kind": "party", "on": DAY})


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("survey_response", "text"),
        ("safeguarding_incident", "nature"),
        ("disengaged", "reason"),
        ("withdrawal", "reason"),
    ],
)
def test_a_persons_own_words_are_not_shown(kind: str, field: str) -> None:
    case = case_of(minimal(kind, **{field: "a private matter"}))
    assert "private" not in repr(case.events[0]) + str(case.events[0]) + repr(case)


def test_an_event_shows_what_it_tells_and_nothing_else() -> None:
    met = Meeting(on=date(2021, 3, 10), type="booked", attended=False)
    assert repr(met) == "Meeting(on=datetime.date(2021, 3, 10), type=<MeetingType.BOOKED: 'booked'>, attended=False)"


def test_an_event_cannot_be_changed() -> None:
    (event,) = case_of(minimal("start")).events
    with pytest.raises(ValidationError, match="frozen"):
        event.on = date(2021, 3, 11)


def test_a_party_that_cannot_enter_an_end_is_refused() -> None:
    assert case_of(minimal("provision_ended", entered_by="system")).events[0].model_dump()["entered_by"] == "system"
    for kind, field in (("provision_ended", "entered_by"), ("appointment_booked", "with_party")):
        with pytest.raises(ValidationError):
            case_of(minimal(kind, **{field: "employer"}))
