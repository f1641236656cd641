"""A Job Finding Support provider's portfolio: 20 working days, on line, for people new to unemployment."""

from datetime import date

from dwp_rules import Case
from dwp_rules.calendar import GREAT_BRITAIN
from dwp_rules.facts import Contract

from .behaviour import Behaviour
from .story import Plan, Story, days_later

__all__ = ["PLAN", "tell"]

PLAN = Plan(
    programme="jfs",
    prefix="JFS",
    first=date(2021, 1, 4),
    last=date(2022, 6, 30),
    closed=(date(2021, 9, 27), date(2021, 11, 30)),
    calendar=GREAT_BRITAIN,
    contract=Contract(provider="Silverdale", service_start_on=date(2021, 1, 4)),
    behaviour=Behaviour(met_late=0.05, entered_late=0.06, finds_work=0.12, ends_early=0.08, answers_survey=0.6),
)
HOMES = ({"nation": "england"}, {"nation": "england"}, {"nation": "scotland"}, {"nation": "wales"})
SECTIONS = frozenset({"summary", "next_steps"})


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
    """Make someone who lost work less than 13 weeks ago."""
    chance = story.chance
    since = days_later(referred, -chance.number(10, 85))
    story.is_person(
        {
            "unemployed_since": since,
            "in_paid_work": False,
            "zero_hours_contract": False,
            "other_provision": [],
            "needs_this_support": True,
            "usable_channels": ["video", "telephone"],
            "able_to_take_part": True,
            "volunteers": True,
            "motivated_to_find_work": True,
            "will_participate_actively": True,
            "existing_cv": chance.happens(0.5),
        }
    )
    story.lives_in(*HOMES)
    story.is_on_credit(since)


def begins(story: Story, referred: date) -> date | None:
    """Tell the way from the referral to a start, and give the start; None where there is none."""
    chance, likely = story.chance, story.likely
    received = story.is_referred(referred, route="jobcentre")
    acknowledged = story.is_acknowledged(received, 1)
    if acknowledged is None:
        return None
    if chance.happens(likely.never_contacted):
        reaches_nobody(story, referred)
        return None
    reached = max(acknowledged, story.soon(received, 5, late=likely.contacted_late))
    story.tell("contact", reached, result="made", by="provider", channel="telephone", purpose="first_contact")
    met = max(reached, story.soon(referred, 8, late=likely.met_late))
    story.tell("appointment_booked", reached, type="initial", meeting_on=met, with_party="provider")
    entered = story.working_days_after(met, chance.number(0, 2))
    if chance.happens(likely.entered_late):
        entered = story.working_days_after(referred, 10 + chance.number(1, 6))
    entered = max(met, entered)
    drawn = chance.share()
    if drawn < likely.no_result:
        return None
    if drawn < likely.no_result + likely.did_not_attend + likely.did_not_start:
        story.does_not_come(met, entered, missed=drawn < likely.no_result + likely.did_not_attend)
        return None
    story.tell("meeting", met, type="initial", attended=True, agreed_to_start_on=met, minutes=60)
    story.tell("document_updated", met, document="action_plan", step="drafted")
    story.issues("induction_pack", met, acknowledged_on=met)
    story.tell("start", met, recorded_on=story.entered(entered))
    return met


def reaches_nobody(story: Story, referred: date) -> None:
    """Tell three attempts that reach nobody, and the referral closed as No Contact."""
    for number in (2, 4, 7):
        on = story.working_days_after(referred, number)
        story.tell("contact", on, result="attempted", by="provider", channel="telephone", purpose="first_contact")
    closed = story.soon(story.working_days_after(referred, 9), 1, late=story.likely.entered_late)
    story.tell("referral_cancelled", closed, recorded_on=story.entered(closed), outcome="no_contact")


