"""One contract assessed: told as it stood on a day, in values, in JSON and in words, whatever the order of listing."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dwp_rules import Contract, all_programmes, assess_contract
from dwp_rules.rules import Verdict

AS_OF = date(2021, 12, 31)
PROGRAMMES = list(all_programmes())
TOLD: dict[str, Any] = {
    "contract_id": "C-1",
    "provider": "Prime",
    "service_start_on": "2021-01-13",
    "commencement_on": "2020-11-02",
    "implementation_ends_on": "2021-01-12",
    "awarded_on": "2020-10-30",
    "total_contract_value": "12000000",
    "start_up_share": "5",
    "last_start_on": "2021-11-30",
    "length_months": 24,
    "max_caseload": 60,
    "supply_chain": [{"name": "Prime", "disability_confident_level": 3, "level_reached_on": "2021-02-01"}],
    "monthly_results": [
        {"month": f"2021-{month:02}", "measure": measure, "met": met, "total": 20}
        for month, met in enumerate((20, 18, 15, 15, 19, 20), start=1)
        for measure in ("CSS 1", "CSS 2", "referrals")
    ],
    "events": [
        {"kind": "contract_meeting", "on": "2021-02-10", "type": "cpr", "plan_reviewed": True},
        {"kind": "contract_meeting", "on": "2021-03-10", "type": "cpr", "plan_reviewed": False},
        {"kind": "return_submitted", "on": "2021-02-15", "what": "performance_return", "report_month": "2021-01"},
        {"kind": "return_submitted", "on": "2021-03-02", "what": "mi_pack"},
        {"kind": "contract_notice", "on": "2021-03-20", "notice": "intervention_level", "level": 2},
        {"kind": "contract_notice", "on": "2021-03-01", "notice": "deferral"},
        {"kind": "assurance_review", "on": "2021-04-12", "ended_on": "2021-06-30", "rating": "limited"},
        {"kind": "assurance_review", "on": "2021-08-12", "ended_on": "2021-09-30", "rating": "weak", "reasons": ["a"]},
        {"kind": "compliance_check", "on": "2021-08-06", "sample_sent_on": "2021-07-29"},
        {"kind": "contract_payment", "on": "2021-06-30", "month": "2021-05", "stream": "cost_plus", "claimed": "99.99"},
        {"kind": "contract_payment", "on": "2021-06-01", "stream": "supplier_invoice", "invoice_on": "2021-06-01"},
        {"kind": "action_plan_step", "on": "2021-01-13", "plan": "provider_action_plan", "step": "in_place"},
        {"kind": "reportable_change", "on": "2021-05-04", "reported_on": "2021-05-05"},
    ],
}


def contract(**facts: Any) -> Contract:
    return Contract.model_validate(TOLD | facts)


@pytest.mark.parametrize("programme_id", PROGRAMMES)
def test_an_assessment_is_told_in_json_and_in_words_each_line_with_its_paragraph(programme_id: str) -> None:
    found = assess_contract(contract(), as_of=AS_OF, programme=programme_id)
    told = json.loads(found.to_json())
    assert told == json.loads(json.dumps(found.to_dict()))
    assert told["as_of"] == "2021-12-31"
    assert [line["amount"] for line in told["money"]] == [
        None if line.amount is None else str(line.amount) for line in found.money
    ]
    text = found.explain()
    for answer in (*found.deadlines, *found.findings, *found.money):
        assert answer.rule.citations
        assert f"[{answer.rule.id}: {answer.rule.cited}]" in text
    assert found == assess_contract(contract(), as_of=AS_OF, programme=programme_id)


@pytest.mark.parametrize("programme_id", PROGRAMMES)
def test_a_contract_of_which_nothing_is_told_names_what_is_missing_and_amounts_to_nothing(programme_id: str) -> None:
    found = assess_contract(Contract(), as_of=AS_OF, programme=programme_id)
    for deadline in found.deadlines:
        assert deadline.missing or deadline.due
    for finding in found.findings:
        if finding.verdict is Verdict.UNDETERMINED:
            assert finding.missing or finding.code == "deadline_elsewhere"
    for line in found.money:
        assert line.amount is None
        assert line.missing
    assert found.warnings == ()


@pytest.mark.parametrize("programme_id", PROGRAMMES)
def test_amounts_are_exact_pounds_to_the_penny(programme_id: str) -> None:
    for line in assess_contract(contract(), as_of=AS_OF, programme=programme_id).money:
        if line.amount is not None:
            assert type(line.amount) is Decimal
            assert line.amount == line.amount.quantize(Decimal("0.01"))
            assert line.rounding == "half up, to the penny"


@settings(max_examples=30, deadline=None)
@given(st.data(), st.sampled_from(PROGRAMMES), st.dates(date(2020, 10, 1), date(2022, 6, 30)))
def test_the_order_of_listing_changes_nothing(data: st.DataObject, programme_id: str, as_of: date) -> None:
    listed = data.draw(st.permutations(TOLD["events"]))
    results = data.draw(st.permutations(TOLD["monthly_results"]))
    shuffled = contract(events=listed, monthly_results=results)
    found = assess_contract(shuffled, as_of=as_of, programme=programme_id)
    assert found.to_dict() == assess_contract(contract(), as_of=as_of, programme=programme_id).to_dict()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PROGRAMMES), st.dates(date(2020, 10, 1), date(2021, 12, 31)))
def test_what_lies_after_the_day_changes_nothing(programme_id: str, as_of: date) -> None:
    known = [event for event in TOLD["events"] if event["on"] <= str(as_of)]
    blanked = [
        {k: v for k, v in e.items() if not (k == "ended_on" and v > str(as_of))}
        if e.get("ended_on", "") <= str(as_of)
        else {k: v for k, v in e.items() if k not in {"ended_on", "rating", "reasons"}}
        for e in known
    ]
    cut = contract(events=blanked)
    full = assess_contract(contract(), as_of=as_of, programme=programme_id)
    assert assess_contract(cut, as_of=as_of, programme=programme_id).to_dict() == full.to_dict()


def test_results_of_a_month_that_is_not_over_wait_with_a_warning() -> None:
    found = assess_contract(contract(), as_of=date(2021, 6, 29), programme="jfs")
    assert [(warning.code, warning.message) for warning in found.warnings] == [
        ("month_not_over", "the results of 2021-06 are left out: it ends on 2021-06-30")
    ]


def test_a_duty_of_the_contract_is_judged_where_its_checklist_was_recorded() -> None:
    items = ["instructions", "css", "staffing", "clerical_mi_return"]
    ends = ("instructions", "clerical_mi_return")
    for recorded, verdict, wanting in ((items, Verdict.MET, ()), (items[1:3], Verdict.NOT_MET, ends)):
        checklist = {"kind": "checklist_recorded", "on": "2021-08-10", "checklist": "mi_04", "items": recorded}
        found = assess_contract(contract(checklists=[checklist]), as_of=AS_OF, programme="jfs")
        (duty,) = [finding for finding in found.findings if finding.rule.id == "JFS-MI-04"]
        assert (duty.verdict, duty.facts.get("wanting", ())) == (verdict, wanting)
        assert duty.facts.get("wanting", ()) == (
            () if verdict is Verdict.MET else ("instructions", "clerical_mi_return")
        )
        before = assess_contract(contract(checklists=[checklist]), as_of=date(2021, 8, 9), programme="jfs")
        assert not [finding for finding in before.findings if finding.rule.id == "JFS-MI-04"]
