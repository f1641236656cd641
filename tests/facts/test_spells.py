"""Spells asked about a day, against slow oracles that look at every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.facts import (
    BenefitSpell,
    ContactFrequency,
    KeyWorker,
    in_force,
    spells_on,
    unbroken_since,
    unbroken_spells,
)

DAY_1 = date(2020, 1, 1)
ONE_DAY = timedelta(days=1)
HORIZON = 40


def spell(first: int, last: int | None, name: str = "A") -> KeyWorker:
    return KeyWorker(
        starts_on=DAY_1 + first * ONE_DAY, ends_on=None if last is None else DAY_1 + last * ONE_DAY, name=name
    )


@st.composite
def spells(draw: st.DrawFn) -> KeyWorker:
    first = draw(st.integers(0, HORIZON))
    length = draw(st.none() | st.integers(0, 8))
    return spell(first, None if length is None else first + length)


def covered(held: list[KeyWorker], day: int) -> list[KeyWorker]:
    """Which spells hold on a day, one day at a time."""
    that_day = DAY_1 + day * ONE_DAY
    return [s for s in held if s.starts_on <= that_day <= (s.ends_on or date(2199, 12, 31))]


@given(st.lists(spells(), max_size=6), st.integers(0, HORIZON))
def test_a_day_has_the_spells_that_hold_on_it(held: list[KeyWorker], day: int) -> None:
    assert spells_on(held, DAY_1 + day * ONE_DAY) == tuple(covered(held, day))


@given(st.lists(spells(), max_size=6), st.integers(0, HORIZON))
def test_an_unbroken_run_begins_after_the_last_day_without_a_spell(held: list[KeyWorker], day: int) -> None:
    gap = next((back for back in range(day, -2, -1) if not covered(held, back)), -1)
    expected = DAY_1 + (gap + 1) * ONE_DAY if gap < day else None
    assert unbroken_since(held, DAY_1 + day * ONE_DAY) == expected


@given(st.lists(spells(), max_size=6), st.integers(0, HORIZON), st.randoms())
def test_the_order_of_listing_changes_no_run(held: list[KeyWorker], day: int, chance: object) -> None:
    shuffled = held.copy()
    chance.shuffle(shuffled)
    assert unbroken_since(held, DAY_1 + day * ONE_DAY) == unbroken_since(shuffled, DAY_1 + day * ONE_DAY)


@given(st.lists(spells(), max_size=6), spells(), st.integers(0, HORIZON))
def test_one_more_spell_never_makes_a_run_shorter(held: list[KeyWorker], more: KeyWorker, day: int) -> None:
    before, after = (unbroken_since(listed, DAY_1 + day * ONE_DAY) for listed in (held, [*held, more]))
    assert before is None or (after is not None and after <= before)


def test_spells_that_touch_are_joined_and_a_days_gap_parts_them() -> None:
    jsa = BenefitSpell(starts_on=date(2020, 1, 6), ends_on=date(2020, 5, 17), benefit="new_style_jsa")
    uc = BenefitSpell(starts_on=date(2020, 5, 18), benefit="universal_credit")
    later = BenefitSpell(starts_on=date(2020, 5, 19), benefit="universal_credit")
    asked = date(2020, 10, 12)
    assert unbroken_since([jsa, uc], asked) == date(2020, 1, 6)
    assert unbroken_since([jsa, later], asked) == date(2020, 5, 19)
    assert unbroken_spells([uc, jsa], asked) == (jsa, uc)
    assert unbroken_spells([jsa, later], asked) == (later,)


@pytest.mark.parametrize(("asked", "since"), [(date(2020, 5, 17), date(2020, 1, 6)), (date(2020, 5, 18), None)])
def test_the_last_day_of_a_spell_is_still_in_it(asked: date, since: date | None) -> None:
    jsa = BenefitSpell(starts_on=date(2020, 1, 6), ends_on=date(2020, 5, 17), benefit="new_style_jsa")
    assert unbroken_since([jsa], asked) == since
    assert bool(spells_on([jsa], asked)) is (since is not None)


def test_unknown_and_none_are_kept_apart() -> None:
    assert spells_on(None, DAY_1) is None
    assert spells_on([], DAY_1) == ()
    assert unbroken_spells(None, DAY_1) is None
    assert unbroken_spells([], DAY_1) == ()
    assert unbroken_since([], DAY_1) is None


def test_spells_at_the_edges_of_the_calendar_overflow_nothing() -> None:
    edges = [spell(0, None), KeyWorker(starts_on=date(1900, 1, 1), ends_on=date(2199, 12, 31), name="B")]
    assert unbroken_since(edges, date(2199, 12, 31)) == date(1900, 1, 1)
    assert unbroken_since(edges, date.max) == date(1900, 1, 1)
    assert unbroken_since(edges[:1], date.max) == DAY_1
    assert unbroken_since(edges, date.min) is None


def test_a_dated_value_holds_from_its_day_until_the_next() -> None:
    values = [ContactFrequency(starts_on=DAY_1 + n * ONE_DAY, working_days=n + 1) for n in (10, 0)]
    found = [in_force(values, DAY_1 + n * ONE_DAY) for n in (-1, 0, 9, 10, 99)]
    assert [value and value.working_days for value in found] == [None, 1, 1, 11, 11]
