"""JFS cases told briefly: one referral made on Monday 7 June 2021, and what happened from then on."""

from datetime import date, timedelta
from typing import Any

from dwp_rules import Assessment, Case, assess

REFERRED = date(2021, 6, 7)
"""A Monday in a June without holidays: to be acknowledged by the 8th, contacted and met by the 17th, recorded by the
21st; PRaP shows Did Not Attend on 7 July."""
STARTED = date(2021, 6, 14)
"""A Monday: the 20 working days end on 12 July 2021, PRaP ends the provision on 14 July."""

Event = dict[str, Any]


def event(kind: str, on: date | str, **fields: Any) -> Event:
    """An event on a day."""
    return {"kind": kind, "on": str(on)} | {name: str(v) if isinstance(v, date) else v for name, v in fields.items()}


def june(day: int) -> date:
    """A day of June 2021; the 31st is 1 July, and so on."""
    return date(2021, 5, 31) + timedelta(days=day)


REFERRAL = event("referral", REFERRED, route="jobcentre")
ACCEPTED = event("referral_acknowledged", june(8), decision="accept", recorded_on=june(8))
REJECTED = event("referral_acknowledged", june(8), decision="reject", recorded_on=june(8))
REACHED = event(
    "contact",
    june(9),
    at="2021-06-09T11:00:00+01:00",
    result="made",
    by="provider",
    channel="telephone",
    purpose="first_contact",
)
BOOKED = event("appointment_booked", june(9), type="initial", meeting_on=june(14), with_party="provider")
MISSED = event("meeting", STARTED, type="initial", attended=False)
ATTENDED = event("meeting", STARTED, type="initial", attended=True, minutes=60)
AGREED = event("meeting", STARTED, type="initial", attended=True, minutes=60, agreed_to_start_on=STARTED)
START = event("start", STARTED, recorded_on=june(15))

TO_THE_MEETING = (REFERRAL, ACCEPTED, REACHED, BOOKED)
ON_PROVISION = (*TO_THE_MEETING, AGREED, START)


def attempt(on: date, **fields: Any) -> Event:
    """An attempt to reach the person that reached nobody."""
    return event("contact", on, result="attempted", by="provider", **fields)


LAST_CONDITION = june(25)


def completed(on: date = LAST_CONDITION) -> tuple[Event, ...]:
    """All five conditions of 5.02, the last of them on a day."""
    return (
        event("meeting", june(21), type="one_to_one", attended=True, minutes=180),
        event("meeting", june(22), type="group", attended=True),
        event("document_updated", june(22), document="cv", step="finalised"),
        event("document_updated", on, document="action_plan", step="agreed"),
        event("document_updated", on, document="action_plan", step="finalised", sections=["summary", "next_steps"]),
        event("document_issued", on, document="action_plan", to="participant"),
    )


def jfs(*events: Event, **facts: Any) -> Case:
    """A case of one person with these events and facts; what is not told is not known."""
    person = {"participant_id": "P-1"} | facts
    return Case.model_validate({"programme": "jfs", "participant": person, "events": list(events)})


def assessed(*events: Event, as_of: date, **facts: Any) -> Assessment:
    """The assessment of such a case on a day."""
    return assess(jfs(*events, **facts), as_of=as_of)
