"""Deadlines told the slow way: look at every day, one after another."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dwp_rules.calendar import WorkingCalendar

ONE_DAY = timedelta(days=1)

Told = tuple[date, date, date | None, str]


def nth_open_day(trigger: date, number: int, calendar: WorkingCalendar) -> date:
    """The nth open day after a day, found by walking."""
    on = trigger
    while number:
        on += ONE_DAY
        number -= calendar.is_working_day(on)
    return on


def stands(done: date | None, due: date, as_of: date) -> str:
    """How a duty stands."""
    if done is None:
        return "overdue" if as_of > due else "pending"
    return "late" if done > due else "met"


def within(
    triggers: Sequence[date], done: Sequence[date], number: int, calendar: WorkingCalendar, as_of: date
) -> list[Told]:
    """Each trigger that has come, with the first doing from it on."""
    told = []
    for trigger in sorted(on for on in triggers if on <= as_of):
        due = nth_open_day(trigger, number, calendar)
        since = [on for on in done if trigger <= on <= as_of]
        on = min(since, default=None)
        told.append((trigger, due, on, stands(on, due, as_of)))
    return told


def every(
    span: tuple[date, date | None], done: Sequence[date], number: int, calendar: WorkingCalendar, as_of: date
) -> Iterator[Told]:
    """Each interval of a span, one doing after another."""
    trigger, last = span
    for on in sorted(on for on in done if span[0] <= on <= min(as_of, last or as_of)):
        due = nth_open_day(trigger, number, calendar)
        yield trigger, due, on, stands(on, due, as_of)
        trigger = on
    due = nth_open_day(trigger, number, calendar)
    if last is None or due <= last:
        yield trigger, due, None, stands(None, due, as_of)
