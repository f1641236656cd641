"""The referral to Job Finding Support: who refers whom, acknowledgement and its lapse, the 30 days (chapter 3)."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import DayOne, months
from dwp_rules.facts import Party, PreReferralStep, Referral, ReferralRoute, ReferralStep, Start
from dwp_rules.facts.moments import acknowledged, referral_received, referral_sent
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jfs.counting import month_of
from dwp_rules.programmes.jfs.referral_moments import (
    accepted,
    acknowledge_by,
    clerical,
    rejected,
)
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.thirty_days import thirty_days
from dwp_rules.rules import FactValue, Finding, Rule

__all__ = ["accepted_in_time", "agreed_to_start", "by_jobcentre", "confirmed", "referral_findings"]

WINDOW = Rule(
    "JFS-CONTRACT-03",
    "Period in which referrals may be made",
    GUIDANCE.paragraphs("1.24"),
    note="A year that starts on a day ends the day before its anniversary; the start is set by the terms of the "
    "contract. It may be extended by up to one more year.",
)
in_window = WINDOW.met("in_window", "referred on {referred}; referrals run to {last_referral_date}")
outside_window = WINDOW.not_met(
    "outside_window", "referred on {referred}; referrals run from {first} to {last_referral_date}"
)
extended_too_far = WINDOW.not_met("extension_over_12_months", "extended by {extension} months; {longest} is the most")
LONGEST_EXTENSION = 12
"""Months by which referrals may be extended: up to 1 year (1.24)."""

VALID = Rule(
    "JFS-REF-01",
    "Valid referral",
    GUIDANCE.paragraphs("2.01", "3.03", "3.06"),
    note="By Jobcentre Plus alone, after it has confirmed eligibility and suitability, and with the person's "
    "agreement.",
)
valid = VALID.met("valid", "referred by Jobcentre Plus, found eligible and suitable, and agreed")(
    True, referral_valid=True, mandatory=False
)
invalid = VALID.not_met("invalid", "not a valid referral; wanting: {wanting}")

LAPSE = Rule(
    "JFS-REF-04",
    "Unacknowledged referral is lost",
    GUIDANCE.paragraphs("3.07 note"),
    note="Missing the 2 working days closes the referral: the note stands under that limit and speaks of accepting "
    "'subsequently'.",
    counts_by=("JFS-CAL-01", "JFS-REF-02", "JFS-REF-03"),
)
awaiting = LAPSE.met("awaiting_acknowledgement", "to be acknowledged by {due}")
was_accepted = LAPSE.met("accepted", "accepted on {on}, due by {due}")
was_rejected = LAPSE.met("rejected", "rejected on {on}, due by {due}")
lapsed = LAPSE.not_met("lapsed", "not acknowledged by {due}: it can no longer be accepted, nor a start recorded")

ROUTE = Rule(
    "JFS-REF-05",
    "MAPPA and Special Customer Record cases",
    GUIDANCE.paragraphs("3.09", "3.10"),
    note="The detailed steps are left to Generic Guidance chapter 2.",
)
start_allowed = ROUTE.met("start_allowed", "by the route {route}: a start is possible")
no_referral = ROUTE.not_met("no_referral", "by the route {route}: no start without a referral received")
clerical_incomplete = ROUTE.not_met("clerical_incomplete", "by the route {route}: its process is not complete")

DUPLICATE = Rule(
    "JFS-REF-06",
    "Reject a duplicate or inappropriate referral",
    GUIDANCE.paragraphs("3.35", "3.36"),
    note="'The 2 days' are the 2 working days of 3.07; 'erroneous' and 'inappropriate' are the same.",
    counts_by=("JFS-CAL-01", "JFS-REF-02", "JFS-REF-03"),
)
to_accept = DUPLICATE.met("accept", "no fault is known: to be accepted by {due}")
to_reject = DUPLICATE.met("reject", "a duplicate or inappropriate: to be rejected by {due}")
accepted_anyway = DUPLICATE.not_met(
    "accepted_anyway", "a duplicate or inappropriate, accepted all the same; rejection was due"
)

CANCELLATION = Rule(
    "JFS-REF-11",
    "When cancellation can be requested",
    GUIDANCE.paragraphs("Annex 2"),
    note="Annex 2 calls them rejection reasons though they follow acceptance.",
)
may_cancel = CANCELLATION.met("may_request", "acknowledged and no start recorded: cancellation may be requested")
may_not_cancel = CANCELLATION.not_met("may_not_request", "not acknowledged, or a start is recorded")(
    (), may_request_cancellation=False, reasons=()
)
REASONS = ("no_contact", "did_not_attend", "did_not_start")

FEE_MONTH = Rule(
    "JFS-FUND-04",
    "Monthly in arrears, in months with referrals",
    GUIDANCE.paragraphs("6.03", "6.06", "6.12"),
    note="A month without referrals earns no fee unless the terms say otherwise; the payment day itself is to be "
    "agreed.",
)
payable = FEE_MONTH.met("payable", "a referral in {month}: its fee is payable, not before {not_paid_before}, unclaimed")
not_payable = FEE_MONTH.not_met("no_referral", "no referral here: no fee for {month} rests on this case")

ONE_MONTH = months(1)
JOBCENTRE = frozenset({Party.JOBCENTRE, Party.WORK_COACH, Party.DWP})


def referral_findings(s: Situation) -> Sequence[Finding]:
    """What the guidance says of the referral: whether valid and in time, how it lapses, what month it pays for."""
    referrals = s.of(Referral)
    findings: list[Finding] = [_fee(s)]
    if not referrals:
        return [*findings, *_route(s, None)]
    referral = referrals[0]
    findings += (_window(s, referral), _valid(s, referral), *_route(s, referral), _cancellation(s))
    if not s[clerical]:
        findings += (*_lapse(s), *_duplicate(s, referral))
    findings += thirty_days(s)
    return findings


def _window(s: Situation, referral: Referral) -> Finding:
    contract = s.contract
    if contract is None or contract.service_start_on is None:
        return WINDOW.unknown("contract.service_start_on")
    extension, first = contract.extension_months, contract.service_start_on
    if extension is not None and extension > LONGEST_EXTENSION:
        return extended_too_far.found(None, ("extension", extension), ("longest", LONGEST_EXTENSION))
    last = contract.referral_ends_on or _last_referral(s, first, extension or 0)
    settled = contract.referral_ends_on is not None or extension is not None
    if not settled and last < referral.on <= _last_referral(s, first, LONGEST_EXTENSION):
        return WINDOW.unknown("contract.extension_months")
    permitted = first <= referral.on <= last
    facts: dict[str, FactValue] = {"referred": referral.on, "first": first, "last_referral_date": last}
    return (in_window if permitted else outside_window)(last, **facts, referral_permitted=permitted)


def _last_referral(s: Situation, first: date, extension_months: int) -> date:
    """Give the last day of the months of referrals, extended or not."""
    return months(s.count("referral_months") + extension_months, DayOne.SAME).after(first)


def by_jobcentre(referral: Referral) -> bool:
    """Whether Jobcentre Plus made the referral; a referral of which nothing else is told is one."""
    return referral.route in {None, ReferralRoute.JOBCENTRE} and (
        referral.referred_by is None or referral.referred_by in JOBCENTRE
    )


def confirmed(s: Situation) -> tuple[bool | None, bool | None]:
    """What the work coach recorded of eligibility and of suitability, the last word; None where nothing."""
    steps = s.of(PreReferralStep)
    eligible = [step.eligible for step in steps if step.eligible is not None]
    suitable = [step.suitable for step in steps if step.suitable is not None]
    return eligible[-1] if eligible else None, suitable[-1] if suitable else None


def agreed_to_start(s: Situation) -> bool | None:
    """Whether the person agreed to start; None where nothing is recorded."""
    agreed = [step.approved for step in s.of(PreReferralStep) if step.step is ReferralStep.AGREED_TO_START]
    if agreed:
        return agreed[-1] is not False
    return False if s.participant.volunteers is False else None


def _valid(s: Situation, referral: Referral) -> Finding:
    eligible, suitable = s[confirmed]
    told = {
        "referred_by_jobcentre_plus": by_jobcentre(referral),
        "eligibility_confirmed": eligible,
        "suitability_confirmed": suitable,
        "participant_agrees": s[agreed_to_start],
    }
    wanting = tuple(name for name, value in told.items() if value is False)
    if wanting:
        return invalid.found(False, ("wanting", wanting), ("referral_valid", False), ("mandatory", False))
    missing = [f"pre_referral_step ({name})" for name, value in told.items() if value is None]
    return VALID.unknown(*missing) if missing else valid


def accepted_in_time(s: Situation) -> bool:
    """Whether the referral was accepted within the 2 working days."""
    days, due = s[accepted], s[acknowledge_by]
    return bool(days) and (s[clerical] or (due is not None and days[0] <= due))


def _lapse(s: Situation) -> Sequence[Finding]:
    due, entered = s[acknowledge_by], s[acknowledged]
    if due is None:
        return (LAPSE.unknown("the working days after the referral"),)
    if entered and entered[0] <= due:
        taken = bool(s[accepted]) and s[accepted][0] == entered[0]
        reason, state = (was_accepted, "accepted") if taken else (was_rejected, "rejected")
        return (reason(state, on=entered[0], due=due, state=state, can_accept=False, can_record_start=taken),)
    if s.as_of <= due:
        state = "awaiting_acknowledgement"
        return (
            awaiting.found(state, ("due", due), ("state", state), ("can_accept", True), ("can_record_start", False)),
        )
    return (
        lapsed.found("lapsed", ("due", due), ("state", "lapsed"), ("can_accept", False), ("can_record_start", False)),
    )


def _route(s: Situation, referral: Referral | None) -> Sequence[Finding]:
    person = s.participant
    if person.special_customer_record:
        complete = None if referral is None else referral.clerical_complete
        if complete is None:
            return (ROUTE.unknown("referral.clerical_complete"),)
        reason = start_allowed if complete else clerical_incomplete
        return (reason.found("clerical", ("route", "clerical"), ("start_allowed", complete)),)
    route = "restricted_prap" if person.mappa else "prap"
    received = bool(s[referral_received])
    return ((start_allowed if received else no_referral).found(route, ("route", route), ("start_allowed", received)),)


def _duplicate(s: Situation, referral: Referral) -> Sequence[Finding]:
    due = s[acknowledge_by]
    if due is None:
        return ()
    if not (referral.duplicate or referral.inappropriate):
        return (to_accept.found("accept", ("action", "accept"), ("due", due)),)
    reason = accepted_anyway if s[accepted] and not s[rejected] else to_reject
    return (reason.found("reject", ("action", "reject"), ("due", due)),)


def _cancellation(s: Situation) -> Finding:
    if s[accepted_in_time] and not s.of(Start):
        return may_cancel.found(REASONS, ("may_request_cancellation", True), ("reasons", REASONS))
    return may_not_cancel


def _fee(s: Situation) -> Finding:
    sent = s[referral_sent]
    day = sent[0] if sent else s.as_of
    next_month = ONE_MONTH.after(day.replace(day=1))
    facts: dict[str, FactValue] = {"month": month_of(day), "not_paid_before": next_month, "claim_needed": False}
    return (payable if sent else not_payable)(next_month, **facts, payable=bool(sent))
