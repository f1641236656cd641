"""Duties of a WHP JETS contract that are simply done or not, recorded under their checklists."""

from dwp_rules.programmes.chapter_16.duties import contract_duties
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["CONTRACT_DUTIES"]


def duty(number: str, title: str, *paragraphs: str, items: tuple[str, ...], note: str = "") -> Duty:
    """Name a duty by its number and paragraphs; its checklist bears the number in small letters."""
    rule = Rule(f"JETS-{number}", title, SPECIFICATION.paragraphs(*paragraphs), note=note)
    return Duty(rule, number.lower().replace("-", "_"), items, of_contract=True)


MAIN_RISKS = 3
"""The risks to the stated performance level that a Service Delivery Assessment names (Annex 2 Q4)."""

CONTRACT_DUTIES = (
    duty(
        "CONTRACT-01",
        "Service goes live in October 2020",
        "1.1",
        "1.12",
        items=("service_start_in_october_2020",),
        note="'Early October' has no date: in or out of October 2020 only.",
    ),
    duty("CONTRACT-09", "JETS kept separate from WHP Core", "1.3", "4.1", "Annex 2 Q8", items=("records_by_strand",)),
    duty(
        "CONTRACT-10",
        "Service Delivery Assessment complete",
        "1.5",
        "1.12",
        "2.4",
        "2.31",
        "2.34",
        "Annex 2 Q1-Q9",
        items=(
            *(f"question_{number}" for number in range(1, 10)),
            *(f"main_risk_{number}" for number in range(1, MAIN_RISKS + 1)),
            "risks_rated",
            "gantt_chart",
            "maximum_caseload",
            "staff_by_role",
            "first_referral_date",
            "monthly_capacity_profile",
        ),
    ),
    duty(
        "CONTRACT-12",
        "Security requirements met before going live",
        "A4.7",
        "A4.8",
        items=("security_requirements_met", "prap_access_for_prime_only"),
    ),
    duty("ESF-13", "Publicity material approved first", "1.28", items=("approved_before_publication",)),
    duty(
        "ESF-14",
        "ESF obligations",
        "1.28",
        items=(
            "stage_evidence",
            "claim_evidence",
            "audit_trail",
            "publicity",
            "cross_cutting_themes",
            "retention",
            "audit_access",
        ),
    ),
    duty(
        "ESF-15", "ESF management information collected", "1.29", "1.15", items=("mi_collected", "destination_recorded")
    ),
    duty(
        "MI-01",
        "Contents of the Monthly Performance Return",
        "2.31",
        "2.32",
        items=(
            "staff_fte_by_role",
            "absences",
            "caseload_per_adviser",
            "participants_in_main_element",
            "supply_chain_performance",
        ),
    ),
    duty("MI-03", "Management information kept restricted", "3.15", "3.17", items=("restricted_until_published",)),
    duty("EVAL-04", "Cooperation with the evaluation of JETS", "1.7", "1.8", items=("notice_given", "cooperated")),
    duty("FUND-03", "UK bank account only", "4.6", items=("uk_bank_account",)),
    *contract_duties("JETS", also={"ASSURE-01": SPECIFICATION.paragraphs("1.30")}),
)
