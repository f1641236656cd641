"""Rules as values: where they come from, what they can say, and how their verdicts combine."""

from dwp_rules.rules.choices import Parameter, Parameters, ParameterValue, Reading, Readings
from dwp_rules.rules.decisions import AllOf, AnyOf, Condition, Decision, Not, Question, Test
from dwp_rules.rules.rule import Finding, Reason, Rule
from dwp_rules.rules.sentences import FactValue, in_words, sentence
from dwp_rules.rules.sources import Citation, Source
from dwp_rules.rules.verdicts import Verdict, all_of, any_of, negated

__all__ = [
    "AllOf",
    "AnyOf",
    "Citation",
    "Condition",
    "Decision",
    "FactValue",
    "Finding",
    "Not",
    "Parameter",
    "ParameterValue",
    "Parameters",
    "Question",
    "Reading",
    "Readings",
    "Reason",
    "Rule",
    "Source",
    "Test",
    "Verdict",
    "all_of",
    "any_of",
    "in_words",
    "negated",
    "sentence",
]
