"""What chapter 16 holds for both strands besides rules: reference values and discretions."""

from collections.abc import Mapping

from dwp_rules.programmes.chapter_16.sources import CHAPTER_16
from dwp_rules.programmes.declared import Entry, Treatment
from dwp_rules.rules import Citation

__all__ = ["shared_entries"]

NO_OTHERS: Mapping[str, tuple[Citation, ...]] = {}


def shared_entries(strand: str, also: Mapping[str, tuple[Citation, ...]] = NO_OTHERS) -> tuple[Entry, ...]:
    """Give them for a strand, whose ids begin with its name; `also` cites its own documents, by number."""

    def entry(treatment: Treatment, number: str, title: str, why: str, *paragraphs: str) -> Entry:
        citations = (*also.get(number, ()), *CHAPTER_16.paragraphs(*paragraphs))
        return Entry(f"{strand}-{number}", title, citations, treatment, why)

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
        reference(
            "MI-12",
            "Data sources and monthly MI pack",
            "HMRC data, PRaP and claims are the sources; one pack each month",
            "21",
        ),
        reference(
            "CPR-02", "CPR agenda", "the twelve areas that a review is likely to cover, none of them compulsory", "29"
        ),
        reference("PMIR-01", "Four intervention levels", "the four levels of intervention and who leads each", "4"),
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
        reference(
            "ASSURE-08",
            "What is published of assurance",
            "names of prime providers and their assurance levels are published, reports never",
            "55",
        ),
    )
