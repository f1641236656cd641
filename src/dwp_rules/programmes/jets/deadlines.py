"""What is due when in WHP JETS: the standards of chapter 16 and the deadlines of the specification."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from dwp_rules.calendar import DayOne, Period, weeks, working_days
from dwp_rules.facts import (
    AppointmentBooked,
    Contact,
    ContactPurpose,
    Document,
    DocumentIssued,
    DocumentStep,
    DocumentUpdated,
    Meeting,
    MeetingType,
    Party,
    ReferralCancelled,
)
from dwp_rules.facts.moments import (
    acknowledged,
    booked_meeting_held,
    contact_made,
    document_issued,
    document_stepped,
    initial_meeting_held,
    is_employment,
    not_rejected,
    referral_received,
    result_entered,
    start_days,
    working_spells,
)
from dwp_rules.facts.situation import Days, Moment, Situation, Unknown
from dwp_rules.programmes.jets.esf import applies as esf_applies
from dwp_rules.programmes.jets.provision import end_or_latest, ended, in_work_at_end, on_provision
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Rule
from dwp_rules.standards import Every, InTheLast, Span, Within

__all__ = ["DEADLINES", "exit_report_required"]

WORKING_DAYS = ("JETS-CAL-01", "JETS-CAL-02")
ESF_TEAM = frozenset({Party.ESF_ADMIN_TEAM, Party.DWP, None})
ESF_FORMS = (Document.ESF_INITIAL_FORM, Document.ESF_END_FORM)

# ── moments ──────────────────────────────────────────────────────────────────────────────────────────────────────


def contact_to_arrange(s: Situation) -> Days:
    """Contact made with the person, or a documented message that set up the initial appointment."""
    if not s.of(AppointmentBooked):
        return s[contact_made]
    messages = [
        b.confirmed_on
        for b in s.of(AppointmentBooked)
        if b.confirmed_on is not None and b.type in {None, MeetingType.INITIAL}
    ]
    return sorted((*s[contact_made], *messages))


def met_or_not_cancelled(s: Situation) -> bool:
    """Whether an initial appointment is still to be held or was held: one who never came is judged by the result."""
    return s[not_rejected] and (not s.of(ReferralCancelled) or bool(s[initial_meeting_held]))


def backlog_cleared(s: Situation) -> Days | Unknown:
    """The day on which both the acknowledgement and the result were on PRaP."""
    result, acknowledgement = s[result_entered], s[acknowledged]
    if isinstance(result, Unknown):
        return result
    return (max(result[0], acknowledgement[0]),) if result and acknowledgement else ()


def plan_in_place(s: Situation) -> Days | Unknown:
    """The action plan finalised and, where agreeing it was recorded too, agreed: the later of the two."""
    finalised, agreed = s[plan_finalised], s[plan_agreed]
    if isinstance(finalised, Unknown) or isinstance(agreed, Unknown) or not finalised or not agreed:
        return finalised
    return (max(finalised[0], agreed[0]),)


plan_finalised = document_stepped(Document.ACTION_PLAN, DocumentStep.FINALISED)
plan_agreed = document_stepped(Document.ACTION_PLAN, DocumentStep.AGREED)


def attempt_after_missed_meeting(s: Situation) -> Days:
    """The provider's attempts to reach the participant about how things stand, and meetings that took place."""
    attempts = [
        c.on for c in s.of(Contact) if c.by is not Party.PARTICIPANT and c.purpose is not ContactPurpose.FIRST_CONTACT
    ]
    return sorted((*attempts, *s[booked_meeting_held]))


def missed_unexplained(s: Situation) -> Days:
    """Booked meetings missed without an explanation before the provider's attempt or the end of its two days."""
    missed = [m for m in s.of(Meeting) if not m.attended and m.type is MeetingType.BOOKED]
    return [m.on for m in missed if m.explained_on is None or not _explained_first(s, m, m.explained_on)]


def _explained_first(s: Situation, missed: Meeting, explained: date) -> bool:
    attempts = s[attempt_after_missed_meeting]
    place = bisect_left(attempts, missed.on)
    if place < len(attempts) and attempts[place] < explained:
        return False
    return explained <= MISSED_MEETING_PERIOD.after(missed.on, s.calendar.projected)


MISSED_MEETING_PERIOD = working_days(2)


def esf_form_sent(*documents: Document) -> Moment:
    """Make the moment at which a form went to the ESF Admin Team."""

    def sent(s: Situation) -> Days:
        return [d.on for d in s.of(DocumentIssued) if d.document in documents and d.to in ESF_TEAM]

    return sent


def initial_form_signed(s: Situation) -> Days:
    """The day on which the participant signed the initial form, or on which it was annotated instead."""
    signed = [
        d.on
        for d in s.of(DocumentUpdated)
        if d.document is Document.ESF_INITIAL_FORM
        and d.step is DocumentStep.SIGNED
        and (d.signed_by is None or Party.PARTICIPANT in d.signed_by)
    ]
    return signed[:1]


