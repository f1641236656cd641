"""Duties of chapter 16 that are simply done or not, for the contracts of both strands."""

from collections.abc import Mapping

from dwp_rules.facts import Notification, NotificationTopic
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.chapter_16.sources import CHAPTER_16
from dwp_rules.rules import Citation, Rule
from dwp_rules.standards import Duty

__all__ = ["contract_duties", "evaluation_duty"]

ACTION_FIELDS = ("number", "actions", "targets_outputs", "due_review_date", "progress", "action_completed")
PLAN_HEADER = (
    "date",
    "provider",
    "cpa",
    "provider_accountable_lead",
    "dwp_performance_manager",
    "dwp_senior_performance_manager",
)
NO_OTHERS: Mapping[str, tuple[Citation, ...]] = {}


def contract_duties(strand: str, also: Mapping[str, tuple[Citation, ...]] = NO_OTHERS) -> tuple[Duty, ...]:
    """Declare them for a strand, whose ids begin with its name; `also` cites its own documents, by number."""

    def duty(number: str, title: str, *paragraphs: str, items: tuple[str, ...]) -> Duty:
        citations = (*also.get(number, ()), *CHAPTER_16.paragraphs(*paragraphs))
        rule = Rule(f"{strand}-{number}", title, citations)
        return Duty(rule, number.lower().replace("-", "_"), items, of_contract=True)

    return (
        duty(
            "MI-13",
            "Summary by site and supply chain partner, updated monthly",
            "9",
            items=("every_site", "every_partner", "updated_this_month"),
        ),
        duty(
            "PMIR-04",
            "Contents of the Provider Action Plan",
            "7",
            "8",
            "Annex A",
            items=(
                *PLAN_HEADER,
                "monthly_update",
                "area_and_outcome_objective",
                "improvement_activity_with_timescale",
                "risks_mitigated",
                *ACTION_FIELDS,
            ),
        ),
        duty(
            "PMIR-05",
            "Actions SMART with milestones",
            "8",
            "Annex A",
            items=("specific", "measurable", "achievable", "realistic", "timebound", "milestones_where_long_term"),
        ),
        duty(
            "PMIR-07",
            "Level 2: written notice, enhanced plan, flightpath",
            "9",
            "12",
            items=("written_notice", "enhanced_plan", "flightpath"),
        ),
        duty(
            "PMIR-08",
            "Level 3: meeting and management letter",
            "13",
            "14",
            items=("meeting_held", "management_letter", "formal_action_warning"),
        ),
        duty(
            "ASSURE-01",
            "Findings of compliance checks taken up",
            "39",
            "42",
            "43",
            items=("reported_to_provider", "discussed_at_cpr"),
        ),
        duty(
            "ASSURE-03",
            "ESF themes adhered to, in England",
            "41",
            items=("marketing_publicity", "document_retention", "sustainable_development", "equality_diversity"),
        ),
        duty("ASSURE-09", "One assurance contact per Prime Provider", "52", items=("one_nominated_manager",)),
        duty(
            "EVAL-01",
            "Cooperation with evaluations on advance notice",
            "44",
            "45",
            "46",
            "47",
            items=("notice_given", "cooperated"),
        ),
        duty(
            "EVAL-03",
            "End of project evaluation report",
            "48",
            items=("report_submitted", "covers_innovation", "covers_cross_cutting_themes"),
        ),
    )


def evaluation_duty(strand: str) -> Duty:
    """Declare the duty to seek agreement before a person's details go to researchers."""
    rule = Rule(f"{strand}-EVAL-02", "Agreement before details go to researchers", CHAPTER_16.paragraphs("46"))
    return Duty(
        rule,
        "evaluation",
        ("agreement_sought",),
        shown_by=agreed_to_evaluation,
        about=Notification,
        when=contacted_by_researchers,
    )


def contacted_by_researchers(s: Situation) -> bool:
    """The person's details were passed on for an evaluation."""
    return bool([n for n in s.of(Notification) if n.topic is NotificationTopic.EVALUATION])


def agreed_to_evaluation(s: Situation) -> bool:
    """The person agreed before the details were passed on (chapter 16, 46)."""
    agreed = s.participant.evaluation_consent_on
    passed_on = [n.on for n in s.of(Notification) if n.topic is NotificationTopic.EVALUATION]
    return agreed is not None and agreed <= passed_on[0]
