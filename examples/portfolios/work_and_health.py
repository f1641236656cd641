"""What the two strands of the Work and Health Programme share: the way in, booked meetings, the end, ESF forms."""

from datetime import date

from .story import Story, days_later

__all__ = ["begins", "ends", "meets", "sends_forms"]

PARTICIPANT = frozenset({"participant"})


def begins(story: Story, referred: date) -> date | None:
    """Tell the way from the referral to a start, and give the start; None where there is none."""
    chance, likely = story.chance, story.likely
    route = chance.one_of(("jobcentre", "jobcentre", "jobcentre", "self_referral"))
    received = story.is_referred(referred, route=route)
    acknowledged = story.is_acknowledged(received, 2)
    if acknowledged is None:
        return None
    is_contacted(story, received)
    drawn = chance.share()
    met = max(acknowledged, story.soon(received, 15, late=likely.met_late))
    entered = story.working_days_after(met, chance.one_of((0, 0, 0, 0, 1)))
    if drawn < likely.no_result:
        return None
    if drawn < likely.no_result + likely.did_not_attend + likely.did_not_start:
        story.does_not_come(met, entered, missed=drawn < likely.no_result + likely.did_not_attend)
        return None
    if chance.happens(likely.entered_late):
        entered = story.working_days_after(received, 15 + chance.number(1, 14))
    story.tell("meeting", met, type="initial", attended=True, agreed_to_start_on=met)
    story.tell("start", met, recorded_on=story.entered(entered))
    copy = story.is_due(met, 1)
    if copy is not None:
        story.issues("standards_copy", copy)
    return met


def is_contacted(story: Story, received: date) -> None:
    """Tell the first attempts to reach the person, until one succeeds."""
    chance, likely = story.chance, story.likely
    if chance.happens(likely.never_contacted):
        return
    on = story.soon(received, 2, late=likely.contacted_late)
    if chance.happens(0.1):
        story.tell("contact", on, result="attempted", by="provider", purpose="first_contact")
        on = story.working_days_after(on, 1)
    story.tell("contact", on, result="made", by="provider", channel="telephone", purpose="first_contact")


def meets(story: Story, start: date, until: date, end: date) -> None:
    """Tell the booked meetings from the start until work or the end, at the interval that the person prefers."""
    chance, likely = story.chance, story.likely
    interval = 10
    if chance.happens(likely.own_frequency):
        interval = chance.one_of((5, 15, 20))
        story.participant["contact_frequency"] = [{"starts_on": days_later(start, 21), "working_days": interval}]
    if chance.happens(likely.fades_away):
        until = min(until, days_later(start, chance.number(20, 120)))
    gap = min(interval, 10)
    day = story.working_days_after(start, gap - chance.number(0, 3))
    while day < min(until, end):
        if chance.happens(likely.meeting_missed):
            story.misses(day, 2, type="booked")
            day = story.working_days_after(day, chance.number(1, 4))
        else:
            story.tell("meeting", day, type="booked", attended=True)
            late = chance.number(1, 5) if chance.happens(likely.meeting_late) else -chance.number(0, 3)
            day = story.working_days_after(day, max(interval, 5) + late)


def ends(story: Story, end: date, *, in_work: bool, document: str) -> None:
    """Tell the exit report of someone out of work, and sometimes the end as it was entered."""
    chance, likely = story.chance, story.likely
    if not in_work and not chance.happens(likely.document_missing):
        before = 10 + chance.number(1, 5) if chance.happens(likely.document_late) else chance.number(0, 9)
        story.issues(document, story.working_days_after(days_later(end, 1), -1 - before))


def sends_forms(story: Story, start: date, end: date) -> None:
    """Tell the two forms of the European Social Fund."""
    chance = story.chance
    signed = story.working_days_after(start, chance.number(0, 2))
    story.tell("document_updated", signed, document="esf_initial_form", step="signed", signed_by=PARTICIPANT)
    sent = story.is_due(start, 5)
    if sent is not None:
        story.issues("esf_initial_form", max(sent, signed), to="esf_admin_team")
    closing = story.is_due(end, 30)
    if closing is not None:
        story.issues("esf_end_form", days_later(closing, chance.one_of((0, 0, 7, 14, 21))), to="esf_admin_team")
