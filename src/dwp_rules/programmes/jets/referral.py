"""The referral and the start in WHP JETS (specification 2.9 to 2.28): routes, validity, results, cohorts."""

from collections.abc import Sequence

from dwp_rules.calendar import date_of_day, months
from dwp_rules.calendar.periods import DayOne
from dwp_rules.facts import (
    Basis,
    CancelledAs,
    Escalation,
    EscalationMatter,
    EscalationStep,
    Meeting,
    MeetingType,
    Notification,
    NotificationTopic,
    PreReferralStep,
    Referral,
    ReferralCancelled,
    ReferralRoute,
    ReferralStep,
    Start,
)
from dwp_rules.facts.moments import initial_meeting_held, start_days
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jets.eligibility import ELIGIBILITY
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Finding, Rule, Verdict

__all__ = ["referral_findings", "start_findings"]

WINDOW = Rule(
    "JETS-CONTRACT-02",
    "Referral in the 12 months of referrals",
    SPECIFICATION.paragraphs("1.11", "1.24"),
    note="The Service Start Date is day one, so the last day is the day before its anniversary. A contract may set "
    "another last day.",
)
in_window = WINDOW.met("in_window", "referred on {referred}, between {first} and {last}")
outside_window = WINDOW.not_met("outside_window", "referred on {referred}; referrals run from {first} to {last}")

ROUTE = Rule("JETS-REF-01", "Permitted referral route", SPECIFICATION.paragraphs("2.9", "2.10", "2.22"))
by_jobcentre = ROUTE.met("by_jobcentre", "referred by a DWP work coach")(True)
self_referral_open = ROUTE.met("self_referral_open", "self-referral, which DWP had switched on")(True)
self_referral_closed = ROUTE.not_met("self_referral_closed", "self-referral, which DWP had not switched on that day")(
    False
)
cannot_refer = ROUTE.not_met("cannot_refer", "a signposting organisation identifies people but cannot refer them")(
    False
)

VALID = Rule(
    "JETS-REF-06",
    "Self-referral of an ineligible person is invalid",
    SPECIFICATION.paragraphs("2.26", "2.23"),
    note="Said only of people whose details the Provider supplied; a Jobcentre referral is left for DWP to look at.",
)
valid = VALID.met("valid", "eligible on {referred}, so the referral is valid")
invalid = VALID.not_met("invalid", "not eligible on {referred}, so the self-referral is no valid referral")
left_to_dwp = VALID.discretionary("left_to_dwp", "not eligible on {referred}, but referred by DWP: DWP looks at it")

CAP = Rule(
    "JETS-REF-07",
    "Monthly self-referral cap",
    SPECIFICATION.paragraphs("2.27"),
    note="For each Provider and Contract Package Area. A month for which DWP gave no cap is unknown, not unlimited.",
)
within_cap = CAP.met("within_cap", "{submitted} submitted in {month}, {remaining} left of {cap}")
over_cap = CAP.not_met("over_cap", "{submitted} submitted in {month}, over the cap of {cap}")

AREA = Rule("JETS-REF-09", "Self-referred person lives in the contract's area", SPECIFICATION.paragraphs("2.25"))
lives_in_area = AREA.met("lives_in_area", "lives in {home}, the contract's area")
lives_outside_area = AREA.not_met("lives_outside_area", "lives in {home}; the contract's area is {area}")

SANCTION = Rule("JETS-MAND-03", "Sanction decision", SPECIFICATION.paragraphs("2.28"))
with_decision_maker = SANCTION.met(
    "with_decision_maker", "referred: the Labour Market and Decision Making Team decides on a sanction"
)("with_decision_maker")
closed_no_referral = SANCTION.met("closed_no_referral", "DWP decided not to refer; no sanction is considered")(
    "closed_no_referral"
)
sanction_decided = SANCTION.met("decided", "the Labour Market and Decision Making Team has decided")("decided")
notified = SANCTION.discretionary("notified", "DWP was told and decides whether to refer; the Provider never decides")(
    "notified"
)
not_notified = SANCTION.not_met("not_notified", "failed to attend on {on} while mandated; DWP has not been told")

STARTED = Rule(
    "JETS-START-01",
    "Start",
    SPECIFICATION.paragraphs("2.16"),
    note="The point at which the person agrees, after an initial interview; some days later if they agree later.",
)
agreed = STARTED.met("agreed", "agreed to take part on {on}, after an initial interview")
no_interview = STARTED.not_met("no_interview", "no initial interview took place, which a start needs")(None)
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


def referral_findings(s: Situation) -> Sequence[Finding]:
    """What the specification says of the referral: window, route, validity, cap, area."""
    findings: list[Finding] = []
    referrals = s.of(Referral)
    if referrals:
        referral = referrals[0]
        findings += (_window(s, referral), _route(s, referral), _validity(s, referral))
        if referral.route is ReferralRoute.SELF_REFERRAL:
            findings.append(_area(s, referral))
    findings += _cap(s)
    return findings


def _window(s: Situation, referral: Referral) -> Finding:
    contract = s.case.contract
    if contract is None or contract.service_start_on is None:
        return WINDOW.unknown("contract.service_start_on")
    first = contract.service_start_on
    last = contract.referral_ends_on or months(s.count("referral_months"), DayOne.SAME).after(first, s.calendar)
    reason = in_window if first <= referral.on <= last else outside_window
    return reason(last, referred=referral.on, first=first, last=last)


