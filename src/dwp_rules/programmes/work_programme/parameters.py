"""The number and the readings of the Work Programme that a caller may replace."""

from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.rules import Parameter, Parameters, Reading, Readings

__all__ = ["PARAMETERS", "READINGS"]

PARAMETERS = Parameters(
    Parameter(
        "support_weeks",
        104,
        "weeks",
        "the time to work with a participant, from the referral",
        CHAPTER_1.paragraphs("7", "11", "12"),
    ),
)

READINGS = Readings(
    Reading(
        "calendar",
        ("nation_of_area", "england_and_wales", "scotland", "gb_union"),
        why="Working days are not defined; the programme is let by area, so the holidays are those of the nation of "
        "the Contract Package Area.",
        entries=("WP-CAL-01",),
        citations=CHAPTER_1.paragraphs("7", "Key responsibilities"),
    ),
    Reading(
        "day_one",
        ("same_day", "next_day", "two_years"),
        why="104 weeks from referral are tied to no first day; a claimant is a participant from the point of referral "
        "(6), so the day of the referral is day one.",
        entries=("WP-DUR-01", "WP-DUR-05"),
        citations=CHAPTER_1.paragraphs("6", "7", "11"),
    ),
    Reading(
        "early_completion_ends_bar",
        ("false", "true"),
        why="The bar is tied to the 104 week support period, which an early completion does not shorten.",
        entries=("WP-REREF-01",),
        citations=CHAPTER_1.paragraphs("13"),
    ),
    Reading(
        "ten_days",
        ("calendar_day", "working_day"),
        why="The same list says '15 working days' where working days are meant.",
        entries=("WP-EXIT-02",),
        citations=CHAPTER_1.paragraphs("Key responsibilities"),
    ),
)
