"""The starts of a month, counted as cases stream by: identifiers and small values are kept, the cases are not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import Month
from dwp_rules.facts import Case, CohortResult, Contract
from dwp_rules.outcomes import OutcomeKind
from dwp_rules.programmes import Programme
from dwp_rules.standards.performance import CohortProfile, CohortRate, Reached, Where

__all__ = ["Counted", "OutcomesCounted", "Standing", "Starts", "starts_by_month"]

Alike: TypeAlias = tuple[Where, tuple[Reached, ...]]
"""What is kept of a start besides whose it is: where it belongs, and which outcomes count or may count for it."""


class Standing(StrEnum):
    """How a start stands to a rate."""

    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not_achieved"
    UNDETERMINED = "undetermined"
    """Facts that are missing decide whether an outcome counts."""
    UNPLACED_ACHIEVED = "unplaced_achieved"
    """Facts that are missing decide whether the start is among those measured; an outcome counts for it."""
    UNPLACED_NOT_ACHIEVED = "unplaced_not_achieved"
    """The same; none counts for it."""
    UNPLACED_UNDETERMINED = "unplaced_undetermined"
    """The same; facts decide whether one counts."""


UNPLACED = {
    Standing.ACHIEVED: Standing.UNPLACED_ACHIEVED,
    Standing.NOT_ACHIEVED: Standing.UNPLACED_NOT_ACHIEVED,
    Standing.UNDETERMINED: Standing.UNPLACED_UNDETERMINED,
}


class OutcomesCounted(NamedTuple):
    """How many starts of a cohort reached an outcome of a level so far; `kind` None: of either kind.

    `achieved` None: a tally of outcomes of either kind does not say how many were of this one.
    """

    kind: OutcomeKind | None
    level: str
    achieved: int | None


@dataclass(slots=True)
class Counted:
    """The starts that a rate measures or may measure: how many stand how, whose they are, and which facts are missing.

    Starts of a tally are numbers only.
    """

    numbers: dict[Standing, int] = field(default_factory=lambda: dict.fromkeys(Standing, 0))
    cases: dict[Standing, list[str]] = field(default_factory=lambda: {standing: [] for standing in Standing})
    missing: dict[str, None] = field(default_factory=dict)

    def add(self, standing: Standing, number: int, cases: Sequence[str], missing: Iterable[str]) -> None:
        """Count some starts."""
        self.numbers[standing] += number
        self.cases[standing] += cases
        if number:
            self.missing |= dict.fromkeys(missing)


class Starts:
    """The starts of one month: from cases, and from tallies that someone else has counted."""

    __slots__ = ("_alike", "_told", "last_on", "number")

    def __init__(self) -> None:
        self.number = 0
        self.last_on: date | None = None
        self._alike: dict[Alike, list[str]] = {}
        self._told: list[CohortResult] = []

    def add(self, participant_id: str, on: date, where: Where, reached: tuple[Reached, ...]) -> None:
        """Count the start of one case."""
        self._alike.setdefault((where, reached), []).append(participant_id)
        self._count(1, on)

    def add_tally(self, tally: CohortResult) -> None:
        """Count the starts of a tally, the last of them on the last day of the month where it does not say."""
        self._told.append(tally)
        if tally.starts:
            self._count(tally.starts, tally.last_start_on or tally.month.last)

    def _count(self, number: int, last_on: date) -> None:
        self.number += number
        self.last_on = last_on if self.last_on is None else max(self.last_on, last_on)

    @property
    def cases(self) -> tuple[str, ...]:
        """Whose starts they are, as far as they were counted from cases."""
        return tuple(person for people in self._alike.values() for person in people)

    def outcomes(self, kind: OutcomeKind | None, level: str) -> OutcomesCounted:
        """Count the outcomes of a level, of one kind or of either."""
        certain = sum(
            len(people)
            for (_where, reached), people in self._alike.items()
            if _standing(reached, kind, level) is Standing.ACHIEVED
        )
        told = [_told(tally, kind, level) for tally in self._told]
        known = not any(uncertain for _achieved, uncertain in told)
        return OutcomesCounted(kind, level, certain + sum(achieved for achieved, _ in told) if known else None)

    def counted(self, rate: CohortRate) -> Counted:
        """Count how the starts stand to a rate."""
        counted = Counted()
        for (where, reached), people in self._alike.items():
            _count_alike(counted, rate, where, reached, people)
        for tally in self._told:
            _count_tally(counted, rate, tally)
        return counted


def _standing(reached: Sequence[Reached], kind: OutcomeKind | None, level: str) -> Standing:
    ours = [one for one in reached if one.level == level and kind in {None, one.kind}]
    if not ours:
        return Standing.NOT_ACHIEVED
    return Standing.UNDETERMINED if all(one.missing for one in ours) else Standing.ACHIEVED


def _count_alike(
    counted: Counted, rate: CohortRate, where: Where, reached: tuple[Reached, ...], people: Sequence[str]
) -> None:
    placed = rate.takes(where)
    if placed is False:
        return
    standing = _standing(reached, rate.kind, rate.level)
    missing = [name for one in reached for name in one.missing] if standing is Standing.UNDETERMINED else []
    if placed is None:
        standing = UNPLACED[standing]
        missing.append(rate.placed_by)
    counted.add(standing, len(people), people, missing)


KIND_NOT_TOLD = "outcomes.kind"
"""A tally that counts outcomes of either kind says nothing of one kind."""


def _count_tally(counted: Counted, rate: CohortRate, tally: CohortResult) -> None:
    placed = rate.takes(Where(tally.group, tally.dda is not None))
    if placed is False:
        return
    achieved, uncertain = _told(tally, rate.kind, rate.level)
    numbers = {
        Standing.ACHIEVED: achieved,
        Standing.NOT_ACHIEVED: tally.starts - achieved - uncertain,
        Standing.UNDETERMINED: uncertain,
    }
    for standing, number in numbers.items():
        missing = [KIND_NOT_TOLD] if standing is Standing.UNDETERMINED else []
        if placed is None:
            counted.add(UNPLACED[standing], number, (), [*missing, rate.placed_by])
        else:
            counted.add(standing, number, (), missing)


def _told(tally: CohortResult, kind: OutcomeKind | None, level: str) -> tuple[int, int]:
    """Give how many reached an outcome by a tally, and how many may have: counted of either kind only.

    A start reaches a level once, so the kinds add up.
    """
    told = {None if one.kind is None else str(one.kind): one.achieved for one in tally.outcomes if one.level == level}
    by_kind = {name: number for name, number in told.items() if name is not None}
    if kind is None:
        return told.get(None, sum(by_kind.values())), 0
    if kind in by_kind or None not in told:
        return by_kind.get(kind, 0), 0
    rest = told[None] - sum(by_kind.values())
    return (rest, 0) if by_kind else (0, rest)


def starts_by_month(
    programme: Programme,
    profile: CohortProfile,
    cases: Iterable[Case],
    tallies: Iterable[CohortResult],
    contract: Contract | None,
    as_of: date,
) -> dict[Month, Starts]:
    """Count the starts of each month, up to a day; the cases are read once and not kept.

    A case that holds no contract is read under the one given.

    Raises `ValueError` for a case of another programme.
    """
    months: dict[Month, Starts] = {}
    for case in cases:
        if case.programme != programme.id:
            raise ValueError(f"a case belongs to {case.programme}, the cohorts asked for are those of {programme.id}")
        situation = programme.situation(case.under(contract), as_of)
        started = situation[profile.start]
        if started:
            on = started[0]
            reached = profile.counts(situation, situation[programme.all_outcomes])
            starts = months.setdefault(Month.of(on), Starts())
            starts.add(case.participant.participant_id, on, profile.where(situation, on), tuple(reached))
    for tally in tallies:
        if tally.month.first <= as_of:
            months.setdefault(tally.month, Starts()).add_tally(tally)
    return months
