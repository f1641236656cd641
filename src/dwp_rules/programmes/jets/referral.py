"""The referral in WHP JETS (specification 1.11 and 2.9 to 2.27): window, routes, validity, cap and area."""

from collections.abc import Sequence

from dwp_rules.calendar import DayOne, Month, months
from dwp_rules.facts import PreReferralStep, Referral, ReferralRoute, ReferralStep
from dwp_rules.facts.base import Row
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jets.eligibility import ELIGIBILITY
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Finding, Rule, Verdict

__all__ = ["referral_findings"]

JOBCENTRE, SELF_REFERRAL = ReferralRoute.JOBCENTRE, ReferralRoute.SELF_REFERRAL
SIGNPOSTING = ReferralRoute.SIGNPOSTING_ORGANISATION
MET, UNDETERMINED = Verdict.MET, Verdict.UNDETERMINED

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


def referral_findings(s: Situation) -> Sequence[Finding]:
    """What the specification says of the referral: window, route, validity, cap, area."""
    findings: list[Finding] = []
    referrals = s.rows(Referral)
    if referrals:
        referral = referrals[0]
        findings += (_window(s, referral), _route(s, referral), _validity(s, referral))
        if referral["route"] is SELF_REFERRAL:
            findings.append(_area(s, referral))
    findings += _cap(s)
    return findings


def _window(s: Situation, referral: Row) -> Finding:
    contract = s.contract
    if contract is None or contract.service_start_on is None:
        return WINDOW.unknown("contract.service_start_on")
    first = contract.service_start_on
    last = contract.referral_ends_on or months(s.count("referral_months"), DayOne.SAME).after(first, s.calendar)
    reason = in_window if first <= referral["on"] <= last else outside_window
    return reason(last, referred=referral["on"], first=first, last=last)


def _route(s: Situation, referral: Row) -> Finding:
    if referral["route"] is None:
        return ROUTE.unknown("referral.route")
    if referral["route"] is JOBCENTRE:
        return by_jobcentre
    if referral["route"] is SIGNPOSTING:
        return cannot_refer
    contract = s.contract
    open_on = spells_on(contract.self_referral_open if contract else None, referral["on"])
    if open_on is None:
        return ROUTE.unknown("contract.self_referral_open")
    return self_referral_open if open_on else self_referral_closed


def _validity(s: Situation, referral: Row) -> Finding:
    decision = s.decided(ELIGIBILITY, referral["on"])
    verdict = decision.verdict
    if verdict is MET:
        return valid(True, referred=referral["on"])
    if verdict is UNDETERMINED:
        return VALID.unknown(*decision.missing)
    if referral["route"] is SELF_REFERRAL:
        return invalid(False, referred=referral["on"])
    return left_to_dwp(None, referred=referral["on"])


def _area(s: Situation, referral: Row) -> Finding:
    contract = s.contract
    homes = spells_on(s.participant.residence, referral["on"])
    if contract is None or contract.cpa is None:
        return AREA.unknown("contract.cpa")
    if not homes or homes[0].cpa is None:
        return AREA.unknown("residence.cpa")
    reason = lives_in_area if homes[0].cpa == contract.cpa else lives_outside_area
    return reason(homes[0].cpa, home=homes[0].cpa, area=contract.cpa)


def _cap(s: Situation) -> list[Finding]:
    """How many self-referrals each month had, against its cap (2.27)."""
    contract, steps = s.contract, s.of(PreReferralStep)
    told = None if contract is None else contract.self_referral_cap
    if not told and not steps:
        return []
    caps = {monthly.month: monthly.cap for monthly in told or ()}
    submitted = dict.fromkeys(caps, 0)
    for step in steps:
        if step.step is ReferralStep.DETAILS_SUBMITTED:
            month = Month.of(step.on)
            submitted[month] = submitted.get(month, 0) + 1
    return [_under_cap(month, number, caps.get(month)) for month, number in sorted(submitted.items())]


def _under_cap(month: Month, submitted: int, cap: int | None) -> Finding:
    if cap is None:
        return CAP.unknown(f"contract.self_referral_cap[{month}]")
    reason = within_cap if submitted <= cap else over_cap
    return reason(cap - submitted, submitted=submitted, month=str(month), remaining=cap - submitted, cap=cap)
