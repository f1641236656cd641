"""The life of a participant on WHP JETS: referral, 182 days, completion, then the days for outcomes and claims."""

from datetime import date

from dwp_rules.facts import ExitDecision, ProvisionEnded, Withdrawal, WithdrawalStage
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.chapter_16.life import ending_of
from dwp_rules.programmes.chapter_16.to_the_start import (
    HAPPENINGS_TO_THE_START,
    NOT_REFERRED,
    PARTICIPATING,
    STATES_TO_THE_START,
    TRANSITIONS_TO_THE_START,
)
from dwp_rules.programmes.jets.mandation import mandated
from dwp_rules.programmes.jets.outcomes import outcome_certain, outcome_possible
from dwp_rules.programmes.jets.window import window
from dwp_rules.provision import Begins, EndMode, Happening, Journey, Provision, State, Timeline, Transition

__all__ = ["TIMELINE", "ended", "ending", "in_work_at_end", "journey", "left_voluntarily", "on_provision"]


def left_voluntarily(s: Situation) -> Days:
    """The participant says that they leave the programme (1.18)."""
    withdrawals = s.of(Withdrawal)
    return [w.on for w in withdrawals if w.stage is WithdrawalStage.ON_PROVISION] if withdrawals else ()


def signposted(s: Situation) -> Days:
    """Signposted to other specific support, recorded as ending JETS (1.18)."""
    decisions = s.of(ExitDecision)
    return [d.on for d in decisions if d.ends_programme] if decisions else ()


def last_day(s: Situation) -> Days:
    """Day 182."""
    days = s[window]
    return () if days is None else (days.last_day,)


def outcome_day(s: Situation) -> Days:
    """Day 238."""
    days = s[window]
    return () if days is None else (days.achieve_by,)


def claim_day(s: Situation) -> Days:
    """Day 299."""
    days = s[window]
    return () if days is None else (days.claim_by,)


def days_are_left(s: Situation, _journey: Journey, on: date) -> bool:
    """Ended early is ended before day 182 is reached (1.17)."""
    days = s[window]
    return days is not None and on < days.last_day


def may_leave(s: Situation, journey: Journey, on: date) -> bool | Unknown:
    """Leaving voluntarily completes the programme only for those not mandated on to it (1.18)."""
    if not days_are_left(s, journey, on):
        return False
    bound = mandated(s, on)
    return bound if isinstance(bound, Unknown) else not bound


def completes_by_outcome(s: Situation, journey: Journey, on: date) -> bool | Unknown:
    """An outcome completes the programme on its day (1.18), if it is certain that this is its day."""
    return days_are_left(s, journey, on) and outcome_certain(s, on)


def ends_on_record(s: Situation) -> dict[str, date]:
    """The end dates entered, by the reason that they name."""
    return {end["reason"]: end["on"] for end in reversed(s.rows(ProvisionEnded))}


TRACKING, CLAIM_WINDOW, CLOSED = "completed_tracking_outcome", "completed_claim_window", "closed"

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
        Happening("outcome_achieved", outcome_possible, place=6, recorded_as="outcome_achieved", of_the_clock=True),
        Happening("left_voluntarily", left_voluntarily, place=7, recorded_as="voluntary_exit"),
        Happening("signposted", signposted, place=8, recorded_as="signposted"),
        Happening("last_day_over", last_day, place=9, of_the_clock=True),
        Happening("outcome_day_over", outcome_day, place=10, of_the_clock=True),
        Happening("claim_day_over", claim_day, place=11, of_the_clock=True),
    ),
    transitions=(
        *TRANSITIONS_TO_THE_START,
        Transition((PARTICIPATING,), "outcome_achieved", TRACKING, when=completes_by_outcome, ends="outcome_achieved"),
        Transition((PARTICIPATING,), "left_voluntarily", TRACKING, when=may_leave, ends="voluntary_exit"),
        Transition((PARTICIPATING,), "signposted", TRACKING, when=days_are_left, ends="signposted"),
        Transition((PARTICIPATING,), "last_day_over", TRACKING, ends="full_term", mode=EndMode.AUTOMATIC),
        Transition((TRACKING,), "outcome_day_over", CLAIM_WINDOW, begins=Begins.NEXT_DAY),
        Transition((CLAIM_WINDOW,), "claim_day_over", CLOSED, begins=Begins.NEXT_DAY),
    ),
    starts_on="started",
    last_day=lambda s: s.count("provision_days"),
    ended_on_record=ends_on_record,
)


def journey(s: Situation) -> Provision:
    """Where the case stands, before anything is said about it."""
    return TIMELINE.provision(s)


ending = ending_of(journey)
ended, on_provision, in_work_at_end = ending.ended, ending.on_provision, ending.in_work_at_end
