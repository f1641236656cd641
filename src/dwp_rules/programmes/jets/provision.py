"""The life of a participant on WHP JETS: referral, 182 days, completion, and the days for outcomes and claims after it."""

from datetime import date

from dwp_rules.calendar import date_of_day, day_of_provision
from dwp_rules.facts import (
    Basis,
    CancelledAs,
    Disengaged,
    ExitDecision,
    MandationScope,
    Moved,
    ProvisionEnded,
    ReferralCancelled,
    Withdrawal,
    WithdrawalStage,
)
from dwp_rules.facts.moments import accepted, in_work_on, referral_received, start_days
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jets.outcomes import outcomes_reached
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.provision import Begins, EndMode, Happening, Journey, Provision, State, Timeline, Transition
from dwp_rules.rules import Finding, Rule

__all__ = ["TIMELINE", "end_or_latest", "ended", "life", "on_provision"]

LIFE_CYCLE = Rule(
    "JETS-STATE-01",
    "Where the participant stands",
    (
        *SPECIFICATION.paragraphs("1.13", "1.17", "2.12", "2.16", "2.33", "3.8", "3.11", "3.12", "A4.6"),
        CHAPTER_16["20"],
    ),
    note="No document lists states; they follow from what is recorded on PRaP. Whether someone who did not attend or "
    "start may be referred again is not addressed.",
    counts_by=("JETS-CAL-03",),
)
stands = LIFE_CYCLE.met("stands", "{state}")
re_referral_elsewhere = LIFE_CYCLE.undetermined(
    "re_referral_not_addressed",
    "whether a person may be referred again is addressed in neither document; the Provider Guidance would say",
)()

# ── moments that move the life on ────────────────────────────────────────────────────────────────────────────────


def did_not_start(s: Situation) -> Days:
    """The referral closed because the person did not agree to take part (2.16)."""
    return tuple(c.on for c in s.of(ReferralCancelled) if c.outcome is not CancelledAs.DID_NOT_ATTEND)


def did_not_attend(s: Situation) -> Days:
    """The referral closed because the person did not attend (2.5(a)(ii))."""
    return tuple(c.on for c in s.of(ReferralCancelled) if c.outcome is CancelledAs.DID_NOT_ATTEND)


def left_voluntarily(s: Situation) -> Days:
    """The participant says that they leave the programme (1.18)."""
    return tuple(w.on for w in s.of(Withdrawal) if w.stage is WithdrawalStage.ON_PROVISION)


def signposted(s: Situation) -> Days:
    """Signposted to other specific support, recorded as ending JETS (1.18)."""
    return tuple(d.on for d in s.of(ExitDecision) if d.ends_programme)


def outcome_day(s: Situation) -> Days:
    """Day 238."""
    return tuple(date_of_day(start, s.count("outcome_day")) for start in s[start_days])


def claim_day(s: Situation) -> Days:
    """Day 299."""
    return tuple(date_of_day(start, s.count("claim_day")) for start in s[start_days])


def last_day(s: Situation) -> Days:
    """Day 182."""
    return tuple(date_of_day(start, s.count("provision_days")) for start in s[start_days])


def mandated(s: Situation, on: date) -> bool | Unknown:
    """Whether a work coach had mandated the participant on to the scheme on a day (2.28)."""
    spells = spells_on(s.participant.participation_basis, on)
    if spells is None:
        return Unknown("participation_basis")
    return any(
        spell.basis is Basis.MANDATED and spell.scope is not MandationScope.FIRST_APPOINTMENT for spell in spells
    )


def may_leave(s: Situation, _journey: Journey, on: date) -> bool | Unknown:
    """Leaving voluntarily completes the programme only for those not mandated on to it (1.18)."""
    bound = mandated(s, on)
    return bound if isinstance(bound, Unknown) else not bound


def ends_on_record(s: Situation) -> dict[str, date]:
    """The end dates entered, by the reason that they name."""
    return {end.reason: end.on for end in reversed(s.of(ProvisionEnded))}


NOT_REFERRED, REFERRED, ACKNOWLEDGED = "not_referred", "referred", "acknowledged"
DID_NOT_ATTEND, DID_NOT_START, PARTICIPATING = "did_not_attend", "did_not_start", "participating"
TRACKING, CLAIM_WINDOW, CLOSED = "completed_tracking_outcome", "completed_claim_window", "closed"
BEFORE_START = (NOT_REFERRED, REFERRED, ACKNOWLEDGED)

