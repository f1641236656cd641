"""What the Work Programme's chapter holds besides rules that decide and duties."""

from dwp_rules.programmes.declared import Entry, Treatment
from dwp_rules.programmes.work_programme.sources import CHAPTER_1

__all__ = ["OTHERS"]

REFERENCE, DISCRETION = Treatment.REFERENCE, Treatment.DISCRETION


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
        "ESF-01",
        "Direct marketing in England",
        DISCRETION,
        "providers in England may market to Income Support and incapacity benefit claimants; referral stays with "
        "Jobcentre Plus",
        "10",
    ),
)
