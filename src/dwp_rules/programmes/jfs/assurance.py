"""Provider assurance and compliance checks (7.36, 7.55, 7.56)."""

from dwp_rules.calendar import weeks, working_days
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Rule
from dwp_rules.standards import Timed
from dwp_rules.standards.assurance import assurance_reviews, checks, plan_failures, repeated_low_ratings

__all__ = ["TIMES", "low_ratings", "plan_not_in_time"]

SAMPLE = Rule(
    "JFS-ASSURE-01",
    "PCO sample 5 working days before",
    GUIDANCE.paragraphs("7.36"),
    note="Counted back with the working day before the check as day 1.",
    counts_by=("JFS-CAL-01",),
)
LENGTH = Rule(
    "JFS-ASSURE-04",
    "Review up to 20 weeks",
    GUIDANCE.paragraphs("7.55"),
    note="140 days after its first day. When the next review takes place is stated by no formula.",
)
LOW_RATINGS = Rule(
    "JFS-ASSURE-05",
    "Remedial action on repeated low ratings",
    GUIDANCE.paragraphs("7.56"),
    note="Weak to limited is better, not the same or worse. 'The same reasons': any in common.",
)
ACTION_PLAN = Rule("JFS-ASSURE-06", "Remedial action for the action plan", GUIDANCE.paragraphs("7.56"))

TIMES = (
    Timed(SAMPLE, working_days(5), of=checks, before=True),
    Timed(LENGTH, weeks(20), of=assurance_reviews),
)
low_ratings = repeated_low_ratings(LOW_RATINGS)
plan_not_in_time = plan_failures(ACTION_PLAN)
