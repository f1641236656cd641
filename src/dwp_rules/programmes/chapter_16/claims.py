"""Whether a self-employed outcome was claimed in time (chapter 16, 20)."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from dwp_rules.rules import Finding, Rule

__all__ = ["ClaimInTime", "claim_in_time_of"]

ClaimInTime: TypeAlias = Callable[[list[date], date | None, date, date], Finding]
"""What is found of the days claimed on, the day of the outcome, the last day to claim, on a day of assessment."""


def claim_in_time_of(rule: Rule) -> ClaimInTime:
    """Make what a rule finds of the day of a claim."""
    claimed_in_time = rule.met("claimed_in_time", "claimed on {claimed_on}, by {claim_by}")
    may_be_claimed = rule.met("may_be_claimed", "may be claimed until {claim_by}")
    late_claim = rule.not_met("late_claim", "claimed on {claimed_on}, after {claim_by}")
    not_claimed = rule.not_met("not_claimed", "not claimed by {claim_by}")
    premature_claim = rule.not_met(
        "premature_claim", "claimed on {claimed_on}, before the outcome was achieved ({reached})"
    )

    def claim_in_time(made: list[date], reached: date | None, claim_by: date, as_of: date) -> Finding:
        good = [on for on in made if on <= claim_by and (reached is None or on >= reached)]
        if good:
            return claimed_in_time(claim_by, claimed_on=good[0], claim_by=claim_by)
        late = [on for on in made if on > claim_by]
        if late:
            return late_claim(claim_by, claimed_on=late[0], claim_by=claim_by)
        if as_of > claim_by:
            return not_claimed(claim_by, claim_by=claim_by)
        if made:
            return premature_claim(claim_by, claimed_on=made[-1], reached=reached)
        return may_be_claimed(claim_by, claim_by=claim_by)

    return claim_in_time
