"""Who may take part in Job Finding Support: the conditions of 2.02 and the three routes (2.02, 2.04, 3.02)."""

from datetime import date

from dwp_rules.facts import Benefit, Nation
from dwp_rules.facts.ages import known_age, pension_dates
from dwp_rules.facts.flags import flag
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jfs.claim_length import BY_EXCEPTION, CHANGE, CHANGED, EXCEPTION, STANDARD, UNDER_13_WEEKS
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import AllOf, AnyOf, Condition, Finding, Question, Rule, Verdict

__all__ = ["ELIGIBILITY", "overall"]

OVERALL = Rule(
    "JFS-ELIG-12",
    "Overall eligibility",
    GUIDANCE.paragraphs("2.02", "2.04 note", "3.01", "3.02"),
    note="Tested on the day of the referral. Of two routes that fit the first is named: standard, change of "
    "circumstances, exception by DWP.",
)
by_route = OVERALL.met("eligible", "eligible by the route: {route}")
no_route = OVERALL.not_met("not_eligible", "not eligible; failing: {failed}")

RESIDES = Rule("JFS-ELIG-01", "Right to reside", GUIDANCE.paragraphs("2.02"))
right_to_reside = flag(
    RESIDES,
    "right_to_reside",
    yes=("may_reside", "has the right to reside in the United Kingdom"),
    no=("may_not_reside", "has no right to reside in the United Kingdom, which is needed"),
)

WORKS = Rule("JFS-ELIG-02", "Right to work", GUIDANCE.paragraphs("2.02"))
right_to_work = flag(
    WORKS,
    "right_to_work",
    yes=("may_work", "has the right to work in the United Kingdom"),
    no=("may_not_work", "has no right to work in the United Kingdom, which is needed"),
)

RESIDENCE = Rule("JFS-ELIG-03", "Lives in Great Britain", GUIDANCE.paragraphs("2.02", "1.14"))
lives_in_great_britain = RESIDENCE.met("lives_in_great_britain", "lives in {nation}")
lives_elsewhere = RESIDENCE.not_met("lives_elsewhere", "lives in {nation}; needed is England, Scotland or Wales")
GREAT_BRITAIN = frozenset({Nation.ENGLAND, Nation.SCOTLAND, Nation.WALES})


def residence(s: Situation, on: date) -> Finding:
    """Resides in England, Scotland or Wales (2.02)."""
    homes = spells_on(s.participant.residence, on)
    if not homes:
        return RESIDENCE.unknown("residence")
    nation = homes[0].nation
    inside = nation in GREAT_BRITAIN
    return (lives_in_great_britain if inside else lives_elsewhere).found(inside, ("nation", nation))


BENEFITS = Rule(
    "JFS-ELIG-07",
    "Benefits in scope",
    GUIDANCE.paragraphs("2.02", "3.01", "Annex 3 (Benefits)"),
    note="Annex 3 lists its benefits as examples of one kind, income replacement benefits; new style ESA counts as "
    "ESA.",
)
claims_benefit = BENEFITS.met("claims_benefit", "claims {benefit}")
claims_none_in_scope = BENEFITS.not_met(
    "no_benefit_in_scope", "claims: {claimed}; needed is an income replacement benefit"
)
IN_SCOPE = {
    "annex_3": (
        Benefit.UNIVERSAL_CREDIT,
        Benefit.JSA,
        Benefit.NEW_STYLE_JSA,
        Benefit.ESA,
        Benefit.NEW_STYLE_ESA,
    ),
    "para_3_01": (Benefit.UNIVERSAL_CREDIT, Benefit.NEW_STYLE_JSA, Benefit.NEW_STYLE_ESA),
}


def benefit_in_scope(s: Situation, on: date) -> Finding:
    """Claims an income replacement benefit (2.02, Annex 3)."""
    spells = spells_on(s.participant.benefits, on)
    if spells is None:
        return BENEFITS.unknown("benefits")
    in_scope = IN_SCOPE[s.reading("benefit_scope")]
    claimed = tuple(spell.benefit for spell in spells if spell.benefit is not Benefit.NONE)
    for benefit in claimed:
        if benefit in in_scope:
            return claims_benefit.found(True, ("benefit", benefit))
    return claims_none_in_scope.found(False, ("claimed", claimed))


