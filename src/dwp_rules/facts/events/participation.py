"""What happens while a person takes part: offers, activities, money, safeguarding, escalation."""

from typing import Literal

from pydantic import Field

from dwp_rules.facts.enums import (
    ActivityKind,
    CarerKind,
    CostKind,
    CostPurpose,
    EscalationMatter,
    EscalationStep,
    OfferResponse,
    Party,
    SupportKind,
)
from dwp_rules.facts.events.base import EnteredEvent, Event, TimedEvent
from dwp_rules.facts.types import Count, Flag, Hours, UnsignedPounds


class SupportOffered(Event):
    """An offer of contact, a session or help, whether or not it is taken up."""

    kind: Literal["support_offered"] = "support_offered"
    what: SupportKind | None = None
    minutes: Count | None = None
    response: OfferResponse | None = None
    reason_recorded: Flag | None = None


class Activity(Event):
    """Work experience, training or another activity."""

    kind: Literal["activity"] = "activity"
    activity: ActivityKind | None = None
    hours: Hours | None = None
    paid: Flag | None = None
    in_plan: Flag | None = None
    complied: Flag | None = None


class Cost(Event):
    """Money spent on, paid for or owed to the person, or paid towards the job."""

    kind: Literal["cost"] = "cost"
    cost: CostKind | None = None
    amount: UnsignedPounds | None = None
    reimbursed: UnsignedPounds | None = None
    cheapest_amount: UnsignedPounds | None = None
    cheapest_unsuitable: Flag | None = None
    payee: Party | None = None
    carer: CarerKind | None = None
    days_per_week: Count | None = None
    purpose: CostPurpose | None = None
    evidenced: Flag | None = None
    in_employer_plan: Flag | None = None
    business_plan: Flag | None = None
    loan: Flag | None = None
    alternatives_considered: Flag | None = None


class ExtensionEntered(EnteredEvent):
    """The extension beyond day 456 is keyed."""

    kind: Literal["extension_entered"] = "extension_entered"


class SafeguardingIncident(TimedEvent):
    """A safeguarding matter is identified."""

    kind: Literal["safeguarding_incident"] = "safeguarding_incident"
    nature: str | None = Field(default=None, repr=False)


class Escalation(Event):
    """A complaint, or a doubt about compliance, moves a stage."""

    kind: Literal["escalation"] = "escalation"
    matter: EscalationMatter | None = None
    step: EscalationStep | None = None
