"""A WHP JETS provider's portfolio: 182 days of support, £1,000 or eight weeks of trading."""

from datetime import date
from itertools import pairwise

from dwp_rules import Case
from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.facts import Contract

from .behaviour import Behaviour
from .returns import monthly_returns
from .story import Plan, Story, Told, days_later
from .work_and_health import begins, ends, meets, sends_forms

__all__ = ["PLAN", "tell"]

PLAN = Plan(
    programme="whp-jets",
    prefix="JETS",
    first=date(2020, 10, 5),
    last=date(2022, 3, 31),
    closed=(date(2021, 6, 21), date(2021, 8, 31)),
    calendar=ENGLAND_AND_WALES,
    contract=Contract(
        provider="Brightwater",
        cpa="CPA3",
        service_start_on=date(2020, 10, 5),
        events=monthly_returns(date(2020, 10, 5), date(2022, 3, 31)),
    ),
    behaviour=Behaviour(finds_work=0.48, trades=0.12),
)
SUPPORTED_FOR, TRACKED_FOR, CLAIMED_IN = 181, 237, 298
"""Days after the Start Date: the last on provision, the last for an outcome, the last for a claim."""


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
    """Make someone who can be referred: out of work for more than 13 weeks."""
    since = days_later(referred, -story.chance.number(92, 300))
    story.is_person(
        {
            "unemployed_since": since,
            "motivated_to_find_work": True,
            "needs_light_touch_support": True,
            "eligible_for_whp_core_or_ipes": False,
            "intensive_support_needed": ["pre_work"],
            "job_ready_without_support": False,
            "wants_to_work": True,
            "needs_this_support": True,
            "suitability_reasons": ["job_search_skills"],
        }
    )
    bound: Told = {"starts_on": since, "basis": "mandated", "scope": "scheme"}
    free: Told = {"starts_on": since, "basis": "voluntary"}
    story.participant["participation_basis"] = [bound if story.chance.happens(0.1) else free]
    story.lives_in(*[{"nation": "england", "cpa": "CPA3"}] * 12, {"nation": "wales", "cpa": "CPA6"})
    story.is_on_credit(since)


def takes_part(story: Story, start: date) -> None:
    """Tell the time on the programme and after it: plan, meetings, work, the end, forms and an answer."""
    chance, likely = story.chance, story.likely
    story_end = days_later(start, SUPPORTED_FOR)
    plan = story.is_due(start, 10)
    if plan is not None:
        story.tell("document_updated", plan, document="action_plan", step="finalised")
    if chance.happens(likely.ends_early):
        story_end = leaves(story, start)
    jobs = finds_work(story, start)
    meets(story, start, jobs[0] if jobs else story_end, story_end)
    if chance.happens(likely.trades):
        finds_trade(story, start)
    ends(story, story_end, in_work=any(begun <= story_end for begun in jobs), document="exit_report")
    sends_forms(story, start, story_end)
    story.answers(days_later(start, chance.number(30, 170)))


def leaves(story: Story, start: date) -> date:
    """Tell an early end: the person leaves, or is sent to other support."""
    on = days_later(start, story.chance.number(5, SUPPORTED_FOR - 1))
    if story.chance.happens(0.6):
        story.tell("withdrawal", on, stage="on_provision")
    else:
        story.tell("exit_decision", on, basis="signposted", ends_programme=True, service="debt advice")
    return on


def finds_work(story: Story, start: date) -> list[date]:
    """Tell the jobs, if any, and give the days on which they begin."""
    chance, likely = story.chance, story.likely
    if not chance.happens(likely.finds_work):
        return []
    begun = [days_later(start, chance.number(3, 200))]
    if chance.happens(likely.loses_work) and chance.happens(likely.finds_second_job):
        begun.append(days_later(begun[0], chance.number(40, 110)))
    until = days_later(start, TRACKED_FOR + 20)
    for place, (first, following) in enumerate(pairwise([*begun, None]), start=1):
        if first is not None:
            gone = days_later(first, chance.number(10, 39)) if following or chance.happens(likely.loses_work) else None
            wages = chance.one_of(((180, 450), (500, 900), (700, 1500), (900, 1900)))
            story.works(first, gone, until, wages, name=f"J{place}")
    return begun


def finds_trade(story: Story, start: date) -> None:
    """Tell self-employment, and the claim for eight weeks of it."""
    chance = story.chance
    begun = days_later(start, chance.number(10, 195))
    last = story.trades(begun, chance.number(4, 14), days_later(start, TRACKED_FOR + 10))
    if (last - begun).days >= 49:
        story.claims(max(last, days_later(begun, 56)), days_later(start, CLAIMED_IN))
