"""What both strands say of a whole scorecard: standards without a percentage, and the answers to the survey."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from dwp_rules.facts import SurveyAnswer, SurveyResponse
from dwp_rules.facts.situation import Situation
from dwp_rules.rules import FactValue, Finding, Rule
from dwp_rules.standards import EVERY_CASE, Card, Judged, Measured, Standard

__all__ = ["distribution", "every_case", "satisfaction"]

CardRules: TypeAlias = Callable[[Card], Sequence[Finding]]
Findings: TypeAlias = Callable[[Situation], Sequence[Finding]]


def every_case(rule: Rule) -> CardRules:
    """Make the rule of the standards that state no percentage: each case must meet them."""
    of_counts = "{standard}: {met} of {counted} met it, {percent}%; {target}% must"
    reached, missed = rule.met("every_case_met", of_counts), rule.not_met("not_every_case_met", of_counts)
    empty = rule.undetermined("nothing_to_measure", "{standard}: nothing to measure")
    waiting = rule.undetermined("not_decided_yet", "{standard}: {met} of {counted} met it so far, others are open")

    def rules(card: Card) -> Sequence[Finding]:
        lines = [line for line in card.lines if line.of_cases and line.stated == EVERY_CASE]
        return [_against_every_case(line) for line in lines]

    def _against_every_case(line: Measured) -> Finding:
        facts: dict[str, FactValue] = {"standard": line.number, "met": line.met, "counted": line.counted}
        facts |= {"percent": line.shown, "target": line.target}
        if line.achieved is not None:
            return (reached if line.achieved else missed)(line.shown, **facts)
        if not line.population:
            return empty(None, **facts)
        return waiting(line.shown, **facts)._replace(missing=line.missing)

    return rules


def satisfaction(rule: Rule, survey: Findings) -> Standard:
    """Make the indicator that counts the answers to the satisfaction question, each in the month it was given."""

    def answered(s: Situation) -> Sequence[Judged]:
        responses = s.of(SurveyResponse)
        return [Judged(found, r.on) for found, r in zip(survey(s), responses, strict=True)] if responses else ()

    answers = tuple(answer.value for answer in SurveyAnswer)
    return Standard("satisfaction", rule, target=None, judged_by=answered, answers=answers)


def distribution(rule: Rule) -> CardRules:
    """Make the rule that counts the valid answers, by group of participants."""
    counts = "; ".join(f"{answer.value.replace('_', ' ')} {{{answer.value}}}" for answer in SurveyAnswer)
    distributed = rule.met("distribution", f"{{group}}: {counts}")

    def rules(card: Card) -> Sequence[Finding]:
        return [
            distributed(sum(number for _answer, number in one.counts), group=one.group, **dict(one.counts))
            for line in card.lines
            if line.rule is rule
            for one in line.answers
        ]

    return rules
