"""Duties that arise for each of several matters, such as a document for each job."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dwp_rules.calendar import Period
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts.situation import Days, Doubtful, Situation, Unknown
from dwp_rules.rules import Rule
from dwp_rules.standards.deadline import Deadline, done_by, either, undetermined
from dwp_rules.standards.deadlines import last_day, missing_from, unknown_days

__all__ = ["BeforeEach", "Matter", "WithinEach"]


class Matter(NamedTuple):
    """One thing that needs doing: the day that sets it running, and the days on which it was done, earliest first."""

    trigger: date | Unknown
    done: Days | Unknown


@dataclass(frozen=True, slots=True, eq=False)
class WithinEach:
    """A duty to be done within a period, for each matter by itself: `WithinEach(rule, working_days(10), of=...)`.

    What is done for one matter is not done for another; done before the trigger is in time.
    """

    rule: Rule
    period: Period
    of: Callable[[Situation], Sequence[Matter]]

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give the deadline of each matter."""
        matters = situation[self.of]
        return [self._one(situation, matter) for matter in matters] if matters else ()

    def _one(self, situation: Situation, matter: Matter) -> Deadline:
        trigger, done = matter
        if isinstance(trigger, Unknown):
            return undetermined(self.rule, missing=missing_from(trigger, done))
        due, provisional = last_day(self.period, trigger, situation.calendar)
        if due is None:
            return undetermined(self.rule, trigger, missing=(unknown_days(situation.calendar),))
        if isinstance(done, Doubtful):
            days, as_of = (done.certain, done.possible), situation.as_of
            certain, possible = (
                done_by(self.rule, trigger, due, each[0] if each else None, as_of, provisional) for each in days
            )
            return either(certain, possible, done.missing)
        if isinstance(done, Unknown):
            return undetermined(self.rule, trigger, due, done.missing, provisional)
        return done_by(self.rule, trigger, due, done[0] if done else None, situation.as_of, provisional)


@dataclass(frozen=True, slots=True, eq=False)
class BeforeEach:
    """A duty to be done before the day of each matter, at the latest the day before: `BeforeEach(rule, of=...)`."""

    rule: Rule
    of: Callable[[Situation], Sequence[Matter]]

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give the deadline of each matter."""
        return [self._one(situation, matter) for matter in situation[self.of]]

    def _one(self, situation: Situation, matter: Matter) -> Deadline:
        trigger, done = matter
        if isinstance(trigger, Unknown):
            return undetermined(self.rule, missing=missing_from(trigger, done))
        due = trigger - ONE_DAY
        if isinstance(done, Unknown):
            return undetermined(self.rule, trigger, due, done.missing)
        return done_by(self.rule, trigger, due, done[0] if done else None, situation.as_of, False)
