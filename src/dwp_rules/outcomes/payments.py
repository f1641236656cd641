"""What a payment is, and which payments are earnings that count towards an outcome."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeAlias

from dwp_rules.facts import EarningsPayment

__all__ = [
    "EARNINGS_FROM_WORK",
    "EMPLOYERS_COUNTED",
    "KINDS_COUNTED",
    "JobsLeftOut",
    "NotCounted",
    "Payment",
    "WhatCounts",
    "jobs_left_out",
]

KINDS_COUNTED = frozenset({"correction", "holiday_pay", "wages"})
"""Kinds of payment that are earnings from work; tax refunds, pay in lieu, retainers are not (IPES 5.26)."""

EMPLOYERS_COUNTED = frozenset({"unrelated"})
"""Employers whose pay counts: not the provider, nor its supply chain (IPES 4.25, JETS 3.19)."""


class Payment(Protocol):
    """A payment that an employer reported: any object with these attributes will do."""

    @property
    def on(self) -> date:
        """The pay date."""
        ...

    @property
    def amount(self) -> Decimal:
        """Pounds, gross; below zero for a correction downwards."""
        ...

    @property
    def payment(self) -> str:
        """What was paid, such as `wages` or `tax_refund`."""
        ...

    @property
    def work_id(self) -> str | None:
        """The job that it was paid for, where known."""
        ...

    @property
    def employer(self) -> str | None:
        """How the employer stands to the provider: `unrelated` (also where None), `prime` or `supply_chain`."""
        ...


class NotCounted(StrEnum):
    """Why a payment does not count; where several reasons hold, the first in this order is given."""

    BEFORE_WINDOW = "before_window"
    """Paid before the first day on which earnings count."""
    AFTER_WINDOW = "after_window"
    """Paid after the last day on which earnings count."""
    BEFORE_EMPLOYMENT = "before_employment"
    """Paid before the first qualifying job began."""
    KIND_DOES_NOT_COUNT = "kind_does_not_count"
    """Not earnings from work: a tax refund, for instance."""
    PROVIDER_EMPLOYED = "provider_employed"
    """Paid by the provider or its supply chain."""
    SELF_EMPLOYMENT = "self_employment"
    """Income of self-employment, which is no earnings from employment."""
    JOB_BEGAN_BEFORE_START = "job_began_before_start"
    """Paid for a job that the participant already held at the start."""
    JOB_BEGAN_TOO_LATE = "job_began_too_late"
    """Paid for a job that began after the last day on which one may begin."""


_EMPLOYER_NOT_STATED = "unrelated"

BEFORE_WINDOW, AFTER_WINDOW = NotCounted.BEFORE_WINDOW, NotCounted.AFTER_WINDOW
BEFORE_EMPLOYMENT, KIND_DOES_NOT_COUNT = NotCounted.BEFORE_EMPLOYMENT, NotCounted.KIND_DOES_NOT_COUNT
PROVIDER_EMPLOYED = NotCounted.PROVIDER_EMPLOYED

Paid: TypeAlias = tuple[date, Decimal, str, str | None, str | None]
"""What a ledger asks of a payment: the pay date, the amount, what was paid, the job, and the employer."""

_TOLD = ("on", "amount", "payment", "work_id", "employer")
_FIELDS, _ATTRIBUTES = itemgetter(*_TOLD), attrgetter(*_TOLD)

_EVERY_JOB_COUNTS: Mapping[str, NotCounted] = MappingProxyType({})
_FROM_ITS_START: Mapping[str, date] = MappingProxyType({})


class JobsLeftOut(NamedTuple):
    """Jobs whose pay does not count, by `work_id`."""

    why: Mapping[str, NotCounted]
    since: Mapping[str, date]
    """Of a job whose earlier pay counts, the day from which it does not."""


def jobs_left_out(starts: Iterable[tuple[str | None, date, NotCounted | None]]) -> JobsLeftOut:
    """Gather the jobs whose pay does not count from their starts: the job, its day, and why not, None if it counts.

    A job may be told to start again, with another employer for instance: what was paid before that day stays as it was.

    >>> left = jobs_left_out([("J1", date(2020, 10, 5), None), ("J1", date(2021, 1, 4), NotCounted.PROVIDER_EMPLOYED)])
    >>> left.since
    {'J1': datetime.date(2021, 1, 4)}
    """
    why: dict[str, NotCounted] = {}
    since: dict[str, date] = {}
    counting: set[str] = set()
    for work_id, on, reason in starts:
        if work_id is None or work_id in why:
            continue
        if reason is None:
            counting.add(work_id)
            continue
        why[work_id] = reason
        if work_id in counting:
            since[work_id] = on
    return JobsLeftOut(why, since)


class WhatCounts(NamedTuple):
    """What a payment in the window must be to count: declared by a programme, narrowed for a case."""

    kinds: frozenset[str] = KINDS_COUNTED
    """Kinds of payment."""
    employers: frozenset[str] = EMPLOYERS_COUNTED
    """How the employer may stand to the provider; one not stated is taken as `unrelated`."""
    employed_from: date | None = None
    """The day on which the first qualifying job began; earlier pay does not count."""
    jobs_not_counted: Mapping[str, NotCounted] = _EVERY_JOB_COUNTS
    """Jobs, by `work_id`, whose pay does not count, with the reason for each."""
    not_counted_since: Mapping[str, date] = _FROM_ITS_START
    """Of those jobs, the day from which pay does not count, where it counted before."""

    def why_not(self, payment: Payment) -> NotCounted | None:
        """Say why a payment made in the window does not count, None if it does."""
        return reasons((told_of(payment),), self, date.min, date.max)[0]


EARNINGS_FROM_WORK = WhatCounts()
"""Wages, holiday pay and corrections of them, from any employer but the provider and its supply chain."""


def told_of(payment: Payment) -> Paid:
    """Read what a payment tells, once: a field of a model is found many times slower than one of its dictionary."""
    return _FIELDS(payment.__dict__) if type(payment) is EarningsPayment else _ATTRIBUTES(payment)


def reasons(paid: Iterable[Paid], counts: WhatCounts, first: date, last: date) -> list[NotCounted | None]:
    """Say of each payment why it does not count in the window from `first` to `last`, None where it does."""
    kinds, employers, employed_from, left_out, left_out_since = counts
    from_day = date.min if employed_from is None else employed_from
    codes: list[NotCounted | None] = []
    for on, _amount, kind, work_id, employer in paid:
        code: NotCounted | None = None
        if on < first:
            code = BEFORE_WINDOW
        elif on > last:
            code = AFTER_WINDOW
        elif on < from_day:
            code = BEFORE_EMPLOYMENT
        elif kind not in kinds:
            code = KIND_DOES_NOT_COUNT
        elif (_EMPLOYER_NOT_STATED if employer is None else employer) not in employers:
            code = PROVIDER_EMPLOYED
        elif work_id is not None and work_id in left_out:
            since = left_out_since.get(work_id)
            code = left_out[work_id] if since is None or since <= on else None
        codes.append(code)
    return codes
