"""What a programme declares of its contracts, beside what it declares of its cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from dwp_rules.calendar import Month
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.money import MoneyLine
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.deadline import Deadline

__all__ = ["ContractDeadline", "ContractMoney", "ContractRules", "ContractTerms", "MonthRules"]


class ContractDeadline(Protocol):
    """A declared deadline of a contract: `MonthlyReturn`, `Timed`."""

    @property
    def rule(self) -> Rule:
        """The rule that sets it."""

    def judge(self, situation: ContractSituation) -> Sequence[Deadline]:
        """Give its deadlines in a situation."""


ContractRules: TypeAlias = Callable[[ContractSituation], Sequence[Finding]]
"""Findings on a contract."""

MonthRules: TypeAlias = Callable[[ContractSituation, Month], Sequence[Finding]]
"""Findings on one month of a contract."""

ContractMoney: TypeAlias = Callable[[ContractSituation], Sequence[MoneyLine]]
"""Amounts that a contract owes or is owed."""


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """The deadlines, rules and amounts of a programme's contracts, in the order in which they are shown.

    `of_month` are what a scorecard says of each of its months: how the standards were rated, and what that costs.
    """

    deadlines: tuple[ContractDeadline, ...] = ()
    rules: tuple[ContractRules, ...] = ()
    money: tuple[ContractMoney, ...] = ()
    of_month: tuple[MonthRules, ...] = ()
