"""Travel refunds, complaints and the exit report in WHP JETS (specification 1.19, A4.1 to A4.3, A4.18)."""

from collections.abc import Sequence
from decimal import Decimal

from dwp_rules.facts import (
    Cost,
    CostKind,
    Document,
    DocumentIssued,
    DocumentRequested,
    Escalation,
    EscalationMatter,
    EscalationStep,
    Party,
)
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jets.provision import ended, in_work_at_end
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Duty
from dwp_rules.standards.duties import checklists

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
complete = Duty(REPORT_CONTENTS, "exit_report", ("summary", "further_support", "copy_kept"))
not_sent = REPORT_CONTENTS.not_met("not_sent_to_dwp", "DWP asked for the report on {asked_on} and still waits for it")

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

DWP = frozenset({Party.DWP, Party.JOBCENTRE, Party.WORK_COACH, None})


def support_findings(s: Situation) -> Sequence[Finding]:
    """Whether an exit report is required and complete, what travel is refunded, and where complaints go next."""
    findings: list[Finding] = []
    if s[ended]:
        findings += [not_required] if s[in_work_at_end] else [required, _report(s)]
    if s.of(Cost):
        findings += [_refund(cost) for cost in s.of(Cost) if cost.cost is CostKind.TRAVEL]
    if s.of(Escalation):
        steps = [e.step for e in s.of(Escalation) if e.matter is EscalationMatter.COMPLAINT]
        findings += [NEXT_STEP.get(step, to_provider) for step in steps[-1:]]
    return findings


def _report(s: Situation) -> Finding:
    """Whether the exit report holds what it should, and DWP has it where DWP asked for it."""
    asked = [d.on for d in s.of(DocumentRequested) if d.document is Document.EXIT_REPORT and d.by in DWP]
    if asked and not [
        d for d in s.of(DocumentIssued) if d.document is Document.EXIT_REPORT and d.to in DWP and d.on >= asked[-1]
    ]:
        return not_sent(False, asked_on=asked[-1])
    return complete.judge(s, checklists(s))


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
