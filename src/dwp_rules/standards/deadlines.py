"""How a deadline is declared, and the one mechanism that evaluates it for every programme."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import OutsideCalendar, Period, WorkingCalendar
from dwp_rules.facts.situation import Days, Doubtful, Moment, Situation, Unknown
from dwp_rules.rules import Rule
from dwp_rules.standards.deadline import EARLY, LATE, MET, OVERDUE, PENDING, Deadline, done_by, either, undetermined

__all__ = ["Every", "Guard", "InTheLast", "Span", "Within"]

Guard: TypeAlias = Callable[[Situation], bool | Unknown]
"""Whether a duty applies in this situation, as far as is known."""

Agreed: TypeAlias = Sequence[tuple[date, Period]]
"""The periods agreed in place of the standard one, by the day from which each holds."""

Window: TypeAlias = Callable[[Situation], tuple[date, bool] | Unknown | None]
"""An end and whether it may still move; None where there is none."""


_new = tuple.__new__


class Span(NamedTuple):
    """Days, both counted, during which a recurring duty runs; `last` None: it still runs.

    `unsure` names the facts that decide whether the span had not ended sooner: what was not done in it is then
    undetermined.
    """

    first: date
    last: date | None
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
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
        if not applies:
            return ()
        # What is done is mostly asked for here first: it is derived and kept without the detour over what is missing.
        done = situation.get(when_done := self.done)
        if done is None:
            done = situation[when_done] = when_done(situation)
        if applies is not True or isinstance(triggers, Unknown) or isinstance(done, Unknown):
            if applies is True and isinstance(done, Doubtful) and not isinstance(triggers, Unknown):
                return [self._in_doubt(situation, trigger, done) for trigger in triggers]
            missing = dict.fromkeys(missing_from(applies, triggers, done))
            return self._undetermined(situation, triggers, tuple(missing))
        period, calendar, as_of = self.period, situation.calendar, situation.as_of
        deadlines: list[Deadline] = []
        for trigger in triggers:
            try:
                due = period.after(trigger, calendar)
            except OutsideCalendar:
                deadlines.append(self._one(situation, trigger, done))
                continue
            on = self._done_for(trigger, done) if done else None
            if on is None:
                status = PENDING if as_of <= due else OVERDUE
            else:
                status = MET if on <= due else LATE
            deadlines.append(_new(Deadline, (self.rule, trigger, None, due, None, on, status, (), False)))
        return deadlines

    def _done_for(self, trigger: date, done: Days) -> date | None:
        """Give the day on which it was done for a trigger: the first from there on, or the first of all."""
        if self.early_counts or done[0] >= trigger:
            return done[0]
        place = bisect_left(done, trigger)
        return done[place] if place < len(done) else None

    def _in_doubt(self, situation: Situation, trigger: date, done: Doubtful) -> Deadline:
        certain, possible = (self._one(situation, trigger, days) for days in (done.certain, done.possible))
        return either(certain, possible, done.missing)

    def _one(self, situation: Situation, trigger: date, done: Days) -> Deadline:
        """Give a deadline by the holidays known or expected; undetermined where none are."""
        due, provisional = last_day(self.period, trigger, situation.calendar)
        if due is None:
            return undetermined(self.rule, trigger, missing=(unknown_days(situation.calendar),))
        on = self._done_for(trigger, done) if done else None
        return done_by(self.rule, trigger, due, on, situation.as_of, provisional)

    def _undetermined(
        self, situation: Situation, triggers: Days | Unknown, missing: tuple[str, ...]
    ) -> Sequence[Deadline]:
        if isinstance(triggers, Unknown):
            return (undetermined(self.rule, missing=missing),)
        due = [(trigger, *last_day(self.period, trigger, situation.calendar)) for trigger in triggers]
        return [undetermined(self.rule, trigger, day, missing, provisional) for trigger, day, provisional in due]


@dataclass(frozen=True, slots=True, eq=False)
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
    unless: Callable[[Situation], Agreed] | None = None
    agreed: Rule | None = None

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give a deadline for each interval of each span."""
        spans = situation[self.during]
        if not spans:
            return ()
        done = situation[self.done]
        if isinstance(done, Doubtful) and not isinstance(spans, Unknown):
            return self._in_doubt(situation, spans, done)
        if isinstance(spans, Unknown) or isinstance(done, Unknown):
            return (undetermined(self.rule, missing=missing_from(spans, done)),)
        return self._in_all(situation, spans, done)

    def _in_all(self, situation: Situation, spans: Sequence[Span], done: Days) -> list[Deadline]:
        others = () if self.unless is None else situation[self.unless]
        deadlines: list[Deadline] = []
        for span in spans:
            self._fill(situation, span, done, others, deadlines)
        return deadlines

    def _in_doubt(self, situation: Situation, spans: Sequence[Span], done: Doubtful) -> list[Deadline]:
        """Give the intervals up to the first that a day in doubt would change; what follows hangs on that one."""
        certain, possible = (self._in_all(situation, spans, days) for days in (done.certain, done.possible))
        same = next((n for n, (one, other) in enumerate(zip(certain, possible, strict=False)) if one != other), None)
        if same is None:
            same = min(len(certain), len(possible))
        settled = certain[:same]
        if same < max(len(certain), len(possible)):
            changed = (certain if same < len(certain) else possible)[same]
            settled.append(undetermined(changed.rule, changed.trigger, changed.due, done.missing, changed.provisional))
        return settled

    def _fill(self, situation: Situation, span: Span, done: Days, others: Agreed, deadlines: list[Deadline]) -> None:
        trigger, last, unsure = span
        rule, after, calendar, add = self.rule, self.period.after, situation.calendar, deadlines.append
        end = date.max if last is None else last
        # By place: a slice for each of many spans would copy the rest of the days each time.
        for place in range(bisect_left(done, trigger), len(done)):
            on = done[place]
            if on > end:
                break
            try:
                due = None if others else after(trigger, calendar)
            except OutsideCalendar:
                due = None
            if due is None:
                add(self._one(situation, trigger, on, others))
            else:
                add(_new(Deadline, (rule, trigger, None, due, None, on, MET if on <= due else LATE, (), False)))
            trigger = on
        unfinished = self._one(situation, trigger, None, others)
        if unsure:
            unfinished = undetermined(unfinished.rule, trigger, unfinished.due, unsure, unfinished.provisional)
        if last is None or unfinished.due is None or unfinished.due <= last:
            deadlines.append(unfinished)

    def _one(self, situation: Situation, trigger: date, on: date | None, others: Agreed) -> Deadline:
        due, provisional = last_day(self.period, trigger, situation.calendar)
        rule = self.rule
        for since, period in others:
            if due is None or since > due or (on is not None and since >= on):
                break
            counted, provisional = last_day(period, trigger, situation.calendar)
            # What was agreed holds from then on: it makes nothing due before the day it was agreed.
            due, rule = None if counted is None else max(counted, since), self.agreed or self.rule
        if due is None:
            return undetermined(rule, trigger, missing=(unknown_days(situation.calendar),))
        return done_by(rule, trigger, due, on, situation.as_of, provisional)


