"""The Restart Scheme as a plug-in: found by its entry point, each rule from what is published."""

from datetime import date
from decimal import Decimal

import pytest

from dwp_rules import Case, assess, coverage, programme

RESTART = programme("restart")
START = date(2022, 5, 3)


def case(*events: dict[str, object], **person: object) -> Case:
    facts = {
        "participant_id": "R-1",
        "residence": [{"starts_on": "2000-01-01", "nation": "wales"}],
        "benefits": [
            {
                "starts_on": "2021-05-03",
                "benefit": "universal_credit",
                "uc_regime": "all_work_related_requirements",
            }
        ],
    }
    told = [{"kind": "referral", "on": "2022-04-26"}, {"kind": "start", "on": START}, *events]
    return Case.model_validate({"programme": "restart", "participant": facts | person, "events": told})


def pay(on: str, amount: str) -> dict[str, object]:
    return {"kind": "earnings_payment", "on": on, "amount": amount}


def test_it_stands_in_the_register() -> None:
    assert "restart" in str(coverage())
    assert {entry.id for entry in RESTART.register} >= {"RESTART-ELIG-05", "RESTART-OUTCOME-01"}


@pytest.mark.parametrize(
    ("since", "on", "code"),
    [
        # nine months from 26 July 2021 are complete on 26 April 2022
        ("2021-07-26", date(2022, 4, 26), "long_enough"),
        ("2021-07-27", date(2022, 4, 26), "too_short"),
        # before 2022: 12 to 18 months
        ("2020-12-31", date(2021, 12, 31), "long_enough"),
        ("2021-01-01", date(2021, 12, 31), "too_short"),
        ("2020-06-30", date(2021, 12, 30), "long_enough"),
        ("2020-06-30", date(2021, 12, 31), "too_long"),
        # from 1 January 2022: nine months, without an upper limit
        ("2020-06-30", date(2022, 1, 1), "long_enough"),
        ("2021-04-01", date(2022, 1, 1), "long_enough"),
        ("2021-04-02", date(2022, 1, 1), "too_short"),
    ],
)
def test_how_long_on_benefit(since: str, on: date, code: str) -> None:
    benefits = [{"starts_on": since, "benefit": "universal_credit", "uc_regime": "all_work_related_requirements"}]
    decision = RESTART.eligibility(case(benefits=benefits), on=on)
    assert [f.code for f in decision.findings if f.rule.id == "RESTART-ELIG-04"] == [code]


@pytest.mark.parametrize(
    ("benefit", "on", "verdict"),
    [
        ("jsa", date(2022, 4, 25), "not_met"),
        ("jsa", date(2022, 4, 26), "met"),
        ("new_style_jsa", date(2022, 4, 26), "not_met"),
        ("universal_credit", date(2022, 4, 25), "undetermined"),
    ],
)
def test_which_benefit(benefit: str, on: date, verdict: str) -> None:
    decision = RESTART.eligibility(case(benefits=[{"starts_on": "2021-01-04", "benefit": benefit}]), on=on)
    assert [f.verdict for f in decision.findings if f.rule.id == "RESTART-ELIG-03"] == [verdict]


@pytest.mark.parametrize(("nation", "verdict"), [("england", "met"), ("scotland", "not_met")])
def test_where_the_person_lives(nation: str, verdict: str) -> None:
    person = case(residence=[{"starts_on": "2000-01-01", "nation": nation}])
    assert RESTART.eligibility(person, on=date(2022, 4, 26)).verdict == verdict


def test_day_365_is_the_last_day_whatever_happens() -> None:
    assessed = assess(case(), as_of=date(2023, 5, 2))
    assert (assessed.provision.end_day, assessed.provision.end_date) == (365, date(2023, 5, 2))
    assert assess(case(), as_of=date(2023, 5, 1)).provision.status == "participating"


def test_half_a_years_earnings_at_the_living_wage_and_a_penny() -> None:
    # 16 hours x 26 weeks x £9.50, the rate from 1 April 2022: £3,952.00
    almost = case(pay("2022-08-31", "3952.00"))
    enough = case(pay("2022-08-31", "3952.00"), pay("2022-09-30", "0.01"))
    assert [o.achieved_on for o in assess(almost, as_of=date(2022, 12, 1)).outcomes] == [None, None]
    employed = assess(enough, as_of=date(2022, 12, 1)).outcomes[0]
    assert (employed.achieved_on, employed.threshold) == (date(2022, 9, 30), Decimal("3952.00"))


@pytest.mark.parametrize(("weeks", "on"), [(25, None), (26, date(2022, 10, 31))])
def test_twenty_six_weeks_of_trading(weeks: int, on: date | None) -> None:
    days = [{"kind": "self_employed_day", "on": date.fromordinal(START.toordinal() + 7 * n)} for n in range(weeks)]
    assert assess(case(*days), as_of=date(2023, 1, 31)).outcomes[1].achieved_on == on


def test_nothing_is_guessed_of_a_rate_that_is_not_published() -> None:
    started = {"kind": "start", "on": "2031-05-03"}
    told = {"programme": "restart", "participant": {"participant_id": "R-1"}, "events": [started]}
    outcome = assess(Case.model_validate(told), as_of=date(2031, 6, 1)).outcomes[0]
    assert (outcome.status, outcome.payable, outcome.missing) == ("undetermined", None, ("national_living_wage",))
