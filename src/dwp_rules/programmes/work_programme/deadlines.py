"""What is due when in the Work Programme: attachment and exit reports."""

from dwp_rules.calendar import calendar_days, working_days
from dwp_rules.facts import Document, DocumentRequested
from dwp_rules.facts.moments import document_issued, referral_sent
from dwp_rules.facts.situation import Days, Moment, Situation, Unknown
from dwp_rules.programmes.work_programme.counting import area_known
from dwp_rules.programmes.work_programme.provision import attached
from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.rules import Rule
from dwp_rules.standards import Within
from dwp_rules.standards.by_reading import ByReading

__all__ = ["DEADLINES"]

ATTACHMENT = Rule(
    "WP-START-01",
    "Attachment within 15 working days",
    CHAPTER_1.paragraphs("7", "Key responsibilities"),
    note="What counts as attachment, and what follows when it is late, are left to other chapters.",
    counts_by=("WP-CAL-01",),
)
EXIT_REPORT = Rule(
    "WP-EXIT-02",
    "Exit report within 10 days of request",
    CHAPTER_1.paragraphs("Key responsibilities", "22"),
    note="'10 days' has no unit: calendar days, since the same list says '15 working days' where they are meant. "
    "Paragraph 22 gives no limit.",
    counts_by=("WP-CAL-01",),
)


def exit_report_requested(s: Situation) -> Days:
    """The days on which Jobcentre Plus asked for the exit report."""
    return tuple(asked.on for asked in s.of(DocumentRequested) if asked.document is Document.EXIT_REPORT)


def in_known_area(moment: Moment) -> Moment:
    """Make a moment that is unknown where it is not known whose bank holidays count."""

    def known(s: Situation) -> Days | Unknown:
        days, area = s[moment], s[area_known]
        return area if days and isinstance(area, Unknown) else days

    return known


exit_report_supplied = document_issued(Document.EXIT_REPORT)

DEADLINES = (
    Within(ATTACHMENT, working_days(15), after=in_known_area(referral_sent), done=attached),
    ByReading(
        "ten_days",
        {
            "calendar_day": Within(
                EXIT_REPORT, calendar_days(10), after=exit_report_requested, done=exit_report_supplied
            ),
            "working_day": Within(
                EXIT_REPORT, working_days(10), after=in_known_area(exit_report_requested), done=exit_report_supplied
            ),
        },
    ),
)
