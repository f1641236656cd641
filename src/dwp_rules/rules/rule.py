"""A rule with its citations, the reasons it can give, and the findings that carry one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from dwp_rules.rules.sentences import FactValue, sentence
from dwp_rules.rules.sources import Citation
from dwp_rules.rules.verdicts import RANK, Verdict

__all__ = ["Finding", "Reason", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One provision: its id, what it is called, and the paragraphs that it comes from.

    `counts_by` names the rules that say how this one counts (working days, weeks, day one); `schedule` the rule
    that sets it running together with others; `note` what the documents leave open and which reading is taken.

    Raises `ValueError` where there is no citation or the id has no topic.

    >>> from dwp_rules.rules import Source
    >>> specification = Source("WHP JETS specification")
    >>> rule = Rule("JETS-ELIG-03", "Right to reside and enter employment", (specification["2.6"],))
    >>> rule.topic
    'ELIG'
    """

    id: str
    title: str
    citations: tuple[Citation, ...]
    note: str = ""
    counts_by: tuple[str, ...] = ()
    schedule: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule that cites nothing or whose id has no topic."""
        if not self.citations:
            raise ValueError(f"{self.id} cites no paragraph; a rule needs at least one")
        if self.id.count("-") < 2:
            raise ValueError(f"{self.id!r} is no rule id; it should read PROGRAMME-TOPIC-NUMBER, as JETS-ELIG-03")

    def __hash__(self) -> int:
        """Hash by id, which is unique."""
        return hash(self.id)

    @property
    def cited(self) -> str:
        """The citations in words, each document named once.

        >>> from dwp_rules.rules import Source
        >>> Rule("JETS-EX-1", "Two paragraphs", Source("Specification").paragraphs("2.6", "2.7")).cited
        'Specification 2.6, 2.7'
        """
        paragraphs: dict[str, list[str]] = {}
        for citation in self.citations:
            paragraphs.setdefault(citation.source.document, []).append(citation.paragraph)
        return "; ".join(f"{document} {', '.join(cited)}" for document, cited in paragraphs.items())

    @property
    def topic(self) -> str:
        """The middle part of the id."""
        return self.id.split("-")[1]

    def met(self, code: str, sentence: str) -> "Reason":
        """Declare a reason for which this rule is met."""
        return Reason(self, code, Verdict.MET, sentence)

    def not_met(self, code: str, sentence: str) -> "Reason":
        """Declare a reason for which this rule is not met."""
        return Reason(self, code, Verdict.NOT_MET, sentence)

    def discretionary(self, code: str, sentence: str) -> "Reason":
        """Declare a reason for which a named person decides."""
        return Reason(self, code, Verdict.DISCRETIONARY, sentence)

    def undetermined(self, code: str, sentence: str) -> "Reason":
        """Declare a reason, other than a missing fact, for which nothing can be said."""
        return Reason(self, code, Verdict.UNDETERMINED, sentence)

    def unknown(self, *missing: str) -> "Finding":
        """Find that facts are missing, and name them."""
        return _unknown(self, missing)


class Finding(NamedTuple):
    """What one condition found: the rule, the reason, the facts used, and the value that the rule gives.

    `value` is the date, state, amount or count that the rule works out, or None. `missing` names the facts that
    an undetermined finding waits for.
    """

    rule: Rule
    because: "Reason"
    found: tuple[tuple[str, FactValue], ...]
    value: FactValue
    missing: tuple[str, ...]

    @property
    def code(self) -> str:
        """The reason's code, from the closed set that the rule declares."""
        return self.because.code

    @property
    def verdict(self) -> Verdict:
        """Met, not met, undetermined or discretionary."""
        return self.because.verdict

    @property
    def facts(self) -> Mapping[str, FactValue]:
        """The facts used, by name, with an age in years in place of a date of birth."""
        return MappingProxyType(dict(self.found))

    @property
    def reason(self) -> str:
        """A sentence that says what was found and what was needed."""
        return sentence(self.because.sentence, dict(self.found))


_new = tuple.__new__


@dataclass(frozen=True, slots=True, eq=False)
class Reason:
    """A code of a rule's closed set, the verdict that it stands for and the sentence that explains it.

    Called with the facts that it found, it gives a `Finding`; `rank` orders verdicts from worst to best.

    >>> from dwp_rules.rules import Source
    >>> rule = Rule("JETS-ELIG-02", "Working age", (Source("WHP JETS specification")["2.6"],))
    >>> too_young = rule.not_met("too_young", "aged {age}; {nation} needs {needed}")
    >>> too_young(age=17, nation="england", needed=18).reason
    'aged 17; England needs 18'
    """

    rule: Rule
    code: str
    verdict: Verdict
    sentence: str
    rank: int = -1

    def __post_init__(self) -> None:
        """Take the rank from the verdict."""
        object.__setattr__(self, "rank", RANK[self.verdict])

    def __call__(self, value: FactValue = None, /, **facts: FactValue) -> Finding:
        """Find this, with the value that the rule gives and the facts that it rests on."""
        return _new(Finding, (self.rule, self, tuple(facts.items()), value, ()))

    def found(self, value: FactValue, /, *facts: tuple[str, FactValue]) -> Finding:
        """Find this, as by calling it, with the facts in pairs: rules that speak in every case are asked this way.

        It costs less than half as much: no mapping of the facts has to be made only to be taken apart again.

        >>> from dwp_rules.rules import Source
        >>> started = Rule("JETS-EX-1", "Start", (Source("Specification")["2.6"],)).met("started", "started on {on}")
        >>> started.found(None, ("on", "Monday")) == started(on="Monday")
        True
        """
        return _new(Finding, (self.rule, self, facts, value, ()))

    def __eq__(self, other: object) -> bool:
        """Compare by rule and code, which together are unique."""
        return isinstance(other, Reason) and self.code == other.code and self.rule.id == other.rule.id

    def __hash__(self) -> int:
        """Hash by code."""
        return hash(self.code)


@lru_cache(maxsize=4096)
def _unknown(rule: Rule, missing: tuple[str, ...]) -> Finding:
    facts_missing = rule.undetermined("facts_missing", "not known: {missing:s}")
    return Finding(rule, facts_missing, (("missing", ", ".join(missing)),), None, missing)
