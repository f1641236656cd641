"""Performance of Job Finding Support over many cases: the league table (7.27)."""

from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Rule
from dwp_rules.standards.performance import League, Performance

__all__ = ["PERFORMANCE"]

LEAGUE = Rule(
    "JFS-PERF-04",
    "League table",
    GUIDANCE.paragraphs("7.27"),
    note="1.15 makes Job Finding Support one contract: a table of one row, unless contracts of other programmes stand "
    "in it. Equal ones in alphabetical order.",
)

PERFORMANCE = Performance(league=League(LEAGUE))
