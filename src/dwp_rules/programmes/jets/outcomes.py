"""The employed and the self-employed outcome of WHP JETS (specification 3.4 to 3.12 and 3.19)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dwp_rules.calendar import date_of_day
from dwp_rules.facts import Channel, EarningsPayment, OutcomeClaim, SelfEmployedDay, WorkStarted
from dwp_rules.facts.benefits import self_employment_on_benefit
from dwp_rules.facts.moments import engaged_by_provider, is_employment, start_days
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import (
    EMPLOYERS_COUNTED,
    KINDS_COUNTED,
    Ledger,
    NotCounted,
    Outcome,
    OutcomeKind,
    OutcomeStatus,
    Weeks,
    WhatCounts,
    earnings_ledger,
    self_employed_weeks,
    standing,
)
from dwp_rules.programmes.jets import outcome_reasons as because
from dwp_rules.rules import Finding, Verdict

__all__ = ["counted_outcome", "outcomes", "outcomes_reached", "provider_engaged"]


class Window(NamedTuple):
    """The days that count, all from the Start Date as day 1."""

    start: date
    employment_by: date
    achieve_by: date
    claim_by: date


def window(s: Situation) -> Window | None:
    """Day 182, day 238 and day 299 of a participant; None before a start."""
    started = s[start_days]
    if not started:
        return None
    start = started[0]
    return Window(
        start,
        date_of_day(start, s.count("provision_days")),
        date_of_day(start, s.count("outcome_day")),
        date_of_day(start, s.count("claim_day")),
    )


def provider_engaged(s: Situation) -> bool:
    """Whether the provider or its supply chain is known to have engaged the participant in any way (3.19)."""
    return (
        any(engaged_by_provider(work.employer) for work in s.of(WorkStarted))
        or any(engaged_by_provider(day.employer) for day in s.of(SelfEmployedDay))
        or any(engaged_by_provider(paid.employer) for paid in s.of(EarningsPayment))
    )


def employment_began(s: Situation) -> date | None:
    """The day on which employment commenced (3.5): the job's start where known, otherwise the first pay date."""
    days = s[window]
    if days is None:
        return None
    jobs = [work for work in s.of(WorkStarted) if is_employment(work)]
    if jobs and s.reading("commences_employment") == "job_start":
        begun = [job.on for job in jobs if job.on >= days.start and not engaged_by_provider(job.employer)]
        return min(begun, default=None)
    return s[first_paid]


def first_paid(s: Situation) -> date | None:
    """The first pay date above zero from the Start Date on, of pay that counts."""
    days = s[window]
    barred = s[jobs_not_counted]
    paid = (
        payment.on
        for payment in s.of(EarningsPayment)
        if payment.amount > 0
        and days is not None
        and payment.on >= days.start
        and payment.payment in KINDS_COUNTED
        and (payment.employer or "unrelated") in EMPLOYERS_COUNTED
        and payment.work_id not in barred
    )
    return next(paid, None)


def jobs_not_counted(s: Situation) -> dict[str, NotCounted]:
    """Jobs whose pay does not count: the provider's own (3.19), and those already held at the start (3.5)."""
    days = s[window]
    barred: dict[str, NotCounted] = {}
    for job in s.of(WorkStarted):
        if job.work_id is None or days is None:
            continue
        if engaged_by_provider(job.employer):
            barred[job.work_id] = NotCounted.PROVIDER_EMPLOYED
        elif job.on < days.start:
            barred[job.work_id] = NotCounted.JOB_BEGAN_BEFORE_START
    return barred


def earnings(s: Situation) -> Ledger:
    """Earnings from the commencement of employment to day 238, against the £1,000 of 3.5."""
    days = s[window]
    if days is None:
        raise LookupError("there are no earnings to count before a start")
    began = s[employment_began]
    in_time = began is not None and began <= days.employment_by
    return earnings_ledger(
        s.of(EarningsPayment),
        s.pounds("earnings_threshold"),
        days.start,
        days.achieve_by,
        what_counts=WhatCounts(employed_from=began if in_time else date.max, jobs_not_counted=s[jobs_not_counted]),
    )


class Trading(NamedTuple):
    """Weeks of self-employment: those certain, and those there would be if every unknown were favourable."""

    certain: Weeks
    possible: Weeks
    evidenced: Weeks
    missing: tuple[str, ...]


