"""Who may take part in Job Finding Support: the conditions of 2.02 and the three routes (2.02, 2.04, 3.02)."""

from datetime import date, timedelta

from dwp_rules.calendar import DayOne, age_on, weeks
from dwp_rules.facts import Benefit, BenefitSpell, ChangeKind, ChangeOfCircumstances, Nation, Participant
from dwp_rules.facts.flags import flag
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on, unbroken_since
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import AllOf, AnyOf, Condition, Finding, Question, Rule, Verdict
from dwp_rules.statutory import state_pension_date, state_pension_dates

__all__ = ["ELIGIBILITY", "THIRTEEN_WEEKS", "claiming_since", "overall"]

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
    return (lives_in_great_britain if inside else lives_elsewhere)(inside, nation=nation)


BENEFITS = Rule(
    "JFS-ELIG-07",
    "Benefits in scope",
    GUIDANCE.paragraphs("2.02", "3.01", "Annex 3 (Benefits)"),
    note="Annex 3 lists its benefits as examples of one kind, income replacement benefits; new style ESA counts as "
    "ESA.",
)
claims_benefit = BENEFITS.met("claims_benefit", "claims {benefit}")
claims_none_in_scope = BENEFITS.not_met("no_benefit_in_scope", "claims: {claimed}; needed is one of {in_scope}")
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
            return claims_benefit(True, benefit=benefit)
    return claims_none_in_scope(False, claimed=claimed, in_scope=in_scope)


WORKING_AGE = Rule(
    "JFS-ELIG-05",
    "Working age",
    GUIDANCE.paragraphs("2.02", "Annex 3 (Working Age)"),
    note="State Pension age comes from statute; on the day that it is reached the person is over age. Someone born on "
    "29 February is a year older on 1 March of a common year.",
)
of_working_age = WORKING_AGE.met("of_working_age", "aged {age}, from 16 to below State Pension age")
too_young = WORKING_AGE.not_met("too_young", "aged {age}; {youngest} is the youngest age")
over_state_pension_age = WORKING_AGE.not_met(
    "over_state_pension_age", "aged {age}; reached State Pension age on {state_pension_date}"
)
YOUNGEST, ADULT = 16, 18
"""Working age starts at 16 (2.02 note); in England those of 16 and 17 are left out, every 18 year old may apply."""


def working_age(s: Situation, on: date) -> Finding:
    """From 16 to the State Pension age that applies to the person (2.02)."""
    person = s.participant
    born = person.date_of_birth
    if born is None:
        return WORKING_AGE.unknown("date_of_birth")
    age = age_on(born, on)
    if age < YOUNGEST:
        return too_young(False, age=age, youngest=YOUNGEST)
    pension_dates = _state_pension_dates(person, born)
    if on >= max(pension_dates):
        return over_state_pension_age(False, age=age, state_pension_date=max(pension_dates))
    if on >= min(pension_dates):
        return WORKING_AGE.unknown("sex")
    return of_working_age(True, age=age)


def _state_pension_dates(person: Participant, born: date) -> tuple[date, ...]:
    """Give the State Pension date, or both possible ones where only the sex would tell."""
    if person.state_pension_age_date is not None:
        return (person.state_pension_age_date,)
    return state_pension_dates(born) if person.sex is None else (state_pension_date(born, person.sex),)


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
    born = s.participant.date_of_birth
    if born is None:
        return ENGLAND.unknown("date_of_birth")
    age = age_on(born, on)
    if not YOUNGEST <= age < ADULT:
        return not_left_out(False, age=age, excluded=False)
    homes = spells_on(s.participant.residence, on)
    if not homes:
        return ENGLAND.unknown("residence")
    excluded = homes[0].nation is Nation.ENGLAND
    return (left_out if excluded else not_left_out)(excluded, age=age, excluded=excluded)


UNDER_13_WEEKS = Rule(
    "JFS-ELIG-04",
    "Claim shorter than 13 weeks",
    GUIDANCE.paragraphs("2.02"),
    note="'Less than 13 weeks' is strict: the 90th day after the claim passes, the 91st fails. 1.14 speaks of up to 13 "
    "weeks unemployed; the list of 2.02 governs. Claims that follow one another without a break are one.",
)
under_13_weeks = UNDER_13_WEEKS.met(
    "under_13_weeks", "claiming for {days_claiming} days, since {since}; eligible to {last_eligible_day}"
)
not_under_13_weeks = UNDER_13_WEEKS.not_met(
    "not_under_13_weeks",
    "claiming for {days_claiming} days, since {since}; the last eligible day was {last_eligible_day}",
)
claims_nothing = UNDER_13_WEEKS.not_met("claims_nothing", "claims no benefit that day")
THIRTEEN_WEEKS = weeks(13, DayOne.SAME)
"""The claim date is day 1, so the last day of 13 weeks is the claim date plus 90."""


def claiming_since(s: Situation, on: date) -> date | None:
    """Give the claim date of the unbroken spell on benefit that a day lies in; None where there is none."""
    claimed = [spell for spell in s.participant.benefits or () if spell.benefit is not Benefit.NONE]
    return unbroken_since(claimed, on)


def claim_under_13_weeks(s: Situation, on: date) -> Finding:
    """Claiming benefits for less than 13 weeks (2.02)."""
    if s.participant.benefits is None:
        return UNDER_13_WEEKS.unknown("benefits")
    since = claiming_since(s, on)
    if since is None:
        return claims_nothing(None)
    last = THIRTEEN_WEEKS.after(since)
    reason = under_13_weeks if on <= last else not_under_13_weeks
    return reason(last, days_claiming=(on - since).days, since=since, last_eligible_day=last)


