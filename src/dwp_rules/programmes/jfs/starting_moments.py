"""When a referral became a start, or closed without one: errors, withdrawals, the meeting, the entries on PRaP."""

from datetime import date

from dwp_rules.facts import (
    CancelledAs,
    ErrorStage,
    ErrorStep,
    Meeting,
    MeetingType,
    NotStartedReason,
    ReferralCancelled,
    ReferralError,
    Start,
    Withdrawal,
    WithdrawalStage,
)
from dwp_rules.facts.moments import initial_meeting_missed, referral_sent
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.jfs.referral_moments import (
    ENOUGH_ATTEMPTS,
    ONE_DAY,
    accepted,
    acknowledgement_window_passed,
    attempts_in_doubt,
    attempts_in_window,
    automatic_dna_on,
    contact_by,
    no_contact_recorded,
    reached_by,
    rejected,
)

__all__ = [
    "attended_and_started",
    "attended_not_started",
    "contact_window_passed",
    "day_30_reached",
    "entered",
    "error_found",
    "errors_before_start",
    "meeting_missed",
    "post_confirmed_and_cancelled",
    "referred",
    "start_day",
    "start_recorded",
    "withdrew_before_meeting",
]


def start_meeting(s: Situation) -> Meeting | None:
    """The initial meeting at which the person started: attended, and agreed or recorded as the start."""
    starts = s.of(Start)
    attended = [m for m in s.of(Meeting) if m.attended and m.type is MeetingType.INITIAL]
    if starts:
        until = [m for m in attended if m.on <= starts[0].on]
        return until[-1] if until else None
    agreed = [m for m in attended if m.agreed_to_start_on is not None]
    return agreed[0] if agreed else None


def start_day(s: Situation) -> Days:
    """The start date: as recorded, or the day of the initial meeting at which the person agreed to start."""
    starts, meeting = s.of(Start), s[start_meeting]
    if starts:
        return (starts[0].on,)
    return () if meeting is None else (meeting.on,)


def attended_and_started(s: Situation) -> Days:
    """The start, and initial meetings held after it, for which there is no place."""
    start = s[start_day]
    later = (m.on for m in s.of(Meeting) if m.attended and m.type is MeetingType.INITIAL and start and m.on > start[0])
    return (*start, *later)


def attended_not_started(s: Situation) -> Days:
    """Initial meetings attended without a start, then or since; a cancellation stands for one that is not told."""
    attended = [m for m in s.of(Meeting) if m.attended and m.type is MeetingType.INITIAL]
    if s[start_day]:
        return ()
    if bool(attended) or bool(s[errors_before_start]):
        return [m.on for m in attended]
    return [
        c.on
        for c in s.of(ReferralCancelled)
        if c.outcome is CancelledAs.DID_NOT_START and c.reason is not NotStartedReason.ERROR
    ]


def errors_before_start(s: Situation) -> Days:
    """The days on which a fault was found after acceptance and before the start was recorded."""
    start = s[start_day]
    found = (e for e in s.of(ReferralError) if e.step in {None, ErrorStep.FOUND})
    return [
        e.on
        for e in found
        if e.stage in {ErrorStage.BEFORE_MEETING, ErrorStage.AT_MEETING}
        or (e.stage is None and not (start and e.on >= start[0]))
    ]


def reported_to_post(s: Situation) -> Days:
    """The days on which PRaP14 was sent to POST (3.37)."""
    return [e.on for e in s.of(ReferralError) if e.step is ErrorStep.REPORTED_TO_POST]


def error_found(s: Situation) -> Days:
    """Faults as they move a referral on: found before the start is recorded, or reported to POST after it."""
    found = (*s[errors_before_start], *s[reported_to_post])
    if found:
        return tuple(sorted(found))
    return [c.on for c in s.of(ReferralCancelled) if c.reason is NotStartedReason.ERROR]


def post_confirmed_and_cancelled(s: Situation) -> Days:
    """The cancellation that follows POST's e-mail (3.38)."""
    confirmed = [e.on for e in s.of(ReferralError) if e.step is ErrorStep.POST_CONFIRMED]
    return [c.on for c in s.of(ReferralCancelled) if confirmed and c.on >= confirmed[0]][:1]


def withdrew_before_meeting(s: Situation) -> Days:
    """The person said that they would not attend; a cancellation that says so stands for it where nothing else does."""
    withdrawals = [w.on for w in s.of(Withdrawal) if w.stage is WithdrawalStage.BEFORE_MEETING]
    if withdrawals:
        return withdrawals
    if s[initial_meeting_missed]:
        return ()
    return [c.on for c in s.of(ReferralCancelled) if c.outcome is CancelledAs.DID_NOT_ATTEND]


def contact_window_passed(s: Situation) -> Days | Unknown:
    """The day after the 8 working days, where 3 attempts or more reached nobody, or since; or No Contact recorded."""
    last = s[contact_by]
    tried = s[attempts_in_window] >= ENOUGH_ATTEMPTS or s[attempts_in_doubt]
    if last is not None and tried and s[accepted] and s[accepted][0] <= last:
        closed = (*s[withdrew_before_meeting], *s[errors_before_start], *s[initial_meeting_missed])
        if not s[reached_by] and not s[start_day] and not any(on <= last for on in closed):
            if not s[attempts_in_doubt]:
                return (last + ONE_DAY,)
            if s.as_of > last and not s[no_contact_recorded]:
                return Unknown("contact.by")
    return s[no_contact_recorded]


def entered(s: Situation) -> Days:
    """The days on which a start or an outcome was entered; one whose entry is not dated counts on its own day."""
    results: list[Start | ReferralCancelled] = [*s.of(Start), *s.of(ReferralCancelled)]
    return sorted((*(result.recorded_on or result.on for result in results), *s[rejected]))


def day_30_reached(s: Situation) -> Days:
    """The day on which PRaP shows Did Not Attend by itself: nothing was entered before it (3.40)."""
    flips = s[automatic_dna_on]
    if flips is None:
        return ()
    in_time = any(on < flips for on in s[entered]) and not s[acknowledgement_window_passed]
    return () if in_time else (flips,)


def start_recorded(s: Situation) -> Days:
    """The start as recorded: on its own day, or on the day of entry where that came too late (3.40)."""
    flips: date | None = s[automatic_dna_on]
    for start in s.of(Start)[:1]:
        entry = start.recorded_on
        late = entry is not None and flips is not None and entry >= flips
        return (entry,) if late and entry is not None else (start.on,)
    return ()


def meeting_missed(s: Situation) -> Days:
    """Initial meetings missed for good: none was attended later, or Did Not Attend is recorded."""
    recorded = any(c.outcome is CancelledAs.DID_NOT_ATTEND for c in s.of(ReferralCancelled))
    attended = [m.on for m in s.of(Meeting) if m.attended and m.type is MeetingType.INITIAL]
    later = max((*attended, *s[start_day]), default=date.min)
    return [on for on in s[initial_meeting_missed] if recorded or on >= later]


def referred(s: Situation) -> Days:
    """The day on which DWP made the referral."""
    return s[referral_sent]
