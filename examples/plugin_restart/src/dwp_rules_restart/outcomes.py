"""Job outcomes of the Restart Scheme: half a year's earnings at the National Living Wage, or half a year of trading."""

from datetime import date
from decimal import Decimal

from dwp_rules.facts import EarningsPayment, SelfEmployedDay
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Outcome, OutcomeKind, OutcomeStatus, earnings_ledger, self_employed_weeks
from dwp_rules.rules import Rule
from dwp_rules.statutory import OutsideRates, national_living_wage
from dwp_rules_restart.sources import NLW, STATISTICS

__all__ = ["outcomes"]

EMPLOYED = Rule(
    "RESTART-OUTCOME-01",
    "Earnings above 16 hours a week for 26 weeks at the National Living Wage",
    (STATISTICS["1"], NLW["adult rate"]),
    note="'Exceeding': a penny more. The rate is that of the Start Date; which rate holds where it rises in between is "
    "not told. Until when an outcome can be reached stands in the provider guidance: none is closed here.",
)
reached = EMPLOYED.met("reached", "£{counted:,.2f} counted; £{threshold:,.2f} passed on {on}")
short = EMPLOYED.not_met("short", "£{counted:,.2f} counted; more than £{threshold:,.2f} is needed")

SELF_EMPLOYED = Rule(
    "RESTART-OUTCOME-02",
    "Six months of self-employment",
    STATISTICS.paragraphs("1"),
    note="Six months are read as the 26 weeks of the earnings, each with a day of trading.",
)
traded = SELF_EMPLOYED.met("traded", "{needed} weeks of self-employment, the last ending on {on}")
too_few = SELF_EMPLOYED.not_met("too_few", "{weeks} weeks of self-employment; {needed} are needed")

PENNY = Decimal("0.01")
UNKNOWN_RATE = Decimal(1_000_000)
"""So high that nothing is reached, where no rate is published for the Start Date."""
LEVEL = "single"


def outcomes(s: Situation) -> tuple[Outcome, ...]:
    """The employed and the self-employed outcome so far; none before a start."""
    started = s[start_days]
    if not started or s.as_of < started[0]:
        return ()
    return employed(s, started[0]), self_employed(s, started[0])


def employed(s: Situation, start: date) -> Outcome:
    """Earnings since the start that exceed 16 hours a week for 26 weeks at the National Living Wage."""
    rate = rate_on(start)
    threshold = s.count("weekly_hours") * s.count("weeks") * (rate or UNKNOWN_RATE)
    ledger = earnings_ledger(s.of(EarningsPayment), threshold + PENNY, start, s.as_of)
    on = None if rate is None else ledger.reached_on
    if rate is None:
        finding, status = EMPLOYED.unknown("national_living_wage"), OutcomeStatus.UNDETERMINED
    elif on is None:
        finding, status = short(None, counted=ledger.counted, threshold=threshold), OutcomeStatus.OPEN
    else:
        finding, status = reached(on, counted=ledger.counted, threshold=threshold, on=on), OutcomeStatus.ACHIEVED
    return Outcome(
        rule=EMPLOYED,
        kind=OutcomeKind.EMPLOYED,
        level=LEVEL,
        status=status,
        achieved_on=on,
        threshold=threshold,
        counted=ledger.counted,
        claim_by=None,
        payable=None if rate is None else on is not None,
        safe_to_claim=None,
        blocked_by=(),
        missing=finding.missing,
        evidence=ledger,
        findings=(finding,),
    )


def rate_on(day: date) -> Decimal | None:
    """The adult National Living Wage of a day, as far as rates are published."""
    try:
        return national_living_wage(day)
    except OutsideRates:
        return None


def self_employed(s: Situation, start: date) -> Outcome:
    """Six months, 26 weeks, of self-employment since the start."""
    needed = s.count("weeks")
    weeks = self_employed_weeks([day.on for day in s.of(SelfEmployedDay)], start, s.as_of)
    on = weeks.completed_on(needed)
    if on is None:
        finding = too_few(None, weeks=weeks.counted, needed=needed)
    else:
        finding = traded(on, needed=needed, on=on)
    return Outcome(
        rule=SELF_EMPLOYED,
        kind=OutcomeKind.SELF_EMPLOYED,
        level=LEVEL,
        status=OutcomeStatus.OPEN if on is None else OutcomeStatus.ACHIEVED,
        achieved_on=on,
        threshold=needed,
        counted=weeks.counted,
        claim_by=None,
        payable=on is not None,
        safe_to_claim=None,
        blocked_by=(),
        missing=(),
        evidence=weeks,
        findings=(finding,),
    )