CHANGED = Rule(
    "JFS-ELIG-09",
    "Change-of-circumstances route",
    GUIDANCE.paragraphs("3.02"),
    note="A new 13 weeks run from the loss of the job, and not before it is declared; a declaration that is not dated "
    "has not been made. 91 days of claim, neither less nor more than 13 weeks, open this route.",
)
newly_unemployed = CHANGED.met(
    "newly_unemployed", "lost work on {unemployed}, declared on {declared}; eligible to {last}"
)
no_change_declared = CHANGED.not_met("no_change_declared", "has declared no loss of a job")(False)
not_topping_up = CHANGED.not_met("not_topping_up", "did not claim Universal Credit to top up earnings")
claim_too_short = CHANGED.not_met("claim_too_short", "has not claimed for more than 13 weeks, only since {since}")
too_long_ago = CHANGED.not_met("too_long_ago", "lost work on {unemployed}; this route was open to {last}")


def change_of_circumstances(s: Situation, on: date) -> Finding:
    """Universal Credit for more than 13 weeks beside earnings, then unemployed and the change declared (3.02)."""
    changes = [c for c in s.of(ChangeOfCircumstances) if c.change is ChangeKind.BECAME_UNEMPLOYED and c.on <= on]
    declared = [c for c in changes if c.declared_on is not None and c.declared_on <= on]
    if not declared:
        return no_change_declared
    if s.participant.benefits is None:
        return CHANGED.unknown("benefits")
    change = declared[-1]
    topping_up = _topped_up(s.participant.benefits, change.on)
    if topping_up is None:
        return CHANGED.unknown("benefits.tops_up_earnings")
    if not topping_up:
        return not_topping_up(False)
    since = claiming_since(s, on)
    if since is None or not _long_enough(s, since, on):
        return claim_too_short(False, since=since)
    return _within_its_clock(s, on, change)


def _topped_up(benefits: tuple[BenefitSpell, ...], lost_work: date) -> bool | None:
    """Whether Universal Credit topped up earnings when the job was lost; None where that is not told."""
    spells = (*(spells_on(benefits, lost_work - ONE_DAY) or ()), *(spells_on(benefits, lost_work) or ()))
    told = {spell.tops_up_earnings for spell in spells if spell.benefit is Benefit.UNIVERSAL_CREDIT}
    return True if True in told else None if None in told else False


ONE_DAY = timedelta(days=1)


def _long_enough(s: Situation, since: date, on: date) -> bool:
    """Whether 13 weeks of claim are complete or, where 'more than' is strict, exceeded."""
    complete = COMPLETE.after(since)
    return on > complete if s.reading("over_13_weeks") == "strict" else on >= complete


COMPLETE = weeks(13)


def _within_its_clock(s: Situation, on: date, change: ChangeOfCircumstances) -> Finding:
    clock = s.reading("coc_clock")
    facts = {"unemployed": change.on, "declared": change.declared_on}
    if clock == "none":
        return newly_unemployed(True, **facts, last=None)
    since = change.declared_on if clock == "declaration_date" and change.declared_on is not None else change.on
    last = THIRTEEN_WEEKS.after(since)
    if on > last:
        return too_long_ago(False, **facts, last=last)
    return newly_unemployed(True, **facts, last=last)


EXCEPTION = Rule(
    "JFS-ELIG-10",
    "DWP exception up to 26 weeks",
    GUIDANCE.paragraphs("2.04 note"),
    note="DWP's discretion, never inferred: it counts where DWP has exercised it. It measures unemployment, 'up to' "
    "day 182 included, and relaxes the length of the claim only.",
)
excepted = EXCEPTION.met(
    "dwp_exception", "referred by exception: {days_unemployed} days unemployed, to {last_day} at most"
)
not_excepted = EXCEPTION.not_met("not_excepted", "DWP has not made an exception")
unemployed_too_long = EXCEPTION.not_met(
    "unemployed_too_long", "{days_unemployed} days unemployed; an exception was possible to {last_day}"
)
TWENTY_SIX_WEEKS = weeks(26)


def dwp_exception(s: Situation, on: date) -> Finding:
    """Referred by exception, unemployed for up to 26 weeks (2.04 note)."""
    since = s.participant.unemployed_since
    if since is None:
        return EXCEPTION.unknown("unemployed_since") if s.participant.dwp_exception else not_excepted(None)
    last = TWENTY_SIX_WEEKS.after(since)
    if not s.participant.dwp_exception:
        reason = not_excepted
    else:
        reason = excepted if on <= last else unemployed_too_long
    return reason(last, days_unemployed=(on - since).days, last_day=last)


STANDARD = Condition(UNDER_13_WEEKS, claim_under_13_weeks)
CHANGE = Condition(CHANGED, change_of_circumstances)
BY_EXCEPTION = Condition(EXCEPTION, dwp_exception)

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
        return by_route(routes[0], eligible=True, route=routes[0], failed=())
    if decision.verdict is Verdict.UNDETERMINED:
        return OVERALL.unknown(*decision.missing)
    names = dict.fromkeys(FAILING[f.rule.id] for f in decision.findings if f.verdict is Verdict.NOT_MET)
    failed = tuple(name for name in names if not (routes and name == CLAIM_DURATION))
    return no_route(None, eligible=False, route=None, failed=failed)
