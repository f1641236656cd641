"""Duties of Job Finding Support that are simply done or not, of one case."""

from dwp_rules.facts import (
    ChangeOfCircumstances,
    Channel,
    Contact,
    Document,
    DocumentIssued,
    DocumentRequested,
    DocumentStep,
    DocumentUpdated,
    Meeting,
    MeetingType,
    Notification,
    NotificationTopic,
    NotStartedReason,
    OfferResponse,
    Party,
    ProvisionEnded,
    Referral,
    ReferralCancelled,
    SupportKind,
    SupportOffered,
    SurveyResponse,
)
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.jfs.completion import cv_refusals, is_one_to_one, plan_to_participant
from dwp_rules.programmes.jfs.deadlines import initial_meeting_on, plan_requested, plan_to_jobcentre
from dwp_rules.programmes.jfs.provision import completed, ended, participant
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.standards import survey_requested
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["DUTIES"]


def rule(number: str, title: str, *paragraphs: str, note: str = "") -> Rule:
    """Name a duty of the guidance."""
    return Rule(f"JFS-{number}", title, GUIDANCE.paragraphs(*paragraphs), note=note)


# ── when a duty applies, and what shows that it was done ─────────────────────────────────────────────────────────


def is_vulnerable(s: Situation) -> bool | Unknown:
    """The Jobcentre regards the person as vulnerable."""
    vulnerable = s.participant.vulnerable
    return Unknown("vulnerable") if vulnerable is None else vulnerable


def attempts_logged(s: Situation) -> bool:
    """Every attempt before the meeting has its date, time and method."""
    return all(c.at is not None and c.channel is not None for c in s.of(Contact) if c.by is not Party.PARTICIPANT)


def met(s: Situation) -> bool:
    """An initial meeting took place."""
    return any(m.attended and m.type is MeetingType.INITIAL for m in s.of(Meeting))


def start_evidenced(s: Situation) -> bool | None:
    """The induction pack and the draft JFAP were issued, and the participant acknowledged both."""
    issued = {d.document: d for d in reversed(s.of(DocumentIssued)) if d.to in {None, Party.PARTICIPANT}}
    both = [issued.get(document) for document in (Document.INDUCTION_PACK, Document.ACTION_PLAN)]
    return all(d is not None and d.acknowledged_on is not None for d in both) if any(both) else None


def delivered_digitally(s: Situation) -> bool | Unknown | None:
    """Every meeting was on-line, or by telephone with someone who cannot work on-line."""
    held = {channel for m in s.of(Meeting) if m.attended for channel in m.channels or ()}
    if not held:
        return None
    if Channel.IN_PERSON in held:
        return False
    if Channel.TELEPHONE not in held:
        return True
    usable = s.participant.usable_channels
    if usable is None:
        return Unknown("usable_channels")
    return not usable & {Channel.ONLINE, Channel.VIDEO}


def found_ineligible(s: Situation) -> bool:
    """The referral was closed because the person was not, or no longer, eligible or suitable."""
    return any(c.reason is NotStartedReason.NOT_ELIGIBLE_OR_SUITABLE for c in s.of(ReferralCancelled))


def group_session_offered(s: Situation) -> bool | None:
    """A group session was offered, or attended."""
    offered = any(o.what is SupportKind.GROUP_SESSION for o in s.of(SupportOffered))
    return offered or any(m.type is MeetingType.GROUP for m in s.of(Meeting)) or None


def advisers_named(s: Situation) -> bool | None:
    """Each 1-2-1 meeting has a named adviser."""
    meetings = [m for m in s.of(Meeting) if m.attended and is_one_to_one(m)]
    return all(m.adviser for m in meetings) if meetings else None


def signposted(s: Situation) -> bool | None:
    """Other help was pointed to; that none is recorded says nothing."""
    return any(o.what is SupportKind.SIGNPOSTING for o in s.of(SupportOffered)) or None


def draft_at_meeting(s: Situation) -> bool | None:
    """The first draft was made at the initial meeting."""
    drafts = [d for d in s.of(DocumentUpdated) if d.document is Document.ACTION_PLAN and d.step is DocumentStep.DRAFTED]
    days = s[initial_meeting_on]
    return drafts[0].on in days if drafts and days else None


def refused_cv_help(s: Situation) -> bool:
    """Help with the CV was declined."""
    return any(o.response is OfferResponse.DECLINED for o in s[cv_refusals])


def refusal_recorded(s: Situation) -> bool | None:
    """The reason for each refusal is recorded."""
    reasons = [o.reason_recorded for o in s[cv_refusals] if o.response is OfferResponse.DECLINED]
    return False if False in reasons else None if None in reasons else True


def asked_for_plan(s: Situation) -> bool:
    """Jobcentre Plus asked for the JFAP."""
    return bool(s[plan_requested])


def plan_checked_and_sent(s: Situation) -> bool | None:
    """The JFAP went out; what was noted on it is on the checklist."""
    return None if s[plan_to_jobcentre] else False


def reminded(s: Situation) -> bool | None:
    """The participant was reminded to tell the Jobcentre of a change."""
    told = (n for n in s.of(Notification) if n.topic in {NotificationTopic.BENEFIT_IMPACT, None})
    return any(n.recipient is Party.PARTICIPANT for n in told) or None


def on_provision_or_over(s: Situation) -> bool:
    """The person is, or was, a participant."""
    return s[participant]


