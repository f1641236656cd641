"""The 37 kinds of event that concern a participant, as one union told apart by `kind`."""

from collections.abc import Mapping
from typing import Annotated, get_args

from pydantic import Field

from dwp_rules.facts.events.base import EnteredEvent, Event, TimedEvent
from dwp_rules.facts.events.circumstances import (
    ChangeOfCircumstances,
    Died,
    Disengaged,
    Moved,
    ReEngaged,
    Withdrawal,
)
from dwp_rules.facts.events.completion import (
    ClaimDecision,
    EsfResult,
    ExitDecision,
    OutcomeClaim,
    OutcomePayment,
    ProvisionEnded,
)
from dwp_rules.facts.events.documents import (
    DocumentIssued,
    DocumentRequested,
    DocumentUpdated,
    SurveyResponse,
)
from dwp_rules.facts.events.meetings import (
    AppointmentBooked,
    ChecklistRecorded,
    Contact,
    Meeting,
    Notification,
    Start,
)
from dwp_rules.facts.events.participation import (
    Activity,
    Cost,
    Escalation,
    ExtensionEntered,
    SafeguardingIncident,
    SupportOffered,
)
from dwp_rules.facts.events.referral import (
    PreReferralStep,
    Referral,
    ReferralAcknowledged,
    ReferralCancelled,
    ReferralError,
)
from dwp_rules.facts.events.work import (
    EarningsPayment,
    SelfEmployedDay,
    WorkEnded,
    WorkStarted,
)

__all__ = [
    "EVENT_KINDS",
    "Activity",
    "AnyEvent",
    "AppointmentBooked",
    "ChangeOfCircumstances",
    "ChecklistRecorded",
    "ClaimDecision",
    "Contact",
    "Cost",
    "Died",
    "Disengaged",
    "DocumentIssued",
    "DocumentRequested",
    "DocumentUpdated",
    "EarningsPayment",
    "EnteredEvent",
    "Escalation",
    "EsfResult",
    "Event",
    "ExitDecision",
    "ExtensionEntered",
    "Meeting",
    "Moved",
    "Notification",
    "OutcomeClaim",
    "OutcomePayment",
    "PreReferralStep",
    "ProvisionEnded",
    "ReEngaged",
    "Referral",
    "ReferralAcknowledged",
    "ReferralCancelled",
    "ReferralError",
    "SafeguardingIncident",
    "SelfEmployedDay",
    "Start",
    "SupportOffered",
    "SurveyResponse",
    "TimedEvent",
    "Withdrawal",
    "WorkEnded",
    "WorkStarted",
]

AnyEvent = Annotated[
    PreReferralStep
    | Referral
    | ReferralAcknowledged
    | ReferralError
    | ReferralCancelled
    | Contact
    | AppointmentBooked
    | Meeting
    | ChecklistRecorded
    | Notification
    | Start
    | SupportOffered
    | Activity
    | Cost
    | ExtensionEntered
    | SafeguardingIncident
    | Escalation
    | DocumentUpdated
    | DocumentRequested
    | DocumentIssued
    | SurveyResponse
    | WorkStarted
    | WorkEnded
    | EarningsPayment
    | SelfEmployedDay
    | ChangeOfCircumstances
    | Moved
    | Died
    | Disengaged
    | ReEngaged
    | Withdrawal
    | ExitDecision
    | ProvisionEnded
    | OutcomeClaim
    | ClaimDecision
    | OutcomePayment
    | EsfResult,
    Field(discriminator="kind"),
]
"""Any event of a participant."""

EVENT_KINDS: Mapping[str, type[Event]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnyEvent)[0])
}
"""The class of each kind of event."""
