"""Cases and events for the tests of this folder: one of each kind, few fields and all fields, and random ones."""

import json
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from dwp_rules.facts import Case
from tests.facts.vocabulary import ENUMS, EVENTS

Fields = dict[str, Any]

DAY = "2021-03-10"
INSTANT = "2021-03-10T10:30:00Z"

PLAIN_VALUES: Fields = {
    "bool": True,
    "date": DAY,
    "instant": INSTANT,
    "int": 3,
    "month": "2021-03",
    "str": "words",
    "name": "words",
    "hours": "7.5",
    "pounds": "-12.50",
    "pounds from zero": "12.50",
    "provider or jobcentre": "jobcentre",
    "provider or system": "system",
}


def value_of(word: str) -> Any:
    """One value, as JSON has it, for a type of the vocabulary."""
    if word.startswith(("set of ", "list of ")):
        return [value_of(word.split(" of ")[1])]
    return ENUMS[word].split()[0] if word in ENUMS else PLAIN_VALUES[word]


def minimal(kind: str, **given: Any) -> Fields:
    """An event with what is required only."""
    required = EVENTS[kind][2]
    return {"kind": kind, "on": DAY} | {name: value_of(word) for name, word in required.items()} | given


def full(kind: str) -> Fields:
    """An event with every field told."""
    _, times, _, others = EVENTS[kind]
    told = minimal(kind) | {name: value_of(word) for name, word in others.items()}
    told |= {"known_on": DAY, "withdrawn_on": DAY}
    if "R" in times:
        told["recorded_on"] = DAY
    if "A" in times:
        told["at"] = INSTANT
    return told


def case_of(*events: Fields, **facts: Any) -> Case:
    """A case read from JSON, with some events and facts."""
    person = {"participant_id": "P-1"} | facts
    return Case.model_validate_json(json.dumps({"programme": "whp-jets", "participant": person, "events": events}))


FIRST, LAST = date(2020, 12, 1), date(2021, 6, 30)
days = st.dates(FIRST, LAST).map(date.isoformat)


class _DaysLater(int):
    """A day, told as a number of days after the day of the event: so a strategy is made once, not for each event."""


class _Hour(int):
    """An instant, told as an hour of the day of the event."""


later_days = st.integers(0, (LAST - FIRST).days).map(_DaysLater)
hours_of_the_day = st.integers(0, 23).map(_Hour)


def _told_on(on: str, value: Any) -> Any:
    """A value with the day of the event put in."""
    if isinstance(value, _DaysLater):
        return (date.fromisoformat(on) + timedelta(days=value)).isoformat()
    if isinstance(value, _Hour):
        return f"{on}T{value:02}:00:00Z"
    return [_told_on(on, each) for each in value] if isinstance(value, list) else value


@cache
def _values(word: str) -> st.SearchStrategy[Any]:
    if word in {"hours", "pounds from zero"}:
        return st.sampled_from(["0", "1.0", "1.00", "20.5"])
    if word.startswith(("set of ", "list of ")):
        return st.lists(_values(word.split(" of ")[1]), max_size=2)
    if word in ENUMS or " or " in word:
        return st.sampled_from(ENUMS[word].split() if word in ENUMS else word.split(" or "))
    return {
        "bool": st.booleans(),
        "date": later_days,
        "instant": hours_of_the_day,
        "int": st.integers(0, 99),
        "pounds": st.sampled_from(["-5", "10.0", "10.00", "999.99"]),
        "str": st.sampled_from(["J1", "J2"]),
        "name": st.sampled_from(["J1", "J2"]),
    }[word]


@cache
def _fields(kind: str) -> st.SearchStrategy[Fields]:
    """The fields of one kind: those required, and any of the others."""
    _, times, required, others = EVENTS[kind]
    optional = {name: _values(word) for name, word in others.items() if name not in {"starts_at", "ends_at"}}
    if "R" in times:
        optional["recorded_on"] = days
    if "A" in times:
        optional["at"] = hours_of_the_day
    return st.fixed_dictionaries({name: _values(word) for name, word in required.items()}, optional=optional)


one_in_five = st.integers(0, 4).map(lambda drawn: drawn == 0)


@st.composite
def event_fields(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(EVENTS)) -> Fields:
    """Any event, as JSON has it, with any of its fields told or not."""
    kind, on = draw(st.sampled_from(kinds)), draw(days)
    told: Fields = {"kind": kind, "on": on}
    told |= {name: _told_on(on, value) for name, value in draw(_fields(kind)).items()}
    if draw(one_in_five):
        told["known_on"] = draw(days)
    if draw(one_in_five):
        told["withdrawn_on"] = _told_on(told.get("known_on", on), draw(later_days))
    return told


event_lists = st.lists(event_fields(), max_size=8)


def _on_one_of_two_days(told: Fields) -> Fields:
    day = DAY if told["on"] < "2021-03-15" else "2021-03-11"
    moved = {name: value for name, value in told.items() if not name.endswith("_on") and name != "at"}
    if "at" in told:
        moved["at"] = day + told["at"][10:]
    return moved | {"on": day}


# Few days and few kinds, so that ties are common.
crowded_lists = st.lists(
    event_fields(("meeting", "contact", "earnings_payment", "start", "disengaged", "re_engaged", "referral_error")).map(
        _on_one_of_two_days
    ),
    max_size=7,
)
