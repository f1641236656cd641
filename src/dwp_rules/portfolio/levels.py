"""Which number must be reached: the contract's own, else the programme's parameter; never an invented one."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dwp_rules.facts import Contract, TargetPercent
from dwp_rules.facts.spells import in_force
from dwp_rules.rules import Parameters
from dwp_rules.standards.performance import CohortRate

__all__ = ["Level", "level_of"]

SINGLE = "single"


class Level(NamedTuple):
    """A percentage to be reached; `missing` names the parameter where none is given."""

    percent: Decimal | None
    missing: tuple[str, ...] = ()


def level_of(rate: CohortRate, parameters: Parameters, contract: Contract | None, on: date) -> Level:
    """Give the percentage that a rate must reach on a day: the contract's, else the programme's parameter."""
    if rate.parameter is None:
        return Level(None)
    listed = () if contract is None else contract.target_percent or ()
    found = in_force([one for one in listed if _is_for(one, rate)], on)
    if found is not None:
        return Level(found.percent)
    value = parameters[rate.parameter].value
    return Level(value) if isinstance(value, Decimal) else Level(None, (rate.parameter,))


def _is_for(target: TargetPercent, rate: CohortRate) -> bool:
    """Whether a contracted level is that of a rate, called by its name or by its rule, group and level."""
    if target.measure == rate.name:
        return target.group in {None, rate.group} and target.level in {None, rate.level}
    level = target.level or SINGLE
    return target.measure == rate.rule.id and (target.group, level) == (rate.group, rate.level)