TIMELINE = Timeline.declare(
    initial=NOT_REFERRED,
    states=(
        State(NOT_REFERRED),
        State(REFERRED),
        State(ACKNOWLEDGED),
        State(DID_NOT_ATTEND),
        State(DID_NOT_START),
        State(PARTICIPATING, phase=PARTICIPATING),
        State(TRACKING),
        State(CLAIM_WINDOW),
        State(CLOSED),
    ),
    happenings=(
        Happening("referral_received", referral_received, place=2),
        Happening("accepted", accepted, place=3),
        Happening("did_not_start", did_not_start, place=4),
        Happening("did_not_attend", did_not_attend, place=4),
        Happening("started", start_days, place=5),
        Happening("outcome_achieved", outcomes_reached, place=6, recorded_as="outcome_achieved", of_the_clock=True),
        Happening("left_voluntarily", left_voluntarily, place=7, recorded_as="voluntary_exit"),
        Happening("signposted", signposted, place=8, recorded_as="signposted"),
        Happening("last_day_over", last_day, place=9, of_the_clock=True),
        Happening("outcome_day_over", outcome_day, place=10, of_the_clock=True),
        Happening("claim_day_over", claim_day, place=11, of_the_clock=True),
    ),
    transitions=(
        Transition((NOT_REFERRED,), "referral_received", REFERRED),
        Transition((REFERRED,), "accepted", ACKNOWLEDGED),
        Transition(BEFORE_START, "did_not_start", DID_NOT_START),
        Transition(BEFORE_START, "did_not_attend", DID_NOT_ATTEND),
        Transition((*BEFORE_START, DID_NOT_START, DID_NOT_ATTEND), "started", PARTICIPATING),
        Transition((PARTICIPATING,), "outcome_achieved", TRACKING, ends="outcome_achieved"),
        Transition((PARTICIPATING,), "left_voluntarily", TRACKING, when=may_leave, ends="voluntary_exit"),
        Transition((PARTICIPATING,), "signposted", TRACKING, ends="signposted"),
        Transition((PARTICIPATING,), "last_day_over", TRACKING, ends="full_term", mode=EndMode.AUTOMATIC),
        Transition((TRACKING,), "outcome_day_over", CLAIM_WINDOW, begins=Begins.NEXT_DAY),
        Transition((CLAIM_WINDOW,), "claim_day_over", CLOSED, begins=Begins.NEXT_DAY),
    ),
    starts_on="started",
    last_day=lambda s: s.count("provision_days"),
    ended_on_record=ends_on_record,
)


def journey(s: Situation) -> Provision:
    """Where the case stands, before anything is said about it."""
    return TIMELINE.provision(s)


def ended(s: Situation) -> Days:
    """The day on which provision ended, if it has."""
    end = s[journey].end_date
    return () if end is None else (end,)


def end_or_latest(s: Situation) -> tuple[date, bool] | Unknown | None:
    """The last day on provision, and whether it may still come sooner; None before a start."""
    provision = s[journey]
    if provision.missing:
        return Unknown(*provision.missing)
    if provision.latest_end_date is None:
        return None
    return provision.latest_end_date, provision.end_date is None


def on_provision(s: Situation) -> tuple[tuple[date, date | None], ...]:
    """The days on provision, both counted; the end None while it has not come."""
    provision = s[journey]
    return () if provision.start is None else ((provision.start, provision.end_date),)


# ── what is said of the life on provision ────────────────────────────────────────────────────────────────────────

MAXIMUM = Rule(
    "JETS-DUR-01",
    "At most 182 days on provision",
    SPECIFICATION.paragraphs("1.13", "2.2", "2.17"),
    note="1.13 says days, 1.17 and 2.17 calendar days: calendar days.",
    counts_by=("JETS-CAL-03",),
    schedule="JETS-DEADLINE-02",
)
maximum = MAXIMUM.met("day_182", "day 182 is {day_182}, the Start Date being day 1")

DAY_NUMBER = Rule(
    "JETS-DUR-02",
    "Day number",
    SPECIFICATION.paragraphs("1.13", "2.17"),
    note="The completion date is itself a day on provision.",
    counts_by=("JETS-CAL-03",),
)
participant_today = DAY_NUMBER.met("participant", "{on} is day {day}, on provision")
no_longer_participant = DAY_NUMBER.not_met("no_longer_participant", "{on} is day {day}, after completion on {ended}")

MOVED = Rule(
    "JETS-DUR-03",
    "Moving out of the area",
    SPECIFICATION.paragraphs("1.16"),
    note="ESF duties stay as fixed at the start. A move outside England and Wales is not addressed; the same rule is taken.",
)
stays = MOVED.met(
    "stays_with_provider", "moved on {moved_on}: stays with the original Provider of {cpa}; no date changes"
)

NO_PAUSE = Rule(
    "JETS-DUR-04",
    "Disengagement stops no clock",
    SPECIFICATION.paragraphs("1.13", "1.17", "2.28"),
    note="By silence: nothing extends or suspends the 182 days.",
    counts_by=("JETS-CAL-03",),
)
no_pause = NO_PAUSE.met("no_pause", "disengaged {times} times; day 182 stays {day_182}")

COMPLETION = Rule(
    "JETS-COMPLETE-01",
    "Completion",
    SPECIFICATION.paragraphs("1.13", "1.14", "1.17", "1.18"),
    note="The list of early endings is closed. Only a signposting recorded as ending JETS completes. An outcome completes "
    "on the day it is achieved. On one day: outcome, then voluntary exit, then signposting.",
)
completed = COMPLETION.met("completed", "completed on {on}: {reason}")
not_completed = COMPLETION.not_met("not_completed", "not completed; at the latest on {latest}")

