"""Claims for self-employed outcomes of IPES: day 700, three attempts, validation (4.29, 5.19, 5.25)."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dwp_rules.facts import (
    ClaimDecision,
    ClaimResult,
    Cost,
    CostKind,
    OutcomeClaim,
    ValidationStage,
)
from dwp_rules.facts.situation import Situation
from dwp_rules.outcomes import AttemptLimit, Attempts
from dwp_rules.programmes.ipes import claim_rules as because
from dwp_rules.programmes.ipes import trading_findings as self_employed
from dwp_rules.programmes.ipes.earnings import Level
from dwp_rules.programmes.ipes.work import clock, current_job, start_day
from dwp_rules.rules import Finding, Verdict

__all__ = [
    "can_be_claimed",
    "claim_findings",
    "evidence_missing",
    "tests",
    "works_nights",
]

PRE_PAYMENT = ValidationStage.PRE_PAYMENT


def works_nights(s: Situation) -> bool | None:
    """Whether the work of day 638 is at night."""
    job = current_job(s, s[clock].day_638)
    return None if job is None else job.work.works_nights


def claimed_on(s: Situation, level: Level) -> Sequence[date]:
    """The days on which a level was claimed; a claim of no particular level is of either."""
    return sorted(c.recorded_on or c.on for c in s.of(OutcomeClaim) if c.level is None or c.level == level.name)


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
    support = [c for c in s.of(Cost) if c.cost is CostKind.BUSINESS_START_UP]
    return any(c.evidence_held is False for c in s.of(OutcomeClaim)) or any(c.evidenced is False for c in support)


def tests(s: Situation, level: Level) -> tuple[Finding, ...]:
    """The tests of a claim: its last day, the two dates, the attempts."""
    if not s.of(OutcomeClaim):
        return (s[no_claim], because.not_claimed_yet if s.as_of <= s[clock].day_700 else because.not_claimed, s[line])
    return (_last_claim(s, level), _two_tests(s, level), s[line])


def can_be_claimed(s: Situation, level: Level) -> bool:
    """Whether a level in self-employment is claimed as it should be, or still can be."""
    if s.as_of <= s[clock].day_700:
        return s[line].verdict is not Verdict.NOT_MET
    return all(finding.verdict is not Verdict.NOT_MET for finding in tests(s, level))


def no_claim(s: Situation) -> Finding:
    """Until when a claim can be made, where none was."""
    last = s[clock].day_700
    return (because.claimable if s.as_of <= last else because.no_longer_claimable)(last, last_claim_date=last)


def _last_claim(s: Situation, level: Level) -> Finding:
    last, on = s[clock].day_700, self_employed.reached_on(s, level)
    made = claimed_on(s, level)
    good = [day for day in made if day <= last and (on is None or day >= on)]
    if good:
        return because.claimed_in_time(last, claimed=good[0], last_claim_date=last)
    late = [day for day in made if day > last]
    return because.claimed_late(last, claimed=late[0], last_claim_date=last) if late else s[no_claim]


def _two_tests(s: Situation, level: Level) -> Finding:
    """The outcome on provision, and the claim by day 700, each by itself (5.25, 5.27)."""
    on = self_employed.reached_on(s, level)
    reached = on or self_employed.reached_too_late(s, level)
    last, made = s[clock].day_700, claimed_on(s, level)
    over = s.as_of > last
    if not made:
        return because.not_claimed if over else because.not_claimed_yet
    good = [day for day in made if reached is not None and day >= reached]
    if not good:
        return because.premature(False, claimed=made[-1]) if over else because.to_claim_again(None, claimed=made[-1])
    outcome_in_time, claim_in_time = on is not None, good[0] <= last
    if outcome_in_time and claim_in_time:
        return because.both_in_time(True, outcome_on=on, claimed=good[0], outcome_in_time=True, claim_in_time=True)
    return because.not_both_in_time(False, outcome_in_time=outcome_in_time, claim_in_time=claim_in_time)


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
    return because.line_open(True, failed=0, remaining=allowed, employed_outcome_still_possible=True)


def claim_findings(s: Situation) -> Sequence[Finding]:
    """Attempts, and what becomes of failed ones."""
    if not s[start_day]:
        return ()
    findings = [s[line]]
    so_far = s[attempts]
    if so_far is not None:
        findings.append(because.next_is_last if so_far.next_is_last else because.next_is_ordinary)
        findings.append(because.failed_claims(so_far.failed, failed=so_far.failed, made=so_far.made))
    findings += (_failed(decision) for decision in s.of(ClaimDecision) if decision.result is ClaimResult.FAIL)
    return findings


def _failed(decision: ClaimDecision) -> Finding:
    """A failed claim is backed out, and the payment recovered where there was one (5.19)."""
    if decision.stage is None:
        return because.FAILED.unknown("claim_decision.stage")
    if decision.stage is PRE_PAYMENT:
        return because.not_paid(None, backed_out=True, paid=False, recovered=None)
    if decision.extrapolation:
        return because.by_error_rate("by_error_rate", backed_out=False, paid=True, recovered="by_error_rate")
    if decision.extrapolation is None:
        return because.FAILED.unknown("claim_decision.extrapolation")
    return because.paid_back("direct", backed_out=True, paid=True, recovered="direct")
