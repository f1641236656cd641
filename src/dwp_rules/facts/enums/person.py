"""Lists that the facts of a person use."""

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
