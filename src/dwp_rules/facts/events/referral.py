"""The referral: the steps to it, its making, acknowledgement, faults and cancellation."""

from datetime import date
from typing import Annotated, Literal

from dwp_rules.facts.enums import (
    CancelledAs,
    ErrorStage,
    ErrorStep,
    NotStartedReason,
    Party,
    ReferralDecision,
    ReferralRoute,
    ReferralStep,
)
from dwp_rules.facts.events.base import EnteredEvent, Event, TimedEvent
from dwp_rules.facts.types import Day, Flag, NotBefore


class PreReferralStep(Event):
    """A step on the way to a referral."""

    kind: Literal["pre_referral_step"] = "pre_referral_step"
    step: ReferralStep | None = None
    by: Party | None = None
    approved: Flag | None = None
    eligible: Flag | None = None
    suitable: Flag | None = None
    best_option: Flag | None = None
    participant_present: Flag | None = None


class Referral(Event):
    """DWP makes the referral on `on`; the provider receives it on `received_on`, the same day unless told."""

    kind: Literal["referral"] = "referral"
    received_on: Annotated[Day, NotBefore("on")] | None = None
    route: ReferralRoute | None = None
    referred_by: Party | None = None
    duplicate: Flag | None = None
    inappropriate: Flag | None = None
    clerical_complete: Flag | None = None

    @property
    def receipt_day(self) -> date:
        """The day on which the provider receives the referral."""
        return self.received_on or self.on


class ReferralAcknowledged(EnteredEvent):
    """The provider accepts or rejects the referral on PRaP."""

    kind: Literal["referral_acknowledged"] = "referral_acknowledged"
    decision: ReferralDecision
    reason: str | None = None


class ReferralError(TimedEvent):
    """A fault in the referral is found, reported, or confirmed corrected."""

    kind: Literal["referral_error"] = "referral_error"
    step: ErrorStep | None = None
    stage: ErrorStage | None = None


class ReferralCancelled(EnteredEvent, TimedEvent):
    """The referral is closed without a start."""

    kind: Literal["referral_cancelled"] = "referral_cancelled"
    outcome: CancelledAs
    reason: NotStartedReason | None = None
