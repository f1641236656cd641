"""Duties of Job Finding Support that are simply done or not, of one case."""

from dwp_rules.facts import (
    ChangeOfCircumstances,
    Contact,
    DocumentRequested,
    ProvisionEnded,
    Referral,
    ReferralCancelled,
    SupportOffered,
    SurveyResponse,
)
from dwp_rules.programmes.jfs import duty_evidence as evidence
from dwp_rules.programmes.jfs.provision import completed
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["DUTIES"]


def rule(number: str, title: str, *paragraphs: str, note: str = "") -> Rule:
    """Name a duty of the guidance."""
    return Rule(f"JFS-{number}", title, GUIDANCE.paragraphs(*paragraphs), note=note)


DUTIES = (
    Duty(
        rule(
            "RECORD-02",
            "Evidence file for a started participant",
            "3.13",
            "3.16",
            "3.19",
            "3.25",
            "3.29",
            "4.04",
            "4.09",
        ),
        "evidence_file",
        (
            "contact_attempts",
            "identity_check",
            "induction_pack_issue",
            "draft_jfap_issue",
            "documents_acknowledgement",
            "start_communications",
            "updated_jfap",
        ),
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule("SAFEGUARD-01", "Vulnerable person notified", "3.04"),
        "safeguarding",
        ("provider_notified", "safeguarding_procedures"),
        about=Referral,
        when=evidence.is_vulnerable,
    ),
    Duty(
        rule("CONTACT-03", "What is recorded of each attempt", "3.13"),
        "contact_log",
        ("date", "time", "method"),
        shown_by=evidence.attempts_logged,
        about=Contact,
    ),
    Duty(
        rule("CONTACT-04", "What is settled on contact", "3.14"),
        "contact",
        ("meeting_date_and_time_agreed", "meeting_method_agreed", "email_address_checked", "it_access_checked"),
        when=evidence.met,
    ),
    Duty(
        rule(
            "START-04",
            "Initial meeting checklist",
            "3.19",
            note="3.19 points to 3.14 for the induction pack; it is in 3.20.",
        ),
        "initial_meeting",
        (
            "identity_checked",
            "communication_method_agreed",
            "support_outlined",
            "maximum_length_explained",
            "minimum_offer_made",
            "needs_identified",
            "draft_jfap_created",
            "jcp_sharing_explained",
            "next_appointment_agreed",
            "induction_pack_issued",
            "draft_jfap_issued",
            "draft_jfap_copy_kept",
        ),
        when=evidence.met,
    ),
    Duty(
        rule("START-05", "Induction pack content", "3.20"),
        "induction_pack",
        (
            "complaints_procedure",
            "data_protection_responsibilities",
            "contact_method",
            "behaviour_attendance_participation_expectations",
            "other_relevant_information",
        ),
        when=evidence.met,
    ),
    Duty(
        rule(
            "START-06",
            "Evidence that a start happened",
            "3.19",
            "4.04",
            note="No time limit is set for the acknowledgement; that it is missing does not undo the start.",
        ),
        "start_evidence",
        (
            "induction_pack_issued_on",
            "draft_jfap_issued_on",
            "induction_pack_acknowledged_on",
            "draft_jfap_acknowledged_on",
        ),
        shown_by=evidence.start_evidenced,
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule("START-09", "Meeting date on the JFAP", "3.29"),
        "action_plan",
        ("initial_meeting_date",),
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule(
            "START-10",
            "Channel of delivery",
            "1.16",
            "3.17",
            "Annex 3 (Digital Service, Initial Meeting)",
            note="The definition confines the telephone to those not able to work on-line, 2.03 does not: such a "
            "meeting does not conform, but counts for CSS 1.",
        ),
        "digital_service",
        ("online_or_telephone",),
        shown_by=evidence.delivered_digitally,
        when=evidence.met,
    ),
    Duty(
        rule("START-11", "Identity record", "3.22", "3.24", "3.25"),
        "identity_check",
        ("method", "evidence_type", "reference_number"),
        when=evidence.met,
    ),
    Duty(
        rule("START-12", "Identity not confirmed", "3.21", "3.26"),
        "identity",
        ("confirmed_or_work_coach_contacted",),
        when=evidence.met,
    ),
    Duty(
        rule("OUTCOME-04", "Did Not Start for ineligibility needs care", "3.31 note"),
        "ineligibility",
        ("considered_all_circumstances",),
        about=ReferralCancelled,
        when=evidence.found_ineligible,
    ),
    Duty(
        rule("OFFER-03", "One group session, up to 15 as a guide", "1.19", "1.20", note="15 is guidance, not a limit."),
        "offer",
        ("group_session",),
        shown_by=evidence.group_session_offered,
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule("OFFER-04", "Minimum service", "1.19", "1.20", "1.27", "1.28", "1.32"),
        "minimum_service",
        (
            "four_hours_one_to_one",
            "two_one_to_one_sessions",
            "group_session",
            "mock_interview",
            "sector_specific_advice",
            "job_matching_and_employer_advice",
            "online_peer_meeting",
            "jfap",
            "personalised_cv",
        ),
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule("OFFER-06", "Designated adviser", "1.32", "Annex 3 (Designated Adviser(s))"),
        "adviser",
        ("named_for_each_session",),
        shown_by=evidence.advisers_named,
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule("OFFER-08", "Signposting", "1.21"),
        "signposting",
        ("other_support_offered",),
        shown_by=evidence.signposted,
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule("JFAP-01", "Draft JFAP at the initial meeting", "3.19", "4.03"),
        "action_plan",
        ("drafted_at_initial_meeting", "agreed_with_participant"),
        shown_by=evidence.draft_at_meeting,
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule("JFAP-03", "What the JFAP records", "4.06", "4.07"),
        "action_plan",
        (
            "job_seeking_activity",
            "group_session_feedback",
            "mock_interview_feedback",
            "transferable_skills",
            "sector_specific_advice",
            "up_to_date_cv",
            "job_matching",
            "employer_advice_and_links",
        ),
        when=completed,
    ),
    Duty(
        rule("JFAP-04", "Finalised JFAP", "4.09", "5.02"),
        "action_plan",
        ("finalised", "agreed_with_participant", "summary_of_activities", "next_steps"),
        shown_by=completed,
        when=completed,
    ),
    Duty(
        rule("JFAP-06", "Content of form JFSPRO1", "5.05", note="A postal address where one is needed, as for MAPPA."),
        "jfspro1",
        (
            "date_of_request",
            "return_email",
            "participant_name",
            "participant_nino",
            "provision_end_date",
            "owning_jobcentre",
        ),
        about=DocumentRequested,
        when=evidence.asked_for_plan,
    ),
    Duty(
        rule("JFAP-07", "Steps on receiving the request", "5.03", "5.06"),
        "jfspro1_steps",
        (
            "request_date_annotated",
            "issue_date_annotated",
            "participant_record_updated",
            "jfap_completed_and_dated",
        ),
        shown_by=evidence.plan_checked_and_sent,
        about=DocumentRequested,
        when=evidence.asked_for_plan,
    ),
    Duty(
        rule("JFAP-08", "Right to query the JFAP", "4.08"),
        "action_plan",
        ("query_instructions_given",),
        when=evidence.on_provision_or_over,
    ),
    Duty(
        rule("CV-02", "Refusal of CV help recorded", "4.14", "4.15"),
        "cv_help",
        ("decline_recorded_in_record_of_activities", "decline_reason_recorded"),
        shown_by=evidence.refusal_recorded,
        about=SupportOffered,
        when=evidence.refused_cv_help,
    ),
    Duty(
        rule("CHANGE-05", "Remind the participant", "4.26", "4.27", note="The provider need not tell DWP."),
        "change_of_circumstances",
        ("participant_reminded",),
        shown_by=evidence.reminded,
        about=ChangeOfCircumstances,
    ),
    Duty(
        rule("COMPLETE-06", "Exit tasks", "5.02", "5.12", "5.20 (second)", "7.44 CSS 6"),
        "exit_tasks",
        ("finalised_jfap", "copy_to_participant", "customer_call_statement", "survey_request"),
        shown_by=evidence.exit_tasks_done,
        when=completed,
    ),
    Duty(
        rule("CODE-04", "Last day of engagement", "Annex 2"),
        "end_code",
        ("last_engagement_on",),
        shown_by=evidence.last_engagement_recorded,
        about=ProvisionEnded,
        when=evidence.code_entered,
    ),
    Duty(
        rule("CALL-02", "Tell participants about the call", "5.20 (second)", "7.41"),
        "final_jfap_message",
        ("customer_call_statement",),
        when=completed,
    ),
    Duty(
        rule("SURVEY-02", "Survey channel", "7.44 CSS 6", note="By telephone only where no other option is available."),
        "survey",
        ("channel", "written_record"),
        shown_by=evidence.survey_channels,
        about=SurveyResponse,
    ),
)
