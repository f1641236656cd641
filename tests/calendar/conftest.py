"""The three calendars are made once, before any property is timed."""

from datetime import date

import pytest

from dwp_rules.calendar import ENGLAND_AND_WALES, GREAT_BRITAIN, SCOTLAND


@pytest.fixture(scope="session", autouse=True)
def calendars_are_made() -> None:
    for calendar in (ENGLAND_AND_WALES, SCOTLAND, GREAT_BRITAIN):
        calendar.is_working_day(date(2021, 4, 1))
        calendar.projected.is_working_day(date(2021, 4, 1))
