"""Results as values that JSON knows, and as lines that people read."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from dwp_rules.facts.cautions import Caution
from dwp_rules.outcomes import Ledger, Weeks
from dwp_rules.rules import Finding, Rule, in_words
from dwp_rules.standards import Deadline

__all__ = ["as_plain", "in_full"]


def as_plain(value: object) -> object:
    """Give a result in values that JSON knows: records as objects, days as ISO dates, pounds as text."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Finding):
        return _finding(value)
    if isinstance(value, Rule):
        return {"id": value.id, "title": value.title, "citations": [str(citation) for citation in value.citations]}
    if isinstance(value, Caution):
        events = [f"{event.kind} on {event.on}" for event in value.events]
        return {"code": str(value.code), "message": value.message, "events": events}
    if isinstance(value, Ledger | Weeks):
        return value.to_dict()
    if isinstance(value, dict):
        return {str(key): as_plain(part) for key, part in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: as_plain(part) for name, part in zip(value._fields, value, strict=True)}
    if isinstance(value, tuple | list):
        return [as_plain(part) for part in value]
    raise TypeError(f"a result holds no {type(value).__name__}")


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": as_plain(finding.rule),
        "code": finding.code,
        "verdict": finding.verdict.value,
        "reason": finding.reason,
        "facts": as_plain(dict(finding.found)),
        "value": as_plain(finding.value),
        "missing": list(finding.missing),
    }


def in_full(result: Deadline | Finding) -> str:
    """Give a deadline or a finding as one line, with its rule and paragraphs."""
    return f"  {_line(result)} [{result.rule.id}: {result.rule.cited}]"


def _line(result: Deadline | Finding) -> str:
    if isinstance(result, Finding):
        return f"{in_words(result.verdict):<13} {result.rule.title}: {result.reason}"
    done = f", done {in_words(result.done)}" if result.done else ""
    opens = f"from {in_words(result.opens)} " if result.opens else ""
    due = in_words(result.due) if result.due else "an unknown day"
    provisional = " (may still move)" if result.provisional else ""
    missing = f", not known: {', '.join(result.missing)}" if result.missing else ""
    return f"{in_words(result.status):<13} {result.rule.title}: {opens}by {due}{provisional}{done}{missing}"
