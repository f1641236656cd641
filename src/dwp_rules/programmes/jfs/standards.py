"""The six customer service standards of Job Finding Support (7.44, 6.07), each judged of one case."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from dwp_rules.facts import (
    Died,
    Document,
    DocumentIssued,
    DocumentRequested,
    DocumentStep,
    DocumentUpdated,
    Meeting,
    Party,
)
from dwp_rules.facts.moments import referral_sent
from dwp_rules.facts.situation import Days, Situation, Unknown, both_ways
from dwp_rules.programmes.jfs.completion import cv_ready, finalised_plans, is_one_to_one, plan_to_participant
from dwp_rules.programmes.jfs.counting import COUNTED, counted, counting_period, end_of, month_of
from dwp_rules.programmes.jfs.deadlines import initial_meeting_on, plan_requested, plan_to_jobcentre, to_be_seen, within
from dwp_rules.programmes.jfs.durations import TWENTY_WORKING_DAYS
from dwp_rules.programmes.jfs.provision import completed, ended, participant
from dwp_rules.programmes.jfs.referral import accepted_in_time
from dwp_rules.programmes.jfs.referral_moments import contact_by
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.starting_moments import start_day
from dwp_rules.programmes.jfs.support import interactions, plan_updates
from dwp_rules.rules import FactValue, Finding, Rule
from dwp_rules.standards import Judged, Standard

__all__ = ["MEASURED_DEADLINES", "STANDARDS", "reporting_months"]

MEETING = Rule(
    "JFS-CSS-01",
    "CSS 1: initial meeting",
    GUIDANCE.paragraphs("6.07", "7.44 CSS 1"),
    note="Of every accepted referral; those rejected or cancelled as errors are left out.",
    counts_by=(*COUNTED, "JFS-START-01"),
)
met_in_time = MEETING.met("met_in_time", "met on {held}, due by {due}")
not_met_in_time = MEETING.not_met("not_met_in_time", "not met by {due}")
not_yet_met = MEETING.undetermined("to_be_met", "to be met by {due}")

RECORDED = Rule(
    "JFS-CSS-02",
    "CSS 2: outcome recorded",
    GUIDANCE.paragraphs("6.07", "7.44 CSS 2"),
    note="Rejected referrals are left out: they have no meeting. No Contact is an outcome.",
    counts_by=(*COUNTED, "JFS-START-08"),
)
PLAN_UPDATED = Rule(
    "JFS-CSS-03",
    "CSS 3: JFAP updates",
    GUIDANCE.paragraphs("7.44 CSS 3", "8.06"),
    note="Of a participant: met where every 1-2-1 meeting was followed by an update that day.",
)
updated = PLAN_UPDATED.met("updated", "updated at {meetings} of {meetings} 1-2-1 meetings")
not_updated = PLAN_UPDATED.not_met("not_updated", "not updated at the 1-2-1 meetings of: {missing}")

FINALISED = Rule(
    "JFS-CSS-04",
    "CSS 4: CV and JFAP inside 20 working days",
    GUIDANCE.paragraphs("7.44 CSS 4", "8.06"),
    note="Of completers. A CV that was left as it is counts as settled on the day that this was recorded.",
    counts_by=("JFS-CAL-01", "JFS-DUR-02", "JFS-STATE-01"),
)
SHARED = Rule(
    "JFS-CSS-05",
    "CSS 5: JFAP shared",
    GUIDANCE.paragraphs("7.44 CSS 5", "8.06", "5.03"),
    note="Of completers: with the participant by the day of completion, and with Jobcentre Plus within 5 working days "
    "of each request. A case is met when every limb that applies is.",
    counts_by=(*COUNTED, "JFS-JFAP-05", "JFS-STATE-01"),
)
shared = SHARED.met("shared", "shared with the participant, and with Jobcentre Plus where requested")
not_shared = SHARED.not_met(
    "not_shared", "with the participant: {participant_limb}; with Jobcentre Plus: {jobcentre_limb}"
)
not_yet_shared = SHARED.undetermined("jobcentre_not_yet_due", "with Jobcentre Plus not yet due")

SURVEY = Rule(
    "JFS-CSS-06",
    "CSS 6: survey requested",
    GUIDANCE.paragraphs("7.44 CSS 6"),
    note="Of everyone whose provision has ended, early completers too; people who have died cannot be asked.",
    counts_by=("JFS-STATE-01",),
)
asked = SURVEY.met("asked", "asked to complete the survey")(True)
not_asked = SURVEY.not_met("not_asked", "not asked to complete the survey")(False)

MONTH = Rule(
    "JFS-CSS-08",
    "Month a case belongs to",
    GUIDANCE.paragraphs("7.28", "7.45"),
    note="The month of the referral: 7.28 and 7.45 speak of cohorts.",
    counts_by=COUNTED,
)
belongs_to = MONTH.met("reporting_month", "{css}: reported in {reporting_month}")

FIVE, TEN = counted(5), counted(10)
TARGET = Decimal(95)


def cv_and_plan_finalised(s: Situation) -> Days:
    """The day on which both the CV and the JFAP were final."""
    updates = s.of(DocumentUpdated)
    cv = [d.on for d in updates if d.document is Document.CV and d.step is DocumentStep.FINALISED]
    settled = cv or [on for on in (s[cv_ready].on,) if on is not None]
    plan = [d.on for d in s[finalised_plans]]
    return (max(settled[0], plan[0]),) if settled and plan else ()


MEASURED_DEADLINES = (
    within(
        FINALISED,
        TWENTY_WORKING_DAYS,
        "duration_day_one",
        after=start_day,
        done=cv_and_plan_finalised,
        when=completed,
    ),
)


def cohort_day(s: Situation) -> date | Unknown | None:
    """The day by which every standard puts a case into a month: that of the referral; None: each by what was due."""
    if s.reading("css_month") == "due_month":
        return None
    sent = s[referral_sent]
    return sent[0] if sent else Unknown("referral")


def _judged(s: Situation, finding: Finding, due: date | None) -> Judged:
    placed = s[cohort_day]
    return Judged(finding, due if placed is None else None if isinstance(placed, Unknown) else placed)


def meeting_in_time(s: Situation) -> Sequence[Judged]:
    """Whether an accepted referral was met in time (CSS 1)."""
    if not (bool(s[referral_sent]) and s[to_be_seen] and s[accepted_in_time]):
        return ()
    due, held = s[contact_by], s[initial_meeting_on]
    if due is None:
        return (_judged(s, MEETING.unknown("the working days after the referral"), None),)
    if held:
        in_time = held[0] <= due
        finding = (met_in_time if in_time else not_met_in_time).found(in_time, ("held", held[0]), ("due", due))
    elif s.reading("css1_denominator") == "meetings_held":
        return ()
    else:
        finding = not_met_in_time.found(False, ("due", due)) if s.as_of > due else not_yet_met.found(None, ("due", due))
    return (_judged(s, finding, due),)


def plan_kept_up(s: Situation) -> Sequence[Judged]:
    """Whether the JFAP was updated at the 1-2-1 meetings of a participant, together or each by itself (CSS 3)."""
    meetings = [m for m in s[interactions] if is_one_to_one(m)] if s[participant] else []
    if not meetings:
        return ()
    together = [[m] for m in meetings] if s.reading("css3_unit") == "meeting" else [meetings]
    return [_judged(s, _updated(s, some), some[-1].on) for some in together]


def plan_shared(s: Situation) -> Sequence[Judged]:
    """Whether the JFAP of one who completed was shared (CSS 5)."""
    return (_judged(s, _shared(s), s[ended][0]),) if s[completed] else ()


def survey_asked_for(s: Situation) -> Sequence[Judged]:
    """Whether one whose provision ended was asked to complete the survey (CSS 6)."""
    if not s[ended] or not s[participant] or s.of(Died):
        return ()
    requested: bool | Unknown = s[survey_requested]
    if isinstance(requested, Unknown):
        return (_judged(s, SURVEY.unknown(*requested.missing), s[ended][0]),)
    return (_judged(s, asked if requested else not_asked, s[ended][0]),)


def _updated(s: Situation, meetings: Sequence[Meeting]) -> Finding:
    days = s[plan_updates]
    missing = tuple(m.on for m in meetings if m.on not in days)
    if missing:
        return not_updated.found(False, ("missing", missing))
    return updated.found(True, ("meetings", len(meetings)))


def _shared(s: Situation) -> Finding:
    completed_on = s[ended][0]
    with_participant, maybe_with = (
        any(on <= completed_on for on in days) for days in both_ways(s[plan_to_participant])
    )
    sent, maybe_sent = both_ways(s[plan_to_jobcentre])
    limbs = [_sent_in_time(s, on, sent) for on in s[plan_requested]]
    maybe_limbs = [_sent_in_time(s, on, maybe_sent) for on in s[plan_requested]]
    if (maybe_with, maybe_limbs) != (with_participant, limbs) and maybe_with and False not in maybe_limbs:
        return SHARED.unknown("document_issued.to")
    with_jobcentre = None if not limbs or None in limbs else all(limbs)
    facts: dict[str, FactValue] = {"participant_limb": with_participant, "jobcentre_limb": with_jobcentre}
    if not with_participant or False in limbs:
        return not_shared(False, **{**facts, "jobcentre_limb": False if False in limbs else with_jobcentre})
    return not_yet_shared(None, **facts) if None in limbs else shared(True, **facts)


def _sent_in_time(s: Situation, requested: date, sent: Days) -> bool | None:
    """Whether the JFAP went to Jobcentre Plus in time; None while it is not yet due."""
    due = end_of(s, counting_period(s, FIVE), requested)
    if due is None:
        return None
    place = bisect_left(sent, requested)
    if place < len(sent) and sent[place] <= due:
        return True
    return None if s.as_of <= due else False


def survey_requested(s: Situation) -> bool | Unknown:
    """Whether the participant was asked to complete the satisfaction survey."""
    survey = Document.SATISFACTION_SURVEY
    to = {d.to for d in s.of(DocumentIssued) if d.document is survey}
    if Party.PARTICIPANT in to or any(d.document is survey for d in s.of(DocumentRequested)):
        return True
    return Unknown("document_issued.to") if None in to else False


def reporting_months(s: Situation) -> Sequence[Finding]:
    """The months in which CSS 1 and CSS 2 report a case."""
    sent = s[referral_sent]
    if not sent:
        return ()
    dues = {"css1": s[contact_by], "css2": end_of(s, counting_period(s, TEN), sent[0])}
    by_due = s.reading("css_month") == "due_month"
    findings: list[Finding] = []
    for css, due in dues.items():
        day = due if by_due else sent[0]
        if day is None:
            findings.append(MONTH.unknown("the working days after the referral"))
            continue
        month = month_of(day)
        findings.append(belongs_to.found(month, ("css", css), ("reporting_month", month)))
    return findings


STANDARDS = (
    Standard("CSS 1", MEETING, target=TARGET, judged_by=meeting_in_time),
    Standard("CSS 2", RECORDED, ("JFS-START-08",), target=TARGET, placed_by=cohort_day),
    Standard("CSS 3", PLAN_UPDATED, judged_by=plan_kept_up),
    Standard("CSS 4", FINALISED, ("JFS-CSS-04",), placed_by=cohort_day),
    Standard("CSS 5", SHARED, judged_by=plan_shared),
    Standard("CSS 6", SURVEY, judged_by=survey_asked_for),
)
