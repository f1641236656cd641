"""Returns, reviews and assurance of an IPES contract (2.86, 3.32, 4.39, 6.5 to 6.7)."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import Month, months, working_days
from dwp_rules.facts import ContractMeeting, ContractMeetingType, ReturnKind, ReturnSubmitted
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.ipes.contract_windows import service_start
from dwp_rules.programmes.ipes.counting import MONTHS, WORKING_DAYS
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Timed
from dwp_rules.standards.assurance import assurance_reviews, checks, repeated_low_ratings
from dwp_rules.standards.occasions import Yearly

__all__ = ["TIMES", "low_ratings", "returns_due"]

RETURNS = Rule(
    "IPES-MI-01",
    "Monthly performance return",
    SPEC.paragraphs("2.86", "2.87", "2.88"),
    note="One for each calendar month that is past; its format and deadline are in the terms and conditions.",
)
all_submitted = RETURNS.met("all_submitted", "{returns_due} returns are due, all submitted")
some_wanting = RETURNS.undetermined(
    "deadline_elsewhere", "{returns_due} returns are due; not yet submitted: {wanting}. The deadline is in the terms"
)
ANNUAL = Rule(
    "IPES-MI-05",
    "Annual contract review",
    SPEC.paragraphs("3.32"),
    note="By each anniversary of the service start; the text says only annual.",
    counts_by=MONTHS,
)
LOW_RATINGS = Rule(
    "IPES-ASSURE-01",
    "Assurance rating triggers",
    SPEC.paragraphs("6.5", "6.7"),
    note="The same reasons: any in common. Weak to limited is an improvement.",
)
LENGTH = Rule("IPES-ASSURE-03", "Review lasts up to five months", SPEC.paragraphs("6.6"), counts_by=MONTHS)
SAMPLE = Rule(
    "IPES-ASSURE-04",
    "Compliance check sample sent 5 working days before",
    SPEC.paragraphs("4.39"),
    note="Counted back with the working day before the check as day 1.",
    counts_by=WORKING_DAYS,
)


def annual_reviews(s: ContractSituation) -> Sequence[date]:
    """The days of annual reviews."""
    return [m.on for m in s.of(ContractMeeting) if m.type is ContractMeetingType.ANNUAL_REVIEW]


TIMES = (
    Yearly(ANNUAL, done=annual_reviews),
    Timed(LENGTH, months(5), of=assurance_reviews),
    Timed(SAMPLE, working_days(5), of=checks, before=True),
)
low_ratings = repeated_low_ratings(LOW_RATINGS)


def returns_due(s: ContractSituation) -> Sequence[Finding]:
    """How many performance returns are due, and of which months none was submitted."""
    last = min(s.as_of, s.contract.contract_ends_on or s.as_of)
    due = [month for month in Month.of(s[service_start]).to(Month.of(last)) if month.last < s.as_of]
    given = [r.report_month for r in s.of(ReturnSubmitted) if r.what is ReturnKind.PERFORMANCE_RETURN]
    wanting = tuple(str(month) for month in due if month not in given)
    reason = some_wanting if wanting else all_submitted
    return (reason.found(len(due), ("returns_due", len(due)), ("wanting", wanting)),)
