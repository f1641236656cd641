"""Days and how they are counted: working days, bank holidays, periods, days of provision, birthdays.

Knows dates only, and nothing of programmes. Counts are by name: which calendar, which day is day one. Nothing of the
holidays is loaded until a calendar is asked something.
"""

from dwp_rules.calendar.anniversaries import age_on, anniversary
from dwp_rules.calendar.bank_holidays import (
    ENGLAND_AND_WALES,
    GREAT_BRITAIN,
    KNOWN_FROM,
    PROCLAIMED_UNTIL,
    PROJECTED_TO,
    SCOTLAND,
)
from dwp_rules.calendar.errors import OutsideCalendar
from dwp_rules.calendar.month import Month
from dwp_rules.calendar.months import corresponding_date
from dwp_rules.calendar.periods import (
    CalendarDays,
    DayOne,
    Hours,
    Months,
    Period,
    Weeks,
    WorkingDays,
    calendar_days,
    hours,
    months,
    weeks,
    working_days,
)
from dwp_rules.calendar.provision_days import date_of_day, day_of_provision
from dwp_rules.calendar.recipe import SATURDAY_AND_SUNDAY, Holiday
from dwp_rules.calendar.table import WorkingDayTable
from dwp_rules.calendar.working_calendar import WorkingCalendar

__all__ = [
    "ENGLAND_AND_WALES",
    "GREAT_BRITAIN",
    "KNOWN_FROM",
    "PROCLAIMED_UNTIL",
    "PROJECTED_TO",
    "SATURDAY_AND_SUNDAY",
    "SCOTLAND",
    "CalendarDays",
    "DayOne",
    "Holiday",
    "Hours",
    "Month",
    "Months",
    "OutsideCalendar",
    "Period",
    "Weeks",
    "WorkingCalendar",
    "WorkingDayTable",
    "WorkingDays",
    "age_on",
    "anniversary",
    "calendar_days",
    "corresponding_date",
    "date_of_day",
    "day_of_provision",
    "hours",
    "months",
    "weeks",
    "working_days",
]
