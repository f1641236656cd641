"""The events of a case gathered by their class in one pass, with what is told of each."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dwp_rules.facts.base import Row
from dwp_rules.facts.events import AnyEvent, Event
from dwp_rules.facts.order import in_order
from dwp_rules.facts.participant import Participant
from dwp_rules.facts.replay import DATES_IN_EVENT, unchanged_from

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


def gather(person: Participant, events: Iterable[AnyEvent]) -> Gathered:
    """Gather the events of a case, and tell from when on a cut-off changes nothing in it."""
    listed: dict[type[Event], list[AnyEvent]] = {}
    rows: dict[type[Event], list[Row]] = {}
    dates: list[date | None] = []
    withdrawn, untidy = False, set[type[Event]]()
    for event in events:
        kind, row = type(event), event.__dict__
        told = DATES_IN_EVENT[kind](row)
        withdrawn = withdrawn or told[0] is not None
        dates += told
        if kind in rows:
            listed[kind].append(event)
            of_kind = rows[kind]
            if told[1] <= of_kind[-1]["on"]:
                untidy.add(kind)
            of_kind.append(row)
        else:
            listed[kind], rows[kind] = [event], [row]
    settled = None if withdrawn else unchanged_from(person, dates)
    by_class = {kind: tuple(found) if len(found) > 1 else (found[0],) for kind, found in listed.items()}
    ordered = {kind: tuple(found) if len(found) > 1 else (found[0],) for kind, found in rows.items()}
    for of_class in untidy:
        by_class[of_class] = in_turn = in_order(by_class[of_class])
        ordered[of_class] = tuple([event.__dict__ for event in in_turn])
    return Gathered(by_class, ordered, settled)
