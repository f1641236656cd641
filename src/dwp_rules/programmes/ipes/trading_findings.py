"""What IPES says of weeks of self-employment towards one level (4.9, 5.10, 5.11, 5.27)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from dwp_rules.facts import SelfEmployedDay
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.ipes import claim_rules as because
from dwp_rules.programmes.ipes.earnings import HIGHER, LOWER, Level
from dwp_rules.programmes.ipes.self_employment import Trading, days_on_benefit, traded, trading, weeks_reached_on
from dwp_rules.programmes.ipes.timeline import journey, last_day_counted
from dwp_rules.programmes.ipes.work import clock
from dwp_rules.rules import Finding

__all__ = ["RULE", "certain_on", "findings", "missing", "possible_on", "reached_on", "reached_too_late", "weeks"]

RULE = because.SELF_EMPLOYED
DAYS_IN_A_WEEK = 7


def weeks(s: Situation) -> Trading:
    """Weeks on provision."""
    return trading(s, s[last_day_counted])


def answers(s: Situation) -> Mapping[Level, date | Unknown | None]:
    """For each level the last day of its last week: none while it is not reached, unknown while facts decide it."""
    if not s[traded]:
        return NOT_REACHED
    found = s[weeks]
    return {level: weeks_reached_on(s, found, level) for level in (LOWER, HIGHER)}


NOT_REACHED: Mapping[Level, date | Unknown | None] = dict.fromkeys((LOWER, HIGHER))


def reached_on(s: Situation, level: Level) -> date | None:
    """The last day of a level's last week; None while it is not reached, or not certain."""
    answer = s[answers][level]
    return None if isinstance(answer, Unknown) else answer


def missing(s: Situation, level: Level) -> tuple[str, ...]:
    """The facts that decide whether a level is reached."""
    answer = s[answers][level]
    return answer.missing if isinstance(answer, Unknown) else ()


def possible_on(s: Situation, level: Level) -> date | None:
    """The last day of a level's last week if every unknown is favourable."""
    return s[weeks].possible.completed_on(s.count(level.weeks)) if missing(s, level) else reached_on(s, level)


def certain_on(s: Situation, level: Level) -> date | None:
    """The last day of a level's last week if every unknown is unfavourable."""
    return s[weeks].certain.completed_on(s.count(level.weeks)) if missing(s, level) else reached_on(s, level)


def reached_too_late(s: Situation, level: Level) -> date | None:
    """The day on which a level is reached after provision ended, where it was not reached before."""
    if not s[traded] or s[journey].end_date is None or reached_on(s, level) is not None:
        return None
    answer = weeks_reached_on(s, trading(s, s[clock].day_639), level)
    return None if isinstance(answer, Unknown) else answer


def findings(s: Situation, level: Level) -> Sequence[Finding]:
    """How many weeks there are, whether they are enough, their benefit condition, several occupations once."""
    needed = s.count(level.weeks)
    if not s.of(SelfEmployedDay):
        return _no_weeks(needed)
    return (*_enough(s, level, needed), *_counted(s))


def _enough(s: Situation, level: Level, needed: int) -> Sequence[Finding]:
    """Whether the weeks that a level needs are complete."""
    waits_for = missing(s, level)
    if waits_for:
        return because.SELF_EMPLOYED.unknown(*waits_for), because.NUMBERS.unknown(*waits_for)
    on, counted = reached_on(s, level), s[weeks].certain.counted
    days = counted * DAYS_IN_A_WEEK
    enough = because.enough_weeks if counted >= needed else because.too_few_weeks
    return (
        because.weeks_complete.found(on, ("needed", needed), ("on", on))
        if on
        else because.weeks_incomplete.found(None, ("weeks", counted), ("needed", needed)),
        enough.found(counted >= needed, ("days", days), ("weeks", counted), ("needed", needed)),
    )


def _counted(s: Situation) -> Sequence[Finding]:
    """How many weeks there are, of whatever level."""
    found = s[weeks]
    counted, reading = found.certain.counted, found.certain.reading
    if counted != found.possible.counted:
        return tuple([rule.unknown(*found.missing) for rule in because.OF_THE_WEEKS])
    return (
        because.weeks_counted.found(
            counted, ("weeks", counted), ("counted_days", counted * DAYS_IN_A_WEEK), ("reading", reading)
        ),
        _benefit_condition(s, counted),
        _once(s, counted),
        _within(s, counted),
    )


@lru_cache
def _no_weeks(needed: int) -> Sequence[Finding]:
    return (
        because.weeks_incomplete.found(None, ("weeks", 0), ("needed", needed)),
        because.too_few_weeks.found(False, ("days", 0), ("weeks", 0), ("needed", needed)),
        because.no_trading,
    )


def _benefit_condition(s: Situation, counted: int) -> Finding:
    failing = len(s[days_on_benefit].failing)
    return because.weeks_left_out.found(counted, ("spells", failing)) if failing else because.condition_met(counted)


def _once(s: Situation, counted: int) -> Finding:
    days = s[traded]
    occupations = len({day.occupation for day in days})
    return because.counted_once.found(
        counted, ("occupations", occupations), ("days", len({day.on for day in days})), ("weeks", counted)
    )


def _within(s: Situation, counted: int) -> Finding:
    first, last = s[clock].start, s[last_day_counted]
    outside = len({day.on for day in s[traded] if not first <= day.on <= last})
    return because.weeks_within.found(
        counted, ("weeks", counted), ("first", first), ("last", last), ("outside", outside)
    )
