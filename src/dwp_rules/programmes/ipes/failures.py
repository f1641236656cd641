"""The months in which an IPES contract failed a customer service standard, its own or one offered in its tender."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from dwp_rules.calendar import Month
from dwp_rules.facts import in_force
from dwp_rules.facts.contract_situation import ContractSituation, Tally, plain_name
from dwp_rules.programmes.ipes.standards import STANDARDS
from dwp_rules.standards.shares import below

__all__ = ["Judged", "judged_months"]

NAMES = frozenset(plain_name(name) for standard in STANDARDS for name in (standard.number, standard.rule.id))
"""What the standards of the specification are called: by number and by rule id."""


class Judged(NamedTuple):
    """A standard in a month: whether it was failed; None where nothing was measured, or its target is not known."""

    tally: Tally
    failed: bool | None
    missing: tuple[str, ...] = ()

    @property
    def undecided(self) -> bool:
        """Whether cases that are not decided could make it met or failed."""
        return self.failed is None and self.tally.undecided > 0


def judged_months(s: ContractSituation) -> Mapping[str, Mapping[Month, Judged]]:
    """The months that are over, by standard, each judged against its target, or the one that the contract sets."""
    judged: dict[str, Mapping[Month, Judged]] = {}
    for standard in STANDARDS:
        names = (standard.number, standard.rule.id)
        judged[standard.number] = {
            month: _against(tally, _contracted(s, names, month) or standard.target)
            for month, tally in s.monthly(*names).items()
        }
    others = {target.measure for target in s.contract.target_percent or () if plain_name(target.measure) not in NAMES}
    for name in sorted(others):
        judged[name] = {
            month: _against(tally, _contracted(s, (name,), month)) for month, tally in s.monthly(name).items()
        }
    return {name: by_month for name, by_month in judged.items() if by_month}


def _against(tally: Tally, target: Decimal | None) -> Judged:
    if not tally.everyone:
        return Judged(tally, None)
    if target is None:
        return Judged(tally, None, ("contract.target_percent",))
    failed = tally.settled(below(target))
    return Judged(tally, failed, tally.missing if failed is None else ())


def _contracted(s: ContractSituation, names: tuple[str, ...], month: Month) -> Decimal | None:
    """The percentage that the contract sets for a standard at the end of a month."""
    wanted = {plain_name(name) for name in names}
    held = in_force([t for t in s.contract.target_percent or () if plain_name(t.measure) in wanted], month.last)
    return None if held is None else held.percent
