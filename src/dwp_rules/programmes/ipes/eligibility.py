"""Who may take part in IPES (2.3), and whom it suits (2.4)."""

from datetime import date

from dwp_rules.facts import (
    Nation,
    OtherSupport,
    Participant,
    Party,
    PreReferralStep,
    ReferralStep,
    SupportIntensity,
)
from dwp_rules.facts.ages import known_age, pension_dates
from dwp_rules.facts.flags import flag
from dwp_rules.facts.moments import in_work_on
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import AllOf, Condition, Finding, Question, Rule

__all__ = ["ELIGIBILITY", "SUITABILITY"]

OVERALL = Rule(
    "IPES-ELIG-01",
    "Eligibility for IPES",
    SPEC.paragraphs("2.3", "2.2"),
    note="Tested on the day of the referral; 2.24 has the provider look again at the first meeting. Nothing ends "
    "provision for someone who becomes ineligible later.",
)

DISABILITY = Rule("IPES-ELIG-02", "Disability within the Equality Act 2010", SPEC.paragraphs("2.3"))
disabled = flag(
    DISABILITY,
    "equality_act_disability",
    yes=("disabled", "has a disability as the Equality Act 2010 defines it"),
    no=("not_disabled", "has no disability as the Equality Act 2010 defines it, which is needed"),
)

RIGHTS = Rule("IPES-ELIG-03", "Right to reside and right to work in the UK", SPEC.paragraphs("2.3"))
right_to_reside = flag(
    RIGHTS,
    "right_to_reside",
    yes=("may_reside", "has the right to reside in the UK"),
    no=("may_not_reside", "has no right to reside in the UK, which is needed"),
)
right_to_work = flag(
    RIGHTS,
    "right_to_work",
    yes=("may_work", "has the right to work in the UK"),
    no=("may_not_work", "has no right to work in the UK, which is needed"),
)

RESIDENCE = Rule("IPES-ELIG-04", "Lives in England or Wales", SPEC.paragraphs("2.3", "2.73", "1.6"))
lives_here = RESIDENCE.met("lives_in_england_or_wales", "lives in {nation}")
lives_elsewhere = RESIDENCE.not_met("lives_elsewhere", "lives in {nation}; IPES is for England and Wales")


def nations_of(person: Participant, on: date) -> frozenset[Nation]:
    """Where a person lives on a day, as far as it is known."""
    return frozenset([home.nation for home in spells_on(person.residence, on) or ()])


def nations_on(s: Situation, on: date) -> frozenset[Nation]:
    """Where the participant lives on a day, found once for all conditions."""
    known = s[nations_by_day]
    if on not in known:
        known[on] = nations_of(s.participant, on)
    return known[on]


def nations_by_day(_s: Situation) -> dict[date, frozenset[Nation]]:
    """Where the participant lives, by the days asked about so far."""
    return {}


def residence(s: Situation, on: date) -> Finding:
    """Lives in England or Wales (2.3)."""
    nations = nations_on(s, on)
    if not nations:
        return RESIDENCE.unknown("residence")
    elsewhere = nations - {Nation.ENGLAND, Nation.WALES}
    return (
        lives_elsewhere.found(False, ("nation", min(elsewhere)))
        if elsewhere
        else lives_here.found(True, ("nation", min(nations)))
    )


PAID_WORK = Rule(
    "IPES-ELIG-05",
    "Not in paid work of any kind",
    SPEC.paragraphs("2.3", "2.19", "2.24"),
    note="'Any form of paid employment' is wide: self-employment and a zero-hours contract without shifts are "
    "included.",
)
not_in_paid_work = PAID_WORK.met("not_in_paid_work", "in no paid work")(True)
in_paid_work = PAID_WORK.not_met("in_paid_work", "in paid work, which bars the programme")(False)
on_zero_hours = PAID_WORK.not_met("zero_hours_contract", "holds a zero-hours contract, which is paid work")(False)


def no_paid_work(s: Situation, on: date) -> Finding:
    """In no form of paid employment (2.3)."""
    person = s.participant
    if person.in_paid_work or in_work_on(s, on):
        return in_paid_work
    if person.zero_hours_contract:
        return on_zero_hours
    return PAID_WORK.unknown("in_paid_work") if person.in_paid_work is None else not_in_paid_work


