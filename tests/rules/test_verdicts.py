"""The algebra of the four verdicts, told in full: "all of" takes the worst, "any of" the best, "not" swaps."""

from itertools import combinations_with_replacement, permutations, product

import pytest

from dwp_rules.rules import Verdict, all_of, any_of, negated

N, U, D, M = Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.DISCRETIONARY, Verdict.MET

# One row for each left verdict, one column for each right one, both in the order N U D M.
WORST = {
    N: (N, N, N, N),
    U: (N, U, U, U),
    D: (N, U, D, D),
    M: (N, U, D, M),
}
BEST = {
    N: (N, U, D, M),
    U: (U, U, D, M),
    D: (D, D, D, M),
    M: (M, M, M, M),
}
PAIRS = list(product((N, U, D, M), repeat=2))


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_all_of_two_is_the_worst(left: Verdict, right: Verdict) -> None:
    assert all_of([left, right]) is WORST[left][(N, U, D, M).index(right)]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_any_of_two_is_the_best(left: Verdict, right: Verdict) -> None:
    assert any_of([left, right]) is BEST[left][(N, U, D, M).index(right)]


@pytest.mark.parametrize(("verdict", "swapped"), [(N, M), (U, U), (D, D), (M, N)])
def test_not_swaps_met_and_not_met_only(verdict: Verdict, swapped: Verdict) -> None:
    assert negated(verdict) is swapped


def test_nothing_to_judge_is_undetermined_and_never_met() -> None:
    assert all_of([]) is U
    assert any_of([]) is U


@pytest.mark.parametrize("verdict", list(Verdict))
def test_one_verdict_is_itself(verdict: Verdict) -> None:
    assert all_of([verdict]) is verdict
    assert any_of([verdict]) is verdict


@pytest.mark.parametrize("verdicts", list(combinations_with_replacement((N, U, D, M), 3)))
def test_neither_order_nor_grouping_matters(verdicts: tuple[Verdict, ...]) -> None:
    a, b, c = verdicts
    for joined in (all_of, any_of):
        assert len({joined(order) for order in permutations(verdicts)}) == 1
        assert joined([joined([a, b]), c]) is joined([a, joined([b, c])])


@pytest.mark.parametrize(("left", "right"), [pair for pair in PAIRS if {D, U} != set(pair)])
def test_not_of_all_is_any_of_not(left: Verdict, right: Verdict) -> None:
    """De Morgan, but for undetermined beside discretionary, which "not" leaves as they are."""
    assert negated(all_of([left, right])) is any_of([negated(left), negated(right)])


def test_verdicts_may_come_from_any_iterable() -> None:
    assert all_of(verdict for verdict in (M, D)) is D
    assert any_of(iter((N, U))) is U


def test_verdicts_are_written_as_the_contract_names_them() -> None:
    assert [str(verdict) for verdict in Verdict] == ["met", "not_met", "undetermined", "discretionary"]
