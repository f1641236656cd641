"""Days from which the standards of chapter 16 count, and days on which what they ask for was done."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import OutsideCalendar, Period, working_days
from dwp_rules.facts import (
    AppointmentBooked,
    Contact,
    ContactPurpose,
    Document,
    Meeting,
    MeetingType,
    Party,
    ReferralCancelled,
    SignatureKind,
)
from dwp_rules.facts.base import Row
from dwp_rules.facts.moments import (
    acknowledged,
    booked_meeting_held,
    by_provider,
    contact_made,
    document_issued_to,
    initial_meeting_held,
    meetings,
    not_rejected,
    result_entered,
    updates_by_document,
    with_others,
)
from dwp_rules.facts.situation import Days, Doubtful, Situation, Unknown

__all__ = [
    "ESF_FORMS",
    "ESF_TEAM",
    "MISSED_MEETING_PERIOD",
    "agreed_frequencies",
    "attempts_to_reach",
    "backlog_cleared",
    "contact_to_arrange",
    "end_form_sent",
    "esf_forms_worked_on",
    "initial_form_sent",
    "last_day_known",
    "messages_to_arrange",
    "met_or_not_cancelled",
    "missed_unexplained",
    "referral_meeting",
    "signature_kinds",
]

ESF_TEAM = frozenset({Party.ESF_ADMIN_TEAM, Party.DWP})
ESF_FORMS = (Document.ESF_INITIAL_FORM, Document.ESF_END_FORM)
BOOKED, ELIGIBILITY_REFERRAL = MeetingType.BOOKED, MeetingType.ELIGIBILITY_REFERRAL
FIRST_CONTACT = ContactPurpose.FIRST_CONTACT
MISSED_MEETING_PERIOD = working_days(2)

# ── referral ─────────────────────────────────────────────────────────────────────────────────────────────────────


def contact_to_arrange(s: Situation) -> Days | Unknown:
    """Contact made with the person, or a documented message that set up the initial appointment."""
    messages = messages_to_arrange(s)
    return with_others(contact_made(s), messages) if messages else contact_made(s)


def messages_to_arrange(s: Situation) -> Days:
    """Documented messages that set up the initial appointment."""
    return [
        b["confirmed_on"]
        for b in s.rows(AppointmentBooked)
        if b["confirmed_on"] is not None and (b["type"] is None or b["type"] is MeetingType.INITIAL)
    ]


def met_or_not_cancelled(s: Situation) -> bool:
    """Whether an initial appointment is still to be held or was held: one who never came is judged by the result."""
    return s[not_rejected] and (not s.of(ReferralCancelled) or bool(s[initial_meeting_held]))


def backlog_cleared(s: Situation) -> Days | Unknown:
    """The day on which both the acknowledgement and the result were on PRaP."""
    result, acknowledgement = s[result_entered], s[acknowledged]
    if isinstance(result, Unknown):
        return result
    return (max(result[0], acknowledgement[0]),) if result and acknowledgement else ()


# ── meetings ─────────────────────────────────────────────────────────────────────────────────────────────────────


def agreed_frequencies(s: Situation) -> Sequence[tuple[date, Period]]:
    """The intervals that the participant asked for, each from its day."""
    asked_for = s.participant.contact_frequency
    return [(f.starts_on, working_days(f.working_days)) for f in asked_for] if asked_for else ()


def attempts_to_reach(s: Situation) -> Days | Unknown:
    """The provider's attempts to reach the participant about how things stand, and meetings that took place."""
    contacts = [c for c in s.rows(Contact) if c["purpose"] is not FIRST_CONTACT]
    return with_others(by_provider(contacts), s[booked_meeting_held])


def missed_unexplained(s: Situation) -> Days | Unknown:
    """Booked meetings missed without an explanation before the provider's attempt or the end of its two days."""
    missed = [m for m in s[meetings].missed if m.type is BOOKED]
    if not missed:
        return ()
    attempts = s[attempts_to_reach]
    if not isinstance(attempts, Doubtful):
        return _unexplained(s, missed, () if isinstance(attempts, Unknown) else attempts)
    certain, possible = (_unexplained(s, missed, days) for days in (attempts.certain, attempts.possible))
    return certain if certain == possible else Unknown(*attempts.missing)


def _unexplained(s: Situation, missed: Sequence[Meeting], attempts: Days) -> Days:
    return [m.on for m in missed if m.explained_on is None or not _explained_first(s, m, m.explained_on, attempts)]


def _explained_first(s: Situation, missed: Meeting, explained: date, attempts: Days) -> bool:
    place = bisect_left(attempts, missed.on)
    if place < len(attempts) and attempts[place] < explained:
        return False
    last = last_day_known(MISSED_MEETING_PERIOD, missed.on, s)
    return last is not None and explained <= last


# ── European Social Fund ─────────────────────────────────────────────────────────────────────────────────────────


initial_form_sent = document_issued_to(Document.ESF_INITIAL_FORM, ESF_TEAM)
end_form_sent = document_issued_to(Document.ESF_END_FORM, ESF_TEAM)


def referral_meeting(s: Situation) -> Days:
    """The eligibility and referral meeting, which marks provision that the ESF funds directly."""
    return s[meetings].held_by_type.get(ELIGIBILITY_REFERRAL, ())


def esf_forms_worked_on(s: Situation) -> list[Row]:
    """What is told of the ESF forms that were filled in or signed."""
    updates = s[updates_by_document]
    return [d for form in ESF_FORMS for d in updates.get(form, ())]


def signature_kinds(s: Situation) -> frozenset[SignatureKind]:
    """How the ESF forms are signed, as far as it is told."""
    return frozenset([form["signature"] for form in s[esf_forms_worked_on] if form["signature"] is not None])


def last_day_known(period: Period, trigger: date, s: Situation) -> date | None:
    """The last day of a period, from expected holidays where none are proclaimed; None beyond every known day."""
    try:
        return period.after(trigger, s.calendar.projected)
    except OutsideCalendar:
        return None
