"""What IPES says of the days on provision and of their end (1.20, 2.46 to 2.58, Annex 2)."""

from datetime import date, timedelta
from typing import TypeAlias

from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.ipes.completion import extension_entered, remaining_days
from dwp_rules.programmes.ipes.counting import DAYS, day_today
from dwp_rules.programmes.ipes.endings import ending_findings
from dwp_rules.programmes.ipes.engagement import away
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.states import state_findings
from dwp_rules.programmes.ipes.timeline import into_the_extension, journey
from dwp_rules.programmes.ipes.work import Clock, Job, clock, current_job, jobs
from dwp_rules.provision import Provision
from dwp_rules.rules import Finding, Rule

__all__ = ["EXTENSION_ENTERED", "extended", "last_support_day", "life"]

PRE_WORK = Rule(
    "IPES-DUR-02",
    "Up to 456 days of pre-work support",
    SPEC.paragraphs("1.20", "2.46", "2.47", "2.54", "Annex 2 ex. 1"),
    note="Calendar time on provision: neither work nor disengagement stops it. 2.43 says 15 months for the same day.",
    counts_by=DAYS,
    schedule="IPES-DEADLINE-01",
)
day_456 = PRE_WORK.met("day_456", "without work on day 457 provision ends on {on}, day 456")

MAXIMUM = Rule(
    "IPES-DUR-03",
    "Maximum time on provision",
    SPEC.paragraphs("1.20", "2.46", "2.85", "3.19", "5.6", "5.24", "5.27", "Annex 2"),
    note="2.46 gives 638 days and a 639th for a night shift, 2.47 and 2.54 give 639 to all: the journey is closed "
    "on day 639, the last day of support is 638, or 639 for a night shift that begins on day 638.",
    counts_by=DAYS,
    schedule="IPES-DEADLINE-01",
)
support_to_638 = MAXIMUM.met("day_638", "support to {last} at the latest; the systems close on {system_end}")
support_to_639 = MAXIMUM.met(
    "night_shift_to_day_639", "a night shift runs into {last}, on which the systems close: {system_end}"
)

MINIMUM = Rule(
    "IPES-DUR-04",
    "Minimum 182 days of in-work support",
    SPEC.paragraphs("1.20", "2.46", "2.47", "Annex 2 ex. 2"),
    note="An entitlement while work lasts, no cap and no guarantee: a job begun after day 457 cannot reach it.",
    counts_by=DAYS,
)
reaches_182 = MINIMUM.met(
    "reachable", "182 days of in-work support in the job begun on {began} are received on {on}, day {day}"
)
cannot_reach_182 = MINIMUM.not_met("not_reachable", "182 days from {began} would be day {day}, {on}, after day 639")

EXTENDED = Rule(
    "IPES-DUR-05",
    "Extension period starts on day 457",
    SPEC.paragraphs("2.46", "Annex 2"),
    note="Examples 2 and 4 say 'from day 456'; 2.46 says 457. Work on day 457 is enough, disengaged or not.",
    counts_by=DAYS,
)
extension_runs = EXTENDED.met("extended", "in work on day 457: the extension runs from {from_day}")
not_extended = EXTENDED.not_met("not_extended", "not in work on day 457, {from_day}: no extension")
extension_open = EXTENDED.undetermined("decided_on_day_457", "decided by work on day 457, {from_day}")

EXTENSION_ENTERED = Rule(
    "IPES-DUR-06",
    "Extension keyed by day 456",
    SPEC.paragraphs("2.54", "Annex 2 ex. 2"),
    note="Where work goes on and nobody keyed it, the right under 2.46 stands and the record is to be corrected.",
    counts_by=DAYS,
)
keyed_in_time = EXTENSION_ENTERED.met("keyed_in_time", "the extension was entered on {entered}, by {due}")
keyed_late = EXTENSION_ENTERED.not_met(
    "keyed_late", "the extension was entered on {entered}, after {due}: the systems had closed the record"
)
not_keyed = EXTENSION_ENTERED.not_met(
    "not_keyed", "no extension was entered by {due}: the systems will have closed the record, to be corrected"
)

RECEIVED = Rule(
    "IPES-DUR-07",
    "Days of in-work support received",
    SPEC.paragraphs("Annex 2 ex. 5", "Annex 2 ex. 6", "Annex 2 ex. 8"),
    note="The last day minus the first, a journey to the maximum closing on day 639: the only count that gives every "
    "figure of Annex 2.",
    counts_by=DAYS,
)
days_received = RECEIVED.met("days_received", "{days} days, from {first} (day {first_day}) to {last} (day {last_day})")

CLOCK_RUNS = Rule(
    "IPES-DUR-08",
    "The clock runs through disengagement",
    SPEC.paragraphs("2.59", "2.61", "Annex 2 ex. 8"),
    counts_by=DAYS,
)
clock_runs = CLOCK_RUNS.met("clock_runs", "disengaged {times} times; day 456 stays {on}, {days_added} days added")

