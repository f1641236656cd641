"""The months in which an IPES contract failed a customer service standard, its own or one offered in its tender."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from dwp_rules.calendar import Month
from dwp_rules.facts import in_force
from dwp_rules.facts.contract_situation import ContractSituation, Tally, plain_name
from dwp_rules.programmes.ipes.standards import STANDARDS

__all__ = ["Judged", "judged_months"]

HUNDRED = Decimal(100)
SPECIFIED: Mapping[str, tuple[str, Decimal | None]] = MappingProxyType(
    {
        plain_name(name): (standard.number, standard.target)
        for standard in STANDARDS
        for name in (standard.number, standard.rule.id)
        if standard.target is not None
    }
)
"""The standards of the specification, by number and by rule id."""


class Judged(NamedTuple):
    """A standard in a month: whether it was failed; None where nothing was measured, or its target is not known."""

    tally: Tally
    failed: bool | None
    missing: tuple[str, ...] = ()


def judged_months(s: ContractSituation) -> Mapping[str, Mapping[Month, Judged]]:
    """The months that are over, by standard, each judged against its target."""
    told = [result.measure for result in s.contract.monthly_results] + [name for name, _month in s.seen.tallies]
    specified = {SPECIFIED[name][0]: SPECIFIED[name][1] for name in map(plain_name, told) if name in SPECIFIED}
    offered = [target.measure for target in s.contract.target_percent or ()]
    others = {name for name in offered if plain_name(name) not in SPECIFIED}
    judged: dict[str, Mapping[Month, Judged]] = {}
    for number, target in specified.items():
        names = [name for name, known in SPECIFIED.items() if known[0] == number]
        judged[number] = {month: _against(tally, target) for month, tally in s.monthly(*names).items()}
    for name in sorted(others):
        tallies = s.monthly(name)
        if tallies:
            judged[name] = {month: _against(tally, _offered(s, name, month)) for month, tally in tallies.items()}
    return judged


def _against(tally: Tally, target: Decimal | None) -> Judged:
    if not tally.total:
        return Judged(tally, None)
    if target is None:
        return Judged(tally, None, ("contract.target_percent",))
    return Judged(tally, tally.met * HUNDRED < target * tally.total)


def _offered(s: ContractSituation, name: str, month: Month) -> Decimal | None:
    held = in_force([target for target in s.contract.target_percent or () if target.measure == name], month.last)
    return None if held is None else held.percent
