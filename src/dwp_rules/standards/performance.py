"""How a programme's performance is declared: rates of a cohort of starts, their levels, maturity, ranking, counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar import Month
from dwp_rules.facts import Channel, OutcomeClaim
from dwp_rules.facts.situation import Days, Situation
from dwp_rules.outcomes import Outcome, OutcomeKind, OutcomeStatus
from dwp_rules.rules import Reason, Rule

__all__ = [
    "EVERYWHERE",
    "CohortProfile",
    "CohortRate",
    "KindsCounted",
    "League",
    "Maturity",
    "MonthlyCount",
    "Performance",
    "Reached",
    "Where",
    "claimed_outcomes",
    "payable_outcomes",
]


class Reached(NamedTuple):
    """An outcome that counts for a start, or may count: `missing` names the facts that decide whether it does.

    `kind` None: one of the two counts for certain, and facts decide which.
    """

    kind: OutcomeKind | None
    level: str
    missing: tuple[str, ...] = ()


class Where(NamedTuple):
    """To which part of a contract a start belongs; None: not known."""

    group: str | None
    in_dda: bool | None
    """Whether in a devolution deal area."""


EVERYWHERE = Where(None, None)
"""The one place of a programme that knows neither groups nor areas."""

Counting: TypeAlias = Callable[[Situation, Sequence[Outcome]], Sequence[Reached]]
"""Which of the outcomes of a start count for performance."""


def payable_outcomes(_s: Situation, outcomes: Sequence[Outcome]) -> Sequence[Reached]:
    """Count the outcomes that are achieved and may be credited, and those of which facts decide it."""
    return [one for outcome in outcomes for one in _reached(outcome)]


def claimed_outcomes(s: Situation, outcomes: Sequence[Outcome]) -> Sequence[Reached]:
    """Count the same, those in self-employment once they are claimed; until then they take no other's place."""
    counted: list[Reached] = []
    for outcome in outcomes:
        if outcome.kind is OutcomeKind.SELF_EMPLOYED:
            counted += _reached(outcome) if _claimed(s, outcome) else ()
    for outcome in outcomes:
        if outcome.kind is OutcomeKind.EMPLOYED:
            rivals = [one for one in counted if one.level == outcome.level]
            counted += _displaced(outcome, rivals) if _gives_way(outcome) else _reached(outcome)
    return counted


MAY_BE_ACHIEVED = (OutcomeStatus.ACHIEVED, OutcomeStatus.UNDETERMINED)


def _reached(outcome: Outcome) -> Sequence[Reached]:
    if outcome.payable:
        return (Reached(outcome.kind, outcome.level),)
    if outcome.payable is None and outcome.status in MAY_BE_ACHIEVED:
        return (Reached(outcome.kind, outcome.level, outcome.missing),)
    return ()


def _claimed(s: Situation, outcome: Outcome) -> bool:
    """Whether a claim was entered on PRaP from the day of the outcome to the last day for it."""
    first, last = outcome.achieved_on or date.min, outcome.claim_by or date.max
    entered = [claim for claim in s.of(OutcomeClaim) if claim.channel in {Channel.PRAP, None}]
    return any(first <= (claim.recorded_on or claim.on) <= last for claim in entered)


def _gives_way(outcome: Outcome) -> bool:
    """Whether an employed outcome is achieved, and only one in self-employment stands in its way."""
    if outcome.status is not OutcomeStatus.ACHIEVED or outcome.payable:
        return False
    return all(finding.facts.get("kind") == OutcomeKind.SELF_EMPLOYED for finding in outcome.blocked_by)


def _displaced(outcome: Outcome, rivals: Sequence[Reached]) -> Sequence[Reached]:
    """Give what counts of an employed outcome that one in self-employment may displace."""
    if not rivals:
        return (Reached(outcome.kind, outcome.level),)
    missing = tuple(name for rival in rivals for name in rival.missing)
    return (Reached(None, outcome.level), Reached(outcome.kind, outcome.level, missing)) if missing else ()


