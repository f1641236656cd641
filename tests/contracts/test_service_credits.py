"""Service credits of a contract: explained in words, mended by the fewest cases, never floats, parts that sum."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dwp_rules import Contract, ContractAssessment, assess_contract, programme
from dwp_rules.calendar import Month
from dwp_rules.rules import Finding

FIRST = Month(2021, 1)
JFS = programme("jfs")
AS_OF = date(2021, 12, 31)


def results(measure: str, *tallies: tuple[int, int]) -> list[dict[str, Any]]:
    return [
        {"month": str(FIRST.plus(place)), "measure": measure, "met": met, "total": total}
        for place, (met, total) in enumerate(tallies)
    ]


def contract_with(css1: list[tuple[int, int]], css2: list[tuple[int, int]], **facts: Any) -> Contract:
    told = {"programme": "jfs", "service_start_on": "2021-01-13", "total_contract_value": "12000000"}
    told |= {"start_up_share": "5", "monthly_results": results("CSS 1", *css1) + results("CSS 2", *css2)} | facts
    return Contract.model_validate(told)


def assessed(css1: list[tuple[int, int]], css2: list[tuple[int, int]], **facts: Any) -> ContractAssessment:
    return assess_contract(contract_with(css1, css2, **facts), as_of=AS_OF)


def costs(assessment: ContractAssessment, standard: str) -> list[Finding]:
    found = [f for f in assessment.findings if "fewest" in f.facts and f.facts["standard"] == standard]
    return sorted(found, key=lambda finding: str(finding.facts["month"]))


def test_a_credit_is_explained_in_words() -> None:
    (cost,) = costs(assessed([(80, 100)], [(96, 100)]), "CSS 1")
    assert cost.reason == (
        "CSS 1 in 2021-01 is red: 80% (80 of 100) against an edge of 85%, with 20 not in time; DWP may deduct 5% of "
        "the month's payment. The fewest more in time that would have saved it: 5 (whichever they are), making it amber"
    )


@pytest.mark.parametrize(
    ("css1", "fewest"),
    [
        ([(80, 100)], 5),
        ([(90, 100), (84, 100)], 11),
        ([(94, 100), (94, 100)], 1),
        ([(80, 100), (84, 100)], 1),
        ([(0, 1)], 1),
        ([(50, 59)], 1),
    ],
)
def test_mending_the_fewest_saves_the_month_and_one_fewer_does_not(css1: list[tuple[int, int]], fewest: int) -> None:
    green = [(100, 100)] * len(css1)
    last = FIRST.plus(len(css1) - 1)
    cost = costs(assessed(css1, green), "CSS 1")[-1]
    assert cost.facts["fewest"] == fewest
    met, total = css1[-1]
    for mended, saved in ((fewest, True), (fewest - 1, False)):
        again = assessed([*css1[:-1], (met + mended, total)], green)
        assert (again.amount("service_credit", last) == 0) is saved


tallies = st.integers(0, 40).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
twelve = st.lists(tallies, min_size=1, max_size=12)
readings = st.fixed_dictionaries(
    {
        name: st.sampled_from(JFS.readings[name].options)
        for name in ("rag_reading", "third_red", "amber_pairs", "amber_after_red", "combine", "remainder_months")
    }
)


@settings(max_examples=60, deadline=None)
@given(twelve, st.data(), readings, st.sampled_from(["12000000", "9999999.99", "0.07"]))
def test_every_month_is_deducted_and_paid_to_the_penny(
    css1: list[tuple[int, int]], data: st.DataObject, read: dict[str, str], value: str
) -> None:
    css2 = [data.draw(tallies) for _ in css1]
    contract = contract_with(css1, css2, total_contract_value=value)
    found = assess_contract(contract, as_of=AS_OF, programme=JFS.with_readings(**read))
    assert found.amount("scheduled_fee") == Decimal(value)
    parts = [line.amount for line in found.money if line.what in {"start_up", "equal_part"}]
    assert sum(part for part in parts if part is not None) == Decimal(value)
    for place in range(len(css1)):
        month = FIRST.plus(place)
        fee, credit = found.amount("fee_before_credits", month), found.amount("service_credit", month)
        assert credit + found.amount("net_payment", month) == fee
        assert 0 <= credit <= fee * Decimal("0.20") + Decimal("0.01")
    assert found.amount("total_deducted") == found.amount("service_credit")
    assert found.amount("recoverable_later") == 0
    for line in found.money:
        assert type(line.amount) is Decimal
        assert line.amount == line.amount.quantize(Decimal("0.01"))


@settings(max_examples=40, deadline=None)
@given(twelve, twelve)
def test_later_months_never_give_a_deduction_back(earlier: list[tuple[int, int]], later: list[tuple[int, int]]) -> None:
    run = (earlier + later)[:12]
    known = min(len(earlier), len(run))
    green = [(1, 1)] * 12
    before, after = assessed(earlier, green[: len(earlier)]), assessed(run, green[: len(run)])
    for place in range(known):
        month = FIRST.plus(place)
        assert before.amount("service_credit", month) == after.amount("service_credit", month)


@settings(max_examples=40, deadline=None)
@given(twelve, st.data())
def test_a_better_month_never_costs_more_itself(css1: list[tuple[int, int]], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(css1) - 1))
    met, total = css1[place]
    better = [*css1[:place], (min(met + 1, total), total), *css1[place + 1 :]]
    green, month = [(1, 1)] * len(css1), FIRST.plus(place)
    found = assessed(better, green).amount("service_credit", month)
    assert found <= assessed(css1, green).amount("service_credit", month)


def test_what_is_not_known_of_the_money_is_named_and_not_guessed() -> None:
    found = assess_contract(
        Contract.model_validate({"programme": "jfs", "monthly_results": results("CSS 1", (80, 100))}), as_of=AS_OF
    )
    with pytest.raises(ValueError, match="the service fee of 2021-01, monthly_results CSS 2 2021-01"):
        found.amount("service_credit", "2021-01")
    with pytest.raises(KeyError, match="no amount is called 'bonus'; there are: scheduled_fee, service_credit"):
        found.amount("bonus")
    assert "monthly_results CSS 2 2021-01" in found.missing
