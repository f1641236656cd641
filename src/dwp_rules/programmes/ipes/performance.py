"""Performance of IPES over many cases: cohorts of starts, the lower and the higher level, earners (4.5, 4.6, 4.34)."""

from collections.abc import Sequence

from dwp_rules.calendar import Month
from dwp_rules.facts import EarningsPayment
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Outcome, OutcomeKind, OutcomeStatus
from dwp_rules.programmes.ipes import claims
from dwp_rules.programmes.ipes import outcome_rules as because
from dwp_rules.programmes.ipes.earnings import what_counts
from dwp_rules.programmes.ipes.referral import COHORT
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.timeline import last_day_counted
from dwp_rules.programmes.ipes.work import clock, start_day
from dwp_rules.rules import Rule
from dwp_rules.standards.performance import (
    CohortProfile,
    CohortRate,
    Maturity,
    MonthlyCount,
    Performance,
    Reached,
    payable_outcomes,
)

__all__ = ["PERFORMANCE"]

MINIMUM = Rule(
    "IPES-PERF-02",
    "Minimum performance levels: lower and higher",
    SPEC.paragraphs("4.34"),
    note="The percentages are bid, so the contract or the caller gives them. Of the starts of a cohort, an outcome of "
    "either kind; what is excluded does not count (IPES-PERF-08). Compared unrounded, in progress until the last "
    "start's day 700 has passed.",
    counts_by=("IPES-PERF-01",),
)
EARNERS = Rule(
    "IPES-PERF-04",
    "Earnings performance indicator",
    SPEC.paragraphs("4.5"),
    note="Those with pay that counts in the month, on provision, against the number predicted for it, which the "
    "contract or the caller gives.",
)


def counts_for_performance(s: Situation, outcomes: Sequence[Outcome]) -> Sequence[Reached]:
    """Count what may be paid, and what only the person's engagement by the provider bars from payment (4.25, 4.29)."""
    if s[claims.evidence_missing]:
        outcomes = [outcome for outcome in outcomes if outcome.kind is OutcomeKind.EMPLOYED]
    barred = [Reached(o.kind, o.level) for o in outcomes if o.status is OutcomeStatus.ACHIEVED and only_barred(o)]
    return [*payable_outcomes(s, outcomes), *barred]


def only_barred(outcome: Outcome) -> bool:
    """Whether nothing but the bar on those whom the provider engages stands in the way of payment."""
    return bool(outcome.blocked_by) and all(finding.rule is because.PROVIDER_GROUP for finding in outcome.blocked_by)


def earned_in(s: Situation, month: Month) -> bool:
    """Whether pay that counts was paid to a participant in a month, on provision."""
    if not s[start_day]:
        return False
    first, last, counts = s[clock].start, s[last_day_counted], s[what_counts]
    return any(
        paid.on in month and first <= paid.on <= last and paid.amount > 0 and counts.why_not(paid) is None
        for paid in s.of(EarningsPayment)
    )


PERFORMANCE = Performance(
    cohorts=CohortProfile(
        levels=("lower", "higher"),
        rates=(
            CohortRate(MINIMUM, "lower", "lower", parameter="lower_percent"),
            CohortRate(MINIMUM, "higher", "higher", parameter="higher_percent"),
        ),
        maturity=Maturity(COHORT, outcome_day="closing_day", claim_day="claim_day"),
        start=start_day,
        counts=counts_for_performance,
    ),
    monthly=(MonthlyCount(EARNERS, "predicted_earners", earned_in),),
)
