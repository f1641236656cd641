"""Each reading of Job Finding Support changes some worked example, and nothing that does not rest on its entry."""

import pytest

from dwp_rules import programme
from tests.programmes.by_readings import moved, resting_on, table

JFS = programme("jfs")
OVER_MANY_CASES = {"rolling": (("pooled", "mean_of_months"), "JFS-PERF-01")}
"""The readings whose entries are judged over many cases, the default first: they change nothing of one case."""
CHANGES_NOTHING = ("rag_reading", "floor")
"""Percentages cut to whole ones: every edge is a whole number, so nothing crosses it. The option is named all the
same, since the notes name it."""
OPTIONS = [
    (name, option)
    for name, reading in JFS.readings.items()
    for option in reading.options[1:]
    if name not in OVER_MANY_CASES and (name, option) != CHANGES_NOTHING
]

NOTES = {
    "calendar": (("gb_union", "england_and_wales", "scotland"), "JFS-CAL-01"),
    "counting_day_one": (("next_day", "same_day", "literal"), "JFS-CAL-02"),
    "benefit_scope": (("annex_3", "para_3_01"), "JFS-ELIG-07"),
    "coc_clock": (("unemployment_date", "declaration_date", "none"), "JFS-ELIG-09"),
    "over_13_weeks": (("not_under", "strict"), "JFS-ELIG-09"),
    "recent_leaver": (("consider", "bar"), "JFS-SUIT-03"),
    "receipt_on_non_working_day": (("next_working_day", "literal"), "JFS-REF-03"),
    "hours_reading": (("elapsed", "wall_clock"), "JFS-REF-08"),
    "auto_dna": (("day_30", "day_31"), "JFS-REF-09"),
    "duration_day_one": (("next_day", "same_day"), "JFS-DUR-02"),
    "auto_end_day_one": (("next_day", "same_day"), "JFS-DUR-04"),
    "update_scope": (("every_interaction", "one_to_one"), "JFS-JFAP-02"),
    "window_anchor": (("disengagement", "first_attempt"), "JFS-DISENGAGE-03"),
    "twenty_days": (("working_day", "calendar_day"), "JFS-DISENGAGE-05"),
    "employment_reading": (("para_5_09", "para_5_11"), "JFS-COMPLETE-04"),
    "re_referral_test": (("both", "para_3_42", "para_5_16"), "JFS-REREF-03"),
    "re_referral_means": (("after_start", "any_second"), "JFS-REREF-04"),
    "css1_denominator": (("accepted_referrals", "meetings_held"), "JFS-CSS-01"),
    "css3_unit": (("participant", "meeting"), "JFS-CSS-03"),
    "css_month": (("referral_month", "due_month"), "JFS-CSS-08"),
    "rag_reading": (("continuous", "round_half_up", "floor", "literal_bands"), "JFS-RAG-03"),
    "third_red": (("ten_again", "new_cycle"), "JFS-CREDIT-02"),
    "amber_pairs": (("overlapping", "disjoint"), "JFS-CREDIT-03"),
    "amber_after_red": (("no_credit", "counts_as_second"), "JFS-CREDIT-04"),
    "combine": (("additive", "sequential"), "JFS-CREDIT-06"),
    "any_css": (("same_standard", "either_standard"), "JFS-TERM-02"),
    "remainder_months": (("all", "after_start_up"), "JFS-FUND-02"),
    "service_tail_unit": (("working_day", "calendar_day"), "JFS-CONTRACT-04"),
    "clerical_mi_roll": (("none", "next_working_day"), "JFS-MI-01"),
}
"""The readings of one case, and those of a contract, the default first."""


def test_the_readings_are_those_of_the_notes() -> None:
    assert {name: (reading.options, *reading.entries) for name, reading in JFS.readings.items()} == (
        NOTES | OVER_MANY_CASES
    )


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_each_option_changes_a_worked_example(name: str, option: str) -> None:
    assert [one.example for one in moved("jfs") if (one.reading, one.option) == (name, option)], f"{name}={option}"


@pytest.mark.parametrize("name", list(JFS.readings))
def test_no_reading_changes_what_does_not_rest_on_its_entry(name: str) -> None:
    resting = resting_on("jfs", JFS.readings[name].entries)
    beside = {
        (one.example, rule) for one in moved("jfs") if one.reading == name for rule in one.rules if rule not in resting
    }
    assert not beside


def test_the_table_shows_reading_by_example() -> None:
    lines = table("jfs").splitlines()
    assert len(lines) == sum(len(reading.options) - 1 for reading in JFS.readings.values()) + 2
    of_one_case = [line for line in lines[2:] if line.split("|")[1].strip() not in OVER_MANY_CASES]
    assert len(of_one_case) == len(OPTIONS) + 1
    assert all(line.count("|") == 4 and ("JFS-" in line or CHANGES_NOTHING[1] in line) for line in of_one_case)
