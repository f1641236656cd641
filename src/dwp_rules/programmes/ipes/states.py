"""The worked examples of Annex 2 and the rules of state as rules of a case (2.46, 2.47, 2.59, Annex 2)."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dwp_rules.facts import WorkKind
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.ipes import state_rules as because
from dwp_rules.programmes.ipes.engagement import Away, away
from dwp_rules.programmes.ipes.timeline import EXTENSION, IN_WORK, into_the_extension
from dwp_rules.programmes.ipes.work import ONE_DAY, Clock, Job, Stretch, clock, current_job, in_work, jobs, stretches
from dwp_rules.provision import Provision
from dwp_rules.rules import Finding

__all__ = ["state_findings"]


def state_findings(s: Situation, provision: Provision) -> list[Finding]:
    """What the rules of state and the examples of Annex 2 say of a case that has started."""
    if provision.missing:
        return [because.ON_PROVISION.unknown(*provision.missing)]
    until, days = provision.end_date or s.as_of, s[clock]
    worked = [stretch for stretch in s[stretches] if stretch.first <= until]
    findings = [_on_provision(s, provision), _hinge(s, provision, days)]
    if worked:
        findings += _of_stretches(worked, until, days)
        findings += _changes_of_job(s, until, days)
        findings += _self_employment(s, until)
    else:
        last = provision.end_date or days.day_456
        findings.append(because.never_in_work.found(last, ("on", last)))
    if into_the_extension(provision):
        findings += _of_the_extension(s, provision, until, days)
    findings += _early(provision)
    for spell in s[away]:
        findings += _away(provision, spell, until, days)
    return findings


def _on_provision(s: Situation, provision: Provision) -> Finding:
    end = provision.end_date
    if end is not None and s.as_of > end:
        return because.no_longer.found(False, ("on", s.as_of), ("ended", end), ("reason", provision.end_reason))
    return because.on_provision.found(True, ("on", s.as_of), ("phase", provision.status))


def _hinge(s: Situation, provision: Provision, days: Clock) -> Finding:
    """Work on day 457 decides whether provision is extended."""
    day_457, end = days.day_457, provision.end_date
    if end is not None and end < days.day_456:
        return because.ended_before_hinge.found("ended", ("on", end))
    if s.as_of < day_457:
        return because.hinge_to_come.found(None, ("day_457", day_457))
    worked = in_work(s, day_457)
    return (because.hinge_in_work if worked else because.hinge_out_of_work).found(
        "extended" if worked else "ended", ("on", day_457)
    )


def _of_stretches(worked: Sequence[Stretch], until: date, days: Clock) -> list[Finding]:
    findings: list[Finding] = []
    for number, stretch in enumerate(worked):
        day = days.day(stretch.first)
        entered = EXTENSION if stretch.first > days.day_456 else IN_WORK
        findings.append(because.enters_work.found(entered, ("on", stretch.first), ("day", day)))
        if stretch.last is not None and stretch.last <= until:
            resumes_for = worked[number + 1].first if number + 1 < len(worked) else None
            findings += _over(stretch, stretch.last, resumes_for, days)
    if len(worked) > 1:
        received = tuple([((stretch.last or until) - stretch.first).days for stretch in worked])
        findings.append(because.several_spells.found(len(worked), ("number", len(worked)), ("received", received)))
    return findings


def _over(stretch: Stretch, last: date, next_work: date | None, days: Clock) -> list[Finding]:
    """What work being over on a day leads to: pre-work support to day 456, or in the extension the end."""
    day_456, day = days.day_456, days.day(last)
    if last >= days.day_639:
        return [because.ends_at_maximum.found(last, ("on", last))]
    if last > day_456:
        return [because.ends_extension.found(last, ("on", last), ("day", day))]
    resumed_to = day_456 if next_work is None else min(day_456, next_work - ONE_DAY)
    left = (resumed_to - last).days
    findings = [because.pre_work_days_left.found(left, ("on", last), ("day", day), ("days", left))]
    if left:
        received, resumes = (last - stretch.first).days, last + ONE_DAY
        findings.append(because.resumes_pre_work.found(resumes, ("on", last), ("resumes", resumes)))
        findings.append(because.dropped_out.found(received, ("days", received), ("on", last)))
    return findings


def _changes_of_job(s: Situation, until: date, days: Clock) -> list[Finding]:
    """From one job to the next: without a gap provision goes on, with one in the extension it has ended."""
    findings: list[Finding] = []
    for old, new in pairwise(s[jobs]):
        if old.last is None or old.last > until:
            continue
        if new.first <= old.last + ONE_DAY:
            findings.append(because.no_gap.found(True, ("ended", old.last), ("began", new.first)))
            if old.last > days.day_456:
                findings.append(because.another_job_follows.found(None, ("on", old.last), ("began", new.first)))
        elif old.last > days.day_456:
            findings.append(because.gap.found(False, ("ended", old.last), ("began", new.first)))
    return findings


def _self_employment(s: Situation, until: date) -> list[Finding]:
    spells = len([job for job in s[jobs] if job.work.work is WorkKind.SELF_EMPLOYED and job.first <= until])
    return [because.self_employment_counts.found(spells, ("number", spells))] if spells else []


def _of_the_extension(s: Situation, provision: Provision, until: date, days: Clock) -> list[Finding]:
    closing, last, end = days.day_639, days.day_638, provision.end_date
    if end is None or end == closing:
        job = current_job(s, until)
        release_from = None if job is None else _earliest_release(s, job, days)
        findings = [because.to_the_maximum.found(closing, ("on", closing), ("release_from", release_from))]
    else:
        findings = [because.ended_sooner.found(end, ("on", end), ("reason", provision.end_reason))]
    at_638 = current_job(s, min(last, s.as_of))
    if at_638 is not None and (end is None or end >= last):
        findings.append(_night_shift(at_638, last, closing))
    return findings


def _earliest_release(s: Situation, job: Job, days: Clock) -> date | None:
    """The first day on which 182 days of the current job allow a release, if it comes by day 639."""
    number = days.day(job.first) + s.count("in_work_days")
    on = date.fromordinal(days.before + number)
    return max(on, days.day_456) if on <= days.day_639 else None


def _night_shift(job: Job, last: date, closing: date) -> Finding:
    if job.work.works_nights is None:
        return because.NIGHT_SHIFT.unknown("work_started.works_nights")
    return (
        because.night_shift.found(closing, ("on", closing))
        if job.work.works_nights
        else because.no_night_shift.found(last, ("on", last))
    )


def _early(provision: Provision) -> list[Finding]:
    reason = provision.end_reason
    if reason is None or not reason.startswith("early_completer"):
        return []
    return [
        because.completed_early.found(
            reason, ("on", provision.end_date), ("day", provision.end_day), ("reason", reason)
        )
    ]


def _away(provision: Provision, spell: Away, until: date, days: Clock) -> Sequence[Finding]:
    """A spell of disengagement, laid over the phases that it falls in."""
    last = until if spell.last is None else min(spell.last, until)
    first = max(spell.first, days.start)
    if last < first:
        return ()
    phases = tuple([phase.name for phase in provision.phases if phase.from_date <= last and first <= phase.to_date])
    number = (last - first).days + 1
    return (
        because.away_for.found(number, ("first_day", days.day(first)), ("last_day", days.day(last)), ("days", number)),
        because.phase_unchanged.found(phases, ("days", number), ("phases", phases)),
    )
