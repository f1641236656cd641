"""The days that a WHP JETS start fixes: the last day on provision, and the last days for outcomes and claims."""

from datetime import date
from typing import NamedTuple

from dwp_rules.calendar import date_of_day
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation

__all__ = ["Window", "window"]


class Window(NamedTuple):
    """The days that count, all from the Start Date as day 1."""

    start: date
    last_day: date
    """Day 182, the last possible day on provision; a job that makes an employed outcome begins by it."""
    achieve_by: date
    """Day 238."""
    claim_by: date
    """Day 299."""


def window(s: Situation) -> Window | None:
    """Day 182, day 238 and day 299 of a participant; None before a start."""
    started = s[start_days]
    if not started:
        return None
    start, count = started[0], s.count
    return Window(
        start,
        date_of_day(start, count("provision_days")),
        date_of_day(start, count("outcome_day")),
        date_of_day(start, count("claim_day")),
    )
