"""Who may take part in WHP JETS (specification 2.6 and 2.7), and whom it suits (2.8)."""

from datetime import date

from dwp_rules.calendar import weeks
from dwp_rules.facts import Benefit, BenefitSpell, Nation, SupportIntensity, UcRegime
from dwp_rules.facts.ages import known_age, pension_dates
from dwp_rules.facts.benefits import on_benefit_since
from dwp_rules.facts.flags import flag
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import AllOf, AnyOf, Condition, Finding, Question, Rule

__all__ = ["ELIGIBILITY", "SUITABILITY"]

NEW_STYLE_JSA, UNIVERSAL_CREDIT = Benefit.NEW_STYLE_JSA, Benefit.UNIVERSAL_CREDIT
ALL_REQUIREMENTS = UcRegime.ALL_WORK_RELATED_REQUIREMENTS

OVERALL = Rule(
    "JETS-ELIG-01",
    "Eligibility for WHP JETS",
    SPECIFICATION.paragraphs("1.1", "2.6", "2.7", "2.23"),
    note="The bullets join the benefits with 'and ... or': Universal Credit or New Style JSA is read as one "
    "alternative beside the other conditions. Tested on the day of the referral.",
)

WORKING_AGE = Rule(
    "JETS-ELIG-02",
    "Working age",
    SPECIFICATION.paragraphs("2.6"),
    note="State Pension age comes from statute; on the State Pension date itself the person is over age. The country "
    "is that of residence.",
)
of_working_age = WORKING_AGE.met("of_working_age", "aged {age}, below State Pension age; {needed} is old enough")
too_young = WORKING_AGE.not_met("too_young", "aged {age}; {needed} is the youngest age for {nation}")
over_state_pension_age = WORKING_AGE.not_met("over_state_pension_age", "aged {age}; State Pension age is reached")
lives_elsewhere = WORKING_AGE.not_met("lives_elsewhere", "lives in {nation}; JETS is for England and Wales")

YOUNGEST = {Nation.WALES: 16, Nation.ENGLAND: 18}
"""The youngest age for each nation (2.6)."""


def working_age(situation: Situation, on: date) -> Finding:
    """16 in Wales and 18 in England, to State Pension age (2.6)."""
    person = situation.participant
    age = known_age(person, on)
    if age is None:
        return WORKING_AGE.unknown("date_of_birth")
    pensioned = pension_dates(person, age)
    if pensioned and on >= pensioned[-1]:
        return over_state_pension_age(False, age=age)
    homes = spells_on(situation.participant.residence, on)
    finding = _old_enough({home.nation for home in homes} if homes else set(), age)
    if pensioned and on >= pensioned[0] and finding.because is of_working_age:
        return WORKING_AGE.unknown("sex")
    return finding


def _old_enough(nations: set[Nation], age: int) -> Finding:
    """Whether the age is the youngest of the nation where the person lives, or above it."""
    if elsewhere := nations - YOUNGEST.keys():
        return lives_elsewhere(False, age=age, nation=min(elsewhere))
    if len(nations) == 1:
        (nation,) = nations
        return _old_enough_in(nation, age)
    youngest = {YOUNGEST[nation]: nation for nation in nations or YOUNGEST}
    least, most = min(youngest), max(youngest)
    if age < least:
        return too_young(False, age=age, needed=least, nation=youngest[least])
    if age < most or not nations:
        return WORKING_AGE.unknown("residence")
    return of_working_age(True, age=age, needed=most)


def _old_enough_in(nation: Nation, age: int) -> Finding:
    needed = YOUNGEST[nation]
    if age < needed:
        return too_young(False, age=age, needed=needed, nation=nation)
    return of_working_age(True, age=age, needed=needed)


RIGHTS = Rule("JETS-ELIG-03", "Right to reside and enter employment", SPECIFICATION.paragraphs("2.6"))
right_to_reside = flag(
    RIGHTS,
    "right_to_reside",
    yes=("may_reside", "has the right to reside"),
    no=("may_not_reside", "has no right to reside, which is needed"),
)
right_to_work = flag(
    RIGHTS,
    "right_to_work",
    yes=("may_work", "has the right to enter employment"),
    no=("may_not_work", "has no right to enter employment, which is needed"),
)

