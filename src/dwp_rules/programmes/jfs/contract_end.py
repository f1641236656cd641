"""How long the service goes on after the last start, and how long records are kept (1.24, 1.33)."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import calendar_days, working_days
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.deadlines import last_day, unknown_days
from dwp_rules.standards.windows_of_contract import last_start

__all__ = ["records_kept", "service_end"]

SERVICE_END = Rule(
    "JFS-CONTRACT-04",
    "End of service delivery",
    GUIDANCE.paragraphs("1.24", "1.23"),
    note="'20 days' are the 20 working days of 1.23: a start on the last day must still get them in full.",
    counts_by=("JFS-CAL-01",),
)
ends = SERVICE_END.met("ends", "the last start was on {last_start}: the service goes on to {service_end}")

RECORDS = Rule(
    "JFS-RECORD-01",
    "How long records are kept",
    GUIDANCE.paragraphs("1.33", "1.34", "4.09"),
    note="To the later of the end of the contract and the Records Retention End Date, which its terms set. The JFAP "
    "alone is known to be kept for the duration of the contract.",
)
kept = RECORDS.met("kept", "{record}: kept to {retain_until}")
ACTION_PLAN, OTHER_RECORDS = "action plan", "other records"

TAIL = {"working_day": working_days(20), "calendar_day": calendar_days(20)}


def service_end(s: ContractSituation) -> Sequence[Finding]:
    """The last day of the service, 20 working days after the last start."""
    last = s[last_start]
    if last is None:
        return (SERVICE_END.unknown("contract.last_start_on"),)
    day, _provisional = last_day(TAIL[s.reading("service_tail_unit")], last, s.calendar)
    if day is None:
        return (SERVICE_END.unknown(unknown_days(s.calendar)),)
    return (ends.found(day, ("last_start", last), ("service_end", day)),)


def records_kept(s: ContractSituation) -> Sequence[Finding]:
    """The day up to which the JFAP, and the other records, are kept."""
    ended, retention = s.contract.contract_ends_on, s.contract.records_retention_ends_on
    known = [day for day in (ended, retention) if day is not None]
    if not known:
        return [RECORDS.unknown(*_missing(ended, retention)) for _record in (ACTION_PLAN, OTHER_RECORDS)]
    until = max(known)
    plan = kept.found(until, ("record", ACTION_PLAN), ("retain_until", until), ("source_needed", False))
    if retention is None:
        return (plan, RECORDS.unknown("contract.records_retention_ends_on"))
    return (plan, kept.found(until, ("record", OTHER_RECORDS), ("retain_until", until), ("source_needed", False)))


def _missing(ended: date | None, retention: date | None) -> list[str]:
    names = {"contract.contract_ends_on": ended, "contract.records_retention_ends_on": retention}
    return [name for name, day in names.items() if day is None]
