"""How the Work Programme counts: the working days of the contract's area, and the 104 weeks from the referral."""

from datetime import date

from dwp_rules.calendar import (
    ENGLAND_AND_WALES,
    GREAT_BRITAIN,
    SCOTLAND,
    DayOne,
    WorkingCalendar,
    corresponding_date,
    weeks,
)
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import Contract, Nation
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.rules import Readings, Rule

__all__ = ["area_known", "calendar_of", "first_day", "last_day"]

WORKING_DAY = Rule(
    "WP-CAL-01",
    "Working days are not defined",
    CHAPTER_1.paragraphs("7", "Key responsibilities"),
    note="Monday to Friday without the bank holidays of the nation of the Contract Package Area; the first working day "
    "after the event is day 1. An area on both sides of the border has the holidays of both.",
)

CALENDARS = {"england_and_wales": ENGLAND_AND_WALES, "scotland": SCOTLAND, "gb_union": GREAT_BRITAIN}
NATION_OF_AREA = "nation_of_area"
SOUTH_OF_THE_BORDER = frozenset({Nation.ENGLAND, Nation.WALES})
TWO_YEARS = 24
"""Months in the reading `two_years`."""


def calendar_of(contract: Contract | None, readings: Readings) -> WorkingCalendar:
    """Give the calendar of the nation of the contract's area, or the one that the reading `calendar` names."""
    chosen = readings.chosen("calendar")
    if chosen != NATION_OF_AREA:
        return CALENDARS[chosen]
    nations = _nations(contract)
    if Nation.SCOTLAND not in nations:
        return ENGLAND_AND_WALES
    return GREAT_BRITAIN if nations & SOUTH_OF_THE_BORDER else SCOTLAND


def area_known(s: Situation) -> bool | Unknown:
    """Whether it is known whose bank holidays count."""
    if s.reading("calendar") != NATION_OF_AREA or _nations(s.contract):
        return True
    return Unknown("contract.nations")


def _nations(contract: Contract | None) -> frozenset[Nation]:
    return frozenset() if contract is None or contract.nations is None else contract.nations


def first_day(s: Situation, referred: date) -> date:
    """Give the day that is day one of the support period of someone referred on a day."""
    return referred + ONE_DAY if s.reading("day_one") == "next_day" else referred


def last_day(s: Situation, referred: date) -> date:
    """Give the last day of the support period of someone referred on a day."""
    return last_day_by(s.reading("day_one"), s.count("support_weeks"), referred)


def last_day_by(reading: str, support_weeks: int, referred: date) -> date:
    """Give the last day under one reading of "104 weeks"; two years end the day before the second anniversary.

    >>> last_day_by("same_day", 104, date(2012, 2, 29)), last_day_by("two_years", 104, date(2012, 2, 29))
    (datetime.date(2014, 2, 25), datetime.date(2014, 2, 27))
    """
    if reading == "two_years":
        return corresponding_date(referred, TWO_YEARS) - ONE_DAY
    day_one = DayOne.NEXT if reading == "next_day" else DayOne.SAME
    return weeks(support_weeks, day_one).after(referred)
