"""The models say what the vocabulary says: every fact, kind, field, required field and value, and no more."""

import json
from enum import StrEnum
from typing import Any

import pytest
from pydantic import ValidationError

import dwp_rules.facts as facts
from dwp_rules.facts import EVENT_KINDS, Case, Contract, Participant, enums
from tests.facts.samples import case_of, full, minimal
from tests.facts.vocabulary import CONTRACT, ENUMS, EVENTS, PARTICIPANT, SPELLS

KINDS = sorted(EVENTS)


def test_there_are_49_facts_under_their_names() -> None:
    assert set(Participant.model_fields) == set(PARTICIPANT)
    assert len(PARTICIPANT) == 49


def test_there_are_37_kinds_under_their_names() -> None:
    assert {kind: model.__name__ for kind, model in EVENT_KINDS.items()} == {
        kind: described[0] for kind, described in EVENTS.items()
    }
    assert len(EVENTS) == 37


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_fields(kind: str) -> None:
    _, times, required, others = EVENTS[kind]
    model = EVENT_KINDS[kind]
    expected = {"kind", "on", "known_on", "withdrawn_on", *required, *others}
    expected |= {"recorded_on"} if "R" in times else set()
    expected |= {"at"} if "A" in times else set()
    assert set(model.model_fields) == expected
    assert {name for name, field in model.model_fields.items() if field.is_required()} == {"on", *required}


def test_the_contract_has_its_facts() -> None:
    assert set(Contract.model_fields) == set(CONTRACT)


def test_every_enum_has_its_values_in_order() -> None:
    declared = {
        name: " ".join(member)
        for name, member in vars(enums).items()
        if isinstance(member, type) and issubclass(member, StrEnum) and member is not StrEnum
    }
    assert declared == ENUMS


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_read_from_few_fields(kind: str) -> None:
    (event,) = case_of(minimal(kind)).events
    assert type(event) is EVENT_KINDS[kind]
    unset = set(EVENTS[kind][3]) - {"employer", "payment"}
    assert all(getattr(event, name) is None for name in unset)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_read_from_all_fields_in_json_and_in_python(kind: str) -> None:
    told = full(kind)
    case = case_of(told)
    from_text = Case.model_validate(
        {"programme": "whp-jets", "participant": {"participant_id": "P-1"}, "events": [told]}
    )
    assert case == from_text
    # What was written is what is read: written out again, it is the same.
    assert json.loads(case.events[0].model_dump_json()) == told


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_refuses_an_unknown_field_and_names_it(kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        case_of(minimal(kind) | {"colour": "green"})
    assert caught.value.errors()[0]["loc"] == ("events", 0, kind, "colour")


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, field) for kind in KINDS for field in ("on", *EVENTS[kind][2])], ids=str
)
def test_a_required_field_left_out_or_null_is_named(kind: str, field: str) -> None:
    told = minimal(kind)
    for wrong in ({k: v for k, v in told.items() if k != field}, told | {field: None}):
        with pytest.raises(ValidationError) as caught:
            case_of(wrong)
        assert {error["loc"] for error in caught.value.errors()} == {("events", 0, kind, field)}


@pytest.mark.parametrize(
    ("kind", "field", "word"),
    [
        (kind, field, word)
        for kind in KINDS
        for field, word in (EVENTS[kind][2] | EVENTS[kind][3]).items()
        if word in ENUMS
    ],
)
def test_an_enum_field_takes_its_own_values_only(kind: str, field: str, word: str) -> None:
    for value in ENUMS[word].split():
        assert getattr(case_of(minimal(kind, **{field: value})).events[0], field) == value
    for wrong in ("face_to_face", "relative", "jfap", "UNRELATED", "", 1, True):
        with pytest.raises(ValidationError):
            case_of(minimal(kind, **{field: wrong}))


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (field, wrong)
        for field, word in PARTICIPANT.items()
        for wrong in {
            "bool": [1, 0, "true", "yes"],
            "plain bool": [1, "false"],
            "date": [20210310, 1615334400, "1767225600", "10/03/2021", "2021-03-10T00:00:00", True],
            "int": [1.5, "3", -1, True, 10**30],
            "hours": [7.5, -1, "-1", True, "NaN"],
            "spells": [{}, "none", [{"starts_on": "2021-01-01"}]],
            "dated list": [[{"starts_on": "2021-01-01", "working_days": 0}]],
            "record": [5, [], {"minutes": 5}],
            "list of record": [5, {}, [{"colour": "green"}]],
            "Sex": ["f", "Female"],
            "CustomerGroup": ["", 3],
            "name": ["", 7, None],
        }.get(word, [[], [5], "words"] if not word.startswith("set of") else [["words"], "words", 5])
    ],
    ids=str,
)
def test_a_fact_of_the_wrong_type_is_refused_and_named(field: str, wrong: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        case_of(**{field: wrong})
    assert {error["loc"][:2] for error in caught.value.errors()} == {("participant", field)}


@pytest.mark.parametrize("field", [name for name, word in PARTICIPANT.items() if word == "plain bool"])
def test_a_plain_flag_has_its_ordinary_value_absent_or_null(field: str) -> None:
    ordinary = field == "group_session_appropriate"
    assert getattr(case_of().participant, field) is ordinary
    assert getattr(case_of(**{field: None}).participant, field) is ordinary
    assert getattr(case_of(**{field: not ordinary}).participant, field) is not ordinary


@pytest.mark.parametrize("field", [name for name, word in PARTICIPANT.items() if word not in {"plain bool", "name"}])
def test_a_fact_absent_or_null_is_unknown(field: str) -> None:
    assert getattr(case_of().participant, field) is None
    assert getattr(case_of(**{field: None}).participant, field) is None


@pytest.mark.parametrize(
    "field", [name for name, word in PARTICIPANT.items() if word.split()[0] in {"set", "list", "spells", "dated"}]
)
def test_an_empty_list_is_known_to_be_none(field: str) -> None:
    known = getattr(case_of(**{field: []}).participant, field)
    assert known is not None
    assert len(known) == 0


@pytest.mark.parametrize("field", sorted(SPELLS))
def test_a_spell_says_what_the_vocabulary_says(field: str) -> None:
    words = SPELLS[field]
    told = {name: ENUMS[word].split()[0] if word in ENUMS else "2021-02-01" for name, word in words.items()}
    told |= {name: True for name, word in words.items() if word == "bool"}
    told |= {"starts_on": "2021-01-01", "ends_on": "2021-03-01"}
    (spell,) = getattr(case_of(**{field: [told]}).participant, field)
    assert set(type(spell).model_fields) == {"starts_on", "ends_on", *words}
    required = {name for name, described in type(spell).model_fields.items() if described.is_required()}
    assert required == {"starts_on", next(iter(words))}


def test_every_name_is_listed_once() -> None:
    assert len(set(facts.__all__)) == len(facts.__all__)
    assert all(hasattr(facts, name) for name in facts.__all__)
    assert {model.__name__ for model in EVENT_KINDS.values()} | set(ENUMS) <= set(facts.__all__)
