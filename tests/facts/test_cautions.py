"""Faults between events: each is named once with its events, a sound case has none, and nothing is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.facts import CautionCode, cautions_in
from tests.facts.samples import Fields, case_of, event_lists, minimal


def on(day: int, kind: str, **fields: Any) -> Fields:
    """An event on a day of March 2021."""
    return minimal(kind, **fields) | {"on": f"2021-03-{day:02}"}


def found(*events: Fields) -> list[tuple[str, list[tuple[str, int]]]]:
    """The cautions of a case: the code, and the kind and day of each event concerned."""
    return [
        (caution.code.value, [(event.kind, event.on.day) for event in caution.events])
        for caution in cautions_in(case_of(*events))
    ]


REFERRAL, START = on(1, "referral"), on(5, "start")

FAULTS: dict[str, tuple[list[Fields], list[tuple[str, int]]]] = {
    "two_referrals": ([REFERRAL, on(2, "referral")], [("referral", 1), ("referral", 2)]),
    "two_starts": ([START, on(9, "start")], [("start", 5), ("start", 9)]),
    "two_ends": (
        [START, on(20, "provision_ended"), on(21, "provision_ended")],
        [("provision_ended", 20), ("provision_ended", 21)],
    ),
    "two_deaths": ([on(20, "died"), on(21, "died")], [("died", 20), ("died", 21)]),
    "acknowledged_before_referral": (
        [on(2, "referral"), on(1, "referral_acknowledged")],
        [("referral_acknowledged", 1), ("referral", 2)],
    ),
    "cancelled_before_referral": (
        [on(2, "referral"), on(1, "referral_cancelled")],
        [("referral_cancelled", 1), ("referral", 2)],
    ),
    "start_before_referral": ([on(6, "referral"), START], [("start", 5), ("referral", 6)]),
    "start_and_cancellation": (
        [REFERRAL, on(4, "referral_cancelled"), START],
        [("referral_cancelled", 4), ("start", 5)],
    ),
    "start_though_rejected": (
        [REFERRAL, on(2, "referral_acknowledged", decision="reject"), START],
        [("referral_acknowledged", 2), ("start", 5)],
    ),
    "extended_before_start": ([on(4, "extension_entered"), START], [("extension_entered", 4), ("start", 5)]),
    "end_before_start": ([on(4, "provision_ended"), START], [("provision_ended", 4), ("start", 5)]),
    "outcome_before_start": ([on(4, "outcome_claim"), START], [("outcome_claim", 4), ("start", 5)]),
    "decided_before_claim": (
        [START, on(8, "claim_decision"), on(9, "outcome_claim")],
        [("claim_decision", 8), ("outcome_claim", 9)],
    ),
    "work_ended_before_it_started": (
        [on(9, "work_started", work_id="J1"), on(8, "work_ended", work_id="J1")],
        [("work_ended", 8)],
    ),
    "work_ended_without_start": (
        [on(9, "work_started", work_id="J1"), on(12, "work_ended", work_id="J2")],
        [("work_ended", 12)],
    ),
    "work_ended_of_several": (
        [on(9, "work_started", work_id="J1"), on(10, "work_started", work_id="J2"), on(12, "work_ended")],
        [("work_started", 9), ("work_started", 10), ("work_ended", 12)],
    ),
    "re_engaged_without_disengaged": ([on(9, "re_engaged")], [("re_engaged", 9)]),
    "recorded_before_it_happened": ([on(5, "start", recorded_on="2021-03-04")], [("start", 5)]),
    "after_death": ([on(9, "died"), on(10, "meeting")], [("died", 9), ("meeting", 10)]),
}


def test_every_code_is_reached() -> None:
    assert set(FAULTS) == set(CautionCode)


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_a_fault_is_named_with_its_events_however_listed(code: str) -> None:
    events, concerned = FAULTS[code]
    assert found(*events) == found(*reversed(events)) == [(code, concerned)]


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_the_sentence_names_kinds_and_days(code: str) -> None:
    events, concerned = FAULTS[code]
    (caution,) = cautions_in(case_of(*events))
    for kind, day in concerned:
        assert kind in caution.message
        assert f"2021-03-{day:02}" in caution.message


SOUND: dict[str, list[Fields]] = {
    "nothing told": [],
    "all on one day": [on(1, kind) for kind in ("referral", "referral_acknowledged", "start", "provision_ended")],
    "a duplicate beside its referral": [REFERRAL, on(2, "referral", duplicate=True)],
    "rejected and then accepted": [
        REFERRAL,
        on(2, "referral_acknowledged", decision="reject"),
        on(3, "referral_acknowledged"),
        START,
    ],
    "no referral told": [on(2, "referral_acknowledged"), START],
    "no start told": [on(4, "provision_ended"), on(5, "outcome_claim"), on(5, "outcome_payment")],
    "a decision without a claim told": [on(5, "claim_decision")],
    "entered on the day": [on(5, "start", recorded_on="2021-03-05")],
    "work of one day": [on(9, "work_started", work_id="J1"), on(9, "work_ended", work_id="J1")],
    "work without ids": [on(9, "work_started"), on(12, "work_ended")],
    "an end without an id": [on(9, "work_started", work_id="J1"), on(12, "work_ended")],
    "an end without an id, of the one job that still runs": [
        on(9, "work_started", work_id="J1"),
        on(10, "work_started", work_id="J2"),
        on(11, "work_ended", work_id="J1"),
        on(12, "work_ended"),
    ],
    "ends without an id, of jobs one after the other": [
        on(9, "work_started", work_id="J1"),
        on(10, "work_ended"),
        on(11, "work_started", work_id="J2"),
        on(12, "work_ended"),
    ],
    "a start without an id": [on(9, "work_started"), on(12, "work_ended", work_id="J1")],
    "disengaged and back twice": [
        on(1, "disengaged"),
        on(2, "re_engaged"),
        on(3, "disengaged"),
        on(4, "disengaged"),
        on(5, "re_engaged"),
    ],
    "disengaged and back on one day": [on(1, "disengaged"), on(1, "re_engaged")],
    "on the day of the death": [on(9, "died"), on(9, "meeting")],
    "entries, documents, claims and payments after the death": [
        on(9, "died"),
        *(
            on(10, kind)
            for kind in (
                "provision_ended",
                "extension_entered",
                "referral_cancelled",
                "document_updated",
                "document_requested",
                "document_issued",
                "outcome_claim",
                "claim_decision",
                "outcome_payment",
                "earnings_payment",
                "notification",
            )
        ),
    ],
}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_what_can_be_right_is_no_fault(name: str) -> None:
    assert found(*SOUND[name]) == []


def test_a_second_return_without_a_second_leaving_is_a_fault() -> None:
    back_twice = [on(1, "disengaged"), on(2, "re_engaged"), on(3, "re_engaged")]
    assert found(*back_twice) == [("re_engaged_without_disengaged", [("re_engaged", 3)])]


@pytest.mark.parametrize(
    "kind",
    [
        "pre_referral_step",
        "referral",
        "contact",
        "appointment_booked",
        "meeting",
        "support_offered",
        "activity",
        "survey_response",
        "work_started",
        "self_employed_day",
        "moved",
        "change_of_circumstances",
        "disengaged",
        "withdrawal",
        "exit_decision",
        "safeguarding_incident",
    ],
)
def test_a_person_does_nothing_after_the_death(kind: str) -> None:
    assert found(on(9, "died"), on(10, kind)) == [("after_death", [("died", 9), (kind, 10)])]


def test_one_caution_names_a_few_of_many() -> None:
    (caution,) = cautions_in(case_of(*(on(1 + n // 2, "start") for n in range(40))))
    assert len(caution.events) == 40
    assert caution.message.endswith("and 30 more; the earlier counts.")


def test_faults_are_found_side_by_side() -> None:
    codes = {code for code, _ in found(START, on(9, "start"), on(2, "provision_ended"), on(8, "re_engaged"))}
    assert codes == {"two_starts", "end_before_start", "re_engaged_without_disengaged"}


@given(st.data(), event_lists)
def test_the_order_of_listing_changes_no_caution(data: st.DataObject, events: list[Fields]) -> None:
    shuffled = data.draw(st.permutations(events))
    assert cautions_in(case_of(*events)) == cautions_in(case_of(*shuffled))


@given(event_lists)
def test_a_case_is_none_the_worse_for_its_cautions(events: list[Fields]) -> None:
    case = case_of(*events)
    named = {id(event) for caution in cautions_in(case) for event in caution.events}
    assert named <= {id(event) for event in case.events}
    assert len(case.events) == len(events)
