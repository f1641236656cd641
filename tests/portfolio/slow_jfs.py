"""The standards of Job Finding Support the slow way (guidance 3.07 to 3.40, 4.17 to 4.22, 5.02 to 5.11, 7.44)."""

from datetime import date
from typing import NamedTuple

from tests.portfolio.slow import ONE_DAY, Events, day_after, is_working_day, working_day_after
from tests.portfolio.slow_standards import (
    MET,
    NOT_MET,
    Item,
    Items,
    Slow,
    acknowledged_on,
    first_from,
    held,
    issued,
    received_on,
    rejected,
    results_entered,
    stands,
    updated,
    within,
)

__all__ = ["JFS"]


def referred_on(events: Events) -> date | None:
    """The day on which DWP made the referral."""
    days = [referral.on for referral in events.of("referral")]
    return min(days, default=None)


def acknowledge_by(events: Events) -> date | None:
    """The second working day, the day of receipt being the first; received on a closed day, the next one is (3.07)."""
    day = received_on(events)
    if day is None:
        return None
    while not is_working_day(day, scotland_too=True):
        day += ONE_DAY
    return working_day_after(day, 1, scotland_too=True)


def lapsed(events: Events) -> bool:
    """Whether the time to acknowledge passed with nothing entered (3.07 note)."""
    due = acknowledge_by(events)
    return due is not None and events.as_of > due and not any(day <= due for day in acknowledged_on(events))


class Life(NamedTuple):
    """Whether the person is a participant; when provision ended, and whether by completion."""

    participant: bool
    end: date | None
    completed: bool


def life(events: Events) -> Life:
    """Follow the referral to a start, and the start to the first thing that ends provision."""
    referred, start = referred_on(events), events.start
    if referred is None or start is None:
        return Life(participant=False, end=None, completed=False)
    day_30 = day_after(referred, 30)
    entries = [*events.of("start"), *events.of("referral_cancelled")]
    entered = [events.entered(one) or one.on for one in entries]
    entered += acknowledged_on(events, "reject")
    if lapsed(events) or not any(day < day_30 for day in entered):
        return Life(participant=events.as_of < day_30, end=None, completed=False)
    ends = [(day, place, name) for day, place, name in endings(events, start) if start <= day <= events.as_of]
    if not ends:
        return Life(participant=True, end=None, completed=False)
    end, _place, name = min(ends)
    return Life(participant=True, end=end, completed=name == "completed")


def endings(events: Events, start: date) -> list[tuple[date, int, str]]:
    """Everything that would end provision, with its place within a day."""
    gone = [one.on for one in events.of("disengaged")]
    found = [(one.on, 10, "moved") for one in events.of("moved", to_nation="elsewhere")]
    found += [(day, 110, "completed") for day in completed_on(events, start) if not any(left < day for left in gone)]
    found += [(one.on, 130, "left") for one in events.of("withdrawal", stage="on_provision")]
    not_needed = [one.on for one in events.of("exit_decision", basis="support_no_longer_required")]
    found += [(max(job.on, not_needed[-1]), 131, "work") for job in events.of("work_started") if not_needed]
    found += [(one.on, 140, "died") for one in events.of("died")]
    tried = [one.on for one in events.of("contact", result="attempted") if one.purpose != "first_contact"]
    last = working_day_after(start, 20, scotland_too=True)
    for since in gone:
        failed = [day for day in tried if day >= since]
        if len(failed) >= 2:
            exit_on = min(max(working_day_after(since, 5, scotland_too=True), failed[1]), last)
            found.append((exit_on, 160, "not_re_engaged"))
        else:
            found += [(one.on, 160, "not_re_engaged") for one in events.of("provision_ended", reason="disengaged")]
    day_30 = day_after(start, 30)
    if not any((events.entered(end) or end.on) <= day_30 for end in events.of("provision_ended")):
        found.append((day_30, 161, "automatic"))
    return found


def completed_on(events: Events, start: date) -> list[date]:
    """The day on which the last of the five conditions of 5.02 was met; a recorded completion stands for it."""
    minutes, four_hours = 0, None
    for meeting in events.of("meeting", attended=True):
        if meeting.type in {"initial", "one_to_one"}:
            minutes += meeting.minutes or 0
            if minutes >= 240 and four_hours is None:
                four_hours = meeting.on
    group = min(held(events, "group"), default=None)
    cv = min([one.on for one in events.of("document_updated", document="cv")], default=None)
    agreed = any(day > start for day in updated(events, "action_plan", "agreed"))
    plan = min(finalised(events), default=None) if agreed else None
    copy = min(plan_given(events), default=None)
    days = [four_hours, group, cv, plan, copy]
    known = [day for day in days if day is not None]
    if len(known) == len(days):
        return [max([start, *known])]
    return [one.on for one in events.of("provision_ended", reason="completed")]


