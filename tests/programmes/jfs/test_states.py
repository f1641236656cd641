"""The states of Job Finding Support as recorded events lead to them, and what is said of events that have no place."""

from datetime import date

import pytest

from dwp_rules import Assessment
from tests.programmes.jfs.given import (
    ACCEPTED,
    AGREED,
    ATTENDED,
    BOOKED,
    MISSED,
    ON_PROVISION,
    REACHED,
    REFERRAL,
    REJECTED,
    START,
    TO_THE_MEETING,
    Event,
    assessed,
    attempt,
    completed,
    event,
    june,
)

THREE_ATTEMPTS = (attempt(june(9)), attempt(june(10)), attempt(june(15)))
WITHDRAWN = event("withdrawal", june(11), stage="before_meeting")
FAULT = event("referral_error", june(11), step="found", stage="before_meeting")
DISENGAGED = event("disengaged", june(21))
TO_POST = event("referral_error", june(16), step="reported_to_post", stage="after_start")
POST_DONE = event("referral_error", june(17), step="post_confirmed", stage="after_start")
CANCELLED = event("referral_cancelled", june(18), outcome="did_not_start", reason="error", recorded_on=june(18))
DID_NOT_ATTEND = event("referral_cancelled", june(14), outcome="did_not_attend", recorded_on=june(14))
NOBODY_REACHED = event("referral_cancelled", june(18), outcome="no_contact", recorded_on=june(18))
JOB = event("work_started", june(22), work="employed")
NO_LONGER_NEEDED = event("exit_decision", june(23), basis="support_no_longer_required", by="provider")
LEAVES = event("withdrawal", june(24), stage="on_provision")
ABROAD = event("moved", june(24), to_nation="elsewhere")
DIED = event("died", june(24))
ADVICE = event("exit_decision", june(24), basis="policy_team_advice", by="policy_team")
LATE = june(38)  # 8 July: PRaP has shown Did Not Attend since the 7th
OVER = june(50)

