"""The employed and the self-employed outcome of WHP Core (chapter 16, paragraph 20)."""

from datetime import date

from dwp_rules.facts import OutcomeClaim
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Outcome, OutcomeKind, OutcomeStatus, standing
from dwp_rules.programmes.chapter_16.trading import Trading, claims_entered, weeks_traded
from dwp_rules.programmes.whp_core import outcome_reasons as because
from dwp_rules.programmes.whp_core.agreed import Window, last_day_to_claim, weeks_needed, window
from dwp_rules.programmes.whp_core.earnings import Earned, earned, milestones, provider_engaged
from dwp_rules.rules import Finding, Verdict

__all__ = ["outcomes"]

LEVEL = "single"


def outcomes(s: Situation) -> tuple[Outcome, ...]:
    """The employed and the self-employed outcome, achieved or not; none before a start."""
    days = s[window]
    if days is None:
        return ()
    barred = provider_engaged(s) and s.reading("provider_employment") == "bars_payment"
    return employed_outcome(s, days, barred=barred), self_employed_outcome(s, days, barred=barred)


# ── employed ─────────────────────────────────────────────────────────────────────────────────────────────────────


def employed_outcome(s: Situation, days: Window, *, barred: bool) -> Outcome:
    """The contract's threshold reached by day 639; the data of HMRC shows it, so that nothing is claimed."""
    earnings = s[earned]
    ledger, needed, missing = earnings
    reached = ledger.reached_on
    blocked = (because.earnings_barred,) if barred and reached is not None else ()
    return Outcome(
        because.EMPLOYED,
        OutcomeKind.EMPLOYED,
        LEVEL,
        OutcomeStatus.UNDETERMINED if missing else standing(reached, days.achieve_by, s.as_of),
        reached,
        needed,
        ledger.counted,
        None,
        _payable(reached, blocked, missing, barred=barred),
        None,
        blocked,
        missing,
        ledger,
        (
            _threshold(earnings),
            in_qualifying_period(days, reached, s.as_of, missing),
            milestones(s, days),
            *((because.earnings_barred,) if barred else ()),
        ),
    )


def _payable(
    reached: date | None, blocked: tuple[Finding, ...], missing: tuple[str, ...], *, barred: bool
) -> bool | None:
    """Whether an outcome may be credited: never for whoever is barred, whatever is not known."""
    if missing and not barred:
        return None
    return reached is not None and not blocked and not barred


def _threshold(earnings: Earned) -> Finding:
    ledger, needed, missing = earnings
    if missing or needed is None:
        return because.EMPLOYED.unknown(*missing or ("national_living_wage",))
    counted, reached = ledger.counted, ledger.reached_on
    shortfall = ledger.shortfall(needed)
    if reached is None:
        return because.short_of_threshold(None, counted=counted, needed=needed, shortfall=shortfall)
    reason = because.threshold_reached if ledger.fell_below_on is None else because.reached_then_corrected
    return reason(reached, counted=counted, needed=needed, on=reached, shortfall=shortfall)


def in_qualifying_period(days: Window, reached: date | None, as_of: date, missing: tuple[str, ...]) -> Finding:
    """Achieved at or before 639 days from the Start Date."""
    last = days.achieve_by
    if reached is not None:
        return because.within_period(last, on=reached, last=last)
    if as_of <= last:
        return because.still_open(last, last=last)
    if missing:
        return because.QUALIFYING_PERIOD.unknown(*missing)._replace(value=last)
    return because.period_over(last, last=last)


# ── self-employed ────────────────────────────────────────────────────────────────────────────────────────────────


def trading(s: Situation) -> Trading:
    """Weeks from the Start Date to day 639 that are over, days for the provider left out."""
    days = s[window]
    if days is None:
        raise LookupError("there is no trading to count before a start")
    return weeks_traded(s, days.start, days.achieve_by, needed=weeks_needed(s))


def self_employed_outcome(s: Situation, days: Window, *, barred: bool) -> Outcome:
    """The contract's number of weeks of self-employment by day 639, claimed by day 700."""
    trade, needed = s[trading], weeks_needed(s)
    weeks, reached = trade.certain, trade.achieved_on
    missing = ("self_employed_weeks",) if needed is None else trade.missing if trade.undetermined else ()
    claim_by = last_day_to_claim(s, days, reached)
    claim = claimed(s, days, reached, claim_by, missing)
    bar = (because.trading_barred,) if barred else ()
    blocked = tuple(f for f in (claim, *bar) if f.verdict is Verdict.NOT_MET) if reached is not None else ()
    return Outcome(
        because.SELF_EMPLOYED,
        OutcomeKind.SELF_EMPLOYED,
        LEVEL,
        OutcomeStatus.UNDETERMINED if missing else standing(reached, days.achieve_by, s.as_of),
        reached,
        needed,
        weeks.counted,
        claim_by,
        _payable(reached, blocked, missing, barred=barred),
        None if needed is None else weeks.safe_to_claim(needed),
        blocked,
        missing,
        weeks,
        (
            _weeks(trade, needed, missing),
            in_qualifying_period(days, reached, s.as_of, missing),
            claim,
            *bar,
        ),
    )


def _weeks(trade: Trading, needed: int | None, missing: tuple[str, ...]) -> Finding:
    counted, reached = trade.certain.counted, trade.achieved_on
    if missing:
        return because.SELF_EMPLOYED.unknown(*missing)._replace(value=counted)
    if reached is None:
        return because.short_of_weeks(counted, weeks=counted, needed=needed)
    return because.weeks_reached(counted, weeks=counted, needed=needed, on=reached)


def claimed(s: Situation, days: Window, reached: date | None, claim_by: date, missing: tuple[str, ...]) -> Finding:
    """An achieved outcome is claimed by day 700; without one there is nothing to claim."""
    made = claims_entered(s.rows(OutcomeClaim))
    if missing:
        return because.CLAIM_LIMIT.unknown(*missing)._replace(value=claim_by)
    if reached is None and s.as_of > days.achieve_by:
        return because.nothing_to_claim(claim_by, claim_by=claim_by)
    if reached is None and made:
        return because.too_early_to_claim(claim_by, claimed_on=made[-1], claim_by=claim_by)
    return because.claim_in_time(made, reached, claim_by, s.as_of)
