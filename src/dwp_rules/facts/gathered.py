"""The events of a case gathered by their class in one pass, with what is told of each."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import lt
from typing import NamedTuple

from dwp_rules.facts.base import Row
from dwp_rules.facts.events import AnyEvent, Event
from dwp_rules.facts.order import ordered_by_day
from dwp_rules.facts.participant import Participant
from dwp_rules.facts.replay import unchanged_from

__all__ = ["Gathered", "gather"]


class Gathered(NamedTuple):
    """The events by their class in their declared order, only classes of which there are some.

    `rows` holds, place for place, what is told of each event by the name of its field. A mechanism that looks at many
    events reads the rows: a field of a row is found many times sooner than one of a model.
    """

    by_class: Mapping[type[Event], tuple[AnyEvent, ...]]
    rows: Mapping[type[Event], tuple[Row, ...]]
    unchanged_from: date | None
    """The day from which a cut-off changes nothing, None where an event is withdrawn on some day."""


def gather(person: Participant, events: Sequence[AnyEvent]) -> Gathered:
    """Gather the events of a case, and tell from when on a cut-off changes nothing in it."""
    listed: dict[type[Event], list[AnyEvent]] = {}
    rows: dict[type[Event], list[Row]] = {}
    for event in events:
        kind, row = type(event), event.__dict__
        if kind in rows:
            listed[kind].append(event)
            rows[kind].append(row)
        else:
            listed[kind], rows[kind] = [event], [row]
    settled = unchanged_from(person, rows)
    by_class: dict[type[Event], tuple[AnyEvent, ...]] = {}
    ordered: dict[type[Event], tuple[Row, ...]] = {}
    for of_class, told in rows.items():
        by_class[of_class], ordered[of_class] = tuple(listed[of_class]), tuple(told)
        if len(told) > 1:
            days: list[date] = [row["on"] for row in told]
            if not all(map(lt, days, days[1:])):
                by_class[of_class] = in_turn = ordered_by_day(by_class[of_class], days)
                ordered[of_class] = tuple([event.__dict__ for event in in_turn])
    return Gathered(by_class, ordered, settled)
