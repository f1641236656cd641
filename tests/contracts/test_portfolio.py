"""A provider's thousand made-up participants: every credit is mended by mending just the cases that it names."""

from datetime import date
from functools import cache
from typing import cast

import pytest

from dwp_rules import Case, ContractAssessment, assess_contract, scorecard
from dwp_rules.facts import Meeting, Referral, ReferralCancelled, Start
from dwp_rules.rules import Finding
from examples.portfolios import PLANS
from tests.portfolios import people_of

AS_OF = date(2022, 6, 30)
MONEY = {"total_contract_value": 12_000_000, "start_up_share": 5, "referral_ends_on": date(2022, 6, 30)}
CONTRACT = PLANS["jfs"].contract.model_copy(update=MONEY)


@cache
def as_it_is() -> ContractAssessment:
    return assess_contract(CONTRACT, people_of("jfs"), as_of=AS_OF)


def costs(found: ContractAssessment, standard: str, month: str) -> list[Finding]:
    return [
        finding
        for finding in found.findings
        if "fewest" in finding.facts and (finding.facts["standard"], finding.facts["month"]) == (standard, month)
    ]


def mended(case: Case) -> Case:
    """The same person, met and started on the day of the referral, and entered at once."""
    on = case.events_of(Referral)[0].on
    kept = tuple(event for event in case.events if not isinstance(event, Meeting | Start | ReferralCancelled))
    met = (Meeting(on=on, type="initial", attended=True), Start(on=on, recorded_on=on))
    return case.model_copy(update={"events": (*kept, *met)})


@pytest.mark.parametrize(("standard", "month"), [("CSS 1", "2021-02"), ("CSS 2", "2021-05")])
def test_mending_the_cases_that_a_credit_names_takes_it_away_and_one_fewer_does_not(standard: str, month: str) -> None:
    (cost,) = costs(as_it_is(), standard, month)
    mend = cast("tuple[str, ...]", cost.facts["mend"])
    assert set(mend) <= set(cast("tuple[str, ...]", cost.facts["failed"]))
    for named, gone in ((mend, True), (mend[1:], False)):
        people = (mended(c) if c.participant.participant_id in named else c for c in people_of("jfs"))
        again = costs(assess_contract(CONTRACT, people, as_of=AS_OF), standard, month)
        assert (not again) is gone


@pytest.mark.parametrize(("standard", "rule"), [("CSS 1", "JFS-RAG-01"), ("CSS 2", "JFS-RAG-02")])
def test_the_cases_of_a_month_are_those_of_its_scorecard(standard: str, rule: str) -> None:
    rated = {f.facts["month"]: f for f in as_it_is().findings if f.rule.id == rule and "month" in f.facts}
    for month in ("2021-02", "2022-03"):
        line = scorecard(people_of("jfs"), programme="jfs", period=month, as_of=AS_OF).line(standard)
        assert (rated[month].facts["met"], rated[month].facts["total"]) == (line.met, line.counted)
        cost = costs(as_it_is(), standard, month)
        assert all(finding.facts["failed"] == line.cases_that("not_met") for finding in cost)


def test_months_in_which_nobody_was_referred_have_nothing_to_measure_and_earn_no_fee() -> None:
    found = as_it_is()
    for month in ("2021-10", "2021-11"):
        (rated,) = [f for f in found.findings if f.rule.id == "JFS-RAG-01" and f.facts.get("month") == month]
        assert rated.code == "not_measured"
        assert found.amount("fee_before_credits", month) == 0
        assert found.amount("service_credit", month) == 0
