"""Cohorts: months, rates, levels, maturity. Expected values are worked out by hand from the paragraphs named."""

import json
import pickle
from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules import Case, Cohort, cohorts, programme
from dwp_rules.calendar import Month
from dwp_rules.facts import CohortResult, Contract
from dwp_rules.portfolio.cohort_counts import UNPLACED, Standing
from dwp_rules.portfolio.cohort_making import reaches
from dwp_rules.rules import Verdict
from tests.portfolios import people_of

LONG_AFTER = date(2024, 1, 1)


def tally(month: str, starts: int, achieved: int = 0, **fields: Any) -> CohortResult:
    return CohortResult.model_validate(
        {"month": month, "starts": starts, "outcomes": [{"achieved": achieved}]} | fields
    )


def one(*tallies: CohortResult, as_of: date = LONG_AFTER, programme_id: str = "whp-jets", **options: Any) -> Cohort:
    [cohort] = cohorts(programme=programme_id, as_of=as_of, tallies=tallies, **options)
    return cohort


def started(number: int, on: date, *events: dict[str, object]) -> Case:
    return Case.model_validate(
        {
            "programme": "whp-jets",
            "participant": {"participant_id": f"P-{number}", "benefits": []},
            "events": [{"kind": "start", "on": on, "recorded_on": on}, *events],
        }
    )


def paid(on: date, amount: str, *, began: date) -> list[dict[str, object]]:
    job = {"kind": "work_started", "on": began, "work_id": "J1", "work": "employed"}
    return [job, {"kind": "earnings_payment", "on": on, "amount": amount, "work_id": "J1"}]


# ── which month ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_start_belongs_to_the_month_of_its_date_not_of_its_entry() -> None:
    """JETS 3.4: 30 November, entered on 1 December."""
    case = Case.model_validate(
        {
            "programme": "whp-jets",
            "participant": {"participant_id": "P"},
            "events": [{"kind": "start", "on": "2020-11-30", "recorded_on": "2020-12-01"}],
        }
    )
    [cohort] = cohorts([case], programme="whp-jets", as_of=LONG_AFTER)
    assert cohort.month == Month(2020, 11)


def test_the_last_and_the_first_day_of_a_month_are_two_cohorts() -> None:
    """IPES 4.6, in a leap year."""
    cases = [
        Case.model_validate(
            {"programme": "ipes", "participant": {"participant_id": day}, "events": [{"kind": "start", "on": day}]}
        )
        for day in ("2020-02-29", "2020-03-01")
    ]
    assert [(str(c.month), c.starts) for c in cohorts(cases, programme="ipes", as_of=LONG_AFTER)] == [
        ("2020-02", 1),
        ("2020-03", 1),
    ]


def test_months_without_starts_in_between_are_cohorts_with_nothing_to_measure() -> None:
    made = cohorts(programme="whp-jets", as_of=LONG_AFTER, tallies=[tally("2020-11", 3), tally("2021-02", 5)])
    assert [(str(cohort.month), cohort.starts) for cohort in made] == [
        ("2020-11", 3),
        ("2020-12", 0),
        ("2021-01", 0),
        ("2021-02", 5),
    ]
    empty = made[1]
    assert (empty.conversion, empty.shown, empty.met) == (None, None, None)
    assert empty.findings[0].code == "nothing_to_measure"
    assert (empty.last_start_on, empty.last_outcome_on, empty.last_claim_on) == (None, None, None)


def test_nobody_at_all_is_no_cohort() -> None:
    assert cohorts(programme="whp-jets", as_of=LONG_AFTER) == ()


def test_a_tally_of_no_starts_is_a_month_with_nothing_to_measure() -> None:
    cohort = one(tally("2020-11", 0))
    assert (cohort.starts, cohort.met, cohort.findings[0].verdict) == (0, None, Verdict.UNDETERMINED)