def takes_part(story: Story, start: date) -> None:
    """Tell the meetings with their updates, then one of the ways in which it ends."""
    chance, likely = story.chance, story.likely
    day = start
    for _ in range(chance.one_of((2, 3, 3, 4))):
        day = story.working_days_after(day, chance.number(2, 6))
        if chance.happens(likely.meeting_missed):
            story.misses(day, 2, type="one_to_one")
            continue
        story.tell("meeting", day, type="one_to_one", attended=True, minutes=chance.one_of((60, 75, 90)))
        if not chance.happens(likely.document_missing):
            updated = days_later(day, 1) if chance.happens(likely.document_late) else day
            story.tell("document_updated", updated, document="action_plan", step="updated")
        story.tell("support_offered", day, what="one_to_one_session", minutes=90, response="accepted")
    drawn = chance.share()
    if drawn < likely.ends_early:
        leaves(story, day)
    elif drawn < likely.ends_early + likely.finds_work:
        finds_work(story, day)
    elif drawn < 0.93:
        completes(story, day)


def leaves(story: Story, day: date) -> None:
    """Tell an end before the end: the person leaves, disengages, moves abroad or dies."""
    on = story.working_days_after(day, story.chance.number(1, 3))
    ending = story.chance.one_of(("chose_to_leave", "chose_to_leave", "disengaged", "moved", "died"))
    if ending == "died":
        story.tell("died", on)
        is_ended(story, on, "died", code=43)
        return
    reason = "moved_outside_gb_beyond_remaining_time" if ending == "moved" else ending
    if ending == "chose_to_leave":
        story.tell("withdrawal", on, stage="on_provision")
    elif ending == "moved":
        story.tell("moved", on, to_nation="elsewhere")
    else:
        story.tell("disengaged", on)
        for number in (1, 3):
            tried = story.working_days_after(on, number)
            story.tell("contact", tried, result="attempted", by="provider", purpose="disengagement")
        on = story.working_days_after(on, 6)
    is_ended(story, on, reason, code=36)
    is_asked(story, on)


def finds_work(story: Story, day: date) -> None:
    """Tell work after which the support is no longer needed."""
    on = story.working_days_after(day, story.chance.number(1, 5))
    story.tell("work_started", on, work_id="J1", work="employed")
    story.tell("exit_decision", on, basis="support_no_longer_required", by="provider", ends_programme=True)
    is_ended(story, on, "employment", code=1)
    is_asked(story, on)


def completes(story: Story, day: date) -> None:
    """Tell the CV, the final plan, and what is shared with whom."""
    chance, likely = story.chance, story.likely
    story.tell("meeting", day, type="group", attended=True, minutes=60, group_size=8)
    story.tell("document_updated", day, document="action_plan", step="updated")
    story.tell("document_updated", day, document="cv", step="finalised")
    on = story.working_days_after(day, chance.number(0, 4))
    story.tell("document_updated", on, document="action_plan", step="agreed")
    story.tell("document_updated", on, document="action_plan", step="finalised", sections=SECTIONS)
    shared = story.working_days_after(on, 2) if chance.happens(likely.document_late) else on
    if not chance.happens(likely.document_missing):
        story.issues("action_plan", shared, by="provider")
    end = story.working_days_after(on, chance.one_of((0, 0, 0, 0, 1)))
    is_ended(story, end, "completed", code=39)
    if chance.happens(0.3):
        asked = story.working_days_after(end, chance.number(1, 8))
        story.tell("document_requested", asked, document="action_plan", by="jobcentre")
        sent = story.is_due(asked, 5)
        if sent is not None:
            story.issues("action_plan", sent, to="jobcentre", by="provider")
    is_asked(story, end)


def is_ended(story: Story, on: date, reason: str, *, code: int) -> None:
    """Tell the end as the provider enters it; now and then nobody does, and the system ends it later."""
    if not story.chance.happens(story.likely.document_missing):
        entered = story.entered(on)
        story.tell("provision_ended", on, recorded_on=entered, reason=reason, end_code=code, entered_by="provider")


def is_asked(story: Story, end: date) -> None:
    """Tell that the person is asked how satisfied they are, and answers."""
    if not story.chance.happens(story.likely.document_missing):
        story.issues("satisfaction_survey", end, by="provider")
        story.answers(days_later(end, story.chance.number(1, 12)))
