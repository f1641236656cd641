"""The windows of a WHP JETS contract: its phases, its tails after the last start, how long documents are kept."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import DayOne, calendar_days, date_of_day, months
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.windows_of_contract import last_start

__all__ = ["window_findings"]

DELIVERY_END = Rule(
    "JETS-CONTRACT-03",
    "End of service delivery",
    SPECIFICATION.paragraphs("1.11"),
    note="The last participant's own day 182, the Start Date being day 1; '182 days after the last start' counted from "
    "the day after it is told beside it.",
    counts_by=("JETS-CAL-03",),
)
delivery_ends = DELIVERY_END.met("ends", "the last start was on {last_start}: delivery goes on to {service_end}")

PHASE = Rule(
    "JETS-CONTRACT-04",
    "Contract phase on a date",
    SPECIFICATION.paragraphs("1.11"),
    counts_by=("JETS-CONTRACT-02", "JETS-CONTRACT-03"),
)
in_phase = PHASE.met("in_phase", "on {on} the contract is in this phase: {phase}")

TAILS = Rule(
    "JETS-CONTRACT-05",
    "Contract-level tail for outcomes and claims (derived)",
    SPECIFICATION.paragraphs("1.11", "3.8", "3.11", "3.12"),
    note="Derived: the last days on which the last participant to start can achieve an outcome and claim one.",
    counts_by=("JETS-CAL-03",),
)
tails_end = TAILS.met("ends", "last outcome {last_outcome_on}, last claim {last_claim_on}")

RETENTION = Rule(
    "JETS-ESF-12",
    "Document retention to 31 December 2027",
    SPECIFICATION.paragraphs("1.28", "1.11"),
    note="DWP may change or extend the day: a parameter, which the contract's own day replaces.",
)
must_keep = RETENTION.met("must_retain", "to be kept to {retained_to}")
may_go = RETENTION.met("may_go", "was to be kept to {retained_to}")

LAST_START, SERVICE_START = "contract.last_start_on", "contract.service_start_on"


def window_findings(s: ContractSituation) -> Sequence[Finding]:
    """The phase on the day, the tails after the last start, and whether documents must still be kept."""
    retained_to = s.contract.records_retention_ends_on or s.day("retention_date")
    kept = s.as_of <= retained_to
    retention = (must_keep if kept else may_go)(kept, retained_to=retained_to)
    return (_phase(s), *_tails(s), retention)


def _tails(s: ContractSituation) -> Sequence[Finding]:
    last = s[last_start]
    if last is None:
        return (DELIVERY_END.unknown(LAST_START), TAILS.unknown(LAST_START))
    end = date_of_day(last, s.count("provision_days"))
    counted_after = calendar_days(s.count("provision_days")).after(last)
    outcome, claim = (date_of_day(last, s.count(name)) for name in ("outcome_day", "claim_day"))
    return (
        delivery_ends(end, last_start=last, service_end=end, if_counted_after=counted_after),
        tails_end(claim, last_outcome_on=outcome, last_claim_on=claim),
    )


def _phase(s: ContractSituation) -> Finding:
    signed, start = s.contract.variation_signed_on, s.contract.service_start_on
    if start is not None and s.as_of >= start:
        return _after_start(s, start)
    if signed is None:
        return PHASE.unknown("contract.variation_signed_on")
    if s.as_of < signed:
        return _in(s, "not_signed")
    return PHASE.unknown(SERVICE_START) if start is None else _in(s, "implementation")


def _after_start(s: ContractSituation, start: date) -> Finding:
    last_referral = s.contract.referral_ends_on or months(s.count("referral_months"), DayOne.SAME).after(start)
    if s.as_of <= last_referral:
        return _in(s, "referral")
    last = s[last_start]
    if last is None:
        return PHASE.unknown(LAST_START)
    delivered = s.as_of > date_of_day(last, s.count("provision_days"))
    return _in(s, "residual" if delivered else "delivery_tail")


def _in(s: ContractSituation, phase: str) -> Finding:
    return in_phase(phase, on=s.as_of, phase=phase)
