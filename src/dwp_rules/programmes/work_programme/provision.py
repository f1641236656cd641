"""The life of a participant of the Work Programme: 104 weeks from the referral, which only early completion stops."""

from datetime import date
from typing import Final

from dwp_rules.calendar import day_of_provision
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import ChangeOfCircumstances, Disengaged, Moved, ProvisionEnded, Start, WorkStarted
from dwp_rules.facts.moments import referral_sent
from dwp_rules.facts.situation import Days, Situation
from dwp_rules.programmes.work_programme.counting import first_day, last_day, last_day_by
from dwp_rules.programmes.work_programme.referral import COMPLETED_EARLY, LAST_REFERRAL
from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.provision import Begins, EndMode, Happening, Provision, State, Timeline, Transition
from dwp_rules.rules import Finding, Rule

__all__ = ["COMPLETED", "TIMELINE", "attached", "journey", "life", "support_period_over"]

CLAIMANT, REFERRED, ATTACHED, COMPLETED = "claimant", "referred", "attached", "completed"
ON_PROGRAMME = "on_programme"
DAYS_IN_A_WEEK: Final = 7

# ── moments that move the life on ────────────────────────────────────────────────────────────────────────────────


def attached(s: Situation) -> Days:
    """The day on which attachment is complete."""
    return tuple(start.on for start in s.of(Start)[:1])


def completed_early(s: Situation) -> Days:
    """The day of an early completion, whose grounds are in chapter 10."""
    return tuple(end.on for end in s.of(ProvisionEnded) if end.reason == COMPLETED_EARLY)[:1]


def support_period_over(s: Situation) -> Days:
    """The last day of the 104 weeks."""
    return tuple(last_day(s, referred) for referred in s[referral_sent])


def last_day_number(s: Situation) -> int:
    """The number of the last day, the referral being day 1."""
    referred = s[referral_sent][0]
    return day_of_provision(referred, last_day(s, referred))


def no_other_record(_s: Situation) -> dict[str, date]:
    """Ends known only from what was entered: none, since an early completion is itself an entry."""
    return {}


TIMELINE = Timeline.declare(
    initial=CLAIMANT,
    states=(
        State(CLAIMANT),
        State(REFERRED, phase=REFERRED),
        State(ATTACHED, phase=ATTACHED),
        State(COMPLETED),
        State(COMPLETED_EARLY),
    ),
    happenings=(
        Happening("referred", referral_sent, place=3),
        Happening("attached", attached, place=8),
        Happening("completed_early", completed_early, place=15),
        Happening("support_period_over", support_period_over, place=16),
    ),
    transitions=(
        Transition((CLAIMANT,), "referred", REFERRED),
        Transition((REFERRED,), "attached", ATTACHED),
        Transition(
            (REFERRED, ATTACHED), "completed_early", COMPLETED_EARLY, ends=COMPLETED_EARLY, begins=Begins.THAT_DAY
        ),
        Transition((REFERRED, ATTACHED), "support_period_over", COMPLETED, ends=COMPLETED, mode=EndMode.AUTOMATIC),
        Transition((COMPLETED_EARLY,), "support_period_over", COMPLETED_EARLY),
    ),
    starts_on="referred",
    last_day=last_day_number,
    ended_on_record=no_other_record,
)


def journey(s: Situation) -> Provision:
    """Where the case stands, before anything is said about it."""
    return TIMELINE.provision(s)


# ── what is said of the life on the programme ────────────────────────────────────────────────────────────────────

LIFE_CYCLE = Rule(
    "WP-STATE-01",
    "State of a person",
    CHAPTER_1.paragraphs("6", "7", "11", "12"),
    note="An early completer is one from the day of the early completion; the last of the 104 weeks is a whole day.",
    counts_by=("WP-DUR-01",),
)
stands = LIFE_CYCLE.met("stands", "{state}")

SUPPORT_PERIOD = Rule(
    "WP-DUR-01",
    "104-week support period",
    CHAPTER_1.paragraphs("7", "11", "12"),
    note="The referral is day 1, since a claimant is a participant from that point (6): the last day is the referral "
    "plus 727. 104 weeks are always 728 days, so a leap year changes nothing.",
)
support_period = SUPPORT_PERIOD.met("support_period", "to the end of {last_day}; completed from {completed_from}")

ATTACHMENT = Rule(
    "WP-START-02",
    "Attachment does not move the clock",
    CHAPTER_1.paragraphs("7", "11"),
    counts_by=("WP-DUR-01",),
)
clock_runs_from_referral = ATTACHMENT.met(
    "clock_runs_from_referral",
    "attached on {attached}; the 104 weeks run from {support_period_start} to {last_day} all the same",
)

