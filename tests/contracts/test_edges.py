"""Edges of contracts that no worked example of the documents stands on."""

import json
from datetime import date
from decimal import ROUND_DOWN, Context, Decimal, localcontext
from pathlib import Path
from typing import Any

import pytest

from dwp_rules import Case, Contract, ContractAssessment, assess_contract
from dwp_rules.rules import Finding

EXAMPLES = Path(__file__).parents[2] / "examples"


def assessed(programme: str, as_of: date, cases: list[Case] | None = None, **facts: Any) -> ContractAssessment:
    return assess_contract(Contract.model_validate(facts), cases or [], as_of=as_of, programme=programme)


def of(found: ContractAssessment, rule_id: str) -> list[Finding]:
    return [finding for finding in found.findings if finding.rule.id == rule_id]


def red(month: str, measure: str = "CSS 1") -> dict[str, Any]:
    return {"month": month, "measure": measure, "met": 80, "total": 100}


def green(month: str, measure: str = "CSS 2") -> dict[str, Any]:
    return {"month": month, "measure": measure, "met": 100, "total": 100}


def test_a_waiver_of_one_month_leaves_the_others() -> None:
    found = assessed(
        "jfs",
        date(2021, 3, 31),
        service_start_on="2021-01-13",
        total_contract_value=12_000_000,
        start_up_share=0,
        monthly_results=[
            *(red("2021-01"), green("2021-01")),
            *(green("2021-02", "CSS 1"), green("2021-02")),
            *(red("2021-03"), green("2021-03")),
        ],
        events=[{"kind": "contract_notice", "on": "2021-02-05", "notice": "credit_waiver", "month": "2021-01"}],
    )
    costs = [found.amount("service_credit", month) for month in ("2021-01", "2021-02", "2021-03")]
    assert costs == [0, 0, 50_000]
    assert [finding.facts["month"] for finding in of(found, "JFS-CREDIT-01")] == ["2021-01", "2021-03"]


def test_a_waiver_of_no_known_month_leaves_every_credit_open() -> None:
    found = assessed(
        "jfs",
        date(2021, 2, 28),
        service_start_on="2021-01-13",
        total_contract_value=12_000_000,
        start_up_share=0,
        monthly_results=[red("2021-01"), green("2021-01"), green("2021-02", "CSS 1"), green("2021-02")],
        events=[{"kind": "contract_notice", "on": "2021-02-05", "notice": "credit_waiver"}],
    )
    assert found.amount("service_credit", "2021-02") == 0
    with pytest.raises(ValueError, match=r"contract_notice\.month"):
        found.amount("service_credit", "2021-01")


@pytest.mark.parametrize(("ends", "months"), [("2022-01-12", 12), ("2022-01-13", 13), ("2022-02-12", 13)])
def test_a_month_begun_is_a_month_of_the_schedule(ends: str, months: int) -> None:
    found = assessed(
        "jfs",
        date(2021, 1, 31),
        service_start_on="2021-01-13",
        referral_ends_on=ends,
        total_contract_value=12_000_000,
        start_up_share=0,
    )
    assert len([line for line in found.money if line.what == "scheduled_fee"]) == months


def test_actions_accepted_belong_to_the_review_before_them() -> None:
    step = {"kind": "action_plan_step", "plan": "assurance_action_plan", "step": "action_accepted", "actions_total": 1}
    found = assessed(
        "whp-jets",
        date(2021, 12, 31),
        events=[
            {"kind": "assurance_review", "on": "2021-01-11", "ended_on": "2021-02-26", "weaknesses": True},
            step | {"on": "2021-03-10"},
            {"kind": "assurance_review", "on": "2021-06-07", "ended_on": "2021-07-30", "weaknesses": True},
            step | {"on": "2021-08-10", "actions_total": 2},
        ],
    )
    assert [(f.facts["closed"], f.facts["accepted"]) for f in of(found, "JETS-ASSURE-05")] == [(True, 1), (False, 1)]


