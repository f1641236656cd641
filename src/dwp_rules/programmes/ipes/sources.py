"""The document of IPES."""

from dwp_rules.rules import Source

__all__ = ["NLW", "SPEC"]

SPEC = Source("IPES call-off specification, iteration 2")
NLW = Source("National Minimum Wage Regulations 2015, regulation 4", outside=True)
