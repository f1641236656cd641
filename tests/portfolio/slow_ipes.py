"""The standards of IPES the slow way (4.35, with 2.16, 2.19, 2.22, 2.23, 2.43, 2.48 and 2.50)."""

from datetime import date

from tests.portfolio.slow import ONE_DAY, Events, is_working_day, nth_day, working_day_after
from tests.portfolio.slow_outcomes import ipes_end, working
from tests.portfolio.slow_standards import (
    MET,
    NOT_MET,
    Item,
    Items,
    Slow,
    acknowledged_on,
    first_from,
    issued,
    received_on,
    rejected,
    results_entered,
    stands,
    updated,
    within,
)

__all__ = ["IPES"]


def acknowledged(events: Events) -> Items:
    """CSS 1: the second working day, the day of receipt being the first (2.16)."""
    day = received_on(events)
    if day is None:
        return []
    received = day
    while not is_working_day(day):
        day += ONE_DAY
    return [stands(working_day_after(day, 1), first_from(acknowledged_on(events), received), events.as_of)]


def met_and_recorded(events: Events) -> Items:
    """CSS 2: met in person and recorded within 15 working days of acceptance; of who never came the recording alone."""
    met = [
        meeting.on
        for meeting in events.of("meeting", type="initial", attended=True)
        if meeting.channels is None or set(meeting.channels) == {"in_person"}
    ]
    items: Items = []
    for accepted in acknowledged_on(events, "accept"):
        if not rejected(events) and (met or not events.of("referral_cancelled")):
            items.append(within(events, accepted, 15, met))
        items.append(within(events, accepted, 15, results_entered(events)))
    return items


def planned(events: Events) -> Items:
    """CSS 3: a plan signed by both on the day of the start, and developed within 20 working days of it."""
    start = events.start
    if start is None:
        return []
    signed = [
        one.on
        for one in events.of("document_updated", document="action_plan", step="signed")
        if one.signed_by is None or {"participant", "provider"} <= set(one.signed_by)
    ]
    developed = updated(events, "action_plan", "updated", "agreed", "finalised")
    return [stands(start, first_from(signed, start), events.as_of), within(events, start, 20, developed)]


def ended_out_of_work(events: Events) -> bool:
    """Whether provision ended on day 456 because the person was not in work on the next day (2.47)."""
    start = events.start
    if start is None or ipes_end(events, start) != nth_day(start, 456):
        return False
    return not ended_early(events) and not working(events, nth_day(start, 457))


def ended_early(events: Events) -> bool:
    """Whether a move, an illness or a death ended provision (2.57)."""
    start = events.start
    end = None if start is None else ipes_end(events, start)
    days = [one.on for one in (*events.of("died"), *events.of("moved"), *events.of("withdrawal"))]
    return end is not None and end in days


def handed_back(events: Events) -> Items:
    """CSS 4: a warm handback for those not in work after 456 days."""
    if events.start is None or not ended_out_of_work(events):
        return []
    held = events.of("meeting", type="warm_handback")
    return [Item(ipes_end(events, events.start), MET if held else NOT_MET)]


def engaged_on(events: Events, day: date) -> bool:
    """Whether not disengaged on a day."""
    gone = [one.on for one in events.of("disengaged") if one.on <= day]
    back = [one.on for one in events.of("re_engaged") if one.on <= day]
    return not gone or any(day >= max(gone) for day in back)


def reported(events: Events) -> Items:
    """CSS 5: the progress report, and the exit plan of those still engaging, within 10 working days of the end."""
    start = events.start
    end = None if start is None else ipes_end(events, start)
    if end is None or ended_early(events):
        return []
    reports = [*updated(events, "progress_report", "finalised"), *issued(events, "progress_report", "participant")]
    items = [within(events, end, 10, reports)]
    if engaged_on(events, end):
        items.append(within(events, end, 10, issued(events, "exit_activity_plan", "participant")))
    return items


IPES = {
    "CSS1": Slow(acknowledged),
    "CSS2": Slow(met_and_recorded),
    "CSS3": Slow(planned),
    "CSS4": Slow(handed_back),
    "CSS5": Slow(reported),
}
