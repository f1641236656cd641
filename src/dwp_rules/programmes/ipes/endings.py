"""What each ground for the end of provision says of a case (2.47 to 2.58)."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import day_of_provision
from dwp_rules.facts import Moved, WorkEnded
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.ipes import completion_rules as by
from dwp_rules.programmes.ipes.completion import (
    died,
    extended_by,
    for_longer,
    left_terminally_ill,
    moved_away,
    outside,
    release,
    released,
    remaining_days,
    terminal_diagnosis,
    wishes_to_leave,
)
from dwp_rules.programmes.ipes.timeline import DEAD, ILL, MAXIMUM, MOVED, NOT_IN_WORK, RELEASED, into_the_extension
from dwp_rules.programmes.ipes.work import JOB_ENDED, clock, current_job, ends_on_record
from dwp_rules.provision import EndMode, Provision
from dwp_rules.rules import Finding

__all__ = ["ending_findings", "moved_outside"]

NAMED_BY_THEIR_ENTRY = frozenset({MOVED, ILL, DEAD})


def ending_findings(s: Situation, provision: Provision) -> list[Finding]:
    """Every ground, whether it ended provision or not, and how the end is entered."""
    if provision.missing:
        return [by.NOT_IN_WORK_ON_457.unknown(*provision.missing)]
    findings = [_not_in_work(s, provision), _maximum(s, provision), _work_ended(s, provision), *_release(s, provision)]
    findings += _entered(s, provision)
    findings += moved_outside(s)
    findings += _terminally_ill(s)
    findings += _death(s, provision)
    findings += _as_entered(s, provision)
    return findings


def _not_in_work(s: Situation, provision: Provision) -> Finding:
    on, next_day = s[clock].day_456, s[clock].day_457
    if provision.end_reason == NOT_IN_WORK:
        over = max((work.on for work in s.of(WorkEnded) if work.on <= on), default="never in work")
        return by.completed_at_456.found(on, ("on", on), ("day_457", next_day), ("work_over", over))
    if into_the_extension(provision):
        return by.in_work_on_457.found(None, ("day_457", next_day))
    if provision.end_date is not None:
        return by.ended_before_456.found(None, ("on", provision.end_date), ("reason", provision.end_reason))
    return by.day_456_to_come.found(None, ("on", on), ("day_457", next_day))


def _maximum(s: Situation, provision: Provision) -> Finding:
    on = s[clock].day_639
    job = current_job(s, on)
    if provision.end_reason == MAXIMUM and job is not None:
        return by.completed_at_maximum.found(on, ("on", on), ("began", job.first), ("days", job.days_by(on)))
    if provision.end_date is not None:
        return by.not_at_maximum.found(None, ("on", provision.end_date), ("reason", provision.end_reason))
    return by.maximum_to_come.found(None, ("on", on))


def _work_ended(s: Situation, provision: Provision) -> Finding:
    on, day = provision.end_date, provision.end_day
    if on is None:
        return by.work_goes_on(None)
    job = current_job(s, on)
    if provision.end_reason == JOB_ENDED and job is not None:
        return by.completed_as_work_ended.found(on, ("on", on), ("day", day), ("days", job.days_by(on)))
    return by.work_did_not_end_it.found(None, ("on", on), ("reason", provision.end_reason))


def _release(s: Situation, provision: Provision) -> Sequence[Finding]:
    entered = s[ends_on_record].get(RELEASED)
    days = s[released] or ([] if entered is None or entered < s[clock].start else [entered])
    if not days:
        return (by.not_released,)
    decided = [on for on in days if provision.end_date is None or on <= provision.end_date]
    return [_one_release(s, provision, on) for on in decided] or [by.not_released]


def _one_release(s: Situation, provision: Provision, on: date) -> Finding:
    found = release(s, on)
    if provision.end_reason == RELEASED and provision.end_date == on:
        return by.completed_by_release.found(
            True,
            ("on", on),
            ("day", found.day),
            ("days", found.days_received),
            ("began", found.job_began),
            ("needed", s.count("in_work_days")),
            ("higher", found.higher_on if isinstance(found.higher_on, date) else None),
        )
    tests = {
        "not from day 456 to day 639": found.in_time,
        "not in work": found.job_began is not None,
        "182 days in the current job not received": found.enough,
        "higher outcome not reached": found.higher_on is not None,
    }
    return by.release_refused.found(
        False,
        ("on", on),
        ("day", found.day),
        ("days", found.days_received),
        ("wanting", tuple(name for name, holds in tests.items() if not holds)),
    )


def _as_entered(s: Situation, provision: Provision) -> list[Finding]:
    """An early end known only from its entry, which stands for the cause that it names."""
    if provision.end_reason not in NAMED_BY_THEIR_ENTRY:
        return []
    on = provision.end_date
    entered = {
        MOVED: (by.moved_as_entered, s[moved_away]),
        ILL: (by.left_as_entered, s[left_terminally_ill]),
        DEAD: (by.dead_as_entered, s[died]),
    }
    reason, told = entered[provision.end_reason or ""]
    return [] if told else [reason(True if provision.end_reason != DEAD else on, on=on)]


def _entered(s: Situation, provision: Provision) -> list[Finding]:
    extension = extended_by(s, s.as_of)
    on = s[clock].day_639 if extension else s[clock].day_456
    findings = [(by.closes_at_639 if extension else by.closes_at_456).found(on, ("on", on))]
    if provision.end_reason is not None:
        manual = provision.end_mode is EndMode.MANUAL
        findings.append(by.keyed_by_provider("manual") if manual else by.closed_by_system("automatic"))
        early = provision.end_reason.startswith("early_completer")
        findings.append(
            by.early_end_date.found(True, ("progress_report", False))
            if early
            else by.full_documents.found(False, ("progress_report", True))
        )
    return findings


def moved_outside(s: Situation) -> list[Finding]:
    """Whether each move out of England and Wales outlasts the time left (2.57)."""
    findings: list[Finding] = []
    for move in s.of(Moved):
        leads_out = outside(move)
        if isinstance(leads_out, Unknown):
            findings.append(by.MOVED_AWAY.unknown(*leads_out.missing))
        elif leads_out and move.on >= s[clock].start:
            findings.append(_away(s, move))
    return findings


def _away(s: Situation, move: Moved) -> Finding:
    back, left = move.expected_return_on, remaining_days(s, move.on)
    longer = for_longer(s, move)
    expected = "an unlimited number of" if back is None else str((back - move.on).days)
    return (by.moved_for_longer if longer else by.moved_for_less).found(
        longer, ("on", move.on), ("expected", expected), ("remaining", left)
    )


def _terminally_ill(s: Situation) -> list[Finding]:
    diagnosed, wishes = s[terminal_diagnosis], s[wishes_to_leave]
    if diagnosed is None:
        return [by.leaves_not_ill.found(False, ("on", wishes[-1]))] if wishes else []
    leaves = [on for on in wishes if on >= diagnosed]
    return [
        by.ill_and_leaves.found(True, ("on", leaves[0])) if leaves else by.ill_and_stays.found(False, ("on", diagnosed))
    ]


def _death(s: Situation, provision: Provision) -> list[Finding]:
    end = provision.end_date
    findings: list[Finding] = []
    for on in s[died]:
        if end is not None and on > end:
            findings.append(by.died_after_end.found(end, ("on", on), ("ended", end)))
        else:
            findings.append(by.dead.found(on, ("on", on), ("day", day_of_provision(s[clock].start, on))))
    return findings
