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
    DocumentUpdated,
    Meeting,
    MeetingType,
    Party,
    ReferralCancelled,
    SignatureKind,
)
from dwp_rules.facts.moments import (
    acknowledged,
    booked_meeting_held,
    contact_made,
    initial_meeting_held,
    issued_by_document,
    meetings,
    not_rejected,
    result_entered,
    updates_by_document,
)
from dwp_rules.facts.situation import Days, Moment, Situation, Unknown

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
    "met_or_not_cancelled",
    "missed_unexplained",
    "referral_meeting",
    "signature_kinds",
]

ESF_TEAM = frozenset({Party.ESF_ADMIN_TEAM, Party.DWP, None})
ESF_FORMS = (Document.ESF_INITIAL_FORM, Document.ESF_END_FORM)
PARTICIPANT, FIRST_CONTACT = Party.PARTICIPANT, ContactPurpose.FIRST_CONTACT
MISSED_MEETING_PERIOD = working_days(2)

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


# ── meetings ─────────────────────────────────────────────────────────────────────────────────────────────────────


def agreed_frequencies(s: Situation) -> Sequence[tuple[date, Period]]:
    """The intervals that the participant asked for, each from its day."""
    asked_for = s.participant.contact_frequency
    return [(f.starts_on, working_days(f.working_days)) for f in asked_for] if asked_for else ()


def attempts_to_reach(s: Situation) -> Days:
    """The provider's attempts to reach the participant about how things stand, and meetings that took place."""
    attempts = [c.on for c in s.of(Contact) if c.by is not PARTICIPANT and c.purpose is not FIRST_CONTACT]
    return sorted([*attempts, *s[booked_meeting_held]])


def missed_unexplained(s: Situation) -> Days:
    """Booked meetings missed without an explanation before the provider's attempt or the end of its two days."""
    missed = [m for m in s[meetings].missed if m.type is MeetingType.BOOKED]
    if not missed:
        return ()
    return [m.on for m in missed if m.explained_on is None or not _explained_first(s, m, m.explained_on)]


def _explained_first(s: Situation, missed: Meeting, explained: date) -> bool:
    attempts = s[attempts_to_reach]
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


def referral_meeting(s: Situation) -> Days:
    """The eligibility and referral meeting, which marks provision that the ESF funds directly."""
    return s[meetings].held_by_type.get(MeetingType.ELIGIBILITY_REFERRAL, ())


def esf_forms_worked_on(s: Situation) -> list[DocumentUpdated]:
    """The ESF forms that were filled in or signed."""
    updates = s[updates_by_document]
    return [d for form in ESF_FORMS for d in updates.get(form, ())]


def signature_kinds(s: Situation) -> frozenset[SignatureKind]:
    """How the ESF forms are signed, as far as it is told."""
    return frozenset(form.signature for form in s[esf_forms_worked_on] if form.signature is not None)


def last_day_known(period: Period, trigger: date, s: Situation) -> date | None:
    """The last day of a period, from expected holidays where none are proclaimed; None beyond every known day."""
    try:
        return period.after(trigger, s.calendar.projected)
    except OutsideCalendar:
        return None
