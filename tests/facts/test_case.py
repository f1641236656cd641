"""A case: reading, cutting off at a day, replaying the records, and what keeps it sound in use."""

import copy
import json
import pickle
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dwp_rules.facts import EVENT_KINDS, STATED_AHEAD, Case, Contract, Participant, Start, case_schema
from dwp_rules.facts.replay import dates_of
from tests.facts.samples import DAY, FIRST, LAST, Fields, case_of, event_lists, full, minimal
from tests.facts.vocabulary import EVENTS

D10, D11, D12, D20 = date(2021, 3, 10), date(2021, 3, 11), date(2021, 3, 12), date(2021, 3, 20)


# Reading


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"participant": {"participant_id": "P-1"}}, ("programme",)),
        ({"programme": "jfs"}, ("participant",)),
        ({"programme": "jfs", "participant": {}}, ("participant", "participant_id")),
        ({"programme": "", "participant": {"participant_id": "P-1"}}, ("programme",)),
        ({"programme": 7, "participant": {"participant_id": "P-1"}}, ("programme",)),
        ({"programme": "jfs", "participant": {"participant_id": "P-1"}, "events": "none"}, ("events",)),
        ({"programme": "jfs", "participant": {"participant_id": "P-1"}, "colour": 1}, ("colour",)),
        ({"programme": "jfs", "participant": {"participant_id": "P-1", "age": 33}}, ("participant", "age")),
        (
            {"programme": "jfs", "participant": {"participant_id": "P-1"}, "contract": {"cap": 1}},
            ("contract", "cap"),
        ),
    ],
)
def test_a_fault_is_refused_at_its_place(fields: Fields, place: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        Case.model_validate_json(json.dumps(fields))
    assert [error["loc"] for error in caught.value.errors()] == [place]


def test_a_programme_nobody_knows_is_read_all_the_same() -> None:
    assert Case(programme="a-plug-in", participant=Participant(participant_id="P-1")).programme == "a-plug-in"


def test_every_fault_of_a_case_is_reported_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        case_of(minimal("start", on="soon"), minimal("meeting", attended=1), sex="f", mappa=1)
    assert {error["loc"] for error in caught.value.errors()} == {
        ("events", 0, "start", "on"),
        ("events", 1, "meeting", "attended"),
        ("participant", "sex"),
        ("participant", "mappa"),
    }


def test_events_come_as_a_list_a_tuple_or_values() -> None:
    person = Participant(participant_id="P-1")
    start = Start(on=D10)
    for events in ([start], (start,), [{"kind": "start", "on": D10}], ({"kind": "start", "on": DAY},)):
        case = Case.model_validate({"programme": "jfs", "participant": person, "events": events})
        assert case.events == (start,)


# Going round


@given(event_lists)
def test_a_case_written_out_is_read_back_equal(events: list[Fields]) -> None:
    case = case_of(*events, benefits=[{"starts_on": "2020-05-18", "benefit": "jsa"}], usable_channels=["video"])
    assert Case.model_validate_json(case.model_dump_json()) == case
    assert Case.model_validate(case.model_dump()) == case
    assert Case.model_validate(case.model_dump(mode="json")) == case


@given(event_lists)
def test_a_case_survives_pickling_and_copying(events: list[Fields]) -> None:
    case = case_of(*events)
    derived, of_a_kind = case.ordered, case.by_kind
    assert case.until(LAST) is not None
    for again in (pickle.loads(pickle.dumps(case)), copy.copy(case), copy.deepcopy(case)):
        assert again == case
        assert (again.ordered, again.by_kind) == (derived, of_a_kind)
        assert hash(again) == hash(case)


def test_what_was_derived_is_no_part_of_a_case() -> None:
    case, other = case_of(full("meeting")), case_of(full("meeting"))
    written = case.model_dump_json()
    assert case.ordered is case.ordered
    assert case.by_kind is case.by_kind
    assert case == other
    assert hash(case) == hash(other)
    assert case.model_dump_json() == written


def test_a_changed_copy_derives_anew() -> None:
    case = case_of(minimal("start"))
    assert (len(case.ordered), len(case.by_kind["start"]), len(case.by_class)) == (1, 1, 1)
    empty = case.model_copy(update={"events": ()})
    assert (empty.ordered, empty.by_kind["start"], empty.by_class) == ((), (), {})
    assert len(case.ordered) == 1
    # So it is for what a cut-off remembers: the copy has something later, the case has not.
    assert case.until(D10) is case
    assert case.model_copy(update={"events": (Start(on=D11),)}).until(D10).events == ()


def test_a_kind_that_does_not_exist_is_not_silently_empty() -> None:
    case = case_of()
    assert case.by_kind["start"] == ()
    with pytest.raises(KeyError):
        case.by_kind["started"]


def test_a_case_cannot_be_changed() -> None:
    case = case_of(minimal("start"))
    with pytest.raises(ValidationError, match="frozen"):
        case.programme = "ipes"


def test_sets_are_written_in_one_order() -> None:
    channels = ["video", "email", "prap", "letter"]
    texts = {
        subprocess.run(
            [sys.executable, "-c", _WRITE_CHANNELS],
            input=json.dumps(channels),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    }
    assert texts == {'["email","letter","prap","video"]\n'}


_WRITE_CHANNELS = """
import json, sys
from dwp_rules.facts import Participant
person = Participant.model_validate({"participant_id": "P", "usable_channels": json.load(sys.stdin)})
print(person.model_dump_json(include={"usable_channels"}).split(":")[1][:-1])
"""


_FIRST_USE_IN_MANY_THREADS = """
import json, sys, threading
from dwp_rules.facts import Case
text, found = sys.stdin.read(), []
ready = threading.Barrier(8)
def read():
    ready.wait()
    found.append(Case.model_validate_json(text))
threads = [threading.Thread(target=read) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(found), all(case == found[0] for case in found))
"""


def test_the_first_use_may_come_from_many_threads() -> None:
    text = case_of(*map(full, EVENTS)).model_dump_json()
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_USE_IN_MANY_THREADS], input=text, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("8 True\n", "")


# The published schema


def test_the_schema_names_every_kind_and_refuses_unknown_fields() -> None:
    schema = case_schema()
    definitions = schema["$defs"]
    assert {EVENT_KINDS[kind].__name__ for kind in EVENTS} <= set(definitions)
    assert set(schema["properties"]["events"]["items"]["discriminator"]["mapping"]) == set(EVENTS)
    for described in (schema, definitions["Participant"], definitions["Meeting"], definitions["Contract"]):
        assert described["additionalProperties"] is False
    assert definitions["Start"]["properties"]["on"]["format"] == "date"
    assert definitions["EarningsPayment"]["properties"]["amount"]["anyOf"][0]["type"] == "string"
    assert "number" not in {
        part.get("type") for part in definitions["EarningsPayment"]["properties"]["amount"]["anyOf"]
    }
    assert {"type": "null"} in definitions["Participant"]["properties"]["mappa"]["anyOf"]
    assert json.loads(json.dumps(schema)) == schema


def test_the_schema_of_what_is_written_is_published_too() -> None:
    written = Case.model_json_schema(mode="serialization")
    assert written["$defs"]["Participant"]["properties"]["usable_channels"]["anyOf"][0]["type"] == "array"


# Until a day


def test_a_case_without_anything_later_is_itself() -> None:
    case = case_of(
        *map(full, (kind for kind in EVENTS)), benefits=[{"starts_on": DAY, "ends_on": DAY, "benefit": "jsa"}]
    )
    standing = case.model_copy(
        update={"events": tuple(event.model_copy(update={"withdrawn_on": None}) for event in case.events)}
    )
    assert standing.until(D10) is standing
    assert standing.known_on(D10) is standing
    assert case.until(D10).events == ()


@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_an_event_is_there_from_its_own_day(kind: str) -> None:
    case = case_of(minimal(kind))
    assert len(case.until(D10).events) == 1
    assert case.until(date(2021, 3, 9)).events == ()


MADE_BY_ENTRY = {"referral_acknowledged", "outcome_claim"}

LATER_FIELDS = [
    (kind, field)
    for kind, (_, times, required, others) in EVENTS.items()
    for field in [
        *(["recorded_on"] if "R" in times else []),
        *(n for n, w in (required | others).items() if w == "date"),
    ]
]


@pytest.mark.parametrize(("kind", "field"), LATER_FIELDS)
def test_a_date_after_the_day_is_not_used_in_whatever_field_it_stands(kind: str, field: str) -> None:
    case = case_of(minimal(kind, **{field: "2021-03-11"}))
    (kept,) = case.until(D11).events
    assert getattr(kept, field) == D11
    if field == "recorded_on" and kind in MADE_BY_ENTRY:
        assert case.until(D10).events == (), "what is done by entering it on PRaP is not done before"
        return
    (cut,) = case.until(D10).events
    if field in {"meeting_on", "expected_return_on", "received_on"}:
        assert getattr(cut, field) == D11
    else:
        assert getattr(cut, field) is None


def test_what_is_stated_ahead_is_kept() -> None:
    ahead = {"state_pension_age_date", "meeting_on", "starts_at", "ends_at", "expected_return_on"}
    ahead |= {"received_from", "received_on"}
    assert ahead == STATED_AHEAD
    booked = {"starts_at": "2021-03-12T10:00:00Z", "ends_at": "2021-03-12T11:00:00Z", "meeting_on": "2021-03-12"}
    claimed = {"starts_on": DAY, "received_from": "2021-04-14", "benefit": "universal_credit"}
    case = case_of(minimal("appointment_booked", **booked), state_pension_age_date="2055-03-14", benefits=[claimed])
    case = case.model_copy(update={"contract": Contract(contract_ends_on=date(2025, 1, 1))})
    assert case.until(D10) is case
    assert case.known_on(D10) is case


def test_every_date_of_every_event_is_cut_or_stated_ahead() -> None:
    for kind, (_, times, required, others) in EVENTS.items():
        dates = {"on"} | {name for name, word in (required | others).items() if word == "date"}
        dates |= {"recorded_on"} if "R" in times else set()
        assert set(dates_of(EVENT_KINDS[kind])) == dates - STATED_AHEAD


SPELL = {"starts_on": "2021-03-01", "ends_on": "2021-03-11"}


@pytest.mark.parametrize(
    ("fact", "told", "as_it_stood"),
    [
        ("benefits", SPELL | {"benefit": "jsa"}, {"ends_on": None}),
        ("benefits", {"starts_on": "2021-03-11", "benefit": "jsa"}, None),
        ("benefits", {"starts_on": DAY, "ends_on": "2021-03-11", "benefit": "jsa"}, {"ends_on": None}),
        ("residence", SPELL | {"nation": "wales"}, {"ends_on": None}),
        ("residence", {"starts_on": "2021-03-11", "nation": "wales"}, None),
        ("other_provision", SPELL | {"name": "A"}, {"ends_on": None}),
        ("participation_basis", SPELL | {"basis": "mandated"}, {"ends_on": None}),
        ("key_workers", {"starts_on": "2021-03-11", "name": "A"}, None),
        ("contact_frequency", {"starts_on": "2021-03-11", "working_days": 5}, None),
        ("children", {"date_of_birth": "2021-03-11"}, None),
        ("previous_participations", {"programme": "jfs", "referred_on": "2021-03-11"}, None),
        ("previous_participations", {"programme": "jfs", "started_on": "2021-03-11"}, None),
        (
            "previous_participations",
            {"programme": "jfs", "referred_on": "2021-03-01", "started_on": "2021-03-11", "ended_on": "2021-03-12"},
            {"started_on": None, "ended_on": None},
        ),
    ],
)
def test_a_fact_stands_as_it_did_on_the_day(fact: str, told: Fields, as_it_stood: Fields | None) -> None:
    case = case_of(**{fact: [told]})
    expected = () if as_it_stood is None else (getattr(case.participant, fact)[0].model_copy(update=as_it_stood),)
    assert getattr(case.until(D10).participant, fact) == expected
    assert case.until(D12) is case


@pytest.mark.parametrize("fact", ["unemployed_since", "left_full_time_education_on", "evaluation_consent_on"])
def test_a_dated_fact_is_unknown_before_its_day(fact: str) -> None:
    case = case_of(**{fact: "2021-03-11"})
    assert getattr(case.until(D10).participant, fact) is None
    assert case.until(D11) is case


@given(
    st.fixed_dictionaries(
        {name: st.dates(FIRST, LAST) for name in ("unemployed_since", "evaluation_consent_on")}
        | {name: st.tuples(st.dates(FIRST, LAST), st.dates(FIRST, LAST)) for name in ("other_provision", "key_workers")}
    ),
    st.dates(FIRST, LAST),
)
def test_no_fact_hides_a_later_one(facts: Fields, day: date) -> None:
    told = {
        name: [{"starts_on": str(min(value)), "ends_on": str(max(value)), "name": "A"}]
        if isinstance(value, tuple)
        else str(value)
        for name, value in facts.items()
    }
    cut = case_of(**told).until(day).participant
    for name, value in facts.items():
        left = getattr(cut, name)
        if isinstance(value, tuple):
            first, last = min(value), max(value)
            spells = [(first, last if last <= day else None)] if first <= day else []
            assert [(spell.starts_on, spell.ends_on) for spell in left] == spells
        else:
            assert left == (value if value <= day else None)


def test_a_birth_date_is_not_cut() -> None:
    case = case_of(date_of_birth="1988-03-14")
    assert case.until(date(1980, 1, 1)) is case


DAYS = st.dates(FIRST, LAST)


def dates_in(case: Case) -> set[date]:
    """Every date in the events that a cut-off looks at."""
    return {
        value
        for event in case.events
        for name, value in event
        if isinstance(value, date) and name not in STATED_AHEAD | {"known_on", "withdrawn_on", "at"}
    }


@given(event_lists, DAYS)
def test_nothing_later_is_left_and_nothing_earlier_is_lost(events: list[Fields], day: date) -> None:
    case = case_of(*events)
    cut = case.until(day)
    assert all(kept <= day for kept in dates_in(cut))
    standing = [
        e
        for e in case.events
        if e.on <= day
        and (e.withdrawn_on is None or e.withdrawn_on > day)
        and not (e.kind in MADE_BY_ENTRY and e.recorded_on is not None and e.recorded_on > day)
    ]
    assert [(e.kind, e.on) for e in cut.events] == [(e.kind, e.on) for e in standing]


@given(event_lists, DAYS, DAYS)
def test_cutting_twice_is_cutting_at_the_earlier_day(events: list[Fields], one: date, other: date) -> None:
    case = case_of(*({k: v for k, v in event.items() if k != "withdrawn_on"} for event in events))
    assert case.until(one).until(other) == case.until(min(one, other))


@given(event_lists)
def test_a_day_after_everything_cuts_nothing(events: list[Fields]) -> None:
    case = case_of(*({k: v for k, v in event.items() if k != "withdrawn_on"} for event in events))
    assert case.until(date(2199, 12, 31)) is case
    assert case.known_on(date(2199, 12, 31)) is case


# As the records held it


@pytest.mark.parametrize(
    ("kind", "told", "known"),
    [
        ("start", {}, D10),
        ("start", {"recorded_on": "2021-03-12"}, D12),
        ("start", {"recorded_on": "2021-03-12", "known_on": "2021-03-20"}, D20),
        ("start", {"recorded_on": "2021-03-12", "known_on": "2021-03-11"}, D11),
        ("work_started", {"told_on": "2021-03-12"}, D12),
        ("work_started", {"told_on": "2021-03-11", "recorded_on": "2021-03-12"}, D12),
        ("work_ended", {"established_on": "2021-03-12"}, D12),
        ("work_ended", {"established_on": "2021-03-11", "recorded_on": "2021-03-12"}, D12),
        ("earnings_payment", {"data_received_on": "2021-03-12"}, D12),
        ("document_issued", {"received_on": "2021-03-12"}, D10),
        # Known before it happens: a move told ahead.
        ("moved", {"on": "2021-03-20", "known_on": "2021-03-11"}, D11),
        ("work_started", {"on": "2021-03-20", "told_on": "2021-03-11"}, D11),
    ],
)
def test_an_event_is_held_from_the_day_it_reached_the_records(kind: str, told: Fields, known: date) -> None:
    case = case_of(minimal(kind, **told))
    assert case.known_on(date.fromordinal(known.toordinal() - 1)).events == ()
    (held,) = case.known_on(known).events
    assert held.on == case.events[0].on


def test_dates_that_lay_ahead_are_blanked_in_a_replay() -> None:
    case = case_of(minimal("earnings_payment", known_on=DAY, data_received_on="2021-03-12"))
    (held,) = case.known_on(D10).events
    assert held.model_dump()["data_received_on"] is None
    assert case.known_on(D12) is case
    with_spell = case_of(benefits=[SPELL | {"benefit": "jsa"}])
    assert with_spell.known_on(D10) == with_spell.until(D10)


def test_a_correction_replaces_what_it_corrects_from_its_own_day() -> None:
    wrong = minimal("start", known_on=DAY, withdrawn_on="2021-03-12")
    right = minimal("start", known_on="2021-03-12") | {"on": "2021-03-09"}
    case = case_of(wrong, right)
    held = {day: [event.on.day for event in case.known_on(day).events] for day in (date(2021, 3, 9), D10, D11, D12)}
    assert held == {date(2021, 3, 9): [], D10: [10], D11: [10], D12: [9]}
    # Nobody knew on the 11th that it would be withdrawn.
    assert case.known_on(D11).events[0].withdrawn_on is None
    assert case.known_on(D11).until(D20).events == case.known_on(D11).events
    # Without a replay, what is withdrawn by the day is not used.
    assert [event.on.day for event in case.until(D20).events] == [9]


@given(event_lists, DAYS)
def test_a_replay_holds_what_was_known_and_not_yet_withdrawn(events: list[Fields], day: date) -> None:
    case = case_of(*events)
    expected = []
    for event in case.events:
        told = event.model_dump()
        names = ("known_on", "recorded_on", "told_on", "established_on", "data_received_on", "on")
        reached = next(told[name] for name in names if told.get(name) is not None)
        if reached <= day and (event.withdrawn_on is None or event.withdrawn_on > day):
            expected.append((event.kind, event.on))
    assert [(event.kind, event.on) for event in case.known_on(day).events] == expected


@given(event_lists, DAYS, DAYS)
def test_a_replay_of_a_replay_is_that_of_the_earlier_day(events: list[Fields], one: date, other: date) -> None:
    case = case_of(*({k: v for k, v in event.items() if k != "withdrawn_on"} for event in events))
    earlier, later = min(one, other), max(one, other)
    assert case.known_on(later).known_on(earlier) == case.known_on(earlier)


def test_large_cases_are_read_and_ordered_in_proportion() -> None:
    events: list[Any] = [minimal("earnings_payment", amount=str(n % 7)) for n in range(5_000)]
    case = case_of(*events)
    amounts = [event.model_dump()["amount"] for event in case.ordered]
    assert amounts == sorted(amounts)


def test_a_case_is_read_under_a_contract_only_where_it_holds_none() -> None:
    given, own = Contract(cpa="CPA3"), Contract(cpa="CPA6")
    case = Case(programme="whp-jets", participant={"participant_id": "P"})
    held = Case(programme="whp-jets", participant={"participant_id": "P"}, contract=own)
    assert (case.under(given).contract, held.under(given).contract, case.under(None)) == (given, own, case)
