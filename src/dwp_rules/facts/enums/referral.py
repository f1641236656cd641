"""Lists that the referral, contact and meetings use."""

from enum import StrEnum


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
