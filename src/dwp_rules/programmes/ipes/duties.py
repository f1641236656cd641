"""Duties of IPES towards one participant that are simply done or not."""

from collections.abc import Callable

from dwp_rules.facts import (
    Contact,
    Cost,
    Event,
    Meeting,
    PreReferralStep,
)
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.ipes import duties_shown as shown
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["DUTIES", "rule"]


def rule(number: str, title: str, *paragraphs: str, note: str = "") -> Rule:
    """Name a duty by its number and paragraphs."""
    return Rule(f"IPES-{number}", title, SPEC.paragraphs(*paragraphs), note=note)


def recorded(
    of: Rule,
    checklist: str,
    *items: str,
    about: type[Event] | None = None,
    when: Callable[[Situation], bool | Unknown] | None = shown.started,
    also: Callable[[Situation], tuple[str, ...]] | None = None,
) -> Duty:
    """Declare a duty that only its checklist shows."""
    return Duty(of, checklist, items, about=about, when=when, also=also)


DUTIES = (
    recorded(
        rule(
            "REF-02",
            "Warm handover: what it must achieve",
            "2.13",
            "2.14",
            "2.15",
            note="That the Provider is available whenever the Jobcentre is open is a duty of the contract.",
        ),
        "warm_handover",
        "introduction",
        "initial_conversation",
        "contact_details_and_first_appointment",
        "concerns_addressed",
        about=PreReferralStep,
        when=shown.handed_over,
    ),
    Duty(
        rule(
            "REF-03",
            "Handover without the participant: provider must send the appointment",
            "2.15",
            note="No time limit: it must come before the meeting.",
        ),
        "first_appointment",
        ("appointment_supplied",),
        shown_by=shown.appointment_supplied,
        about=PreReferralStep,
        when=shown.handed_over_without_participant,
    ),
    Duty(
        rule(
            "REF-07",
            "Restricted and safeguarded cases",
            "2.17",
            "2.79",
            note="The restricted process for those under public protection arrangements, safeguarding for the "
            "vulnerable.",
        ),
        "restricted_case",
        when=shown.needs_a_process,
        also=shown.procedures,
    ),
    Duty(
        rule("REF-09", "Identity satisfied in every communication", "2.18"),
        "identity",
        ("identity_confirmed",),
        shown_by=shown.identity_confirmed,
        about=Contact,
        when=shown.contacted,
    ),
    recorded(
        rule("START-04", "Checks at the initial meeting", "2.19"),
        "initial_meeting",
        "identity",
        "current_employment",
        "expected_final_payment",
        about=Meeting,
        when=shown.initial_meeting_known,
    ),
    recorded(
        rule("START-05", "Minimum contents of the induction pack", "2.20", "A4.36", "Annex 5 (Induction Pack)"),
        "induction_pack",
        "health_and_safety",
        "data_protection",
        "signed_travel_and_expenses_declaration",
        "maps",
        "location_and_contact_details",
        "expectations",
        "complaints_process",
        "attendance_requirements",
        about=Meeting,
        when=shown.initial_meeting_known,
    ),
    Duty(
        rule(
            "START-09",
            "Separate introduction if the key worker is not at the initial meeting",
            "2.21",
            note="No time limit is given.",
        ),
        "key_worker",
        ("introduction_held",),
        shown_by=shown.key_worker_introduced,
        about=Meeting,
        when=shown.initial_meeting_known,
    ),
    Duty(
        rule("START-10", "Evidence of a start", "2.22"),
        "start_evidence",
        ("participant_signature_same_day", "provider_signature_same_day", "issued", "copy_kept"),
        shown_by=shown.start_evidenced,
        when=shown.started,
    ),
    recorded(
        rule("PLAN-03", "What the draft plan must settle", "2.28"),
        "action_plan",
        "next_contact_date_and_time",
        "next_location",
        "weekly_meeting_offer",
        "adjustments",
        "preferred_communication",
        "actions_before_next_meeting",
    ),
    recorded(
        rule("PLAN-07", "Six areas of progress measured", "2.30", "1.9"),
        "progress_areas",
        "managing_condition",
        "general_self_efficacy",
        "wellbeing",
        "job_search_self_efficacy",
        "job_seeking_activity",
        "work_environment_experience",
    ),
    recorded(
        rule("PLAN-09", "Weekly offer evident in the plan", "2.27", "2.31"),
        "weekly_offer",
        "plan_shows_weekly_offer",
        "activity_recorded",
    ),
    recorded(
        rule("CONTACT-04", "Minimum content of in-work support", "2.65", "2.37", "2.38"),
        "in_work_support",
        "key_worker_contact",
        "support_network",
        "practical_actions",
        "adjustments_and_access_to_work",
        when=shown.in_work_support,
    ),
    Duty(
        rule(
            "CONTACT-05",
            "Benefit impact explained; changes of circumstances reminder",
            "1.13",
            "2.67",
            "2.71",
            note="No time limit for either.",
        ),
        "benefit_impact",
        ("benefit_impact_explained",),
        shown_by=shown.benefit_explained,
        when=shown.benefits_affected,
    ),
    Duty(
        rule(
            "CASECONF-04",
            "Arranged and led by the provider; in the Jobcentre if face to face",
            "2.43",
            "Annex 5 (Case Conferences)",
        ),
        "case_conference",
        ("arranged_and_led_by_provider", "in_jobcentre_if_face_to_face"),
        shown_by=shown.conferences_in_jobcentre,
        about=Meeting,
        when=shown.conference_known,
    ),
    Duty(
        rule("CASECONF-06", "Provider meets the participant's costs of the conference", "2.43", "2.82", "A4.4"),
        "conference_costs",
        ("costs_met",),
        shown_by=shown.conference_costs_met,
        about=Cost,
        when=shown.conference_cost_known,
    ),
    recorded(
        rule(
            "DOC-02",
            "Contents of the employer support plan",
            "2.63",
            "2.70",
            "4.28",
            note="With the amount, where the Provider funds equipment or training.",
        ),
        "employer_support_plan",
        "support_during_iws",
        "needs_after_iws",
        "transfer_arrangements",
        when=shown.employer_plan_known,
        also=shown.funding_detail,
    ),
    Duty(
        rule("DOC-04", "Progress report kept, and copied to the Jobcentre on a handback", "2.48", "Annex 5", "Annex 7"),
        "progress_report_copies",
        ("copy_kept", "copy_to_jobcentre_on_handback"),
        shown_by=shown.report_kept,
        when=shown.report_due,
    ),
    recorded(
        rule("DOC-09", "Contents of the progress report", "2.48", "Annex 5"),
        "progress_report",
        "reason_ended",
        "progress",
        "work_environment_experience",
        "next_steps",
        when=shown.report_due,
    ),
    recorded(
        rule(
            "DOC-10",
            "Author and contents of the exit activity plan",
            "2.50",
            "2.51",
            note="For someone in work also how the employer carries on, and how to reach the Jobcentre.",
        ),
        "exit_activity_plan",
        "key_worker_author",
        "next_steps",
        "support_needed",
        when=shown.exit_plan_due,
        also=shown.for_someone_in_work,
    ),
    Duty(
        rule(
            "DOC-12", "Tell the Jobcentre of starts, leavings and completions", "A4.21", "A4.27", note="No time limit."
        ),
        "jobcentre_informed",
        ("start", "leaving_or_completion"),
        shown_by=shown.told_jobcentre,
        when=shown.started,
    ),
    recorded(
        rule("DISENGAGE-06", "What is recorded", "2.60", "2.61"),
        "disengagement",
        "steps_taken",
        "methods",
        "dates",
        "notifications",
        when=shown.has_disengaged,
    ),
    Duty(
        rule("SUPPORT-08", "Replacement care: by whom", "A4.17", "A4.18"),
        "replacement_care",
        ("registered_or_recognised_carer",),
        shown_by=shown.care_by_local_carers,
        about=Cost,
        when=shown.replacement_care_known,
    ),
    recorded(
        rule("SUPPORT-11", "No recommendation of a carer", "A4.12", "A4.13", "A4.19"),
        "carers",
        "no_carer_recommended",
        when=shown.care_known,
    ),
    recorded(
        rule("SUPPORT-12", "Support with costs must be promoted", "A4.5", "A4.8", "A4.16"),
        "support_with_costs",
        "travel",
        "childcare",
        "replacement_care",
    ),
)
