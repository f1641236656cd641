"""What a person's benefit spells say of a day: on benefit since when, and on which days self-employment may count."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dwp_rules.facts.base import Row
from dwp_rules.facts.enums import Benefit
from dwp_rules.facts.spells import BenefitSpell, spells_on, unbroken_spells

__all__ = ["UNEMPLOYMENT_BENEFITS", "DaysOnBenefit", "on_benefit_since", "self_employment_on_benefit"]

NONE, UNIVERSAL_CREDIT = Benefit.NONE, Benefit.UNIVERSAL_CREDIT

UNEMPLOYMENT_BENEFITS = frozenset({Benefit.JSA, Benefit.NEW_STYLE_JSA, Benefit.UNIVERSAL_CREDIT})
"""Benefits related to unemployment: JSA of any kind and Universal Credit (JETS 3.8 note lists none; the default)."""

DaysSpell = tuple[date, date | None]


def on_benefit_since(benefits: Sequence[BenefitSpell], on: date) -> date | None:
    """Give the day from which benefit has been received without a break, None where none is received that day.

    Spells that touch are joined, whatever the benefit; the first of them may say that receipt began after the claim.
    A claim on which nothing has been received by the day does not count.

    >>> spell = BenefitSpell(starts_on=date(2020, 5, 18), received_from=date(2020, 6, 22), benefit="universal_credit")
    >>> on_benefit_since([spell], date(2020, 10, 12))
    datetime.date(2020, 6, 22)
    """
    received = [spell for spell in benefits if _received(spell.__dict__, on)]
    run = unbroken_spells(received, on) if len(received) > 1 else spells_on(received, on)
    return (run[0].received_from or run[0].starts_on) if run else None


def _received(told: Row, on: date) -> bool:
    first: date = told["received_from"] or told["starts_on"]
    return first <= on and told["benefit"] is not NONE


class DaysOnBenefit(NamedTuple):
    """Spells of days, both ends counted, on which the benefit condition of self-employment fails or is not known."""

    failing: tuple[DaysSpell, ...]
    unknown: tuple[DaysSpell, ...]


def self_employment_on_benefit(benefits: Sequence[BenefitSpell]) -> DaysOnBenefit:
    """Tell on which days the benefit condition of a week of self-employment fails, and on which it is not known.

    It holds off every unemployment-related benefit, and on Universal Credit while its self-employment requirements
    are met.

    >>> jsa = BenefitSpell(starts_on=date(2020, 5, 18), ends_on=date(2020, 6, 1), benefit="new_style_jsa")
    >>> self_employment_on_benefit([jsa]).failing
    ((datetime.date(2020, 5, 18), datetime.date(2020, 6, 1)),)
    """
    failing: list[DaysSpell] = []
    unknown: list[DaysSpell] = []
    for spell in benefits:
        told = spell.__dict__
        if told["benefit"] not in UNEMPLOYMENT_BENEFITS:
            continue
        compliant = told["self_employed_compliant"] if told["benefit"] is UNIVERSAL_CREDIT else False
        if not compliant:
            (unknown if compliant is None else failing).append((told["starts_on"], told["ends_on"]))
    return DaysOnBenefit(tuple(failing), tuple(unknown))
