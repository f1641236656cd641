"""Personal data stays where it was given: nothing that is shown, said or written out tells a date of birth.

An age in years stands in its place. Free text about a person is never repeated either.
"""

import json
import logging
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from traceback import format_exception

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from dwp_rules import Case, Participant, assess, programme
from dwp_rules.rules import in_words
from tests.strategies import History, Told, births, histories, holes, looks

JETS = programme("whp-jets")
SECRET = "told in confidence"


def ways_to_write(day: date) -> set[str]:
    """A date as people and programs write it."""
    return {
        day.isoformat(),
        repr(day),
        in_words(day),
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%d %B %Y}",
        f"{day:%d %b %Y}",
        f"{day:%Y%m%d}",
    }


def shown(history: History, look: int, missing: frozenset[str]) -> Iterator[str]:
    """Everything that the library shows, says or writes out about a case, but for the case itself as JSON."""
    case, as_of = history.case(missing), history.when(look)
    assessment = assess(case, as_of=as_of)
    yield from (repr(case), str(case), repr(case.participant), str(case.participant))
    yield from (repr(assessment), str(assessment), assessment.explain(), assessment.to_json(), repr(assessment.receipt))
    yield from map(repr, (assessment.eligibility, assessment.suitability, assessment.provision, assessment.outcomes))
    yield from map(repr, (assessment.deadlines, assessment.findings, assessment.warnings))
    yield repr(JETS.situation(case, as_of))
    yield repr(case.known_on(as_of))


def dates_in(told: Told) -> set[str]:
    """Every date in a story but the date of birth."""
    rest = deepcopy(told)
    del rest["participant"]["date_of_birth"]
    return {part for part in json.dumps(rest).split('"') if len(part) == 10 and part[4] == "-"}


@given(histories(), looks, holes, births)
def test_a_date_of_birth_is_never_shown_said_or_written_out(
    history: History, look: int, missing: frozenset[str], born: date
) -> None:
    history.told["participant"]["date_of_birth"] = born.isoformat()
    assume(born.isoformat() not in dates_in(history.told))
    for text in shown(history, look, missing):
        for written in ways_to_write(born):
            assert written not in text


@given(births, st.dates(date(2006, 1, 1), date(2021, 12, 31)))
def test_a_childs_date_of_birth_is_never_shown(born: date, childs: date) -> None:
    told = {"participant_id": "P-1", "date_of_birth": born, "children": [{"date_of_birth": childs}]}
    person = Participant.model_validate(told)
    for text in (repr(person), str(person), repr(person.children), repr(Case(programme="jfs", participant=person))):
        for written in ways_to_write(born) | ways_to_write(childs):
            assert written not in text


FAULTS: tuple[Told, ...] = (
    {"shoe_size": 9},
    {"right_to_work": "yes"},
    {"left_full_time_education_on": "1900-01-01"},
    {"state_pension_age_date": "1900-01-01"},
    {"residence": [{"starts_on": "2020-06-02", "ends_on": "2020-06-01", "nation": "wales"}]},
)


@given(births, st.sampled_from(FAULTS), st.sampled_from(("%Y-%m-%dT00:00:00", "%d/%m/%Y", "%Y-%m-%d")))
def test_no_error_repeats_a_date_of_birth(born: date, fault: Told, written: str) -> None:
    person = {"participant_id": "P-1", "date_of_birth": born.strftime(written)} | fault
    told = {"programme": "whp-jets", "participant": person}
    for as_json in (False, True):
        with pytest.raises(ValidationError) as refusal:
            Case.model_validate_json(json.dumps(told)) if as_json else Case.model_validate(told)
        said = str(refusal.value) + repr(refusal.value)
        for secret in ways_to_write(born) | {born.strftime(written)}:
            assert secret not in said


@given(births)
def test_no_refusal_of_a_question_repeats_a_date_of_birth(born: date) -> None:
    case = Case.model_validate(
        {"programme": "whp-jest", "participant": {"participant_id": "P-1", "date_of_birth": born}}
    )
    with pytest.raises(KeyError) as refusal:
        assess(case, as_of=date(2021, 1, 4))
    said = "".join(format_exception(refusal.value))
    assert not any(written in said for written in ways_to_write(born))


def test_the_age_in_years_stands_in_its_place() -> None:
    home = [{"starts_on": "2015-06-01", "nation": "england"}]
    person = Participant.model_validate({"participant_id": "P-1", "date_of_birth": "1988-03-14", "residence": home})
    for on, age in ((date(2020, 3, 13), 31), (date(2020, 3, 14), 32)):
        working_age = JETS.eligibility(person, on=on).findings[0]
        assert (working_age.rule.id, working_age.facts["age"]) == ("JETS-ELIG-02", age)
        assert f"aged {age}" in working_age.reason


FREE_TEXT: tuple[Told, ...] = (
    {"kind": "disengaged", "on": "2021-01-04", "reason": SECRET},
    {"kind": "withdrawal", "on": "2021-01-04", "stage": "on_provision", "reason": SECRET},
    {"kind": "safeguarding_incident", "on": "2021-01-04", "nature": SECRET},
    {"kind": "survey_response", "on": "2021-01-04", "text": SECRET, "answer": "very_satisfied"},
)


@pytest.mark.parametrize("event", FREE_TEXT, ids=lambda event: str(event["kind"]))
def test_free_text_about_a_person_is_never_repeated(event: Told, caplog: pytest.LogCaptureFixture) -> None:
    told = {
        "programme": "whp-jets",
        "participant": {"participant_id": "P-1", "date_of_birth": "1988-03-14"},
        "events": [{"kind": "start", "on": "2020-10-05"}, event],
    }
    with caplog.at_level(logging.DEBUG):
        case = Case.model_validate(told)
        assessment = assess(case, as_of=date(2021, 8, 30))
        texts = [repr(case), repr(case.events), assessment.to_json(), assessment.explain(), repr(assessment.warnings)]
    assert not any(SECRET in text for text in (*texts, caplog.text))
    with pytest.raises(ValidationError) as refusal:
        Case.model_validate(told | {"events": [event | {"on": "someday"}]})
    assert SECRET not in str(refusal.value)
