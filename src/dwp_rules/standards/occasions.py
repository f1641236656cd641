"""What a contract owes at set times: monthly returns, packs before a review, steps within an agreed time.

One mechanism. `MonthlyReturn` knows the months that are to be reported; `Timed` takes any occasions.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dwp_rules.calendar import Month, Period, corresponding_date, working_days
from dwp_rules.facts import ContractMeeting, ContractMeetingType, ReturnKind, ReturnSubmitted
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.facts.situation import Unknown
from dwp_rules.rules import Rule
from dwp_rules.standards.deadline import Deadline, done_by, undetermined
from dwp_rules.standards.deadlines import first_day, last_day, unknown_days

__all__ = ["MonthlyReturn", "Occasion", "Timed", "Yearly", "months_to_report", "packs_before_reviews", "reviews"]

SERVICE_START = "contract.service_start_on"
MONTHS_IN_A_YEAR = 12
ROLLED = working_days(0)
"""A set day, moved to the next working day where it is closed."""


class Occasion(NamedTuple):
    """One occasion on which something is owed: what sets it running, and when it was done.

    `missing` names the facts without which it cannot be told whether it was done.
    """

    trigger: date
    done: date | None = None
    missing: tuple[str, ...] = ()


Occasions = Callable[[ContractSituation], Sequence[Occasion] | Unknown]


@dataclass(frozen=True, slots=True, eq=False)
class Timed:
    """A duty on each of some occasions: within a period after it, or `before` it by at least that period."""

    rule: Rule
    period: Period
    of: Occasions
    before: bool = False

    def judge(self, situation: ContractSituation) -> Sequence[Deadline]:
        """Give a deadline for each occasion, in their order."""
        occasions = situation[self.of]
        if isinstance(occasions, Unknown):
            return (undetermined(self.rule, missing=occasions.missing),)
        counted = first_day if self.before else last_day
        return [
            _judged(self.rule, situation, occasion, *counted(self.period, occasion.trigger, situation.calendar))
            for occasion in occasions
        ]


@dataclass(frozen=True, slots=True, eq=False)
class MonthlyReturn:
    """A return for each month: `MonthlyReturn(rule, ReturnKind.CLERICAL_MI, from_day=15)`.

    It is due a period after a set day of the month that follows the one reported; `reading` names the reading under
    which another period than `period` is taken, by option.
    """

    rule: Rule
    what: ReturnKind
    from_day: int = 1
    period: Period = ROLLED
    reading: str = ""
    under: tuple[tuple[str, Period], ...] = ()

    def judge(self, situation: ContractSituation) -> Sequence[Deadline]:
        """Give a deadline for each month that is over, triggered by its last day."""
        months = situation[months_to_report]
        submitted = [event for event in situation.of(ReturnSubmitted) if event.what is self.what]
        told = {event.report_month for event in submitted if event.report_month is not None}
        unknown = () if not isinstance(months, Unknown) else (undetermined(self.rule, missing=months.missing),)
        reported = sorted(told if isinstance(months, Unknown) else {*months, *filter(situation.is_over, told)})
        return [*(self._of_month(situation, month, submitted) for month in reported), *unknown]

    def _of_month(self, situation: ContractSituation, month: Month, submitted: Sequence[ReturnSubmitted]) -> Deadline:
        day = month.plus(1).first.replace(day=self.from_day)
        period = dict(self.under).get(situation.reading(self.reading), self.period) if self.reading else self.period
        due, provisional = last_day(period, day, situation.calendar)
        done = next((event.on for event in submitted if event.report_month == month), None)
        unsure = any(event.report_month is None and event.on > month.last for event in submitted)
        missing = ("return_submitted.report_month",) if done is None and unsure else ()
        return _judged(self.rule, situation, Occasion(month.last, done, missing), due, provisional)


@dataclass(frozen=True, slots=True, eq=False)
class Yearly:
    """A duty in each year of the contract, by the anniversary of the service start."""

    rule: Rule
    done: Callable[[ContractSituation], Sequence[date]]

    def judge(self, situation: ContractSituation) -> Sequence[Deadline]:
        """Give a deadline for each year that has begun, triggered by the anniversary before it."""
        start = situation.contract.service_start_on
        if start is None:
            return (undetermined(self.rule, missing=(SERVICE_START,)),)
        done, deadlines = situation[self.done], []
        trigger, year = start, 1
        while trigger <= situation.as_of:
            due = corresponding_date(start, year * MONTHS_IN_A_YEAR)
            on = next((day for day in done if trigger < day <= due), None)
            deadlines.append(done_by(self.rule, trigger, due, on, situation.as_of, provisional=False))
            trigger, year = due, year + 1
        return deadlines


def _judged(
    rule: Rule, situation: ContractSituation, occasion: Occasion, due: date | None, provisional: bool
) -> Deadline:
    trigger, done, missing = occasion
    if due is None:
        missing = (*missing, unknown_days(situation.calendar))
    if missing or due is None:
        return undetermined(rule, trigger, due, missing, provisional)
    return done_by(rule, trigger, due, done, situation.as_of, provisional)


def months_to_report(situation: ContractSituation) -> Sequence[Month] | Unknown:
    """The months that are over, from the month of the service start to that of the contract's end."""
    contract = situation.contract
    if contract.service_start_on is None:
        return Unknown(SERVICE_START)
    last = Month.of(min(situation.as_of, contract.contract_ends_on or situation.as_of))
    return tuple(month for month in Month.of(contract.service_start_on).to(last) if situation.is_over(month))


def reviews(situation: ContractSituation) -> Sequence[ContractMeeting]:
    """The contract performance reviews that were held."""
    return [meeting for meeting in situation.of(ContractMeeting) if meeting.type is ContractMeetingType.CPR]


def packs_before_reviews(situation: ContractSituation) -> Sequence[Occasion]:
    """The reviews held, each with the first pack of management information given since the review before it."""
    packs = [event.on for event in situation.of(ReturnSubmitted) if event.what is ReturnKind.MI_PACK]
    held = sorted({meeting.on for meeting in situation[reviews]})
    occasions: list[Occasion] = []
    for place, day in enumerate(held):
        since = held[place - 1] if place else date.min
        occasions.append(Occasion(day, next((on for on in packs if since < on <= day), None)))
    return occasions
