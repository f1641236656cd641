"""The table that a working calendar counts by: every day with the working days so far, and back."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WorkingDayTable:
    """Working days as a prefix table, for code that counts whole columns of dates at once.

    Day `d` stands at position `d.toordinal() - first_ordinal`. `so_far[position]` is the number of working days from
    the first day of the table to `d`, both counted. `working_days[k - 1]` is the kth working day of the table, so the
    nth working day after `d` is `working_days[so_far[position] + n - 1]`.
    """

    first_ordinal: int
    so_far: tuple[int, ...]
    working_days: tuple[date, ...]


def working_day_table(
    first: date, last: date, *, weekend: Container[int], holidays: Container[date]
) -> WorkingDayTable:
    """Tabulate the working days from `first` to `last`, both included.

    >>> table = working_day_table(date(2021, 4, 1), date(2021, 4, 6), weekend={5, 6}, holidays={date(2021, 4, 2)})
    >>> table.so_far
    (1, 1, 1, 1, 2, 3)
    """
    so_far: list[int] = []
    working_days: list[date] = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.weekday() not in weekend and day not in holidays:
            working_days.append(day)
        so_far.append(len(working_days))
    return WorkingDayTable(first.toordinal(), tuple(so_far), tuple(working_days))
