"""Completion and exit, claims and validation, and ESF results."""

from typing import Literal

from dwp_rules.facts.enums import (
    Channel,
    ClaimResult,
    EsfResultKind,
    ExitBasis,
    OutcomeLevel,
    Party,
    ValidationStage,
    WorkKind,
)
from dwp_rules.facts.events.base import EnteredEvent, Event
from dwp_rules.facts.types import Count, Day, Flag, Name, Pounds


class ExitDecision(Event):
    """A decision that can end provision."""

    kind: Literal["exit_decision"] = "exit_decision"
    basis: ExitBasis | None = None
    by: Party | None = None
    ends_programme: Flag | None = None
    service: str | None = None


class ProvisionEnded(EnteredEvent):
    """An end date is entered; what the end should be is derived. Each programme declares its reasons."""

    kind: Literal["provision_ended"] = "provision_ended"
    reason: Name
    end_code: Count | None = None
    entered_by: Literal[Party.PROVIDER, Party.SYSTEM] | None = None
    last_engagement_on: Day | None = None


class OutcomeClaim(EnteredEvent):
    """The provider claims a self-employed outcome."""

    kind: Literal["outcome_claim"] = "outcome_claim"
    level: OutcomeLevel | None = None
    channel: Channel | None = None
    evidence_held: Flag | None = None


class ClaimDecision(Event):
    """A claim is validated; attempts are counted from these."""

    kind: Literal["claim_decision"] = "claim_decision"
    result: ClaimResult | None = None
    stage: ValidationStage | None = None
    extrapolation: Flag | None = None
    decided_by: Party | None = None


class OutcomePayment(Event):
    """An outcome is paid, or becomes payable."""

    kind: Literal["outcome_payment"] = "outcome_payment"
    level: OutcomeLevel | None = None
    work: WorkKind | None = None
    amount: Pounds | None = None


class EsfResult(Event):
    """A result or destination that may be reported to the European Social Fund."""

    kind: Literal["esf_result"] = "esf_result"
    result: EsfResultKind | None = None
    paid: Flag | None = None
    evidenced: Flag | None = None
    from_status: str | None = None
    to_status: str | None = None
