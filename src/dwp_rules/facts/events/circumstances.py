"""Benefits and circumstances, and disengagement."""

from typing import Annotated, Literal

from pydantic import Field

from dwp_rules.facts.enums import ChangeKind, Nation, WithdrawalStage
from dwp_rules.facts.events.base import Event, TimedEvent
from dwp_rules.facts.types import Day, Name, NotBefore


class ChangeOfCircumstances(Event):
    """Something in the person's life or claim changes."""

    kind: Literal["change_of_circumstances"] = "change_of_circumstances"
    change: ChangeKind | None = None
    declared_on: Day | None = None
    considered_on: Day | None = None


class Moved(Event):
    """The person moves, or leaves the area for a time; without `expected_return_on` it is open-ended."""

    kind: Literal["moved"] = "moved"
    to_nation: Nation | None = None
    to_cpa: Name | None = None
    expected_return_on: Annotated[Day, NotBefore("on")] | None = None


class Died(Event):
    """The person dies."""

    kind: Literal["died"] = "died"


class Disengaged(TimedEvent):
    """The person stops engaging."""

    kind: Literal["disengaged"] = "disengaged"
    reason: str | None = Field(default=None, repr=False)


class ReEngaged(TimedEvent):
    """The person engages again."""

    kind: Literal["re_engaged"] = "re_engaged"


class Withdrawal(Event):
    """The person says they will not attend, or want to leave."""

    kind: Literal["withdrawal"] = "withdrawal"
    stage: WithdrawalStage
    reason: str | None = Field(default=None, repr=False)
