"""The table of states of Job Finding Support, row by row, and every pair of state and event that it does not hold."""

from collections import deque
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import product

import pytest

from dwp_rules import programme
from dwp_rules.facts.situation import Days, Moment, Situation
from dwp_rules.programmes.jfs.timeline import TERMINAL, TIMELINE
from dwp_rules.provision import Happening, Journey, Timeline
from tests.programmes.jfs.given import jfs

NOTES = """
referred | reject | rejected
referred | accept | accepted
referred | acknowledgement_window_passed | lapsed
accepted | contact_made | contacted
accepted | contact_window_passed_without_contact | cancelled_no_contact
accepted | error_found | cancelled_did_not_start
accepted | withdrew_before_meeting | cancelled_did_not_attend
accepted | day_30_reached | auto_did_not_attend
lapsed | day_30_reached | auto_did_not_attend
contacted | meeting_booked | meeting_booked
contacted | error_found | cancelled_did_not_start
contacted | withdrew_before_meeting | cancelled_did_not_attend
contacted | day_30_reached | auto_did_not_attend
meeting_booked | error_found | cancelled_did_not_start
meeting_booked | withdrew_before_meeting | cancelled_did_not_attend
meeting_booked | meeting_missed | cancelled_did_not_attend
meeting_booked | attended_not_started | cancelled_did_not_start
meeting_booked | attended_and_started | met_start_unrecorded
meeting_booked | day_30_reached | auto_did_not_attend
met_start_unrecorded | start_recorded | on_provision
met_start_unrecorded | day_30_reached | auto_did_not_attend
met_start_unrecorded | error_found | cancelled_did_not_start
on_provision | missed_meeting | on_provision
on_provision | disengaged | disengaged
on_provision | completion_conditions_met | completed
on_provision | employment_support_not_required | early_completed
on_provision | chose_to_leave | early_completed
on_provision | moved_outside_gb_beyond_remaining_time | early_completed
on_provision | died | early_completed
on_provision | policy_team_directed_exit | early_completed
on_provision | automatic_end_reached | automatically_ended
on_provision | error_found | error_reported_to_post
disengaged | re_engaged | on_provision
disengaged | not_re_engaged | early_completed
disengaged | chose_to_leave | early_completed
disengaged | employment_support_not_required | early_completed
disengaged | moved_outside_gb_beyond_remaining_time | early_completed
disengaged | died | early_completed
disengaged | automatic_end_reached | automatically_ended
error_reported_to_post | post_confirmed_and_cancelled | cancelled_did_not_start
"""
BEFORE_THE_NOTES = """
not_referred | referred | referred
not_referred | attended_and_started | met_start_unrecorded
"""
"""Before the notes begin: the referral itself, and a start of which no referral is told (3.09, clerical process)."""


def table(text: str) -> dict[tuple[str, str], str]:
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return {(state, event): leads_to for state, event, leads_to in rows}


TABLE = table(NOTES) | table(BEFORE_THE_NOTES)
STATES = sorted({state for state, _event in TABLE} | set(TABLE.values()))
EVENTS = sorted({event for _state, event in TABLE})
FIRST_DAY = date(2021, 6, 7)


@cache
def way_to(state: str) -> tuple[str, ...]:
    """The shortest run of events that leads to a state."""
    ways: dict[str, tuple[str, ...]] = {"not_referred": ()}
    waiting = deque(ways)
    while waiting:
        here = waiting.popleft()
        for (origin, event), leads_to in TABLE.items():
            if origin == here and leads_to not in ways:
                ways[leads_to] = (*ways[here], event)
                waiting.append(leads_to)
    return ways[state]


def after(events: Sequence[str]) -> Journey:
    """The life after these events of the table, one a day."""
    days: dict[str, list[date]] = {}
    for number, event in enumerate(events):
        days.setdefault(event, []).append(FIRST_DAY + timedelta(days=number))
    told = Timeline.declare(
        initial=TIMELINE.initial,
        states=TIMELINE.states,
        happenings=tuple(Happening(h.name, on(days.get(h.name, ())), h.place) for h in TIMELINE.happenings),
        transitions=TIMELINE.transitions,
        starts_on=TIMELINE.starts_on,
        last_day=TIMELINE.last_day,
        ended_on_record=TIMELINE.ended_on_record,
    )
    return told.fold(programme("jfs").situation(jfs(), FIRST_DAY + timedelta(days=len(events))))


def on(days: Sequence[date]) -> Moment:
    """A moment that is these days, whatever the case."""

    def told(_situation: Situation) -> Days:
        return tuple(days)

    return told


def test_the_table_is_that_of_the_notes() -> None:
    declared = {((state, row.on), row.to) for row in TIMELINE.transitions for state in row.within}
    assert declared == set(TABLE.items())
    assert {state.name for state in TIMELINE.states} == set(STATES)
    assert {happening.name for happening in TIMELINE.happenings} == set(EVENTS)


def test_no_event_of_the_table_passes_in_silence() -> None:
    assert not [happening.name for happening in TIMELINE.happenings if happening.of_the_clock]


def test_what_ends_the_life_leads_nowhere() -> None:
    assert {state for state in STATES if not any(origin == state for origin, _event in TABLE)} == TERMINAL


@pytest.mark.parametrize(("state", "event"), list(TABLE), ids=" + ".join)
def test_row(state: str, event: str) -> None:
    journey = after((*way_to(state), event))
    assert journey.state == TABLE[state, event]
    assert not journey.refused


NO_ROW = [pair for pair in product(STATES, EVENTS) if pair not in TABLE]


@pytest.mark.parametrize(("state", "event"), NO_ROW, ids=" + ".join)
def test_every_other_pair_leaves_the_state_alone_and_is_reported(state: str, event: str) -> None:
    journey = after((*way_to(state), event))
    assert journey.state == state
    [refused] = journey.refused
    assert (refused.state, refused.happening) == (state, event)


def test_all_pairs_are_there() -> None:
    assert len(NO_ROW) + len(TABLE) == len(STATES) * len(EVENTS) == 18 * 26
