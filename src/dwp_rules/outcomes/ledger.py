"""Earnings towards a threshold: what counted, what did not and why, and the day on which the total reached it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation
from operator import lt
from typing import NamedTuple, TypeAlias

from dwp_rules.outcomes.payments import EARNINGS_FROM_WORK, NotCounted, Paid, Payment, WhatCounts, reasons, told_of
from dwp_rules.outcomes.window import check_window

__all__ = ["Ledger", "Line", "earnings_ledger", "earnings_ledgers"]

# A sum of pounds is exact whatever decimal context the caller has set: where it cannot be, it is refused.
_EXACT = Context(prec=60, traps=[Inexact, InvalidOperation])
_NOTHING = Decimal("0.00")

Threshold: TypeAlias = Decimal | Callable[[date], Decimal | None] | None
"""Pounds, or a rule that gives them for a pay date; None where they are not known, so that nothing is tested."""


class Line(NamedTuple):
    """One payment in a ledger."""

    on: date
    amount: Decimal
    payment: str
    work_id: str | None
    employer: str | None
    code: NotCounted | None
    """Why it does not count, None where it does."""
    total: Decimal
    """What had counted by the end of that day."""
    threshold: Decimal | None
    """What that total was tested against; None where it was not: nothing counted, already reached, or not known."""

    @property
    def counted(self) -> bool:
        """Whether the payment counts towards the threshold."""
        return self.code is None

    def to_dict(self) -> dict[str, str | bool | None]:
        """Give the line in values that JSON knows: days as ISO dates, pounds as strings."""
        return {
            "on": self.on.isoformat(),
            "amount": str(self.amount),
            "payment": str(self.payment),
            "work_id": self.work_id,
            "employer": None if self.employer is None else str(self.employer),
            "counted": self.counted,
            "code": None if self.code is None else self.code.value,
            "total": str(self.total),
            "threshold": None if self.threshold is None else str(self.threshold),
        }


class _Book(NamedTuple):
    """What the lines are made from: payments in order, why each does not count, the threshold or its rule."""

    payments: tuple[Payment, ...]
    codes: tuple[NotCounted | None, ...]
    threshold: Threshold


@dataclass(frozen=True, slots=True, repr=False)
class Ledger:
    """What payments come to, and when that was enough; the lines are made when they are first read."""

    counted: Decimal
    """Pounds counted by the end, later corrections taken off."""
    reached_on: date | None
    """The first day at whose end the total stood at the threshold or above it."""
    threshold_reached: Decimal | None
    """The threshold of that day."""
    fell_below_on: date | None
    """The first later day whose corrections took the total back under `threshold_reached`."""
    _book: _Book
    _lines: tuple[Line, ...] | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        reached = "not reached" if self.reached_on is None else f"reached on {self.reached_on}"
        return f"<Ledger: {len(self._book.payments)} payments, {self.counted} counted, {reached}>"

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every payment given, by day."""
        if self._lines is None:
            object.__setattr__(self, "_lines", _lines(self._book, self.reached_on))
        return self._lines or ()

    @property
    def counted_payments(self) -> list[Payment]:
        """The payments that count, by day."""
        return [payment for payment, code in zip(self._book.payments, self._book.codes, strict=True) if code is None]

    @property
    def first_earnings_on(self) -> date | None:
        """The pay date of the first payment above zero that counts."""
        for payment, code in zip(self._book.payments, self._book.codes, strict=True):
            if code is None and payment.amount > 0:
                return payment.on
        return None

    def stood_at(self, pounds: Decimal) -> date | None:
        """The first day at whose end so many pounds or more had counted."""
        totals = _closing_totals(self._book.payments, self._book.codes)
        return next((on for on, total in totals.items() if total >= pounds), None)

    def shortfall(self, threshold: Decimal) -> Decimal:
        """Pounds still wanting of a threshold, zero where none are."""
        _check_pounds(threshold, "threshold")
        return max(_NOTHING, _EXACT.subtract(threshold, self.counted))

    def to_dict(self) -> dict[str, object]:
        """Give the ledger in values that JSON knows: days as ISO dates, pounds as strings."""
        return {
            "lines": [line.to_dict() for line in self.lines],
            "counted": str(self.counted),
            "reached_on": None if self.reached_on is None else self.reached_on.isoformat(),
            "threshold_reached": None if self.threshold_reached is None else str(self.threshold_reached),
            "fell_below_on": None if self.fell_below_on is None else self.fell_below_on.isoformat(),
        }


def earnings_ledger(
    payments: Iterable[Payment],
    threshold: Threshold,
    first: date,
    last: date,
    *,
    what_counts: WhatCounts = EARNINGS_FROM_WORK,
) -> Ledger:
    """Add up qualifying earnings by pay date and find the day on which they reach a threshold.

    The payments of one day are netted before the total is tested, so their order changes nothing. The threshold is
    that of the pay date; what was paid before it rose keeps its value in pounds (IPES 5.8). Once reached stays
    reached: a later correction lowers `counted` and shows in `fell_below_on`, which is for whoever validates the
    outcome, since no document says what becomes of it (JETS 3.5, IPES 5.17).

    `threshold` is an amount of pounds, or a rule that gives one for a pay date; None, of either, where it is not known:
    nothing is tested then. The rule is asked about no day that cannot matter: not where nothing counts, not once the
    threshold is reached. `first` and `last` are both counted.

    Raises TypeError when an amount or a threshold is not a Decimal or `first` or `last` is a datetime; ValueError when
    an amount is not finite, a threshold is not above zero, or `last` is before `first`.

    >>> from types import SimpleNamespace as Pay
    >>> wages = {"payment": "wages", "work_id": "J1", "employer": None}
    >>> ledger = earnings_ledger(
    ...     [Pay(on=date(2021, 1, 29), amount=Decimal("412.50"), **wages),
    ...      Pay(on=date(2021, 2, 26), amount=Decimal("587.50"), **wages)],
    ...     Decimal("1000.00"), first=date(2020, 10, 27), last=date(2021, 6, 21))
    >>> ledger.counted, ledger.reached_on
    (Decimal('1000.00'), datetime.date(2021, 2, 26))
    """
    return earnings_ledgers(payments, (threshold,), first, last, what_counts=what_counts)[0]


