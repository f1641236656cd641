"""Earnings in WHP Core: towards the contract's threshold, and the milestones on the way (chapter 16, 16 and 20)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dwp_rules.facts import EarningsPayment, SelfEmployedDay, WorkKind, WorkStarted
from dwp_rules.facts.moments import engaged_by_provider
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Ledger, NotCounted, WhatCounts, earnings_ledger
from dwp_rules.programmes.whp_core import outcome_reasons as because
from dwp_rules.programmes.whp_core.agreed import Window, threshold, window
from dwp_rules.rules import Finding

__all__ = ["Earned", "earned", "milestones", "provider_engaged"]

FIRST_MILESTONE, SECOND_MILESTONE = Decimal("1000.00"), Decimal("2000.00")


class Earned(NamedTuple):
    """What was earned to day 639, the threshold as it stands now, and what is not known of it."""

    ledger: Ledger
    threshold: Decimal | None
    missing: tuple[str, ...]


def provider_engaged(s: Situation) -> bool:
    """Whether the provider or its supply chain is known to have engaged the participant in any way."""
    worked: tuple[WorkStarted | SelfEmployedDay | EarningsPayment, ...] = s.of(WorkStarted) + s.of(EarningsPayment)
    worked += s.of(SelfEmployedDay)
    return bool([work for work in worked if engaged_by_provider(work.employer)])


def jobs_not_counted(s: Situation) -> Mapping[str, NotCounted]:
    """Work whose pay never counts: for the provider, and self-employment."""
    barred: dict[str, NotCounted] = {}
    for job in s.of(WorkStarted):
        if job.work_id is None:
            continue
        if engaged_by_provider(job.employer):
            barred[job.work_id] = NotCounted.PROVIDER_EMPLOYED
        elif job.work is WorkKind.SELF_EMPLOYED:
            barred[job.work_id] = NotCounted.SELF_EMPLOYMENT
    return barred


def earned(s: Situation) -> Earned:
    """Earnings from the Start Date to day 639, against the threshold, as far as that is known."""
    days, needed = s[window], threshold(s)
    if days is None:
        raise LookupError("there are no earnings to count before a start")
    counts = WhatCounts(jobs_not_counted=jobs_not_counted(s))
    ledger = earnings_ledger(s.of(EarningsPayment), needed, days.start, days.achieve_by, what_counts=counts)
    if needed is None:
        return Earned(ledger, None, ("employed_threshold",))
    if ledger.threshold_reached is not None:
        return Earned(ledger, ledger.threshold_reached, ())
    if isinstance(needed, Decimal):
        return Earned(ledger, needed, ())
    untested = [line for line in ledger.lines if line.counted and line.threshold is None]
    return Earned(ledger, needed(min(s.as_of, days.achieve_by)), ("national_living_wage",) if untested else ())


def milestones(s: Situation, days: Window) -> Finding:
    """How far earnings have come: commencement, £1,000 and £2,000, each with its day."""
    ledger = s[earned].ledger
    begun, first = _commencement(s, days, ledger), ledger.stood_at(FIRST_MILESTONE)
    second = None if first is None else ledger.stood_at(SECOND_MILESTONE)
    if second is not None:
        reason = because.second_milestone
    elif first is not None:
        reason = because.first_milestone
    else:
        reason = because.not_commenced if begun is None else because.commenced
    return reason(second or first or begun, commencement=begun, milestone_1000=first, milestone_2000=second)


def _commencement(s: Situation, days: Window, ledger: Ledger) -> date | None:
    """The first payment above zero or, under another reading, the first day of the job where that is known."""
    paid = ledger.first_earnings_on
    if s.reading("commences_employment") == "first_payment":
        return paid
    begun = [
        job.on
        for job in s.of(WorkStarted)
        if job.work is WorkKind.EMPLOYED and job.on >= days.start and not engaged_by_provider(job.employer)
    ]
    return min(begun, default=paid)
