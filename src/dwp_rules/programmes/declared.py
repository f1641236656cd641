"""A programme as a value: declared parts, and what can be asked of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from operator import itemgetter
from types import ModuleType
from typing import NamedTuple, Protocol, TypeAlias

from dwp_rules.calendar import WorkingCalendar
from dwp_rules.calendar.dates import require_date
from dwp_rules.facts import Case, Caution, Contract, Participant
from dwp_rules.facts.contract_situation import NOTHING_SEEN, ContractSituation, SeenInCases
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Outcome
from dwp_rules.provision import Provision
from dwp_rules.rules import (
    Citation,
    Decision,
    Finding,
    Parameters,
    ParameterValue,
    Question,
    Readings,
    Rule,
    Source,
)
from dwp_rules.standards import Card, ContractTerms, Deadline, Duties, Duty, Standard, Windows
from dwp_rules.standards.performance import Performance

__all__ = ["Entry", "Programme", "Treatment", "rules_declared_in"]

CaseRules: TypeAlias = Callable[[Situation], Sequence[Finding]]
"""Findings on a case that are no deadline, no part of provision and no outcome."""

CardRules: TypeAlias = Callable[[Card], Sequence[Finding]]
"""Findings on a whole scorecard, such as which standards were missed."""

CaseCautions: TypeAlias = Callable[[Situation], Sequence[Caution]]
"""Contradictions of the documents, or faults of the record, that only this programme's rules can see in a case."""

CalendarOf: TypeAlias = Callable[[Contract | None, Readings], WorkingCalendar]
"""Which calendar a programme counts by, where a reading or the contract decides."""


class Treatment(StrEnum):
    """How an entry of the register is treated."""

    RULE = "rule"
    DUTY = "duty"
    REFERENCE = "reference"
    DISCRETION = "discretion"
    NOT_MODELLED = "not_modelled"


class Entry(NamedTuple):
    """One provision of a programme's documents, and how it is treated, with why."""

    id: str
    title: str
    citations: tuple[Citation, ...]
    treatment: Treatment
    why: str


class DeadlineDeclaration(Protocol):
    """A declared deadline: `Within`, `Every`, `InTheLast`."""

    @property
    def rule(self) -> Rule:
        """The rule that sets it."""

    def judge(self, situation: Situation) -> Sequence[Deadline]:
        """Give its deadlines in a situation."""


