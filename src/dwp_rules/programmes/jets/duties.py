"""Duties of WHP JETS towards one participant that are simply done or not."""

from dwp_rules.facts import (
    ChangeOfCircumstances,
    Cost,
    Disengaged,
    DocumentUpdated,
    EsfResult,
    Meeting,
    NotificationTopic,
    ReEngaged,
    Referral,
    WorkStarted,
)
from dwp_rules.programmes.chapter_16.duties import evaluation_duty
from dwp_rules.programmes.jets.duties_shown import (
    change_considered,
    completed_in_england,
    destination_known,
    engaged_for_jets,
    equipment_or_training_funded,
    esf_form_known,
    evidence_in_time,
    failed_while_mandated,
    has_re_engaged,
    initial_meeting_known,
    meeting_confirmed,
    no_incentive,
    not_paid_to_employer,
    on_no_benefit,
    recorded_as_told,
    results_evidenced,
    self_referred,
    started,
    told_dwp_of_disengagement,
    told_dwp_of_employment,
    told_dwp_of_failure,
    told_dwp_of_re_engagement,
    wet_signature,
)
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["DUTIES"]


def rule(number: str, title: str, *paragraphs: str, chapter: tuple[str, ...] = (), note: str = "") -> Rule:
    """Name a duty of the specification, or of chapter 16 as it applies to JETS."""
    citations = (*SPECIFICATION.paragraphs(*paragraphs), *CHAPTER_16.paragraphs(*chapter))
    return Rule(f"JETS-{number}", title, citations, note=note)


