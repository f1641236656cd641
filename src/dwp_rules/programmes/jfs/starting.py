"""From acceptance to the start of Job Finding Support: attempts, no contact, conditions of a start, its outcome."""

from collections.abc import Sequence
from typing import NamedTuple

from dwp_rules.facts import (
    CancelledAs,
    ErrorStage,
    ErrorStep,
    Meeting,
    MeetingType,
    Referral,
    ReferralCancelled,
    ReferralError,
    Start,
    Withdrawal,
    WithdrawalStage,
)
from dwp_rules.facts.moments import initial_meeting_missed, referral_sent
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.jfs.counting import COUNTED, counted, counting_period, end_of
from dwp_rules.programmes.jfs.referral import accepted_in_time
from dwp_rules.programmes.jfs.referral_moments import (
    ENOUGH_ATTEMPTS,
    attempts_in_doubt,
    attempts_in_window,
    clerical,
    contact_by,
    no_contact_recorded,
    reached_by,
)
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.starting_moments import start_day, start_meeting, withdrew_before_meeting
from dwp_rules.rules import FactValue, Finding, Reason, Rule

__all__ = ["faults", "starting_findings"]

ATTEMPTS = Rule(
    "JFS-CONTACT-02",
    "At least 3 attempts",
    GUIDANCE.paragraphs("3.12"),
    note="Spacing and channel are not prescribed; a successful attempt makes more unnecessary. Attempts after the 8 "
    "working days do not count.",
    counts_by=(*COUNTED, "JFS-CONTACT-01"),
)
enough_attempts = ATTEMPTS.met("enough", "{attempts_in_window} attempts in the 8 working days")
reached = ATTEMPTS.met("reached", "reached after {attempts_in_window} attempts in the 8 working days")
too_few = ATTEMPTS.not_met("too_few", "{attempts_in_window} attempts in the 8 working days so far; {needed} are needed")

NO_CONTACT = Rule(
    "JFS-CONTACT-05",
    "No-contact outcome",
    GUIDANCE.paragraphs("3.15", "3.16", "Annex 2"),
    note="3.27 names a start, Did Not Start and Did Not Attend; Annex 2 adds No Contact, an outcome for the 10 "
    "working days too. It follows the 3 attempts.",
    counts_by=(*COUNTED, "JFS-CONTACT-01"),
)
available = NO_CONTACT.met("available", "not reached by {contact_window_ended}: No Contact is recorded by {record_by}")
not_available = NO_CONTACT.not_met("not_available", "No Contact is not available: {why}")

CONDITIONS = Rule(
    "JFS-START-02",
    "Conditions for a start",
    GUIDANCE.paragraphs("3.07 note", "3.09", "Annex 3 (Start Date)"),
    counts_by=("JFS-CAL-01", "JFS-REF-02", "JFS-REF-03"),
)
can_start = CONDITIONS.met("can_start", "referred, acknowledged and met: can start")(True, can_start=True, blockers=())
cannot_start = CONDITIONS.not_met("cannot_start", "cannot start; wanting: {blockers}")

START_DATE = Rule(
    "JFS-START-03",
    "Start date",
    GUIDANCE.paragraphs("Annex 3 (Start Date)", "1.25"),
    note="The day of the meeting, though the documents be acknowledged later.",
)
started = START_DATE.met("started", "attended the initial meeting on {start_date} and began")
another_day = START_DATE.not_met("another_day_recorded", "began at the meeting on {start_date}; recorded is {recorded}")
not_started = START_DATE.not_met("not_started", "no initial meeting attended at which the provision began")(
    None, start_date=None
)

OUTCOME = Rule(
    "JFS-OUTCOME-01",
    "Decision table for the outcome of a referral",
    GUIDANCE.paragraphs("3.15", "3.30", "3.31", "3.32", "3.33", "3.34", "3.36", "3.37", "Annex 2"),
    note="Eligibility lost after the referral is a change (Did Not Attend), wanting at the referral an error (Did Not "
    "Start). Of several that hold: error, withdrawal, no contact, non-attendance, not started.",
    counts_by=("JFS-CONTACT-01",),
)
decided = OUTCOME.met("decided", "{ground}: {action}, {outcome}")
other_recorded = OUTCOME.not_met("other_outcome_recorded", "{ground}: {action}, {outcome}; recorded is {recorded}")

