"""Rounding and division of pounds. Nothing here is ever a float, and parts always sum to the whole."""

from contextlib import AbstractContextManager
from decimal import (
    ROUND_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    localcontext,
)

__all__ = ["PENNY", "ROUNDING", "in_equal_parts", "in_own_arithmetic", "percent_of", "to_the_penny"]

PENNY = Decimal("0.01")
ROUNDING = "half up, to the penny"
"""How every amount here is rounded, unless its line says otherwise; no document of the programmes states it."""

_HUNDRED = Decimal(100)
_OWN = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[DivisionByZero, InvalidOperation])


def in_own_arithmetic() -> AbstractContextManager[Context]:
    """Reckon in a decimal context of our own, so that what the caller has set changes no amount.

    >>> with in_own_arithmetic() as own:
    ...     own.prec
    28
    """
    return localcontext(_OWN)


def to_the_penny(pounds: Decimal) -> Decimal:
    """Round to the penny, half a penny away from nothing.

    >>> to_the_penny(Decimal("129629.619")), to_the_penny(Decimal("20937.505")), to_the_penny(Decimal("-0.005"))
    (Decimal('129629.62'), Decimal('20937.51'), Decimal('-0.01'))
    """
    return pounds.quantize(PENNY, ROUND_HALF_UP)


def percent_of(pounds: Decimal, percent: Decimal) -> Decimal:
    """Give a percentage of an amount, to the penny.

    >>> percent_of(Decimal("950000.00"), Decimal(5))
    Decimal('47500.00')
    """
    return to_the_penny(pounds * percent / _HUNDRED)


def in_equal_parts(pounds: Decimal, parts: int) -> tuple[Decimal, ...]:
    """Divide an amount into equal parts to the penny; what rounding leaves over falls in the last.

    Where rounding up would leave less than nothing for the last part, the others are rounded down. Raises
    `ValueError` for less than one part.

    >>> in_equal_parts(Decimal("11400000"), 9)[-2:]
    (Decimal('1266666.67'), Decimal('1266666.64'))
    >>> in_equal_parts(Decimal("0.05"), 10)[-2:]
    (Decimal('0.00'), Decimal('0.05'))
    """
    if parts < 1:
        raise ValueError(f"an amount cannot be divided into {parts} parts; give at least one")
    whole = to_the_penny(pounds)
    each = to_the_penny(whole / parts)
    if each * (parts - 1) > whole:
        each = (whole / parts).quantize(PENNY, ROUND_DOWN)
    return (*[each] * (parts - 1), whole - each * (parts - 1))
