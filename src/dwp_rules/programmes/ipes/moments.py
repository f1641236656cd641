"""The moments of IPES: days on which something was done, and the days on provision by phase."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from dwp_rules.facts import (
    Activity,
    Contact,
    ContactResult,
    Disengaged,
    Document,
    DocumentIssued,
    DocumentStep,
    DocumentUpdated,
    Notification,
    NotificationTopic,
    Party,
    ReEngaged,
    ReferralCancelled,
    SupportKind,
    SupportOffered,
    WorkKind,
    WorkStarted,
)
from dwp_rules.facts.base import Row
from dwp_rules.facts.moments import by_provider, issued_by_document, not_rejected
from dwp_rules.facts.situation import Days, Doubtful, Situation, Unknown
from dwp_rules.programmes.ipes.completion import extension_entered
from dwp_rules.programmes.ipes.engagement import disengaged_on
from dwp_rules.programmes.ipes.referral import days_met, in_person, meetings
from dwp_rules.programmes.ipes.timeline import PRE_WORK, into_the_extension, journey
from dwp_rules.programmes.ipes.work import clock, in_work, jobs, start_day, stretches
from dwp_rules.standards import Span
from dwp_rules.standards.daily import Attempts, InDoubt
from dwp_rules.standards.hours import Occurrence
from dwp_rules.standards.matters import Matter

PLAN = Document.ACTION_PLAN
SIGNED = DocumentStep.SIGNED
UPDATES = (DocumentStep.UPDATED, DocumentStep.AGREED, DocumentStep.FINALISED)
FACE_TO_FACE = SupportKind.FACE_TO_FACE_CONTACT
PARTICIPANT = Party.PARTICIPANT
MADE = ContactResult.MADE
EMPLOYED, SELF_EMPLOYED = WorkKind.EMPLOYED, WorkKind.SELF_EMPLOYED
BOTH_PARTIES = frozenset({Party.PARTICIPANT, Party.PROVIDER})

# Made as a tuple is: rules ask for these in every case, and the constructor of a named tuple costs as much again.
_new = tuple.__new__


def initial_meeting_attended(s: Situation) -> Days:
    """Days of initial meetings attended; one told to be held otherwise than in person does not count (2.19)."""
    return [m.on for m in s[meetings].initial_held if in_person(m) is not False]


def meeting_due(s: Situation) -> bool:
    """Whether the initial meeting is still to be held or was: of one who never came the result alone is judged."""
    return s[not_rejected] and (not s.of(ReferralCancelled) or bool(s[initial_meeting_attended]))


class PlanSteps(NamedTuple):
    """The days on which the action plan was updated, and its signatures."""

    updated: list[date]
    signatures: list[Row]


def plan_steps(s: Situation) -> PlanSteps:
    """What was done with the action plan, gathered in one pass."""
    updated: list[date] = []
    signatures: list[Row] = []
    for told in s.rows(DocumentUpdated):
        if told["document"] is PLAN:
            step = told["step"]
            if step in UPDATES:
                updated.append(told["on"])
            elif step is SIGNED:
                signatures.append(told)
    return PlanSteps(updated, signatures)


def plan_updated(s: Situation) -> Days:
    """Days on which the action plan was updated."""
    return s[plan_steps].updated


def plan_signed(s: Situation) -> Days:
    """Days on which the action plan had been signed by both parties; a signature of nobody in particular is of both."""
    signers: dict[date, set[Party]] = {}
    for signed in s[plan_steps].signatures:
        by = signed["signed_by"]
        signers.setdefault(signed["on"], set()).update(BOTH_PARTIES if by is None else by)
    return [on for on, parties in signers.items() if parties >= BOTH_PARTIES]


def plan_signed_by_participant(s: Situation) -> Days:
    """Days on which the participant signed the action plan."""
    signatures = s[plan_steps].signatures
    return [d["on"] for d in signatures if d["signed_by"] is None or PARTICIPANT in d["signed_by"]]


def face_to_face_meetings(s: Situation) -> Days | Unknown:
    """Days of meetings after the initial one that everyone attended in person."""
    known = s[meetings]
    return Unknown("meeting.channels") if known.later_unknown else known.later_in_person


def contact_offered(s: Situation) -> Days:
    """Days on which face-to-face contact was offered, taken up or not."""
    return [told["on"] for told in s.rows(SupportOffered) if told["what"] is FACE_TO_FACE]


def on_provision(s: Situation) -> Sequence[Span]:
    """The days on provision; unsure where facts that are missing decide whether it has ended."""
    provision = s[journey]
    if provision.start is None:
        return []
    last = provision.latest_end_date if provision.missing else provision.end_date
    return [_new(Span, (provision.start, last, provision.missing))]


def in_pre_work_support(s: Situation) -> Sequence[Span]:
    """The days of pre-work support."""
    provision = s[journey]
    missing = provision.missing
    runs = provision.end_date is None and not missing
    spans: list[Span] = []
    for phase in provision.phases:
        name, _first_day, _last_day, first, last = phase
        if name == PRE_WORK:
            spans.append(_new(Span, (first, None if runs and phase is provision.phases[-1] else last, missing)))
    return spans


def in_work_support(s: Situation) -> Sequence[Span]:
    """The days of in-work support, the extension included: a span for each stretch of work."""
    spans: list[Span] = []
    for provision_last in s[on_provision]:
        _first, end, unsure = provision_last
        for first, last in s[stretches]:
            if end is None or first <= end:
                spans.append(_new(Span, (first, last if end is None else min(last or end, end), unsure)))
    return spans


def phase_on(s: Situation, day: date) -> str:
    """The phase of a day; none outside provision."""
    phases = s[journey].phases
    place = bisect_right(phases, day, key=_FROM_DATE)
    return phases[place - 1].name if place and day <= phases[place - 1].to_date else ""


_FROM_DATE = attrgetter("from_date")


def extension_due(s: Situation) -> Sequence[Matter]:
    """The entry of the extension, for someone in work as day 456 comes: by that day (2.54)."""
    provision, start = s[journey], s[start_day]
    if not start or not s[jobs]:
        return []
    due = s[clock].day_456
    if not into_the_extension(provision) and (provision.end_date is not None or not in_work(s, s.as_of)):
        return []
    return [_new(Matter, (due, s[extension_entered]))]


def jobs_begun(s: Situation) -> Sequence[WorkStarted]:
    """Work begun during provision."""
    held = s[jobs]
    if not held:
        return ()
    end, start = s[journey].end_date, s[start_day][0]
    return [work for first, _last, work in held if work.on >= start and (end is None or first <= end)]


def employer_plans(s: Situation) -> Sequence[Matter]:
    """For each employment begun on provision, the days on which its employer support plan was issued (2.62)."""
    begun = s[jobs_begun]
    if not begun:
        return []
    employments = [work for work in begun if work.work is EMPLOYED]
    if not employments:
        return []
    plans = s[issued_by_document].get(Document.EMPLOYER_SUPPORT_PLAN, ())
    untold = any(plan["to"] is None for plan in plans)
    certain = _first_plans(employments, [plan for plan in plans if plan["to"] is Party.EMPLOYER])
    if not untold:
        return [_new(Matter, (work.on, days)) for work, days in zip(employments, certain, strict=True)]
    possible = _first_plans(employments, [plan for plan in plans if plan["to"] is None or plan["to"] is Party.EMPLOYER])
    return [
        Matter(work.on, Doubtful(known, maybe, "document_issued.to"))
        for work, known, maybe in zip(employments, certain, possible, strict=True)
    ]


def _first_plans(employments: Sequence[WorkStarted], plans: Sequence[Row]) -> Sequence[Days]:
    """The day of the first plan for each job: one that bears its id, or from its first day on one that bears none."""
    issued: dict[str | None, list[date]] = {}
    for plan in plans:
        issued.setdefault(plan["work_id"], []).append(plan["on"])
    a_job_has_none = None in {work.work_id for work in employments}
    for_any = [plan["on"] for plan in plans] if a_job_has_none else issued.get(None, [])
    return [_first_plan(work, issued, for_any) for work in employments]


def _first_plan(work: WorkStarted, issued: dict[str | None, list[date]], for_any: list[date]) -> Days:
    own = [] if work.work_id is None else issued.get(work.work_id, [])[:1]
    if not for_any:
        return own
    place = bisect_left(for_any, work.on)
    return sorted([*own, *for_any[place : place + 1]])[:1]


def self_employment_entries(s: Situation) -> Sequence[Matter]:
    """For each self-employment, the day the provider was told and the day it was entered (5.18)."""
    begun = s[jobs_begun]
    if not begun:
        return ()
    return [
        Matter(
            Unknown("work_started.told_on") if work.told_on is None else work.told_on,
            Unknown("work_started.recorded_on") if work.recorded_on is None else (work.recorded_on,),
        )
        for work in begun
        if work.work is SELF_EMPLOYED
    ]


def produced(document: Document, s: Situation) -> Days:
    """Days on which a document was finalised or issued."""
    finalised = [d.on for d in s.of(DocumentUpdated) if d.document is document and d.step is DocumentStep.FINALISED]
    return sorted([*finalised, *(d.on for d in s.of(DocumentIssued) if d.document is document)])


def progress_report_produced(s: Situation) -> Days:
    """Days on which the progress report was finalised or issued."""
    return produced(Document.PROGRESS_REPORT, s)


# ── disengagement ────────────────────────────────────────────────────────────────────────────────────────────────


def disengagements(s: Situation) -> Sequence[Occurrence]:
    """Each disengagement on provision: recorded, or a meeting or agreed activity missed by someone engaged (2.59)."""
    provision = s[journey]
    if provision.start is None:
        return []
    missed = s[meetings].not_held
    if s.of(Activity):
        missed = missed + [told["on"] for told in s.rows(Activity) if told["complied"] is False]
    if not missed and not s.of(Disengaged):
        return []
    rows = reversed(s.rows(Disengaged))
    told = {row["on"]: _new(Occurrence, (row["on"], row["at"], "disengaged.at")) for row in rows}
    for on in missed:
        if on not in told and not disengaged_on(s, on):
            told[on] = Occurrence(on)
    start, end = provision.start, provision.end_date or s.as_of
    return [told[on] for on in sorted(told) if start <= on <= end]


def reached(s: Situation) -> Sequence[Occurrence]:
    """Contact made with the participant, a meeting after a disengagement, or the participant engaging again."""
    contacts = [
        _new(Occurrence, (told["on"], told["at"], "contact.at"))
        for told in s.rows(Contact)
        if told["result"] is MADE and told["by"] not in (None, PARTICIPANT)
    ]
    left, met = s[disengagements], s[days_met]
    if left and met:
        contacts += [_new(Occurrence, (on, None, "")) for on in met[bisect_left(met, left[0].on) :]]
    contacts += [_new(Occurrence, (told["on"], told["at"], "")) for told in s.rows(ReEngaged)]
    contacts.sort(key=_DAY)
    return contacts


def maybe_reached(s: Situation) -> Sequence[Occurrence]:
    """Contacts made since the first disengagement that do not say by whom: the provider may have reached out."""
    left = s[disengagements]
    untold = [c for c in s.rows(Contact) if c["by"] is None and c["result"] is MADE] if left else ()
    return [Occurrence(c["on"], c["at"]) for c in untold if c["on"] >= left[0].on] if untold else ()


def reached_if_known(s: Situation) -> Sequence[Occurrence] | Unknown:
    """When the participant was reached; unknown where a contact of untold origin may have come first."""
    maybe = s[maybe_reached]
    if not maybe:
        return s[reached]
    known = [one.on for one in s[reached]]
    return Unknown("contact.by") if [one for one in maybe if one.on not in known] else s[reached]


def valid_reason_advised(s: Situation) -> Days:
    """Days on which the Jobcentre advised that there is a valid reason for not engaging (2.61)."""
    if not s.of(Notification):
        return ()
    return [n.on for n in s.of(Notification) if n.topic is NotificationTopic.VALID_REASON]


def attempts_due(s: Situation) -> Sequence[Attempts]:
    """For each disengagement, the provider's attempts, and the day from which no more are needed (2.61)."""
    if not s[disengagements]:
        return []
    tried = by_provider(s.rows(Contact))
    end = s[journey].end_date
    if not isinstance(tried, Doubtful):
        attempted = frozenset(() if isinstance(tried, Unknown) else tried)
        return [Attempts(trigger.on, attempted, _settled_on(s, trigger, end)) for trigger in s[disengagements]]
    return [
        Attempts(
            trigger.on,
            frozenset(tried.certain),
            _settled_on(s, trigger, end),
            InDoubt(frozenset(tried.possible), _first_after(s[maybe_reached], trigger), *tried.missing),
        )
        for trigger in s[disengagements]
    ]


def _settled_on(s: Situation, trigger: Occurrence, end: date | None) -> date | None:
    answers = [_first_after(s[reached], trigger), _first_from(s[valid_reason_advised], trigger.on), end]
    return min([on for on in answers if on is not None], default=None)


def _first_after(known: Sequence[Occurrence], trigger: Occurrence) -> date | None:
    """The day of the first that follows a trigger; of one with an instant, by the instants where they are told."""
    if trigger.at is None:
        place = bisect_left(known, trigger.on, key=_DAY)
        return known[place].on if place < len(known) else None
    after = (one for one in known if (one.on >= trigger.on if one.at is None else one.at >= trigger.at))
    return next((one.on for one in after), None)


def _first_from(days: Days, first: date) -> date | None:
    place = bisect_left(days, first)
    return days[place] if place < len(days) else None


_DAY = attrgetter("on")
