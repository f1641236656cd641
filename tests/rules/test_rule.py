"""Rules, reasons and findings: cited, told apart by code, unchangeable, and put into words only when read."""

import operator
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, cast

import pytest

from dwp_rules.rules import Citation, Finding, Reason, Rule, Source, Verdict, in_words, sentence
from tests.rules.given import CONDITION, DOCUMENT

START = date(2020, 10, 5)
started = CONDITION.met("started", "started on {start}, £{total:,.2f} so far, {weeks} weeks")


# ── citations ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_rule_without_citations_is_refused() -> None:
    with pytest.raises(ValueError, match="EX-ELIG-09 cites no paragraph"):
        Rule("EX-ELIG-09", "From nowhere", ())


@pytest.mark.parametrize("paragraph", ["", "  ", "\n"])
def test_a_citation_that_points_at_nothing_is_refused(paragraph: str) -> None:
    with pytest.raises(ValueError, match="Guide to everything needs a paragraph"):
        DOCUMENT[paragraph]
    with pytest.raises(ValueError, match="Guide to everything needs a paragraph"):
        DOCUMENT.paragraphs("1.1", paragraph)


@pytest.mark.parametrize("rule_id", ["", "JETS", "JETS-01", "JETS 05"])
def test_an_id_without_a_topic_is_refused(rule_id: str) -> None:
    with pytest.raises(ValueError, match="PROGRAMME-TOPIC-NUMBER"):
        Rule(rule_id, "Nameless", (DOCUMENT["1"],))


def test_the_topic_is_the_middle_of_the_id() -> None:
    assert Rule("WHP-OUTCOME-02", "Outcome", (DOCUMENT["1"],)).topic == "OUTCOME"


def test_citations_in_words_name_each_document_once() -> None:
    other = Source("Chapter 16", issued=date(2021, 12, 15))
    rule = Rule("EX-CSS-01", "Both", (DOCUMENT["2.6"], other["38 CSS1"], DOCUMENT["2.7"]))
    assert rule.cited == "Guide to everything 2.6, 2.7; Chapter 16 38 CSS1"
    assert [str(citation) for citation in rule.citations] == [
        "Guide to everything, 2.6",
        "Chapter 16, 38 CSS1",
        "Guide to everything, 2.7",
    ]


def test_a_citation_is_a_value() -> None:
    assert DOCUMENT["1.1"] == Citation(Source("Guide to everything"), "1.1")
    assert len({DOCUMENT["1.1"], DOCUMENT["1.1"], DOCUMENT["1.2"]}) == 2


# ── reasons ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("declared", "verdict"),
    [
        (CONDITION.met, Verdict.MET),
        (CONDITION.not_met, Verdict.NOT_MET),
        (CONDITION.undetermined, Verdict.UNDETERMINED),
        (CONDITION.discretionary, Verdict.DISCRETIONARY),
    ],
)
def test_a_reason_carries_its_verdict(declared: Callable[[str, str], Reason], verdict: Verdict) -> None:
    finding = declared("code", "words")()
    assert (finding.rule, finding.code, finding.verdict, finding.reason) == (CONDITION, "code", verdict, "words")
    assert finding.value is None
    assert finding.missing == ()


def test_a_finding_carries_its_value_and_facts_and_makes_its_sentence_when_read() -> None:
    finding = started(START, start=START, total=Decimal("1234.5"), weeks=8)
    assert finding.value == START
    assert dict(finding.facts) == {"start": START, "total": Decimal("1234.5"), "weeks": 8}
    assert finding.reason == "started on 5 October 2020, £1,234.50 so far, 8 weeks"


def test_facts_missing_are_named_and_the_same_question_gives_the_same_finding() -> None:
    finding = CONDITION.unknown("date_of_birth", "benefits.uc_regime")
    assert finding.verdict is Verdict.UNDETERMINED
    assert finding.code == "facts_missing"
    assert finding.missing == ("date_of_birth", "benefits.uc_regime")
    assert finding.reason == "not known: date_of_birth, benefits.uc_regime"
    assert finding == CONDITION.unknown("date_of_birth", "benefits.uc_regime")
    assert finding != CONDITION.unknown("benefits.uc_regime", "date_of_birth")


def test_reasons_are_told_apart_by_rule_and_code() -> None:
    other = Rule("EX-ELIG-03", "Another", (DOCUMENT["3"],))
    assert started == CONDITION.met("started", "other words")
    assert started != CONDITION.met("begun", started.sentence)
    assert started != other.met("started", started.sentence)
    assert len({started, CONDITION.met("started", ""), other.met("started", "")}) == 2


def test_findings_with_different_facts_differ() -> None:
    assert started(weeks=8) == started(weeks=8)
    assert started(weeks=8) != started(weeks=7)


# ── immutability ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("field", ["rule", "because", "found", "value", "missing", "code", "verdict", "facts", "more"])
def test_no_field_of_a_finding_can_be_set(field: str) -> None:
    with pytest.raises(AttributeError):
        setattr(started(weeks=8), field, None)


def test_the_facts_of_a_finding_are_read_only() -> None:
    finding = started(weeks=8)
    facts = cast("Any", finding.facts)
    with pytest.raises(TypeError):
        operator.setitem(facts, "weeks", 9)
    with pytest.raises(TypeError):
        operator.delitem(facts, "weeks")
    assert dict(finding.facts) == {"weeks": 8}


@pytest.mark.parametrize("value", [CONDITION, started, DOCUMENT, DOCUMENT["1.1"]])
def test_rules_reasons_and_sources_do_not_change(value: object) -> None:
    for field in ("id", "code", "document", "paragraph", "more"):
        with pytest.raises((AttributeError, TypeError)):
            setattr(value, field, "other")


@pytest.mark.parametrize("value", [CONDITION, started(START, start=START, total=Decimal(1), weeks=1), DOCUMENT["1"]])
def test_rules_and_findings_can_be_pickled(value: Rule | Finding | Citation) -> None:
    assert pickle.loads(pickle.dumps(value)) == value


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "unknown"),
        (True, "yes"),
        (False, "no"),
        (START, "5 October 2020"),
        (date(2021, 2, 28), "28 February 2021"),
        (datetime(2021, 3, 1, 9, 5, tzinfo=UTC), "09:05 on 1 March 2021"),
        ((), "none"),
        (("uc_regime", START), "uc regime, 5 October 2020"),
        (["b", "a"], "b, a"),
        (frozenset({"b", "a"}), "a, b"),
        (0, "0"),
        (Decimal("1000.00"), "1000.00"),
        (Verdict.NOT_MET, "not met"),
        ("all_work_related_requirements", "all work related requirements"),
    ],
)
def test_values_in_words(value: object, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("template", "facts", "words"),
    [
        ("plain", {}, "plain"),
        ("£{a:,.2f}", {"a": Decimal(1000000)}, "£1,000,000.00"),
        ("{names:s}", {"names": "a_b"}, "a_b"),
        ("{names}", {"names": "a_b"}, "a b"),
        ("{on} or {on}", {"on": START}, "5 October 2020 or 5 October 2020"),
        ("{known} and no more", {"known": None, "unused": 1}, "unknown and no more"),
    ],
)
def test_sentences(template: str, facts: dict[str, object], words: str) -> None:
    assert sentence(template, facts) == words
