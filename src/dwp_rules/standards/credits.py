"""Service credits: what a run of colours costs, month by month, under each named reading."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from dwp_rules.facts import Rag

__all__ = ["Credit", "CreditReadings", "CreditScale", "Why", "credits_of"]

RED, AMBER, GREEN = Rag.RED.value, Rag.AMBER.value, Rag.GREEN.value


class CreditScale(NamedTuple):
    """The percentages of a month's payment: of a red month, of a red that follows a red, of a second amber."""

    red: Decimal
    red_again: Decimal
    amber_again: Decimal


class CreditReadings(NamedTuple):
    """How a third red, a third amber and an amber after a red are read."""

    third_red: str = "ten_again"
    amber_pairs: str = "overlapping"
    amber_after_red: str = "no_credit"


AS_DEFAULT = CreditReadings()


class Why(StrEnum):
    """What a credit is for."""

    NOTHING = "nothing"
    RED = "red"
    RED_AGAIN = "red_again"
    AMBER_AGAIN = "amber_again"
    AMBER_AFTER_RED = "amber_after_red"


class Credit(NamedTuple):
    """The credit of one standard in one month, in per cent of its payment; None where it is not known."""

    percent: Decimal | None
    why: Why


class _Run(NamedTuple):
    """The colour that is running, and for how many months."""

    colour: str = ""
    months: int = 0


_NO_RUN = _Run()


def credits_of(
    colours: Sequence[str | None], scale: CreditScale, readings: CreditReadings = AS_DEFAULT
) -> tuple[Credit, ...]:
    """Give the credit of each month from the colours in their order; None is a month whose colour is not known.

    A month is judged by itself and those before it, never by what comes later: a credit is not earned back. After a
    month that is not known every colour that it may have had is followed.

    >>> scale = CreditScale(Decimal(5), Decimal(10), Decimal(5))
    >>> [int(credit.percent) for credit in credits_of(["amber", "amber", "red", "red"], scale)]
    [0, 5, 5, 10]
    """
    runs = {_NO_RUN}
    credited: list[Credit] = []
    for colour in colours:
        may_be = (RED, AMBER, GREEN) if colour is None else (colour,)
        steps = {_next(run, one, readings) for run in runs for one in may_be}
        runs = {run for run, _why in steps}
        credited.append(_agreed({why for _run, why in steps}, scale))
    return tuple(credited)


def _next(run: _Run, colour: str, readings: CreditReadings) -> tuple[_Run, Why]:
    if colour == RED:
        return _red(run, readings)
    if colour == AMBER:
        return _amber(run, readings)
    return _NO_RUN, Why.NOTHING


def _red(run: _Run, readings: CreditReadings) -> tuple[_Run, Why]:
    months = run.months + 1 if run.colour == RED else 1
    if readings.third_red == "new_cycle" and months > 2:
        months = 1
    return _Run(RED, months), Why.RED if months == 1 else Why.RED_AGAIN


def _amber(run: _Run, readings: CreditReadings) -> tuple[_Run, Why]:
    after_red = run.colour == RED and readings.amber_after_red == "counts_as_second"
    months = 2 if after_red else run.months + 1 if run.colour == AMBER else 1
    if readings.amber_pairs == "disjoint" and months > 2:
        months = 1
    if months == 1:
        return _Run(AMBER, months), Why.NOTHING
    return _Run(AMBER, months), Why.AMBER_AFTER_RED if after_red else Why.AMBER_AGAIN


def _agreed(whys: set[Why], scale: CreditScale) -> Credit:
    percents = {_percent(why, scale) for why in whys}
    if len(percents) > 1:
        return Credit(None, Why.NOTHING)
    return Credit(percents.pop(), min(whys))


def _percent(why: Why, scale: CreditScale) -> Decimal:
    if why is Why.NOTHING:
        return Decimal(0)
    if why is Why.RED:
        return scale.red
    return scale.red_again if why is Why.RED_AGAIN else scale.amber_again
