"""The referral and the start in IPES (2.9 to 2.25): route, order of events, contact, results and the Start Date."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from dwp_rules.facts import (
    CancelledAs,
    Channel,
    Contact,
    ContactResult,
    ErrorStage,
    ErrorStep,
    Meeting,
    MeetingType,
    Party,
    PreReferralStep,
    Referral,
    ReferralCancelled,
    ReferralError,
    ReferralRoute,
    ReferralStep,
)
from dwp_rules.facts.base import Row
from dwp_rules.facts.situation import Days, Situation
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.work import start_day
from dwp_rules.rules import Finding, Rule

__all__ = [
    "contacts_made",
    "days_met",
    "in_person",
    "initial_meetings",
    "initial_meetings_held",
    "meetings",
    "meetings_held",
    "referral_findings",
    "start_findings",
    "steps_taken",
]

ROUTE = Rule(
    "IPES-ELIG-11",
    "Only the Jobcentre decides eligibility and suitability",
    SPEC.paragraphs("2.9", "2.10", "2.11", "2.12"),
    note="Someone identified by an unapproved body whom a work coach then sees is identified by the work coach.",
)
valid_route = ROUTE.met("valid_route", "referred by the Jobcentre")(True)
not_referred_by_jobcentre = ROUTE.not_met("not_by_the_jobcentre", "the Jobcentre alone makes the referral")(False)
not_approved = ROUTE.not_met("not_approved", "identified by an organisation that DWP has not approved")(False)

ORDER = Rule(
    "IPES-REF-01",
    "Order of events before a referral exists",
    SPEC.paragraphs("2.12", "2.13", "2.14", "2.16"),
)
in_order = ORDER.met("in_order", "interview, handover and agreement came before the referral of {referred}")
out_of_order = ORDER.not_met("out_of_order", "referred on {referred}, out of order with: {steps}")

ACTION = Rule("IPES-REF-05", "Duplicate or inappropriate referrals must be rejected", SPEC.paragraphs("2.16"))
to_accept = ACTION.met("to_be_accepted", "neither a duplicate nor inappropriate")("accept")
neither_flag_known = ACTION.unknown("referral.duplicate", "referral.inappropriate")
to_reject = ACTION.not_met("to_be_rejected", "to be rejected, which counts as acknowledging")("reject")

MAY_START = Rule("IPES-REF-06", "No start without a system referral", SPEC.paragraphs("2.17"))
by_system = MAY_START.met("system_referral", "a referral was received in DWP's systems")(True)
by_clerk = MAY_START.met("clerical_process", "a Special Customer Record; the clerical process is complete")(True)
no_referral = MAY_START.not_met("no_system_referral", "no referral was received in DWP's systems")(False)
clerical_incomplete = MAY_START.not_met(
    "clerical_process_incomplete", "a Special Customer Record; the clerical process is not complete"
)(False)

IN_TOUCH = Rule(
    "IPES-REF-08",
    "Keep in touch between handover and first meeting",
    SPEC.paragraphs("2.19"),
    note="No frequency is given: at least one contact strictly between the two days; how many is for judgement.",
)
kept_in_touch = IN_TOUCH.met("kept_in_touch", "{contacts} contacts in the {gap_days} days from handover to meeting")
out_of_touch = IN_TOUCH.not_met("no_contact", "no contact in the {gap_days} days from handover to meeting")

START_DATE = Rule(
    "IPES-START-02",
    "Start Date is the day of the initial meeting attended",
    SPEC.paragraphs("2.19", "2.23", "Annex 5 (Start Date)"),
    note="It may be keyed later. It is day 1 of every count of calendar days.",
)
started_at_meeting = START_DATE.met("started", "attended and started on {on}")
start_by_record = START_DATE.met("start_on_record", "started on {on}, as recorded; no initial meeting is told")
differs = START_DATE.not_met("differs_from_meeting", "recorded as {on}, but the initial meeting was on {held}")
no_start = START_DATE.not_met("no_start", "no start: {why}")

FACE_TO_FACE = Rule(
    "IPES-START-03",
    "Face to face means everyone in person",
    SPEC.paragraphs("2.15", "2.21", "Annex 5 (Face to Face)"),
)
face_to_face = FACE_TO_FACE.met("face_to_face", "everyone attended the meeting of {on} in person")
not_face_to_face = FACE_TO_FACE.not_met("not_face_to_face", "the meeting of {on} was held by: {channels}")

RESULT = Rule(
    "IPES-START-07",
    "Start, Did Not Start or Did Not Attend",
    SPEC.paragraphs("2.24", "2.25", "Annex 5"),
    note="An error found after acceptance and before the meeting is a Did Not Start (2.24), although Annex 5 wants "
    "attendance. Starting work stands under both: attendance tells.",
)
result_start = RESULT.met("start", "attended and started")("start")
result_did_not_start = RESULT.met("did_not_start", "attended, but did not start")("did_not_start")
result_error = RESULT.met("error_before_meeting", "an error was found before the meeting")("did_not_start")
result_did_not_attend = RESULT.met("did_not_attend", "did not attend")("did_not_attend")

CANCELLATION = Rule("IPES-START-08", "Referral cancelled with the matching reason", SPEC.paragraphs("2.24", "2.25"))
stays_open = CANCELLATION.met("stays_open", "a start leaves the referral open")(None)
cancelled = CANCELLATION.met("cancelled", "cancelled as {reason}")
to_cancel = CANCELLATION.not_met("to_be_cancelled", "to be cancelled as {reason}")
cancelled_otherwise = CANCELLATION.not_met("cancelled_otherwise", "cancelled as {recorded}; it should be {reason}")

COHORT = Rule("IPES-PERF-01", "A cohort is the starts in a calendar month", SPEC.paragraphs("4.6"))
cohort = COHORT.met("cohort", "belongs to the cohort of {month}, whenever an outcome comes")

JOBCENTRE = frozenset({Party.JOBCENTRE, Party.WORK_COACH, Party.DWP})
INITIAL, MADE = MeetingType.INITIAL, ContactResult.MADE
INTRODUCTION, IN_PERSON = MeetingType.KEY_WORKER_INTRODUCTION, Channel.IN_PERSON
CONFERENCES = (MeetingType.CASE_CONFERENCE, MeetingType.WARM_HANDBACK)
WARM_HANDOVER, AGREED = ReferralStep.WARM_HANDOVER, ReferralStep.AGREED_TO_START
INTERVIEW, ASSESSMENT = ReferralStep.JOBCENTRE_INTERVIEW, ReferralStep.WORK_COACH_ASSESSMENT


def steps_taken(s: Situation) -> Mapping[ReferralStep | None, Sequence[PreReferralStep]]:
    """The steps on the way to the referral, by their kind."""
    taken: dict[ReferralStep | None, list[PreReferralStep]] = {}
    for step, told in zip(s.of(PreReferralStep), s.rows(PreReferralStep), strict=True):
        taken.setdefault(told["step"], []).append(step)
    return taken


class Meetings(NamedTuple):
    """The meetings of a case by what many rules ask of them, gathered in one pass."""

    initial: list[Meeting]
    initial_held: list[Meeting]
    days_initial_held: list[date]
    held: list[Meeting]
    days_held: list[date]
    conferences: list[Meeting]
    introductions: list[Meeting]
    not_held: list[date]
    later_in_person: list[date]
    """Days of the meetings after the initial one that everyone attended in person."""
    later_unknown: list[date]
    """Days of those of which it is not known how they were held."""


def meetings(s: Situation) -> Meetings:
    """The meetings, initial ones and conferences apart, attended or not."""
    known = Meetings([], [], [], [], [], [], [], [], [], [])
    initial, initial_held, days_initial, held, days, conferences, introductions, not_held, in_person_on, unknown = known
    for meeting, told in zip(s.of(Meeting), s.rows(Meeting), strict=True):
        kind, on = told["type"], told["on"]
        if kind is INITIAL:
            initial.append(meeting)
        if not told["attended"]:
            not_held.append(on)
            continue
        held.append(meeting)
        days.append(on)
        if kind is INITIAL:
            initial_held.append(meeting)
            days_initial.append(on)
            continue
        if kind in CONFERENCES:
            conferences.append(meeting)
        elif kind is INTRODUCTION:
            introductions.append(meeting)
        channels = told["channels"]
        if not channels:
            unknown.append(on)
        elif channels.count(IN_PERSON) == len(channels):
            in_person_on.append(on)
    return known


def initial_meetings(s: Situation) -> Sequence[Meeting]:
    """Initial meetings, attended or not."""
    return s[meetings].initial


def contacts_made(s: Situation) -> Sequence[Contact]:
    """Contacts that reached the person, or came from them."""
    contacts = zip(s.of(Contact), s.rows(Contact), strict=True)
    return [contact for contact, told in contacts if told["result"] is MADE]


def initial_meetings_held(s: Situation) -> Sequence[Meeting]:
    """Initial meetings that were attended."""
    return s[meetings].initial_held


def meetings_held(s: Situation) -> Sequence[Meeting]:
    """Meetings that were attended."""
    return s[meetings].held


def days_met(s: Situation) -> Days:
    """Days of the meetings that were attended."""
    return s[meetings].days_held


def in_person(meeting: Meeting) -> bool | None:
    """Whether a meeting was face to face: everyone attended in person; None where it is not known."""
    channels = meeting.channels
    if not channels:
        return None
    return channels.count(IN_PERSON) == len(channels)


def referral_findings(s: Situation) -> Sequence[Finding]:
    """What 2.9 to 2.19 say of the referral."""
    referrals, route = s.of(Referral), _route(s)
    findings = [] if route is None else [route]
    if referrals:
        findings += (_order(s, referrals[0].on), _action(s.rows(Referral)[0]))
    if referrals or bool(s[start_day]) or s.participant.special_customer_record:
        findings.append(_may_start(s))
    return findings + _in_touch(s)


def _route(s: Situation) -> Finding | None:
    identified = s[steps_taken].get(ReferralStep.IDENTIFIED, ())
    referrals = s.of(Referral)
    if referrals:
        told = s.rows(Referral)[0]
        by, route = told["referred_by"], told["route"]
        wrong_route = route is not None and route is not ReferralRoute.JOBCENTRE
        if (by is not None and by not in JOBCENTRE) or (by is None and wrong_route):
            return not_referred_by_jobcentre
    if not identified:
        return valid_route if referrals else None
    signposted = [step.approved for step in identified if step.by is Party.SIGNPOSTING_ORGANISATION]
    if len(signposted) == len(identified) and True not in signposted:
        return ROUTE.unknown("pre_referral_step.approved") if None in signposted else not_approved
    return valid_route


def _order(s: Situation, referred: date) -> Finding:
    """Interview, handover, agreement and then the referral; a step that is not recorded is not known."""
    taken = s[steps_taken].get
    found = (
        ("interview", taken(INTERVIEW) or taken(ASSESSMENT)),
        ("warm handover", taken(WARM_HANDOVER)),
        ("agreement", taken(AGREED)),
    )
    late: list[str] = []
    wanting: list[str] = []
    earliest = date.min
    for name, steps in found:
        if steps:
            on = steps[0].on
            if not earliest <= on <= referred:
                late.append(name)
            earliest = max(earliest, on)
        else:
            wanting.append(f"pre_referral_step ({name})")
    if late:
        return out_of_order.found(False, ("referred", referred), ("steps", tuple(late)))
    return ORDER.unknown(*wanting) if wanting else in_order.found(True, ("referred", referred))


def _action(referral: Row) -> Finding:
    duplicate, inappropriate = referral["duplicate"], referral["inappropriate"]
    if duplicate or inappropriate:
        return to_reject
    if duplicate is not None and inappropriate is not None:
        return to_accept
    if duplicate is not None:
        return ACTION.unknown("referral.inappropriate")
    if inappropriate is not None:
        return ACTION.unknown("referral.duplicate")
    return neither_flag_known


def _may_start(s: Situation) -> Finding:
    referrals = s.of(Referral)
    if not s.participant.special_customer_record:
        if not referrals:
            return no_referral
        told = s.rows(Referral)[0]
        by_clerk_alone = told["clerical_complete"] is not None and told["received_on"] is None
        return no_referral if by_clerk_alone else by_system
    complete = [r.clerical_complete for r in referrals]
    if True in complete:
        return by_clerk
    return clerical_incomplete if complete and None not in complete else MAY_START.unknown("referral.clerical_complete")


def _in_touch(s: Situation) -> list[Finding]:
    handed_over, met = s[steps_taken].get(WARM_HANDOVER), s[meetings].days_initial_held
    if not handed_over or not met:
        return []
    first, last = handed_over[0].on, met[0]
    if last <= first:
        return []
    gap_days = (last - first).days
    contacts = [c for c in s[contacts_made] if first < c.on < last]
    if not contacts:
        return [out_of_touch.found(0, ("gap_days", gap_days))]
    return [kept_in_touch.found(len(contacts), ("contacts", len(contacts)), ("gap_days", gap_days))]


def start_findings(s: Situation) -> Sequence[Finding]:
    """What 2.15 to 2.25 say of the initial meeting and of its result."""
    findings = _start_date(s)
    for meeting in s[initial_meetings_held]:
        findings.append(_face_to_face(meeting))
    findings += _result(s)
    for start in s[start_day]:
        month = start.isoformat()[: len("yyyy-mm")]
        findings.append(cohort.found(month, ("month", month)))
    return findings


def _start_date(s: Situation) -> list[Finding]:
    started, known = s[start_day], s[meetings]
    attended = known.days_initial_held
    if started:
        on = started[0]
        if on in attended:
            return [started_at_meeting.found(on, ("on", on))]
        return [
            differs.found(on, ("on", on), ("held", attended[-1])) if attended else start_by_record.found(on, ("on", on))
        ]
    if not known.initial and not s.of(ReferralCancelled):
        return []
    return [no_start.found(None, ("why", "attended, but did not start" if attended else "did not attend"))]


def _face_to_face(meeting: Meeting) -> Finding:
    whether = in_person(meeting)
    if whether is None:
        return FACE_TO_FACE.unknown("meeting.channels")
    if whether:
        return face_to_face.found(True, ("on", meeting.on))
    return not_face_to_face.found(False, ("on", meeting.on), ("channels", tuple(meeting.channels or ())))


def _result(s: Situation) -> list[Finding]:
    result = _found_result(s)
    if result is None:
        return []
    if result is result_start:
        return [result, stays_open]
    recorded = [c.outcome for c in s.of(ReferralCancelled) if c.outcome is not CancelledAs.NO_CONTACT]
    reason = str(result.value)
    if not recorded:
        return [result, to_cancel.found(reason, ("reason", reason))]
    as_found = recorded[0] == reason
    return [
        result,
        (cancelled if as_found else cancelled_otherwise).found(reason, ("reason", reason), ("recorded", recorded[0])),
    ]


def _found_result(s: Situation) -> Finding | None:
    """The result that the meeting calls for; without a meeting, that of an error or of a cancellation."""
    if s[start_day]:
        return result_start
    if s[initial_meetings_held]:
        return result_did_not_start
    if any(e.step in {None, ErrorStep.FOUND} and e.stage is ErrorStage.BEFORE_MEETING for e in s.of(ReferralError)):
        return result_error
    known = bool(s[initial_meetings]) or bool(s.of(ReferralCancelled))
    return result_did_not_attend if known else None
