"""Whom a work coach may refer to the Restart Scheme: how long on which benefit, and where."""

from datetime import date
from typing import NamedTuple

from dwp_rules.calendar import Period, months
from dwp_rules.facts import Benefit, Nation, UcRegime
from dwp_rules.facts.benefits import on_benefit_since
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.rules import AllOf, Condition, Finding, Question, Rule
from dwp_rules_restart.sources import HOW_IT_WORKS, STATISTICS

__all__ = ["ELIGIBILITY", "RE_REFERRAL", "SUITABILITY"]

OVERALL = Rule("RESTART-ELIG-01", "Eligibility for the Restart Scheme", HOW_IT_WORKS.paragraphs("2", "3", "4"))

RESIDENCE = Rule("RESTART-ELIG-02", "Lives in England or Wales", HOW_IT_WORKS.paragraphs("4"))
lives_here = RESIDENCE.met("lives_in_england_or_wales", "lives in {nation}")
lives_elsewhere = RESIDENCE.not_met("lives_elsewhere", "lives in {nation}; Restart is for England and Wales")

QUALIFYING_BENEFIT = Rule(
    "RESTART-ELIG-03",
    "Qualifying benefit",
    HOW_IT_WORKS.paragraphs("2"),
    note="Universal Credit with all work-related requirements stands for the Intensive Work Search Regime, a part of "
    "that group. Income-based JSA from late April 2022: read as from the day on which the page said so.",
)
on_qualifying_benefit = QUALIFYING_BENEFIT.met("on_qualifying_benefit", "receives {benefit}")
not_on_qualifying_benefit = QUALIFYING_BENEFIT.not_met(
    "not_on_qualifying_benefit", "receives: {benefits}; needed on {on} is {needed}"
)

LONG_ENOUGH = Rule(
    "RESTART-ELIG-04",
    "Long enough on benefit",
    (HOW_IT_WORKS["2"], STATISTICS["1"]),
    note="At first at least 12 and at most 18 months, from January 2022 at least 9 without an upper limit. Months are "
    "counted to the corresponding date.",
)
long_enough = LONG_ENOUGH.met("long_enough", "on benefit since {since}; {earliest} is the first day to refer")
too_short = LONG_ENOUGH.not_met("too_short", "on benefit since {since}: not to be referred before {earliest}")
too_long = LONG_ENOUGH.not_met("too_long", "on benefit since {since}: not to be referred after {latest}, at that time")
not_on_benefit = LONG_ENOUGH.not_met("not_on_benefit", "on no benefit that day")

SUITABLE = Rule(
    "RESTART-SUIT-01",
    "The right support for this person",
    HOW_IT_WORKS.paragraphs("3"),
    note="The judgement of the work coach. Early access, case by case, is likewise theirs.",
)
for_the_work_coach = SUITABLE.undetermined(
    "for_the_work_coach", "the work coach decides in conversation with the claimant; no test is published"
)()

AGAIN = Rule("RESTART-REREF-01", "Referral a second time", HOW_IT_WORKS.paragraphs("3"))
in_the_guidance = AGAIN.undetermined(
    "in_the_guidance", "whether a person can be referred again stands in the Restart Scheme provider guidance"
)()


class Wave(NamedTuple):
    """Who could be referred from a day on: after how long on benefit, until when, and on which benefits."""

    starts_on: date
    after: Period
    until: Period | None
    benefits: frozenset[Benefit]


UNIVERSAL_CREDIT = frozenset({Benefit.UNIVERSAL_CREDIT})
WAVES = (
    Wave(date(2021, 6, 28), months(12), months(18), UNIVERSAL_CREDIT),
    Wave(date(2022, 1, 1), months(9), None, UNIVERSAL_CREDIT),
    Wave(date(2022, 4, 26), months(9), None, UNIVERSAL_CREDIT | {Benefit.JSA}),
)
"""Each holds until the next; the scheme began with conversations on 28 June 2021."""


def wave_on(on: date) -> Wave:
    """Give the rules of who could be referred on a day; before the first, the first."""
    return max((wave for wave in WAVES if wave.starts_on <= on), default=WAVES[0])


def lives_in_area(s: Situation, on: date) -> Finding:
    """The scheme is delivered in England and Wales."""
    homes = spells_on(s.participant.residence, on)
    nations = {home.nation for home in homes or ()} - {None}
    if not nations:
        return RESIDENCE.unknown("residence")
    outside = nations - {Nation.ENGLAND, Nation.WALES}
    return lives_elsewhere(False, nation=min(outside)) if outside else lives_here(True, nation=min(nations))


def qualifying_benefit(s: Situation, on: date) -> Finding:
    """Universal Credit with a duty to search for work; later income-based JSA too, never New Style JSA."""
    claimed = spells_on(s.participant.benefits, on)
    if claimed is None:
        return QUALIFYING_BENEFIT.unknown("benefits")
    wanted = wave_on(on).benefits
    regime_unknown = False
    for spell in claimed:
        if spell.benefit not in wanted:
            continue
        if spell.benefit is not Benefit.UNIVERSAL_CREDIT or spell.uc_regime is UcRegime.ALL_WORK_RELATED_REQUIREMENTS:
            return on_qualifying_benefit(True, benefit=spell.benefit)
        regime_unknown |= spell.uc_regime is None
    if regime_unknown:
        return QUALIFYING_BENEFIT.unknown("benefits.uc_regime")
    told = tuple(sorted(spell.benefit for spell in claimed))
    return not_on_qualifying_benefit(False, benefits=told, on=on, needed=tuple(sorted(wanted)))


def long_on_benefit(s: Situation, on: date) -> Finding:
    """For as long as the scheme asked on that day."""
    benefits = s.participant.benefits
    if benefits is None:
        return LONG_ENOUGH.unknown("benefits")
    since = on_benefit_since(benefits, on)
    if since is None:
        return not_on_benefit(None)
    wave = wave_on(on)
    earliest = wave.after.after(since, s.calendar)
    latest = None if wave.until is None else wave.until.after(since, s.calendar)
    if on < earliest:
        return too_short(earliest, since=since, earliest=earliest)
    if latest is not None and on > latest:
        return too_long(latest, since=since, latest=latest)
    return long_enough(earliest, since=since, earliest=earliest)


ELIGIBILITY = Question(
    OVERALL,
    AllOf(
        Condition(RESIDENCE, lives_in_area),
        Condition(QUALIFYING_BENEFIT, qualifying_benefit),
        Condition(LONG_ENOUGH, long_on_benefit),
    ),
)
SUITABILITY: Question[Situation] = Question(SUITABLE, AllOf(), elsewhere=for_the_work_coach)
RE_REFERRAL: Question[Situation] = Question(AGAIN, AllOf(), elsewhere=in_the_guidance)
