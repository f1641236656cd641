"""Customer service standards: which deadlines each measures, its target, and the judgement of one case."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from dwp_rules.rules import Finding, Reason, Rule
from dwp_rules.standards.deadlines import Deadline, DeadlineStatus

__all__ = ["EVERY_CASE", "Bound", "Standard"]

EVERY_CASE = Decimal(100)
"""The target of a standard that states no percentage: every case must meet it."""


class Bound(StrEnum):
    """Whether the target is the least share of cases that must meet the standard, or the most that may fail it."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


NOT_MET = frozenset({DeadlineStatus.LATE, DeadlineStatus.OVERDUE, DeadlineStatus.EARLY})


@dataclass(frozen=True, slots=True)
class Standard:
    """A customer service standard.

    `number` is the document's own (CSS5a), `measures` the ids of the deadlines that it judges, `target` the
    percentage of cases, met at `bound`. A standard on the contract's returns measures no case; one that is
    `judged_elsewhere` has a case rule of its own.
    """

    number: str
    rule: Rule
    measures: tuple[str, ...]
    target: Decimal = EVERY_CASE
    bound: Bound = Bound.AT_LEAST
    judged_elsewhere: bool = False
    in_time: Reason = field(init=False, repr=False)
    not_in_time: Reason = field(init=False, repr=False)
    not_yet_due: Reason = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the reasons that the judgement of a case can give."""
        object.__setattr__(self, "in_time", self.rule.met("in_time", "done in time: {done} of {due}"))
        object.__setattr__(self, "not_in_time", self.rule.not_met("not_in_time", "done in time: {done} of {due}"))
        object.__setattr__(self, "not_yet_due", self.rule.undetermined("not_yet_due", "not yet due"))

    def judge(self, deadlines: Sequence[Deadline]) -> Finding | None:
        """Judge one case by its deadlines; None where the standard does not apply to it."""
        measured = [deadline for deadline in deadlines if deadline.rule.id in self.measures]
        if not measured:
            return None
        due = [d for d in measured if d.status is not DeadlineStatus.PENDING]
        if any(d.status in NOT_MET for d in due):
            done = sum(d.status is DeadlineStatus.MET for d in due)
            return self.not_in_time(False, done=done, due=len(due))
        if missing := tuple(name for d in due for name in d.missing):
            return self.rule.unknown(*dict.fromkeys(missing))
        return self.in_time(True, done=len(due), due=len(due)) if due else self.not_yet_due(None)
