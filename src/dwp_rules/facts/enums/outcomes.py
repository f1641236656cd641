"""Lists that work, pay, change, exit and claims use, and the role in a contract."""

from enum import StrEnum


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
