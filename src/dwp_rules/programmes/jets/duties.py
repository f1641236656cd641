"""Duties of WHP JETS that are simply done or not: of a case, and of the contract."""

from collections.abc import Callable

from dwp_rules.facts import (
    AppointmentBooked,
    Basis,
    ChangeOfCircumstances,
    Cost,
    CostKind,
    Disengaged,
    Document,
    DocumentRequested,
    DocumentUpdated,
    EarningsPayment,
    EsfResult,
    Meeting,
    MeetingType,
    Notification,
    NotificationTopic,
    Party,
    PreReferralStep,
    ReEngaged,
    Referral,
    ReferralRoute,
    ReferralStep,
    SignatureKind,
    WorkStarted,
)
from dwp_rules.facts.moments import document_issued, engaged_by_provider, referral_received, start_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.jets.deadlines import exit_report_required
from dwp_rules.programmes.jets.esf import applies as esf_applies
from dwp_rules.programmes.jets.earnings import provider_engaged
from dwp_rules.programmes.jets.provision import ended, mandated
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["DUTIES"]


def rule(number: str, title: str, *paragraphs: str, chapter: tuple[str, ...] = (), note: str = "") -> Rule:
    """Name a duty of the specification, or of chapter 16 as it applies to JETS."""
    citations = (*SPECIFICATION.paragraphs(*paragraphs), *CHAPTER_16.paragraphs(*chapter))
    return Rule(f"JETS-{number}", title, citations, note=note)


# ── when a duty applies, and what shows that it was done ─────────────────────────────────────────────────────────


def started(s: Situation) -> bool:
    """The person is, or was, a participant."""
    return bool(s[start_days])


def self_referred(s: Situation) -> bool:
    """The provider supplied the person's details itself."""
    return any(r.route is ReferralRoute.SELF_REFERRAL for r in s.of(Referral))


def initial_meeting_known(s: Situation) -> bool:
    """An initial meeting took place."""
    return any(m.attended and m.type is MeetingType.INITIAL for m in s.of(Meeting))


def meeting_confirmed(s: Situation) -> bool | None:
    """The person was sent the time and date of the start meeting."""
    return any(b.confirmed_on is not None for b in s.of(AppointmentBooked)) or None


def evidence_in_time(s: Situation) -> bool | None:
    """Eligibility evidence was verified by the day on which the details were submitted (2.26)."""
    verified = [p.on for p in s.of(PreReferralStep) if p.step is ReferralStep.EVIDENCE_VERIFIED]
    submitted = [p.on for p in s.of(PreReferralStep) if p.step is ReferralStep.DETAILS_SUBMITTED]
    if not submitted:
        return None
    return bool(verified) and verified[0] <= submitted[0]


def told_dwp(*topics: NotificationTopic) -> Callable[[Situation], bool]:
    """Make the test of whether the provider told DWP about one of these."""

    def told(s: Situation) -> bool:
        return any(n.topic in topics and n.recipient is not Party.PARTICIPANT for n in s.of(Notification))

    return told


def recorded_as_told(topic: NotificationTopic) -> Callable[[Situation], bool | None]:
    """Make the test of whether a message is recorded; that none is says nothing."""

    def told(s: Situation) -> bool | None:
        return any(n.topic is topic for n in s.of(Notification)) or None

    return told


def missed_while_mandated(s: Situation) -> bool | Unknown:
    """A mandated person failed to attend."""
    for missed in (m.on for m in s.of(Meeting) if not m.attended):
        bound = mandated(s, missed)
        if isinstance(bound, Unknown) or bound:
            return bound
    return any(
        spell.basis is Basis.MANDATED and any(not m.attended and m.type is MeetingType.INITIAL for m in s.of(Meeting))
        for spell in s.participant.participation_basis or ()
    )


def has_re_engaged(s: Situation) -> bool:
    """The participant re-engaged after disengaging; without that there is nothing to report."""
    disengaged = s.of(Disengaged)
    return bool(disengaged) and any(r.on >= disengaged[0].on for r in s.of(ReEngaged))


def change_considered(s: Situation) -> bool:
    """Every change was considered."""
    return all(c.considered_on is not None for c in s.of(ChangeOfCircumstances))


def engaged_for_jets(s: Situation) -> bool | Unknown:
    """The provider group employs the participant in a part of its business directly related to JETS (3.19)."""
    if not s[provider_engaged]:
        return False
    jobs = [w for w in s.of(WorkStarted) if engaged_by_provider(w.employer)]
    if any(w.related_to_programme for w in jobs):
        return True
    return Unknown("work_started.related_to_programme") if any(w.related_to_programme is None for w in jobs) else False


