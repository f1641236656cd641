"""Cases counted as they stream by: of each, only its number and a status for each standard are kept."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dwp_rules.calendar import Month
from dwp_rules.contracts import MonthsSeen
from dwp_rules.facts import Case, Contract
from dwp_rules.programmes import Programme
from dwp_rules.rules import Finding
from dwp_rules.standards import Answers, Deadline, Judged, MonthCount, Standard, Status, by_rule_id, status_of
from dwp_rules.standards.windows import Days

__all__ = ["Behind", "Count", "Tally"]

MEAN_OF_MONTHS = "mean_of_months"
CASE_NUMBERS = "I"
"""The array type of case numbers: four bytes each."""


class Behind(Mapping[Status, Sequence[str]]):
    """The names behind each number of a standard, found when they are asked for."""

    __slots__ = ("_names", "_numbers")

    def __init__(self, names: Sequence[str], numbers: Mapping[Status, "array[int]"]) -> None:
        self._names = names
        self._numbers = numbers

    def __getitem__(self, status: Status) -> Sequence[str]:
        """Give the names of those that stand so, in the order in which they came."""
        names = self._names
        if status is Status.NOT_APPLICABLE:
            others = {number for numbers in self._numbers.values() for number in numbers}
            return [name for number, name in enumerate(names) if number not in others]
        return [names[number] for number in self._numbers.get(status, ())]

    def __iter__(self) -> Iterator[Status]:
        """List the statuses."""
        return iter(Status)

    def __len__(self) -> int:
        """Count the statuses."""
        return len(Status)


class Tally:
    """One standard, counted over a stream within some days; `names` are those of what streams by, by number."""

    __slots__ = ("_answers", "_days", "_months", "_names", "_numbers", "_seen", "missing", "standard")

    def __init__(self, standard: Standard, days: Days, names: Sequence[str]) -> None:
        self.standard = standard
        self.missing: dict[str, None] = {}
        self._names = names
        self._days = days
        self._months: Counter[tuple[Month | None, Status]] = Counter()
        self._numbers: dict[Status, array[int]] = {}
        self._answers: Counter[tuple[str | None, str]] = Counter()
        self._seen = 0

    def count(self, number: int, judged: Sequence[Judged]) -> None:
        """Count what was found of the case of a number."""
        inside = False
        for finding, on in judged:
            if on is None or self._days.first <= on <= self._days.last:
                inside = True
                self._add(number, finding, None if on is None else Month.of(on))
        self._seen += inside

    def _add(self, number: int, finding: Finding, month: Month | None) -> None:
        status = status_of(finding) if month is not None else Status.UNDETERMINED
        self._months[month, status] += 1
        self._numbers.setdefault(status, array(CASE_NUMBERS)).append(number)
        if status is Status.UNDETERMINED:
            self.missing |= dict.fromkeys(finding.missing or ("the day by which the case belongs to a month",))
        if self.standard.answers and finding.value is not None:
            self._answers[_group(finding), str(finding.facts.get("answer"))] += 1

    @property
    def not_applicable(self) -> int:
        """To how many the standard did not apply within the days."""
        return len(self._names) - self._seen

    @property
    def months(self) -> list[MonthCount]:
        """The tallies of the months in which there was something, earliest first; the unplaced last."""
        months = sorted({month for month, _status in self._months if month is not None})
        unplaced = [None] if any(month is None for month, _status in self._months) else []
        return [self._month(month) for month in (*months, *unplaced)]

    def _month(self, month: Month | None) -> MonthCount:
        counted = self._months
        return MonthCount(
            month,
            met=counted[month, Status.MET],
            not_met=counted[month, Status.NOT_MET],
            not_yet_due=counted[month, Status.NOT_YET_DUE],
            undetermined=counted[month, Status.UNDETERMINED],
        )

    @property
    def answers(self) -> tuple[Answers, ...]:
        """How many gave each answer, by group."""
        groups = sorted({group for group, _answer in self._answers}, key=str)
        return tuple(
            Answers(group, tuple((answer, self._answers[group, answer]) for answer in self.standard.answers))
            for group in groups
        )

    @property
    def behind(self) -> Behind:
        """The names behind each number."""
        return Behind(self._names, self._numbers)


def _group(finding: Finding) -> str | None:
    group = finding.facts.get("group")
    return None if group is None else str(group)


class Count:
    """All standards of a programme, counted over a stream of cases and over the returns of a contract."""

    __slots__ = ("_as_of", "_at_end", "_days", "_of_cases", "_of_returns", "_programme", "months", "people")

    def __init__(self, programme: Programme, days: Days, as_of: date) -> None:
        self._programme = programme
        self._days = days
        self._as_of = as_of
        self._at_end = min(as_of, days.last)
        # The run of months before the window may decide what a month of it costs.
        self.months = MonthsSeen(programme, as_of) if programme.contract_terms.of_month else None
        self.people: list[str] = []
        self._of_cases = [Tally(each, days, self.people) for each in programme.measured if each.measures_cases]
        self._of_returns: list[Tally] = []

    @property
    def mean_of_months(self) -> bool:
        """Whether a window's share is read as the mean of its months' shares."""
        reading = self._programme.readings.get("rolling")
        return reading is not None and reading.chosen == MEAN_OF_MONTHS

    def tally(self, standard: Standard) -> Tally:
        """Give the tally of a standard; an empty one where nothing of it was counted."""
        tallies = (tally for tally in (*self._of_cases, *self._of_returns) if tally.standard is standard)
        return next(tallies, Tally(standard, self._days, ()))

    def add_all(self, cases: Iterable[Case]) -> None:
        """Count cases. Raises `ValueError` for a case of another programme."""
        for case in cases:
            if case.programme != self._programme.id:
                raise ValueError(
                    f"case {len(self.people) + 1} belongs to {case.programme}, the scorecard is of {self._programme.id}"
                )
            self._add(case)

    def _add(self, case: Case) -> None:
        number = len(self.people)
        self.people.append(case.participant.participant_id)
        situation = self._programme.situation(case, self._as_of)
        declared = self._programme.measured_deadlines
        deadlines = by_rule_id([deadline for one in declared for deadline in one.judge(situation)])
        for tally in self._of_cases:
            judged = tally.standard.judged(situation, deadlines, self._at_end)
            if judged:
                tally.count(number, judged)
                if self.months is not None:
                    self.months.add_judged(tally.standard, judged, case)
        if self.months is not None:
            self.months.add_referral(situation)

    def add_returns(self, contract: Contract) -> None:
        """Count the returns of a contract, by the standards that are about these; their names are what was reported."""
        situation = self._programme.contract_situation(contract, self._as_of)
        for standard in self._programme.standards:
            declared = [one for one in self._programme.contract_terms.deadlines if one.rule is standard.rule]
            returns = [due for one in declared for due in one.judge(situation)]
            tally = Tally(standard, self._days, [_reported(due) for due in returns])
            for number, due in enumerate(returns):
                tally.count(number, [Judged(standard.judge_all([due]), due.due)])
            self._of_returns += [tally] if returns else []


def _reported(due: Deadline) -> str:
    """The month that a return reports."""
    return "a month that is not known" if due.trigger is None else str(Month.of(due.trigger))
