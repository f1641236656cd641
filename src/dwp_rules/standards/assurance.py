"""Assurance: how long a review may take, what low ratings and failed action plans open, when samples are sent."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.facts import (
    ActionPlanStep,
    AssuranceRating,
    AssuranceReview,
    ComplianceCheck,
    PlanKind,
    PlanStep,
)
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.rules import Finding, Reason, Rule
from dwp_rules.standards.contract_terms import ContractRules
from dwp_rules.standards.occasions import Occasion

__all__ = ["assurance_reviews", "checks", "plan_after_review", "plan_failures", "repeated_low_ratings"]

WORST_FIRST = tuple(AssuranceRating)
LOW = frozenset({AssuranceRating.WEAK, AssuranceRating.LIMITED})
IN_SUCCESSION = 3
REPEATED, THIRD = "same_or_worse_for_same_reasons", "third_consecutive_weak_or_limited"


def assurance_reviews(s: ContractSituation) -> Sequence[Occasion]:
    """The reviews, from their first day to their last."""
    return [Occasion(review.on, review.ended_on) for review in s.of(AssuranceReview)]


def checks(s: ContractSituation) -> Sequence[Occasion]:
    """The compliance checks, each with the day on which its sample was sent."""
    return [Occasion(check.on, check.sample_sent_on) for check in s.of(ComplianceCheck)]


def repeated_low_ratings(rule: Rule) -> ContractRules:
    """Make what a rule finds of low ratings that were repeated: for a reason in common, or three in succession."""
    opened = rule.discretionary("remedial_action", "remedial action may be taken: {triggers} (reviews {reviews})")
    not_opened = rule.met("no_trigger", "no rating opens remedial action")

    def found(s: ContractSituation) -> Sequence[Finding]:
        ended = [review for review in s.of(AssuranceReview) if review.ended_on is not None or review.rating is not None]
        if not ended:
            return ()
        if any(review.rating is None for review in ended):
            return (rule.unknown("assurance_review.rating"),)
        triggers = [(place + 1, name) for place in range(len(ended)) for name in _triggers(ended[: place + 1])]
        certain = [(place, name) for place, name in triggers if name]
        if not certain and triggers:
            return (rule.unknown("assurance_review.reasons"),)
        names = {name for _place, name in certain}
        reason = opened if certain else not_opened
        return (
            reason(
                bool(certain),
                triggers=tuple(name for _place, name in certain),
                reviews=tuple(place for place, _name in certain),
                repeat_for_same_reasons=REPEATED in names,
                third_consecutive=THIRD in names,
            ),
        )

    return found


def _triggers(reviews: Sequence[AssuranceReview]) -> Sequence[str]:
    """What the last of some reviews triggers; an empty name where its reasons would decide it and are not known."""
    last = reviews[-1]
    if last.rating not in LOW:
        return ()
    triggers: list[str] = []
    before = reviews[-2] if len(reviews) > 1 else None
    if before is not None and before.rating in LOW and _no_better(last, before):
        if last.reasons is None or before.reasons is None:
            triggers.append("")
        elif last.reasons & before.reasons:
            triggers.append(REPEATED)
    if len(reviews) >= IN_SUCCESSION and all(review.rating in LOW for review in reviews[-IN_SUCCESSION:]):
        triggers.append(THIRD)
    return triggers


def _no_better(review: AssuranceReview, before: AssuranceReview) -> bool:
    return _rank(review) <= _rank(before)


def _rank(review: AssuranceReview) -> int:
    return len(WORST_FIRST) if review.rating is None else WORST_FIRST.index(review.rating)


def plan_after_review(rule: Rule) -> ContractRules:
    """Make what a rule finds of the action plan that a review with weaknesses requires, and whether it is closed."""
    closed = rule.met("closed", "weaknesses were found; all {actions} actions are accepted")
    open_still = rule.not_met("open", "weaknesses were found; {accepted} of {actions} actions are accepted")
    none_needed = rule.met("none_needed", "no weaknesses were found")(False, plan_required=False, closed=True)

    def found(s: ContractSituation) -> Sequence[Finding]:
        reviews = s.of(AssuranceReview)
        return [of_one(s, reviews, place) for place, review in enumerate(reviews) if review.weaknesses is not None]

    def of_one(s: ContractSituation, reviews: Sequence[AssuranceReview], place: int) -> Finding:
        if not reviews[place].weaknesses:
            return none_needed
        until = reviews[place + 1].on if place + 1 < len(reviews) else date.max
        steps = [step for step in _plan_steps(s) if reviews[place].on <= step.on < until]
        totals = [step.actions_total for step in steps if step.actions_total is not None]
        if not totals:
            return rule.unknown("action_plan_step.actions_total")
        accepted = sum(1 for step in steps if step.step is PlanStep.ACTION_ACCEPTED)
        done = accepted >= totals[-1]
        reason = closed if done else open_still
        return reason(True, plan_required=True, closed=done, accepted=accepted, actions=totals[-1])

    return found


def _plan_steps(s: ContractSituation) -> Sequence[ActionPlanStep]:
    return [step for step in s.of(ActionPlanStep) if step.plan is PlanKind.ASSURANCE_ACTION_PLAN]


def plan_failures(rule: Rule, *, refers_suspicion: bool = False) -> ContractRules:
    """Make what a rule finds of an assurance action plan that was not submitted, or not implemented, in time.

    `refers_suspicion`: the same provision refers suspicion of improper acting to investigators.
    """
    opened = rule.discretionary("remedial_action", "remedial action may be taken: not in time: {failed}")
    not_opened = rule.met("in_time", "the action plan was or still may be submitted and implemented in time")
    referred = rule.discretionary("refer", "suspicion of improper acting is referred to investigators")

    def found(s: ContractSituation) -> Sequence[Finding]:
        steps = _plan_steps(s)
        suspicion = any(review.suspicion for review in s.of(AssuranceReview))
        if not steps and not suspicion:
            return ()
        failed = tuple(name for name in (PlanStep.SUBMITTED, PlanStep.IMPLEMENTED) if _failed(s, steps, name))
        reason: Reason = opened if failed else referred if suspicion and refers_suspicion else not_opened
        facts = {"refer_to_investigators": suspicion} if refers_suspicion else {}
        return (reason(bool(failed), failed=tuple(name.value for name in failed), **facts),)

    return found


def _failed(s: ContractSituation, steps: Sequence[ActionPlanStep], step: PlanStep) -> bool:
    """Whether a step was not done by the day last agreed for it."""
    agreed = [due for one in steps if (due := _agreed(one, step)) is not None]
    done = [one.on for one in steps if one.step is step]
    if not agreed:
        return False
    return done[0] > agreed[-1] if done else s.as_of > agreed[-1]


def _agreed(one: ActionPlanStep, step: PlanStep) -> date | None:
    if one.step is step and one.due_on is not None:
        return one.due_on
    return one.submission_due_on if step is PlanStep.SUBMITTED else one.implementation_due_on
