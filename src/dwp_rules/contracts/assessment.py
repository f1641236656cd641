"""Everything that a programme's rules say of one contract on one day."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from dwp_rules.calendar import Month
from dwp_rules.contracts.seen import seen_in
from dwp_rules.contracts.warnings import warnings_of
from dwp_rules.facts import Case, Caution, Contract
from dwp_rules.facts.contract_events import contract_event_until
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.money import MoneyLine, in_own_arithmetic
from dwp_rules.programmes import Programme
from dwp_rules.programmes import programme as programme_called
from dwp_rules.results import as_plain, in_full
from dwp_rules.rules import Finding, in_words
from dwp_rules.standards import Deadline
from dwp_rules.standards.duties import gathered

__all__ = ["ContractAssessment", "assess_contract"]


@dataclass(frozen=True, slots=True)
class ContractAssessment:
    """What a contract owes and is owed, as it stood on a day.

    `money` are the amounts, in the order of their rules and then of months; `missing` names every fact that some
    answer waits for; `warnings` are faults of the records.
    """

    contract_id: str | None
    programme: str
    programme_name: str
    as_of: date
    deadlines: tuple[Deadline, ...]
    findings: tuple[Finding, ...]
    money: tuple[MoneyLine, ...]
    warnings: tuple[Caution, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that undetermined answers wait for, each once."""
        waiting = [deadline.missing for deadline in self.deadlines]
        waiting += [finding.missing for finding in self.findings]
        waiting += [line.missing for line in self.money]
        return tuple(dict.fromkeys(name for names in waiting for name in names))

    def amount(self, what: str, month: Month | str | None = None) -> Decimal:
        """Give the sum of the amounts of one sort, in one month or in all. Raises `KeyError` where there is none.

        An amount that is not known is not guessed: `ValueError` names what is missing.
        """
        wanted = Month.parse(month) if isinstance(month, str) else month
        lines = [line for line in self.money if line.what == what and (wanted is None or line.month == wanted)]
        if not lines:
            known = ", ".join(dict.fromkeys(line.what for line in self.money)) or "none"
            raise KeyError(
                f"no amount is called {what!r}{'' if wanted is None else f' in {wanted}'}; there are: {known}"
            )
        unknown = [name for line in lines if line.amount is None for name in line.missing]
        if unknown:
            raise ValueError(f"{what} is not known without: {', '.join(dict.fromkeys(unknown))}")
        with in_own_arithmetic():
            return sum((line.amount for line in lines if line.amount is not None), Decimal("0.00"))

    def to_dict(self) -> dict[str, object]:
        """Give the assessment in values that JSON knows: days as ISO dates, pounds as strings."""
        return {
            "contract_id": self.contract_id,
            "programme": self.programme,
            "as_of": self.as_of.isoformat(),
            "deadlines": as_plain(self.deadlines),
            "findings": as_plain(self.findings),
            "money": as_plain(self.money),
            "missing": list(self.missing),
            "warnings": as_plain(self.warnings),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the assessment as JSON text."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)

    def explain(self) -> str:
        """Say everything in words, each line with its rule and paragraph."""
        lines = [f"{self.programme_name}: {self.contract_id or 'contract'}, as of {in_words(self.as_of)}"]
        if self.deadlines:
            lines += ["", "Deadlines", *map(in_full, self.deadlines)]
        if self.findings:
            lines += ["", "Findings", *map(in_full, self.findings)]
        if self.money:
            lines += ["", "Money", *(line.explain() for line in self.money)]
        if self.warnings:
            lines += ["", "Warnings", *(f"  {caution.code}: {caution.message}" for caution in self.warnings)]
        return "\n".join(lines)


def assess_contract(
    contract: Contract, cases: Iterable[Case] = (), *, as_of: date, programme: Programme | str | None = None
) -> ContractAssessment:
    """Assess one contract as it stood on a day: windows, returns, standards, money, assurance, everything cited.

    `cases` are all those of the contract: the last start, the referrals and the monthly tallies are counted from them
    where the contract does not give them. They are read once, one at a time: give a generator for many.

    The programme is the contract's own, else that of the first case; `programme` names it, or is the same one under
    other readings or numbers.

    Raises `KeyError` for an unknown programme and `ValueError` where none is named or where they differ.

    >>> contract = Contract(programme="jfs", service_start_on="2021-06-01",
    ...                     events=[{"kind": "contract_meeting", "type": "cpr", "on": "2021-06-15"}])
    >>> [finding.value for finding in assess_contract(contract, as_of=date(2021, 7, 31)).findings
    ...  if finding.rule.id == "JFS-PERF-02"]
    [('2021-07',)]
    """
    stream = iter(cases)
    first = tuple(islice(stream, 1))
    chosen = _programme(contract, first, programme)
    seen = seen_in(chain(first, stream), chosen, contract, as_of)
    situation = chosen.contract_situation(contract, as_of, seen)
    with in_own_arithmetic():
        return _assessed(contract, chosen, situation)


def _assessed(contract: Contract, chosen: Programme, situation: ContractSituation) -> ContractAssessment:
    terms, as_of = chosen.contract_terms, situation.as_of
    deadlines = [deadline for declared in terms.deadlines for deadline in declared.judge(situation)]
    return ContractAssessment(
        contract.contract_id,
        chosen.id,
        chosen.name,
        as_of,
        tuple(sorted(deadlines, key=_due_or_last)),
        (*(finding for rules in terms.rules for finding in rules(situation)), *_duties(contract, chosen, as_of)),
        tuple(line for money in terms.money for line in money(situation)),
        tuple(warnings_of(situation)),
    )


def _programme(contract: Contract, cases: tuple[Case, ...], named: Programme | str | None) -> Programme:
    chosen = programme_called(named) if isinstance(named, str) else named
    ids = dict.fromkeys(case.programme for case in cases)
    if contract.programme is not None:
        ids = {contract.programme: None, **ids}
    if chosen is not None:
        ids = {chosen.id: None, **ids}
    if not ids:
        raise ValueError("the contract names no programme: give contract.programme, or programme=...")
    if len(ids) > 1:
        raise ValueError(
            f"the contract, its cases and the programme given must be of one; they are of {', '.join(ids)}"
        )
    return chosen or programme_called(next(iter(ids)))


def _duties(contract: Contract, programme: Programme, as_of: date) -> Iterator[Finding]:
    """The duties of the contract whose checklists were recorded."""
    held = (event for event in contract.checklists if contract_event_until(event, as_of) is not None)
    recorded = gathered(held)
    for duty in programme.duties:
        if duty.of_contract:
            yield from duty.judge_contract(recorded)


def _due_or_last(deadline: Deadline) -> date:
    return deadline.due or date.max
