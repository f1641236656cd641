"""The life of a participant on IPES as a table: states, what can happen, and where it leads (2.46 to 2.61, Annex 2)."""

from collections.abc import Callable, Sequence
from datetime import date

from dwp_rules.facts import Died, Event, ExitDecision, Moved, ProvisionEnded, Withdrawal, WorkEnded
from dwp_rules.facts.moments import accepted, referral_received
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.ipes import completion as on
from dwp_rules.programmes.ipes import completion_rules as by
from dwp_rules.programmes.ipes.work import (
    JOB_ENDED,
    clock,
    current_job,
    ends_on_record,
    start_day,
    work_begins,
    work_over,
)
from dwp_rules.provision import Begins, EndMode, Happening, Journey, Provision, State, Timeline, Transition

__all__ = [
    "EARLY_COMPLETER",
    "END_REASONS",
    "EXTENSION",
    "IN_WORK",
    "MAXIMUM",
    "NOT_IN_WORK",
    "PRE_WORK",
    "RELEASED",
    "TIMELINE",
    "completed",
    "ended",
    "into_the_extension",
    "journey",
    "last_day_counted",
]

NOT_REFERRED, REFERRED, ACKNOWLEDGED, REJECTED = "not_referred", "referred", "acknowledged", "rejected"
DID_NOT_ATTEND, DID_NOT_START = "did_not_attend", "did_not_start"
PRE_WORK, IN_WORK, EXTENSION = "pre_work_support", "in_work_support", "extension"
COMPLETER, EARLY_COMPLETER = "completer", "early_completer"
BEFORE_START = (NOT_REFERRED, REFERRED, ACKNOWLEDGED)
ON_PROVISION = (PRE_WORK, IN_WORK, EXTENSION)

NOT_IN_WORK, MAXIMUM = "completer_456_not_in_work", "completer_maximum_duration"
RELEASED = "completer_support_no_longer_required"
MOVED, ILL, DEAD = "early_completer_moved", "early_completer_terminal_illness", "early_completer_died"
END_REASONS = frozenset({NOT_IN_WORK, MAXIMUM, JOB_ENDED, RELEASED, MOVED, ILL, DEAD})

# Places follow the order of events within a day; a move comes first of those that concern a participant, since what is
# decided that day is decided in its light.
HAPPENINGS = (
    Happening("day_457_begins", on.day_457, place=0, of_the_clock=True),
    Happening("referral_received", referral_received, place=1),
    Happening("accepted", accepted, place=2),
    Happening("rejected", on.rejected, place=2),
    Happening("did_not_start", on.did_not_start, place=3),
    Happening("did_not_attend", on.did_not_attend, place=3),
    Happening("started", start_day, place=4),
    Happening("moved_away", on.moved_away, place=5, recorded_as=MOVED),
    Happening("work_begins", work_begins, place=6),
    Happening("work_over", work_over, place=7),
    Happening("left_terminally_ill", on.left_terminally_ill, place=8, recorded_as=ILL),
    Happening("released", on.released, place=9, recorded_as=RELEASED),
    Happening("died", on.died, place=10, recorded_as=DEAD),
    Happening("day_456_over", on.day_456, place=11, of_the_clock=True),
    Happening("day_639_over", on.day_639, place=11, of_the_clock=True),
)

TRANSITIONS = (
    Transition((NOT_REFERRED,), "referral_received", REFERRED),
    Transition((REFERRED,), "rejected", REJECTED),
    Transition((REFERRED,), "accepted", ACKNOWLEDGED),
    Transition(BEFORE_START, "did_not_start", DID_NOT_START),
    Transition(BEFORE_START, "did_not_attend", DID_NOT_ATTEND),
    Transition((*BEFORE_START, REJECTED, DID_NOT_START, DID_NOT_ATTEND), "started", PRE_WORK),
    Transition((PRE_WORK,), "work_begins", IN_WORK),
    Transition((IN_WORK,), "work_over", PRE_WORK, begins=Begins.NEXT_DAY),
    Transition(
        (PRE_WORK,),
        "day_456_over",
        COMPLETER,
        when=on.not_in_work_next_day,
        ends=NOT_IN_WORK,
        mode=EndMode.AUTOMATIC,
        rule=by.NOT_IN_WORK_ON_457,
        settles_next_day=True,
    ),
    Transition((PRE_WORK, IN_WORK), "day_457_begins", EXTENSION),
    Transition((EXTENSION,), "work_begins", EXTENSION),
    Transition(
        (EXTENSION,),
        "work_over",
        COMPLETER,
        when=on.before_closing,
        ends=JOB_ENDED,
        rule=by.WORK_ENDED,
        settles_next_day=True,
    ),
    Transition((EXTENSION,), "day_639_over", COMPLETER, ends=MAXIMUM, mode=EndMode.AUTOMATIC, rule=by.MAXIMUM_REACHED),
    Transition(
        (IN_WORK, EXTENSION), "released", COMPLETER, when=on.release_allowed, ends=RELEASED, rule=by.SUPPORT_NOT_NEEDED
    ),
    Transition(ON_PROVISION, "moved_away", EARLY_COMPLETER, when=on.away_for_longer, ends=MOVED, rule=by.MOVED_AWAY),
    Transition(ON_PROVISION, "left_terminally_ill", EARLY_COMPLETER, ends=ILL, rule=by.TERMINALLY_ILL),
    Transition(ON_PROVISION, "died", EARLY_COMPLETER, ends=DEAD, rule=by.DEATH),
    *(
        Transition((state,), later, state)
        for state in (COMPLETER, EARLY_COMPLETER)
        for later in ("work_begins", "work_over", "moved_away", "left_terminally_ill", "died")
    ),
)