REMAINING = Rule(
    "IPES-DUR-09",
    "Remaining time on provision",
    SPEC.paragraphs("2.57", "2.73", "Annex 2 ex. 6"),
    note="To day 456 until an extension is entered or has begun, then to day 639.",
    counts_by=DAYS,
)
days_remaining = REMAINING.met("days_remaining", "{days} days remain on {on}")

CURRENT_JOB = Rule(
    "IPES-DUR-10",
    "The 182 days for release are those of the current job",
    SPEC.paragraphs("2.47", "2.53", "Annex 2 ex. 6"),
    note="2.47 says 'for their current job', 2.53 omits it: the stricter. Jobs do not add up, even without a gap.",
    counts_by=DAYS,
)
enough_in_job = CURRENT_JOB.met("enough", "{days} days in the current job, begun on {began}; {needed} are needed")
too_few_in_job = CURRENT_JOB.not_met("too_few", "{days} days in the current job, begun on {began}; {needed} are needed")

Findings: TypeAlias = list[Finding]


def life(s: Situation) -> Provision:
    """The life on provision with everything that the rules say of it."""
    provision = s[journey]
    if provision.start is None:
        return provision
    findings = _of_the_clock(s, provision, s[clock])
    findings += _of_the_extension(s, provision, s[clock])
    findings += _of_the_jobs(s, provision, s[clock])
    findings += ending_findings(s, provision)
    findings += state_findings(s, provision)
    return provision.with_findings(findings)


def _of_the_clock(s: Situation, provision: Provision, days: Clock) -> Findings:
    last_456, today, end = days.day_456, s.as_of, provision.end_date
    findings = [day_456.found(last_456, ("on", last_456)), s[last_support_day]]
    if today >= days.start:
        day = days.day(today)
        findings.append(day_today.found(day, ("on", today), ("day", day)))
        if end is None or today <= end:
            left = remaining_days(s, today)
            findings.append(days_remaining.found(left, ("days", left), ("on", today)))
    findings.append(clock_runs.found(last_456, ("times", len(s[away])), ("on", last_456), ("days_added", 0)))
    return findings


def last_support_day(s: Situation) -> Finding:
    """The last day on which support can fall: day 638, or 639 where a night shift runs into it."""
    last, closing = s[clock].day_638, s[clock].day_639
    job = current_job(s, min(last, s.as_of))
    if job is not None and job.work.works_nights is not False:
        if job.work.works_nights is None:
            return MAXIMUM.unknown("work_started.works_nights")
        return support_to_639.found(closing, ("last", closing), ("system_end", closing))
    return support_to_638.found(last, ("last", last), ("system_end", closing))


def extended(s: Situation) -> bool | Unknown:
    """Whether provision was extended beyond day 456."""
    provision = s[journey]
    if provision.missing:
        return Unknown(*provision.missing)
    return into_the_extension(provision)


def _of_the_extension(s: Situation, provision: Provision, days: Clock) -> Findings:
    due, first = days.day_456, days.day_457
    if provision.missing:
        return [EXTENDED.unknown(*provision.missing)]
    if not s[extended]:
        over = provision.end_date is not None and not provision.provisional
        return [
            not_extended.found(False, ("from_day", first)) if over else extension_open.found(None, ("from_day", first))
        ]
    entered = s[extension_entered]
    if not entered:
        keyed = not_keyed.found(due, ("due", due))
    else:
        keyed = (keyed_in_time if entered[0] <= due else keyed_late).found(due, ("entered", entered[0]), ("due", due))
    return [extension_runs.found(True, ("from_day", first)), keyed]


def _of_the_jobs(s: Situation, provision: Provision, days: Clock) -> Findings:
    until = provision.end_date or s.as_of
    held = [job for job in s[jobs] if job.first <= until]
    if not held:
        return []
    if len(held) == 1:
        return [_days_received(held[0], until, days), *_of_the_current_job(s, held[0], until, days)]
    return [*[_days_received(job, until, days) for job in held], *_of_the_current_job(s, held[-1], until, days)]


def _days_received(job: Job, until: date, days: Clock) -> Finding:
    last = until if job.last is None else min(job.last, until)
    numbers = (days.day(job.first), days.day(last))
    received = numbers[1] - numbers[0]
    return days_received.found(
        received,
        ("days", received),
        ("first", job.first),
        ("first_day", numbers[0]),
        ("last", last),
        ("last_day", numbers[1]),
    )


def _of_the_current_job(s: Situation, latest: Job, until: date, days: Clock) -> Findings:
    needed = s.count("in_work_days")
    current = current_job(s, until)
    job = current or latest
    on = job.first + timedelta(days=needed)
    reached = reaches_182 if on <= days.day_639 else cannot_reach_182
    findings = [reached.found(on, ("began", job.first), ("on", on), ("day", days.day(on)))]
    if current is not None:
        received = job.days_by(until)
        enough = enough_in_job if received >= needed else too_few_in_job
        findings.append(enough.found(received, ("days", received), ("began", job.first), ("needed", needed)))
    return findings