def exit_tasks_done(s: Situation) -> bool | None:
    """A completer had the copy and the survey; the mention of a call is on the checklist."""
    if not s[completed]:
        return None
    return None if bool(s[plan_to_participant]) and s[survey_requested] else False


def provision_over(s: Situation) -> bool:
    """Provision has ended."""
    return bool(s[ended]) and s[participant]


def last_engagement_recorded(s: Situation) -> bool:
    """Every end code that the provider entered has the last day of engagement with it."""
    entered = (e for e in s.of(ProvisionEnded) if e.end_code is not None and e.entered_by is not Party.SYSTEM)
    return all(e.last_engagement_on is not None for e in entered)


def code_entered(s: Situation) -> bool:
    """The provider entered an end code."""
    return any(e.end_code is not None and e.entered_by is not Party.SYSTEM for e in s.of(ProvisionEnded))


def survey_channels(s: Situation) -> bool | Unknown:
    """Each answer came by e-mail, portal, website or on-line; by telephone only with a written record."""
    by_telephone = [r for r in s.of(SurveyResponse) if r.channel is Channel.TELEPHONE]
    if any(r.written_record is None for r in by_telephone):
        return Unknown("survey_response.written_record")
    return all(r.written_record for r in by_telephone)


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
        when=on_provision_or_over,
    ),
    Duty(
        rule("SAFEGUARD-01", "Vulnerable person notified", "3.04"),
        "safeguarding",
        ("provider_notified", "safeguarding_procedures"),
        about=Referral,
        when=is_vulnerable,
    ),
    Duty(
        rule("CONTACT-03", "What is recorded of each attempt", "3.13"),
        "contact_log",
        ("date", "time", "method"),
        shown_by=attempts_logged,
        about=Contact,
    ),
    Duty(
        rule("CONTACT-04", "What is settled on contact", "3.14"),
        "contact",
        ("meeting_date_and_time_agreed", "meeting_method_agreed", "email_address_checked", "it_access_checked"),
        when=met,
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
        when=met,
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
        when=met,
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
        shown_by=start_evidenced,
        when=on_provision_or_over,
    ),
    Duty(
        rule("START-09", "Meeting date on the JFAP", "3.29"),
        "action_plan",
        ("initial_meeting_date",),
        when=on_provision_or_over,
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
        shown_by=delivered_digitally,
        when=met,
    ),
    Duty(
        rule("START-11", "Identity record", "3.22", "3.24", "3.25"),
        "identity_check",
        ("method", "evidence_type", "reference_number"),
        when=met,
    ),
    Duty(
        rule("START-12", "Identity not confirmed", "3.21", "3.26"),
        "identity",
        ("confirmed_or_work_coach_contacted",),
        when=met,
    ),
    Duty(
        rule("OUTCOME-04", "Did Not Start for ineligibility needs care", "3.31 note"),
        "ineligibility",
        ("considered_all_circumstances",),
        about=ReferralCancelled,
        when=found_ineligible,
    ),
    Duty(
        rule("OFFER-03", "One group session, up to 15 as a guide", "1.19", "1.20", note="15 is guidance, not a limit."),
        "offer",
        ("group_session",),
        shown_by=group_session_offered,
        when=on_provision_or_over,
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
        when=on_provision_or_over,
    ),
    Duty(
        rule("OFFER-06", "Designated adviser", "1.32", "Annex 3 (Designated Adviser(s))"),
        "adviser",
        ("named_for_each_session",),
        shown_by=advisers_named,
        when=on_provision_or_over,
    ),
    Duty(
        rule("OFFER-08", "Signposting", "1.21"),
        "signposting",
        ("other_support_offered",),
        shown_by=signposted,
        when=on_provision_or_over,
    ),
    Duty(
        rule("JFAP-01", "Draft JFAP at the initial meeting", "3.19", "4.03"),
        "action_plan",
        ("drafted_at_initial_meeting", "agreed_with_participant"),
        shown_by=draft_at_meeting,
        when=on_provision_or_over,
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
        when=asked_for_plan,
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
        shown_by=plan_checked_and_sent,
        about=DocumentRequested,
        when=asked_for_plan,
    ),
    Duty(
        rule("JFAP-08", "Right to query the JFAP", "4.08"),
        "action_plan",
        ("query_instructions_given",),
        when=on_provision_or_over,
    ),
    Duty(
        rule("CV-02", "Refusal of CV help recorded", "4.14", "4.15"),
        "cv_help",
        ("decline_recorded_in_record_of_activities", "decline_reason_recorded"),
        shown_by=refusal_recorded,
        about=SupportOffered,
        when=refused_cv_help,
    ),
    Duty(
        rule("CHANGE-05", "Remind the participant", "4.26", "4.27", note="The provider need not tell DWP."),
        "change_of_circumstances",
        ("participant_reminded",),
        shown_by=reminded,
        about=ChangeOfCircumstances,
    ),
    Duty(
        rule("COMPLETE-06", "Exit tasks", "5.02", "5.12", "5.20 (second)", "7.44 CSS 6"),
        "exit_tasks",
        ("finalised_jfap", "copy_to_participant", "customer_call_statement", "survey_request"),
        shown_by=exit_tasks_done,
        when=completed,
    ),
    Duty(
        rule("CODE-04", "Last day of engagement", "Annex 2"),
        "end_code",
        ("last_engagement_on",),
        shown_by=last_engagement_recorded,
        about=ProvisionEnded,
        when=code_entered,
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
        shown_by=survey_channels,
        about=SurveyResponse,
    ),
)
