"""Each reading of the Work Programme changes some worked example, and nothing that does not rest on its entry."""

import pytest

from dwp_rules import programme
from tests.programmes.by_readings import moved, resting_on, table

WP = programme("work-programme")
OPTIONS = [(name, option) for name, reading in WP.readings.items() for option in reading.options[1:]]

NOTES = {
    "calendar": (("nation_of_area", "england_and_wales", "scotland", "gb_union"), ("WP-CAL-01",)),
    "day_one": (("same_day", "next_day", "two_years"), ("WP-DUR-01", "WP-DUR-05")),
    "early_completion_ends_bar": (("false", "true"), ("WP-REREF-01",)),
    "ten_days": (("calendar_day", "working_day"), ("WP-EXIT-02",)),
}
"""The readings whose entries are judged of one case, the default first."""


def test_the_readings_are_those_of_the_notes() -> None:
    assert {name: (reading.options, reading.entries) for name, reading in WP.readings.items()} == NOTES


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_each_option_changes_a_worked_example(name: str, option: str) -> None:
    assert [one.example for one in moved("work-programme") if (one.reading, one.option) == (name, option)], (
        f"{name}={option}"
    )


@pytest.mark.parametrize("name", list(WP.readings))
def test_no_reading_changes_what_does_not_rest_on_its_entry(name: str) -> None:
    resting = resting_on("work-programme", WP.readings[name].entries)
    beside = {
        (one.example, rule)
        for one in moved("work-programme")
        if one.reading == name
        for rule in one.rules
        if rule not in resting
    }
    assert not beside


def test_the_table_shows_reading_by_example() -> None:
    lines = table("work-programme").splitlines()
    assert len(lines) == len(OPTIONS) + 2
    assert all(line.count("|") == 4 and "WP-" in line for line in lines[2:])