@dataclass(frozen=True, slots=True, eq=False)
class InTheLast:
    """A duty to be done in the last days before an end: `InTheLast(rule, working_days(10), of=..., done=...)`.

    `of` gives the end and whether it may still move; the window runs from the period's first day to the end, both
    counted, so the period counts the end itself as day one (`DayOne.SAME`). Done before the window opens is `early`,
    unless it is done again inside it.
    """

    rule: Rule
    period: Period
    of: Window
    done: Moment
    when: Guard | None = None

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give the one deadline, or none where there is no end or no duty."""
        end = situation[self.of]
        if end is None:
            return ()
        applies = True if self.when is None else situation[self.when]
        if not applies:
            return ()
        done = situation[self.done]
        missing = missing_from(applies, end, done)
        if isinstance(end, Unknown):
            return (undetermined(self.rule, missing=missing),)
        due, provisional = end
        opens, projected = first_day(self.period, due, situation.calendar)
        if opens is None:
            missing = (*missing, unknown_days(situation.calendar))
        if opens is not None and isinstance(done, Doubtful) and missing == done.missing:
            days, sure, as_of = (done.certain, done.possible), not (provisional or projected), situation.as_of
            certain, possible = (self._in_window(each, opens, due, as_of, not sure) for each in days)
            return (either(certain, possible, missing),)
        if missing or isinstance(done, Unknown) or opens is None:
            waiting = undetermined(self.rule, due, due, missing, provisional or projected)
            return (waiting._replace(opens=opens),)
        return (self._in_window(done, opens, due, situation.as_of, provisional or projected),)

    def _in_window(self, done: Days, opens: date, due: date, as_of: date, provisional: bool) -> Deadline:
        place = bisect_left(done, opens)
        on = done[place] if place < len(done) else None
        deadline = done_by(self.rule, due, due, on, as_of, provisional)
        if on is None and done:
            deadline = deadline._replace(done=done[-1], status=EARLY)
        return deadline._replace(opens=opens)


def missing_from(*answers: object) -> tuple[str, ...]:
    """Name the facts that the unknown ones of some answers wait for."""
    return tuple(name for answer in answers if isinstance(answer, Unknown) for name in answer.missing)


def last_day(period: Period, trigger: date, calendar: WorkingCalendar) -> tuple[date | None, bool]:
    """Give the last day in time and whether it rests on holidays only expected; None outside every known day."""
    try:
        return period.after(trigger, calendar), False
    except OutsideCalendar:
        pass
    try:
        return period.after(trigger, calendar.projected), True
    except OutsideCalendar:
        return None, False


def first_day(period: Period, end: date, calendar: WorkingCalendar) -> tuple[date | None, bool]:
    """Give the first of the last days before an end, as `last_day` gives the last day."""
    try:
        return period.before(end, calendar), False
    except OutsideCalendar:
        pass
    try:
        return period.before(end, calendar.projected), True
    except OutsideCalendar:
        return None, False


def unknown_days(calendar: WorkingCalendar) -> str:
    """Name, as a missing fact, the working days that a calendar does not know."""
    return f"the working days of {calendar.name} outside {calendar.first:%d/%m/%Y} to {calendar.horizon:%d/%m/%Y}"
