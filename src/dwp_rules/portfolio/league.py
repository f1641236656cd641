"""Providers or contracts ranked against one another and against a benchmark."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from dwp_rules.programmes import Programme
from dwp_rules.programmes import programme as programme_called
from dwp_rules.results import as_plain, in_full
from dwp_rules.rules import Finding
from dwp_rules.standards.performance import League
from dwp_rules.standards.shares import percent_of

__all__ = ["Place", "Ranking", "ranking"]


@dataclass(frozen=True, slots=True)
class Place:
    """One name's place: `rate` is its exact percentage, None where it has nothing to measure and so no place."""

    name: str
    rate: Fraction | None
    rank: int | None
    above_benchmark: bool | None
    """Whether it lies above the benchmark, not on it; None without a benchmark or a rate."""

    @property
    def shown(self) -> Decimal | None:
        """The percentage, rounded half up to two places."""
        return None if self.rate is None else percent_of(self.rate / 100)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The places, best first, names of equal rates in alphabetical order."""

    programme: str
    places: tuple[Place, ...]
    findings: tuple[Finding, ...] = field(repr=False)

    def __getitem__(self, name: str) -> Place:
        """Give the place of a name. Raises `KeyError` that lists the names, for any other."""
        for place in self.places:
            if place.name == name:
                return place
        raise KeyError(f"{name!r} was not ranked; ranked were {', '.join(self.order) or 'none'}")

    @property
    def order(self) -> tuple[str, ...]:
        """The names, best first."""
        return tuple(place.name for place in self.places)

    @property
    def rank(self) -> Mapping[str, int | None]:
        """The rank of each name: equal rates share one, and as many ranks after it stay empty (1, 1, 3)."""
        return {place.name: place.rank for place in self.places}

    @property
    def above_benchmark(self) -> Mapping[str, bool | None]:
        """Which names lie above the benchmark."""
        return {place.name: place.above_benchmark for place in self.places}

    def explain(self) -> str:
        """Say every place in words, with the rule and its paragraphs."""
        return "\n".join(map(in_full, self.findings))

    def to_dict(self) -> dict[str, object]:
        """Give the ranking in values that JSON knows: rates as exact fractions, percentages as text."""
        places = [
            {
                "name": place.name,
                "rate": None if place.rate is None else str(place.rate),
                "shown": as_plain(place.shown),
                "rank": place.rank,
                "above_benchmark": place.above_benchmark,
            }
            for place in self.places
        ]
        return {"programme": self.programme, "places": places, "findings": as_plain(self.findings)}

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the ranking as JSON text."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)


def ranking(
    rates: Mapping[str, Fraction | Decimal | int | str | None],
    *,
    programme: str | Programme,
    benchmark: Fraction | Decimal | int | str | None = None,
) -> Ranking:
    """Rank percentages by name, best first, as the programme's documents do: compared exactly, equal ones alike.

    A rate of None has nothing to measure and no rank. Raises `KeyError` for an unknown programme, `ValueError` for
    one whose documents rank nobody, and `TypeError` for a float, which is not exact.

    >>> made = ranking({"A": "24.10", "B": "21.90", "C": "24.10"}, programme="whp-jets", benchmark=22)
    >>> dict(made.rank), made["B"].above_benchmark
    ({'A': 1, 'C': 1, 'B': 3}, False)
    """
    asked = programme_called(programme) if isinstance(programme, str) else programme
    league = asked.performance.league
    if league is None:
        raise ValueError(f"the documents of {asked.id} rank nobody")
    exact = {name: None if rate is None else _exact(rate) for name, rate in rates.items()}
    bar = None if benchmark is None else _exact(benchmark)
    best_first = sorted((rate for rate in exact.values() if rate is not None), reverse=True)
    places = [
        Place(
            name,
            rate,
            None if rate is None else best_first.index(rate) + 1,
            None if rate is None or bar is None else rate > bar,
        )
        for name, rate in exact.items()
    ]
    places.sort(key=_best_first)
    return Ranking(asked.id, tuple(places), tuple(_finding(league, place, len(best_first), bar) for place in places))


def _exact(percent: Fraction | Decimal | int | str) -> Fraction:
    if isinstance(percent, bool) or not isinstance(percent, Fraction | Decimal | int | str):
        raise TypeError(f"a rate is a whole number, text, a Decimal or a Fraction of 100, not {percent!r}")
    return Fraction(percent)


def _best_first(place: Place) -> tuple[bool, Fraction, str]:
    return place.rate is None, -(place.rate or Fraction(0)), place.name


def _finding(league: League, place: Place, of: int, benchmark: Fraction | None) -> Finding:
    if place.rank is None:
        return league.unranked(None, name=place.name)
    return league.ranked(
        place.rank,
        name=place.name,
        percent=place.shown,
        rank=place.rank,
        of=of,
        benchmark=None if benchmark is None else percent_of(benchmark / 100),
        above_benchmark=place.above_benchmark,
    )
