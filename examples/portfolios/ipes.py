"""An IPES provider's portfolio: 456 days and the extension, a lower and a higher outcome."""

from datetime import date

from dwp_rules import Case
from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.facts import Contract

from .behaviour import Behaviour
from .story import Plan, Story, days_later

__all__ = ["PLAN", "tell"]

PLAN = Plan(
    programme="ipes",
    prefix="IPES",
    first=date(2019, 12, 4),
    last=date(2021, 6, 3),
    closed=(date(2020, 3, 23), date(2020, 5, 31)),
    calendar=ENGLAND_AND_WALES,
    contract=Contract(provider="Fernhill", cpa="CPA2", service_start_on=date(2019, 12, 4)),
    behaviour=Behaviour(finds_work=0.4, loses_work=0.45, finds_second_job=0.4, met_late=0.04),
)
SUPPORTED_FOR, TRACKED_FOR, CLAIMED_IN = 455, 638, 699
"""Days after the Start Date: day 456, day 639 and day 700."""
IN_PERSON = ("in_person", "in_person")
BOTH = frozenset({"participant", "provider"})


def tell(number: int, seed: int) -> Case:
    """Tell the story of one person."""
    story = Story(PLAN, number, seed)
    referred = story.referral_day()
    makes_a_person(story, referred)
    start = begins(story, referred)
    if start is not None:
        takes_part(story, start)
    return story.case()


def makes_a_person(story: Story, referred: date) -> None:
    """Make someone with a disability and complex barriers who wishes to work."""
    story.is_person(
        {
            "equality_act_disability": True,
            "in_paid_work": False,
            "zero_hours_contract": False,
            "other_provision": [],
            "wants_to_work": True,
            "volunteers": True,
            "barriers": [{"name": "anxiety", "kind": "personal"}, {"name": "no_experience", "kind": "work_related"}],
            "months_from_work": story.chance.number(13, 60),
            "intensive_support_needed": ["pre_work", "in_work"],
            "other_support_sufficient": [],
        }
    )
    story.lives_in({"nation": "england", "cpa": "CPA2"})
    story.is_on_credit(days_later(referred, -story.chance.number(100, 900)))


def begins(story: Story, referred: date) -> date | None:
    """Tell the way from the referral to a start, and give the start; None where there is none."""
    chance, likely = story.chance, story.likely
    received = story.is_referred(referred, route="jobcentre")
    acknowledged = story.is_acknowledged(received, 1)
    if acknowledged is None:
        return None
    story.tell("contact", acknowledged, result="made", by="provider", channel="telephone", purpose="keep_in_touch")
    met = story.soon(acknowledged, 15, late=likely.met_late)
    entered = story.working_days_after(met, chance.one_of((0, 0, 0, 1)))
    drawn = chance.share()
    if drawn < likely.no_result:
        return None
    if drawn < likely.no_result + likely.did_not_attend + likely.did_not_start:
        story.does_not_come(met, entered, missed=drawn < likely.no_result + likely.did_not_attend)
        return None
    if chance.happens(likely.entered_late):
        entered = story.working_days_after(acknowledged, 15 + chance.number(1, 9))
    channels = ("video", "video") if chance.happens(0.02) else IN_PERSON
    story.tell("meeting", met, type="initial", attended=True, agreed_to_start_on=met, channels=channels)
    story.tell("start", met, recorded_on=story.entered(entered))
    story.tell("document_updated", met, document="action_plan", step="drafted")
    if not chance.happens(likely.document_missing):
        signed = days_later(met, 1) if chance.happens(likely.document_late) else met
        story.tell("document_updated", signed, document="action_plan", step="signed", signed_by=BOTH)
    return met


def takes_part(story: Story, start: date) -> None:
    """Tell the time on the programme: plan, meetings, jobs or trade, an early end, the documents of the end."""
    chance, likely = story.chance, story.likely
    developed = story.is_due(start, 20)
    if developed is not None:
        story.tell("document_updated", developed, document="action_plan", step="updated")
    end, early = days_later(start, SUPPORTED_FOR), False
    if chance.happens(likely.ends_early):
        end, early = days_later(start, chance.number(20, SUPPORTED_FOR - 1)), True
        leaves(story, end)
    at_work_until = start
    if chance.happens(likely.finds_work):
        at_work_until = finds_work(story, start, end, early=early)
    elif chance.happens(2 * likely.trades):
        at_work_until = finds_trade(story, start)
    if not early and at_work_until > days_later(start, SUPPORTED_FOR):
        story.tell("extension_entered", end, recorded_on=end)
        end = min(at_work_until, days_later(start, TRACKED_FOR))
    takes_offers(story, start, end)
    if not early:
        completes(story, end, handed_back=at_work_until <= days_later(start, SUPPORTED_FOR))


