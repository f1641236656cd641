"""Windows of review: the examples of the documents' entries, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.calendar import Month
from dwp_rules.standards import Days, Window, Windows, window_days
from tests.standards.given import REPORT

JETS_DAY_ONE = "2020-10-05"


@pytest.mark.parametrize(
    ("month", "day_one", "window", "first", "last"),
    [
        ("2021-03", JETS_DAY_ONE, "in_month", "2021-03-01", "2021-03-31"),
        ("2021-03", JETS_DAY_ONE, "rolling_3", "2021-01-01", "2021-03-31"),
        ("2021-03", JETS_DAY_ONE, "rolling_12", "2020-10-05", "2021-03-31"),
        ("2021-03", JETS_DAY_ONE, "cumulative", "2020-10-05", "2021-03-31"),
        ("2022-01", JETS_DAY_ONE, "in_month", "2022-01-01", "2022-01-31"),
        ("2022-01", JETS_DAY_ONE, "rolling_3", "2021-11-01", "2022-01-31"),
        ("2022-01", JETS_DAY_ONE, "rolling_12", "2021-02-01", "2022-01-31"),
        ("2022-01", JETS_DAY_ONE, "cumulative", "2020-10-05", "2022-01-31"),
        ("2020-02", "2019-01-07", "in_month", "2020-02-01", "2020-02-29"),
        ("2020-02", "2019-01-07", "rolling_3", "2019-12-01", "2020-02-29"),
        ("2020-10", JETS_DAY_ONE, "in_month", "2020-10-05", "2020-10-31"),
        ("2020-10", "2020-10-31", "rolling_12", "2020-10-31", "2020-10-31"),
        ("2021-03", None, "rolling_12", "2020-04-01", "2021-03-31"),
    ],
)
def test_the_days_of_a_window(month: str, day_one: str | None, window: str, first: str, last: str) -> None:
    known = None if day_one is None else date.fromisoformat(day_one)
    days = window_days(Window(window), Month.parse(month), day_one=known)
    assert days == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_cumulative_window_needs_the_first_day_of_the_contract() -> None:
    with pytest.raises(ValueError, match="service_start_on"):
        window_days(Window.CUMULATIVE, Month(2021, 3))


@pytest.mark.parametrize("window", list(Window))
def test_a_month_before_the_contract_has_no_window(window: Window) -> None:
    with pytest.raises(ValueError, match="before the first day"):
        window_days(window, Month(2020, 9), day_one=date(2020, 10, 1))


@given(st.builds(Month, st.integers(2015, 2030), st.integers(1, 12)), st.dates(date(2010, 1, 1), date(2013, 12, 31)))
def test_a_longer_window_holds_the_shorter_and_all_end_with_the_month(month: Month, day_one: date) -> None:
    days = [window_days(window, month, day_one=day_one) for window in Window]
    assert {last for _first, last in days} == {month.last}
    assert [first for first, _last in days] == sorted((first for first, _last in days), reverse=True)
    assert [len(one.months) for one in days[:3]] == [1, 3, 12]


def test_the_finding_tells_every_window_that_ends_with_the_month() -> None:
    days = Days(date(2021, 3, 1), date(2021, 3, 31))
    finding = Windows(REPORT).finding(days, Month(2021, 3), date(2020, 10, 5))
    assert finding.value == (date(2021, 3, 1), date(2021, 3, 31))
    assert finding.facts["rolling_12"] == finding.facts["cumulative"] == (date(2020, 10, 5), date(2021, 3, 31))
    assert Windows(REPORT).finding(days, Month(2021, 3), None).facts["cumulative"] is None
