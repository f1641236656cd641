"""Moments that several programmes share: named functions from a situation to the days on which something happened."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dwp_rules.facts.base import Row
from dwp_rules.facts.enums import (
    ContactResult,
    Document,
    DocumentStep,
    EmployerRelationship,
    MeetingType,
    Party,
    ReferralDecision,
    WorkKind,
)
from dwp_rules.facts.events import (
    Contact,
    DocumentIssued,
    DocumentUpdated,
    Meeting,
    Referral,
    ReferralAcknowledged,
    ReferralCancelled,
    Start,
    WorkEnded,
    WorkStarted,
)
from dwp_rules.facts.situation import Days, Doubtful, Moment, Situation, Unknown, days_or_doubt

__all__ = [
    "acknowledged",
    "booked_meeting_held",
    "booked_meeting_missed",
    "by_provider",
    "contact_attempted",
    "contact_made",
    "document_issued",
    "document_issued_to",
    "document_stepped",
    "initial_meeting_held",
    "issued_by_document",
    "issued_to",
    "meetings",
    "not_rejected",
    "referral_received",
    "referral_sent",
    "result_entered",
    "start_days",
    "updates_by_document",
    "with_others",
    "working_spells",
]

# Rules ask for these for every case: a name of the module is found sooner than a member of an enumeration.
ACCEPT, REJECT = ReferralDecision.ACCEPT, ReferralDecision.REJECT
MADE = ContactResult.MADE
PARTICIPANT = Party.PARTICIPANT
INITIAL, BOOKED = MeetingType.INITIAL, MeetingType.BOOKED
UNRELATED = EmployerRelationship.UNRELATED
EMPLOYED = WorkKind.EMPLOYED


def referral_sent(s: Situation) -> Days:
    """The day DWP made the referral; where there are two the earlier counts."""
    referrals = s.rows(Referral)
    return (referrals[0]["on"],) if referrals else ()


def referral_received(s: Situation) -> Days:
    """The day the provider received the referral: the day it was made, unless told; none while it is on its way."""
    referrals = s.rows(Referral)
    if not referrals:
        return ()
    received: date = referrals[0]["received_on"] or referrals[0]["on"]
    return (received,) if received <= s.as_of else ()


def acknowledged(s: Situation) -> Days:
    """The days on which the referral was accepted or rejected on PRaP."""
    return sorted([a["recorded_on"] or a["on"] for a in s.rows(ReferralAcknowledged)])


def accepted(s: Situation) -> Days:
    """The days on which the referral was accepted on PRaP."""
    return sorted([a["recorded_on"] or a["on"] for a in s.rows(ReferralAcknowledged) if a["decision"] is ACCEPT])


def not_rejected(s: Situation) -> bool:
    """Whether the provider did not reject the referral: after a rejection nothing more is due."""
    return not [a for a in s.rows(ReferralAcknowledged) if a["decision"] is REJECT]


class Meetings(NamedTuple):
    """The meetings of a case by what became of them, gathered in one pass: many rules ask."""

    held: list[date]
    held_by_type: dict[MeetingType, list[date]]
    missed: list[Meeting]


def meetings(s: Situation) -> Meetings:
    """The days of the meetings that took place and were attended, and the meetings that were missed."""
    held: list[date] = []
    by_type: dict[MeetingType, list[date]] = {}
    missed: list[Meeting] = []
    for place, meeting in enumerate(s.rows(Meeting)):
        if not meeting["attended"]:
            missed.append(s.of(Meeting)[place])
            continue
        kind, on = meeting["type"], meeting["on"]
        held.append(on)
        if kind in by_type:
            by_type[kind].append(on)
        else:
            by_type[kind] = [on]
    return Meetings(held, by_type, missed)


def by_provider(contacts: Sequence[Row]) -> Days | Unknown:
    """Give the days of contacts that did not come from the participant; in doubt where one does not say by whom."""
    known = [c["on"] for c in contacts if c["by"] is not None and c["by"] is not PARTICIPANT]
    if len(known) == len(contacts):
        return known
    return days_or_doubt(known, [c["on"] for c in contacts if c["by"] is None], "contact.by")


def contact_made(s: Situation) -> Days | Unknown:
    """Days on which the provider reached the person, by contact or by a meeting that was attended."""
    return with_others(by_provider([c for c in s.rows(Contact) if c["result"] is MADE]), s[meetings].held)


def contact_attempted(s: Situation) -> Days | Unknown:
    """Days on which the provider tried to reach the person, successfully or not."""
    return by_provider(s.rows(Contact))


def with_others(days: Days | Unknown, others: Days) -> Days | Unknown:
    """Add further days to some, as far as those are known."""
    if isinstance(days, Doubtful):
        return Doubtful(sorted((*days.certain, *others)), sorted((*days.possible, *others)), *days.missing)
    return days if isinstance(days, Unknown) else sorted((*days, *others))


def initial_meeting_held(s: Situation) -> Days:
    """Days on which an initial meeting took place and was attended."""
    return s[meetings].held_by_type.get(INITIAL, ())


def initial_meeting_missed(s: Situation) -> Days:
    """Days of initial meetings that the person did not attend."""
    return [m.on for m in s[meetings].missed if m.type is INITIAL]


def booked_meeting_held(s: Situation) -> Days:
    """Days of booked meetings that took place."""
    return s[meetings].held_by_type.get(BOOKED, ())


def booked_meeting_missed(s: Situation) -> Days:
    """Days of booked meetings that the person missed."""
    return [m.on for m in s[meetings].missed if m.type is BOOKED]


def result_entered(s: Situation) -> Days | Unknown:
    """The day on which a start, or that there was none, was entered on PRaP; unknown where an earlier entry may be."""
    results = s.rows(Start) + s.rows(ReferralCancelled)
    if not results:
        return ()
    entered = sorted([result["recorded_on"] for result in results if result["recorded_on"] is not None])
    for result in results:
        if result["recorded_on"] is None and (not entered or result["on"] < entered[0]):
            return Unknown(f"{result['kind']}.recorded_on")
    return entered


def start_days(s: Situation) -> Days:
    """The recorded start, or the day on which the person agreed to start at an initial meeting."""
    starts = s.rows(Start)
    if starts:
        return (starts[0]["on"],)
    agreed = [
        m["agreed_to_start_on"]
        for m in s.rows(Meeting)
        if m["attended"] and m["type"] is INITIAL and m["agreed_to_start_on"] is not None
    ]
    return (min(agreed),) if agreed else ()


def issued_by_document(s: Situation) -> dict[Document, list[Row]]:
    """What is told of the documents that were handed over, sent or returned, by what they are."""
    return _by_document(s.rows(DocumentIssued))


def updates_by_document(s: Situation) -> dict[Document, list[Row]]:
    """What is told of the steps that documents took, by what they are."""
    return _by_document(s.rows(DocumentUpdated))


def _by_document(rows: tuple[Row, ...]) -> dict[Document, list[Row]]:
    gathered: dict[Document, list[Row]] = {}
    for row in rows:
        document = row["document"]
        if document in gathered:
            gathered[document].append(row)
        else:
            gathered[document] = [row]
    return gathered


def document_issued(document: Document, *, to: Party | None = None) -> Moment:
    """Make the moment at which a document was issued (to one party, if told)."""

    def issued(s: Situation) -> Days:
        return [d["on"] for d in s[issued_by_document].get(document, ())]

    return issued if to is None else document_issued_to(document, frozenset({to}))


def document_issued_to(document: Document, parties: frozenset[Party]) -> Moment:
    """Make the moment at which a document was issued to one of some parties; in doubt where nobody is named."""

    def issued(s: Situation) -> Days | Unknown:
        found = s[issued_by_document].get(document)
        return issued_to(found, parties) if found else ()

    return issued


def issued_to(documents: Sequence[Row], parties: frozenset[Party]) -> Days | Unknown:
    """Give the days on which documents went to one of some parties; in doubt where one does not say to whom."""
    known = [d["on"] for d in documents if d["to"] in parties]
    if len(known) == len(documents):
        return known
    return days_or_doubt(known, [d["on"] for d in documents if d["to"] is None], "document_issued.to")


def document_stepped(document: Document, *steps: DocumentStep) -> Moment:
    """Make the moment at which a document took one of these steps."""

    def stepped(s: Situation) -> Days:
        return [d["on"] for d in s[updates_by_document].get(document, ()) if d["step"] in steps]

    return stepped


def working_spells(s: Situation) -> tuple[tuple[date, date | None, WorkStarted], ...]:
    """Spells of work, employed or self-employed, both days counted, with the event that opened each."""
    started = s.of(WorkStarted)
    if not started:
        return ()
    ends: dict[str | None, list[date]] = {}
    for ended in s.rows(WorkEnded):
        ends.setdefault(ended["work_id"], []).append(ended["on"])
    if not ends:
        return tuple([(row["on"], None, work) for row, work in zip(s.rows(WorkStarted), started, strict=True)])
    spells: list[tuple[date, date | None, WorkStarted]] = []
    for work in started:
        days = ends.get(work.work_id, [])
        place = bisect_left(days, work.on)
        spells.append((work.on, days[place] if place < len(days) else None, work))
    _close_the_only_one(spells, ends)
    return tuple(spells)


def _close_the_only_one(
    spells: list[tuple[date, date | None, WorkStarted]], ends: dict[str | None, list[date]]
) -> None:
    """Let an end that names no work, or work that no start names, close the only work that it can be of."""
    named = {work.work_id for _first, _last, work in spells}
    nameless = None in named
    untold = [on for name, days in ends.items() if name not in named and (nameless or name is None) for on in days]
    if not untold:
        return
    open_ones = [p for p, (_, last, work) in enumerate(spells) if last is None and not (nameless and work.work_id)]
    begun, running = 0, list[int]()
    for on in sorted(untold):
        while begun < len(open_ones) and spells[open_ones[begun]][0] <= on:
            running.append(open_ones[begun])
            begun += 1
        if len(running) == 1:
            first, _, work = spells[running[0]]
            spells[running.pop()] = (first, on, work)


def in_work_on(s: Situation, day: date) -> bool:
    """Whether a known spell of work covers the day; the day work ends is still in work."""
    return bool([work for first, last, work in s[working_spells] if first <= day and (last is None or day <= last)])


def engaged_by_provider(employer: EmployerRelationship | None) -> bool:
    """Whether the provider or its supply chain is the employer."""
    return employer is not None and employer is not UNRELATED


def is_employment(work: WorkStarted) -> bool:
    """Whether the work is employment rather than self-employment."""
    return work.work is EMPLOYED
