"""What a participant of Job Finding Support is offered, the updates of the plan, incidents and the survey."""

from collections.abc import Sequence

from dwp_rules.facts import (
    Document,
    DocumentUpdated,
    Meeting,
    SafeguardingIncident,
    SupportKind,
    SupportOffered,
    SurveyAnswer,
    SurveyResponse,
)
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jfs.completion import is_one_to_one
from dwp_rules.programmes.jfs.provision import participant
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.hours import Occurrence

__all__ = ["FAST_TRACK", "fast_track_incidents", "interactions", "plan_updates", "support_findings", "survey_answers"]

OFFER = Rule(
    "JFS-OFFER-01",
    "4 hours of one-to-one support offered",
    GUIDANCE.paragraphs("1.19", "3.19", "4.16"),
    note="Offered, not to be confused with the 4 hours completed of 5.02.",
)
four_hours_offered = OFFER.met("four_hours_offered", "{minutes_offered} minutes of 1-2-1 support offered")
too_little_offered = OFFER.not_met(
    "under_four_hours", "{minutes_offered} minutes of 1-2-1 support offered; {needed} are the least"
)
FOUR_HOURS_IN_MINUTES = 240

SESSIONS = Rule("JFS-OFFER-02", "Two one-to-one sessions", GUIDANCE.paragraphs("1.20", "4.16", "Annex 4"))
two_sessions = SESSIONS.met("two_sessions", "{one_to_one_sessions} 1-2-1 sessions offered")
too_few_sessions = SESSIONS.not_met(
    "too_few_sessions", "{one_to_one_sessions} 1-2-1 sessions offered; {needed} are the least"
)
LEAST_SESSIONS = 2

UPDATES = Rule(
    "JFS-JFAP-02",
    "JFAP updated at each interaction",
    GUIDANCE.paragraphs("1.20", "1.29", "4.02", "4.05", "7.44 CSS 3", "Annex 3 (JFAP)"),
    note="Every interaction for this duty; 1-2-1 meetings for CSS 3. The draft made at the initial meeting is its "
    "update.",
)
updated = UPDATES.met("updated", "updated at each of {interactions} interactions")
not_updated = UPDATES.not_met("not_updated", "not updated on: {missing}")

FAST_TRACK = Rule(
    "JFS-SAFEGUARD-02",
    "Fast Track Incident",
    GUIDANCE.paragraphs("3.05"),
    note="The five that are named always are; others on the provider's judgement. 'Immediately' is at the moment of "
    "identification.",
)
fast_track = FAST_TRACK.met("fast_track", "a Fast Track Incident: the JFS District Lead is contacted at once")
on_judgement = FAST_TRACK.discretionary("on_judgement", "not one of those named: the provider judges")
NAMED_INCIDENTS = frozenset({"suicide", "attempted_suicide", "threat_of_suicide", "self_harm", "threat_of_self_harm"})
DISTRICT_LEAD = "jfs_district_lead"

SATISFACTION = Rule(
    "JFS-SURVEY-03",
    "Satisfied share",
    GUIDANCE.paragraphs("7.44 CSS 6"),
    note="Of one answer: whether satisfied. No target is set; CSS 6 measures the asking.",
)
satisfied = SATISFACTION.met("satisfied", "answered: {answer}")
dissatisfied = SATISFACTION.not_met("dissatisfied", "answered: {answer}")
SATISFIED = frozenset({SurveyAnswer.VERY_SATISFIED, SurveyAnswer.FAIRLY_SATISFIED})


def support_findings(s: Situation) -> Sequence[Finding]:
    """What was offered, whether the plan kept up, which incidents are fast track, and the survey."""
    findings: list[Finding] = []
    if s[participant] or s[sessions_offered]:
        findings += _offers(s)
    if s[interactions]:
        findings.append(_updates(s))
    findings += (_incident(incident) for incident in s.of(SafeguardingIncident))
    findings += survey_answers(s)
    return findings


def survey_answers(s: Situation) -> Sequence[Finding]:
    """Whether each answer to the survey was a satisfied one."""
    return [_answer(response) for response in s.of(SurveyResponse)]


def sessions_offered(s: Situation) -> tuple[SupportOffered, ...]:
    """The 1-2-1 sessions offered, whether or not taken up."""
    return tuple(o for o in s.of(SupportOffered) if o.what is SupportKind.ONE_TO_ONE_SESSION)


def _offers(s: Situation) -> Sequence[Finding]:
    offered = s[sessions_offered]
    minutes, sessions = sum(o.minutes or 0 for o in offered), len(offered)
    if minutes < FOUR_HOURS_IN_MINUTES and any(o.minutes is None for o in offered):
        in_minutes = OFFER.unknown("support_offered.minutes")
    else:
        reason = four_hours_offered if minutes >= FOUR_HOURS_IN_MINUTES else too_little_offered
        in_minutes = reason.found(minutes, ("minutes_offered", minutes), ("needed", FOUR_HOURS_IN_MINUTES))
    enough = two_sessions if sessions >= LEAST_SESSIONS else too_few_sessions
    return (in_minutes, enough.found(sessions, ("one_to_one_sessions", sessions), ("needed", LEAST_SESSIONS)))


def interactions(s: Situation) -> tuple[Meeting, ...]:
    """The meetings of every kind that the participant attended; none before someone is a participant."""
    return tuple(m for m in s.of(Meeting) if m.attended) if s[participant] else ()


def plan_updates(s: Situation) -> frozenset[object]:
    """The days on which the JFAP was drafted, updated, agreed or finalised."""
    return frozenset(d.on for d in s.of(DocumentUpdated) if d.document is Document.ACTION_PLAN)


def _updates(s: Situation) -> Finding:
    meetings = s[interactions]
    if s.reading("update_scope") == "one_to_one":
        meetings = tuple(m for m in meetings if is_one_to_one(m))
    days = s[plan_updates]
    missing = tuple(dict.fromkeys(m.on for m in meetings if m.on not in days))
    if missing:
        return not_updated.found(False, ("compliant", False), ("missing", missing))
    return updated.found(True, ("compliant", True), ("missing", ()), ("interactions", len(meetings)))


def fast_track_incidents(s: Situation) -> tuple[Occurrence, ...]:
    """The incidents that are fast track, each with the moment of identification."""
    named = (incident for incident in s.of(SafeguardingIncident) if _is_named(incident))
    return tuple(Occurrence(incident.on, incident.at, "safeguarding_incident.at") for incident in named)


def _is_named(incident: SafeguardingIncident) -> bool:
    nature = (incident.nature or "").strip().lower().replace("-", "_").replace(" ", "_")
    return nature in NAMED_INCIDENTS


def _incident(incident: SafeguardingIncident) -> Finding:
    if incident.nature is None:
        return FAST_TRACK.unknown("safeguarding_incident.nature")
    if _is_named(incident):
        return fast_track.found(
            True, ("fast_track", True), ("contact", DISTRICT_LEAD), ("contact_by", incident.at or incident.on)
        )
    return on_judgement.found(False, ("fast_track", False), ("contact", None), ("contact_by", None))


def _answer(response: SurveyResponse) -> Finding:
    if response.answer is None:
        return SATISFACTION.unknown("survey_response.answer")
    content = response.answer in SATISFIED
    return (satisfied if content else dissatisfied).found(content, ("answer", response.answer))
