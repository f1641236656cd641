"""The employed and the self-employed outcome of WHP JETS (specification 3.4 to 3.12 and 3.19)."""

from datetime import date
from typing import NamedTuple

from dwp_rules.facts.situation import Days, Situation
from dwp_rules.outcomes import Outcome, OutcomeKind, OutcomeStatus, standing
from dwp_rules.programmes.jets import outcome_reasons as because
from dwp_rules.programmes.jets import self_employment
from dwp_rules.programmes.jets.earnings import (
    Window,
    earnings,
    earnings_findings,
    employment_began,
    provider_engaged,
    window,
)
from dwp_rules.programmes.jets.self_employment import can_be_claimed, claim_tests, trading, weeks_findings
from dwp_rules.rules import Finding, Verdict

__all__ = ["counted_outcome", "outcomes", "outcomes_reached"]

EMPLOYED, SELF_EMPLOYED = OutcomeKind.EMPLOYED, OutcomeKind.SELF_EMPLOYED
LEVEL = "single"


class Counted(NamedTuple):
    """The one outcome that counts (3.4)."""

    kind: OutcomeKind
    on: date


def counted_outcome(s: Situation) -> Counted | None:
    """Whichever came first, employment on the same day; a self-employed one only if it is or can still be claimed."""
    employed, self_employed = s[earnings].reached_on, s[self_employment.reached_on]
    if self_employed is not None and not s[can_be_claimed]:
        self_employed = None
    if employed is not None and (self_employed is None or employed <= self_employed):
        return Counted(EMPLOYED, employed)
    return None if self_employed is None else Counted(SELF_EMPLOYED, self_employed)


def outcomes_reached(s: Situation) -> Days:
    """The day on which an outcome was achieved, for the life on provision: the first, whichever kind it is."""
    if s[window] is None:
        return ()
    reached = (s[earnings].reached_on, s[self_employment.reached_on])
    return sorted([on for on in reached if on is not None])[:1]


def bar(s: Situation) -> Finding:
    """Nothing may be claimed for anyone whom the provider or its supply chain engages (3.19)."""
    if not s[provider_engaged]:
        return because.not_engaged
    barred = s.reading("provider_employment") == "bars_payment"
    return because.provider_group_engagement if barred else because.earnings_left_out


def one_outcome(s: Situation, kind: OutcomeKind, reached: date | None) -> Finding:
    """At most one outcome for each participant, whichever kind comes first (3.4)."""
    counted = s[counted_outcome]
    if counted is None:
        return because.none_counted
    reason = because.counts if reached is None or counted.kind is kind else because.already_counted
    return reason(counted.kind, kind=counted.kind, on=counted.on)


def outcomes(s: Situation) -> tuple[Outcome, ...]:
    """The employed and the self-employed outcome, achieved or not; none before a start."""
    days = s[window]
    return () if days is None else (employed_outcome(s, days), self_employed_outcome(s, days))


def employed_outcome(s: Situation, days: Window) -> Outcome:
    """£1,000 by day 238 in employment that began by day 182 (3.5, 3.6)."""
    ledger = s[earnings]
    reached = ledger.reached_on
    one, excluded = one_outcome(s, EMPLOYED, reached), s[bar]
    blocked = failing(one, excluded) if reached is not None else ()
    return Outcome(
        because.EMPLOYED,
        EMPLOYED,
        LEVEL,
        _employed_status(s, days, reached),
        reached,
        s.pounds("earnings_threshold"),
        ledger.counted,
        None,
        reached is not None and not blocked,
        None,
        blocked,
        (),
        ledger,
        (
            *earnings_findings(s, days),
            in_qualifying_period(days, reached, s.as_of),
            because.employed_alone.achieved if reached else because.employed_alone.not_achieved,
            one,
            excluded,
            because.no_payment_effect,
        ),
    )


def _employed_status(s: Situation, days: Window, reached: date | None) -> OutcomeStatus:
    status, began = standing(reached, days.achieve_by, s.as_of), s[employment_began]
    too_late_to_begin = s.as_of > days.employment_by and (began is None or began > days.employment_by)
    return OutcomeStatus.CLOSED if status is OutcomeStatus.OPEN and too_late_to_begin else status


def in_qualifying_period(days: Window, reached: date | None, as_of: date) -> Finding:
    """Achieved within 238 days of the Start Date (3.12)."""
    last = days.achieve_by
    if reached is not None:
        return because.within_period(last, on=reached, last=last)
    return because.still_open(last, last=last) if as_of <= last else because.period_over(last, last=last)


def self_employed_outcome(s: Situation, days: Window) -> Outcome:
    """Eight weeks of self-employment by day 238, claimed by day 299 (3.7, 3.8)."""
    weeks, needed, reached = s[trading].certain, s.count("self_employed_weeks"), s[self_employment.reached_on]
    undetermined = s[self_employment.undetermined]
    tests = (*s[claim_tests], one_outcome(s, SELF_EMPLOYED, reached), s[bar])
    accepted = claim_accepted(s, reached, tests)
    status = OutcomeStatus.UNDETERMINED if undetermined else standing(reached, days.achieve_by, s.as_of)
    return Outcome(
        because.SELF_EMPLOYED,
        SELF_EMPLOYED,
        LEVEL,
        status,
        reached,
        needed,
        weeks.counted,
        days.claim_by,
        PAYABLE[accepted.because.verdict],
        weeks.counted > 0 and weeks.safe_to_claim(needed),
        failing(*tests) if reached is not None else (),
        accepted.missing,
        weeks,
        (
            *weeks_findings(s),
            in_qualifying_period(days, reached, s.as_of),
            because.self_employed_alone.achieved if reached else because.self_employed_alone.not_achieved,
            *tests,
            accepted,
        ),
    )


PAYABLE = {Verdict.MET: True, Verdict.NOT_MET: False, Verdict.UNDETERMINED: None}


def claim_accepted(s: Situation, reached: date | None, tests: tuple[Finding, ...]) -> Finding:
    """Every test of a valid claim together (3.4, 3.7, 3.8, 3.12, 3.19)."""
    if s[self_employment.undetermined]:
        return because.CLAIM_TEST.unknown(*s[trading].missing)
    if reached is None:
        return because.not_achieved
    failed = failing(*tests)
    if failed:
        return because.claim_refused(False, reasons=tuple([finding.code for finding in failed]))
    missing = [name for finding in tests for name in finding.missing]
    return because.CLAIM_TEST.unknown(*missing) if missing else because.claim_acceptable


def failing(*findings: Finding) -> tuple[Finding, ...]:
    """Those of some findings that are not met."""
    return tuple([finding for finding in findings if finding.because.verdict is Verdict.NOT_MET])
