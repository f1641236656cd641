"""When things happened on the way to a start: acknowledgement, contact, the booking, and the clocks of PRaP."""

from datetime import date

from dwp_rules.calendar import DayOne, Period, calendar_days, working_days
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import (
    AppointmentBooked,
    CancelledAs,
    Contact,
    ContactPurpose,
    ContactResult,
    Meeting,
    MeetingType,
    Party,
    Referral,
    ReferralAcknowledged,
    ReferralCancelled,
    ReferralDecision,
    Start,
)
from dwp_rules.facts.moments import accepted as accepted_on_prap
from dwp_rules.facts.moments import acknowledged, contact_attempted, referral_received, referral_sent
from dwp_rules.facts.situation import Days, Situation, both_ways
from dwp_rules.programmes.jfs.counting import counted, counting_period, end_of

__all__ = [
    "ACKNOWLEDGE_IN",
    "ENOUGH_ATTEMPTS",
    "ONE_DAY",
    "accepted",
    "acknowledge_by",
    "acknowledgement_window_passed",
    "attempts_in_doubt",
    "attempts_in_window",
    "automatic_dna_on",
    "contact_by",
    "contact_made",
    "explicit_contacts",
    "first_initial_meeting",
    "initial_bookings",
    "meeting_booked",
    "reached_by",
    "rejected",
]

# ── acknowledgement (3.07) ───────────────────────────────────────────────────────────────────────────────────────

ACKNOWLEDGE_IN: dict[str, Period] = {
    "next_working_day": working_days(2, DayOne.SAME),
    "literal": working_days(2, DayOne.SAME_EVEN_IF_CLOSED),
}
"""Within 2 working days, the day of receipt being day 1; where that is a closed day, by reading."""


def clerical(s: Situation) -> bool:
    """Whether the referral goes by the clerical process of a Special Customer Record (3.09)."""
    return s.participant.special_customer_record


def acknowledge_by(s: Situation) -> date | None:
    """The last day to accept or reject the referral on PRaP; None where no day is known."""
    received = s[referral_received]
    return end_of(s, ACKNOWLEDGE_IN[s.reading("receipt_on_non_working_day")], received[0]) if received else None


def accepted(s: Situation) -> Days:
    """The days on which the referral was accepted; a clerical one when its process was complete."""
    complete = [r.receipt_day for r in s.of(Referral) if s[clerical] and r.clerical_complete]
    return sorted((*s[accepted_on_prap], *complete))


def rejected(s: Situation) -> Days:
    """The days on which the referral was rejected."""
    decisions = s.of(ReferralAcknowledged)
    return tuple(sorted(a.recorded_on or a.on for a in decisions if a.decision is ReferralDecision.REJECT))


def acknowledgement_window_passed(s: Situation) -> Days:
    """The day after the time to acknowledge, where nothing was entered by its end (3.07 note)."""
    due = s[acknowledge_by]
    if due is None or s[clerical]:
        return ()
    entered = s[acknowledged]
    return () if entered and entered[0] <= due else (due + ONE_DAY,)


# ── contact and booking (3.11 to 3.15) ───────────────────────────────────────────────────────────────────────────

EIGHT_WORKING_DAYS = counted(8)
ENOUGH_ATTEMPTS = 3
"""At least 3 attempts to contact the potential participant (3.12)."""


def contact_by(s: Situation) -> date | None:
    """The last of the 8 working days from the day on which DWP made the referral; None where no day is known."""
    sent = s[referral_sent]
    return end_of(s, counting_period(s, EIGHT_WORKING_DAYS), sent[0]) if sent else None


def first_initial_meeting(s: Situation) -> date | None:
    """The day of the first initial meeting, held or missed; of a recorded start where no meeting is told."""
    meetings = [m.on for m in s.of(Meeting) if m.type is MeetingType.INITIAL]
    days = meetings or [start.on for start in s.of(Start)[:1]]
    return min(days) if days else None


def initial_bookings(s: Situation) -> Days:
    """The days on which an initial meeting was booked; a booking of no told type before it is one."""
    meeting = s[first_initial_meeting]
    booked = [b for b in s.of(AppointmentBooked) if b.with_party is not Party.JOBCENTRE]
    return [
        b.on
        for b in booked
        if b.type is MeetingType.INITIAL or (b.type is None and (meeting is None or b.on < meeting))
    ]


def explicit_contacts(s: Situation) -> Days:
    """The days on which the person is recorded as reached for the first time, before the initial meeting."""
    made = [c for c in s.of(Contact) if c.result is ContactResult.MADE]
    first = [c.on for c in made if c.purpose is ContactPurpose.FIRST_CONTACT]
    if first:
        return first
    meeting = s[first_initial_meeting]
    others = (c.on for c in made if c.purpose in {None, ContactPurpose.KEEP_IN_TOUCH})
    return [on for on in others if meeting is None or on <= meeting][:1]


def reached_by(s: Situation) -> Days:
    """The days on which the person was reached: by contact, by agreeing on a meeting, or at one."""
    attended = (m.on for m in s.of(Meeting) if m.attended and m.type is MeetingType.INITIAL)
    return sorted((*s[explicit_contacts], *s[initial_bookings], *attended))


def contact_made(s: Situation) -> Days:
    """Contact as it moves a referral on: as recorded or, where none is since the acceptance, with the booking."""
    contacts, days = s[explicit_contacts], s[accepted]
    if not days:
        return contacts
    since = days[0]
    shown = [on for on in (*s[initial_bookings], s[first_initial_meeting]) if on is not None and on >= since]
    if not shown:
        return contacts
    first = min(shown)
    return contacts if any(since <= on <= first for on in contacts) else sorted((*contacts, first))


def meeting_booked(s: Situation) -> Days:
    """The booking as it moves a referral on: as recorded or, where none is since the acceptance, with the meeting."""
    bookings, days, meeting = s[initial_bookings], s[accepted], s[first_initial_meeting]
    if not days or meeting is None or meeting < days[0]:
        return bookings
    if any(days[0] <= on <= meeting for on in bookings):
        return bookings
    return sorted((*bookings, meeting))


def attempts_in_window(s: Situation) -> int:
    """The attempts to reach the person in the 8 working days, successful or not, as far as they are told."""
    return s[attempts_both_ways][0]


def attempts_in_doubt(s: Situation) -> bool:
    """Whether attempts of untold origin decide if there were enough."""
    certain, possible = s[attempts_both_ways]
    return certain < ENOUGH_ATTEMPTS <= possible


def attempts_both_ways(s: Situation) -> tuple[int, int]:
    """How many attempts there were in the 8 working days, and how many if those of untold origin are the provider's."""
    sent, last = s[referral_sent], s[contact_by]
    if not sent or last is None:
        return 0, 0
    certain, possible = (sum(sent[0] <= on <= last for on in days) for days in both_ways(s[contact_attempted]))
    return certain, possible


# ── the 30 days of PRaP (3.40) ───────────────────────────────────────────────────────────────────────────────────

SHOWS_DID_NOT_ATTEND = {"day_30": calendar_days(30), "day_31": calendar_days(31)}


def automatic_dna_on(s: Situation) -> date | None:
    """The day on which PRaP shows Did Not Attend by itself, if nothing was entered before."""
    sent = s[referral_sent]
    return SHOWS_DID_NOT_ATTEND[s.reading("auto_dna")].after(sent[0]) if sent else None


def no_contact_recorded(s: Situation) -> Days:
    """The days on which the referral was cancelled for want of contact."""
    return [c.on for c in s.of(ReferralCancelled) if c.outcome is CancelledAs.NO_CONTACT]
