"""Earnings in employment towards the £1,000 of WHP JETS (specification 3.4 to 3.6, 3.12 and 3.19)."""

from datetime import date
from typing import NamedTuple

from dwp_rules.calendar import date_of_day
from dwp_rules.facts import EarningsPayment, EmployerRelationship, SelfEmployedDay, WorkKind, WorkStarted
from dwp_rules.facts.moments import engaged_by_provider, is_employment, start_days
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import EMPLOYERS_COUNTED, KINDS_COUNTED, Ledger, NotCounted, WhatCounts, earnings_ledger
from dwp_rules.programmes.jets import outcome_reasons as because
from dwp_rules.rules import Finding

__all__ = ["Window", "earnings", "earnings_findings", "employment_began", "provider_engaged", "window"]

UNRELATED = EmployerRelationship.UNRELATED


class Window(NamedTuple):
    """The days that count, all from the Start Date as day 1."""

    start: date
    employment_by: date
    achieve_by: date
    claim_by: date


def window(s: Situation) -> Window | None:
    """Day 182, day 238 and day 299 of a participant; None before a start."""
    for start in s[start_days]:
        days = (s.count("provision_days"), s.count("outcome_day"), s.count("claim_day"))
        return Window(start, *[date_of_day(start, day) for day in days])
    return None


def provider_engaged(s: Situation) -> bool:
    """Whether the provider or its supply chain is known to have engaged the participant in any way (3.19)."""
    worked = (*s.of(WorkStarted), *s.of(SelfEmployedDay), *s.of(EarningsPayment))
    return bool([work for work in worked if work.employer is not UNRELATED and work.employer is not None])


def employment_began(s: Situation) -> date | None:
    """The day on which employment commenced (3.5): the job's start where known, otherwise the first pay date."""
    days = s[window]
    jobs = [work for work in s.of(WorkStarted) if is_employment(work)]
    if not jobs or s.reading("commences_employment") != "job_start":
        return s[first_paid]
    return next((j.on for j in jobs if days and j.on >= days.start and not engaged_by_provider(j.employer)), None)


def first_paid(s: Situation) -> date | None:
    """The first pay date above zero from the Start Date on, of pay that counts."""
    days, barred = s[window], s[jobs_not_counted]
    paid = (
        payment.on
        for payment in s.of(EarningsPayment)
        if payment.amount > 0
        and days is not None
        and payment.on >= days.start
        and payment.payment in KINDS_COUNTED
        and (payment.employer or UNRELATED) in EMPLOYERS_COUNTED
        and payment.work_id not in barred
    )
    return next(paid, None)


def jobs_not_counted(s: Situation) -> dict[str, NotCounted]:
    """Work whose pay does not count: the provider's own (3.19), self-employment (3.4), and jobs held at the start (3.5)."""
    days = s[window]
    barred: dict[str, NotCounted] = {}
    for job in s.of(WorkStarted):
        if job.work_id is None or days is None:
            continue
        if engaged_by_provider(job.employer):
            barred[job.work_id] = NotCounted.PROVIDER_EMPLOYED
        elif job.work is WorkKind.SELF_EMPLOYED:
            barred[job.work_id] = NotCounted.SELF_EMPLOYMENT
        elif job.on < days.start:
            barred[job.work_id] = NotCounted.JOB_BEGAN_BEFORE_START
    return barred


def earnings(s: Situation) -> Ledger:
    """Earnings from the commencement of employment to day 238, against the £1,000 of 3.5."""
    days = s[window]
    if days is None:
        raise LookupError("there are no earnings to count before a start")
    began = s[employment_began]
    in_time = began is not None and began <= days.employment_by
    counts = WhatCounts(employed_from=began if in_time else date.max, jobs_not_counted=s[jobs_not_counted])
    threshold = s.pounds("earnings_threshold")
    return earnings_ledger(s.of(EarningsPayment), threshold, days.start, days.achieve_by, what_counts=counts)


def earnings_findings(s: Situation, days: Window) -> tuple[Finding, ...]:
    """What the specification says of the employment and its earnings."""
    ledger = s[earnings]
    return (
        _employment_in_time(days, s[employment_began]),
        _threshold_reached(s, ledger),
        because.cumulative(ledger.counted, counted=ledger.counted, last=days.achieve_by),
        _first_earnings(ledger),
    )


def _employment_in_time(days: Window, began: date | None) -> Finding:
    """Employment commences on one of the 182 days from the Start Date (3.5)."""
    last = days.employment_by
    if began is None:
        return because.not_begun(last, last=last)
    if began > last:
        return because.begun_outside(last, began=began, start=days.start, last=last)
    return because.begun_in_time(last, began=began, last=last)


def _threshold_reached(s: Situation, ledger: Ledger) -> Finding:
    """Cumulative earnings reach £1,000 (3.5)."""
    needed, counted, reached = s.pounds("earnings_threshold"), ledger.counted, ledger.reached_on
    shortfall = ledger.shortfall(needed)
    if reached is None:
        return because.short_of_threshold(None, counted=counted, needed=needed, shortfall=shortfall)
    reason = because.reached_threshold if ledger.fell_below_on is None else because.reached_then_corrected
    return reason(reached, counted=counted, needed=needed, on=reached, shortfall=shortfall)


def _first_earnings(ledger: Ledger) -> Finding:
    """The first payment above zero, the early indicator of chapter 16."""
    first = ledger.first_earnings_on
    return because.no_earnings if first is None else because.first_earnings(first, on=first)
