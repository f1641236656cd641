"""What holds for every scorecard of the portfolios, whatever the programme, the window and the day."""

import gc
import weakref
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from dwp_rules import Assessment, Case, Scorecard, assess, programme, scorecard
from dwp_rules.calendar import Month
from dwp_rules.facts import Contract, MonthlyResult
from dwp_rules.standards import Measured, Standard, Status, Window, status_of
from examples.portfolios import PLANS, portfolio
from tests.portfolios import PROGRAMMES, people_of

MEASURED = [name for name in PROGRAMMES if programme(name).standards]
every_programme = pytest.mark.parametrize("programme_id", MEASURED)

SINCE_EVER = Contract.model_validate({"service_start_on": "2010-01-01"})


def some_of(programme_id: str) -> tuple[Case, ...]:
    """Every twelfth of the people, so that the whole run stays short."""
    return people_of(programme_id)[::12]


def midway(programme_id: str) -> date:
    """A day on which some are done and others not."""
    plan = PLANS[programme_id]
    return plan.first + (plan.last - plan.first) * 3 // 4


def over(programme_id: str, *cases: Case, as_of: date | None = None) -> Scorecard:
    """Everything up to a year after a day, so that nothing that is pending is left out."""
    asked = as_of or midway(programme_id)
    last = str(Month.of(asked).plus(36))
    return scorecard(cases, programme=programme_id, period=last, as_of=asked, window="cumulative", contract=SINCE_EVER)


def of_cases(card: Scorecard) -> list[Measured]:
    """The lines that are about cases, not about the contract's returns."""
    return [line for line in card.lines if line.of_cases]


@cache
def monthly(programme_id: str) -> dict[Month, Scorecard]:
    """One scorecard for each month of a portfolio, long after."""
    plan = PLANS[programme_id]
    months = Month.of(plan.first).to(Month.of(plan.last).plus(3))
    people, as_of = some_of(programme_id), date(2023, 12, 31)
    return {m: scorecard(people, programme=programme_id, period=m, as_of=as_of) for m in months}


def as_assess_shows(standard: Standard, assessment: Assessment) -> Counter[Status]:
    """How a case stands by a standard: as its finding says or, where the deadline says it all, as the deadlines do."""
    if standard.judges_itself:
        return Counter(status_of(finding) for finding in assessment.findings if finding.rule is standard.rule)
    statuses = {d.status.value for d in assessment.deadlines if d.rule.id in standard.measures}
    for status, any_of in WORST_FIRST.items():
        if statuses & any_of:
            return Counter([status])
    return Counter()


WORST_FIRST = {
    Status.NOT_MET: {"late", "early", "overdue"},
    Status.UNDETERMINED: {"undetermined"},
    Status.NOT_YET_DUE: {"pending"},
    Status.MET: {"met"},
}


@every_programme
def test_a_case_is_judged_just_as_assess_shows_it(programme_id: str) -> None:
    asked, as_of = programme(programme_id), midway(programme_id)
    seen: Counter[Status] = Counter()
    for case in some_of(programme_id)[::3]:
        assessment, card = assess(case, as_of=as_of), over(programme_id, case)
        for standard in asked.standards:
            if standard.recurring or not standard.measures_cases:
                continue
            shown, line = as_assess_shows(standard, assessment), card.line(standard.number)
            counted = Counter({status: len(line.cases_that(status)) for status in WORST_FIRST})
            unplaced = any(month.month is None for month in line.months)
            assert counted.total() == shown.total() if unplaced else +counted == shown, standard.number
            seen += shown
    assert seen.keys() >= {Status.MET, Status.NOT_MET}


@every_programme
def test_findings_of_standards_beside_deadlines_are_those_of_the_deadlines(programme_id: str) -> None:
    for standard in programme(programme_id).standards_beside_deadlines:
        if not standard.judges_itself:
            for case in some_of(programme_id)[::3]:
                assessment = assess(case, as_of=midway(programme_id))
                found = [f for f in assessment.findings if f.rule is standard.rule]
                assert Counter(map(status_of, found)) >= as_assess_shows(standard, assessment)


