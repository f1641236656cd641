"""A case as it stood on a day, seen through one programme's calendar, readings and numbers."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, cast

from dwp_rules.calendar import WorkingCalendar
from dwp_rules.facts.base import Row
from dwp_rules.facts.case import Case
from dwp_rules.facts.contract import Contract
from dwp_rules.facts.events import EVENT_KINDS, Event
from dwp_rules.facts.participant import Participant
from dwp_rules.facts.replay import participant_until
from dwp_rules.rules import Decision, Parameters, Question, Readings

__all__ = ["Days", "Doubtful", "Moment", "Situation", "Unknown", "both_ways", "days_or_doubt"]

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


Days: TypeAlias = Sequence[date]
"""Days on which something happened, earliest first."""


class Doubtful(Unknown):
    """Days on which something happened, of which `certain` are known: a fact decides whether it did on the others."""

    __slots__ = ("certain", "possible")

    def __init__(self, certain: Days, possible: Days, missing: str) -> None:
        super().__init__(missing)
        self.certain = certain
        self.possible = possible


def both_ways(days: "Days | Unknown") -> tuple[Days, Days]:
    """Give the days that are certain and those that are possible: the same unless some are in doubt."""
    if isinstance(days, Doubtful):
        return days.certain, days.possible
    return ((), ()) if isinstance(days, Unknown) else (days, days)


def days_or_doubt(certain: Days, in_doubt: Days, missing: str) -> "Days | Unknown":
    """Give the days that are certain, or how far they are in doubt where others are."""
    others = [on for on in in_doubt if on not in certain]
    return Doubtful(certain, sorted((*certain, *others)), missing) if others else certain


Moment: TypeAlias = "Callable[[Situation], Days | Unknown]"
"""A named function from a situation to the days on which something happened."""


class _EventsOf(Protocol):
    def __call__(self, kind: type[E], /) -> tuple[E, ...]: ...


class _RowsOf(Protocol):
    def __call__(self, kind: type[Event], /) -> tuple[Row, ...]: ...


class _Later(dict[type[Event], Any]):
    """The events of a case by their class, or what is told of them, gathered when a rule first asks."""

    __slots__ = ("as_of", "given", "rows")
    given: Case
    as_of: date
    rows: bool

    def __missing__(self, kind: type[Event]) -> Any:
        gathered = self.given.until(self.as_of).gathered
        self.update(_NO_EVENTS)
        self.update(gathered.rows if self.rows else gathered.by_class)
        return self[kind]


def _later(given: Case, as_of: date, *, rows: bool) -> _Later:
    later = _Later()
    later.given, later.as_of, later.rows = given, as_of, rows
    return later


_NO_EVENTS: dict[type[Event], tuple[Event, ...]] = dict.fromkeys(EVENT_KINDS.values(), ())


class Situation(dict[Callable[["Situation"], Any], Any]):
    """What a rule sees: the case with everything after `as_of` taken away, and what was derived from it so far.

    `situation[moment]` is what the function `moment` derives from this situation, derived once.
    `situation.of(kind)` gives the events of one class in their declared order, and `situation.rows(kind)`, place
    for place, what is told of each by the name of its field, which is found there many times sooner; `person` is what
    is told of the `participant`. `count(name)` and `pounds(name)` give a cited number of days or weeks and a cited
    amount; they raise `LookupError` where the programme leaves it to the caller. `contract` is the provider's, settled
    ahead and so never cut. `previous` are earlier cases of the same person.

    A situation `of_the_person` is for questions about the person: its events are gathered only if a rule asks.
    """

    __slots__ = (
        "_given",
        "_options",
        "_stood",
        "as_of",
        "calendar",
        "contract",
        "count",
        "of",
        "parameters",
        "participant",
        "person",
        "pounds",
        "previous",
        "rows",
    )

    of: _EventsOf
    rows: _RowsOf
    person: Row
    count: Callable[[str], int]
    pounds: Callable[[str], Decimal]

    def __init__(
        self,
        case: Case,
        as_of: date,
        calendar: WorkingCalendar,
        readings: Readings,
        parameters: Parameters,
        *,
        of_the_person: bool = False,
    ) -> None:
        self._given = case
        self.as_of = as_of
        self.contract: Contract | None = case.contract
        self.previous: tuple[Case, ...] = ()
        self.calendar = calendar
        self.parameters = parameters
        self._options = readings
        events: dict[type[Event], Any]
        rows: dict[type[Event], Any]
        if of_the_person:
            self._stood: Case | None = None
            self.participant: Participant = participant_until(case.participant, as_of)
            events, rows = _later(case, as_of, rows=False), _later(case, as_of, rows=True)
        else:
            self._stood = stood = case.until(as_of)
            self.participant = stood.participant
            gathered = stood.gathered
            events, rows = {**_NO_EVENTS, **gathered.by_class}, {**_NO_EVENTS, **gathered.rows}
        self.person = self.participant.__dict__
        # Bound look-ups, not methods: rules ask some two hundred times for each case.
        self.of = cast("_EventsOf", events.__getitem__)
        self.rows: _RowsOf = rows.__getitem__
        self.count = parameters.whole
        self.pounds = parameters.pounds

    if TYPE_CHECKING:

        def __getitem__(self, derived: "Callable[[Situation], T]") -> T: ...

    def __missing__(self, derived: "Callable[[Situation], T]") -> T:
        """Derive what is asked for the first time, and keep it."""
        value = self[derived] = derived(self)
        return value

    @property
    def case(self) -> Case:
        """The case as it stood on the day."""
        if self._stood is None:
            self._stood = self._given.until(self.as_of)
        return self._stood

    @property
    def asked(self) -> tuple[Case, date, WorkingCalendar, Readings, Parameters]:
        """What this situation was made of, and can be made of again."""
        return self._given, self.as_of, self.calendar, self._options, self.parameters

    def decided(self, question: Question["Situation"], on: date) -> Decision:
        """Give the decision on a question on a day, decided once."""
        decisions, asked = self[_decisions], (question, on)
        if asked not in decisions:
            decisions[asked] = question.decide(self, on)
        return decisions[asked]

    def reading(self, name: str) -> str:
        """Give the option in force for an ambiguous provision."""
        return self._options.chosen(name)


def _decisions(_situation: Situation) -> dict[tuple[Question[Situation], date], Decision]:
    return {}
