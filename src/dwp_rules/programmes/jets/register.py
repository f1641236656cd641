"""What WHP JETS holds besides rules: reference values and discretions."""

from dwp_rules.programmes.chapter_16.register import shared_entries
from dwp_rules.programmes.declared import Entry, Treatment
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Citation

__all__ = ["OTHERS"]


def cited(*paragraphs: str, chapter: tuple[str, ...] = ()) -> tuple[Citation, ...]:
    """Cite paragraphs of the specification, then those of chapter 16."""
    return (*SPECIFICATION.paragraphs(*paragraphs), *CHAPTER_16.paragraphs(*chapter))


def reference(number: str, title: str, why: str, *paragraphs: str, chapter: tuple[str, ...] = ()) -> Entry:
    """Name a provision that decides nothing, and what it says."""
    return Entry(f"JETS-{number}", title, cited(*paragraphs, chapter=chapter), Treatment.REFERENCE, why)


def discretion(number: str, title: str, why: str, *paragraphs: str, chapter: tuple[str, ...] = ()) -> Entry:
    """Name what somebody may decide as they see fit."""
    return Entry(f"JETS-{number}", title, cited(*paragraphs, chapter=chapter), Treatment.DISCRETION, why)


OTHERS = (
    reference(
        "CONTRACT-06",
        "Anticipated starts and value by CPA",
        "six areas with their anticipated starts and contract values, not to be relied on and never a limit",
        "1.24",
    ),
    discretion(
        "CONTRACT-07",
        "Oversubscription control",
        "DWP decides how volumes are kept from oversubscription; no formula is given",
        "1.25",
    ),
    reference(
        "CONTRACT-08",
        "Governing contract variation",
        "CV06 governs JETS, CV04 the other WHP services; the dates of the variations are stated nowhere",
        "1.2",
        "1.3",
        "2.9",
        "4.1",
        chapter=("intro", "34"),
    ),
    reference(
        "CONTRACT-11",
        "Precedence of the contract over the guidance",
        "the contract prevails over the guidance",
        chapter=("38 closing text", "17", "56 note"),
    ),
    reference(
        "CONTRACT-13",
        "Parameters DWP may change",
        "names the numbers that DWP may change; they are parameters",
        "2.5 footnote 1",
        "2.32",
        "1.24",
        "2.22",
        "2.27",
    ),
    reference(
        "SUIT-02",
        "Who decides suitability",
        "a DWP work coach decides suitability; for self-referrals the self-referral authorising body",
        "2.8",
        "2.10",
        "2.23",
    ),
    reference(
        "MAND-01",
        "Voluntary by default, mandated by a work coach",
        "voluntary unless a work coach mandates; held as the fact participation_basis",
        "2.11",
        "2.28",
    ),
    discretion(
        "MAND-04",
        "Work focused interviews",
        "a work coach may set a work focused interview, subject to benefit law",
        "2.29",
    ),
    reference(
        "SUPPORT-02",
        "In-work support not required",
        "no in-work support; booked meetings are suspended while a job lasts (JETS-CSS-09)",
        "2.3",
    ),
    reference(
        "OUTCOME-06",
        "Source of each outcome",
        "employed outcomes come from HMRC Real Time Earnings, self-employed ones from claims in PRaP",
        "3.6",
        "3.8",
        "3.15",
        chapter=("21",),
    ),
    reference("CLAIM-02", "Composition of the limits", "238 = 182 + 56 and 299 = 238 + 61", "3.11"),
    discretion(
        "EXCL-05",
        "Consequence of missing purchase evidence or incentives",
        "DWP may, depending on circumstances, seek to terminate the contract",
        "3.23",
    ),
    discretion(
        "ESF-16",
        "ESF conditions after EU exit",
        "ESF conditions may continue after the exit from the European Union; providers are told",
        "1.31",
    ),
    reference(
        "CSS-18",
        "Numbering map between the two documents",
        "which standard of chapter 16 is which of the specification, and of WHP Core",
        "2.5",
        chapter=("38",),
    ),
    reference(
        "PERF-04",
        "JETS measured at CPA level only",
        "JETS is managed by Contract Package Area, without customer groups",
        chapter=("3", "36"),
    ),
    discretion(
        "MI-05",
        "Meetings, visits and forums",
        "DWP may visit, announced or not, and hosts forums; no counts or dates",
        "3.16",
        "3.18",
        "A4.11",
        "A4.13",
        "A4.17",
    ),
    discretion(
        "FUND-05",
        "Alternative payment model",
        "DWP may, subject to negotiation, introduce another payment model",
        "1.10",
    ),
    *shared_entries("JETS"),
)
