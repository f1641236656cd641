"""What every event has: the day it happened, and what is known of how it reached the records."""

from typing import Annotated

from dwp_rules.facts.base import Fact
from dwp_rules.facts.types import Day, Instant, NotBefore, OnDayOf


class Event(Fact):
    """Something that happened on a day.

    `known_on` is the day it reached the records, `withdrawn_on` the day it was found to be an error.
    """

    on: Day
    known_on: Day | None = None
    withdrawn_on: Annotated[Day, NotBefore("known_on")] | None = None


class EnteredEvent(Event):
    """An event that is also entered on PRaP: `recorded_on` is the day of entry, None if unknown."""

    recorded_on: Day | None = None


class TimedEvent(Event):
    """An event whose moment may matter: `at` carries its own offset, and `on` is its local date."""

    at: Annotated[Instant, OnDayOf("on")] | None = None
