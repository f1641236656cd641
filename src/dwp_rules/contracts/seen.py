"""What the cases of a contract show of it, counted in one pass."""

from collections.abc import Iterable
from datetime import date

from dwp_rules.facts import Case, Start
from dwp_rules.facts.contract_situation import SeenInCases
from dwp_rules.programmes import Programme

__all__ = ["seen_in"]


def seen_in(cases: Iterable[Case], _programme: Programme, as_of: date) -> SeenInCases:
    """Count what some cases show of their contract by the end of a day."""
    last: date | None = None
    for case in cases:
        for start in case.until(as_of).events_of(Start)[:1]:
            last = start.on if last is None else max(last, start.on)
    return SeenInCases(last)
