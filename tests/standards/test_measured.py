"""Lines of a scorecard: exact shares, targets on their edges, and what is not decided."""

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.calendar import Month
from dwp_rules.rules import Verdict
from dwp_rules.standards import Bound, Measured, MonthCount, Status, percent_of, status_of
from tests.standards.given import REPORT

MARCH = Month(2021, 3)


def line(*months: MonthCount, target: str | None = "100", bound: Bound = Bound.AT_LEAST, **others: Any) -> Measured:
    """A line over these months."""
    wanted = None if target is None else Decimal(target)
    return Measured("CSS1", REPORT, wanted, wanted, bound, True, months, 0, **others)


def of(met: int, total: int, **others: int) -> MonthCount:
    """A month's tally of so many of so many."""
    return MonthCount(MARCH, met=met, not_met=total - met, **others)


@pytest.mark.parametrize(
    ("met", "total", "target", "shown", "achieved"),
    [
        (199, 200, "99.5", "99.50", True),
        (198, 200, "99.5", "99.00", False),
        (198, 199, "99.5", "99.50", False),
        (99, 100, "99", "99.00", True),
        (98, 99, "99", "98.99", False),
        (346, 350, "99", "98.86", False),
        (57, 57, "100", "100.00", True),
        (56, 57, "100", "98.25", False),
        (119, 120, "100", "99.17", False),
        (19999, 20000, "100", "100.00", False),
        (0, 5, "95", "0.00", False),
        (0, 5, "0", "0.00", True),
    ],
)
def test_shares_are_compared_exactly_and_shown_rounded(
    met: int, total: int, target: str, shown: str, achieved: bool
) -> None:
    measured = line(of(met, total), target=target)
    assert measured.share == Fraction(met, total)
    assert str(measured.shown) == shown
    assert measured.achieved is achieved
    assert measured.finding.verdict is (Verdict.MET if achieved else Verdict.NOT_MET)
    assert measured.finding.code == ("target_met" if achieved else "target_missed")
    assert measured.finding.value == Decimal(shown)


@pytest.mark.parametrize(
    ("in_backlog", "referrals", "shown", "achieved"),
    [
        (1, 25, "4.00", True),
        (1, 24, "4.17", False),
        (20, 500, "4.00", True),
        (0, 3, "0.00", True),
        (3, 74, "4.05", False),
    ],
)
def test_where_the_target_is_the_most_that_may_fail(
    in_backlog: int, referrals: int, shown: str, achieved: bool
) -> None:
    measured = line(of(referrals - in_backlog, referrals), target="4", bound=Bound.AT_MOST)
    assert measured.share == Fraction(in_backlog, referrals)
    assert (str(measured.shown), measured.achieved) == (shown, achieved)


@pytest.mark.parametrize("target", ["99.5", "0", None])
@pytest.mark.parametrize("months", [(), (of(0, 0),), (of(0, 0, excluded=30),)])
def test_an_empty_population_is_nothing_to_measure_and_never_met(target: str | None, months: Any) -> None:
    measured = line(*months, target=target)
    assert (measured.share, measured.shown, measured.achieved) == (None, None, None)
    assert (measured.finding.code, measured.finding.verdict) == ("nothing_to_measure", Verdict.UNDETERMINED)


def test_what_is_not_yet_due_is_in_the_population_and_not_in_the_share() -> None:
    measured = line(of(1, 2, not_yet_due=3), target="50")
    assert (measured.population, measured.counted, measured.share, measured.achieved) == (5, 2, Fraction(1, 2), True)
    waiting = line(of(0, 0, not_yet_due=3))
    assert (waiting.achieved, waiting.finding.code) == (None, "none_due_yet")


