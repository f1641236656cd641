"""People counted in a month against a number that was predicted."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dwp_rules.calendar import Month
from dwp_rules.calendar.dates import require_date
from dwp_rules.facts import Case, Contract, MonthlyResult
from dwp_rules.facts.spells import in_force
from dwp_rules.programmes import Programme
from dwp_rules.programmes import programme as programme_called
from dwp_rules.results import as_plain, in_full
from dwp_rules.rules import Finding, Parameters, Rule
from dwp_rules.standards.performance import MonthlyCount

__all__ = ["Indicator", "indicators"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """How many people were counted in a month, and how many were predicted; None: no prediction is given.

    `met` is None without a prediction, and where facts that are missing could turn it; `missing` names them.
    """

    declared: MonthlyCount = field(repr=False)
    period: Month
    actual: int
    undetermined: int
    predicted: int | None
    missing: tuple[str, ...]
    counted: tuple[str, ...] = field(repr=False)
    """The participants behind the number, as far as they were counted from cases."""

    @property
    def rule(self) -> Rule:
        """The rule that it is counted by."""
        return self.declared.rule

    @property
    def met(self) -> bool | None:
        """Whether at least as many were counted as were predicted."""
        if self.predicted is None:
            return None
        if self.actual >= self.predicted:
            return True
        return None if self.actual + self.undetermined >= self.predicted else False

    @property
    def shortfall(self) -> int | None:
        """How many are wanting; None without a prediction."""
        return None if self.predicted is None else max(0, self.predicted - self.actual)

    @property
    def finding(self) -> Finding:
        """What the rule says."""
        if self.met is None:
            return self.rule.unknown(*self.missing)
        reason = self.declared.reached if self.met else self.declared.missed
        return reason(
            self.actual,
            month=str(self.period),
            actual=self.actual,
            predicted=self.predicted,
            shortfall=self.shortfall,
        )

    def cases_that(self, word: str) -> tuple[str, ...]:
        """Give the participants that were counted. Raises `ValueError` for any other word than counted."""
        if word != "counted":
            raise ValueError(f"no participants are called {word!r}; ask for counted")
        return self.counted

    def explain(self) -> str:
        """Say it in words, with the rule and its paragraphs."""
        return in_full(self.finding)

    def to_dict(self) -> dict[str, object]:
        """Give the indicator in values that JSON knows."""
        return {
            "rule": as_plain(self.rule),
            "period": str(self.period),
            "actual": self.actual,
            "undetermined": self.undetermined,
            "predicted": self.predicted,
            "shortfall": self.shortfall,
            "met": self.met,
            "missing": list(self.missing),
            "cases": list(self.counted),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the indicator as JSON text."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)


def indicators(
    cases: Iterable[Case] = (),
    *,
    programme: str | Programme,
    period: str | Month,
    as_of: date,
    tallies: Iterable[MonthlyResult] = (),
    contract: Contract | None = None,
) -> tuple[Indicator, ...]:
    """Count what a programme's documents count in a month against a prediction, up to a day; () where they count none.

    People are counted from cases, which are read once and not kept, and from tallies that name the rule's id as their
    measure, each person in one of them. The prediction is the contract's, else the programme's parameter.

    Raises `KeyError` for an unknown programme, and `ValueError` for a case of another one.

    >>> tally = MonthlyResult(month="2020-03", measure="IPES-PERF-04", met=9, total=60)
    >>> contract = Contract(target_percent=[{"starts_on": "2020-03-01", "measure": "IPES-PERF-04", "percent": 14}])
    >>> [earned] = indicators(
    ...     programme="ipes", period="2020-03", as_of=date(2020, 4, 1), tallies=[tally], contract=contract
    ... )
    >>> earned.actual, earned.predicted, earned.met, earned.shortfall
    (9, 14, False, 5)
    """
    require_date(as_of, "the day of the question")
    asked = programme_called(programme) if isinstance(programme, str) else programme
    month = Month.parse(period) if isinstance(period, str) else period
    declared = asked.performance.monthly
    found: list[list[str]] = [[] for _ in declared]
    waiting = [0] * len(declared)
    for case in cases if declared else ():
        if case.programme != asked.id:
            raise ValueError(f"a case belongs to {case.programme}, the counts asked for are those of {asked.id}")
        situation = asked.situation(case.under(contract), as_of)
        for place, count in enumerate(declared):
            counts = count.counts(situation, month)
            waiting[place] += counts is None
            if counts:
                found[place].append(case.participant.participant_id)
    told = [tally for tally in tallies if tally.month == month]
    return tuple(
        _indicator(count, month, people, undetermined, told, _predicted(count, asked.parameters, contract, month))
        for count, people, undetermined in zip(declared, found, waiting, strict=True)
    )


def _indicator(
    declared: MonthlyCount,
    month: Month,
    people: list[str],
    undetermined: int,
    told: list[MonthlyResult],
    predicted: int | None,
) -> Indicator:
    given = sum(tally.met for tally in told if tally.measure == declared.rule.id)
    missing = (declared.parameter,) if predicted is None else declared.missing if undetermined else ()
    return Indicator(declared, month, len(people) + given, undetermined, predicted, missing, tuple(sorted(people)))


def _predicted(declared: MonthlyCount, parameters: Parameters, contract: Contract | None, month: Month) -> int | None:
    listed = () if contract is None else contract.target_percent or ()
    found = in_force([one for one in listed if one.measure == declared.rule.id], month.last)
    if found is not None:
        return int(found.percent)
    value = parameters[declared.parameter].value
    return value if isinstance(value, int) else None
