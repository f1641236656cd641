"""When the service may be terminated for its ratings: three reds running (6.07), four in twelve months (6.10)."""

from collections.abc import Sequence

from dwp_rules.facts import Rag
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.jfs.ratings import NAMES, RATED, colour_unknown, colours, months_rated
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Finding, Rule

__all__ = ["termination_findings"]

THREE_RUNNING = Rule(
    "JFS-TERM-01",
    "Service termination threshold",
    GUIDANCE.paragraphs("6.07"),
    note="A right of DWP, with no effect of its own.",
    counts_by=RATED,
)
threshold_met = THREE_RUNNING.discretionary(
    "threshold_met", "{standard} was red for three months running, by {first_met_in}: DWP may terminate the service"
)
threshold_not_met = THREE_RUNNING.met("threshold_not_met", "{standard} was never red for three months running")

FOUR_IN_TWELVE = Rule(
    "JFS-TERM-02",
    "Four reds in a rolling 12 months",
    GUIDANCE.paragraphs("6.10"),
    note="Four in the same standard, as 6.08 keeps the standards apart and a right to terminate is read narrowly; of "
    "the 12 months that end with the month assessed. Only CSS 1 and 2 have a red band.",
    counts_by=RATED,
)
right = FOUR_IN_TWELVE.discretionary("right_to_terminate", "four red months of twelve, by {first_met_in}: {standard}")
no_right = FOUR_IN_TWELVE.met("no_right", "never four red months of twelve")

RUNNING, FOUR, ROLLING = 3, 4, 12
EITHER = "CSS 1 or CSS 2"
RED = Rag.RED.value

Reds = Sequence[bool | None]
"""Whether each month was red; None where that is not known."""


def termination_findings(s: ContractSituation) -> Sequence[Finding]:
    """Whether the thresholds of termination were reached, and in which month first."""
    if not s[months_rated]:
        return ()
    return (*(_running(s, css) for css in NAMES), _four(s))


def _running(s: ContractSituation, css: str) -> Finding:
    standard, reds = NAMES[css][0], _reds(s[colours][css])
    place = _first(reds, RUNNING, RUNNING)
    if place is not None:
        month = s[months_rated][place]
        return threshold_met.found(
            str(month), ("standard", standard), ("first_met_in", str(month)), ("month_number", place + 1)
        )
    if _first([red is not False for red in reds], RUNNING, RUNNING) is not None:
        return THREE_RUNNING.unknown(*_unknown(s, (css,)))
    return threshold_not_met.found(None, ("standard", standard))


def _four(s: ContractSituation) -> Finding:
    by_standard = {NAMES[css][0]: _reds(run) for css, run in s[colours].items()}
    if s.reading("any_css") == "either_standard":
        by_standard = {EITHER: [_either(both) for both in zip(*by_standard.values(), strict=True)]}
    reached = [
        (place, name) for name, reds in by_standard.items() if (place := _first(reds, FOUR, ROLLING)) is not None
    ]
    if reached:
        place, name = min(reached)
        month = s[months_rated][place]
        return right.found(str(month), ("standard", name), ("first_met_in", str(month)), ("month_number", place + 1))
    may_be = ([red is not False for red in reds] for reds in by_standard.values())
    if any(_first(reds, FOUR, ROLLING) is not None for reds in may_be):
        return FOUR_IN_TWELVE.unknown(*_unknown(s, tuple(NAMES)))
    return no_right(None)


def _reds(run: Sequence[str | None]) -> list[bool | None]:
    return [None if colour is None else colour == RED for colour in run]


def _either(both: Sequence[bool | None]) -> bool | None:
    return True if True in both else None if None in both else False


def _first(reds: Reds, many: int, of: int) -> int | None:
    """The place of the first month with which so many of the last so many months were red."""
    return next((place for place in range(len(reds)) if _count(reds[max(0, place - of + 1) : place + 1]) >= many), None)


def _count(reds: Reds) -> int:
    return sum(1 for red in reds if red)


def _unknown(s: ContractSituation, standards: Sequence[str]) -> list[str]:
    waiting = [name for css in standards for month in s[months_rated] for name in colour_unknown(s, css, month)]
    return list(dict.fromkeys(waiting))