def test_what_lies_after_the_day_is_not_seen() -> None:
    start = date(2021, 3, 1)
    case = started(1, start, *paid(date(2021, 4, 30), "1000.00", began=date(2021, 3, 8)))
    assert cohorts([case], programme="whp-jets", as_of=date(2021, 2, 28)) == ()
    [before] = cohorts([case], programme="whp-jets", as_of=date(2021, 4, 29))
    [on_the_day] = cohorts([case], programme="whp-jets", as_of=date(2021, 4, 30))
    assert (before.achieved(), on_the_day.achieved()) == (0, 1)
    assert cohorts(programme="whp-jets", as_of=date(2021, 2, 28), tallies=[tally("2021-03", 5)]) == ()


# ── the 22% of JETS (chapter 16, 36) ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("starts", "achieved", "shown", "met"),
    [(100, 22, "22.00", True), (91, 20, "21.98", False), (50, 11, "22.00", True), (10000, 2199, "21.99", False)],
)
def test_22_percent_is_compared_unrounded(starts: int, achieved: int, shown: str, met: bool) -> None:
    cohort = one(tally("2020-11", starts, achieved))
    assert (cohort.conversion, cohort.shown, cohort.met) == (Fraction(achieved, starts), Decimal(shown), met)
    [finding] = [finding for finding in cohort.findings if finding.rule.id == "JETS-PERF-02"]
    assert finding.code == ("level_reached" if met else "level_missed")
    assert finding.value == Decimal(shown)


def test_a_share_just_below_is_not_reached_though_it_is_shown_as_reached() -> None:
    """2,199,999 of 10,000,000 would show as 22.00%; the largest tally is a million: 219,999 of 1,000,000."""
    cohort = one(tally("2020-11", 1_000_000, 219_999))
    assert (cohort.shown, cohort.met) == (Decimal("22.00"), False)


def test_both_kinds_count_and_the_employed_rate_stands_beside() -> None:
    """JETS-PERF-05: 40 employed and 6 self-employed of 200 are 23% and 20%."""
    kinds = [{"kind": "employed", "achieved": 40}, {"kind": "self_employed", "achieved": 6}]
    cohort = one(tally("2020-11", 200, outcomes=kinds))
    assert (cohort.shown, cohort.met) == (Decimal("23.00"), True)
    assert cohort.rate("employed").shown == Decimal("20.00")
    [counted] = [finding for finding in cohort.findings if finding.rule.id == "JETS-PERF-05"]
    assert dict(counted.facts) == {
        "employed": 40,
        "self_employed": 6,
        "total_percent": Decimal("23.00"),
        "employed_percent": Decimal("20.00"),
    }


def test_a_tally_of_either_kind_says_nothing_of_one_kind() -> None:
    cohort = one(tally("2020-11", 200, 44))
    assert (cohort.achieved(), cohort.achieved(kind="employed")) == (44, None)
    assert cohort.rate("employed").undetermined == 44
    [counted] = [finding for finding in cohort.findings if finding.rule.id == "JETS-PERF-05"]
    assert counted.missing == ("outcomes.kind",)


def test_one_kind_follows_from_the_other_and_from_both() -> None:
    either_and_one = [{"achieved": 46}, {"kind": "self_employed", "achieved": 6}]
    cohort = one(tally("2020-11", 200, outcomes=either_and_one))
    assert cohort.achieved(kind="employed") == 40


def test_another_level_can_be_given() -> None:
    strict = programme("whp-jets").with_parameters(tmpl_percent="22.5")
    [cohort] = cohorts(programme=strict, as_of=LONG_AFTER, tallies=[tally("2020-11", 100, 22)])
    assert (cohort.target, cohort.met) == (Decimal("22.5"), False)


def test_an_outcome_that_may_not_be_credited_does_not_count() -> None:
    """3.19: nothing may be claimed or credited for someone whom the provider employs."""
    start, began = date(2021, 3, 1), date(2021, 3, 8)
    job = paid(date(2021, 4, 30), "1000.00", began=began)
    with_provider = {"kind": "work_started", "on": began, "work_id": "J2", "work": "employed", "employer": "prime"}
    [cohort] = cohorts(
        [started(1, start, *job), started(2, start, *job, with_provider)], programme="whp-jets", as_of=LONG_AFTER
    )
    assert (cohort.starts, cohort.achieved()) == (2, 1)
    assert cohort.cases_that("achieved") == ("P-1",)
    assert cohort.cases_that("not_achieved") == ("P-2",)
    assert cohort.cases_that("started") == ("P-1", "P-2")