def trading(s: Situation) -> Trading:
    """Weeks of self-employment from the Start Date to day 238 (3.7, 3.8 note), days for the provider left out."""
    days = s[window]
    if days is None:
        raise LookupError("there are no weeks to count before a start")
    traded = [day for day in s.of(SelfEmployedDay) if not engaged_by_provider(day.employer)]
    reading = s.reading("self_employed_week")
    first, last = days.start, days.achieve_by
    benefits = s.participant.benefits
    failing, unknown = self_employment_on_benefit(benefits or ())
    if benefits is None:
        unknown = ((first, None),)
    on = [day.on for day in traded]
    possible = self_employed_weeks(on, first, last, failing, reading)
    if not on or not unknown:
        certain = possible
    else:
        certain = self_employed_weeks(on, first, last, (*failing, *unknown), reading)
    evidenced_on = [day.on for day in traded if day.evidenced]
    evidenced = (
        certain if len(evidenced_on) == len(on) else self_employed_weeks(evidenced_on, first, last, failing, reading)
    )
    missing = ("benefits",) if benefits is None else ("benefits.self_employed_compliant",)
    return Trading(certain, possible, evidenced, missing)


def self_employed_reached(s: Situation) -> date | None:
    """The last day of the eighth week, None while it is not certain."""
    weeks = s[trading]
    needed = s.count("self_employed_weeks")
    certain = weeks.certain.completed_on(needed)
    reached = certain if certain == weeks.possible.completed_on(needed) else None
    return reached if reached is not None and reached <= s.as_of else None


def self_employed_undetermined(s: Situation) -> bool:
    """Whether the unknown benefit status of some days decides when, or if, the eighth week is complete."""
    weeks = s[trading]
    needed = s.count("self_employed_weeks")
    return weeks.certain.completed_on(needed) != weeks.possible.completed_on(needed)


def claims(s: Situation) -> tuple[OutcomeClaim, ...]:
    """Claims for the self-employed outcome, by the day they were made."""
    return s.of(OutcomeClaim)


def claim_in_time(s: Situation) -> Finding:
    """A self-employed outcome counts only if it is claimed by day 299 (3.8, 3.11)."""
    days, reached = s[window], s[self_employed_reached]
    if days is None:
        return because.CLAIM_LIMIT.unknown("start")
    made = [claim.recorded_on or claim.on for claim in s[claims]]
    in_time = [on for on in made if on <= days.claim_by and (reached is None or on >= reached)]
    if in_time:
        return because.claimed_in_time(days.claim_by, claimed_on=in_time[0], claim_by=days.claim_by)
    if made and min(made) > days.claim_by:
        return because.late_claim(days.claim_by, claimed_on=min(made), claim_by=days.claim_by)
    if s.as_of > days.claim_by:
        return because.not_claimed(days.claim_by, claim_by=days.claim_by)
    if made:
        return because.premature_claim(days.claim_by, claimed_on=made[0], reached=reached)
    return because.may_be_claimed(days.claim_by, claim_by=days.claim_by)


def claim_by_prap(s: Situation) -> Finding:
    """A claim goes through PRaP (3.8, A4.6)."""
    channels = [claim.channel for claim in s[claims]]
    if not channels or Channel.PRAP in channels:
        return because.through_prap(True)
    if None in channels:
        return because.CLAIM_CHANNEL.unknown("outcome_claim.channel")
    return because.another_channel(False, channels=tuple(channel for channel in channels if channel is not None))


def evidence_held(s: Situation) -> Finding:
    """The provider can robustly evidence the whole period (3.7)."""
    weeks, needed = s[trading], s.count("self_employed_weeks")
    if any(claim.evidence_held is False for claim in s[claims]):
        return because.not_evidenced(False, evidenced=weeks.evidenced.counted, needed=needed)
    if weeks.evidenced.counted >= needed or any(claim.evidence_held for claim in s[claims]):
        return because.evidenced(True, evidenced=weeks.certain.counted)
    if any(day.evidenced is None for day in s.of(SelfEmployedDay)):
        return because.EVIDENCE.unknown("self_employed_day.evidenced")
    return because.not_evidenced(False, evidenced=weeks.evidenced.counted, needed=needed)


class Counted(NamedTuple):
    """The one outcome that counts (3.4)."""

    kind: OutcomeKind
    on: date


