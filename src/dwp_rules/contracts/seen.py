"""What the cases of a contract show of it, counted in one pass: the cases themselves are not kept."""

from collections.abc import Iterable
from datetime import date

from dwp_rules.calendar import Month
from dwp_rules.facts import Case, Contract, Referral, Start
from dwp_rules.facts.contract_situation import SeenInCases, Tally, result_of
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes import Programme
from dwp_rules.standards import Judged, Standard, Status, by_rule_id, status_of

__all__ = ["MonthsSeen", "seen_in"]

REFERRALS = "referrals"


def seen_in(cases: Iterable[Case], programme: Programme, contract: Contract, as_of: date) -> SeenInCases:
    """Count what the cases of a contract show of it by the end of a day.

    Raises `ValueError` for a case of another programme.
    """
    counting = MonthsSeen(programme, as_of)
    for case in cases:
        if case.programme != programme.id:
            raise ValueError(f"the contract is of {programme.id}, one of its cases of {case.programme}")
        counting.add(case)
    return counting.seen(contract.service_start_on)


class MonthsSeen:
    """The last start, the referrals and the standards' tallies of the cases that went by."""

    __slots__ = ("_as_of", "_last", "_months", "_numbers", "_programme", "_referrals", "_seen", "_standards")

    def __init__(self, programme: Programme, as_of: date) -> None:
        self._programme = programme
        self._as_of = as_of
        self._last: date | None = None
        self._months: dict[tuple[str, Month], _Month] = {}
        self._referrals: dict[Month, int] = {}
        # How a case stood on the last day of a month cannot be told from one look at it.
        counted = [one for one in programme.measured if one.measures_cases and one.judged_on_day is None]
        self._standards = counted
        self._numbers = [standard.number for standard in counted]
        self._seen = 0

    def add(self, case: Case) -> None:
        """Count one case."""
        situation = self._programme.situation(case, self._as_of)
        self.add_referral(situation)
        deadlines = by_rule_id(d for declared in self._programme.measured_deadlines for d in declared.judge(situation))
        for standard in self._standards:
            self.add_judged(standard, standard.judged(situation, deadlines, self._as_of), case)

    def add_referral(self, situation: Situation) -> None:
        """Count the referral and the start of one case."""
        self._seen += 1
        for start in situation.of(Start)[:1]:
            self._last = start.on if self._last is None else max(self._last, start.on)
        for referral in situation.of(Referral)[:1]:
            month = Month.of(referral.on)
            self._referrals[month] = self._referrals.get(month, 0) + 1

    def add_judged(self, standard: Standard, judgements: Iterable[Judged], case: Case) -> None:
        """Count what a standard found of one case; those that judge how it stood on a day are not counted."""
        if standard.judged_on_day is None:
            for judged in judgements:
                self._count(standard.number, judged, case.participant.participant_id)

    def _count(self, number: str, judged: Judged, person: str) -> None:
        if judged.on is not None:
            self._months.setdefault((number, Month.of(judged.on)), _Month()).count(judged, person)

    def seen(self, since: date | None) -> SeenInCases:
        """Give what was seen; a month since a day in which there was nothing to count is told as such."""
        if not self._seen:
            return SeenInCases()
        months = {*self._referrals, *(month for _number, month in self._months)}
        if since is not None and since <= self._as_of:
            months |= set(Month.of(since).to(Month.of(self._as_of)))
        tallies = {(number, month): Tally(month, 0, 0) for number in self._numbers for month in months}
        tallies |= {(number, month): counted.tally(number, month) for (number, month), counted in self._months.items()}
        for month in months:
            referred = self._referrals.get(month, 0)
            tallies[REFERRALS, month] = Tally(month, referred, referred)
        return SeenInCases(self._last, tallies)


class _Month:
    """One standard in one month."""

    __slots__ = ("_failed", "_met", "_missing", "_pending", "_unknown")

    def __init__(self) -> None:
        self._met = 0
        self._pending = 0
        self._unknown = 0
        self._failed: list[str] = []
        self._missing: dict[str, None] = {}

    def count(self, judged: Judged, person: str) -> None:
        """Count one judgement."""
        status = status_of(judged.finding)
        if status is Status.MET:
            self._met += 1
        elif status is Status.NOT_MET:
            self._failed.append(person)
        elif status is Status.NOT_YET_DUE:
            self._pending += 1
        else:
            self._unknown += 1
            self._missing |= dict.fromkeys(judged.finding.missing)

    def tally(self, number: str, month: Month) -> Tally:
        """Give what was counted; while some cases are not yet due, the month's result is still to come."""
        failed = tuple(self._failed)
        missing = (*self._missing, *([result_of(number, month)] if self._pending else []))
        return Tally(month, self._met, self._met + len(failed), failed, self._unknown + self._pending, missing)
