"""Numbers that the contract settles: what it says comes before the parameters (chapter 16, 38 closing text)."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dwp_rules.calendar import calendar_days, date_of_day
from dwp_rules.facts.contract import HourlyRate
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import in_force
from dwp_rules.statutory import OutsideRates, national_living_wage

__all__ = ["Window", "last_day_to_claim", "provision_days", "threshold", "weeks_needed", "window"]


class Window(NamedTuple):
    """The days that a start fixes, the Start Date being day 1."""

    start: date
    last_day: date
    """The last possible day on provision (456)."""
    support_until: date
    """The last day of in-work support (639)."""
    achieve_by: date
    """The last day for an outcome (639)."""
    claim_by: date
    """The last day to claim a self-employed outcome (700)."""


def provision_days(s: Situation) -> int:
    """The longest time on provision: the contract's, otherwise the parameter's."""
    contract = s.contract
    return (contract.provision_days if contract else None) or s.count("provision_days")


def window(s: Situation) -> Window | None:
    """The days that the start fixes; None before a start."""
    started = s[start_days]
    if not started:
        return None
    start, count = started[0], s.count
    return Window(
        start,
        date_of_day(start, provision_days(s)),
        date_of_day(start, count("in_work_support_day")),
        date_of_day(start, count("outcome_day")),
        date_of_day(start, count("claim_day")),
    )


def given(s: Situation, name: str) -> object:
    """The value of a parameter, None where it is left to the contract and was not given."""
    return s.parameters[name].value


def weeks_needed(s: Situation) -> int | None:
    """The weeks of self-employment that make an outcome; None where nobody has said how many."""
    contract, weeks = s.contract, given(s, "self_employed_weeks")
    settled = (contract.self_employed_weeks if contract else None) or weeks
    return settled if isinstance(settled, int) else None


def threshold(s: Situation) -> Decimal | Callable[[date], Decimal | None] | None:
    """The earnings that make an outcome; None where nobody has said how many.

    An amount is the same on every day. One sized by hours and weeks is at the National Living Wage of the pay date, and
    None for a day whose rate is not known.
    """
    contract, amount = s.contract, given(s, "employed_threshold")
    settled = (contract.employed_threshold if contract else None) or amount
    if isinstance(settled, Decimal):
        return settled
    hours, weeks = given(s, "threshold_hours"), given(s, "threshold_weeks")
    if not isinstance(hours, int) or not isinstance(weeks, int):
        return None
    rates: Sequence[HourlyRate] = (contract.national_living_wage or ()) if contract else ()

    def by_the_living_wage(day: date) -> Decimal | None:
        supplied = in_force(rates, day)
        try:
            rate = national_living_wage(day) if supplied is None else supplied.hourly_rate
        except OutsideRates:
            return None
        return rate * hours * weeks

    return by_the_living_wage


def last_day_to_claim(s: Situation, days: Window, achieved_on: date | None) -> date:
    """Day 700 or, where a limit from the outcome is given and covers it, the last day of that if sooner."""
    within, since = given(s, "claim_within_days"), given(s, "claim_within_days_from")
    to_day = given(s, "claim_within_days_to_day")
    if achieved_on is None or not isinstance(within, int):
        return days.claim_by
    if isinstance(since, date) and achieved_on < since:
        return days.claim_by
    if isinstance(to_day, int) and achieved_on > date_of_day(days.start, to_day):
        return days.claim_by
    return min(days.claim_by, calendar_days(within).after(achieved_on))