def trader(number: int, *events: dict[str, object], weeks: int = 8, evidenced: bool | None = True) -> Case:
    """Started on 2 November 2020, traded every Monday from 7 December: the eighth week ends on 31 January 2021."""
    first = date(2020, 12, 7)
    days = [first + timedelta(days=7 * week) for week in range(weeks)]
    trading = [{"kind": "self_employed_day", "on": day, "evidenced": evidenced} for day in days]
    return started(number, date(2020, 11, 2), *trading, *events)


def claim(on: str, channel: str = "prap") -> dict[str, object]:
    return {"kind": "outcome_claim", "on": on, "recorded_on": on, "channel": channel}


@pytest.mark.parametrize(
    ("claims", "as_of", "achieved"),
    [
        ([], date(2021, 6, 30), 0),
        ([claim("2021-03-01")], date(2021, 2, 28), 0),
        ([claim("2021-03-01")], date(2021, 3, 1), 1),
        ([claim("2021-01-30")], date(2021, 6, 30), 0),
        ([claim("2021-01-31")], date(2021, 6, 30), 1),
        ([claim("2021-08-27")], LONG_AFTER, 1),
        ([claim("2021-08-28")], LONG_AFTER, 0),
        ([claim("2021-03-01", "email")], date(2021, 6, 30), 0),
    ],
)
def test_a_self_employed_outcome_counts_once_it_is_claimed(
    claims: list[dict[str, object]], as_of: date, achieved: int
) -> None:
    """3.8: to achieve self-employment performance a claim is to be submitted through PRaP; day 299 is 27 August."""
    [cohort] = cohorts([trader(1, *claims)], programme="whp-jets", as_of=as_of)
    assert (cohort.achieved(), cohort.achieved(kind="self_employed")) == (achieved, achieved)


def test_an_unclaimed_outcome_takes_no_others_place() -> None:
    """3.4: one outcome for each participant; £1,000 on 31 March stands until the weeks of January are claimed."""
    earned = paid(date(2021, 3, 31), "1000.00", began=date(2021, 2, 1))
    as_of = date(2021, 6, 30)
    [unclaimed] = cohorts([trader(1, *earned)], programme="whp-jets", as_of=as_of)
    [claimed] = cohorts([trader(1, *earned, claim("2021-05-03"))], programme="whp-jets", as_of=as_of)
    kinds = ("employed", "self_employed", None)
    assert [unclaimed.achieved(kind=kind) for kind in kinds] == [1, 0, 1]
    assert [claimed.achieved(kind=kind) for kind in kinds] == [0, 1, 1]


def test_one_of_two_outcomes_counts_though_it_is_not_known_which() -> None:
    """Whether the weeks of January are evidenced decides whether they or the £1,000 of March count."""
    earned = paid(date(2021, 3, 31), "1000.00", began=date(2021, 2, 1))
    case = trader(1, *earned, claim("2021-05-03"), evidenced=None)
    [cohort] = cohorts([case], programme="whp-jets", as_of=date(2021, 6, 30))
    assert (cohort.rate("total").achieved, cohort.rate("total").undetermined) == (1, 0)
    assert (cohort.rate("employed").undetermined, cohort.rate("self_employed").undetermined) == (1, 1)


def test_whoever_the_provider_employs_is_not_open_whatever_is_not_known() -> None:
    with_provider = {"kind": "work_started", "on": "2021-04-05", "work": "employed", "employer": "prime"}
    case = trader(1, claim("2021-05-03"), with_provider)
    unknown = case.model_copy(update={"participant": case.participant.model_copy(update={"benefits": None})})
    [cohort] = cohorts([unknown], programme="whp-jets", as_of=date(2021, 6, 30))
    assert cohort.cases_that("not_achieved") == ("P-1",)


