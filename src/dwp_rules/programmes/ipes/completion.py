"""How provision can end in IPES: the grounds as rules, and the guards that decide them (2.46 to 2.58)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from dwp_rules.facts import (
    CancelledAs,
    ChangeKind,
    ChangeOfCircumstances,
    Died,
    ExitBasis,
    ExitDecision,
    ExtensionEntered,
    Moved,
    Nation,
    ReferralAcknowledged,
    ReferralCancelled,
    ReferralDecision,
    Withdrawal,
    WithdrawalStage,
)
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.ipes.earnings import HIGHER, higher_earned_on
from dwp_rules.programmes.ipes.self_employment import trading, weeks_reached_on
from dwp_rules.programmes.ipes.work import clock, current_job, day_of, in_work, start_day
from dwp_rules.provision import Journey

__all__ = [
    "Release",
    "away_for_longer",
    "day_456",
    "day_457",
    "day_639",
    "died",
    "extended_by",
    "extension_entered",
    "left_terminally_ill",
    "moved_away",
    "release",
    "released",
    "remaining_days",
]

REJECT = ReferralDecision.REJECT
ENGLAND_AND_WALES = frozenset({Nation.ENGLAND, Nation.WALES})
AREAS = frozenset({"CPA1", "CPA2", "CPA3", "CPA4", "CPA5", "CPA6"})
"""The six Contract Package Areas, all in England or Wales (1.15)."""


def rejected(s: Situation) -> Days:
    """The days on which the referral was rejected."""
    return [told["recorded_on"] or told["on"] for told in s.rows(ReferralAcknowledged) if told["decision"] is REJECT]


def did_not_start(s: Situation) -> Days:
    """The referral closed because the person attended but did not start, or because of an error (2.24)."""
    cancelled = s.of(ReferralCancelled)
    return [c.on for c in cancelled if c.outcome is not CancelledAs.DID_NOT_ATTEND] if cancelled else ()


def did_not_attend(s: Situation) -> Days:
    """The referral closed because the person did not attend (2.25)."""
    cancelled = s.of(ReferralCancelled)
    return [c.on for c in cancelled if c.outcome is CancelledAs.DID_NOT_ATTEND] if cancelled else ()


def day_456(s: Situation) -> Days:
    """Day 456."""
    return (s[clock].day_456,) if s[start_day] else ()


def day_457(s: Situation) -> Days:
    """Day 457."""
    return (s[clock].day_457,) if s[start_day] else ()


def day_639(s: Situation) -> Days:
    """Day 639."""
    return (s[clock].day_639,) if s[start_day] else ()


def before_closing(s: Situation, _journey: Journey, on: date) -> bool:
    """Whether day 639 is still to come: a job that ends on it ends with the journey."""
    return on < s[clock].day_639


def not_in_work_next_day(s: Situation, _journey: Journey, _on: date) -> bool:
    """Whether the participant is not in work on day 457 (2.47)."""
    return not in_work(s, s[clock].day_457)


# ── early completers ─────────────────────────────────────────────────────────────────────────────────────────────


def since_start(s: Situation, days: Iterable[date]) -> Days:
    """Those of some days that lie on or after the Start Date, each once."""
    return sorted({on for on in days if on >= s[clock].start}) if s[start_day] else ()


def died(s: Situation) -> Days:
    """The day of death."""
    return since_start(s, [death.on for death in s.of(Died)[:1]]) if s.of(Died) else ()


def terminal_diagnosis(s: Situation) -> date | None:
    """The day on which a terminal illness was diagnosed."""
    changes = s.of(ChangeOfCircumstances)
    return next((c.on for c in changes if c.change is ChangeKind.TERMINAL_ILLNESS), None) if changes else None


def wishes_to_leave(s: Situation) -> Days:
    """The days on which the participant said on provision that they want to leave."""
    withdrawals = s.of(Withdrawal)
    return [w.on for w in withdrawals if w.stage is WithdrawalStage.ON_PROVISION] if withdrawals else ()


def left_terminally_ill(s: Situation) -> Days:
    """The day on which a participant diagnosed as terminally ill chooses to leave (2.57)."""
    diagnosed = s[terminal_diagnosis]
    return () if diagnosed is None else since_start(s, [on for on in s[wishes_to_leave] if on >= diagnosed])[:1]


def moved_away(s: Situation) -> Days:
    """The days on which the participant moves, or leaves the area for a time."""
    return since_start(s, [move.on for move in s.of(Moved)]) if s.of(Moved) else ()


def outside(move: Moved) -> bool | Unknown:
    """Whether a move leads out of England and Wales."""
    if move.to_nation is not None:
        return move.to_nation not in ENGLAND_AND_WALES
    return False if move.to_cpa in AREAS else Unknown("moved.to_nation")


def extension_entered(s: Situation) -> Days:
    """The days on which the extension was entered."""
    entries = s.of(ExtensionEntered)
    return sorted([entered.recorded_on or entered.on for entered in entries]) if entries else ()


def extended_by(s: Situation, on: date) -> bool:
    """Whether the extension was entered by a day."""
    entered = s[extension_entered]
    return bool(entered) and entered[0] <= on


def remaining_days(s: Situation, on: date) -> int:
    """The days left: to day 639 once the extension is entered or has begun, otherwise to day 456 (2.57)."""
    days = s[clock]
    return ((days.day_639 if on > days.day_456 or extended_by(s, on) else days.day_456) - on).days


def moves_by_day(s: Situation) -> Mapping[date, Sequence[Moved]]:
    """The moves by the day of each."""
    by_day: dict[date, list[Moved]] = {}
    for move in s.of(Moved):
        by_day.setdefault(move.on, []).append(move)
    return by_day


def for_longer(s: Situation, move: Moved) -> bool:
    """Whether an absence is expected to outlast the time left; strictly, and without an expected return it does."""
    back = move.expected_return_on
    return back is None or (back - move.on).days > remaining_days(s, move.on)


def away_for_longer(s: Situation, _journey: Journey, on: date) -> bool | Unknown:
    """Whether the participant moves out of England and Wales for longer than the time left (2.57)."""
    moves = s[moves_by_day].get(on, ())
    answers = [(outside(move), move) for move in moves]
    if not moves or any(out is True and for_longer(s, move) for out, move in answers):
        return True
    return next((out for out, _move in answers if isinstance(out, Unknown)), False)


# ── release: support no longer required ──────────────────────────────────────────────────────────────────────────


class Release(NamedTuple):
    """What the release of a participant rests on, on the day the provider decides it."""

    day: int
    in_time: bool
    job_began: date | None
    days_received: int
    enough: bool
    higher_on: date | Unknown | None

    @property
    def valid(self) -> bool | Unknown:
        """Whether all three conditions hold."""
        if not self.in_time or not self.enough or self.higher_on is None:
            return False
        return self.higher_on if isinstance(self.higher_on, Unknown) else True


def released(s: Situation) -> Days:
    """The days on which the provider decides that its support is no longer required."""
    decisions = s.of(ExitDecision)
    if not decisions:
        return ()
    basis = ExitBasis.SUPPORT_NO_LONGER_REQUIRED
    return since_start(s, [d.on for d in decisions if d.basis is basis and d.ends_programme is not False])


def release(s: Situation, on: date) -> Release:
    """Judge a release on a day: its day, the days in the current job, the higher outcome (2.47, 2.53)."""
    day, job = day_of(s, on), current_job(s, on)
    from_day = s.count("pre_work_days") if s.reading("release") == "from_day_456" else 1
    received = 0 if job is None else job.days_by(on)
    return Release(
        day,
        from_day <= day <= s.count("closing_day"),
        None if job is None else job.first,
        received,
        received >= s.count("in_work_days"),
        higher_reached_by(s, on),
    )


def higher_reached_by(s: Situation, on: date) -> date | Unknown | None:
    """The day, if it is past, on which the higher outcome was reached in employment or in self-employment."""
    earned = s[higher_earned_on]
    if earned is not None and earned <= on:
        return earned
    weeks = trading(s, on)
    return weeks_reached_on(s, weeks, HIGHER)


def release_allowed(s: Situation, _journey: Journey, on: date) -> bool | Unknown:
    """Whether a release ends provision."""
    return release(s, on).valid
