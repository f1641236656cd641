"""Shares of a number of cases: compared exactly, and shown as a rounded percentage."""

from decimal import Decimal
from fractions import Fraction

__all__ = ["exact_percent", "percent_of"]

PLACES = 2


def percent_of(share: Fraction | None) -> Decimal | None:
    """Give a share as a percentage with two decimal places, a half rounded up; None where there is none.

    What is shown is rounded; what is compared never is.

    >>> percent_of(Fraction(20, 91)), percent_of(Fraction(1, 800)), percent_of(None)
    (Decimal('21.98'), Decimal('0.13'), None)
    """
    if share is None:
        return None
    scale: int = 10**PLACES
    doubled = 2 * 100 * scale * share.numerator + share.denominator
    return Decimal(doubled // (2 * share.denominator)).scaleb(-PLACES)


def exact_percent(percent: Decimal) -> Fraction:
    """Give a percentage as the exact share that it stands for.

    >>> exact_percent(Decimal("99.5"))
    Fraction(199, 200)
    """
    return Fraction(percent) / 100