def test_whoever_the_provider_employs_is_not_open_where_the_threshold_is_not_known() -> None:
    job = {"kind": "work_started", "on": "2020-03-02", "work_id": "J", "work": "employed", "employer": "prime"}
    pay = {"kind": "earnings_payment", "on": "2020-06-30", "amount": "3000.00", "work_id": "K"}
    case = Case.model_validate(
        {
            "programme": "whp-core",
            "participant": {"participant_id": "P-1"},
            "events": [{"kind": "start", "on": "2020-02-03"}, job, pay],
        }
    )
    [cohort] = cohorts([case], programme="whp-core", as_of=LONG_AFTER)
    assert cohort.cases_that("not_achieved") == ("P-1",)


def ipes_case(number: int, *events: dict[str, object]) -> Case:
    """Started on 3 February 2020 and traded every Monday from 2 March: 13 weeks are complete on 31 May."""
    days = [date(2020, 3, 2) + timedelta(days=7 * week) for week in range(13)]
    trading = [{"kind": "self_employed_day", "on": day, "evidenced": True} for day in days]
    return Case.model_validate(
        {
            "programme": "ipes",
            "participant": {"participant_id": f"P-{number}", "benefits": []},
            "events": [{"kind": "start", "on": "2020-02-03"}, *trading, *events],
        }
    )


def test_what_is_excluded_in_ipes_counts_for_no_performance() -> None:
    """4.25, 4.29: not self-employment whose evidence was not kept; other work of someone the provider employs does."""
    claimed = {"kind": "outcome_claim", "on": "2020-06-01", "recorded_on": "2020-06-01", "level": "lower"}
    engaged = {"kind": "work_started", "on": "2020-04-06", "work": "employed", "employer": "supply_chain"}
    cases = [
        ipes_case(1, claimed | {"evidence_held": True}),
        ipes_case(2, claimed | {"evidence_held": False}),
        ipes_case(3, claimed | {"evidence_held": True}, engaged),
    ]
    [cohort] = cohorts(cases, programme="ipes", as_of=LONG_AFTER)
    assert cohort.rate("lower").cases_that("achieved") == ("P-1", "P-3")
    assert cohort.rate("higher").cases_that("achieved") == ()


def test_the_contract_is_that_of_cases_that_hold_none() -> None:
    """WHP Core: the threshold stands in the provider's contract."""
    job = {"kind": "work_started", "on": "2020-03-02", "work_id": "J", "work": "employed"}
    pay = {"kind": "earnings_payment", "on": "2020-06-30", "amount": "3000.00", "work_id": "J"}
    case = Case.model_validate(
        {
            "programme": "whp-core",
            "participant": {"participant_id": "P-1"},
            "events": [{"kind": "start", "on": "2020-02-03"}, job, pay],
        }
    )
    contract = Contract.model_validate({"employed_threshold": "3000.00", "self_employed_weeks": 26})
    [without] = cohorts([case], programme="whp-core", as_of=LONG_AFTER)
    [under] = cohorts([case], programme="whp-core", as_of=LONG_AFTER, contract=contract)
    assert [(c.rates[0].achieved, c.rates[0].undetermined) for c in (without, under)] == [(0, 1), (1, 0)]


# ── maturity (JETS 3.8, 3.12; IPES 5.6, 5.25) ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("programme_id", "last_start", "outcome_on", "claim_on"),
    [
        ("whp-jets", date(2020, 10, 30), date(2021, 6, 24), date(2021, 8, 24)),
        ("whp-jets", date(2021, 2, 28), date(2021, 10, 23), date(2021, 12, 23)),
        ("ipes", date(2019, 12, 4), date(2021, 9, 2), date(2021, 11, 2)),
        ("ipes", date(2020, 2, 29), date(2021, 11, 28), date(2022, 1, 28)),
    ],
)
def test_a_cohort_matures_with_its_last_start(
    programme_id: str, last_start: date, outcome_on: date, claim_on: date
) -> None:
    result = tally(str(Month.of(last_start)), 9, last_start_on=last_start)
    cohort = one(result, programme_id=programme_id, as_of=claim_on)
    assert (cohort.last_outcome_on, cohort.last_claim_on) == (outcome_on, claim_on)
    assert not cohort.matured
    assert one(result, programme_id=programme_id, as_of=claim_on + timedelta(days=1)).matured


