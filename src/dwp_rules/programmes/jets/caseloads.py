"""Caseloads against the maximum that the provider stated in its tender (2.31)."""

from collections.abc import Sequence

from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Finding, Rule

__all__ = ["caseloads"]

CASELOADS = Rule(
    "JETS-MI-02",
    "Adviser caseload against the stated maximum",
    SPECIFICATION.paragraphs("2.31", "Annex 2 Q1", "Annex 2 Q5"),
    note="For information: no consequence is stated.",
)
within = CASELOADS.met("within_maximum", "{month}: no adviser has more than {maximum} participants")
over = CASELOADS.not_met("over_maximum", "{month}: more than {maximum} participants: {advisers}")


def caseloads(s: ContractSituation) -> Sequence[Finding]:
    """The advisers whose caseload is over the maximum that the provider stated, by month."""
    lines = [line for line in s.contract.staff_returns if line.adviser is not None and line.caseload is not None]
    if not lines:
        return ()
    maximum = s.contract.max_caseload
    if maximum is None:
        return (CASELOADS.unknown("contract.max_caseload"),)
    findings: list[Finding] = []
    for month in sorted({str(line.month or "an unknown month") for line in lines}):
        of_month = [line for line in lines if str(line.month or "an unknown month") == month]
        advisers = tuple(sorted(str(line.adviser) for line in of_month if (line.caseload or 0) > maximum))
        findings.append((over if advisers else within)(advisers, month=month, maximum=maximum, advisers=advisers))
    return findings
