"""What every standard asks, the slow way: items with a last day and how they stand, found with plain loops over events.

An item is one duty on one occasion. A case belongs to the month of the last of its items; a standard that recurs is
judged anew in each month in which something was due.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from tests.portfolio.slow import Event, Events, working_day_after

__all__ = ["MET", "NOT_MET", "NOT_YET_DUE", "UNDETERMINED", "Item", "Items", "Judged", "Slow", "judged", "within"]

MET, NOT_MET, NOT_YET_DUE, UNDETERMINED = "met", "not_met", "not_yet_due", "undetermined"


class Item(NamedTuple):
    """One duty on one occasion: by when, and how it stands; `due` None: no day is known."""

    due: date | None
    standing: str


Items = list[Item]
Judge = Callable[[Events], Items]


class Slow(NamedTuple):
    """A standard: its items, whether it recurs, and the day that places a case where it is not what was due."""

    items: Judge
    recurs: bool = False
    placed_by: Callable[[Events], date | None] | None = None


class Judged(NamedTuple):
    """How a case stands in one month; None: no month is known, so that it may be any."""

    month: str | None
    standing: str


def stands(due: date, done: date | None, as_of: date) -> Item:
    """How something stands that is due by a day and was done on one, or not."""
    if done is not None:
        return Item(due, MET if done <= due else NOT_MET)
    return Item(due, NOT_YET_DUE if as_of <= due else NOT_MET)


def first_from(days: Iterable[date], trigger: date) -> date | None:
    """The first of some days that does not come before another."""
    return min((day for day in days if day >= trigger), default=None)


def within(
    events: Events, trigger: date, number: int, done: Iterable[date] | None, *, scotland_too: bool = False
) -> Item:
    """How a duty stands that is due within some working days of a trigger; `done` None: it is not known."""
    due = working_day_after(trigger, number, scotland_too=scotland_too)
    if done is None:
        return Item(due, UNDETERMINED)
    return stands(due, first_from(done, trigger), events.as_of)


def all_of(items: Items) -> str:
    """How several items stand together."""
    standings = {item.standing for item in items}
    return next(one for one in (NOT_MET, UNDETERMINED, NOT_YET_DUE, MET) if one in standings)


def month_of(day: date | None) -> str | None:
    """The month of a day."""
    return None if day is None else day.isoformat()[:7]


def judged(slow: Slow, events: Events) -> list[Judged]:
    """How a case stands to a standard, with the month in which it is counted."""
    items = slow.items(events)
    if not items:
        return []
    if slow.placed_by is not None:
        return [Judged(month_of(slow.placed_by(events)), all_of(items))]
    if slow.recurs:
        months = dict.fromkeys(month_of(item.due) for item in items)
        return [Judged(month, all_of([item for item in items if month_of(item.due) == month])) for month in months]
    known = [item.due for item in items if item.due is not None]
    return [Judged(month_of(max(known, default=None)), all_of(items))]


# ── events that several programmes ask for ───────────────────────────────────────────────────────────────────────


def received_on(events: Events) -> date | None:
    """The day on which the provider received the referral."""
    days = [referral.received_on or referral.on for referral in events.of("referral")]
    return days[0] if days and days[0] <= events.as_of else None


def rejected(events: Events) -> bool:
    """Whether the provider rejected the referral."""
    return bool(events.of("referral_acknowledged", decision="reject"))


def acknowledged_on(events: Events, *decisions: str) -> list[date]:
    """The days on which the referral was accepted or rejected on PRaP."""
    wanted = decisions or ("accept", "reject")
    return [events.entered(a) or a.on for a in events.of("referral_acknowledged") if a.decision in wanted]


def results_entered(events: Events) -> list[date] | None:
    """The days on which a start, or that there was none, was entered; None where the day of entry is not known."""
    results: list[Event] = [*events.of("start"), *events.of("referral_cancelled")]
    entered = [day for day in map(events.entered, results) if day is not None]
    return None if results and not entered else sorted(entered)


def issued(events: Events, document: str, *to: str) -> list[date]:
    """The days on which a document was issued to one of some parties; every story names the recipient."""
    return [one.on for one in events.of("document_issued", document=document) if one.to in to]


def updated(events: Events, document: str, *steps: str) -> list[date]:
    """The days on which a document took one of some steps."""
    return [one.on for one in events.of("document_updated", document=document) if one.step in steps]


def held(events: Events, *types: str) -> list[date]:
    """The days of meetings of some types that were attended."""
    return [one.on for one in events.of("meeting", attended=True) if one.type in types]


def attempts(events: Events, *, not_for: str | None = None) -> list[date]:
    """The days on which the provider tried to reach the person, unless for one purpose."""
    contacts = [one for one in events.of("contact") if one.by != "participant"]
    return [one.on for one in contacts if not_for is None or one.purpose != not_for]
