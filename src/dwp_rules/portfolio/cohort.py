"""A cohort, the starts of one calendar month, and its rates: results that do not change and explain themselves."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from dwp_rules.calendar import Month
from dwp_rules.outcomes import OutcomeKind
from dwp_rules.portfolio.cohort_counts import UNPLACED, OutcomesCounted, Standing
from dwp_rules.results import as_plain, in_full
from dwp_rules.rules import FactValue, Finding, Rule, in_words
from dwp_rules.standards.performance import CohortRate
from dwp_rules.standards.shares import percent_of

__all__ = ["Cohort", "Rate"]

SINGLE = "single"
STARTED = "started"
WORDS: Mapping[str, tuple[Standing, ...]] = {
    STARTED: tuple(UNPLACED),
    "achieved": (Standing.ACHIEVED,),
    "not_achieved": (Standing.NOT_ACHIEVED,),
    "undetermined": (Standing.UNDETERMINED,),
    "unplaced": tuple(UNPLACED.values()),
}
"""The words for the starts behind a number of a rate."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of a cohort's starts that reached an outcome, and the level that it must reach.

    `starts` are those measured for certain; of `undetermined` ones facts decide whether the outcome counts, of
    `unplaced` ones whether they are measured at all. `met` compares what there is so far, unrounded: None where
    there is nothing to measure, no level, or where missing facts could turn it.
    """

    declared: CohortRate = field(repr=False)
    starts: int
    achieved: int
    undetermined: int
    unplaced: int
    target: Decimal | None
    weighted_target: Decimal | None
    """The levels of the groups weighted by their starts, shown beside; None: no groups, or a level not given."""
    met: bool | None
    missing: tuple[str, ...]
    final_after: date | None
    """The last day to claim, while it has not passed."""
    _cases: Mapping[Standing, tuple[str, ...]] = field(repr=False)

    @property
    def name(self) -> str:
        """What the rate is called."""
        return self.declared.name

    @property
    def rule(self) -> Rule:
        """The rule that it is measured by."""
        return self.declared.rule

    @property
    def share(self) -> Fraction | None:
        """The exact share; None where nobody started."""
        return Fraction(self.achieved, self.starts) if self.starts else None

    @property
    def shown(self) -> Decimal | None:
        """The share as a percentage, rounded half up to two places: for the eye, never for comparing."""
        return percent_of(self.share)

    @property
    def finding(self) -> Finding | None:
        """What the rule says; None where the documents ask for no level."""
        declared = self.declared
        if declared.parameter is None:
            return None
        if not self.starts and not self.unplaced:
            return declared.nothing(None, rate=self.name)
        if self.met is None:
            return declared.rule.unknown(*self.missing)
        said: dict[str, FactValue] = {
            "rate": self.name,
            "achieved": self.achieved,
            "starts": self.starts,
            "percent": self.shown,
            "target": self.target,
            "weighted_target": self.weighted_target,
        }
        if self.final_after is not None:
            return declared.in_progress(self.shown, **said, final=self.final_after)
        return (declared.reached if self.met else declared.missed)(self.shown, **said)

    def cases_that(self, word: str) -> tuple[str, ...]:
        """Give the participants behind a number: started, achieved, not_achieved, undetermined or unplaced.

        Raises `ValueError` for any other word.
        """
        if word not in WORDS:
            raise ValueError(f"no starts are called {word!r}; ask for {', '.join(WORDS)}")
        return tuple(sorted(person for standing in WORDS[word] for person in self._cases[standing]))

    def to_dict(self) -> dict[str, object]:
        """Give the rate in values that JSON knows: the share as a fraction, percentages as text."""
        return {
            "rule": as_plain(self.rule),
            "name": self.name,
            "starts": self.starts,
            "achieved": self.achieved,
            "undetermined": self.undetermined,
            "unplaced": self.unplaced,
            "share": None if self.share is None else str(self.share),
            "shown": as_plain(self.shown),
            "target": as_plain(self.target),
            "weighted_target": as_plain(self.weighted_target),
            "met": self.met,
            "missing": list(self.missing),
            "cases": {word: list(self.cases_that(word)) for word in WORDS},
        }


@dataclass(frozen=True, slots=True)
class Cohort:
    """The starts of one calendar month, and how many of them reached an outcome so far.

    `last_outcome_on` and `last_claim_on` are the last days on which one of them can still reach or claim an
    outcome, None for a month without starts. The first of the `rates` is the one that the cohort is known by.
    """

    programme: str
    month: Month
    as_of: date
    starts: int
    last_start_on: date | None
    last_outcome_on: date | None
    last_claim_on: date | None
    outcomes: tuple[OutcomesCounted, ...]
    rates: tuple[Rate, ...]
    findings: tuple[Finding, ...] = field(repr=False)
    _cases: tuple[str, ...] = field(repr=False)

    @property
    def matured(self) -> bool:
        """Whether the cohort can no longer grow: the month and the last day to claim have passed."""
        last = self.month.last if self.last_claim_on is None else self.last_claim_on
        return self.as_of > last

    @property
    def in_progress(self) -> bool:
        """Whether the cohort can still grow."""
        return not self.matured

    @property
    def conversion(self) -> Fraction | None:
        """The exact share of starts that reached an outcome; None where nobody started."""
        return self.rates[0].share

    @property
    def shown(self) -> Decimal | None:
        """The conversion as a percentage, rounded half up to two places."""
        return self.rates[0].shown

    @property
    def target(self) -> Decimal | None:
        """The percentage that the conversion must reach; None where it is not given."""
        return self.rates[0].target

    @property
    def met(self) -> bool | None:
        """Whether the conversion so far reaches its level; None where nothing can be said."""
        return self.rates[0].met

    def rate(self, name: str) -> Rate:
        """Give one rate by its name or, where only one has it, by the id of its rule.

        Raises `KeyError` that lists the names, for any other.
        """
        found = [rate for rate in self.rates if name in {rate.name, rate.rule.id}]
        if len(found) != 1:
            known = ", ".join(rate.name for rate in self.rates)
            raise KeyError(f"{self.programme} has {'no' if not found else 'several'} rates {name!r}; ask for {known}")
        return found[0]

    def achieved(self, *, kind: OutcomeKind | str | None = None, level: str | None = None) -> int | None:
        """Count the starts that reached an outcome so far: of one kind or of either, of a level or of the first.

        None where tallies do not say. Raises `KeyError` for a kind or a level that the programme does not know.
        """
        wanted = (kind, self.outcomes[0].level if level is None else level)
        counts = {(one.kind, one.level): one.achieved for one in self.outcomes}
        if wanted not in counts:
            raise KeyError(f"{self.programme} has no outcomes of kind {kind!r} and level {level!r}")
        return counts[wanted]

    def cases_that(self, word: str) -> tuple[str, ...]:
        """Give the participants behind the numbers of the first rate, or all that started.

        Raises `ValueError` for a word that is not known.
        """
        return tuple(sorted(self._cases)) if word == STARTED else self.rates[0].cases_that(word)

    def explain(self) -> str:
        """Say everything in words, each line with its rule and paragraph."""
        starts = "1 start" if self.starts == 1 else f"{self.starts} starts"
        lines = [f"Cohort {self.month}, as of {in_words(self.as_of)}: {starts}"]
        lines += (f"  outcomes, {_of(one)}: {in_words(one.achieved)}" for one in self.outcomes)
        return "\n".join([*lines, *map(in_full, self.findings)])

    def to_dict(self) -> dict[str, object]:
        """Give the cohort in values that JSON knows: days as ISO dates, shares as fractions, percentages as text."""
        return {
            "programme": self.programme,
            "month": str(self.month),
            "as_of": self.as_of.isoformat(),
            "starts": self.starts,
            "last_start_on": as_plain(self.last_start_on),
            "last_outcome_on": as_plain(self.last_outcome_on),
            "last_claim_on": as_plain(self.last_claim_on),
            "matured": self.matured,
            "outcomes": as_plain(self.outcomes),
            "rates": [rate.to_dict() for rate in self.rates],
            "findings": as_plain(self.findings),
            "cases": list(self.cases_that(STARTED)),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the cohort as JSON text."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)


def _of(counted: OutcomesCounted) -> str:
    kind = "of either kind" if counted.kind is None else in_words(counted.kind)
    return kind if counted.level == SINGLE else f"{counted.level}, {kind}"
