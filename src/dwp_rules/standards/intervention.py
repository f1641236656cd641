"""Levels of intervention, and the provider's action plan that goes with them."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import ActionPlanStep, ContractNotice, Notice, PlanKind, PlanStep
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.contract_terms import ContractRules
from dwp_rules.standards.occasions import reviews

__all__ = ["STANDARD_LEVEL", "any_level", "level_in_force", "plan_in_place", "plan_reviewed_at_each"]

STANDARD_LEVEL = 1
HIGHEST_LEVEL = 4
"""Level 1 standard, 2 enhanced, 3 informal, 4 formal."""
TO_HAVE_IT = frozenset({PlanStep.IN_PLACE, PlanStep.SUBMITTED})


def _levels(s: ContractSituation) -> Sequence[ContractNotice]:
    return [notice for notice in s.of(ContractNotice) if notice.notice is Notice.INTERVENTION_LEVEL]


def level_in_force(s: ContractSituation) -> int:
    """The highest level of intervention that runs on the day; without a notice the standard one."""
    running = [n.level for n in _levels(s) if n.level is not None and (n.ends_on is None or n.ends_on >= s.as_of)]
    return max(running, default=STANDARD_LEVEL)


def any_level(rule: Rule) -> ContractRules:
    """Make what a rule finds of each notice of a level: any of the four, at any time, beside those that run."""
    permitted = rule.met("permitted", "level {level} on {on}; the levels that run are {resulting_levels}")
    no_level = rule.not_met("no_such_level", "{level} is none of the four levels")

    def found(s: ContractSituation) -> Sequence[Finding]:
        return [of_one(s, place) for place in range(len(_levels(s)))]

    def of_one(s: ContractSituation, place: int) -> Finding:
        notices = _levels(s)[: place + 1]
        notice = notices[-1]
        if notice.level is None:
            return rule.unknown("contract_notice.level")
        if not STANDARD_LEVEL <= notice.level <= HIGHEST_LEVEL:
            return no_level(False, level=notice.level)
        running = {n.level for n in notices if n.level is not None and (n.ends_on is None or n.ends_on >= notice.on)}
        levels = tuple(sorted(level for level in running if STANDARD_LEVEL <= level <= HIGHEST_LEVEL))
        return permitted(True, level=notice.level, on=notice.on, resulting_levels=levels)

    return found


def plan_in_place(rule: Rule) -> ContractRules:
    """Make what a rule finds of the provider's action plan: in place from the day after implementation ends.

    At the standard level, and there only, DWP may say in a notice that none is needed.
    """
    in_place = rule.met("in_place", "in place since {since}; required from {in_place_from}")
    wanting = rule.not_met("not_in_place", "not in place, though required from {in_place_from}")
    not_required = rule.met("not_required", "at level {level}, and DWP agreed that none is required")
    not_yet = rule.undetermined("not_yet_due", "to be in place from {in_place_from}")

    def found(s: ContractSituation) -> Sequence[Finding]:
        ends, level = s.contract.implementation_ends_on, s[level_in_force]
        since = _first(s)
        facts = {"level": level, "in_place": since is not None}
        if level == STANDARD_LEVEL and any(n.notice is Notice.PLAN_EXEMPTION for n in s.of(ContractNotice)):
            return (not_required(False, plan_required=False, in_place_from=None, **facts),)
        if ends is None:
            return (rule.unknown("contract.implementation_ends_on"),)
        required = ends + ONE_DAY
        reason = in_place if since is not None else wanting if s.as_of >= required else not_yet
        return (reason(True, plan_required=True, in_place_from=required, since=since, **facts),)

    return found


def _first(s: ContractSituation) -> date | None:
    steps = [step for step in s.of(ActionPlanStep) if step.plan is PlanKind.PROVIDER_ACTION_PLAN]
    return next((step.on for step in steps if step.step in TO_HAVE_IT), None)


def plan_reviewed_at_each(rule: Rule) -> ContractRules:
    """Make what a rule finds of the reviews at which the action plan was not reviewed."""
    at_each = rule.met("at_each", "reviewed at each of {reviews} performance reviews")
    not_at_each = rule.not_met("not_at_each", "not reviewed on: {without}")

    def found(s: ContractSituation) -> Sequence[Finding]:
        held = s[reviews]
        if not held:
            return ()
        without = tuple(meeting.on for meeting in held if meeting.plan_reviewed is False)
        if without:
            return (not_at_each(without, without=without),)
        if any(meeting.plan_reviewed is None for meeting in held):
            return (rule.unknown("contract_meeting.plan_reviewed"),)
        return (at_each((), reviews=len(held)),)

    return found
