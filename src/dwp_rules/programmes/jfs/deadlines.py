"""What is due when in Job Finding Support: the time limits of chapters 3 to 5."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dwp_rules.calendar import Period, hours, working_days
from dwp_rules.facts import (
    AppointmentBooked,
    Document,
    DocumentRequested,
    ErrorStep,
    Meeting,
    MeetingType,
    Notification,
    NotificationTopic,
    Party,
    ReferralCancelled,
    ReferralError,
)
from dwp_rules.facts.moments import (
    acknowledged,
    document_issued_to,
    not_rejected,
    referral_received,
    referral_sent,
    result_entered,
)
from dwp_rules.facts.situation import Days, Moment, Situation, Unknown, both_ways
from dwp_rules.programmes.jfs.counting import COUNTED, SCHEDULE, counted, counting_period, end_of
from dwp_rules.programmes.jfs.disengagement import attempts_after, disengaged
from dwp_rules.programmes.jfs.durations import MAXIMUM, TWENTY_WORKING_DAYS
from dwp_rules.programmes.jfs.provision import end_if_known, participant
from dwp_rules.programmes.jfs.referral_moments import ACKNOWLEDGE_IN, EIGHT_WORKING_DAYS, clerical, reached_by
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.starting_moments import errors_before_start, start_day
from dwp_rules.programmes.jfs.support import FAST_TRACK, fast_track_incidents
from dwp_rules.rules import Rule
from dwp_rules.standards import Guard, Within
from dwp_rules.standards.by_reading import ByReading
from dwp_rules.standards.hours import Occurrence, WithinHours, by_the_clock, elapsed

__all__ = ["DEADLINES", "initial_meeting_on", "plan_to_jobcentre", "to_be_seen"]

ACKNOWLEDGEMENT = Rule(
    "JFS-REF-02",
    "Acknowledge within 2 working days",
    GUIDANCE.paragraphs("3.07"),
    note="From receipt, unlike contact, meeting and recording, which run from the day the referral was made. The hour "
    "of receipt does not matter.",
    counts_by=("JFS-CAL-01", "JFS-REF-03"),
    schedule=SCHEDULE,
)
CLOSED_DAY = Rule(
    "JFS-REF-03",
    "Receipt on a day that is not a working day",
    GUIDANCE.paragraphs("3.07", "Annex 3 (Working Day)"),
    note="A closed day cannot be day 1 of a count of working days: the next working day is.",
)
CONTACT = Rule(
    "JFS-CONTACT-01",
    "First contact within 8 working days",
    GUIDANCE.paragraphs("3.11"),
    note="From the day the referral was made, not from its receipt. A booking or a meeting shows contact.",
    counts_by=COUNTED,
    schedule=SCHEDULE,
)
INITIAL_MEETING = Rule(
    "JFS-START-01",
    "Initial meeting within 8 working days",
    GUIDANCE.paragraphs("3.14", "3.17"),
    note="From the day the referral was made. A recorded start shows the meeting of that day.",
    counts_by=COUNTED,
    schedule=SCHEDULE,
)
NEXT_APPOINTMENT = Rule(
    "JFS-START-07",
    "Next appointment within 5 working days",
    GUIDANCE.paragraphs("3.19"),
    note="'After the initial meeting': the next working day is day 1. The day agreed counts, whether or not it is "
    "kept.",
    counts_by=("JFS-CAL-01",),
    schedule=SCHEDULE,
)
RECORDING = Rule(
    "JFS-START-08",
    "Record start or outcome within 10 working days",
    GUIDANCE.paragraphs("3.27", "3.28"),
    note="No Contact is such an outcome. An earlier meeting may be entered late.",
    counts_by=COUNTED,
    schedule=SCHEDULE,
)
CANCEL = Rule(
    "JFS-REF-08",
    "Cancel within 24 hours of POST's e-mail",
    GUIDANCE.paragraphs("3.38"),
    note="24 hours that pass; where the clocks change the time shown shifts by an hour. Weekends and holidays count.",
)
PLAN_TO_JOBCENTRE = Rule(
    "JFS-JFAP-05",
    "JFAP to Jobcentre Plus within 5 working days",
    GUIDANCE.paragraphs("5.03", "5.04", "5.07"),
    note="From the date of request shown on form JFSPRO1 (5.05), not the day on which the e-mail was opened.",
    counts_by=COUNTED,
)
MISSED_MEETING = Rule(
    "JFS-DISENGAGE-01",
    "Missed meeting: contact within 2 working days",
    GUIDANCE.paragraphs("4.17"),
    note="An attempt is enough. An explanation in that time, before any attempt, removes the duty.",
    counts_by=COUNTED,
)
FIRST_ATTEMPT = Rule(
    "JFS-DISENGAGE-02",
    "Disengagement: first contact within 2 working days",
    GUIDANCE.paragraphs("4.18", "4.19"),
    note="An attempt by the agreed method is enough.",
    counts_by=COUNTED,
)

JOBCENTRE = frozenset({Party.JOBCENTRE, Party.WORK_COACH, Party.DWP})
TWO, FIVE, TEN = counted(2), counted(5), counted(10)

# ── moments and guards ───────────────────────────────────────────────────────────────────────────────────────────


def not_clerical(s: Situation) -> bool:
    """Whether the referral is acknowledged on PRaP, not by the clerical process."""
    return not s[clerical]


def to_be_seen(s: Situation) -> bool:
    """Whether the person is to be reached and met: the referral was neither rejected nor found to be an error."""
    return s[not_rejected] and not s[errors_before_start]


def initial_meeting_on(s: Situation) -> Days:
    """The days of initial meetings attended; of the start where no meeting is told."""
    held = [m.on for m in s.of(Meeting) if m.attended and m.type is MeetingType.INITIAL]
    return held or s[start_day]


def next_appointments(s: Situation) -> Days:
    """The days after the start for which appointments were made, or on which meetings took place or were missed."""
    start = s[start_day][0]
    booked = (b.meeting_on for b in s.of(AppointmentBooked) if b.with_party is not Party.JOBCENTRE)
    days = [on for on in booked if on is not None] + [m.on for m in s.of(Meeting)]
    return tuple(sorted(on for on in days if on > start))


def plan_requested(s: Situation) -> Days:
    """The days on which Jobcentre Plus asked for the JFAP."""
    asked = (d for d in s.of(DocumentRequested) if d.document is Document.ACTION_PLAN)
    return [d.on for d in asked if d.by is None or d.by in JOBCENTRE]


plan_to_jobcentre = document_issued_to(Document.ACTION_PLAN, JOBCENTRE)
"""The days on which the JFAP went to Jobcentre Plus."""


def missed_unexplained(s: Situation) -> Days | Unknown:
    """Meetings on provision missed without an explanation in the two working days, before any attempt."""
    if not s[participant]:
        return ()
    missed = [m for m in s.of(Meeting) if not m.attended and m.type is not MeetingType.INITIAL]
    certain, possible = (_unexplained(s, missed, attempts) for attempts in both_ways(s[attempts_after]))
    return certain if certain == possible else Unknown("contact.by")


def _unexplained(s: Situation, missed: Sequence[Meeting], attempts: Days) -> Days:
    return [m.on for m in missed if not _explained_first(s, m, attempts)]


def _explained_first(s: Situation, missed: Meeting, attempts: Days) -> bool:
    explained = missed.explained_on
    if explained is None:
        return False
    place = bisect_left(attempts, missed.on)
    due = end_of(s, counting_period(s, TWO), missed.on)
    attempted_before = place < len(attempts) and attempts[place] < explained
    return not attempted_before and due is not None and explained <= due


def disengaged_on_provision(s: Situation) -> Days:
    """The days on which a participant disengaged."""
    return s[disengaged] if s[participant] else ()


def post_confirmed(s: Situation) -> tuple[Occurrence, ...]:
    """The e-mails in which POST says that its action is done."""
    told = (e for e in s.of(ReferralError) if e.step is ErrorStep.POST_CONFIRMED)
    return tuple(Occurrence(e.on, e.at, "referral_error.at") for e in told)


def cancelled(s: Situation) -> tuple[Occurrence, ...]:
    """The cancellations of the referral."""
    return tuple(Occurrence(c.on, c.at, "referral_cancelled.at") for c in s.of(ReferralCancelled))


def district_lead_told(s: Situation) -> tuple[Occurrence, ...]:
    """Messages to DWP of no told topic, as one about an incident is."""
    told = (n for n in s.of(Notification) if n.topic in {None, NotificationTopic.PARTICIPANT_DATA})
    return tuple(Occurrence(n.on) for n in told if n.recipient in JOBCENTRE)


# ── deadlines ────────────────────────────────────────────────────────────────────────────────────────────────────


def within(
    rule: Rule, periods: Mapping[str, Period], reading: str, *, after: Moment, done: Moment, when: Guard | None = None
) -> ByReading:
    """Declare a deadline whose period a reading decides."""
    declared = {option: Within(rule, period, after=after, done=done, when=when) for option, period in periods.items()}
    return ByReading(reading, declared)


def within_counted(
    rule: Rule, periods: Mapping[str, Period], *, after: Moment, done: Moment, when: Guard | None = None
) -> ByReading:
    """Declare a deadline in working days, whose day one the reading `counting_day_one` decides."""
    return within(rule, periods, "counting_day_one", after=after, done=done, when=when)


DEADLINES = (
    within(
        ACKNOWLEDGEMENT,
        ACKNOWLEDGE_IN,
        "receipt_on_non_working_day",
        after=referral_received,
        done=acknowledged,
        when=not_clerical,
    ),
    within_counted(CONTACT, EIGHT_WORKING_DAYS, after=referral_sent, done=reached_by, when=to_be_seen),
    within_counted(INITIAL_MEETING, EIGHT_WORKING_DAYS, after=referral_sent, done=initial_meeting_on, when=to_be_seen),
    within_counted(RECORDING, TEN, after=referral_sent, done=result_entered, when=not_rejected),
    Within(NEXT_APPOINTMENT, working_days(5), after=start_day, done=next_appointments, when=participant),
    within(MAXIMUM, TWENTY_WORKING_DAYS, "duration_day_one", after=start_day, done=end_if_known, when=participant),
    ByReading(
        "hours_reading",
        {
            "elapsed": WithinHours(CANCEL, hours(24), after=post_confirmed, done=cancelled, due_at_by=elapsed),
            "wall_clock": WithinHours(CANCEL, hours(24), after=post_confirmed, done=cancelled, due_at_by=by_the_clock),
        },
    ),
    within_counted(PLAN_TO_JOBCENTRE, FIVE, after=plan_requested, done=plan_to_jobcentre),
    within_counted(MISSED_MEETING, TWO, after=missed_unexplained, done=attempts_after),
    within_counted(FIRST_ATTEMPT, TWO, after=disengaged_on_provision, done=attempts_after),
    WithinHours(FAST_TRACK, hours(0), after=fast_track_incidents, done=district_lead_told),
)
