"""What is to be recovered of outcome payments in IPES (4.32, 5.20)."""

from collections.abc import Sequence
from decimal import Decimal

from dwp_rules.facts import ClaimDecision, ClaimResult, Cost, CostKind, OutcomePayment, ValidationStage, WorkKind
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.ipes import claim_rules as because
from dwp_rules.programmes.ipes.claims import evidence_missing
from dwp_rules.programmes.ipes.earnings import provider_engaged
from dwp_rules.programmes.ipes.outcomes import outcomes
from dwp_rules.rules import Finding

__all__ = ["recovery_findings"]


def recovery_findings(s: Situation) -> Sequence[Finding]:
    """What is to be recovered of each payment."""
    paid = s.of(OutcomePayment)
    return [_recovery(s, payment) for payment in paid] if paid else ()


def _recovery(s: Situation, paid: OutcomePayment) -> Finding:
    """What is to be recovered of a payment: all of it where it failed or was prohibited (4.32, 5.20)."""
    if paid.amount is None:
        return because.RECOVERY.unknown("outcome_payment.amount")
    status = _prohibited(s, paid) or _failed_after(s, paid)
    if status:
        return because.recoverable.found(paid.amount, ("recoverable", paid.amount), ("status", status))
    return because.not_recoverable.found(Decimal(0), ("paid", paid.amount))


def _prohibited(s: Situation, paid: OutcomePayment) -> str:
    """Why an outcome payment should not have been made (4.25 to 4.32)."""
    if s[provider_engaged] and (s.reading("provider_employment") == "bars_payment" or not _reached(s, paid)):
        return "prohibited: engaged by the Provider or its supply chain"
    if any(c.cost in {CostKind.EMPLOYER_INCENTIVE, CostKind.WAGE_CONTRIBUTION} for c in s.of(Cost)):
        return "prohibited: an incentive or wage contribution was paid"
    return "prohibited: required evidence not kept" if s[evidence_missing] else ""


def _failed_after(s: Situation, paid: OutcomePayment) -> str:
    """Whether a self-employed outcome that was paid failed validation afterwards, extrapolation apart."""
    last = s[last_check]
    after = last is not None and last.on >= paid.on and paid.work is not WorkKind.EMPLOYED
    return "failed" if after and last is not None and last.result is ClaimResult.FAIL else ""


def last_check(s: Situation) -> ClaimDecision | None:
    """The last check of a claim after it was paid, extrapolation apart."""
    checks = [d for d in s.of(ClaimDecision) if d.stage is ValidationStage.POST_PAYMENT and not d.extrapolation]
    return checks[-1] if checks else None


def _reached(s: Situation, paid: OutcomePayment) -> bool:
    """Whether an outcome of the payment's level and kind of work was reached."""
    return any(
        outcome.achieved_on is not None
        and outcome.level == paid.level
        and (paid.work is None or paid.work.value == outcome.kind.value)
        for outcome in s[outcomes]
    )
