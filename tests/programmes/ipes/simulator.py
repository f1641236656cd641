"""IPES one day after another: slow, obvious, and written from 2.46 to 2.57 and Annex 2 without the library's table."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.programmes.ipes.histories import History, Job

PRE_WORK, IN_WORK, EXTENSION = "pre_work_support", "in_work_support", "extension"
FOR_EVER = 2000

# 16 hours x 26 weeks at the National Living Wage, to the nearest pound (5.6), from each day on.
HIGHER_THRESHOLDS = (
    (date(2019, 4, 1), Decimal(3415)),
    (date(2020, 4, 1), Decimal(3628)),
    (date(2021, 4, 1), Decimal(3707)),
    (date(2022, 4, 1), Decimal(3952)),
    (date(2023, 4, 1), Decimal(4335)),
    (date(2024, 4, 1), Decimal(4759)),
    (date(2025, 4, 1), Decimal(5079)),
)


@dataclass(frozen=True)
class Lived:
    """What a day-by-day walk gives: the phase of each day, the end, its reason, and days received in each job."""

    labels: tuple[str, ...]
    end_day: int | None
    reason: str | None
    received: tuple[int, ...]
    disengaged: frozenset[int]

    @property
    def phases(self) -> list[tuple[str, int, int]]:
        """The days told as runs of one phase."""
        runs: list[tuple[str, int, int]] = []
        for day, label in enumerate(self.labels, start=1):
            if runs and runs[-1][0] == label:
                runs[-1] = (label, runs[-1][1], day)
            else:
                runs.append((label, day, day))
        return runs


def live(history: History, today: int, *, release_from: int = 456) -> Lived:
    """Walk through the days of a history as it was known at the end of a day."""
    known = history.until(today)
    working = {day for job in known.jobs for day in range(job.first, (job.last or FOR_EVER) + 1)}
    eventful = {*(on for on, _days in known.moves), *known.wishes, *known.releases, known.died}
    labels: list[str] = []
    reason = None
    for day in range(1, min(today, 639) + 1):
        labels.append(_label(day, working))
        if day < 456 and day not in eventful:
            continue  # Up to day 455 only an event can end provision.
        reason = _reason_to_end(known, day, working, release_from)
        if reason is not None:
            if reason == "early_completer_moved" and day <= 456 and day - 1 not in working:
                # Moving comes first in the order of a day: work that begins the same day comes too late.
                labels[-1] = PRE_WORK
            break
    end_day = len(labels) if reason is not None else None
    last = end_day or min(today, 639)
    received = tuple(min(job.last or FOR_EVER, last) - job.first for job in _by_start(known.jobs) if job.first <= last)
    return Lived(tuple(labels), end_day, reason, received, frozenset(_away(known, last)))


def _by_start(jobs: tuple[Job, ...]) -> list[Job]:
    return sorted(jobs, key=lambda job: job.first)


def _label(day: int, working: set[int]) -> str:
    if day > 456:
        return EXTENSION
    return IN_WORK if day in working else PRE_WORK


def _reason_to_end(known: History, day: int, working: set[int], release_from: int) -> str | None:
    """Why provision ends on a day, by what comes first within the day."""
    remaining = (639 if day > 456 or (known.keyed or FOR_EVER) <= day else 456) - day
    if [1 for on, days in known.moves if on == day and (days is None or days > remaining)]:
        return "early_completer_moved"
    if 456 < day < 639 and day + 1 not in working:
        return "completer_job_ended_in_extension"
    if known.diagnosed is not None and known.diagnosed <= day and day in known.wishes:
        return "early_completer_terminal_illness"
    if day in known.releases and _may_be_released(known, day, working, release_from):
        return "completer_support_no_longer_required"
    if day == known.died:
        return "early_completer_died"
    if day == 456 and day + 1 not in working:
        return "completer_456_not_in_work"
    return "completer_maximum_duration" if day == 639 else None


def _may_be_released(known: History, day: int, working: set[int], release_from: int) -> bool:
    """Higher outcome, 182 days in a job still held, from day 456 on; not where work ends that day before day 639."""
    if day < release_from or day not in working or (day < 639 and day + 1 not in working):
        return False
    longest = max(day - job.first for job in known.jobs if job.first <= day <= (job.last or FOR_EVER))
    return longest >= 182 and _earned_higher(known, day)


def _earned_higher(known: History, day: int) -> bool:
    total = Decimal(0)
    for paid_on in sorted({on for on, _amount in known.paid if on <= day}):
        total += sum(amount for on, amount in known.paid if on == paid_on)
        in_force = [pounds for since, pounds in HIGHER_THRESHOLDS if since <= known.on(paid_on)]
        if total >= in_force[-1]:
            return True
    return False


def _away(known: History, last: int) -> set[int]:
    """The days of disengagement on provision; the day of engaging again is a day engaged."""
    return {day for first, back in known.away for day in range(first, last + 1) if back is None or day < back}
