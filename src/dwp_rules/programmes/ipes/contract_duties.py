"""Duties of an IPES contract that are simply done or not, recorded under their checklists."""

from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["CONTRACT_DUTIES"]


def duty(number: str, title: str, *paragraphs: str, items: tuple[str, ...], note: str = "") -> Duty:
    """Name a duty by its number and paragraphs; its checklist bears the number in small letters."""
    rule = Rule(f"IPES-{number}", title, SPEC.paragraphs(*paragraphs), note=note)
    return Duty(rule, number.lower().replace("-", "_"), items, of_contract=True)


CONTRACT_DUTIES = (
    duty(
        "CASECONF-07",
        "No more than two tender measures for conferences",
        "2.44",
        items=("at_most_two_measures",),
    ),
    duty("CLAIM-05", "Payment only to UK bank accounts", "5.23", items=("uk_bank_account",)),
    duty(
        "PERF-09",
        "Monthly contract performance review",
        "4.15",
        "4.16",
        "4.39",
        items=("monthly_review", "mi_before_review"),
        note="'Prior to' the review is before its day.",
    ),
    duty(
        "FUND-09",
        "Notice before deferral and before forfeit",
        "4.38",
        items=("notice_before_deferral", "notice_before_forfeit"),
        note="An automatic forfeit needs none.",
    ),
    duty(
        "MI-07",
        "Management information is confidential until published",
        "4.23",
        "6.8",
        items=("not_disclosed_before_publication",),
    ),
    duty(
        "ASSURE-08",
        "Merlin standard",
        "6.12",
        items=("merlin_held_with_supply_chain",),
        note="No date for attaining it is given.",
    ),
    duty(
        "ASSURE-09",
        "Information security",
        "6.14",
        "6.17",
        items=("processed_in_uk_or_permitted", "fines_paid_by_provider"),
    ),
    duty(
        "ASSURE-11",
        "Security plan with the tender, security met before go-live",
        "6.15",
        "A4.22",
        "A4.41",
        items=("plan_with_tender", "secure_before_live"),
        note="'Before contracts go live' is before the day.",
    ),
    duty(
        "CONTRACT-10",
        "Further services paused on core failure",
        "3.17",
        items=("core_delivered_or_further_services_paused",),
    ),
    duty(
        "CONTRACT-17",
        "Naming of the programme",
        "2.83",
        items=("full_name_prominent", "no_acronym_in_title", "correct_dwp_logo"),
    ),
    duty(
        "CONTRACT-18",
        "Coverage and communication",
        "2.76",
        "2.80",
        items=("covers_whole_cpa", "unencrypted_email"),
    ),
    duty(
        "CONTRACT-20",
        "Minimum partnership links",
        "2.40",
        "2.5",
        "2.68",
        items=(
            "substance_misuse_services",
            "domestic_and_sexual_crime_services",
            "local_authorities",
            "education_and_training",
            "troubled_families_in_england",
            "sensory_impairments",
        ),
    ),
    duty(
        "CONTRACT-21",
        "Standing appointments and access",
        "4.12",
        "4.21",
        "6.4",
        items=("named_contacts",),
    ),
)
