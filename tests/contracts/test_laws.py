"""Laws of what a contract costs: nothing is won back, better is never dearer, and no amount is ever a float."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dwp_rules import Contract, ContractAssessment, assess_contract, programme, scorecard
from dwp_rules.calendar import Month
from tests.contracts.test_assessment import AS_OF, PROGRAMMES, contract

JFS, IPES = programme("jfs"), programme("ipes")
FIRST, YEAR = Month(2021, 1), 12
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "contracts").glob("*.json"))
READ = st.fixed_dictionaries(
    {
        name: st.sampled_from(JFS.readings[name].options)
        for name in ("rag_reading", "third_red", "amber_pairs", "amber_after_red", "combine", "remainder_months")
    }
)
tallies = st.tuples(st.integers(0, 20), st.just(20))
year = st.lists(st.tuples(tallies, tallies), min_size=1, max_size=YEAR)
Year = list[tuple[tuple[int, int], tuple[int, int]]]


def jfs_contract(months: Year) -> Contract:
    """A contract with a fee of 100,000 pounds a month, and the tallies of both standards."""
    results = [
        {"month": str(FIRST.plus(place)), "measure": measure, "met": met, "total": total}
        for place, both in enumerate(months)
        for measure, (met, total) in zip(("CSS 1", "CSS 2"), both, strict=True)
    ]
    told: dict[str, Any] = {"service_start_on": "2021-01-01", "referral_ends_on": "2021-12-31"}
    told |= {"total_contract_value": "1200000", "start_up_share": "0", "monthly_results": results}
    return Contract.model_validate(told)


def costs_of(months: Year, read: Mapping[str, str], as_of: date = AS_OF) -> list[Decimal | None]:
    found = assess_contract(jfs_contract(months), as_of=as_of, programme=JFS.with_readings(**read))
    return [line.amount for line in found.money if line.what == "service_credit"]


@settings(max_examples=40, deadline=None)
@given(year, READ, st.data())
def test_what_a_month_cost_when_it_was_over_it_costs_for_ever(
    months: Year, read: dict[str, str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(months) - 1))
    then = costs_of(months, read, as_of=FIRST.plus(place).last)
    assert len(then) == place + 1
    assert then == costs_of(months, read)[: place + 1]


@settings(max_examples=40, deadline=None)
@given(year, READ, st.data())
def test_a_better_month_never_costs_more(months: Year, read: dict[str, str], data: st.DataObject) -> None:
    """Itself, however much better; and together with all that follow, where it becomes green.

    Under the third red as a new cycle a green month may move the doubled one onto a month that was single before.
    """
    place, css = data.draw(st.integers(0, len(months) - 1)), data.draw(st.sampled_from((0, 1)))
    met, total = months[place][css]

    def with_met(met: int) -> Year:
        both = [*months[place]]
        both[css] = (met, total)
        return [*months[:place], (both[0], both[1]), *months[place + 1 :]]

    before, better = costs_of(months, read), costs_of(with_met(data.draw(st.integers(met, total))), read)
    assert (better[place] or 0) <= (before[place] or 0)
    if read["third_red"] == "ten_again" and read["amber_pairs"] == "overlapping":
        assert sum(filter(None, costs_of(with_met(total), read))) <= sum(filter(None, before))


def ipes_deferred(mets: list[int]) -> Decimal:
    told: dict[str, Any] = {
        "programme": "ipes",
        "service_start_on": "2019-12-04",
        "total_contract_value": "6700000.01",
        "start_up_share": "15",
        "monthly_results": [
            {"month": str(FIRST.plus(place)), "measure": "CSS2", "met": met, "total": 20}
            for place, met in enumerate(mets)
        ],
        "events": [
            {"kind": "contract_notice", "on": "2021-02-03", "notice": "deferral", "month": "2021-02", "measure": "CSS2"}
        ],
    }
    return assess_contract(Contract.model_validate(told), as_of=AS_OF).amount("deferred_total")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(16, 20), min_size=YEAR, max_size=YEAR), st.integers(2, YEAR - 1), st.integers(16, 20))
def test_a_better_month_never_defers_more(mets: list[int], place: int, met: int) -> None:
    better = [*mets[:place], max(met, mets[place]), *mets[place + 1 :]]
    assert ipes_deferred(better) <= ipes_deferred(mets)


def everything_in(value: object) -> Iterator[object]:
    """Every value that a result holds, however deep."""
    yield value
    inner: list[object] = []
    if isinstance(value, Mapping):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, tuple | list | frozenset | set):
        inner = [*value]
    elif is_dataclass(value) and not isinstance(value, type):
        inner = [getattr(value, field.name) for field in fields(value)]
    for part in inner:
        yield from everything_in(part)
    for finding in [value] if hasattr(value, "facts") else []:
        yield from everything_in(finding.facts)


def floats_in(found: ContractAssessment) -> list[object]:
    held = [*everything_in(found), *everything_in(found.to_dict())]
    assert any(isinstance(value, Decimal) for value in held) or not found.money
    return [value for value in held if isinstance(value, float)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_amount_of_the_examples_is_a_float(path: Path) -> None:
    assert floats_in(assess_contract(Contract.model_validate_json(path.read_bytes()), as_of=AS_OF)) == []


@pytest.mark.parametrize("programme_id", PROGRAMMES)
def test_no_amount_is_a_float(programme_id: str) -> None:
    assert floats_in(assess_contract(contract(), as_of=AS_OF, programme=programme_id)) == []


@settings(max_examples=20, deadline=None)
@given(year, READ)
def test_no_credit_is_a_float(months: Year, read: dict[str, str]) -> None:
    told, asked = jfs_contract(months), JFS.with_readings(**read)
    assert floats_in(assess_contract(told, as_of=AS_OF, programme=asked)) == []
    card = scorecard(programme=asked, period="2021-01", as_of=AS_OF, tallies=told.monthly_results[:2], contract=told)
    assert [value for value in everything_in(card.to_dict()) if isinstance(value, float)] == []
    assert [value for value in everything_in(card.findings) if isinstance(value, float)] == []
