"""The document of Job Finding Support."""

from datetime import date

from dwp_rules.rules import Source

__all__ = ["GUIDANCE"]

GUIDANCE = Source("JFS provider guidance", issued=date(2021, 7, 23))
