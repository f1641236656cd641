"""What a contract of either strand owes under chapter 16: returns, reviews, action plans, assurance."""

from collections.abc import Mapping
from typing import NamedTuple

from dwp_rules.calendar import DayOne, working_days
from dwp_rules.facts import ReturnKind
from dwp_rules.programmes.chapter_16.sources import CHAPTER_16
from dwp_rules.rules import Citation, Rule
from dwp_rules.standards import ContractDeadline, ContractRules, ContractTerms, MonthlyReturn, Timed
from dwp_rules.standards.assurance import plan_after_review, plan_failures, repeated_low_ratings
from dwp_rules.standards.intervention import any_level, plan_in_place, plan_reviewed_at_each
from dwp_rules.standards.occasions import packs_before_reviews
from dwp_rules.standards.reviews import reviewed_every_month

__all__ = ["SharedRules", "monthly_templates", "shared_rules", "shared_terms"]

NO_OTHERS: Mapping[str, tuple[Citation, ...]] = {}


def monthly_templates(*, insight: Rule, month_end: Rule) -> tuple[MonthlyReturn, ...]:
    """Declare the two templates due on the 15th of the next month (37 CSS15, CSS16, 38 CSS13, CSS14)."""
    return (
        MonthlyReturn(insight, ReturnKind.PARTICIPANT_INSIGHT, from_day=15),
        MonthlyReturn(month_end, ReturnKind.MONTH_END, from_day=15),
    )


class SharedRules(NamedTuple):
    """The rules on a contract that both strands have, under the ids of one."""

    performance_return: Rule
    before_review: Rule
    review: Rule
    levels: Rule
    plan: Rule
    plan_reviewed: Rule
    plan_after_review: Rule
    low_ratings: Rule
    plan_failures: Rule


def shared_rules(strand: str, also: Mapping[str, tuple[Citation, ...]] = NO_OTHERS) -> SharedRules:
    """Give them for a strand, whose ids begin with its name; `also` cites its own documents, by number."""
    by_calendar = (f"{strand}-CAL-01",)

    def rule(number: str, title: str, *paragraphs: str, note: str = "", counts_by: tuple[str, ...] = ()) -> Rule:
        citations = (*also.get(number, ()), *CHAPTER_16.paragraphs(*paragraphs))
        return Rule(f"{strand}-{number}", title, citations, note=note, counts_by=counts_by)

    return SharedRules(
        rule(
            "MI-10",
            "Performance return by the 15th Working Day",
            "22",
            note="Of the month after the one reported, whose first Working Day is the first of the fifteen.",
            counts_by=by_calendar,
        ),
        rule(
            "MI-11",
            "Monthly MI five Working Days before the CPR",
            "11",
            note="The fifth Working Day before the meeting, whose own day is not counted.",
            counts_by=by_calendar,
        ),
        rule(
            "CPR-01",
            "Contract Performance Review every month",
            *("11", "28", "27"),
            note="One in every calendar month, unless DWP changes how often.",
        ),
        rule("PMIR-02", "Levels need not be sequential and may run together", "5", "10"),
        rule(
            "PMIR-03",
            "Provider Action Plan required",
            "6",
            note="'Immediately following' the implementation period is the day after it.",
        ),
        rule("PMIR-06", "Plan reviewed at each CPR", "6", "11"),
        rule("ASSURE-05", "Action plan after a review", "53"),
        rule(
            "ASSURE-06",
            "Remedial action after repeated low ratings",
            "54 first bullet",
            note="'The same reasons': any in common. Weak then limited is better, so it counts only towards three in a "
            "row.",
        ),
        rule(
            "ASSURE-07",
            "Remedial action for action plan failure; referral to investigators",
            "54 second and third bullets",
            note="The referral stands under 'remedial actions' but is told apart from them.",
        ),
    )


def shared_terms(rules: SharedRules, *, templates: tuple[MonthlyReturn, ...]) -> ContractTerms:
    """Declare what they ask of a contract, after the strand's two monthly templates."""
    findings: tuple[ContractRules, ...] = (
        reviewed_every_month(rules.review),
        any_level(rules.levels),
        plan_in_place(rules.plan),
        plan_reviewed_at_each(rules.plan_reviewed),
        plan_after_review(rules.plan_after_review),
        repeated_low_ratings(rules.low_ratings),
        plan_failures(rules.plan_failures, refers_suspicion=True),
    )
    deadlines: tuple[ContractDeadline, ...] = (
        *templates,
        MonthlyReturn(
            rules.performance_return,
            ReturnKind.PERFORMANCE_RETURN,
            period=working_days(15, DayOne.SAME),
        ),
        Timed(rules.before_review, working_days(5), of=packs_before_reviews, before=True),
    )
    return ContractTerms(deadlines=deadlines, rules=findings)
