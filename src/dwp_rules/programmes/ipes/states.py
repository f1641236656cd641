"""The worked examples of Annex 2 and the rules of state as rules of a case (2.46, 2.47, 2.59, Annex 2)."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dwp_rules.facts import WorkKind
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.ipes import state_rules as because
from dwp_rules.programmes.ipes.engagement import Away, away
from dwp_rules.programmes.ipes.timeline import EXTENSION, IN_WORK
from dwp_rules.programmes.ipes.work import (
    ONE_DAY,
    Job,
    Stretch,
    clock,
    current_job,
    day_of,
    in_work,
    jobs,
    numbered_day,
    stretches,
)
from dwp_rules.provision import Provision
from dwp_rules.rules import Finding

__all__ = ["state_findings"]


def state_findings(s: Situation, provision: Provision) -> list[Finding]:
    """What the rules of state and the examples of Annex 2 say of a case that has started."""
    if provision.missing:
        return [because.ON_PROVISION.unknown(*provision.missing)]
    until = provision.end_date or s.as_of
    worked = [stretch for stretch in s[stretches] if stretch.first <= until]
    findings = [_on_provision(s, provision), _hinge(s, provision)]
    if not worked:
        last = provision.end_date or s[clock].day_456
        findings.append(because.never_in_work(last, on=last))
    findings += _of_stretches(s, worked, until)
    findings += _changes_of_job(s, until)
    findings += _of_the_extension(s, provision, until)
    findings += _early(provision)
    for spell in s[away]:
        findings += _away(s, provision, spell, until)
    return findings


def _on_provision(s: Situation, provision: Provision) -> Finding:
    over = provision.end_date is not None and s.as_of > provision.end_date
    if over:
        return because.no_longer(False, on=s.as_of, ended=provision.end_date, reason=provision.end_reason)
    return because.on_provision(True, on=s.as_of, phase=provision.status)


def _hinge(s: Situation, provision: Provision) -> Finding:
    """Work on day 457 decides whether provision is extended."""
    day_457 = s[clock].day_457
    if provision.end_date is not None and provision.end_date < day_457 - ONE_DAY:
        return because.ended_before_hinge("ended", on=provision.end_date)
    if s.as_of < day_457:
        return because.hinge_to_come(None, day_457=day_457)
    worked = in_work(s, day_457)
    return (because.hinge_in_work if worked else because.hinge_out_of_work)(
        "extended" if worked else "ended", on=day_457
    )


def _of_stretches(s: Situation, worked: Sequence[Stretch], until: date) -> list[Finding]:
    findings: list[Finding] = []
    pre_work = s.count("pre_work_days")
    for stretch in worked:
        day = day_of(s, stretch.first)
        findings.append(because.enters_work(EXTENSION if day > pre_work else IN_WORK, on=stretch.first, day=day))
    for number, stretch in enumerate(worked):
        if stretch.last is not None and stretch.last <= until:
            resumes_for = worked[number + 1].first if number + 1 < len(worked) else None
            findings += _over(s, stretch, stretch.last, resumes_for)
    if len(worked) > 1:
        received = tuple(((stretch.last or until) - stretch.first).days for stretch in worked)
        findings.append(because.several_spells(len(worked), number=len(worked), received=received))
    self_employed = [j for j in s[jobs] if j.work.work is WorkKind.SELF_EMPLOYED and j.first <= until]
    if self_employed:
        findings.append(because.self_employment_counts(len(self_employed), number=len(self_employed)))
    return findings


def _over(s: Situation, stretch: Stretch, last: date, next_work: date | None) -> list[Finding]:
    """What work being over on a day leads to: pre-work support to day 456, or in the extension the end."""
    day_456, day = s[clock].day_456, day_of(s, last)
    if last > day_456:
        closing = s[clock].day_639
        return (
            [because.ends_at_maximum(last, on=last)]
            if last >= closing
            else [because.ends_extension(last, on=last, day=day)]
        )
    resumed_to = day_456 if next_work is None else min(day_456, next_work - ONE_DAY)
    left = (resumed_to - last).days
    received = (last - stretch.first).days
    findings = [because.pre_work_days_left(left, on=last, day=day, days=left)]
    if left:
        resumes = last + ONE_DAY
        findings.append(because.resumes_pre_work(resumes, on=last, resumes=resumes))
        findings.append(because.dropped_out(received, days=received, on=last))
    return findings


def _changes_of_job(s: Situation, until: date) -> list[Finding]:
    """From one job to the next: without a gap provision goes on, with one in the extension it has ended."""
    findings: list[Finding] = []
    day_456 = s[clock].day_456
    for old, new in pairwise(s[jobs]):
        if old.last is None or old.last > until:
            continue
        if new.first <= old.last + ONE_DAY:
            findings.append(because.no_gap(True, ended=old.last, began=new.first))
            if old.last > day_456:
                findings.append(because.another_job_follows(None, on=old.last, began=new.first))
        elif old.last > day_456:
            findings.append(because.gap(False, ended=old.last, began=new.first))
    return findings


def _of_the_extension(s: Situation, provision: Provision, until: date) -> list[Finding]:
    if provision.phases[-1].name != EXTENSION:
        return []
    closing = s[clock].day_639
    job = current_job(s, until)
    release_from = None if job is None else _earliest_release(s, job)
    if provision.end_date in {None, closing}:
        findings = [because.to_the_maximum(closing, on=closing, release_from=release_from)]
    else:
        findings = [because.ended_sooner(provision.end_date, on=provision.end_date, reason=provision.end_reason)]
    last = s[clock].day_638
    at_638 = current_job(s, min(last, s.as_of))
    if at_638 is not None and (provision.end_date is None or until >= last):
        findings.append(_night_shift(at_638, last, closing))
    return findings


def _earliest_release(s: Situation, job: Job) -> date | None:
    """The first day on which 182 days of the current job allow a release, if it comes by day 639."""
    day = day_of(s, job.first) + s.count("in_work_days")
    return numbered_day(s, max(day, s.count("pre_work_days"))) if day <= s.count("closing_day") else None


def _night_shift(job: Job, last: date, closing: date) -> Finding:
    if job.work.works_nights is None:
        return because.NIGHT_SHIFT.unknown("work_started.works_nights")
    return because.night_shift(closing, on=closing) if job.work.works_nights else because.no_night_shift(last, on=last)


def _early(provision: Provision) -> list[Finding]:
    reason = provision.end_reason
    if reason is None or not reason.startswith("early_completer"):
        return []
    return [because.completed_early(reason, on=provision.end_date, day=provision.end_day, reason=reason)]


def _away(s: Situation, provision: Provision, spell: Away, until: date) -> Sequence[Finding]:
    """A spell of disengagement, laid over the phases that it falls in."""
    last = until if spell.last is None else min(spell.last, until)
    first = max(spell.first, s[clock].start)
    if last < first:
        return ()
    phases = tuple(phase.name for phase in provision.phases if phase.from_date <= last and first <= phase.to_date)
    days = (last - first).days + 1
    return (
        because.away_for(days, first_day=day_of(s, first), last_day=day_of(s, last), days=days),
        because.phase_unchanged(phases, days=days, phases=phases),
    )
