"""Lists that a contract's records and events use."""

from enum import StrEnum


class ContractRole(StrEnum):
    """The part in which a contract is held."""

    PRIME = "prime"
    SUBCONTRACTOR = "subcontractor"


class AssuranceRating(StrEnum):
    """The rating of an assurance review, worst first."""

    WEAK = "weak"
    LIMITED = "limited"
    REASONABLE = "reasonable"
    STRONG = "strong"


class Rag(StrEnum):
    """How a month's standard is rated; nothing to measure is no colour."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NOT_MEASURED = "not_measured"


class ReturnKind(StrEnum):
    """What a provider delivers to DWP at set times."""

    PERFORMANCE_RETURN = "performance_return"
    CLERICAL_MI = "clerical_mi"
    PARTICIPANT_INSIGHT = "participant_insight"
    MONTH_END = "month_end"
    SATISFACTION_SURVEY_TEMPLATE = "satisfaction_survey_template"
    MI_PACK = "mi_pack"
    QUARTERLY_SME_SPEND = "quarterly_sme_spend"
    EVALUATION_REPORT = "evaluation_report"


class Notice(StrEnum):
    """The written steps that DWP takes under a contract."""

    INTERVENTION_LEVEL = "intervention_level"
    MANAGEMENT_LETTER = "management_letter"
    PERFORMANCE_INDICATOR_ACTION = "performance_indicator_action"
    PERFORMANCE_IMPROVEMENT = "performance_improvement"
    DEFERRAL = "deferral"
    FORFEIT = "forfeit"
    CREDIT_WAIVER = "credit_waiver"
    PLAN_EXEMPTION = "plan_exemption"
    SELF_REFERRAL_CAP = "self_referral_cap"
    EVALUATION = "evaluation"
    FORMAL_ACTION_COSTS = "formal_action_costs"


class ContractMeetingType(StrEnum):
    """The meetings that a contract provides for; `cpr` is a contract performance review."""

    CPR = "cpr"
    ANNUAL_REVIEW = "annual_review"
    LOCAL_ENGAGEMENT = "local_engagement"


class PlanKind(StrEnum):
    """The action plans of a provider."""

    PROVIDER_ACTION_PLAN = "provider_action_plan"
    ASSURANCE_ACTION_PLAN = "assurance_action_plan"


class PlanStep(StrEnum):
    """The steps in the life of an action plan."""

    IN_PLACE = "in_place"
    SUBMITTED = "submitted"
    IMPLEMENTED = "implemented"
    ACTION_ACCEPTED = "action_accepted"
    UPDATED = "updated"


class PaymentStream(StrEnum):
    """What money between DWP, provider and suppliers is for."""

    COST_PLUS = "cost_plus"
    SERVICE_FEE = "service_fee"
    OUTCOME = "outcome"
    SUPPLIER_INVOICE = "supplier_invoice"
