"""Bad input, item by item: a clear error or a warning that names the place, and nothing else is lost."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from dwp_rules import Assessment, Case, assess

AS_OF = date(2021, 8, 30)

Told = dict[str, Any]

TOLD: Told = {
    "programme": "whp-jets",
    "participant": {
        "participant_id": "P-1",
        "date_of_birth": "1988-03-14",
        "residence": [{"starts_on": "2015-06-01", "nation": "england", "cpa": "CPA3"}],
        "benefits": [{"starts_on": "2020-05-18", "benefit": "new_style_jsa"}],
        "unemployed_since": "2020-05-18",
        "participation_basis": [{"starts_on": "2020-05-18", "basis": "voluntary"}],
    },
    "events": [
        {"kind": "referral", "on": "2020-10-12", "route": "jobcentre"},
        {"kind": "referral_acknowledged", "on": "2020-10-14", "recorded_on": "2020-10-14", "decision": "accept"},
        {"kind": "meeting", "on": "2020-10-27", "type": "initial", "attended": True},
        {"kind": "start", "on": "2020-10-27", "recorded_on": "2020-10-29"},
        {"kind": "earnings_payment", "on": "2021-01-29", "amount": "412.50"},
    ],
}

Put = Callable[[Told], None]


def changed(put: Put) -> Told:
    told = deepcopy(TOLD)
    put(told)
    return told


def errors_of(told: Told, *, as_json: bool) -> list[tuple[tuple[int | str, ...], str]]:
    """The places and messages of the errors; the message as a whole shows nothing of the input."""
    with pytest.raises(ValidationError) as refusal:
        Case.model_validate_json(json.dumps(told)) if as_json else Case.model_validate(told)
    return [(error["loc"], error["msg"]) for error in refusal.value.errors()]


def person(**facts: Any) -> Put:
    return lambda told: told["participant"].update(facts)


def event(place: int, **fields: Any) -> Put:
    return lambda told: told["events"][place].update(fields)


def more(kind: str, on: str, **fields: Any) -> Put:
    return lambda told: told["events"].append({"kind": kind, "on": on} | fields)


# ── what is wrong inside one object ─────────────────────────────────────────────────────────────────────────────


IN_ONE_OBJECT: dict[str, tuple[Put, tuple[int | str, ...], str]] = {
    "an unknown field of a case": (lambda told: told.update(status="open"), ("status",), "not permitted"),
    "an unknown fact": (person(shoe_size=9), ("participant", "shoe_size"), "not permitted"),
    "an unknown field of an event": (
        event(3, record_on="2020-10-29"),
        ("events", 3, "start", "record_on"),
        "permitted",
    ),
    "an unknown field of a spell": (
        person(benefits=[{"starts_on": "2020-05-18", "benefit": "jsa", "amount": 1}]),
        ("participant", "benefits", 0, "amount"),
        "not permitted",
    ),
    "an unknown kind of event": (event(3, kind="commencement"), ("events", 3), "start"),
    "no kind of event": (lambda told: told["events"][3].pop("kind"), ("events", 3), "kind"),
    "no day": (lambda told: told["events"][3].pop("on"), ("events", 3, "start", "on"), "required"),
    "no participant": (lambda told: told.pop("participant"), ("participant",), "required"),
    "no programme": (lambda told: told.pop("programme"), ("programme",), "required"),
    "an unknown word": (
        person(benefits=[{"starts_on": "2020-05-18", "benefit": "dole"}]),
        ("participant", "benefits", 0, "benefit"),
        "new_style_jsa",
    ),
    "text for a flag": (person(right_to_work="yes"), ("participant", "right_to_work"), "boolean"),
    "a number for a flag": (person(right_to_work=1), ("participant", "right_to_work"), "boolean"),
    "a number for an identifier": (person(participant_id=7), ("participant", "participant_id"), "string"),
    "one object for a list": (person(benefits={}), ("participant", "benefits"), "array|tuple|list"),
    "text for events": (lambda told: told.update(events="none"), ("events",), "array|tuple|list"),
    "a float for money": (
        event(4, amount=412.5),
        ("events", 4, "earnings_payment", "amount"),
        r"float.*refused",
    ),
    "words for money": (event(4, amount="lots"), ("events", 4, "earnings_payment", "amount"), '"412.50"'),
    "a datetime for a date": (event(3, on="2020-10-27T00:00:00"), ("events", 3, "start", "on"), "YYYY-MM-DD"),
    "a number for a date": (event(3, on=1603756800), ("events", 3, "start", "on"), "YYYY-MM-DD"),
    "a day that there is not": (event(3, on="2021-02-29"), ("events", 3, "start", "on"), "YYYY-MM-DD"),
    "a date too early to be one": (event(3, on="1899-12-31"), ("events", 3, "start", "on"), "1900 to 2199"),
    "a date too late to be one": (event(3, on="2200-01-01"), ("events", 3, "start", "on"), "1900 to 2199"),
    "a spell that ends before it starts": (
        person(residence=[{"starts_on": "2020-06-02", "ends_on": "2020-06-01", "nation": "wales"}]),
        ("participant", "residence", 0, "ends_on"),
        "must not be before starts_on",
    ),
    "a receipt before the referral": (
        event(0, received_on="2020-10-11"),
        ("events", 0, "referral", "received_on"),
        "must not be before on",
    ),
    "a correction before it was known": (
        event(3, known_on="2020-11-02", withdrawn_on="2020-11-01"),
        ("events", 3, "start", "withdrawn_on"),
        "must not be before known_on",
    ),
    "negative hours": (
        more("activity", "2020-12-01", hours="-1"),
        ("events", 5, "activity", "hours"),
        "not negative",
    ),
    "negative weekly hours": (person(weekly_hours="-0.5"), ("participant", "weekly_hours"), "not negative"),
    "a negative cost": (more("cost", "2020-12-01", amount="-3"), ("events", 5, "cost", "amount"), "not negative"),
    "an interval of no days": (
        person(contact_frequency=[{"starts_on": "2020-11-02", "working_days": 0}]),
        ("participant", "contact_frequency", 0, "working_days"),
        "at least one",
    ),
    "two spells of one benefit on one day": (
        person(
            benefits=[
                {"starts_on": "2020-05-18", "ends_on": "2020-06-30", "benefit": "jsa"},
                {"starts_on": "2020-06-30", "benefit": "jsa"},
            ]
        ),
        ("participant", "benefits"),
        "share a day",
    ),
    "an instant without an offset": (
        more("contact", "2020-12-01", result="made", at="2020-12-01T09:00:00"),
        ("events", 5, "contact", "at"),
        "offset",
    ),
}


@pytest.mark.parametrize("as_json", [True, False], ids=["json", "python"])
@pytest.mark.parametrize("fault", list(IN_ONE_OBJECT))
def test_wrong_inside_one_object_is_an_error_that_names_the_place(fault: str, as_json: bool) -> None:
    put, place, said = IN_ONE_OBJECT[fault]
    ((found, message),) = errors_of(changed(put), as_json=as_json)
    assert found == place
    assert re.search(said, message), message


@pytest.mark.parametrize(
    ("put", "place"),
    [
        (event(3, on=datetime(2020, 10, 27, tzinfo=UTC)), ("events", 3, "start", "on")),
        (event(3, on=datetime(2020, 10, 27, tzinfo=UTC).replace(tzinfo=None)), ("events", 3, "start", "on")),
        (person(date_of_birth=datetime(1988, 3, 14, tzinfo=UTC)), ("participant", "date_of_birth")),
        (event(4, amount=Decimal("NaN")), ("events", 4, "earnings_payment", "amount")),
        (event(4, amount=True), ("events", 4, "earnings_payment", "amount")),
    ],
)
def test_python_values_that_json_does_not_have_are_refused_too(put: Put, place: tuple[int | str, ...]) -> None:
    ((found, _message),) = errors_of(changed(put), as_json=False)
    assert found == place


def test_every_fault_is_told_at_once() -> None:
    told = changed(person(right_to_work="yes", shoe_size=9))
    told["events"][3]["on"] = "someday"
    told["events"][4]["amount"] = 412.5
    places = {place for place, _message in errors_of(told, as_json=True)}
    assert places == {
        ("participant", "right_to_work"),
        ("participant", "shoe_size"),
        ("events", 3, "start", "on"),
        ("events", 4, "earnings_payment", "amount"),
    }


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"a case"', '{"programme": "whp-jets"'])
def test_text_that_is_no_case_is_an_error(text: str) -> None:
    with pytest.raises(ValidationError):
        Case.model_validate_json(text)


def test_an_unknown_programme_is_refused_with_the_known_ones() -> None:
    case = Case.model_validate(TOLD | {"programme": "whp-jest"})
    with pytest.raises(KeyError, match=r"whp-jest.*whp-jets"):
        assess(case, as_of=AS_OF)


# ── what is wrong between events ────────────────────────────────────────────────────────────────────────────────


def assessed(put: Put | None = None, as_of: date = AS_OF) -> Assessment:
    return assess(Case.model_validate(changed(put) if put else TOLD), as_of=as_of)


BETWEEN_EVENTS: dict[str, tuple[Put, str, list[str]]] = {
    "two starts": (more("start", "2020-11-02"), "two_starts", ["2020-10-27", "2020-11-02"]),
    "two referrals": (more("referral", "2020-10-20"), "two_referrals", ["2020-10-12", "2020-10-20"]),
    "an end before its start": (
        more("provision_ended", "2020-10-26", reason="signposted"),
        "end_before_start",
        ["2020-10-26"],
    ),
    "an outcome before a start": (more("outcome_claim", "2020-10-20"), "outcome_before_start", ["2020-10-20"]),
    "an outcome paid before a start": (more("outcome_payment", "2020-10-20"), "outcome_before_start", ["2020-10-20"]),
    "work that ended before it started": (
        lambda told: (
            more("work_started", "2021-02-01", work="self_employed", work_id="S1")(told),
            more("work_ended", "2021-01-04", work_id="S1")(told),
        )[0],
        "work_ended_before_it_started",
        ["2021-02-01", "2021-01-04"],
    ),
    "an entry before it happened": (event(3, recorded_on="2020-10-20"), "recorded_before_it_happened", ["2020-10-27"]),
    "a start beside a cancellation": (
        more("referral_cancelled", "2020-10-30", recorded_on="2020-10-30", outcome="did_not_start"),
        "start_and_cancellation",
        ["2020-10-30", "2020-10-27"],
    ),
    "an unknown end reason": (
        more("provision_ended", "2020-12-01", reason="bored"),
        "unknown_end_reason",
        ["2020-12-01", "bored", "signposted"],
    ),
    "an end that the rules do not give": (
        more("provision_ended", "2021-04-20", reason="full_term"),
        "recorded_end_differs",
        ["2021-04-20", "2021-04-26"],
    ),
}

ABOUT_THE_FAULT = {
    "an entry before it happened": {"JETS-CSS-06", "JETS-CSS-03"},
    "work that ended before it started": {"JETS-EXIT-02"},  # whoever is in work needs no exit report
}


@pytest.mark.parametrize("fault", list(BETWEEN_EVENTS))
def test_wrong_between_events_is_a_warning_that_names_them(fault: str) -> None:
    put, code, named = BETWEEN_EVENTS[fault]
    (warning,) = [warning for warning in assessed(put).warnings if str(warning.code) == code]
    for words in named:
        assert words in warning.message
    assert warning.events
    assert code in assessed(put).explain()
    assert code in assessed(put).to_json()


@pytest.mark.parametrize("fault", list(BETWEEN_EVENTS))
def test_nothing_else_is_lost(fault: str) -> None:
    sound, faulty = assessed(), assessed(BETWEEN_EVENTS[fault][0])
    assert sound.warnings == ()
    assert faulty.eligibility == sound.eligibility
    assert faulty.suitability == sound.suitability
    assert faulty.provision.start == sound.provision.start
    assert (faulty.provision.end_date, faulty.provision.phases) == (sound.provision.end_date, sound.provision.phases)
    assert [outcome.counted for outcome in faulty.outcomes] == [outcome.counted for outcome in sound.outcomes]
    about_it = ABOUT_THE_FAULT.get(fault, set())
    assert [d for d in sound.deadlines if d not in faulty.deadlines and d.rule.id not in about_it] == []


def test_of_two_starts_the_earlier_counts_wherever_it_is_listed() -> None:
    for place in (0, 5):
        told = deepcopy(TOLD)
        told["events"].insert(place, {"kind": "start", "on": "2020-11-02"})
        assert assess(Case.model_validate(told), as_of=AS_OF).provision.start == date(2020, 10, 27)


def test_several_faults_are_all_told() -> None:
    def put(told: Told) -> None:
        for fault in ("two starts", "an end before its start", "an outcome before a start"):
            BETWEEN_EVENTS[fault][0](told)

    assert {"two_starts", "end_before_start", "outcome_before_start"} <= {str(w.code) for w in assessed(put).warnings}


# ── dates outside what is known ─────────────────────────────────────────────────────────────────────────────────


def moved(years: int) -> Put:
    """The same events so many years later."""

    def put(told: Told) -> None:
        for held in told["events"]:
            for name in [name for name in held if name == "on" or name.endswith("_on")]:
                held[name] = f"{int(held[name][:4]) + years}{held[name][4:]}"

    return put


@pytest.mark.parametrize("years", [-120, -30, -10])
def test_before_the_first_known_working_day_deadlines_are_undetermined_and_the_rest_is_answered(years: int) -> None:
    assessment = assessed(moved(years))
    in_working_days = [d for d in assessment.deadlines if d.rule.id == "JETS-REF-02"]
    assert [str(d.status) for d in in_working_days] == ["undetermined"]
    assert "working days of England and Wales" in in_working_days[0].missing[0]
    assert assessment.provision.status == "closed"
    assert [str(outcome.counted) for outcome in assessment.outcomes] == ["412.50", "0"]
    assert assessment.explain()
    assert assessment.to_json()


@pytest.mark.parametrize("years", [9, 20])
def test_past_the_proclaimed_holidays_deadlines_are_provisional(years: int) -> None:
    assessment = assessed(moved(years), as_of=date(2100, 1, 1))
    working = [d for d in assessment.deadlines if d.rule.id == "JETS-CSS-07"]
    assert [d.provisional for d in working] == [True]
    assert assessment.provision.status == "closed"


@pytest.mark.parametrize("years", [45, 178])
def test_past_every_known_day_deadlines_are_undetermined_and_the_rest_is_answered(years: int) -> None:
    assessment = assessed(moved(years), as_of=date(2199, 12, 31))
    assert {str(d.status) for d in assessment.deadlines if d.rule.id == "JETS-REF-02"} == {"undetermined"}
    assert assessment.provision.start is not None
    assert assessment.to_json()


FORMS = (
    {"kind": "document_issued", "document": "esf_initial_form", "to": "esf_admin_team"},
    {"kind": "meeting", "type": "booked", "attended": False},
    {"kind": "survey_response", "answer": "very_satisfied", "channel": "online"},
    {"kind": "esf_result", "result": "qualification"},
    {"kind": "earnings_payment", "amount": "1000.00"},
    {"kind": "self_employed_day", "evidenced": True},
    {"kind": "outcome_claim", "channel": "prap"},
    {"kind": "withdrawal", "stage": "on_provision"},
    {"kind": "provision_ended", "reason": "signposted"},
    {"kind": "died"},
)


@pytest.mark.parametrize("on", ["1900-01-01", "2010-12-31", "2028-12-31", "2029-01-01", "2060-12-30", "2199-12-31"])
@pytest.mark.parametrize("happened", FORMS, ids=lambda happened: str(happened["kind"]))
def test_no_event_on_any_day_stops_the_answer(happened: Told, on: str) -> None:
    fields = {name: value for name, value in happened.items() if name != "kind"}
    if happened["kind"] == "meeting":
        fields["explained_on"] = on
    for as_of in (date.fromisoformat(on), date(2199, 12, 31), date.max):
        assessment = assessed(more(happened["kind"], on, **fields), as_of=as_of)
        assert assessment.explain()
        assert json.loads(assessment.to_json())["as_of"] == as_of.isoformat()


@pytest.mark.parametrize("born", ["1900-01-01", "2020-10-13", "2199-12-31", "1904-02-29"])
def test_no_date_of_birth_stops_the_answer(born: str) -> None:
    for as_of in (date(1900, 1, 1), AS_OF):
        assessment = assessed(person(date_of_birth=born), as_of=as_of)
        assert str(assessment.eligibility.verdict) in {"not_met", "undetermined"}
        assert assessment.explain()
        assert str(as_of) == born or born not in assessment.to_json()


# ── much of it ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_thousands_of_faults_are_told_without_drowning_the_message() -> None:
    def put(told: Told) -> None:
        told["events"] += [{"kind": "start", "on": "2020-11-02"} for _ in range(2_000)]

    assessment = assessed(put)
    (warning,) = [warning for warning in assessment.warnings if str(warning.code) == "two_starts"]
    assert len(warning.events) == 2_001
    assert len(warning.message) < 1_000
    assert assessment.provision.start == date(2020, 10, 27)
