"""What IPES says of the earnings towards a level: the threshold, the total, what is left out, what follows."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dwp_rules.calendar import calendar_days, months
from dwp_rules.facts import EarningsPayment
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import KINDS_COUNTED, Ledger
from dwp_rules.programmes.ipes import outcome_rules as because
from dwp_rules.programmes.ipes.earnings import (
    NOT_TO_BE_REACHED,
    Earned,
    Level,
    Threshold,
    not_qualifying,
    threshold_on,
)
from dwp_rules.programmes.ipes.work import clock, start_day
from dwp_rules.rules import Finding
from dwp_rules.statutory import OutsideRates

__all__ = ["employed_findings", "first_declared", "threshold_in_question"]

TWO_MONTHS = months(2)

_new = tuple.__new__


class InQuestion(NamedTuple):
    """The threshold that matters and its day; None and what is `missing` where no rate is known for a day that decides.

    The day is that of the triggering payment, otherwise today or the last day that counts.
    """

    day: date
    threshold: Threshold | None
    missing: tuple[str, ...]

    @property
    def pounds(self) -> Decimal:
        """The amount, out of reach where it is not known."""
        return NOT_TO_BE_REACHED if self.threshold is None else self.threshold.pounds


def threshold_in_question(s: Situation, level: Level, found: Earned, last: date) -> InQuestion:
    """The threshold that matters for a level."""
    missing = () if found.unknown_on is None else (f"national_living_wage on {found.unknown_on}",)
    day = found.ledger.reached_on or min(max(s.as_of, s[clock].start), last)
    try:
        return _new(InQuestion, (day, threshold_on(s, level, day), missing))
    except OutsideRates:
        return InQuestion(day, None, missing or (f"national_living_wage on {day}",))


def employed_findings(s: Situation, level: Level, found: Earned, needed: InQuestion) -> Sequence[Finding]:
    """The threshold and its uprating, the total, what does not qualify, and the days that follow an outcome."""
    ledger = found.ledger
    sized = _threshold(s.count(level.weeks), needed)
    if not s.of(EarningsPayment):
        return (*sized, because.nothing_earned, because.not_triggered)
    counted = because.cumulative.found(ledger.counted, ("counted", ledger.counted))
    left_out = _not_qualifying(s, level, ledger) if s[not_qualifying] else because.all_qualify
    findings = (*sized, counted, _uprating(s, level, found, needed), left_out)
    if ledger.reached_on is None:
        return (*findings, because.not_triggered)
    return (*findings, *_after_reaching(s, found, ledger.reached_on))


def _threshold(weeks: int, needed: InQuestion) -> Sequence[Finding]:
    if needed.threshold is None:
        missing = f"national_living_wage on {needed.day}"
        return (because.FORMULA.unknown(missing), because.IN_FORCE.unknown(missing))
    return _of_threshold(needed.threshold, weeks, needed.day)


@lru_cache(maxsize=8192)
def _of_threshold(known: Threshold, weeks: int, day: date) -> Sequence[Finding]:
    rate, hours, exact, pounds = known
    return (
        because.formula.found(
            pounds, ("hourly_rate", rate), ("hours", hours), ("weeks", weeks), ("exact", exact), ("pounds", pounds)
        ),
        because.in_force.found(pounds, ("pounds", pounds), ("on", day), ("nlw", rate)),
    )


def _uprating(s: Situation, level: Level, found: Earned, needed: InQuestion) -> Finding:
    """Pay from before the threshold rose counts in full towards the new one (5.8)."""
    totals = found.totals
    if not totals:
        return because.not_uprated
    first, final = next(iter(totals)), found.ledger.reached_on or max(totals)
    try:
        known = needed.threshold if needed.day == final else None
        latest = known or threshold_on(s, level, final)
        if threshold_on(s, level, first) == latest:
            return because.not_uprated
        before = [day for day in totals if day <= final and threshold_on(s, level, day) != latest]
    except OutsideRates:
        return because.not_uprated
    carried = totals[before[-1]]
    return because.carried_over.found(carried, ("before", carried), ("threshold", latest.pounds))


def _not_qualifying(s: Situation, level: Level, ledger: Ledger) -> Finding:
    """Payments of other kinds: left out, and reported where they would take DWP's total to the threshold (5.26)."""
    others = [paid for paid in s[not_qualifying] if paid.on >= s[clock].start]
    if not others:
        return because.all_qualify
    amount, kinds = sum((paid.amount for paid in others), Decimal(0)), tuple(sorted({p.payment for p in others}))
    if ledger.reached_on is None:
        try:
            needed = threshold_on(s, level, others[-1].on).pounds
        except OutsideRates:
            return because.NOT_QUALIFYING.unknown(f"national_living_wage on {others[-1].on}")
        if ledger.counted + amount >= needed:
            return because.would_trigger.found(amount, ("amount", amount), ("kinds", kinds))
    return because.left_out.found(amount, ("amount", amount), ("kinds", kinds))


def _after_reaching(s: Situation, found: Earned, on: date) -> Sequence[Finding]:
    """The triggering payment, corrections after it, and when DWP notifies and pays."""
    reached = found.ledger.threshold_reached
    triggered = because.triggered.found(on, ("on", on), ("cumulative", found.totals[on]), ("threshold", reached))
    return (triggered, _corrections(s, found.ledger, on), *_settlement(s, on))


def _corrections(s: Situation, ledger: Ledger, on: date) -> Finding:
    fell, days = ledger.fell_below_on, s.count("settlement_days")
    if fell is None:
        return because.no_fall
    return (because.fell_below if (fell - on).days <= days else because.fell_later).found(
        fell, ("fell_below_on", fell), ("days", days)
    )


def _settlement(s: Situation, on: date) -> Sequence[Finding]:
    """61 days from the data to notification (5.17), two months to payment (4.8)."""
    received = [
        told["data_received_on"]
        for told in s.rows(EarningsPayment)
        if told["on"] == on and told["payment"] in KINDS_COUNTED
    ]
    if None in received:
        return because.data_not_known
    return _days_after(max(received), s.count("settlement_days"))


@lru_cache(maxsize=4096)
def _days_after(received: date, settlement_days: int) -> Sequence[Finding]:
    notify_from, pay_from = calendar_days(settlement_days).after(received), TWO_MONTHS.after(received)
    return (
        because.notified.found(notify_from, ("received", received), ("notify_from", notify_from)),
        because.paid_from.found(pay_from, ("pay_from", pay_from), ("not_before", max(notify_from, pay_from))),
    )


def first_declared(s: Situation) -> Sequence[Finding]:
    """When earnings are first declared after the start (5.16)."""
    if not s[start_day]:
        return ()
    start = s[clock].start
    for told in s.rows(EarningsPayment):
        on = told["on"]
        if on >= start and told["amount"] > 0 and told["payment"] in KINDS_COUNTED:
            return (because.first_declared.found(on, ("first_declared_on", on)),)
    return (because.nothing_declared,)