@every_programme
def test_cases_and_the_tallies_made_from_them_agree(programme_id: str) -> None:
    """Monthly tallies of the cases give the same shares as the cases, over every window."""
    cards = monthly(programme_id)
    tallies = [
        MonthlyResult(month=month, measure=line.number, met=line.met, total=line.counted, excluded=line.not_applicable)
        for month, card in cards.items()
        for line in card.lines
        if line.population
    ]
    last = list(cards)[-4]
    contract = Contract.model_validate({"service_start_on": PLANS[programme_id].first})
    for window in Window:
        asked = {"programme": programme_id, "period": last, "as_of": date(2023, 12, 31), "window": window}
        counted = scorecard(some_of(programme_id), contract=contract, **asked)
        given = scorecard(tallies=tallies, contract=contract, **asked)
        compared = 0
        for one, other in zip(counted.lines, given.lines, strict=True):
            # A backlog is that of the last day: a month's on its own last day, a window's on the last of the window.
            if one.rule.id in {"JETS-CSS-02", "WHP-CSS-05"} and window is not Window.IN_MONTH:
                continue
            assert (one.number, one.met, one.not_met, one.share) == (
                other.number,
                other.met,
                other.not_met,
                other.share,
            )
            compared += one.counted
        assert compared


@every_programme
def test_every_number_can_be_opened_to_the_cases_behind_it(programme_id: str) -> None:
    people = some_of(programme_id)
    everyone = {case.participant.participant_id for case in people}
    card = over(programme_id, *people)
    assert card.cases == len(people) == len(everyone)
    for line in of_cases(card):
        behind = {status: line.cases_that(status) for status in Status}
        assert {status: len(behind[status]) for status in Status} == {
            status: getattr(line, status.value) for status in Status
        }
        applicable = {name for status, names in behind.items() if status != "not_applicable" for name in names}
        assert applicable | set(behind[Status.NOT_APPLICABLE]) == everyone
        assert applicable.isdisjoint(behind[Status.NOT_APPLICABLE])


@every_programme
def test_the_order_of_cases_changes_no_number(programme_id: str) -> None:
    people = some_of(programme_id)
    one, other = over(programme_id, *people), over(programme_id, *reversed(people))
    for line, turned in zip(one.lines, other.lines, strict=True):
        assert line.months == turned.months
        assert set(line.missing) == set(turned.missing)
        assert all(sorted(line.cases_that(status)) == sorted(turned.cases_that(status)) for status in Status)


@every_programme
def test_parts_add_up_to_the_whole(programme_id: str) -> None:
    people = some_of(programme_id)
    whole, parts = over(programme_id, *people), [over(programme_id, *people[part::2]) for part in (0, 1)]
    for line in of_cases(whole):
        halves = [part.line(line.number) for part in parts]
        for status in Status:
            assert getattr(line, status.value) == sum(getattr(half, status.value) for half in halves)


@every_programme
def test_a_case_in_which_nothing_happened_applies_to_nothing(programme_id: str) -> None:
    people = some_of(programme_id)[:40]
    nobody = Case.model_validate({"programme": programme_id, "participant": {"participant_id": "nobody"}})
    without, beside = over(programme_id, *people), over(programme_id, *people, nobody)
    for line, more in zip(of_cases(without), of_cases(beside), strict=True):
        assert line.months == more.months
        assert more.cases_that("not_applicable")[-1] == "nobody"
        assert more.not_applicable == line.not_applicable + 1


@every_programme
def test_a_month_once_over_and_entered_stays_as_it_is(programme_id: str) -> None:
    """Long after, no case of a month is not yet due, and a later day changes none of its decided numbers."""
    cards = monthly(programme_id)
    month = list(cards)[6]
    much_later = scorecard(some_of(programme_id), programme=programme_id, period=month, as_of=date(2024, 6, 30))
    for line, later in zip(cards[month].lines, much_later.lines, strict=True):
        assert line.not_yet_due == 0
        assert line.months == later.months


def test_cases_are_read_once_one_at_a_time_and_not_kept() -> None:
    alive: list[weakref.ref[Case]] = []
    at_once: list[int] = []

    def stream() -> Iterator[Case]:
        for case in portfolio("whp-jets", people=20):
            alive.append(weakref.ref(case))
            gc.collect()
            at_once.append(sum(one() is not None for one in alive))
            yield case

    card = scorecard(stream(), programme="whp-jets", period="2021-06", as_of=date(2021, 7, 31))
    assert card.cases == len(alive) == 20
    assert max(at_once) <= 2
