"""The documents of WHP JETS."""

from datetime import date

from dwp_rules.rules import Source

__all__ = ["CHAPTER_16", "SPECIFICATION"]

SPECIFICATION = Source("WHP JETS specification", issued=date(2020, 8, 25))
CHAPTER_16 = Source("WHP COVID-19 chapter 16", issued=date(2021, 12, 15))