POSITION = Rule(
    "WP-DUR-02",
    "Position in the period",
    CHAPTER_1.paragraphs("7", "11"),
    note="Time off benefit counts. The day itself is among the days left.",
    counts_by=("WP-DUR-01",),
)
in_period = POSITION.met("in_period", "weeks complete: {weeks_completed}; days left, today included: {days_left}")
period_over = POSITION.not_met("period_over", "all {weeks_completed} weeks are complete")

CONTINUES = Rule(
    "WP-DUR-03",
    "Nothing but early completion stops the period",
    CHAPTER_1.paragraphs("7", "12", "13", "16", "17"),
    note="Grounds for early completion are in chapter 10.",
    counts_by=("WP-DUR-01",),
)
continues = CONTINUES.met("continues", "{happened}: the provider stays responsible to {last_day}")
stopped = CONTINUES.not_met("completed_early", "completed early on {completed_early}, before {last_day}")

LAST_POSSIBLE = Rule(
    "WP-DUR-04",
    "Last possible day of the programme",
    CHAPTER_1.paragraphs("title note", "11"),
    counts_by=("WP-DUR-01",),
)
last_possible = LAST_POSSIBLE.met(
    "last_possible_day", "someone referred on {last_referral}, the last day of referrals, is supported to {last_day}"
)

READINGS_COMPARED = Rule(
    "WP-DUR-05",
    "Three readings of 104 weeks",
    CHAPTER_1.paragraphs("7", "11"),
    note="The reading same_day is taken.",
)
compared = READINGS_COMPARED.met(
    "compared",
    "the last day is {same_day} with the referral as day 1, {next_day} with the day after, {two_years} by two years",
)

COMPLETION = Rule(
    "WP-COMPLETE-01",
    "Completion",
    CHAPTER_1.paragraphs("7", "11", "12", "22"),
    note="Grounds for early completion are in chapter 10.",
    counts_by=("WP-DUR-01",),
)
on_programme = COMPLETION.not_met("on_programme", "on the programme, at the latest to {latest}")
completed_full_term = COMPLETION.met("completed", "completed: the 104 weeks ended on {on}")
completed_before = COMPLETION.met("completed_early", "completed early on {on}")

READINGS_OF_104_WEEKS = ("same_day", "next_day", "two_years")


def life(s: Situation) -> Provision:
    """The life on the programme with everything that the rules say of it."""
    provision = s[journey]
    findings = [stands(provision.status, state=provision.status)]
    if provision.start is not None:
        findings += _of_the_period(s, provision.start)
        findings += _of_what_happened(s, provision)
        findings += _of_the_end(provision)
    return provision.with_findings(findings)


def _of_the_period(s: Situation, referred: date) -> list[Finding]:
    last, number = last_day(s, referred), s.count("support_weeks")
    findings = [support_period(last, last_day=last, completed_from=last + ONE_DAY)]
    findings += (
        clock_runs_from_referral(last, attached=on, support_period_start=referred, last_day=last) for on in s[attached]
    )
    weeks_completed = min(number, max(0, (s.as_of - first_day(s, referred)).days // DAYS_IN_A_WEEK))
    if s.as_of <= last:
        left = day_of_provision(s.as_of, last)
        findings.append(in_period(left, days_left=left, weeks_completed=weeks_completed))
    else:
        findings.append(period_over(0, days_left=0, weeks_completed=weeks_completed))
    possible = last_day(s, LAST_REFERRAL)
    findings.append(last_possible(possible, last_referral=LAST_REFERRAL, last_day=possible))
    ends = {reading: last_day_by(reading, number, referred) for reading in READINGS_OF_104_WEEKS}
    findings.append(compared(tuple(ends.values()), **ends))
    return findings


def _of_what_happened(s: Situation, provision: Provision) -> list[Finding]:
    """Whether the period goes on through changes of benefit, work, moves, prison, time abroad, disengagement."""
    last = s[support_period_over][0]
    if provision.end_reason == COMPLETED_EARLY:
        return [stopped(last, completed_early=provision.end_date, last_day=last)]
    happened = {
        *(str(change.change or change.kind) for change in s.of(ChangeOfCircumstances)),
        *(work.kind for work in s.of(WorkStarted)),
        *(move.kind for move in s.of(Moved)),
        *(away.kind for away in s.of(Disengaged)),
    }
    return [continues(last, happened=tuple(sorted(happened)), last_day=last)] if happened else []


def _of_the_end(provision: Provision) -> list[Finding]:
    """Completed, completed early, or still on the programme, as on the last day itself."""
    if provision.end_reason == COMPLETED_EARLY:
        return [completed_before(COMPLETED_EARLY, on=provision.end_date)]
    if provision.status == COMPLETED:
        return [completed_full_term(COMPLETED, on=provision.end_date)]
    return [on_programme(ON_PROGRAMME, latest=provision.latest_end_date)]
