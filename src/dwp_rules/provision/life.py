"""The answer: where a case stands on provision, its phases, and how provision ended or can end."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from dwp_rules.rules import Finding, Rule, Verdict, in_words

if TYPE_CHECKING:
    from dwp_rules.provision.one_day_later import Grounds, OneDayLater

__all__ = ["EndMode", "Phase", "Provision", "Refused"]


class EndMode(StrEnum):
    """Who enters the end date: the system by itself, or the provider by hand."""

    AUTOMATIC = "automatic"
    MANUAL = "manual"


class Phase(NamedTuple):
    """A closed run of days on provision; day numbers count the Start Date as day 1."""

    name: str
    first_day: int
    last_day: int
    from_date: date
    to_date: date


class Refused(NamedTuple):
    """Something that happened in a state in which the table has no place for it."""

    on: date
    happening: str
    state: str


class Life(NamedTuple):
    """What is told of a life on provision."""

    status: str
    start: date | None
    phases: tuple[Phase, ...]
    end_day: int | None
    end_date: date | None
    end_mode: EndMode | None
    end_reason: str | None
    latest_end_date: date | None
    findings: tuple[Finding, ...]
    refused: tuple[Refused, ...]
    missing: tuple[str, ...]
    end_rule: Rule | None = None
    provisional: bool = False


_FINDINGS = Life._fields.index("findings")


class Provision(Life):
    """Where a case stands on provision, and how provision ended or can end at the latest.

    `end_day`, `end_date`, `end_mode`, `end_reason` and `end_rule` are None until the end is reached. `phases` cover
    day 1 to the end, or to the day of the assessment. `provisional`: what happens on the next day can still undo the
    end.
    """

    _grounds: "Grounds | None" = None

    def __setattr__(self, name: str, _value: object) -> None:
        """Refuse: an answer does not change."""
        raise AttributeError(f"provision does not change; {name} cannot be set")

    def __reduce__(self) -> tuple[type["Provision"], tuple[object, ...]]:
        """Pickle what is told, without the case that it was worked out from."""
        return Provision, tuple(self)

    def _replace(self, **changes: Any) -> "Provision":
        """Give this answer with some of it replaced, resting on the same case."""
        return super()._replace(**changes).resting_on(self._grounds)

    def with_findings(self, findings: Iterable[Finding]) -> "Provision":
        """Give this answer with what the rules say of it, resting on the same case."""
        told = (*self[:_FINDINGS], tuple(findings), *self[_FINDINGS + 1 :])
        return tuple.__new__(Provision, told).resting_on(self._grounds)

    def resting_on(self, grounds: "Grounds | None") -> "Provision":
        """Give this answer with the case that it was worked out from, from which a changed case can be made."""
        object.__setattr__(self, "_grounds", grounds)
        return self

    @property
    def still_open(self) -> tuple[str, ...]:
        """What can still move the life on from where it stands."""
        return () if self._grounds is None else self._grounds.still_open()

    @property
    def one_day_later(self) -> tuple["OneDayLater", ...]:
        """For each event that decided the end: how provision would have ended had it come a day later."""
        return () if self._grounds is None else self._grounds.one_day_later()

    def explain(self) -> str:
        """Say where the case stands, its phases, what decided the end, and what one day later would have done."""
        lines = [self._standing()]
        lines += (
            f"  {in_words(p.name)}: day {p.first_day} to day {p.last_day}, "
            f"{in_words(p.from_date)} to {in_words(p.to_date)}"
            for p in self.phases
        )
        lines += self._ending()
        deciding = self._deciding()
        lines += (_line(finding) for finding in self.findings if finding not in deciding)
        return "\n".join(lines)

    def _standing(self) -> str:
        if self.start is None:
            return f"Status: {in_words(self.status)}; not started."
        return f"Status: {in_words(self.status)}; started on {in_words(self.start)} (day 1)."

    def _ending(self) -> list[str]:
        if self.end_date is None:
            latest = self.latest_end_date
            open_yet = f"; can still happen: {in_words(self.still_open)}" if self.still_open else ""
            return [] if latest is None else [f"  ends at the latest on {in_words(latest)}{open_yet}"]
        provisional = "; what happens the next day can still undo it" if self.provisional else ""
        ended = f"ended on day {self.end_day}, {in_words(self.end_date)}: {in_words(self.end_reason)}"
        lines = [f"  {ended} (entered: {self.end_mode}){provisional}"]
        lines += (f"  because {_line(finding).strip()}" for finding in self._deciding())
        lines += (f"  {later.sentence}" for later in self.one_day_later)
        return lines

    def _deciding(self) -> tuple[Finding, ...]:
        """The findings of the rule by which provision ended."""
        if self.end_rule is None or self.end_date is None:
            return ()
        return tuple(f for f in self.findings if f.rule is self.end_rule and f.verdict is Verdict.MET)


def _line(finding: Finding) -> str:
    return f"  {finding.rule.title}: {finding.reason} [{finding.rule.id}: {finding.rule.cited}]"
