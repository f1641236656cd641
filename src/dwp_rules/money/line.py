"""One amount that a contract owes or is owed, with the rule that it comes from."""

from decimal import Decimal
from typing import NamedTuple

from dwp_rules.calendar import Month
from dwp_rules.money.pounds import ROUNDING
from dwp_rules.rules import Rule

__all__ = ["MoneyLine", "money_in_words"]


class MoneyLine(NamedTuple):
    """One amount in pounds, to the penny.

    `what` says what it is, within its rule; `month` the month that it belongs to, None for the whole contract.
    `percent` and `of` say what it was worked out from. `amount` is None where facts are missing, which `missing`
    names. A deduction is a positive amount called one.
    """

    rule: Rule
    what: str
    month: Month | None
    amount: Decimal | None
    percent: Decimal | None = None
    of: Decimal | None = None
    missing: tuple[str, ...] = ()
    rounding: str = ROUNDING

    def explain(self) -> str:
        """Say it in one line, with its rule and paragraphs."""
        when = "" if self.month is None else f" of {self.month.first:%B %Y}"
        amount = f"not known: {', '.join(self.missing)}" if self.amount is None else money_in_words(self.amount)
        share = "" if self.percent is None or self.of is None else f", {self.percent}% of {money_in_words(self.of)}"
        return f"  {self.what.replace('_', ' ')}{when}: {amount}{share} [{self.rule.id}: {self.rule.cited}]"


def money_in_words(pounds: Decimal) -> str:
    """Write an amount as money.

    >>> money_in_words(Decimal("-47500.00")), money_in_words(Decimal("0.005"))
    ('-£47,500.00', '£0.005')
    """
    written = f"{abs(pounds):,.2f}" if pounds == pounds.quantize(Decimal("0.01")) else f"{abs(pounds):,f}"
    return f"-£{written}" if pounds < 0 else f"£{written}"
