"""What WHP JETS says of a life on provision: its days, its end, and leaving early (specification 1.13 to 1.18)."""

from datetime import date

from dwp_rules.calendar import day_of_provision
from dwp_rules.facts import Disengaged, Moved
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jets.mandation import mandated
from dwp_rules.programmes.jets.outcomes import outcomes_reached
from dwp_rules.programmes.jets.provision import TIMELINE, journey, left_voluntarily
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.programmes.jets.window import Window, window
from dwp_rules.provision import Provision
from dwp_rules.rules import Finding, Rule

__all__ = ["LIFE_CYCLE", "life", "re_referral_elsewhere"]

LIFE_CYCLE = Rule(
    "JETS-STATE-01",
    "Where the participant stands",
    (
        *SPECIFICATION.paragraphs("1.13", "1.17", "2.12", "2.16", "2.33", "3.8", "3.11", "3.12", "A4.6"),
        CHAPTER_16["20"],
    ),
    note="No document lists states; they follow from what is recorded on PRaP. Whether someone who did not attend or "
    "start may be referred again is not addressed.",
    counts_by=("JETS-CAL-03",),
)
stands = LIFE_CYCLE.met("stands", "{state}")
STANDS = {state.name: stands(state.name, state=state.name) for state in TIMELINE.states}
re_referral_elsewhere = LIFE_CYCLE.undetermined(
    "re_referral_not_addressed",
    "whether a person may be referred again is addressed in neither document; the Provider Guidance would say",
)()

MAXIMUM = Rule(
    "JETS-DUR-01",
    "At most 182 days on provision",
    SPECIFICATION.paragraphs("1.13", "2.2", "2.17"),
    note="1.13 says days, 1.17 and 2.17 calendar days: calendar days.",
    counts_by=("JETS-CAL-03",),
    schedule="JETS-DEADLINE-02",
)
maximum = MAXIMUM.met("day_182", "day 182 is {day_182}, the Start Date being day 1")

DAY_NUMBER = Rule(
    "JETS-DUR-02",
    "Day number",
    SPECIFICATION.paragraphs("1.13", "2.17"),
    note="The completion date is itself a day on provision.",
    counts_by=("JETS-CAL-03",),
)
participant_today = DAY_NUMBER.met("participant", "{on} is day {day}, on provision")
no_longer_participant = DAY_NUMBER.not_met("no_longer_participant", "{on} is day {day}, after completion on {ended}")

MOVED = Rule(
    "JETS-DUR-03",
    "Moving out of the area",
    SPECIFICATION.paragraphs("1.16"),
    note="ESF duties stay as fixed at the start. A move outside England and Wales is not addressed; the same rule is "
    "taken.",
)
stays = MOVED.met(
    "stays_with_provider", "moved on {moved_on}: stays with the original Provider of {cpa}; no date changes"
)

NO_PAUSE = Rule(
    "JETS-DUR-04",
    "Disengagement stops no clock",
    SPECIFICATION.paragraphs("1.13", "1.17", "2.28"),
    note="By silence: nothing extends or suspends the 182 days.",
    counts_by=("JETS-CAL-03",),
)
no_pause = NO_PAUSE.met("no_pause", "disengaged {times} times; day 182 stays {day_182}")

COMPLETION = Rule(
    "JETS-COMPLETE-01",
    "Completion",
    SPECIFICATION.paragraphs("1.13", "1.14", "1.17", "1.18"),
    note="The list of early endings is closed. Only a signposting recorded as ending JETS completes. An outcome "
    "completes on the day it is achieved. On one day: full term, outcome, voluntary exit, signposting, in this order.",
)
completed = COMPLETION.met("completed", "completed on {on}: {reason}")
not_completed = COMPLETION.not_met("not_completed", "not completed; at the latest on {latest}")

RECORDED_BY = Rule("JETS-COMPLETE-02", "Who records the end date", SPECIFICATION.paragraphs("1.14"))
by_prap = RECORDED_BY.met("by_prap", "PRaP fills in the end date of a full-term participant")("prap")
by_provider = RECORDED_BY.met("by_provider", "the Provider records the end date of an early completer in PRaP")(
    "provider"
)

