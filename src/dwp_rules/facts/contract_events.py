"""The 8 kinds of event of a contract, as one union told apart by `kind`."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import Field

from dwp_rules.facts.base import with_changes
from dwp_rules.facts.enums import (
    AssuranceRating,
    ContractMeetingType,
    Notice,
    Party,
    PaymentStream,
    PlanKind,
    PlanStep,
    ReturnKind,
)
from dwp_rules.facts.events.base import Event
from dwp_rules.facts.types import Count, Day, Flag, Month, Name, NotBefore, Pounds, SetOf

E = TypeVar("E", bound=Event)


class ContractNotice(Event):
    """A written step by DWP: an intervention level, an improvement notice, a deferral or forfeit, a waiver.

    `month` is the month that it concerns, `measure` the standard, `ends_on` the day up to which it runs.
    """

    kind: Literal["contract_notice"] = "contract_notice"
    notice: Notice
    month: Month | None = None
    level: Count | None = None
    ends_on: Annotated[Day, NotBefore("on")] | None = None
    agreed_by: Party | None = None
    measure: Name | None = None


class ReturnSubmitted(Event):
    """A return, a template or a pack of management information is delivered."""

    kind: Literal["return_submitted"] = "return_submitted"
    what: ReturnKind
    report_month: Month | None = None


class ContractMeeting(Event):
    """A review meeting is held; `frequency_months` is how often DWP wants them from then on."""

    kind: Literal["contract_meeting"] = "contract_meeting"
    type: ContractMeetingType | None = None
    plan_reviewed: Flag | None = None
    frequency_months: Annotated[Count, Field(ge=1)] | None = None


class ActionPlanStep(Event):
    """A step in the life of an action plan; `due_on` is the day agreed for it.

    `submission_due_on` and `implementation_due_on` are the days agreed for steps that are still to come.
    """

    kind: Literal["action_plan_step"] = "action_plan_step"
    plan: PlanKind | None = None
    step: PlanStep
    due_on: Day | None = None
    submission_due_on: Day | None = None
    implementation_due_on: Day | None = None
    actions_total: Count | None = None


class AssuranceReview(Event):
    """An assurance review, `on` its first day, with the rating that it ended in and the reasons."""

    kind: Literal["assurance_review"] = "assurance_review"
    ended_on: Annotated[Day, NotBefore("on")] | None = None
    rating: AssuranceRating | None = None
    reasons: SetOf[Name] | None = None
    weaknesses: Flag | None = None
    suspicion: Flag | None = None


class ComplianceCheck(Event):
    """A compliance check on a set day, of a sample sent before it."""

    kind: Literal["compliance_check"] = "compliance_check"
    sample_sent_on: Day | None = None
    sample: tuple[Name, ...] | None = None
    findings: tuple[Name, ...] | None = None


class ContractPayment(Event):
    """Money between DWP, the provider and suppliers: `claimed` is what is due before anything is taken off."""

    kind: Literal["contract_payment"] = "contract_payment"
    month: Month | None = None
    stream: PaymentStream | None = None
    strand: Name | None = None
    claimed: Pounds | None = None
    paid: Pounds | None = None
    validated: Pounds | None = None
    deferred: Pounds | None = None
    invoice_on: Day | None = None


class ReportableChange(Event):
    """A change or an incident that DWP must be told of at once: `on` is the day it became known."""

    kind: Literal["reportable_change"] = "reportable_change"
    what: Name | None = None
    reported_on: Annotated[Day, NotBefore("on")] | None = None


AnyContractEvent = Annotated[
    ContractNotice
    | ReturnSubmitted
    | ContractMeeting
    | ActionPlanStep
    | AssuranceReview
    | ComplianceCheck
    | ContractPayment
    | ReportableChange,
    Field(discriminator="kind"),
]
"""Any event of a contract."""

CONTRACT_EVENT_KINDS: Mapping[str, type[Event]] = {
    kind.model_fields["kind"].default: kind for kind in get_args(get_args(AnyContractEvent)[0])
}
"""The class of each kind of event of a contract."""

_HAPPENS_LATER = ("ended_on", "sample_sent_on", "reported_on")
_FOUND_AT_THE_END = ("rating", "reasons", "weaknesses", "suspicion")


def contract_event_until(event: E, day: date) -> E | None:
    """Give an event as it stands at the end of a day, or None if it had not happened or was withdrawn by then.

    What was agreed ahead (the day up to which a notice runs, the day by which a step is due) stays; what a review
    found is not known before it ended.
    """
    if event.on > day or (event.withdrawn_on is not None and event.withdrawn_on <= day):
        return None
    later = [name for name in _HAPPENS_LATER if (told := vars(event).get(name)) is not None and told > day]
    if "ended_on" in later:
        later += _FOUND_AT_THE_END
    return with_changes(event, dict.fromkeys(later)) if later else event
