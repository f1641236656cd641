"""The way from a referral to the start, the same in both strands: states, happenings, and the steps between them."""

from dwp_rules.facts.moments import accepted, referral_received, start_days
from dwp_rules.programmes.chapter_16.life import did_not_attend, did_not_start
from dwp_rules.provision import Happening, State, Transition

__all__ = [
    "HAPPENINGS_TO_THE_START",
    "NOT_REFERRED",
    "PARTICIPATING",
    "STATES_TO_THE_START",
    "TRANSITIONS_TO_THE_START",
]

NOT_REFERRED, REFERRED, ACKNOWLEDGED = "not_referred", "referred", "acknowledged"
DID_NOT_ATTEND, DID_NOT_START, PARTICIPATING = "did_not_attend", "did_not_start", "participating"
BEFORE_START = (NOT_REFERRED, REFERRED, ACKNOWLEDGED)

STATES_TO_THE_START = (
    State(NOT_REFERRED),
    State(REFERRED),
    State(ACKNOWLEDGED),
    State(DID_NOT_ATTEND),
    State(DID_NOT_START),
    State(PARTICIPATING, phase=PARTICIPATING),
)
HAPPENINGS_TO_THE_START = (
    Happening("referral_received", referral_received, place=2),
    Happening("accepted", accepted, place=3),
    Happening("did_not_start", did_not_start, place=4),
    Happening("did_not_attend", did_not_attend, place=4),
    Happening("started", start_days, place=5),
)
"""What a strand adds has its place after these."""
TRANSITIONS_TO_THE_START = (
    Transition((NOT_REFERRED,), "referral_received", REFERRED),
    Transition((REFERRED,), "accepted", ACKNOWLEDGED),
    Transition(BEFORE_START, "did_not_start", DID_NOT_START),
    Transition(BEFORE_START, "did_not_attend", DID_NOT_ATTEND),
    Transition((*BEFORE_START, DID_NOT_START, DID_NOT_ATTEND), "started", PARTICIPATING),
)