def finalised(events: Events) -> list[date]:
    """The days on which the JFAP was finalised."""
    return updated(events, "action_plan", "finalised")


def plan_given(events: Events) -> list[date]:
    """The days on which the finalised JFAP went to the participant."""
    first = min(finalised(events), default=None)
    return [] if first is None else [day for day in issued(events, "action_plan", "participant") if day >= first]


# ── the six standards, and two indicators ────────────────────────────────────────────────────────────────────────


def acknowledged(events: Events) -> Items:
    """Acknowledged within 2 working days (3.07, 3.08)."""
    due, received = acknowledge_by(events), received_on(events)
    if due is None or received is None:
        return []
    return [stands(due, first_from(acknowledged_on(events), received), events.as_of)]


def met_in_time(events: Events) -> Items:
    """CSS 1: met within 8 working days of the referral, if it was accepted in time."""
    referred, by = referred_on(events), acknowledge_by(events)
    if referred is None or by is None or rejected(events):
        return []
    if not any(day <= by for day in acknowledged_on(events, "accept")):
        return []
    meetings = held(events, "initial") or ([] if events.start is None else [events.start])
    return [stands(working_day_after(referred, 8, scotland_too=True), min(meetings, default=None), events.as_of)]


def recorded(events: Events) -> Items:
    """CSS 2: an outcome on PRaP within 10 working days of the referral."""
    referred = referred_on(events)
    if referred is None or rejected(events):
        return []
    return [within(events, referred, 10, results_entered(events), scotland_too=True)]


def plan_updated(events: Events) -> Items:
    """CSS 3: the JFAP updated on the day of every 1-2-1 meeting."""
    if not life(events).participant:
        return []
    days = {one.on for one in events.of("document_updated", document="action_plan")}
    meetings = held(events, "initial", "one_to_one")
    return [Item(meetings[-1], MET if set(meetings) <= days else NOT_MET)] if meetings else []


def cv_and_plan(events: Events) -> Items:
    """CSS 4: of completers, the CV and the JFAP final within 20 working days of the start."""
    if not life(events).completed or events.start is None:
        return []
    cv, plan = updated(events, "cv", "finalised"), finalised(events)
    done = [max(cv[0], plan[0])] if cv and plan else []
    return [within(events, events.start, 20, done, scotland_too=True)]


def shared(events: Events) -> Items:
    """CSS 5: of completers, the JFAP with the participant by the end and with the Jobcentre in 5 working days."""
    found = life(events)
    if not found.completed or found.end is None:
        return []
    in_time = any(day <= found.end for day in plan_given(events))
    items = [Item(found.end, MET if in_time else NOT_MET)]
    for asked in events.of("document_requested", document="action_plan", by="jobcentre"):
        due = working_day_after(asked.on, 5, scotland_too=True)
        sent = first_from(issued_to(events, "jobcentre"), asked.on)
        items.append(stands(due, sent, events.as_of))
    return items


def issued_to(events: Events, party: str) -> list[date]:
    """The days on which the JFAP went to somebody."""
    return [one.on for one in events.of("document_issued", document="action_plan", to=party)]


def asked(events: Events) -> Items:
    """CSS 6: asked to complete the survey, once provision has ended; not those who died."""
    found = life(events)
    if found.end is None or not found.participant or events.of("died"):
        return []
    return [Item(found.end, MET if issued(events, "satisfaction_survey", "participant") else NOT_MET)]


def satisfied(events: Events) -> Items:
    """Answers: very or fairly satisfied."""
    answers = events.of("survey_response")
    return [Item(one.on, MET if one.answer in {"very_satisfied", "fairly_satisfied"} else NOT_MET) for one in answers]


JFS = {
    "CSS 1": Slow(met_in_time, placed_by=referred_on),
    "CSS 2": Slow(recorded, placed_by=referred_on),
    "CSS 3": Slow(plan_updated, placed_by=referred_on),
    "CSS 4": Slow(cv_and_plan, placed_by=referred_on),
    "CSS 5": Slow(shared, placed_by=referred_on),
    "CSS 6": Slow(asked, placed_by=referred_on),
    "acknowledgement": Slow(acknowledged, placed_by=referred_on),
    "satisfaction": Slow(satisfied, recurs=True),
}
"""Every standard by the month of the referral (7.28, 7.45)."""
