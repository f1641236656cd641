"""How an expected value's path is followed into a result, as `deadlines[JETS-CSS-09][1].due`."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from dwp_rules.calendar import Month
from dwp_rules.outcomes import Outcome
from dwp_rules.rules import Decision, Finding, Rule, Verdict

TOKEN = re.compile(r"(?P<name>[^.\[\]]+)|\[(?P<key>[^\]]*)\]")


NAMES = ("number", "month", "group", "name")


class Absent(LookupError):
    """There is nothing at a path."""


class Several(list[object]):
    """What bears one rule's id; read like the first of them."""


def value_at(root: object, path: str) -> object:
    """Follow a path. Raises `Absent` that says where it ended and what there is instead."""
    here = root
    for step in TOKEN.finditer(path):
        name, key = step["name"], step["key"]
        here = _named(here, name) if name is not None else _keyed(here, key)
    return None if isinstance(here, Several) and not here else here


def _named(here: object, name: str) -> object:
    if name == "count" and isinstance(here, Sequence):
        return len(here)
    if name == "codes" and isinstance(here, Sequence):
        return [item.code for item in here]
    if name == "failed" and isinstance(here, Decision):
        return [finding.code for finding in here.findings if finding.verdict is Verdict.NOT_MET]
    here = _first(here, name)
    if isinstance(here, Mapping) and name in here:
        return here[name]
    if not hasattr(here, name):
        raise Absent(f"{type(here).__name__} has no {name}")
    return getattr(here, name)


def _first(here: object, wanted: str) -> object:
    if isinstance(here, Several) and not here:
        raise Absent(f"nothing bears that id, so it has no {wanted}")
    return here[0] if isinstance(here, Several) else here


def _keyed(here: object, key: str) -> object:
    if not key.isdigit():
        here = _first(here, key)
    if isinstance(here, Mapping):
        return here[key]
    here = getattr(here, "findings", here)
    if not isinstance(here, Sequence):
        raise Absent(f"{type(here).__name__} is no list: [{key}] cannot be found in it")
    if key.isdigit():
        if int(key) >= len(here):
            raise Absent(f"there are {len(here)}, so there is no [{key}]")
        return here[int(key)]
    return Several(item for item in here if key in _called(item))


def _called(item: object) -> set[str]:
    """What an item is found by: its rule's id, an outcome's kind and level; its number, month, group or name."""
    if isinstance(item, Outcome):
        return {str(item.kind), f"{item.kind}.{item.level}"}
    rule = getattr(item, "rule", None)
    names = {str(getattr(item, name)) for name in NAMES if getattr(item, name, None) is not None}
    return names | {rule.id} if isinstance(rule, Rule) else names


def plain(value: object) -> object:
    """The value as YAML would have it: enumerations as text, tuples as lists, a rule as its id."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Rule):
        return value.id
    if isinstance(value, Month):
        return str(value)
    if isinstance(value, Finding):
        return value.code
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(part) for part in value]
    return value


def same(got: object, expected: object) -> bool:
    """Whether a value is the one expected; lists of texts are the same in any order, amounts and shares by value."""
    got, expected = plain(got), plain(expected)
    if isinstance(got, Decimal) and not isinstance(expected, bool) and isinstance(expected, str | int):
        return got == Decimal(expected)
    if isinstance(got, Fraction) and not isinstance(expected, bool) and isinstance(expected, str | int):
        return got == Fraction(expected)
    if isinstance(got, list) and isinstance(expected, list):
        if all(isinstance(part, str) for part in (*got, *expected)):
            return sorted(map(str, got)) == sorted(map(str, expected))
        return len(got) == len(expected) and all(map(same, got, expected))
    if isinstance(got, datetime) and not isinstance(expected, datetime):
        return False
    return type(got) is type(expected) and got == expected


def shown(value: object) -> str:
    """A value as a message shows it."""
    value = plain(value)
    return value.isoformat() if isinstance(value, date) else repr(value)