MINIMUM_AGE = Rule(
    "IPES-ELIG-06",
    "Minimum age: 18 in England, 16 in Wales",
    SPEC.paragraphs("2.3", "Annex 5 (Working Age)"),
    note="Annex 5 says 16 for both nations; the note to 2.3 is the specific rule. A birthday of 29 February falls "
    "on 1 March in a common year.",
)
old_enough = MINIMUM_AGE.met("old_enough", "aged {age}; {needed} is old enough")
too_young = MINIMUM_AGE.not_met("too_young", "aged {age}; {needed} is the youngest age")

YOUNGEST, YOUNGEST_IN_ENGLAND = 16, 18


def minimum_age(s: Situation, on: date) -> Finding:
    """18 for a resident of England, 16 elsewhere (2.3); the birthday itself is enough."""
    age, nations = known_age(s.participant, on), nations_on(s, on)
    if age is None:
        return MINIMUM_AGE.unknown("date_of_birth")
    needed = YOUNGEST_IN_ENGLAND if Nation.ENGLAND in nations else YOUNGEST
    if age < needed:
        return too_young.found(False, ("age", age), ("needed", needed))
    if not nations and age < YOUNGEST_IN_ENGLAND:
        return MINIMUM_AGE.unknown("residence")
    return old_enough.found(True, ("age", age), ("needed", needed))


UPPER_AGE = Rule(
    "IPES-ELIG-07",
    "Upper age: below State Pension age",
    SPEC.paragraphs("2.3"),
    note="State Pension age comes from statute; from that day on the person is over age. Reaching it on provision ends "
    "nothing.",
)
below_pension_age = UPPER_AGE.met("below_state_pension_age", "aged {age}, below State Pension age")
over_pension_age = UPPER_AGE.not_met("over_state_pension_age", "aged {age}; State Pension age is reached")


def upper_age(s: Situation, on: date) -> Finding:
    """Before the day on which State Pension age is reached (2.3)."""
    person = s.participant
    age = known_age(person, on)
    if age is None:
        return UPPER_AGE.unknown("date_of_birth")
    pensioned = pension_dates(person, age)
    if not pensioned or on < pensioned[0]:
        return below_pension_age.found(True, ("age", age))
    return over_pension_age.found(False, ("age", age)) if on >= pensioned[-1] else UPPER_AGE.unknown("sex")


OTHER_PROVISION = Rule("IPES-ELIG-08", "Not on other DWP contracted employment provision", SPEC.paragraphs("2.3"))
on_no_other = OTHER_PROVISION.met("on_no_other_provision", "on no other contracted employment provision")(True)
on_other = OTHER_PROVISION.not_met("on_other_provision", "takes part in {names}, contracted by DWP")


def no_other_provision(s: Situation, on: date) -> Finding:
    """Not taking part in another employment provision contracted by DWP (2.3)."""
    taken_up = spells_on(s.participant.other_provision, on)
    if taken_up is None:
        return OTHER_PROVISION.unknown("other_provision")
    return on_other.found(False, ("names", tuple(spell.name for spell in taken_up))) if taken_up else on_no_other


ELIGIBILITY: Question[Situation] = Question(
    OVERALL,
    AllOf(
        disabled,
        right_to_reside,
        right_to_work,
        Condition(RESIDENCE, residence),
        Condition(PAID_WORK, no_paid_work),
        Condition(MINIMUM_AGE, minimum_age),
        Condition(UPPER_AGE, upper_age),
        Condition(OTHER_PROVISION, no_other_provision),
    ),
)

SUITABLE = Rule(
    "IPES-SUIT-01",
    "Suitability for IPES",
    SPEC.paragraphs("2.4"),
    note="Judged by the work coach once eligibility is met. Support is needed both to get into work and in work: "
    "the two are joined by 'and'.",
)
wants_to_work = flag(
    SUITABLE,
    "wants_to_work",
    yes=("wants_to_work", "wants to work"),
    no=("does_not_want_to_work", "does not want to work, which is needed"),
)
volunteers = flag(
    SUITABLE,
    "volunteers",
    yes=("volunteers", "wants to volunteer for IPES"),
    no=("does_not_volunteer", "does not volunteer; IPES is for volunteers"),
)
needs_more_support = SUITABLE.met("needs_intensive_support", "needs more intensive support into work and in work")(True)
needs_less_support = SUITABLE.not_met(
    "needs_less_support", "needs more intensive support for: {needed}; it is needed both into work and in work"
)


BEFORE_AND_IN_WORK = frozenset(SupportIntensity)


