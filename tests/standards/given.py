"""A hand-made calendar, rules, and moments on given days: what the tests of this folder declare deadlines with."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import WorkingCalendar
from dwp_rules.facts import Case
from dwp_rules.facts.situation import Days, Moment, Situation, Unknown
from dwp_rules.rules import Parameters, Readings, Rule, Source
from dwp_rules.standards import Deadline, Span

GUIDE = Source("Guide to everything")
CONTACT = Rule("EX-CSS-01", "Contact made", (GUIDE["1"],))
MEETING = Rule("EX-CSS-02", "Meeting held", (GUIDE["2"],))
AGREED = Rule("EX-CSS-03", "Meeting held as agreed", (GUIDE["3"],))
REPORT = Rule("EX-CSS-04", "Report given", (GUIDE["4"],))

SHOP = WorkingCalendar.from_dates(
    "Shop",
    [date(2021, 4, 2), date(2021, 4, 5), date(2021, 5, 3)],
    first=date(2021, 1, 1),
    last=date(2021, 12, 31),
)
"""Monday to Friday of 2021, but for 2 April, 5 April and 3 May."""


def day(text: str) -> date:
    """A day of 2021 written as MM-DD, or any day written in full."""
    return date.fromisoformat(text if len(text) == 10 else f"2021-{text}")


def situation(as_of: str, calendar: WorkingCalendar = SHOP, case: Case | None = None) -> Situation:
    """What is known on a day: of an empty case unless one is given."""
    nothing = Case.model_validate({"programme": "any", "participant": {"participant_id": "P-1"}})
    return Situation(case or nothing, day(as_of), calendar, Readings(), Parameters())


def on(*days: str) -> Moment:
    """A moment that falls on these days, as far as they have come."""
    fallen = [day(text) for text in days]

    def moment(s: Situation) -> Days:
        return [on for on in fallen if on <= s.as_of]

    return moment


def unknown(*missing: str) -> Moment:
    """A moment of which facts are missing."""

    def moment(_s: Situation) -> Unknown:
        return Unknown(*missing)

    return moment


def spans(*ends: tuple[str, str | None]) -> Sequence[Span]:
    """Spans of days from pairs of first and last."""
    return [Span(day(first), None if last is None else day(last)) for first, last in ends]


def told(deadline: Deadline) -> tuple[date | None, date | None, date | None, str]:
    """What a deadline comes to: trigger, due, done, status."""
    return deadline.trigger, deadline.due, deadline.done, str(deadline.status)


def standing(trigger: str, due: str, done: str | None, status: str) -> tuple[date, date, date | None, str]:
    """What a deadline should come to."""
    return day(trigger), day(due), None if done is None else day(done), status