ROWS: list[tuple[str, str, tuple[Event, ...], date]] = [
    ("referred", "nothing yet", (REFERRAL,), june(8)),
    ("rejected", "reject", (REFERRAL, REJECTED), june(8)),
    ("accepted", "accept", (REFERRAL, ACCEPTED), june(8)),
    ("lapsed", "acknowledgement_window_passed", (REFERRAL,), june(9)),
    ("contacted", "contact_made", (REFERRAL, ACCEPTED, REACHED), june(9)),
    ("cancelled_no_contact", "contact_window_passed_without_contact", (REFERRAL, ACCEPTED, *THREE_ATTEMPTS), june(18)),
    ("cancelled_did_not_start", "error_found", (REFERRAL, ACCEPTED, FAULT), june(11)),
    ("cancelled_did_not_attend", "withdrew_before_meeting", (REFERRAL, ACCEPTED, WITHDRAWN), june(11)),
    ("auto_did_not_attend", "day_30_reached", (REFERRAL, ACCEPTED), june(37)),
    ("auto_did_not_attend", "day_30_reached when lapsed", (REFERRAL,), june(37)),
    ("meeting_booked", "meeting_booked", TO_THE_MEETING, june(9)),
    ("cancelled_did_not_start", "error_found", (REFERRAL, ACCEPTED, REACHED, FAULT), june(11)),
    ("cancelled_did_not_attend", "withdrew_before_meeting", (REFERRAL, ACCEPTED, REACHED, WITHDRAWN), june(11)),
    ("auto_did_not_attend", "day_30_reached", (REFERRAL, ACCEPTED, REACHED), june(37)),
    ("cancelled_did_not_start", "error_found", (*TO_THE_MEETING, FAULT), june(11)),
    ("cancelled_did_not_attend", "withdrew_before_meeting", (*TO_THE_MEETING, WITHDRAWN), june(11)),
    ("cancelled_did_not_attend", "meeting_missed", (*TO_THE_MEETING, MISSED), june(14)),
    ("cancelled_did_not_start", "attended_not_started", (*TO_THE_MEETING, ATTENDED), june(14)),
    ("met_start_unrecorded", "attended_and_started", (*TO_THE_MEETING, AGREED), june(14)),
    ("auto_did_not_attend", "day_30_reached", TO_THE_MEETING, june(37)),
    ("on_provision", "start_recorded", ON_PROVISION, june(15)),
    ("auto_did_not_attend", "day_30_reached", (*TO_THE_MEETING, AGREED), june(37)),
    (
        "cancelled_did_not_start",
        "error_found",
        (*TO_THE_MEETING, AGREED, event("referral_error", june(15), step="found", stage="at_meeting")),
        june(15),
    ),
    (
        "on_provision",
        "missed_meeting",
        (*ON_PROVISION, event("meeting", june(21), type="one_to_one", attended=False)),
        june(21),
    ),
    ("disengaged", "disengaged", (*ON_PROVISION, DISENGAGED), june(21)),
    ("completed", "completion_conditions_met", (*ON_PROVISION, *completed()), june(26)),
    ("early_completed", "employment_support_not_required", (*ON_PROVISION, JOB, NO_LONGER_NEEDED), june(24)),
    ("early_completed", "chose_to_leave", (*ON_PROVISION, LEAVES), june(25)),
    ("early_completed", "moved_outside_gb", (*ON_PROVISION, ABROAD), june(25)),
    ("early_completed", "died", (*ON_PROVISION, DIED), june(25)),
    ("early_completed", "policy_team_directed_exit", (*ON_PROVISION, ADVICE), june(25)),
    ("automatically_ended", "automatic_end_reached", ON_PROVISION, june(45)),
    ("error_reported_to_post", "error_found", (*ON_PROVISION, TO_POST), june(16)),
    ("on_provision", "re_engaged", (*ON_PROVISION, DISENGAGED, event("re_engaged", june(23))), june(23)),
    (
        "early_completed",
        "not_re_engaged",
        (*ON_PROVISION, DISENGAGED, attempt(june(22)), attempt(june(24))),
        june(29),
    ),
    ("early_completed", "chose_to_leave when disengaged", (*ON_PROVISION, DISENGAGED, LEAVES), june(25)),
    ("early_completed", "employment when disengaged", (*ON_PROVISION, DISENGAGED, JOB, NO_LONGER_NEEDED), june(24)),
    ("early_completed", "moved when disengaged", (*ON_PROVISION, DISENGAGED, ABROAD), june(25)),
    ("early_completed", "died when disengaged", (*ON_PROVISION, DISENGAGED, DIED), june(25)),
    ("automatically_ended", "automatic_end_reached when disengaged", (*ON_PROVISION, DISENGAGED), june(45)),
    (
        "cancelled_did_not_start",
        "post_confirmed_and_cancelled",
        (*ON_PROVISION, TO_POST, POST_DONE, CANCELLED),
        june(18),
    ),
    ("on_provision", "a start and nothing else is told", (START,), june(15)),
]


def reached(on: date) -> Event:
    """The person reached for the first time, on a day."""
    return event("contact", on, result="made", by="provider", purpose="first_contact")


def refused(assessment: Assessment) -> list[tuple[str, str]]:
    """The events that had no place, each with the state."""
    return [(told.happening, told.state) for told in assessment.provision.refused]


@pytest.mark.parametrize(("state", "events", "as_of"), [row[:1] + row[2:] for row in ROWS], ids=[r[1] for r in ROWS])
def test_row_by_recorded_events(state: str, events: tuple[Event, ...], as_of: date) -> None:
    assessment = assessed(*events, as_of=as_of)
    assert assessment.provision.status == state
    assert refused(assessment) == []