DID_NOT_START = Rule(
    "JFS-OUTCOME-02",
    "When Did Not Start may be entered",
    GUIDANCE.paragraphs("3.31", "3.32", "3.38"),
    note="3.31 says 'only' for attenders; 3.32 and 3.38, for errors, are exceptions.",
)
dns_for_attender = DID_NOT_START.met("attended_not_started", "attended the initial meeting and did not start")
dns_for_error = DID_NOT_START.met("error", "an error was found")
no_dns = DID_NOT_START.not_met("not_allowed", "neither attended without starting, nor an error")

DID_NOT_ATTEND = Rule("JFS-OUTCOME-03", "When Did Not Attend may be entered", GUIDANCE.paragraphs("3.33", "3.34"))
dna_allowed = DID_NOT_ATTEND.met("did_not_attend", "missed the initial meeting, or would not attend it")
no_dna = DID_NOT_ATTEND.not_met("not_allowed", "attended the initial meeting, or an error was found")

TEN_WORKING_DAYS = counted(10)
CANCEL, REJECT, RECORD, REPORT = "cancel", "reject", "record_start", "prap14_then_cancel"


class Result(NamedTuple):
    """What a referral comes to: the ground, the action on PRaP and the outcome."""

    ground: str
    action: str
    outcome: str | None


def starting_findings(s: Situation) -> Sequence[Finding]:
    """What is said from the acceptance to the start."""
    findings: list[Finding] = []
    if bool(s[referral_sent]) and s[accepted_in_time]:
        findings += (_attempts(s), *_no_contact(s))
    if bool(s[initial_meetings]) or bool(s.of(Start)):
        findings += (_conditions(s), _start_date(s))
    findings += _outcome(s)
    return findings


def initial_meetings(s: Situation) -> tuple[Meeting, ...]:
    """The initial meetings, held or missed."""
    return tuple(m for m in s.of(Meeting) if m.type is MeetingType.INITIAL)


def reached_in_window(s: Situation) -> bool:
    """Whether the person was reached in the 8 working days."""
    last = s[contact_by]
    return last is not None and any(on <= last for on in s[reached_by])


def _attempts(s: Situation) -> Finding:
    attempts = s[attempts_in_window]
    if s[attempts_in_doubt] and not s[reached_in_window]:
        return ATTEMPTS.unknown("contact.by")
    reason = reached if s[reached_in_window] else enough_attempts if attempts >= ENOUGH_ATTEMPTS else too_few
    sufficient = reason is not too_few
    return reason.found(
        attempts, ("attempts_in_window", attempts), ("sufficient", sufficient), ("needed", ENOUGH_ATTEMPTS)
    )


def _no_contact(s: Situation) -> Sequence[Finding]:
    last = s[contact_by]
    record_by = end_of(s, counting_period(s, TEN_WORKING_DAYS), s[referral_sent][0])
    if last is None or record_by is None:
        return (NO_CONTACT.unknown("the working days after the referral"),)
    facts: dict[str, FactValue] = {"contact_window_ended": last, "record_by": record_by}
    if s[attempts_in_doubt] and not s[reached_in_window] and s.as_of > last:
        return (NO_CONTACT.unknown("contact.by"),)
    why = _why_not(s)
    if why is None and s.as_of > last:
        return (available(True, **facts, no_contact_available=True),)
    return (not_available(False, **facts, no_contact_available=False, why=why or "the 8 working days are not over"),)


def _why_not(s: Situation) -> str | None:
    if s[reached_in_window]:
        return "the person was reached"
    if s[attempts_in_window] < ENOUGH_ATTEMPTS:
        return "fewer than 3 attempts were made in the 8 working days"
    return None


def _conditions(s: Situation) -> Finding:
    attended = any(m.attended for m in s[initial_meetings]) or bool(s.of(Start))
    blockers: list[str] = []
    if s[clerical]:
        complete = any(r.clerical_complete for r in s.of(Referral))
        blockers += [] if complete else ["clerical_process"]
    elif not s[referral_sent]:
        blockers.append("referral")
    elif not s[accepted_in_time]:
        blockers.append("not_acknowledged")
    blockers += [] if attended else ["initial_meeting"]
    return cannot_start.found(False, ("can_start", False), ("blockers", tuple(blockers))) if blockers else can_start


def _start_date(s: Situation) -> Finding:
    start, meeting = s[start_day], s[start_meeting]
    if not start:
        return not_started
    if meeting is not None and meeting.on != start[0]:
        return another_day.found(meeting.on, ("start_date", meeting.on), ("recorded", start[0]))
    return started.found(start[0], ("start_date", start[0]))


