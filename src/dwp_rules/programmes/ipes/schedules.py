"""The dates that one day sets running in IPES, and the quarter of a day (2.16 to 2.46, 3.37, 5.25)."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dwp_rules.calendar import OutsideCalendar, months, weeks, working_days
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts.moments import accepted
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.ipes.counting import DAYS, WORKING_DAYS
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.work import clock, clock_from, start_day
from dwp_rules.rules import Finding, Rule

__all__ = ["schedule"]

FROM_ACKNOWLEDGEMENT = Rule(
    "IPES-DEADLINE-01",
    "All participant deadlines from acknowledgement and start",
    SPEC.paragraphs("2.16", "2.19", "2.22", "2.27", "2.46", "5.25"),
    note="While there is no meeting, the last day permitted for it stands in for it.",
    counts_by=(*WORKING_DAYS, *DAYS),
)
dates_due = FROM_ACKNOWLEDGEMENT.met(
    "dates",
    "meeting and recording by {meeting_and_recording_due}; plan by {action_plan_due}; next meeting by "
    "{first_four_weekly_meeting_due}; day 456 {day_456}; day 639 {day_639}; last claim {last_claim}",
)

QUARTER = Rule(
    "IPES-MI-02",
    "Quarterly SME and VCSE spend",
    SPEC.paragraphs("3.37"),
    note="Calendar quarters.",
)
in_quarter = QUARTER.met("quarter", "spend is reported for {quarter}, which ends on {ends}")

MEETING, PLAN, FOUR_WEEKS = working_days(15), working_days(20), weeks(4)
THREE_MONTHS = months(3)
MONTHS_IN_A_QUARTER = 3


def schedule(s: Situation) -> Sequence[Finding]:
    """The dates that follow from acknowledgement and from the Start Date, and the quarter of the day."""
    return (*_dates(s), quarter(s.as_of))


def _dates(s: Situation) -> Sequence[Finding]:
    acknowledged, started = s[accepted], s[start_day]
    if not acknowledged and not started:
        return ()
    calendar = s.calendar.projected
    try:
        due = MEETING.after(acknowledged[0], calendar) if acknowledged else None
        start = started[0] if started else due
        plan = None if start is None else PLAN.after(start, calendar)
    except OutsideCalendar:
        return (FROM_ACKNOWLEDGEMENT.unknown(f"the working days of {s.calendar.name} around the referral"),)
    if start is None:
        return ()
    days = s[clock] if started else clock_from(s, start)
    return (
        dates_due.found(
            start,
            ("meeting_and_recording_due", due),
            ("action_plan_due", plan),
            ("first_four_weekly_meeting_due", FOUR_WEEKS.after(start, calendar)),
            ("day_456", days.day_456),
            ("day_639", days.day_639),
            ("last_claim", days.day_700),
        ),
    )


@lru_cache(maxsize=1024)
def quarter(on: date) -> Finding:
    """The calendar quarter of a day (3.37)."""
    number = (on.month - 1) // MONTHS_IN_A_QUARTER
    first = date(on.year, number * MONTHS_IN_A_QUARTER + 1, 1)
    ends = THREE_MONTHS.after(first) - ONE_DAY
    name = f"{on.year} Q{number + 1}"
    return in_quarter.found(name, ("quarter", name), ("ends", ends))
