"""Which worked examples each reading changes, and whether the rules that change rest on the entry that is read."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dwp_rules import Programme, assess_contract, programme
from dwp_rules.facts.situation import Situation
from dwp_rules.readings import Change, ReadingEffect, sensitivity
from dwp_rules.rules import Decision, Question
from tests.worked_examples.examples import Example, Run, examples


class Moved(NamedTuple):
    """A worked example that an option of a reading changes, and the rules whose answers change."""

    reading: str
    option: str
    example: str
    rules: frozenset[str]


@cache
def moved(programme_id: str) -> tuple[Moved, ...]:
    """Every worked example of a programme, once under every option of every reading."""
    of_programme = [example for example in examples() if example.programme == programme_id]
    return tuple(one for example in of_programme for one in _moved(example, programme(programme_id)))


def _moved(example: Example, read: Programme) -> Iterator[Moved]:
    run = example.runs[0]
    if run.on is None or run.ask in {"calendar", "count"}:
        return
    if run.readings:
        read = read.with_readings(**run.readings)
    if run.ask == "assess":
        for effect in sensitivity(example.case(run.given), as_of=run.on, programme=read):
            yield Moved(effect.reading, effect.option, example.id, _moving(effect, read))
        return
    for name, reading in read.readings.items():
        for option in reading.options:
            if option != reading.chosen:
                apart = _apart_under(example, run, read, under(read, name, option))
                if apart:
                    yield Moved(name, option, example.id, apart)


def _apart_under(example: Example, run: Run, read: Programme, other: Programme) -> frozenset[str]:
    if run.ask == "contract":
        was, becomes = (_contract_answers(example, run, one) for one in (read, other))
        return frozenset(rule for rule in was.keys() | becomes.keys() if was.get(rule) != becomes.get(rule))
    return _apart(*(_decided(example, run, one) for one in (read, other)))


def _contract_answers(example: Example, run: Run, read: Programme) -> dict[str, list[object]]:
    """What an assessment of a contract answers under each rule."""
    assert run.on is not None
    found = assess_contract(example.contract(run.given), example.cases(run.given), as_of=run.on, programme=read)
    answers: dict[str, list[object]] = {}
    for finding in found.findings:
        answers.setdefault(finding.rule.id, []).append((finding.code, finding.value, finding.facts))
    for answer in (*found.deadlines, *found.money):
        answers.setdefault(answer.rule.id, []).append(answer)
    return answers


@cache
def under(read: Programme, reading: str, option: str) -> Programme:
    """A programme under another option of one reading, made once."""
    return read.with_readings(**{reading: option})


def _decided(example: Example, run: Run, read: Programme) -> Decision:
    assert run.on is not None
    if run.ask == "re_referral":
        return read.re_referral(example.case(run.given), previous=example.previous(), on=run.on)
    ask = read.eligibility if run.ask == "eligibility" else read.suitability
    return ask(example.case(run.given), on=run.on)


def _apart(was: Decision, becomes: Decision) -> frozenset[str]:
    apart = {
        finding.rule.id
        for finding, other in zip(was.findings, becomes.findings, strict=True)
        if (finding.code, finding.value, finding.facts) != (other.code, other.value, other.facts)
    }
    return frozenset(apart or ({was.rule.id} if was.verdict is not becomes.verdict else set()))


def _moving(effect: ReadingEffect, read: Programme) -> frozenset[str]:
    """The rules that a reading moves by itself: not a question whose conditions it moves, nor what follows from a life
    on provision that it moves.
    """
    changed = {change.rule.id for change in effect.changes}
    life = next((change.rule.id for change in effect.changes if change.part == "provision" and _is_life(change)), None)
    if life is not None:
        return frozenset({life})
    following = {q.rule.id for q in _questions(read) if (changed - {q.rule.id}) & _conditions(q)}
    return frozenset(changed - following)


def _is_life(change: Change) -> bool:
    """Whether it is the life on provision itself that changes: where the case stands, and how it ends."""
    return change.rule.topic == "STATE"


def _questions(read: Programme) -> tuple[Question[Situation], ...]:
    return (read.asks_eligibility, read.asks_suitability, read.asks_re_referral)


def _conditions(question: Question[Situation]) -> set[str]:
    return {rule.id for rule in question.rules}


def resting_on(programme_id: str, entries: tuple[str, ...]) -> frozenset[str]:
    """The rules that rest on some entries: they count by them, or by rules that do, or ask what rests on them."""
    read = programme(programme_id)
    resting = set(entries)
    for question in _questions(read):
        if _conditions(question) & resting:
            resting.add(question.rule.id)
    while True:
        more = {rule.id for rule in read.rules if resting & set(rule.counts_by)} - resting
        if not more:
            return frozenset(resting)
        resting |= more


def table(programme_id: str) -> str:
    """Reading by example, as a table."""
    lines = ["| reading | option | worked examples that it changes |", "| --- | --- | --- |"]
    for name, reading in programme(programme_id).readings.items():
        for option in reading.options[1:]:
            changed = [one.example for one in moved(programme_id) if (one.reading, one.option) == (name, option)]
            lines.append(f"| {name} | {option} | {', '.join(changed)} |")
    return "\n".join(lines)
