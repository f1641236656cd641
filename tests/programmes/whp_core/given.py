"""WHP Core cases told briefly: one start, its numbered days, and what happened on them."""

from datetime import date, timedelta
from typing import Any

from dwp_rules import Assessment, Case, Programme, assess, programme
from dwp_rules.outcomes import Outcome
from dwp_rules.rules import Finding
from dwp_rules.standards import Deadline

CORE = programme("whp-core")
AGREED = CORE.with_parameters(employed_threshold="3000.00", self_employed_weeks=26)
"""With numbers made up for the tests, where the chapter leaves them to the contract."""

START = date(2020, 9, 7)
"""A Monday. Day 456 is 6 December 2021, day 639 is 7 June 2022, day 700 is 7 August 2022."""

Event = dict[str, Any]

ENGLAND = {"residence": [{"starts_on": "2000-01-01", "nation": "england", "cpa": "CPA3"}]}
WALES = {"residence": [{"starts_on": "2000-01-01", "nation": "wales", "cpa": "CPA6"}]}


def day(number: int) -> date:
    """The date of a day number, counted by hand from the Start Date as day 1; day 0 is the day before."""
    return START + timedelta(days=number - 1)


def event(kind: str, on: date | int | str, **fields: Any) -> Event:
    """An event on a date, or on a day number."""
    when = day(on).isoformat() if isinstance(on, int) else str(on)
    return {"kind": kind, "on": when} | fields


REFERRED = event("referral", START, route="jobcentre")
STARTED = event("start", START, recorded_on=START.isoformat())


def core(*events: Event, contract: dict[str, Any] | None = None, **facts: Any) -> Case:
    """A case of one person with these events and facts; what is not told is not known."""
    person = {"participant_id": "P-1"} | facts
    told = {"programme": "whp-core", "participant": person, "events": list(events), "contract": contract}
    return Case.model_validate(told)


def assessed(*events: Event, as_of: date | int | str, under: Programme = AGREED, **told: Any) -> Assessment:
    """The assessment of such a case on a date, or on a day number."""
    on = day(as_of) if isinstance(as_of, int) else date.fromisoformat(str(as_of))
    return assess(core(*events, **told), as_of=on, programme=under)


def due(rule_id: str, assessment: Assessment) -> list[Deadline]:
    """The deadlines of one rule, in order."""
    return [deadline for deadline in assessment.deadlines if deadline.rule.id == rule_id]


def found(rule_id: str, assessment: Assessment) -> list[Finding]:
    """The findings of one rule, wherever they stand but among the outcomes."""
    return [f for f in (*assessment.provision.findings, *assessment.findings) if f.rule.id == rule_id]


def told_of(rule_id: str, outcome: Outcome) -> Finding:
    """The first finding of one rule on an outcome."""
    return next(finding for finding in outcome.findings if finding.rule.id == rule_id)


def job(
    begins: int, ends: int | None = None, *, name: str = "J1", work: str = "employed", **fields: Any
) -> list[Event]:
    """A job, and its end if it has one; the provider knows of both on their days."""
    told = {"told_on": day(begins).isoformat()} | fields
    begun = event("work_started", begins, work=work, work_id=name, **told)
    over = [] if ends is None else [event("work_ended", ends, work_id=name, established_on=day(ends).isoformat())]
    return [begun, *over]


def paid(on: int, amount: str, **fields: Any) -> Event:
    """A payment on a day number."""
    return event("earnings_payment", on, amount=amount, **fields)


def traded(first: int, weeks: int) -> tuple[Event, ...]:
    """A day of self-employment a week, for so many weeks from a day number on."""
    return tuple(event("self_employed_day", first + 7 * week, evidenced=True) for week in range(weeks))


def claim(on: int) -> Event:
    """A claim entered in PRaP on a day number."""
    return event("outcome_claim", on, recorded_on=day(on).isoformat(), channel="prap")