def earnings_ledgers(
    payments: Iterable[Payment],
    thresholds: Iterable[Threshold],
    first: date,
    last: date,
    *,
    what_counts: WhatCounts = EARNINGS_FROM_WORK,
) -> tuple[Ledger, ...]:
    """Add up the same earnings once and test them against several thresholds, each by itself, as `earnings_ledger`."""
    check_window(first, last)
    ordered = _ordered(payments)
    codes = reasons([told for told, _payment in ordered], what_counts, first, last)
    totals: dict[date, Decimal] = {}
    total = _NOTHING
    for ((on, amount, *_rest), _payment), code in zip(ordered, codes, strict=True):
        if code is None:
            totals[on] = total = _EXACT.add(total, amount)
    in_order, counted = tuple([payment for _told, payment in ordered]), tuple(codes)
    return tuple([_against(threshold, totals, _Book(in_order, counted, threshold)) for threshold in thresholds])


def _against(threshold: Threshold, totals: Mapping[date, Decimal], book: _Book) -> Ledger:
    by_day = threshold if callable(threshold) else None
    threshold_of_day = None if callable(threshold) else threshold
    _check_threshold(threshold_of_day)
    total = _NOTHING
    reached_on = threshold_reached = fell_below_on = None
    for on, total in totals.items():
        if threshold_reached is None:
            if by_day is not None:
                threshold_of_day = by_day(on)
                _check_threshold(threshold_of_day)
            if threshold_of_day is not None and total >= threshold_of_day:
                reached_on, threshold_reached = on, threshold_of_day
        elif fell_below_on is None and total < threshold_reached:
            fell_below_on = on
    return Ledger(total, reached_on, threshold_reached, fell_below_on, book)


def _ordered(payments: Iterable[Payment]) -> list[tuple[Paid, Payment]]:
    """Order payments by pay date, those of one day by their content, so that the order of listing changes nothing."""
    ordered = [(told_of(payment), payment) for payment in payments]
    days = [told[0] for told, _payment in ordered]
    in_turn = all(map(lt, days, days[1:]))
    if not in_turn:
        ordered.sort(key=_pay_date)
    for told, _payment in ordered:
        on, amount, *_rest = told
        if type(amount) is not Decimal or not amount.is_finite():
            _check_pounds(amount, "the amount paid", on)
    if not in_turn:
        ordered.sort(key=_content)
    return ordered


def _pay_date(paid: tuple[Paid, Payment]) -> date:
    return paid[0][0]


def _content(paid: tuple[Paid, Payment]) -> tuple[date, Decimal, str, str, str]:
    on, amount, kind, work_id, employer = paid[0]
    return on, amount, kind, work_id or "", employer or ""


def _closing_totals(payments: Iterable[Payment], codes: Iterable[NotCounted | None]) -> dict[date, Decimal]:
    """Give, for each day on which something counts, in order, what has counted by its end."""
    totals: dict[date, Decimal] = {}
    total = _NOTHING
    for payment, code in zip(payments, codes, strict=True):
        if code is None:
            totals[payment.on] = total = _EXACT.add(total, payment.amount)
    return totals


def _lines(book: _Book, reached_on: date | None) -> tuple[Line, ...]:
    threshold_on = _dated(book.threshold)
    totals = _closing_totals(book.payments, book.codes)
    tested = {on: threshold_on(on) for on in totals if reached_on is None or on <= reached_on}
    lines: list[Line] = []
    total = _NOTHING
    for paid, code in zip(book.payments, book.codes, strict=True):
        total = totals.get(paid.on, total)
        threshold = tested.get(paid.on) if code is None else None
        lines.append(Line(paid.on, paid.amount, paid.payment, paid.work_id, paid.employer, code, total, threshold))
    return tuple(lines)


def _dated(threshold: Threshold) -> Callable[[date], Decimal | None]:
    """Give the rule for a threshold on a day; an amount of pounds is checked, what a rule gives where it is used."""
    if callable(threshold):
        return threshold
    _check_threshold(threshold)
    return lambda _on: threshold


def _check_threshold(threshold: Decimal | None) -> None:
    if threshold is None:
        return
    _check_pounds(threshold, "threshold")
    if threshold <= 0:
        raise ValueError(f"threshold is {threshold} pounds: it must be above zero, or there is nothing to reach")


def _check_pounds(pounds: Decimal, name: str, on: date | None = None) -> None:
    if not isinstance(pounds, Decimal):
        raise TypeError(
            f"{_named(name, on)} is {pounds!r}, a {type(pounds).__name__}: money is a Decimal, made from a string, "
            f"such as Decimal('{pounds}')"
        )
    if not pounds.is_finite():
        raise ValueError(f"{_named(name, on)} is {pounds}: an amount of pounds is a finite number")


def _named(name: str, on: date | None) -> str:
    return name if on is None else f"{name} on {on}"
