"""What WHP Core says of a whole scorecard: over which periods, against which target, and what participants answered."""

from dwp_rules.programmes.chapter_16.measurement import distribution, every_case, satisfaction
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.programmes.whp_core.standards import NO_PERCENTAGE, SATISFACTION, survey
from dwp_rules.rules import Rule
from dwp_rules.standards import Windows

__all__ = ["CARD_RULES", "INDICATORS", "WINDOWS"]

PERIODS = Rule(
    "WHP-PERF-10",
    "Measurement windows",
    CHAPTER_16.paragraphs("11", "21"),
    note="Rolling windows end with the month under review and are clipped at the first day of the contract. A case "
    "belongs to the month in which its deadline falls.",
)

INDICATORS = (satisfaction(SATISFACTION, survey),)
WINDOWS = Windows(PERIODS)
CARD_RULES = (every_case(NO_PERCENTAGE), distribution(SATISFACTION))
