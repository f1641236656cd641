"""Mandation in WHP JETS (specification 2.11, 2.28): who was bound to attend and did not, and what follows."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.facts import (
    Basis,
    Escalation,
    EscalationMatter,
    EscalationStep,
    MandationScope,
    MeetingType,
    Notification,
    NotificationTopic,
    ParticipationBasis,
)
from dwp_rules.facts.moments import meetings
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Finding, Rule

__all__ = ["failures_while_mandated", "mandated", "sanction"]

SANCTION = Rule(
    "JETS-MAND-03",
    "Sanction decision",
    SPECIFICATION.paragraphs("2.28"),
    note="Told is how far the last failure has come. A mandation to the first appointment binds to an initial meeting "
    "only; one whose scope is not told is to the scheme.",
)
with_decision_maker = SANCTION.met(
    "with_decision_maker", "referred: the Labour Market and Decision Making Team decides on a sanction"
)("with_decision_maker")
closed_no_referral = SANCTION.met("closed_no_referral", "DWP decided not to refer; no sanction is considered")(
    "closed_no_referral"
)
sanction_decided = SANCTION.met("decided", "the Labour Market and Decision Making Team has decided")("decided")
notified = SANCTION.discretionary("notified", "DWP was told and decides whether to refer; the Provider never decides")(
    "notified"
)
not_notified = SANCTION.not_met("not_notified", "failed to attend on {on} while mandated; DWP has not been told")

STANDS = {
    EscalationStep.RAISED: notified,
    EscalationStep.REFERRED: with_decision_maker,
    EscalationStep.NOT_REFERRED: closed_no_referral,
    EscalationStep.DECIDED: sanction_decided,
}


def mandated(s: Situation, on: date) -> bool | Unknown:
    """Whether a work coach had mandated the participant on to the scheme on a day (2.28)."""
    spells = spells_on(s.participant.participation_basis, on)
    if spells is None:
        return Unknown("participation_basis")
    return bool([spell for spell in spells if _binds(spell, MeetingType.BOOKED)])


def failures_while_mandated(s: Situation) -> Days | Unknown:
    """The days on which someone whom a work coach had mandated to attend did not (2.28)."""
    missed = s[meetings].missed
    if not missed:
        return ()
    spells = s.participant.participation_basis
    if spells is None:
        return Unknown("participation_basis")
    return [m.on for m in missed if [spell for spell in spells_on(spells, m.on) or () if _binds(spell, m.type)]]


def _binds(spell: ParticipationBasis, meeting: MeetingType) -> bool:
    """Whether taking part on this basis means being mandated to such a meeting."""
    if spell.basis is not Basis.MANDATED:
        return False
    return spell.scope is not MandationScope.FIRST_APPOINTMENT or meeting is MeetingType.INITIAL


def sanction(s: Situation) -> Sequence[Finding]:
    """How far a mandated participant's failure to attend has come (2.28)."""
    failures = s[failures_while_mandated]
    if not failures and not s.of(Escalation) and not s.of(Notification):
        return ()
    last = date.min if isinstance(failures, Unknown) or not failures else failures[-1]
    doubts = [e for e in s.of(Escalation) if e.matter is EscalationMatter.COMPLIANCE_DOUBT and e.on >= last]
    steps = [STANDS[doubt.step] for doubt in doubts if doubt.step in STANDS]
    if steps:
        return steps[-1:]
    if [n for n in s.of(Notification) if n.topic is NotificationTopic.FAILURE_TO_ATTEND and n.on >= last]:
        return (notified,)
    if isinstance(failures, Unknown):
        return (SANCTION.unknown(*failures.missing),)
    return (not_notified(None, on=last),) if failures else ()
