"""The closed lists of values that facts and events use; one spelling each.

Programme ids, end reasons and phase names are not here: each programme declares its own.
"""

from enum import StrEnum


class Sex(StrEnum):
    """Sex, which matters to State Pension age for births before 6 December 1953 only."""

    FEMALE = "female"
    MALE = "male"


class Nation(StrEnum):
    """Where a person lives, or which nations a contract covers."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"
    ELSEWHERE = "elsewhere"


class CustomerGroup(StrEnum):
    """The measurement group of WHP Core and JETS, fixed at the start."""

    DISABILITY = "disability"
    EARLY_ACCESS = "early_access"
    LONG_TERM_UNEMPLOYED = "long_term_unemployed"
    JETS = "jets"


class Benefit(StrEnum):
    """What is claimed; `none` where it is known that nothing is."""

    UNIVERSAL_CREDIT = "universal_credit"
    NEW_STYLE_JSA = "new_style_jsa"
    JSA = "jsa"
    NEW_STYLE_ESA = "new_style_esa"
    ESA = "esa"
    INCOME_SUPPORT = "income_support"
    INCAPACITY_BENEFIT = "incapacity_benefit"
    OTHER = "other"
    NONE = "none"


class UcRegime(StrEnum):
    """The conditionality regime of Universal Credit."""

    ALL_WORK_RELATED_REQUIREMENTS = "all_work_related_requirements"
    WORK_PREPARATION = "work_preparation"
    WORK_FOCUSED_INTERVIEW_ONLY = "work_focused_interview_only"
    NO_WORK_RELATED_REQUIREMENTS = "no_work_related_requirements"


class Conditionality(StrEnum):
    """Whether taking part can be required of the person."""

    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"
    NONE = "none"


class Basis(StrEnum):
    """The footing on which a person takes part."""

    VOLUNTARY = "voluntary"
    MANDATED = "mandated"


class MandationScope(StrEnum):
    """What a mandation covers."""

    FIRST_APPOINTMENT = "first_appointment"
    SCHEME = "scheme"


class BarrierKind(StrEnum):
    """The two sorts of barrier to work."""

    PERSONAL = "personal"
    WORK_RELATED = "work_related"


class SupportIntensity(StrEnum):
    """Where support of greater intensity is needed."""

    PRE_WORK = "pre_work"
    IN_WORK = "in_work"


class OtherSupport(StrEnum):
    """Existing offers that may be judged enough."""

    JOBCENTRE_OFFER = "jobcentre_offer"
    OTHER_DWP_PROVISION = "other_dwp_provision"


class SuitabilityReason(StrEnum):
    """The three reasons for which JETS may suit a person."""

    NEEDS_HELP_TO_FIND_WORK = "needs_help_to_find_work"
    JOB_SEARCH_SKILLS = "job_search_skills"
    TRANSFERABLE_SKILLS = "transferable_skills"


class SelfEmploymentSign(StrEnum):
    """The nine signs that work is self-employment: counted, never decisive."""

    CAN_HIRE_OTHERS = "can_hire_others"
    CLASS_2_OR_4_NI = "class_2_or_4_ni"
    CORRECTS_UNSATISFACTORY_WORK = "corrects_unsatisfactory_work"
    DECIDES_HOW_WHEN_WHERE = "decides_how_when_where"
    FIXED_PRICE = "fixed_price"
    PROVIDES_MAIN_EQUIPMENT = "provides_main_equipment"
    RUNS_BUSINESS = "runs_business"
    SELLS_FOR_PROFIT = "sells_for_profit"
    SEVERAL_CUSTOMERS = "several_customers"


class Party(StrEnum):
    """Who does, sends or receives something."""

    PARTICIPANT = "participant"
    PROVIDER = "provider"
    SUPPLY_CHAIN_PARTNER = "supply_chain_partner"
    JOBCENTRE = "jobcentre"
    WORK_COACH = "work_coach"
    DWP = "dwp"
    SIGNPOSTING_ORGANISATION = "signposting_organisation"
    DECISION_MAKER = "decision_maker"
    EMPLOYER = "employer"
    ESF_ADMIN_TEAM = "esf_admin_team"
    PRAP_SUPPORT_TEAM = "prap_support_team"
    POLICY_TEAM = "policy_team"
    SYSTEM = "system"


class ReferralRoute(StrEnum):
    """How a referral comes about; a signposting organisation identifies but cannot refer."""

    JOBCENTRE = "jobcentre"
    SELF_REFERRAL = "self_referral"
    SIGNPOSTING_ORGANISATION = "signposting_organisation"


class ReferralStep(StrEnum):
    """The steps on the way to a referral, in the order in which they are taken."""

    IDENTIFIED = "identified"
    JOBCENTRE_INTERVIEW = "jobcentre_interview"
    WORK_COACH_ASSESSMENT = "work_coach_assessment"
    INFORMATION_GIVEN = "information_given"
    WARM_HANDOVER = "warm_handover"
    AGREED_TO_START = "agreed_to_start"
    EVIDENCE_VERIFIED = "evidence_verified"
    DETAILS_SUBMITTED = "details_submitted"


class ReferralDecision(StrEnum):
    """What the provider decides on a referral."""

    ACCEPT = "accept"
    REJECT = "reject"


class ErrorStep(StrEnum):
    """How far a fault in a referral has come."""

    FOUND = "found"
    REPORTED_TO_POST = "reported_to_post"
    POST_CONFIRMED = "post_confirmed"


class ErrorStage(StrEnum):
    """When a fault in a referral is found."""

    ON_RECEIPT = "on_receipt"
    BEFORE_MEETING = "before_meeting"
    AT_MEETING = "at_meeting"
    AFTER_START = "after_start"


class CancelledAs(StrEnum):
    """The outcome with which a referral is closed without a start."""

    DID_NOT_START = "did_not_start"
    DID_NOT_ATTEND = "did_not_attend"
    NO_CONTACT = "no_contact"


class NotStartedReason(StrEnum):
    """Why a person did not start."""

    STARTED_WORK = "started_work"
    ILLNESS = "illness"
    CHANGED_CIRCUMSTANCES = "changed_circumstances"
    NOT_ELIGIBLE_OR_SUITABLE = "not_eligible_or_suitable"
    DOES_NOT_WANT_TO_PARTICIPATE = "does_not_want_to_participate"
    KNOWN_NOT_TO_ATTEND = "known_not_to_attend"
    ERROR = "error"
    OTHER = "other"


class ContactResult(StrEnum):
    """Whether the person was reached."""

    ATTEMPTED = "attempted"
    MADE = "made"


class Channel(StrEnum):
    """How people meet or write; face to face means that every attendee is there in person."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    TELEPHONE = "telephone"
    ONLINE = "online"
    EMAIL = "email"
    LETTER = "letter"
    TEXT_MESSAGE = "text_message"
    PORTAL = "portal"
    WEBSITE = "website"
    PRAP = "prap"


