"""How long Job Finding Support lasts: 10 working days expected, 20 at most, an automatic end at 30 calendar days."""

from collections.abc import Mapping
from datetime import date

from dwp_rules.calendar import (
    DayOne,
    OutsideCalendar,
    Period,
    WorkingCalendar,
    calendar_days,
    day_of_provision,
    working_days,
)
from dwp_rules.facts import ProvisionEnded
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jfs.counting import end_of
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.starting_moments import start_day
from dwp_rules.provision import Provision
from dwp_rules.rules import Finding, Rule

__all__ = [
    "AUTOMATIC_END",
    "EXPECTED",
    "MAXIMUM",
    "automatic_end",
    "automatic_end_day",
    "duration_findings",
    "expected_end",
    "maximum_end",
    "maximum_from",
]

EXPECTED = Rule(
    "JFS-DUR-01",
    "Expected duration 10 working days",
    GUIDANCE.paragraphs("1.23", "1.25", "4.16", "Annex 4"),
    note="The first working day after the start is day 1, as of the 20 working days.",
    counts_by=("JFS-CAL-01", "JFS-DUR-02"),
    schedule="JFS-DEADLINE-01",
)
MAXIMUM = Rule(
    "JFS-DUR-02",
    "Maximum duration 20 working days",
    GUIDANCE.paragraphs("1.23", "1.25", "3.19", "4.16", "Annex 4"),
    note="The first working day after the start is day 1: where the day of the event counts, 3.07 says so.",
    counts_by=("JFS-CAL-01",),
    schedule="JFS-DEADLINE-01",
)
AUTOMATIC_END = Rule(
    "JFS-DUR-04",
    "Automatic end at 30 calendar days",
    GUIDANCE.paragraphs("5.08", "Annex 2 (code 45)"),
    note="Reached on start + 30; an end entered on that day is in time.",
    schedule="JFS-DEADLINE-01",
)

DAY_ONE = {"next_day": DayOne.NEXT, "same_day": DayOne.SAME}


def _working_days(n: int) -> Mapping[str, Period]:
    return {option: working_days(n, day_one) for option, day_one in DAY_ONE.items()}


TEN_WORKING_DAYS, TWENTY_WORKING_DAYS = _working_days(10), _working_days(20)
THIRTY_DAYS = {option: calendar_days(30, day_one) for option, day_one in DAY_ONE.items()}


def maximum_from(s: Situation, start: date) -> date | None:
    """Give the last of the 20 working days from a start; None where no working days are known."""
    return end_of(s, TWENTY_WORKING_DAYS[s.reading("duration_day_one")], start)


def maximum_end(s: Situation) -> date | None:
    """The last of the 20 working days; None before a start, or where no working days are known."""
    start = s[start_day]
    return maximum_from(s, start[0]) if start else None


def expected_end(s: Situation) -> date | None:
    """The last of the 10 working days in which the service is expected to be complete."""
    start = s[start_day]
    return end_of(s, TEN_WORKING_DAYS[s.reading("duration_day_one")], start[0]) if start else None


def automatic_end(s: Situation) -> date | None:
    """The day on which PRaP ends the provision by itself; None before a start."""
    start = s[start_day]
    return THIRTY_DAYS[s.reading("auto_end_day_one")].after(start[0]) if start else None


def automatic_end_day(s: Situation) -> int:
    """The number of the day on which PRaP ends the provision, the start date being day 1."""
    start, end = s[start_day], s[automatic_end]
    return day_of_provision(start[0], end) if start and end is not None else 1


# ── what is said of them ─────────────────────────────────────────────────────────────────────────────────────────

MAJORITY = Rule(
    "JFS-DUR-03",
    "Majority within 10 working days",
    GUIDANCE.paragraphs("1.23", "1.25"),
    note="Of one completer: whether within 10 working days. 'The majority' is more than half of the completers.",
    counts_by=("JFS-CAL-01", "JFS-DUR-02"),
)
BOTH_LIMITS = Rule(
    "JFS-DUR-05",
    "20 working days against 30 calendar days",
    GUIDANCE.paragraphs("1.23", "5.08"),
    note="The guidance does not resolve that holidays can stretch the 20 working days beyond the automatic end: PRaP "
    "ends the provision on the earlier day, CSS 4 is measured on the 20 working days.",
    counts_by=("JFS-DUR-02", "JFS-DUR-04"),
)
REMAINING = Rule(
    "JFS-DUR-07",
    "Time remaining",
    GUIDANCE.paragraphs("4.22", "1.23"),
    note="What is left of the 20 working days, not of the 30 days of PRaP.",
    counts_by=("JFS-DUR-02",),
)

