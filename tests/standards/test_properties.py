"""Laws of deadlines: against slow oracles on hand-made calendars, and in proportion to the number of events."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import log2
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.calendar import WorkingCalendar, working_days
from dwp_rules.facts.situation import Moment, Situation
from dwp_rules.standards import Every, InTheLast, Span, Within
from tests.standards import oracles
from tests.standards.given import CONTACT, MEETING, situation, told

FIRST, LAST = date(2021, 1, 1), date(2021, 12, 31)

days = st.dates(date(2021, 2, 1), date(2021, 4, 30))
lists_of_days = st.lists(days, max_size=6).map(sorted)
numbers = st.integers(1, 15)
calendars = st.sets(days, max_size=12).map(
    lambda closed: WorkingCalendar.from_dates("Shop", closed, first=FIRST, last=LAST)
)


def fallen(given_days: Sequence[date]) -> Moment:
    def moment(s: Situation) -> list[date]:
        return [on for on in given_days if on <= s.as_of]

    return moment


@given(lists_of_days, lists_of_days, numbers, calendars, days)
def test_within_agrees_with_walking_the_days(
    triggers: list[date], done: list[date], number: int, calendar: WorkingCalendar, as_of: date
) -> None:
    declared = Within(CONTACT, working_days(number), after=fallen(triggers), done=fallen(done))
    judged = declared.judge(situation(as_of.isoformat(), calendar))
    assert [told(deadline) for deadline in judged] == oracles.within(triggers, done, number, calendar, as_of)


@given(days, st.none() | st.integers(0, 60), lists_of_days, numbers, calendars, days)
def test_every_agrees_with_walking_the_days(
    opens: date, length: int | None, done: list[date], number: int, calendar: WorkingCalendar, as_of: date
) -> None:
    last = None if length is None else opens + timedelta(days=length)
    declared = Every(MEETING, working_days(number), done=fallen(done), during=lambda _s: [Span(opens, last)])
    judged = declared.judge(situation(as_of.isoformat(), calendar))
    assert [told(d) for d in judged] == list(oracles.every((opens, last), done, number, calendar, as_of))


# ── time in proportion ──────────────────────────────────────────────────────────────────────────────────────────


Declared = Within | Every | InTheLast


class Counted(list[date]):
    """Days that count how often they are looked at."""

    looks = 0

    def __getitem__(self, place: Any) -> Any:
        self.looks += 1
        return super().__getitem__(place)


MANY = 1_000
EACH_DAY = [date(1990, 1, 1) + timedelta(days=number) for number in range(MANY)]


@pytest.mark.parametrize(
    "declared",
    [
        lambda done: Within(CONTACT, working_days(2), after=lambda _s: EACH_DAY, done=done),
        lambda done: Within(CONTACT, working_days(2), after=lambda _s: EACH_DAY, done=done, early_counts=True),
        lambda done: Every(MEETING, working_days(2), done=done, during=lambda _s: [Span(EACH_DAY[0], None)]),
        lambda done: Every(MEETING, working_days(2), done=done, during=lambda _s: [Span(on, on) for on in EACH_DAY]),
        lambda done: InTheLast(CONTACT, working_days(2), of=lambda _s: (EACH_DAY[MANY // 2], False), done=done),
    ],
)
def test_many_triggers_and_many_answers_take_few_looks_at_each(declared: Callable[[Moment], Declared]) -> None:
    calendar = WorkingCalendar.from_dates("Long", [], first=date(1989, 1, 1), last=date(1999, 12, 31))
    done = Counted(EACH_DAY)
    declared(lambda _s: done).judge(situation("1999-12-31", calendar))
    assert done.looks <= MANY * (log2(MANY) + 4)