def referral_meeting(s: Situation) -> Days:
    """The eligibility and referral meeting, which marks provision that the ESF funds directly."""
    return [m.on for m in s.of(Meeting) if m.attended and m.type is MeetingType.ELIGIBILITY_REFERRAL]


def form_returned(s: Situation) -> Days:
    """Forms that DWP returned to the provider."""
    return [
        d.on
        for d in s.of(DocumentIssued)
        if d.document in ESF_FORMS and d.to is Party.PROVIDER and d.by in {Party.ESF_ADMIN_TEAM, Party.DWP}
    ]


def form_under_check(s: Situation) -> Days:
    """The receipt by DWP of a form that was returned, or may still be; one kept beyond the time was accurate."""
    received = sorted(
        d.received_on or d.on
        for d in s.of(DocumentIssued)
        if d.document in ESF_FORMS and d.to in ESF_TEAM and d.by is not Party.ESF_ADMIN_TEAM
    )
    if not received:
        return ()
    returned, calendar = s[form_returned], s.calendar.projected
    last_return = returned[-1] if returned else date.min
    return [on for on in received if last_return >= on or s.as_of <= FORM_CHECK_PERIOD.after(on, calendar)]


FORM_CHECK_PERIOD = working_days(20)


def exit_report_required(s: Situation) -> bool:
    """Whether the participant is in no work when they cease to be one (1.19, 2.5(d)(i))."""
    return not s[in_work_at_end]


ONE_DAY = timedelta(days=1)


def pre_work_days(s: Situation) -> Sequence[Span]:
    """The days on provision out of employment: the duty to meet is suspended while a job lasts (2.3)."""
    spans: list[Span] = []
    for first, last in s[on_provision]:
        opens: date | None = first
        for begun, over, work in s[working_spells]:
            if opens is None or not is_employment(work) or (over is not None and over < opens):
                continue
            if begun > opens:
                spans.append(Span(opens, begun - ONE_DAY))
            opens = over
        if opens is not None and (last is None or opens <= last):
            spans.append(Span(opens, last))
    return [Span(span.first, _earlier(span.last, s[on_provision][0][1])) for span in spans]


def _earlier(day: date | None, end: date | None) -> date | None:
    if day is None or end is None:
        return day or end
    return min(day, end)


def agreed_frequencies(s: Situation) -> tuple[tuple[date, Period], ...]:
    """The intervals that the participant asked for, each from its day."""
    return tuple((f.starts_on, working_days(f.working_days)) for f in s.participant.contact_frequency or ())


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────────────────