def test_too_little_paid_is_no_overpayment() -> None:
    paid = {"claimed": "100.00", "validated": "100.00", "paid": "104.99", "month": "2020-11", "stream": "cost_plus"}
    found = assessed("whp-jets", date(2020, 12, 31), events=[paid | {"kind": "contract_payment", "on": "2020-12-10"}])
    assert found.amount("overpayment") == 0
    assert found.amount("entitled") == 105


def test_the_costs_of_a_month_are_added_before_they_are_rounded() -> None:
    half = {"kind": "contract_payment", "on": "2020-12-10", "month": "2020-11", "stream": "cost_plus"}
    found = assessed("whp-jets", date(2020, 12, 31), events=[half | {"claimed": "0.10"}, half | {"claimed": "0.20"}])
    assert found.amount("payment") == Decimal("0.32")


@pytest.mark.parametrize(
    ("tallies", "met", "total"),
    [
        ([{"group": "a", "met": 1, "total": 2}, {"group": "b", "met": 3, "total": 4}], 4, 6),
        ([{"met": 5, "total": 10}, {"group": "a", "met": 1, "total": 2}], 5, 10),
        ([{"provider": "A", "met": 1, "total": 2}, {"provider": "B", "met": 1, "total": 1}], 2, 3),
    ],
)
def test_a_month_told_by_group_is_added_up_unless_the_whole_is_told(
    tallies: list[dict[str, Any]], met: int, total: int
) -> None:
    results = [{"month": "2021-01", "measure": "css1"} | tally for tally in tallies]
    (rated,) = of(assessed("jfs", date(2021, 1, 31), monthly_results=results), "JFS-RAG-01")
    assert (rated.facts["met"], rated.facts["total"]) == (met, total)


def started(on: str, person: str = "P", programme: str = "whp-jets") -> Case:
    events = [{"kind": "referral", "on": on}, {"kind": "start", "on": on}]
    return Case.model_validate({"programme": programme, "participant": {"participant_id": person}, "events": events})


def test_the_last_start_is_that_of_the_cases_unless_it_is_told() -> None:
    cases = [started("2021-10-04"), started("2021-10-25"), started("2021-09-01")]
    (end,) = of(assessed("whp-jets", date(2022, 6, 30), cases), "JETS-CONTRACT-03")
    assert end.value == date(2022, 4, 24)
    (end,) = of(assessed("whp-jets", date(2021, 10, 24), cases), "JETS-CONTRACT-03")
    assert end.facts["last_start"] == date(2021, 10, 4)
    (end,) = of(assessed("whp-jets", date(2022, 6, 30), cases, last_start_on="2021-09-30"), "JETS-CONTRACT-03")
    assert end.value == date(2022, 3, 30)


def test_a_month_without_a_referral_among_the_cases_earns_no_fee() -> None:
    found = assessed(
        "jfs",
        date(2021, 8, 31),
        [started("2021-06-07", programme="jfs"), started("2021-08-02", programme="jfs")],
        service_start_on="2021-06-01",
        total_contract_value=12_000_000,
        start_up_share=0,
    )
    months = ("2021-06", "2021-07", "2021-08", "2021-09")
    assert [found.amount("fee_before_credits", month) for month in months] == [10**6, 0, 10**6, 10**6]


def test_a_notice_that_ended_no_longer_sets_the_level() -> None:
    found = assessed(
        "jfs",
        date(2021, 8, 31),
        implementation_ends_on="2021-03-31",
        events=[
            {"kind": "contract_notice", "on": "2021-04-01", "notice": "intervention_level", "level": 2}
            | {"ends_on": "2021-08-30"},
            {"kind": "contract_notice", "on": "2021-04-02", "notice": "plan_exemption"},
        ],
    )
    (plan,) = of(found, "JFS-PMIR-04")
    assert plan.code == "not_required"


def test_what_the_caller_has_set_of_decimals_changes_no_amount() -> None:
    told = json.loads((EXAMPLES / "contracts" / "jfs-a-year.json").read_bytes())
    contract = Contract.model_validate(told)
    plain = assess_contract(contract, as_of=date(2021, 12, 31))
    with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
        careless = assess_contract(contract, as_of=date(2021, 12, 31))
        assert careless.amount("service_credit") == plain.amount("service_credit")
    assert careless.to_dict() == plain.to_dict()
