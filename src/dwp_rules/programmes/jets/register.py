"""What WHP JETS holds besides rules that decide: reference values, discretions, and what is measured over many cases."""

from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.programmes.programme import Entry, Treatment

__all__ = ["OTHERS"]

NOT_MODELLED, REFERENCE, DISCRETION = Treatment.NOT_MODELLED, Treatment.REFERENCE, Treatment.DISCRETION


def entry(
    number: str, title: str, treatment: Treatment, why: str, specification: tuple[str, ...], chapter: tuple[str, ...]
) -> Entry:
    """Name a provision by its number, its paragraphs in the specification and those in chapter 16."""
    citations = (*SPECIFICATION.paragraphs(*specification), *CHAPTER_16.paragraphs(*chapter))
    return Entry(f"JETS-{number}", title, citations, treatment, why)


OTHERS = (
    entry(
        "CONTRACT-03", "End of service delivery", NOT_MODELLED, "measured over a contract or many cases", ("1.11",), ()
    ),
    entry(
        "CONTRACT-04", "Contract phase on a date", NOT_MODELLED, "measured over a contract or many cases", ("1.11",), ()
    ),
    entry(
        "CONTRACT-05",
        "Contract-level tail for outcomes and claims (derived)",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("1.11", "3.8", "3.11", "3.12"),
        (),
    ),
    entry(
        "CONTRACT-06",
        "Anticipated starts and value by CPA",
        REFERENCE,
        "six areas with their anticipated starts and contract values, not to be relied on and never a limit",
        ("1.24",),
        (),
    ),
    entry(
        "CONTRACT-07",
        "Oversubscription control",
        DISCRETION,
        "DWP decides how volumes are kept from oversubscription; no formula is given",
        ("1.25",),
        (),
    ),
    entry(
        "CONTRACT-08",
        "Governing contract variation",
        REFERENCE,
        "CV06 governs JETS, CV04 the other WHP services; the dates of the variations are stated nowhere",
        ("1.2", "1.3", "2.9", "4.1"),
        ("intro", "34"),
    ),
    entry(
        "CONTRACT-11",
        "Precedence of the contract over the guidance",
        REFERENCE,
        "the contract prevails over the guidance",
        (),
        ("38 closing text", "17", "56 note"),
    ),
    entry(
        "CONTRACT-13",
        "Parameters DWP may change",
        REFERENCE,
        "names the numbers that DWP may change; they are parameters",
        ("2.5 footnote 1", "2.32", "1.24", "2.22", "2.27"),
        (),
    ),
    entry(
        "SUIT-02",
        "Who decides suitability",
        REFERENCE,
        "a DWP work coach decides suitability; for self-referrals the self-referral authorising body",
        ("2.8", "2.10", "2.23"),
        (),
    ),
    entry(
        "MAND-01",
        "Voluntary by default, mandated by a work coach",
        REFERENCE,
        "voluntary unless a work coach mandates; held as the fact participation_basis",
        ("2.11", "2.28"),
        (),
    ),
    entry(
        "MAND-04",
        "Work focused interviews",
        DISCRETION,
        "a work coach may set a work focused interview, subject to benefit law",
        ("2.29",),
        (),
    ),
    entry(
        "SUPPORT-02",
        "In-work support not required",
        REFERENCE,
        "no in-work support; booked meetings are suspended while a job lasts (JETS-CSS-09)",
        ("2.3",),
        (),
    ),
    entry(
        "OUTCOME-06",
        "Source of each outcome",
        REFERENCE,
        "employed outcomes come from HMRC Real Time Earnings, self-employed ones from claims in PRaP",
        ("3.6", "3.8", "3.15"),
        ("21",),
    ),
    entry("CLAIM-02", "Composition of the limits", REFERENCE, "238 = 182 + 56 and 299 = 238 + 61", ("3.11",), ()),
    entry(
        "EXCL-05",
        "Consequence of missing purchase evidence or incentives",
        DISCRETION,
        "DWP may, depending on circumstances, seek to terminate the contract",
        ("3.23",),
        (),
    ),
    entry(
        "ESF-12",
        "Document retention to 31 December 2027",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("1.28", "1.11"),
        (),
    ),
    entry(
        "ESF-16",
        "ESF conditions after EU exit",
        DISCRETION,
        "ESF conditions may continue after the exit from the European Union; providers are told",
        ("1.31",),
        (),
    ),
    entry(
        "CSS-17",
        "Standards with no stated percentage",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("2.5", "3.3"),
        ("35", "38"),
    ),
    entry(
        "CSS-18",
        "Numbering map between the two documents",
        REFERENCE,
        "which standard of chapter 16 is which of the specification, and of WHP Core",
        ("2.5",),
        ("38",),
    ),
    entry(
        "PERF-02",
        "Minimum performance level 22%",
        NOT_MODELLED,
        "measured over a contract or many cases",
        (),
        ("36", "34"),
    ),
    entry(
        "PERF-03",
        "Cohort maturity dates (derived)",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("3.8", "3.12"),
        ("20",),
    ),
    entry(
        "PERF-04",
        "JETS measured at CPA level only",
        REFERENCE,
        "JETS is managed by Contract Package Area, without customer groups",
        (),
        ("3", "36"),
    ),
    entry(
        "PERF-05",
        "Critical success factors and two outcome targets",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("1.6", "3.3", "3.4"),
        (),
    ),
    entry(
        "PERF-10",
        "Measurement windows",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("3.14",),
        ("11", "21"),
    ),
    entry(
        "PERF-11", "Relative performance ranking", NOT_MODELLED, "measured over a contract or many cases", (), ("18",)
    ),
    entry(
        "PERF-12",
        "Performance indicator course of action",
        DISCRETION,
        "DWP may require an improvement plan by a Performance Indicator Course of Action Notice",
        (),
        ("16",),
    ),
    entry(
        "MI-02",
        "Adviser caseload against the stated maximum",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("2.31", "Annex 2 Q1", "Annex 2 Q5"),
        (),
    ),
    entry(
        "MI-05",
        "Meetings, visits and forums",
        DISCRETION,
        "DWP may visit, announced or not, and hosts forums; no counts or dates",
        ("3.16", "3.18", "A4.11", "A4.13", "A4.17"),
        (),
    ),
    entry(
        "MI-10",
        "Performance return by the 15th Working Day",
        NOT_MODELLED,
        "measured over a contract or many cases",
        (),
        ("22",),
    ),
    entry(
        "MI-11",
        "Monthly MI five Working Days before the CPR",
        NOT_MODELLED,
        "measured over a contract or many cases",
        (),
        ("11",),
    ),
    entry(
        "MI-12",
        "Data sources and monthly MI pack",
        REFERENCE,
        "HMRC data, PRaP and claims are the sources; one pack each month",
        (),
        ("21",),
    ),
    entry(
        "CPR-01",
        "Contract Performance Review every month",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("3.13", "3.14"),
        ("11", "28", "27"),
    ),
    entry(
        "CPR-02",
        "CPR agenda",
        REFERENCE,
        "the twelve areas that a review is likely to cover, none of them compulsory",
        (),
        ("29",),
    ),
    entry(
        "PMIR-01",
        "Four intervention levels",
        REFERENCE,
        "the four levels of intervention and who leads each",
        (),
        ("4",),
    ),
    entry(
        "PMIR-02",
        "Levels need not be sequential and may run together",
        NOT_MODELLED,
        "measured over a contract or many cases",
        (),
        ("5", "10"),
    ),
    entry(
        "PMIR-03", "Provider Action Plan required", NOT_MODELLED, "measured over a contract or many cases", (), ("6",)
    ),
    entry(
        "PMIR-06", "Plan reviewed at each CPR", NOT_MODELLED, "measured over a contract or many cases", (), ("6", "11")
    ),
    entry(
        "PMIR-09",
        "Level 4: formal action",
        DISCRETION,
        "DWP decides on formal action and which contractual remedies it takes",
        (),
        ("15",),
    ),
    entry(
        "ASSURE-02",
        "Go-Look-See and Deep Dive visits",
        DISCRETION,
        "performance managers may visit where there is a concern",
        (),
        ("40",),
    ),
    entry(
        "ASSURE-04",
        "Assurance rating",
        REFERENCE,
        "weak, limited, reasonable, strong, over three areas",
        (),
        ("51", "53"),
    ),
    entry(
        "ASSURE-05", "Action plan after a review", NOT_MODELLED, "measured over a contract or many cases", (), ("53",)
    ),
    entry(
        "ASSURE-06",
        "Remedial action after repeated low ratings",
        NOT_MODELLED,
        "measured over a contract or many cases",
        (),
        ("54 first bullet",),
    ),
    entry(
        "ASSURE-07",
        "Remedial action for action plan failure; referral to investigators",
        NOT_MODELLED,
        "measured over a contract or many cases",
        (),
        ("54 second and third bullets",),
    ),
    entry(
        "ASSURE-08",
        "What is published of assurance",
        REFERENCE,
        "names of prime providers and their assurance levels are published, reports never",
        (),
        ("55",),
    ),
    entry(
        "FUND-01",
        "Cost plus 5%",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("1.3", "1.9", "4.2", "4.3", "4.4"),
        (),
    ),
    entry(
        "FUND-02",
        "Separate monthly payments",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("4.1", "4.2"),
        (),
    ),
    entry(
        "FUND-04",
        "Validation and recovery of overpayment",
        NOT_MODELLED,
        "measured over a contract or many cases",
        ("4.5", "4.7", "4.8"),
        (),
    ),
    entry(
        "FUND-05",
        "Alternative payment model",
        DISCRETION,
        "DWP may, subject to negotiation, introduce another payment model",
        ("1.10",),
        (),
    ),
)