WORKING_AGE = Rule(
    "JFS-ELIG-05",
    "Working age",
    GUIDANCE.paragraphs("2.02", "Annex 3 (Working Age)"),
    note="State Pension age comes from statute; on the day that it is reached the person is over age. Someone born on "
    "29 February is a year older on 1 March of a common year.",
)
of_working_age = WORKING_AGE.met("of_working_age", "aged {age}, from 16 to below State Pension age")
too_young = WORKING_AGE.not_met("too_young", "aged {age}; {youngest} is the youngest age")
over_state_pension_age = WORKING_AGE.not_met("over_state_pension_age", "aged {age}; State Pension age is reached")
YOUNGEST, ADULT = 16, 18
"""Working age starts at 16 (2.02 note); in England those of 16 and 17 are left out, every 18 year old may apply."""


def working_age(s: Situation, on: date) -> Finding:
    """From 16 to the State Pension age that applies to the person (2.02)."""
    person = s.participant
    age = known_age(person, on)
    if age is None:
        return WORKING_AGE.unknown("date_of_birth")
    if age < YOUNGEST:
        return too_young.found(False, ("age", age), ("youngest", YOUNGEST))
    pensioned = pension_dates(person, age)
    if not pensioned or on < pensioned[0]:
        return of_working_age.found(True, ("age", age))
    return over_state_pension_age.found(False, ("age", age)) if on >= pensioned[-1] else WORKING_AGE.unknown("sex")


ENGLAND = Rule(
    "JFS-ELIG-06",
    "England: no 16 and 17 year olds",
    GUIDANCE.paragraphs("2.02 note"),
    note="The reason given concerns those out of work, the conclusion everyone of 16 and 17 in England: all are left "
    "out. Where someone lives on the day counts; a later move to England has no effect.",
)
left_out = ENGLAND.not_met(
    "england_16_17", "aged {age} and lives in England, where 16 and 17 year olds cannot take part"
)
not_left_out = ENGLAND.met("not_excluded", "aged {age}, not a 16 or 17 year old in England")


def not_16_or_17_in_england(s: Situation, on: date) -> Finding:
    """16 and 17 year olds can take part in Scotland and Wales, not in England (2.02 note)."""
    age = known_age(s.participant, on)
    if age is None:
        return ENGLAND.unknown("date_of_birth")
    if not YOUNGEST <= age < ADULT:
        return not_left_out.found(False, ("age", age), ("excluded", False))
    homes = spells_on(s.participant.residence, on)
    if not homes:
        return ENGLAND.unknown("residence")
    excluded = homes[0].nation is Nation.ENGLAND
    return (left_out if excluded else not_left_out).found(excluded, ("age", age), ("excluded", excluded))


ELIGIBILITY = Question(
    OVERALL,
    AllOf(
        right_to_reside,
        right_to_work,
        Condition(RESIDENCE, residence),
        Condition(BENEFITS, benefit_in_scope),
        Condition(WORKING_AGE, working_age),
        Condition(ENGLAND, not_16_or_17_in_england),
        AnyOf(STANDARD, CHANGE, BY_EXCEPTION),
    ),
)
ROUTES = {
    UNDER_13_WEEKS.id: "standard",
    CHANGED.id: "change_of_circumstances",
    EXCEPTION.id: "dwp_exception",
}
CLAIM_DURATION = "claim_duration"
FAILING = {
    RESIDES.id: "right_to_reside_uk",
    WORKS.id: "right_to_work_uk",
    RESIDENCE.id: "residence_nation",
    BENEFITS.id: "benefit",
    WORKING_AGE.id: "working_age",
    ENGLAND.id: "england_16_17",
    **dict.fromkeys(ROUTES, CLAIM_DURATION),
}
"""What a condition that fails is called."""


def overall(s: Situation, on: date) -> Finding:
    """The route by which someone is eligible, or the conditions that fail."""
    decision = s.decided(ELIGIBILITY, on)
    routes = [ROUTES[f.rule.id] for f in decision.findings if f.rule.id in ROUTES and f.verdict is Verdict.MET]
    if decision.verdict is Verdict.MET:
        return by_route.found(routes[0], ("eligible", True), ("route", routes[0]), ("failed", ()))
    if decision.verdict is Verdict.UNDETERMINED:
        return OVERALL.unknown(*decision.missing)
    names = dict.fromkeys(FAILING[f.rule.id] for f in decision.findings if f.verdict is Verdict.NOT_MET)
    failed = tuple(name for name in names if not (routes and name == CLAIM_DURATION))
    return no_route.found(None, ("eligible", False), ("route", None), ("failed", failed))
