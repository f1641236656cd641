"""The four outcomes of IPES: lower and higher, in employment or in self-employment (4.6 to 4.9, 5.6 to 5.27)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dwp_rules.facts import OutcomePayment, SelfEmployedDay, WorkKind
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.outcomes import Outcome, OutcomeKind, OutcomeStatus, standing
from dwp_rules.programmes.ipes import claims
from dwp_rules.programmes.ipes import outcome_rules as because
from dwp_rules.programmes.ipes import trading_findings as self_employed
from dwp_rules.programmes.ipes.earnings import HIGHER, LOWER, Earned, Level, earned, provider_engaged
from dwp_rules.programmes.ipes.earnings_findings import employed_findings, threshold_in_question
from dwp_rules.programmes.ipes.timeline import journey, last_day_counted
from dwp_rules.programmes.ipes.work import clock, start_day
from dwp_rules.rules import Finding, Rule, Verdict

__all__ = ["outcome_findings", "outcomes"]

EMPLOYED, SELF_EMPLOYED = OutcomeKind.EMPLOYED, OutcomeKind.SELF_EMPLOYED
ACHIEVED, UNDETERMINED = OutcomeStatus.ACHIEVED, OutcomeStatus.UNDETERMINED
NOT_MET = Verdict.NOT_MET

# Made as a tuple is: every case has four, and the constructor of a named tuple costs as much again.
_new = tuple.__new__

RULES = {"lower": because.EMPLOYED_LOWER, "higher": because.EMPLOYED_HIGHER}


class Reached(NamedTuple):
    """The days on which a level was reached in each kind of work."""

    employed: date | None
    self_employed: date | None


def earned_on_provision(s: Situation) -> Mapping[str, Earned]:
    """Earnings on provision, by the name of the level whose threshold they are held against."""
    lower, higher = earned(s, (LOWER, HIGHER), s[last_day_counted])
    return {LOWER.name: lower, HIGHER.name: higher}


def reached(s: Situation, level: Level) -> Reached:
    """When a level was reached, in employment and in self-employment."""
    ledger = s[earned_on_provision][level.name].ledger
    return _new(Reached, (ledger.reached_on, self_employed.reached_on(s, level)))


def outcomes(s: Situation) -> tuple[Outcome, ...]:
    """Lower and higher in employment, then in self-employment, achieved or not; none before a start."""
    if not s[start_day]:
        return ()
    return (
        employed(s, LOWER),
        employed(s, HIGHER),
        in_self_employment(s, LOWER),
        in_self_employment(s, HIGHER),
    )


def bar(s: Situation) -> Finding:
    """Nothing is payable for anyone whom the provider or its supply chain engages (4.25)."""
    if not s[provider_engaged]:
        return because.not_engaged
    barred = s.reading("provider_employment") == "bars_payment"
    return because.bars_payment if barred else because.earnings_left_out


def one_of_level(s: Situation, level: Level, kind: OutcomeKind) -> Finding:
    """At most one payment of a level, whichever kind is achieved first (4.6, 5.12)."""
    if not s.of(OutcomePayment) and not s.of(SelfEmployedDay):
        return because.first_of_level
    waits_for = self_employed.missing(s, level)
    paid = _paid_for_other_work(s, level, kind) if s.of(OutcomePayment) else None
    if paid is not None:
        return paid
    if waits_for and (kind is SELF_EMPLOYED or _may_come_first(s, level)):
        return because.ONE_EACH.unknown(*waits_for)
    return _first_achieved(s, level, kind)


def _first_achieved(s: Situation, level: Level, kind: OutcomeKind) -> Finding:
    """Whichever kind is achieved first, in self-employment only while it is, or can be, claimed."""
    employed_on, self_employed_on = reached(s, level)
    if employed_on is None or self_employed_on is None:
        return because.first_of_level
    self_employed_first = self_employed_on < employed_on and claims.can_be_claimed(s, level)
    if isinstance(self_employed_first, Unknown):
        return because.ONE_EACH.unknown(*self_employed_first.missing)
    if (kind is SELF_EMPLOYED) is self_employed_first:
        return because.first_of_level
    other, on = (SELF_EMPLOYED, self_employed_on) if self_employed_first else (EMPLOYED, employed_on)
    return because.other_comes_first.found(False, ("kind", other), ("level", level.name), ("on", on))


def _paid_for_other_work(s: Situation, level: Level, kind: OutcomeKind) -> Finding | None:
    """What is found of payments of a level for the other kind of work, as far as level and kind are told."""
    same = WorkKind.EMPLOYED if kind is EMPLOYED else WorkKind.SELF_EMPLOYED
    paid = [p for p in s.of(OutcomePayment) if p.level in {None, level.name} and p.work is not same]
    certain = [p.on for p in paid if p.level is not None and p.work is not None]
    if certain:
        return because.already_paid.found(False, ("level", level.name), ("on", certain[0]))
    not_told = {"outcome_payment.level": [p for p in paid if p.level is None]}
    not_told["outcome_payment.work"] = [p for p in paid if p.work is None]
    return because.ONE_EACH.unknown(*[name for name, of in not_told.items() if of]) if paid else None


def _may_come_first(s: Situation, level: Level) -> bool:
    """Whether an outcome in self-employment that is not certain would come before one in employment."""
    employed_on, possible_on = reached(s, level).employed, self_employed.possible_on(s, level)
    first = possible_on is not None and (employed_on is None or possible_on < employed_on)
    return first and claims.can_be_claimed(s, level) is not False


def in_provision(s: Situation, on: date | None, too_late: date | None) -> Finding:
    """Whether an outcome falls in the time on provision (5.27)."""
    if on is None and too_late is None:
        return s[not_in_provision]
    last = s[last_day_counted]
    if on is None:
        return because.too_late.found(last, ("on", too_late), ("last", last))
    closing = on == s[clock].day_639 and s[claims.works_nights] is not True
    return (because.on_closing_day if closing else because.within_provision).found(last, ("on", on), ("last", last))


def not_in_provision(s: Situation) -> Finding:
    """Whether an outcome that is not achieved still can be on provision."""
    last = s[last_day_counted]
    return (because.still_open if s.as_of <= last else because.window_over).found(last, ("last", last))


def higher_alone(s: Situation, achieved: bool) -> Finding:
    """The higher outcome stands on its own criteria (4.6)."""
    paid = s.of(OutcomePayment)
    lower_paid = bool(paid) and bool([p for p in paid if p.level == LOWER.name])
    return (because.higher_stands_alone if achieved else because.higher_not_reached).found(
        achieved, ("lower_paid", lower_paid)
    )


def employed(s: Situation, level: Level) -> Outcome:
    """An outcome in employment: earnings that reach the level's threshold on provision (5.6, 5.8)."""
    found, last = s[earned_on_provision][level.name], s[last_day_counted]
    ledger, on = found.ledger, found.ledger.reached_on
    needed = threshold_in_question(s, level, found, last)
    threshold, missing = needed.pounds, needed.missing + s[journey].missing
    status = UNDETERMINED if missing else standing(on, last, s.as_of)
    one, barred = one_of_level(s, level, EMPLOYED), s[bar]
    achieved = status is ACHIEVED
    blocked = tuple([f for f in (one, barred) if f.because.verdict is NOT_MET]) if achieved else ()
    waits_for = one.missing if achieved and not blocked else ()
    alone = because.employed_alone if on else because.employed_falls_short
    findings = [
        *(
            _waiting(missing, RULES[level.name], because.IN_PROVISION, because.NO_MIXING)
            or (_employed_reached(level, found, threshold), in_provision(s, on, None), alone)
        ),
        one,
        barred,
        *employed_findings(s, level, found, needed),
    ]
    if level is HIGHER:
        findings += _waiting(missing, because.INDEPENDENT) or [higher_alone(s, on is not None)]
    return _new(
        Outcome,
        (
            RULES[level.name],
            EMPLOYED,
            level.name,
            status,
            on,
            threshold,
            ledger.counted,
            None,
            None if status is UNDETERMINED or waits_for else achieved and not blocked,
            None,
            blocked,
            missing + waits_for,
            ledger,
            tuple(findings),
        ),
    )


