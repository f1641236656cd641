"""Where the guidance contradicts itself and the contradiction touches a case, the case says so."""

from collections.abc import Sequence

from dwp_rules.facts import AnyEvent, Caution, PreviousParticipation, Start
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jfs.durations import automatic_end, maximum_end
from dwp_rules.programmes.jfs.provision import participant
from dwp_rules.programmes.jfs.starting_moments import start_day

__all__ = ["contradictions"]

MAXIMUM_OUTLASTS_PRAP = "maximum_outlasts_automatic_end"
FIRST_RECORD_OPEN = "first_record_open"


def contradictions(s: Situation) -> Sequence[Caution]:
    """What of the guidance's contradictions touches this case."""
    return (*_maximum_outlasts_prap(s), *_first_record_open(s))


def _maximum_outlasts_prap(s: Situation) -> Sequence[Caution]:
    """20 working days that end after the automatic end at 30 calendar days (1.23 against 5.08)."""
    maximum, automatic = s[maximum_end], s[automatic_end]
    if not s[participant] or maximum is None or automatic is None or maximum <= automatic:
        return ()
    days = (maximum - automatic).days
    message = (
        f"The guidance contradicts itself here: the 20 working days of 1.23 run to {maximum}, but by 5.08 PRaP ends "
        f"provision on {automatic}, {days} days earlier."
    )
    return (Caution(MAXIMUM_OUTLASTS_PRAP, message, _starts(s)),)


def _first_record_open(s: Situation) -> Sequence[Caution]:
    """A re-referral while the first record is open: its start date still holds (5.19)."""
    if not s[start_day] or not any(_open(s, one) for one in s.participant.previous_participations or ()):
        return ()
    message = "The record of an earlier participation was not closed: by 5.19 its start date still holds on PRaP."
    return (Caution(FIRST_RECORD_OPEN, message, _starts(s)),)


def _open(s: Situation, one: PreviousParticipation) -> bool:
    return one.programme == s.case.programme and one.started_on is not None and one.record_closed is False


def _starts(s: Situation) -> tuple[AnyEvent, ...]:
    return s.of(Start)[:1]
