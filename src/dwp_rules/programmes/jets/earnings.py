"""Earnings in employment towards the £1,000 of WHP JETS (specification 3.4 to 3.6, 3.12 and 3.19)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dwp_rules.facts import EarningsPayment, EmployerRelationship, SelfEmployedDay, WorkKind, WorkStarted
from dwp_rules.facts.base import Row
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Ledger, NotCounted, WhatCounts, earnings_ledger, jobs_left_out
from dwp_rules.programmes.jets import outcome_reasons as because
from dwp_rules.programmes.jets.window import Window, window
from dwp_rules.rules import Finding

__all__ = ["Earnings", "earnings", "earnings_findings", "provider_engaged"]

UNRELATED, EMPLOYED, SELF_EMPLOYED = EmployerRelationship.UNRELATED, WorkKind.EMPLOYED, WorkKind.SELF_EMPLOYED


NOT_ENGAGED = frozenset({UNRELATED, None})


class Earnings(NamedTuple):
    """The day on which employment commenced, and what has been earned in it."""

    began: date | None
    ledger: Ledger


def provider_engaged(s: Situation) -> bool:
    """Whether the provider or its supply chain is known to have engaged the participant in any way (3.19)."""
    worked = s.rows(WorkStarted) + s.rows(EarningsPayment) + s.rows(SelfEmployedDay)
    return not {work["employer"] for work in worked} <= NOT_ENGAGED


def employment_began(s: Situation, days: Window, counts: WhatCounts) -> date | None:
    """The day on which employment commenced (3.5): the job's start where known, otherwise the first pay date."""
    payments = s.of(EarningsPayment)
    jobs = [work for work in s.rows(WorkStarted) if work["work"] is EMPLOYED]
    if not jobs or s.reading("commences_employment") != "job_start":
        return min(pay_days(payments, days, counts), default=None)
    begun = [job["on"] for job in jobs if job["on"] >= days.start and job["employer"] in NOT_ENGAGED]
    # Pay that names no job may be of a known one, so that it dates nothing.
    known = {None, *[job["work_id"] for job in jobs]}
    paid_for = [paid["work_id"] for paid in s.rows(EarningsPayment)]
    of_other_jobs = [payment for payment, job in zip(payments, paid_for, strict=True) if job not in known]
    if of_other_jobs:
        begun += pay_days(of_other_jobs, days, counts)
    return min(begun, default=None)


def pay_days(payments: Sequence[EarningsPayment], days: Window, counts: WhatCounts) -> list[date]:
    """The days from the Start Date on of payments above zero that are earnings from work that counts."""
    return [
        payment.on
        for payment in payments
        if payment.amount > 0 and payment.on >= days.start and counts.why_not(payment) is None
    ]


def work_that_counts(s: Situation, days: Window) -> WhatCounts:
    """Earnings from every job but those whose pay never counts."""
    left = jobs_left_out([(job["work_id"], job["on"], why_not(job, days.start)) for job in s.rows(WorkStarted)])
    return WhatCounts(jobs_not_counted=left.why, not_counted_since=left.since)


def why_not(job: Row, start: date) -> NotCounted | None:
    """Why pay never counts: of the provider (3.19), of self-employment (3.4), of a job held at the start (3.5)."""
    if job["employer"] not in NOT_ENGAGED:
        return NotCounted.PROVIDER_EMPLOYED
    if job["work"] is SELF_EMPLOYED:
        return NotCounted.SELF_EMPLOYMENT
    return NotCounted.JOB_BEGAN_BEFORE_START if job["on"] < start else None


def earnings(s: Situation) -> Earnings:
    """When employment commenced, and the earnings from then to day 238, against the £1,000 of 3.5."""
    days, threshold, payments = s[window], s.pounds("earnings_threshold"), s.of(EarningsPayment)
    if days is None:
        raise LookupError("there are no earnings to count before a start")
    counts = work_that_counts(s, days)
    began = employment_began(s, days, counts)
    if not payments:
        return Earnings(began, nothing_earned(threshold))
    in_time = began is not None and began <= days.last_day
    counts = WhatCounts(
        employed_from=began if in_time else date.max,
        jobs_not_counted=counts.jobs_not_counted,
        not_counted_since=counts.not_counted_since,
    )
    return Earnings(began, earnings_ledger(payments, threshold, days.start, days.achieve_by, what_counts=counts))


@lru_cache
def nothing_earned(threshold: Decimal) -> Ledger:
    """No earnings at all, against a threshold."""
    return earnings_ledger((), threshold, date.min, date.max)


def earnings_findings(s: Situation, days: Window) -> tuple[Finding, ...]:
    """What the specification says of the employment and its earnings."""
    began, ledger = s[earnings]
    return (
        _employment_in_time(days, began),
        _threshold_reached(s.pounds("earnings_threshold"), ledger),
        because.cumulative(ledger.counted, counted=ledger.counted, last=days.achieve_by),
        _first_earnings(ledger),
    )


def _employment_in_time(days: Window, began: date | None) -> Finding:
    """Employment commences on one of the 182 days from the Start Date (3.5)."""
    last = days.last_day
    if began is None:
        return because.not_begun(last, last=last)
    if began > last:
        return because.begun_outside(last, began=began, start=days.start, last=last)
    return because.begun_in_time(last, began=began, last=last)


def _threshold_reached(needed: Decimal, ledger: Ledger) -> Finding:
    """Cumulative earnings reach £1,000 (3.5)."""
    counted, reached = ledger.counted, ledger.reached_on
    shortfall = ledger.shortfall(needed)
    if reached is None:
        return because.short_of_threshold(None, counted=counted, needed=needed, shortfall=shortfall)
    reason = because.reached_threshold if ledger.fell_below_on is None else because.reached_then_corrected
    return reason(reached, counted=counted, needed=needed, on=reached, shortfall=shortfall)


def _first_earnings(ledger: Ledger) -> Finding:
    """The first payment above zero, the early indicator of chapter 16."""
    first = ledger.first_earnings_on
    return because.no_earnings if first is None else because.first_earnings(first, on=first)
