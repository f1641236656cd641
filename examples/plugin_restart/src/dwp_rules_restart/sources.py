"""What is published about the Restart Scheme, as far as it was read; the provider guidance itself was not."""

from datetime import date

from dwp_rules.rules import Source

__all__ = ["HOW_IT_WORKS", "NLW", "STATISTICS"]

HOW_IT_WORKS = Source("How the Restart Scheme will work (gov.uk)", issued=date(2022, 4, 26))
STATISTICS = Source("Summary: Restart Scheme to September 2022 (gov.uk)", issued=date(2022, 12, 15))
NLW = Source("National Living Wage rates (gov.uk)", outside=True)
