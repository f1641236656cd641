"""Payments, decisions and days for the tests: made by hand, and by hypothesis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from hypothesis import strategies as st

FIRST = date(2020, 10, 5)
DAY_ZERO = date(2021, 3, 1)


@dataclass(frozen=True)
class Paid:
    on: date
    amount: Decimal
    payment: str = "wages"
    work_id: str | None = None
    employer: str | None = None


@dataclass(frozen=True)
class Decided:
    on: date
    result: str


@dataclass(frozen=True)
class SpellOfDays:
    starts_on: date
    ends_on: date | None


class Given(NamedTuple):
    """What weeks of self-employment are counted from."""

    days: list[date]
    first: date
    last: date
    not_counting: list[date]


def day(text: str) -> date:
    return date.fromisoformat(text)


def days(*texts: str) -> list[date]:
    return [day(text) for text in texts]


def paid(on: str, amount: str, payment: str = "wages", **more: str) -> Paid:
    return Paid(day(on), Decimal(amount), payment, **more)


def offsets(numbers: Iterable[int]) -> list[date]:
    return [DAY_ZERO + timedelta(days=number) for number in numbers]


def every(step: int, times: int, start: str) -> list[date]:
    return [day(start) + timedelta(days=step * number) for number in range(times)]


pounds = st.decimals(min_value=-600, max_value=900, places=2)
pay_dates = st.integers(-10, 120).map(lambda number: FIRST + timedelta(days=number))
wages = st.builds(Paid, on=pay_dates, amount=pounds)
any_payment = st.builds(
    Paid,
    on=pay_dates,
    amount=pounds,
    payment=st.sampled_from(["wages", "holiday_pay", "correction", "tax_refund", "other_retainer", "earlier_job"]),
    work_id=st.sampled_from([None, "J1", "J2"]),
    employer=st.sampled_from([None, "unrelated", "prime", "supply_chain"]),
)


@st.composite
def trading(draw: st.DrawFn, *, length: int = 50, barred: bool = True) -> Given:
    """A window of up to `length` days, and days of trading and failing days in and about it."""
    width = draw(st.integers(1, length))
    about = st.integers(-9, length + 9)
    traded = draw(st.lists(about, max_size=30))
    failing = draw(st.lists(about, max_size=4)) if barred else []
    return Given(offsets(traded), DAY_ZERO, DAY_ZERO + timedelta(days=width), offsets(failing))