class ContactPurpose(StrEnum):
    """What a contact is for."""

    FIRST_CONTACT = "first_contact"
    KEEP_IN_TOUCH = "keep_in_touch"
    MISSED_MEETING = "missed_meeting"
    DISENGAGEMENT = "disengagement"
    IN_WORK_NEEDS = "in_work_needs"
    IN_WORK = "in_work"
    IDENTITY = "identity"
    CUSTOMER_EXPERIENCE = "customer_experience"
    OTHER = "other"


class MeetingType(StrEnum):
    """The sorts of meeting."""

    INITIAL = "initial"
    BOOKED = "booked"
    ONE_TO_ONE = "one_to_one"
    GROUP = "group"
    MOCK_INTERVIEW = "mock_interview"
    CASE_CONFERENCE = "case_conference"
    WARM_HANDBACK = "warm_handback"
    KEY_WORKER_INTRODUCTION = "key_worker_introduction"
    ELIGIBILITY_REFERRAL = "eligibility_referral"
    OTHER = "other"


class NotificationTopic(StrEnum):
    """What one party tells another."""

    FAILURE_TO_ATTEND = "failure_to_attend"
    DISENGAGEMENT = "disengagement"
    RE_ENGAGEMENT = "re_engagement"
    WITHDRAWAL = "withdrawal"
    VALID_REASON = "valid_reason"
    CHANGE_OF_CIRCUMSTANCES = "change_of_circumstances"
    PROVIDER_EMPLOYS_PARTICIPANT = "provider_employs_participant"
    NON_QUALIFYING_PAYMENT = "non_qualifying_payment"
    START = "start"
    COMPLETION = "completion"
    TRAVEL_EVIDENCE = "travel_evidence"
    COMPLAINTS_PROCESS = "complaints_process"
    BENEFIT_IMPACT = "benefit_impact"
    EVALUATION = "evaluation"
    PARTICIPANT_DATA = "participant_data"


