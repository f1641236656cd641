"""What WHP JETS says of a whole scorecard: over which periods, against which target, and what participants answered."""

from dwp_rules.programmes.chapter_16.measurement import distribution, every_case, satisfaction
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.programmes.jets.standards import SATISFACTION, survey
from dwp_rules.rules import Rule
from dwp_rules.standards import Windows

__all__ = ["CARD_RULES", "INDICATORS", "WINDOWS"]

PERIODS = Rule(
    "JETS-PERF-10",
    "Measurement windows",
    (*CHAPTER_16.paragraphs("11", "21"), SPECIFICATION["3.14"]),
    note="Rolling windows end with the month under review and are clipped at the first day of the contract. A case "
    "belongs to the month in which its deadline falls.",
)
NO_PERCENTAGE = Rule(
    "JETS-CSS-17",
    "Standards with no stated percentage",
    (*SPECIFICATION.paragraphs("2.5", "3.3"), *CHAPTER_16.paragraphs("35", "38")),
    note="'Will', without a tolerance: every case, unless the contract sets another percentage. How grave a shortfall "
    "is, DWP decides.",
)

INDICATORS = (satisfaction(SATISFACTION, survey),)
WINDOWS = Windows(PERIODS)
CARD_RULES = (every_case(NO_PERCENTAGE), distribution(SATISFACTION))
