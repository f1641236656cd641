"""Work Programme cases told briefly: one referral on Monday 3 February 2014, and what happened from then on."""

from datetime import date, timedelta
from typing import Any

from dwp_rules import Assessment, Case, assess

REFERRED = date(2014, 2, 3)
LAST = date(2016, 1, 31)
"""The last of the 104 weeks: the referral plus 727 days."""

Event = dict[str, Any]


def event(kind: str, on: date | str, **fields: Any) -> Event:
    """An event on a day."""
    return {"kind": kind, "on": str(on)} | {name: str(v) if isinstance(v, date) else v for name, v in fields.items()}


def after(days: int) -> date:
    """So many days after the referral."""
    return REFERRED + timedelta(days=days)


REFERRAL = event("referral", REFERRED)


def work_programme(*events: Event, **facts: Any) -> Case:
    """A case of one person in an area of England with these events and facts; what is not told is not known."""
    return Case.model_validate(
        {
            "programme": "work-programme",
            "participant": {"participant_id": "P-1"} | facts,
            "contract": {"nations": ["england"]},
            "events": list(events),
        }
    )


def assessed(*events: Event, as_of: date, **facts: Any) -> Assessment:
    """The assessment of such a case on a day."""
    return assess(work_programme(*events, **facts), as_of=as_of)
