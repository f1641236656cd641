"""The numbers and the readings of WHP JETS that a contract or a caller may replace."""

from datetime import date
from decimal import Decimal

from dwp_rules.outcomes import WEEK_READINGS
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Parameter, Parameters, Reading, Readings

__all__ = ["PARAMETERS", "READINGS"]

PARAMETERS = Parameters(
    Parameter(
        "provision_days",
        182,
        "days",
        "the longest time on provision, the Start Date being day 1",
        SPECIFICATION.paragraphs("1.13", "2.2", "2.17"),
    ),
    Parameter(
        "outcome_day",
        238,
        "days",
        "the last day on which an outcome can be achieved, the Start Date being day 1",
        (*SPECIFICATION.paragraphs("3.6", "3.7", "3.11", "3.12"), CHAPTER_16["20"]),
    ),
    Parameter(
        "claim_day",
        299,
        "days",
        "the last day on which a self-employed outcome can be claimed, the Start Date being day 1",
        (*SPECIFICATION.paragraphs("3.8", "3.11"), CHAPTER_16["20"]),
    ),
    Parameter(
        "earnings_threshold",
        Decimal("1000.00"),
        "pounds",
        "cumulative earnings that make an employed outcome",
        (SPECIFICATION["3.5"], *CHAPTER_16.paragraphs("16", "36")),
    ),
    Parameter(
        "self_employed_weeks",
        8,
        "weeks",
        "weeks of self-employment (56 days) that make a self-employed outcome",
        SPECIFICATION.paragraphs("3.7"),
    ),
    Parameter(
        "tmpl_percent",
        Decimal(22),
        "percent",
        "the share of a cohort's starts that must reach an outcome",
        CHAPTER_16.paragraphs("36"),
    ),
    Parameter(
        "referral_months",
        12,
        "months",
        "the months from the Service Start Date in which referrals are made",
        SPECIFICATION.paragraphs("1.11", "1.24"),
    ),
    Parameter(
        "esf_result_days",
        28,
        "days",
        "days after completion in which an ESF result is still reported",
        SPECIFICATION.paragraphs("1.21"),
    ),
    Parameter(
        "retention_date",
        date(2027, 12, 31),
        "date",
        "the day up to which documents must be available, unless DWP changes it",
        SPECIFICATION.paragraphs("1.28"),
    ),
)

READINGS = Readings(
    Reading(
        "self_employed_week",
        WEEK_READINGS,
        why="The note wants a day of self-employment in any seven-day period and ties its opening to nothing; "
        "counting time before self-employment began would not fit a period of self-employment.",
        entries=("JETS-SE-01", "JETS-SE-02", "JETS-SE-03", "JETS-SE-04"),
        citations=SPECIFICATION.paragraphs("3.8 note"),
    ),
    Reading(
        "commences_employment",
        ("job_start", "first_payment"),
        why="3.5 speaks of employment, not of earnings: the job's start date where known, otherwise its first pay "
        "date. Pay that names no job dates employment only where the start of none is known.",
        entries=("JETS-OUTCOME-01", "JETS-OUTCOME-02", "JETS-EARN-02", "JETS-EARN-03"),
        citations=SPECIFICATION.paragraphs("3.5"),
    ),
    Reading(
        "provider_employment",
        ("bars_payment", "earnings_only"),
        why="3.19 bars a claim for anyone whom the Provider or its supply chain employs: the person, not the earnings.",
        entries=("JETS-EXCL-01", "JETS-CLAIM-04"),
        citations=SPECIFICATION.paragraphs("3.19"),
    ),
)
