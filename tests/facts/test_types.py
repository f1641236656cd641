"""Leaf types: what each takes and refuses, by JSON, by a dict of text and by Python values alike."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dwp_rules.facts import Case, EarningsPayment, HourlyRate, Participant, Start
from tests.facts.samples import case_of, minimal

Route = Callable[[Any], Any]


def _case(event: dict[str, Any]) -> dict[str, Any]:
    return {"programme": "ipes", "participant": {"participant_id": "P-1"}, "events": [event]}


def amount_by_json(amount: Any) -> Any:
    event = minimal("earnings_payment", amount=amount)
    return Case.model_validate_json(json.dumps(_case(event))).events[0].amount


def amount_by_dict(amount: Any) -> Any:
    return Case.model_validate(_case(minimal("earnings_payment", amount=amount))).events[0].amount


def amount_by_python(amount: Any) -> Any:
    return EarningsPayment(on=date(2021, 3, 10), amount=amount).amount


ROUTES = [amount_by_json, amount_by_dict, amount_by_python]
PYTHON_ROUTES = [amount_by_dict, amount_by_python]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("412.50", "412.50"),
        ("-60", "-60"),
        (412, "412"),
        (-1, "-1"),
        (0, "0"),
        ("0.000001", "0.000001"),
        ("999999999999.999999", "999999999999.999999"),
        (999_999_999_999, "999999999999"),
    ],
)
def test_money_is_text_or_a_whole_number_kept_as_written(route: Route, given: Any, expected: str) -> None:
    amount = route(given)
    assert isinstance(amount, Decimal)
    assert str(amount) == expected


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "wrong",
    [
        379.99,
        0.1,
        412.0,
        True,
        "NaN",
        "Infinity",
        "-inf",
        "1e3",
        "1_000",
        " 12",
        "12\n",
        "12.",
        ".5",
        "£12",
        "1,000",
        "٣",
        "1000000000000",
        "0.0000001",
        10**12,
        10**400,
        -(10**12),
        "",
        [],
    ],
    ids=lambda wrong: str(wrong)[:20],
)
def test_money_of_any_other_form_is_refused_with_the_way_out(route: Route, wrong: Any) -> None:
    with pytest.raises(ValidationError, match="written as text or as a whole number"):
        route(wrong)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e400", "-Infinity"])
def test_json_has_no_way_round_for_numbers_that_are_none(text: str) -> None:
    with pytest.raises(ValidationError):
        Case.model_validate_json(json.dumps(_case(minimal("earnings_payment", amount=0))).replace("0}", text + "}"))


@pytest.mark.parametrize("route", PYTHON_ROUTES)
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Decimal("412.50"), "412.50"),
        (Decimal("1E+5"), "100000"),
        (Decimal("-0.01"), "-0.01"),
        (Decimal("0.000001"), "0.000001"),
        (Decimal(999_999_999_999), "999999999999"),
        (Decimal("0E+3"), "0"),
    ],
)
def test_a_decimal_is_taken_as_it_is(route: Route, given: Decimal, expected: str) -> None:
    assert str(route(given)) == expected


@pytest.mark.parametrize("route", PYTHON_ROUTES)
@pytest.mark.parametrize(
    "wrong", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+12", "1E+999999", "1E-7", "1E-999999", "0.0000001"]
)
def test_a_decimal_out_of_bounds_is_refused(route: Route, wrong: str) -> None:
    with pytest.raises(ValidationError):
        route(Decimal(wrong))


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_an_amount_is_the_same_by_every_route(amount: Decimal) -> None:
    assert {route(str(amount)) for route in ROUTES} == {amount} == {route(amount) for route in PYTHON_ROUTES}


@given(st.lists(st.integers(-(10**18) + 1, 10**18 - 1), max_size=50))
def test_sums_of_amounts_are_exact(millionths: list[int]) -> None:
    amounts = [amount_by_json(f"{n // 10**6 if n >= 0 else -(-n // 10**6)}.{abs(n) % 10**6:06}") for n in millionths]
    signed = [abs(n) if amount >= 0 else -abs(n) for n, amount in zip(millionths, amounts, strict=True)]
    assert sum(amounts, Decimal(0)) * 10**6 == sum(signed)


def test_amounts_that_cannot_be_negative() -> None:
    for field in ("amount", "reimbursed", "cheapest_amount"):
        for wrong in ("-0.01", -1):
            with pytest.raises(ValidationError, match="not negative"):
                case_of(minimal("cost", **{field: wrong}))
    with pytest.raises(ValidationError, match="not negative"):
        HourlyRate(starts_on=date(2021, 4, 1), hourly_rate=Decimal("-8.91"))


@pytest.mark.parametrize("wrong", [-1, "-1", 7.5, "NaN", True])
def test_hours_are_not_negative_nor_floats(wrong: Any) -> None:
    with pytest.raises(ValidationError, match="hours"):
        case_of(minimal("activity", hours=wrong))
    with pytest.raises(ValidationError, match="hours"):
        Participant(participant_id="P-1", weekly_hours=wrong)


# Days

MIDNIGHT = datetime.fromisoformat("2021-03-10T00:00:00")


def on_by_json(on: Any) -> Any:
    return Case.model_validate_json(json.dumps(_case(minimal("start", on=on)))).events[0].on


def on_by_dict(on: Any) -> Any:
    return Case.model_validate(_case(minimal("start", on=on))).events[0].on


def on_by_python(on: Any) -> Any:
    return Start(on=on).on


DAY_ROUTES = [on_by_json, on_by_dict, on_by_python]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_is_the_same_by_every_route(day: date) -> None:
    assert {route(day.isoformat()) for route in DAY_ROUTES} == {day} == {on_by_dict(day), on_by_python(day)}
    assert type(on_by_json(day.isoformat())) is date


@pytest.mark.parametrize("route", DAY_ROUTES)
@pytest.mark.parametrize(
    "wrong",
    [
        1767225600,
        1767225600.0,
        "1767225600",
        "1767225600000",
        "0",
        0,
        True,
        "2021-03-10T00:00:00",
        "2021-03-10 ",
        "20210310",
        "2021-W10-3",
        "10/03/2021",
        "2021-3-1",
        "2021-02-29",
        "2021-13-01",
        "9999-12-31",
        "1899-12-31",
        "2200-01-01",
        "",
    ],
    ids=str,
)
def test_what_is_not_a_day_is_refused_with_the_way_out(route: Route, wrong: Any) -> None:
    with pytest.raises(ValidationError, match="A day is written YYYY-MM-DD, from 1900 to 2199"):
        route(wrong)


@pytest.mark.parametrize("route", DAY_ROUTES[1:])
@pytest.mark.parametrize(
    "wrong",
    [MIDNIGHT, MIDNIGHT.replace(tzinfo=UTC), date(1899, 12, 31), date(2200, 1, 1), b"2021-03-10"],
    ids=str,
)
def test_a_datetime_is_never_a_day_not_even_at_midnight(route: Route, wrong: Any) -> None:
    with pytest.raises(ValidationError, match="a date with a time of day is not a day"):
        route(wrong)


# Instants


def instant_by_json(at: Any) -> Any:
    return Case.model_validate_json(json.dumps(_case(minimal("disengaged", at=at)))).events[0].at


def instant_by_dict(at: Any) -> Any:
    return Case.model_validate(_case(minimal("disengaged", at=at))).events[0].at


@pytest.mark.parametrize("route", [instant_by_json, instant_by_dict])
@pytest.mark.parametrize(
    ("text", "offset_hours"),
    [
        ("2021-03-10T10:30:00Z", 0),
        ("2021-03-10T10:30:00+00:00", 0),
        ("2021-03-10T10:30+01:00", 1),
        ("2021-03-10T10:30:00.5-05:00", -5),
    ],
)
def test_an_instant_carries_its_offset(route: Route, text: str, offset_hours: int) -> None:
    assert route(text).utcoffset() == timedelta(hours=offset_hours)
    assert (route(text).hour, route(text).minute) == (10, 30)


@pytest.mark.parametrize("route", [instant_by_json, instant_by_dict])
@pytest.mark.parametrize(
    "wrong",
    ["2021-03-10T10:30:00", "2021-03-10", 1615372200, "1615372200", "2021-03-10T25:00:00Z", "2021-03-10 10:30Z", True],
    ids=str,
)
def test_what_is_not_an_instant_is_refused_with_the_way_out(route: Route, wrong: Any) -> None:
    with pytest.raises(ValidationError, match="with its offset"):
        route(wrong)


def test_a_naive_datetime_is_refused_and_an_aware_one_taken() -> None:
    aware = datetime(2021, 3, 10, 23, 30, tzinfo=timezone(timedelta(hours=1)))
    assert instant_by_dict(aware) == aware
    for wrong in (MIDNIGHT, date(2021, 3, 10), datetime(2200, 1, 1, tzinfo=UTC)):
        with pytest.raises(ValidationError, match="with its offset"):
            instant_by_dict(wrong)


# Flags, counts, months


@pytest.mark.parametrize("wrong", [1, 0, "true", "True", "yes", 1.0])
def test_a_flag_is_true_or_false(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        case_of(right_to_work=wrong)
    with pytest.raises(ValidationError):
        Participant(participant_id="P-1", right_to_work=wrong)


@pytest.mark.parametrize("wrong", [-1, 1.0, "3", True, 1_000_001, 10**40])
def test_a_count_is_a_whole_number_from_0_to_a_million(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        case_of(minimal("meeting", minutes=wrong))
    assert case_of(minimal("meeting", minutes=0, group_size=1_000_000)).events[0].model_dump()["minutes"] == 0
