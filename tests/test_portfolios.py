"""The made-up portfolios of examples/: the same seed tells the same people, and life in them is as messy as it is."""

from collections import Counter

import pytest

from dwp_rules.facts import Referral, Start
from examples.portfolios import PLANS, portfolio
from tests.portfolios import PROGRAMMES, people_of


@pytest.mark.parametrize("programme_id", PROGRAMMES)
def test_a_seed_tells_the_same_people_and_any_of_them_alone(programme_id):
    told = [case.model_dump_json() for case in portfolio(programme_id, people=20)]
    assert told == [case.model_dump_json() for case in portfolio(programme_id, people=20)]
    assert told[12] == next(portfolio(programme_id, first=13)).model_dump_json()
    other = [case.model_dump_json() for case in portfolio(programme_id, people=20, seed=2)]
    assert not set(told) & set(other)


@pytest.mark.parametrize("programme_id", PROGRAMMES)
def test_a_thousand_people_over_eighteen_months(programme_id):
    plan, ids, months = PLANS[programme_id], set(), Counter()
    started = 0
    for case in people_of(programme_id):
        [referral] = case.events_of(Referral)
        assert plan.first <= referral.on <= plan.last
        assert not plan.closed[0] <= referral.on <= plan.closed[1]
        assert case.programme == programme_id
        ids.add(case.participant.participant_id)
        months[referral.on.year, referral.on.month] += 1
        started += len(case.events_of(Start))
    assert len(ids) == 1000
    assert 14 <= len(months) <= 19
    assert 600 < started < 950


@pytest.mark.parametrize("programme_id", PROGRAMMES)
def test_life_is_messy(programme_id):
    """Referrals on the last day of a month and beside bank holidays, entries without a day, people who never come."""
    plan = PLANS[programme_id]
    month_ends, beside_holidays, unknown_entries, without_a_start = 0, 0, 0, 0
    for case in people_of(programme_id):
        [referral], starts = case.events_of(Referral), case.events_of(Start)
        following = plan.calendar.add(referral.on, 1)
        month_ends += following.month != referral.on.month
        beside_holidays += bool(plan.calendar.holidays_between(referral.on, following))
        unknown_entries += bool(starts) and starts[0].recorded_on is None
        without_a_start += not starts
    assert min(month_ends, beside_holidays, unknown_entries, without_a_start) >= 5


def test_a_portfolio_without_people_is_empty():
    assert list(portfolio("ipes", people=0)) == []


def test_an_unknown_programme_is_refused_at_once():
    with pytest.raises(KeyError, match="restart"):
        portfolio("restart")
