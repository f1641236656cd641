"""The employed and the self-employed outcome of WHP JETS (specification 3.4 to 3.12 and 3.19)."""

from datetime import date
from typing import NamedTuple

from dwp_rules.facts import OutcomeClaim, SelfEmployedDay
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.outcomes import Outcome, OutcomeKind, OutcomeStatus, standing
from dwp_rules.programmes.chapter_16.trading import Trading
from dwp_rules.programmes.jets import outcome_reasons as because
from dwp_rules.programmes.jets.earnings import earnings, earnings_findings, provider_engaged
from dwp_rules.programmes.jets.self_employment import (
    can_be_claimed,
    claim_in_time,
    claim_tests,
    no_weeks_counted,
    trading,
    weeks_findings,
)
from dwp_rules.programmes.jets.window import Window, window
from dwp_rules.rules import Finding, Verdict

__all__ = ["outcome_certain", "outcome_possible", "outcomes", "outcomes_reached"]

EMPLOYED, SELF_EMPLOYED = OutcomeKind.EMPLOYED, OutcomeKind.SELF_EMPLOYED
LEVEL = "single"
NOT_MET, CLOSED, OPEN = Verdict.NOT_MET, OutcomeStatus.CLOSED, OutcomeStatus.OPEN
PAYABLE = {Verdict.MET: True, Verdict.NOT_MET: False, Verdict.UNDETERMINED: None}


class Counted(NamedTuple):
    """The one outcome that counts (3.4)."""

    kind: OutcomeKind
    on: date


def counted_outcome(s: Situation, days: Window) -> Counted | Unknown | None:
    """Whichever came first, employment on the same day; a self-employed one only if it is or can still be claimed."""
    employed, self_employed = s[earnings].ledger.reached_on, s[trading].achieved_on
    if self_employed is not None:
        claimable = can_be_claimed(s, days.claim_by)
        if isinstance(claimable, Unknown) and employed is not None and self_employed < employed:
            return claimable
        self_employed = None if claimable is False else self_employed
    if employed is not None and (self_employed is None or employed <= self_employed):
        return Counted(EMPLOYED, employed)
    return None if self_employed is None else Counted(SELF_EMPLOYED, self_employed)


def outcomes_reached(s: Situation) -> Days:
    """The day on which a participant certainly achieved an outcome: the first, whichever kind it is."""
    return earliest(s[earnings].ledger.reached_on, s[trading].achieved_on)


def outcome_possible(s: Situation) -> Days:
    """The first day on which an outcome was achieved, or may have been if facts not known are favourable."""
    if s[window] is None:
        return ()
    return earliest(s[earnings].ledger.reached_on, s[trading].possible_on)


def earliest(employed: date | None, self_employed: date | None) -> Days:
    """The earlier of two days, as far as there are any."""
    if employed is None or self_employed is None:
        only = employed or self_employed
        return () if only is None else (only,)
    return (min(employed, self_employed),)


def outcome_certain(s: Situation, on: date) -> bool | Unknown:
    """Whether an outcome was certainly achieved on a day on which it may have been."""
    trade = s[trading]
    waiting = trade.undetermined and on == trade.possible_on and on not in s[outcomes_reached]
    return Unknown(*trade.missing) if waiting else True


def outcomes(s: Situation) -> tuple[Outcome, ...]:
    """The employed and the self-employed outcome, achieved or not; none before a start."""
    days = s[window]
    if days is None:
        return ()
    counted, excluded = counted_outcome(s, days), bar(s)
    return employed_outcome(s, days, counted, excluded), self_employed_outcome(s, days, counted, excluded)


def bar(s: Situation) -> Finding:
    """Nothing may be claimed for anyone whom the provider or its supply chain engages (3.19)."""
    if not s[provider_engaged]:
        return because.not_engaged
    barred = s.reading("provider_employment") == "bars_payment"
    return because.provider_group_engagement if barred else because.earnings_left_out


def one_outcome(
    s: Situation, days: Window, counted: Counted | Unknown | None, kind: OutcomeKind, reached: date | None
) -> Finding:
    """At most one outcome for each participant, whichever kind comes first (3.4)."""
    trade = s[trading]
    if trade.undetermined and (kind is SELF_EMPLOYED or _may_come_first(s, days, trade)):
        return because.ONE_OUTCOME.unknown(*trade.missing)
    if isinstance(counted, Unknown):
        return because.ONE_OUTCOME.unknown(*counted.missing)
    if counted is None:
        return because.none_counted
    reason = because.counts if reached is None or counted.kind is kind else because.already_counted
    return reason(counted.kind, kind=counted.kind, on=counted.on)


def _may_come_first(s: Situation, days: Window, trade: Trading) -> bool:
    """Whether a self-employed outcome that is not certain would come before any in employment."""
    employed, possible = s[earnings].ledger.reached_on, trade.possible_on
    first = employed is None or (possible is not None and possible < employed)
    return first and can_be_claimed(s, days.claim_by) is not False


