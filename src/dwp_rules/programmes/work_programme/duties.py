"""Duties of the Work Programme that are simply done or not: of a case, and of the contract."""

from dwp_rules.facts import (
    Activity,
    ActivityKind,
    Benefit,
    ChangeKind,
    ChangeOfCircumstances,
    Disengaged,
    Escalation,
    EscalationMatter,
    Notification,
    NotificationTopic,
    Party,
    ReEngaged,
    Referral,
)
from dwp_rules.facts.moments import referral_sent
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.work_programme.provision import journey
from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.rules import Rule
from dwp_rules.standards import Duty

__all__ = ["DUTIES"]

JSA = frozenset({Benefit.JSA, Benefit.NEW_STYLE_JSA})
AWAY = frozenset({ChangeKind.IMPRISONED, ChangeKind.WENT_ABROAD})


def rule(number: str, title: str, *paragraphs: str, note: str = "") -> Rule:
    """Name a duty of the chapter."""
    return Rule(f"WP-{number}", title, CHAPTER_1.paragraphs(*paragraphs), note=note)


def on_programme(s: Situation) -> bool:
    """The person is on the programme today."""
    end = s[journey].end_date
    return bool(s[referral_sent]) and (end is None or s.as_of <= end)


def on_jsa_and_on_programme(s: Situation) -> bool | Unknown:
    """The person, on the programme today, is on JSA today: reviews and jobsearch conditions go on."""
    if not s[on_programme]:
        return False
    claimed = spells_on(s.participant.benefits, s.as_of)
    if claimed is None:
        return Unknown("benefits")
    return any(spell.benefit in JSA for spell in claimed)


def trains_on_jsa(s: Situation) -> bool | Unknown:
    """Someone on JSA takes up training; which training qualifies is in chapter 17."""
    days = [activity.on for activity in s.of(Activity) if activity.activity is ActivityKind.TRAINING]
    if not days:
        return False
    benefits = s.participant.benefits
    if benefits is None:
        return Unknown("benefits")
    return any(spell.benefit in JSA for day in days for spell in spells_on(benefits, day) or ())


def moved_to_training_allowance(s: Situation) -> bool | None:
    """Jobcentre Plus was told; that no message is recorded says nothing, since not all training qualifies."""
    told = (n for n in s.of(Notification) if n.topic is NotificationTopic.BENEFIT_IMPACT)
    return any(n.recipient in {None, Party.JOBCENTRE, Party.DWP} for n in told) or None


def failed_to_comply(s: Situation) -> bool:
    """The person failed in a mandatory activity."""
    return any(a.activity is ActivityKind.MANDATORY_ACTIVITY and a.complied is False for a in s.of(Activity))


def doubt_raised(s: Situation) -> bool:
    """A compliance doubt was raised, and a later re-engagement notified."""
    raised = any(e.matter is EscalationMatter.COMPLIANCE_DOUBT for e in s.of(Escalation))
    told = any(n.topic is NotificationTopic.RE_ENGAGEMENT for n in s.of(Notification))
    return raised and (told or not s.of(ReEngaged))


def prevented_from_meeting(s: Situation) -> bool:
    """Circumstances prevent the minimum offer, such as prison, time abroad or disengagement."""
    return bool(s.of(Disengaged)) or any(c.change in AWAY for c in s.of(ChangeOfCircumstances))


DUTIES = (
    Duty(
        rule("REF-05", "What the referral interview covers", "14", "15"),
        "referral_interview",
        ("rights_and_responsibilities", "minimum_service_standards", "complaints_process"),
        about=Referral,
    ),
    Duty(
        rule("COND-01", "Benefit conditions continue", "8", "21", note="Of someone on JSA."),
        "benefit_conditions",
        ("jobsearch_reviews", "jobsearch_shown"),
        when=on_jsa_and_on_programme,
    ),
    Duty(
        rule(
            "SANCTION-01",
            "Compliance doubts",
            "Key responsibilities",
            "21",
            note="'Promptly' has no number here; chapter 6 governs.",
        ),
        "compliance_doubts",
        ("compliance_doubt_raised", "re_engagement_notified"),
        shown_by=doubt_raised,
        about=Activity,
        when=failed_to_comply,
    ),
    Duty(
        rule(
            "CHANGE-01",
            "Training Allowance",
            "Key responsibilities",
            "21",
            note="Which training qualifies is in chapter 17.",
        ),
        "training_allowance",
        ("jobcentre_notified",),
        shown_by=moved_to_training_allowance,
        about=Activity,
        when=trains_on_jsa,
    ),
    Duty(
        rule(
            "OFFER-02",
            "When face-to-face is not expected",
            "17",
            "18",
            note="A voluntary participant who disengaged can still be met face to face.",
        ),
        "alternative_approach",
        ("help_towards_employment_continues", "reasons_evidenced"),
        when=prevented_from_meeting,
    ),
    Duty(
        rule("CONTRACT-02", "Provider's key responsibilities", "3", "Key responsibilities"),
        "key_responsibilities",
        (
            "attachment_within_15_working_days",
            "minimum_service_offer",
            "compliance_doubts_and_re_engagement",
            "training_allowance_notifications",
            "change_of_circumstances_reports",
            "exit_reports",
            "esf_requirements",
        ),
        of_contract=True,
    ),
)
