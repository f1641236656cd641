"""Targets that a contract sets: in place of a standard's own, or for a standard that was offered in the tender."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from operator import attrgetter

from dwp_rules.facts import Contract
from dwp_rules.programmes import Programme
from dwp_rules.standards import Standard

__all__ = ["target_of", "tendered_standards"]


def target_of(standard: Standard, contract: Contract | None, on: date) -> Decimal | None:
    """Give the percentage that the contract sets for a standard on a day or, where it sets none, the standard's own."""
    targets = _targets(contract, on)
    return targets.get(standard.number, targets.get(standard.rule.id, standard.target))


def tendered_standards(
    programme: Programme, contract: Contract | None, on: date, tallied: Iterable[str]
) -> tuple[Standard, ...]:
    """Give the standards that were offered in the tender and are tallied, where the documents count those too."""
    rule = programme.tendered
    if rule is None:
        return ()
    known = {name for standard in programme.measured for name in (standard.number, standard.rule.id)}
    offered = _targets(contract, on)
    others = [name for name in dict.fromkeys(tallied) if name in offered and name not in known]
    return tuple(Standard(name, rule, target=offered[name]) for name in others)


def _targets(contract: Contract | None, on: date) -> dict[str, Decimal]:
    """The contracted percentages in force on a day, by measure; those of one group or level only are left out."""
    listed = () if contract is None else contract.target_percent or ()
    whole = [target for target in listed if target.group is None and target.level is None and target.starts_on <= on]
    return {target.measure: target.percent for target in sorted(whole, key=attrgetter("starts_on"))}
