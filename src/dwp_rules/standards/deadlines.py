"""How a deadline is declared, and the one mechanism that evaluates it for every programme."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import OutsideCalendar, Period, WorkingCalendar
from dwp_rules.facts.situation import Days, Moment, Situation, Unknown
from dwp_rules.rules import Rule

__all__ = ["Deadline", "DeadlineStatus", "Every", "Guard", "InTheLast", "Span", "Within"]

Guard: TypeAlias = Callable[[Situation], bool | Unknown]
"""Whether a duty applies in this situation, as far as is known."""


class DeadlineStatus(StrEnum):
    """How a duty stands on the day of the assessment."""

    MET = "met"
    LATE = "late"
    EARLY = "early"
    PENDING = "pending"
    OVERDUE = "overdue"
    UNDETERMINED = "undetermined"


MET, LATE, EARLY = DeadlineStatus.MET, DeadlineStatus.LATE, DeadlineStatus.EARLY
PENDING, OVERDUE, UNDETERMINED = DeadlineStatus.PENDING, DeadlineStatus.OVERDUE, DeadlineStatus.UNDETERMINED


class Deadline(NamedTuple):
    """One duty on one occasion.

    `trigger` sets it running, `opens` is the first day that counts (None: not before the trigger), `due` the last
    day in time, `due_at` the last instant of a duty stated in hours, `done` the day it was done. `provisional`: the
    due date may still move. `missing` names the facts that an undetermined one waits for.
    """

    rule: Rule
    trigger: date | None
    opens: date | None
    due: date | None
    due_at: datetime | None
    done: date | None
    status: DeadlineStatus
    missing: tuple[str, ...]
    provisional: bool


class Span(NamedTuple):
    """Days, both counted, during which a recurring duty runs; `last` None: it still runs."""

    first: date
    last: date | None


_new = tuple.__new__


@dataclass(frozen=True, slots=True)
class Within:
    """A duty to be done within a period of something: `Within(rule, working_days(2), after=..., done=...)`.

    There is one deadline for each day that `after` gives; it is done on the first of the `done` days from there on.
    `early_counts`: done before the trigger is in time too. `when`: the duty applies only then.
    """

    rule: Rule
    period: Period
    after: Moment
    done: Moment
    when: Guard | None = None
    early_counts: bool = False

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give the deadline for each trigger, in the order of the triggers."""
        triggers = situation[self.after]
        if not triggers:
            return ()
        applies = True if self.when is None else situation[self.when]
        if applies is False:
            return ()
        missing = applies.missing if isinstance(applies, Unknown) else ()
        if isinstance(triggers, Unknown):
            return (_undetermined(self.rule, None, None, missing + triggers.missing),)
        done = situation[self.done]
        if isinstance(done, Unknown):
            missing += done.missing
            done = ()
        return [self._one(situation, trigger, done, missing) for trigger in triggers]

    def _one(self, situation: Situation, trigger: date, done: Days, missing: tuple[str, ...]) -> Deadline:
        try:
            due, provisional = self.period.after(trigger, situation.calendar), False
        except OutsideCalendar:
            due, provisional = _projected(self.period, trigger, situation.calendar), True
        if due is None:
            return _undetermined(self.rule, trigger, None, (*missing, unknown_days(situation.calendar)))
        if missing:
            return _undetermined(self.rule, trigger, due, missing, provisional)
        place = 0 if self.early_counts else bisect_left(done, trigger)
        on = done[place] if place < len(done) else None
        status = _status(on, due, situation.as_of)
        return _new(Deadline, (self.rule, trigger, None, due, None, on, status, (), provisional))


def _status(on: date | None, due: date, as_of: date) -> DeadlineStatus:
    if on is not None:
        return MET if on <= due else LATE
    return PENDING if as_of <= due else OVERDUE


def _projected(period: Period, trigger: date, calendar: WorkingCalendar) -> date | None:
    """Count on with the holidays expected after the calendar's horizon; None before its first day."""
    try:
        return period.after(trigger, calendar.projected)
    except OutsideCalendar:
        return None