within_expected = EXPECTED.met("within_expected", "expected to be complete by {expected_end}")
beyond_expected = EXPECTED.not_met("beyond_expected", "expected to be complete by {expected_end}, which has passed")
within_maximum = MAXIMUM.met("within_maximum", "at most to {maximum_end}")
beyond_maximum = MAXIMUM.not_met("beyond_maximum", "at most to {maximum_end}, which has passed")
within_10 = MAJORITY.met("within_10", "completed in {working_days_used} working days")
over_10 = MAJORITY.not_met("over_10", "completed in {working_days_used} working days, more than 10")
auto_ended = AUTOMATIC_END.met("auto_ended", "PRaP ended the provision on {prap_auto_end}, code {end_code}")
end_entered = AUTOMATIC_END.not_met(
    "end_entered", "an end was entered before PRaP would have ended it on {prap_auto_end}"
)
not_reached = AUTOMATIC_END.not_met(
    "not_reached", "PRaP ends the provision on {prap_auto_end} unless an end is entered"
)
maximum_first = BOTH_LIMITS.met("maximum_first", "the 20 working days end on {maximum_end}, PRaP on {prap_auto_end}")
prap_first = BOTH_LIMITS.not_met(
    "prap_ends_first", "PRaP ends on {prap_auto_end}, {days_lost} days before the 20 working days do on {maximum_end}"
)
time_left = REMAINING.met("time_left", "working days left: {working_days_left}, to {maximum_end}")
no_time_left = REMAINING.not_met("no_time_left", "the 20 working days ended on {maximum_end}")
CODE_END_OF_TIME = 45


def working_days_used(s: Situation, start: date, end: date) -> int:
    """Count the working days from a start to an end, by the same day one as the 20 working days."""
    used = count_between(s.calendar, start, end)
    counts_start = s.reading("duration_day_one") == "same_day" and s.calendar.projected.is_working_day(start)
    return used + 1 if counts_start else used


def count_between(calendar: WorkingCalendar, first: date, last: date) -> int:
    """Count working days after one day up to another, expected holidays included."""
    try:
        return calendar.count(first, last)
    except OutsideCalendar:
        return calendar.projected.count(first, last)


def duration_findings(s: Situation, provision: Provision, *, completed: bool) -> list[Finding]:
    """How long provision may last, and how long it lasted; nothing but the automatic end outside known days."""
    start, automatic = s[start_day][0], s[automatic_end]
    expected, maximum = s[expected_end], s[maximum_end]
    if expected is None or maximum is None or automatic is None:
        return [rule.unknown("the working days after the start") for rule in (EXPECTED, MAXIMUM)]
    by, missing = provision.end_date or s.as_of, provision.missing
    used = working_days_used(s, start, by)
    findings = [
        EXPECTED.unknown(*missing)
        if missing and by > expected
        else (within_expected if by <= expected else beyond_expected).found(
            expected, ("expected_end", expected), ("within_expected", by <= expected), ("working_days_used", used)
        ),
        MAXIMUM.unknown(*missing)
        if missing and by > maximum
        else (within_maximum if by <= maximum else beyond_maximum).found(
            maximum, ("maximum_end", maximum), ("within_maximum", by <= maximum)
        ),
        _automatic(s, automatic),
        _both(maximum, automatic),
        _remaining(s, maximum),
    ]
    if completed:
        in_10 = by <= expected
        findings.append(
            (within_10 if in_10 else over_10).found(used, ("working_days_used", used), ("within_10", in_10))
        )
    return findings


def _automatic(s: Situation, automatic: date) -> Finding:
    entered = any((entry.recorded_on or entry.on) <= automatic for entry in s.of(ProvisionEnded))
    over = not entered and s.as_of >= automatic
    reason = auto_ended if over else end_entered if entered else not_reached
    return reason.found(automatic, ("prap_auto_end", automatic), ("end_code", CODE_END_OF_TIME), ("auto_ended", over))


def _both(maximum: date, automatic: date) -> Finding:
    lost = max(0, (maximum - automatic).days)
    reason = prap_first if lost else maximum_first
    return reason.found(
        lost,
        ("maximum_end", maximum),
        ("prap_auto_end", automatic),
        ("prap_ends_first", bool(lost)),
        ("days_lost", lost),
    )


def _remaining(s: Situation, maximum: date) -> Finding:
    if s.as_of > maximum:
        return no_time_left.found(0, ("maximum_end", maximum), ("working_days_left", 0))
    left = count_between(s.calendar, s.as_of, maximum)
    return time_left.found(left, ("maximum_end", maximum), ("working_days_left", left))
