"""Earners in a month against the prediction (IPES 4.5)."""

import json
from datetime import date

import pytest

from dwp_rules import Case, indicators, programme
from dwp_rules.facts import Contract, MonthlyResult
from tests.portfolio.slow import Events, nth_day
from tests.portfolio.slow_outcomes import EARNINGS, ipes_end, jobs_that_count
from tests.portfolios import people_of

AS_OF = date(2023, 12, 1)


def predicting(number: int) -> Contract:
    target = {"starts_on": "2020-01-01", "measure": "IPES-PERF-04", "percent": number}
    return Contract.model_validate({"target_percent": [target]})


@pytest.mark.parametrize(("actual", "met", "shortfall"), [(14, True, 0), (15, True, 0), (9, False, 5)])
def test_as_many_as_predicted(actual: int, met: bool, shortfall: int) -> None:
    tally = MonthlyResult(month="2020-03", measure="IPES-PERF-04", met=actual, total=60)
    [made] = indicators(programme="ipes", period="2020-03", as_of=AS_OF, tallies=[tally], contract=predicting(14))
    assert (made.actual, made.predicted, made.met, made.shortfall) == (actual, 14, met, shortfall)
    assert made.finding.code == ("prediction_met" if met else "prediction_missed")
    assert (made.finding.rule.id, made.finding.value) == ("IPES-PERF-04", actual)


def test_without_a_prediction_nothing_is_judged_and_the_parameter_is_named() -> None:
    [made] = indicators(programme="ipes", period="2020-03", as_of=AS_OF)
    assert (made.actual, made.met, made.shortfall, made.finding.missing) == (0, None, None, ("predicted_earners",))
    ipes = programme("ipes").with_parameters(predicted_earners=2)
    [judged] = indicators(programme=ipes, period="2020-03", as_of=AS_OF)
    assert (judged.met, judged.shortfall) == (False, 2)


def test_tallies_of_other_months_and_measures_are_left_out() -> None:
    tallies = [
        MonthlyResult(month="2020-02", measure="IPES-PERF-04", met=9, total=60),
        MonthlyResult(month="2020-04", measure="IPES-PERF-04", met=9, total=60),
        MonthlyResult(month="2020-03", measure="CSS1", met=9, total=60),
    ]
    [made] = indicators(programme="ipes", period="2020-03", as_of=AS_OF, tallies=tallies, contract=predicting(1))
    assert made.actual == 0


def test_only_pay_above_zero_from_work_that_counts_in_that_month() -> None:
    start = date(2020, 2, 3)

    def earner(number: int, *payments: tuple[str, str, str]) -> Case:
        job = {"kind": "work_started", "on": "2020-02-10", "work_id": "J", "work": "employed"}
        if number == 5:
            job["employer"] = "prime"
        paid = [
            {"kind": "earnings_payment", "on": on, "amount": amount, "payment": sort, "work_id": "J"}
            for on, amount, sort in payments
        ]
        events = [{"kind": "start", "on": start}, job, *paid]
        participant = {"participant_id": f"P-{number}"}
        return Case.model_validate({"programme": "ipes", "participant": participant, "events": events})

    cases = [
        earner(1, ("2020-03-01", "0.01", "wages")),
        earner(2, ("2020-03-31", "10.00", "holiday_pay")),
        earner(3, ("2020-02-29", "10.00", "wages"), ("2020-04-01", "10.00", "wages")),
        earner(4, ("2020-03-15", "-5.00", "correction"), ("2020-03-15", "10.00", "tax_refund")),
        earner(6, ("2020-03-15", "0.00", "wages")),
        earner(5, ("2020-03-15", "900.00", "wages")),
    ]
    [made] = indicators(cases, programme="ipes", period="2020-03", as_of=AS_OF)
    assert made.cases_that("counted") == ("P-1", "P-2")
    with pytest.raises(ValueError, match="ask for counted"):
        made.cases_that("met")


@pytest.mark.parametrize("period", ["2020-02", "2020-09", "2021-12"])
def test_the_portfolio_equals_a_slow_count(period: str) -> None:
    expected = []
    for case in people_of("ipes"):
        events = Events(case, AS_OF)
        if events.start is None:
            continue
        last = ipes_end(events, events.start) or nth_day(events.start, 639)
        jobs = jobs_that_count(events, events.start)
        if any(
            pay.work_id in jobs
            and pay.payment in EARNINGS
            and pay.amount > 0
            and pay.on.isoformat().startswith(period)
            and events.start <= pay.on <= last
            for pay in events.of("earnings_payment")
        ):
            expected.append(case.participant.participant_id)
    [made] = indicators(people_of("ipes"), programme="ipes", period=period, as_of=AS_OF, contract=predicting(50))
    assert made.cases_that("counted") == tuple(sorted(expected))
    assert made.met is (len(expected) >= 50)


def test_an_indicator_explains_itself_and_gives_json() -> None:
    tally = MonthlyResult(month="2020-03", measure="IPES-PERF-04", met=9, total=60)
    [made] = indicators(programme="ipes", period="2020-03", as_of=AS_OF, tallies=[tally], contract=predicting(14))
    assert "9 in 2020-03; 14 were predicted, 5 too few [IPES-PERF-04:" in made.explain()
    assert json.loads(made.to_json())["shortfall"] == 5


def test_other_programmes_count_nothing_and_strangers_are_refused() -> None:
    assert indicators(people_of("whp-jets")[:3], programme="whp-jets", period="2021-03", as_of=AS_OF) == ()
    with pytest.raises(ValueError, match="a case belongs to whp-jets"):
        indicators(people_of("whp-jets")[:1], programme="ipes", period="2021-03", as_of=AS_OF)