def test_a_cohort_is_in_progress_on_its_last_claim_day_and_final_the_day_after() -> None:
    result = tally("2020-10", 100, 21, last_start_on="2020-10-30")
    before, after = one(result, as_of=date(2021, 8, 24)), one(result, as_of=date(2021, 8, 25))
    assert [(c.met, c.in_progress, c.findings[0].code) for c in (before, after)] == [
        (False, True, "in_progress"),
        (False, False, "level_missed"),
    ]
    assert [c.findings[-1].code for c in (before, after)] == ["not_yet_final", "final"]
    assert after.findings[-1].value == date(2021, 8, 24)


def test_the_last_of_several_starts_decides() -> None:
    cases = [started(number, date(2020, 10, day)) for number, day in enumerate((30, 5, 12))]
    [cohort] = cohorts(cases, programme="whp-jets", as_of=LONG_AFTER)
    assert (cohort.last_start_on, cohort.last_outcome_on) == (date(2020, 10, 30), date(2021, 6, 24))


def test_while_the_month_runs_a_later_start_may_still_come() -> None:
    case = started(1, date(2020, 10, 5))
    [running] = cohorts([case], programme="whp-jets", as_of=date(2020, 10, 31))
    [over] = cohorts([case], programme="whp-jets", as_of=date(2020, 11, 1))
    assert (running.last_claim_on, over.last_claim_on) == (date(2021, 8, 25), date(2021, 7, 30))


def test_a_tally_that_does_not_say_when_the_last_start_was_takes_the_last_day_of_the_month() -> None:
    assert one(tally("2021-02", 9)).last_outcome_on == date(2021, 10, 23)


# ── levels that the documents leave to the contract (IPES 4.34) ──────────────────────────────────────────────────


def lower(starts: int, achieved: int) -> CohortResult:
    return tally("2020-03", starts, outcomes=[{"level": "lower", "achieved": achieved}])


def test_without_a_level_nothing_is_judged_and_the_parameter_is_named() -> None:
    cohort = one(lower(80, 16), programme_id="ipes")
    assert (cohort.shown, cohort.target, cohort.met) == (Decimal("20.00"), None, None)
    assert cohort.rate("lower").missing == ("lower_percent",)
    assert [(f.code, f.missing) for f in cohort.findings[:2]] == [
        ("facts_missing", ("lower_percent",)),
        ("facts_missing", ("higher_percent",)),
    ]


@pytest.mark.parametrize(("achieved", "met"), [(16, True), (15, False)])
def test_a_level_given_as_a_parameter_or_by_the_contract(achieved: int, met: bool) -> None:
    """IPES-PERF-02: 16 of 80 are 20%, 15 of 80 are 18.75%."""
    bid = {"starts_on": "2019-12-04", "measure": "IPES-PERF-02", "level": "lower", "percent": "20"}
    by_contract = Contract.model_validate({"target_percent": [bid]})
    by_name = Contract.model_validate({"target_percent": [bid | {"measure": "lower", "level": None}]})
    ipes = programme("ipes").with_parameters(lower_percent="20")
    for cohort in (
        one(lower(80, achieved), programme_id="ipes", contract=by_contract),
        one(lower(80, achieved), programme_id="ipes", contract=by_name),
        cohorts(programme=ipes, as_of=LONG_AFTER, tallies=[lower(80, achieved)])[0],
    ):
        assert (cohort.rate("lower").met, cohort.rate("higher").met) == (met, None)


