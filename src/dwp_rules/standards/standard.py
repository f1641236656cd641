"""Customer service standards: what each measures, its target, and the judgement of one case."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import Month
from dwp_rules.facts.situation import Moment, Situation, Unknown
from dwp_rules.rules import Finding, Reason, Rule
from dwp_rules.standards.deadline import Deadline, DeadlineStatus

__all__ = ["EVERY_CASE", "Bound", "Judged", "Standard", "by_rule_id", "judged_on"]

EVERY_CASE = Decimal(100)
"""The target of a standard that states no percentage: every case must meet it."""


class Bound(StrEnum):
    """Whether the target is the least share of cases that must meet the standard, or the most that may fail it."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Judged(NamedTuple):
    """What a standard finds of one case, and the day by which it belongs to a month; None: the day is not known."""

    finding: Finding
    on: date | None


Judge: TypeAlias = Callable[[Situation], Sequence[Judged]]
JudgeOnDay: TypeAlias = Callable[[Situation, date], Sequence[Judged]]
PlacedBy: TypeAlias = Callable[[Situation], date | Unknown | None]
Gathered: TypeAlias = Mapping[str, Sequence[Deadline]]

MET, PENDING = DeadlineStatus.MET, DeadlineStatus.PENDING
NOT_MET = frozenset({DeadlineStatus.LATE, DeadlineStatus.OVERDUE, DeadlineStatus.EARLY})


@dataclass(frozen=True, slots=True)
class Standard:
    """A customer service standard, or (with no target) an indicator that is measured like one.

    `number` is the document's own (CSS5a), `measures` the ids of the deadlines that it judges, `target` the
    percentage of cases, met at `bound`. A standard with neither deadlines nor a judgement of its own (`judged_by`)
    measures no case: it is about the contract's returns.

    A case belongs to the month in which the last of its deadlines falls, or to that of the day which `placed_by`
    gives. One that is `recurring` is judged anew in each month in which something was due. `judged_on_day` judges how
    a case stood at the end of a day, the last of the period that is measured. `answers` are the values of its
    findings that are counted apart, such as the answers to a survey.
    """

    number: str
    rule: Rule
    measures: tuple[str, ...] = ()
    target: Decimal | None = EVERY_CASE
    bound: Bound = Bound.AT_LEAST
    judged_by: Judge | None = None
    judged_on_day: JudgeOnDay | None = None
    placed_by: PlacedBy | None = None
    recurring: bool = False
    answers: tuple[str, ...] = ()
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

    @property
    def measures_cases(self) -> bool:
        """Whether it can be counted from cases."""
        return bool(self.measures) or self.judges_itself

    @property
    def judges_itself(self) -> bool:
        """Whether it has a judgement of its own, beside those of the deadlines."""
        return self.judged_by is not None or self.judged_on_day is not None

    def findings(self, situation: Situation, deadlines: Gathered) -> Sequence[Finding]:
        """Judge one case, whatever the month; nothing where the standard does not apply to it."""
        if self.judged_by is None and self.judged_on_day is None:
            measured = self._measured(deadlines)
            return (self.judge_all(measured),) if measured else ()
        judged = self.judged(situation, deadlines, situation.as_of)
        return [finding for finding, _on in judged] if judged else ()

    def judged(self, situation: Situation, deadlines: Gathered, on: date) -> Sequence[Judged]:
        """Judge one case at the end of a day, with the day by which each judgement belongs to a month."""
        if self.judged_on_day is not None:
            return self.judged_on_day(situation, on)
        if self.judged_by is not None:
            return situation[self.judged_by]
        measured = self._measured(deadlines)
        if not measured:
            return ()
        placed = None if self.placed_by is None else situation[self.placed_by]
        if placed is not None:
            return [Judged(self.judge_all(measured), None if isinstance(placed, Unknown) else placed)]
        if self.recurring:
            return [Judged(self.judge_all(due), due[-1].due) for due in _by_month(measured)]
        return [Judged(self.judge_all(measured), _last_due(measured))]

    def judge(self, deadlines: Gathered) -> tuple[Finding, ...]:
        """Judge one case by its deadlines, given by the id of their rule; nothing where it does not apply."""
        measured = self._measured(deadlines)
        return (self.judge_all(measured),) if measured else ()

    def _measured(self, deadlines: Gathered) -> list[Deadline]:
        measured: list[Deadline] = []
        for rule_id in self.measures:
            if rule_id in deadlines:
                measured += deadlines[rule_id]
        return measured

    def judge_all(self, measured: Sequence[Deadline]) -> Finding:
        """Judge some deadlines together: met where all were due and all were met."""
        if len(measured) == 1 and measured[0].status is MET:
            return self.once_in_time
        statuses = [d.status for d in measured if d.status is not PENDING]
        due, in_time = len(statuses), statuses.count(MET)
        if not NOT_MET.isdisjoint(statuses):
            return self.not_in_time(False, done=in_time, due=due)
        if in_time < due:
            return self.rule.unknown(*dict.fromkeys(name for d in measured for name in d.missing))
        if due < len(measured):
            return self.not_yet_due
        return self.in_time(True, done=in_time, due=due)


def _last_due(measured: Sequence[Deadline]) -> date | None:
    return max((d.due for d in measured if d.due is not None), default=None)


def _by_month(measured: Sequence[Deadline]) -> list[list[Deadline]]:
    months: dict[Month | None, list[Deadline]] = {}
    for deadline in measured:
        months.setdefault(None if deadline.due is None else Month.of(deadline.due), []).append(deadline)
    return list(months.values())


def judged_on(day: Moment, findings: Callable[[Situation], Sequence[Finding]]) -> Judge:
    """Make a judgement of findings that all belong to the first of the days that a moment gives.

    `Standard("CSS4", HANDED_BACK, judged_by=judged_on(ended, handback))`
    """

    def judged(situation: Situation) -> Sequence[Judged]:
        found = findings(situation)
        if not found:
            return ()
        days = situation[day]
        on = None if isinstance(days, Unknown) or not days else days[0]
        return [Judged(finding, on) for finding in found]

    return judged


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
