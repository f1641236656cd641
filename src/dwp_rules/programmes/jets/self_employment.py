"""Weeks of self-employment in WHP JETS, and the claim for them (specification 3.7 to 3.11, 3.15 and A4.6)."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dwp_rules.facts import Channel, OutcomeClaim, SelfEmployedDay
from dwp_rules.facts.benefits import self_employment_on_benefit
from dwp_rules.facts.moments import engaged_by_provider
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Weeks, self_employed_weeks
from dwp_rules.programmes.jets import outcome_reasons as because
from dwp_rules.programmes.jets.window import window
from dwp_rules.rules import Finding, Verdict

__all__ = ["Trading", "can_be_claimed", "claim_in_time", "claim_tests", "trading", "weeks_findings"]


class Trading(NamedTuple):
    """Weeks of self-employment: those certain, those possible if every unknown is favourable, those evidenced.

    `certain_on` and `possible_on` are the last days of the eighth week by the first two.
    """

    certain: Weeks
    possible: Weeks
    evidenced: Weeks
    missing: tuple[str, ...] = ()
    certain_on: date | None = None
    possible_on: date | None = None

    @property
    def undetermined(self) -> bool:
        """Whether the unknown benefit status of some days decides when, or if, the eighth week is complete."""
        return self.certain_on != self.possible_on

    @property
    def achieved_on(self) -> date | None:
        """The last day of the eighth week; None while it is not certain."""
        return self.certain_on if self.certain_on == self.possible_on else None


@lru_cache
def no_trading(reading: str) -> Trading:
    """No week at all, under a reading."""
    none = self_employed_weeks((), date.min, date.max, (), reading)
    return Trading(none, none, none)


@lru_cache
def no_weeks_counted(reading: str) -> Finding:
    """What is said of the weeks of somebody who has not traded."""
    return because.weeks_counted(0, weeks=0, reading=reading)


def trading(s: Situation) -> Trading:
    """Weeks from the Start Date to day 238 that are over (3.7, 3.8 note), days for the provider left out."""
    days, reading = s[window], s.reading("self_employed_week")
    worked = s.of(SelfEmployedDay)
    traded = [day for day in worked if not engaged_by_provider(day.employer)] if worked else ()
    if not traded or days is None:
        return no_trading(reading)
    first, last = days.start, min(days.achieve_by, s.as_of)
    benefits = s.participant.benefits
    failing, unknown = self_employment_on_benefit(benefits or ())
    missing: tuple[str, ...] = ("benefits.self_employed_compliant",) if unknown else ()
    if benefits is None:
        unknown, missing = ((first, None),), ("benefits",)

    def weeks(counted: Sequence[SelfEmployedDay], not_counting: Sequence[tuple[date, date | None]]) -> Weeks:
        return self_employed_weeks([day.on for day in counted], first, last, not_counting, reading)

    possible = weeks(traded, failing)
    certain = weeks(traded, (*failing, *unknown)) if unknown else possible
    proven = [day for day in traded if day.evidenced]
    evidenced = certain if len(proven) == len(traded) else weeks(proven, failing)
    needed = s.count("self_employed_weeks")
    return Trading(certain, possible, evidenced, missing, certain.completed_on(needed), possible.completed_on(needed))


def weeks_findings(s: Situation) -> tuple[Finding, ...]:
    """What the specification says of the weeks: how many, their benefit condition, several occupations once."""
    weeks = s[trading]
    counted = weeks.certain.counted
    if not s.of(SelfEmployedDay):
        return no_weeks_counted(weeks.certain.reading), because.no_trading
    different = len({day.on for day in s.of(SelfEmployedDay)})
    return (
        because.weeks_counted(counted, weeks=counted, reading=weeks.certain.reading),
        _benefit_condition(s, weeks),
        because.counted_once(counted, days=different),
    )


def _benefit_condition(s: Situation, weeks: Trading) -> Finding:
    """Off unemployment benefit for the whole week, or meeting Universal Credit's requirements (3.8 note)."""
    if weeks.certain.counted != weeks.possible.counted:
        return because.BENEFIT_CONDITION.unknown(*weeks.missing)
    failing = self_employment_on_benefit(s.participant.benefits or ()).failing
    if failing:
        return because.weeks_on_benefit_left_out(weeks.certain.counted, spells=len(failing))
    return because.off_benefit_or_compliant


def claim_in_time(s: Situation, claim_by: date) -> Finding:
    """A self-employed outcome counts only if it is claimed by day 299 (3.8, 3.11)."""
    claims = s.of(OutcomeClaim)
    made = entered_through_prap(claims) if claims else []
    if made:
        return _timing(made, s[trading].achieved_on, claim_by, s.as_of)
    if s.as_of > claim_by:
        return because.not_claimed(claim_by, claim_by=claim_by)
    return because.may_be_claimed(claim_by, claim_by=claim_by)


def entered_through_prap(claims: Sequence[OutcomeClaim]) -> list[date]:
    """The days on which claims were entered in PRaP; of a claim whose channel is not told, the day it was made."""
    return sorted([c.recorded_on or c.on for c in claims if c.channel is Channel.PRAP or c.channel is None])


def _timing(made: list[date], reached: date | None, claim_by: date, as_of: date) -> Finding:
    good = [on for on in made if on <= claim_by and (reached is None or on >= reached)]
    if good:
        return because.claimed_in_time(claim_by, claimed_on=good[0], claim_by=claim_by)
    late = [on for on in made if on > claim_by]
    if late:
        return because.late_claim(claim_by, claimed_on=late[0], claim_by=claim_by)
    if as_of > claim_by:
        return because.not_claimed(claim_by, claim_by=claim_by)
    return because.premature_claim(claim_by, claimed_on=made[-1], reached=reached)


def claim_by_prap(s: Situation) -> Finding:
    """A claim goes through PRaP (3.8, A4.6)."""
    channels = [claim.channel for claim in s.of(OutcomeClaim)]
    if not channels or Channel.PRAP in channels:
        return because.through_prap
    if None in channels:
        return because.CLAIM_CHANNEL.unknown("outcome_claim.channel")
    return because.another_channel(False, channels=tuple(channel for channel in channels if channel is not None))


def evidence_held(s: Situation) -> Finding:
    """The provider can robustly evidence the whole period (3.7)."""
    weeks, needed, claims = s[trading], s.count("self_employed_weeks"), s.of(OutcomeClaim)
    held = [claim.evidence_held for claim in claims]
    if False in held:
        return because.not_evidenced(False, evidenced=weeks.evidenced.counted, needed=needed)
    if True in held or weeks.evidenced.counted >= needed:
        return because.evidenced(True, evidenced=weeks.certain.counted)
    if [day for day in s.of(SelfEmployedDay) if day.evidenced is None]:
        return because.EVIDENCE.unknown("self_employed_day.evidenced")
    return because.not_evidenced(False, evidenced=weeks.evidenced.counted, needed=needed)


def claim_tests(s: Situation, claim_by: date) -> tuple[Finding, ...]:
    """The tests of the claim itself: its day, its channel, its evidence."""
    return claim_in_time(s, claim_by), claim_by_prap(s), evidence_held(s)


def can_be_claimed(s: Situation, claim_by: date) -> bool:
    """Whether the outcome is claimed as it should be, or there is still time to claim it (3.8)."""
    if s.as_of <= claim_by:
        return True
    return all(finding.because.verdict is not Verdict.NOT_MET for finding in claim_tests(s, claim_by))