def _waiting(missing: tuple[str, ...], *rules: Rule) -> list[Finding]:
    """That rules wait for facts, where they do."""
    return [rule.unknown(*missing) for rule in rules] if missing else []


def _employed_reached(level: Level, found: Earned, threshold: Decimal) -> Finding:
    rule_id, on = RULES[level.name].id, found.ledger.reached_on
    if on is None:
        return because.not_reached[rule_id].found(None, ("counted", found.ledger.counted), ("threshold", threshold))
    facts = (("achieved_on", on), ("cumulative", found.totals[on]), ("threshold", threshold))
    return because.reached[rule_id].found(on, *facts)


def never_self_employed(s: Situation, level: Level) -> Outcome:
    """An outcome in self-employment of someone who never traded: no week, whatever the level needs."""
    weeks, missing = s[self_employed.weeks].certain, s[journey].missing
    status = UNDETERMINED if missing else standing(None, s[last_day_counted], s.as_of)
    findings = [
        *self_employed.findings(s, level),
        *(
            _waiting(missing, because.IN_PROVISION, because.NO_MIXING)
            or (s[not_in_provision], because.self_employed_falls_short)
        ),
        one_of_level(s, level, SELF_EMPLOYED),
        s[bar],
        *claims.tests(s, level),
    ]
    if level is HIGHER:
        findings += _waiting(missing, because.INDEPENDENT) or [higher_alone(s, achieved=False)]
    return _new(
        Outcome,
        (
            self_employed.RULE,
            SELF_EMPLOYED,
            level.name,
            status,
            None,
            s.count(level.weeks),
            0,
            s[clock].day_700,
            None if status is UNDETERMINED else False,
            False,
            (),
            missing,
            weeks,
            tuple(findings),
        ),
    )


