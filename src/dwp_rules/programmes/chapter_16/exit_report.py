"""What both strands ask of an exit report besides its day: contents, a copy kept, release to DWP."""

from collections.abc import Callable

from dwp_rules.facts import Document, DocumentIssued, DocumentRequested, Party
from dwp_rules.facts.situation import Situation
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Duty
from dwp_rules.standards.duties import checklists

__all__ = ["report_of"]

DWP = frozenset({Party.DWP, Party.JOBCENTRE, Party.WORK_COACH, None})


def report_of(rule: Rule) -> Callable[[Situation], Finding]:
    """Make what a rule finds of the report: whether it holds what it should, and DWP has it where DWP asked for it."""
    complete = Duty(rule, "exit_report", ("summary", "further_support", "copy_kept"))
    not_sent = rule.not_met("not_sent_to_dwp", "DWP asked for the report on {asked_on} and still waits for it")

    def report(s: Situation) -> Finding:
        asked = [d.on for d in s.of(DocumentRequested) if d.document is Document.EXIT_REPORT and d.by in DWP]
        if asked and not [
            d for d in s.of(DocumentIssued) if d.document is Document.EXIT_REPORT and d.to in DWP and d.on >= asked[-1]
        ]:
            return not_sent(False, asked_on=asked[-1])
        return complete.judge(s, checklists(s))

    return report