def counted_outcome(s: Situation) -> Counted | None:
    """Whichever came first, employment on the same day; a self-employed one only if it is or can still be claimed."""
    employed, self_employed = s[earnings].reached_on, s[self_employed_reached]
    if self_employed is not None:
        claim = (s[claim_in_time], s[claim_by_prap], s[evidence_held])
        if any(finding.verdict is Verdict.NOT_MET for finding in claim):
            self_employed = None
    if employed is not None and (self_employed is None or employed <= self_employed):
        return Counted(OutcomeKind.EMPLOYED, employed)
    return None if self_employed is None else Counted(OutcomeKind.SELF_EMPLOYED, self_employed)


def outcomes_reached(s: Situation) -> tuple[date, ...]:
    """The day on which an outcome was achieved, for the life on provision: the first, whichever kind it is."""
    if s[window] is None:
        return ()
    reached = (s[earnings].reached_on, s[self_employed_reached])
    return tuple(sorted(on for on in reached if on is not None))[:1]


def bar(s: Situation) -> Finding:
    """Nothing may be claimed for anyone whom the provider or its supply chain engages (3.19)."""
    if not s[provider_engaged]:
        return because.not_engaged(False)
    barred = s.reading("provider_employment") == "bars_payment"
    return because.provider_group_engagement(True) if barred else because.earnings_left_out(True)


def one_outcome(s: Situation, kind: OutcomeKind, reached: date | None) -> Finding:
    """At most one outcome for each participant, whichever kind comes first (3.4)."""
    counted = s[counted_outcome]
    if counted is None:
        return because.none_counted(None)
    if reached is None or counted.kind is kind:
        return because.counts(counted.kind, kind=counted.kind, on=counted.on)
    return because.already_counted(counted.kind, kind=counted.kind, on=counted.on)


def outcomes(s: Situation) -> tuple[Outcome, ...]:
    """The employed and the self-employed outcome, achieved or not; none before a start."""
    days = s[window]
    return () if days is None else (employed_outcome(s, days), self_employed_outcome(s, days))


def employed_outcome(s: Situation, days: Window) -> Outcome:
    """£1,000 by day 238 in employment that began by day 182 (3.5, 3.6)."""
    ledger, threshold = s[earnings], s.pounds("earnings_threshold")
    reached = ledger.reached_on
    one, excluded = one_outcome(s, OutcomeKind.EMPLOYED, reached), s[bar]
    blocked = tuple(f for f in (one, excluded) if f.verdict is Verdict.NOT_MET)
    began = s[employment_began]
    status = standing(reached, days.achieve_by, s.as_of)
    if status is OutcomeStatus.OPEN and s.as_of > days.employment_by and (began is None or began > days.employment_by):
        status = OutcomeStatus.CLOSED
    return Outcome(
        because.EMPLOYED,
        OutcomeKind.EMPLOYED,
        "single",
        status,
        reached,
        threshold,
        ledger.counted,
        None,
        reached is not None and not blocked,
        None,
        blocked if reached is not None else (),
        (),
        ledger,
        (
            employment_in_time(s, days, began),
            threshold_reached(ledger, threshold),
            because.cumulative(ledger.counted, counted=ledger.counted, last=days.achieve_by),
            first_earnings(ledger),
            in_qualifying_period(days, reached, s.as_of),
            wholly(because.employed_alone, reached is not None),
            one,
            excluded,
            because.no_payment_effect(Decimal(0)),
        ),
    )


def employment_in_time(s: Situation, days: Window, began: date | None) -> Finding:
    """Employment commences on one of the 182 days from the Start Date (3.5)."""
    last = days.employment_by
    if began is None:
        return because.not_begun(last, last=last)
    if began < days.start or began > last:
        return because.begun_outside(last, began=began, start=days.start, last=last)
    return because.begun_in_time(last, began=began, last=last)


def threshold_reached(ledger: Ledger, threshold: Decimal) -> Finding:
    """Cumulative earnings reach £1,000 (3.5)."""
    shortfall = ledger.shortfall(threshold)
    if ledger.reached_on is None:
        return because.short_of_threshold(None, counted=ledger.counted, needed=threshold, shortfall=shortfall)
    reason = because.reached_threshold if ledger.fell_below_on is None else because.reached_then_corrected
    return reason(
        ledger.reached_on, counted=ledger.counted, needed=threshold, on=ledger.reached_on, shortfall=shortfall
    )