DUTIES = (
    Duty(
        rule("REF-03", "Self-referral goes through the Provider", "2.22", "2.23", "2.24"),
        "self_referral",
        ("submitted_by_prime",),
        about=Referral,
        when=self_referred,
    ),
    Duty(
        rule("REF-04", "Self-referral form sent one at a time", "A4.5"),
        "self_referral_form",
        ("on_dwp_form", "one_form_in_the_email", "to_direct_referral_central_team"),
        about=Referral,
        when=self_referred,
    ),
    Duty(
        rule("REF-05", "Eligibility evidence before submission", "2.26", note="The same day is early enough."),
        "eligibility_evidence",
        ("collected", "verified", "retained"),
        shown_by=evidence_in_time,
        about=Referral,
        when=self_referred,
    ),
    Duty(
        rule("REF-08", "Cap notified in the month before", "2.27"),
        "self_referral_cap",
        ("notified_in_the_month_before",),
        of_contract=True,
    ),
    Duty(
        rule("REF-10", "Participant data transferred by DWP", "2.13"),
        "participant_data",
        ("transferred",),
        shown_by=recorded_as_told(NotificationTopic.PARTICIPANT_DATA),
        about=Referral,
    ),
    Duty(
        rule("MAND-02", "Failure of a mandated person reported", "2.28", note="No period is stated."),
        "mandation",
        ("failure_reported",),
        shown_by=told_dwp_of_failure,
        about=Meeting,
        when=failed_while_mandated,
    ),
    Duty(
        rule(
            "START-04",
            "Evidence of the start",
            "2.16",
            note="An ESF form or action planning; other kinds are for judgement.",
        ),
        "start_evidence",
        ("esf_form_or_action_planning",),
        when=started,
    ),
    Duty(
        rule("START-06", "Confirmation of the start meeting", "2.14"),
        "start_meeting",
        ("confirmation_sent",),
        shown_by=meeting_confirmed,
        about=Meeting,
        when=initial_meeting_known,
    ),
    Duty(
        rule("START-07", "Participation compatible with benefit conditions", "2.15"),
        "benefit_conditions",
        ("compatible_with_conditionality",),
        shown_by=on_no_benefit,
        when=started,
    ),
    Duty(
        rule("COC-01", "Disengagement notified", "1.22", note="No period is stated."),
        "change_of_circumstances",
        ("disengagement_notified",),
        shown_by=told_dwp_of_disengagement,
        about=Disengaged,
    ),
    Duty(
        rule("COC-02", "Re-engagement notified", "1.22"),
        "change_of_circumstances",
        ("re_engagement_notified",),
        shown_by=told_dwp_of_re_engagement,
        about=ReEngaged,
        when=has_re_engaged,
    ),
    Duty(
        rule("COC-03", "Changes received from DWP considered", "1.22"),
        "change_of_circumstances",
        ("considered",),
        shown_by=change_considered,
        about=ChangeOfCircumstances,
    ),
    Duty(
        rule("SUPPORT-01", "Elements of the delivery model", "2.2", "1.3"),
        "delivery_model",
        (
            "personalised_approach",
            "diagnostic_screening",
            "job_search_support",
            "skills_analysis",
            "confidence",
            "sector_change_advice",
            "signposting",
        ),
        when=started,
    ),
    Duty(
        rule("SUPPORT-03", "Information exchanged lawfully with other services", "A4.10"),
        "other_services",
        ("information_exchanged", "data_protection_basis"),
        when=started,
    ),
    Duty(
        rule("EXCL-02", "Such employment notified to DWP", "3.19"),
        "provider_employment",
        ("notified",),
        shown_by=told_dwp_of_employment,
        about=WorkStarted,
        when=engaged_for_jets,
    ),
    Duty(
        rule("EXCL-03", "No incentive or wage contribution to employers", "3.20", "3.21"),
        "employer_payments",
        ("no_incentive", "no_wage_contribution"),
        shown_by=no_incentive,
        about=Cost,
    ),
    Duty(
        rule("EXCL-04", "Equipment and training never paid to the employer", "3.22"),
        "employer_payments",
        ("not_paid_to_employer",),
        shown_by=not_paid_to_employer,
        about=Cost,
        when=equipment_or_training_funded,
    ),
    Duty(
        rule("ESF-05", "ESF form contents", "2.18"),
        "esf_form",
        ("characteristics", "declaration", "participant_signature", "venue_postcode", "provider_signature"),
        about=DocumentUpdated,
        when=esf_form_known,
    ),
    Duty(
        rule("ESF-06", "Signature or COVID-19 annotation", "2.5(e)(i)", chapter=("38 CSS11",)),
        "esf_signature",
        ("easement_in_force",),
        shown_by=wet_signature,
        about=DocumentUpdated,
        when=esf_form_known,
    ),
    Duty(
        rule("ESF-09", "Destination collected on completion", "1.15", "1.20"),
        "esf_result",
        ("destination_recorded",),
        shown_by=destination_known,
        when=completed_in_england,
    ),
    Duty(
        rule("ESF-11", "Completion data evidenced", "1.23"),
        "esf_result",
        ("evidence_held",),
        shown_by=results_evidenced,
        about=EsfResult,
    ),
    Duty(
        rule(
            "MI-04",
            "Activities recorded in PRaP",
            "A4.6",
            note="A sustained job, also named there, does not exist in JETS.",
        ),
        "prap",
        ("referral", "start", "job_start", "completion", "claims"),
        when=started,
    ),
    Duty(
        rule("TRAVEL-02", "Travel evidence explained at the start", "A4.3"),
        "induction",
        ("travel_evidence_explained",),
        shown_by=recorded_as_told(NotificationTopic.TRAVEL_EVIDENCE),
        when=started,
    ),
    Duty(
        rule("DBS-01", "Disclosure checks at the Provider's cost", "A4.4"),
        "dbs_check",
        ("paid_by_provider",),
        when=started,
    ),
    Duty(
        rule("COMPLAINT-02", "Complaints process explained at induction", "A4.19"),
        "induction",
        ("complaints_process_explained",),
        shown_by=recorded_as_told(NotificationTopic.COMPLAINTS_PROCESS),
        when=started,
    ),
    evaluation_duty("JETS"),
    Duty(
        rule("DATA-01", "Data shared lawfully and kept secure", "A4.10", "A4.22", "A4.23"),
        "data_security",
        ("lawful_basis", "safeguards"),
        of_contract=True,
    ),
    Duty(
        rule("BRAND-01", "Branding and marketing approved", "A4.24", "Annex 2 Q3"),
        "branding",
        ("approved_by_dwp", "esf_branding"),
        of_contract=True,
    ),
)
