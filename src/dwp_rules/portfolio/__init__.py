"""Many cases at once: a provider's scorecard, its cohorts of starts, its place among others, and monthly counts."""

from dwp_rules.portfolio.cohort import Cohort, Rate
from dwp_rules.portfolio.cohort_counts import OutcomesCounted
from dwp_rules.portfolio.cohort_making import cohorts
from dwp_rules.portfolio.indicator import Indicator, indicators
from dwp_rules.portfolio.league import Place, Ranking, ranking
from dwp_rules.portfolio.scorecards import Scorecard, scorecard

__all__ = [
    "Cohort",
    "Indicator",
    "OutcomesCounted",
    "Place",
    "Ranking",
    "Rate",
    "Scorecard",
    "cohorts",
    "indicators",
    "ranking",
    "scorecard",
]
