"""The three routes to Job Finding Support by length: a short claim, a lost job, an exception (2.02, 2.04, 3.02)."""

from datetime import date

from dwp_rules.calendar import DayOne, weeks
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import Benefit, BenefitSpell, ChangeKind, ChangeOfCircumstances
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on, unbroken_since
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Condition, Finding, Rule

__all__ = [
    "BY_EXCEPTION",
    "CHANGE",
    "CHANGED",
    "EXCEPTION",
    "STANDARD",
    "THIRTEEN_WEEKS",
    "UNDER_13_WEEKS",
    "claiming_since",
]

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
    return reason.found(last, ("days_claiming", (on - since).days), ("since", since), ("last_eligible_day", last))


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
        return claim_too_short.found(False, ("since", since))
    return _within_its_clock(s, on, change)


def _topped_up(benefits: tuple[BenefitSpell, ...], lost_work: date) -> bool | None:
    """Whether Universal Credit topped up earnings when the job was lost; None where that is not told."""
    spells = (*(spells_on(benefits, lost_work - ONE_DAY) or ()), *(spells_on(benefits, lost_work) or ()))
    told = {spell.tops_up_earnings for spell in spells if spell.benefit is Benefit.UNIVERSAL_CREDIT}
    return True if True in told else None if None in told else False


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
    return reason.found(last, ("days_unemployed", (on - since).days), ("last_day", last))


STANDARD = Condition(UNDER_13_WEEKS, claim_under_13_weeks)
CHANGE = Condition(CHANGED, change_of_circumstances)
BY_EXCEPTION = Condition(EXCEPTION, dwp_exception)
