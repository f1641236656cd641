"""Cost plus: the costs of delivering WHP JETS with 5% on top, paid apart from WHP Core, checked and recovered (4)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dwp_rules.calendar import Month
from dwp_rules.facts import ContractPayment, PaymentStream
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.money import MoneyLine, percent_of
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Rule

__all__ = ["cost_plus_lines"]

COST_PLUS = Rule(
    "JETS-FUND-01",
    "Cost plus 5%",
    SPECIFICATION.paragraphs("1.3", "1.9", "4.2", "4.3", "4.4"),
    note="Of the costs as validated or, until they are, as claimed. Rounded half up to the penny on the period's "
    "total; which costs are allowable is left to CV06.",
)
SEPARATE = Rule(
    "JETS-FUND-02",
    "Separate monthly payments",
    SPECIFICATION.paragraphs("4.1", "4.2"),
    note="What WHP Core is paid is worked out under CV04, not here.",
    counts_by=("JETS-FUND-01",),
)
RECOVERY = Rule(
    "JETS-FUND-04",
    "Validation and recovery of overpayment",
    SPECIFICATION.paragraphs("4.5", "4.7", "4.8"),
    note="105% of what fails validation; nothing is extrapolated from samples, which CV06 would have to say.",
    counts_by=("JETS-FUND-01",),
)
COST_AND_UPLIFT = Decimal(105)
"""Per cent of the costs (1.3, 4.2)."""
JETS = frozenset({None, "whp-jets", "jets"})
"""How the strand may be called; a payment that names none is of this contract."""
NOTHING = Decimal("0.00")
NOT_HERE = ("the payment terms of CV04",)


class Costs(NamedTuple):
    """A strand's costs of a month, and what was paid for them; None: not known."""

    claimed: Decimal | None = None
    validated: Decimal | None = None
    paid: Decimal | None = None

    @property
    def eligible(self) -> Decimal | None:
        """As validated or, until they are, as claimed."""
        return self.claimed if self.validated is None else self.validated

    def plus(self, payment: ContractPayment) -> "Costs":
        """Add what one payment says."""
        return Costs(
            _sum(self.claimed, payment.claimed), _sum(self.validated, payment.validated), _sum(self.paid, payment.paid)
        )


def _sum(known: Decimal | None, more: Decimal | None) -> Decimal | None:
    return known if more is None else more + (known or NOTHING)


def costs_by_month(s: ContractSituation) -> dict[tuple[Month | None, bool], Costs]:
    """The costs by month, those of WHP JETS apart from those of other strands."""
    found: dict[tuple[Month | None, bool], Costs] = {}
    for payment in s.of(ContractPayment):
        if payment.stream is PaymentStream.COST_PLUS:
            key = (payment.month, payment.strand in JETS)
            found[key] = found.get(key, Costs()).plus(payment)
    return found


def cost_plus_lines(s: ContractSituation) -> Sequence[MoneyLine]:
    """What is paid for each month's costs, by strand, and what was paid over."""
    lines: list[MoneyLine] = []
    for (month, of_jets), costs in s[costs_by_month].items():
        if not of_jets:
            lines.append(MoneyLine(SEPARATE, "core_payment", month, None, missing=NOT_HERE))
            continue
        lines += _of_month(month, costs)
    return lines


def _of_month(month: Month | None, costs: Costs) -> Sequence[MoneyLine]:
    eligible = costs.eligible
    if eligible is None:
        return (MoneyLine(COST_PLUS, "payment", month, None, missing=("contract_payment.claimed",)),)
    payment = percent_of(eligible, COST_AND_UPLIFT)
    lines = [
        MoneyLine(COST_PLUS, "payment", month, payment, COST_AND_UPLIFT, eligible),
        MoneyLine(SEPARATE, "jets_payment", month, payment),
    ]
    if costs.validated is not None and costs.paid is not None:
        lines.append(MoneyLine(RECOVERY, "entitled", month, payment, COST_AND_UPLIFT, costs.validated))
        lines.append(MoneyLine(RECOVERY, "overpayment", month, max(costs.paid - payment, NOTHING)))
    return lines
