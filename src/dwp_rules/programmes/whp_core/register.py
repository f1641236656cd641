"""What WHP Core holds besides rules: reference values and discretions."""

from dwp_rules.programmes.chapter_16.register import shared_entries
from dwp_rules.programmes.declared import Entry, Treatment
from dwp_rules.programmes.whp_core.sources import CHAPTER_16

__all__ = ["OTHERS"]


def reference(number: str, title: str, why: str, *paragraphs: str) -> Entry:
    """Name a provision that decides nothing, and what it says."""
    return Entry(f"WHP-{number}", title, CHAPTER_16.paragraphs(*paragraphs), Treatment.REFERENCE, why)


OTHERS = (
    reference(
        "CONTRACT-01",
        "Temporary COVID-19 rules",
        "the chapter holds while the contract variations CV01, CV04 and CV05 are in force, whose dates are stated "
        "nowhere; the day that sets a duty running decides",
        "intro",
    ),
    reference(
        "CONTRACT-02",
        "Contract prevails",
        "the contract prevails over the guidance: its numbers come before the parameters",
        "17",
        "37 intro",
        "38 closing text",
        "56 note",
    ),
    reference(
        "CONTRACT-03",
        "What applies to Core only",
        "Devolution Deal Areas, customer groups, the £2,000 milestone, Local Engagement Meetings, in-work standards",
        "3",
        "16",
        "23",
        "32",
        "33",
    ),
    reference(
        "PERF-06",
        "Participant groups within the DDA are indicators",
        "groups within a Devolution Deal Area are performance indicators; the tMPLs are those of the CPA and the DDA",
        "3",
        "16",
    ),
    Entry(
        "WHP-LEM-01",
        "Local Engagement Meetings",
        CHAPTER_16.paragraphs("23", "24", "25", "26"),
        Treatment.DISCRETION,
        "DWP may invite the Provider, at its sole discretion",
    ),
    reference(
        "LEM-02",
        "Integration stays a critical success factor",
        "integration with local services stays a critical success factor while the relief lasts",
        "26",
    ),
    *shared_entries("WHP"),
)
