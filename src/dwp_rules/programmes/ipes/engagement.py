"""Disengagement in IPES: an overlay on the phases that never stops the clock (2.59 to 2.61)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dwp_rules.facts import Disengaged, ReEngaged
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.ipes.work import ONE_DAY

__all__ = ["Away", "away", "disengaged_on"]

_new = tuple.__new__


class Away(NamedTuple):
    """Days of disengagement; `last` None while it goes on. The day of re-engagement is a day engaged."""

    first: date
    last: date | None


def away(s: Situation) -> Sequence[Away]:
    """The spells of disengagement: from the day of it to the day before the person engages again."""
    if not s.of(Disengaged):
        return ()
    spells: list[Away] = []
    marks = [(told["on"], 0) for told in s.rows(Disengaged)]
    marks += [(told["on"], 1) for told in s.rows(ReEngaged)]
    marks.sort()
    for on, back in marks:
        if not back and (not spells or spells[-1].last is not None):
            spells.append(_new(Away, (on, None)))
        elif back and spells and spells[-1].last is None:
            spells[-1] = _new(Away, (spells[-1].first, on - ONE_DAY))
    return [spell for spell in spells if spell.last is None or spell.first <= spell.last]


def disengaged_on(s: Situation, day: date) -> bool:
    """Whether the participant is disengaged on a day."""
    spells = s[away]
    return bool(spells) and bool([0 for first, last in spells if first <= day and (last is None or day <= last)])
