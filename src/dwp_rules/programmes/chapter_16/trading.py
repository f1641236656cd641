"""Weeks of self-employment, as far as benefits are known, and the days on which claims for them were entered."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dwp_rules.facts import Channel, SelfEmployedDay
from dwp_rules.facts.base import Row
from dwp_rules.facts.benefits import DaysOnBenefit, self_employment_on_benefit
from dwp_rules.facts.moments import engaged_by_provider
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import Weeks, self_employed_weeks
from dwp_rules.outcomes.weeks import weeks_beside

__all__ = ["Trading", "claims_entered", "condition_fails", "no_trading", "weeks_traded"]


PRAP = Channel.PRAP


class Trading(NamedTuple):
    """Weeks of self-employment: those certain, those possible if every unknown is favourable, those evidenced.

    Of the weeks evidenced, as of all weeks, some are certain and others only possible. `certain_on` and `possible_on`
    are the last days of the last week needed by the first two.
    """

    certain: Weeks
    possible: Weeks
    evidenced: Weeks
    evidenced_at_best: Weeks
    missing: tuple[str, ...] = ()
    certain_on: date | None = None
    possible_on: date | None = None

    @property
    def undetermined(self) -> bool:
        """Whether the unknown benefit status of some days decides when, or if, the last week is complete."""
        return self.certain_on != self.possible_on

    @property
    def achieved_on(self) -> date | None:
        """The last day of the last week needed; None while it is not certain."""
        return self.certain_on if self.certain_on == self.possible_on else None


@lru_cache
def no_trading(reading: str) -> Trading:
    """No week at all, under a reading."""
    none = self_employed_weeks((), date.min, date.max, (), reading)
    return Trading(none, none, none, none)


def weeks_traded(s: Situation, first: date, last: date, *, needed: int | None) -> Trading:
    """Weeks from the Start Date to the last day for an outcome that are over, days for the provider left out.

    `needed` None: how many are needed is not known, so that none is the last.
    """
    reading = s.reading("self_employed_week")
    traded = [day for day in s.rows(SelfEmployedDay) if not engaged_by_provider(day["employer"])]
    if not traded:
        return no_trading(reading)
    last = min(last, s.as_of)
    failing, unknown = s[condition_fails]
    missing: tuple[str, ...] = ("benefits.self_employed_compliant",) if unknown else ()
    if s.participant.benefits is None:
        unknown, missing = ((first, None),), ("benefits",)
    barred = ((*failing, *unknown), failing) if unknown else (failing,)

    def certain_and_possible(days: Sequence[date]) -> tuple[Weeks, Weeks]:
        weeks = weeks_beside(days, first, last, barred, reading)
        return weeks[0], weeks[-1]

    certain, possible = certain_and_possible([day["on"] for day in traded])
    proven = [day["on"] for day in traded if day["evidenced"]]
    evidenced = (certain, possible) if len(proven) == len(traded) else certain_and_possible(proven)
    if needed is None:
        return Trading(certain, possible, *evidenced, missing)
    return Trading(certain, possible, *evidenced, missing, certain.completed_on(needed), possible.completed_on(needed))


def condition_fails(s: Situation) -> DaysOnBenefit:
    """The days on which the benefit condition of a week fails, and those on which that is not known."""
    return self_employment_on_benefit(s.participant.benefits or ())


def claims_entered(claims: Sequence[Row]) -> list[date]:
    """The days on which claims were entered in PRaP; of a claim whose channel is not told, the day it was made."""
    return sorted([c["recorded_on"] or c["on"] for c in claims if c["channel"] is PRAP or c["channel"] is None])
