"""The numbers of the Restart Scheme that a contract or a caller may replace."""

from dwp_rules.rules import Parameter, Parameters, Readings
from dwp_rules_restart.sources import HOW_IT_WORKS, STATISTICS

__all__ = ["PARAMETERS", "READINGS"]

PARAMETERS = Parameters(
    Parameter(
        "provision_days",
        365,
        "days",
        "the longest time on the scheme, up to 12 months, the Start Date being day 1",
        HOW_IT_WORKS.paragraphs("3"),
    ),
    Parameter("weekly_hours", 16, "hours", "hours a week that size the earnings threshold", STATISTICS.paragraphs("1")),
    Parameter("weeks", 26, "weeks", "weeks that size the earnings threshold", STATISTICS.paragraphs("1")),
)

READINGS = Readings()
