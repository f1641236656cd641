"""Slow and obvious answers, written without a look at the library: every choice is tried, every day walked."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from tests.outcomes.given import Given, Paid

ONE_DAY = timedelta(days=1)
SIX_DAYS = timedelta(days=6)
SEVEN_DAYS = timedelta(days=7)


def walk(first: date, last: date) -> list[date]:
    found = []
    while first <= last:
        found.append(first)
        first += ONE_DAY
    return found


def is_a_week(opens: date, given: Given) -> bool:
    """Seven days in the window, one of them traded on, none of them failing the benefit condition."""
    period = walk(opens, opens + SIX_DAYS)
    return (
        given.first <= period[0]
        and period[-1] <= given.last
        and any(day in given.days for day in period)
        and not any(day in given.not_counting for day in period)
    )


def allowed_openings(reading: str, given: Given) -> list[date]:
    """Each day on which a period may open under a reading of its own."""
    traded = [day for day in walk(given.first, given.last) if day in given.days]
    if not traded:
        return []
    openings = {
        "any_period": walk(given.first, given.last),
        "any_period_once_trading": walk(traded[0], given.last),
        "opens_on_trading_day": traded,
        "fixed_weeks": walk(traded[0], given.last)[::7],
    }[reading]
    return [opens for opens in openings if is_a_week(opens, given)]


def choices(openings: list[date], not_before: date = date.min) -> Iterator[tuple[date, ...]]:
    """Every set of periods of which no two overlap, in order."""
    yield ()
    for opens in openings:
        if opens >= not_before:
            for others in choices(openings, opens + SEVEN_DAYS):
                yield (opens, *others)


def best_by_trying_all(reading: str, given: Given) -> list[date]:
    """The earliest last day of an nth week, for each n that can be reached: from every possible choice."""
    ends: dict[int, date] = {}
    for chosen in choices(allowed_openings(reading, given)):
        if chosen:
            end = chosen[-1] + SIX_DAYS
            ends[len(chosen)] = min(end, ends.get(len(chosen), end))
    return [ends[number] for number in sorted(ends)]


def most_by_dynamic_programming(reading: str, given: Given) -> int:
    """The largest number of periods, day by day from the end: skip the day, or open a week on it."""
    openings = frozenset(allowed_openings(reading, given))

    @cache
    def most_from(day: date) -> int:
        if day > given.last:
            return 0
        skipped = most_from(day + ONE_DAY)
        return max(skipped, 1 + most_from(day + SEVEN_DAYS)) if day in openings else skipped

    for day in reversed(walk(given.first, given.last)):
        most_from(day)
    return most_from(given.first)


def naive_ledger(
    payments: list[Paid], threshold: Callable[[date], Decimal], first: date, last: date
) -> tuple[Decimal, date | None, date | None]:
    """Walk every day of the window in pence: what counted, when it was reached, when it first fell below again."""
    total = 0
    reached = fell_below = None
    target = 0
    for today in walk(first, last):
        counting = [
            one
            for one in payments
            if one.on == today
            and one.payment in ("wages", "holiday_pay", "correction")
            and one.employer in (None, "unrelated")
        ]
        total += sum(int(one.amount * 100) for one in counting)
        if counting and reached is None and total >= int(threshold(today) * 100):
            reached, target = today, int(threshold(today) * 100)
        elif reached is not None and fell_below is None and total < target:
            fell_below = today
    return Decimal(total) / 100, reached, fell_below
