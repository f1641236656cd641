"""Duties to be done on each of some working days in a row, such as daily attempts to reach somebody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from dwp_rules.calendar import WorkingDays, working_days
from dwp_rules.facts.situation import Situation
from dwp_rules.rules import Rule
from dwp_rules.standards.deadline import MET, OVERDUE, PENDING, UNDETERMINED, Deadline, undetermined
from dwp_rules.standards.deadlines import last_day, unknown_days

__all__ = ["Attempts", "InDoubt", "OnEachDay"]


class InDoubt(NamedTuple):
    """Days on which something may have been tried, the first that may have settled it, and the fact that is missing."""

    tried: frozenset[date]
    settled_on: date | None
    missing: str

    def concerns(self, day: date) -> bool:
        """Whether it may have been tried on a day, or settled before it or on it."""
        return day in self.tried or (self.settled_on is not None and day >= self.settled_on)


_new = tuple.__new__


class Attempts(NamedTuple):
    """Days on which something was tried after a trigger, and the first day on which it need be tried no more."""

    trigger: date
    tried: frozenset[date]
    settled_on: date | None
    in_doubt: InDoubt | None = None


@dataclass(frozen=True, slots=True, eq=False)
class OnEachDay:
    """A duty to be done on each of the first working days after something: `OnEachDay(rule, 5, of=...)`.

    There is one deadline for each of the days, due on the day itself; none from the day on which it is settled,
    unless it was done that day.
    """

    rule: Rule
    days: int
    of: Callable[[Situation], Sequence[Attempts]]
    _periods: tuple[WorkingDays, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the period to each of the days."""
        object.__setattr__(self, "_periods", tuple(working_days(number) for number in range(1, self.days + 1)))

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give the deadline of each day after each trigger."""
        attempts = situation[self.of]
        return [deadline for each in attempts for deadline in self._each(situation, each)] if attempts else ()

    def _each(self, situation: Situation, attempts: Attempts) -> list[Deadline]:
        deadlines: list[Deadline] = []
        trigger, attempted, settled_on, in_doubt = attempts
        for period in self._periods:
            day, provisional = last_day(period, trigger, situation.calendar)
            if day is None:
                unknown = (unknown_days(situation.calendar),)
                return [*deadlines, undetermined(self.rule, trigger, missing=unknown)]
            tried = day in attempted
            if settled_on is not None and (day > settled_on or (day == settled_on and not tried)):
                break
            missing: tuple[str, ...] = ()
            if in_doubt is not None and not tried and in_doubt.concerns(day):
                status, missing = UNDETERMINED, (in_doubt.missing,)
            else:
                status = MET if tried else PENDING if situation.as_of <= day else OVERDUE
            done = day if tried else None
            deadlines.append(_new(Deadline, (self.rule, trigger, day, day, None, done, status, missing, provisional)))
        return deadlines