def employed_outcome(s: Situation, days: Window, counted: Counted | Unknown | None, excluded: Finding) -> Outcome:
    """£1,000 by day 238 in employment that began by day 182 (3.5, 3.6)."""
    began, ledger = s[earnings]
    reached = ledger.reached_on
    one = one_outcome(s, days, counted, EMPLOYED, reached)
    blocked = () if reached is None else failing(one, excluded)
    payable = reached is not None and not blocked
    return Outcome(
        because.EMPLOYED,
        EMPLOYED,
        LEVEL,
        _employed_status(days, began, reached, s.as_of),
        reached,
        s.pounds("earnings_threshold"),
        ledger.counted,
        None,
        None if payable and one.missing else payable,
        None,
        blocked,
        one.missing if payable else (),
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


def _employed_status(days: Window, began: date | None, reached: date | None, as_of: date) -> OutcomeStatus:
    status = standing(reached, days.achieve_by, as_of)
    too_late_to_begin = as_of > days.last_day and (began is None or began > days.last_day)
    return CLOSED if status is OPEN and too_late_to_begin else status


def in_qualifying_period(days: Window, reached: date | None, as_of: date) -> Finding:
    """Achieved within 238 days of the Start Date (3.12)."""
    last = days.achieve_by
    if reached is not None:
        return because.within_period(last, on=reached, last=last)
    return because.still_open(last, last=last) if as_of <= last else because.period_over(last, last=last)


def self_employed_outcome(s: Situation, days: Window, counted: Counted | Unknown | None, excluded: Finding) -> Outcome:
    """Eight weeks of self-employment by day 238, claimed by day 299 (3.7, 3.8)."""
    if not s.of(SelfEmployedDay) and not s.of(OutcomeClaim):
        return nothing_traded(s, days, counted, excluded)
    trade, needed = s[trading], s.count("self_employed_weeks")
    weeks, reached = trade.certain, trade.achieved_on
    one = one_outcome(s, days, counted, SELF_EMPLOYED, reached)
    tests = (*s[claim_tests], one, excluded)
    accepted = claim_accepted(trade, tests, excluded)
    return Outcome(
        because.SELF_EMPLOYED,
        SELF_EMPLOYED,
        LEVEL,
        OutcomeStatus.UNDETERMINED if trade.undetermined else standing(reached, days.achieve_by, s.as_of),
        reached,
        needed,
        weeks.counted,
        days.claim_by,
        PAYABLE[accepted.because.verdict],
        weeks.counted > 0 and weeks.safe_to_claim(needed),
        () if reached is None else failing(*tests),
        accepted.missing,
        weeks,
        (
            *weeks_findings(s),
            *_by_weeks_alone(s, days),
            *tests,
            accepted,
        ),
    )


def _by_weeks_alone(s: Situation, days: Window) -> tuple[Finding, Finding]:
    """Achieved within 238 days (3.12), and by weeks of self-employment alone (3.10)."""
    trade = s[trading]
    if trade.undetermined:
        return because.QUALIFYING_PERIOD.unknown(*trade.missing), because.NO_MIXING.unknown(*trade.missing)
    alone = because.self_employed_alone
    reached = trade.achieved_on
    return in_qualifying_period(days, reached, s.as_of), alone.achieved if reached else alone.not_achieved


def nothing_traded(s: Situation, days: Window, counted: Counted | Unknown | None, excluded: Finding) -> Outcome:
    """The self-employed outcome of somebody who neither traded nor is claimed for."""
    weeks = s[trading].certain
    return Outcome(
        because.SELF_EMPLOYED,
        SELF_EMPLOYED,
        LEVEL,
        standing(None, days.achieve_by, s.as_of),
        None,
        s.count("self_employed_weeks"),
        0,
        days.claim_by,
        False,
        False,
        (),
        (),
        weeks,
        (
            no_weeks_counted(weeks.reading),
            because.no_trading,
            in_qualifying_period(days, None, s.as_of),
            because.self_employed_alone.not_achieved,
            claim_in_time(s, days.claim_by),
            one_outcome(s, days, counted, SELF_EMPLOYED, None),
            excluded,
            because.not_achieved,
        ),
    )


def claim_accepted(trade: Trading, tests: tuple[Finding, ...], excluded: Finding) -> Finding:
    """Every test of a valid claim together (3.4, 3.7, 3.8, 3.12, 3.19)."""
    if trade.undetermined:
        # Whoever is barred is barred whatever the weeks come to.
        if failing(excluded):
            return because.claim_refused(False, reasons=(excluded.code,))
        return because.CLAIM_TEST.unknown(*trade.missing)
    if trade.achieved_on is None:
        return because.not_achieved
    failed = failing(*tests)
    if failed:
        return because.claim_refused(False, reasons=tuple([finding.code for finding in failed]))
    missing = dict.fromkeys([name for finding in tests for name in finding.missing])
    return because.CLAIM_TEST.unknown(*missing) if missing else because.claim_acceptable


def failing(*findings: Finding) -> tuple[Finding, ...]:
    """Those of some findings that are not met."""
    return tuple([finding for finding in findings if finding.because.verdict is NOT_MET])
