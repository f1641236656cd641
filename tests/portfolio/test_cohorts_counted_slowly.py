"""Cohorts over the portfolios of a thousand people equal a slow, independent count, the people behind them included."""

from collections.abc import Callable
from datetime import date

import pytest

from dwp_rules import cohorts
from tests.portfolio.slow import Events
from tests.portfolio.slow_outcomes import Standing, of_ipes, of_jets
from tests.portfolios import people_of

ACHIEVED, NOT_ACHIEVED, UNDETERMINED = "achieved", "not_achieved", "undetermined"
WORDS = {True: ACHIEVED, False: NOT_ACHIEVED, None: UNDETERMINED}

Slow = Callable[[Events], bool | None]

RATES: dict[str, dict[str, Slow]] = {
    "whp-jets": {
        "total": lambda events: of_jets(events).either,
        "employed": lambda events: of_jets(events).employed,
        "self_employed": lambda events: of_jets(events).self_employed,
    },
    "ipes": {
        "lower": lambda events: of_ipes(events, "lower").either,
        "higher": lambda events: of_ipes(events, "higher").either,
    },
}
DAYS = {
    "whp-jets": (date(2021, 3, 31), date(2021, 11, 24), date(2022, 6, 1), date(2023, 12, 1)),
    "ipes": (date(2020, 12, 31), date(2021, 9, 30), date(2022, 2, 28), date(2023, 12, 1)),
}


def slow_cohorts(programme_id: str, as_of: date) -> dict[str, dict[str, dict[str, list[str]]]]:
    """By month, by rate, by how they stand: the people who started."""
    months: dict[str, dict[str, dict[str, list[str]]]] = {}
    for case in people_of(programme_id):
        events = Events(case, as_of)
        if events.start is None:
            continue
        month = months.setdefault(events.start.isoformat()[:7], {})
        for name, slow in RATES[programme_id].items():
            standing = WORDS[slow(events)]
            month.setdefault(name, {}).setdefault(standing, []).append(case.participant.participant_id)
    return months


@pytest.mark.parametrize(
    ("programme_id", "as_of"), [(programme_id, day) for programme_id in RATES for day in DAYS[programme_id]]
)
def test_every_rate_of_every_cohort_equals_the_slow_count(programme_id: str, as_of: date) -> None:
    expected = slow_cohorts(programme_id, as_of)
    counted = {
        str(cohort.month): {
            rate.name: {word: sorted(cohort.rate(rate.name).cases_that(word)) for word in WORDS.values()}
            for rate in cohort.rates
        }
        for cohort in cohorts(people_of(programme_id), programme=programme_id, as_of=as_of)
        if cohort.starts
    }
    slow = {
        month: {name: {word: sorted(people.get(word, [])) for word in WORDS.values()} for name, people in rates.items()}
        for month, rates in expected.items()
    }
    assert counted == slow


def test_the_slow_count_sees_every_way_of_standing() -> None:
    """Nothing would be shown by an equality of nothing: all three ways occur, and both kinds of outcome."""
    standings: set[Standing] = {of_jets(Events(case, date(2022, 6, 1))) for case in people_of("whp-jets")}
    assert {standing.either for standing in standings} == {True, False, None}
    assert {standing.employed for standing in standings} >= {True, False}
    assert {standing.self_employed for standing in standings} == {True, False, None}