def test_the_contract_wins_over_the_parameter_and_its_level_of_the_month_counts() -> None:
    rising = Contract.model_validate(
        {
            "target_percent": [
                {"starts_on": "2019-12-04", "measure": "lower", "percent": "20"},
                {"starts_on": "2020-03-31", "measure": "lower", "percent": "25"},
                {"starts_on": "2020-04-01", "measure": "lower", "percent": "30"},
                {"starts_on": "2020-01-01", "measure": "IPES-PERF-02", "level": "higher", "percent": "10"},
            ]
        }
    )
    ipes = programme("ipes").with_parameters(lower_percent=1)
    [cohort] = cohorts(programme=ipes, as_of=LONG_AFTER, tallies=[lower(80, 16)], contract=rising)
    assert (cohort.rate("lower").target, cohort.rate("higher").target) == (Decimal(25), Decimal(10))


# ── the five levels of WHP Core (chapter 16, 32) ─────────────────────────────────────────────────────────────────


CORE_LEVELS = Contract.model_validate(
    {
        "target_percent": [
            {"starts_on": "2018-01-29", "measure": "WHP-PERF-02", "percent": "40"},
            {"starts_on": "2018-01-29", "measure": "WHP-PERF-03", "group": "disability", "percent": "38"},
            {"starts_on": "2018-01-29", "measure": "WHP-PERF-03", "group": "early_access", "percent": "46"},
            {"starts_on": "2018-01-29", "measure": "WHP-PERF-03", "group": "long_term_unemployed", "percent": "35"},
            {"starts_on": "2018-01-29", "measure": "WHP-PERF-04", "percent": "41"},
        ]
    }
)


def test_each_group_has_its_level_and_all_make_the_headline() -> None:
    """WHP-PERF-03: 38 of 100 reach 38%, 9 of 20 miss 46%, 14 of 40 reach 35%; together 61 of 160."""
    cohort = one(
        tally("2020-02", 100, 38, group="disability"),
        tally("2020-02", 20, 9, group="early_access"),
        tally("2020-02", 40, 14, group="long_term_unemployed"),
        programme_id="whp-core",
        contract=CORE_LEVELS,
    )
    assert {rate.name: (rate.starts, rate.achieved, rate.met) for rate in cohort.rates} == {
        "headline": (160, 61, False),
        "disability": (100, 38, True),
        "early_access": (20, 9, False),
        "long_term_unemployed": (40, 14, True),
        "dda": (0, 0, None),
    }
    # (100 x 38 + 20 x 46 + 40 x 35) / 160 = 38.25
    assert cohort.rate("headline").weighted_target == Decimal("38.25")
    codes = {(finding.rule.id, finding.code) for finding in cohort.findings}
    assert ("WHP-PERF-04", "nothing_to_measure") in codes


def test_the_devolution_deal_area_is_measured_apart_and_as_part_of_the_whole() -> None:
    """WHP-PERF-04: 32 of 80 there are 40%, 86 of 200 are 43%."""
    cohort = one(
        tally("2020-02", 80, 32, dda="Combined Authority"),
        tally("2020-02", 120, 54),
        programme_id="whp-core",
        contract=CORE_LEVELS,
    )
    dda, headline = cohort.rate("dda"), cohort.rate("headline")
    assert (dda.shown, dda.met, headline.shown, headline.met) == (Decimal("40.00"), False, Decimal("43.00"), True)


def test_without_its_level_a_rate_names_the_parameter() -> None:
    cohort = one(tally("2020-02", 100, 38, group="disability"), programme_id="whp-core")
    assert [rate.missing for rate in cohort.rates] == [
        ("tmpl_percent",),
        ("tmpl_disability_percent",),
        ("tmpl_early_access_percent",),
        ("tmpl_long_term_unemployed_percent",),
        ("tmpl_dda_percent",),
    ]
    assert cohort.rate("headline").weighted_target is None


