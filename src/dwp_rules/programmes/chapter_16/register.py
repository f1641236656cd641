"""What chapter 16 holds for both strands besides rules: reference values, discretions, what is measured elsewhere."""

from collections.abc import Mapping

from dwp_rules.programmes.chapter_16.sources import CHAPTER_16
from dwp_rules.programmes.declared import Entry, Treatment
from dwp_rules.rules import Citation

__all__ = ["shared_entries"]

MEASURED = "measured over a contract or many cases"
NO_OTHERS: Mapping[str, tuple[Citation, ...]] = {}


def shared_entries(strand: str, also: Mapping[str, tuple[Citation, ...]] = NO_OTHERS) -> tuple[Entry, ...]:
    """Give them for a strand, whose ids begin with its name; `also` cites its own documents, by number."""

    def entry(treatment: Treatment, number: str, title: str, why: str, *paragraphs: str) -> Entry:
        citations = (*also.get(number, ()), *CHAPTER_16.paragraphs(*paragraphs))
        return Entry(f"{strand}-{number}", title, citations, treatment, why)

    def measured(number: str, title: str, *paragraphs: str) -> Entry:
        return entry(Treatment.NOT_MODELLED, number, title, MEASURED, *paragraphs)

    def reference(number: str, title: str, why: str, *paragraphs: str) -> Entry:
        return entry(Treatment.REFERENCE, number, title, why, *paragraphs)

    def discretion(number: str, title: str, why: str, *paragraphs: str) -> Entry:
        return entry(Treatment.DISCRETION, number, title, why, *paragraphs)

    return (
        discretion(
            "PERF-12",
            "Performance indicator course of action",
            "DWP may require an improvement plan by a Performance Indicator Course of Action Notice",
            "16",
        ),
        measured("MI-10", "Performance return by the 15th Working Day", "22"),
        measured("MI-11", "Monthly MI five Working Days before the CPR", "11"),
        reference(
            "MI-12",
            "Data sources and monthly MI pack",
            "HMRC data, PRaP and claims are the sources; one pack each month",
            "21",
        ),
        measured("CPR-01", "Contract Performance Review every month", "11", "28", "27"),
        reference(
            "CPR-02", "CPR agenda", "the twelve areas that a review is likely to cover, none of them compulsory", "29"
        ),
        reference("PMIR-01", "Four intervention levels", "the four levels of intervention and who leads each", "4"),
        measured("PMIR-02", "Levels need not be sequential and may run together", "5", "10"),
        measured("PMIR-03", "Provider Action Plan required", "6"),
        measured("PMIR-06", "Plan reviewed at each CPR", "6", "11"),
        discretion(
            "PMIR-09",
            "Level 4: formal action",
            "DWP decides on formal action and which contractual remedies it takes",
            "15",
        ),
        discretion(
            "ASSURE-02",
            "Go-Look-See and Deep Dive visits",
            "performance managers may visit where there is a concern",
            "40",
        ),
        reference("ASSURE-04", "Assurance rating", "weak, limited, reasonable, strong, over three areas", "51", "53"),
        measured("ASSURE-05", "Action plan after a review", "53"),
        measured("ASSURE-06", "Remedial action after repeated low ratings", "54 first bullet"),
        measured(
            "ASSURE-07",
            "Remedial action for action plan failure; referral to investigators",
            "54 second and third bullets",
        ),
        reference(
            "ASSURE-08",
            "What is published of assurance",
            "names of prime providers and their assurance levels are published, reports never",
            "55",
        ),
    )
