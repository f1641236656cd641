"""Duties that are simply done or not: one mechanism answers from checklists and from the events that show it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from dwp_rules.facts import ChecklistRecorded
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.rules import Finding, Reason, Rule
from dwp_rules.standards.deadlines import Guard

__all__ = ["Duty", "Shown", "checklists"]

Shown: TypeAlias = Callable[[Situation], bool | Unknown | None]
"""Whether events show that a duty was done; None: they say nothing of it."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that must be done, with no computation in it.

    It is done where a checklist of this name holds all the `items`, or where events show it. `when`: it applies only
    then. A duty that belongs to the contract rather than to one case is marked `of_contract`.
    """

    rule: Rule
    checklist: str = ""
    items: tuple[str, ...] = ()
    shown_by: Shown | None = None
    when: Guard | None = None
    of_contract: bool = False
    done: Reason = field(init=False, repr=False)
    not_done: Reason = field(init=False, repr=False)
    wanting: Reason = field(init=False, repr=False)
    unknown: Finding = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the findings that it can give; they are shared."""
        object.__setattr__(self, "done", self.rule.met("done", "done"))
        object.__setattr__(self, "not_done", self.rule.not_met("not_done", "not done"))
        object.__setattr__(self, "wanting", self.rule.not_met("items_wanting", "not on the checklist: {wanting}"))
        object.__setattr__(self, "unknown", self.rule.unknown(self.checklist or "events that show it"))

    def judge(self, situation: Situation, recorded: Mapping[str, frozenset[str]]) -> Finding | None:
        """Find it done, not done or undetermined; None where it does not apply."""
        applies = True if self.when is None else situation.the(self.when)
        if applies is False:
            return None
        if isinstance(applies, Unknown):
            return self.rule.unknown(*applies.missing)
        shown = None if self.shown_by is None else situation.the(self.shown_by)
        if isinstance(shown, Unknown):
            return self.rule.unknown(*shown.missing)
        if shown:
            return self.done(True)
        items = recorded.get(self.checklist)
        if items is not None:
            wanting = tuple(item for item in self.items if item not in items)
            return self.wanting(False, wanting=wanting) if wanting else self.done(True)
        return self.unknown if shown is None else self.not_done(False)


def checklists(situation: Situation) -> dict[str, frozenset[str]]:
    """Give everything that was recorded under each checklist's name."""
    recorded: dict[str, frozenset[str]] = {}
    for event in situation.of(ChecklistRecorded):
        if event.checklist is not None:
            recorded[event.checklist] = recorded.get(event.checklist, frozenset()) | (event.items or frozenset())
    return recorded
