"""Dated public facts that the programmes' documents lean on: State Pension age and the National Living Wage."""

from dwp_rules.statutory.living_wage import (
    NATIONAL_LIVING_WAGE,
    OutsideRates,
    Rate,
    living_wage_rate,
    national_living_wage,
)
from dwp_rules.statutory.pension_timetable import FOR_MEN, FOR_WOMEN, SAME_FOR_EVERYONE_FROM, Cohort, PensionableAge
from dwp_rules.statutory.state_pension import (
    EARLIEST_STATE_PENSION_AGE,
    Sex,
    SexNeeded,
    has_reached_state_pension_age,
    state_pension_cohort,
    state_pension_date,
    state_pension_dates,
)

__all__ = [
    "EARLIEST_STATE_PENSION_AGE",
    "FOR_MEN",
    "FOR_WOMEN",
    "NATIONAL_LIVING_WAGE",
    "SAME_FOR_EVERYONE_FROM",
    "Cohort",
    "OutsideRates",
    "PensionableAge",
    "Rate",
    "Sex",
    "SexNeeded",
    "has_reached_state_pension_age",
    "living_wage_rate",
    "national_living_wage",
    "state_pension_cohort",
    "state_pension_date",
    "state_pension_dates",
]
