"""When a duty of a Job Finding Support case applies, and which events show that it was done."""

from dwp_rules.facts import (
    Channel,
    Contact,
    Document,
    DocumentIssued,
    DocumentStep,
    DocumentUpdated,
    Meeting,
    MeetingType,
    Notification,
    NotificationTopic,
    NotStartedReason,
    OfferResponse,
    Party,
    ProvisionEnded,
    ReferralCancelled,
    SupportKind,
    SupportOffered,
    SurveyResponse,
)
from dwp_rules.facts.situation import Situation, Unknown, both_ways
from dwp_rules.programmes.jfs.completion import cv_refusals, is_one_to_one, plan_to_participant
from dwp_rules.programmes.jfs.deadlines import initial_meeting_on, plan_requested, plan_to_jobcentre
from dwp_rules.programmes.jfs.provision import participant
from dwp_rules.programmes.jfs.standards import survey_requested

__all__ = [
    "advisers_named",
    "asked_for_plan",
    "attempts_logged",
    "code_entered",
    "delivered_digitally",
    "draft_at_meeting",
    "exit_tasks_done",
    "found_ineligible",
    "group_session_offered",
    "is_vulnerable",
    "last_engagement_recorded",
    "met",
    "on_provision_or_over",
    "plan_checked_and_sent",
    "refusal_recorded",
    "refused_cv_help",
    "reminded",
    "signposted",
    "start_evidenced",
    "survey_channels",
]


def is_vulnerable(s: Situation) -> bool | Unknown:
    """The Jobcentre regards the person as vulnerable."""
    vulnerable = s.participant.vulnerable
    return Unknown("vulnerable") if vulnerable is None else vulnerable


def attempts_logged(s: Situation) -> bool:
    """Every attempt before the meeting has its date, time and method."""
    return all(c.at is not None and c.channel is not None for c in s.of(Contact) if c.by is not Party.PARTICIPANT)


def met(s: Situation) -> bool:
    """An initial meeting took place."""
    return any(m.attended and m.type is MeetingType.INITIAL for m in s.of(Meeting))


def start_evidenced(s: Situation) -> bool | Unknown | None:
    """The induction pack and the draft JFAP were issued, and the participant acknowledged both."""
    certain = _pack_and_plan(s, {Party.PARTICIPANT})
    return certain if certain == _pack_and_plan(s, {Party.PARTICIPANT, None}) else Unknown("document_issued.to")


def _pack_and_plan(s: Situation, recipients: set[Party | None]) -> bool | None:
    issued = {d.document: d for d in reversed(s.of(DocumentIssued)) if d.to in recipients}
    both = [issued.get(document) for document in (Document.INDUCTION_PACK, Document.ACTION_PLAN)]
    return all(d is not None and d.acknowledged_on is not None for d in both) if any(both) else None


def delivered_digitally(s: Situation) -> bool | Unknown | None:
    """Every meeting was on-line, or by telephone with someone who cannot work on-line."""
    held = {channel for m in s.of(Meeting) if m.attended for channel in m.channels or ()}
    if not held:
        return None
    if Channel.IN_PERSON in held:
        return False
    if Channel.TELEPHONE not in held:
        return True
    usable = s.participant.usable_channels
    if usable is None:
        return Unknown("usable_channels")
    return not usable & {Channel.ONLINE, Channel.VIDEO}


def found_ineligible(s: Situation) -> bool:
    """The referral was closed because the person was not, or no longer, eligible or suitable."""
    return any(c.reason is NotStartedReason.NOT_ELIGIBLE_OR_SUITABLE for c in s.of(ReferralCancelled))


def group_session_offered(s: Situation) -> bool | None:
    """A group session was offered, or attended."""
    offered = any(o.what is SupportKind.GROUP_SESSION for o in s.of(SupportOffered))
    return offered or any(m.type is MeetingType.GROUP for m in s.of(Meeting)) or None


def advisers_named(s: Situation) -> bool | None:
    """Each 1-2-1 meeting has a named adviser."""
    meetings = [m for m in s.of(Meeting) if m.attended and is_one_to_one(m)]
    return all(m.adviser for m in meetings) if meetings else None


def signposted(s: Situation) -> bool | None:
    """Other help was pointed to; that none is recorded says nothing."""
    return any(o.what is SupportKind.SIGNPOSTING for o in s.of(SupportOffered)) or None


def draft_at_meeting(s: Situation) -> bool | None:
    """The first draft was made at the initial meeting."""
    drafts = [d for d in s.of(DocumentUpdated) if d.document is Document.ACTION_PLAN and d.step is DocumentStep.DRAFTED]
    days = s[initial_meeting_on]
    return drafts[0].on in days if drafts and days else None


def refused_cv_help(s: Situation) -> bool:
    """Help with the CV was declined."""
    return any(o.response is OfferResponse.DECLINED for o in s[cv_refusals])


def refusal_recorded(s: Situation) -> bool | None:
    """The reason for each refusal is recorded."""
    reasons = [o.reason_recorded for o in s[cv_refusals] if o.response is OfferResponse.DECLINED]
    return False if False in reasons else None if None in reasons else True


def asked_for_plan(s: Situation) -> bool:
    """Jobcentre Plus asked for the JFAP."""
    return bool(s[plan_requested])


def plan_checked_and_sent(s: Situation) -> bool | Unknown | None:
    """The JFAP went out; what was noted on it is on the checklist."""
    certain, possible = both_ways(s[plan_to_jobcentre])
    if possible and not certain:
        return Unknown("document_issued.to")
    return None if certain else False


def reminded(s: Situation) -> bool | None:
    """The participant was reminded to tell the Jobcentre of a change."""
    told = (n for n in s.of(Notification) if n.topic in {NotificationTopic.BENEFIT_IMPACT, None})
    return any(n.recipient is Party.PARTICIPANT for n in told) or None


def on_provision_or_over(s: Situation) -> bool:
    """The person is, or was, a participant."""
    return s[participant]


def exit_tasks_done(s: Situation) -> bool | Unknown | None:
    """A completer had the copy and the survey; the mention of a call is on the checklist."""
    certain, possible = both_ways(s[plan_to_participant])
    asked = s[survey_requested]
    if not possible or asked is False:
        return False
    return None if certain and asked is True else Unknown("document_issued.to")


def last_engagement_recorded(s: Situation) -> bool:
    """Every end code that the provider entered has the last day of engagement with it."""
    entered = (e for e in s.of(ProvisionEnded) if e.end_code is not None and e.entered_by is not Party.SYSTEM)
    return all(e.last_engagement_on is not None for e in entered)


def code_entered(s: Situation) -> bool:
    """The provider entered an end code."""
    return any(e.end_code is not None and e.entered_by is not Party.SYSTEM for e in s.of(ProvisionEnded))


def survey_channels(s: Situation) -> bool | Unknown:
    """Each answer came by e-mail, portal, website or on-line; by telephone only with a written record."""
    by_telephone = [r for r in s.of(SurveyResponse) if r.channel is Channel.TELEPHONE]
    if any(r.written_record is None for r in by_telephone):
        return Unknown("survey_response.written_record")
    return all(r.written_record for r in by_telephone)
