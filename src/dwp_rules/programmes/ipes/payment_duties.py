"""Duties of IPES about claims, employers and payments that are simply done or not."""

from dwp_rules.facts import ClaimDecision, Cost, EarningsPayment, NotificationTopic, OutcomeClaim, WorkStarted
from dwp_rules.programmes.ipes import payments_shown as shown
from dwp_rules.programmes.ipes.duties import rule
from dwp_rules.standards import Duty

__all__ = ["PAYMENT_DUTIES"]

PAYMENT_DUTIES = (
    Duty(
        rule("SE-07", "No cap on self-employed outcomes; evidence kept", "5.18"),
        "trading_evidence",
        ("evidence_held",),
        shown_by=shown.trading_evidenced,
        about=OutcomeClaim,
    ),
    Duty(
        rule("VALID-05", "Independence of validation", "5.19"),
        "validation",
        ("validated_independently",),
        shown_by=shown.validated_independently,
        about=ClaimDecision,
    ),
    Duty(
        rule(
            "EXCL-01",
            "Duty to notify when the provider employs a participant",
            "4.25",
            note="Of work related to IPES only; the exclusion from outcomes is wider (IPES-EARN-06).",
        ),
        "provider_employment",
        ("notified",),
        shown_by=shown.told_dwp(NotificationTopic.PROVIDER_EMPLOYS_PARTICIPANT),
        about=WorkStarted,
        when=shown.engaged_for_ipes,
    ),
    Duty(
        rule("EXCL-02", "No financial incentive or wage contribution to an employer", "4.26", "4.27"),
        "employer_payments",
        ("no_incentive", "no_wage_contribution"),
        shown_by=shown.no_incentive,
        about=Cost,
    ),
    Duty(
        rule("EXCL-03", "Equipment or training funding must be in the employer support plan", "4.28", "4.31"),
        "employer_plan_funding",
        ("in_esp", "used_for_purpose", "evidence_kept"),
        shown_by=shown.funding_in_plan,
        about=Cost,
        when=shown.funded_for_a_job,
    ),
    Duty(
        rule("EXCL-04", "Duty to report payments that could trigger wrongly", "5.26"),
        "payments_to_report",
        ("reported",),
        shown_by=shown.told_dwp(NotificationTopic.NON_QUALIFYING_PAYMENT),
        about=EarningsPayment,
        when=shown.payment_to_report,
    ),
)