class SupportKind(StrEnum):
    """What is offered to the person."""

    FACE_TO_FACE_CONTACT = "face_to_face_contact"
    ONE_TO_ONE_SESSION = "one_to_one_session"
    GROUP_SESSION = "group_session"
    MOCK_INTERVIEW = "mock_interview"
    CV_HELP = "cv_help"
    SECTOR_ADVICE = "sector_advice"
    JOB_MATCHING = "job_matching"
    PEER_CONTACT = "peer_contact"
    DIAGNOSTIC_SCREENING = "diagnostic_screening"
    SKILLS_ANALYSIS = "skills_analysis"
    CONFIDENCE = "confidence"
    JOB_SEARCH_SUPPORT = "job_search_support"
    SIGNPOSTING = "signposting"


class OfferResponse(StrEnum):
    """What became of an offer."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    NOT_REQUIRED = "not_required"


class ActivityKind(StrEnum):
    """The sorts of activity."""

    WORK_EXPERIENCE = "work_experience"
    TRAINING = "training"
    APPROVED_ACTIVITY = "approved_activity"
    INTERVIEW = "interview"
    MANDATORY_ACTIVITY = "mandatory_activity"


class CostKind(StrEnum):
    """What money is spent on."""

    TRAVEL = "travel"
    CHILDCARE = "childcare"
    REPLACEMENT_CARE = "replacement_care"
    ADDITIONAL_SUPPORT = "additional_support"
    INTERPRETER = "interpreter"
    ADVOCATE = "advocate"
    ADJUSTMENT = "adjustment"
    CONFERENCE_ATTENDANCE = "conference_attendance"
    DBS_CHECK = "dbs_check"
    EQUIPMENT = "equipment"
    TRAINING = "training"
    BUSINESS_START_UP = "business_start_up"
    EMPLOYER_INCENTIVE = "employer_incentive"
    WAGE_CONTRIBUTION = "wage_contribution"
    SERVICE_TO_EMPLOYER = "service_to_employer"
    OTHER = "other"


class CarerKind(StrEnum):
    """Who gives the care that is paid for."""

    OFSTED_REGISTERED = "ofsted_registered"
    OTHER_APPROVED_CHILDCARE = "other_approved_childcare"
    LA_REGISTERED = "la_registered"
    RECOGNISED_CARE_ORGANISATION = "recognised_care_organisation"
    FAMILY_MEMBER = "family_member"
    OTHER = "other"


class CostPurpose(StrEnum):
    """What a journey or a carer is for."""

    IPES_MEETING = "ipes_meeting"
    TRAVEL_TO_WORK = "travel_to_work"


class EscalationMatter(StrEnum):
    """What is being escalated."""

    COMPLAINT = "complaint"
    COMPLIANCE_DOUBT = "compliance_doubt"


class EscalationStep(StrEnum):
    """The stages of a complaint or of a doubt about compliance."""

    RAISED = "raised"
    PROVIDER_STAGE_EXHAUSTED = "provider_stage_exhausted"
    REFERRED = "referred"
    NOT_REFERRED = "not_referred"
    DECIDED = "decided"
    RESOLVED = "resolved"


class Document(StrEnum):
    """The documents of the programmes."""

    ACTION_PLAN = "action_plan"
    CV = "cv"
    STANDARDS_COPY = "standards_copy"
    INDUCTION_PACK = "induction_pack"
    EXIT_REPORT = "exit_report"
    PROGRESS_REPORT = "progress_report"
    EXIT_ACTIVITY_PLAN = "exit_activity_plan"
    EMPLOYER_SUPPORT_PLAN = "employer_support_plan"
    ESF_INITIAL_FORM = "esf_initial_form"
    ESF_END_FORM = "esf_end_form"
    ESF_LEAFLET = "esf_leaflet"
    APPOINTMENT_CONFIRMATION = "appointment_confirmation"
    SATISFACTION_SURVEY = "satisfaction_survey"


class DocumentStep(StrEnum):
    """What is done to a document short of handing it over."""

    DRAFTED = "drafted"
    UPDATED = "updated"
    AGREED = "agreed"
    SIGNED = "signed"
    FINALISED = "finalised"


class SignatureKind(StrEnum):
    """How a form is signed."""

    WET = "wet"
    COVID19_ANNOTATION = "covid19_annotation"
    NONE = "none"


class SurveyAnswer(StrEnum):
    """The four answers to the satisfaction question; there is no neutral one."""

    VERY_SATISFIED = "very_satisfied"
    FAIRLY_SATISFIED = "fairly_satisfied"
    FAIRLY_DISSATISFIED = "fairly_dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"


class WorkKind(StrEnum):
    """Employed or self-employed."""

    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"


class EmployerRelationship(StrEnum):
    """Whether the employer is the provider itself or in its supply chain."""

    UNRELATED = "unrelated"
    PRIME = "prime"
    SUPPLY_CHAIN = "supply_chain"


class PaymentKind(StrEnum):
    """What a payment reported by HMRC is for."""

    WAGES = "wages"
    HOLIDAY_PAY = "holiday_pay"
    CORRECTION = "correction"
    TAX_REFUND = "tax_refund"
    PAYMENT_IN_LIEU_OF_NOTICE = "payment_in_lieu_of_notice"
    RESERVIST_RETAINER = "reservist_retainer"
    OTHER_RETAINER = "other_retainer"
    EARLIER_JOB = "earlier_job"
    NOT_QUALIFYING = "not_qualifying"


class ChangeKind(StrEnum):
    """Changes in a person's life or claim."""

    BECAME_UNEMPLOYED = "became_unemployed"
    CHANGED_BENEFIT = "changed_benefit"
    LEFT_BENEFIT = "left_benefit"
    RELATIONSHIP_BROKE_DOWN = "relationship_broke_down"
    IMPRISONED = "imprisoned"
    WENT_ABROAD = "went_abroad"
    TERMINAL_ILLNESS = "terminal_illness"
    RETURNED_TO_JOBCENTRE = "returned_to_jobcentre"
    OTHER = "other"


