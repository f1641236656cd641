"""Cohorts: the starts of each calendar month, followed until they can no longer grow."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from dwp_rules.calendar import Month, date_of_day
from dwp_rules.calendar.dates import require_date
from dwp_rules.facts import Case, CohortResult, Contract
from dwp_rules.outcomes import OutcomeKind
from dwp_rules.portfolio.cohort import Cohort, Rate
from dwp_rules.portfolio.cohort_counts import (
    KIND_NOT_TOLD,
    UNPLACED,
    Counted,
    OutcomesCounted,
    Standing,
    Starts,
    starts_by_month,
)
from dwp_rules.portfolio.levels import Level, level_of
from dwp_rules.programmes import Programme
from dwp_rules.programmes import programme as programme_called
from dwp_rules.rules import Finding, Parameters
from dwp_rules.standards.performance import CohortProfile, CohortRate, KindsCounted, Maturity
from dwp_rules.standards.shares import exact_percent, percent_of

__all__ = ["cohorts", "reaches"]


def cohorts(
    cases: Iterable[Case] = (),
    *,
    programme: str | Programme,
    as_of: date,
    tallies: Iterable[CohortResult] = (),
    contract: Contract | None = None,
) -> tuple[Cohort, ...]:
    """Give the cohorts of a programme as they stood on a day: one for each month from the first start to the last.

    Starts are counted from cases, which are read once and not kept, and from tallies, each start in one of them. The
    contract is that of the cases that hold none of their own.
    The percentages that a cohort must reach are those of the contract, else the programme's parameters; one that
    neither gives leaves its rate without a verdict, and is named. A month without starts has nothing to measure.

    Raises `KeyError` for an unknown programme and `ValueError` for one that has no cohorts, or for another's case.

    >>> tally = {"month": "2020-11", "starts": 200, "outcomes": [{"kind": "employed", "achieved": 44}]}
    >>> [cohort] = cohorts(programme="whp-jets", as_of=date(2022, 1, 4), tallies=[CohortResult.model_validate(tally)])
    >>> cohort.conversion, cohort.shown, cohort.met, cohort.last_claim_on
    (Fraction(11, 50), Decimal('22.00'), True, datetime.date(2021, 9, 24))
    """
    require_date(as_of, "the day of the question")
    asked = programme_called(programme) if isinstance(programme, str) else programme
    profile = asked.performance.cohorts
    if profile is None:
        raise ValueError(f"the documents of {asked.id} measure no cohorts of starts")
    months = starts_by_month(asked, profile, cases, tallies, contract, as_of)
    maker = _Maker(asked, profile, contract, as_of)
    return tuple(maker.cohort(month, months.get(month) or Starts()) for month in _from_first_to_last(months))


def _from_first_to_last(months: Mapping[Month, Starts]) -> Iterable[Month]:
    return min(months).to(max(months)) if months else ()


class _Maker:
    """What every cohort of one question is made with."""

    def __init__(self, programme: Programme, profile: CohortProfile, contract: Contract | None, as_of: date) -> None:
        self._programme = programme
        self._profile = profile
        self._contract = contract
        self._as_of = as_of

    def cohort(self, month: Month, starts: Starts) -> Cohort:
        """Give one cohort."""
        profile, parameters = self._profile, self._programme.parameters
        last_on = starts.last_on
        # Until a month is over a later start may still come: then the month's last day is the latest possible.
        latest = last_on if last_on is None or self._as_of > month.last else month.last
        until = None if latest is None else _last_days(profile.maturity, parameters, latest)
        outcome_on, claim_on = until or (None, None)
        rates = self._rates(month, starts, claim_on)
        kinds = (None, *OutcomeKind)
        outcomes = tuple(starts.outcomes(kind, level) for level in profile.levels for kind in kinds)
        findings = [finding for rate in rates if (finding := rate.finding) is not None]
        if profile.kinds is not None:
            findings.append(_kinds(profile.kinds, outcomes, starts.number))
        if last_on is not None and claim_on is not None:
            reason = profile.maturity.final if self._as_of > claim_on else profile.maturity.not_yet_final
            findings.append(reason(claim_on, last_start_on=last_on, last_outcome_on=outcome_on, last_claim_on=claim_on))
        return Cohort(
            self._programme.id,
            month,
            self._as_of,
            starts.number,
            last_on,
            outcome_on,
            claim_on,
            outcomes,
            rates,
            tuple(findings),
            starts.cases,
        )

    def _rates(self, month: Month, starts: Starts, final_after: date | None) -> tuple[Rate, ...]:
        made: dict[str, Rate] = {}
        for declared in reversed(self._profile.rates):
            level = level_of(declared, self._programme.parameters, self._contract, month.last)
            weighted = _weighted([made[name] for name in declared.weighted_by])
            counted = starts.counted(declared)
            until = None if final_after is None or self._as_of > final_after else final_after
            made[declared.name] = _rate(declared, counted, level, weighted, until)
        return tuple(made[declared.name] for declared in self._profile.rates)


def _last_days(maturity: Maturity, parameters: Parameters, last_start: date) -> tuple[date, date]:
    days = (parameters.whole(maturity.outcome_day), parameters.whole(maturity.claim_day))
    return date_of_day(last_start, days[0]), date_of_day(last_start, days[1])


def _kinds(kinds: KindsCounted, outcomes: Sequence[OutcomesCounted], starts: int) -> Finding:
    by_kind = {one.kind: one.achieved for one in outcomes}
    total, employed = by_kind[None], by_kind[OutcomeKind.EMPLOYED]
    if total is None or employed is None:
        return kinds.rule.unknown(KIND_NOT_TOLD)
    return kinds.counted(
        total,
        employed=employed,
        self_employed=by_kind[OutcomeKind.SELF_EMPLOYED],
        total_percent=percent_of(Fraction(total, starts)) if starts else None,
        employed_percent=percent_of(Fraction(employed, starts)) if starts else None,
    )


def _weighted(rates: Sequence[Rate]) -> Decimal | None:
    """The levels of groups weighted by their starts (to two places); None where there is no start or a level wants."""
    levels = [(rate.starts, exact_percent(rate.target)) for rate in rates if rate.target is not None]
    starts = sum(number for number, _level in levels)
    if len(levels) < len(rates) or not starts:
        return None
    return percent_of(sum((number * level for number, level in levels), Fraction(0)) / starts)


def _rate(
    declared: CohortRate, counted: Counted, level: Level, weighted: Decimal | None, final_after: date | None
) -> Rate:
    numbers = counted.numbers
    met = None if level.percent is None else reaches(numbers, exact_percent(level.percent))
    return Rate(
        declared,
        starts=sum(numbers[standing] for standing in UNPLACED),
        achieved=numbers[Standing.ACHIEVED],
        undetermined=numbers[Standing.UNDETERMINED],
        unplaced=sum(numbers[standing] for standing in UNPLACED.values()),
        target=level.percent,
        weighted_target=weighted,
        met=met,
        missing=level.missing if level.missing or met is not None else tuple(counted.missing),
        final_after=final_after,
        _cases={standing: tuple(people) for standing, people in counted.cases.items()},
    )


def reaches(numbers: Mapping[Standing, int], level: Fraction) -> bool | None:
    """Whether the share reaches a level, whatever the facts that are missing; None where they decide it, or nothing."""
    achieved, undetermined = numbers[Standing.ACHIEVED], numbers[Standing.UNDETERMINED]
    starts = sum(numbers[standing] for standing in UNPLACED)
    if not starts:
        return None
    either_way = numbers[Standing.UNPLACED_UNDETERMINED]
    with_outcome = numbers[Standing.UNPLACED_ACHIEVED] + either_way
    without = numbers[Standing.UNPLACED_NOT_ACHIEVED] + either_way
    if Fraction(achieved, starts + without) >= level:
        return True
    most = Fraction(achieved + undetermined + with_outcome, starts + with_outcome)
    return False if most < level else None
