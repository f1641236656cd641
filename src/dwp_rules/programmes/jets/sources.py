"""The documents of WHP JETS."""

from datetime import date

from dwp_rules.programmes.chapter_16.sources import CHAPTER_16
from dwp_rules.rules import Source

__all__ = ["CHAPTER_16", "SPECIFICATION"]

SPECIFICATION = Source("WHP JETS specification", issued=date(2020, 8, 25))
