"""Earnings in employment towards the two thresholds of IPES (4.8, 4.25, 5.6 to 5.8, 5.24, 5.26)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from dwp_rules.facts import EarningsPayment, EmployerRelationship, SelfEmployedDay, WorkKind, WorkStarted
from dwp_rules.facts.contract import HourlyRate
from dwp_rules.facts.moments import engaged_by_provider
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import in_force
from dwp_rules.outcomes import KINDS_COUNTED, Ledger, NotCounted, WhatCounts, earnings_ledgers, jobs_left_out
from dwp_rules.programmes.ipes.work import clock, start_day
from dwp_rules.statutory import OutsideRates, national_living_wage

__all__ = [
    "HIGHER",
    "LOWER",
    "NOT_TO_BE_REACHED",
    "Earned",
    "Level",
    "Threshold",
    "earned",
    "higher_earned_on",
    "not_qualifying",
    "provider_engaged",
    "threshold_on",
]

_new = tuple.__new__

UNRELATED = EmployerRelationship.UNRELATED
WHOLE_POUNDS = Decimal(1)
NOT_TO_BE_REACHED = Decimal("1E+12")
"""Stands for the threshold of a day whose rate is not known: nothing is achieved on such a day."""


class Level(NamedTuple):
    """The lower or the higher outcome: its name, and the parameter with its number of weeks."""

    name: str
    weeks: str


LOWER, HIGHER = Level("lower", "lower_weeks"), Level("higher", "higher_weeks")


class Threshold(NamedTuple):
    """Earnings to be reached on a day: the rate, the hours that size it, the product, and that to the nearest pound."""

    hourly_rate: Decimal
    hours: int
    exact: Decimal
    pounds: Decimal


def threshold_at(hourly_rate: Decimal, hours: int) -> Threshold:
    """The National Living Wage for a number of hours, to the nearest pound (5.6)."""
    exact = hourly_rate * hours
    return Threshold(hourly_rate, hours, exact, exact.quantize(WHOLE_POUNDS, rounding=ROUND_HALF_UP))


@lru_cache(maxsize=8192)
def statutory_threshold(day: date, hours: int) -> Threshold:
    """The threshold of a day at the rate of the regulations. Raises `OutsideRates` where none is known."""
    return threshold_at(national_living_wage(day), hours)


def threshold_on(s: Situation, level: Level, day: date) -> Threshold:
    """The threshold in force on a day. Raises `OutsideRates` where no rate is known for it."""
    hours = s.count("weekly_hours") * s.count(level.weeks)
    rates = s[rates_supplied]
    supplied = in_force(rates, day) if rates else None
    return statutory_threshold(day, hours) if supplied is None else threshold_at(supplied.hourly_rate, hours)


def rates_supplied(s: Situation) -> Sequence[HourlyRate]:
    """The rates of the National Living Wage that come with the contract."""
    contract = s.contract
    return () if contract is None else contract.national_living_wage or ()


class Earned(NamedTuple):
    """Earnings towards one level; `unknown_on` is the first counted pay day whose threshold is not known.

    `totals` is what had counted by the end of each day on which something counts, in order.
    """

    ledger: Ledger
    unknown_on: date | None
    totals: Mapping[date, Decimal]


def earned(s: Situation, levels: tuple[Level, ...], last: date) -> tuple[Earned, ...]:
    """Qualifying earnings from the Start Date to a day, by pay date, against each threshold (5.6, 5.8, 5.24)."""
    payments = s.of(EarningsPayment)
    if not payments:
        return (_nothing_earned(s[clock].start, last),) * len(levels)
    unknown: list[list[date]] = [[] for _ in levels]
    thresholds = [_noting_unknown(s, level, days) for level, days in zip(levels, unknown, strict=True)]
    ledgers = earnings_ledgers(payments, thresholds, s[clock].start, last, what_counts=s[what_counts])
    totals = _totals(ledgers[0])
    return tuple(
        [
            _new(Earned, (ledger, None if ledger.reached_on is not None or not days else days[0], totals))
            for ledger, days in zip(ledgers, unknown, strict=True)
        ]
    )


@lru_cache(maxsize=512)
def _nothing_earned(first: date, last: date) -> Earned:
    return Earned(earnings_ledgers((), (NOT_TO_BE_REACHED,), first, last)[0], None, {})


def _totals(ledger: Ledger) -> Mapping[date, Decimal]:
    total = Decimal(0)
    totals: dict[date, Decimal] = {}
    for paid in ledger.counted_payments:
        totals[paid.on] = total = total + paid.amount
    return totals


def _noting_unknown(s: Situation, level: Level, unknown: list[date]) -> Callable[[date], Decimal]:
    """The threshold of each day, noting the days of which none is known."""
    hours, by_the_regulations = s.count("weekly_hours") * s.count(level.weeks), not s[rates_supplied]

    def threshold(day: date) -> Decimal:
        try:
            known = statutory_threshold(day, hours) if by_the_regulations else threshold_on(s, level, day)
            return known.pounds
        except OutsideRates:
            unknown.append(day)
            return NOT_TO_BE_REACHED

    return threshold


def what_counts(s: Situation) -> WhatCounts:
    """Earnings from every job but those that are left out."""
    start = s[clock].start
    left = jobs_left_out([(job.work_id, job.on, why_not(job, start)) for job in s.of(WorkStarted)])
    return WhatCounts(jobs_not_counted=left.why, not_counted_since=left.since)


def why_not(job: WorkStarted, start: date) -> NotCounted | None:
    """Why pay does not count: the provider's (4.25), self-employment (5.13), a job held at the start (5.26)."""
    if engaged_by_provider(job.employer):
        return NotCounted.PROVIDER_EMPLOYED
    if job.work is WorkKind.SELF_EMPLOYED:
        return NotCounted.SELF_EMPLOYMENT
    return NotCounted.JOB_BEGAN_BEFORE_START if job.on < start else None


def provider_engaged(s: Situation) -> bool:
    """Whether the provider or its supply chain is known to have engaged the participant in any way (4.25)."""
    for row in s.rows(EarningsPayment):
        employer = row["employer"]
        if employer is not UNRELATED and employer is not None:
            return True
    worked = (*s.rows(WorkStarted), *s.rows(SelfEmployedDay))
    return bool([row for row in worked if row["employer"] is not UNRELATED])


def not_qualifying(s: Situation) -> tuple[EarningsPayment, ...]:
    """Payments of a kind that does not qualify (5.26)."""
    payments = zip(s.of(EarningsPayment), s.rows(EarningsPayment), strict=True)
    return tuple([paid for paid, told in payments if told["payment"] not in KINDS_COUNTED])


def higher_earned_on(s: Situation) -> date | None:
    """The day on which earnings reached the higher threshold, however long provision lasted."""
    return earned(s, (HIGHER,), s[clock].day_639)[0].ledger.reached_on if s[start_day] else None