def first_earnings(ledger: Ledger) -> Finding:
    """The first payment above zero, the early indicator of chapter 16."""
    first = ledger.first_earnings_on
    return because.no_earnings(None) if first is None else because.first_earnings(first, on=first)


def in_qualifying_period(days: Window, reached: date | None, as_of: date) -> Finding:
    """Achieved within 238 days of the Start Date (3.12)."""
    if reached is not None:
        return because.within_period(days.achieve_by, on=reached, last=days.achieve_by)
    if as_of <= days.achieve_by:
        return because.still_open(days.achieve_by, last=days.achieve_by)
    return because.period_over(days.achieve_by, last=days.achieve_by)


def wholly(reason: "because.Alone", achieved: bool) -> Finding:
    """Achieved wholly in employment or wholly in self-employment, never a mix (3.4, 3.10)."""
    return (reason.achieved if achieved else reason.not_achieved)(achieved)


def self_employed_outcome(s: Situation, days: Window) -> Outcome:
    """Eight weeks of self-employment by day 238, claimed by day 299 (3.7, 3.8)."""
    weeks, needed, reached = s[trading], s.count("self_employed_weeks"), s[self_employed_reached]
    undetermined = s[self_employed_undetermined]
    status = OutcomeStatus.UNDETERMINED if undetermined else standing(reached, days.achieve_by, s.as_of)
    one, excluded = one_outcome(s, OutcomeKind.SELF_EMPLOYED, reached), s[bar]
    tests = (s[claim_in_time], s[claim_by_prap], s[evidence_held], one, excluded)
    accepted = claim_accepted(s, reached, undetermined, tests)
    achieved = status is OutcomeStatus.ACHIEVED
    payable = {Verdict.MET: True, Verdict.NOT_MET: False}.get(accepted.verdict) if achieved or undetermined else False
    return Outcome(
        because.SELF_EMPLOYED,
        OutcomeKind.SELF_EMPLOYED,
        "single",
        status,
        reached,
        needed,
        weeks.certain.counted,
        days.claim_by,
        payable,
        weeks.certain.safe_to_claim(needed),
        tuple(f for f in tests if f.verdict is Verdict.NOT_MET) if achieved else (),
        _missing(weeks, tests, achieved, undetermined),
        weeks.certain,
        (
            because.weeks_counted(weeks.certain.counted, weeks=weeks.certain.counted, reading=weeks.certain.reading),
            benefit_condition(s, weeks),
            because.counted_once(weeks.certain.counted, days=len({day.on for day in s.of(SelfEmployedDay)})),
            in_qualifying_period(days, reached, s.as_of),
            wholly(because.self_employed_alone, reached is not None),
            *tests,
            accepted,
        ),
    )


def _missing(weeks: Trading, tests: tuple[Finding, ...], achieved: bool, undetermined: bool) -> tuple[str, ...]:
    if undetermined:
        return weeks.missing
    return tuple(name for finding in tests for name in finding.missing) if achieved else ()


def benefit_condition(s: Situation, weeks: Trading) -> Finding:
    """Off unemployment benefit for the whole week, or meeting Universal Credit's requirements (3.8 note)."""
    if not s.of(SelfEmployedDay):
        return because.no_trading(0)
    if weeks.certain is not weeks.possible and weeks.certain.counted != weeks.possible.counted:
        return because.BENEFIT_CONDITION.unknown(*weeks.missing)
    failing = self_employment_on_benefit(s.participant.benefits or ()).failing
    if failing:
        return because.weeks_on_benefit_left_out(weeks.certain.counted, spells=len(failing))
    return because.off_benefit_or_compliant(weeks.certain.counted)


def claim_accepted(s: Situation, reached: date | None, undetermined: bool, tests: tuple[Finding, ...]) -> Finding:
    """Every test of a valid claim together (3.4, 3.7, 3.8, 3.12, 3.19)."""
    if undetermined:
        return because.CLAIM_TEST.unknown(*s[trading].missing)
    failed = tuple(finding.code for finding in tests if finding.verdict is Verdict.NOT_MET)
    if reached is None:
        return because.claim_refused(False, reasons=("not_achieved", *failed))
    if failed:
        return because.claim_refused(False, reasons=failed)
    missing = tuple(name for finding in tests for name in finding.missing)
    return because.CLAIM_TEST.unknown(*missing) if missing else because.claim_acceptable(True)