@dataclass(frozen=True, eq=False)
class Programme:
    """A contracted employment programme, assembled from declared parts.

    Compared by identity: `with_readings` and `with_parameters` make another programme.
    """

    id: str
    name: str
    sources: tuple[Source, ...]
    calendar: WorkingCalendar
    readings: Readings
    parameters: Parameters
    rules: tuple[Rule, ...] = field(repr=False)
    asks_eligibility: Question[Situation] = field(repr=False)
    asks_suitability: Question[Situation] = field(repr=False)
    asks_re_referral: Question[Situation] = field(repr=False)
    declared_deadlines: tuple[DeadlineDeclaration, ...] = field(repr=False)
    life: Callable[[Situation], Provision] = field(repr=False)
    all_outcomes: Callable[[Situation], tuple[Outcome, ...]] = field(repr=False)
    standards: tuple[Standard, ...] = field(repr=False)
    case_rules: tuple[CaseRules, ...] = field(repr=False)
    duties: tuple[Duty, ...] = field(repr=False)
    others: tuple[Entry, ...] = field(repr=False)
    end_reasons: frozenset[str] = field(repr=False)
    calendar_of: CalendarOf | None = field(default=None, repr=False)
    case_cautions: tuple[CaseCautions, ...] = field(default=(), repr=False)
    contract_terms: ContractTerms = field(default=ContractTerms(), repr=False)
    performance: Performance = field(default=Performance(), repr=False)
    indicators: tuple[Standard, ...] = field(default=(), repr=False)
    windows: Windows | None = field(default=None, repr=False)
    card_rules: tuple[CardRules, ...] = field(default=(), repr=False)
    tendered: Rule | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Refuse two provisions under one id."""
        seen: set[str] = set()
        for entry in self.register:
            if entry.id in seen:
                raise ValueError(f"{self.id} declares {entry.id} twice")
            seen.add(entry.id)

    def __reduce__(self) -> tuple[Callable[..., "Programme"], tuple[object, ...]]:
        """Pickle which programme it is, with its readings and numbers; it is found again in the registry."""
        options = {name: reading.chosen for name, reading in self.readings.items()}
        values = {name: parameter.value for name, parameter in self.parameters.items()}
        return _found_again, (self.id, options, values)

    def rule(self, rule_id: str) -> Rule:
        """Give one rule by its id. Raises `KeyError` that names the programme's rules of that topic."""
        by_id = self._rules_by_id
        if rule_id not in by_id:
            topic = "-".join(rule_id.split("-")[:2])
            near = ", ".join(known for known in by_id if known.startswith(topic)) or ", ".join(by_id)
            raise KeyError(f"{self.id} has no rule {rule_id!r}; it has {near}")
        return by_id[rule_id]

    @cached_property
    def _rules_by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def case_duties(self) -> Duties:
        """The duties that concern one case."""
        return Duties(duty for duty in self.duties if not duty.of_contract)

    @cached_property
    def standards_beside_deadlines(self) -> tuple[Standard, ...]:
        """The standards that say of a case what no deadline of the same rule says."""
        return tuple(s for s in self.standards if s.judges_itself or (s.measures and s.rule.id not in s.measures))

    @cached_property
    def measured(self) -> tuple[Standard, ...]:
        """The standards, and then the indicators, that are measured over cases or returns."""
        return (*self.standards, *self.indicators)

    @cached_property
    def measured_deadlines(self) -> tuple[DeadlineDeclaration, ...]:
        """The deadlines that some standard or indicator judges."""
        ids = {rule_id for standard in self.measured if not standard.judges_itself for rule_id in standard.measures}
        return tuple(declared for declared in self.declared_deadlines if declared.rule.id in ids)

    @cached_property
    def _judged_beside(self) -> frozenset[str]:
        return frozenset(rule_id for standard in self.standards_beside_deadlines for rule_id in standard.measures)

    def standards_in(self, situation: Situation, deadlines: Iterable[Deadline]) -> list[Finding]:
        """Judge one case by the standards that stand beside its deadlines."""
        beside = self._judged_beside
        by_rule: dict[str, list[Deadline]] = {}
        for deadline in deadlines:
            rule_id = deadline.rule.id
            if rule_id in beside:
                if rule_id in by_rule:
                    by_rule[rule_id].append(deadline)
                else:
                    by_rule[rule_id] = [deadline]
        findings: list[Finding] = []
        for standard in self.standards_beside_deadlines:
            findings += standard.findings(situation, by_rule)
        return findings

    @cached_property
    def register(self) -> tuple[Entry, ...]:
        """Every provision of the programme's documents that the catalogue lists, by id."""
        returns = {declared.rule.id for declared in self.contract_terms.deadlines}
        of_returns = {standard.rule.id for standard in self.standards if not standard.measures_cases} - returns
        duties = {duty.rule.id for duty in self.duties}
        entries = [
            *(_entry(rule, Treatment.RULE, "decides") for rule in self.rules if rule.id not in of_returns | duties),
            *(_entry(duty.rule, Treatment.DUTY, _whose(duty)) for duty in self.duties),
            *(
                _entry(standard.rule, Treatment.NOT_MODELLED, "measured over the returns of a contract")
                for standard in self.standards
                if standard.rule.id in of_returns
            ),
            *self.others,
        ]
        return tuple(sorted(entries, key=lambda entry: entry.id))

    def with_readings(self, **options: str) -> "Programme":
        """Give the same programme under other readings. Raises `ValueError` for an unknown name or option."""
        return replace(self, readings=self.readings.taking(options))

    def with_parameters(self, **values: ParameterValue) -> "Programme":
        """Give the same programme with other numbers.

        Raises `ValueError` for an unknown name and `TypeError` for a value of another type, such as a float of money.
        """
        return replace(self, parameters=self.parameters.replacing(values))

    def situation(self, case: Case, as_of: date) -> Situation:
        """Give the case as it stood on a day, read as this programme reads it. Raises `TypeError` for no plain date."""
        require_date(as_of, "the day of the question")
        return Situation(case, as_of, self.calendar_for(case), self.readings, self.parameters)

    def calendar_for(self, case: Case) -> WorkingCalendar:
        """Give the calendar that this programme counts a case by."""
        return self._calendar_under(case.contract)

    def contract_situation(
        self, contract: Contract, as_of: date, seen: SeenInCases = NOTHING_SEEN
    ) -> ContractSituation:
        """Give a contract as it stood on a day, with what its cases show. Raises `TypeError` for no plain date."""
        require_date(as_of, "the day of the question")
        calendar = self._calendar_under(contract)
        return ContractSituation(contract, as_of, calendar, self.readings, self.parameters, seen)

    def _calendar_under(self, contract: Contract | None) -> WorkingCalendar:
        return self.calendar if self.calendar_of is None else self.calendar_of(contract, self.readings)

    def eligibility(self, known: Participant | Case, *, on: date) -> Decision:
        """Decide eligibility on a day."""
        return self.asks_eligibility.decide(self._asked_of(known, on), on)

    def suitability(self, known: Participant | Case, *, on: date) -> Decision:
        """Decide suitability on a day."""
        return self.asks_suitability.decide(self._asked_of(known, on), on)

    def re_referral(self, known: Participant | Case, *, previous: Iterable[Case] = (), on: date) -> Decision:
        """Decide whether the person may be referred again, given the earlier cases."""
        situation = self._asked_of(known, on)
        situation.previous = tuple(previous)
        return self.asks_re_referral.decide(situation, on)

    def deadlines(self, case: Case, *, as_of: date) -> tuple[Deadline, ...]:
        """Give every deadline of a case, by the day it is due and then as declared."""
        return self.deadlines_in(self.situation(case, as_of))

    def deadlines_in(self, situation: Situation) -> tuple[Deadline, ...]:
        """Give every deadline in a situation, by the day it is due and then as declared; those without a day last."""
        judged: list[Deadline] = []
        for declared in self.declared_deadlines:
            judged += declared.judge(situation)
        try:
            judged.sort(key=_DUE)
        except TypeError:
            judged.sort(key=_due_or_last)
        return tuple(judged)

    def provision(self, case: Case, *, as_of: date) -> Provision:
        """Tell where a case stands on provision."""
        return self.situation(case, as_of)[self.life]

    def outcomes(self, case: Case, *, as_of: date) -> tuple[Outcome, ...]:
        """Give one outcome for each kind and level, achieved or not; none before a start."""
        return self.situation(case, as_of)[self.all_outcomes]

    def _asked_of(self, known: Participant | Case, on: date) -> Situation:
        require_date(on, "the day of the question")
        case = known if isinstance(known, Case) else Case(programme=self.id, participant=known)
        return Situation(case, on, self.calendar_for(case), self.readings, self.parameters, of_the_person=True)


_DUE = itemgetter(Deadline._fields.index("due"))


def _due_or_last(deadline: Deadline) -> date:
    return deadline.due or date.max


def _found_again(programme_id: str, options: dict[str, str], values: dict[str, ParameterValue]) -> Programme:
    registry = import_module("dwp_rules.programmes.registry")
    found: Programme = registry.programme(programme_id)
    return found.with_readings(**options).with_parameters(**values)


def _entry(rule: Rule, treatment: Treatment, why: str) -> Entry:
    return Entry(rule.id, rule.title, rule.citations, treatment, why)


def _whose(duty: Duty) -> str:
    level = "contract" if duty.of_contract else "case"
    return f"done or not, from the checklist {duty.checklist!r} of the {level} and the events that show it"


def rules_declared_in(*modules: ModuleType) -> tuple[Rule, ...]:
    """Gather the rules that stand as names in a programme's modules, in the order written."""
    found: dict[str, Rule] = {}
    for module in modules:
        found |= {value.id: value for value in vars(module).values() if isinstance(value, Rule)}
    return tuple(found.values())


Programmes: TypeAlias = Mapping[str, Programme]