ACKNOWLEDGE = Rule(
    "JETS-REF-02",
    "Referral acknowledged on PRaP",
    (SPECIFICATION["2.12"], CHAPTER_16["38 CSS1"]),
    note="2.12 counts from the referral being sent, CSS1 from receipt: from receipt, the measured standard.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
CONTACT = Rule(
    "JETS-CSS-04",
    "Contact to set up the initial appointment",
    (*SPECIFICATION.paragraphs("2.5(a)(i)", "2.14"), CHAPTER_16["38 CSS4"]),
    note="JETS says 'will contact': contact made, or a documented message that sets up the appointment; an attempt alone "
    "is not enough.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
APPOINTMENT = Rule(
    "JETS-CSS-05",
    "Initial appointment held",
    (*SPECIFICATION.paragraphs("2.5(a)(ii)", "2.14"), CHAPTER_16["38 CSS5"]),
    note="From receipt, as the standard says. After a first failed attendance the first appointment held counts; one who "
    "never came is judged by the result on PRaP alone.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
RESULT = Rule(
    "JETS-CSS-06",
    "Start, did not attend or did not start on PRaP",
    (SPECIFICATION["2.5(a)(ii)"], CHAPTER_16["38 CSS5"]),
    note="'By the 15th working day' of receipt, tested on the day of entry; a retrospective start date cures nothing.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
BACKLOG_LIMIT = Rule(
    "JETS-CSS-03",
    "Out of backlog within 25 working days",
    (CHAPTER_16["38 CSS3"],),
    note="25 working days from receipt, not 25 in backlog.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
STANDARDS_COPY = Rule(
    "JETS-CSS-07",
    "Copy of the customer service standards given",
    (SPECIFICATION["2.5(b)(i)"], CHAPTER_16["38 CSS6"]),
    note="Becoming a participant is the Start Date; a copy given earlier is in time.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-02",
)
ACTION_PLAN = Rule(
    "JETS-CSS-08",
    "Action plan finalised",
    (*SPECIFICATION.paragraphs("2.5(b)(ii)", "2.21"), CHAPTER_16["38 CSS7"]),
    note="2.21 says agreed and in place, the standard finalised: the later of the two where both are recorded.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-02",
)
BOOKED_MEETING = Rule(
    "JETS-CSS-09",
    "Booked meeting held",
    (SPECIFICATION["2.5(c)(i)"], CHAPTER_16["38 CSS8"]),
    note="From the Start Date, then from each meeting that took place; suspended while a job lasts, since in-work support "
    "is not required (2.3); ends with completion.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-02",
)
AGREED_FREQUENCY = Rule(
    "JETS-CSS-10",
    "Booked meeting held at the interval the participant prefers",
    (SPECIFICATION["2.5(c)(i)"], CHAPTER_16["38 CSS8"]),
    note="Only the participant's preference changes the interval; no limit to it is stated.",
    counts_by=WORKING_DAYS,
)
MISSED_MEETING = Rule(
    "JETS-CSS-11",
    "Contact attempted after a missed meeting",
    (SPECIFICATION["2.5(c)(ii)"], CHAPTER_16["38 CSS9"]),
    note="An attempt is enough. An explanation within the two days, before any attempt, removes the duty; a later one "
    "does not.",
    counts_by=WORKING_DAYS,
)
EXIT_REPORT = Rule(
    "JETS-EXIT-02",
    "Exit report given in the last 10 working days",
    (*SPECIFICATION.paragraphs("2.5(d)(i)", "1.19"), CHAPTER_16["38 CSS10"]),
    note="The completion date is the last day and, if open, one of the ten. A report given earlier is early, not met.",
    counts_by=("JETS-CAL-01",),
    schedule="JETS-DEADLINE-02",
)
ESF_INITIAL = Rule(
    "JETS-ESF-02",
    "ESF initial form sent",
    (SPECIFICATION["2.5(e)(i)"], CHAPTER_16["38 CSS11"]),
    note="From the start date, as the measured standard says; signature and referral meeting run beside it.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-02",
)
ESF_COPY = Rule(
    "JETS-ESF-03",
    "Copy of the signed ESF form sent",
    SPECIFICATION.paragraphs("2.19"),
    note="Reported beside JETS-ESF-02; the standard is judged on that one.",
    counts_by=WORKING_DAYS,
)
ESF_DIRECT = Rule(
    "JETS-ESF-04",
    "ESF form sent after the eligibility and referral meeting",
    (SPECIFICATION["2.5(e)(i)"], CHAPTER_16["38 CSS11"]),
    note="'ESF provision' is not explained; it applies where such a meeting is recorded.",
    counts_by=WORKING_DAYS,
)
ESF_RETURN = Rule(
    "JETS-ESF-07",
    "Inaccurate ESF form returned by DWP",
    SPECIFICATION.paragraphs("2.20"),
    note="DWP's duty only; a form not returned in time is not thereby accepted.",
    counts_by=WORKING_DAYS,
)
ESF_END = Rule(
    "JETS-ESF-08",
    "ESF end form sent",
    (SPECIFICATION["2.5(e)(ii)"], CHAPTER_16["38 CSS12"]),
    note="The completion date is not counted; no roll to a working day is stated.",
    counts_by=("JETS-CAL-04",),
    schedule="JETS-DEADLINE-03",
)

DEADLINES = (
    Within(ACKNOWLEDGE, working_days(2), after=referral_received, done=acknowledged),
    Within(CONTACT, working_days(2), after=referral_received, done=contact_to_arrange, when=not_rejected),
    Within(
        APPOINTMENT, working_days(15), after=referral_received, done=initial_meeting_held, when=met_or_not_cancelled
    ),
    Within(RESULT, working_days(15), after=referral_received, done=result_entered, when=not_rejected),
    Within(BACKLOG_LIMIT, working_days(25), after=referral_received, done=backlog_cleared, when=not_rejected),
    Within(
        STANDARDS_COPY,
        working_days(1),
        after=start_days,
        done=document_issued(Document.STANDARDS_COPY, to=Party.PARTICIPANT),
        early_counts=True,
    ),
    Within(ACTION_PLAN, working_days(10), after=start_days, done=plan_in_place),
    Every(
        BOOKED_MEETING,
        working_days(10),
        done=booked_meeting_held,
        during=pre_work_days,
        unless=agreed_frequencies,
        agreed=AGREED_FREQUENCY,
    ),
    Within(MISSED_MEETING, MISSED_MEETING_PERIOD, after=missed_unexplained, done=attempt_after_missed_meeting),
    InTheLast(
        EXIT_REPORT,
        working_days(10, DayOne.SAME),
        of=end_or_latest,
        done=document_issued(Document.EXIT_REPORT, to=Party.PARTICIPANT),
        when=exit_report_required,
    ),
    Within(
        ESF_INITIAL,
        working_days(5),
        after=start_days,
        done=esf_form_sent(Document.ESF_INITIAL_FORM),
        when=esf_applies,
    ),
    Within(
        ESF_COPY,
        working_days(5),
        after=initial_form_signed,
        done=esf_form_sent(Document.ESF_INITIAL_FORM),
        when=esf_applies,
    ),
    Within(
        ESF_DIRECT,
        working_days(5),
        after=referral_meeting,
        done=esf_form_sent(Document.ESF_INITIAL_FORM),
        when=esf_applies,
    ),
    Within(ESF_RETURN, FORM_CHECK_PERIOD, after=form_under_check, done=form_returned, when=esf_applies),
    Within(ESF_END, weeks(8), after=ended, done=esf_form_sent(Document.ESF_END_FORM), when=esf_applies),
)
