"""When someone completes Job Finding Support (5.02): the five conditions, each with the day on which it was met."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from dwp_rules.facts import (
    Document,
    DocumentStep,
    DocumentUpdated,
    Meeting,
    MeetingType,
    OfferResponse,
    Party,
    ProvisionEnded,
    SupportKind,
    SupportOffered,
)
from dwp_rules.facts.moments import issued_by_document, issued_to
from dwp_rules.facts.situation import Days, Situation, Unknown, both_ways
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.starting_moments import start_day
from dwp_rules.rules import Finding, Rule

__all__ = [
    "COMPLETED",
    "COMPLETER",
    "completion_conditions_met",
    "completion_findings",
    "cv_finding",
    "cv_ready",
    "finalised_plans",
    "is_one_to_one",
    "one_to_one_minutes",
    "plan_to_participant",
    "recorded_ends",
]

COMPLETED = "completed"

COMPLETER = Rule(
    "JFS-COMPLETE-01",
    "Completer",
    GUIDANCE.paragraphs("5.02"),
    note="'As appropriate': without a group session where none was appropriate. A mock interview, two sessions and "
    "peers are offered, not conditions; the 20 working days are CSS 4, not a condition. The JFAP is agreed after the "
    "draft.",
    counts_by=("JFS-COMPLETE-02", "JFS-CV-01"),
)
completer = COMPLETER.met("completer", "all five conditions were met on {on}")
not_completer = COMPLETER.not_met("not_completer", "wanting: {missing}")

FOUR_HOURS = Rule(
    "JFS-COMPLETE-02",
    "4 hours actually completed",
    GUIDANCE.paragraphs("5.02", "Annex 3 (One-to-one)"),
    note="Attended 1-2-1 time only; the initial meeting is such a contact and counts.",
)
enough_minutes = FOUR_HOURS.met("four_hours_completed", "{one_to_one_minutes} minutes of 1-2-1 contact")
too_few_minutes = FOUR_HOURS.not_met(
    "under_four_hours", "{one_to_one_minutes} minutes of 1-2-1 contact; needed are {needed}"
)

CV = Rule(
    "JFS-CV-01",
    "CV condition",
    GUIDANCE.paragraphs("1.28", "4.11", "4.12", "4.13", "4.14", "5.02"),
    note="A refusal of help, its reason recorded, satisfies someone who has a CV; one who has none and refuses does "
    "not.",
)
cv_made = CV.met("cv_made", "the CV was made or improved on {on}")
cv_left = CV.met("cv_left_as_it_is", "the CV is left as it is, which was recorded on {on}")
no_cv = CV.not_met("no_cv", "no CV was made or improved, and no refusal recorded")

FOUR_HOURS_IN_MINUTES = 240
"""A minimum of 4 hours of direct 1-2-1 contact (5.02)."""
ONE_TO_ONE = frozenset({MeetingType.INITIAL, MeetingType.ONE_TO_ONE, MeetingType.BOOKED})
SUMMARY = frozenset({"summary", "summary_of_activities"})
NEXT_STEPS = "next_steps"
PARTICIPANT = frozenset({Party.PARTICIPANT})


class Met(NamedTuple):
    """One condition: what it is called, the day on which it was met, and the facts that it waits for."""

    name: str
    on: date | None
    missing: tuple[str, ...] = ()


def is_one_to_one(meeting: Meeting) -> bool:
    """Whether the adviser dealt with a single customer (Annex 3)."""
    return meeting.type in ONE_TO_ONE and (meeting.group_size is None or meeting.group_size <= 1)


def one_to_one_meetings(s: Situation) -> tuple[Meeting, ...]:
    """The 1-2-1 meetings that were attended, the initial one among them."""
    return tuple(m for m in s.of(Meeting) if m.attended and is_one_to_one(m))


def one_to_one_minutes(s: Situation) -> int:
    """The minutes of 1-2-1 contact, as far as they are told."""
    return sum(m.minutes or 0 for m in s[one_to_one_meetings])


def four_hours(s: Situation) -> Met:
    """At least 4 hours of direct 1-2-1 contact, and the day that completed them."""
    meetings = s[one_to_one_meetings]
    so_far = accumulate(m.minutes or 0 for m in meetings)
    reached = (m.on for m, total in zip(meetings, so_far, strict=True) if total >= FOUR_HOURS_IN_MINUTES)
    on = next(reached, None)
    untold = ("meeting.minutes",) if on is None and any(m.minutes is None for m in meetings) else ()
    return Met("four_hours_one_to_one", on, untold)


def group_session(s: Situation) -> Met:
    """A group session attended; from the start where none was appropriate."""
    start = s[start_day]
    if not s.participant.group_session_appropriate and start:
        return Met("group_session", start[0])
    held = (m.on for m in s.of(Meeting) if m.attended and m.type is MeetingType.GROUP)
    return Met("group_session", next(held, None))


def cv_updates(s: Situation) -> Days:
    """The days on which the CV was drafted, improved or finalised."""
    return [d.on for d in s.of(DocumentUpdated) if d.document is Document.CV]


def cv_refusals(s: Situation) -> tuple[SupportOffered, ...]:
    """Offers of help with the CV that were declined, or found not to be required."""
    settled = {OfferResponse.DECLINED, OfferResponse.NOT_REQUIRED}
    return tuple(o for o in s.of(SupportOffered) if o.what is SupportKind.CV_HELP and o.response in settled)


def cv_ready(s: Situation) -> Met:
    """A CV made or improved, or its improvement refused with the reason recorded."""
    made, refused = s[cv_updates], s[cv_refusals]
    settled = [o.on for o in refused if o.response is OfferResponse.NOT_REQUIRED or o.reason_recorded]
    has_cv = s.participant.existing_cv
    days = [*made, *(settled if has_cv else ())]
    if days:
        return Met("cv", min(days))
    if has_cv and any(o.reason_recorded is None for o in refused):
        return Met("cv", None, ("support_offered.reason_recorded",))
    return Met("cv", None, ("existing_cv",) if has_cv is None and refused else ())


def finalised_plans(s: Situation) -> tuple[DocumentUpdated, ...]:
    """The times that the JFAP was finalised."""
    updates = s.of(DocumentUpdated)
    return tuple(d for d in updates if d.document is Document.ACTION_PLAN and d.step is DocumentStep.FINALISED)


def plan_agreed(s: Situation) -> frozenset[date]:
    """The days on which the JFAP was agreed."""
    agreed = (d for d in s.of(DocumentUpdated) if d.document is Document.ACTION_PLAN and d.step is DocumentStep.AGREED)
    return frozenset(d.on for d in agreed)


def agreed_since_start(s: Situation) -> bool:
    """Whether the JFAP was agreed on a day after the start, on which its draft was."""
    start, agreed = s[start_day], s[plan_agreed]
    return max(agreed, default=date.min) > start[0] if start else bool(agreed)


def agreed_after_draft(s: Situation, finalised: DocumentUpdated) -> bool:
    """Whether the finalised JFAP was agreed: signed by the participant, or agreed after the day of the start."""
    if finalised.signed_by is not None and Party.PARTICIPANT in finalised.signed_by:
        return True
    return s[agreed_since_start] or finalised.on in s[plan_agreed]


def finalised_plan(s: Situation) -> Met:
    """The JFAP agreed and finalised, with a summary and next steps."""
    missing: dict[str, None] = {}
    for plan in s[finalised_plans]:
        waits_for = _plan_waits_for(s, plan)
        if waits_for is not None and not waits_for:
            return Met("finalised_jfap", plan.on)
        missing |= dict.fromkeys(waits_for or ())
    return Met("finalised_jfap", None, tuple(missing))


def _plan_waits_for(s: Situation, plan: DocumentUpdated) -> tuple[str, ...] | None:
    """The facts that decide whether a plan is as it should be: none if it is, None if it is not."""
    agreed, sections = agreed_after_draft(s, plan), plan.sections
    complete = sections is None or bool(sections & SUMMARY and NEXT_STEPS in sections)
    if not complete or not (agreed or plan.signed_by is None):
        return None
    by_sections = () if sections is not None else ("document_updated.sections",)
    return by_sections if agreed else (*by_sections, "document_updated.signed_by")


def plan_to_participant(s: Situation) -> Days | Unknown:
    """The days on which the finalised JFAP went to the participant."""
    finalised = [plan.on for plan in s[finalised_plans]]
    issued = s[issued_by_document].get(Document.ACTION_PLAN, ()) if finalised else ()
    return issued_to([d for d in issued if d["on"] >= finalised[0]], PARTICIPANT)


def copy_provided(s: Situation) -> Met:
    """A copy of the finalised JFAP given to the participant; the first that may be one decides the day."""
    certain, possible = both_ways(s[plan_to_participant])
    if certain[:1] == possible[:1]:
        return Met("jfap_copy", next(iter(certain), None))
    return Met("jfap_copy", None, ("document_issued.to",))


def conditions(s: Situation) -> tuple[Met, ...]:
    """The five conditions of 5.02."""
    return (s[four_hours], s[group_session], s[cv_ready], s[finalised_plan], s[copy_provided])


def recorded_ends(*reasons: str) -> Callable[[Situation], Days]:
    """Make the moment at which an end is recorded for one of these reasons."""

    def recorded(s: Situation) -> Days:
        return tuple(end.on for end in s.of(ProvisionEnded) if end.reason in reasons)

    return recorded


recorded_completion = recorded_ends(COMPLETED)


def completion_conditions_met(s: Situation) -> Days | Unknown:
    """The day on which the last of the five conditions was met; a recorded completion stands for it otherwise."""
    start = s[start_day]
    if not start:
        return ()
    met = s[conditions]
    if all(one.on is not None for one in met):
        return (max(start[0], *(one.on for one in met if one.on is not None)),)
    if s[recorded_completion]:
        return s[recorded_completion]
    missing = [name for one in met for name in one.missing]
    impossible = any(one.on is None and not one.missing for one in met)
    return () if impossible or not missing else Unknown(*missing)


def completion_findings(s: Situation) -> Sequence[Finding]:
    """Whether the participant is a completer, and how much 1-2-1 contact there was."""
    return (_completer(s), _minutes(s)) if s[start_day] else ()


def _completer(s: Situation) -> Finding:
    met = s[conditions]
    wanting = tuple(one.name for one in met if one.on is None and not one.missing)
    if wanting:
        return not_completer.found(False, ("completer", False), ("missing", wanting))
    missing = tuple(name for one in met for name in one.missing)
    if missing:
        return COMPLETER.unknown(*missing)
    on = max(one.on for one in met if one.on is not None)
    return completer.found(True, ("completer", True), ("missing", ()), ("on", on))


def _minutes(s: Situation) -> Finding:
    condition, minutes = s[four_hours], s[one_to_one_minutes]
    if condition.missing:
        return FOUR_HOURS.unknown(*condition.missing)
    if condition.on is not None:
        return enough_minutes.found(minutes, ("one_to_one_minutes", minutes))
    return too_few_minutes.found(minutes, ("one_to_one_minutes", minutes), ("needed", FOUR_HOURS_IN_MINUTES))


def cv_finding(s: Situation) -> Sequence[Finding]:
    """Whether the CV condition is met."""
    if not s[start_day] and not s[cv_updates] and not s[cv_refusals]:
        return ()
    condition = s[cv_ready]
    if condition.missing:
        return (CV.unknown(*condition.missing),)
    if condition.on is None:
        return (no_cv.found(False, ("cv_condition_met", False)),)
    reason = cv_made if condition.on in s[cv_updates] else cv_left
    return (reason.found(True, ("cv_condition_met", True), ("on", condition.on)),)