NO_PLACE: list[tuple[tuple[Event, ...], date, tuple[str, str]]] = [
    (
        (REFERRAL, event("contact", june(7), result="made", purpose="first_contact")),
        june(7),
        ("contact_made", "referred"),
    ),
    (
        (REFERRAL, event("referral_acknowledged", june(9), decision="accept", recorded_on=june(9))),
        june(9),
        ("accept", "lapsed"),
    ),
    ((REFERRAL, START), june(15), ("attended_and_started", "lapsed")),
    (
        (REFERRAL, ACCEPTED, REJECTED | {"on": str(june(10)), "recorded_on": str(june(10))}),
        june(10),
        ("reject", "accepted"),
    ),
    ((REFERRAL, ACCEPTED, REACHED, reached(june(10))), june(10), ("contact_made", "contacted")),
    ((*TO_THE_MEETING, BOOKED | {"on": str(june(10))}), june(10), ("meeting_booked", "meeting_booked")),
    (
        (*TO_THE_MEETING, MISSED, DID_NOT_ATTEND, AGREED | {"on": str(june(15))}),
        june(15),
        ("attended_and_started", "cancelled_did_not_attend"),
    ),
    ((*TO_THE_MEETING, LEAVES), june(24), ("chose_to_leave", "meeting_booked")),
    ((*TO_THE_MEETING, AGREED, DISENGAGED), june(21), ("disengaged", "met_start_unrecorded")),
    ((*ON_PROVISION, DISENGAGED, DISENGAGED | {"on": str(june(22))}), june(22), ("disengaged", "disengaged")),
    ((*ON_PROVISION, DISENGAGED, *completed()), june(25), ("completion_conditions_met", "disengaged")),
    ((*ON_PROVISION, event("re_engaged", june(21))), june(21), ("re_engaged", "on_provision")),
    ((*ON_PROVISION, *completed(), event("died", june(28))), june(28), ("died", "completed")),
    ((*ON_PROVISION, LEAVES, DISENGAGED | {"on": str(june(25))}), june(25), ("disengaged", "early_completed")),
    ((*ON_PROVISION, TO_POST, LEAVES), june(24), ("chose_to_leave", "error_reported_to_post")),
    (
        (*TO_THE_MEETING, AGREED, START | {"recorded_on": str(LATE)}),
        LATE,
        ("start_recorded", "auto_did_not_attend"),
    ),
    (
        (REFERRAL, ACCEPTED, *THREE_ATTEMPTS, NOBODY_REACHED, reached(june(18))),
        june(18),
        ("contact_made", "cancelled_no_contact"),
    ),
]


@pytest.mark.parametrize(("events", "as_of", "pair"), NO_PLACE, ids=[" + ".join(pair) for _e, _a, pair in NO_PLACE])
def test_an_event_without_a_place_leaves_the_state_and_is_a_warning(
    events: tuple[Event, ...], as_of: date, pair: tuple[str, str]
) -> None:
    happening, state = pair
    assessment = assessed(*events, as_of=as_of)
    assert assessment.provision.status == state
    assert pair in refused(assessment)
    said = [warning.message for warning in assessment.warnings if warning.code == "no_place_in_state"]
    assert any(
        happening.replace("_", " ") in m.replace("_", " ") and state.replace("_", " ") in m.replace("_", " ")
        for m in said
    )


def test_events_that_the_table_does_not_speak_of_pass_without_a_warning() -> None:
    beside = (
        event("checklist_recorded", june(14), checklist="initial_meeting", items=["identity_checked"]),
        event("document_issued", june(14), document="induction_pack", to="participant"),
        event("support_offered", june(14), what="one_to_one_session", minutes=120),
        event("contact", june(18), result="made", by="provider", purpose="keep_in_touch"),
        event("appointment_booked", june(14), type="one_to_one", meeting_on=june(18), with_party="provider"),
        event("notification", june(18), topic="benefit_impact", recipient="participant"),
        event("safeguarding_incident", june(18), nature="self_harm"),
        event("survey_response", june(21), answer="very_satisfied", channel="email"),
        event("cost", june(21), cost="travel", amount="2.40"),
        event("work_started", june(22), work="employed"),
        event("moved", june(22), to_nation="scotland"),
    )
    assessment = assessed(*ON_PROVISION, *beside, as_of=june(25))
    assert assessment.provision.status == "on_provision"
    assert assessment.warnings == ()


