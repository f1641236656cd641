"""The numbers and the readings of WHP Core that a contract or a caller may replace, and what is published of them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from dwp_rules.outcomes import WEEK_READINGS
from dwp_rules.programmes.whp_core.sources import (
    CHAPTER_11,
    CHAPTER_16,
    COVID_CHAPTER_13,
    JETS,
    LIVING_WAGE,
    MEMO_64,
    STATISTICS,
)
from dwp_rules.rules import Parameter, Parameters, ParameterValue, Reading, Readings

__all__ = ["PARAMETERS", "PUBLISHED", "PUBLISHED_VALUES", "READINGS"]


def tendered(name: str, starts: str, *paragraphs: str) -> Parameter:
    """Name a minimum performance level, which the tender sets."""
    meaning = f"the share of a cohort's starts {starts}that must reach an outcome, as tendered"
    return Parameter(name, None, "percent", meaning, CHAPTER_16.paragraphs(*paragraphs))


PARAMETERS = Parameters(
    Parameter(
        "provision_days",
        456,
        "days",
        "the longest time on provision, the Start Date being day 1; from outside chapter 16, which states none",
        CHAPTER_11.paragraphs("exit report of those who complete 456 days"),
    ),
    Parameter(
        "in_work_support_day",
        639,
        "days",
        "the last day of in-work support, the Start Date being day 1; from outside chapter 16, which states none",
        CHAPTER_11.paragraphs("exit report of those who complete 639 days"),
    ),
    Parameter(
        "outcome_day",
        639,
        "days",
        "the last day on which an outcome can be achieved, the Start Date being day 1",
        CHAPTER_16.paragraphs("20"),
    ),
    Parameter(
        "claim_day",
        700,
        "days",
        "the last day on which a self-employed outcome can be claimed, the Start Date being day 1",
        CHAPTER_16.paragraphs("20"),
    ),
    Parameter(
        "employed_threshold",
        None,
        "pounds",
        "cumulative earnings that make an employed outcome; chapter 16 leaves them to schedule 2 of the contract",
        CHAPTER_16.paragraphs("20", "30"),
    ),
    Parameter(
        "threshold_hours",
        None,
        "hours",
        "in place of employed_threshold: hours a week that size it, at the National Living Wage of the pay date",
        CHAPTER_16.paragraphs("20", "30"),
    ),
    Parameter(
        "threshold_weeks",
        None,
        "weeks",
        "in place of employed_threshold: weeks of those hours",
        CHAPTER_16.paragraphs("20", "30"),
    ),
    Parameter(
        "self_employed_weeks",
        None,
        "weeks",
        "weeks of self-employment that make a self-employed outcome; chapter 16 leaves them to schedule 2",
        CHAPTER_16.paragraphs("20", "30"),
    ),
    Parameter(
        "claim_within_days",
        None,
        "days",
        "days from a self-employed outcome in which it is to be claimed; chapter 16 states no such limit",
        CHAPTER_16.paragraphs("20"),
    ),
    Parameter(
        "claim_within_days_from",
        None,
        "date",
        "the first day of an outcome to which claim_within_days applies; without one, to every outcome",
        CHAPTER_16.paragraphs("20"),
    ),
    Parameter(
        "claim_within_days_to_day",
        None,
        "days",
        "the last day of provision on which an outcome is under claim_within_days; one after it has until claim_day",
        CHAPTER_16.paragraphs("20"),
    ),
    tendered("tmpl_percent", "", "32 item 1"),
    tendered("tmpl_disability_percent", "of the disability group ", "32 items 2-4"),
    tendered("tmpl_early_access_percent", "of the early access group ", "32 items 2-4"),
    tendered("tmpl_long_term_unemployed_percent", "of the long-term unemployed group ", "32 items 2-4"),
    tendered("tmpl_dda_percent", "in the Devolution Deal Area ", "32 item 5"),
)

PUBLISHED_VALUES = Parameters(
    Parameter(
        "threshold_hours",
        16,
        "hours",
        "hours a week, at the adult National Living Wage",
        (*STATISTICS.paragraphs("job outcomes"), *LIVING_WAGE.paragraphs("adult rate")),
    ),
    Parameter("threshold_weeks", 26, "weeks", "weeks of those hours", STATISTICS.paragraphs("job outcomes")),
    Parameter(
        "self_employed_weeks",
        26,
        "weeks",
        "182 days in business, cumulatively",
        (*COVID_CHAPTER_13.paragraphs("self-employed outcomes"), *MEMO_64.paragraphs("self-employed outcomes")),
    ),
    Parameter("claim_within_days", 90, "days", "days from the outcome", MEMO_64.paragraphs("claims")),
    Parameter(
        "claim_within_days_from",
        date(2022, 10, 5),
        "date",
        "the day from which the memo has effect; 1 November 2022 for contracts of local government",
        MEMO_64.paragraphs("effective date"),
    ),
    Parameter(
        "claim_within_days_to_day",
        600,
        "days",
        "an outcome of day 601 to day 639 may be claimed up to day 700",
        MEMO_64.paragraphs("claims"),
    ),
)
"""What is published elsewhere of the numbers that chapter 16 leaves open, each with its source."""

PUBLISHED: Mapping[str, ParameterValue] = MappingProxyType(
    {name: parameter.value for name, parameter in PUBLISHED_VALUES.items()}
)
"""The same as values: `programme("whp-core").with_parameters(**PUBLISHED)`."""

READINGS = Readings(
    Reading(
        "self_employed_week",
        WEEK_READINGS,
        why="Chapter 16 does not say what a week of self-employment is: as in WHP JETS, whose note wants a day of it "
        "in any seven-day period and ties its opening to nothing.",
        entries=("WHP-OUTCOME-02",),
        citations=(*CHAPTER_16.paragraphs("20"), *JETS.paragraphs("3.8 note")),
    ),
    Reading(
        "commences_employment",
        ("first_payment", "job_start"),
        why="Real Time Earnings commencement is defined nowhere: the first payment above zero, which is what the data "
        "shows; or the job's start where known, otherwise its first pay date.",
        entries=("WHP-EARN-01",),
        citations=CHAPTER_16.paragraphs("16"),
    ),
    Reading(
        "provider_employment",
        ("bars_payment", "earnings_only"),
        why="Chapter 16 is silent on people whom the provider or its supply chain employs: as in WHP JETS, those "
        "earnings and days never count, and nothing is claimed for the person.",
        entries=("WHP-OUTCOME-01", "WHP-OUTCOME-02"),
        citations=(*CHAPTER_16.paragraphs("20"), *JETS.paragraphs("3.19")),
    ),
    Reading(
        "exit_pack_after",
        ("employment", "any_work"),
        why="37 CSS12 speaks of employment that ends during in-work support, where its first sentence names "
        "self-employment too: the words are followed.",
        entries=("WHP-CSS-15",),
        citations=CHAPTER_16.paragraphs("37 CSS12"),
    ),
)
