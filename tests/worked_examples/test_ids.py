"""Every rule of every programme is carried by worked examples that tell its answers apart, and the registers hold."""

from collections import Counter

import pytest

from dwp_rules import Programme, all_programmes
from tests.worked_examples.examples import PROGRAMMES, computed, examples
from tests.worked_examples.runner import results_by_rule

ONE_ANSWER = {"JETS-FUND-06": "an outcome never moves a payment, whatever it is"}
"""Rules that say the same of every case, with why; presence is all that can be asked of them."""

BUILT_IN = [pytest.param(programme, id=programme.id) for programme in all_programmes().values()]


def rules_that_decide(programme: Programme) -> list[str]:
    treated = {entry.id: entry.treatment for entry in programme.register}
    return [rule.id for rule in programme.rules if treated[rule.id] == "rule"]


def rules_counted_by(programme: Programme) -> set[str]:
    return {counting for rule in programme.rules for counting in rule.counts_by}


def case_rules() -> list[object]:
    return [
        pytest.param(programme, rule_id, id=rule_id)
        for programme in all_programmes().values()
        for rule_id in rules_that_decide(programme)
    ]


@pytest.mark.parametrize(("programme", "rule_id"), case_rules())
def test_rule_is_carried_by_two_examples_that_differ(programme: Programme, rule_id: str) -> None:
    carried = results_by_rule(programme.id)[rule_id]
    by_example = {example for example, _answer in carried}
    assert len(by_example) >= 2, f"{rule_id} stands in the results of {sorted(by_example) or 'no worked example'}"
    if rule_id not in rules_counted_by(programme) | ONE_ANSWER.keys():
        answers = {answer for _example, answer in carried}
        assert len(answers) >= 2, f"{rule_id} gives one answer in all of its worked examples: {answers.pop()}"


@pytest.mark.parametrize("programme", BUILT_IN)
def test_rule_has_two_examples_of_its_own_name(programme: Programme) -> None:
    named = Counter(example.rule_id for example in examples() if example.programme == programme.id)
    wanting = [rule_id for rule_id in rules_that_decide(programme) if named[rule_id] < 2]
    assert not wanting, f"fewer than two worked examples are named after: {', '.join(wanting)}"


@pytest.mark.parametrize("programme", BUILT_IN)
def test_examples_are_named_after_entries_of_the_register(programme: Programme) -> None:
    known = {entry.id for entry in programme.register}
    strangers = {e.id for e in examples() if e.programme == programme.id and e.rule_id not in known}
    assert not strangers


def test_example_ids_are_unique() -> None:
    numbered = Counter((example.folder, example.id) for example in examples())
    assert not [f"{folder}/{name}" for (folder, name), times in numbered.items() if times > 1]


@pytest.mark.parametrize("programme", BUILT_IN)
def test_every_example_names_a_document_of_its_programme(programme: Programme) -> None:
    documents = [source.document for source in programme.sources]
    elsewhere = [
        example.id
        for example in examples()
        if example.programme == programme.id and not any(document in example.source for document in documents)
    ]
    assert not elsewhere, f"no document of {programme.id} ({'; '.join(documents)}) is named by: {', '.join(elsewhere)}"


@pytest.mark.parametrize("programme", BUILT_IN)
def test_no_rule_without_citations(programme: Programme) -> None:
    assert all(entry.citations for entry in programme.register)
    assert all(rule.citations for rule in programme.rules)
    documents = set(programme.sources)
    foreign = {e.id for e in programme.register for citation in e.citations if citation.source not in documents}
    assert not foreign


@pytest.mark.parametrize("programme", BUILT_IN)
def test_register_holds_every_provision_of_the_documents(programme: Programme) -> None:
    expected = computed(programme.id)
    assert len({entry.id for entry in programme.register}) == len(programme.register) == expected.entries


@pytest.mark.parametrize("programme", BUILT_IN)
def test_what_can_be_computed_for_one_case_is_a_rule(programme: Programme) -> None:
    treated = {entry.id.partition("-")[2]: entry.treatment for entry in programme.register}
    expected = computed(programme.id)
    assert {number: treated.get(number) for number in expected.rule} == dict.fromkeys(expected.rule, "rule")
    assert {number for number, treatment in treated.items() if treatment == "not_modelled"} == expected.not_modelled


def test_every_built_in_programme_has_its_folder() -> None:
    assert set(all_programmes()) <= set(PROGRAMMES.values())