@pytest.mark.parametrize(("as_of", "status"), [(june(44), "on_provision"), (june(45), "automatically_ended")])
def test_the_last_day_is_a_whole_day(as_of: date, status: str) -> None:
    provision = assessed(*ON_PROVISION, as_of=as_of).provision
    assert provision.status == status
    assert provision.end_date == june(44)
    assert provision.end_day == 31
    assert provision.end_mode == "automatic"


def test_someone_who_never_became_a_participant_has_no_start() -> None:
    provision = assessed(*TO_THE_MEETING, AGREED, as_of=june(37)).provision
    assert (provision.status, provision.start, provision.latest_end_date) == ("auto_did_not_attend", None, None)
    assert provision.phases == ()


def test_an_end_that_was_recorded_without_a_cause_counts_as_the_cause_that_it_names() -> None:
    for reason, status in (
        ("completed", "completed"),
        ("employment", "early_completed"),
        ("self_employment", "early_completed"),
        ("chose_to_leave", "early_completed"),
        ("moved_outside_gb_beyond_remaining_time", "early_completed"),
        ("no_longer_eligible", "early_completed"),
        ("exceptional_circumstances", "early_completed"),
        ("died", "early_completed"),
    ):
        ended = event("provision_ended", june(25), reason=reason, recorded_on=june(25))
        assessment = assessed(*ON_PROVISION, ended, as_of=june(30))
        assert (assessment.provision.status, assessment.provision.end_reason) == (status, reason)
        assert assessment.provision.end_date == june(25)
        assert assessment.warnings == ()


@pytest.mark.parametrize(
    ("outcome", "reason", "state"),
    [
        ("did_not_attend", "known_not_to_attend", "cancelled_did_not_attend"),
        ("did_not_start", "illness", "cancelled_did_not_start"),
        ("did_not_start", "error", "cancelled_did_not_start"),
        ("no_contact", None, "cancelled_no_contact"),
    ],
)
def test_a_recorded_cancellation_stands_for_what_it_names(outcome: str, reason: str | None, state: str) -> None:
    cancelled = event("referral_cancelled", june(16), outcome=outcome, reason=reason, recorded_on=june(16))
    told = (REFERRAL, ACCEPTED) if outcome == "no_contact" else TO_THE_MEETING
    assert assessed(*told, cancelled, as_of=june(30)).provision.status == state


def test_contact_before_the_acceptance_is_reported_and_counts_once_a_meeting_is_booked() -> None:
    early = event("contact", june(7), result="made", by="provider", purpose="first_contact")
    assessment = assessed(REFERRAL, early, ACCEPTED, BOOKED, AGREED, START, as_of=june(15))
    assert assessment.provision.status == "on_provision"
    assert refused(assessment) == [("contact_made", "referred")]


def test_phases_on_provision_and_disengaged() -> None:
    back = event("re_engaged", june(23))
    phases = assessed(*ON_PROVISION, DISENGAGED, back, as_of=june(24)).provision.phases
    assert [(phase.name, phase.from_date, phase.to_date) for phase in phases] == [
        ("on_provision", june(14), june(20)),
        ("disengaged", june(21), june(22)),
        ("on_provision", june(23), june(24)),
    ]


@pytest.mark.parametrize(
    "events",
    [
        (REFERRAL, ACCEPTED, *THREE_ATTEMPTS, reached(june(18)), AGREED | {"on": str(june(21))}),
        (*TO_THE_MEETING, MISSED, AGREED | {"on": str(june(15)), "agreed_to_start_on": str(june(15))}),
        (*TO_THE_MEETING, ATTENDED, AGREED | {"on": str(june(15)), "agreed_to_start_on": str(june(15))}),
    ],
)
def test_a_start_in_the_end_is_a_start(events: tuple[Event, ...]) -> None:
    assessment = assessed(*events, as_of=june(21))
    assert assessment.provision.status == "met_start_unrecorded"
    assert refused(assessment) == []
