"""JETS cases told briefly: one start, its numbered days, and what happened on them."""

from datetime import date, timedelta
from typing import Any

from dwp_rules import Assessment, Case, assess

START = date(2020, 10, 5)
"""A Monday. Day 182 is 4 April 2021, day 238 is 30 May 2021, day 299 is 30 July 2021."""

Event = dict[str, Any]

VOLUNTARY = {"participation_basis": [{"starts_on": "2020-01-01", "basis": "voluntary"}]}
MANDATED = {"participation_basis": [{"starts_on": "2020-01-01", "basis": "mandated", "scope": "scheme"}]}


def day(number: int) -> date:
    """The date of a day number, counted by hand from the Start Date as day 1; day 0 is the day before."""
    return START + timedelta(days=number - 1)


def event(kind: str, on: date | int | str, **fields: Any) -> Event:
    """An event on a date, or on a day number."""
    when = day(on).isoformat() if isinstance(on, int) else str(on)
    return {"kind": kind, "on": when} | fields


REFERRAL = event("referral", "2020-09-21", route="jobcentre")
ACKNOWLEDGED = event("referral_acknowledged", "2020-09-23", recorded_on="2020-09-23", decision="accept")
STARTED = event("start", START, recorded_on=START.isoformat())


def jets(*events: Event, **facts: Any) -> Case:
    """A case of one person with these events and facts; what is not told is not known."""
    person = {"participant_id": "P-1"} | facts
    return Case.model_validate({"programme": "whp-jets", "participant": person, "events": list(events)})


def assessed(*events: Event, as_of: date | int | str, **facts: Any) -> Assessment:
    """The assessment of such a case on a date, or on a day number."""
    on = day(as_of) if isinstance(as_of, int) else date.fromisoformat(str(as_of))
    return assess(jets(*events, **facts), as_of=on)


def earned(number: int, amount: str = "1000.00") -> tuple[Event, Event]:
    """A job from day 1, and pay of it on a day number."""
    job = event("work_started", 1, work="employed", work_id="J1")
    return job, event("earnings_payment", number, amount=amount, work_id="J1")


def traded(*numbers: int) -> tuple[Event, ...]:
    """Days of self-employment, evidenced."""
    return tuple(event("self_employed_day", number, evidenced=True) for number in numbers)


def left(number: int) -> Event:
    """The participant says that they leave."""
    return event("withdrawal", number, stage="on_provision")


def signposted(number: int, *, ends_programme: bool | None = True) -> Event:
    """Signposted to other support, which ends JETS unless told otherwise."""
    return event("exit_decision", number, basis="signposted", ends_programme=ends_programme)


def ended(number: int, reason: str) -> Event:
    """The end of provision as it was recorded."""
    return event("provision_ended", number, reason=reason)
