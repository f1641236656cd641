"""The document of the Work Programme."""

from dwp_rules.rules import Source

__all__ = ["CHAPTER_1"]

CHAPTER_1 = Source("Work Programme guidance chapter 1")
