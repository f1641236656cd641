"""Pounds to the penny: how amounts are rounded and divided, and the lines of a bill that cite their rule."""

from dwp_rules.money.line import MoneyLine, money_in_words
from dwp_rules.money.pounds import PENNY, ROUNDING, in_equal_parts, in_own_arithmetic, percent_of, to_the_penny
from dwp_rules.money.schedule import Early, Instalment, fee_schedule

__all__ = [
    "PENNY",
    "ROUNDING",
    "Early",
    "Instalment",
    "MoneyLine",
    "fee_schedule",
    "in_equal_parts",
    "in_own_arithmetic",
    "money_in_words",
    "percent_of",
    "to_the_penny",
]
