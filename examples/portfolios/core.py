"""A WHP Core provider's portfolio: three customer groups in two areas, 456 days and in-work support."""

from datetime import date
from decimal import Decimal

from dwp_rules import Case
from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.facts import Contract

from .behaviour import Behaviour
from .returns import monthly_returns
from .story import Plan, Story, days_later
from .work_and_health import begins, ends, meets, sends_forms

__all__ = ["PLAN", "tell"]

PLAN = Plan(
    programme="whp-core",
    prefix="CORE",
    first=date(2019, 11, 4),
    last=date(2021, 4, 30),
    closed=(date(2020, 3, 23), date(2020, 5, 31)),
    calendar=ENGLAND_AND_WALES,
    contract=Contract(
        provider="Brightwater",
        cpa="CPA4",
        service_start_on=date(2018, 1, 29),
        employed_threshold=Decimal("3627.52"),
        self_employed_weeks=26,
        provision_days=456,
        events=monthly_returns(date(2018, 2, 1), date(2021, 4, 30)),
    ),
    behaviour=Behaviour(finds_work=0.45, loses_work=0.4, own_frequency=0.15),
)
SUPPORTED_FOR, TRACKED_FOR, CLAIMED_IN = 455, 638, 699
"""Days after the Start Date: the last on provision, the last for an outcome, the last for a claim."""
GROUPS = ("disability",) * 7 + ("early_access", "early_access", "long_term_unemployed", "long_term_unemployed")


def tell(number: int, seed: int) -> Case:
    """Tell the story of one person."""
    story = Story(PLAN, number, seed)
    referred = story.referral_day()
    makes_a_person(story, referred)
    start = begins(story, referred)
    if start is not None:
        takes_part(story, referred, start)
    return story.case()


def makes_a_person(story: Story, referred: date) -> None:
    """Make someone of one of the three groups, in the devolution deal area or outside it."""
    story.is_person({"wants_to_work": True})
    if not story.chance.happens(story.likely.group_unknown):
        story.participant["customer_group"] = story.chance.one_of(GROUPS)
    outside = {"nation": "england", "cpa": "CPA4"}
    story.lives_in(outside, outside, {"nation": "england", "cpa": "CPA4", "dda": "Combined Authority"})
    story.is_on_credit(days_later(referred, -story.chance.number(30, 700)))


def takes_part(story: Story, referred: date, start: date) -> None:
    """Tell the time on the programme: plan, meetings, work and what is done for it, the end, forms and an answer."""
    chance, likely = story.chance, story.likely
    plan = story.is_due(max(start, referred), 9)
    if plan is not None:
        story.tell("document_updated", plan, document="action_plan", step="finalised")
    end = days_later(start, SUPPORTED_FOR)
    if chance.happens(likely.ends_early):
        end = days_later(start, chance.number(10, SUPPORTED_FOR - 1))
        story.tell("provision_ended", end, recorded_on=story.entered(end), reason="ended_early", entered_by="provider")
    begun = finds_work(story, start, end)
    meets(story, start, begun or end, end)
    if chance.happens(likely.trades):
        finds_trade(story, start)
    ends(story, end, in_work=begun is not None and begun <= end, document="exit_report")
    sends_forms(story, start, end)
    story.answers(days_later(start, chance.number(30, 400)))


def finds_work(story: Story, start: date, end: date) -> date | None:
    """Tell a job, if any, with the talk before it and the contact in it, and give the day on which it begins."""
    chance, likely = story.chance, story.likely
    if not chance.happens(likely.finds_work):
        return None
    begun = days_later(start, chance.number(10, SUPPORTED_FOR + 60))
    gone = days_later(begun, chance.number(20, 300)) if chance.happens(likely.loses_work) else None
    wages = chance.one_of(((200, 500), (500, 900), (700, 1500), (900, 1900)))
    story.works(begun, gone, days_later(start, TRACKED_FOR + 30), wages, name="J1")
    if not chance.happens(likely.document_missing):
        talked = days_later(begun, -chance.number(0, 6))
        story.tell("contact", talked, result="attempted", by="provider", purpose="in_work_needs")
    day = story.soon(begun, 10, late=likely.meeting_late)
    while day <= min(gone or end, end):
        result = chance.one_of(("attempted", "made"))
        story.tell("contact", day, result=result, by="provider", purpose="in_work")
        day = story.soon(days_later(day, 1), 10, late=likely.meeting_late)
    if gone is not None and gone <= end:
        loses_work(story, gone)
    return begun


def loses_work(story: Story, gone: date) -> None:
    """Tell the return to the Jobcentre after a job, and the exit pack."""
    if story.chance.happens(0.5):
        story.tell("change_of_circumstances", gone, change="returned_to_jobcentre")
        sent = story.is_due(gone, 10)
        if sent is not None:
            story.issues("exit_report", sent)


def finds_trade(story: Story, start: date) -> None:
    """Tell self-employment, and the claim for 26 weeks of it."""
    chance = story.chance
    begun = days_later(start, chance.number(10, 470))
    last = story.trades(begun, chance.number(18, 34), days_later(start, TRACKED_FOR + 10))
    if (last - begun).days >= 168:
        story.claims(max(last, days_later(begun, 182)), days_later(start, CLAIMED_IN))
