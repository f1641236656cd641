"""Conditions joined by "all of", "any of" and "not", and the decision that they give."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from dwp_rules.rules.rule import Finding, Rule
from dwp_rules.rules.sentences import in_words
from dwp_rules.rules.verdicts import WORST_FIRST, Verdict, negated

__all__ = ["AllOf", "AnyOf", "Condition", "Decision", "Not", "Question", "Test"]

S_contra = TypeVar("S_contra", contravariant=True)
S = TypeVar("S")

Test: TypeAlias = "Callable[[S, date], Finding]"
"""A condition's test: what is known and the day of the test in, a finding out."""

_MET = WORST_FIRST.index(Verdict.MET)
_UNDETERMINED = WORST_FIRST.index(Verdict.UNDETERMINED)
_NEGATED = tuple(WORST_FIRST.index(negated(verdict)) for verdict in WORST_FIRST)


class Clause(Protocol[S_contra]):
    """A condition, or conditions joined."""

    def judge(self, situation: S_contra, on: date, findings: list[Finding]) -> int:
        """Add what was found to the findings and give the rank of the verdict."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that stands in this clause, in the order written."""


@dataclass(frozen=True, slots=True)
class Condition(Generic[S]):
    """One condition: the rule, and the function that tests it."""

    rule: Rule
    test: Callable[[S, date], Finding]

    def judge(self, situation: S, on: date, findings: list[Finding]) -> int:
        """Test it, keep the finding, give its rank."""
        finding = self.test(situation, on)
        findings.append(finding)
        return finding.because.rank

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rule itself."""
        return (self.rule,)


class _Joined(Generic[S]):
    """Clauses joined in one way."""

    __slots__ = ("clauses",)

    def __init__(self, *clauses: Clause[S]) -> None:
        self.clauses = clauses

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule in the clauses, in the order written."""
        return tuple(rule for clause in self.clauses for rule in clause.rules)


class AllOf(_Joined[S]):
    """Every clause must hold: the worst verdict counts."""

    __slots__ = ("_parts",)

    def __init__(self, *clauses: Clause[S]) -> None:
        super().__init__(*clauses)
        self._parts = tuple(map(_part, clauses))

    def judge(self, situation: S, on: date, findings: list[Finding]) -> int:
        """Judge every clause, the failing ones included, and give the worst rank."""
        worst = _MET if self._parts else _UNDETERMINED
        for test, clause in self._parts:
            if test is None:
                rank = clause.judge(situation, on, findings)
            else:
                finding = test(situation, on)
                findings.append(finding)
                rank = finding.because.rank
            if rank < _MET:
                worst = min(rank, worst)
        return worst


def _part(clause: Clause[S]) -> tuple[Callable[[S, date], Finding] | None, Clause[S]]:
    """Give a clause with its test where it is one condition: the test is then asked without a detour."""
    while isinstance(clause, AllOf | AnyOf) and len(clause.clauses) == 1:
        (clause,) = clause.clauses
    return clause.test if isinstance(clause, Condition) else None, clause


class AnyOf(_Joined[S]):
    """One clause is enough: the best verdict counts."""

    __slots__ = ()

    def judge(self, situation: S, on: date, findings: list[Finding]) -> int:
        """Judge every clause and give the best rank."""
        ranks = [clause.judge(situation, on, findings) for clause in self.clauses]
        return max(ranks, default=_UNDETERMINED)


class Not(_Joined[S]):
    """The clause must not hold: met and not met change places."""

    __slots__ = ()

    def __init__(self, clause: Clause[S]) -> None:
        super().__init__(clause)

    def judge(self, situation: S, on: date, findings: list[Finding]) -> int:
        """Judge the clause and swap its verdict."""
        return _NEGATED[self.clauses[0].judge(situation, on, findings)]


class Decision(NamedTuple):
    """The answer to one question on one day, with a finding for every condition, failing ones included."""

    rule: Rule
    on: date
    verdict: Verdict
    findings: tuple[Finding, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that the undetermined findings wait for, each named once."""
        return tuple(dict.fromkeys(name for finding in self.findings for name in finding.missing))

    def explain(self) -> str:
        """Say the verdict and every reason, each with its rule and paragraph."""
        lines = [f"{self.rule.title} on {in_words(self.on)}: {self.verdict.replace('_', ' ')} ({self.rule.id})"]
        for finding in self.findings:
            verdict = finding.verdict.replace("_", " ")
            lines.append(
                f"  {verdict:<13} {finding.rule.title}: {finding.reason} [{finding.rule.id}: {finding.rule.cited}]"
            )
        return "\n".join(lines)


@dataclass(frozen=True, slots=True, eq=False)
class Question(Generic[S]):
    """A question that a programme's conditions answer, such as eligibility.

    Where the programme's documents leave the question to another document there are no conditions, and
    `elsewhere` is the undetermined finding that names that document.

    Raises `ValueError` where there are neither conditions nor a document that holds them.
    """

    rule: Rule
    clause: AllOf[S] | AnyOf[S]
    elsewhere: Finding | None = None

    def __post_init__(self) -> None:
        """Refuse a question that nothing answers."""
        if not self.clause.clauses and self.elsewhere is None:
            raise ValueError(f"{self.rule.id} has no conditions; name the document that holds them in elsewhere=")

    def decide(self, situation: S, on: date) -> Decision:
        """Judge every condition on the day and give the decision."""
        findings: list[Finding] = []
        rank = self.clause.judge(situation, on, findings)
        if self.elsewhere is not None:
            findings.append(self.elsewhere)
            rank = min(rank, self.elsewhere.because.rank)
        return tuple.__new__(Decision, (self.rule, on, WORST_FIRST[rank], tuple(findings)))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The question's own rule, then those of its conditions."""
        return (self.rule, *self.clause.rules)
