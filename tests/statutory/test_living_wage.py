import pickle
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.statutory import NATIONAL_LIVING_WAGE, OutsideRates, Rate, living_wage_rate, national_living_wage
from tests.statutory.tables import midnight, rows

DAY = timedelta(days=1)
FIRST, LAST = date(2016, 4, 1), date(2027, 3, 31)
PUBLISHED = [
    (date.fromisoformat(row["effective_from"]), Decimal(row["nlw_hourly"]), int(row["nlw_min_age"]), row)
    for row in rows("national_living_wage.csv")
]

known_days = st.dates(FIRST, LAST)


def test_every_published_change_on_the_day_and_the_day_before() -> None:
    assert len(PUBLISHED) == 12
    for number, (from_, pounds, age, _) in enumerate(PUBLISHED):
        rate = living_wage_rate(from_)
        assert (national_living_wage(from_), rate.pounds_per_hour, rate.adult_from_age) == (pounds, pounds, age)
        if number:
            _, pounds_before, age_before, _ = PUBLISHED[number - 1]
            before = living_wage_rate(from_ - DAY)
            assert (before.pounds_per_hour, before.adult_from_age) == (pounds_before, age_before)


def test_every_day_equals_the_published_list() -> None:
    day = FIRST
    while day <= LAST:
        *_, (_, pounds, age, _) = [change for change in PUBLISHED if change[0] <= day]
        rate = living_wage_rate(day)
        assert (national_living_wage(day), rate.pounds_per_hour, rate.adult_from_age) == (pounds, pounds, age), day
        day += DAY


@pytest.mark.parametrize(
    ("on", "pounds", "age"),
    [
        (date(2019, 12, 4), "8.21", 25),
        (date(2020, 3, 31), "8.21", 25),
        (date(2020, 4, 1), "8.72", 25),
        (date(2021, 3, 31), "8.72", 25),  # 25 and over until March 2021
        (date(2021, 4, 1), "8.91", 23),  # S.I. 2021/329
        (date(2024, 3, 31), "10.42", 23),
        (date(2024, 4, 1), "11.44", 21),  # S.I. 2024/432
        (date(2027, 3, 31), "12.71", 21),
    ],
)
def test_rates_and_age_bands_by_hand(on: date, pounds: str, age: int) -> None:
    rate = living_wage_rate(on)
    assert (str(national_living_wage(on)), rate.adult_from_age) == (pounds, age)


def test_windows_touch_without_gap_or_overlap() -> None:
    assert (NATIONAL_LIVING_WAGE[0].from_, NATIONAL_LIVING_WAGE[-1].until) == (FIRST, LAST + DAY)
    for earlier, later in pairwise(NATIONAL_LIVING_WAGE):
        assert earlier.from_ < earlier.until == later.from_ < later.until


def test_every_rate_is_cited_and_exact_in_pence() -> None:
    assert len(NATIONAL_LIVING_WAGE) == 11
    for rate in NATIONAL_LIVING_WAGE:
        assert rate.citation.startswith("National Minimum Wage Regulations 2015 (S.I. 2015/621) reg. 4")
        assert "S.I. 20" in rate.citation.removeprefix("National Minimum Wage Regulations 2015 (S.I. 2015/621)") or (
            "minimum_wage.yml" in rate.citation
        )
        assert isinstance(rate.pounds_per_hour, Decimal)
        assert rate.pounds_per_hour.as_tuple().exponent == -2


@pytest.mark.parametrize("on", [date.min, date(2015, 10, 1), FIRST - DAY, LAST + DAY, date(2030, 1, 1), date.max])
def test_days_outside_the_known_rates_are_refused(on: date) -> None:
    for refused in (national_living_wage, living_wage_rate):
        with pytest.raises(OutsideRates) as refusal:
            refused(on)
        for told in (str(on), "2016-04-01", "2027-03-31", "give the rate yourself"):
            assert told in str(refusal.value)


def test_a_refusal_survives_pickling() -> None:
    with pytest.raises(OutsideRates) as refusal:
        national_living_wage(LAST + DAY)
    copy = pickle.loads(pickle.dumps(refusal.value))
    assert (type(copy), str(copy)) == (OutsideRates, str(refusal.value))


def test_a_datetime_is_not_a_day() -> None:
    with pytest.raises(TypeError):
        national_living_wage(midnight(date(2020, 4, 1)))


@pytest.mark.parametrize(("from_", "_pounds", "_age", "row"), PUBLISHED, ids=lambda value: str(value)[:10])
@pytest.mark.parametrize("weeks", [13, 26])
def test_thresholds_of_16_hours_a_week(
    from_: date, _pounds: Decimal, _age: int, row: dict[str, str], weeks: int
) -> None:
    exact = national_living_wage(from_) * 16 * weeks
    assert exact == Decimal(row[f"threshold_16h_{weeks}w_exact"])
    assert exact.quantize(Decimal(1), ROUND_HALF_UP) == Decimal(row[f"threshold_16h_{weeks}w_rounded"])


def test_thresholds_quoted_by_the_ipes_specification() -> None:
    # IPES call-off specification 4.8 and 5.6: £1,629 and £3,257, at the rate of 2018/19
    rate = national_living_wage(date(2018, 4, 1))
    assert [round(rate * 16 * weeks) for weeks in (13, 26)] == [1629, 3257]


@given(known_days, known_days)
def test_the_rate_never_falls_and_the_age_never_rises(one: date, other: date) -> None:
    earlier, later = living_wage_rate(min(one, other)), living_wage_rate(max(one, other))
    assert earlier.pounds_per_hour <= later.pounds_per_hour
    assert earlier.adult_from_age >= later.adult_from_age


@given(known_days)
def test_the_rate_holds_the_day_and_no_other_rate_does(on: date) -> None:
    def holds(rate: Rate) -> bool:
        return rate.from_ <= on < rate.until

    assert [rate for rate in NATIONAL_LIVING_WAGE if holds(rate)] == [living_wage_rate(on)]


@given(known_days)
def test_the_rate_changes_only_on_1_april(on: date) -> None:
    if on > FIRST and living_wage_rate(on) != living_wage_rate(on - DAY):
        assert (on.month, on.day) == (4, 1)


@given(st.dates().filter(lambda day: not FIRST <= day <= LAST))
def test_no_day_outside_gets_the_oldest_or_newest_rate(on: date) -> None:
    with pytest.raises(OutsideRates):
        national_living_wage(on)
