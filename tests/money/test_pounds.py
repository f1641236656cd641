"""Pounds to the penny: parts sum to the whole, whatever the whole and however many the parts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.calendar import Month
from dwp_rules.money import PENNY, Early, fee_schedule, in_equal_parts, money_in_words, percent_of, to_the_penny

pennies = st.integers(0, 10**11).map(lambda n: Decimal(n) / 100)
months = st.integers(1, 80)
FIRST = Month(2021, 1)


@pytest.mark.parametrize(
    ("pounds", "rounded"),
    [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68"), ("-0.005", "-0.01")],
)
def test_half_a_penny_goes_away_from_nothing(pounds: str, rounded: str) -> None:
    assert str(to_the_penny(Decimal(pounds))) == rounded


@pytest.mark.parametrize(
    ("pounds", "percent", "part"),
    [("950000.00", 5, "47500.00"), ("123456.78", 105, "129629.62"), ("41875.01", 50, "20937.51"), ("0", 5, "0.00")],
)
def test_a_percentage_of_an_amount(pounds: str, percent: int, part: str) -> None:
    assert str(percent_of(Decimal(pounds), Decimal(percent))) == part


@given(pennies, months)
def test_equal_parts_sum_to_the_whole_and_differ_in_the_last_alone(pounds: Decimal, parts: int) -> None:
    divided = in_equal_parts(pounds, parts)
    assert len(divided) == parts
    assert sum(divided) == pounds
    assert len(set(divided[:-1])) <= 1
    assert all(part >= 0 and part == part.quantize(PENNY) for part in divided)
    assert all(type(part) is Decimal for part in divided)


def test_what_rounding_leaves_over_falls_in_the_last_part() -> None:
    assert in_equal_parts(Decimal(11_400_000), 9) == (*[Decimal("1266666.67")] * 8, Decimal("1266666.64"))
    assert in_equal_parts(Decimal("0.05"), 10) == (*[Decimal("0.00")] * 9, Decimal("0.05"))


def test_no_parts_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        in_equal_parts(Decimal(1), 0)


@given(pennies, st.integers(0, 100), months, st.integers(1, 12), st.booleans())
def test_a_schedule_sums_to_the_fee(whole: Decimal, share: int, length: int, early_months: int, rest: bool) -> None:
    early = percent_of(whole, Decimal(share))
    schedule = fee_schedule(FIRST, length, whole, Early(early, early_months), rest_after_early=rest)
    assert sum(part.amount for part in schedule) == whole
    assert sum(part.early for part in schedule) == early
    assert [part.month for part in schedule] == [FIRST.plus(place) for place in range(length)]
    assert all(part.early >= 0 and part.equal >= 0 for part in schedule)
    assert all(not part.early for part in schedule[early_months:])
    if rest and length > early_months:
        assert all(not part.equal for part in schedule[:early_months])


def test_amounts_in_words() -> None:
    assert [money_in_words(Decimal(p)) for p in ("1234567.5", "-0.5", "0")] == ["£1,234,567.50", "-£0.50", "£0.00"]
