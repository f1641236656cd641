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

__all__ = ["DecidedBy", "Grounds", "OneDayLater"]

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
        'had died on 17 April 2021 (day 501), not a day earlier: provision ends on day 501, 17 April 2021 (death)'
        """
        had = f"had {in_words(self.event)} on {in_words(self.on + ONE_DAY)} (day {self.day + 1}), not a day earlier"
        if self.end_date is None:
            return f"{had}: provision goes on"
        ends = "ends" if self.changes_the_end else "still ends"
        end = f"day {self.end_day}, {in_words(self.end_date)} ({in_words(self.end_reason)})"
        return f"{had}: provision {ends} on {end}"


class Grounds:
    """The case that an end was worked out from, kept to work out a changed one when somebody asks."""

    __slots__ = ("decided_by", "ended_on", "reason", "situation", "start", "timeline")

    def __init__(
        self, timeline: "Timeline", situation: Situation, events: Sequence[Event], start: date, ended: tuple[date, str]
    ) -> None:
        self.timeline = timeline
        self.situation = situation
        self.decided_by = events
        self.start = start
        self.ended_on, self.reason = ended

    def one_day_later(self) -> tuple[OneDayLater, ...]:
        """Give, for each event that decided the end, what it would have done a day later."""
        return tuple(self._with_a_day_more(event) for event in self.decided_by)

    def _with_a_day_more(self, event: Event) -> OneDayLater:
        later = event.model_copy(update={"on": event.on + ONE_DAY})
        events = tuple(later if known is event else known for known in self.situation.case.events)
        as_of = max(self.situation.as_of, later.on)
        changed = _seen_otherwise(self.situation, self.situation.case.model_copy(update={"events": events}), as_of)
        journey = self.timeline.fold(changed)
        on, reason = (None, None) if journey.ended is None else (journey.ended[0], journey.ended[1].ends)
        return OneDayLater(
            vars(event)["kind"],
            event.on,
            day_of_provision(self.start, event.on),
            None if on is None else day_of_provision(self.start, on),
            on,
            reason,
            (on, reason) != (self.ended_on, self.reason),
        )


def _seen_otherwise(s: Situation, case: Case, as_of: date) -> Situation:
    """Another case, seen as the same programme sees it."""
    return Situation(case, as_of, s.calendar, s._options, s.parameters)
