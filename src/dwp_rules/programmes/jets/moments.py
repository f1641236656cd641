"""Days from which WHP JETS counts, and days on which what it asks for was done."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from dwp_rules.calendar import OutsideCalendar, Period, working_days
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
    document_stepped,
    initial_meeting_held,
    is_employment,
    issued_by_document,
    not_rejected,
    result_entered,
    working_spells,
)
from dwp_rules.facts.situation import Days, Moment, Situation, Unknown
from dwp_rules.programmes.jets.provision import in_work_at_end, journey, on_provision
from dwp_rules.standards import Span

ESF_TEAM = frozenset({Party.ESF_ADMIN_TEAM, Party.DWP, None})
FORM_CHECKERS = frozenset({Party.ESF_ADMIN_TEAM, Party.DWP})
ESF_FORMS = (Document.ESF_INITIAL_FORM, Document.ESF_END_FORM)
FORM_CHECK_PERIOD = working_days(20)
MISSED_MEETING_PERIOD = working_days(2)
ONE_DAY = timedelta(days=1)

# ── referral ─────────────────────────────────────────────────────────────────────────────────────────────────────


def contact_to_arrange(s: Situation) -> Days:
    """Contact made with the person, or a documented message that set up the initial appointment."""
    booked = s.of(AppointmentBooked)
    if not booked:
        return contact_made(s)
    messages = [
        b.confirmed_on
        for b in booked
        if b.confirmed_on is not None and (b.type is None or b.type is MeetingType.INITIAL)
    ]
    return sorted([*contact_made(s), *messages])


def met_or_not_cancelled(s: Situation) -> bool:
    """Whether an initial appointment is still to be held or was held: one who never came is judged by the result."""
    return s[not_rejected] and (not s.of(ReferralCancelled) or bool(s[initial_meeting_held]))


def backlog_cleared(s: Situation) -> Days | Unknown:
    """The day on which both the acknowledgement and the result were on PRaP."""
    result, acknowledgement = s[result_entered], s[acknowledged]
    if isinstance(result, Unknown):
        return result
    return (max(result[0], acknowledgement[0]),) if result and acknowledgement else ()


# ── plan and meetings ────────────────────────────────────────────────────────────────────────────────────────────

plan_finalised = document_stepped(Document.ACTION_PLAN, DocumentStep.FINALISED)
plan_agreed = document_stepped(Document.ACTION_PLAN, DocumentStep.AGREED)


def plan_in_place(s: Situation) -> Days | Unknown:
    """The action plan finalised and, where agreeing it was recorded too, agreed: the later of the two."""
    finalised, agreed = plan_finalised(s), plan_agreed(s)
    if isinstance(finalised, Unknown) or isinstance(agreed, Unknown) or not finalised or not agreed:
        return finalised
    return (max(finalised[0], agreed[0]),)


def pre_work_days(s: Situation) -> Sequence[Span]:
    """The days on provision out of employment: the duty to meet is suspended while a job lasts (2.3)."""
    provision = on_provision(s)
    if provision is None:
        return ()
    opens: date | None
    opens, end = provision
    spans: list[Span] = []
    for begun, over, work in s[working_spells]:
        if opens is None or begun > end or not is_employment(work) or (over is not None and over < opens):
            continue
        if begun > opens:
            spans.append(Span(opens, begun - ONE_DAY))
        opens = over
    if opens is not None and opens <= end:
        spans.append(Span(opens, end, s[journey].missing))
    return spans


def agreed_frequencies(s: Situation) -> Sequence[tuple[date, Period]]:
    """The intervals that the participant asked for, each from its day."""
    asked_for = s.participant.contact_frequency
    return [(f.starts_on, working_days(f.working_days)) for f in asked_for] if asked_for else ()


def attempt_after_missed_meeting(s: Situation) -> Days:
    """The provider's attempts to reach the participant about how things stand, and meetings that took place."""
    attempts = [
        c.on for c in s.of(Contact) if c.by is not Party.PARTICIPANT and c.purpose is not ContactPurpose.FIRST_CONTACT
    ]
    return sorted([*attempts, *s[booked_meeting_held]])


def missed_unexplained(s: Situation) -> Days:
    """Booked meetings missed without an explanation before the provider's attempt or the end of its two days."""
    missed = [m for m in s.of(Meeting) if not m.attended and m.type is MeetingType.BOOKED]
    if not missed:
        return ()
    return [m.on for m in missed if m.explained_on is None or not _explained_first(s, m, m.explained_on)]


def _explained_first(s: Situation, missed: Meeting, explained: date) -> bool:
    attempts = s[attempt_after_missed_meeting]
    place = bisect_left(attempts, missed.on)
    if place < len(attempts) and attempts[place] < explained:
        return False
    last = last_day_known(MISSED_MEETING_PERIOD, missed.on, s)
    return last is not None and explained <= last


# ── European Social Fund ─────────────────────────────────────────────────────────────────────────────────────────


def esf_form_sent(document: Document) -> Moment:
    """Make the moment at which a form went to the ESF Admin Team."""

    def sent(s: Situation) -> Days:
        issued = s[issued_by_document].get(document)
        return [d.on for d in issued if d.to in ESF_TEAM] if issued else ()

    return sent


initial_form_sent = esf_form_sent(Document.ESF_INITIAL_FORM)
end_form_sent = esf_form_sent(Document.ESF_END_FORM)


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


def esf_forms(s: Situation) -> Sequence[DocumentIssued]:
    """The ESF forms that went to and fro, in order."""
    return [d for d in s.of(DocumentIssued) if d.document in ESF_FORMS]


def form_returned(s: Situation) -> Days:
    """Forms that DWP returned to the provider."""
    return [form.on for form in s[esf_forms] if form.to is Party.PROVIDER and form.by in FORM_CHECKERS]


def form_under_check(s: Situation) -> Days:
    """The receipt by DWP of a form that was returned, or may still be; one kept beyond the time was accurate."""
    forms = s[esf_forms]
    if not forms:
        return ()
    received = [f.received_on or f.on for f in forms if f.to in ESF_TEAM and f.by is not Party.ESF_ADMIN_TEAM]
    returned = s[form_returned]
    last_return = returned[-1] if returned else date.min
    return [on for on in sorted(received) if on <= s.as_of and (last_return >= on or _may_be_returned(s, on))]


def _may_be_returned(s: Situation, received: date) -> bool:
    last = last_day_known(FORM_CHECK_PERIOD, received, s)
    return last is None or s.as_of <= last


def last_day_known(period: Period, trigger: date, s: Situation) -> date | None:
    """The last day of a period, from expected holidays where none are proclaimed; None beyond every known day."""
    try:
        return period.after(trigger, s.calendar.projected)
    except OutsideCalendar:
        return None


# ── end ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def exit_report_required(s: Situation) -> bool:
    """Whether the participant is, or may be, in no work when they cease to be one (1.19, 2.5(d)(i))."""
    return bool(s[journey].missing) or not s[in_work_at_end]
