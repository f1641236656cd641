"""Lists that support, activities, money and documents use."""

from enum import StrEnum


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