QUALIFYING_BENEFIT = Rule(
    "JETS-ELIG-04",
    "Qualifying benefit",
    SPECIFICATION.paragraphs("2.6"),
    note="Income-based JSA is not named and does not qualify. The group of Universal Credit is the legal one, all "
    "work-related requirements, not one labour market regime.",
)
on_qualifying_benefit = QUALIFYING_BENEFIT.met("on_qualifying_benefit", "receives {benefit}")
on_new_style_jsa = on_qualifying_benefit(True, benefit=Benefit.NEW_STYLE_JSA)
on_universal_credit = on_qualifying_benefit(True, benefit=Benefit.UNIVERSAL_CREDIT)
not_on_qualifying_benefit = QUALIFYING_BENEFIT.not_met(
    "not_on_qualifying_benefit",
    "receives: {benefits}; needed is Universal Credit with all work-related requirements, or New Style JSA",
)


def qualifying_benefit(situation: Situation, on: date) -> Finding:
    """Universal Credit in the All Work Related Requirements group, or New Style JSA (2.6)."""
    claimed = spells_on(situation.participant.benefits, on)
    if claimed is None:
        return QUALIFYING_BENEFIT.unknown("benefits")
    regime_unknown = False
    for spell in claimed:
        told = spell.__dict__
        if told["received_from"] is not None and told["received_from"] > on:
            continue
        if told["benefit"] is NEW_STYLE_JSA:
            return on_new_style_jsa
        if told["benefit"] is UNIVERSAL_CREDIT:
            if told["uc_regime"] is ALL_REQUIREMENTS:
                return on_universal_credit
            regime_unknown |= told["uc_regime"] is None
    if regime_unknown:
        return QUALIFYING_BENEFIT.unknown("benefits.uc_regime")
    return not_on_qualifying_benefit(False, benefits=tuple(spell.benefit for spell in claimed))


THIRTEEN_WEEKS = Rule(
    "JETS-ELIG-05",
    "Thirteen weeks unemployed and on benefit",
    (*SPECIFICATION.paragraphs("1.1", "1.6 CSF1", "2.6"),),
    note="'At least 13 weeks' is read as 13 whole weeks gone by: first met on the first day of the spell plus 91 days. "
    "Both spells, as they run on the day, must have lasted that long; a break starts the count again.",
    counts_by=("JETS-CAL-04",),
)
thirteen_weeks_complete = THIRTEEN_WEEKS.met(
    "thirteen_weeks", "unemployed and on benefit since {since}, 13 weeks complete on {earliest}"
)
thirteen_weeks_incomplete = THIRTEEN_WEEKS.not_met(
    "thirteen_weeks_incomplete", "unemployed and on benefit since {since}: 13 weeks are complete on {earliest}"
)
not_on_benefit = THIRTEEN_WEEKS.not_met("not_on_benefit", "on no benefit that day; 13 weeks on benefit are needed")

NEEDED_WEEKS = weeks(13)


def thirteen_weeks(situation: Situation, on: date) -> Finding:
    """Unemployed and in receipt of benefits for at least 13 weeks (2.6)."""
    unemployed: date | None = situation.person["unemployed_since"]
    benefits: tuple[BenefitSpell, ...] | None = situation.person["benefits"]
    on_benefit = None if benefits is None else on_benefit_since(benefits, on)
    if benefits is not None and on_benefit is None:
        return not_on_benefit(None)
    if unemployed is None and on_benefit is None:
        return THIRTEEN_WEEKS.unknown("unemployed_since", "benefits")
    since = max(unemployed or date.min, on_benefit or date.min)
    earliest = NEEDED_WEEKS.after(since, situation.calendar)
    if on < earliest:
        return thirteen_weeks_incomplete(earliest, since=since, earliest=earliest)
    if unemployed is None or on_benefit is None:
        return THIRTEEN_WEEKS.unknown("unemployed_since" if unemployed is None else "benefits")
    return thirteen_weeks_complete(earliest, since=since, earliest=earliest)


