"""The referral and the provision of Job Finding Support as a table: states, what can happen, and what it leads to."""

from datetime import date

from dwp_rules.facts import ProvisionEnded
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.jfs import disengagement as leaving
from dwp_rules.programmes.jfs import endings, referral_moments, starting_moments
from dwp_rules.programmes.jfs.completion import COMPLETED, COMPLETER, completion_conditions_met
from dwp_rules.programmes.jfs.durations import AUTOMATIC_END, automatic_end, automatic_end_day
from dwp_rules.provision import EndMode, Happening, Journey, State, Timeline, Transition

__all__ = ["NOT_PARTICIPANT", "TERMINAL", "TIMELINE"]

NOT_REFERRED, REFERRED, ACCEPTED, LAPSED = "not_referred", "referred", "accepted", "lapsed"
REJECTED, CONTACTED, BOOKED = "rejected", "contacted", "meeting_booked"
MET_UNRECORDED, ON_PROVISION, DISENGAGED = "met_start_unrecorded", "on_provision", "disengaged"
ERROR_REPORTED = "error_reported_to_post"
AUTO_DID_NOT_ATTEND, AUTOMATICALLY_ENDED = "auto_did_not_attend", "automatically_ended"
DID_NOT_ATTEND, DID_NOT_START = "cancelled_did_not_attend", "cancelled_did_not_start"
NO_CONTACT, EARLY_COMPLETED = "cancelled_no_contact", "early_completed"

NOT_PARTICIPANT = frozenset({REJECTED, AUTO_DID_NOT_ATTEND, DID_NOT_ATTEND, DID_NOT_START, NO_CONTACT})
"""States in which the referral closed without a start."""
TERMINAL = NOT_PARTICIPANT | {AUTOMATICALLY_ENDED, COMPLETED, EARLY_COMPLETED}

START_OF_DAY, END_OF_DAY = 0, 160
"""Places of the clocks: what falls due at the start of a day, and what at its end."""


def automatic_end_reached(s: Situation) -> Days:
    """The day on which PRaP ends the provision, where no end was entered by then (5.08)."""
    end: date | None = s[automatic_end]
    if end is None or any((entry.recorded_on or entry.on) <= end for entry in s.of(ProvisionEnded)):
        return ()
    return (end,)


def by_self_employment(s: Situation, _journey: Journey, _on: date) -> bool:
    """Whether the work that ends provision is self-employment."""
    return s[endings.self_employed]


def as_ineligible(s: Situation, _journey: Journey, _on: date) -> bool:
    """Whether the exit on advice is for loss of eligibility."""
    return s[endings.advised_as_ineligible]


def as_moved_abroad(s: Situation, _journey: Journey, on: date) -> bool | Unknown:
    """Whether a move is out of Great Britain."""
    return endings.surely_outside_gb(s, on)


def no_other_record(_s: Situation) -> dict[str, date]:
    """Ends known only from what was entered: each moment looks at these itself."""
    return {}


HAPPENINGS = (
    Happening("acknowledgement_window_passed", referral_moments.acknowledgement_window_passed, place=START_OF_DAY),
    Happening("contact_window_passed_without_contact", starting_moments.contact_window_passed, place=START_OF_DAY),
    Happening("day_30_reached", starting_moments.day_30_reached, place=START_OF_DAY),
    Happening("moved_outside_gb_beyond_remaining_time", endings.moved_outside_gb, place=10),
    Happening("referred", starting_moments.referred, place=30),
    Happening("reject", referral_moments.rejected, place=50),
    Happening("accept", referral_moments.accepted, place=51),
    Happening("contact_made", referral_moments.contact_made, place=60),
    Happening("meeting_booked", referral_moments.meeting_booked, place=61),
    Happening("error_found", starting_moments.error_found, place=62),
    Happening("withdrew_before_meeting", starting_moments.withdrew_before_meeting, place=63),
    Happening("meeting_missed", starting_moments.meeting_missed, place=70),
    Happening("attended_not_started", starting_moments.attended_not_started, place=71),
    Happening("attended_and_started", starting_moments.attended_and_started, place=72),
    Happening("missed_meeting", leaving.missed_meeting, place=73),
    Happening("start_recorded", starting_moments.start_recorded, place=80),
    Happening("post_confirmed_and_cancelled", starting_moments.post_confirmed_and_cancelled, place=81),
    Happening("completion_conditions_met", completion_conditions_met, place=110),
    Happening("disengaged", leaving.disengaged, place=120),
    Happening("re_engaged", leaving.re_engaged, place=121),
    Happening("chose_to_leave", leaving.chose_to_leave, place=130),
    Happening("employment_support_not_required", endings.employment_support_not_required, place=131),
    Happening("policy_team_directed_exit", endings.policy_team_directed_exit, place=132),
    Happening("died", endings.died, place=140),
    Happening("not_re_engaged", leaving.not_re_engaged, place=END_OF_DAY),
    Happening("automatic_end_reached", automatic_end_reached, place=END_OF_DAY + 1),
)