EARLY = Rule(
    "JETS-COMPLETE-03",
    "Early completer",
    SPECIFICATION.paragraphs("1.17"),
    note="'Before the 182 days is reached' is day 181 or earlier.",
    counts_by=("JETS-CAL-03",),
)
early = EARLY.met("early_completer", "completed on day {day}, before day {last}")
full_term = EARLY.not_met("full_term", "completed on day {day}: full term")

NO_VOLUNTARY_EXIT = Rule(
    "JETS-COMPLETE-04",
    "No voluntary exit if mandated",
    SPECIFICATION.paragraphs("1.18", "2.28"),
    note="A mandation whose scope is not told is to the scheme, as the specification reads; one to the first "
    "appointment only does not keep anyone on it.",
)
left = NO_VOLUNTARY_EXIT.met("left_voluntarily", "not mandated: leaving on {on} completes the programme")
stays_mandated = NO_VOLUNTARY_EXIT.not_met(
    "mandated", "mandated: leaving on {on} does not complete the programme, and DWP must be told"
)

AFTER_182 = Rule(
    "JETS-COMPLETE-05",
    "An outcome after day 182 changes no completion",
    SPECIFICATION.paragraphs("1.18", "3.5", "3.6", "3.12"),
    counts_by=("JETS-CAL-03",),
)
outcome_counts = AFTER_182.met(
    "outcome_counts", "an outcome on {on}, after completion on {ended}: it counts, no date changes"
)

DISENGAGEMENT = Rule(
    "JETS-COMPLETE-06",
    "Disengagement is not completion",
    SPECIFICATION.paragraphs("1.18", "1.22"),
    note="Only an explicit voluntary exit completes.",
)
reportable = DISENGAGEMENT.met("disengaged", "disengaged on {on}: no completion, and DWP must be told")
never_disengaged = DISENGAGEMENT.met("not_disengaged", "no disengagement is known")(False)


def life(s: Situation) -> Provision:
    """The life on provision with everything that the rules say of it."""
    provision, days = s[journey], s[window]
    findings = [STANDS.get(provision.status) or LIFE_CYCLE.unknown(*provision.missing)]
    if days is not None:
        findings += _of_the_days(s, provision, days)
        findings += _of_the_end(s, provision)
        findings += _of_leaving(s)
    return provision.with_findings(findings)


def _of_the_days(s: Situation, provision: Provision, days: Window) -> list[Finding]:
    last = days.last_day
    findings = [maximum(last, day_182=last)]
    if s.as_of >= days.start:
        findings.append(_of_today(s.as_of, day_of_provision(days.start, s.as_of), provision))
    if s.of(Moved):
        homes = spells_on(s.participant.residence, days.start)
        cpa = homes[0].cpa if homes else None
        findings += [stays(cpa, moved_on=move.on, cpa=cpa) for move in s.of(Moved)]
    if times := len(s.of(Disengaged)):
        findings.append(no_pause(last, times=times, day_182=last))
    return findings


def _of_today(today: date, number: int, provision: Provision) -> Finding:
    over = provision.end_date or provision.latest_end_date
    if over is not None and today > over:
        return no_longer_participant(number, on=today, day=number, ended=over)
    if provision.missing:
        return DAY_NUMBER.unknown(*provision.missing)
    return participant_today(number, on=today, day=number)


def _of_the_end(s: Situation, provision: Provision) -> list[Finding]:
    end, day, last = provision.end_date, provision.end_day, s.count("provision_days")
    if provision.missing:
        return [COMPLETION.unknown(*provision.missing)]
    if end is None or day is None:
        return [not_completed(None, latest=provision.latest_end_date)]
    findings = [completed(end, on=end, reason=provision.end_reason)]
    if day < last:
        return [*findings, by_provider, early(True, day=day, last=last)]
    later = [on for on in s[outcomes_reached] if on > end]
    return [*findings, by_prap, full_term(False, day=day), *[outcome_counts(on, on=on, ended=end) for on in later]]


def _of_leaving(s: Situation) -> list[Finding]:
    findings: list[Finding] = []
    for on in s[left_voluntarily]:
        bound = mandated(s, on)
        if isinstance(bound, Unknown):
            findings.append(NO_VOLUNTARY_EXIT.unknown(*bound.missing))
        else:
            findings.append(stays_mandated(False, on=on) if bound else left(True, on=on))
    disengaged = s.of(Disengaged)
    findings.append(reportable(True, on=disengaged[-1].on) if disengaged else never_disengaged)
    return findings
