"""What an outcome is: of which kind and level, whether achieved, by when to be claimed, and whether payable."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from dwp_rules.outcomes.ledger import Ledger
from dwp_rules.outcomes.weeks import Weeks
from dwp_rules.rules import Finding, Rule, in_words

__all__ = ["Outcome", "OutcomeKind", "OutcomeStatus", "standing"]


class OutcomeKind(StrEnum):
    """Achieved wholly in employment, or wholly in self-employment."""

    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"


class OutcomeStatus(StrEnum):
    """How an outcome stands: `open` can still be achieved, `closed` no longer."""

    ACHIEVED = "achieved"
    OPEN = "open"
    CLOSED = "closed"
    UNDETERMINED = "undetermined"


ACHIEVED, OPEN, CLOSED = OutcomeStatus.ACHIEVED, OutcomeStatus.OPEN, OutcomeStatus.CLOSED


class Outcome(NamedTuple):
    """One outcome that the programme knows, achieved or not.

    `threshold` and `counted` are pounds for employment, weeks for self-employment; the threshold is None where nobody
    has said it. `claim_by` is the last day to
    claim, None where no claim is needed. `payable` says whether it may be claimed and credited (None: undetermined);
    `blocked_by` are the findings that stand in the way. `evidence` is the ledger or the weeks.
    """

    rule: Rule
    kind: OutcomeKind
    level: str
    status: OutcomeStatus
    achieved_on: date | None
    threshold: Decimal | int | None
    counted: Decimal | int
    claim_by: date | None
    payable: bool | None
    safe_to_claim: bool | None
    blocked_by: tuple[Finding, ...]
    missing: tuple[str, ...]
    evidence: Ledger | Weeks
    findings: tuple[Finding, ...]

    def explain(self) -> str:
        """Say how the outcome stands and why, each reason with its paragraph."""
        name = f"{in_words(self.kind)} outcome ({self.level})".capitalize()
        reached = f" on {in_words(self.achieved_on)}" if self.achieved_on else ""
        payable = {True: "payable", False: "not payable", None: "payable: undetermined"}[self.payable]
        claim = f", claim by {in_words(self.claim_by)}" if self.claim_by else ""
        of = in_words(self.threshold)
        lines = [f"{name}: {self.status}{reached}, {self.counted} of {of}, {payable}{claim} ({self.rule.id})"]
        lines += (f"  {f.rule.title}: {f.reason} [{f.rule.id}: {f.rule.cited}]" for f in self.findings)
        return "\n".join(lines)


def standing(achieved_on: date | None, last: date, as_of: date) -> OutcomeStatus:
    """Tell an outcome that was achieved from one that still can be, until the last day counted, and one that cannot."""
    if achieved_on is not None:
        return ACHIEVED
    return OPEN if as_of <= last else CLOSED
