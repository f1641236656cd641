"""How WHP JETS counts: working days, weeks, days of provision, and the schedules that one day sets running."""

from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Rule

WORKING_DAY = Rule(
    "JETS-CAL-01",
    "Working day",
    (*SPECIFICATION.paragraphs("2.5", "2.12", "2.14", "2.19", "2.20"), *CHAPTER_16.paragraphs("11", "22", "38")),
    note="Defined in neither document: not a Saturday, a Sunday or a public holiday in England and Wales, to which "
    "both documents apply.",
)
WITHIN_WORKING_DAYS = Rule(
    "JETS-CAL-02",
    "Within N working days",
    (*SPECIFICATION.paragraphs("2.5", "2.12", "2.14"), CHAPTER_16["38"]),
    note="Neither document says whether the trigger day counts. The first working day after it is day 1, the ordinary "
    "meaning of 'within N days of'; done on an earlier closed day is in time.",
)
DAY_OF_PROVISION = Rule(
    "JETS-CAL-03",
    "Day N from the Start Date",
    SPECIFICATION.paragraphs("2.17", "1.17"),
    note="Said expressly only of the 182 days; 238 = 182 + 56 and 299 = 238 + 61 only chain if all three share day "
    "one.",
)
WEEKS = Rule(
    "JETS-CAL-04",
    "Weeks",
    (*SPECIFICATION.paragraphs("2.5(e)(ii)", "3.7", "1.1"), CHAPTER_16["38 CSS12"]),
    note="Seven calendar days each; a last day on a weekend or bank holiday does not move, since the provisions that "
    "move say so.",
)
FROM_REFERRAL = Rule(
    "JETS-DEADLINE-01",
    "Schedule from a referral",
    (
        *SPECIFICATION.paragraphs("2.5(a)", "2.12", "2.14"),
        *CHAPTER_16.paragraphs("38 CSS1", "38 CSS2", "38 CSS3", "38 CSS4", "38 CSS5"),
    ),
)
FROM_START = Rule(
    "JETS-DEADLINE-02",
    "Schedule from a start",
    (
        *SPECIFICATION.paragraphs("1.13", "2.5(b)", "2.5(c)", "2.5(d)", "2.5(e)", "2.17", "3.11"),
        *CHAPTER_16.paragraphs("38 CSS6", "38 CSS7", "38 CSS8", "38 CSS10", "38 CSS11", "20"),
    ),
    note="The exit report window assumes the full term while provision lasts.",
)
FROM_COMPLETION = Rule(
    "JETS-DEADLINE-03",
    "Schedule from completion",
    (*SPECIFICATION.paragraphs("1.21", "2.5(e)(ii)"), CHAPTER_16["38 CSS12"]),
    note="The window for ESF results is shown for Wales too, because destinations feed management information.",
)
