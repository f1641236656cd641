"""Provisions that are one comparison or one product: each is one line of a programme's declared table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.facts.situation import Unknown
from dwp_rules.money import MoneyLine, percent_of
from dwp_rules.rules import Finding, Reason, Rule

__all__ = ["Compared", "Quantity", "ShareOfValue"]


class Quantity(NamedTuple):
    """An amount that a rule compares: `of` whom or what it is, and bounds that are its own.

    `amount` is None where facts are missing, which `missing` names.
    """

    of: str
    amount: Decimal | None
    least: Decimal | None = None
    most: Decimal | None = None
    missing: tuple[str, ...] = ()


Quantities: TypeAlias = Callable[[ContractSituation], Sequence[Quantity] | Unknown]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Amounts against a least and a most, both counted as within.

    It is met, and its value true, where the amount lies within the bounds or, for one that asks for something beyond
    them, where it does not (`met_within` false).
    """

    rule: Rule
    quantities: Quantities
    least: Decimal | None = None
    most: Decimal | None = None
    unit: str = ""
    met_within: bool = True
    within: Reason = field(init=False, repr=False)
    outside: Reason = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the reasons that it can give."""
        said = f"{{of}}: {{amount}}{self.unit}; at least {{least}}, at most {{most}}"
        met, not_met = self.rule.met, self.rule.not_met
        object.__setattr__(self, "within", (met if self.met_within else not_met)("within", said))
        object.__setattr__(self, "outside", (not_met if self.met_within else met)("outside", said))

    def __call__(self, situation: ContractSituation, /) -> Sequence[Finding]:
        """Give a finding for each amount; none where there is nothing to compare."""
        quantities = situation[self.quantities]
        if isinstance(quantities, Unknown):
            return (self.rule.unknown(*quantities.missing),)
        return [self._compared(quantity) for quantity in quantities]

    def _compared(self, quantity: Quantity) -> Finding:
        amount = quantity.amount
        if quantity.missing or amount is None:
            return self.rule.unknown(*quantity.missing)
        least = quantity.least if self.least is None else self.least
        most = quantity.most if self.most is None else self.most
        within = (least is None or amount >= least) and (most is None or amount <= most)
        reason = self.within if within else self.outside
        bounds = {"least": "any" if least is None else least, "most": "any" if most is None else most}
        return reason(within is self.met_within, of=quantity.of, amount=amount, **bounds)


@dataclass(frozen=True, slots=True, eq=False)
class ShareOfValue:
    """An amount that is a percentage of the total contract value."""

    rule: Rule
    what: str
    percent: Decimal

    def __call__(self, situation: ContractSituation, /) -> Sequence[MoneyLine]:
        """Give the amount; where the value is not known, the line says so."""
        value = situation.contract.total_contract_value
        if value is None:
            missing = ("contract.total_contract_value",)
            return (MoneyLine(self.rule, self.what, None, None, self.percent, None, missing),)
        return (MoneyLine(self.rule, self.what, None, percent_of(value, self.percent), self.percent, value),)
