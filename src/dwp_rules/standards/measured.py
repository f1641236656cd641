"""A standard measured over many cases: how many met it, the exact share, and the cases behind each number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from dwp_rules.calendar import Month
from dwp_rules.rules import Finding, Rule, Verdict, in_words
from dwp_rules.standards.shares import exact_percent, percent_of
from dwp_rules.standards.standard import Bound
from dwp_rules.standards.windows import Days

__all__ = ["Answers", "Card", "Measured", "MonthCount", "Status", "status_of"]


class Status(StrEnum):
    """How a standard stands for one case in a month."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_YET_DUE = "not_yet_due"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


STATUSES = {Verdict.MET: Status.MET, Verdict.NOT_MET: Status.NOT_MET}


def status_of(finding: Finding) -> Status:
    """Give the status of a case by what its standard found: undetermined with no fact missing is not yet due."""
    status = STATUSES.get(finding.verdict)
    if status is not None:
        return status
    return Status.UNDETERMINED if finding.missing else Status.NOT_YET_DUE


@dataclass(frozen=True, slots=True)
class MonthCount:
    """The tally of one standard in one month; `month` None: cases whose month is not known.

    `given`: counted by someone else and given as a tally; `excluded` were then looked at and left out.
    """

    month: Month | None
    met: int = 0
    not_met: int = 0
    not_yet_due: int = 0
    undetermined: int = 0
    excluded: int = 0
    given: bool = False

    @property
    def counted(self) -> int:
        """How many are decided: the denominator of the share."""
        return self.met + self.not_met


@dataclass(frozen=True, slots=True)
class Answers:
    """How many gave each answer, of one group of people; `group` None: of all."""

    group: str | None
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """One standard over a window.

    `number` is the standard's own in its document. `target` is the percentage to reach at `bound`, from the contract
    or, where it sets none, `stated` by the documents; None: no target. `of_cases`: it is about cases, not returns.
    `months` are the tallies of its months: a case counts once in each month in which it was to be judged, and a
    window of several months pools them. `missing` names the facts that undetermined cases wait for.
    """

    number: str
    rule: Rule
    target: Decimal | None
    stated: Decimal | None
    bound: Bound
    of_cases: bool
    months: tuple[MonthCount, ...]
    not_applicable: int
    missing: tuple[str, ...] = ()
    answers: tuple[Answers, ...] = ()
    mean_of_months: bool = False
    behind: Mapping[Status, Sequence[str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def met(self) -> int:
        """How many met it."""
        return sum(month.met for month in self.months)

    @property
    def not_met(self) -> int:
        """How many did not."""
        return sum(month.not_met for month in self.months)

    @property
    def not_yet_due(self) -> int:
        """How many have time left; they are in the population, not in the share."""
        return sum(month.not_yet_due for month in self.months)

    @property
    def undetermined(self) -> int:
        """Of how many facts are missing; they are in the population, not in the share."""
        return sum(month.undetermined for month in self.months)

    @property
    def counted(self) -> int:
        """How many are decided: the denominator of the share."""
        return self.met + self.not_met

    @property
    def population(self) -> int:
        """How many the standard applies to in the window, decided or not."""
        return self.counted + self.not_yet_due + self.undetermined

    @property
    def share(self) -> Fraction | None:
        """The exact share that met it or, where the target is the most that may fail it, that failed it."""
        return self._share(as_met=0, as_not_met=0)

    @property
    def shown(self) -> Decimal | None:
        """The share as a percentage rounded half up to 2 places: to be shown, never compared."""
        return percent_of(self.share)

    @property
    def achieved(self) -> bool | None:
        """Whether the target is reached, compared exactly.

        None where there is nothing to measure, no target, or where the undetermined cases would decide it.
        """
        if self.target is None:
            return None
        verdicts = {self._reached(self._share(as_met=1, as_not_met=0)), self._reached(self._share(0, 1))}
        return verdicts.pop() if len(verdicts) == 1 else None

    @property
    def finding(self) -> Finding:
        """What the standard's rule says of the window."""
        return _finding(self)

    def cases_that(self, status: Status | str) -> tuple[str, ...]:
        """Give the participants behind a number, in the order of the cases, one for each time that it counts them."""
        return tuple(self.behind.get(Status(status), ()))

    def _share(self, as_met: int, as_not_met: int) -> Fraction | None:
        """Give the share, the undetermined being taken as met, as not met or as neither."""
        tallies = [
            (month.met + as_met * month.undetermined, month.not_met + as_not_met * month.undetermined)
            for month in self.months
        ]
        if self.bound is Bound.AT_MOST:
            tallies = [(not_met, met) for met, not_met in tallies]
        if not self.mean_of_months:
            tallies = [(sum(a for a, _b in tallies), sum(b for _a, b in tallies))]
        shares = [Fraction(a, a + b) for a, b in tallies if a + b]
        return sum(shares, Fraction(0)) / len(shares) if shares else None

    def _reached(self, share: Fraction | None) -> bool | None:
        if share is None or self.target is None:
            return None
        wanted = exact_percent(self.target)
        return share >= wanted if self.bound is Bound.AT_LEAST else share <= wanted

    def explain(self) -> str:
        """Say the share, the counts behind it and the verdict, with the rule and its paragraphs."""
        finding = self.finding
        return f"{self.number}: {finding.reason} [{self.rule.id}: {self.rule.cited}]"


class Card(NamedTuple):
    """What rules about a whole scorecard see: the lines, the month under review, and the days that were looked at."""

    lines: tuple[Measured, ...]
    month: Month
    days: Days


COUNTS = "{met} met, {not_met} not met, {not_yet_due} not yet due, {undetermined} undetermined"
SHOWN = "{percent}% (to 2 places; compared exactly)"


def _finding(line: Measured) -> Finding:
    rule, share, target = line.rule, line.shown, line.target
    facts = {
        "met": line.met,
        "not_met": line.not_met,
        "counted": line.counted,
        "population": line.population,
        "not_yet_due": line.not_yet_due,
        "undetermined": line.undetermined,
        "not_applicable": line.not_applicable,
        "percent": share,
        "target": target,
        "bound": line.bound.value,
    }
    if line.achieved is not None:
        against = f"{SHOWN}, target {{bound}} {{target}}%: {COUNTS}"
        reached, missed = rule.met("target_met", against), rule.not_met("target_missed", against)
        return (reached if line.achieved else missed)(share, **facts)
    if not line.population:
        return rule.undetermined("nothing_to_measure", "nothing to measure")(None, **facts)
    if target is None and share is not None:
        return rule.met("measured", f"{SHOWN}, no target: {COUNTS}")(share, **facts)
    if line.undetermined:
        waiting = rule.undetermined("cases_undetermined", f"facts are missing: {COUNTS}")(share, **facts)
        return waiting._replace(missing=line.missing)
    return rule.undetermined("none_due_yet", f"none due yet: {COUNTS}")(None, **facts)


def in_lines(line: Measured, *, most: int = 10) -> list[str]:
    """Say a line with the cases that fail it and those of which facts are missing, as far as a few lines hold them."""
    said = [f"  {line.explain()}"]
    for status in (Status.NOT_MET, Status.UNDETERMINED):
        cases = line.cases_that(status)
        more = f" and {len(cases) - most} more" if len(cases) > most else ""
        said += [f"      {in_words(status)}: {', '.join(cases[:most])}{more}"] if cases else []
    return said
