"""Scorecards over the portfolios equal a slow, independent count for every standard, with the people behind each."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from dwp_rules import scorecard
from dwp_rules.calendar import Month
from dwp_rules.facts import Contract
from examples.portfolios import PLANS
from tests.portfolio.slow import Events, is_working_day
from tests.portfolio.slow_chapter_16 import CORE, JETS, backlog
from tests.portfolio.slow_ipes import IPES
from tests.portfolio.slow_jfs import JFS
from tests.portfolio.slow_standards import MET, NOT_MET, NOT_YET_DUE, UNDETERMINED, Judged, Slow, judged, stands
from tests.portfolios import people_of

STANDINGS = (MET, NOT_MET, NOT_YET_DUE, UNDETERMINED)
SLOW: dict[str, dict[str, Slow]] = {"whp-jets": JETS, "whp-core": CORE, "ipes": IPES, "jfs": JFS}
BACKLOG = {"whp-jets": "CSS2", "whp-core": "CSS4"}
RETURNS = {
    "whp-jets": {"CSS13": "participant_insight", "CSS14": "month_end"},
    "whp-core": {"CSS15": "participant_insight", "CSS16": "month_end"},
}
"""Templates on the contract's months, by the number of their standard."""
TALLIED_ONLY = {"outcomes"}
"""Lines that are only ever given as tallies."""

ASKED = [
    ("whp-jets", "2021-03", "in_month", date(2021, 4, 10)),
    ("whp-jets", "2022-03", "cumulative", date(2022, 4, 8)),
    ("whp-core", "2020-12", "in_month", date(2021, 1, 10)),
    ("whp-core", "2021-05", "cumulative", date(2021, 5, 20)),
    ("ipes", "2021-04", "rolling_12", date(2021, 5, 4)),
    ("ipes", "2022-12", "cumulative", date(2023, 1, 10)),
    ("jfs", "2021-03", "in_month", date(2021, 4, 6)),
    ("jfs", "2022-05", "cumulative", date(2022, 6, 1)),
]
ASKED_TOO = [
    ("whp-jets", "2020-12", "in_month", date(2022, 6, 1)),
    ("whp-jets", "2021-12", "rolling_3", date(2021, 12, 20)),
    ("whp-core", "2020-06", "rolling_12", date(2022, 6, 1)),
    ("ipes", "2020-03", "in_month", date(2020, 4, 9)),
    ("jfs", "2021-06", "rolling_3", date(2021, 12, 31)),
    *((name, "2021-01", "in_month", date(2021, 1, day)) for name in SLOW for day in (4, 15, 29, 31)),
    *((name, "2021-04", "in_month", date(2021, month, 1)) for name in SLOW for month in (5, 6, 7)),
]
"""More of them, for the long run."""


def months_of(first: date, last: date) -> set[str]:
    return {str(month) for month in Month.of(first).to(Month.of(last))}


def slow_card(programme_id: str, first: date, last: date, as_of: date) -> dict[str, dict[str, list[str]]]:
    """By standard, by how they stand: the people, once for each month in which they are counted."""
    months = months_of(first, last)
    card: dict[str, dict[str, list[str]]] = {}
    for case in people_of(programme_id):
        events = Events(case, as_of)
        for number, found in standings(programme_id, events, min(as_of, last)):
            for one in found:
                if one.month is None or one.month in months:
                    standing = one.standing if one.month is not None else UNDETERMINED
                    line = card.setdefault(number, {})
                    line.setdefault(standing, []).append(case.participant.participant_id)
    return card


def slow_returns(contract: Contract, what: str, first: date, last: date, as_of: date) -> dict[str, list[str]]:
    """By how they stand: the months whose template falls due, by the 15th of the next or the next working day."""
    found: dict[str, list[str]] = {}
    day_one = contract.service_start_on
    for month in Month.of(day_one).to(Month.of(last)):
        due = month.plus(1).first + timedelta(days=14)
        while not is_working_day(due):
            due += timedelta(days=1)
        if first <= due <= last:
            sent = [e.on for e in contract.events if (e.what, e.report_month) == (what, month) and e.on <= as_of]
            found.setdefault(stands(due, min(sent, default=None), as_of).standing, []).append(str(month))
    return found


def standings(programme_id: str, events: Events, at_end: date) -> Iterator[tuple[str, list[Judged]]]:
    for number, slow in SLOW[programme_id].items():
        yield number, judged(slow, events)
    if programme_id in BACKLOG:
        yield BACKLOG[programme_id], backlog(events, at_end)


@pytest.mark.parametrize(
    ("programme_id", "period", "window", "as_of"),
    [*ASKED, *(pytest.param(*asked, marks=pytest.mark.deep) for asked in ASKED_TOO)],
)
def test_every_line_equals_the_slow_count(programme_id: str, period: str, window: str, as_of: date) -> None:
    people = people_of(programme_id)
    contract = PLANS[programme_id].contract
    card = scorecard(people, programme=programme_id, period=period, window=window, as_of=as_of, contract=contract)
    expected = slow_card(programme_id, card.first, card.last, as_of)
    returns = RETURNS.get(programme_id, {})
    for number, what in returns.items():
        expected[number] = slow_returns(contract, what, card.first, card.last, as_of)
    measured = [line for line in card.lines if line.number not in TALLIED_ONLY]
    assert {line.number for line in measured} == {*SLOW[programme_id], *returns, BACKLOG.get(programme_id)} - {None}
    for line in measured:
        slow = expected.get(line.number, {})
        counted = {standing: sorted(line.cases_that(standing)) for standing in STANDINGS}
        assert counted == {standing: sorted(slow.get(standing, [])) for standing in STANDINGS}, line.number
        assert [getattr(line, standing) for standing in STANDINGS] == [len(counted[one]) for one in STANDINGS]


def test_each_standing_of_each_standard_occurs() -> None:
    """An equality of nothing would show nothing."""
    for programme_id, standards in SLOW.items():
        card = slow_card(programme_id, date(2011, 1, 1), date(2024, 12, 31), PLANS[programme_id].last + timedelta(20))
        for number in standards:
            assert card[number].keys() >= {MET, NOT_MET}, (programme_id, number)