def test_a_group_or_a_home_that_is_not_known_leaves_open_what_it_could_turn() -> None:
    def starter(number: int, **facts: object) -> Case:
        participant = {"participant_id": f"P-{number}"} | facts
        events = [{"kind": "start", "on": "2020-02-03"}]
        return Case.model_validate({"programme": "whp-core", "participant": participant, "events": events})

    inside = [{"starts_on": "2015-01-01", "nation": "england", "cpa": "CPA4", "dda": "X"}]
    outside = [{"starts_on": "2015-01-01", "nation": "england", "cpa": "CPA4"}]
    cases = [
        starter(1, customer_group="disability", residence=inside),
        starter(2, residence=outside),
        starter(3, customer_group="early_access"),
    ]
    contract = CORE_LEVELS.model_copy(update={"employed_threshold": Decimal(3000), "self_employed_weeks": 26})
    [cohort] = cohorts(cases, programme="whp-core", as_of=LONG_AFTER, contract=contract)
    counted = {rate.name: (rate.cases_that("started"), rate.cases_that("unplaced")) for rate in cohort.rates}
    assert counted == {
        "headline": (("P-1", "P-2", "P-3"), ()),
        "disability": (("P-1",), ("P-2",)),
        "early_access": (("P-3",), ("P-2",)),
        "long_term_unemployed": ((), ("P-2",)),
        "dda": (("P-1",), ("P-3",)),
    }
    assert cohort.rate("disability").met is False, "P-2 without an outcome cannot lift 0 of 1"
    assert cohort.rate("long_term_unemployed").finding.missing == ("customer_group",)


# ── what is not known ────────────────────────────────────────────────────────────────────────────────────────────


def judged(numbers: dict[Standing, int], level: Fraction) -> Iterator[bool]:
    """Every way in which the facts that are missing can turn out, and whether the level is then reached."""
    unknown, outside = numbers[Standing.UNDETERMINED], numbers[Standing.UNPLACED_UNDETERMINED]
    for reached, in_with, in_without, in_unknown in product(
        range(unknown + 1),
        range(numbers[Standing.UNPLACED_ACHIEVED] + 1),
        range(numbers[Standing.UNPLACED_NOT_ACHIEVED] + 1),
        range(outside + 1),
    ):
        for reached_unknown in range(in_unknown + 1):
            starts = sum(numbers[one] for one in UNPLACED) + in_with + in_without + in_unknown
            achieved = numbers[Standing.ACHIEVED] + reached + in_with + reached_unknown
            yield Fraction(achieved, starts) >= level


def test_missing_facts_leave_a_rate_open_exactly_where_they_could_turn_it() -> None:
    for counts in product(range(3), repeat=6):
        numbers = dict(zip(Standing, counts, strict=True))
        if not sum(numbers[one] for one in UNPLACED):
            assert reaches(numbers, Fraction(1, 2)) is None
            continue
        for level in (Fraction(1, 4), Fraction(1, 2), Fraction(2, 3)):
            ways = set(judged(numbers, level))
            assert reaches(numbers, level) is (ways.pop() if len(ways) == 1 else None)


# ── tallies and cases ────────────────────────────────────────────────────────────────────────────────────────────


def as_tallies(cohort: Cohort) -> CohortResult:
    outcomes = [{"kind": one.kind, "level": one.level, "achieved": one.achieved} for one in cohort.outcomes if one.kind]
    return CohortResult.model_validate(
        {
            "month": str(cohort.month),
            "starts": cohort.starts,
            "outcomes": outcomes,
            "last_start_on": cohort.last_start_on,
        }
    )


@pytest.mark.parametrize("programme_id", ["whp-jets", "ipes"])
@given(first=st.integers(0, 980), length=st.integers(1, 25), as_of=st.dates(date(2020, 6, 1), date(2023, 12, 31)))
def test_counting_from_cases_and_from_tallies_agrees(programme_id: str, first: int, length: int, as_of: date) -> None:
    from_cases = cohorts(people_of(programme_id)[first : first + length], programme=programme_id, as_of=as_of)
    from_tallies = cohorts(programme=programme_id, as_of=as_of, tallies=map(as_tallies, from_cases))
    for counted, told in zip(from_cases, from_tallies, strict=True):
        assert (counted.month, counted.starts, counted.last_claim_on) == (told.month, told.starts, told.last_claim_on)
        assert [one.achieved for one in counted.outcomes] == [one.achieved for one in told.outcomes]
        assert [rate.share for rate in counted.rates] == [rate.share for rate in told.rates]
        if not any(rate.undetermined for rate in counted.rates):
            assert [finding.code for finding in counted.findings] == [finding.code for finding in told.findings]


