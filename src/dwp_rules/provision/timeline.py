"""A life on provision, declared as a table of states and transitions and folded over what happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import date_of_day, day_of_provision
from dwp_rules.facts.situation import Moment, Situation, Unknown
from dwp_rules.rules import Finding, in_words

__all__ = [
    "Begins",
    "EndMode",
    "Happening",
    "Journey",
    "Phase",
    "Provision",
    "Refused",
    "State",
    "Step",
    "Timeline",
    "Transition",
]

UNDETERMINED = "undetermined"
ONE_DAY = timedelta(days=1)


class EndMode(StrEnum):
    """Who enters the end date: the system by itself, or the provider by hand."""

    AUTOMATIC = "automatic"
    MANUAL = "manual"


class Begins(StrEnum):
    """Whether a new state is in force on the day of the happening, or only from the day after it."""

    THAT_DAY = "that_day"
    NEXT_DAY = "next_day"


class Phase(NamedTuple):
    """A closed run of days on provision; day numbers count the Start Date as day 1."""

    name: str
    first_day: int
    last_day: int
    from_date: date
    to_date: date


class Step(NamedTuple):
    """One happening in the order of days: the fold moves along these."""

    on: date
    place: int
    name: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that can move a case from one state to another.

    `days` gives when it happened. `place` orders what happens on one day (the lower first). `recorded_as` is the
    end reason by which a recorded end stands for it when nothing else shows it.
    """

    name: str
    days: Moment
    place: int
    recorded_as: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A state of the life; `phase` names the phase that its days belong to, if they are days on provision."""

    name: str
    phase: str = ""


Allows: TypeAlias = "Callable[[Situation, Journey, date], bool | Unknown]"


@dataclass(frozen=True, slots=True)
class Transition:
    """In one of these states, when this happens and the guard allows it, go to that state.

    `ends` is the end reason of a transition that ends provision, `mode` who enters it; the end is itself a day on
    provision, so such a state is in force from the day after.
    """

    within: tuple[str, ...]
    on: str
    to: str
    when: "Allows | None" = None
    ends: str = ""
    mode: EndMode = EndMode.MANUAL
    begins: Begins = Begins.THAT_DAY

    @property
    def from_next_day(self) -> bool:
        """Whether the new state is in force only from the day after the happening."""
        return bool(self.ends) or self.begins is Begins.NEXT_DAY


class Refused(NamedTuple):
    """Something that happened in a state in which the table has no place for it."""

    on: date
    happening: str
    state: str


class Journey:
    """The fold under way: where the case is, since when, and the phases so far."""

    __slots__ = ("ended", "in_force", "missing", "phases", "refused", "start", "state", "stretch")

    def __init__(self, state: str) -> None:
        self.state = state
        self.in_force = state
        self.start: date | None = None
        self.stretch: tuple[str, date] | None = None
        self.phases: list[tuple[str, date, date]] = []
        self.ended: tuple[date, Transition] | None = None
        self.refused: list[Refused] = []
        self.missing: tuple[str, ...] = ()

    def enter_phase(self, name: str, first: date) -> None:
        """Close the phase that is open on the day before, and open another."""
        if self.stretch is not None:
            if self.stretch[0] == name:
                return
            self.close_phase(first - ONE_DAY)
        self.stretch = (name, first) if name else None

    def close_phase(self, last: date) -> None:
        """Close the open phase on its last day; one that has no day leaves no trace."""
        if self.stretch is not None and self.stretch[1] <= last:
            self.phases.append((*self.stretch, last))
        self.stretch = None


class Provision(NamedTuple):
    """Where a case stands on provision, and how provision ended or can end at the latest.

    `end_day`, `end_date`, `end_mode` and `end_reason` are None until the end is reached. `phases` cover day 1 to
    the end, or to the day of the assessment.
    """

    status: str
    start: date | None
    phases: tuple[Phase, ...]
    end_day: int | None
    end_date: date | None
    end_mode: EndMode | None
    end_reason: str | None
    latest_end_date: date | None
    findings: tuple[Finding, ...]
    refused: tuple[Refused, ...]
    missing: tuple[str, ...]

    def explain(self) -> str:
        """Say where the case stands, its phases by day and date, and what decided the end."""
        if self.start is None:
            lines = [f"Status: {in_words(self.status)}; not started."]
        else:
            lines = [f"Status: {in_words(self.status)}; started on {in_words(self.start)} (day 1)."]
        lines += (
            f"  {in_words(p.name)}: day {p.first_day} to day {p.last_day}, "
            f"{in_words(p.from_date)} to {in_words(p.to_date)}"
            for p in self.phases
        )
        if self.end_date is not None:
            lines.append(
                f"  ended on day {self.end_day}, {in_words(self.end_date)}: {in_words(self.end_reason)}"
                f" (entered: {self.end_mode})"
            )
        elif self.latest_end_date is not None:
            lines.append(f"  ends at the latest on {in_words(self.latest_end_date)}")
        for finding in self.findings:
            lines.append(f"  {finding.rule.title}: {finding.reason} [{finding.rule.id}: {finding.rule.cited}]")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The declared life: states, what can happen, and the table of transitions.

    `starts_on` names the happening that opens provision; `started` are the states after it. `last_day` gives the
    number of the latest possible last day on provision.
    """

    initial: str
    states: tuple[State, ...]
    happenings: tuple[Happening, ...]
    transitions: tuple[Transition, ...]
    starts_on: str
    last_day: Callable[[Situation], int]
    ended_on_record: Callable[[Situation], dict[str, date]]
    table: dict[tuple[str, str], tuple[Transition, ...]]
    phase_of: dict[str, str]

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
        names = {state.name for state in states}
        known = {happening.name for happening in happenings}
        table: dict[tuple[str, str], tuple[Transition, ...]] = {}
        for transition in transitions:
            if strangers := {initial, transition.to, *transition.within} - names:
                raise ValueError(f"undeclared states: {', '.join(sorted(strangers))}")
            if transition.on not in known:
                raise ValueError(f"undeclared happening: {transition.on}")
            for state in transition.within:
                table[state, transition.on] = (*table.get((state, transition.on), ()), transition)
        phase_of = {state.name: state.phase for state in states}
        return cls(initial, states, happenings, transitions, starts_on, last_day, ended_on_record, table, phase_of)

    def fold(self, situation: Situation) -> Journey:
        """Move through everything that happened, in the order of days, by the table."""
        journey = Journey(self.initial)
        for step in self._steps(situation):
            self._move(situation, journey, step)
            if journey.missing:
                break
        return journey

    def _steps(self, situation: Situation) -> list[Step]:
        steps: list[Step] = []
        recorded = situation[self.ended_on_record]
        for happening in self.happenings:
            days = situation[happening.days]
            if isinstance(days, Unknown):
                continue
            if days:
                steps += [Step(on, happening.place, happening.name) for on in days if on <= situation.as_of]
            elif recorded and happening.recorded_as in recorded:
                steps.append(Step(recorded[happening.recorded_as], happening.place, happening.name))
        steps.sort()
        return steps

    def _move(self, situation: Situation, journey: Journey, step: Step) -> None:
        rows = self.table.get((journey.state, step.name))
        if rows is None:
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
        if step.on < as_of or not row.from_next_day:
            journey.in_force = row.to

    def provision(self, situation: Situation, findings: Sequence[Finding] = ()) -> Provision:
        """Fold the case and tell where it stands."""
        journey = self.fold(situation)
        start, ended = journey.start, journey.ended
        phases = list(journey.phases)
        if journey.stretch is not None and journey.stretch[1] <= situation.as_of:
            phases.append((*journey.stretch, situation.as_of))
        end_date, row = (None, None) if ended is None else ended
        return Provision(
            UNDETERMINED if journey.missing else journey.in_force,
            start,
            tuple(_numbered(start, *phase) for phase in phases) if start else (),
            day_of_provision(start, end_date) if start and end_date else None,
            end_date,
            row.mode if row else None,
            row.ends if row else None,
            (end_date or date_of_day(start, self.last_day(situation))) if start else None,
            tuple(findings),
            tuple(journey.refused),
            journey.missing,
        )


def _numbered(start: date, name: str, first: date, last: date) -> Phase:
    return Phase(name, day_of_provision(start, first), day_of_provision(start, last), first, last)
