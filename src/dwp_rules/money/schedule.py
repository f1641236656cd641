"""A fee that is paid month by month: a part of it early, what is left in equal sums."""

from decimal import Decimal
from typing import NamedTuple

from dwp_rules.calendar import Month
from dwp_rules.money.pounds import in_equal_parts

__all__ = ["Instalment", "fee_schedule"]

NOTHING = Decimal("0.00")


class Instalment(NamedTuple):
    """What is paid for one month: the part of what is paid early, and the equal part of what is left."""

    month: Month
    early: Decimal
    equal: Decimal

    @property
    def amount(self) -> Decimal:
        """The two together."""
        return self.early + self.equal


class Early(NamedTuple):
    """An amount that is paid over the first months, and over how many of them."""

    amount: Decimal
    months: int


def fee_schedule(
    first: Month, months: int, whole: Decimal, early: Early, *, rest_after_early: bool = False
) -> tuple[Instalment, ...]:
    """Divide a fee into monthly instalments that sum to it.

    The early part is split equally over its months; the rest over all months or, `rest_after_early`, over those that
    follow. Where there are none that follow, the rest is spread over all.

    >>> schedule = fee_schedule(Month(2021, 1), 12, Decimal(12000000), Early(Decimal(600000), 3))
    >>> [str(schedule[place].amount) for place in (0, 3, 11)]
    ['1150000.00', '950000.00', '950000.00']
    """
    early_months = min(early.months, months)
    skipped = early_months if rest_after_early and months > early_months else 0
    sooner = (*in_equal_parts(early.amount, early_months), *[NOTHING] * (months - early_months))
    equal = (*[NOTHING] * skipped, *in_equal_parts(whole - early.amount, months - skipped))
    return tuple(Instalment(first.plus(place), sooner[place], equal[place]) for place in range(months))
