"""The life of a participant on WHP Core: referral, 456 days of provision, then the days for outcomes and claims."""

from datetime import date

from dwp_rules.facts import ProvisionEnded
from dwp_rules.facts.situation import Days, Situation
from dwp_rules.programmes.chapter_16.life import ending_of
from dwp_rules.programmes.chapter_16.to_the_start import (
    HAPPENINGS_TO_THE_START,
    NOT_REFERRED,
    PARTICIPATING,
    STATES_TO_THE_START,
    TRANSITIONS_TO_THE_START,
)
from dwp_rules.programmes.whp_core.agreed import provision_days, window
from dwp_rules.provision import Begins, EndMode, Happening, Journey, Provision, State, Timeline, Transition

__all__ = ["END_REASONS", "TIMELINE", "ended", "ending", "journey", "on_provision"]

FULL_TERM, ENDED_EARLY = "full_term", "ended_early"
END_REASONS = frozenset({FULL_TERM, ENDED_EARLY})


def ended_early(s: Situation) -> Days:
    """An end before the full term, as recorded: the chapter lists no grounds for one."""
    return [end.on for end in s.of(ProvisionEnded) if end.reason == ENDED_EARLY]


def last_day(s: Situation) -> Days:
    """Day 456."""
    days = s[window]
    return () if days is None else (days.last_day,)


def outcome_day(s: Situation) -> Days:
    """Day 639, or the last day of a provision that a contract makes longer."""
    days = s[window]
    return () if days is None else (max(days.achieve_by, days.last_day),)


def claim_day(s: Situation) -> Days:
    """Day 700, or the last day of a provision that a contract makes longer."""
    days = s[window]
    return () if days is None else (max(days.claim_by, days.last_day),)


def days_are_left(s: Situation, _journey: Journey, on: date) -> bool:
    """Ended early is ended before the last possible day."""
    days = s[window]
    return days is not None and on < days.last_day


def nothing_else_on_record(_s: Situation) -> dict[str, date]:
    """The one end that only a record can tell, an early one, is a happening of its own."""
    return {}


TRACKING, CLAIM_WINDOW, CLOSED = "ended_tracking_outcome", "ended_claim_window", "closed"

TIMELINE = Timeline.declare(
    initial=NOT_REFERRED,
    states=(
        *STATES_TO_THE_START,
        State(TRACKING),
        State(CLAIM_WINDOW),
        State(CLOSED),
    ),
    happenings=(
        *HAPPENINGS_TO_THE_START,
        Happening("ended_early", ended_early, place=6),
        Happening("last_day_over", last_day, place=7, of_the_clock=True),
        Happening("outcome_day_over", outcome_day, place=8, of_the_clock=True),
        Happening("claim_day_over", claim_day, place=9, of_the_clock=True),
    ),
    transitions=(
        *TRANSITIONS_TO_THE_START,
        Transition((PARTICIPATING,), "ended_early", TRACKING, when=days_are_left, ends=ENDED_EARLY),
        Transition((PARTICIPATING,), "last_day_over", TRACKING, ends=FULL_TERM, mode=EndMode.AUTOMATIC),
        Transition((TRACKING,), "outcome_day_over", CLAIM_WINDOW, begins=Begins.NEXT_DAY),
        Transition((CLAIM_WINDOW,), "claim_day_over", CLOSED, begins=Begins.NEXT_DAY),
    ),
    starts_on="started",
    last_day=provision_days,
    ended_on_record=nothing_else_on_record,
)


def journey(s: Situation) -> Provision:
    """Where the case stands, before anything is said about it."""
    return TIMELINE.provision(s)


ending = ending_of(journey)
ended, on_provision = ending.ended, ending.on_provision
