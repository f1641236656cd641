"""Claims for self-employed outcomes of IPES: day 700, three attempts, validation (4.29, 5.19, 5.25)."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from dwp_rules.facts import (
    ClaimDecision,
    ClaimResult,
    Cost,
    CostKind,
    OutcomeClaim,
    ValidationStage,
)
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.outcomes import AttemptLimit, Attempts
from dwp_rules.programmes.ipes import claim_rules as because
from dwp_rules.programmes.ipes import trading_findings as self_employed
from dwp_rules.programmes.ipes.earnings import Level
from dwp_rules.programmes.ipes.work import clock, current_job, start_day
from dwp_rules.rules import Finding, Rule, Verdict

__all__ = [
    "can_be_claimed",
    "claim_findings",
    "evidence_missing",
    "tests",
    "works_nights",
]

PRE_PAYMENT = ValidationStage.PRE_PAYMENT

ClaimTest: TypeAlias = Callable[[Situation, Level, Sequence[date], date | None], Finding]
"""What is found of a level, the days on which it was claimed, and the day on which it was reached."""


def works_nights(s: Situation) -> bool | None:
    """Whether the work of day 638 is at night."""
    job = current_job(s, s[clock].day_638)
    return None if job is None else job.work.works_nights


class Claimed(NamedTuple):
    """The days on which a level was claimed: certainly, and with the claims whose level is not told."""

    certainly: Sequence[date]
    at_best: Sequence[date]


def claimed_on(s: Situation, level: Level) -> Claimed:
    """The days on which a level was claimed."""
    claims = [c for c in s.of(OutcomeClaim) if c.level is None or c.level == level.name]
    at_best = sorted([c.recorded_on or c.on for c in claims])
    return Claimed(sorted([c.recorded_on or c.on for c in claims if c.level is not None]), at_best)


def attempts(s: Situation) -> Attempts | None:
    """Attempts so far; None where the result of a decision is not known."""
    decided = s.of(ClaimDecision)
    if any(decision.result is None for decision in decided):
        return None
    limit = AttemptLimit(s.count("claim_attempts"), s.reading("claim_attempts"))
    return limit.count(_Decided(d.on, d.result) for d in decided if d.result is not None)


class _Decided:
    """A decision whose result is known."""

    __slots__ = ("on", "result")

    def __init__(self, on: date, result: ClaimResult) -> None:
        self.on = on
        self.result = result


def evidence_missing(s: Situation) -> bool:
    """Whether evidence that must be kept is wanting: of trading, or of the plan and payments (4.29, 5.18)."""
    costs, made = s.of(Cost), s.of(OutcomeClaim)
    if costs and False in [c.evidenced for c in costs if c.cost is CostKind.BUSINESS_START_UP]:
        return True
    return bool(made) and False in [c.evidence_held for c in made]


def tests(s: Situation, level: Level) -> tuple[Finding, ...]:
    """The tests of a claim: its last day, the two dates, the attempts."""
    if not s.of(OutcomeClaim):
        return s[tests_unclaimed]
    return (
        _as_far_as_known(s, level, because.LAST_CLAIM, _last_claim),
        _as_far_as_known(s, level, because.TWO_TESTS, _two_tests),
        s[line],
    )


def tests_unclaimed(s: Situation) -> tuple[Finding, ...]:
    """The tests of a claim, of either level, where none was made."""
    return (s[no_claim], because.not_claimed_yet if s.as_of <= s[clock].day_700 else because.not_claimed, s[line])


def _as_far_as_known(s: Situation, level: Level, rule: Rule, test: ClaimTest) -> Finding:
    """What a test finds, unless the level of a claim or the weeks that are not known decide it."""
    claimed = claimed_on(s, level)
    possible, certain = self_employed.possible_on(s, level), self_employed.certain_on(s, level)
    at_best = test(s, level, claimed.at_best, possible)
    missing: list[str] = []
    if test(s, level, claimed.certainly, possible).verdict is not at_best.verdict:
        missing.append("outcome_claim.level")
    if certain != possible and test(s, level, claimed.at_best, certain).verdict is not at_best.verdict:
        missing += self_employed.missing(s, level)
    return rule.unknown(*missing) if missing else at_best


def can_be_claimed(s: Situation, level: Level) -> bool | Unknown:
    """Whether a level in self-employment is claimed as it should be, or still can be."""
    asked = (s[line],) if s.as_of <= s[clock].day_700 else tests(s, level)
    if [finding for finding in asked if finding.verdict is Verdict.NOT_MET]:
        return False
    missing = dict.fromkeys(name for finding in asked for name in finding.missing)
    return Unknown(*missing) if missing else True


def no_claim(s: Situation) -> Finding:
    """Until when a claim can be made, where none was."""
    last = s[clock].day_700
    return (because.claimable if s.as_of <= last else because.no_longer_claimable).found(
        last, ("last_claim_date", last)
    )


def _last_claim(s: Situation, _level: Level, made: Sequence[date], on: date | None) -> Finding:
    last = s[clock].day_700
    good = [day for day in made if day <= last and (on is None or day >= on)]
    if good:
        return because.claimed_in_time.found(last, ("claimed", good[0]), ("last_claim_date", last))
    late = [day for day in made if day > last]
    return because.claimed_late.found(last, ("claimed", late[0]), ("last_claim_date", last)) if late else s[no_claim]


def _two_tests(s: Situation, level: Level, made: Sequence[date], on: date | None) -> Finding:
    """The outcome on provision, and the claim by day 700, each by itself (5.25, 5.27)."""
    reached = on or self_employed.reached_too_late(s, level)
    last = s[clock].day_700
    over = s.as_of > last
    if not made:
        return because.not_claimed if over else because.not_claimed_yet
    good = [day for day in made if reached is not None and day >= reached]
    if not good:
        return (
            because.premature.found(False, ("claimed", made[-1]))
            if over
            else because.to_claim_again.found(None, ("claimed", made[-1]))
        )
    outcome_in_time, claim_in_time = on is not None, good[0] <= last
    if outcome_in_time and claim_in_time:
        return because.both_in_time.found(
            True, ("outcome_on", on), ("claimed", good[0]), ("outcome_in_time", True), ("claim_in_time", True)
        )
    return because.not_both_in_time.found(False, ("outcome_in_time", outcome_in_time), ("claim_in_time", claim_in_time))


def line(s: Situation) -> Finding:
    """Whether the line for self-employed claims is open (5.19)."""
    if not s.of(ClaimDecision):
        return _line_untouched(s.count("claim_attempts"))
    so_far = s[attempts]
    if so_far is None:
        return because.ATTEMPTS.unknown("claim_decision.result")
    facts = {"failed": so_far.failed, "remaining": so_far.remaining, "employed_outcome_still_possible": True}
    if so_far.is_open:
        return because.line_open(True, **facts)
    return because.line_closed(False, closed_on=so_far.closed_on, **facts)


@lru_cache
def _line_untouched(allowed: int) -> Finding:
    return because.line_open.found(
        True, ("failed", 0), ("remaining", allowed), ("employed_outcome_still_possible", True)
    )


def claim_findings(s: Situation) -> Sequence[Finding]:
    """Attempts, and what becomes of failed ones."""
    if not s[start_day]:
        return ()
    if not s.of(ClaimDecision):
        return (s[line], *_never_decided(s.count("claim_attempts")))
    findings = [s[line]]
    so_far = s[attempts]
    if so_far is not None:
        findings += _monitored(so_far)
    findings += (_failed(decision) for decision in s.of(ClaimDecision) if decision.result is ClaimResult.FAIL)
    return findings


def _monitored(so_far: Attempts) -> Sequence[Finding]:
    return (
        because.next_is_last if so_far.next_is_last else because.next_is_ordinary,
        because.failed_claims.found(so_far.failed, ("failed", so_far.failed), ("made", so_far.made)),
    )


@lru_cache
def _never_decided(allowed: int) -> Sequence[Finding]:
    return _monitored(AttemptLimit(allowed).count(()))


def _failed(decision: ClaimDecision) -> Finding:
    """A failed claim is backed out, and the payment recovered where there was one (5.19)."""
    if decision.stage is None:
        return because.FAILED.unknown("claim_decision.stage")
    if decision.stage is PRE_PAYMENT:
        return because.not_paid.found(None, ("backed_out", True), ("paid", False), ("recovered", None))
    if decision.extrapolation:
        return because.by_error_rate.found(
            "by_error_rate", ("backed_out", False), ("paid", True), ("recovered", "by_error_rate")
        )
    if decision.extrapolation is None:
        return because.FAILED.unknown("claim_decision.extrapolation")
    return because.paid_back.found("direct", ("backed_out", True), ("paid", True), ("recovered", "direct"))
