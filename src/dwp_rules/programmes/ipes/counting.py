"""How IPES counts: working days, months, days of provision, and the schedules that one day sets running."""

from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Rule

DAY_NUMBER = Rule(
    "IPES-DUR-01",
    "Day numbering",
    SPEC.paragraphs("2.46", "2.19", "Annex 2", "Annex 5 (Start Date)"),
    note="Nowhere stated. The Start Date is day 1: 456 days are complete at the end of day 456, and 456 + 182 = 638.",
)
day_today = DAY_NUMBER.met("day", "{on} is day {day}, the Start Date being day 1")
WORKING_DAY = Rule(
    "IPES-DEADLINE-02",
    "Working day",
    SPEC.paragraphs("Annex 5 (Working Day)"),
    note="Not a Saturday, a Sunday or a public holiday in England and Wales, one-off bank holidays included. The first "
    "working day after the event is day 1, except for the acknowledgement of a referral, whose receipt is day 1 "
    "(2.16).",
)
MONTH = Rule(
    "IPES-DEADLINE-03",
    "Month",
    SPEC.paragraphs("Annex 5 (Month)"),
    note="A calendar month, to the corresponding date or the last day of a shorter month.",
)
TEN_WORKING_DAYS = Rule(
    "IPES-DEADLINE-04",
    "Ten working days after the end or the start of a job",
    SPEC.paragraphs("2.48", "2.50", "2.62"),
    note="Day one is not stated: the first working day after the event.",
)

WORKING_DAYS = ("IPES-DEADLINE-02",)
DAYS = ("IPES-DUR-01",)
MONTHS = ("IPES-DEADLINE-03",)
