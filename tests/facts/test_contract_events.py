"""The events and records of a contract: every kind, field and value of the vocabulary; what is bad is refused."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dwp_rules.facts import CONTRACT_EVENT_KINDS, Contract
from dwp_rules.facts.contract_events import contract_event_until
from tests.facts.samples import DAY, Fields, value_of
from tests.facts.vocabulary import CONTRACT_EVENTS, ENUMS

KINDS = sorted(CONTRACT_EVENTS)


def minimal(kind: str, **given: Any) -> Fields:
    required = CONTRACT_EVENTS[kind][1]
    return {"kind": kind, "on": DAY} | {name: value_of(word) for name, word in required.items()} | given


def full(kind: str) -> Fields:
    told = minimal(kind) | {name: value_of(word) for name, word in CONTRACT_EVENTS[kind][2].items()}
    return told | {"known_on": DAY, "withdrawn_on": DAY}


def contract_of(*events: Fields, **facts: Any) -> Contract:
    return Contract.model_validate_json(json.dumps({"events": events} | facts))


def refused(**facts: Any) -> list[Any]:
    with pytest.raises(ValidationError) as caught:
        Contract.model_validate(facts)
    return caught.value.errors()


def test_there_are_8_kinds_under_their_names() -> None:
    assert {kind: model.__name__ for kind, model in CONTRACT_EVENT_KINDS.items()} == {
        kind: described[0] for kind, described in CONTRACT_EVENTS.items()
    }
    assert len(KINDS) == 8


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_fields_and_is_read_from_few_of_them(kind: str) -> None:
    _, required, others = CONTRACT_EVENTS[kind]
    model = CONTRACT_EVENT_KINDS[kind]
    assert set(model.model_fields) == {"kind", "on", "known_on", "withdrawn_on", *required, *others}
    assert {name for name, field in model.model_fields.items() if field.is_required()} == {"on", *required}
    (event,) = contract_of(minimal(kind)).events
    assert type(event) is model
    assert all(getattr(event, name) is None for name in others)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_read_alike_in_json_and_in_python_and_written_as_it_was_read(kind: str) -> None:
    contract = contract_of(full(kind))
    assert contract == Contract.model_validate({"events": [full(kind)]})
    assert json.loads(contract.events[0].model_dump_json()) == full(kind)
    assert contract == Contract.model_validate_json(contract.model_dump_json())


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_names_what_is_wrong_with_it(kind: str) -> None:
    assert refused(events=[minimal(kind) | {"colour": "green"}])[0]["loc"] == ("events", 0, kind, "colour")
    for name in ("on", *CONTRACT_EVENTS[kind][1]):
        told = {k: v for k, v in minimal(kind).items() if k != name}
        assert [error["loc"] for error in refused(events=[told])] == [("events", 0, kind, name)]


@pytest.mark.parametrize(
    ("kind", "field", "word"),
    [
        (kind, field, word)
        for kind in KINDS
        for field, word in (CONTRACT_EVENTS[kind][1] | CONTRACT_EVENTS[kind][2]).items()
        if word in ENUMS
    ],
)
def test_an_enum_field_takes_its_own_values_only(kind: str, field: str, word: str) -> None:
    for value in ENUMS[word].split():
        assert getattr(contract_of(minimal(kind, **{field: value})).events[0], field) == value
    for wrong in ("GREEN", "mpr", "", 1, True):
        refused(events=[minimal(kind, **{field: wrong})])


def test_an_unknown_kind_is_refused_and_the_known_ones_are_listed() -> None:
    (error,) = refused(events=[{"kind": "css_month", "on": DAY}])
    assert "contract_payment" in error["msg"]


@pytest.mark.parametrize(
    "facts",
    [
        {"events": [minimal("contract_payment", paid=105000.0)]},
        {"events": [minimal("contract_payment", claimed="1e5")]},
        {"events": [minimal("contract_payment", month="2021-13")]},
        {"events": [minimal("contract_notice", ends_on="2021-03-09")]},
        {"events": [minimal("contract_meeting", frequency_months=0)]},
        {"events": [minimal("assurance_review", ended_on="2021-03-09")]},
        {"events": [minimal("assurance_review", rating="good")]},
        {"events": [minimal("reportable_change", reported_on="2021-03-09")]},
        {"monthly_results": [{"month": "2021-03", "measure": "CSS1", "met": 3, "total": 2}]},
        {"monthly_results": [{"month": "2021-03", "measure": "CSS1", "met": 1, "total": 2}] * 2},
        {"claims_samples": [{"passed": -1}]},
        {"claims_samples": [{"value": "-0.01"}]},
        {"claims_samples": [{"period": "2021-13"}]},
        {"staff_returns": [{"job_role": "adviser", "fte": 0.6}]},
        {"spend_returns": [{"sme_amount": "1"}]},
        {"supply_chain": [{"name": "A", "share_percent": "100.01"}]},
        {"supply_chain": [{"name": "A", "disability_confident_level": 4}]},
        {"supply_chain": [{"name": "A"}, {"name": "A", "sme": True}]},
        {"market_shares": [{"share_percent": 50}]},
        {"allocation_draws": [{"draw": 1}]},
        {"allocation_draws": [{"draw": 0.5}]},
        {"bids": [{"starts": 0}]},
        {"bids": [{"performance_rate": 30.01}]},
        {"checklists": [{"on": DAY, "kind": "start"}]},
        {"programme": ""},
    ],
    ids=str,
)
def test_a_fault_in_a_record_is_refused(facts: dict[str, Any]) -> None:
    (error,) = refused(**facts)
    assert error["loc"][0] in facts
    assert "105000" not in error["msg"]


def test_records_are_kept_as_they_were_given() -> None:
    told: dict[str, Any] = {
        "monthly_results": [{"month": "2021-03", "measure": "CSS1", "met": 1, "total": 2, "provider": "B"}],
        "cohort_results": [{"month": "2021-03", "starts": 4}],
        "claims_samples": [{"contract": "C-1", "period": "2021-Q1", "claims": 200, "value": "160000.00", "passed": 36}],
        "staff_returns": [{"month": "2021-03", "job_role": "adviser", "fte": "0.6", "adviser": "a1", "caseload": 60}],
        "spend_returns": [{"period": "2021", "sme_amount": "400000", "total_amount": 1000000}],
        "supply_chain": [{"name": "A", "share_percent": "4.99", "delivery_start_on": "2019-12-04", "sme": True}],
        "market_shares": [{"provider": "A", "group": "g", "share_percent": 50, "cpas": ["CPA2", "CPA5"]}],
        "bids": [{"bidder": "A", "total_price": "6000000", "starts": 1672, "assurance_factor": "0.95"}],
        "checklists": [{"kind": "checklist_recorded", "on": DAY, "checklist": "eval_01", "items": ["a"]}],
    }
    contract = Contract.model_validate(told)
    written = json.loads(contract.model_dump_json(exclude_unset=True))
    told["spend_returns"][0]["total_amount"] = "1000000"
    told["market_shares"][0]["share_percent"] = "50"
    assert written == told
    assert contract == Contract.model_validate(written)


def test_what_lies_ahead_of_a_day_is_cut_off_but_not_what_was_agreed_ahead() -> None:
    review, notice, step, gone = contract_of(
        minimal("assurance_review", ended_on="2021-08-30", rating="limited"),
        minimal("contract_notice", ends_on="2021-09-30"),
        minimal("action_plan_step", due_on="2021-09-30"),
        minimal("contract_meeting", withdrawn_on="2021-04-01"),
    ).events
    day = date(2021, 4, 1)
    assert contract_event_until(review, date(2021, 3, 9)) is None
    cut = contract_event_until(review, day)
    assert cut is not None
    assert cut.model_dump(exclude_none=True) == {"kind": "assurance_review", "on": date(2021, 3, 10)}
    assert contract_event_until(review, date(2021, 8, 30)) is review
    assert contract_event_until(notice, day) is notice
    assert contract_event_until(step, day) is step
    assert contract_event_until(gone, day) is None
    assert contract_event_until(gone, date(2021, 3, 31)) is gone


@given(st.sampled_from(KINDS), st.dates(date(2021, 3, 1), date(2021, 3, 20)))
def test_an_event_stands_from_its_day_until_it_is_withdrawn(kind: str, day: date) -> None:
    (event,) = contract_of(minimal(kind, withdrawn_on="2021-03-15")).events
    assert (contract_event_until(event, day) is not None) == (date(2021, 3, 10) <= day < date(2021, 3, 15))
