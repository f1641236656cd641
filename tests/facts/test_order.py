"""The order of the events of one day, row by row, and that listing never matters."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.facts import EVENT_KINDS, Case, place
from tests.facts.samples import Fields, case_of, crowded_lists, event_lists, minimal

STEPS = (
    "identified",
    "jobcentre_interview",
    "work_coach_assessment",
    "information_given",
    "warm_handover",
    "agreed_to_start",
    "evidence_verified",
    "details_submitted",
)

# The rows of the vocabulary's table, each in the order printed; rows 0 and 16 are clocks.
TABLE: list[tuple[int, list[Fields]]] = [
    (1, [minimal("moved"), minimal("change_of_circumstances")]),
    (2, [minimal("pre_referral_step", step=step) for step in STEPS]),
    (3, [minimal("referral")]),
    (4, [minimal("referral_error", stage="on_receipt")]),
    (5, [minimal("referral_acknowledged")]),
    (
        6,
        [
            minimal("contact", purpose="first_contact"),
            minimal("appointment_booked"),
            minimal("referral_error", stage="before_meeting"),
            minimal("withdrawal", stage="before_meeting"),
        ],
    ),
    (7, [minimal("meeting", type="initial"), minimal("meeting", type="booked")]),
    (8, [minimal("start"), minimal("referral_cancelled")]),
    (9, [minimal("work_started"), minimal("work_ended")]),
    (10, [minimal("earnings_payment"), minimal("self_employed_day")]),
    (
        11,
        [
            minimal("support_offered"),
            minimal("activity"),
            minimal("cost"),
            minimal("document_updated"),
            minimal("document_requested"),
            minimal("document_issued"),
            minimal("checklist_recorded"),
            minimal("notification"),
            minimal("escalation"),
            minimal("safeguarding_incident"),
        ],
    ),
    (12, [minimal("disengaged"), minimal("contact", purpose="disengagement"), minimal("re_engaged")]),
    (13, [minimal("withdrawal", stage="on_provision"), minimal("exit_decision")]),
    (14, [minimal("died")]),
    (15, [minimal("extension_entered"), minimal("provision_ended")]),
    (
        17,
        [
            minimal("outcome_claim"),
            minimal("claim_decision"),
            minimal("outcome_payment"),
            minimal("esf_result"),
            minimal("survey_response"),
        ],
    ),
]
PRINTED = [event for _, row in TABLE for event in row]


def told(case: Case) -> list[Fields]:
    """The events in their order, as far as they were told."""
    return [event.model_dump(mode="json", exclude_unset=True) for event in case.ordered]


def test_the_table_has_every_kind() -> None:
    assert {event["kind"] for event in PRINTED} == set(EVENT_KINDS)


@pytest.mark.parametrize(("row", "events"), TABLE, ids=lambda value: str(value) if isinstance(value, int) else "")
def test_each_row_has_its_number(row: int, events: list[Fields]) -> None:
    assert {place(event).row for event in case_of(*events).events} == {row}


@pytest.mark.parametrize(("first", "second"), list(pairwise(PRINTED)), ids=lambda event: event["kind"])
def test_each_event_comes_before_the_next_of_its_day(first: Fields, second: Fields) -> None:
    assert told(case_of(second, first)) == told(case_of(first, second)) == [first, second]


def test_a_whole_day_stands_as_printed() -> None:
    assert told(case_of(*reversed(PRINTED))) == PRINTED


def test_the_day_comes_before_the_place() -> None:
    death, referral = minimal("died"), minimal("referral") | {"on": "2021-03-11"}
    assert told(case_of(referral, death)) == [death, referral]


@pytest.mark.parametrize(
    ("kind", "field", "value", "row"),
    [
        ("contact", "purpose", "keep_in_touch", 6),
        *(
            ("contact", "purpose", purpose, 12)
            for purpose in (
                "missed_meeting",
                "in_work_needs",
                "in_work",
                "identity",
                "customer_experience",
                "other",
                None,
            )
        ),
        ("referral_error", "stage", "at_meeting", 6),
        ("referral_error", "stage", "after_start", 6),
        ("referral_error", "stage", None, 6),
        ("pre_referral_step", "step", None, 2),
    ],
)
def test_the_field_that_decides_the_place(kind: str, field: str, value: str | None, row: int) -> None:
    (event,) = case_of(minimal(kind, **{field: value})).events
    assert place(event).row == row


def at(hour: int, kind: str, **fields: Any) -> Fields:
    """An event at an hour of its day."""
    return minimal(kind, at=f"2021-03-10T{hour:02}:00:00Z", **fields)


def test_instants_order_a_place_where_every_event_of_it_has_one() -> None:
    contact, disengaged = at(9, "contact", purpose="disengagement"), at(11, "disengaged")
    re_engaged, untimed = at(8, "re_engaged"), minimal("re_engaged")
    assert told(case_of(disengaged, re_engaged, contact)) == [re_engaged, contact, disengaged]
    assert told(case_of(untimed, contact, disengaged)) == [disengaged, contact, untimed]


def test_instants_never_move_an_event_to_another_place() -> None:
    late_first, early_other = at(17, "contact", purpose="first_contact"), at(8, "contact", purpose="other")
    assert told(case_of(early_other, late_first)) == [late_first, early_other]


def test_an_event_without_an_instant_on_another_place_does_not_disturb() -> None:
    first, second, meeting = at(8, "appointment_booked"), at(9, "contact", purpose="first_contact"), minimal("meeting")
    assert told(case_of(meeting, second, first)) == [first, second, meeting]


def test_equal_places_go_by_their_fields_in_turn() -> None:
    small, large = minimal("earnings_payment", amount="9"), minimal("earnings_payment", amount="10")
    assert told(case_of(large, small)) == [small, large]
    plain, named = minimal("earnings_payment", amount="9"), minimal("earnings_payment", amount="9", work_id="J1")
    assert told(case_of(named, plain)) == [plain, named]
    signed = [minimal("document_updated", signed_by=parties) for parties in (["participant"], ["provider"])]
    assert told(case_of(*reversed(signed))) == signed


def test_what_is_equal_but_written_differently_still_has_one_order() -> None:
    tenth, hundredth = minimal("earnings_payment", amount="10.0"), minimal("earnings_payment", amount="10.00")
    assert told(case_of(hundredth, tenth)) == told(case_of(tenth, hundredth))
    here, there = (minimal("disengaged", at=f"2021-03-10T{time}") for time in ("10:00:00Z", "11:00:00+01:00"))
    assert told(case_of(here, there)) == told(case_of(there, here))


@given(st.data(), event_lists | crowded_lists)
def test_the_order_of_listing_changes_nothing(data: st.DataObject, events: list[Fields]) -> None:
    shuffled = data.draw(st.permutations(events))
    assert told(case_of(*shuffled)) == told(case_of(*events))


@given(event_lists | crowded_lists)
def test_ordering_loses_and_adds_nothing_and_runs_forward(events: list[Fields]) -> None:
    case = case_of(*events)
    assert sorted(map(repr, case.ordered)) == sorted(map(repr, case.events))
    keys = [(event.on, place(event).row) for event in case.ordered]
    assert keys == sorted(keys)


@given(st.data(), crowded_lists)
def test_each_kind_keeps_the_order_of_the_whole(data: st.DataObject, events: list[Fields]) -> None:
    case = case_of(*data.draw(st.permutations(events)))
    for kind, model in EVENT_KINDS.items():
        assert case.by_kind[kind] == case.events_of(model) == tuple(e for e in case.ordered if e.kind == kind)
    assert sum(len(held) for held in case.by_class.values()) == len(events)