def test_cases_may_stream_by_and_a_half_told_half_counted_month_adds_up() -> None:
    people = people_of("whp-jets")
    whole = cohorts(people, programme="whp-jets", as_of=LONG_AFTER)
    first = cohorts(people[:500], programme="whp-jets", as_of=LONG_AFTER)
    both = cohorts(iter(people[500:]), programme="whp-jets", as_of=LONG_AFTER, tallies=map(as_tallies, first))
    assert [(c.month, c.starts, c.achieved()) for c in both] == [(c.month, c.starts, c.achieved()) for c in whole]


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_cases_changes_nothing(random: Any) -> None:
    people = list(people_of("whp-jets")[:20])
    before = [cohort.to_dict() for cohort in cohorts(people, programme="whp-jets", as_of=date(2022, 6, 1))]
    random.shuffle(people)
    assert [c.to_dict() for c in cohorts(people, programme="whp-jets", as_of=date(2022, 6, 1))] == before


# ── results ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_cohort_explains_itself_with_rules_and_paragraphs_and_gives_json() -> None:
    cohort = one(tally("2020-10", 100, 22, last_start_on="2020-10-30"))
    said = cohort.explain()
    assert "total: 22 of 100 starts, 22.00%; 22% is needed" in said
    assert "[JETS-PERF-02: WHP COVID-19 chapter 16 36, 34]" in said
    told = json.loads(cohort.to_json())
    assert told["month"] == "2020-10"
    assert told["rates"][0]["share"] == "11/50"
    assert told["last_claim_on"] == "2021-08-24"


def test_results_do_not_change() -> None:
    cohort = one(tally("2020-10", 100, 22))
    with pytest.raises(FrozenInstanceError):
        cohort.starts = 5
    with pytest.raises(FrozenInstanceError):
        cohort.rates[0].achieved = 5
    assert cohort == one(tally("2020-10", 100, 22))


def test_results_survive_pickling() -> None:
    made = cohorts(people_of("whp-jets")[:50], programme="whp-jets", as_of=LONG_AFTER)
    assert pickle.loads(pickle.dumps(made)) == made


def test_what_is_not_known_of_a_result_is_refused_with_what_is() -> None:
    cohort = one(tally("2020-10", 100, 22))
    with pytest.raises(KeyError, match=r"no rates 'dda'; ask for total, employed, self_employed"):
        cohort.rate("dda")
    with pytest.raises(KeyError, match="several rates"):
        cohort.rate("JETS-PERF-05")
    assert cohort.rate("JETS-PERF-02") is cohort.rates[0]
    with pytest.raises(ValueError, match="ask for started, achieved, not_achieved, undetermined, unplaced"):
        cohort.cases_that("met")
    with pytest.raises(KeyError, match="no outcomes of kind 'voluntary'"):
        cohort.achieved(kind="voluntary")


def test_refusals() -> None:
    with pytest.raises(ValueError, match="the documents of jfs measure no cohorts of starts"):
        cohorts(programme="jfs", as_of=LONG_AFTER)
    with pytest.raises(ValueError, match="a case belongs to ipes, the cohorts asked for are those of whp-jets"):
        cohorts(people_of("ipes")[:1], programme="whp-jets", as_of=LONG_AFTER)
    with pytest.raises(KeyError, match="known are"):
        cohorts(programme="whp", as_of=LONG_AFTER)
    with pytest.raises(TypeError):
        cohorts(programme="whp-jets", as_of="2024-01-01")
