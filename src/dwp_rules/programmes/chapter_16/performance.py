"""How chapter 16 ranks the providers of either strand (paragraph 18)."""

from dwp_rules.programmes.chapter_16.sources import CHAPTER_16
from dwp_rules.rules import Rule

__all__ = ["relative_ranking"]


def relative_ranking(strand: str) -> Rule:
    """Give the rule of a strand, whose ids begin with its name."""
    return Rule(
        f"{strand}-PERF-11",
        "Relative performance ranking",
        CHAPTER_16.paragraphs("18"),
        note="Neither the measure nor ties are stated: by conversion, equal rates sharing a rank (1, 1, 3). Above the "
        "benchmark is above it, not on it.",
    )
