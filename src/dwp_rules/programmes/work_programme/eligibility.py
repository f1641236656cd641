"""Who joins the Work Programme: a decision of the work coach, whose criteria stand in another chapter (5)."""

from datetime import date

from dwp_rules.facts import Party, PreReferralStep, Referral, ReferralRoute
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.rules import AllOf, Condition, Finding, Question, Rule

__all__ = ["ELIGIBILITY", "SUITABILITY"]

WHO_DECIDES = Rule(
    "WP-ELIG-01",
    "Who decides",
    CHAPTER_1.paragraphs("5"),
    note="The eligibility rules are in chapter 2 of the guidance, which is not among the sources: until the work "
    "coach's decision is recorded it stays theirs.",
)
by_jobcentre = WHO_DECIDES.met("by_jobcentre", "referred by Jobcentre Plus")(True)
not_by_jobcentre = WHO_DECIDES.not_met("not_by_jobcentre", "not referred by Jobcentre Plus, which refers everyone")(
    False
)
found_eligible = WHO_DECIDES.met("found_eligible", "the work coach found the claimant eligible")(True)
found_ineligible = WHO_DECIDES.not_met("found_ineligible", "the work coach found the claimant not eligible")(False)
eligibility_undecided = WHO_DECIDES.discretionary(
    "work_coach_decides", "the work coach decides whether the claimant is eligible, by chapter 2 of the guidance"
)(None)
no_volunteer = WHO_DECIDES.met("no_volunteer", "not a volunteer: there is no choice of programme to weigh")(True)
most_appropriate = WHO_DECIDES.met("most_appropriate", "the work coach finds it the best option for this volunteer")(
    True
)
not_most_appropriate = WHO_DECIDES.not_met(
    "not_most_appropriate", "the work coach does not find it the best option for this volunteer"
)(False)
option_undecided = WHO_DECIDES.discretionary(
    "work_coach_weighs", "the work coach decides whether the programme is the best option for this volunteer"
)(None)
volunteer_unknown = WHO_DECIDES.unknown("volunteers")
BY_JOBCENTRE = frozenset({Party.JOBCENTRE, Party.WORK_COACH, Party.DWP})


def referred_by_jobcentre(s: Situation, _on: date) -> Finding:
    """All claimants are referred by Jobcentre Plus (5)."""
    for referral in s.of(Referral)[:1]:
        others = referral.route not in {None, ReferralRoute.JOBCENTRE}
        if others or not (referral.referred_by is None or referral.referred_by in BY_JOBCENTRE):
            return not_by_jobcentre
    return by_jobcentre


def work_coach_found_eligible(s: Situation, _on: date) -> Finding:
    """The work coach determines eligibility (5)."""
    decided = s[eligibility_decided]
    if not decided:
        return eligibility_undecided
    return found_eligible if decided[-1] else found_ineligible


def eligibility_decided(s: Situation) -> tuple[bool, ...]:
    """What the work coach decided on eligibility, the last word last."""
    return tuple(step.eligible for step in s.of(PreReferralStep) if step.eligible is not None)


def best_option_for_volunteer(s: Situation, _on: date) -> Finding:
    """For someone with the option to volunteer the work coach determines whether it is the best one (5)."""
    volunteers = s.participant.volunteers
    if volunteers is False:
        return no_volunteer
    weighed = [step.best_option for step in s.of(PreReferralStep) if step.best_option is not None]
    if weighed and weighed[-1]:
        return most_appropriate
    if volunteers is None and (weighed or s[eligibility_decided]):
        return volunteer_unknown
    return not_most_appropriate if weighed else option_undecided


ELIGIBILITY = Question(
    WHO_DECIDES,
    AllOf(
        Condition(WHO_DECIDES, referred_by_jobcentre),
        Condition(WHO_DECIDES, work_coach_found_eligible),
        Condition(WHO_DECIDES, best_option_for_volunteer),
    ),
)
SUITABILITY = Question(WHO_DECIDES, AllOf(Condition(WHO_DECIDES, best_option_for_volunteer)))