def no_incentive(s: Situation) -> bool:
    """No incentive and no contribution to wages was paid to an employer (3.20, 3.21)."""
    return all(c.cost not in {CostKind.EMPLOYER_INCENTIVE, CostKind.WAGE_CONTRIBUTION} for c in s.of(Cost))


def not_paid_to_employer(s: Situation) -> bool | Unknown:
    """No money for equipment or training went to the employer (3.22)."""
    funded = [c for c in s.of(Cost) if c.cost in {CostKind.EQUIPMENT, CostKind.TRAINING}]
    if any(c.payee is None for c in funded):
        return Unknown("cost.payee")
    return all(c.payee is not Party.EMPLOYER for c in funded)


def equipment_or_training_funded(s: Situation) -> bool:
    """Equipment or training was paid for."""
    return any(c.cost in {CostKind.EQUIPMENT, CostKind.TRAINING} for c in s.of(Cost))


def esf_form_known(s: Situation) -> bool | Unknown:
    """An ESF form is known, of a participant to whom the ESF duties apply."""
    applies = s[esf_applies]
    return applies if applies is not True else any(_is_esf(d.document) for d in s.of(DocumentUpdated))


def _is_esf(document: Document) -> bool:
    return document in {Document.ESF_INITIAL_FORM, Document.ESF_END_FORM}


def wet_signature(s: Situation) -> bool | None:
    """Every ESF form carries a wet signature; an annotation needs the easements to be in place."""
    kinds = {d.signature for d in s.of(DocumentUpdated) if _is_esf(d.document) and d.signature is not None}
    return True if kinds == {SignatureKind.WET} else None


def destination_known(s: Situation) -> bool | None:
    """A destination or result is recorded; that none is says nothing."""
    return bool(s.of(EsfResult)) or None


def results_evidenced(s: Situation) -> bool | Unknown:
    """Every reported result is evidenced (1.23)."""
    if any(r.evidenced is None for r in s.of(EsfResult)):
        return Unknown("esf_result.evidenced")
    return all(r.evidenced for r in s.of(EsfResult))


def completed(s: Situation) -> bool:
    """Provision has ended."""
    return bool(s[ended])


def completed_in_england(s: Situation) -> bool | Unknown:
    """Provision has ended for a participant to whom the ESF duties apply."""
    return s[esf_applies] if s[ended] else False


def report_due(s: Situation) -> bool:
    """Provision has ended and an exit report was required."""
    return bool(s[ended]) and exit_report_required(s)


def report_requested(s: Situation) -> bool:
    """DWP asked for the exit report."""
    return any(d.document is Document.EXIT_REPORT for d in s.of(DocumentRequested))


def contacted_by_researchers(s: Situation) -> bool:
    """The person's details were passed on for an evaluation."""
    return any(n.topic is NotificationTopic.EVALUATION for n in s.of(Notification))


def agreed_to_evaluation(s: Situation) -> bool:
    """The person agreed before the details were passed on (chapter 16, 46)."""
    agreed = s.participant.evaluation_consent_on
    passed = min(n.on for n in s.of(Notification) if n.topic is NotificationTopic.EVALUATION)
    return agreed is not None and agreed <= passed


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
        shown_by=told_dwp(NotificationTopic.FAILURE_TO_ATTEND),
        about=Meeting,
        when=missed_while_mandated,
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
        rule("START-05", "Contents of the initial meeting", "2.14", "2.15", "2.18"),
        "initial_meeting",
        ("provision_discussed", "needs_discussed", "preferred_communication"),
        about=Meeting,
        when=initial_meeting_known,
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
        when=started,
    ),
    Duty(
        rule("EXIT-03", "Exit report contents, copy and release", "1.19", "2.5(d)(i)", chapter=("38 CSS10",)),
        "exit_report",
        ("summary", "further_support", "copy_kept"),
        when=report_due,
    ),
    Duty(
        rule("COC-01", "Disengagement notified", "1.22", note="No period is stated."),
        "change_of_circumstances",
        ("disengagement_notified",),
        shown_by=told_dwp(NotificationTopic.DISENGAGEMENT),
        about=Disengaged,
    ),
    Duty(
        rule("COC-02", "Re-engagement notified", "1.22"),
        "change_of_circumstances",
        ("re_engagement_notified",),
        shown_by=told_dwp(NotificationTopic.RE_ENGAGEMENT),
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
        shown_by=told_dwp(NotificationTopic.PROVIDER_EMPLOYS_PARTICIPANT),
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
        when=started,
    ),
    Duty(
        rule("EVAL-02", "Agreement before details go to researchers", chapter=("46",)),
        "evaluation",
        ("agreement_sought",),
        shown_by=agreed_to_evaluation,
        about=Notification,
        when=contacted_by_researchers,
    ),
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
