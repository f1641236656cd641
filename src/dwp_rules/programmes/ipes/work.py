"""Work during provision: jobs, stretches of work without a gap, and the days of in-work support received."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from dwp_rules.calendar import date_of_day
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import Meeting, MeetingType, ProvisionEnded, Start, WorkStarted
from dwp_rules.facts.moments import working_spells
from dwp_rules.facts.situation import Days, Situation

__all__ = [
    "JOB_ENDED",
    "ONE_DAY",
    "Clock",
    "Job",
    "Stretch",
    "clock",
    "clock_from",
    "current_job",
    "day_of",
    "ends_on_record",
    "in_work",
    "jobs",
    "numbered_day",
    "start_day",
    "stretch_on",
    "stretches",
    "work_begins",
    "work_over",
]

# Made as a tuple is: the constructor of a named tuple costs as much again.
_new = tuple.__new__

JOB_ENDED = "completer_job_ended_in_extension"


class Job(NamedTuple):
    """A spell of work, employed or self-employed, on provision; both days counted, `last` None while it goes on."""

    first: date
    last: date | None
    work: WorkStarted

    def covers(self, day: date) -> bool:
        """Whether the job lasts on a day; the day it ends is still in work."""
        return self.first <= day and (self.last is None or day <= self.last)

    def days_by(self, day: date) -> int:
        """Days of in-work support received by a day of the job: it minus the first (Annex 2, examples 5 and 6)."""
        return (day - self.first).days


class Stretch(NamedTuple):
    """Jobs that follow or overlap one another without a workless day between them."""

    first: date
    last: date | None


def start_day(s: Situation) -> Days:
    """The Start Date: as recorded, otherwise the day of the initial meeting at which the person agreed to start."""
    starts = s.of(Start)
    if starts:
        return (starts[0].on,)
    return [
        m.on for m in s.of(Meeting) if m.attended and m.type is MeetingType.INITIAL and m.agreed_to_start_on is not None
    ][:1]


class Clock(NamedTuple):
    """The days by which IPES counts, the Start Date being day 1; `before` is the ordinal of the day before it."""

    before: int
    start: date
    day_456: date
    day_457: date
    day_638: date
    day_639: date
    day_700: date

    def day(self, on: date) -> int:
        """The number of a day."""
        return on.toordinal() - self.before


def clock(s: Situation) -> Clock:
    """The days that the Start Date sets. Raises `LookupError` before a start."""
    if not s[start_day]:
        raise LookupError("there are no days of provision before a start")
    return clock_from(s, s[start_day][0])


def clock_from(s: Situation, start: date) -> Clock:
    """The days that a Start Date sets."""
    return _clock(
        start, s.count("pre_work_days"), s.count("last_support_day"), s.count("closing_day"), s.count("claim_day")
    )


@lru_cache(maxsize=2048)
def _clock(start: date, pre_work: int, support: int, closing: int, claim: int) -> Clock:
    numbers = (pre_work, pre_work + 1, support, closing, claim)
    return Clock(start.toordinal() - 1, start, *[date_of_day(start, number) for number in numbers])


def day_of(s: Situation, on: date) -> int:
    """The day number of a date on provision."""
    return s[clock].day(on)


def numbered_day(s: Situation, number: int) -> date:
    """The date of a day number."""
    return date_of_day(s[clock].start, number)


def ends_on_record(s: Situation) -> dict[str, date]:
    """The end dates entered, by the reason that they name."""
    ends = s.of(ProvisionEnded)
    return {end.reason: end.on for end in reversed(ends)} if ends else {}


def jobs(s: Situation) -> Sequence[Job]:
    """Spells of work from the Start Date on; one of unknown end is over when an end for loss of the job is entered."""
    spells = s[working_spells]
    if not spells or not s[start_day]:
        return ()
    start = s[start_day][0]
    entered = s[ends_on_record].get(JOB_ENDED)
    found: list[Job] = []
    for first, last, work in spells:
        over = entered if last is None and entered is not None and first <= entered else last
        if over is None or over >= start:
            found.append(_new(Job, (max(first, start), over, work)))
    return found


def stretches(s: Situation) -> Sequence[Stretch]:
    """Time in work, jobs that touch joined: a job that ends and one that begins the next day leave no gap."""
    joined: list[Stretch] = []
    for first, last, _work in s[jobs]:
        before = joined[-1] if joined else None
        if before is None or (before.last is not None and first > before.last + ONE_DAY):
            joined.append(_new(Stretch, (first, last)))
        else:
            joined[-1] = Stretch(before.first, _later(before.last, last))
    return joined


def _later(day: date | None, other: date | None) -> date | None:
    return None if day is None or other is None else max(day, other)


_FIRST_DAY = itemgetter(0)


def stretch_on(s: Situation, day: date) -> Stretch | None:
    """The stretch of work that covers a day."""
    known = s[stretches]
    place = bisect_right(known, day, key=_FIRST_DAY)
    stretch = known[place - 1] if place else None
    return stretch if stretch is not None and (stretch.last is None or day <= stretch.last) else None


def in_work(s: Situation, day: date) -> bool:
    """Whether the participant is in work of either kind on a day."""
    return bool(s[stretches]) and stretch_on(s, day) is not None


def current_job(s: Situation, day: date) -> Job | None:
    """The job of a day; where there are several, the one held longest."""
    for job in s[jobs]:
        first, last, _work = job
        if first > day:
            return None
        if last is None or day <= last:
            return job
    return None


def work_begins(s: Situation) -> Days:
    """The first days of work after days without."""
    known = s[stretches]
    return [first for first, _last in known] if known else ()


def work_over(s: Situation) -> Days:
    """The last days of work before days without."""
    known = s[stretches]
    return [last for _first, last in known if last is not None] if known else ()
