"""Shares of a number of cases: compared exactly, and shown as a rounded percentage."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

__all__ = ["below", "exact_percent", "percent_of"]


def percent_of(share: Fraction | None, *, places: int = 2) -> Decimal | None:
    """Give a share as a percentage with some decimal places, a half rounded up; None where there is none.

    What is shown is rounded; what is compared never is.

    >>> percent_of(Fraction(20, 91)), percent_of(Fraction(1, 800)), percent_of(None)
    (Decimal('21.98'), Decimal('0.13'), None)
    >>> percent_of(Fraction(29, 30), places=4)
    Decimal('96.6667')
    """
    if share is None:
        return None
    # In whole numbers, so that the precision of a caller's decimal context changes nothing.
    doubled = 2 * 100 * 10**places * share.numerator + share.denominator
    return Decimal(f"{doubled // (2 * share.denominator)}e-{places}")


def exact_percent(percent: Decimal) -> Fraction:
    """Give a percentage as the exact share that it stands for.

    >>> exact_percent(Decimal("99.5"))
    Fraction(199, 200)
    """
    return Fraction(percent) / 100


def below(target: Decimal) -> Callable[[int, int], bool]:
    """Give the question whether some of a number of cases are less than a percentage of them; none of none is not.

    >>> below(Decimal(95))(94, 99), below(Decimal(95))(95, 100), below(Decimal(95))(0, 0)
    (True, False, False)
    """
    return lambda met, total: 100 * met < target * total
