"""The nine states of JETS-STATE-01 on every boundary day, and how provision ends (specification 1.13 to 1.18, 3.11)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dwp_rules import programme
from dwp_rules.provision import Phase, Provision
from dwp_rules.rules import Finding
from tests.programmes.jets.given import (
    ACKNOWLEDGED,
    MANDATED,
    REFERRAL,
    START,
    STARTED,
    VOLUNTARY,
    Event,
    assessed,
    day,
    earned,
    ended,
    event,
    jets,
    left,
    signposted,
    traded,
)

JETS = programme("whp-jets")
ORDINARY = (REFERRAL, ACKNOWLEDGED, STARTED)
NOT_ATTENDED = event("referral_cancelled", "2020-10-02", outcome="did_not_attend")
NOT_STARTED = event("referral_cancelled", "2020-10-02", outcome="did_not_start", reason="illness")
REJECTED = event("referral_acknowledged", "2020-09-23", recorded_on="2020-09-23", decision="reject")


def provision(*events: Event, as_of: date | int | str, **facts: object) -> Provision:
    on = day(as_of) if isinstance(as_of, int) else date.fromisoformat(str(as_of))
    return JETS.provision(jets(*events, **facts), as_of=on)


def status(*events: Event, as_of: date | int | str, **facts: object) -> str:
    return provision(*events, as_of=as_of, **facts).status


def finding(found: Provision, rule_id: str) -> Finding:
    (only,) = (finding for finding in found.findings if finding.rule.id == rule_id)
    return only


# ── the states on their boundary days ───────────────────────────────────────────────────────────────────────────


def test_the_boundary_days_are_those_of_the_documents() -> None:
    assert [str(day(number)) for number in (1, 182, 238, 299)] == [
        "2020-10-05",
        "2021-04-04",
        "2021-05-30",
        "2021-07-30",
    ]


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2020-09-20", "not_referred"),
        ("2020-09-21", "referred"),
        ("2020-09-22", "referred"),
        ("2020-09-23", "acknowledged"),
        ("2020-10-04", "acknowledged"),
        ("2020-10-05", "participating"),
        (181, "participating"),
        (182, "participating"),
        (183, "completed_tracking_outcome"),
        (238, "completed_tracking_outcome"),
        (239, "completed_claim_window"),
        (299, "completed_claim_window"),
        (300, "closed"),
        ("2030-01-01", "closed"),
    ],
)
def test_the_states_of_an_ordinary_life(as_of: int | str, state: str) -> None:
    found = provision(*ORDINARY, as_of=as_of)
    assert found.status == state
    assert finding(found, "JETS-STATE-01").value == state


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ((), "not_referred"),
        ((REFERRAL,), "referred"),
        ((REFERRAL, REJECTED), "referred"),
        ((REFERRAL, ACKNOWLEDGED), "acknowledged"),
        ((REFERRAL, NOT_ATTENDED), "did_not_attend"),
        ((REFERRAL, ACKNOWLEDGED, NOT_ATTENDED), "did_not_attend"),
        ((REFERRAL, ACKNOWLEDGED, NOT_STARTED), "did_not_start"),
        ((NOT_STARTED,), "did_not_start"),
        ((REFERRAL, ACKNOWLEDGED, NOT_STARTED, STARTED), "participating"),
        ((STARTED,), "participating"),
    ],
)
def test_the_states_of_other_lives(events: tuple[Event, ...], state: str) -> None:
    assert status(*events, as_of=10) == state


@pytest.mark.parametrize(("as_of", "state"), [("2020-10-01", "acknowledged"), ("2020-10-02", "did_not_attend")])
def test_a_cancellation_holds_from_its_day(as_of: str, state: str) -> None:
    assert status(REFERRAL, ACKNOWLEDGED, NOT_ATTENDED, as_of=as_of) == state


def test_nothing_follows_a_cancellation_by_itself() -> None:
    found = provision(REFERRAL, ACKNOWLEDGED, NOT_ATTENDED, as_of=400)
    assert found.status == "did_not_attend"
    assert (found.start, found.phases, found.end_date, found.latest_end_date) == (None, (), None, None)


def test_agreeing_at_the_initial_meeting_is_a_start_on_the_day_agreed() -> None:
    meeting = event("meeting", 1, type="initial", attended=True, agreed_to_start_on=day(3).isoformat())
    assert status(meeting, as_of=2) == "not_referred"
    found = provision(meeting, as_of=3)
    assert (found.status, found.start) == ("participating", day(3))


# ── phases, and the latest end ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("as_of", [1, 2, 181, 182])
def test_on_provision_the_phase_runs_to_the_day_asked_about(as_of: int) -> None:
    found = provision(STARTED, as_of=as_of)
    assert found.phases == (Phase("participating", 1, as_of, START, day(as_of)),)
    ends = (182, day(182)) if as_of == 182 else (None, None)
    assert (found.end_day, found.end_date) == ends
    assert found.latest_end_date == day(182)


@pytest.mark.parametrize("as_of", [183, 239, 300, 3000])
def test_afterwards_the_phase_has_its_182_days(as_of: int) -> None:
    found = provision(STARTED, as_of=as_of)
    assert found.phases == (Phase("participating", 1, 182, START, day(182)),)
    assert (found.end_day, found.end_date, found.end_reason) == (182, day(182), "full_term")
    assert (str(found.end_mode), found.latest_end_date) == ("automatic", day(182))


@pytest.mark.parametrize(
    ("as_of", "number", "verdict"),
    [(1, 1, "met"), (181, 181, "met"), (182, 182, "met"), (183, 183, "not_met"), (300, 300, "not_met")],
)
def test_the_day_number_and_whether_it_is_a_day_on_provision(as_of: int, number: int, verdict: str) -> None:
    found = finding(provision(STARTED, as_of=as_of), "JETS-DUR-02")
    assert (found.value, found.verdict) == (number, verdict)


def test_disengaging_and_moving_change_no_date() -> None:
    away = (event("disengaged", 20), event("re_engaged", 60), event("moved", 70, to_nation="scotland"))
    found = provision(STARTED, *away, as_of=183)
    assert (found.end_date, found.end_reason) == (day(182), "full_term")
    assert found.phases == provision(STARTED, as_of=183).phases


# ── early endings ───────────────────────────────────────────────────────────────────────────────────────────────


CAUSES: dict[str, Callable[[int], tuple[Event, ...]]] = {
    "outcome_achieved": earned,
    "voluntary_exit": lambda number: (left(number),),
    "signposted": lambda number: (signposted(number),),
}


@pytest.mark.parametrize("reason", list(CAUSES))
@pytest.mark.parametrize("number", [1, 2, 100, 181])
def test_an_early_end_is_itself_a_day_on_provision_and_the_provider_enters_it(reason: str, number: int) -> None:
    events = (STARTED, *CAUSES[reason](number))
    that_day, next_day = (provision(*events, as_of=number + later, **VOLUNTARY) for later in (0, 1))
    assert (that_day.status, next_day.status) == ("participating", "completed_tracking_outcome")
    for found in (that_day, next_day):
        assert (found.end_day, found.end_date, found.end_reason) == (number, day(number), reason)
        assert (str(found.end_mode), found.latest_end_date) == ("manual", day(number))
        assert found.phases == (Phase("participating", 1, number, START, day(number)),)
        assert finding(found, "JETS-COMPLETE-01").value == day(number)
        assert finding(found, "JETS-COMPLETE-02").value == "provider"
        assert finding(found, "JETS-COMPLETE-03").verdict == "met"


@pytest.mark.parametrize("reason", list(CAUSES))
@pytest.mark.parametrize("number", [182, 183, 200])
def test_from_day_182_on_nothing_ends_it_early(reason: str, number: int) -> None:
    found = provision(STARTED, *CAUSES[reason](number), as_of=201, **VOLUNTARY)
    assert (found.end_day, found.end_reason, str(found.end_mode)) == (182, "full_term", "automatic")
    assert finding(found, "JETS-COMPLETE-02").value == "prap"
    assert finding(found, "JETS-COMPLETE-03").verdict == "not_met"


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (51, "completed_tracking_outcome"),
        (238, "completed_tracking_outcome"),
        (239, "completed_claim_window"),
        (299, "completed_claim_window"),
        (300, "closed"),
    ],
)
def test_an_early_end_moves_neither_day_238_nor_day_299(number: int, state: str) -> None:
    assert status(STARTED, left(50), as_of=number, **VOLUNTARY) == state


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ((*earned(50), left(50), signposted(50)), "outcome_achieved"),
        ((left(50), signposted(50)), "voluntary_exit"),
        ((*earned(50), signposted(50)), "outcome_achieved"),
        ((signposted(50), *earned(51)), "signposted"),
        ((left(51), signposted(50)), "signposted"),
    ],
)
def test_of_causes_on_one_day_the_declared_order_decides_and_of_others_the_earlier(
    events: tuple[Event, ...], reason: str
) -> None:
    for listed in (events, events[::-1]):
        assert provision(STARTED, *listed, as_of=100, **VOLUNTARY).end_reason == reason


def test_a_second_cause_after_the_end_changes_nothing() -> None:
    once = provision(STARTED, left(50), as_of=100, **VOLUNTARY)
    twice = provision(STARTED, left(50), signposted(60), left(70), as_of=100, **VOLUNTARY)
    assert (twice.end_date, twice.end_reason, twice.phases) == (once.end_date, once.end_reason, once.phases)


def test_eight_weeks_of_self_employment_end_it_on_the_last_day_of_the_eighth() -> None:
    found = provision(STARTED, *traded(*range(1, 57, 7)), as_of=60, benefits=[])
    assert (found.end_day, found.end_reason) == (56, "outcome_achieved")


def test_of_two_outcomes_the_earlier_ends_it() -> None:
    found = provision(STARTED, *traded(*range(1, 57, 7)), *earned(40), as_of=60, benefits=[])
    assert found.end_day == 40


@pytest.mark.parametrize("ends_programme", [False, None])
def test_signposting_that_does_not_end_the_programme_ends_nothing(ends_programme: bool | None) -> None:
    assert provision(STARTED, signposted(50, ends_programme=ends_programme), as_of=100).end_date is None


# ── leaving, and what it rests on ───────────────────────────────────────────────────────────────────────────────


def test_a_mandated_participant_does_not_complete_by_leaving() -> None:
    found = provision(STARTED, left(50), as_of=200, **MANDATED)
    assert (found.end_day, found.end_reason) == (182, "full_term")
    assert finding(found, "JETS-COMPLETE-04").verdict == "not_met"


def test_a_mandated_participant_may_still_be_signposted_out() -> None:
    assert provision(STARTED, left(50), signposted(60), as_of=200, **MANDATED).end_day == 60


@pytest.mark.parametrize("as_of", [50, 51, 182, 183, 300, 1000])
def test_leaving_with_the_basis_unknown_is_undetermined_and_names_it(as_of: int) -> None:
    found = provision(STARTED, left(50), as_of=as_of)
    assert (found.status, found.missing) == ("undetermined", ("participation_basis",))
    assert (found.end_date, found.end_reason, found.latest_end_date) == (None, None, day(182))
    assert finding(found, "JETS-COMPLETE-01").missing == ("participation_basis",)
    assert finding(found, "JETS-COMPLETE-04").missing == ("participation_basis",)
    assert found.phases[-1].to_date <= day(182)


def test_before_the_participant_leaves_the_basis_does_not_matter() -> None:
    assert status(STARTED, left(50), as_of=49) == "participating"
    assert provision(STARTED, left(50), signposted(40), as_of=100).end_day == 40


@pytest.mark.parametrize(
    ("spells", "ends"),
    [
        ([{"starts_on": "2020-01-01", "ends_on": "2020-11-22", "basis": "mandated", "scope": "scheme"}], 50),
        ([{"starts_on": "2020-01-01", "ends_on": "2020-11-23", "basis": "mandated", "scope": "scheme"}], None),
        ([{"starts_on": "2020-01-01", "basis": "mandated", "scope": "first_appointment"}], 50),
        ([], 50),
    ],
)
def test_the_basis_is_that_of_the_day_of_leaving(spells: list[object], ends: int | None) -> None:
    """Day 50 is 23 November 2020."""
    assert provision(STARTED, left(50), as_of=100, participation_basis=spells).end_day == ends


def test_the_missing_benefit_facts_of_a_trader_leave_the_end_open() -> None:
    universal_credit = [{"starts_on": "2020-01-01", "benefit": "universal_credit"}]
    found = provision(STARTED, *traded(*range(1, 57, 7)), as_of=200, benefits=universal_credit)
    assert found.status == "undetermined"
    assert found.missing == ("benefits.self_employed_compliant",)
    assert found.end_date is None


# ── the recorded end ────────────────────────────────────────────────────────────────────────────────────────────


def codes(*events: Event, as_of: Any = 320, **facts: Any) -> list[str]:
    return [str(caution.code) for caution in assessed(*events, as_of=as_of, **facts).warnings]


@pytest.mark.parametrize("reason", ["outcome_achieved", "voluntary_exit", "signposted"])
def test_a_recorded_end_stands_for_the_cause_that_it_names(reason: str) -> None:
    events = (STARTED, ended(50, reason))
    found = provision(*events, as_of=100, **VOLUNTARY)
    assert (found.end_day, found.end_reason) == (50, reason)
    assert codes(*events, **VOLUNTARY) == []


def test_a_recorded_exit_of_a_mandated_participant_ends_nothing_and_is_a_warning() -> None:
    events = (STARTED, ended(50, "voluntary_exit"))
    assert provision(*events, as_of=100, **MANDATED).end_date is None
    assert codes(*events, **MANDATED) == ["recorded_end_differs"]


def test_a_recorded_full_term_on_day_182_agrees() -> None:
    assert codes(STARTED, ended(182, "full_term")) == []


@pytest.mark.parametrize("number", [181, 183])
def test_a_recorded_full_term_on_another_day_is_a_warning_and_day_182_stands(number: int) -> None:
    events = (STARTED, ended(number, "full_term"))
    assert provision(*events, as_of=320).end_day == 182
    assert codes(*events) == ["recorded_end_differs"]


def test_a_recorded_end_that_differs_from_its_cause_is_a_warning_that_names_both() -> None:
    events = (STARTED, left(50), ended(52, "voluntary_exit"))
    assert provision(*events, as_of=100, **VOLUNTARY).end_day == 50
    (caution,) = assessed(*events, as_of=100, **VOLUNTARY).warnings
    assert str(caution.code) == "recorded_end_differs"
    assert str(day(50)) in caution.message
    assert str(day(52)) in caution.message
    assert [named.kind for named in caution.events] == ["provision_ended"]


def test_a_recorded_reason_that_differs_is_a_warning() -> None:
    assert "recorded_end_differs" in codes(STARTED, left(50), ended(50, "signposted"), **VOLUNTARY)


def test_an_unknown_end_reason_is_a_warning_that_lists_the_known_ones_and_ends_nothing() -> None:
    events = (STARTED, ended(50, "lost_interest"))
    assert provision(*events, as_of=100).end_date is None
    (caution,) = assessed(*events, as_of=100).warnings
    assert str(caution.code) == "unknown_end_reason"
    assert "lost_interest" in caution.message
    for known in ("full_term", "outcome_achieved", "voluntary_exit", "signposted"):
        assert known in caution.message


def test_an_end_before_the_start_is_a_warning_and_ends_nothing() -> None:
    events = (STARTED, ended(0, "signposted"))
    found = provision(*events, as_of=200)
    assert (found.end_day, found.end_reason) == (182, "full_term")
    assert "end_before_start" in codes(*events)


def test_of_two_recorded_ends_the_earlier_counts_and_both_are_named() -> None:
    events = (STARTED, ended(50, "signposted"), ended(60, "signposted"))
    assert provision(*events, as_of=100).end_day == 50
    warnings = assessed(*events, as_of=100).warnings
    assert "two_ends" in [str(caution.code) for caution in warnings]


def test_a_recorded_end_after_the_day_asked_about_is_not_known_yet() -> None:
    events = (STARTED, ended(50, "signposted"))
    assert provision(*events, as_of=49).end_date is None
    assert codes(*events, as_of=49) == []


# ── what does not fit the table ─────────────────────────────────────────────────────────────────────────────────


def test_what_has_no_place_in_the_table_is_kept_as_refused_and_changes_no_state() -> None:
    late = event("referral_acknowledged", 10, recorded_on=day(10).isoformat(), decision="accept")
    found = provision(REFERRAL, STARTED, late, as_of=20)
    assert found.status == "participating"
    assert [(refused.on, refused.state) for refused in found.refused] == [(day(10), "participating")]


def test_of_two_starts_the_earlier_counts() -> None:
    found = provision(STARTED, event("start", 20), as_of=200)
    assert (found.start, found.end_date) == (START, day(182))


def test_a_cancellation_after_the_start_changes_no_state() -> None:
    cancelled = event("referral_cancelled", 20, outcome="did_not_start")
    assert status(REFERRAL, STARTED, cancelled, as_of=30) == "participating"


# ── numbers and words ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_three_numbers_may_be_replaced() -> None:
    shorter = JETS.with_parameters(provision_days=100, outcome_day=150, claim_day=160)
    states = {
        number: shorter.provision(jets(STARTED), as_of=day(number)).status for number in (100, 101, 150, 151, 160, 161)
    }
    assert list(states.values()) == [
        "participating",
        "completed_tracking_outcome",
        "completed_tracking_outcome",
        "completed_claim_window",
        "completed_claim_window",
        "closed",
    ]
    assert shorter.provision(jets(STARTED), as_of=day(300)).end_day == 100


def test_explain_tells_the_start_the_phases_the_end_and_every_finding() -> None:
    lines = provision(STARTED, left(50), as_of=100, **VOLUNTARY).explain().split("\n")
    assert lines[0] == "Status: completed tracking outcome; started on 5 October 2020 (day 1)."
    assert "  participating: day 1 to day 50, 5 October 2020 to 23 November 2020" in lines
    assert any("ended on day 50, 23 November 2020: voluntary exit" in line for line in lines)
    assert any("JETS-COMPLETE-03: WHP JETS specification 1.17" in line for line in lines)
    assert "not started" in provision(REFERRAL, as_of=1).explain()
    assert "ends at the latest on 4 April 2021" in provision(STARTED, as_of=1).explain()
