"""Faults between events: each event is sound in itself, together they cannot be right.

A caution never stops an answer. It names the events, and the rest of the case is still answered.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias, cast

from dwp_rules.facts.case import Case
from dwp_rules.facts.enums import ReferralDecision
from dwp_rules.facts.events import (
    AnyEvent,
    ChecklistRecorded,
    ClaimDecision,
    Contact,
    Cost,
    Died,
    Disengaged,
    DocumentIssued,
    DocumentRequested,
    DocumentUpdated,
    EarningsPayment,
    Escalation,
    EsfResult,
    Event,
    ExtensionEntered,
    Notification,
    OutcomeClaim,
    OutcomePayment,
    ProvisionEnded,
    ReEngaged,
    Referral,
    ReferralAcknowledged,
    ReferralCancelled,
    ReferralError,
    Start,
    WorkEnded,
    WorkStarted,
)
from dwp_rules.facts.order import in_order


class CautionCode(StrEnum):
    """The closed list of faults between events."""

    TWO_REFERRALS = "two_referrals"
    TWO_STARTS = "two_starts"
    TWO_ENDS = "two_ends"
    TWO_DEATHS = "two_deaths"
    ACKNOWLEDGED_BEFORE_REFERRAL = "acknowledged_before_referral"
    CANCELLED_BEFORE_REFERRAL = "cancelled_before_referral"
    START_BEFORE_REFERRAL = "start_before_referral"
    START_AND_CANCELLATION = "start_and_cancellation"
    START_THOUGH_REJECTED = "start_though_rejected"
    EXTENDED_BEFORE_START = "extended_before_start"
    END_BEFORE_START = "end_before_start"
    OUTCOME_BEFORE_START = "outcome_before_start"
    DECIDED_BEFORE_CLAIM = "decided_before_claim"
    WORK_ENDED_BEFORE_IT_STARTED = "work_ended_before_it_started"
    WORK_ENDED_WITHOUT_START = "work_ended_without_start"
    WORK_ENDED_OF_SEVERAL = "work_ended_of_several"
    RE_ENGAGED_WITHOUT_DISENGAGED = "re_engaged_without_disengaged"
    RECORDED_BEFORE_IT_HAPPENED = "recorded_before_it_happened"
    AFTER_DEATH = "after_death"


@dataclass(frozen=True, slots=True)
class Caution:
    """One fault between events: its code, a sentence, and the events concerned.

    The code is a `CautionCode`, or one of a programme's own.
    """

    code: str
    message: str
    events: tuple[AnyEvent, ...]


ByClass: TypeAlias = Mapping[type[Event], tuple[AnyEvent, ...]]
"""The events of a case by their class, in their order."""

Check: TypeAlias = Callable[[ByClass, tuple[AnyEvent, ...]], Sequence[Caution]]
"""Looks at the events of one kind, in their order, and gives the faults it finds."""

_NAMED_AT_MOST = 10
_NOTHING: tuple[Caution, ...] = ()


def _named(events: Sequence[AnyEvent]) -> str:
    named = ", ".join(f"{event.kind} on {event.on}" for event in events[:_NAMED_AT_MOST])
    unnamed = len(events) - _NAMED_AT_MOST
    return f"{named} and {unnamed} more" if unnamed > 0 else named


def _one_only(code: CautionCode, consequence: str) -> Check:
    def check(_by_class: ByClass, events: tuple[AnyEvent, ...]) -> Sequence[Caution]:
        if len(events) == 1:
            return _NOTHING
        # A referral that is itself marked as a duplicate may stand beside the one it repeats.
        counting = tuple(event for event in events if not vars(event).get("duplicate"))
        if len(counting) < 2:
            return _NOTHING
        return (Caution(code, f"There can be only one of these: {_named(counting)}; {consequence}.", counting),)

    return check


def _not_before(code: CautionCode, cause: type[Event]) -> Check:
    def check(by_class: ByClass, events: tuple[AnyEvent, ...]) -> Sequence[Caution]:
        causes = by_class.get(cause)
        if not causes or causes[0].on <= events[0].on:
            return _NOTHING
        early = tuple(event for event in events if event.on < causes[0].on)
        return (Caution(code, f"Before the {_named(causes[:1])}: {_named(early)}.", (*early, causes[0])),)

    return check


def _not_beside(code: CautionCode, other: type[Event]) -> Check:
    def check(by_class: ByClass, events: tuple[AnyEvent, ...]) -> Sequence[Caution]:
        others = by_class.get(other)
        if not others:
            return _NOTHING
        return (Caution(code, f"These exclude each other: {_named((*others, *events))}.", (*others, *events)),)

    return check


def _not_rejected(by_class: ByClass, events: tuple[AnyEvent, ...]) -> Sequence[Caution]:
    decisions = by_class.get(ReferralAcknowledged)
    if not decisions or ReferralDecision.ACCEPT in [decided.__dict__["decision"] for decided in decisions]:
        return _NOTHING
    message = f"The referral was rejected, yet there is a start: {_named((*decisions, *events))}."
    return (Caution(CautionCode.START_THOUGH_REJECTED, message, (*decisions, *events)),)


def _entered_in_time(_by_class: ByClass, events: tuple[AnyEvent, ...]) -> Sequence[Caution]:
    found: list[Caution] = []
    for event in events:
        told = event.__dict__
        entry: date | None = told["recorded_on"]
        if entry is not None and entry < told["on"]:
            message = f"Entered before the day it happened: {_named((event,))}."
            found.append(Caution(CautionCode.RECORDED_BEFORE_IT_HAPPENED, message, (event,)))
    return found


def _work_had_started(by_class: ByClass, _ended: tuple[AnyEvent, ...]) -> Sequence[Caution]:
    """Hold each end of work against the start of that work; where either has no id, the earliest start will do."""
    starts = cast("tuple[WorkStarted, ...]", by_class.get(WorkStarted, ()))
    earliest: dict[str | None, date] = {}
    for started in starts:
        earliest.setdefault(started.work_id, started.on)
    of_any = starts[0].on if starts else None
    found: list[Caution] = []
    for ended in cast("tuple[WorkEnded, ...]", by_class.get(WorkEnded, ())):
        began = of_any if ended.work_id is None else earliest.get(ended.work_id, earliest.get(None))
        if began is None:
            message = f"No start of that work is told: {_named((ended,))}."
            found.append(Caution(CautionCode.WORK_ENDED_WITHOUT_START, message, (ended,)))
        elif ended.on < began:
            message = f"The work is told to start on {began} only: {_named((ended,))}."
            found.append(Caution(CautionCode.WORK_ENDED_BEFORE_IT_STARTED, message, (ended,)))
    return found


def _of_one_work(by_class: ByClass, ended: tuple[AnyEvent, ...]) -> Sequence[Caution]:
    """Hold each end that names no work against the work that runs: of several it cannot be told which one ended."""
    nameless = [end for end in ended if end.__dict__["work_id"] is None]
    started = cast("tuple[WorkStarted, ...]", by_class.get(WorkStarted, ()))
    if not nameless or len(started) < 2:
        return _NOTHING
    could_be = [work for work in started if work.work_id is None] or list(started)
    found: list[Caution] = []
    for end in nameless:
        running = [work for work in could_be if work.on <= end.on and not _ended_by(by_class, work, end.on)]
        if len(running) > 1:
            message = f"It names none of the works that run, {_named(running)}: {_named((end,))}."
            found.append(Caution(CautionCode.WORK_ENDED_OF_SEVERAL, message, (*running, end)))
        else:
            could_be = [work for work in could_be if work not in running]
    return found


def _ended_by(by_class: ByClass, work: WorkStarted, day: date) -> bool:
    """Whether an end that names the work has come."""
    named = work.work_id is not None
    ends = cast("tuple[WorkEnded, ...]", by_class.get(WorkEnded, ()))
    return named and any(e.work_id == work.work_id and work.on <= e.on <= day for e in ends)


def _had_disengaged(by_class: ByClass, returned: tuple[AnyEvent, ...]) -> Sequence[Caution]:
    left = by_class.get(Disengaged)
    if left and len(returned) == 1 and left[0].on < returned[0].on:
        return _NOTHING
    # A contact of the same day decides whether instants order the two, so it is put in its place with them.
    kinds = (Disengaged, Contact, ReEngaged)
    found: list[Caution] = []
    away = False
    for event in in_order(tuple([event for kind in kinds for event in by_class.get(kind, ())])):
        if event.kind == "disengaged":
            away = True
        elif event.kind == "re_engaged":
            if not away:
                message = f"The person had not disengaged: {_named((event,))}."
                found.append(Caution(CautionCode.RE_ENGAGED_WITHOUT_DISENGAGED, message, (event,)))
            away = False
    return found


_AFTER_DEATH = frozenset(
    {
        ReferralAcknowledged,
        ReferralError,
        ReferralCancelled,
        ExtensionEntered,
        ProvisionEnded,
        ChecklistRecorded,
        Notification,
        Escalation,
        EsfResult,
        DocumentUpdated,
        DocumentRequested,
        DocumentIssued,
        OutcomeClaim,
        ClaimDecision,
        EarningsPayment,
        OutcomePayment,
        Cost,
        Died,
    }
)
"""What may still follow a death: entries, documents, claims and payments."""


def _nothing_after_death(by_class: ByClass, events: tuple[AnyEvent, ...]) -> Sequence[Caution]:
    death = events[0]

    def cannot_be(event: AnyEvent) -> bool:
        return event.on > death.on and event.__class__ not in _AFTER_DEATH

    told = [event for of_kind in by_class.values() for event in of_kind]
    if not any(map(cannot_be, told)):
        return _NOTHING
    return [
        Caution(CautionCode.AFTER_DEATH, f"After the {_named((death,))}: {_named((event,))}.", (death, event))
        for event in in_order(tuple(told))
        if cannot_be(event)
    ]


CHECKS: Mapping[type[Event], tuple[Check, ...]] = {
    Referral: (_one_only(CautionCode.TWO_REFERRALS, "the earlier counts, and a second referral is a second case"),),
    ReferralAcknowledged: (
        _not_before(CautionCode.ACKNOWLEDGED_BEFORE_REFERRAL, Referral),
        _entered_in_time,
    ),
    ReferralCancelled: (_not_before(CautionCode.CANCELLED_BEFORE_REFERRAL, Referral), _entered_in_time),
    Notification: (_entered_in_time,),
    Start: (
        _one_only(CautionCode.TWO_STARTS, "the earlier counts"),
        _not_before(CautionCode.START_BEFORE_REFERRAL, Referral),
        _not_beside(CautionCode.START_AND_CANCELLATION, ReferralCancelled),
        _not_rejected,
        _entered_in_time,
    ),
    ExtensionEntered: (_not_before(CautionCode.EXTENDED_BEFORE_START, Start), _entered_in_time),
    WorkStarted: (_entered_in_time,),
    WorkEnded: (_work_had_started, _of_one_work, _entered_in_time),
    ReEngaged: (_had_disengaged,),
    Died: (_one_only(CautionCode.TWO_DEATHS, "the earlier counts"), _nothing_after_death),
    ProvisionEnded: (
        _one_only(CautionCode.TWO_ENDS, "the earlier counts"),
        _not_before(CautionCode.END_BEFORE_START, Start),
        _entered_in_time,
    ),
    OutcomeClaim: (_not_before(CautionCode.OUTCOME_BEFORE_START, Start), _entered_in_time),
    ClaimDecision: (_not_before(CautionCode.DECIDED_BEFORE_CLAIM, OutcomeClaim),),
    OutcomePayment: (_not_before(CautionCode.OUTCOME_BEFORE_START, Start),),
}
"""What is asked of the events of each kind, once for the whole case."""


def cautions_in(case: Case) -> tuple[Caution, ...]:
    """Give the faults between the events of a case, in the order of the events; () where there is none.

    >>> case = Case.model_validate({
    ...     "programme": "jfs",
    ...     "participant": {"participant_id": "P-1"},
    ...     "events": [{"kind": "start", "on": "2021-12-20"}, {"kind": "start", "on": "2021-12-13"}],
    ... })
    >>> [caution.message for caution in cautions_in(case)]
    ['There can be only one of these: start on 2021-12-13, start on 2021-12-20; the earlier counts.']
    """
    found: list[Caution] = []
    by_class = case.by_class
    for kind, checks in CHECKS.items():
        events = by_class.get(kind)
        if events is not None:
            for check in checks:
                found += check(by_class, events)
    return tuple(found)
