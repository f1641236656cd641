"""When a duty of WHP JETS applies, and what events show of whether it was done."""

from collections.abc import Callable
from datetime import date

from dwp_rules.facts import (
    AppointmentBooked,
    Benefit,
    ChangeOfCircumstances,
    Cost,
    CostKind,
    Disengaged,
    EsfResult,
    MeetingType,
    Notification,
    NotificationTopic,
    Party,
    PreReferralStep,
    ReEngaged,
    Referral,
    ReferralRoute,
    ReferralStep,
    SignatureKind,
    WorkStarted,
)
from dwp_rules.facts.moments import engaged_by_provider, initial_meeting_held, start_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.chapter_16.esf import applies as esf_applies
from dwp_rules.programmes.chapter_16.moments import esf_forms_worked_on, signature_kinds
from dwp_rules.programmes.jets.earnings import provider_engaged
from dwp_rules.programmes.jets.mandation import failures_while_mandated
from dwp_rules.programmes.jets.provision import ended

SELF_REFERRAL, NONE = ReferralRoute.SELF_REFERRAL, Benefit.NONE

# ── referral, meeting and start ──────────────────────────────────────────────────────────────────────────────────


def self_referred(s: Situation) -> bool:
    """The provider supplied the person's details itself."""
    return bool([r for r in s.rows(Referral) if r["route"] is SELF_REFERRAL])


def evidence_in_time(s: Situation) -> bool | None:
    """Eligibility evidence was verified by the day on which the details were submitted (2.26)."""
    verified = [p.on for p in s.of(PreReferralStep) if p.step is ReferralStep.EVIDENCE_VERIFIED]
    submitted = [p.on for p in s.of(PreReferralStep) if p.step is ReferralStep.DETAILS_SUBMITTED]
    if not submitted:
        return None
    return bool(verified) and verified[0] <= submitted[0]


def initial_meeting_known(s: Situation) -> bool:
    """An initial meeting took place."""
    return bool(s[initial_meeting_held])


def meeting_confirmed(s: Situation) -> bool | None:
    """The person was sent the time and date of the start meeting before it took place (2.14)."""
    held, too_late = s[initial_meeting_held][0], False
    for booking in s.of(AppointmentBooked):
        if booking.confirmed_on is None or booking.type not in {None, MeetingType.INITIAL}:
            continue
        if booking.confirmed_on <= min(held, booking.meeting_on or held):
            return True
        too_late = True
    return False if too_late else None


def started(s: Situation) -> bool:
    """The person is, or was, a participant."""
    return bool(s[start_days])


def on_no_benefit(s: Situation) -> bool | None:
    """No benefit was received from the start on, so that there are no conditions to meet (2.15)."""
    benefits, start = s.participant.benefits, s[start_days][0]
    if benefits is None:
        return None
    told = [spell.__dict__ for spell in benefits]
    since = [b for b in told if b["benefit"] is not NONE and (b["ends_on"] is None or b["ends_on"] >= start)]
    return None if since else True


# ── telling DWP ──────────────────────────────────────────────────────────────────────────────────────────────────


def told_dwp(s: Situation, topic: NotificationTopic, *, since: date = date.min) -> bool:
    """The provider told DWP about something, on a day or later."""
    messages = s.of(Notification)
    return bool([n for n in messages if n.topic is topic and n.recipient is not Party.PARTICIPANT and n.on >= since])


def recorded_as_told(topic: NotificationTopic) -> Callable[[Situation], bool | None]:
    """Make the test of whether a message is recorded; that none is says nothing."""

    def told(s: Situation) -> bool | None:
        messages = s.of(Notification)
        return True if messages and [n for n in messages if n.topic is topic] else None

    return told


def failed_while_mandated(s: Situation) -> bool | Unknown:
    """A mandated person failed to attend."""
    failures = s[failures_while_mandated]
    return failures if isinstance(failures, Unknown) else bool(failures)


