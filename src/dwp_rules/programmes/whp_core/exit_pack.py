"""What an exit report pack holds, and its release to the Contracting Body (chapter 16, 37 CSS12)."""

from collections.abc import Sequence

from dwp_rules.facts import Document, DocumentIssued, DocumentRequested
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.chapter_16.exit_report import report_of
from dwp_rules.programmes.whp_core.provision import ended, ending
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.rules import Finding, Rule

__all__ = ["pack_findings"]

CONTENTS = Rule(
    "WHP-CSS-16",
    "Exit report pack contents, copy and release",
    CHAPTER_16.paragraphs("37 CSS12"),
    note="No time is set for sending the pack to the Contracting Body once it has asked for it.",
)
pack = report_of(CONTENTS)


def pack_findings(s: Situation) -> Sequence[Finding]:
    """Whether a pack that is due, was given or was asked for is complete and where it should be."""
    known: tuple[DocumentIssued | DocumentRequested, ...] = s.of(DocumentIssued) + s.of(DocumentRequested)
    in_hand = [document for document in known if document.document is Document.EXIT_REPORT]
    due = bool(s[ended]) and not s[ending.in_work_at_end]
    return (pack(s),) if in_hand or due else ()