@dataclass(frozen=True, slots=True)
class Every:
    """A recurring duty: `Every(rule, working_days(10), done=..., during=...)`.

    There is one deadline for each interval, from the opening of the span or the last time it was done to the next.
    An interval that the span cuts short before it was due gives none. `unless` gives the periods agreed in place of
    the standard one, by the day from which each holds; what is due by one of them stands under the rule `agreed`.
    """

    rule: Rule
    period: Period
    done: Moment
    during: Callable[[Situation], Sequence[Span] | Unknown]
    unless: Callable[[Situation], Sequence[tuple[date, Period]]] | None = None
    agreed: Rule | None = None

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give a deadline for each interval of each span."""
        spans = situation[self.during]
        if isinstance(spans, Unknown):
            return (_undetermined(self.rule, None, None, spans.missing),)
        if not spans:
            return ()
        done = situation[self.done]
        if isinstance(done, Unknown):
            return (_undetermined(self.rule, spans[0].first, None, done.missing),)
        others = () if self.unless is None else situation[self.unless]
        deadlines: list[Deadline] = []
        for span in spans:
            self._fill(situation, span, done, others, deadlines)
        return deadlines

    def _fill(
        self,
        situation: Situation,
        span: Span,
        done: Days,
        others: Sequence[tuple[date, Period]],
        deadlines: list[Deadline],
    ) -> None:
        trigger, last = span
        for place in range(bisect_left(done, trigger), len(done)):
            on = done[place]
            if last is not None and on > last:
                break
            deadlines.append(self._one(situation, trigger, on, others))
            trigger = on
        unfinished = self._one(situation, trigger, None, others)
        if last is None or unfinished.due is None or unfinished.due <= last:
            deadlines.append(unfinished)

    def _one(
        self, situation: Situation, trigger: date, on: date | None, others: Sequence[tuple[date, Period]]
    ) -> Deadline:
        period, rule = self._in_force(situation, trigger, others) if others else (self.period, self.rule)
        try:
            due, provisional = period.after(trigger, situation.calendar), False
        except OutsideCalendar:
            due, provisional = _projected(period, trigger, situation.calendar), True
        if due is None:
            return _undetermined(rule, trigger, None, (unknown_days(situation.calendar),))
        status = _status(on, due, situation.as_of)
        return _new(Deadline, (rule, trigger, None, due, None, on, status, (), provisional))

    def _in_force(
        self, situation: Situation, trigger: date, others: Sequence[tuple[date, Period]]
    ) -> tuple[Period, Rule]:
        """Give the period in force, which may be one agreed before the old period had run out."""
        period, rule = self.period, self.rule
        for since, other in others:
            due = _projected(period, trigger, situation.calendar)
            if due is None or since > due:
                break
            period, rule = other, self.agreed or self.rule
        return period, rule


@dataclass(frozen=True, slots=True)
class InTheLast:
    """A duty to be done in the last days before an end: `InTheLast(rule, working_days(10), of=..., done=...)`.

    `of` gives the end and whether it may still move; the window runs from the period's first day to the end, both
    counted, so the period counts the end itself as day one (`DayOne.SAME`). Done before the window opens is `early`,
    unless it is done again inside it.
    """

    rule: Rule
    period: Period
    of: Callable[[Situation], tuple[date, bool] | Unknown | None]
    done: Moment
    when: Guard | None = None

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give the one deadline, or none where there is no end or no duty."""
        end = situation[self.of]
        if end is None:
            return ()
        applies = True if self.when is None else situation[self.when]
        if applies is False:
            return ()
        missing: tuple[str, ...] = applies.missing if isinstance(applies, Unknown) else ()
        if isinstance(end, Unknown):
            return (_undetermined(self.rule, None, None, missing + end.missing),)
        due, provisional = end
        try:
            opens = self.period.before(due, situation.calendar)
        except OutsideCalendar:
            try:
                opens = self.period.before(due, situation.calendar.projected)
            except OutsideCalendar:
                return (_undetermined(self.rule, due, due, (*missing, unknown_days(situation.calendar))),)
            provisional = True
        done = situation[self.done]
        if isinstance(done, Unknown):
            missing += done.missing
        if missing or isinstance(done, Unknown):
            return (_undetermined(self.rule, due, due, missing, provisional)._replace(opens=opens),)
        on, status = _in_window(done, opens, due, situation.as_of)
        return (Deadline(self.rule, due, opens, due, None, on, status, (), provisional),)


def _in_window(done: Days, opens: date, due: date, as_of: date) -> tuple[date | None, DeadlineStatus]:
    place = bisect_left(done, opens)
    if place < len(done):
        return done[place], MET if done[place] <= due else LATE
    if done:
        return done[-1], EARLY
    return None, PENDING if as_of <= due else OVERDUE


def unknown_days(calendar: WorkingCalendar) -> str:
    """Name, as a missing fact, the working days that a calendar does not know."""
    return f"the working days of {calendar.name} outside {calendar.first:%d/%m/%Y} to {calendar.horizon:%d/%m/%Y}"


def _undetermined(
    rule: Rule, trigger: date | None, due: date | None, missing: tuple[str, ...], provisional: bool = False
) -> Deadline:
    return Deadline(rule, trigger, None, due, None, None, UNDETERMINED, missing, provisional)
