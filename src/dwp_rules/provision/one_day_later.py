"""What one day later would have done: the case changed by a day, and worked out again."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dwp_rules.calendar import day_of_provision
from dwp_rules.facts import Case, Event
from dwp_rules.facts.situation import Situation
from dwp_rules.provision.journey import ONE_DAY, Journey
from dwp_rules.rules import in_words

if TYPE_CHECKING:
    from dwp_rules.provision.timeline import Timeline

__all__ = ["DecidedBy", "Grounds", "OneDayLater", "seen_otherwise"]

DecidedBy: TypeAlias = Callable[[Situation, Journey], Sequence[Event]]
"""The events on whose day the end of provision turned."""


class OneDayLater(NamedTuple):
    """One event a day later, and the end of provision that this would have given; None: it would still go on."""

    event: str
    on: date
    day: int
    end_day: int | None
    end_date: date | None
    end_reason: str | None
    changes_the_end: bool

    @property
    def sentence(self) -> str:
        """The same in words.

        >>> OneDayLater("died", date(2021, 4, 16), 500, 501, date(2021, 4, 17), "death", True).sentence
        'one day later (died on 17 April 2021, day 501): provision ends on day 501, 17 April 2021 (death)'
        """
        later = f"one day later ({in_words(self.event)} on {in_words(self.on + ONE_DAY)}, day {self.day + 1})"
        if self.end_date is None:
            return f"{later}: provision goes on"
        ends = "ends" if self.changes_the_end else "still ends"
        end = f"day {self.end_day}, {in_words(self.end_date)} ({in_words(self.end_reason)})"
        return f"{later}: provision {ends} on {end}"


class Grounds:
    """The case that an answer was worked out from, kept to tell more, or to work out a changed one, when asked."""

    __slots__ = ("asked", "journey", "timeline")

    def __init__(self, timeline: "Timeline", situation: Situation, journey: Journey) -> None:
        self.timeline = timeline
        # Not the situation, which keeps this answer: the two would hold each other in memory.
        self.asked = situation.asked
        self.journey = journey

    @property
    def situation(self) -> Situation:
        """The case as it was seen."""
        return Situation(*self.asked)

    def still_open(self) -> tuple[str, ...]:
        """Name what can still move the case on from where it stands."""
        return self.timeline.still_open(self.journey.in_force)

    def one_day_later(self) -> tuple[OneDayLater, ...]:
        """Give, for each event that decided the end, what it would have done a day later."""
        start, ended = self.journey.start, self.journey.ended
        if start is None or ended is None:
            return ()
        situation = self.situation
        events = self.timeline.decided_by(situation, self.journey)
        return tuple(self._a_day_later(situation, event, start, ended[0]) for event in events if event.on >= start)

    def _a_day_later(self, situation: Situation, event: Event, start: date, ended_on: date) -> OneDayLater:
        case = situation.case
        later = event.model_copy(update={"on": event.on + ONE_DAY})
        events = tuple(later if known is event else known for known in case.events)
        as_of = max(situation.as_of, later.on)
        changed = seen_otherwise(situation, case.model_copy(update={"events": events}), as_of)
        ended = self.timeline.fold(changed).ended
        on, reason = (None, None) if ended is None else (ended[0], ended[1].ends)
        day = None if on is None else day_of_provision(start, on)
        name: str = vars(event)["kind"]
        return OneDayLater(name, event.on, day_of_provision(start, event.on), day, on, reason, on != ended_on)


def seen_otherwise(s: Situation, case: Case, as_of: date) -> Situation:
    """Another case, seen as the same programme sees it."""
    return Situation(case, as_of, s.calendar, s._options, s.parameters)
