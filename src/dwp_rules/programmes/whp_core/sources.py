"""The document of WHP Core, and those outside it from which a number is taken."""

from datetime import date

from dwp_rules.programmes.chapter_16.sources import CHAPTER_16
from dwp_rules.rules import Source

__all__ = ["CHAPTER_11", "CHAPTER_16", "COVID_CHAPTER_13", "JETS", "LIVING_WAGE", "MEMO_64", "STATISTICS"]

CHAPTER_11 = Source("WHP provider guidance chapter 11", issued=date(2020, 4, 1), outside=True)
COVID_CHAPTER_13 = Source("WHP COVID-19 chapter 13", outside=True)
MEMO_64 = Source("WHP provider memo 64", issued=date(2022, 10, 5), outside=True)
STATISTICS = Source("WHP official statistics, background and methodology", outside=True)
LIVING_WAGE = Source("National Minimum Wage Regulations 2015, regulation 4", outside=True)
JETS = Source("WHP JETS specification", issued=date(2020, 8, 25), outside=True)
