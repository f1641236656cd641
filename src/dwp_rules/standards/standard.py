"""Customer service standards: which deadlines each measures, its target, and the judgement of one case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from dwp_rules.rules import Finding, Reason, Rule
from dwp_rules.standards.deadline import Deadline, DeadlineStatus

__all__ = ["EVERY_CASE", "Bound", "Standard", "by_rule_id"]

EVERY_CASE = Decimal(100)
"""The target of a standard that states no percentage: every case must meet it."""


class Bound(StrEnum):
    """Whether the target is the least share of cases that must meet the standard, or the most that may fail it."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


MET, PENDING = DeadlineStatus.MET, DeadlineStatus.PENDING
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
    not_yet_due: Finding = field(init=False, repr=False)
    once_in_time: Finding = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the reasons that the judgement of a case can give."""
        object.__setattr__(self, "in_time", self.rule.met("in_time", "done in time: {done} of {due}"))
        object.__setattr__(self, "not_in_time", self.rule.not_met("not_in_time", "done in time: {done} of {due}"))
        object.__setattr__(self, "once_in_time", self.in_time(True, done=1, due=1))
        object.__setattr__(self, "not_yet_due", self.rule.undetermined("not_yet_due", "not yet due")(None))

    def judge(self, deadlines: Mapping[str, Sequence[Deadline]]) -> tuple[Finding, ...]:
        """Judge one case by its deadlines, given by the id of their rule; nothing where it does not apply."""
        statuses = [d.status for rule_id in self.measures for d in deadlines.get(rule_id, ())]
        if not statuses:
            return ()
        due, in_time = len(statuses) - statuses.count(PENDING), statuses.count(MET)
        if not due:
            return (self.not_yet_due,)
        if in_time == due:
            return (self.once_in_time if due == 1 else self.in_time(True, done=in_time, due=due),)
        if NOT_MET.isdisjoint(statuses):
            measured = (d for rule_id in self.measures for d in deadlines.get(rule_id, ()))
            return (self.rule.unknown(*dict.fromkeys(name for d in measured for name in d.missing)),)
        return (self.not_in_time(False, done=in_time, due=due),)


def by_rule_id(deadlines: Iterable[Deadline]) -> dict[str, list[Deadline]]:
    """Gather deadlines by the id of the rule that sets them."""
    gathered: dict[str, list[Deadline]] = {}
    for deadline in deadlines:
        rule_id = deadline.rule.id
        if rule_id in gathered:
            gathered[rule_id].append(deadline)
        else:
            gathered[rule_id] = [deadline]
    return gathered
