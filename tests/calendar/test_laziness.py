"""Importing the package loads neither `holidays` nor `dateutil`; nor does anything before the first question."""

import subprocess
import sys

import pytest

import dwp_rules.calendar

BEFORE = """
import sys
from datetime import date
import dwp_rules.calendar as calendar
{statement}
loaded = {{"holidays", "dateutil"}} & set(sys.modules)
assert loaded == {expected}, loaded
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("calendar.GREAT_BRITAIN.projected.horizon; repr(calendar.SCOTLAND); calendar.months(3)", "set()"),
        ("calendar.weeks(8).after(date(2021, 4, 4)); calendar.age_on(date(1990, 1, 1), date(2021, 4, 4))", "set()"),
        (
            "calendar.WorkingCalendar.from_dates('x', [], first=date.min, last=date.min).is_working_day(date.min)",
            "set()",
        ),
        ("calendar.months(3).after(date(2021, 3, 31))", "{'dateutil'}"),
    ],
)
def test_what_is_loaded_when(statement: str, expected: str) -> None:
    subprocess.run([sys.executable, "-c", BEFORE.format(statement=statement, expected=expected)], check=True)


def test_all_is_sorted_and_complete() -> None:
    names = dwp_rules.calendar.__all__
    constants, classes, functions = (
        sorted(name for name in names if name.isupper()),
        sorted(name for name in names if not name.isupper() and name[0].isupper()),
        sorted(name for name in names if name[0].islower()),
    )
    assert names == constants + classes + functions
    assert all(getattr(dwp_rules.calendar, name) is not None for name in names)
