"""Results as values that JSON knows, and as lines that people read."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import singledispatch

from dwp_rules.calendar import Month
from dwp_rules.facts import Caution
from dwp_rules.outcomes import Ledger, Weeks
from dwp_rules.rules import Decision, Finding, Rule, in_words
from dwp_rules.standards import Deadline, MonthCount

__all__ = ["as_plain", "in_full"]


@singledispatch
def as_plain(value: object) -> object:
    """Give a result in values that JSON knows: records as objects, days as ISO dates, pounds as text.

    Raises `TypeError` for what no result holds.

    >>> as_plain((date(2020, 10, 5), Decimal("1000.00"), None))
    ['2020-10-05', '1000.00', None]
    """
    raise TypeError(f"a result holds no {type(value).__name__}")


@as_plain.register(type(None))
@as_plain.register(int)
@as_plain.register(str)
def _as_it_is(value: object) -> object:
    return value


@as_plain.register
def _enum(value: Enum) -> object:
    return value.value


@as_plain.register
def _month(value: Month) -> str:
    return str(value)


@as_plain.register
def _tally(value: MonthCount) -> dict[str, object]:
    return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}


@as_plain.register
def _amount(value: Decimal) -> str:
    return str(value)


@as_plain.register
def _day(value: date) -> str:
    return value.isoformat()


@as_plain.register(list)
@as_plain.register(tuple)
def _row(value: tuple[object, ...]) -> object:
    fields: tuple[str, ...] | None = getattr(value, "_fields", None)
    if fields is None:
        return [as_plain(part) for part in value]
    return {name: as_plain(part) for name, part in zip(fields, value, strict=True)}


@as_plain.register(Mapping)
def _mapping(value: Mapping[object, object]) -> dict[str, object]:
    return {str(key): as_plain(part) for key, part in value.items()}


@as_plain.register
def _rule(value: Rule) -> dict[str, object]:
    return {"id": value.id, "title": value.title, "citations": [str(citation) for citation in value.citations]}


@as_plain.register
def _finding(value: Finding) -> dict[str, object]:
    return {
        "rule": as_plain(value.rule),
        "code": value.code,
        "verdict": value.verdict.value,
        "reason": value.reason,
        "facts": as_plain(value.facts),
        "value": as_plain(value.value),
        "missing": list(value.missing),
    }


@as_plain.register
def _decision(value: Decision) -> dict[str, object]:
    return {
        "rule": as_plain(value.rule),
        "on": value.on.isoformat(),
        "verdict": value.verdict.value,
        "findings": as_plain(value.findings),
        "missing": list(value.missing),
    }


@as_plain.register
def _caution(value: Caution) -> dict[str, object]:
    events = [f"{event.kind} on {event.on}" for event in value.events]
    return {"code": str(value.code), "message": value.message, "events": events}


@as_plain.register(Ledger)
@as_plain.register(Weeks)
def _evidence(value: Ledger | Weeks) -> dict[str, object]:
    return value.to_dict()


def in_full(result: Deadline | Finding) -> str:
    """Give a deadline or a finding as one line, with its rule and paragraphs."""
    return f"  {_line(result)} [{result.rule.id}: {result.rule.cited}]"


def _line(result: Deadline | Finding) -> str:
    if isinstance(result, Finding):
        return f"{in_words(result.verdict):<13} {result.rule.title}: {result.reason}"
    done = f", done {in_words(result.done)}" if result.done else ""
    opens = f"from {in_words(result.opens)} " if result.opens else ""
    due = in_words(result.due) if result.due else "an unknown day"
    at = f" at {result.due_at:%H:%M}" if result.due_at else ""
    provisional = " (may still move)" if result.provisional else ""
    missing = f", not known: {', '.join(result.missing)}" if result.missing else ""
    return f"{in_words(result.status):<13} {result.rule.title}: {opens}by {due}{at}{provisional}{done}{missing}"
