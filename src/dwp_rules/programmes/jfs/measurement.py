"""What Job Finding Support says of a whole scorecard: targets, periods, improvement action, and what is reported."""

from collections.abc import Sequence

from dwp_rules.facts import SurveyAnswer, SurveyResponse
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jfs.deadlines import ACKNOWLEDGEMENT
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.standards import FINALISED, MEETING, PLAN_UPDATED, RECORDED, SHARED, cohort_day
from dwp_rules.programmes.jfs.support import SATISFACTION, survey_answers
from dwp_rules.rules import FactValue, Finding, Rule
from dwp_rules.standards import Card, Judged, Measured, Standard, Windows

__all__ = ["CARD_RULES", "INDICATORS", "WINDOWS"]

TARGETS = Rule(
    "JFS-CSS-07",
    "Targets",
    GUIDANCE.paragraphs("7.44", "6.07"),
    note="Only CSS 1 and 2 carry service credits, and only they have red bands.",
)
against_target = "{css}: {met} of {counted}, {percent}%, target {target}%; service credits: {has_service_credit}"
target_met = TARGETS.met("target_met", against_target)
target_missed = TARGETS.not_met("target_missed", against_target)
nothing_to_measure = TARGETS.undetermined("nothing_to_measure", "{css}: nothing to measure, target {target}%")
not_decided = TARGETS.undetermined("not_decided_yet", "{css}: not decided yet, target {target}%")

PERIODS = Rule(
    "JFS-PERF-01",
    "Review windows",
    GUIDANCE.paragraphs("7.13", "7.20", "7.29", "7.45"),
    note="7.45 names in-month and rolling 3 months for the standards, 7.13 and 7.20 all four: all are computed. A "
    "rolling figure pools its months; a window with fewer months uses those there are.",
)
IMPROVEMENT = Rule(
    "JFS-PERF-03",
    "Improvement action",
    GUIDANCE.paragraphs("7.45"),
    note="Considered each month for every standard not achieved; one with nothing to measure is not missed.",
)
to_be_considered = IMPROVEMENT.not_met(
    "considered", "improvement action is considered: {standards_missed} not achieved"
)
none_missed = IMPROVEMENT.met("none_missed", "no standard was missed")

REPORTED = Rule(
    "JFS-MI-05",
    "Counts reported for CSS 3, 4 and 5",
    GUIDANCE.paragraphs("8.06", "8.07"),
    note="Eligible cases are those decided: a case not yet due is reported in a later return.",
)
reported = REPORTED.met("reported", "{css}: {eligible} eligible, {met} met, {percent}%")
none_eligible = REPORTED.met("none_eligible", "{css}: none eligible")

WITH_SERVICE_CREDIT = frozenset({MEETING, RECORDED})
IN_THE_RETURN = frozenset({PLAN_UPDATED, FINALISED, SHARED})


def answers_given(s: Situation) -> Sequence[Judged]:
    """The answers to the survey, each in the month in which it was given."""
    return [Judged(f, r.on) for f, r in zip(survey_answers(s), s.of(SurveyResponse), strict=True)]


def targets(card: Card) -> Sequence[Finding]:
    """Each standard against its target, and whether it carries service credits (7.44)."""
    return [_against_target(line) for line in card.lines if line.target is not None]


def _against_target(line: Measured) -> Finding:
    facts: dict[str, FactValue] = {"css": line.number, "met": line.met, "counted": line.counted}
    facts |= {"percent": line.shown, "target": line.target, "target_met": line.achieved}
    facts |= {"has_service_credit": line.rule in WITH_SERVICE_CREDIT}
    if line.achieved is not None:
        return (target_met if line.achieved else target_missed)(line.target, **facts)
    if not line.population:
        return nothing_to_measure(line.target, **facts)
    return not_decided(line.target, **facts)._replace(missing=line.missing)


def improvement(card: Card) -> Sequence[Finding]:
    """The standards for which improvement action is considered (7.45)."""
    missed = tuple(line.number for line in card.lines if line.achieved is False)
    if missed:
        return (to_be_considered.found(True, ("standards_missed", missed)),)
    return (none_missed.found(False, ("standards_missed", ())),)


def returned(card: Card) -> Sequence[Finding]:
    """What the clerical return reports of CSS 3, 4 and 5 (8.06)."""
    lines = [line for line in card.lines if line.rule in IN_THE_RETURN]
    return [
        (reported if line.counted else none_eligible).found(
            line.shown, ("css", line.number), ("eligible", line.counted), ("met", line.met), ("percent", line.shown)
        )
        for line in lines
    ]


INDICATORS = (
    Standard("acknowledgement", ACKNOWLEDGEMENT, (ACKNOWLEDGEMENT.id,), target=None, placed_by=cohort_day),
    Standard(
        "satisfaction", SATISFACTION, target=None, judged_by=answers_given, answers=tuple(a.value for a in SurveyAnswer)
    ),
)
"""Measured without a target: the acknowledgement, which 3.08 says is monitored, and the answers to the survey."""
WINDOWS = Windows(PERIODS)
CARD_RULES = (targets, improvement, returned)
