"""Which rules an answer carries, each with what tells one answer of it from another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dwp_rules import Assessment
from dwp_rules.outcomes import Outcome
from dwp_rules.rules import Decision, Finding, Rule
from dwp_rules.standards import Deadline

Answer = tuple[Rule, object, object]
"""A rule, what tells its answers apart, and the day that it gives to a schedule."""


@dataclass(frozen=True)
class Carried:
    """A rule in the results of an example, with what tells one answer from another."""

    rule_id: str
    signature: object


def rules_carried(result: object) -> Iterator[Carried]:
    """Every rule in a result: of its findings, deadlines and questions, and those by which they count or are set."""
    schedules: dict[str, set[tuple[str, object]]] = {}
    for rule, signature, day in _answers(result):
        yield Carried(rule.id, signature)
        for counting in rule.counts_by:
            yield Carried(counting, "counted by")
        if rule.schedule:
            schedules.setdefault(rule.schedule, set()).add((rule.id, day))
    for schedule, dues in schedules.items():
        yield Carried(schedule, frozenset(dues))


def _answers(result: object) -> Iterator[Answer]:
    if isinstance(result, Decision):
        yield from _of_decision(result)
    elif isinstance(result, Assessment):
        yield from _of_assessment(result)
    elif isinstance(result, Mapping):
        for part in result.values():
            yield from _answers(part)
    elif type(result) is tuple:
        for part in result:
            yield from _of_many(part)
    else:
        yield from _of_many(result)


def _of_assessment(result: Assessment) -> Iterator[Answer]:
    for decision in (result.eligibility, result.suitability, result.re_referral):
        if decision is not None:
            yield from _of_decision(decision)
    for deadline in result.deadlines:
        yield _of_deadline(deadline)
    for outcome in result.outcomes:
        yield _of_outcome(outcome)
        yield from map(_of_finding, outcome.findings)
    yield from map(_of_finding, (*result.provision.findings, *result.findings))


def _of_many(result: object) -> Iterator[Answer]:
    """What a scorecard, a cohort, an indicator, a ranking or an assessment of a contract carries.

    A standard or a rate of which nothing was measured is not carried by it.
    """
    for deadline in getattr(result, "deadlines", ()):
        yield _of_deadline(deadline)
    measured = [
        part for part in (*getattr(result, "lines", ()), *getattr(result, "rates", ())) if part.share is not None
    ]
    for part in (*measured, result):
        if isinstance(finding := getattr(part, "finding", None), Finding):
            yield _of_finding(finding)
    yield from map(_of_finding, getattr(result, "findings", ()))
    for line in getattr(result, "money", ()):
        yield line.rule, (line.what, str(line.month), line.amount), None


def _of_decision(decision: Decision) -> Iterator[Answer]:
    yield decision.rule, (decision.verdict, tuple(finding.code for finding in decision.findings)), None
    yield from map(_of_finding, decision.findings)


def _of_finding(finding: Finding) -> Answer:
    value = str(finding.value)
    return finding.rule, (finding.verdict, value, finding.code), value


def _of_deadline(deadline: Deadline) -> Answer:
    return deadline.rule, (deadline.due, deadline.status, deadline.done), deadline.due


def _of_outcome(outcome: Outcome) -> Answer:
    return outcome.rule, (outcome.status, outcome.achieved_on, outcome.payable), outcome.achieved_on