def _route(s: Situation, referral: Referral) -> Finding:
    if referral.route is None:
        return ROUTE.unknown("referral.route")
    if referral.route is ReferralRoute.JOBCENTRE:
        return by_jobcentre
    if referral.route is ReferralRoute.SIGNPOSTING_ORGANISATION:
        return cannot_refer
    contract = s.case.contract
    open_on = spells_on(contract.self_referral_open if contract else None, referral.on)
    if open_on is None:
        return ROUTE.unknown("contract.self_referral_open")
    return self_referral_open if open_on else self_referral_closed


def _validity(s: Situation, referral: Referral) -> Finding:
    decision = s.decided(ELIGIBILITY, referral.on)
    verdict = decision.verdict
    if verdict is Verdict.MET:
        return valid(True, referred=referral.on)
    if verdict is Verdict.UNDETERMINED:
        return VALID.unknown(*decision.missing)
    if referral.route is ReferralRoute.SELF_REFERRAL:
        return invalid(False, referred=referral.on)
    return left_to_dwp(None, referred=referral.on)


def _area(s: Situation, referral: Referral) -> Finding:
    contract = s.case.contract
    homes = spells_on(s.participant.residence, referral.on)
    if contract is None or contract.cpa is None:
        return AREA.unknown("contract.cpa")
    if not homes or homes[0].cpa is None:
        return AREA.unknown("residence.cpa")
    reason = lives_in_area if homes[0].cpa == contract.cpa else lives_outside_area
    return reason(homes[0].cpa, home=homes[0].cpa, area=contract.cpa)


def _cap(s: Situation) -> list[Finding]:
    contract = s.case.contract
    if contract is None and not s.of(PreReferralStep):
        return []
    told = (contract.self_referral_cap if contract else None) or ()
    caps = {monthly.month: monthly.cap for monthly in told}
    submitted: dict[str, int] = {month: 0 for month in caps}
    for step in s.of(PreReferralStep):
        if step.step is ReferralStep.DETAILS_SUBMITTED:
            month = f"{step.on.year}-{step.on.month:02}"
            submitted[month] = submitted.get(month, 0) + 1
    findings: list[Finding] = []
    for month, number in sorted(submitted.items()):
        cap = caps.get(month)
        if cap is None:
            findings.append(CAP.unknown(f"contract.self_referral_cap[{month}]"))
            continue
        reason = within_cap if number <= cap else over_cap
        findings.append(reason(cap - number, submitted=number, month=month, remaining=cap - number, cap=cap))
    return findings


def start_findings(s: Situation) -> Sequence[Finding]:
    """What the specification says of the initial appointment, the start and its entry, and of mandation."""
    findings: list[Finding] = [*_start(s), *_result(s), *_sanction(s)]
    started = s[start_days]
    if started:
        month = f"{started[0].year}-{started[0].month:02}"
        findings.append(cohort(month, cohort=month))
        findings += _entry(s)
    return findings


def _start(s: Situation) -> list[Finding]:
    started, met = s[start_days], s[initial_meeting_held]
    if started and met and met[0] <= started[0]:
        return [agreed(started[0], on=started[0])]
    if met:
        return [not_agreed]
    missed_or_started = started or any(m.type is MeetingType.INITIAL for m in s.of(Meeting))
    return [no_interview] if missed_or_started else []


def _result(s: Situation) -> list[Finding]:
    initial = [m for m in s.of(Meeting) if m.type is MeetingType.INITIAL]
    if not initial:
        return []
    if not any(m.attended for m in initial):
        return [_as_recorded(s, result_did_not_attend)]
    if s[start_days]:
        return [result_start]
    return [_as_recorded(s, result_did_not_start)]


def _as_recorded(s: Situation, finding: Finding) -> Finding:
    """The result that the appointment calls for, unless PRaP holds another."""
    for cancelled in s.of(ReferralCancelled):
        if cancelled.outcome != finding.value and cancelled.outcome is not CancelledAs.NO_CONTACT:
            return result_not_matching(finding.value, result=finding.value, recorded=cancelled.outcome)
    return finding


def _entry(s: Situation) -> list[Finding]:
    starts = s.of(Start)
    if not starts:
        return []
    start, entered = starts[0].on, starts[0].recorded_on
    day_182 = date_of_day(start, s.count("provision_days"))
    if entered is None:
        return [RETROSPECTIVE.unknown("start.recorded_on")]
    if entered > start:
        return [retrospective(True, entered=entered, start=start, day_182=day_182)]
    return [same_day(False, day_182=day_182)]


def _sanction(s: Situation) -> list[Finding]:
    """How far a mandated participant's failure to attend has come (2.28)."""
    if not s.of(Escalation) and not s.of(Notification) and not s.participant.participation_basis:
        return []
    steps = {e.step for e in s.of(Escalation) if e.matter is EscalationMatter.COMPLIANCE_DOUBT}
    if EscalationStep.DECIDED in steps:
        return [sanction_decided]
    if EscalationStep.REFERRED in steps:
        return [with_decision_maker]
    if EscalationStep.NOT_REFERRED in steps:
        return [closed_no_referral]
    told = any(n.topic is NotificationTopic.FAILURE_TO_ATTEND for n in s.of(Notification))
    if told or EscalationStep.RAISED in steps:
        return [notified]
    missed = [m.on for m in s.of(Meeting) if not m.attended and _mandated_on(s, m)]
    return [not_notified(None, on=missed[-1])] if missed else []


def _mandated_on(s: Situation, meeting: Meeting) -> bool:
    spells = spells_on(s.participant.participation_basis, meeting.on) or ()
    return any(spell.basis is Basis.MANDATED for spell in spells)
