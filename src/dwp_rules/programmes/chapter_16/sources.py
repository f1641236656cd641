"""The document that both strands of the Work and Health Programme share."""

from datetime import date

from dwp_rules.rules import Source

__all__ = ["CHAPTER_16"]

CHAPTER_16 = Source("WHP COVID-19 chapter 16", issued=date(2021, 12, 15))