BEFORE_MEETING = (ACCEPTED, CONTACTED, BOOKED)
ON = (ON_PROVISION, DISENGAGED)

TRANSITIONS = (
    Transition((NOT_REFERRED,), "referred", REFERRED),
    # A clerical referral of a Special Customer Record, or one that the record does not hold.
    Transition((NOT_REFERRED,), "attended_and_started", MET_UNRECORDED),
    Transition((REFERRED,), "reject", REJECTED),
    Transition((REFERRED,), "accept", ACCEPTED),
    Transition((REFERRED,), "acknowledgement_window_passed", LAPSED),
    Transition((ACCEPTED,), "contact_made", CONTACTED),
    Transition((ACCEPTED,), "contact_window_passed_without_contact", NO_CONTACT),
    Transition((CONTACTED,), "meeting_booked", BOOKED),
    Transition((*BEFORE_MEETING, MET_UNRECORDED), "error_found", DID_NOT_START),
    Transition(BEFORE_MEETING, "withdrew_before_meeting", DID_NOT_ATTEND),
    Transition((*BEFORE_MEETING, LAPSED, MET_UNRECORDED), "day_30_reached", AUTO_DID_NOT_ATTEND),
    Transition((BOOKED,), "meeting_missed", DID_NOT_ATTEND),
    Transition((BOOKED,), "attended_not_started", DID_NOT_START),
    Transition((BOOKED,), "attended_and_started", MET_UNRECORDED),
    Transition((MET_UNRECORDED,), "start_recorded", ON_PROVISION),
    Transition((ON_PROVISION,), "missed_meeting", ON_PROVISION),
    Transition((ON_PROVISION,), "disengaged", DISENGAGED),
    Transition((DISENGAGED,), "re_engaged", ON_PROVISION),
    Transition((ON_PROVISION,), "completion_conditions_met", COMPLETED, ends=COMPLETED, rule=COMPLETER),
    Transition(
        ON,
        "employment_support_not_required",
        EARLY_COMPLETED,
        when=by_self_employment,
        ends=endings.SELF_EMPLOYMENT,
        rule=endings.WORK,
    ),
    Transition(ON, "employment_support_not_required", EARLY_COMPLETED, ends=endings.EMPLOYMENT, rule=endings.WORK),
    Transition(ON, "chose_to_leave", EARLY_COMPLETED, ends=leaving.CHOSE_TO_LEAVE, rule=leaving.LEAVES),
    Transition(
        ON,
        "moved_outside_gb_beyond_remaining_time",
        EARLY_COMPLETED,
        when=as_moved_abroad,
        ends=endings.MOVED_ABROAD,
        rule=endings.OUTSIDE,
    ),
    Transition(ON, "died", EARLY_COMPLETED, ends=endings.DIED),
    Transition(
        (ON_PROVISION,),
        "policy_team_directed_exit",
        EARLY_COMPLETED,
        when=as_ineligible,
        ends=endings.NO_LONGER_ELIGIBLE,
    ),
    Transition((ON_PROVISION,), "policy_team_directed_exit", EARLY_COMPLETED, ends=endings.EXCEPTIONAL),
    Transition((DISENGAGED,), "not_re_engaged", EARLY_COMPLETED, ends=leaving.NOT_RE_ENGAGED, rule=leaving.EXIT),
    Transition(
        ON,
        "automatic_end_reached",
        AUTOMATICALLY_ENDED,
        ends=endings.AUTOMATIC,
        mode=EndMode.AUTOMATIC,
        rule=AUTOMATIC_END,
    ),
    Transition((ON_PROVISION,), "error_found", ERROR_REPORTED),
    Transition((ERROR_REPORTED,), "post_confirmed_and_cancelled", DID_NOT_START),
)

TIMELINE = Timeline.declare(
    initial=NOT_REFERRED,
    states=(
        *(State(name) for name in (NOT_REFERRED, REFERRED, ACCEPTED, LAPSED, REJECTED, CONTACTED, BOOKED)),
        State(MET_UNRECORDED, phase=ON_PROVISION),
        State(ON_PROVISION, phase=ON_PROVISION),
        State(DISENGAGED, phase=DISENGAGED),
        State(ERROR_REPORTED, phase=ON_PROVISION),
        *(State(name) for name in (AUTO_DID_NOT_ATTEND, AUTOMATICALLY_ENDED, DID_NOT_ATTEND, DID_NOT_START)),
        *(State(name) for name in (NO_CONTACT, COMPLETED, EARLY_COMPLETED)),
    ),
    happenings=HAPPENINGS,
    transitions=TRANSITIONS,
    starts_on="attended_and_started",
    last_day=automatic_end_day,
    ended_on_record=no_other_record,
)