def leaves(story: Story, on: date) -> None:
    """Tell an early end: a move, an illness or a death."""
    ending = story.chance.one_of(("moved", "moved", "terminal_illness", "died"))
    if ending == "moved":
        story.tell("moved", on, to_nation="scotland")
    elif ending == "died":
        story.tell("died", on)
    else:
        story.tell("change_of_circumstances", on, change="terminal_illness")
        story.tell("withdrawal", on, stage="on_provision")


def finds_work(story: Story, start: date, end: date, *, early: bool) -> date:
    """Tell the jobs, with a plan for each employer, and give the last day in work so far as it is told."""
    chance, likely = story.chance, story.likely
    until = end if early else days_later(start, TRACKED_FOR)
    begun = gone = days_later(start, chance.number(10, 440))
    for name in ("J1", "J2", "J3"):
        lost = days_later(begun, chance.number(15, 200)) if chance.happens(likely.loses_work) else None
        wages = chance.one_of(((200, 500), (500, 900), (700, 1500), (900, 1900)))
        story.works(begun, lost, days_later(until, 20), wages, name=name)
        planned = story.is_due(begun, 10)
        if planned is not None:
            story.issues("employer_support_plan", planned, to="employer", work_id=name)
        if lost is None:
            return until
        gone = lost
        if gone >= until or not chance.happens(likely.finds_second_job):
            return gone
        begun = days_later(gone, chance.one_of((0, 1, 14, 40)))
    return gone


def finds_trade(story: Story, start: date) -> date:
    """Tell self-employment and the claims for 13 and 26 weeks of it, and give the last day of trading."""
    chance = story.chance
    begun = days_later(start, chance.number(10, 440))
    last = story.trades(begun, chance.number(8, 34), days_later(start, TRACKED_FOR))
    claimable_until = days_later(start, CLAIMED_IN)
    for level, weeks in (("lower", 13), ("higher", 26)):
        reached = days_later(begun, 7 * weeks)
        if reached <= last:
            story.claims(reached, claimable_until, level)
    story.tell("work_ended", last, work_id="T1", established_on=last)
    return last


def takes_offers(story: Story, start: date, end: date) -> None:
    """Tell the weekly offers of contact, a meeting every fourth week, and a time of no engagement for a few."""
    chance, likely = story.chance, story.likely
    away: tuple[date, date] | None = None
    if chance.happens(likely.fades_away):
        gone = days_later(start, chance.number(40, 380))
        away = (gone, days_later(gone, chance.number(5, 50)))
        disengages(story, *away, end)
    week = 0
    day = days_later(start, 5)
    while day <= end:
        week += 1
        if away is None or not away[0] <= day <= away[1]:
            response = "declined" if chance.happens(likely.meeting_missed) else "accepted"
            story.tell("support_offered", day, what="face_to_face_contact", response=response)
            if week % 4 == 0:
                meets(story, day)
        day = days_later(day, 8 if chance.happens(likely.meeting_late / 2) else 7)


def meets(story: Story, day: date) -> None:
    """Tell one meeting, held or missed, and the plan updated at it."""
    chance, likely = story.chance, story.likely
    if chance.happens(likely.meeting_missed):
        story.misses(day, 1, type="one_to_one")
        return
    story.tell("meeting", day, type="one_to_one", attended=True, channels=IN_PERSON)
    if not chance.happens(likely.document_missing):
        story.tell("document_updated", day, document="action_plan", step="updated")
        story.tell("document_updated", day, document="action_plan", step="signed", signed_by=BOTH)


def disengages(story: Story, gone: date, back: date, end: date) -> None:
    """Tell a time of no engagement, the attempts to end it, and sometimes its end."""
    if gone >= end:
        return
    story.tell("disengaged", gone)
    for number in range(1, 6):
        if not story.chance.happens(story.likely.contacted_late):
            tried = story.working_days_after(gone, number)
            story.tell("contact", tried, result="attempted", by="provider", purpose="disengagement")
    if back < end and story.chance.happens(0.7):
        story.tell("re_engaged", back)


def completes(story: Story, end: date, *, handed_back: bool) -> None:
    """Tell the warm handback of someone out of work, the progress report and the exit activity plan."""
    if handed_back and not story.chance.happens(3 * story.likely.document_missing):
        story.tell("meeting", end, type="warm_handback", attended=True, minutes=45, channels=IN_PERSON)
    for document in ("progress_report", "exit_activity_plan"):
        done = story.is_due(end, 10)
        if done is not None:
            story.tell("document_updated", done, document=document, step="finalised")
            story.issues(document, done)