MOTIVATION = Rule("JETS-ELIG-06", "Motivated and needs light touch support", SPECIFICATION.paragraphs("2.6"))
motivated = flag(
    MOTIVATION,
    "motivated_to_find_work",
    yes=("motivated", "motivated to find work"),
    no=("not_motivated", "not motivated to find work, which is needed"),
)
light_touch = flag(
    MOTIVATION,
    "needs_light_touch_support",
    yes=("needs_light_touch_support", "needs light touch employment support"),
    no=("needs_no_light_touch_support", "does not need light touch employment support, which is what JETS gives"),
)

EXCLUSIONS = Rule(
    "JETS-ELIG-07",
    "Not excluded",
    SPECIFICATION.paragraphs("2.7"),
    note="'Eligible for and require' is conjunctive: both are needed to exclude. Who is eligible for the more "
    "intensive programmes but needs only light touch help may take part.",
)
needs_more = EXCLUSIONS.not_met(
    "needs_whp_core_or_ipes", "eligible for the WHP full programme or IPES and needs their more intensive support"
)(False)
needs_no_more = EXCLUSIONS.met(
    "needs_no_more_intensive_programme", "not both eligible for and in need of the WHP full programme or IPES"
)(True)
needs_help = flag(
    EXCLUSIONS,
    "job_ready_without_support",
    yes=("job_ready_without_support", "needs no support to find work and can search independently"),
    no=("not_job_ready", "not able to find work without support"),
    wanted=False,
)


def needs_no_more_intensive_programme(situation: Situation, _on: date) -> Finding:
    """Not identified as eligible for, and in need of, the WHP full programme or IPES (2.7)."""
    person = situation.person
    eligible: bool | None = person["eligible_for_whp_core_or_ipes"]
    support: frozenset[SupportIntensity] | None = person["intensive_support_needed"]
    needed = None if support is None else bool(support)
    if eligible is False or needed is False:
        return needs_no_more
    if eligible is None or needed is None:
        facts = {"eligible_for_whp_core_or_ipes": eligible, "intensive_support_needed": needed}
        return EXCLUSIONS.unknown(*(name for name, value in facts.items() if value is None))
    return needs_more


ELIGIBILITY = Question(
    OVERALL,
    AllOf(
        Condition(WORKING_AGE, working_age),
        right_to_reside,
        right_to_work,
        Condition(QUALIFYING_BENEFIT, qualifying_benefit),
        Condition(THIRTEEN_WEEKS, thirteen_weeks),
        motivated,
        light_touch,
        Condition(EXCLUSIONS, needs_no_more_intensive_programme),
        needs_help,
    ),
)

SUITABLE = Rule(
    "JETS-SUIT-01",
    "Suitability for WHP JETS",
    SPECIFICATION.paragraphs("2.8"),
    note="'Not expect to find work without help' is read as the first of the three alternatives.",
)
wants_to_work = flag(
    SUITABLE,
    "wants_to_work",
    yes=("wants_to_work", "wants to work"),
    no=("does_not_want_to_work", "does not want to work, which is needed"),
)
needs_support = flag(
    SUITABLE,
    "needs_this_support",
    yes=("needs_this_support", "requires this support"),
    no=("does_not_need_this_support", "does not require this support, which is needed"),
)
has_a_reason = SUITABLE.met("reason_given", "suitable because: {reasons}")
has_no_reason = SUITABLE.not_met(
    "no_reason_given",
    "none of the three holds: needs help to find work, cannot search effectively alone, needs to identify "
    "transferable skills",
)


def one_of_three_reasons(situation: Situation, _on: date) -> Finding:
    """One or more of the three reasons of 2.8."""
    reasons: frozenset[str] | None = situation.person["suitability_reasons"]
    if reasons is None:
        return SUITABLE.unknown("suitability_reasons")
    return has_a_reason(True, reasons=tuple(sorted(reasons))) if reasons else has_no_reason(False)


SUITABILITY = Question(SUITABLE, AllOf(wants_to_work, needs_support, AnyOf(Condition(SUITABLE, one_of_three_reasons))))
