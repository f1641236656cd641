"""What IPES says of the earnings towards one level: the threshold, the total, what is left out, the days that follow."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from dwp_rules.calendar import calendar_days, months
from dwp_rules.facts import EarningsPayment
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import KINDS_COUNTED, Ledger, Line
from dwp_rules.programmes.ipes import outcome_rules as because
from dwp_rules.programmes.ipes.earnings import (
    NOT_TO_BE_REACHED,
    Earned,
    Level,
    not_qualifying,
    threshold_on,
)
from dwp_rules.programmes.ipes.work import start_day
from dwp_rules.rules import Finding
from dwp_rules.statutory import OutsideRates

__all__ = ["employed_findings", "first_declared", "threshold_in_question"]

TWO_MONTHS = months(2)


def day_in_question(s: Situation, found: Earned, last: date) -> date:
    """The day whose threshold matters: that of the triggering payment, otherwise today or the last day that counts."""
    return found.ledger.reached_on or min(max(s.as_of, s[start_day][0]), last)


def threshold_in_question(s: Situation, level: Level, found: Earned, last: date) -> tuple[Decimal, tuple[str, ...]]:
    """The threshold that matters, and what is missing where no rate is known for a day that decides."""
    missing = () if found.unknown_on is None else (f"national_living_wage on {found.unknown_on}",)
    day = day_in_question(s, found, last)
    try:
        return threshold_on(s, level, day).pounds, missing
    except OutsideRates:
        return NOT_TO_BE_REACHED, missing or (f"national_living_wage on {day}",)


def employed_findings(s: Situation, level: Level, found: Earned, last: date) -> Sequence[Finding]:
    """The threshold and its uprating, the total, what does not qualify, and the days that follow an outcome."""
    ledger, findings = found.ledger, [*_threshold(s, level, day_in_question(s, found, last))]
    findings.append(because.cumulative(ledger.counted, counted=ledger.counted))
    if s.of(EarningsPayment):
        findings += (_uprating(ledger), _not_qualifying(s, level, ledger))
    if ledger.reached_on is None:
        return (*findings, because.not_triggered(None))
    return (*findings, *_after_reaching(s, ledger, ledger.reached_on))


def _threshold(s: Situation, level: Level, day: date) -> Sequence[Finding]:
    try:
        known = threshold_on(s, level, day)
    except OutsideRates:
        missing = f"national_living_wage on {day}"
        return (because.FORMULA.unknown(missing), because.IN_FORCE.unknown(missing))
    formula = because.formula(
        known.pounds,
        hourly_rate=known.hourly_rate,
        hours=known.hours,
        weeks=s.count(level.weeks),
        exact=known.exact,
        pounds=known.pounds,
    )
    return formula, because.in_force(known.pounds, pounds=known.pounds, on=day, nlw=known.hourly_rate)


def _counted(ledger: Ledger) -> list[Line]:
    return [line for line in ledger.lines if line.counted]


def _uprating(ledger: Ledger) -> Finding:
    """Pay from before the threshold rose counts in full towards the new one (5.8)."""
    tested = [line for line in _counted(ledger) if line.threshold is not None]
    risen = [line for line in tested if tested[0].threshold != line.threshold]
    if not risen:
        return because.not_uprated
    before = [line for line in tested if line.threshold != risen[-1].threshold]
    return because.carried_over(before[-1].total, before=before[-1].total, threshold=risen[-1].threshold)


def _not_qualifying(s: Situation, level: Level, ledger: Ledger) -> Finding:
    """Payments of other kinds: left out, and to be reported where they would take DWP's total to the threshold (5.26)."""
    start = s[start_day][0]
    others = [paid for paid in s[not_qualifying] if paid.on >= start]
    if not others:
        return because.all_qualify
    amount, kinds = sum((paid.amount for paid in others), Decimal(0)), tuple(sorted({p.payment for p in others}))
    if ledger.reached_on is None:
        try:
            needed = threshold_on(s, level, others[-1].on).pounds
        except OutsideRates:
            return because.NOT_QUALIFYING.unknown(f"national_living_wage on {others[-1].on}")
        if ledger.counted + amount >= needed:
            return because.would_trigger(amount, amount=amount, kinds=kinds)
    return because.left_out(amount, amount=amount, kinds=kinds)


def _after_reaching(s: Situation, ledger: Ledger, on: date) -> Sequence[Finding]:
    """The triggering payment, corrections after it, and when DWP notifies and pays."""
    line = [line for line in _counted(ledger) if line.on == on][-1]
    triggered = because.triggered(on, on=on, cumulative=line.total, threshold=line.threshold)
    return (triggered, _corrections(s, ledger, on), *_settlement(s, on))


def _corrections(s: Situation, ledger: Ledger, on: date) -> Finding:
    fell, days = ledger.fell_below_on, s.count("settlement_days")
    if fell is None:
        return because.no_fall
    return (because.fell_below if (fell - on).days <= days else because.fell_later)(fell, fell_below_on=fell, days=days)


def _settlement(s: Situation, on: date) -> Sequence[Finding]:
    """61 days from the data to notification (5.17), two months to payment (4.8)."""
    received = [
        paid.data_received_on for paid in s.of(EarningsPayment) if paid.on == on and paid.payment in KINDS_COUNTED
    ]
    known = [day for day in received if day is not None]
    if len(known) < len(received):
        missing = "earnings_payment.data_received_on"
        return (because.SETTLEMENT.unknown(missing), because.PAYMENT.unknown(missing))
    latest = max(known)
    notify_from = calendar_days(s.count("settlement_days")).after(latest)
    pay_from = TWO_MONTHS.after(latest)
    return (
        because.notified(notify_from, received=latest, notify_from=notify_from),
        because.paid_from(pay_from, pay_from=pay_from, not_before=max(notify_from, pay_from)),
    )


def first_declared(s: Situation) -> Sequence[Finding]:
    """When earnings are first declared after the start (5.16)."""
    if not s[start_day]:
        return ()
    start = s[start_day][0]
    paid = [p.on for p in s.of(EarningsPayment) if p.on >= start and p.amount > 0 and p.payment in KINDS_COUNTED]
    return (because.first_declared(paid[0], first_declared_on=paid[0]) if paid else because.nothing_declared,)
