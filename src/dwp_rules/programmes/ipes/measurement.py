"""What IPES says of a whole scorecard: over which periods, and what follows from a standard that is failed."""

from collections.abc import Sequence

from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Card, Standard, Windows

__all__ = ["CARD_RULES", "INDICATORS", "TENDERED", "WINDOWS"]

PERIODS = Rule(
    "IPES-PERF-03",
    "Four measurement windows",
    SPEC.paragraphs("4.17", "4.39"),
    note="Windows shorter than their length at the start of the contract use the months there are.",
)
WHEN_MEASURED = Rule(
    "IPES-CSS-07",
    "When and over what period standards are measured",
    SPEC.paragraphs("4.17", "4.38", "4.39"),
    note="DWP chooses when, and over what period. A case belongs to the month in which its deadline falls; the months "
    "of a window are pooled.",
)
measured_over = WHEN_MEASURED.met("measured_over", "the standards are measured over {first} to {last}")

TENDERED = Rule(
    "IPES-CSS-06",
    "Any failure of any standard is actionable",
    SPEC.paragraphs("4.36", "4.37", "2.44"),
    note="Standards of this specification and those offered in the tender alike. Whether a default is notified, and "
    "with what consequence, DWP decides.",
)
none_failed = TENDERED.met("none_failed", "no standard was failed")
failed_some = TENDERED.not_met("failed", "failed: {failed}; a default may be notified")
not_decided = TENDERED.undetermined("not_decided_yet", "no standard is failed so far; open: {open}")


def actionable(card: Card) -> Sequence[Finding]:
    """Which standards were failed, so that a default may be notified (4.36)."""
    standards = [line for line in card.lines if line.target is not None]
    failed = tuple(line.number for line in standards if line.achieved is False)
    waiting = [line for line in standards if line.achieved is None and line.population]
    if failed:
        return (failed_some.found(True, ("failed", failed), ("default_may_be_notified", True)),)
    if waiting:
        found = not_decided.found(None, ("failed", ()), ("open", tuple(line.number for line in waiting)))
        return (found._replace(missing=tuple(dict.fromkeys(name for line in waiting for name in line.missing))),)
    return (none_failed.found(False, ("failed", ()), ("default_may_be_notified", False)),)


def when_measured(card: Card) -> Sequence[Finding]:
    """Over which days the standards are measured (4.38)."""
    first, last = card.days
    return (measured_over.found((first, last), ("first", first), ("last", last), ("months", len(card.days.months))),)


INDICATORS = (Standard("outcomes", PERIODS, target=None),)
"""Outcomes of a month's starts, where they are given as tallies: `met` of a total of starts."""
WINDOWS = Windows(PERIODS)
CARD_RULES = (when_measured, actionable)
