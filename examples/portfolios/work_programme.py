"""A Work Programme provider's portfolio: 104 weeks from the referral."""

from datetime import date

from dwp_rules import Case
from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.facts import Contract, Nation

from .story import Plan, Story, days_later

__all__ = ["PLAN", "tell"]

PLAN = Plan(
    programme="work-programme",
    prefix="WP",
    first=date(2011, 6, 6),
    last=date(2012, 12, 7),
    closed=(date(2011, 12, 1), date(2011, 12, 31)),
    calendar=ENGLAND_AND_WALES,
    contract=Contract(provider="Northmoor", nations=frozenset({Nation.ENGLAND}), service_start_on=date(2011, 6, 6)),
)
WEEKS = 104


def tell(number: int, seed: int) -> Case:
    """Tell the story of one person."""
    story = Story(PLAN, number, seed)
    chance, likely = story.chance, story.likely
    referred = story.referral_day()
    story.participant["minimum_offer_practicable"] = True
    if not chance.happens(likely.benefits_unknown):
        benefit = chance.one_of(("jsa", "jsa", "esa", "income_support"))
        story.participant["benefits"] = [{"starts_on": days_later(referred, -300), "benefit": benefit}]
    story.tell("referral", referred)
    if chance.happens(0.95):
        attached = story.soon(referred, 15, late=likely.met_late)
        story.tell("start", attached, recorded_on=story.entered(attached))
    finds_work(story, referred)
    leaves(story, referred)
    return story.case()


def finds_work(story: Story, referred: date) -> None:
    """Tell a job, which ends nothing: the 104 weeks run on."""
    chance, likely = story.chance, story.likely
    if chance.happens(likely.finds_work):
        begun = days_later(referred, chance.number(20, 600))
        gone = days_later(begun, chance.number(10, 200)) if chance.happens(likely.loses_work) else None
        story.works(begun, gone, days_later(referred, 7 * WEEKS), (400, 1300), name="J1")


def leaves(story: Story, referred: date) -> None:
    """Tell an early end, if any, and the exit report that the Jobcentre asks for after the end."""
    chance, likely = story.chance, story.likely
    end = days_later(referred, 7 * WEEKS - 1)
    if chance.happens(likely.ends_early):
        end = days_later(referred, chance.number(60, 7 * WEEKS - 2))
        story.tell("provision_ended", end, recorded_on=end, reason="completed_early", entered_by="provider")
    if chance.happens(0.5):
        asked = days_later(end, chance.number(1, 30))
        story.tell("document_requested", asked, document="exit_report", by="jobcentre")
        sent = story.is_due(asked, 6)
        if sent is not None:
            story.issues("exit_report", sent, to="jobcentre")
