"""Duties stated in hours: due at an instant where the instant is known, by the end of a day where only the day is."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import Hours
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.rules import Rule
from dwp_rules.standards.british_clock import at_clock_time, british_time
from dwp_rules.standards.deadline import Deadline, DeadlineStatus, undetermined
from dwp_rules.standards.deadlines import Guard, missing_from

__all__ = ["Occurrence", "Occurrences", "WithinHours", "by_the_clock", "elapsed"]

MET, LATE = DeadlineStatus.MET, DeadlineStatus.LATE
PENDING, OVERDUE = DeadlineStatus.PENDING, DeadlineStatus.OVERDUE


class Occurrence(NamedTuple):
    """Something that happened on a day, and at which instant where that is told; `fact` names the instant."""

    on: date
    at: datetime | None = None
    fact: str = ""


Occurrences: TypeAlias = Callable[[Situation], Sequence[Occurrence] | Unknown]
"""A named function from a situation to what happened, earliest first."""

DueAt: TypeAlias = Callable[[Hours, datetime], datetime]
"""When so many hours from an instant are over."""

Place: TypeAlias = tuple[date, bool, datetime]
"""A place in time; of one day, what has no instant comes first."""


def elapsed(period: Hours, since: datetime) -> datetime:
    """Give the instant so many elapsed hours later, as clocks in Great Britain show it.

    >>> from dwp_rules.calendar import hours
    >>> print(elapsed(hours(24), datetime.fromisoformat("2022-03-26T12:00:00+00:00")))
    2022-03-27 13:00:00+01:00
    """
    return british_time(period.after_instant(since))


def by_the_clock(period: Hours, since: datetime) -> datetime:
    """Give the instant at which clocks in Great Britain show so many hours more, whether they change or not.

    >>> from dwp_rules.calendar import hours
    >>> print(by_the_clock(hours(24), datetime.fromisoformat("2022-03-26T12:00:00+00:00")))
    2022-03-27 12:00:00+01:00
    """
    shown = british_time(since).replace(tzinfo=None) + timedelta(hours=period.n)
    return at_clock_time(shown.date(), shown.time())


@dataclass(frozen=True, slots=True, eq=False)
class WithinHours:
    """A duty to be done within some hours of something: `WithinHours(rule, hours(24), after=..., done=...)`.

    There is one deadline for each occurrence; it is done by the first of the `done` occurrences from there on. Hours
    run through weekends and holidays; `due_at_by` says how they are counted. Where an instant is not told, whole days
    are compared, `due` is the last day on which the hours may end, and `missing` names the instant that would say more.
    """

    rule: Rule
    period: Hours
    after: Occurrences
    done: Occurrences
    when: Guard | None = None
    due_at_by: DueAt = elapsed

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give the deadline for each trigger, in the order of the triggers."""
        triggers = situation[self.after]
        if not triggers:
            return ()
        applies = True if self.when is None else situation[self.when]
        if not applies:
            return ()
        done = situation[self.done]
        if applies is not True or isinstance(triggers, Unknown) or isinstance(done, Unknown):
            return (undetermined(self.rule, missing=missing_from(applies, triggers, done)),)
        as_of = situation.as_of
        in_order = sorted(done, key=_place) if len(done) > 1 else done
        return [self._one(trigger, _answer(trigger, in_order), as_of) for trigger in triggers]

    def _one(self, trigger: Occurrence, answer: Occurrence | None, as_of: date) -> Deadline:
        due_at = None if trigger.at is None else self.due_at_by(self.period, trigger.at)
        due = self.period.after(trigger.on) if due_at is None else due_at.date()
        untimed = (trigger.fact,) if trigger.at is None and trigger.fact else ()
        if answer is None:
            status = PENDING if as_of <= due else OVERDUE
            return _new(Deadline, (self.rule, trigger.on, None, due, due_at, None, status, untimed, False))
        if answer.at is None and answer.fact:
            untimed = (*untimed, answer.fact)
        if due_at is None or answer.at is None:
            in_time = answer.on <= due
        else:
            in_time = answer.at <= due_at
        status = MET if in_time else LATE
        return _new(Deadline, (self.rule, trigger.on, None, due, due_at, answer.on, status, untimed, False))


_new = tuple.__new__
_NO_INSTANT = datetime.min.replace(tzinfo=UTC)


def _place(one: Occurrence) -> Place:
    return one.on, one.at is not None, one.at or _NO_INSTANT


def _answer(trigger: Occurrence, done: Sequence[Occurrence]) -> Occurrence | None:
    """Give the first that was done from the trigger on; on its day, one known to come before it does not count."""
    place = bisect_left(done, (trigger.on, False, _NO_INSTANT), key=_place)
    if trigger.at is not None and place < len(done) and done[place].on == trigger.on and done[place].at is not None:
        place = bisect_left(done, (trigger.on, True, trigger.at), key=_place)
    return done[place] if place < len(done) else None