def in_self_employment(s: Situation, level: Level) -> Outcome:
    """An outcome in self-employment: 13 or 26 weeks on provision, claimed by day 700 (5.10, 5.25)."""
    if not s.of(SelfEmployedDay):
        return never_self_employed(s, level)
    weeks, needed, on = s[self_employed.weeks].certain, s.count(level.weeks), self_employed.reached_on(s, level)
    missing = self_employed.missing(s, level) + s[journey].missing
    status = UNDETERMINED if missing else standing(on, s[last_day_counted], s.as_of)
    achieved = status is ACHIEVED
    tests = (one_of_level(s, level, SELF_EMPLOYED), s[bar], *claims.tests(s, level))
    blocked = tuple([f for f in tests if f.because.verdict is NOT_MET]) if achieved else ()
    asked = tests if achieved and not blocked else ()
    waits_for = tuple(dict.fromkeys([name for f in asked for name in f.missing]))
    alone = because.self_employed_alone if on else because.self_employed_falls_short
    findings = [
        *self_employed.findings(s, level),
        *(
            _waiting(missing, because.IN_PROVISION, because.NO_MIXING)
            or (in_provision(s, on, self_employed.reached_too_late(s, level)), alone)
        ),
        *tests,
    ]
    if level is HIGHER:
        findings += _waiting(missing, because.INDEPENDENT) or [higher_alone(s, on is not None)]
    return _new(
        Outcome,
        (
            self_employed.RULE,
            SELF_EMPLOYED,
            level.name,
            status,
            on,
            needed,
            weeks.counted,
            s[clock].day_700,
            None if status is UNDETERMINED or waits_for else achieved and not blocked,
            weeks.safe_to_claim(needed),
            blocked,
            missing + waits_for,
            weeks,
            tuple(findings),
        ),
    )


def outcome_findings(s: Situation) -> Sequence[Finding]:
    """What is said of the outcomes together: one of each level, of either kind, and what counts for performance."""
    if not s[start_day]:
        return ()
    lower, higher = _first_kind(s, LOWER), _first_kind(s, HIGHER)
    return (_both_kinds(lower, higher), _performance(s, lower, higher))


def _first_kind(s: Situation, level: Level) -> str | Unknown | None:
    """The kind of work in which a level was reached first; unknown where facts decide it."""
    waits_for = self_employed.missing(s, level)
    waits_for = s[journey].missing + (waits_for if waits_for and _may_come_first(s, level) else ())
    if waits_for:
        return Unknown(*waits_for)
    days = reached(s, level)
    if days.employed is not None and (days.self_employed is None or days.employed <= days.self_employed):
        return EMPLOYED
    return None if days.self_employed is None else SELF_EMPLOYED


def _both_kinds(lower: str | Unknown | None, higher: str | Unknown | None) -> Finding:
    if isinstance(lower, Unknown):
        return because.BOTH_KINDS.unknown(*lower.missing)
    if isinstance(higher, Unknown):
        return because.BOTH_KINDS.unknown(*higher.missing)
    both = bool(lower and higher)
    return (because.both_levels if both else because.not_both).found(both, ("lower", lower), ("higher", higher))


def _performance(s: Situation, lower: str | Unknown | None, higher: str | Unknown | None) -> Finding:
    if s[claims.evidence_missing]:
        return because.counts_for_neither.found(
            False, ("payment", False), ("performance", False), ("reason", "required evidence not kept")
        )
    if not s[provider_engaged]:
        return because.counts_for_both.found(True, ("payment", True), ("performance", True))
    if not (lower or higher):
        return because.counts_for_neither.found(
            False, ("payment", False), ("performance", False), ("reason", "provider employed")
        )
    for kind, other in ((lower, higher), (higher, lower)):
        if isinstance(kind, Unknown) and not isinstance(other, str):
            return because.PERFORMANCE.unknown(*kind.missing)
    pays = s[bar].verdict is Verdict.MET
    reason = because.counts_for_both if pays else because.performance_only
    return reason.found(True, ("payment", pays), ("performance", True))
