"""Which readings of the documents change a case, and how: the case assessed once under every option."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from dwp_rules.assessment import Assessment, assess
from dwp_rules.facts import Case
from dwp_rules.outcomes import Outcome
from dwp_rules.programmes import Programme
from dwp_rules.programmes import programme as programme_called
from dwp_rules.provision import Provision
from dwp_rules.rules import Decision, Finding, Rule, in_words
from dwp_rules.standards import Deadline

__all__ = ["Change", "ReadingEffect", "sensitivity"]

Answer: TypeAlias = Decision | Deadline | Outcome | Finding

Place: TypeAlias = tuple[str, str, int]
"""Where an answer stands: the part of the assessment, the rule's id, and which of that rule's answers it is."""


class Change(NamedTuple):
    """One answer that a reading changes: where it stands, its rule, and in words what it was and what it becomes.

    None where there is no such answer.
    """

    part: str
    rule: Rule
    was: str | None
    becomes: str | None

    @property
    def sentence(self) -> str:
        """The same in words."""
        return f"{self.rule.id} {self.rule.title}: {self.was or 'nothing'} -> {self.becomes or 'nothing'}"


class ReadingEffect(NamedTuple):
    """What one reading would change in a case: its name, the option in force, the other option, and every change."""

    reading: str
    chosen: str
    option: str
    changes: tuple[Change, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules whose answers change, each once."""
        return tuple({change.rule.id: change.rule for change in self.changes}.values())

    def explain(self) -> str:
        """Say which option would change what."""
        heading = f"{self.reading}: {in_words(self.option)} in place of {in_words(self.chosen)}"
        return "\n".join([heading, *(f"  {change.sentence}" for change in self.changes)])


def sensitivity(case: Case, *, as_of: date, programme: Programme | None = None) -> tuple[ReadingEffect, ...]:
    """Tell which readings change a case, and how: one effect for each option that changes an answer.

    Each reading is changed by itself, the others stay as they are in `programme`, by default the case's own.

    Raises what `assess` raises.

    >>> case = Case.model_validate({
    ...     "programme": "work-programme",
    ...     "participant": {"participant_id": "P-1"},
    ...     "events": [{"kind": "referral", "on": "2014-02-03"}],
    ... })
    >>> [(effect.reading, effect.option) for effect in sensitivity(case, as_of=date(2016, 2, 1))][-2:]
    [('day_one', 'next_day'), ('day_one', 'two_years')]
    """
    read = programme_called(case.programme) if programme is None else programme
    before = assess(case, as_of=as_of, programme=read)
    return tuple(_effects(case, as_of, read, before))


def _effects(case: Case, as_of: date, read: Programme, before: Assessment) -> Iterator[ReadingEffect]:
    answers = _answers(before)
    for name, reading in read.readings.items():
        for option in reading.options:
            if option == reading.chosen:
                continue
            after = assess(case, as_of=as_of, programme=_under(read, name, option))
            changes = (
                *_changes(answers, _answers(after), reading.options),
                *_change_of_life(before.provision, after.provision),
            )
            if changes:
                yield ReadingEffect(name, reading.chosen, option, changes)


@lru_cache(maxsize=256)
def _under(read: Programme, reading: str, option: str) -> Programme:
    """Give the programme under another option; a programme is put together once, not for every case."""
    return read.with_readings(**{reading: option})


def _answers(assessment: Assessment) -> dict[Place, Answer]:
    """Gather every answer by its place."""
    counted: dict[tuple[str, str], int] = {}
    answers: dict[Place, Answer] = {}
    for part, answer in _listed(assessment):
        place = counted.get((part, answer.rule.id), 0)
        counted[part, answer.rule.id] = place + 1
        answers[part, answer.rule.id, place] = answer
    return answers


def _listed(assessment: Assessment) -> Iterator[tuple[str, Answer]]:
    decisions = {
        "eligibility": assessment.eligibility,
        "suitability": assessment.suitability,
        "re-referral": assessment.re_referral,
    }
    for part, decision in decisions.items():
        if decision is not None:
            yield part, decision
            yield from ((part, finding) for finding in decision.findings)
    yield from (("deadline", deadline) for deadline in assessment.deadlines)
    yield from (("provision", finding) for finding in assessment.provision.findings)
    for outcome in assessment.outcomes:
        part = f"{outcome.kind} outcome ({outcome.level})"
        yield part, outcome
        yield from ((part, finding) for finding in outcome.findings)
    yield from (("finding", finding) for finding in assessment.findings)


def _changes(
    before: Mapping[Place, Answer], after: Mapping[Place, Answer], options: tuple[str, ...]
) -> Iterator[Change]:
    for place in dict.fromkeys((*before, *after)):
        was, becomes = before.get(place), after.get(place)
        if _content(was, options) != _content(becomes, options):
            answer = becomes if was is None else was
            if answer is not None:
                yield Change(place[0], answer.rule, _said(was, becomes), _said(becomes, was))


def _content(answer: Answer | None, options: tuple[str, ...]) -> object:
    """Give what of an answer counts as changed: not that it names the option in force, nor what its findings say."""
    match answer:
        case Decision():
            return answer.verdict, answer.missing
        case Outcome():
            return answer.status, answer.achieved_on, answer.counted, answer.threshold, answer.payable, answer.claim_by
        case Finding():
            facts = [(name, value) for name, value in answer.facts.items() if value not in options]
            return answer.code, answer.verdict, answer.value, facts, answer.missing
    return answer


def _said(answer: Answer | None, other: Answer | None) -> str | None:
    """Put an answer in words, without its rule; where the other says the same, with the facts that differ."""
    match answer:
        case None:
            return None
        case Decision():
            return in_words(answer.verdict)
        case Outcome():
            reached = f" on {in_words(answer.achieved_on)}" if answer.achieved_on else ""
            return f"{answer.status}{reached}, {answer.counted} of {answer.threshold}"
        case Finding():
            sentence = f"{in_words(answer.verdict)}: {answer.reason}"
            same = isinstance(other, Finding) and (other.verdict, other.reason) == (answer.verdict, answer.reason)
            return sentence + _facts_apart(answer, other) if same and isinstance(other, Finding) else sentence
    due = in_words(answer.due) if answer.due else "an unknown day"
    at = f" at {answer.due_at:%H:%M}" if answer.due_at else ""
    return f"by {due}{at}: {in_words(answer.status)}"


def _facts_apart(answer: Finding, other: Finding) -> str:
    apart = {name: value for name, value in answer.facts.items() if other.facts.get(name) != value}
    if not apart:
        return f" [{in_words(answer.value)}]"
    return f" [{', '.join(f'{in_words(name)}: {in_words(value)}' for name, value in apart.items())}]"


def _change_of_life(was: Provision, becomes: Provision) -> Iterator[Change]:
    """Give the change of where a case stands on provision, under the rule that says so."""
    before, after = _standing(was), _standing(becomes)
    if before != after and becomes.findings:
        yield Change("provision", becomes.findings[0].rule, before, after)


def _standing(provision: Provision) -> str:
    started = f", started on {in_words(provision.start)}" if provision.start else ""
    if provision.end_date is not None:
        until = f", ended on {in_words(provision.end_date)}: {in_words(provision.end_reason)}"
    else:
        latest = provision.latest_end_date
        until = f", at the latest to {in_words(latest)}" if latest else ""
    return f"{in_words(provision.status)}{started}{until}"