class WithdrawalStage(StrEnum):
    """Whether a person withdraws before the meeting or while on provision."""

    BEFORE_MEETING = "before_meeting"
    ON_PROVISION = "on_provision"


class ExitBasis(StrEnum):
    """The ground of a decision that can end provision."""

    SUPPORT_NO_LONGER_REQUIRED = "support_no_longer_required"
    SIGNPOSTED = "signposted"
    POLICY_TEAM_ADVICE = "policy_team_advice"


class OutcomeLevel(StrEnum):
    """The level of an outcome: single in JETS and WHP Core, lower and higher in IPES."""

    SINGLE = "single"
    LOWER = "lower"
    HIGHER = "higher"


class ClaimResult(StrEnum):
    """What validating a claim shows."""

    PASS = "pass"
    FAIL = "fail"
    UNABLE = "unable"


class ValidationStage(StrEnum):
    """Whether a claim is validated before or after it is paid."""

    PRE_PAYMENT = "pre_payment"
    POST_PAYMENT = "post_payment"


class EsfResultKind(StrEnum):
    """Results that may be reported to the European Social Fund."""

    LABOUR_MARKET_CHANGE = "labour_market_change"
    EDUCATION_OR_TRAINING = "education_or_training"
    QUALIFICATION = "qualification"
    BASIC_SKILLS = "basic_skills"
    NONE_OF_THESE = "none_of_these"


class ContractRole(StrEnum):
    """The part in which a contract is held."""

    PRIME = "prime"
    SUBCONTRACTOR = "subcontractor"
