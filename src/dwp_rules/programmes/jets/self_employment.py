"""Weeks of self-employment in WHP JETS, and the claim for them (specification 3.7 to 3.11, 3.15 and A4.6)."""

from datetime import date
from functools import lru_cache

from dwp_rules.facts import Channel, OutcomeClaim, SelfEmployedDay
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.chapter_16.trading import Trading, claims_entered, condition_fails, no_trading, weeks_traded
from dwp_rules.programmes.jets import outcome_reasons as because
from dwp_rules.programmes.jets.window import window
from dwp_rules.rules import Finding, Verdict

__all__ = ["can_be_claimed", "claim_in_time", "claim_tests", "trading", "weeks_findings"]


NOT_MET, PRAP = Verdict.NOT_MET, Channel.PRAP


@lru_cache
def no_weeks_counted(reading: str) -> Finding:
    """What is said of the weeks of somebody who has not traded."""
    return because.weeks_counted(0, weeks=0, reading=reading)


def trading(s: Situation) -> Trading:
    """Weeks from the Start Date to day 238 that are over (3.7, 3.8 note), days for the provider left out."""
    days = s[window]
    if days is None:
        return no_trading(s.reading("self_employed_week"))
    return weeks_traded(s, days.start, days.achieve_by, needed=s.count("self_employed_weeks"))


def weeks_findings(s: Situation) -> tuple[Finding, ...]:
    """What the specification says of the weeks: how many, their benefit condition, several occupations once."""
    weeks = s[trading]
    counted = weeks.certain.counted
    if not s.of(SelfEmployedDay):
        return no_weeks_counted(weeks.certain.reading), because.no_trading
    if counted != weeks.possible.counted:
        return tuple([rule.unknown(*weeks.missing) for rule in because.OF_THE_WEEKS])
    different = len({day["on"] for day in s.rows(SelfEmployedDay)})
    return (
        because.weeks_counted(counted, weeks=counted, reading=weeks.certain.reading),
        _benefit_condition(s, weeks),
        because.counted_once(counted, days=different),
    )


def _benefit_condition(s: Situation, weeks: Trading) -> Finding:
    """Off unemployment benefit for the whole week, or meeting Universal Credit's requirements (3.8 note)."""
    failing = s[condition_fails].failing
    if failing:
        return because.weeks_on_benefit_left_out(weeks.certain.counted, spells=len(failing))
    return because.off_benefit_or_compliant


def claim_in_time(s: Situation, claim_by: date) -> Finding:
    """A self-employed outcome counts only if it is claimed by day 299 (3.8, 3.11)."""
    claims, trade = s.rows(OutcomeClaim), s[trading]
    through_prap = [claim for claim in claims if claim["channel"] is not None]
    at_best = because.claim_in_time(claims_entered(claims), trade.possible_on, claim_by, s.as_of)
    if len(through_prap) == len(claims) and not trade.undetermined:
        return at_best
    by_channel = because.claim_in_time(claims_entered(through_prap), trade.possible_on, claim_by, s.as_of)
    by_day = because.claim_in_time(claims_entered(claims), trade.certain_on, claim_by, s.as_of)
    missing: tuple[str, ...] = ("outcome_claim.channel",) if by_channel.verdict is not at_best.verdict else ()
    missing += trade.missing if by_day.verdict is not at_best.verdict else ()
    return because.CLAIM_LIMIT.unknown(*missing) if missing else at_best


def claim_by_prap(s: Situation) -> Finding:
    """A claim goes through PRaP (3.8, A4.6)."""
    channels: list[Channel | None] = [claim["channel"] for claim in s.rows(OutcomeClaim)]
    if not channels or PRAP in channels:
        return because.through_prap
    if None in channels:
        return because.CLAIM_CHANNEL.unknown("outcome_claim.channel")
    return because.another_channel(False, channels=tuple(channel for channel in channels if channel is not None))


def evidence_held(s: Situation) -> Finding:
    """The provider can robustly evidence the whole period (3.7)."""
    weeks, needed = s[trading], s.count("self_employed_weeks")
    held = [claim["evidence_held"] for claim in s.rows(OutcomeClaim)]
    if False in held:
        return because.not_evidenced(False, evidenced=weeks.evidenced.counted, needed=needed)
    if True in held or weeks.evidenced.counted >= needed:
        return because.evidenced(True, evidenced=weeks.certain.counted)
    if weeks.evidenced_at_best.counted >= needed:
        return because.EVIDENCE.unknown(*weeks.missing)
    if [day for day in s.rows(SelfEmployedDay) if day["evidenced"] is None]:
        return because.EVIDENCE.unknown("self_employed_day.evidenced")
    return because.not_evidenced(False, evidenced=weeks.evidenced.counted, needed=needed)


def claim_tests(s: Situation) -> tuple[Finding, ...]:
    """The tests of the claim itself: its day, its channel, its evidence; none before a start."""
    days = s[window]
    return () if days is None else _tests_of_the_claim(s, days.claim_by)


def _tests_of_the_claim(s: Situation, claim_by: date) -> tuple[Finding, ...]:
    return claim_in_time(s, claim_by), claim_by_prap(s), evidence_held(s)


def can_be_claimed(s: Situation, claim_by: date) -> bool | Unknown:
    """Whether the outcome is claimed as it should be, or there is still time to claim it (3.8)."""
    if s.as_of <= claim_by:
        return True
    asked = s[claim_tests]
    if [finding for finding in asked if finding.because.verdict is NOT_MET]:
        return False
    missing = dict.fromkeys(name for finding in asked for name in finding.missing)
    return Unknown(*missing) if missing else True
