"""A contract as it stood on a day, seen through one programme's calendar, readings and numbers."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from dwp_rules.calendar import Month, WorkingCalendar
from dwp_rules.facts.contract import Contract
from dwp_rules.facts.contract_events import AnyContractEvent, contract_event_until
from dwp_rules.facts.events.base import Event
from dwp_rules.facts.records import MonthlyResult
from dwp_rules.rules import Parameters, Readings

__all__ = ["ContractSituation", "SeenInCases", "Tally", "plain_name", "result_of"]

E = TypeVar("E", bound=Event)
T = TypeVar("T")
V = TypeVar("V")


class Tally(NamedTuple):
    """One month of one standard or indicator: of `total` that were measured, `met` met it.

    Where the tally was counted from cases, `failed` are the participants behind the others, and `undecided`
    the number of those that are not yet due or for which facts are missing: they are not in the total, and `missing`
    names what they wait for.
    """

    month: Month
    met: int
    total: int
    failed: tuple[str, ...] = ()
    undecided: int = 0
    missing: tuple[str, ...] = ()

    @property
    def everyone(self) -> int:
        """How many there are, decided or not."""
        return self.total + self.undecided

    def settled(self, verdict: Callable[[int, int], V]) -> V | None:
        """Give a verdict on those that met it, of everyone; None where the undecided would change it.

        >>> tallies = [Tally(Month(2021, 3), met, 4, undecided=1) for met in (1, 2, 3)]
        >>> [tally.settled(lambda met, total: 2 * met > total) for tally in tallies]
        [False, None, True]
        """
        worst, best = verdict(self.met, self.everyone), verdict(self.met + self.undecided, self.everyone)
        return worst if worst == best else None


class SeenInCases(NamedTuple):
    """What the cases of a contract show of it: counted in one pass, so that the cases need not be kept."""

    last_start_on: date | None = None
    tallies: Mapping[tuple[str, Month], Tally] = MappingProxyType({})


NOTHING_SEEN = SeenInCases()


class ContractSituation(dict[Callable[["ContractSituation"], Any], Any]):
    """What a contract's rules see: everything after `as_of` taken away, and what was derived from it so far.

    `situation[derived]` is what the function `derived` gives for this situation, derived once. `of(kind)` gives the
    events of one class, earliest first. Facts of the contract are settled ahead and so never cut; records of a month
    that is not over are left out. `count(name)` and `amount(name)` give a cited number; they raise `LookupError`
    where the programme leaves it to the caller.
    """

    __slots__ = ("_options", "amount", "as_of", "calendar", "contract", "count", "events", "parameters", "seen")

    count: Callable[[str], int]
    amount: Callable[[str], Decimal]

    def __init__(
        self,
        contract: Contract,
        as_of: date,
        calendar: WorkingCalendar,
        readings: Readings,
        parameters: Parameters,
        seen: SeenInCases = NOTHING_SEEN,
    ) -> None:
        self.contract = contract
        self.as_of = as_of
        self.calendar = calendar
        self.parameters = parameters
        self.seen = seen
        self._options = readings
        self.count = parameters.whole
        self.amount = parameters.pounds
        held = (contract_event_until(event, as_of) for event in contract.events)
        self.events: tuple[AnyContractEvent, ...] = tuple(sorted(filter(None, held), key=_by_day))

    if TYPE_CHECKING:

        def __getitem__(self, derived: "Callable[[ContractSituation], T]") -> T: ...

    def __missing__(self, derived: "Callable[[ContractSituation], T]") -> T:
        """Derive what is asked for the first time, and keep it."""
        value = self[derived] = derived(self)
        return value

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Give the events of one class, earliest first."""
        return tuple(event for event in self.events if isinstance(event, kind))

    def reading(self, name: str) -> str:
        """Give the option in force for an ambiguous provision."""
        return self._options.chosen(name)

    def day(self, name: str) -> date:
        """Give a cited day. Raises `LookupError` where the programme leaves it to the caller."""
        value = self.parameters[name].value
        if not isinstance(value, date):
            raise LookupError(f"no day is given for the parameter {name}: give it with with_parameters({name}=...)")
        return value

    def is_over(self, month: Month) -> bool:
        """Whether a month is over at the end of the day of the question."""
        return month.last <= self.as_of

    def monthly(self, *names: str) -> Mapping[Month, Tally]:
        """Give the tallies of a measure, called by any of its names, of the months that are over, in order.

        A tally that was given goes before one counted from the cases. Where a month's is given for each of several
        groups or providers only, they are added up.
        """
        wanted = {plain_name(name) for name in names}
        given = [r for r in self.contract.monthly_results if plain_name(r.measure) in wanted and self.is_over(r.month)]
        tallies = {
            month: tally
            for (measure, month), tally in self.seen.tallies.items()
            if plain_name(measure) in wanted and self.is_over(month)
        }
        tallies |= _added_up(given)
        return {month: tallies[month] for month in sorted(tallies)}


def result_of(measure: str, month: Month) -> str:
    """Name the result of a measure in a month, where it is missing.

    >>> result_of("CSS 1", Month(2021, 3))
    'monthly_results CSS 1 2021-03'
    """
    return f"monthly_results {measure} {month}"


def plain_name(measure: str) -> str:
    """Give a measure's name without spaces and in small letters, so that CSS 1 and css1 are one.

    >>> plain_name("CSS 5a")
    'css5a'
    """
    return "".join(measure.split()).lower()


def _added_up(results: Iterable[MonthlyResult]) -> dict[Month, Tally]:
    by_month: dict[Month, list[MonthlyResult]] = {}
    for result in results:
        by_month.setdefault(result.month, []).append(result)
    tallies: dict[Month, Tally] = {}
    for month, told in by_month.items():
        whole = [result for result in told if result.group is None and result.provider is None] or told
        tallies[month] = Tally(month, sum(result.met for result in whole), sum(result.total for result in whole))
    return tallies


def _by_day(event: AnyContractEvent) -> tuple[date, str]:
    return event.on, event.model_dump_json(exclude_none=True)
