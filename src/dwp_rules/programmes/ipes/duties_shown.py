"""When a duty of IPES applies, and what events show of whether it was done."""

from dwp_rules.facts import (
    AppointmentBooked,
    Benefit,
    CarerKind,
    ChangeOfCircumstances,
    Cost,
    CostKind,
    Document,
    DocumentIssued,
    MeetingType,
    Notification,
    NotificationTopic,
    Party,
    ReferralStep,
    WorkStarted,
)
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.ipes.documents import conferences_held, early, exit_plan_required, handback_required
from dwp_rules.programmes.ipes.moments import disengagements, plan_signed
from dwp_rules.programmes.ipes.payments_shown import funded_for_a_job
from dwp_rules.programmes.ipes.referral import (
    contacts_made,
    in_person,
    initial_meetings_held,
    meetings,
    steps_taken,
)
from dwp_rules.programmes.ipes.timeline import ended, journey
from dwp_rules.programmes.ipes.work import ONE_DAY, in_work, jobs, start_day

JOBCENTRE = frozenset({Party.JOBCENTRE, Party.WORK_COACH, Party.DWP})
LOCAL_CARERS = frozenset({CarerKind.LA_REGISTERED, CarerKind.RECOGNISED_CARE_ORGANISATION})

# ── referral, meeting and start ──────────────────────────────────────────────────────────────────────────────────


def started(s: Situation) -> bool:
    """The person is, or was, a participant."""
    return bool(s[start_day])


def handed_over(s: Situation) -> bool:
    """A warm handover took place."""
    return ReferralStep.WARM_HANDOVER in s[steps_taken]


def handed_over_without_participant(s: Situation) -> bool | Unknown:
    """A warm handover took place in which the participant could not take part (2.15)."""
    took_part = [p.participant_present for p in s[steps_taken].get(ReferralStep.WARM_HANDOVER, ())]
    if None in took_part and False not in took_part:
        return Unknown("pre_referral_step.participant_present")
    return False in took_part


def appointment_supplied(s: Situation) -> bool | None:
    """The participant was given the appointment of the first meeting."""
    told = [b for b in s.of(AppointmentBooked) if b.type in (MeetingType.INITIAL, None) and b.confirmed_on is not None]
    issued = [d for d in s.of(DocumentIssued) if d.document is Document.APPOINTMENT_CONFIRMATION]
    return bool(told or issued) or None


def needs_a_process(s: Situation) -> bool:
    """A case under multi-agency public protection arrangements, or of a person said to be vulnerable (2.17, 2.79)."""
    return s.participant.mappa or bool(s.participant.vulnerable)


def procedures(s: Situation) -> tuple[str, ...]:
    """The procedures that the case calls for."""
    restricted = ("restricted_process",) if s.participant.mappa else ()
    return (*restricted, "safeguarding") if s.participant.vulnerable else restricted


def identity_confirmed(s: Situation) -> bool | Unknown:
    """In every contact made the provider was satisfied of the person's identity (2.18)."""
    answers = [c.identity_confirmed for c in s[contacts_made]]
    if False in answers:
        return False
    return Unknown("contact.identity_confirmed") if None in answers else True


def contacted(s: Situation) -> bool:
    """Contact was made with the person."""
    return bool(s[contacts_made])


def initial_meeting_known(s: Situation) -> bool:
    """An initial meeting took place."""
    return bool(s[initial_meetings_held])


def key_worker_introduced(s: Situation) -> bool | Unknown:
    """The key worker was at the initial meeting, or was introduced in person at another (2.21)."""
    introduced = s[meetings].introductions
    if introduced and any(in_person(m) is not False for m in introduced):
        return True
    present = [m.key_worker_present for m in s[initial_meetings_held]]
    if True in present:
        return True
    return Unknown("meeting.key_worker_present") if None in present else False


def start_evidenced(s: Situation) -> bool | Unknown | None:
    """The plan was signed by both on the day, issued to the participant, and a copy kept (2.22)."""
    day = s[start_day][0]
    issued = [d for d in s.of(DocumentIssued) if d.document is Document.ACTION_PLAN]
    if not issued:
        return None
    recipients, copies = [d.to for d in issued], [d.copy_kept for d in issued]
    if day in s[plan_signed] and True in copies:
        if Party.PARTICIPANT in recipients:
            return True
        if None in recipients:
            return Unknown("document_issued.to")
    return False if False in copies else None


# ── support ──────────────────────────────────────────────────────────────────────────────────────────────────────


def in_work_support(s: Situation) -> bool:
    """The participant is, or was, in work."""
    return bool(s[jobs])


def benefit_explained(s: Situation) -> bool | None:
    """The effect of work on benefits, or the duty to report a change, was explained."""
    told = s.of(Notification)
    return (bool(told) and bool([n for n in told if n.topic is NotificationTopic.BENEFIT_IMPACT])) or None


