"""Weeks of self-employment in IPES (4.9, 4.25, 5.10, 5.11, 5.27)."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dwp_rules.facts import Benefit, BenefitSpell, SelfEmployedDay
from dwp_rules.facts.benefits import UNEMPLOYMENT_BENEFITS
from dwp_rules.facts.moments import engaged_by_provider
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.outcomes import Weeks, self_employed_weeks
from dwp_rules.programmes.ipes.earnings import Level
from dwp_rules.programmes.ipes.work import start_day

__all__ = ["Trading", "days_on_benefit", "traded", "trading", "weeks_reached_on"]

ON_BENEFIT = UNEMPLOYMENT_BENEFITS | {Benefit.ESA, Benefit.NEW_STYLE_ESA}
"""Unemployment-related benefits, which fail the first limb of the condition: ESA is read as one of them."""

Days = tuple[date, date | None]


class Trading(NamedTuple):
    """Weeks of self-employment: those certain, and those there are if every unknown is favourable."""

    certain: Weeks
    possible: Weeks
    missing: tuple[str, ...]


def traded(s: Situation) -> Sequence[SelfEmployedDay]:
    """Days of self-employment, those for the provider or its supply chain left out (4.25)."""
    return [day for day in s.of(SelfEmployedDay) if not engaged_by_provider(day.employer)]


def trading(s: Situation, last: date) -> Trading:
    """Weeks from the Start Date to a day, as far as they are over (5.10, 5.27)."""
    reading, days = s.reading("self_employed_week"), s[traded]
    if not days:
        return no_trading(reading)
    first, last = s[start_day][0], min(last, s.as_of)
    failing, unknown, missing = s[days_on_benefit]
    on = [day.on for day in days]
    possible = self_employed_weeks(on, first, last, failing, reading)
    certain = self_employed_weeks(on, first, last, (*failing, *unknown), reading) if unknown else possible
    return Trading(certain, possible, missing)


@lru_cache
def no_trading(reading: str) -> Trading:
    """No week at all, under a reading."""
    none = self_employed_weeks((), date.min, date.max, (), reading)
    return Trading(none, none, ())


class DaysOnBenefit(NamedTuple):
    """Spells of days on which the benefit condition fails, or is not known, and what that waits for."""

    failing: Sequence[Days]
    unknown: Sequence[Days]
    missing: tuple[str, ...]


def days_on_benefit(s: Situation) -> DaysOnBenefit:
    """On which days the benefit condition of 5.10 fails, and on which it is not known."""
    benefits = s.participant.benefits
    if benefits is None:
        return DaysOnBenefit((), ((date.min, None),), ("benefits",))
    failing: list[Days] = []
    unknown: list[Days] = []
    for spell in _unemployment_related(benefits):
        compliant = spell.self_employed_compliant if spell.benefit is Benefit.UNIVERSAL_CREDIT else False
        if not compliant:
            (unknown if compliant is None else failing).append((spell.starts_on, spell.ends_on))
    return DaysOnBenefit(failing, unknown, ("benefits.self_employed_compliant",) if unknown else ())


def _unemployment_related(benefits: Iterable[BenefitSpell]) -> Iterable[BenefitSpell]:
    return (spell for spell in benefits if spell.benefit in ON_BENEFIT)


def weeks_reached_on(s: Situation, weeks: Trading, level: Level) -> date | Unknown | None:
    """The last day of a level's last week; unknown where the benefit status of some days decides it."""
    needed = s.count(level.weeks)
    certain = weeks.certain.completed_on(needed)
    if weeks.certain is weeks.possible or certain == weeks.possible.completed_on(needed):
        return certain
    return Unknown(*weeks.missing)
