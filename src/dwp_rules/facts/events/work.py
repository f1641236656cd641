"""Work and earnings."""

from typing import Annotated, Literal

from dwp_rules.facts.enums import EmployerRelationship, PaymentKind, WorkKind
from dwp_rules.facts.events.base import EnteredEvent, Event
from dwp_rules.facts.types import Day, Flag, Name, NullMeans, Pounds

Employer = Annotated[EmployerRelationship, NullMeans(EmployerRelationship.UNRELATED)]


class WorkStarted(EnteredEvent):
    """A job or self-employment begins; the provider learns of it on `told_on`."""

    kind: Literal["work_started"] = "work_started"
    work_id: Name | None = None
    work: WorkKind
    employer: Employer = EmployerRelationship.UNRELATED
    indirect: Flag | None = None
    related_to_programme: Flag | None = None
    works_nights: Flag | None = None
    occupation: str | None = None
    told_on: Day | None = None


class WorkEnded(EnteredEvent):
    """That work ends; the provider finds out on `established_on`."""

    kind: Literal["work_ended"] = "work_ended"
    work_id: Name | None = None
    established_on: Day | None = None


class EarningsPayment(Event):
    """A payment reported by HMRC: `on` is the pay date, a negative amount corrects an earlier one.

    `employer` overrides the relationship that the work itself carries; None leaves it as it is there,
    and unrelated where the work is not told.
    """

    kind: Literal["earnings_payment"] = "earnings_payment"
    amount: Pounds
    payment: Annotated[PaymentKind, NullMeans(PaymentKind.WAGES)] = PaymentKind.WAGES
    work_id: Name | None = None
    employer: EmployerRelationship | None = None
    data_received_on: Day | None = None


class SelfEmployedDay(Event):
    """One day of trading."""

    kind: Literal["self_employed_day"] = "self_employed_day"
    occupation: str | None = None
    employer: Employer = EmployerRelationship.UNRELATED
    evidenced: Flag | None = None
