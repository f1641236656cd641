"""Whether a former participant may be referred to IPES again (2.74, 2.75)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dwp_rules.facts import Case, PreReferralStep
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.ipes.claims import works_nights
from dwp_rules.programmes.ipes.eligibility import ELIGIBILITY, SUITABILITY
from dwp_rules.programmes.ipes.outcomes import outcomes
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.work import start_day
from dwp_rules.provision.one_day_later import seen_otherwise
from dwp_rules.rules import AllOf, Condition, Finding, Question, Rule, Verdict

__all__ = ["RE_REFERRAL"]

CRITERIA = Rule(
    "IPES-REREF-01",
    "All four re-referral criteria",
    SPEC.paragraphs("2.75", "2.74"),
    note="638 days 'have lapsed' on the earlier start + 638, day 639; counted from the start also for someone who "
    "left early. A re-referred participant has a new Start Date and a full new entitlement. The work coach "
    "reassesses besides.",
)
still_eligible = CRITERIA.met("eligible_and_suitable", "still eligible and suitable")(True)
no_longer_eligible = CRITERIA.not_met("not_eligible_or_suitable", "no longer {wanting}")
long_enough = CRITERIA.met("long_enough", "{days_required} days from {previous_start} have lapsed on {earliest_date}")
too_soon = CRITERIA.not_met("too_soon", "{days_required} days from {previous_start} lapse on {earliest_date} only")
never_started = CRITERIA.not_met("no_previous_participation", "no earlier start on IPES is known")(None)
best_option = CRITERIA.met("best_option", "a work coach finds a re-referral the most suitable option")(True)
not_best_option = CRITERIA.not_met(
    "not_best_option", "a work coach does not find a re-referral the most suitable option"
)(False)
coach_decides = CRITERIA.discretionary(
    "work_coach_decides", "a work coach reassesses whether it is the most suitable option"
)(None)

NO_OUTCOME = Rule(
    "IPES-REREF-02",
    "An outcome payable bars re-referral",
    SPEC.paragraphs("2.75"),
    note="Payable, not paid: reached and validated. An outcome of someone whom provider employment bars was not "
    "payable; nor one in self-employment that was never claimed by day 700.",
)
none_payable = NO_OUTCOME.met("none_payable", "no outcome payment was payable")(True)
was_payable = NO_OUTCOME.not_met("outcome_payable", "an outcome payment was payable: barred for good")(False)

ONCE = Rule("IPES-REREF-03", "Only one re-referral", SPEC.paragraphs("2.75"))
not_again_yet = ONCE.met("not_re_referred_before", "not re-referred before")(True)
re_referred_before = ONCE.not_met("re_referred_before", "already re-referred once")(False)

NIGHTS = Rule(
    "IPES-REREF-04",
    "Night worker: 639 days",
    SPEC.paragraphs("2.74", "2.75"),
    note="'Worked night shifts' is wider than the shift of day 638; the flag is the same unless another is supplied.",
)
days_for_nights = NIGHTS.met("night_worker", "worked nights: {days_required} days, to {earliest_date}")
days_for_days = NIGHTS.met("no_night_worker", "did not work nights: {days_required} days, to {earliest_date}")

IPES = "ipes"


class Earlier(NamedTuple):
    """An earlier participation, as far as a re-referral looks at it; None where a fact is not known."""

    started_on: date | None
    nights: bool | None
    payable: bool | None
    again: bool | None


def earlier(s: Situation) -> Sequence[Earlier]:
    """The earlier participations: of the cases given, and those told as facts, the latest last."""
    told = [
        Earlier(p.started_on, p.worked_nights, p.outcome_payable, p.was_re_referral)
        for p in s.participant.previous_participations or ()
        if p.programme == IPES
    ]
    held = [_of_case(s, case) for case in s.previous if case.programme == IPES]
    participations = [*told, *(one for one in held if one is not None)]
    return sorted(participations, key=lambda one: one.started_on or date.min)


def _of_case(s: Situation, case: Case) -> Earlier | None:
    """What an earlier case says; a referral that never came to a start is no participation."""
    seen = seen_otherwise(s, case, s.as_of)
    if not seen[start_day]:
        return None
    payable = [outcome.payable for outcome in seen[outcomes]]
    any_payable = True if True in payable else (None if None in payable else False)
    return Earlier(seen[start_day][0], bool(seen[works_nights]), any_payable, None)


def _eligible(s: Situation, on: date) -> Finding:
    """Still eligible and suitable (2.75)."""
    decisions = {"eligible": ELIGIBILITY.decide(s, on), "suitable": SUITABILITY.decide(s, on)}
    wanting = tuple(name for name, decided in decisions.items() if decided.verdict is Verdict.NOT_MET)
    if wanting:
        return no_longer_eligible.found(False, ("wanting", wanting))
    missing = tuple(name for decided in decisions.values() for name in decided.missing)
    return CRITERIA.unknown(*missing) if missing else still_eligible


def _wait(s: Situation) -> tuple[date, int, date] | None:
    """The latest earlier start, the days to wait from it, and the first day on which they have lapsed."""
    before = s[earlier]
    started = before[-1].started_on if before else None
    if started is None:
        return None
    days = s.count("re_referral_days_nights" if before[-1].nights else "re_referral_days")
    return started, days, started + timedelta(days=days)


def _lapsed(s: Situation, on: date) -> Finding:
    """638 days have lapsed since the earlier start, 639 for a night worker (2.75)."""
    wait = _wait(s)
    if wait is None:
        return CRITERIA.unknown("previous_participations.started_on") if s[earlier] else never_started
    started, days, earliest = wait
    if s[earlier][-1].nights is None and earliest == on:
        return CRITERIA.unknown("previous_participations.worked_nights")
    reason = long_enough if on >= earliest else too_soon
    return reason.found(earliest, ("days_required", days), ("previous_start", started), ("earliest_date", earliest))


def _nights(s: Situation, on: date) -> Finding:
    """The wait of a night worker is a day longer (2.75)."""
    wait = _wait(s)
    if wait is None:
        return NIGHTS.unknown("previous_participations.started_on")
    _started, days, earliest = wait
    if s[earlier][-1].nights is None and earliest == on:
        return NIGHTS.unknown("previous_participations.worked_nights")
    reason = days_for_nights if s[earlier][-1].nights else days_for_days
    return reason.found(earliest, ("days_required", days), ("earliest_date", earliest))


def _no_outcome(s: Situation, _on: date) -> Finding:
    """No outcome payment was payable from the earlier participation (2.75)."""
    payable = [one.payable for one in s[earlier]]
    if True in payable:
        return was_payable
    return NO_OUTCOME.unknown("previous_participations.outcome_payable") if None in payable else none_payable


def _once(s: Situation, _on: date) -> Finding:
    """Not re-referred before (2.75)."""
    before = s[earlier]
    if len(before) > 1 or any(one.again for one in before):
        return re_referred_before
    told = s.participant.previous_participations or ()
    if any(one.again is None for one in before) and told:
        return ONCE.unknown("previous_participations.was_re_referral")
    return not_again_yet


def _coach(s: Situation, on: date) -> Finding:
    """A work coach reassesses whether it is the most suitable option (2.74)."""
    answers = [step.best_option for step in s.of(PreReferralStep) if step.best_option is not None and step.on <= on]
    if not answers:
        return coach_decides
    return best_option if answers[-1] else not_best_option


RE_REFERRAL: Question[Situation] = Question(
    CRITERIA,
    AllOf(
        Condition(CRITERIA, _eligible),
        Condition(NO_OUTCOME, _no_outcome),
        Condition(CRITERIA, _lapsed),
        Condition(NIGHTS, _nights),
        Condition(ONCE, _once),
        Condition(CRITERIA, _coach),
    ),
)
