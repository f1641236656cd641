"""Conditions that rest on one yes-or-no fact of the participant."""

from datetime import date
from typing import TypeAlias

from dwp_rules.facts.situation import Situation
from dwp_rules.rules import Condition, Finding, Rule

__all__ = ["SituationCondition", "flag"]

SituationCondition: TypeAlias = Condition[Situation]


def flag(
    rule: Rule, fact: str, *, yes: tuple[str, str], no: tuple[str, str], wanted: bool = True
) -> SituationCondition:
    """Declare a condition that holds where a fact of the participant is `wanted`.

    `yes` and `no` are the code and the sentence given where the fact is true and where it is false.
    """
    true, false = (rule.met(*yes), rule.not_met(*no)) if wanted else (rule.not_met(*yes), rule.met(*no))
    found_true, found_false = true(True, **{fact: True}), false(False, **{fact: False})
    unknown = rule.unknown(fact)

    def test(situation: Situation, _on: date) -> Finding:
        value = situation.person[fact]
        if value is None:
            return unknown
        return found_true if value else found_false

    return Condition(rule, test)
