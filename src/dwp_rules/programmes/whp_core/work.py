"""Work in WHP Core: the spells in which support is offered, what was asked before, and what follows its end."""

from collections.abc import Sequence
from datetime import date, timedelta

from dwp_rules.facts import (
    ChangeKind,
    ChangeOfCircumstances,
    Contact,
    ContactPurpose,
    Party,
    WorkEnded,
    WorkStarted,
)
from dwp_rules.facts.moments import is_employment, working_spells
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.chapter_16.deadlines import report_issued
from dwp_rules.programmes.whp_core.agreed import window
from dwp_rules.programmes.whp_core.provision import FULL_TERM, journey, on_provision
from dwp_rules.standards import Span
from dwp_rules.standards.matters import Matter

__all__ = ["in_work_days", "jobs_ahead", "jobs_lost", "support_until"]

ONE_DAY = timedelta(days=1)


def support_until(s: Situation) -> date | None:
    """The last day of in-work support: day 639 or, after an early end, that end; None before a start."""
    days, provision = s[window], s[journey]
    if days is None:
        return None
    if provision.end_reason is not None and provision.end_reason != FULL_TERM:
        return provision.end_date
    return max(days.support_until, days.last_day)


def in_work_days(s: Situation) -> Sequence[Span]:
    """The days in work, of either kind, that began on provision: to the end of that work, or of in-work support."""
    provision, until = s[on_provision], s[support_until]
    if provision is None or until is None:
        return ()
    spans: list[Span] = []
    for first, last in _runs(s):
        begins, ends = max(first, provision[0]), until if last is None else min(last, until)
        if first <= provision[1] and begins <= ends:
            spans.append(Span(begins, ends))
    return spans


def _runs(s: Situation) -> list[tuple[date, date | None]]:
    """Spells of work without a day between them joined, in order."""
    runs: list[tuple[date, date | None]] = []
    for begun, over, _work in s[working_spells]:
        if runs and (runs[-1][1] is None or begun <= runs[-1][1] + ONE_DAY):
            first, last = runs[-1]
            runs[-1] = (first, None if last is None or over is None else max(last, over))
        else:
            runs.append((begun, over))
    return runs


# ── before work ──────────────────────────────────────────────────────────────────────────────────────────────────


def jobs_ahead(s: Situation) -> Sequence[Matter]:
    """Work that the participant went into on provision and the provider knew of, with the talks about it before."""
    provision, started = s[on_provision], s.of(WorkStarted)
    if provision is None or not started:
        return ()
    start, end = provision
    return [
        Matter(work.on, _talks(s, max([start, *[before.on for before in started if before.on < work.on]]), work))
        for work in started
        if start < work.on <= end and (work.told_on is None or work.told_on <= work.on)
    ]


def _talks(s: Situation, since: date, work: WorkStarted) -> Days | Unknown:
    """The provider's attempts to discuss in-work needs, from the start or the work before this on."""
    by_provider = [c for c in s.of(Contact) if c.by is not Party.PARTICIPANT and c.on >= since]
    talks = [c.on for c in by_provider if c.purpose is ContactPurpose.IN_WORK_NEEDS]
    if talks and talks[0] < work.on:
        return talks
    if [c for c in by_provider if c.purpose is None and c.on < work.on]:
        return Unknown("contact.purpose")
    return Unknown("work_started.told_on") if work.told_on is None else talks


# ── after work ───────────────────────────────────────────────────────────────────────────────────────────────────


def jobs_lost(s: Situation) -> Sequence[Matter]:
    """Work that ended during in-work support and left the participant to return to the Jobcentre."""
    provision, until, ended = s[on_provision], s[support_until], s.of(WorkEnded)
    if provision is None or until is None or not ended:
        return ()
    return [
        Matter(
            Unknown("work_ended.established_on") if end.established_on is None else end.established_on,
            [on for on in _packs(s) if on >= end.on],
        )
        for end in ended
        if provision[0] <= end.on <= until and _left_without_work(s, end) and _returned(s, end.on)
    ]


def _left_without_work(s: Situation, end: WorkEnded) -> bool:
    """Whether the last employment ended, or under another reading the last work of any kind."""
    any_work = s.reading("exit_pack_after") == "any_work"
    spells = [spell for spell in s[working_spells] if any_work or is_employment(spell[2])]
    goes_on = [begun for begun, over, _work in spells if begun <= end.on + ONE_DAY and (over is None or over > end.on)]
    return not goes_on and bool(
        [over for _begun, over, work in spells if over == end.on and work.work_id == end.work_id]
    )


def _returned(s: Situation, ended: date) -> bool:
    """Whether the participant went back to the Jobcentre for support, and not into other work first."""
    next_work = min([work.on for work in s.of(WorkStarted) if work.on > ended], default=date.max)
    return bool(
        [
            change
            for change in s.of(ChangeOfCircumstances)
            if change.change is ChangeKind.RETURNED_TO_JOBCENTRE and ended <= change.on <= next_work
        ]
    )


def _packs(s: Situation) -> Days:
    """Days on which an exit report pack was given to the participant."""
    given = s[report_issued]
    return () if isinstance(given, Unknown) else given
