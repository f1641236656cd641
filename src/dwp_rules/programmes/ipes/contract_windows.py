"""The windows of an IPES contract: award, implementation, referrals, the tail after the last start (2.85, 3.19)."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import DayOne, calendar_days, date_of_day, months
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.ipes.counting import DAYS
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.windows_of_contract import last_start

__all__ = ["last_referral_on", "service_start", "window_findings"]

SERVICE_START = Rule(
    "IPES-CONTRACT-03",
    "Service start date 4 December 2019",
    SPEC.paragraphs("3.20", "3.21", "2.85"),
    note="The contract's own day, where it is told, goes before the document's.",
)
referrals_open = SERVICE_START.met("referrals_open", "referrals are made from {service_start} on")
not_open = SERVICE_START.not_met("not_open", "nothing is referred before {service_start}")

REFERRALS = Rule(
    "IPES-CONTRACT-04",
    "Referrals for up to 4 years, option of 2 more",
    SPEC.paragraphs("2.85", "3.19", "1.18"),
    note="The first day counts: four years end the day before the anniversary. The contract may settle another day.",
)
referrals_run = REFERRALS.met("referrals_end", "from {service_start} to {last_referral_date}")
extended_too_far = REFERRALS.not_met("extension_over_24_months", "extended by {extension} months, {longest} at most")

TAIL = Rule(
    "IPES-CONTRACT-05",
    "Service goes on 639 days after the last start",
    SPEC.paragraphs("2.85", "3.19"),
    note="Day 639 and day 700 of the last participant to start, the Start Date being day 1.",
    counts_by=DAYS,
)
tail_ends = TAIL.met("ends", "service to {service_until}; last self-employed claim {last_self_employed_claim}")

STANDSTILL = Rule(
    "IPES-CONTRACT-06",
    "Standstill of 10 calendar days",
    SPEC.paragraphs("3.29", "3.30"),
    note="Counted from the day after the notice of intention; an end on a closed day does not move.",
)
sign_from = STANDSTILL.met("standstill", "standstill ends on {standstill_ends}; signature from {sign_from}")
too_soon = STANDSTILL.not_met("too_soon", "awarded on {awarded}, before {sign_from}")

IMPLEMENTATION = Rule("IPES-CONTRACT-23", "Implementation period before service start", SPEC.paragraphs("2.85"))
implements = IMPLEMENTATION.met("implementation", "{days} days to implement; ready by {ready_by}")

LONGEST_EXTENSION = 24
"""Months by which referrals may be extended: up to two years (2.85)."""
TEN_DAYS = calendar_days(10)


def service_start(s: ContractSituation) -> date:
    """The day on which referrals begin."""
    return s.contract.service_start_on or s.day("service_start")


def last_referral_on(s: ContractSituation) -> date:
    """The last day of referrals: as settled, or four years and what was added."""
    length = s.count("referral_months") + (s.contract.extension_months or 0)
    return s.contract.referral_ends_on or months(length, DayOne.SAME).after(s[service_start])


def window_findings(s: ContractSituation) -> Sequence[Finding]:
    """Award, implementation, referrals and the tail after the last start."""
    start = s[service_start]
    is_open = s.as_of >= start
    opened = (referrals_open if is_open else not_open).found(is_open, ("service_start", start))
    return (*_award(s), opened, _referrals(s), *_tail(s))


def _award(s: ContractSituation) -> Sequence[Finding]:
    contract, findings = s.contract, []
    if contract.award_notice_on is not None:
        ends = TEN_DAYS.after(contract.award_notice_on)
        first, awarded = ends + ONE_DAY, contract.awarded_on
        early = awarded is not None and awarded < first
        findings.append(
            (too_soon if early else sign_from).found(
                ends, ("standstill_ends", ends), ("sign_from", first), ("awarded", awarded)
            )
        )
    if contract.commencement_on is not None:
        days, ready_by = (s[service_start] - contract.commencement_on).days, s[service_start]
        findings.append(implements.found(days, ("days", days), ("ready_by", ready_by)))
    return findings


def _referrals(s: ContractSituation) -> Finding:
    extension = s.contract.extension_months
    if extension is not None and extension > LONGEST_EXTENSION:
        return extended_too_far.found(None, ("extension", extension), ("longest", LONGEST_EXTENSION))
    last = s[last_referral_on]
    return referrals_run.found(last, ("service_start", s[service_start]), ("last_referral_date", last))


def _tail(s: ContractSituation) -> Sequence[Finding]:
    last = s[last_start]
    if last is None:
        return (TAIL.unknown("contract.last_start_on"),)
    until, claim = (date_of_day(last, s.count(name)) for name in ("closing_day", "claim_day"))
    return (
        tail_ends.found(until, ("last_start", last), ("service_until", until), ("last_self_employed_claim", claim)),
    )
