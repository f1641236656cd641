"""Work in WHP Core: the spells in which support is offered, what was asked before, and what follows its end."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar.dates import ONE_DAY
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
from dwp_rules.facts.situation import Days, Doubtful, Situation, Unknown
from dwp_rules.programmes.chapter_16.deadlines import report_issued
from dwp_rules.programmes.whp_core.agreed import window
from dwp_rules.programmes.whp_core.provision import FULL_TERM, journey, on_provision
from dwp_rules.standards import Span
from dwp_rules.standards.matters import Matter

__all__ = ["in_work_days", "jobs_ahead", "jobs_lost", "support_until"]

Runs: TypeAlias = Sequence[tuple[date, date | None]]
"""Runs of days, both ends counted; without a last day where they go on."""


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
    for first, last in s[runs_of_work]:
        begins, ends = max(first, provision[0]), until if last is None else min(last, until)
        if first <= provision[1] and begins <= ends:
            spans.append(Span(begins, ends))
    return spans


def runs_of_work(s: Situation) -> Runs:
    """Spells of work of either kind, those without a day between them joined."""
    return _joined(s[working_spells])


def runs_of_employment(s: Situation) -> Runs:
    """Spells of employment, those without a day between them joined."""
    return _joined([spell for spell in s[working_spells] if is_employment(spell[2])])


def _joined(spells: Iterable[tuple[date, date | None, WorkStarted]]) -> Runs:
    runs: list[tuple[date, date | None]] = []
    for begun, over, _work in spells:
        if runs and (runs[-1][1] is None or begun <= runs[-1][1] + ONE_DAY):
            first, last = runs[-1]
            runs[-1] = (first, None if last is None or over is None else max(last, over))
        else:
            runs.append((begun, over))
    return runs


# ── before work ──────────────────────────────────────────────────────────────────────────────────────────────────


class Talks(NamedTuple):
    """Days on which the provider tried to discuss in-work needs, and on which it may have, with the fact untold."""

    about_needs: Days
    about_something: Sequence[tuple[date, str]]


def talks(s: Situation) -> Talks:
    """The provider's attempts to reach the participant that were, or may have been, about in-work needs."""
    known: list[date] = []
    unclear: list[tuple[date, str]] = []
    for c in s.of(Contact):
        if c.by is Party.PARTICIPANT or c.purpose not in (ContactPurpose.IN_WORK_NEEDS, None):
            continue
        if c.by is None or c.purpose is None:
            unclear.append((c.on, "contact.purpose" if c.purpose is None else "contact.by"))
        else:
            known.append(c.on)
    return Talks(known, unclear)


def jobs_ahead(s: Situation) -> Sequence[Matter]:
    """Work that the participant went into on provision, with the talks about it since the work before.

    Work that the provider learnt of only afterwards is left out, unless it was talked about all the same.
    """
    provision, started = s[on_provision], s.of(WorkStarted)
    if provision is None or not started:
        return ()
    matters: list[Matter] = []
    since = opened = provision[0]
    for work in started:
        if work.on > opened:
            since, opened = opened, work.on
        if not provision[0] < work.on <= provision[1]:
            continue
        done = _talked_about(s[talks], since, work)
        in_time = not isinstance(done, Unknown) and bool(done) and done[0] < work.on
        if in_time or work.told_on is None or work.told_on <= work.on:
            matters.append(Matter(work.on, done))
    return matters


def _talked_about(known: Talks, since: date, work: WorkStarted) -> Days | Unknown:
    """The first talk about needs from a day on; unknown where one that may have been decides, or being told does."""
    done, unclear = known.about_needs, known.about_something
    first = done[bisect_left(done, since) :][:1]
    if first and first[0] < work.on:
        return first
    place = bisect_left(unclear, (since, ""))
    if place < len(unclear) and unclear[place][0] < work.on:
        return Unknown(unclear[place][1])
    return Unknown("work_started.told_on") if work.told_on is None else first


# ── after work ───────────────────────────────────────────────────────────────────────────────────────────────────


def jobs_lost(s: Situation) -> Sequence[Matter]:
    """Employment (under another reading any work) that ended during in-work support, and sent people back.

    The last of several jobs: one who goes on working has no need to return to the Jobcentre.
    """
    provision, until, ended = s[on_provision], s[support_until], s.of(WorkEnded)
    if provision is None or until is None or not ended:
        return ()
    any_work = s.reading("exit_pack_after") == "any_work"
    out_of_work_after = {last for _first, last in s[runs_of_work if any_work else runs_of_employment]}
    known = {(work.work_id, over) for _on, over, work in s[working_spells] if any_work or is_employment(work)}
    return [
        Matter(end.established_on or Unknown("work_ended.established_on"), _since(s[report_issued], end.on))
        for end in ended
        if provision[0] <= end.on <= until
        and end.on in out_of_work_after
        and (end.work_id, end.on) in known
        and _returned(s, end.on)
    ]


def _since(given: Days | Unknown, first: date) -> Days | Unknown:
    """The days from a day on, as far as they are known."""
    if isinstance(given, Doubtful):
        certain, possible = (each[bisect_left(each, first) :] for each in (given.certain, given.possible))
        return Doubtful(certain, possible, *given.missing)
    return given if isinstance(given, Unknown) else given[bisect_left(given, first) :]


def returns_to_jobcentre(s: Situation) -> Days:
    """Days on which the participant went back to the Jobcentre for support."""
    return [c.on for c in s.of(ChangeOfCircumstances) if c.change is ChangeKind.RETURNED_TO_JOBCENTRE]


def days_work_began(s: Situation) -> Days:
    """Days on which work of either kind began."""
    return [work.on for work in s.of(WorkStarted)]


def _returned(s: Situation, ended: date) -> bool:
    """Whether the participant went back to the Jobcentre, and not into other work first."""
    back, started = s[returns_to_jobcentre], s[days_work_began]
    place, following = bisect_left(back, ended), bisect_right(started, ended)
    next_work = started[following] if following < len(started) else date.max
    return place < len(back) and back[place] <= next_work