def benefits_affected(s: Situation) -> bool | Unknown:
    """The participant entered paid work while on benefit, or a change of circumstances is known (2.67, 2.71)."""
    if not s[start_day]:
        return False
    if s.of(ChangeOfCircumstances):
        return True
    if not s[jobs]:
        return False
    if s.participant.benefits is None:
        return Unknown("benefits")
    return bool([job for job in s[jobs] if _on_benefit(s, job.work)])


def _on_benefit(s: Situation, work: WorkStarted) -> bool:
    received = spells_on(s.participant.benefits, work.on) or ()
    return bool([spell for spell in received if spell.benefit is not Benefit.NONE])


def conference_known(s: Situation) -> bool:
    """A case conference took place."""
    return bool(s[conferences_held])


def conferences_in_jobcentre(s: Situation) -> bool | Unknown:
    """A conference held face to face was in the Jobcentre, and the provider led each (2.43)."""
    for meeting in s[conferences_held]:
        if meeting.led_by is not None and meeting.led_by != Party.PROVIDER:
            return False
        face_to_face = in_person(meeting)
        if face_to_face is None:
            return Unknown("meeting.channels")
        if face_to_face and meeting.place is None:
            return Unknown("meeting.place")
        if face_to_face and meeting.place != Party.JOBCENTRE:
            return False
    return True


def conference_costs(s: Situation) -> list[Cost]:
    """What attending case conferences cost the participant."""
    return [c for c in s.of(Cost) if c.cost is CostKind.CONFERENCE_ATTENDANCE]


def conference_cost_known(s: Situation) -> bool:
    """A cost of attending a case conference is known."""
    return bool(s[conference_costs])


def conference_costs_met(s: Situation) -> bool | Unknown:
    """Each such cost was reimbursed in full (2.43)."""
    costs = s[conference_costs]
    if any(c.amount is None or c.reimbursed is None for c in costs):
        return Unknown("cost.reimbursed")
    return all(c.reimbursed == c.amount for c in costs)


def replacement_care_known(s: Situation) -> bool:
    """Replacement care was paid for."""
    return any(c.cost is CostKind.REPLACEMENT_CARE for c in s.of(Cost))


def care_by_local_carers(s: Situation) -> bool | Unknown:
    """Replacement care came from registered providers or recognised organisations, never from family (A4.17, A4.18)."""
    carers = [c.carer for c in s.of(Cost) if c.cost is CostKind.REPLACEMENT_CARE]
    if any(carer is not None and carer not in LOCAL_CARERS for carer in carers):
        return False
    return Unknown("cost.carer") if None in carers else True


def care_known(s: Situation) -> bool:
    """Childcare or replacement care was paid for."""
    costs = s.of(Cost)
    return bool(costs) and any(c.cost in {CostKind.CHILDCARE, CostKind.REPLACEMENT_CARE} for c in costs)


# ── documents and completion ─────────────────────────────────────────────────────────────────────────────────────


def employer_plan_known(s: Situation) -> bool:
    """An employer support plan was issued."""
    return bool([d for d in s.of(DocumentIssued) if d.document is Document.EMPLOYER_SUPPORT_PLAN])


def funding_detail(s: Situation) -> tuple[str, ...]:
    """What the plan holds besides, where the provider funds equipment or training (4.28)."""
    return ("funding_detail",) if funded_for_a_job(s) else ()


def for_someone_in_work(s: Situation) -> tuple[str, ...]:
    """What the exit activity plan holds besides for someone in work (2.51)."""
    over = s[journey].end_date
    return ("employer_support", "jobcentre_access") if over is not None and in_work(s, over + ONE_DAY) else ()


def report_due(s: Situation) -> bool | Unknown:
    """Provision has ended for a Completer."""
    over = s[ended]
    return over if isinstance(over, Unknown) else bool(over) and not early(s)


def report_kept(s: Situation) -> bool | Unknown | None:
    """The progress report was kept, and copied to the Jobcentre on a handback (2.48)."""
    issued = [d for d in s.of(DocumentIssued) if d.document is Document.PROGRESS_REPORT]
    if not issued:
        return None
    recipients, kept = [d.to for d in issued], [d.copy_kept for d in issued]
    to_jobcentre = not s[handback_required] or not JOBCENTRE.isdisjoint(recipients)
    if not to_jobcentre and None not in recipients:
        return False
    if True in kept:
        return to_jobcentre or Unknown("document_issued.to")
    return Unknown("document_issued.copy_kept") if None in kept else False


def exit_plan_due(s: Situation) -> bool | Unknown:
    """An exit activity plan is required."""
    return s[exit_plan_required]


def told_jobcentre(s: Situation) -> bool | None:
    """The Jobcentre was told of the start and, once provision has ended, of that (A4.27)."""
    if not s.of(Notification):
        return None
    over = s[ended]
    topics = {n.topic for n in s.of(Notification)}
    needed = {NotificationTopic.START} | ({NotificationTopic.COMPLETION} if over else set())
    return topics >= needed or None


def has_disengaged(s: Situation) -> bool:
    """The participant disengaged while on provision."""
    return bool(s[disengagements])
