"""Ratings: a share of cases against a target and a red edge, under each named reading of the bands."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

from dwp_rules.facts import Rag
from dwp_rules.facts.contract_situation import Tally

__all__ = ["RAG_READINGS", "UNBANDED", "Bands", "fewest_more", "shown_percent"]

RAG_READINGS = ("continuous", "round_half_up", "floor", "literal_bands")
"""Amber is all that is neither; or the percentage is first rounded, or cut, to a whole one; or the bands as printed."""

UNBANDED = "unbanded"
"""Neither colour: between the printed amber band and the target."""

_HALF = Fraction(1, 2)
_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Bands:
    """A target, the red edge, and the top of the amber band as printed; all in per cent.

    >>> Bands(Decimal(95), Decimal(85), Decimal(94)).rate(945, 1000), shown_percent(945, 1000)
    ('amber', Decimal('94.5'))
    """

    target: Decimal
    red_below: Decimal
    amber_to: Decimal

    def rate(self, met: int, total: int, reading: str = "continuous") -> str:
        """Give the colour of a month; the share is compared exactly, unless the reading rounds it."""
        if not total:
            return Rag.NOT_MEASURED.value
        percent = Fraction(100 * met, total)
        if reading == "round_half_up":
            percent = Fraction(floor(percent + _HALF))
        elif reading == "floor":
            percent = Fraction(floor(percent))
        if percent >= self.target:
            return Rag.GREEN.value
        if percent < self.red_below:
            return Rag.RED.value
        if reading == "literal_bands" and percent > self.amber_to:
            return UNBANDED
        return Rag.AMBER.value

    def edge_of(self, colour: str) -> Decimal:
        """Give the percentage from which a month would have been of a better colour than this one."""
        return self.red_below if colour == Rag.RED else self.target


def shown_percent(met: int, total: int) -> Decimal | None:
    """Give a percentage to be shown: at most 4 decimals, half up, trailing zeros dropped; None of nothing.

    >>> shown_percent(149, 150), shown_percent(95, 100), shown_percent(0, 0)
    (Decimal('99.3333'), Decimal('95'), None)
    """
    if not total:
        return None
    shown = (Decimal(100 * met) / Decimal(total)).quantize(_PLACES, ROUND_HALF_UP).normalize()
    return shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown


def fewest_more(bands: Bands, tally: Tally, reading: str, colours: frozenset[str]) -> int | None:
    """Give the fewest more cases in time that would have made one of some colours, whatever becomes of the undecided.

    None where not even all that failed would do.
    """
    failed = tally.total - tally.met
    return next((more for more in range(failed + 1) if _with(tally, more, bands, reading) in colours), None)


def _with(tally: Tally, more: int, bands: Bands, reading: str) -> str | None:
    bettered = tally._replace(met=tally.met + more)
    return bettered.settled(lambda met, total: bands.rate(met, total, reading))
