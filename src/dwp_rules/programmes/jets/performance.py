"""Performance of WHP JETS: cohorts of starts, the level of 22%, their maturity, and ranking (3.4, chapter 16)."""

from dwp_rules.facts.moments import start_days
from dwp_rules.outcomes import OutcomeKind
from dwp_rules.programmes.chapter_16.performance import relative_ranking
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Rule
from dwp_rules.standards.performance import (
    CohortProfile,
    CohortRate,
    KindsCounted,
    League,
    Maturity,
    Performance,
    claimed_outcomes,
)

__all__ = ["PERFORMANCE"]

MINIMUM = Rule(
    "JETS-PERF-02",
    "Minimum performance level 22%",
    CHAPTER_16.paragraphs("36", "34"),
    note="Paragraph 36 names earnings only; 3.4 and paragraph 20 measure self-employed outcomes too, so both count, "
    "and the employed rate is shown beside. An outcome counts that may be credited, in self-employment once it is "
    "claimed (3.8, chapter 16 paragraph 21). Compared unrounded; in progress until the cohort has matured.",
    counts_by=("JETS-PERF-01", "JETS-PERF-03"),
)
MATURES = Rule(
    "JETS-PERF-03",
    "Cohort maturity dates",
    (*SPECIFICATION.paragraphs("3.8", "3.12"), CHAPTER_16["20"]),
    note="Derived: employed results are final when day 238 of the last start has passed, self-employed ones when "
    "day 299 has. While the month runs its last day is taken for that of the last start.",
    counts_by=("JETS-CAL-03",),
)
BOTH_KINDS = Rule(
    "JETS-PERF-05",
    "Employed and self-employed outcomes by cohort",
    SPECIFICATION.paragraphs("1.6", "3.3", "3.4"),
    note="Separate levels for the two are in none of the documents: both are counted, neither is judged.",
    counts_by=("JETS-PERF-01",),
)
RANKED = relative_ranking("JETS")

PERFORMANCE = Performance(
    cohorts=CohortProfile(
        levels=("single",),
        rates=(
            CohortRate(MINIMUM, "total", "single", parameter="tmpl_percent"),
            CohortRate(BOTH_KINDS, "employed", "single", OutcomeKind.EMPLOYED),
            CohortRate(BOTH_KINDS, "self_employed", "single", OutcomeKind.SELF_EMPLOYED),
        ),
        maturity=Maturity(MATURES, outcome_day="outcome_day", claim_day="claim_day"),
        start=start_days,
        counts=claimed_outcomes,
        kinds=KindsCounted(BOTH_KINDS),
    ),
    league=League(RANKED),
)
