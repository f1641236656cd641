"""The calendar month as a value."""

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.calendar import Month

MONTHS = st.builds(Month, st.integers(1900, 2199), st.integers(1, 12))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2021-04", date(2021, 4, 1), date(2021, 4, 30)),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31)),
    ],
)
def test_a_month_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    month = Month.parse(text)
    assert (month.first, month.last, str(month)) == (first, last, text)
    assert Month.of(first) == Month.of(last) == month
    assert first - timedelta(days=1) not in month
    assert last + timedelta(days=1) not in month


@pytest.mark.parametrize(
    "text", ["2021-00", "2021-13", "2021-3", "202103", "2021-03-01", " 2021-03", "2021-03\n", "٢٠٢١-03"]
)
def test_other_text_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM"):
        Month.parse(text)


@pytest.mark.parametrize(("year", "month"), [(2021, 0), (2021, 13), (0, 1), (9999, 12), (-1, 3)])
def test_numbers_outside_the_calendar_are_refused(year: int, month: int) -> None:
    with pytest.raises(ValueError, match="is no month"):
        Month(year, month)


@pytest.mark.parametrize("wrong", [datetime(2021, 3, 1, 9, 30, tzinfo=UTC), "2021-03-01", None])
def test_a_month_is_of_a_plain_day(wrong: Any) -> None:
    with pytest.raises(TypeError):
        Month.of(wrong)
    with pytest.raises(TypeError):
        _ = wrong in Month(2021, 3)


def test_a_number_of_months_is_whole() -> None:
    wrong: Any = 1.0
    with pytest.raises(TypeError):
        Month(2021, 3).plus(wrong)
    with pytest.raises(TypeError):
        Month(2021, wrong)


@given(MONTHS, st.integers(-600, 600))
def test_going_and_coming_back_ends_where_it_began(month: Month, number: int) -> None:
    later = month.plus(number)
    assert later.minus(number) == month
    assert (later > month) == (number > 0)
    assert len(list(month.to(later))) == max(0, number + 1)


@given(MONTHS)
def test_a_month_follows_the_last_day_of_the_one_before(month: Month) -> None:
    assert month.plus(1).first == month.last + timedelta(days=1)
    assert Month.parse(str(month)) == month == pickle.loads(pickle.dumps(month))
    assert hash(month) == hash(Month(month.year, month.month))
