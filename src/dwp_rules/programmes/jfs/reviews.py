"""The contract performance reviews of Job Finding Support."""

from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Rule
from dwp_rules.standards.reviews import reviewed_every_month

__all__ = ["monthly_review"]

MONTHLY_REVIEW = Rule(
    "JFS-PERF-02",
    "Monthly contract performance review",
    GUIDANCE.paragraphs("7.18", "7.19", "7.21", "7.22"),
    note="One in every calendar month from the start of the service, unless DWP changes how often.",
)
monthly_review = reviewed_every_month(MONTHLY_REVIEW)