@pytest.mark.parametrize(
    ("met", "total", "undetermined", "target", "bound", "achieved"),
    [
        (19, 20, 0, "95", Bound.AT_LEAST, True),
        (19, 20, 1, "95", Bound.AT_LEAST, None),
        (20, 20, 1, "95", Bound.AT_LEAST, True),
        (18, 20, 19, "95", Bound.AT_LEAST, False),
        (18, 20, 20, "95", Bound.AT_LEAST, None),
        (18, 20, 1, "95", Bound.AT_LEAST, False),
        (0, 0, 1, "95", Bound.AT_LEAST, None),
        (24, 25, 1, "4", Bound.AT_MOST, None),
        (48, 49, 1, "4", Bound.AT_MOST, True),
        (20, 25, 1, "4", Bound.AT_MOST, False),
    ],
)
def test_undetermined_cases_decide_nothing_that_they_could_turn(
    met: int, total: int, undetermined: int, target: str, bound: Bound, achieved: bool | None
) -> None:
    measured = line(
        of(met, total, undetermined=undetermined), target=target, bound=bound, missing=("start.recorded_on",)
    )
    assert measured.achieved is achieved
    if achieved is None:
        assert measured.finding.code == "cases_undetermined"
        assert measured.finding.missing == ("start.recorded_on",)


def test_without_a_target_the_share_is_shown_and_nothing_is_judged() -> None:
    measured = line(of(75, 100), target=None)
    assert (measured.shown, measured.achieved, measured.finding.code) == (Decimal("75.00"), None, "measured")


MONTHS = (
    MonthCount(Month(2021, 6), met=190, not_met=10),
    MonthCount(Month(2021, 7), met=96, not_met=4),
    MonthCount(Month(2021, 8), met=40, not_met=10),
)


def test_a_window_pools_its_months_unless_their_mean_is_read() -> None:
    assert percent_of(line(*MONTHS).share, places=4) == Decimal("93.1429")
    assert percent_of(line(*MONTHS, mean_of_months=True).share, places=4) == Decimal("90.3333")
    assert line(*MONTHS, of(0, 0), mean_of_months=True).share == line(*MONTHS, mean_of_months=True).share


def test_each_line_says_its_numbers_and_its_paragraphs() -> None:
    said = line(of(198, 199), target="99.5").explain()
    assert "99.50% (to 2 places; compared exactly)" in said
    assert "target at least 99.5%" in said
    assert "198 met, 1 not met" in said
    assert said.endswith("[EX-CSS-04: Guide to everything 4]")


def test_a_shown_share_does_not_rest_on_the_callers_precision() -> None:
    with localcontext() as context:
        context.prec = 2
        assert str(percent_of(Fraction(198, 199))) == "99.50"


@given(st.fractions(0, 1), st.integers(0, 6))
def test_a_shown_share_is_the_nearest_and_a_half_goes_up(share: Fraction, places: int) -> None:
    shown = percent_of(share, places=places)
    assert shown is not None
    above = Fraction(shown) - share * 100
    assert -Fraction(1, 2) < above * 10**places <= Fraction(1, 2)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(0, 9)), max_size=5), st.integers(0, 100))
def test_more_evidence_never_turns_a_verdict(tallies: list[tuple[int, int, int]], target: int) -> None:
    """Whatever the undetermined turn out to be, a verdict that was given stands."""
    open_ones = line(*(MonthCount(MARCH, met, not_met, 0, u) for met, not_met, u in tallies), target=str(target))
    for as_met in (0, 1):
        settled = line(
            *(MonthCount(MARCH, met + as_met * u, not_met + (1 - as_met) * u) for met, not_met, u in tallies),
            target=str(target),
        )
        assert open_ones.achieved in {None, settled.achieved}


def test_a_finding_without_missing_facts_is_not_yet_due() -> None:
    assert status_of(REPORT.met("done", "done")()) is Status.MET
    assert status_of(REPORT.not_met("not_done", "not done")()) is Status.NOT_MET
    assert status_of(REPORT.undetermined("not_yet_due", "not yet due")()) is Status.NOT_YET_DUE
    assert status_of(REPORT.unknown("start.recorded_on")) is Status.UNDETERMINED
