"""A life on provision, declared as a table of states and transitions and folded over what happened."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import date_of_day
from dwp_rules.facts import Event
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.provision.declared import Allows, Happening, State, Transition
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


class Row(NamedTuple):
    """A transition, with what a step of the fold asks of it worked out once, when the timeline is declared."""

    transition: Transition
    when: "Allows | None"
    to: str
    phase: str
    ends: bool
    opens: bool
    from_next_day: bool


class Move(NamedTuple):
    """A happening with the transitions that it can make, by the state that they start from."""

    happening: Happening
    rows: Mapping[str, tuple[Row, ...]]


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
        by_state = _by_state(initial, phase_of, happenings, transitions, starts_on)
        in_order = sorted(happenings, key=lambda happening: (happening.place, happening.name))
        moves = tuple(Move(happening, by_state[happening.name]) for happening in in_order)
        return cls(initial, states, happenings, transitions, starts_on, last_day, ended_on_record, moves)

    def turning_on(self, decided_by: DecidedBy) -> "Timeline":
        """Give the same timeline with the events on whose day its end turns."""
        return replace(self, decided_by=decided_by)

    def fold(self, situation: Situation) -> Journey:
        """Move through everything that happened, in the order of days, by the table."""
        journey = Journey(self.initial)
        unknown: list[tuple[Move, tuple[str, ...]]] = []
        moves, as_of = self.moves, situation.as_of
        for on, place in self._steps(situation, unknown):
            if on > as_of:
                break
            happening, rows = moves[place]
            if journey.state in rows:
                self._move(situation, journey, rows[journey.state], on)
                if journey.missing:
                    break
            elif not happening.of_the_clock:
                journey.refused.append(Refused(on, happening.name, journey.state))
        for move, missing in unknown:
            if not journey.states.isdisjoint(move.rows):
                journey.missing += missing
        if journey.missing:
            journey.ended = None
        return journey

    def _steps(self, situation: Situation, unknown: list[tuple[Move, tuple[str, ...]]]) -> list[Step]:
        """Give what happened, in order; of a happening whose days are not known, what it waits for."""
        steps: list[Step] = []
        recorded = situation[self.ended_on_record]
        for place, move in enumerate(self.moves):
            happening = move.happening
            # Mostly asked for here first: derived and kept without the detour over what is missing.
            days = situation.get(days_of := happening.days)
            if days is None:
                days = situation[days_of] = days_of(situation)
            if days:
                if isinstance(days, Unknown):
                    unknown.append((move, days.missing))
                    continue
                if len(days) == 1:
                    steps.append((days[0], place))
                else:
                    steps += zip(days, repeat(place))
            elif recorded and happening.recorded_as in recorded:
                steps.append((recorded[happening.recorded_as], place))
        steps.sort()
        return steps

    def _move(self, situation: Situation, journey: Journey, rows: tuple[Row, ...], on: date) -> None:
        """Take the first of the transitions whose guard allows it."""
        for row, when, to, phase, ends, opens, from_next_day in rows:
            if when is not None and (allowed := when(situation, journey, on)) is not True:
                if isinstance(allowed, Unknown):
                    journey.missing = allowed.missing
                    return
                if not allowed:
                    continue
            if opens and journey.start is None:
                journey.start = on
            if journey.ended is None:
                if ends:
                    journey.close_phase(on)
                    journey.ended = (on, row)
                else:
                    journey.enter_phase(phase, on + ONE_DAY if from_next_day else on)
            journey.state = to
            journey.states.add(to)
            if not from_next_day or on < situation.as_of:
                journey.in_force = to
            return

    def provision(self, situation: Situation, findings: Sequence[Finding] = ()) -> Provision:
        """Fold the case and tell where it stands."""
        journey = self.fold(situation)
        start, as_of = journey.start, situation.as_of
        status = UNDETERMINED if journey.missing else journey.in_force
        refused, grounds = tuple(journey.refused), Grounds(self, situation, journey)
        if start is None:
            nothing = (None, None, None, None, None)
            told = (status, None, (), *nothing, tuple(findings), refused, journey.missing, None, False)
            return _new(Provision, told).resting_on(grounds)
        latest = date_of_day(start, self.last_day(situation))
        end, row = (None, NO_END) if journey.ended is None else journey.ended
        provisional = row.settles_next_day and end == as_of
        return _new(
            Provision,
            (
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
            ),
        ).resting_on(grounds)

    def still_open(self, state: str) -> tuple[str, ...]:
        """Name what can still move a case on from a state."""
        return tuple(happening.name for happening, rows in self.moves if state in rows)


NO_END = Transition((), "", "")

_new = tuple.__new__


def _by_state(
    initial: str,
    phase_of: dict[str, str],
    happenings: tuple[Happening, ...],
    transitions: tuple[Transition, ...],
    starts_on: str,
) -> dict[str, dict[str, tuple[Row, ...]]]:
    """Give the transitions of each happening by the state that they start from, in the order declared."""
    rows: dict[str, dict[str, tuple[Row, ...]]] = {happening.name: {} for happening in happenings}
    for transition in transitions:
        if strangers := {initial, transition.to, *transition.within} - phase_of.keys():
            raise ValueError(f"undeclared states: {', '.join(sorted(strangers))}")
        if transition.on not in rows:
            raise ValueError(f"undeclared happening: {transition.on}")
        to, by_state = transition.to, rows[transition.on]
        ends, opens = bool(transition.ends), transition.on == starts_on
        row = Row(transition, transition.when, to, phase_of[to], ends, opens, transition.from_next_day)
        for state in transition.within:
            by_state[state] = (*by_state.get(state, ()), row)
    return rows


def _phases(journey: Journey, start: date, today: date) -> tuple[Phase, ...]:
    """Number the phases so far; the open one reaches to today, never past the latest possible end."""
    before = start.toordinal() - 1
    runs = journey.phases
    if journey.stretch is not None and journey.stretch[1] <= today:
        runs = [*runs, (*journey.stretch, today)]
    return tuple([_new(Phase, (n, a.toordinal() - before, b.toordinal() - before, a, b)) for n, a, b in runs])
