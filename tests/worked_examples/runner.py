"""Run worked examples: ask what each asks, compare every path, and tell which rules its results carry."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from dwp_rules import Programme, all_programmes, assess, programme, statutory
from dwp_rules import calendar as days
from dwp_rules.calendar import DayOne, WorkingCalendar
from dwp_rules.outcomes import self_employed_weeks
from dwp_rules.rules import ParameterValue
from tests.worked_examples.carried import rules_carried
from tests.worked_examples.examples import OF_MANY, Example, Given, Run, examples
from tests.worked_examples.of_many import ASKED_OF_MANY
from tests.worked_examples.paths import Absent, same, shown, value_at

CALENDARS = {
    "ENGLAND_AND_WALES": days.ENGLAND_AND_WALES,
    "GREAT_BRITAIN": days.GREAT_BRITAIN,
    "SCOTLAND": days.SCOTLAND,
}

Counting = Callable[..., object]

COUNTED_IN_A_CALENDAR: dict[str, Callable[[WorkingCalendar], Counting]] = {
    "is_working_day": lambda calendar: calendar.is_working_day,
    "next_working_day": lambda calendar: calendar.next_working_day,
    "previous_working_day": lambda calendar: calendar.previous_working_day,
    "add": lambda calendar: calendar.add,
    "count": lambda calendar: calendar.count,
    "holidays_between": lambda calendar: lambda a, b: [holiday.on for holiday in calendar.holidays_between(a, b)],
    "within_working_days": lambda calendar: lambda day, n: days.working_days(n).after(day, calendar),
    "within_working_days_counting_the_day": lambda calendar: (
        lambda day, n: days.working_days(n, DayOne.SAME).after(day, calendar)
    ),
    "working_days_before": lambda calendar: lambda day, n: days.working_days(n).before(day, calendar),
    "last_working_days": lambda calendar: lambda day, n: days.working_days(n, DayOne.SAME).before(day, calendar),
}
"""Calls that need a calendar: the last day of "within N working days", the first of "the last N working days"."""

COUNTED_WITHOUT: dict[str, Counting] = {
    "within_calendar_days": lambda day, n: days.calendar_days(n).after(day),
    "within_weeks": lambda day, n: days.weeks(n).after(day),
    "within_months": lambda day, n: days.months(n).after(day),
    "within_months_counting_the_day": lambda day, n: days.months(n, DayOne.SAME).after(day),
    "date_of_day": days.date_of_day,
    "day_of_provision": days.day_of_provision,
    "age_on": days.age_on,
    "state_pension_date": statutory.state_pension_date,
    "national_living_wage": statutory.national_living_wage,
    "self_employed_weeks": self_employed_weeks,
}
"""Calls that count whatever the calendar."""


def failures(example: Example) -> list[str]:
    """Say, for every path that does not hold what is expected, what was expected and got, and from which source."""
    return [line for place, run in enumerate(example.runs) for line in _failures(example, run, answer(example, place))]


def _failures(example: Example, run: Run, result: object) -> Iterator[str]:
    where = f"{example.folder}/{example.file} {example.id}, run {example.runs.index(run)}"
    under = "".join(f" under {name}={option}" for name, option in run.readings.items())
    for path, expected in run.expect.items():
        try:
            got = value_at(result, path)
        except (Absent, LookupError, AttributeError) as absent:
            yield f"{where}{under}: {path}: expected {shown(expected)}, but {absent} ({example.source})"
            continue
        if not same(got, expected):
            yield f"{where}{under}: {path}: expected {shown(expected)}, got {shown(got)} ({example.source})"


@cache
def answer(example: Example, place: int) -> object:
    """Ask what one run of an example asks. A call that is expected to be refused gives the name of its refusal."""
    run = example.runs[place]
    if "raises" not in run.expect:
        return _asked(example, run)
    try:
        _asked(example, run)
    except (ArithmeticError, LookupError, TypeError, ValueError) as refusal:
        return {"raises": type(refusal).__name__}
    return {"raises": None}


def _asked(example: Example, run: Run) -> object:
    if run.ask in {"calendar", "count"}:
        return {"result": _counted(example.programme, run.given)}
    chosen = _programme(example.programme, run)
    if run.ask in OF_MANY:
        return ASKED_OF_MANY[run.ask](example, run, chosen)
    on = example.day(run)
    if run.ask == "assess":
        return assess(example.case(run.given), as_of=on, programme=chosen)
    case = example.case(run.given)
    decisions = {
        "eligibility": lambda: chosen.eligibility(case, on=on),
        "suitability": lambda: chosen.suitability(case, on=on),
        "re_referral": lambda: chosen.re_referral(case, previous=example.previous(), on=on),
    }
    return {run.ask: decisions[run.ask]()}


def _counted(programme_id: str, given: Given) -> object:
    call = str(given["call"])
    arguments = cast("list[object]", given.get("arguments", []))
    if call in COUNTED_WITHOUT:
        return COUNTED_WITHOUT[call](*arguments)
    calendar = CALENDARS[str(given["calendar"])] if "calendar" in given else programme(programme_id).calendar
    return COUNTED_IN_A_CALENDAR[call](calendar)(*arguments)


def _programme(name: str, run: Run) -> Programme:
    chosen = programme(name)
    if run.readings:
        chosen = chosen.with_readings(**run.readings)
    if run.parameters:
        chosen = chosen.with_parameters(**cast("dict[str, ParameterValue]", run.parameters))
    return chosen


@cache
def results_by_rule(programme_id: str) -> dict[str, list[tuple[str, object]]]:
    """For every rule id, the examples in whose results it is carried, each with what tells its answer from another."""
    found: dict[str, list[tuple[str, object]]] = {rule.id: [] for rule in all_programmes()[programme_id].rules}
    for example in examples():
        if example.programme != programme_id:
            continue
        for place in range(len(example.runs)):
            for carried in rules_carried(answer(example, place)):
                found.setdefault(carried.rule_id, []).append((example.id, carried.signature))
    return found
