"""What is returned to DWP: clerical MI, the survey template, MI before a review, staffing, changes (7.13, 7.24, 8)."""

from collections.abc import Sequence
from decimal import Decimal

from dwp_rules.calendar import Month, calendar_days, working_days
from dwp_rules.facts import ReportableChange, ReturnKind
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import MonthlyReturn, Occasion, Timed
from dwp_rules.standards.occasions import ROLLED, packs_before_reviews

__all__ = ["RETURNS", "staffing"]

CLERICAL = Rule(
    "JFS-MI-01",
    "Clerical MI by the 15th",
    GUIDANCE.paragraphs("8.01", "8.08", "7.30"),
    note="Of the month before. No move to a working day is stated, unlike for the survey template.",
    counts_by=("JFS-CAL-01",),
)
TEMPLATE = Rule(
    "JFS-MI-02",
    "Survey template by the 15th",
    GUIDANCE.paragraphs("7.44 CSS 6", "7.35"),
    note="Of the month before; moved to the next working day where the 15th is none.",
    counts_by=("JFS-CAL-01",),
)
BEFORE_REVIEW = Rule(
    "JFS-MI-03",
    "MI 5 working days before the CPR",
    GUIDANCE.paragraphs("7.13", "7.18"),
    note="Counted back with the working day before the review as day 1; earlier is fine.",
    counts_by=("JFS-CAL-01",),
)
STAFFING = Rule("JFS-MI-06", "Staffing return", GUIDANCE.paragraphs("8.05", "7.31"))
in_role = STAFFING.met("full_time_equivalents", "{role}: {fte} full-time equivalents in {month}")

CHANGES = Rule(
    "JFS-MI-08",
    "Tell DWP of changes at once",
    GUIDANCE.paragraphs("7.24"),
    note="On the day on which the change became known, to the performance manager.",
)

AT_ONCE = calendar_days(0)
NOT_ROLLED = calendar_days(0)


def changes(s: ContractSituation) -> Sequence[Occasion]:
    """The changes that became known, each with the day on which DWP was told."""
    unknown = ("reportable_change.reported_on",)
    return [Occasion(c.on, c.reported_on, () if c.reported_on else unknown) for c in s.of(ReportableChange)]


RETURNS = (
    MonthlyReturn(
        CLERICAL,
        ReturnKind.CLERICAL_MI,
        from_day=15,
        period=NOT_ROLLED,
        reading="clerical_mi_roll",
        under=(("next_working_day", ROLLED),),
    ),
    MonthlyReturn(TEMPLATE, ReturnKind.SATISFACTION_SURVEY_TEMPLATE, from_day=15),
    Timed(BEFORE_REVIEW, working_days(5), of=packs_before_reviews, before=True),
    Timed(CHANGES, AT_ONCE, of=changes),
)


def staffing(s: ContractSituation) -> Sequence[Finding]:
    """The full-time equivalents of each job role in each month."""
    sums: dict[tuple[Month | None, str], Decimal] = {}
    for line in s.contract.staff_returns:
        if line.job_role is None or line.fte is None or (line.month is not None and line.month.first > s.as_of):
            continue
        key = (line.month, line.job_role)
        sums[key] = sums.get(key, Decimal(0)) + line.fte
    ordered = sorted(sums.items(), key=lambda item: (str(item[0][0] or ""), item[0][1]))
    return [
        in_role.found(fte, ("role", role), ("fte", fte), ("month", None if month is None else str(month)))
        for (month, role), fte in ordered
    ]
