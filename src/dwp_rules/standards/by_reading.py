"""A deadline whose period depends on how a provision is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dwp_rules.facts.situation import Situation
from dwp_rules.rules import Rule
from dwp_rules.standards.deadline import Deadline

__all__ = ["ByReading"]


class Judges(Protocol):
    """A declared deadline."""

    @property
    def rule(self) -> Rule:
        """The rule that sets it."""

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give its deadlines in a situation."""


@dataclass(frozen=True, slots=True, eq=False)
class ByReading:
    """One declaration for each option of a reading; the one in force is judged.

    `ByReading("ten_days", {"calendar_day": Within(...), "working_day": Within(...)})`
    """

    reading: str
    options: Mapping[str, Judges]

    @property
    def rule(self) -> Rule:
        """The rule that sets it, under every option."""
        return next(iter(self.options.values())).rule

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give the deadlines under the option in force."""
        return self.options[situation.reading(self.reading)].judge(situation)
