"""What the Work Programme's chapter holds besides rules that decide and duties."""

from dwp_rules.programmes.declared import Entry, Treatment
from dwp_rules.programmes.work_programme.sources import CHAPTER_1

__all__ = ["OTHERS"]

NOT_MODELLED, REFERENCE, DISCRETION = Treatment.NOT_MODELLED, Treatment.REFERENCE, Treatment.DISCRETION


def entry(number: str, title: str, treatment: Treatment, why: str, *paragraphs: str) -> Entry:
    """Name a provision by its number and its paragraphs."""
    return Entry(f"WP-{number}", title, CHAPTER_1.paragraphs(*paragraphs), treatment, why)


OTHERS = (
    entry(
        "CONTRACT-01",
        "Scope of the guidance",
        REFERENCE,
        "the chapter serves people referred up to 31 March 2017",
        "title note",
    ),
    entry(
        "REF-03", "Allocation by market share", NOT_MODELLED, "measured over a contract or many cases", "6", "10", "14"
    ),
    entry("REF-04", "One random allocation", NOT_MODELLED, "measured over a contract or many cases", "6", "14"),
    entry(
        "ESF-01",
        "Direct marketing in England",
        DISCRETION,
        "providers in England may market to Income Support and incapacity benefit claimants; referral stays with "
        "Jobcentre Plus",
        "10",
    ),
)