def faults(s: Situation) -> tuple[ReferralError, ...]:
    """Faults found in the referral, or reported to POST."""
    return tuple(e for e in s.of(ReferralError) if e.step is not ErrorStep.POST_CONFIRMED)


def _fault(s: Situation) -> Result | None:
    """What a fault leads to, by the stage at which it was found."""
    if any(r.duplicate or r.inappropriate for r in s.of(Referral)) and not s[faults]:
        return Result("error on receipt", REJECT, None)
    for fault in s[faults]:
        start = s[start_day]
        after = fault.step is ErrorStep.REPORTED_TO_POST or fault.stage is ErrorStage.AFTER_START
        if after or (fault.stage is None and start and fault.on >= start[0]):
            return Result("error after the start", REPORT, DNS)
        if fault.stage is ErrorStage.ON_RECEIPT:
            return Result("error on receipt", REJECT, None)
        return Result("error before the start", CANCEL, DNS)
    return None


DNA, DNS, NONE_REACHED = (
    CancelledAs.DID_NOT_ATTEND.value,
    CancelledAs.DID_NOT_START.value,
    CancelledAs.NO_CONTACT.value,
)
WITHDREW = Result("withdrew before the meeting", CANCEL, DNA)
UNREACHED = Result("no contact", CANCEL, NONE_REACHED)
STARTED = Result("attended and started", RECORD, "start")
ATTENDED = Result("attended, not started", CANCEL, DNS)
MISSED = Result("missed the meeting", CANCEL, DNA)


def result(s: Situation) -> Result | Unknown | None:
    """What the referral comes to; unknown where attempts of untold origin decide."""
    fault = _fault(s)
    if fault is not None:
        return fault
    last = s[contact_by]
    over = s[accepted_in_time] and not s[reached_by] and last is not None and s.as_of > last
    outcome = _by_ground(s, unreached=over and s[attempts_in_window] >= ENOUGH_ATTEMPTS)
    in_doubt = over and s[attempts_in_doubt] and outcome is not _by_ground(s, unreached=True)
    return Unknown("contact.by") if in_doubt else outcome


def _by_ground(s: Situation, *, unreached: bool) -> Result | None:
    """The outcome by the first of the grounds that holds."""
    grounds = (
        (bool(s[withdrew_before_meeting]), WITHDREW),
        (bool(s[no_contact_recorded]) or unreached, UNREACHED),
        (bool(s[start_day]), STARTED),
        (any(m.attended for m in s[initial_meetings]), ATTENDED),
        (bool(s[initial_meeting_missed]), MISSED),
    )
    return next((outcome for holds, outcome in grounds if holds), None)


def _outcome(s: Situation) -> Sequence[Finding]:
    findings: list[Finding] = []
    outcome = s[result]
    if isinstance(outcome, Unknown):
        findings.append(OUTCOME.unknown(*outcome.missing))
    elif outcome is not None:
        facts: dict[str, FactValue] = outcome._asdict()
        other = [str(c.outcome) for c in s.of(ReferralCancelled) if c.outcome != outcome.outcome]
        if other:
            findings.append(other_recorded(outcome.outcome, **facts, recorded=other[0]))
        else:
            findings.append(decided(outcome.outcome, **facts))
    if any((s[initial_meetings], s[faults], s.of(ReferralCancelled), _withdrew(s))):
        findings += _what_may_be_entered(s)
    return findings


def _withdrew(s: Situation) -> bool:
    return any(w.stage is WithdrawalStage.BEFORE_MEETING for w in s.of(Withdrawal))


def _what_may_be_entered(s: Situation) -> Sequence[Finding]:
    attended = any(m.attended for m in s[initial_meetings])
    error = any(fault.stage is not ErrorStage.ON_RECEIPT for fault in s[faults])
    dns: Reason = dns_for_error if error else dns_for_attender if attended and not s[start_day] else no_dns
    may_dns = dns is not no_dns
    absent = bool(s[initial_meeting_missed] or s[withdrew_before_meeting])
    may_dna = absent and not attended and not error
    return (
        dns.found(may_dns, ("dns_allowed", may_dns)),
        (dna_allowed if may_dna else no_dna).found(may_dna, ("dna_allowed", may_dna)),
    )
