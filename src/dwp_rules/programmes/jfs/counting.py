"""How Job Finding Support counts: whose holidays, which day is day one, and the schedule of one journey."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from dwp_rules.calendar import (
    ENGLAND_AND_WALES,
    GREAT_BRITAIN,
    SCOTLAND,
    DayOne,
    Period,
    WorkingCalendar,
    working_days,
)
from dwp_rules.facts import Contract
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Readings, Rule
from dwp_rules.standards.deadlines import last_day

__all__ = ["CALENDARS", "COUNTED", "calendar_of", "counted", "counting_period", "end_of", "month_of"]

WORKING_DAY = Rule(
    "JFS-CAL-01",
    "Working day",
    GUIDANCE.paragraphs("Annex 3 (Working Day)", "1.15"),
    note="A holiday in any of the three nations stops the clock everywhere. 'Public holiday' is the gov.uk list of "
    "bank holidays with its substitute days; local Scottish holidays are not included.",
)
WITHIN_WORKING_DAYS = Rule(
    "JFS-CAL-02",
    "Counting N working days",
    GUIDANCE.paragraphs("3.07", "3.11", "3.27", "4.17", "5.03"),
    note="The first working day after the event is day 1; only 3.07 counts the day of the event, for acknowledgement.",
)
JOURNEY = Rule(
    "JFS-DEADLINE-01",
    "All dates of one journey",
    GUIDANCE.paragraphs("3.07", "3.11", "3.17", "3.19", "3.27", "3.40", "1.23", "5.08"),
)

CALENDARS: Mapping[str, WorkingCalendar] = MappingProxyType(
    {"gb_union": GREAT_BRITAIN, "england_and_wales": ENGLAND_AND_WALES, "scotland": SCOTLAND}
)
COUNTED: tuple[str, ...] = ("JFS-CAL-01", "JFS-CAL-02")
"""What every deadline in working days is counted by."""
SCHEDULE = JOURNEY.id

DAY_ONE = MappingProxyType({"next_day": DayOne.NEXT, "same_day": DayOne.SAME, "literal": DayOne.SAME_EVEN_IF_CLOSED})


def calendar_of(_contract: Contract | None, readings: Readings) -> WorkingCalendar:
    """Give the calendar that the reading `calendar` names: one for the whole of Great Britain."""
    return CALENDARS[readings.chosen("calendar")]


def counted(n: int) -> Mapping[str, Period]:
    """Give a period of n working days under each option of the reading `counting_day_one`."""
    return MappingProxyType({option: working_days(n, day_one) for option, day_one in DAY_ONE.items()})


def counting_period(s: Situation, periods: Mapping[str, Period]) -> Period:
    """Give the period under the reading `counting_day_one` in force."""
    return periods[s.reading("counting_day_one")]


def month_of(day: date) -> str:
    """Give the month of a day.

    >>> month_of(date(2021, 8, 23))
    '2021-08'
    """
    return day.isoformat()[:7]


def end_of(s: Situation, period: Period, day: date) -> date | None:
    """Give the last day of a period from a day, expected holidays included; None outside every known day."""
    return last_day(period, day, s.calendar)[0]