def told_dwp_of_failure(s: Situation) -> bool | Unknown:
    """The provider told DWP of the last failure to attend (2.28)."""
    failures = s[failures_while_mandated]
    if isinstance(failures, Unknown):
        return failures
    return told_dwp(s, NotificationTopic.FAILURE_TO_ATTEND, since=failures[-1])


def told_dwp_of_disengagement(s: Situation) -> bool:
    """The provider told DWP of the last disengagement (1.22)."""
    return told_dwp(s, NotificationTopic.DISENGAGEMENT, since=s.of(Disengaged)[-1].on)


def has_re_engaged(s: Situation) -> bool:
    """The participant re-engaged after disengaging; without that there is nothing to report."""
    disengaged, re_engaged = s.of(Disengaged), s.of(ReEngaged)
    return bool(disengaged and re_engaged) and re_engaged[-1].on >= disengaged[0].on


def told_dwp_of_re_engagement(s: Situation) -> bool:
    """The provider told DWP of the last re-engagement (1.22)."""
    return told_dwp(s, NotificationTopic.RE_ENGAGEMENT, since=s.of(ReEngaged)[-1].on)


def change_considered(s: Situation) -> bool:
    """Every change was considered."""
    return not [c for c in s.of(ChangeOfCircumstances) if c.considered_on is None]


# ── employers and money ──────────────────────────────────────────────────────────────────────────────────────────


def engaged_for_jets(s: Situation) -> bool | Unknown:
    """The provider group employs the participant in a part of its business directly related to JETS (3.19)."""
    if not s[provider_engaged]:
        return False
    related = {w.related_to_programme for w in s.of(WorkStarted) if engaged_by_provider(w.employer)}
    if True in related:
        return True
    return Unknown("work_started.related_to_programme") if None in related else False


def told_dwp_of_employment(s: Situation) -> bool:
    """The provider told DWP that it, or its supply chain, employs the participant (3.19)."""
    return told_dwp(s, NotificationTopic.PROVIDER_EMPLOYS_PARTICIPANT)


def no_incentive(s: Situation) -> bool:
    """No incentive and no contribution to wages was paid to an employer (3.20, 3.21)."""
    return not [c for c in s.of(Cost) if c.cost in {CostKind.EMPLOYER_INCENTIVE, CostKind.WAGE_CONTRIBUTION}]


def equipment_or_training_funded(s: Situation) -> bool:
    """Equipment or training was paid for."""
    return bool(_equipment_and_training(s))


def not_paid_to_employer(s: Situation) -> bool | Unknown:
    """No money for equipment or training went to the employer (3.22)."""
    payees = [cost.payee for cost in _equipment_and_training(s)]
    if Party.EMPLOYER in payees:
        return False
    return Unknown("cost.payee") if None in payees else True


def _equipment_and_training(s: Situation) -> list[Cost]:
    return [c for c in s.of(Cost) if c.cost in {CostKind.EQUIPMENT, CostKind.TRAINING}]


# ── European Social Fund and evaluation ──────────────────────────────────────────────────────────────────────────


def esf_form_known(s: Situation) -> bool | Unknown:
    """An ESF form is known, of a participant to whom the ESF duties apply."""
    return s[esf_applies] if s[esf_forms_worked_on] else False


def wet_signature(s: Situation) -> bool | None:
    """Every ESF form carries a wet signature; an annotation needs the easements to be in place."""
    return True if signature_kinds(s) == {SignatureKind.WET} else None


def destination_known(s: Situation) -> bool | None:
    """A destination or result is recorded; that none is says nothing."""
    return True if s.of(EsfResult) else None


def completed_in_england(s: Situation) -> bool | Unknown:
    """Provision has ended for a participant to whom the ESF duties apply."""
    return s[esf_applies] if s[ended] else False


def results_evidenced(s: Situation) -> bool | Unknown:
    """Every reported result is evidenced (1.23)."""
    evidenced = [result.evidenced for result in s.of(EsfResult)]
    if False in evidenced:
        return False
    return Unknown("esf_result.evidenced") if None in evidenced else True