def intensive_support(s: Situation, _on: date) -> Finding:
    """Needs more intensive support both to get into work and in work (2.4)."""
    needed = s.participant.intensive_support_needed
    if needed is None:
        return SUITABLE.unknown("intensive_support_needed")
    return (
        needs_more_support
        if needed >= BEFORE_AND_IN_WORK
        else needs_less_support.found(False, ("needed", tuple(needed)))
    )


COMPLEX_BARRIERS = Rule(
    "IPES-SUIT-02",
    "Complex barriers means several barriers",
    SPEC.paragraphs("2.4", "1.6"),
    note="At least two; of fewer, a work coach's recorded decision that the person is suitable tells otherwise.",
)
several_barriers = COMPLEX_BARRIERS.met("complex_barriers", "{barriers} barriers")
found_complex = COMPLEX_BARRIERS.met("work_coach_decided", "{barriers} barriers, which a work coach found complex")
too_few_barriers = COMPLEX_BARRIERS.not_met(
    "no_complex_barriers", "{barriers} barriers; complex means at least {needed}"
)

SEVERAL = 2


def complex_barriers(s: Situation, _on: date) -> Finding:
    """Several barriers, personal or work-related (2.4)."""
    barriers = s.participant.barriers
    if barriers is None:
        return COMPLEX_BARRIERS.unknown("barriers")
    number = len(barriers)
    if number >= SEVERAL:
        return several_barriers.found(True, ("barriers", number))
    if number and s.of(PreReferralStep):
        decided = _found_suitable(s)
        if isinstance(decided, Unknown):
            return COMPLEX_BARRIERS.unknown(*decided.missing)
        if decided:
            return found_complex.found(True, ("barriers", number))
    return too_few_barriers.found(False, ("barriers", number), ("needed", SEVERAL))


COACH = frozenset({Party.WORK_COACH, Party.JOBCENTRE})


def _found_suitable(s: Situation) -> bool | Unknown:
    """Whether a work coach found the person suitable; an assessment that does not say what it found may have."""
    steps = s.of(PreReferralStep)
    found_by = {step.by for step in steps if step.suitable}
    if not COACH.isdisjoint(found_by):
        return True
    if None in found_by:
        return Unknown("pre_referral_step.by")
    silent = any(p.suitable is None and p.step is ReferralStep.WORK_COACH_ASSESSMENT for p in steps)
    return Unknown("pre_referral_step.suitable") if silent else False


FAR_FROM_WORK = Rule(
    "IPES-SUIT-03",
    "More than a year from the labour market",
    SPEC.paragraphs("2.4", "1.6", "1.10"),
    note="'A year' and '12 months' are the same; exactly 12 months are not more. The work coach's estimate of the "
    "time to come, not time already spent out of work.",
)
far_from_work = FAR_FROM_WORK.met("over_a_year", "{months} months from work without IPES")
near_to_work = FAR_FROM_WORK.not_met(
    "a_year_or_less", "{months} months from work without IPES; more than {limit} are needed"
)

A_YEAR = 12


def over_a_year_from_work(s: Situation, _on: date) -> Finding:
    """More than 12 months from employment without this programme (2.4)."""
    months = s.participant.months_from_work
    if months is None:
        return FAR_FROM_WORK.unknown("months_from_work")
    return (
        far_from_work.found(True, ("months", months))
        if months > A_YEAR
        else near_to_work.found(False, ("months", months), ("limit", A_YEAR))
    )


NEED_UNMET = Rule("IPES-SUIT-04", "Need cannot be met by existing options", SPEC.paragraphs("2.4", "1.6"))
need_unmet = NEED_UNMET.met("need_unmet", "neither the Jobcentre nor other provision can meet the need")(True)
need_met = NEED_UNMET.not_met("need_met", "the need can be met by: {others}")


def need_not_met_elsewhere(s: Situation, _on: date) -> Finding:
    """The Jobcentre's offer and other contracted provision are not enough (2.4)."""
    enough = s.participant.other_support_sufficient
    if enough is None:
        return NEED_UNMET.unknown("other_support_sufficient")
    if not enough:
        return need_unmet
    others = tuple([other for other in OtherSupport if other in enough])
    return need_met.found(False, ("others", others))


SUITABILITY: Question[Situation] = Question(
    SUITABLE,
    AllOf(
        wants_to_work,
        volunteers,
        Condition(COMPLEX_BARRIERS, complex_barriers),
        Condition(FAR_FROM_WORK, over_a_year_from_work),
        Condition(SUITABLE, intensive_support),
        Condition(NEED_UNMET, need_not_met_elsewhere),
    ),
)
