"""How WHP Core counts: working days, days of provision, and the schedules that one day sets running."""

from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.rules import Rule

WORKING_DAY = Rule(
    "WHP-CAL-01",
    "Working day",
    CHAPTER_16.paragraphs("11", "22", "37"),
    note="Not defined: not a Saturday, a Sunday or a public holiday in England and Wales, to which the chapter "
    "applies. 'Working days' in small letters is read like the capitalised term.",
)
WITHIN_WORKING_DAYS = Rule(
    "WHP-CAL-02",
    "Within N working days",
    CHAPTER_16.paragraphs("37"),
    note="Whether the trigger day counts is not said. The first working day after it is day 1, the ordinary meaning "
    "of 'within N days of'; done on an earlier closed day is in time.",
)
DAY_OF_PROVISION = Rule(
    "WHP-CAL-03",
    "Day N from the Start Date",
    CHAPTER_16.paragraphs("20"),
    note="Neither that the Start Date is day one nor even 'calendar' is said. Days are numbered in the documents of "
    "the sister programmes, so day N is Start + N - 1.",
)
FROM_REFERRAL = Rule(
    "WHP-DEADLINE-01",
    "Schedule from a referral",
    CHAPTER_16.paragraphs("37 CSS1", "37 CSS2", "37 CSS3", "37 CSS4", "37 CSS5", "37 CSS7"),
)
FROM_START = Rule(
    "WHP-DEADLINE-02",
    "Schedule from a start",
    CHAPTER_16.paragraphs("20", "37 CSS6", "37 CSS8", "37 CSS13"),
    note="The ESF form in England only.",
)
