"""A life on provision, declared as a table of states and transitions and folded over what happened."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import date_of_day
from dwp_rules.facts import Event
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.provision.declared import Happening, State, Transition
from dwp_rules.provision.journey import ONE_DAY, Journey
from dwp_rules.provision.life import Phase, Provision, Refused
from dwp_rules.provision.one_day_later import DecidedBy, Grounds
from dwp_rules.rules import Finding

__all__ = ["Timeline"]

UNDETERMINED = "undetermined"

Step: TypeAlias = tuple[date, int]
"""A day, and the place in the timeline's order of the happening that falls on it."""


def _by_the_clock_alone(_s: Situation, _journey: Journey) -> Sequence[Event]:
    return ()


class Move(NamedTuple):
    """A happening with the transitions that it can make, by the state that they start from."""

    happening: Happening
    rows: Mapping[str, tuple[Transition, ...]]


@dataclass(frozen=True, slots=True, eq=False)
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
    moves: tuple[Move, ...]
    phase_of: dict[str, str]
    decided_by: DecidedBy = _by_the_clock_alone

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
    ) -> "Timeline":
        """Check the table against the states and happenings, and index it.

        Raises `ValueError` that names a state or happening which is not declared.
        """
        phase_of = {state.name: state.phase for state in states}
        moves = _indexed(initial, phase_of, happenings, transitions)
        declared = (initial, states, happenings, transitions, starts_on, last_day, ended_on_record)
        return cls(*declared, moves, phase_of)

    def turning_on(self, decided_by: DecidedBy) -> "Timeline":
        """Give the same timeline with the events on whose day its end turns."""
        return replace(self, decided_by=decided_by)

    def fold(self, situation: Situation) -> Journey:
        """Move through everything that happened, in the order of days, by the table."""
        journey = Journey(self.initial)
        unknown: list[tuple[Move, tuple[str, ...]]] = []
        as_of, moves = situation.as_of, self.moves
        for on, place in self._steps(situation, unknown):
            self._move(situation, journey, moves[place], on, as_of)
            if journey.missing:
                break
        for move, missing in unknown:
            if not journey.states.isdisjoint(move.rows):
                journey.missing += missing
        if journey.missing:
            journey.ended = None
        return journey

    def _steps(self, situation: Situation, unknown: list[tuple[Move, tuple[str, ...]]]) -> list[Step]:
        """Give what happened, in order; of a happening whose days are not known, what it waits for."""
        steps: list[Step] = []
        as_of, recorded = situation.as_of, situation[self.ended_on_record]
        for place, move in enumerate(self.moves):
            happening = move.happening
            days = situation[happening.days]
            if days:
                if isinstance(days, Unknown):
                    unknown.append((move, days.missing))
                    continue
                steps += [(on, place) for on in days if on <= as_of]
            elif recorded and happening.recorded_as in recorded:
                steps.append((recorded[happening.recorded_as], place))
        steps.sort()
        return steps

    def _move(self, situation: Situation, journey: Journey, move: Move, on: date, as_of: date) -> None:
        rows = move.rows.get(journey.state)
        if rows is None:
            if not move.happening.of_the_clock:
                journey.refused.append(Refused(on, move.happening.name, journey.state))
            return
        for row in rows:
            allowed = True if row.when is None else row.when(situation, journey, on)
            if isinstance(allowed, Unknown):
                journey.missing = allowed.missing
                return
            if allowed:
                self._enter(journey, row, on, as_of)
                return

    def _enter(self, journey: Journey, row: Transition, on: date, as_of: date) -> None:
        if journey.start is None and row.on == self.starts_on:
            journey.start = on
        from_next_day = row.from_next_day
        if journey.ended is None:
            if row.ends:
                journey.close_phase(on)
                journey.ended = (on, row)
            else:
                journey.enter_phase(self.phase_of[row.to], on + ONE_DAY if from_next_day else on)
        journey.state = row.to
        journey.states.add(row.to)
        if not from_next_day or on < as_of:
            journey.in_force = row.to

    def provision(self, situation: Situation, findings: Sequence[Finding] = ()) -> Provision:
        """Fold the case and tell where it stands."""
        journey = self.fold(situation)
        start, ended, as_of = journey.start, journey.ended, situation.as_of
        status = UNDETERMINED if journey.missing else journey.in_force
        refused, grounds = tuple(journey.refused), Grounds(self, situation, journey)
        if start is None:
            nothing = (None, None, None, None, None)
            return Provision(status, None, (), *nothing, tuple(findings), refused, journey.missing).resting_on(grounds)
        latest = date_of_day(start, self.last_day(situation))
        if ended is None:
            end, row = None, NO_END
        else:
            end, row = ended
        provisional = row.settles_next_day and end == as_of
        return Provision(
            status,
            start,
            _phases(journey, start, min(as_of, latest)),
            None if end is None else end.toordinal() - start.toordinal() + 1,
            end,
            None if end is None else row.mode,
            row.ends or None,
            latest if end is None or provisional else end,
            tuple(findings),
            refused,
            journey.missing,
            row.rule,
            provisional,
        ).resting_on(grounds)

    def still_open(self, state: str) -> tuple[str, ...]:
        """Name what can still move a case on from a state."""
        return tuple(happening.name for happening, rows in self.moves if state in rows)


NO_END = Transition((), "", "")


def _indexed(
    initial: str,
    phase_of: dict[str, str],
    happenings: tuple[Happening, ...],
    transitions: tuple[Transition, ...],
) -> tuple[Move, ...]:
    """Order the happenings as they fall within a day, each with its transitions by state."""
    rows: dict[str, dict[str, tuple[Transition, ...]]] = {happening.name: {} for happening in happenings}
    for transition in transitions:
        if strangers := {initial, transition.to, *transition.within} - phase_of.keys():
            raise ValueError(f"undeclared states: {', '.join(sorted(strangers))}")
        if transition.on not in rows:
            raise ValueError(f"undeclared happening: {transition.on}")
        by_state = rows[transition.on]
        for state in transition.within:
            by_state[state] = (*by_state.get(state, ()), transition)
    in_order = sorted(happenings, key=lambda happening: (happening.place, happening.name))
    return tuple(Move(happening, rows[happening.name]) for happening in in_order)


def _phases(journey: Journey, start: date, today: date) -> tuple[Phase, ...]:
    """Number the phases so far; the open one reaches to today, never past the latest possible end."""
    before = start.toordinal() - 1
    runs = journey.phases
    if journey.stretch is not None and journey.stretch[1] <= today:
        runs = [*runs, (*journey.stretch, today)]
    return tuple([Phase(n, a.toordinal() - before, b.toordinal() - before, a, b) for n, a, b in runs])