RECORDED_BY = Rule("JETS-COMPLETE-02", "Who records the end date", SPECIFICATION.paragraphs("1.14"))
by_prap = RECORDED_BY.met("by_prap", "PRaP fills in the end date of a full-term participant")("prap")
by_provider = RECORDED_BY.met("by_provider", "the Provider records the end date of an early completer in PRaP")(
    "provider"
)

EARLY = Rule(
    "JETS-COMPLETE-03",
    "Early completer",
    SPECIFICATION.paragraphs("1.17"),
    note="'Before the 182 days is reached' is day 181 or earlier.",
    counts_by=("JETS-CAL-03",),
)
early = EARLY.met("early_completer", "completed on day {day}, before day {last}")
full_term = EARLY.not_met("full_term", "completed on day {day}: full term")

NO_VOLUNTARY_EXIT = Rule("JETS-COMPLETE-04", "No voluntary exit if mandated", SPECIFICATION.paragraphs("1.18", "2.28"))
left = NO_VOLUNTARY_EXIT.met("left_voluntarily", "not mandated: leaving on {on} completes the programme")
stays_mandated = NO_VOLUNTARY_EXIT.not_met(
    "mandated", "mandated: leaving on {on} does not complete the programme, and DWP must be told"
)

AFTER_182 = Rule(
    "JETS-COMPLETE-05",
    "An outcome after day 182 changes no completion",
    SPECIFICATION.paragraphs("1.18", "3.5", "3.6", "3.12"),
    counts_by=("JETS-CAL-03",),
)
outcome_counts = AFTER_182.met(
    "outcome_counts", "an outcome on {on}, after completion on {ended}: it counts, no date changes"
)

DISENGAGEMENT = Rule(
    "JETS-COMPLETE-06",
    "Disengagement is not completion",
    SPECIFICATION.paragraphs("1.18", "1.22"),
    note="Only an explicit voluntary exit completes.",
)
reportable = DISENGAGEMENT.met("disengaged", "disengaged on {on}: no completion, and DWP must be told")
never_disengaged = DISENGAGEMENT.met("not_disengaged", "no disengagement is known")(False)


def life(s: Situation) -> Provision:
    """The life on provision with everything that the rules say of it."""
    provision = s[journey]
    findings = [stands(provision.status, state=provision.status)]
    if provision.start is not None:
        findings += _of_the_days(s, provision, provision.start)
        findings += _of_the_end(s, provision, provision.start)
    return provision._replace(findings=tuple(findings))


def _of_the_days(s: Situation, provision: Provision, start: date) -> list[Finding]:
    day_182 = date_of_day(start, s.count("provision_days"))
    findings = [maximum(day_182, day_182=day_182)]
    if s.as_of >= start:
        day = day_of_provision(start, s.as_of)
        end = provision.end_date
        over = end is not None and s.as_of > end
        findings.append(
            no_longer_participant(day, on=s.as_of, day=day, ended=end)
            if over
            else participant_today(day, on=s.as_of, day=day)
        )
    for move in s.of(Moved):
        homes = spells_on(s.participant.residence, start) or ()
        cpa = homes[0].cpa if homes else None
        findings.append(stays(cpa, moved_on=move.on, cpa=cpa))
    if times := len(s.of(Disengaged)):
        findings.append(no_pause(day_182, times=times, day_182=day_182))
    return findings


def _of_the_end(s: Situation, provision: Provision, start: date) -> list[Finding]:
    findings: list[Finding] = []
    end, last = provision.end_date, s.count("provision_days")
    if provision.missing:
        findings.append(COMPLETION.unknown(*provision.missing))
    elif end is None or provision.end_day is None:
        findings.append(not_completed(None, latest=provision.latest_end_date))
    else:
        day = provision.end_day
        findings.append(completed(end, on=end, reason=provision.end_reason))
        findings.append(by_prap if day >= last else by_provider)
        findings.append(full_term(False, day=day) if day >= last else early(True, day=day, last=last))
        findings += (outcome_counts(on, on=on, ended=end) for on in s[outcomes_reached] if on > end and day >= last)
    for on in s[left_voluntarily]:
        bound = mandated(s, on)
        if isinstance(bound, Unknown):
            findings.append(NO_VOLUNTARY_EXIT.unknown(*bound.missing))
        else:
            findings.append(stays_mandated(False, on=on) if bound else left(True, on=on))
    disengaged = s.of(Disengaged)
    findings.append(reportable(True, on=disengaged[-1].on) if disengaged else never_disengaged)
    return findings


def in_work_at_end(s: Situation) -> bool:
    """Whether the participant is in work on the last day on provision, or today while there are days left."""
    provision = s[journey]
    return in_work_on(s, provision.end_date or s.as_of)
