"""The referral to the Work Programme: while referrals were made, and never twice inside the 104 weeks (6, 13)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import PreviousParticipation, ProvisionEnded, Referral
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.work_programme.counting import last_day
from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.rules import AllOf, Condition, Finding, Question, Rule

__all__ = ["COMPLETED_EARLY", "LAST_REFERRAL", "RE_REFERRAL", "referral_findings"]

LAST_REFERRAL = date(2017, 3, 31)
"""Referrals ended on this day (title note)."""
COMPLETED_EARLY = "completed_early"
REFERRALS_END = Rule(
    "WP-REF-01",
    "Referrals ended 31 March 2017",
    CHAPTER_1.paragraphs("title note"),
    note="31 March 2017 is read as the last day of referrals, itself included. The first possible day is not given.",
)
permitted = REFERRALS_END.met("permitted", "{referred} is no later than {last}, the last day of referrals")
referrals_over = REFERRALS_END.not_met("referrals_over", "{referred} is after {last}, the last day of referrals")

FROM_REFERRAL = Rule("WP-REF-02", "Participant from referral", CHAPTER_1.paragraphs("6"))
participant = FROM_REFERRAL.met("participant", "a participant from the referral on {referred}")
not_referred = FROM_REFERRAL.not_met("not_referred", "not referred, so not yet a participant")(False)

NO_RE_REFERRAL = Rule(
    "WP-REREF-01",
    "No re-referral inside the 104 weeks",
    CHAPTER_1.paragraphs("13"),
    note="The bar lasts the 104 weeks, also after an early completion. The end of referrals in 2017 applies as well.",
    counts_by=("WP-DUR-01",),
)
inside_support_period = NO_RE_REFERRAL.not_met(
    "inside_support_period",
    "inside the support period of the referral on {referred}; first possible on {first_possible}",
)
outside_support_period = NO_RE_REFERRAL.met(
    "outside_support_period", "the support period of the referral on {referred} is over since {first_possible}"
)
never_referred = NO_RE_REFERRAL.met("never_referred", "never referred before")


def referral_findings(s: Situation) -> Sequence[Finding]:
    """Whether there is a referral, and in time."""
    referrals = s.of(Referral)
    if not referrals:
        return (not_referred,)
    referred = referrals[0].on
    return (_in_time(referred), participant(True, referred=referred))


def _in_time(referred: date) -> Finding:
    in_time = referred <= LAST_REFERRAL
    return (permitted if in_time else referrals_over)(in_time, referred=referred, last=LAST_REFERRAL)


class Earlier(NamedTuple):
    """An earlier referral, and the day of its early completion if there was one."""

    referred: date
    completed_early: date | None


def earlier_referrals(s: Situation, on: date) -> tuple[Earlier, ...] | Unknown:
    """Referrals made before a day, from earlier cases and from what is told of the person."""
    told = s.participant.previous_participations
    if told is None and not s.previous:
        return Unknown("previous_participations")
    here = [earlier for earlier in told or () if earlier.programme == s.case.programme]
    if any(earlier.referred_on is None for earlier in here):
        return Unknown("previous_participations.referred_on")
    known = [Earlier(one.referred_on, _early_end(one, on)) for one in here if one.referred_on is not None]
    known += _in_earlier_cases(s, on)
    return tuple(earlier for earlier in known if earlier.referred < on)


def _early_end(earlier: PreviousParticipation, on: date) -> date | None:
    early = earlier.end_reason == COMPLETED_EARLY and earlier.ended_on is not None and earlier.ended_on <= on
    return earlier.ended_on if early else None


def _in_earlier_cases(s: Situation, on: date) -> Iterator[Earlier]:
    for case in s.previous:
        early = [e.on for e in case.events_of(ProvisionEnded) if e.reason == COMPLETED_EARLY and e.on <= on]
        for referral in case.events_of(Referral)[:1]:
            yield Earlier(referral.on, early[0] if early else None)


def not_inside_support_period(s: Situation, on: date) -> Finding:
    """Participants cannot be referred again within their 104 week support period (13)."""
    earlier = earlier_referrals(s, on)
    if isinstance(earlier, Unknown):
        return NO_RE_REFERRAL.unknown(*earlier.missing)
    if not earlier:
        return never_referred(None)
    first_possible, referred = max((_bar_over(s, one), one.referred) for one in earlier)
    reason = inside_support_period if on < first_possible else outside_support_period
    return reason(first_possible, referred=referred, first_possible=first_possible)


def _bar_over(s: Situation, earlier: Earlier) -> date:
    """Give the first day on which the bar of an earlier referral no longer holds."""
    if earlier.completed_early is not None and s.reading("early_completion_ends_bar") == "true":
        return earlier.completed_early + ONE_DAY
    return last_day(s, earlier.referred) + ONE_DAY


def while_referrals_are_made(_s: Situation, on: date) -> Finding:
    """Referrals to the programme ended on 31 March 2017 (title note)."""
    return _in_time(on)


RE_REFERRAL = Question(
    NO_RE_REFERRAL,
    AllOf(
        Condition(NO_RE_REFERRAL, not_inside_support_period),
        Condition(REFERRALS_END, while_referrals_are_made),
    ),
)
