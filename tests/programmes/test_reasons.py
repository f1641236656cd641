"""Every reason that a programme's rules can give: its sentence can be made, and its code is one of a closed set."""

import gc
from collections import defaultdict
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from dwp_rules import all_programmes, programme
from dwp_rules.rules import Reason

DAY = date(2020, 10, 5)
WORDS = ("all_work_related_requirements", True, 8, DAY, ("one", "two"), (), None)
AMOUNTS = (Decimal("1000.00"), Decimal("-0.01"), Decimal(0))


def reasons(programme_id: str) -> list[Reason]:
    """Every reason declared for a rule or a duty of a programme, wherever it stands."""
    chosen = programme(programme_id)
    declared = {id(rule) for rule in (*chosen.rules, *(duty.rule for duty in chosen.duties))}
    return [held for held in gc.get_objects() if isinstance(held, Reason) and id(held.rule) in declared]


def fields(reason: Reason) -> dict[str, str]:
    """The facts that a reason's sentence names, with the format asked of each."""
    return {
        name: specification or ""
        for _words, name, specification, _conversion in Formatter().parse(reason.sentence)
        if name is not None
    }


every_programme = pytest.mark.parametrize("programme_id", list(all_programmes()))


@every_programme
def test_every_reason_can_be_put_into_words(programme_id: str) -> None:
    found = reasons(programme_id)
    assert len(found) > 50
    for reason in found:
        named = fields(reason)
        assert all(name.isidentifier() for name in named), (reason.rule.id, reason.sentence)
        money = {name for name, specification in named.items() if specification.endswith("f")}
        text = {name for name, specification in named.items() if specification == "s"}
        for value in WORDS:
            for amount in AMOUNTS:
                facts = {name: amount if name in money else "words" if name in text else value for name in named}
                sentence = reason(None, **facts).reason
                assert sentence
                assert not {"{", "}"} & set(sentence)
                assert "_" not in sentence


@every_programme
def test_sentences_are_phrases_and_codes_are_names(programme_id: str) -> None:
    for reason in reasons(programme_id):
        assert reason.code.isidentifier(), (reason.rule.id, reason.code)
        assert reason.code == reason.code.lower()
        assert reason.sentence == reason.sentence.strip()
        assert not reason.sentence.endswith("."), (reason.rule.id, reason.sentence)


@every_programme
def test_one_code_of_a_rule_means_one_thing(programme_id: str) -> None:
    meanings: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for reason in reasons(programme_id):
        meanings[reason.rule.id, reason.code].add((reason.verdict, reason.sentence))
    assert {code: said for code, said in meanings.items() if len(said) > 1} == {}