def _on_day(*kinds: type[Event]) -> Callable[[Situation, date], Sequence[Event]]:
    """Make the choice of the events of these kinds that fall on the end."""
    return lambda s, end: [event for kind in kinds for event in s.of(kind) if event.on == end]


def _last_work_ended(s: Situation, end: date) -> Sequence[Event]:
    return [event for event in s.of(WorkEnded) if event.on <= end][-1:]


def _work_that_carried_on(s: Situation, end: date) -> Sequence[Event]:
    """The jobs of day 457 and of the last day, work that ended then, and a refused release."""
    held = (current_job(s, s[clock].day_457), current_job(s, end))
    begun = {job.work.on: job.work for job in held if job is not None}
    return (*begun.values(), *_on_day(WorkEnded)(s, end), *s.of(ExitDecision)[-1:])


DECIDED_BY: dict[str, Callable[[Situation, date], Sequence[Event]]] = {
    NOT_IN_WORK: _last_work_ended,
    MAXIMUM: _work_that_carried_on,
    JOB_ENDED: _on_day(WorkEnded),
    RELEASED: _on_day(ExitDecision),
    MOVED: _on_day(Moved),
    ILL: _on_day(Withdrawal),
    DEAD: _on_day(Died),
}


def deciding_events(s: Situation, journey: Journey) -> Sequence[Event]:
    """The events on whose day the end turned: what ended provision, or the work that carried it on or did not."""
    if journey.ended is None:
        return ()
    end, row = journey.ended
    return DECIDED_BY[row.ends](s, end) or _on_day(ProvisionEnded)(s, end)


TIMELINE = Timeline.declare(
    initial=NOT_REFERRED,
    states=(
        State(NOT_REFERRED),
        State(REFERRED),
        State(ACKNOWLEDGED),
        State(REJECTED),
        State(DID_NOT_ATTEND),
        State(DID_NOT_START),
        State(PRE_WORK, phase=PRE_WORK),
        State(IN_WORK, phase=IN_WORK),
        State(EXTENSION, phase=EXTENSION),
        State(COMPLETER),
        State(EARLY_COMPLETER),
    ),
    happenings=HAPPENINGS,
    transitions=TRANSITIONS,
    starts_on="started",
    last_day=lambda s: s.count("closing_day"),
    ended_on_record=ends_on_record,
).turning_on(deciding_events)


def journey(s: Situation) -> Provision:
    """Where the case stands, before anything is said about it."""
    return TIMELINE.provision(s)


def into_the_extension(provision: Provision) -> bool:
    """Whether provision has come into the extension, which nothing follows."""
    phases = provision.phases
    return bool(phases) and phases[-1].name == EXTENSION


def ended(s: Situation) -> Days | Unknown:
    """The day on which provision ended, if it has and the next day cannot undo it."""
    provision = s[journey]
    if provision.missing:
        return Unknown(*provision.missing)
    return () if provision.end_date is None or provision.provisional else (provision.end_date,)


def completed(s: Situation) -> Days | Unknown:
    """The day on which provision ended for a Completer; an early completer has none."""
    early = (s[journey].end_reason or "").startswith(EARLY_COMPLETER)
    return () if early else s[ended]


def last_day_counted(s: Situation) -> date:
    """The last day on which an outcome counts: the end of provision, at the latest day 639 (5.24, 5.27)."""
    return s[journey].end_date or s[clock].day_639
