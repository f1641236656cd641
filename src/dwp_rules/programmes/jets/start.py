"""The start in WHP JETS (specification 2.14 to 2.18): the initial meeting, its result, the start and its cohort."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.facts import CancelledAs, ReferralCancelled, Start
from dwp_rules.facts.base import Row
from dwp_rules.facts.moments import initial_meeting_held, initial_meeting_missed
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.chapter_16.esf import in_england
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.programmes.jets.window import Window, window
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Duty
from dwp_rules.standards.duties import checklists

__all__ = ["start_findings"]

STARTED = Rule(
    "JETS-START-01",
    "Start",
    SPECIFICATION.paragraphs("2.16"),
    note="The point at which the person agrees, after an initial interview; some days later if they agree later.",
)
agreed = STARTED.met("agreed", "agreed to take part on {on}, after an initial interview")
no_interview = STARTED.not_met("no_interview", "no initial interview took place first, which a start needs")(None)
not_agreed = STARTED.not_met("not_agreed", "interviewed, but has not agreed to take part")(None)

RESULT = Rule(
    "JETS-START-02",
    "Result of the initial appointment",
    (*SPECIFICATION.paragraphs("2.16", "2.5(a)(ii)"), CHAPTER_16["38 CSS5"]),
)
result_start = RESULT.met("start", "attended and agreed: a start")("start")
result_did_not_start = RESULT.not_met("did_not_start", "attended and did not agree: Did Not Start")("did_not_start")
result_did_not_attend = RESULT.not_met("did_not_attend", "did not attend: Did Not Attend")("did_not_attend")
result_not_matching = RESULT.not_met("other_result_recorded", "the result is {result}, but PRaP holds {recorded}")

RETROSPECTIVE = Rule(
    "JETS-START-03",
    "Retrospective start date",
    SPECIFICATION.paragraphs("2.16"),
    note="Duration counts from the start date. An early start date does not cure a late entry (JETS-CSS-06).",
    counts_by=("JETS-CAL-03",),
)
retrospective = RETROSPECTIVE.met(
    "retrospective", "entered on {entered} with the start date {start}; day 182 is {day_182}"
)
same_day = RETROSPECTIVE.met("same_day", "entered on the start date; day 182 is {day_182}")

COHORT = Rule(
    "JETS-PERF-01",
    "Cohort",
    (SPECIFICATION["3.4"], *CHAPTER_16.paragraphs("19", "36")),
    note="By the Start Date, not the day of entry.",
)
cohort = COHORT.met("cohort", "cohort of {cohort}")


INITIAL_MEETING = Rule(
    "JETS-START-05",
    "Contents of the initial meeting",
    SPECIFICATION.paragraphs("2.14", "2.15", "2.18"),
    note="Of 2.15 to 2.18 only what concerns the ESF is for England alone.",
)
ITEMS = ("provision_discussed", "needs_discussed", "preferred_communication")
ESF_ITEMS = ("esf_funding_stated", "esf_leaflet", "esf_form")
EVERYWHERE = Duty(INITIAL_MEETING, "initial_meeting", ITEMS)
IN_ENGLAND = Duty(INITIAL_MEETING, "initial_meeting", (*ITEMS, *ESF_ITEMS))


def start_findings(s: Situation) -> Sequence[Finding]:
    """What the specification says of the initial meeting, its result, and the start and its entry."""
    held, days = s[initial_meeting_held], s[window]
    missed = () if held else initial_meeting_missed(s)
    findings: list[Finding] = []
    if days is not None:
        findings.append(agreed(days.start, on=days.start) if held and held[0] <= days.start else no_interview)
    elif held or missed:
        findings.append(not_agreed if held else no_interview)
    if held or missed:
        findings.append(_result(s, attended=bool(held), started=days is not None))
    if days is not None:
        month = f"{days.start.year}-{days.start.month:02}"
        findings.append(cohort(month, cohort=month))
        findings += [_entry(entered, days) for entered in s.rows(Start)[:1]]
    if held:
        findings.append(_contents(s, held[0] if days is None else days.start))
    return findings


def _result(s: Situation, *, attended: bool, started: bool) -> Finding:
    """Start, Did Not Start or Did Not Attend, and whether PRaP holds another result."""
    if attended and started:
        return result_start
    finding = result_did_not_start if attended else result_did_not_attend
    for cancelled in s.of(ReferralCancelled):
        if cancelled.outcome != finding.value and cancelled.outcome is not CancelledAs.NO_CONTACT:
            return result_not_matching(finding.value, result=finding.value, recorded=cancelled.outcome)
    return finding


def _entry(start: Row, days: Window) -> Finding:
    """Whether the start was entered on PRaP on its day or later."""
    on, entered = start["on"], start["recorded_on"]
    if entered is None:
        return RETROSPECTIVE.unknown("start.recorded_on")
    if entered > on:
        return retrospective(True, entered=entered, start=on, day_182=days.last_day)
    return same_day(False, day_182=days.last_day)


def _contents(s: Situation, on: date) -> Finding:
    """Whether the initial meeting covered what it should; undetermined where the nation decides and is not known."""
    recorded = checklists(s)
    if not recorded:
        return EVERYWHERE.unknown
    english = in_england(s, on)
    if not isinstance(english, Unknown):
        return (IN_ENGLAND if english else EVERYWHERE).judge(s, recorded)
    finding = EVERYWHERE.judge(s, recorded)
    same = finding.verdict is IN_ENGLAND.judge(s, recorded).verdict
    return finding if same else INITIAL_MEETING.unknown(*english.missing)
