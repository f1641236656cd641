"""A case as it stood on a day, seen through one programme's calendar, readings and numbers."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeAlias, TypeVar, cast

from dwp_rules.calendar import WorkingCalendar
from dwp_rules.facts.case import Case
from dwp_rules.facts.events import Event
from dwp_rules.facts.participant import Participant
from dwp_rules.rules import Parameters, Readings

__all__ = ["Days", "Moment", "Situation", "Unknown"]

E = TypeVar("E", bound=Event)
T = TypeVar("T")


class Unknown:
    """An answer that waits for facts, which it names."""

    __slots__ = ("missing",)

    def __init__(self, *missing: str) -> None:
        self.missing = missing

    def __repr__(self) -> str:
        """Name the facts."""
        return f"Unknown({', '.join(self.missing)})"


Days: TypeAlias = tuple[date, ...]
"""Days on which something happened, earliest first."""

Moment: TypeAlias = "Callable[[Situation], Days | Unknown]"
"""A named function from a situation to the days on which something happened."""


class Situation:
    """What a rule sees: the case with everything after `as_of` taken away, and what was derived from it so far.

    Raises nothing: a case is valid before it gets here.
    """

    __slots__ = (
        "_by_class",
        "_derived",
        "_options",
        "as_of",
        "calendar",
        "case",
        "parameters",
        "participant",
        "previous",
    )

    def __init__(
        self, case: Case, as_of: date, calendar: WorkingCalendar, readings: Readings, parameters: Parameters
    ) -> None:
        self.case = case.until(as_of)
        self.participant: Participant = self.case.participant
        self.as_of = as_of
        self.previous: tuple[Case, ...] = ()
        self.calendar = calendar
        self.parameters = parameters
        self._options = readings
        self._derived: dict[object, object] = {}
        self._by_class = self.case.by_class

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Give the events of one kind, in their declared order."""
        return cast("tuple[E, ...]", self._by_class.get(kind, ()))

    def the(self, derived: Callable[["Situation"], T]) -> T:
        """Give what a function derives from this situation, derived once."""
        known = self._derived
        if derived in known:
            return cast("T", known[derived])
        value = known[derived] = derived(self)
        return value

    def reading(self, name: str) -> str:
        """Give the option in force for an ambiguous provision."""
        return self._options.chosen(name)

    def count(self, name: str) -> int:
        """Give a cited number of days or weeks."""
        return self.parameters.value(name, int)

    def pounds(self, name: str) -> Decimal:
        """Give a cited amount in pounds."""
        return self.parameters.value(name, Decimal)
