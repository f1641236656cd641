"""Records of a contract: tallies by month and by cohort that someone else has counted."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from dwp_rules.calendar import Month as CalendarMonth
from dwp_rules.facts.base import Fact
from dwp_rules.facts.enums import OutcomeLevel, WorkKind
from dwp_rules.facts.types import Count, Day, Month, Name

__all__ = ["CohortResult", "MonthlyResult", "OutcomeCount"]


def _not_above(whole: str) -> AfterValidator:
    """Refuse a part that is greater than the whole, which another field of the same object gives."""

    def checked(part: int, info: ValidationInfo) -> int:
        bound = info.data.get(whole)
        if bound is not None and part > bound:
            raise PydanticCustomError(
                "more_than_there_are",
                "{part} must not be more than {whole}, {bound}",
                {"part": info.field_name or "this", "whole": whole, "bound": bound},
            )
        return part

    return AfterValidator(checked)


class MonthlyResult(Fact):
    """A month's tally for one standard or indicator: of `total` that were measured, `met` met it.

    `measure` is the standard's number (CSS5a) or the id of its rule; `excluded` were looked at and left out of the
    total. `group` and `provider` say whose tally it is; None: everyone's.

    >>> MonthlyResult(month="2021-03", measure="CSS1", met=198, total=199)
    MonthlyResult(month=Month(2021, 3), measure='CSS1', total=199, met=198, excluded=0)
    """

    month: Month
    measure: Name
    total: Count
    met: Annotated[Count, _not_above("total")]
    excluded: Count = 0
    group: Name | None = None
    provider: Name | None = None


class OutcomeCount(Fact):
    """How many starts of a cohort reached an outcome: of one kind or, where `kind` is None, of either."""

    kind: WorkKind | None = None
    level: OutcomeLevel = OutcomeLevel.SINGLE
    achieved: Count


def _counted_once(outcomes: tuple[OutcomeCount, ...], info: ValidationInfo) -> tuple[OutcomeCount, ...]:
    if len({(outcome.kind, outcome.level) for outcome in outcomes}) < len(outcomes):
        raise PydanticCustomError("two_values", "two counts are given for the same kind and level of outcome")
    starts = info.data.get("starts")
    if starts is not None and any(outcome.achieved > starts for outcome in outcomes):
        raise PydanticCustomError(
            "more_than_there_are", "outcomes must not be more than starts, {starts}", {"starts": starts}
        )
    return outcomes


def _in_its_month(day: date, info: ValidationInfo) -> date:
    month = info.data.get("month")
    if isinstance(month, CalendarMonth) and day not in month:
        raise PydanticCustomError(
            "other_month", "last_start_on must lie in the cohort's month, {month}", {"month": str(month)}
        )
    return day


class CohortResult(Fact):
    """A cohort's tally: the starts of a calendar month, and how many of them reached each outcome.

    `last_start_on` is the day of the last of its starts. `group`, `cpa`, `dda` and `provider` say whose starts they
    are; None: everyone's.

    >>> cohort = CohortResult(month="2020-11", starts=200, outcomes=[{"kind": "employed", "achieved": 40}])
    >>> cohort.starts, cohort.outcomes[0].achieved
    (200, 40)
    """

    month: Month
    starts: Count
    outcomes: Annotated[tuple[OutcomeCount, ...], AfterValidator(_counted_once)] = ()
    last_start_on: Annotated[Day, AfterValidator(_in_its_month)] | None = None
    group: Name | None = None
    cpa: Name | None = None
    dda: Name | None = None
    provider: Name | None = None
