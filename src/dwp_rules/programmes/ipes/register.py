"""What IPES holds besides rules that decide: reference values, discretions, and what is measured over many cases."""

from dwp_rules.programmes.declared import Entry, Treatment
from dwp_rules.programmes.ipes.sources import SPEC

__all__ = ["OTHERS"]


def reference(number: str, title: str, *paragraphs: str, why: str) -> Entry:
    """Name a constant, a list or a definition."""
    return Entry(f"IPES-{number}", title, SPEC.paragraphs(*paragraphs), Treatment.REFERENCE, why)


def discretion(number: str, title: str, *paragraphs: str, why: str) -> Entry:
    """Name something that DWP may decide."""
    return Entry(f"IPES-{number}", title, SPEC.paragraphs(*paragraphs), Treatment.DISCRETION, why)


OTHERS = (
    reference(
        "ASSURE-02", "Other triggers", "6.7", why="lists other grounds on which DWP may act after an assurance review"
    ),
    reference(
        "ASSURE-10",
        "Other conditional duties",
        "6.18",
        "A4.20",
        "A4.35",
        "A4.36",
        why="duties that arise in stated circumstances, such as disclosure checks or complaints",
    ),
    reference(
        "CONTRACT-01",
        "Six contract areas, one contract each",
        "1.15",
        "1.16",
        "3.1",
        why="names the six Contract Package Areas, one contract each",
    ),
    reference(
        "CONTRACT-02",
        "Volumes and values (estimates)",
        "1.18",
        why="anticipated starts and values by area: estimates without a guarantee",
    ),
    reference(
        "CONTRACT-07", "Procurement timetable", "3.18", "3.28", why="dates of the procurement, a guide that may change"
    ),
    reference(
        "CONTRACT-08",
        "Stages of the procurement",
        "3.2",
        "3.22",
        why="five stages of the procurement, the first four of them evaluated",
    ),
    discretion(
        "CONTRACT-12",
        "Combining contracts",
        "3.1",
        "3.26",
        "3.27",
        why="DWP may combine areas, or contracts won by one bidder",
    ),
    discretion(
        "CONTRACT-19",
        "Which contract a limited bidder keeps",
        "3.24",
        why="DWP weighs factors, not a formula, when the share limit leaves a choice",
    ),
    reference(
        "DOC-11",
        "Retention and prescribed forms",
        "Annex 7",
        "2.84",
        why="the four participant documents are kept for the period of the contract, on DWP's forms",
    ),
    reference(
        "EARN-11",
        "Employed participants identified solely from HMRC data",
        "5.1",
        "5.15",
        why="for employed outcomes HMRC data are the only source; 5.1 says 'most'",
    ),
    reference(
        "ELIG-09",
        "Benefit receipt is irrelevant to eligibility",
        "2.2",
        "2.11",
        why="any benefit or none: the type neither qualifies nor disqualifies",
    ),
    reference(
        "ELIG-10",
        "Joining is voluntary; benefit conditionality goes on",
        "1.7 (NB)",
        "2.2",
        why="volunteers take part; benefit conditionality goes on and IPES itself mandates nothing",
    ),
    reference(
        "ELIG-12",
        "Groups outside the volume forecast are still eligible",
        "1.17",
        "2.11",
        why="the forecast of starts leaves groups out that may join all the same",
    ),
    reference(
        "MI-03",
        "Immediate and final reporting",
        "1.22",
        "4.19",
        "A4.38",
        why="changes, incidents and disasters are reported at once; an evaluation report at the end",
    ),
    reference(
        "MI-06", "Frequencies of management information", "4.14", "4.18", why="monthly, quarterly and as requested"
    ),
    reference(
        "OUTCOME-10",
        "Employed outcomes are automated; self-employed outcomes are claimed",
        "5.14",
        "5.23",
        "5.24",
        "5.25",
        "2.85",
        why="employed outcomes come from HMRC data without a claim; self-employed ones are claimed",
    ),
    discretion(
        "PERF-05",
        "Indicator missed: plan before formal action",
        "4.39",
        why="DWP may ask for a plan, or consider formal action, where indicators or levels are missed",
    ),
    discretion(
        "PERF-10",
        "Costs of formal action recoverable",
        "4.22",
        why="DWP may recover what formal performance action costs it",
    ),
    reference(
        "SE-08",
        "Indicators of self-employment",
        "Annex 5 (Self-Employed)",
        why="nine signs, none decisive; held as the fact self_employment_indicators",
    ),
    reference(
        "SE-09",
        "Same in-work support for the self-employed",
        "2.33",
        "2.64",
        why="in-work support of the same level; no employer plan",
    ),
    reference(
        "SUPPORT-01",
        "Costs the provider bears",
        "2.81",
        "2.82",
        "A4.2",
        "A4.3",
        "A4.4",
        why="lists the costs of attending, which the Provider bears",
    ),
)
