"""What a life on provision is declared with: states, happenings, and the transitions between states."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from dwp_rules.facts.situation import Moment, Situation, Unknown
from dwp_rules.provision.life import EndMode
from dwp_rules.rules import Rule

if TYPE_CHECKING:
    from dwp_rules.provision.journey import Journey

__all__ = ["Allows", "Begins", "Happening", "State", "Transition"]


class Begins(StrEnum):
    """Whether a new state is in force on the day of the happening, or only from the day after it."""

    THAT_DAY = "that_day"
    NEXT_DAY = "next_day"


@dataclass(frozen=True, slots=True)
class State:
    """A state of the life; `phase` names the phase that its days belong to, if they are days on provision."""

    name: str
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that can move a case from one state to another.

    `days` gives when it happened. `place` orders what happens on one day (the lower first). `recorded_as` is the
    end reason by which a recorded end stands for it when nothing else shows it. What is `of_the_clock` comes by
    itself: where a state has no place for it, nothing was refused.
    """

    name: str
    days: Moment
    place: int
    recorded_as: str = ""
    of_the_clock: bool = False


Allows: TypeAlias = "Callable[[Situation, Journey, date], bool | Unknown]"
"""Whether a transition may be taken on a day, as far as is known."""


@dataclass(frozen=True, slots=True)
class Transition:
    """In one of these states, when this happens and the guard allows it, go to that state.

    `ends` is the end reason of a transition that ends provision, `mode` who enters it and `rule` the rule by which it
    ends. The day is itself a day on provision, so the new state holds from the day after, unless `begins` says that it
    holds that very day; other transitions hold that day unless told. `settles_next_day`: what happens on the day after
    can still undo the end.
    """

    within: tuple[str, ...]
    on: str
    to: str
    when: "Allows | None" = None
    ends: str = ""
    mode: EndMode = EndMode.MANUAL
    begins: Begins | None = None
    rule: Rule | None = None
    settles_next_day: bool = False

    @property
    def from_next_day(self) -> bool:
        """Whether the new state is in force only from the day after the happening."""
        return bool(self.ends) if self.begins is None else self.begins is Begins.NEXT_DAY
