"""The participant: spells, sets and what is kept out of sight."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dwp_rules.facts import Benefit, Case, Channel, Child, CustomerGroup, Participant
from tests.facts.samples import case_of

BORN = "1988-03-14"


def test_lists_sets_and_enum_strings_are_welcome_in_python() -> None:
    person = Participant.model_validate(
        {
            "participant_id": "P-1",
            "usable_channels": {"video", Channel.TELEPHONE},
            "preferred_channels": ["video", "video"],
            "benefits": [{"starts_on": date(2020, 5, 18), "benefit": Benefit.UNIVERSAL_CREDIT}],
            "barriers": [{"name": "b", "kind": "personal"}, {"name": "a", "kind": "personal"}],
        }
    )
    assert person.usable_channels == {"video", "telephone"}
    assert person.preferred_channels == {Channel.VIDEO}
    assert person.benefits is not None
    assert person.benefits[0].benefit is Benefit.UNIVERSAL_CREDIT


def test_barriers_are_counted_once_each_and_in_one_order() -> None:
    confidence, absence = {"name": "confidence", "kind": "personal"}, {"name": "absence", "kind": "work_related"}
    once = case_of(barriers=[confidence, absence]).participant.barriers
    assert once == case_of(barriers=[absence, confidence, confidence]).participant.barriers
    assert once is not None
    assert [barrier.name for barrier in once] == ["absence", "confidence"]


def test_a_customer_group_is_a_known_one_or_free_text() -> None:
    assert case_of(customer_group="disability").participant.customer_group is CustomerGroup.DISABILITY
    assert case_of(customer_group="JSA 25 and over").participant.customer_group == "JSA 25 and over"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"benefits": [{"starts_on": "2020-05-18", "ends_on": "2020-05-17", "benefit": "jsa"}]}, "ends_on"),
        ({"benefits": [{"starts_on": "2020-05-18", "received_from": "2020-05-17", "benefit": "jsa"}]}, "received_from"),
        ({"residence": [{"starts_on": "2020-05-18", "ends_on": "2020-05-17", "nation": "wales"}]}, "ends_on"),
        ({"key_workers": [{"starts_on": "2020-05-18", "ends_on": "2019-05-18", "name": "A"}]}, "ends_on"),
        (
            {
                "previous_participations": [
                    {"programme": "jfs", "referred_on": "2020-02-02", "started_on": "2020-02-01"}
                ]
            },
            "started_on",
        ),
        (
            {"previous_participations": [{"programme": "jfs", "started_on": "2020-02-02", "ended_on": "2020-02-01"}]},
            "ended_on",
        ),
        ({"date_of_birth": BORN, "state_pension_age_date": "1988-03-13"}, "state_pension_age_date"),
        ({"date_of_birth": BORN, "left_full_time_education_on": "1988-03-13"}, "left_full_time_education_on"),
    ],
)
def test_an_end_before_its_start_is_refused_and_named(facts: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        case_of(**facts)
    (error,) = caught.value.errors()
    assert error["loc"][-1] == field
    assert "must not be before" in error["msg"]


def test_a_spell_of_one_day_is_sound() -> None:
    case = case_of(benefits=[{"starts_on": "2020-05-18", "ends_on": "2020-05-18", "benefit": "jsa"}])
    assert case.participant.benefits is not None


UC = {"starts_on": "2020-05-18", "ends_on": "2020-06-30", "benefit": "universal_credit"}


@pytest.mark.parametrize(
    "second",
    [
        {"starts_on": "2020-06-30", "benefit": "universal_credit"},
        {"starts_on": "2020-01-01", "benefit": "universal_credit"},
        {"starts_on": "2020-05-20", "ends_on": "2020-05-21", "benefit": "universal_credit", "uc_regime": None},
        {"starts_on": "2020-06-01", "benefit": "universal_credit", "uc_regime": "work_preparation"},
        UC,
    ],
)
def test_one_benefit_twice_on_one_day_is_refused_and_named(second: dict[str, Any]) -> None:
    for order in ([UC, second], [second, UC]):
        with pytest.raises(ValidationError, match="may overlap only with different values") as caught:
            case_of(benefits=order)
        assert caught.value.errors()[0]["loc"] == ("participant", "benefits")


def test_overlaps_are_found_behind_other_spells() -> None:
    long = {"starts_on": "2020-01-01", "ends_on": "2020-12-31", "benefit": "universal_credit"}
    between = {"starts_on": "2020-02-01", "ends_on": "2020-02-28", "benefit": "new_style_jsa"}
    late = {"starts_on": "2020-06-01", "benefit": "universal_credit"}
    with pytest.raises(ValidationError, match="overlap"):
        case_of(benefits=[long, between, late])


def test_two_benefits_side_by_side_are_sound_and_listing_does_not_matter() -> None:
    beside = {"starts_on": "2020-06-01", "benefit": "new_style_jsa"}
    after = {"starts_on": "2020-07-01", "benefit": "universal_credit"}
    spells = case_of(benefits=[after, beside, UC]).participant.benefits
    assert spells == case_of(benefits=[UC, beside, after]).participant.benefits
    assert spells is not None
    assert [spell.starts_on.isoformat() for spell in spells] == ["2020-05-18", "2020-06-01", "2020-07-01"]


@given(st.permutations([("2020-05-18", "jsa"), ("2020-05-18", "esa"), ("2020-05-18", "other"), ("2020-01-01", "jsa")]))
def test_spells_that_begin_together_stand_in_one_order(listed: list[tuple[str, str]]) -> None:
    spells = [{"starts_on": start, "ends_on": "2020-05-18", "benefit": benefit} for start, benefit in listed if start]
    spells = [spell | ({"ends_on": "2020-05-17"} if spell["starts_on"] == "2020-01-01" else {}) for spell in spells]
    kept = case_of(benefits=spells).participant.benefits
    assert kept is not None
    assert [spell.benefit.value for spell in kept] == ["jsa", "esa", "jsa", "other"]


def test_two_intervals_from_one_day_are_refused() -> None:
    with pytest.raises(ValidationError, match="two values hold from the same day"):
        case_of(contact_frequency=[{"starts_on": "2021-01-01", "working_days": n} for n in (5, 20)])


# Personal data


def test_birth_dates_are_in_no_repr() -> None:
    case = case_of(
        date_of_birth=BORN, state_pension_age_date="2055-03-14", mappa=True, children=[{"date_of_birth": BORN}]
    )
    shown = repr(case) + str(case) + repr(case.participant) + str(case.participant)
    assert "1988" not in shown
    assert "2055" not in shown
    assert repr(case.participant) == "Participant(participant_id='P-1')"
    assert "1988" not in repr(Child(date_of_birth=date(1988, 3, 14)))


@pytest.mark.parametrize(
    "facts",
    [
        {"date_of_birth": "14/03/1988"},
        {"date_of_birth": "1988-02-31"},
        {"date_of_birth": "1988-03-14T00:00:00"},
        {"participant_id": {"nino": "AB198803C"}},
        {"children": [{"date_of_birth": "1988-14-03"}]},
        {"date_of_birth": BORN, "state_pension_age_date": "1988-01-01"},
        {"right_to_work": "1988"},
        {"sex": "1988"},
    ],
    ids=str,
)
def test_errors_name_the_place_and_never_show_what_was_given(facts: dict[str, Any]) -> None:
    fields = {"programme": "jfs", "participant": {"participant_id": "P-1"} | facts}
    for read, given_ in ((Case.model_validate_json, json.dumps(fields)), (Case.model_validate, fields)):
        with pytest.raises(ValidationError) as caught:
            read(given_)
        assert "1988" not in str(caught.value)
        assert "1988" not in repr(caught.value)
        assert "participant." + next(reversed(facts)) in str(caught.value)
