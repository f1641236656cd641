"""The numbers and the readings of IPES that a contract or a caller may replace."""

from datetime import date
from decimal import Decimal

from dwp_rules.outcomes import ATTEMPT_READINGS, WEEK_READINGS
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Parameter, Parameters, Reading, Readings

__all__ = ["PARAMETERS", "READINGS"]


def days(name: str, value: int, meaning: str, *paragraphs: str) -> Parameter:
    """Name a number of days."""
    return Parameter(name, value, "days", meaning, SPEC.paragraphs(*paragraphs))


def pounds(name: str, value: str, meaning: str, *paragraphs: str) -> Parameter:
    """Name an amount in pounds."""
    return Parameter(name, Decimal(value), "pounds", meaning, SPEC.paragraphs(*paragraphs))


def percent(name: str, meaning: str, *paragraphs: str) -> Parameter:
    """Name a percentage that the contract sets."""
    return Parameter(name, None, "percent", meaning, SPEC.paragraphs(*paragraphs))


def number(name: str, value: int, unit: str, meaning: str, *paragraphs: str) -> Parameter:
    """Name another number."""
    return Parameter(name, value, unit, meaning, SPEC.paragraphs(*paragraphs))


PARAMETERS = Parameters(
    days("pre_work_days", 456, "days after which provision ends unless the participant is in work", "2.46", "2.54"),
    days("closing_day", 639, "the day on which an extended journey is closed", "2.46", "2.47", "2.54"),
    days("last_support_day", 638, "the last day of support, but for a night shift that begins on it", "1.20", "2.46"),
    days("in_work_days", 182, "days of in-work support in the current job before a release", "2.46", "2.47"),
    days("claim_day", 700, "the last day on which a self-employed outcome can be claimed", "5.25"),
    days("settlement_days", 61, "days from receipt of the earnings data to notification of an outcome", "5.17"),
    days("re_referral_days", 638, "days from the earlier Start Date to a re-referral", "2.75"),
    days("re_referral_days_nights", 639, "the same for someone who worked night shifts", "2.75"),
    number("weekly_hours", 16, "hours", "hours a week that size the earnings thresholds", "4.8", "5.6"),
    number("lower_weeks", 13, "weeks", "weeks of the lower threshold and of the lower outcome", "4.8", "5.6", "5.10"),
    number("higher_weeks", 26, "weeks", "weeks of the higher threshold and the higher outcome", "4.8", "5.6", "5.10"),
    percent("lower_percent", "the share of a cohort's starts that must reach a lower outcome, as bid", "4.34"),
    percent("higher_percent", "the share of a cohort's starts that must reach a higher outcome, as bid", "4.34"),
    Parameter(
        "predicted_earners",
        None,
        "people",
        "participants predicted to have earned in a month",
        SPEC.paragraphs("4.5"),
    ),
    number("claim_attempts", 3, "attempts", "attempts at a self-employed claim", "5.19"),
    number("work_experience_hours", 16, "hours", "hours of experience in a work environment", "2.34"),
    number("case_conferences", 3, "conferences", "case conferences over the period of pre-work support", "2.43"),
    number("conference_minutes", 60, "minutes", "Jobcentre time for a case conference", "2.43"),
    number("travel_minutes", 90, "minutes", "travel to the premises by public transport, each way", "2.77"),
    number("care_hours", 16, "hours", "weekly hours of work from which replacement care is not funded", "A4.14"),
    number("care_age", 18, "years", "the age from which replacement care is funded", "A4.14"),
    number("childcare_age", 15, "years", "the birthday after which childcare stops in September", "A4.11"),
    pounds("childcare_week_one", "175", "childcare for one child, five days a week", "A4.11"),
    pounds("childcare_week_more", "300", "childcare for two children or more, five days a week", "A4.11"),
    pounds("childcare_day_one", "35", "childcare for one child, a day", "A4.11"),
    pounds("childcare_day_more", "60", "childcare for two children or more, a day", "A4.11"),
    number("referral_months", 48, "months", "the months in which referrals are made, unless extended", "2.85", "3.19"),
    Parameter(
        "service_start",
        date(2019, 12, 4),
        "date",
        "the day on which call-off services begin, unless the contract says otherwise",
        SPEC.paragraphs("3.20", "3.21"),
    ),
    pounds("business_support", "1000", "working capital and equipment for a participant's business", "4.29"),
)

READINGS = Readings(
    Reading(
        "self_employed_week",
        WEEK_READINGS,
        why="5.10 wants a day of self-employment in any seven-day period and ties its opening to nothing; counting "
        "time before self-employment began would not fit a period of self-employment.",
        entries=("IPES-SE-01", "IPES-SE-02", "IPES-SE-04", "IPES-SE-06", "IPES-OUTCOME-09"),
        citations=SPEC.paragraphs("5.10"),
    ),
    Reading(
        "provider_employment",
        ("bars_payment", "earnings_only"),
        why="4.25 says both that no payment is due for anyone whom the Provider or its supply chain employs and that "
        "such earnings do not count; the narrower reading leaves the first sentence no work.",
        entries=("IPES-EARN-06", "IPES-EXCL-01", "IPES-PERF-08", "IPES-REREF-02"),
        citations=SPEC.paragraphs("4.25"),
    ),
    Reading(
        "claim_attempts",
        ATTEMPT_READINGS,
        why="5.19 closes the line when three attempts all fail: a passed attempt uses none up.",
        entries=("IPES-CLAIM-02", "IPES-CLAIM-03"),
        citations=SPEC.paragraphs("5.19"),
    ),
    Reading(
        "release",
        ("from_day_456", "any_day"),
        why="2.53 lets the end date be keyed for a release between day 456 and day 639 only, and ending earlier would "
        "take away entitlement; 2.47 states no days.",
        entries=("IPES-COMPLETE-04",),
        citations=SPEC.paragraphs("2.47", "2.53"),
    ),
    Reading(
        "remainder_months",
        ("whole_period", "after_first_12"),
        why="The equal payments run throughout the period from the start of the contract to the end of referrals.",
        entries=("IPES-FUND-03",),
        citations=SPEC.paragraphs("5.4"),
    ),
    Reading(
        "market_share",
        ("value", "starts", "count"),
        why="Contracts are valued, and 40% of six contracts is no whole number.",
        entries=("IPES-CONTRACT-11",),
        citations=SPEC.paragraphs("3.23"),
    ),
)
