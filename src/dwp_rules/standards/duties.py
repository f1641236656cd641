"""Duties that are simply done or not: one mechanism answers from checklists and from the events that show it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from dwp_rules.facts import ChecklistRecorded, Event
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.rules import Finding, Reason, Rule
from dwp_rules.standards.deadlines import Guard

__all__ = ["Duties", "Duty", "Shown", "gathered"]

Checklists: TypeAlias = Mapping[str, frozenset[str]]

NOTHING_RECORDED: Checklists = MappingProxyType({})

ITEMS_UNTOLD = "checklist_recorded.items"
"""Stands among the items recorded where a checklist was recorded without saying which: it may hold any."""

Shown: TypeAlias = Callable[[Situation], bool | Unknown | None]
"""Whether events show that a duty was done; None: they say nothing of it."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that must be done, with no computation in it.

    It is done where a checklist of this name holds all the `items`, and those that are needed `also` in this case, or
    where events show it. It applies only where there are events `about` it and the guard `when` allows. A duty that
    belongs to the contract rather than to one case is marked `of_contract`.
    """

    rule: Rule
    checklist: str = ""
    items: tuple[str, ...] = ()
    shown_by: Shown | None = None
    about: type[Event] | None = None
    when: Guard | None = None
    of_contract: bool = False
    also: Callable[[Situation], tuple[str, ...]] | None = None
    done: Finding = field(init=False, repr=False)
    not_done: Finding = field(init=False, repr=False)
    wanting: Reason = field(init=False, repr=False)
    unknown: Finding = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the findings that it can give; they are shared."""
        object.__setattr__(self, "done", self.rule.met("done", "done")(True))
        object.__setattr__(self, "not_done", self.rule.not_met("not_done", "not done")(False))
        object.__setattr__(self, "wanting", self.rule.not_met("items_wanting", "not on the checklist: {wanting}"))
        object.__setattr__(self, "unknown", self.rule.unknown(self.checklist or "events that show it"))

    def judge_contract(self, recorded: Checklists) -> Sequence[Finding]:
        """Find a duty of a contract done or not, where its checklist was recorded; nothing where it was not."""
        items = recorded.get(self.checklist)
        if items is None:
            return ()
        wanting = tuple(item for item in self.items if item not in items)
        return (self.wanting(False, wanting=wanting) if wanting else self.done,)

    def judge(self, situation: Situation, recorded: Checklists) -> Finding:
        """Find it done, not done or undetermined, where it applies."""
        shown = None if self.shown_by is None else self.shown_by(situation)
        if shown is None and not recorded:
            return self.unknown
        if isinstance(shown, Unknown):
            return self.rule.unknown(*shown.missing)
        if shown:
            return self.done
        items = recorded.get(self.checklist)
        if items is not None:
            needed = self.items if self.also is None else self.items + self.also(situation)
            wanting = tuple(item for item in needed if item not in items)
            if wanting and ITEMS_UNTOLD in items:
                return self.rule.unknown(ITEMS_UNTOLD)
            return self.wanting(False, wanting=wanting) if wanting else self.done
        return self.unknown if shown is None else self.not_done


class _Group(NamedTuple):
    """Duties that apply together; `silent` are the findings where nothing at all is recorded, if events add nothing."""

    about: type[Event] | None
    applies: Guard | None
    duties: tuple[Duty, ...]
    silent: tuple[Finding, ...] | None


class Duties:
    """The duties of a programme that concern one case, gathered by what they apply to."""

    __slots__ = ("_groups",)

    def __init__(self, duties: Iterable[Duty]) -> None:
        groups: dict[tuple[type[Event] | None, Guard | None, bool], list[Duty]] = {}
        for duty in duties:
            groups.setdefault((duty.about, duty.when, duty.shown_by is None), []).append(duty)
        guards = [when for _, when, _ in groups]
        self._groups = tuple(
            _Group(
                about,
                _asked_once(when) if when is not None and guards.count(when) > 1 else when,
                tuple(duties),
                tuple(duty.unknown for duty in duties) if silent else None,
            )
            for (about, when, silent), duties in groups.items()
        )

    def judge(self, situation: Situation) -> list[Finding]:
        """Find each duty that applies done, not done or undetermined."""
        recorded, of = checklists(situation), situation.of
        findings: list[Finding] = []
        for about, applies, duties, silent in self._groups:
            if about is not None and not of(about):
                continue
            if applies is not None and (answer := applies(situation)) is not True:
                if isinstance(answer, Unknown):
                    findings += [duty.rule.unknown(*answer.missing) for duty in duties]
                    continue
                if not answer:
                    continue
            if silent is not None and not recorded:
                findings += silent
            elif len(duties) == 1:
                findings.append(duties[0].judge(situation, recorded))
            else:
                findings += [duty.judge(situation, recorded) for duty in duties]
        return findings


def _asked_once(when: Guard) -> Guard:
    """Make a guard of several groups one whose answer is kept."""
    return lambda situation: situation[when]


def checklists(situation: Situation) -> Checklists:
    """Give everything that was recorded under each checklist's name."""
    events = situation.of(ChecklistRecorded)
    return gathered(events) if events else NOTHING_RECORDED


def gathered(events: Iterable[ChecklistRecorded]) -> Checklists:
    """Give everything that some events recorded under each checklist's name."""
    recorded: dict[str, frozenset[str]] = {}
    for event in events:
        if event.checklist is not None:
            items = frozenset((ITEMS_UNTOLD,)) if event.items is None else event.items
            recorded[event.checklist] = recorded.get(event.checklist, frozenset()) | items
    return recorded
