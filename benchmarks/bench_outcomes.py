"""Earnings and weeks of self-employment: what one case costs, and that time grows in proportion to what is given.

Run with `python benchmarks/bench_outcomes.py`. What counts are the ratios, taken within one run; the microseconds
depend on the machine, so each is also given in calls to `date.toordinal`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from time import process_time
from timeit import repeat

from dwp_rules.outcomes import WEEK_READINGS, earnings_ledger, self_employed_weeks

START = date(1700, 1, 4)
LAST = date(2190, 12, 31)
THRESHOLD = Decimal("1000.00")
FEW, MANY = 10_000, 100_000
ROUNDS = 7
TRADING_EVERY_DAYS = (1, 3, 5, 6, 7)


@dataclass(frozen=True)
class Paid:
    """A payment with what a ledger reads of it."""

    on: date
    amount: Decimal
    payment: str = "wages"
    work_id: str | None = "J1"
    employer: str | None = None


def seconds(run: Callable[[], object], *, times: int, rounds: int = 5) -> float:
    return min(repeat(run, number=times, repeat=rounds, timer=process_time)) / times


def days_from_start(count: int) -> list[date]:
    return [START + timedelta(days=number) for number in range(count)]


def payments(count: int) -> list[Paid]:
    pence = Decimal("0.01")
    return [
        Paid(START + timedelta(days=number), -pence if number % 5 == 0 else pence * (number % 7))
        for number in range(count)
    ]


def three_payments() -> list[Paid]:
    return [
        Paid(date(2021, 1, 29), Decimal("412.50")),
        Paid(date(2021, 2, 12), Decimal("60.00"), "tax_refund"),
        Paid(date(2021, 2, 26), Decimal("587.50")),
    ]


def one_case() -> None:
    unit = seconds(START.toordinal, times=200_000)
    first, last = date(2020, 10, 27), date(2021, 6, 21)
    paid = three_payments()
    runs: list[tuple[str, Callable[[], object]]] = [
        ("ledger of 3 payments", partial(earnings_ledger, paid, THRESHOLD, first, last))
    ]
    for step in TRADING_EVERY_DAYS:
        traded = [first + timedelta(days=step * number) for number in range(40)]
        runs.append((f"weeks of 40 days, every {step} days", partial(self_employed_weeks, traded, first, last)))
    for name, run in runs:
        took = seconds(run, times=2_000)
        print(f"{name:38} {took * 1e6:8.1f} us  {took / unit:8.0f} x date.toordinal")


def growth(name: str, run: Callable[[int], Callable[[], object]]) -> None:
    """Take the two sizes by turns, in processor time, so that a busy machine weighs on both alike."""
    of_few, of_many = run(FEW), run(MANY)
    rounds = [(seconds(of_few, times=10, rounds=1), seconds(of_many, times=1, rounds=1)) for _ in range(ROUNDS)]
    few, many = map(min, zip(*rounds, strict=True))
    print(f"{name:38} {FEW:>6,} {few * 1e3:7.1f} ms  {MANY:>7,} {many * 1e3:7.1f} ms  ratio {many / few:5.1f}")


def ledger_of(count: int) -> Callable[[], object]:
    paid = payments(count)
    return partial(earnings_ledger, paid, Decimal(10**9), START, LAST)


def ledger_of_one_day(count: int) -> Callable[[], object]:
    paid = [Paid(START, Decimal(number)) for number in range(count)]
    return partial(earnings_ledger, paid, Decimal(10**12), START, LAST)


def weeks_under(reading: str, *, barred: bool) -> Callable[[int], Callable[[], object]]:
    def of(count: int) -> Callable[[], object]:
        traded = days_from_start(count)
        failing = days_from_start(count)[::3] if barred else []
        return partial(self_employed_weeks, traded, START, LAST, failing, reading)

    return of


def main() -> None:
    one_case()
    growth("ledger", ledger_of)
    growth("ledger, all on one day", ledger_of_one_day)
    for reading in WEEK_READINGS:
        growth(f"weeks, {reading}", weeks_under(reading, barred=False))
    growth("weeks, every third day failing", weeks_under(WEEK_READINGS[0], barred=True))


if __name__ == "__main__":
    main()