@dataclass(frozen=True, slots=True)
class CohortRate:
    """A share of a cohort's starts: those that reached an outcome of a level, of one kind or (None) of either.

    `group` and `in_dda` narrow the starts down. `parameter` names the percentage that must be reached, of which a
    contract's own wins; None: the documents ask for none. `weighted_by` names rates whose levels, weighted by their
    starts, are shown beside.
    """

    rule: Rule
    name: str
    level: str
    kind: OutcomeKind | None = None
    group: str | None = None
    in_dda: bool = False
    parameter: str | None = None
    weighted_by: tuple[str, ...] = ()
    reached: Reason = field(init=False, repr=False)
    missed: Reason = field(init=False, repr=False)
    in_progress: Reason = field(init=False, repr=False)
    nothing: Reason = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the reasons that the rate of a cohort can give."""
        said = "{rate}: {achieved} of {starts} starts, {percent}%; {target}% is needed"
        rule = self.rule
        object.__setattr__(self, "reached", rule.met("level_reached", said))
        object.__setattr__(self, "missed", rule.not_met("level_missed", said))
        object.__setattr__(self, "in_progress", rule.undetermined("in_progress", f"{said}; final after {{final}}"))
        object.__setattr__(self, "nothing", rule.undetermined("nothing_to_measure", "{rate}: nobody started"))

    def takes(self, where: Where) -> bool | None:
        """Whether a start is one of those measured; None where it is not known."""
        if self.group is not None and where.group != self.group:
            return None if where.group is None else False
        return where.in_dda if self.in_dda else True

    @property
    def placed_by(self) -> str:
        """The fact that says whether a start is one of those measured."""
        return "residence" if self.in_dda else "customer_group"


@dataclass(frozen=True, slots=True, eq=False)
class Maturity:
    """When a cohort can no longer grow: the parameters that hold the last days for an outcome and for a claim."""

    rule: Rule
    outcome_day: str
    claim_day: str
    final: Reason = field(init=False, repr=False)
    not_yet_final: Reason = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the two reasons."""
        said = "last start {last_start_on}; outcomes until {last_outcome_on}, claims until {last_claim_on}"
        object.__setattr__(self, "final", self.rule.met("final", said))
        object.__setattr__(self, "not_yet_final", self.rule.not_met("not_yet_final", said))


@dataclass(frozen=True, slots=True, eq=False)
class KindsCounted:
    """Outcomes in employment and in self-employment, counted side by side."""

    rule: Rule
    counted: Reason = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the reason."""
        said = (
            "{employed} employed, {self_employed} self-employed: {total_percent}%, employed alone {employed_percent}%"
        )
        object.__setattr__(self, "counted", self.rule.met("counted", said))


@dataclass(frozen=True, slots=True, eq=False)
class CohortProfile:
    """How a programme measures the starts of a calendar month; the first rate is the one that a cohort is known by.

    `start` gives the day by which a participant belongs to a cohort, `counts` the outcomes that count, `where` the
    part of the contract that the start belongs to.
    """

    levels: tuple[str, ...]
    rates: tuple[CohortRate, ...]
    maturity: Maturity
    start: Callable[[Situation], Days]
    counts: Counting = payable_outcomes
    where: Callable[[Situation, date], Where] = lambda _s, _start: EVERYWHERE
    kinds: KindsCounted | None = None


@dataclass(frozen=True, slots=True, eq=False)
class League:
    """By which rule providers or contracts are ranked against one another, and against a benchmark."""

    rule: Rule
    ranked: Reason = field(init=False, repr=False)
    unranked: Reason = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the two reasons."""
        object.__setattr__(self, "ranked", self.rule.met("ranked", "{name}: {percent}%, place {rank} of {of}"))
        object.__setattr__(self, "unranked", self.rule.undetermined("nothing_to_measure", "{name}: no rate to rank"))


@dataclass(frozen=True, slots=True)
class MonthlyCount:
    """People counted in a calendar month against a number that was predicted; `parameter` names that number.

    `counts` tells whether someone counts in a month; None: facts decide it, which `missing` names.
    """

    rule: Rule
    parameter: str
    counts: Callable[[Situation, Month], bool | None]
    missing: tuple[str, ...] = ()
    reached: Reason = field(init=False, repr=False)
    missed: Reason = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the two reasons."""
        said = "{actual} in {month}; {predicted} were predicted"
        object.__setattr__(self, "reached", self.rule.met("prediction_met", said))
        object.__setattr__(self, "missed", self.rule.not_met("prediction_missed", f"{said}, {{shortfall}} too few"))


class Performance(NamedTuple):
    """What a programme's documents measure over many cases besides the standards."""

    cohorts: CohortProfile | None = None
    league: League | None = None
    monthly: tuple[MonthlyCount, ...] = ()
