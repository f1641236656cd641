"""Decisions: conditions joined, every reason kept, missing facts carried, and nothing ever met by default."""

from itertools import product

import pytest

from dwp_rules.rules import AllOf, AnyOf, Decision, Not, Question, Rule, Verdict, all_of, any_of
from tests.rules.given import CONDITION, DAY, DOCUMENT, FOUND, QUESTION, Asked, condition

N, U, D, M = Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.DISCRETIONARY, Verdict.MET
ELSEWHERE = QUESTION.undetermined("left_elsewhere", "the Provider Guidance says who may come back")()

THREE_VERDICTS = list(product(Verdict, repeat=3))


def decided(clause: AllOf[object] | AnyOf[object]) -> Decision:
    return Question(QUESTION, clause).decide(object(), DAY)


@pytest.mark.parametrize("verdicts", THREE_VERDICTS)
def test_all_of_three_conditions(verdicts: tuple[Verdict, ...]) -> None:
    assert decided(AllOf(*map(condition, verdicts))).verdict is all_of(verdicts)


@pytest.mark.parametrize("verdicts", THREE_VERDICTS)
def test_any_of_three_conditions(verdicts: tuple[Verdict, ...]) -> None:
    assert decided(AnyOf(*map(condition, verdicts))).verdict is any_of(verdicts)


@pytest.mark.parametrize(("verdict", "swapped"), [(N, M), (U, U), (D, D), (M, N)])
def test_not(verdict: Verdict, swapped: Verdict) -> None:
    decision = decided(AllOf(Not(condition(verdict))))
    assert decision.verdict is swapped
    assert decision.findings == (FOUND[verdict],)


@pytest.mark.parametrize(
    ("clause", "verdict"),
    [
        (AllOf(condition(M), AnyOf(condition(N), condition(M))), M),
        (AllOf(condition(M), AnyOf(condition(N), condition(U))), U),
        (AllOf(condition(N), AnyOf(condition(M), condition(U))), N),
        (AnyOf(condition(N), AllOf(condition(M), condition(D))), D),
        (AnyOf(AllOf(condition(M), condition(N)), AllOf(condition(M), condition(M))), M),
        (AllOf(Not(AnyOf(condition(N), condition(N))), condition(M)), M),
        (AllOf(Not(AllOf(condition(M), condition(U)))), U),
    ],
)
def test_clauses_within_clauses(clause: AllOf[object] | AnyOf[object], verdict: Verdict) -> None:
    assert decided(clause).verdict is verdict


@pytest.mark.parametrize("joined", [AllOf, AnyOf])
def test_every_condition_is_asked_in_order_even_when_the_verdict_is_settled(
    joined: type[AllOf[object] | AnyOf[object]],
) -> None:
    asked: Asked = []
    order = (N, M, U, D, M, N)
    decision = decided(joined(*(condition(verdict, asked) for verdict in order)))
    assert asked == list(order)
    assert [finding.verdict for finding in decision.findings] == list(order)


def test_a_decision_is_flat_with_one_finding_for_each_condition() -> None:
    clause = AllOf(condition(M), AnyOf(condition(N), Not(condition(D))), AllOf(condition(U), condition(M)))
    assert [finding.verdict for finding in decided(clause).findings] == [M, N, D, U, M]


def test_a_clause_that_joins_nothing_is_undetermined() -> None:
    assert decided(AllOf(AllOf())).verdict is U
    assert decided(AnyOf(AnyOf())).verdict is U
    assert decided(AllOf(condition(M), AnyOf())).verdict is U


def test_missing_facts_come_from_every_undetermined_finding_each_named_once() -> None:
    first, second = CONDITION.unknown("benefits", "residence"), CONDITION.unknown("sex", "benefits")
    decision = Decision(QUESTION, DAY, U, (first, FOUND[M], second, FOUND[N]))
    assert decision.missing == ("benefits", "residence", "sex")


def test_missing_facts_are_named_even_where_the_verdict_is_settled_without_them() -> None:
    assert decided(AllOf(condition(N), condition(U))).missing == ("a_fact",)


# ── questions left to another document ──────────────────────────────────────────────────────────────────────────


def test_a_question_that_nothing_answers_cannot_be_declared() -> None:
    with pytest.raises(ValueError, match="EX-ELIG-01 has no conditions; name the document"):
        Question(QUESTION, AllOf())


def test_a_question_left_to_another_document_is_undetermined_and_names_it() -> None:
    question: Question[object] = Question(QUESTION, AllOf(), elsewhere=ELSEWHERE)
    decision = question.decide(object(), DAY)
    assert decision.verdict is U
    assert decision.findings == (ELSEWHERE,)
    assert "Provider Guidance" in decision.explain()


@pytest.mark.parametrize(("verdict", "together"), [(M, U), (D, U), (U, U), (N, N)])
def test_conditions_beside_another_document_are_never_met(verdict: Verdict, together: Verdict) -> None:
    question = Question(QUESTION, AllOf(condition(verdict)), elsewhere=ELSEWHERE)
    decision = question.decide(object(), DAY)
    assert decision.verdict is together
    assert decision.findings == (FOUND[verdict], ELSEWHERE)


# ── in words ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_explain_gives_the_verdict_and_every_reason_with_its_rule_and_paragraphs() -> None:
    assert decided(AllOf(condition(M), condition(N), condition(U), condition(D))).explain().split("\n") == [
        "May take part on 10 March 2021: not met (EX-ELIG-01)",
        "  met           A condition: it holds [EX-ELIG-02: Guide to everything 1.2, 1.3]",
        "  not met       A condition: it does not hold [EX-ELIG-02: Guide to everything 1.2, 1.3]",
        "  undetermined  A condition: not known: a_fact [EX-ELIG-02: Guide to everything 1.2, 1.3]",
        "  discretionary A condition: a work coach decides [EX-ELIG-02: Guide to everything 1.2, 1.3]",
    ]


def test_a_question_names_its_rules_in_the_order_written() -> None:
    other = Rule("EX-ELIG-03", "Another", (DOCUMENT["2"],))
    clause = AllOf(condition(M), Not(AnyOf(condition(N))))
    assert Question(QUESTION, clause).rules == (QUESTION, CONDITION, CONDITION)
    assert Question(other, clause).rules[0] is other


def test_a_decision_does_not_change() -> None:
    decision = decided(AllOf(condition(M)))
    for name in ("verdict", "findings", "missing", "more"):
        with pytest.raises(AttributeError):
            setattr(decision, name, N)
    assert isinstance(decision.findings, tuple)
