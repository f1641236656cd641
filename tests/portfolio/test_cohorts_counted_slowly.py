"""Cohorts over the portfolios of a thousand people equal a slow, independent count, the people behind them included."""

from collections.abc import Callable
from datetime import date

import pytest

from dwp_rules import cohorts
from tests.portfolio.slow import Events
from tests.portfolio.slow_outcomes import Standing, of_core, of_ipes, of_jets
from tests.portfolios import people_of

WORDS = {True: "achieved", False: "not_achieved", None: "undetermined"}
STANDINGS = (*WORDS.values(), "unplaced")

Slow = Callable[[Events], str | None]
"""How a start stands to a rate; None: it is not one of those measured."""


def of_group(group: str) -> Slow:
    """The rate of a customer group of WHP Core; a start whose group is not known may be in any."""

    def slow(events: Events) -> str | None:
        known = events.participant.customer_group
        if known is None:
            return "unplaced"
        return WORDS[of_core(events).either] if known == group else None

    return slow


def of_area(events: Events) -> str | None:
    """The rate of the Devolution Deal Area of WHP Core: by where the person lives on the Start Date."""
    homes = events.participant.residence
    if homes is None:
        return "unplaced"
    there = [
        home for home in homes if home.starts_on <= events.start and (home.ends_on or events.start) >= events.start
    ]
    return WORDS[of_core(events).either] if any(home.dda for home in there) else None


RATES: dict[str, dict[str, Slow]] = {
    "whp-jets": {
        "total": lambda events: WORDS[of_jets(events).either],
        "employed": lambda events: WORDS[of_jets(events).employed],
        "self_employed": lambda events: WORDS[of_jets(events).self_employed],
    },
    "whp-core": {
        "headline": lambda events: WORDS[of_core(events).either],
        **{group: of_group(group) for group in ("disability", "early_access", "long_term_unemployed")},
        "dda": of_area,
    },
    "ipes": {
        "lower": lambda events: WORDS[of_ipes(events, "lower").either],
        "higher": lambda events: WORDS[of_ipes(events, "higher").either],
    },
}
DAYS = {
    "whp-jets": (date(2021, 3, 31), date(2021, 11, 24), date(2022, 6, 1), date(2023, 12, 1)),
    "whp-core": (date(2021, 1, 31), date(2021, 12, 31), date(2022, 6, 1), date(2023, 12, 1)),
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
            standing = slow(events)
            if standing is not None:
                month.setdefault(name, {}).setdefault(standing, []).append(case.participant.participant_id)
    return months


@pytest.mark.parametrize(
    ("programme_id", "as_of"),
    [
        pytest.param(programme_id, day, marks=[pytest.mark.deep] if place in {0, 3} else [])
        for programme_id in RATES
        for place, day in enumerate(DAYS[programme_id])
    ],
)
def test_every_rate_of_every_cohort_equals_the_slow_count(programme_id: str, as_of: date) -> None:
    expected = slow_cohorts(programme_id, as_of)
    counted = {
        str(cohort.month): {
            rate.name: {word: sorted(cohort.rate(rate.name).cases_that(word)) for word in STANDINGS}
            for rate in cohort.rates
        }
        for cohort in cohorts(people_of(programme_id), programme=programme_id, as_of=as_of)
        if cohort.starts
    }
    slow = {
        month: {
            name: {word: sorted(rates.get(name, {}).get(word, [])) for word in STANDINGS}
            for name in RATES[programme_id]
        }
        for month, rates in expected.items()
    }
    assert counted == slow


def test_the_slow_count_sees_every_way_of_standing() -> None:
    """Nothing would be shown by an equality of nothing: all three ways occur, and both kinds of outcome."""
    standings: set[Standing] = {of_jets(Events(case, date(2022, 6, 1))) for case in people_of("whp-jets")}
    assert {standing.either for standing in standings} == {True, False, None}
    assert {standing.employed for standing in standings} >= {True, False}
    assert {standing.self_employed for standing in standings} == {True, False, None}
