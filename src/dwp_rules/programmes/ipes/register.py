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


def measured(number: str, title: str, *paragraphs: str) -> Entry:
    """Name something that is measured over a contract, a month or many cases."""
    why = "measured over a contract or many cases"
    return Entry(f"IPES-{number}", title, SPEC.paragraphs(*paragraphs), Treatment.NOT_MODELLED, why)


OTHERS = (
    measured("ASSURE-01", "Assurance rating triggers", "6.5", "6.7"),
    reference(
        "ASSURE-02", "Other triggers", "6.7", why="lists other grounds on which DWP may act after an assurance review"
    ),
    measured("ASSURE-03", "Review lasts up to five months", "6.6"),
    measured("ASSURE-04", "Compliance check sample sent 5 working days before", "4.39"),
    measured("ASSURE-05", "Provider at Disability Confident level 3 within 12 months of award", "1.23"),
    measured("ASSURE-06", "Subcontractors: level by share of delivery", "1.24"),
    measured("ASSURE-07", "Subcontractors: within 12 months of starting delivery", "1.24"),
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
    measured("CONTRACT-03", "Service start date 4 December 2019", "3.20", "3.21", "2.85"),
    measured("CONTRACT-04", "Referrals for up to 4 years, option of 2 more", "2.85", "3.19", "1.18"),
    measured("CONTRACT-05", "Service goes on 639 days after the last start", "2.85", "3.19"),
    measured("CONTRACT-06", "Standstill of 10 calendar days", "3.29", "3.30"),
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
    measured("CONTRACT-09", "Unit cost: minimum and the 4,000 pound balance", "3.11", "3.12", "3.15"),
    measured("CONTRACT-11", "Market share limit of 40%", "3.23", "3.25"),
    discretion(
        "CONTRACT-12",
        "Combining contracts",
        "3.1",
        "3.26",
        "3.27",
        why="DWP may combine areas, or contracts won by one bidder",
    ),
    measured("CONTRACT-13", "SME spend 40% (aspiration), 33% (government)", "3.36"),
    measured("CONTRACT-14", "Advertising subcontracts over 25,000 pounds", "3.36"),
    measured("CONTRACT-15", "Paying SMEs within 30 days", "3.36"),
    measured("CONTRACT-16", "Life chances schedule", "1.25", "1.26", "1.27"),
    discretion(
        "CONTRACT-19",
        "Which contract a limited bidder keeps",
        "3.24",
        why="DWP weighs factors, not a formula, when the share limit leaves a choice",
    ),
    measured("CONTRACT-22", "Tender assurance factor applied to the score", "3.3"),
    measured("CONTRACT-23", "Implementation period before service start", "2.85"),
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
    measured("FUND-01", "Service fee is 30% of total contract value", "5.3", "5.2", "1.19"),
    measured("FUND-02", "At most 15% of contract value in the first 12 months", "5.4"),
    measured("FUND-03", "Remainder in equal monthly payments to the referral end date", "5.4"),
    measured("FUND-04", "Outcome funding: 70% of contract value, 20/80", "5.9"),
    measured("FUND-05", "Deferral of half the monthly service fee", "4.37", "4.38", "5.5"),
    measured("FUND-06", "When deferral is considered: same standard in 2 of 3 months", "4.38"),
    measured("FUND-07", "Forfeit after six months of deferral", "4.37", "4.38"),
    measured("FUND-08", "Automatic forfeit when referrals end", "4.37", "4.38"),
    measured(
        "FUND-10", "Service fee only for months with referrals, in arrears", "5.3", "5.4", "Annex 5 (Service Fee)"
    ),
    measured("MI-01", "Monthly performance return", "2.86", "2.87", "2.88"),
    reference(
        "MI-03",
        "Immediate and final reporting",
        "1.22",
        "4.19",
        "A4.38",
        why="changes, incidents and disasters are reported at once; an evaluation report at the end",
    ),
    measured("MI-04", "Disability Confident reporting", "1.24", "2.70"),
    measured("MI-05", "Annual contract review", "3.32"),
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
    measured("VALID-01", "Claims that can be neither validated nor invalidated are apportioned", "5.20"),
    measured("VALID-02", "Extrapolation of the error rate", "5.21"),
    measured("VALID-03", "Sampling across contracts", "5.22"),
    measured("VALID-04", "Post-payment sampling of other outcomes", "4.40", "4.41"),
)
