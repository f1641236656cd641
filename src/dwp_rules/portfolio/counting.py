"""Cases counted as they stream by: of each, only its number and a status for each standard are kept."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dwp_rules.calendar import Month
from dwp_rules.facts import Case
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes import Programme
from dwp_rules.rules import Finding
from dwp_rules.standards import Answers, Deadline, Judged, MonthCount, Standard, Status, by_rule_id, status_of
from dwp_rules.standards.windows import Days

__all__ = ["Behind", "Tally"]

CASE_NUMBERS = "L"
"""The array type of case numbers: four or eight bytes each."""


class Behind(Mapping[Status, Sequence[str]]):
    """The participants behind each number of a standard, found when they are asked for."""

    __slots__ = ("_numbers", "_people")

    def __init__(self, people: Sequence[str], numbers: Mapping[Status, "array[int]"]) -> None:
        self._people = people
        self._numbers = numbers

    def __getitem__(self, status: Status) -> Sequence[str]:
        """Give the participants that stand so, in the order of the cases."""
        people = self._people
        if status is Status.NOT_APPLICABLE:
            others = {number for numbers in self._numbers.values() for number in numbers}
            return [person for number, person in enumerate(people) if number not in others]
        return [people[number] for number in self._numbers.get(status, ())]

    def __iter__(self) -> Iterator[Status]:
        """List the statuses."""
        return iter(Status)

    def __len__(self) -> int:
        """Count the statuses."""
        return len(Status)


class Tally:
    """One standard, counted over a stream of cases within some days."""

    __slots__ = ("_answers", "_days", "_months", "_numbers", "_seen", "missing", "standard")

    def __init__(self, standard: Standard, days: Days) -> None:
        self.standard = standard
        self.missing: dict[str, None] = {}
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
    def applicable(self) -> int:
        """To how many cases the standard applied within the days."""
        return self._seen

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

    def behind(self, people: Sequence[str]) -> Behind:
        """Give the participants behind each number."""
        return Behind(people, self._numbers)


def _group(finding: Finding) -> str | None:
    group = finding.facts.get("group")
    return None if group is None else str(group)


class Count:
    """All standards of a programme, counted over a stream of cases."""

    __slots__ = ("_as_of", "_at_end", "_days", "_programme", "people", "tallies")

    def __init__(self, programme: Programme, days: Days, as_of: date) -> None:
        self._programme = programme
        self._days = days
        self._as_of = as_of
        self._at_end = min(as_of, days.last)
        self.people: list[str] = []
        self.tallies = [Tally(standard, days) for standard in programme.measured if standard.measures_cases]

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
        deadlines = self._deadlines(situation)
        for tally in self.tallies:
            judged = tally.standard.judged(situation, deadlines, self._at_end)
            if judged:
                tally.count(number, judged)

    def _deadlines(self, situation: Situation) -> dict[str, list[Deadline]]:
        declared = self._programme.measured_deadlines
        return by_rule_id(deadline for one in declared for deadline in one.judge(situation))
