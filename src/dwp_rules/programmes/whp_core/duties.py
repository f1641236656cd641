"""Duties of WHP Core that are simply done or not."""

from dwp_rules.facts import CustomerGroup, Start
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.chapter_16.duties import contract_duties, evaluation_duty
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["DUTIES"]


def started(s: Situation) -> bool:
    """The person is, or was, a participant."""
    return bool(s[start_days])


def in_one_group(s: Situation) -> bool | Unknown:
    """The participant belongs to one of WHP Core's groups."""
    group = s.participant.customer_group
    return Unknown("customer_group") if group is None else group is not CustomerGroup.JETS


ONE_GROUP = Rule(
    "WHP-GROUP-02",
    "Every start in exactly one customer group",
    CHAPTER_16.paragraphs("32"),
    note="Whether a person may change group is not stated: the group at referral.",
)

DUTIES = (
    Duty(ONE_GROUP, shown_by=in_one_group, about=Start, when=started),
    evaluation_duty("WHP"),
    *contract_duties("WHP"),
)
