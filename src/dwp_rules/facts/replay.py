"""What had happened, or was known, by a day: later events dropped, later dates blanked in what is kept.

These are two questions. `until` asks when a thing happened, `known_on` when it reached the records;
a case is replayed first and then cut off.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any, TypeVar

from dwp_rules.facts.base import Fact, Row, with_changes
from dwp_rules.facts.events import Event, OutcomeClaim, ReferralAcknowledged
from dwp_rules.facts.participant import Participant

STATED_AHEAD = frozenset(
    {
        "state_pension_age_date",
        "meeting_on",
        "starts_at",
        "ends_at",
        "expected_return_on",
        "received_from",
        "received_on",
    }
)
"""Fields that may lie after `as_of` and are used all the same: an expectation, or a date that the law fixes, is
known before it comes. What is not yet received was not received at once, which is what a blank would say. The dates
of a contract are settled ahead in the same way, so a contract is never cut."""

# How an event reached the records is not part of what happened: only a replay asks for it.
_BOOKKEEPING = frozenset({"known_on", "withdrawn_on"})
_REACHED_THE_RECORDS = ("known_on", "recorded_on", "told_on", "established_on", "data_received_on")
_DATED_FACTS = ("evaluation_consent_on", "unemployed_since", "left_full_time_education_on")
_LISTED_FACTS = (
    "residence",
    "children",
    "benefits",
    "other_provision",
    "previous_participations",
    "participation_basis",
    "contact_frequency",
    "key_workers",
)
# The first of these that is told is the day on which an item of a list begins to be true.
_BEGINNINGS = ("starts_on", "date_of_birth", "referred_on", "started_on", "ended_on")
_NAMES_OF_DATES = ("_on", "_from", "date_of_birth")

# The fields of a model are found sooner in its dictionary.
_DATED = itemgetter(*_DATED_FACTS)
_LISTED = itemgetter(*_LISTED_FACTS)

# What is done by entering it on PRaP has not happened before it is entered.
_MADE_BY_ENTRY = (ReferralAcknowledged, OutcomeClaim)

F = TypeVar("F", bound=Fact)
E = TypeVar("E", bound=Event)


@cache
def dates_of(kind: type[Fact]) -> tuple[str, ...]:
    """Name the dates of a model that are not used before they come; the vocabulary ends them in `_on` or `_from`."""
    return tuple(
        name
        for name in kind.model_fields
        if (name == "on" or name.endswith(_NAMES_OF_DATES)) and name not in STATED_AHEAD | _BOOKKEEPING
    )


class _DatesIn(dict[type[Fact], Callable[[Row], tuple[Any, ...]]]):
    """By model, the look-up of its dates in the dictionary of a fact."""

    def __missing__(self, kind: type[Fact]) -> Callable[[Row], tuple[Any, ...]]:
        names = dates_of(kind)
        # Of a single name the look-up would give no tuple.
        self[kind] = itemgetter(*names, *names[: len(names) == 1])
        return self[kind]


class _DatesInEvent(_DatesIn):
    """The same of events: the day of withdrawal comes first, then the day of the event, then its other dates."""

    def __missing__(self, kind: type[Fact]) -> Callable[[Row], tuple[Any, ...]]:
        self[kind] = itemgetter("withdrawn_on", "on", *[name for name in dates_of(kind) if name != "on"])
        return self[kind]


_DATES_IN = _DatesIn()
DATES_IN_EVENT = _DatesInEvent()


def unchanged_from(person: Participant, dates_of_events: Iterable[date | None]) -> date:
    """Give the day from which a cut-off changes nothing, where no event is ever withdrawn."""
    facts = person.__dict__
    dates: list[date | None] = [date.min, *_DATED(facts), *dates_of_events]
    for items in _LISTED(facts):
        if items:
            for item in items:
                dates += _DATES_IN[type(item)](item.__dict__)
    return max(filter(None, dates))


def _blanked(fact: F, names: Iterable[str], day: date) -> F:
    """Blank the dates after a day; the fact itself where there is none."""
    values = fact.__dict__
    later = [name for name in names if (value := values[name]) is not None and value > day]
    return with_changes(fact, dict.fromkeys(later)) if later else fact


def event_until(event: E, day: date) -> E | None:
    """Give an event as it stands at the end of a day, or None if it had not happened or was withdrawn by then."""
    told = event.__dict__
    withdrawn: date | None = told["withdrawn_on"]
    if told["on"] > day or (withdrawn is not None and withdrawn <= day):
        return None
    if isinstance(event, _MADE_BY_ENTRY) and event.recorded_on is not None and event.recorded_on > day:
        return None
    return _blanked(event, dates_of(type(event)), day)


def known_from(event: Event) -> date:
    """Give the day from which an event was in the records."""
    values = vars(event)
    for name in _REACHED_THE_RECORDS:
        told: date | None = values.get(name)
        if told is not None:
            return told
    return event.on


def event_known_on(event: E, day: date) -> E | None:
    """Give an event as the records held it on a day, or None if they did not, or no longer did."""
    if known_from(event) > day or (event.withdrawn_on is not None and event.withdrawn_on <= day):
        return None
    # An event may be entered before it happens: its own day stays.
    names = (name for name in (*dates_of(type(event)), "withdrawn_on") if name != "on")
    return _blanked(event, names, day)


def participant_until(person: Participant, day: date) -> Participant:
    """Give the facts as they stand at the end of a day; the same object where nothing lies after it."""
    facts = person.__dict__
    changes: dict[str, object] = {}
    for name, value in zip(_DATED_FACTS, _DATED(facts), strict=True):
        if value is not None and value > day:
            changes[name] = None
    for name, items in zip(_LISTED_FACTS, _LISTED(facts), strict=True):
        if items and (begun := _begun(items, day)) is not None:
            changes[name] = begun
    return with_changes(person, changes) if changes else person


def _begun(items: Sequence[Fact], day: date) -> tuple[Fact, ...] | None:
    """Drop the items that begin after a day and blank later dates in the rest; None where nothing lies after it."""
    dated = dates_of(type(items[0]))
    kept: list[Fact] = []
    changed = False
    for item in items:
        told = item.__dict__
        later = [name for name in dated if (value := told[name]) is not None and value > day]
        if not later:
            kept.append(item)
            continue
        changed = True
        begins = next((on for name in _BEGINNINGS if (on := told.get(name)) is not None), None)
        if begins is None or begins <= day:
            kept.append(with_changes(item, dict.fromkeys(later)))
    return tuple(kept) if changed else None
