"""Made-up JFS histories around awkward days: Christmas, Easter, holidays of one nation only, the 8th and 30th day."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.programmes.jfs.given import Event, attempt, event

REFERRALS = (
    date(2021, 6, 7),
    date(2021, 12, 10),
    date(2021, 12, 17),
    date(2021, 12, 24),
    date(2021, 3, 26),
    date(2021, 4, 1),
    date(2021, 4, 3),
    date(2021, 7, 23),
    date(2021, 8, 27),
    date(2021, 11, 19),
    date(2022, 4, 14),
)
CHANNELS = ("telephone", "video", "email")

referrals = st.sampled_from(REFERRALS)
looks = st.integers(0, 75)


@st.composite
def histories(draw: st.DrawFn) -> tuple[date, list[Event]]:
    """The day of a referral and what happened: an ordinary beginning, of which parts are left out, and other things."""
    referred = draw(referrals)
    received = referred + timedelta(days=draw(st.integers(0, 2)))
    events = [event("referral", referred, received_on=received)]
    met = referred + timedelta(days=draw(st.integers(2, 16)))
    beginning = [
        accepted(received + timedelta(days=draw(st.integers(0, 5)))),
        event("contact", referred + timedelta(days=draw(st.integers(1, 12))), result="made", purpose="first_contact"),
        event(
            "appointment_booked", referred + timedelta(days=1), type="initial", meeting_on=met, with_party="provider"
        ),
        event("meeting", met, type="initial", attended=True, minutes=60, agreed_to_start_on=met),
        start(met, draw(st.integers(0, 30))),
    ]
    left_out = draw(parts_left_out)
    events += [one for place, one in enumerate(beginning) if place not in left_out]
    events += [happening(referred + timedelta(days=gap)) for happening, gap in draw(happenings)]
    return referred, events


def accepted(on: date) -> Event:
    return event("referral_acknowledged", on, decision="accept", recorded_on=on)


def start(on: date, entered_after: int) -> Event:
    return event("start", on, recorded_on=on + timedelta(days=entered_after))


HAPPENINGS: tuple[Callable[[date], Event], ...] = (
    attempt,
    lambda on: event("meeting", on, type="one_to_one", attended=True, minutes=120),
    lambda on: event("meeting", on, type="one_to_one", attended=False),
    lambda on: event("meeting", on, type="group", attended=True),
    lambda on: event("document_updated", on, document="action_plan", step="updated"),
    lambda on: event("disengaged", on),
    lambda on: event("re_engaged", on),
    lambda on: event("withdrawal", on, stage="on_provision"),
    lambda on: event("withdrawal", on, stage="before_meeting"),
    lambda on: event("moved", on, to_nation="northern_ireland", expected_return_on=on + timedelta(days=9)),
    lambda on: event("work_started", on, work="self_employed"),
    lambda on: event("exit_decision", on, basis="support_no_longer_required"),
    lambda on: event("document_requested", on, document="action_plan", by="jobcentre"),
    lambda on: event("document_issued", on, document="action_plan", to="jobcentre"),
    lambda on: event("referral_cancelled", on, outcome="did_not_start", recorded_on=on),
    lambda on: event("referral_error", on, step="found", stage="before_meeting"),
    lambda on: event("provision_ended", on, reason="completed", recorded_on=on),
    lambda on: event("died", on),
)
"""What may happen, from the day of the referral on, told of a day."""

happenings = st.lists(st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 45)), max_size=6)
parts_left_out = st.sets(st.integers(0, 4), max_size=2)
