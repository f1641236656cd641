"""Duties of the Job Finding Support contract that are simply done or not, recorded under their checklists."""

from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["CONTRACT_DUTIES"]


def duty(number: str, title: str, *paragraphs: str, items: tuple[str, ...], note: str = "") -> Duty:
    """Name a duty by its number and paragraphs; its checklist bears the number in small letters."""
    rule = Rule(f"JFS-{number}", title, GUIDANCE.paragraphs(*paragraphs), note=note)
    return Duty(rule, number.lower().replace("-", "_"), items, of_contract=True)


CONTRACT_DUTIES = (
    duty("CONTRACT-05", "Sub-contractors have the guidance", "1.05", items=("have_access", "have_read")),
    duty(
        "CONTRACT-06",
        "Standing provider arrangements",
        *("1.07", "1.08", "1.09", "1.10", "1.11", "1.12", "1.13", "1.17"),
        *("1.18", "1.37", "1.39", "1.41", "3.18", "3.23", "4.23", "7.05"),
        items=(
            "data_protection_arrangements",
            "customer_charter_embedded",
            "disability_confident_role",
            "unencrypted_email_channel",
            "accessible_digital_technology",
            "complaints_process",
            "evaluation_cooperation",
            "change_of_circumstances_process",
            "named_contacts",
        ),
    ),
    duty(
        "BRAND-01",
        "Naming on public material",
        "1.38",
        items=(
            "full_name_used",
            "no_acronym_in_title",
            "prominent",
            "not_only_in_footer",
            "provider_named",
            "correct_dwp_logo",
        ),
    ),
    duty(
        "EVAL-01",
        "Evaluation",
        "1.35",
        "1.36",
        "1.37",
        items=("provider_cooperated",),
        note="No length of notice is given.",
    ),
    duty(
        "CALL-03",
        "Call results shared",
        "5.21",
        "7.42",
        items=("summary_to_provider",),
        note="No time limit is set.",
    ),
    duty("FUND-07", "UK bank account, through PRaP", "6.12", "6.13", items=("uk_bank_account", "recorded_in_prap")),
    duty("FUND-08", "Access to PRaP", "6.11", "6.14", items=("contract_holder", "security_met_before_go_live")),
    duty(
        "MI-04",
        "Tabs of the clerical MI report",
        *("8.02", "8.03", "8.04", "8.05", "8.06"),
        items=("instructions", "css", "staffing", "clerical_mi_return"),
    ),
    duty(
        "MI-07",
        "Content of the monthly performance return",
        "7.31",
        "7.32",
        items=("staff_assigned", "performance_against_css", "supply_chain_performance"),
    ),
    duty(
        "MI-09",
        "Confidential until published",
        "7.26",
        items=("not_disclosed_before_publication",),
        note="On the day of publication it may be disclosed.",
    ),
    duty(
        "PMIR-05",
        "SMART actions",
        "7.11",
        items=("specific", "measurable", "achievable", "realistic", "time_bound"),
    ),
    duty(
        "PMIR-06",
        "Considered before formal action",
        "7.36",
        "7.43",
        items=("pco_checks_considered", "customer_calls_considered"),
        note="A check that warns: 7.08 lets DWP act at any level at any time.",
    ),
    duty("ASSURE-07", "Suspected impropriety", "7.56", items=("referred_to_internal_investigations",)),
    duty(
        "ASSURE-08",
        "Areas of a review",
        "7.50",
        "7.51",
        "7.52",
        items=("governance_arrangements", "service_delivery", "claim_procedures_and_payments", "data_security"),
    ),
    duty(
        "ASSURE-10",
        "Equipment for remote checks",
        "7.37",
        items=("remote_it_equipment", "policy_compliant_equipment", "electronic_evidence"),
    ),
)
