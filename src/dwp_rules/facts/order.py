"""The order of the events of one day, declared once, so that the order of listing never matters.

It decides states, ties and which end reason wins. No date arithmetic depends on it, and rules stated
in hours compare the instants themselves.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from operator import attrgetter, itemgetter, lt
from typing import NamedTuple

from dwp_rules.facts.enums import ContactPurpose, ErrorStage, MeetingType, ReferralStep, WithdrawalStage
from dwp_rules.facts.events import EVENT_KINDS, AnyEvent, Event


class Place(NamedTuple):
    """A row of the order within a day, and the rank in that row."""

    row: int
    rank: int


# Rows 0 and 16 belong to the clocks: steps due at the start and at the end of the day.
ORDER_WITHIN_A_DAY: Mapping[int, tuple[str, ...]] = {
    1: ("moved", "change_of_circumstances"),
    2: (*(f"pre_referral_step {step}" for step in ReferralStep), "pre_referral_step"),
    3: ("referral",),
    4: ("referral_error on receipt",),
    5: ("referral_acknowledged",),
    6: ("contact to begin", "appointment_booked", "referral_error", "withdrawal before the meeting"),
    7: ("meeting initial", "meeting"),
    8: ("start", "referral_cancelled"),
    9: ("work_started", "work_ended"),
    10: ("earnings_payment", "self_employed_day"),
    11: (
        "support_offered",
        "activity",
        "cost",
        "document_updated",
        "document_requested",
        "document_issued",
        "checklist_recorded",
        "notification",
        "escalation",
        "safeguarding_incident",
    ),
    12: ("disengaged", "contact", "re_engaged"),
    13: ("withdrawal", "exit_decision"),
    14: ("died",),
    15: ("extension_entered", "provision_ended"),
    17: ("outcome_claim", "claim_decision", "outcome_payment", "esf_result", "survey_response"),
}

_PLACES: Mapping[str, Place] = {
    name: Place(row, rank) for row, names in ORDER_WITHIN_A_DAY.items() for rank, name in enumerate(names)
}
_ON = attrgetter("on")
_TO_BEGIN = frozenset({ContactPurpose.FIRST_CONTACT, ContactPurpose.KEEP_IN_TOUCH})
_PLACED_BY_A_FIELD = frozenset({"pre_referral_step", "referral_error", "contact", "withdrawal", "meeting"})
_PLACED_BY_KIND: Mapping[type[Event], Place] = {
    kind: _PLACES[name] for name, kind in EVENT_KINDS.items() if name not in _PLACED_BY_A_FIELD
}


def place(event: AnyEvent) -> Place:
    """Give an event's place in the order of its day; where the field that decides is not told, the later one.

    >>> from dwp_rules.facts import Contact
    >>> place(Contact(on="2020-10-14", result="made", purpose="first_contact"))
    Place(row=6, rank=0)
    """
    by_kind = _PLACED_BY_KIND.get(event.__class__)
    return _PLACES[_name(event)] if by_kind is None else by_kind


def _name(event: AnyEvent) -> str:
    match event.kind:
        case "contact" if event.purpose in _TO_BEGIN:
            return "contact to begin"
        case "meeting" if event.type is MeetingType.INITIAL:
            return "meeting initial"
        case "withdrawal" if event.stage is WithdrawalStage.BEFORE_MEETING:
            return "withdrawal before the meeting"
        case "referral_error" if event.stage is ErrorStage.ON_RECEIPT:
            return "referral_error on receipt"
        case "pre_referral_step" if event.step is not None:
            return f"pre_referral_step {event.step}"
    return event.kind


def in_order(events: tuple[AnyEvent, ...]) -> tuple[AnyEvent, ...]:
    """Sort events by day and, within a day, by their places; equal places by instant or by content."""
    if len(events) == 1:
        return events
    days: list[date] = [event.__dict__["on"] for event in events]
    if all(map(lt, days, days[1:])):
        return events
    if sorted(days) != days:
        events = tuple(sorted(events, key=_ON))
        days = sorted(days)
    ordered = list(events)
    first = 0
    for after, day in enumerate([*days[1:], None], start=1):
        if day != days[first]:
            if after - first > 1:
                ordered[first:after] = _within_a_day(events[first:after])
            first = after
    return tuple(ordered)


def _within_a_day(events: tuple[AnyEvent, ...]) -> list[AnyEvent]:
    by_row: dict[int, list[tuple[int, AnyEvent]]] = {}
    for event in events:
        row, rank = place(event)
        by_row.setdefault(row, []).append((rank, event))
    ordered: list[AnyEvent] = []
    for row in sorted(by_row):
        ordered += _within_a_row(by_row[row])
    return ordered


def _within_a_row(row: list[tuple[int, AnyEvent]]) -> list[AnyEvent]:
    if len(row) == 1:
        return [row[0][1]]
    instants = [vars(event).get("at") for _, event in row]
    # Instants order a row only where every event of it has one.
    timed = None not in instants
    by_key: dict[tuple[object, ...], list[AnyEvent]] = {}
    for instant, (rank, event) in zip(instants, row, strict=True):
        by_key.setdefault((instant, rank) if timed else (rank,), []).append(event)
    ordered: list[AnyEvent] = []
    for key in sorted(by_key):
        tied = by_key[key]
        ordered += tied if len(tied) == 1 else _by_content(tied)
    return ordered


def _by_content(tied: list[AnyEvent]) -> list[AnyEvent]:
    """Tell events of equal place apart by what they say: field by field, in the model's order, while any are equal."""
    contents = _contents_of(type(tied[0]))
    # What is one and the same in all of them tells nothing, and most fields are empty.
    telling = [
        said for said in zip(*[contents(vars(event)) for event in tied], strict=True) if len({*map(id, said)}) > 1
    ]
    keys: list[tuple[object, ...]] = [()] * len(tied)
    for said in telling:
        keys = [(*key, _comparable(value)) for key, value in zip(keys, said, strict=True)]
        if len({*keys}) == len(tied):
            break
    return [event for _, event in sorted(zip(keys, tied, strict=True), key=itemgetter(0))]


@cache
def _contents_of(kind: type[Event]) -> Callable[[Mapping[str, object]], tuple[object, ...]]:
    # Those of equal place are of one day.
    return itemgetter(*[name for name in kind.model_fields if name != "on"])


def _comparable(value: object) -> tuple[object, ...]:
    if value is None:
        return ()
    if isinstance(value, frozenset):
        value = tuple(sorted(value))
    # Equal amounts and instants may be written differently (1.0 and 1.00): the text settles it.
    return (value, str(value))
