"""One case through one programme: the main job."""

import json
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from dwp_rules._version import __version__
from dwp_rules.facts import Case, ProvisionEnded, Referral
from dwp_rules.facts.cautions import Caution, cautions_in
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Outcome
from dwp_rules.programmes import Programme
from dwp_rules.programmes import programme as programme_called
from dwp_rules.provision import Provision
from dwp_rules.results import as_plain, in_full
from dwp_rules.rules import Decision, Finding, ParameterValue, in_words
from dwp_rules.standards import Deadline

__all__ = ["Assessment", "Receipt", "assess"]


class Receipt(NamedTuple):
    """What an assessment rests on: the same receipt reproduces the same answer."""

    version: str
    rules_digest: str
    calendar: str
    horizon: date
    as_of: date
    readings: dict[str, str]
    parameters: dict[str, ParameterValue]
    input_digest: str


class Assessment:
    """Everything that one programme's rules say of one case on one day.

    `findings` are the case-level rules that are neither decision, deadline, provision nor outcome; `warnings` the
    faults between events. Sentences and the receipt are made when they are read.
    """

    __slots__ = (
        "_case",
        "_programme",
        "as_of",
        "deadlines",
        "eligibility",
        "findings",
        "outcomes",
        "provision",
        "re_referral",
        "suitability",
        "warnings",
    )

    as_of: date
    eligibility: Decision
    suitability: Decision
    re_referral: Decision | None
    deadlines: tuple[Deadline, ...]
    provision: Provision
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Caution, ...]
    _case: Case
    _programme: Programme

    def __init__(self, case: Case, programme: Programme, as_of: date) -> None:
        situation = programme.situation(case, as_of)
        on = _tested_on(situation)
        put = _put
        put["_case"](self, case)
        put["_programme"](self, programme)
        put["as_of"](self, as_of)
        put["eligibility"](self, situation.decided(programme.asks_eligibility, on))
        put["suitability"](self, situation.decided(programme.asks_suitability, on))
        again = bool(situation.participant.previous_participations)
        put["re_referral"](self, situation.decided(programme.asks_re_referral, on) if again else None)
        put["provision"](self, situation[programme.life])
        put["outcomes"](self, situation[programme.all_outcomes])
        deadlines = programme.deadlines_in(situation)
        put["deadlines"](self, deadlines)
        put["findings"](self, _case_findings(situation, programme, deadlines))
        put["warnings"](self, _warnings(situation, programme, self.provision))

    def __setattr__(self, name: str, _value: object) -> None:
        """Refuse: an assessment does not change."""
        raise AttributeError(f"an assessment does not change; {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        """Refuse: an assessment does not change."""
        raise AttributeError(f"an assessment does not change; {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        """Compare what was asked and what was answered."""
        return isinstance(other, Assessment) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        """Hash by participant and day."""
        return hash((self.participant_id, self.as_of))

    def __repr__(self) -> str:
        """Show which case and day it is."""
        return f"Assessment(participant_id={self.participant_id!r}, programme={self.programme!r}, as_of={self.as_of})"

    def __reduce__(self) -> tuple[type["Assessment"], tuple[Case, Programme, date]]:
        """Pickle what was asked: the answer follows from it."""
        return Assessment, (self._case, self._programme, self.as_of)

    @property
    def participant_id(self) -> str:
        """The participant."""
        return self._case.participant.participant_id

    @property
    def programme(self) -> str:
        """The programme's id."""
        return self._programme.id

    @property
    def receipt(self) -> Receipt:
        """The version, rules, calendar, readings, numbers and input that this answer rests on."""
        programme = self._programme
        return Receipt(
            __version__,
            _rules_digest(programme),
            programme.calendar_for(self._case).name,
            programme.calendar_for(self._case).horizon,
            self.as_of,
            {name: reading.chosen for name, reading in programme.readings.items()},
            {name: parameter.value for name, parameter in programme.parameters.items()},
            sha256(self._case.model_dump_json(exclude_unset=True).encode()).hexdigest(),
        )

    def to_dict(self) -> dict[str, object]:
        """Give the assessment in values that JSON knows: days as ISO dates, pounds as strings."""
        return {
            "participant_id": self.participant_id,
            "programme": self.programme,
            "as_of": self.as_of.isoformat(),
            "eligibility": as_plain(self.eligibility),
            "suitability": as_plain(self.suitability),
            "re_referral": as_plain(self.re_referral),
            "deadlines": as_plain(self.deadlines),
            "provision": as_plain(self.provision),
            "outcomes": as_plain(self.outcomes),
            "findings": as_plain(self.findings),
            "warnings": as_plain(self.warnings),
            "receipt": as_plain(self.receipt),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the assessment as JSON text."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)

    def explain(self) -> str:
        """Say everything in words, each line with its rule and paragraph."""
        lines = [f"{self._programme.name}: {self.participant_id}, as of {in_words(self.as_of)}"]
        for decision in (self.eligibility, self.suitability, self.re_referral):
            lines += [] if decision is None else ["", decision.explain()]
        lines += ["", "Provision", self.provision.explain(), "", "Deadlines", *map(in_full, self.deadlines)]
        if self.outcomes:
            lines += ["", "Outcomes", *(outcome.explain() for outcome in self.outcomes)]
        lines += ["", "Findings", *map(in_full, self.findings)]
        if self.warnings:
            lines += ["", "Warnings", *(f"  {caution.code}: {caution.message}" for caution in self.warnings)]
        return "\n".join(lines)


_put = {name: getattr(Assessment, name).__set__ for name in Assessment.__slots__}


def assess(case: Case, *, as_of: date, programme: Programme | None = None) -> Assessment:
    """Assess one case as it stood on a day: eligibility, deadlines, provision, outcomes, everything cited.

    Eligibility and suitability are tested on the day of the referral; without one, on `as_of`. `programme` is the
    case's own, or the same one under other readings or numbers.

    Raises `KeyError` for an unknown programme and `ValueError` where `programme` is another one than the case's.

    >>> case = Case.model_validate({
    ...     "programme": "whp-jets",
    ...     "participant": {"participant_id": "P-1"},
    ...     "events": [{"kind": "referral", "on": "2020-10-12"}, {"kind": "start", "on": "2020-10-27"}],
    ... })
    >>> assess(case, as_of=date(2021, 1, 4)).provision.latest_end_date
    datetime.date(2021, 4, 26)
    """
    if programme is None:
        programme = programme_called(case.programme)
    elif programme.id != case.programme:
        raise ValueError(f"the case belongs to {case.programme}, the programme given is {programme.id}")
    return Assessment(case, programme, as_of)


def _tested_on(situation: Situation) -> date:
    referrals = situation.of(Referral)
    return referrals[0].on if referrals else situation.as_of


def _case_findings(situation: Situation, programme: Programme, deadlines: tuple[Deadline, ...]) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    for rules in programme.case_rules:
        findings += rules(situation)
    if programme.standards_beside_deadlines:
        findings += programme.standards_in(situation, deadlines)
    findings += programme.case_duties.judge(situation)
    return tuple(findings)


def _warnings(situation: Situation, programme: Programme, provision: Provision) -> tuple[Caution, ...]:
    found: list[Caution] = [*cautions_in(situation.case)]
    found += _end_cautions(situation, programme, provision)
    for refused in provision.refused:
        message = (
            f"{in_words(refused.happening)} on {refused.on}: the table of states has no place for it in the state "
            f"{in_words(refused.state)}; the state stays"
        )
        found.append(Caution("no_place_in_state", message, ()))
    for cautions in programme.case_cautions:
        found += cautions(situation)
    return tuple(found)


def _end_cautions(situation: Situation, programme: Programme, provision: Provision) -> list[Caution]:
    """Faults in the recorded end: a reason that the programme does not know, or an end that the rules do not give."""
    found: list[Caution] = []
    for end in situation.of(ProvisionEnded):
        if end.reason not in programme.end_reasons:
            known = ", ".join(sorted(programme.end_reasons))
            message = f"the end recorded on {end.on} gives the reason {end.reason!r}; {programme.id} knows: {known}"
            found.append(Caution("unknown_end_reason", message, (end,)))
        elif end.on != provision.end_date or end.reason != provision.end_reason:
            derived = f"{provision.end_date}: {provision.end_reason}" if provision.end_date else "no end so far"
            message = f"the end recorded is {end.on}: {end.reason}; the rules give {derived}"
            found.append(Caution("recorded_end_differs", message, (end,)))
    return found


@lru_cache(maxsize=64)
def _rules_digest(programme: Programme) -> str:
    rules = [
        [rule.id, rule.title, [str(citation) for citation in rule.citations], rule.note] for rule in programme.rules
    ]
    return sha256(json.dumps(rules, ensure_ascii=False).encode()).hexdigest()
