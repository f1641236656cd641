"""What Job Finding Support holds besides rules that decide and duties: references, discretions, what comes later."""

from dwp_rules.programmes.declared import Entry, Treatment
from dwp_rules.programmes.jfs.sources import GUIDANCE

__all__ = ["OTHERS"]

REFERENCE, DISCRETION = Treatment.REFERENCE, Treatment.DISCRETION


def entry(number: str, title: str, treatment: Treatment, why: str, *paragraphs: str) -> Entry:
    """Name a provision by its number and its paragraphs."""
    return Entry(f"JFS-{number}", title, GUIDANCE.paragraphs(*paragraphs), treatment, why)


OTHERS = (
    entry(
        "CONTRACT-01",
        "Programme dates in the document",
        REFERENCE,
        "the programme was announced on 8 July 2020, this version published on 23 July 2021; its end is not dated",
        "1.01",
        "title block",
    ),
    entry(
        "CONTRACT-02",
        "Area of delivery",
        REFERENCE,
        "one contract for England, Scotland and Wales; Northern Ireland is outside it",
        "1.14",
        "1.15",
        "1.16",
    ),
    entry(
        "CONTRACT-07",
        "Who a matter goes to",
        REFERENCE,
        "names the addressee of each kind of matter",
        "1.06",
        "1.40",
        "3.05",
        "3.26",
        "3.31",
        "3.37",
        "8.10",
        "Annex 1",
        "Annex 2",
    ),
    entry(
        "REF-07",
        "Action by the stage at which an error is found",
        REFERENCE,
        "on receipt rejected, before the start cancelled, after it reported to POST and then cancelled "
        "(JFS-OUTCOME-01)",
        "3.32",
        "3.35",
        "3.36",
        "3.37",
        "3.38",
    ),
    entry(
        "START-13",
        "Combination of identity items",
        DISCRETION,
        "the provider decides which items to ask for; a combination is at least two",
        "3.21",
        "3.22",
    ),
    entry(
        "OUTCOME-05",
        "Listed reasons",
        REFERENCE,
        "lists examples of reasons; one that is not listed is not refused",
        "3.31",
        "3.33",
    ),
    entry(
        "OFFER-05",
        "What counts as one-to-one",
        REFERENCE,
        "one-to-one is the adviser with a single customer, on-line or by telephone (JFS-COMPLETE-02)",
        "Annex 3 (One-to-one)",
    ),
    entry(
        "OFFER-07", "Benefit conditionality continues", REFERENCE, "taking part suspends no benefit condition", "1.22"
    ),
    entry(
        "CHANGE-03",
        "Move from Northern Ireland",
        REFERENCE,
        "someone who arrives from Northern Ireland is considered by the usual routes of referral",
        "4.22",
    ),
    entry(
        "CHANGE-04",
        "Change-of-circumstances forms",
        REFERENCE,
        "DWP writes on CEPD1 or UC78e, the provider, if it wishes, on JFS07",
        "4.24",
        "4.25",
        "4.27",
        "4.28",
    ),
    entry(
        "CODE-01",
        "PRaP end codes",
        REFERENCE,
        "1, 36, 37, 39, 43, 45 and 46 are the end codes (JFS-CODE-03)",
        "Annex 2",
    ),
    entry(
        "CODE-02",
        "Code for each way out",
        REFERENCE,
        "completed 39; work 1; leaving, disengaged or abroad 36; died 43; automatic 45; on advice 37 or 46",
        "Annex 2",
        "5.11",
    ),
    entry(
        "CODE-05",
        "Forms",
        REFERENCE,
        "names the author and the paragraph of each form",
        "3.37",
        "4.10",
        "4.24",
        "4.27",
        "5.05",
        "7.10",
        "7.30",
        "Annex 1",
    ),
    entry(
        "REREF-07",
        "Work coach decides, case by case",
        DISCRETION,
        "the work coach decides case by case; nothing is automatic (JFS-REREF-03)",
        "3.41",
        "5.13",
        "5.15",
        "5.17",
        "4.20",
    ),
    entry(
        "CALL-01",
        "Customer experience call",
        DISCRETION,
        "DWP chooses whom to call: about 10 minutes, 6 questions, from the PCO sample",
        "5.20",
        "7.40",
    ),
    entry(
        "SURVEY-01",
        "Satisfaction scale",
        REFERENCE,
        "four answers and free text; there is no neutral one (JFS-SURVEY-03)",
        "7.44 CSS 6",
    ),
    entry(
        "FUND-01",
        "Payment is all service fee",
        REFERENCE,
        "the whole payment is a service fee; no outcome payment exists",
        "1.30",
        "6.01",
        "6.02",
    ),
    entry(
        "FUND-05",
        "Adjustment if starts fall short",
        DISCRETION,
        "DWP may lower the fee where starts fall short; estimate and formula are in the specification and terms",
        "6.04",
    ),
    entry(
        "CSS-09",
        "Which duties are measured by a standard",
        REFERENCE,
        "six standards; none measures the acknowledgement, though chapter 3 says that chapter 7 does",
        "3.08",
        "3.28",
        "7.44",
    ),
    entry("PMIR-01", "Four intervention levels", REFERENCE, "four levels, with who leads each", "7.03", "7.06", "7.07"),
    entry(
        "PMIR-02",
        "Levels need not follow in order",
        REFERENCE,
        "levels may run together, and may be skipped",
        "7.08",
        "7.12",
    ),
    entry(
        "ASSURE-02",
        "Call sample is the PCO sample",
        REFERENCE,
        "customer experience calls use the participants of the PCO sample",
        "7.40",
        "5.20",
    ),
    entry(
        "ASSURE-03",
        "Assurance ratings",
        REFERENCE,
        "weak, limited, reasonable, strong; an action plan where weaknesses were found",
        "7.54",
    ),
    entry("ASSURE-09", "What is published", REFERENCE, "levels and names are published, never the reports", "7.57"),
)
