"""Travel refunds, complaints and the exit report in WHP JETS (specification 1.19, A4.1 to A4.3, A4.18)."""

from collections.abc import Sequence
from decimal import Decimal

from dwp_rules.facts import (
    Cost,
    CostKind,
    Escalation,
    EscalationMatter,
    EscalationStep,
)
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.chapter_16.exit_report import report_of
from dwp_rules.programmes.jets.provision import ended, in_work_at_end
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Finding, Rule

__all__ = ["support_findings"]

EXIT_REPORT = Rule(
    "JETS-EXIT-01",
    "Exit report required",
    (*SPECIFICATION.paragraphs("1.19", "2.5(d)(i)"), CHAPTER_16["38 CSS10"]),
    note="1.19 mentions employment only, the standard self-employment too: either excuses the report. An outcome "
    "reached in a job since lost does not.",
)
required = EXIT_REPORT.met("required", "in no work at completion: an exit report is required")(True)
not_required = EXIT_REPORT.met("not_required", "in work at completion: no exit report is required")(False)

REPORT_CONTENTS = Rule(
    "JETS-EXIT-03",
    "Exit report contents, copy and release",
    (*SPECIFICATION.paragraphs("1.19", "2.5(d)(i)"), CHAPTER_16["38 CSS10"]),
    note="No time is set for sending the report to DWP once DWP has asked for it.",
)
report = report_of(REPORT_CONTENTS)

TRAVEL = Rule(
    "JETS-TRAVEL-01",
    "Travel refund",
    SPECIFICATION.paragraphs("A4.1", "A4.2"),
    note="The cheapest fare where a dearer way was chosen without need; nothing until there is evidence.",
)
refund_in_full = TRAVEL.met("refund_in_full", "£{refund:,.2f} is refunded")
refund_of_cheapest = TRAVEL.met(
    "refund_of_cheapest", "£{refund:,.2f}, the cheapest way, is refunded of the £{paid:,.2f} spent"
)
no_evidence = TRAVEL.not_met("no_evidence", "nothing is refunded of £{paid:,.2f} until evidence is produced")

COMPLAINT = Rule(
    "JETS-COMPLAINT-01",
    "Next step of a complaint",
    SPECIFICATION.paragraphs("A4.18"),
    note="The last step recorded decides: a complaint after one that was resolved is a new one.",
)
to_provider = COMPLAINT.met("provider", "the Provider's own process comes first")("provider")
to_examiner = COMPLAINT.met("independent_case_examiner", "may be taken to the Independent Case Examiner")(
    "independent_case_examiner"
)
resolved = COMPLAINT.met("resolved", "resolved")("none")
NEXT_STEP: dict[EscalationStep | None, Finding] = {
    EscalationStep.RESOLVED: resolved,
    EscalationStep.PROVIDER_STAGE_EXHAUSTED: to_examiner,
}


def support_findings(s: Situation) -> Sequence[Finding]:
    """Whether an exit report is required and complete, what travel is refunded, and where complaints go next."""
    findings: list[Finding] = []
    if s[ended]:
        findings += [not_required] if s[in_work_at_end] else [required, report(s)]
    if s.of(Cost):
        findings += [_refund(cost) for cost in s.of(Cost) if cost.cost is CostKind.TRAVEL]
    if s.of(Escalation):
        steps = [e.step for e in s.of(Escalation) if e.matter is EscalationMatter.COMPLAINT]
        findings += [NEXT_STEP.get(step, to_provider) for step in steps[-1:]]
    return findings


def _refund(cost: Cost) -> Finding:
    """What is refunded of a journey: what was spent, or no more than the cheapest way (A4.1, A4.2)."""
    spent, cheapest = cost.amount, cost.cheapest_amount
    if spent is None or cost.evidenced is None:
        return TRAVEL.unknown("cost.amount" if spent is None else "cost.evidenced")
    if not cost.evidenced:
        return no_evidence(Decimal(0), paid=spent)
    if cost.cheapest_unsuitable or cheapest == spent:
        return refund_in_full(spent, refund=spent)
    if cheapest is None or cost.cheapest_unsuitable is None:
        return TRAVEL.unknown("cost.cheapest_amount" if cheapest is None else "cost.cheapest_unsuitable")
    refund = min(spent, cheapest)
    return refund_of_cheapest(refund, refund=refund, paid=spent)
