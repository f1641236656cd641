"""Contact, meetings and the start."""

from typing import Annotated, Literal

from dwp_rules.facts.enums import Channel, ContactPurpose, ContactResult, MeetingType, NotificationTopic, Party
from dwp_rules.facts.events.base import EnteredEvent, Event, TimedEvent
from dwp_rules.facts.types import Count, Day, Flag, Instant, Name, NotBefore, OnDayOf, SetOf


class Contact(TimedEvent):
    """An attempt to reach the person, or contact made; not a meeting."""

    kind: Literal["contact"] = "contact"
    result: ContactResult
    by: Party | None = None
    channel: Channel | None = None
    purpose: ContactPurpose | None = None
    identity_confirmed: Flag | None = None


class AppointmentBooked(TimedEvent):
    """A meeting or activity is fixed, on `on`, for `meeting_on`."""

    kind: Literal["appointment_booked"] = "appointment_booked"
    meeting_on: Annotated[Day, NotBefore("on")] | None = None
    starts_at: Annotated[Instant, OnDayOf("meeting_on")] | None = None
    ends_at: Annotated[Instant, NotBefore("starts_at")] | None = None
    type: MeetingType | None = None
    with_party: Literal[Party.PROVIDER, Party.JOBCENTRE] | None = None
    confirmed_on: Day | None = None


class Meeting(Event):
    """A meeting took place, or was missed (`attended` false); one channel per attendee."""

    kind: Literal["meeting"] = "meeting"
    type: MeetingType
    attended: Flag
    agreed_to_start_on: Day | None = None
    explained_on: Day | None = None
    channels: tuple[Channel, ...] | None = None
    minutes: Count | None = None
    preparation_minutes: Count | None = None
    adviser: str | None = None
    place: str | None = None
    led_by: str | None = None
    key_worker_present: Flag | None = None
    group_size: Count | None = None


class ChecklistRecorded(Event):
    """What was covered, shown or in place."""

    kind: Literal["checklist_recorded"] = "checklist_recorded"
    checklist: Name | None = None
    items: SetOf[str] | None = None


class Notification(EnteredEvent):
    """One party tells another something that is not a document of the programme."""

    kind: Literal["notification"] = "notification"
    sender: Party | None = None
    recipient: Party | None = None
    topic: NotificationTopic | None = None
    form: Name | None = None
    channel: Channel | None = None


class Start(EnteredEvent):
    """The person starts: `on` is the start date. In the Work Programme, attachment is complete."""

    kind: Literal["start"] = "start"
