"""A life on provision, declared as a table of states and transitions and folded over what happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dwp_rules.calendar import date_of_day, day_of_provision
from dwp_rules.facts import Event
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.provision.declared import Happening, State, Transition
from dwp_rules.provision.journey import ONE_DAY, Journey, Step
from dwp_rules.provision.life import Phase, Provision, Refused
from dwp_rules.provision.one_day_later import DecidedBy, Grounds
from dwp_rules.rules import Finding

__all__ = ["Timeline"]

UNDETERMINED = "undetermined"


def _by_the_clock_alone(_s: Situation, _journey: Journey) -> Sequence[Event]:
    return ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The declared life: states, what can happen, and the table of transitions.

    `starts_on` names the happening that opens provision. `last_day` gives the number of the latest possible last day
    on provision, `decided_by` the events on whose day the end turned.
    """

    initial: str
    states: tuple[State, ...]
    happenings: tuple[Happening, ...]
    transitions: tuple[Transition, ...]
    starts_on: str
    last_day: Callable[[Situation], int]
    ended_on_record: Callable[[Situation], dict[str, date]]
    decided_by: DecidedBy
    table: dict[tuple[str, str], tuple[Transition, ...]]
    phase_of: dict[str, str]
    clock: frozenset[str]

    @classmethod
    def declare(
        cls,
        *,
        initial: str,
        states: tuple[State, ...],
        happenings: tuple[Happening, ...],
        transitions: tuple[Transition, ...],
        starts_on: str,
        last_day: Callable[[Situation], int],
        ended_on_record: Callable[[Situation], dict[str, date]],
        decided_by: DecidedBy = _by_the_clock_alone,
    ) -> "Timeline":
        """Check the table against the states and happenings, and index it.

        Raises `ValueError` that names a state or happening which is not declared.
        """
        phase_of = {state.name: state.phase for state in states}
        table = _indexed(initial, phase_of, {happening.name for happening in happenings}, transitions)
        clock = frozenset(happening.name for happening in happenings if happening.of_the_clock)
        declared = (initial, states, happenings, transitions, starts_on, last_day, ended_on_record, decided_by)
        return cls(*declared, table, phase_of, clock)

    def fold(self, situation: Situation) -> Journey:
        """Move through everything that happened, in the order of days, by the table."""
        journey = Journey(self.initial)
        unknown: dict[str, tuple[str, ...]] = {}
        for step in self._steps(situation, unknown):
            self._move(situation, journey, step)
            if journey.missing:
                break
        for name, missing in unknown.items():
            if any((state, name) in self.table for state in journey.states):
                journey.missing += missing
        if journey.missing:
            journey.ended = None
        return journey

    def _steps(self, situation: Situation, unknown: dict[str, tuple[str, ...]]) -> list[Step]:
        """Give what happened, in order; of a happening whose days are not known, what it waits for."""
        steps: list[Step] = []
        recorded = situation[self.ended_on_record]
        for happening in self.happenings:
            days = situation[happening.days]
            if isinstance(days, Unknown):
                unknown[happening.name] = days.missing
            elif days:
                steps += [Step(on, happening.place, happening.name) for on in days if on <= situation.as_of]
            elif recorded and happening.recorded_as in recorded:
                steps.append(Step(recorded[happening.recorded_as], happening.place, happening.name))
        steps.sort()
        return steps

    def _move(self, situation: Situation, journey: Journey, step: Step) -> None:
        rows = self.table.get((journey.state, step.name))
        if rows is None:
            if step.name not in self.clock:
                journey.refused.append(Refused(step.on, step.name, journey.state))
            return
        for row in rows:
            allowed = True if row.when is None else row.when(situation, journey, step.on)
            if isinstance(allowed, Unknown):
                journey.missing = allowed.missing
                return
            if allowed:
                self._enter(journey, row, step, situation.as_of)
                return

    def _enter(self, journey: Journey, row: Transition, step: Step, as_of: date) -> None:
        if row.on == self.starts_on and journey.start is None:
            journey.start = step.on
        phase = self.phase_of[row.to]
        if row.ends and journey.ended is None:
            journey.close_phase(step.on)
            journey.ended = (step.on, row)
        elif journey.ended is None:
            journey.enter_phase(phase, step.on + ONE_DAY if row.from_next_day else step.on)
        journey.state = row.to
        journey.states.add(row.to)
        if step.on < as_of or not row.from_next_day:
            journey.in_force = row.to

    def provision(self, situation: Situation, findings: Sequence[Finding] = ()) -> Provision:
        """Fold the case and tell where it stands."""
        journey = self.fold(situation)
        start, ended = journey.start, journey.ended
        end_date, row = (None, None) if ended is None else ended
        provisional = row is not None and row.settles_next_day and end_date == situation.as_of
        latest = end_date
        if start is not None and (end_date is None or provisional):
            latest = date_of_day(start, self.last_day(situation))
        provision = Provision(
            UNDETERMINED if journey.missing else journey.in_force,
            start,
            self._phases(journey, latest, situation.as_of),
            day_of_provision(start, end_date) if start and end_date else None,
            end_date,
            row.mode if row else None,
            row.ends if row else None,
            latest,
            tuple(findings),
            tuple(journey.refused),
            journey.missing,
            row.rule if row else None,
            provisional,
            self._still_open(journey),
        )
        if start is None or end_date is None or row is None or self.decided_by is _by_the_clock_alone:
            return provision
        events = [event for event in self.decided_by(situation, journey) if event.on >= start]
        return provision.resting_on(Grounds(self, situation, events, start, (end_date, row.ends)))

    def _phases(self, journey: Journey, latest: date | None, as_of: date) -> tuple[Phase, ...]:
        """The phases so far; the open one reaches to today, never past the latest possible end."""
        start = journey.start
        if start is None:
            return ()
        phases = list(journey.phases)
        today = as_of if latest is None else min(as_of, latest)
        if journey.stretch is not None and journey.stretch[1] <= today:
            phases.append((*journey.stretch, today))
        return tuple(_numbered(start, *phase) for phase in phases)

    def _still_open(self, journey: Journey) -> tuple[str, ...]:
        state = journey.in_force
        return tuple(happening.name for happening in self.happenings if (state, happening.name) in self.table)


def _indexed(
    initial: str, phase_of: dict[str, str], happenings: set[str], transitions: tuple[Transition, ...]
) -> dict[tuple[str, str], tuple[Transition, ...]]:
    table: dict[tuple[str, str], tuple[Transition, ...]] = {}
    for transition in transitions:
        if strangers := {initial, transition.to, *transition.within} - phase_of.keys():
            raise ValueError(f"undeclared states: {', '.join(sorted(strangers))}")
        if transition.on not in happenings:
            raise ValueError(f"undeclared happening: {transition.on}")
        for state in transition.within:
            table[state, transition.on] = (*table.get((state, transition.on), ()), transition)
    return table


def _numbered(start: date, name: str, first: date, last: date) -> Phase:
    return Phase(name, day_of_provision(start, first), day_of_provision(start, last), first, last)
