"""Rankings: 1, 1, 3 (chapter 16, 18) and the league table of Job Finding Support (7.27)."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules import ranking

RATES = {"A": "24.10", "B": "21.90", "C": "24.10"}


def test_equal_rates_share_a_rank_and_the_next_stays_empty() -> None:
    made = ranking(RATES, programme="whp-jets", benchmark=22)
    assert dict(made.rank) == {"A": 1, "C": 1, "B": 3}
    assert dict(made.above_benchmark) == {"A": True, "B": False, "C": True}
    assert [(finding.rule.id, finding.value) for finding in made.findings] == [
        ("JETS-PERF-11", 1),
        ("JETS-PERF-11", 1),
        ("JETS-PERF-11", 3),
    ]


def test_a_league_of_job_finding_support_breaks_ties_by_name() -> None:
    assert ranking({"C": "95.1", "B": 97, "A": "95.1"}, programme="jfs").order == ("B", "A", "C")
    assert ranking({"jfs": 96}, programme="jfs").order == ("jfs",)


def test_on_the_benchmark_is_not_above_it_and_without_one_nothing_is_said() -> None:
    assert ranking({"A": "0.00"}, programme="whp-jets", benchmark=0)["A"].above_benchmark is False
    assert ranking({"A": 5}, programme="whp-jets")["A"].above_benchmark is None


def test_rates_are_compared_exactly_and_shown_rounded() -> None:
    made = ranking({"A": Fraction(2000, 91), "B": Decimal("21.98")}, programme="whp-jets", benchmark="21.98")
    assert (made["A"].rank, made["B"].rank, made["A"].shown) == (2, 1, Decimal("21.98"))
    assert (made["A"].above_benchmark, made["B"].above_benchmark) == (False, False)


def test_nothing_to_measure_has_no_rank_and_comes_last() -> None:
    made = ranking({"A": None, "B": 0}, programme="whp-jets", benchmark=22)
    assert (made.order, dict(made.rank), made["A"].above_benchmark) == (("B", "A"), {"B": 1, "A": None}, None)
    assert made.findings[1].code == "nothing_to_measure"


def test_a_ranking_explains_itself_and_gives_json() -> None:
    made = ranking(RATES, programme="whp-jets", benchmark=22)
    assert "A: 24.10%, place 1 of 3 [JETS-PERF-11: WHP COVID-19 chapter 16 18]" in made.explain()
    assert json.loads(made.to_json())["places"][0] == {
        "name": "A",
        "rate": "241/10",
        "shown": "24.10",
        "rank": 1,
        "above_benchmark": True,
    }


def test_refusals() -> None:
    with pytest.raises(ValueError, match="the documents of ipes rank nobody"):
        ranking(RATES, programme="ipes")
    with pytest.raises(TypeError, match=r"not 22\.0"):
        ranking({"A": 22.0}, programme="whp-jets")
    with pytest.raises(KeyError, match="'Z' was not ranked; ranked were A, C, B"):
        ranking(RATES, programme="whp-jets")["Z"]


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 4), min_size=1))
def test_a_rank_is_one_more_than_the_number_of_better_ones(rates: dict[str, int]) -> None:
    made = ranking(rates, programme="whp-jets")
    for name, rate in rates.items():
        assert made[name].rank == 1 + sum(other > rate for other in rates.values())
    assert list(made.order) == sorted(rates, key=lambda name: (-rates[name], name))
