"""A case: one referral of one person to one programme, and all that followed. A second referral is a second case."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from pydantic.json_schema import JsonSchemaValue

from dwp_rules.facts.base import Fact
from dwp_rules.facts.contract import Contract
from dwp_rules.facts.events import EVENT_KINDS, AnyEvent, Event
from dwp_rules.facts.gathered import Gathered, gather
from dwp_rules.facts.order import in_order
from dwp_rules.facts.participant import Participant
from dwp_rules.facts.replay import event_known_on, event_until, participant_until
from dwp_rules.facts.types import Name

E = TypeVar("E", bound=Event)

_DERIVED = ("ordered", "gathered", "by_kind")
_NO_EVENTS: dict[str, tuple[AnyEvent, ...]] = dict.fromkeys(EVENT_KINDS, ())


class Case(Fact):
    """What is known about one referral: the person, the events, and the contract where it is told.

    >>> case = Case.model_validate({
    ...     "programme": "whp-jets",
    ...     "participant": {"participant_id": "P-1", "date_of_birth": "1988-03-14"},
    ...     "events": [{"kind": "start", "on": "2020-10-27"}, {"kind": "referral", "on": "2020-10-12"}],
    ... })
    >>> [event.kind for event in case.ordered]
    ['referral', 'start']
    >>> case
    Case(programme='whp-jets', participant=Participant(participant_id='P-1'), events=2)
    """

    programme: Name
    participant: Participant
    events: tuple[AnyEvent, ...] = ()
    contract: Contract | None = None

    @cached_property
    def ordered(self) -> tuple[AnyEvent, ...]:
        """The events in their declared order, whatever the order of listing."""
        return in_order(self.events)

    @cached_property
    def gathered(self) -> Gathered:
        """The events by their class with what is told of each, gathered once."""
        facts = self.__dict__
        return gather(facts["participant"], facts["events"])

    @property
    def by_class(self) -> Mapping[type[Event], tuple[AnyEvent, ...]]:
        """The events by their class, in their declared order; only classes of which there are some."""
        return self.gathered.by_class

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[AnyEvent, ...]]:
        """The events by the name of their kind, in their declared order; () for a kind of which there is none."""
        return _NO_EVENTS | {events[0].kind: events for events in self.by_class.values()}

    def events_of(self, kind: type[E]) -> tuple[E, ...]:
        """Give the events of one class, in their declared order.

        >>> from dwp_rules.facts import Died, Start
        >>> case = Case(programme="jfs", participant={"participant_id": "P"}, events=[Start(on="2021-12-20")])
        >>> case.events_of(Start), case.events_of(Died)
        ((Start(on=datetime.date(2021, 12, 20)),), ())
        """
        return cast("tuple[E, ...]", self.by_class.get(kind, ()))

    def until(self, day: date) -> "Case":
        """Give the case with nothing after a day in it; the case itself where nothing lies after it.

        Later events go, and so do those withdrawn by the day; later dates are blanked, except those
        in `STATED_AHEAD`, which are known before they come.
        """
        settled = self.gathered.unchanged_from
        if settled is not None and settled <= day:
            return self
        return self._with(participant_until(self.participant, day), _kept(self.events, event_until, day))

    def known_on(self, day: date) -> "Case":
        """Give the case as the records held it on a day, corrections included.

        An event is held from `known_on`, else `recorded_on`, `told_on`, `established_on` or
        `data_received_on`, else `on`, until it is withdrawn; dates that lay ahead are blanked.
        """
        return self._with(participant_until(self.participant, day), _kept(self.events, event_known_on, day))

    def under(self, contract: Contract | None) -> "Case":
        """Give the case with a contract where it holds none of its own.

        >>> case = Case(programme="whp-jets", participant={"participant_id": "P"})
        >>> case.under(Contract(cpa="CPA3")).contract.cpa
        'CPA3'
        """
        if contract is None or self.contract is not None:
            return self
        return self.model_copy(update={"contract": contract})

    def _with(self, participant: Participant, events: tuple[AnyEvent, ...]) -> "Case":
        if participant is self.participant and events is self.events:
            return self
        return self.model_copy(update={"participant": participant, "events": events})

    def model_copy(self, *, update: Mapping[str, object] | None = None, deep: bool = False) -> "Case":
        """Copy the case with some fields replaced, unchecked; what was derived from the old ones is forgotten."""
        copied = super().model_copy(update=update, deep=deep)
        for name in _DERIVED:
            copied.__dict__.pop(name, None)
        return copied

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Show which case it is, not what is in it."""
        yield "programme", self.programme
        yield "participant", self.participant
        yield "events", len(self.events)


def _kept(
    events: tuple[AnyEvent, ...], as_it_stood: Callable[[AnyEvent, date], AnyEvent | None], day: date
) -> tuple[AnyEvent, ...]:
    """Give the events as they stood on a day; the same tuple where they all stand unchanged."""
    kept = tuple(held for event in events if (held := as_it_stood(event, day)) is not None)
    unchanged = len(kept) == len(events) and all(new is old for new, old in zip(kept, events, strict=True))
    return events if unchanged else kept


def case_schema() -> JsonSchemaValue:
    """Give the JSON Schema of a case, for those who write cases in other languages."""
    return Case.model_json_schema()
