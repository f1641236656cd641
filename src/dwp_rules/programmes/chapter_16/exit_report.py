"""What both strands ask of an exit report besides its day: contents, a copy kept, release to DWP."""

from collections.abc import Callable

from dwp_rules.facts import Document, DocumentRequested, Party
from dwp_rules.facts.moments import issued_by_document, issued_to
from dwp_rules.facts.situation import Doubtful, Situation
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Duty
from dwp_rules.standards.duties import checklists

__all__ = ["report_of"]

DWP = frozenset({Party.DWP, Party.JOBCENTRE, Party.WORK_COACH})


def report_of(rule: Rule) -> Callable[[Situation], Finding]:
    """Make what a rule finds of the report: whether it holds what it should, and DWP has it where DWP asked for it."""
    complete = Duty(rule, "exit_report", ("summary", "further_support", "copy_kept"))
    not_sent = rule.not_met("not_sent_to_dwp", "DWP asked for the report on {asked_on} and still waits for it")

    def report(s: Situation) -> Finding:
        requests = [d for d in s.of(DocumentRequested) if d.document is Document.EXIT_REPORT]
        asked = [d.on for d in requests if d.by is None or d.by in DWP]
        if not asked:
            return complete.judge(s, checklists(s))
        since = [d for d in s[issued_by_document].get(Document.EXIT_REPORT, ()) if d["on"] >= asked[-1]]
        sent = issued_to(since, DWP)
        if not sent:
            return not_sent(False, asked_on=asked[-1])
        if isinstance(sent, Doubtful) and not sent.certain:
            return rule.unknown(*sent.missing)
        return complete.judge(s, checklists(s))

    return report
