"""Ends known only from their entry, and answers that no worked example of the documents asks for."""

from datetime import date

import pytest

from dwp_rules import Case, assess, programme
from dwp_rules.facts import EarningsPayment, Participant, PreReferralStep, ProvisionEnded, WorkEnded, WorkStarted
from tests.programmes.ipes.given import LATER, case, day

IPES = programme("ipes")


@pytest.mark.parametrize(
    ("reason", "rule_id"),
    [
        ("early_completer_moved", "IPES-COMPLETE-07"),
        ("early_completer_terminal_illness", "IPES-COMPLETE-08"),
        ("early_completer_died", "IPES-COMPLETE-09"),
    ],
)
def test_an_entry_stands_for_the_cause_that_it_names(reason: str, rule_id: str) -> None:
    assessed = assess(case(ProvisionEnded(on=day(250), reason=reason)), as_of=LATER)
    assert (assessed.provision.end_day, assessed.provision.end_reason) == (250, reason)
    [found] = [finding for finding in assessed.provision.findings if finding.rule.id == rule_id]
    assert found.code == "as_entered"
    assert assessed.warnings == ()
    assert "one day later (provision ended on" in assessed.provision.explain()


def test_an_entry_for_loss_of_the_job_closes_a_job_of_unknown_end_only() -> None:
    job = WorkStarted(on=day(400), work="employed", work_id="J1")
    entered = ProvisionEnded(on=day(500), reason="completer_job_ended_in_extension")
    assert IPES.provision(case(job, entered), as_of=LATER).end_day == 500
    assert IPES.provision(case(entered), as_of=LATER).end_day == 456


def test_an_entry_moves_no_end_of_work_that_is_told() -> None:
    job = WorkStarted(on=day(400), work="employed", work_id="J1")
    over = WorkEnded(on=day(510), work_id="J1")
    entered = ProvisionEnded(on=day(500), reason="completer_job_ended_in_extension")
    assessed = assess(case(job, over, entered), as_of=LATER)
    assert assessed.provision.end_day == 510
    assert [caution.code for caution in assessed.warnings] == ["recorded_end_differs"]


def test_an_entry_that_the_rules_do_not_give_is_a_warning_and_moves_nothing() -> None:
    assessed = assess(case(ProvisionEnded(on=day(300), reason="completer_maximum_duration")), as_of=LATER)
    assert assessed.provision.end_day == 456
    assert [caution.code for caution in assessed.warnings] == ["recorded_end_differs"]


def test_a_release_entered_without_its_conditions_ends_nothing() -> None:
    entered = ProvisionEnded(on=day(500), reason="completer_support_no_longer_required")
    job = WorkStarted(on=day(400), work="employed", work_id="J1")
    provision = IPES.provision(case(job, entered), as_of=LATER)
    assert provision.end_day == 639
    [found] = [finding for finding in provision.findings if finding.rule.id == "IPES-COMPLETE-04"]
    assert found.code == "release_not_valid"


def test_nobody_is_referred_again_who_never_took_part() -> None:
    decided = IPES.re_referral(Participant(participant_id="P-1", previous_participations=()), on=LATER)
    assert decided.verdict == "not_met"
    assert "no_previous_participation" in {finding.code for finding in decided.findings}


def test_a_work_coach_may_find_another_option_more_suitable() -> None:
    step = PreReferralStep(on=LATER, step="work_coach_assessment", by="work_coach", best_option=False)
    again = Case.model_validate(
        {
            "programme": "ipes",
            "participant": {"participant_id": "P-1"},
            "events": [step],
        }
    )
    decided = IPES.re_referral(again, previous=[case()], on=LATER)
    assert "not_best_option" in {finding.code for finding in decided.findings}
    assert decided.verdict == "not_met"


def test_travel_to_a_job_before_any_work_is_still_travel_on_the_programme() -> None:
    fare = {"kind": "cost", "on": day(100), "cost": "travel", "purpose": "travel_to_work", "amount": "4.20"}
    found = [f for f in assess(case(fare), as_of=LATER).findings if f.rule.id == "IPES-SUPPORT-02"]
    assert [(finding.code, finding.value) for finding in found] == [("before_work", True)]


@pytest.mark.parametrize(("fare_on", "code"), [(428, "before_first_wage"), (429, "after_first_wage")])
def test_travel_to_work_is_paid_until_the_first_wage_not_on_the_day_after(fare_on: int, code: str) -> None:
    job = WorkStarted(on=day(400), work="employed", work_id="J1")
    wage = EarningsPayment(on=day(428), amount="900.00")
    fare = {"kind": "cost", "on": day(fare_on), "cost": "travel", "purpose": "travel_to_work", "amount": "4.20"}
    found = [f for f in assess(case(job, wage, fare), as_of=LATER).findings if f.rule.id == "IPES-SUPPORT-02"]
    assert [finding.code for finding in found] == [code]


def test_where_no_living_wage_is_known_nothing_is_guessed() -> None:
    start = date(2026, 1, 5)
    events = [
        {"kind": "start", "on": start},
        {"kind": "earnings_payment", "on": date(2027, 4, 30), "amount": "9999.00"},
        {"kind": "work_started", "on": date(2026, 6, 1), "work": "employed", "works_nights": False},
    ]
    late = Case.model_validate({"programme": "ipes", "participant": {"participant_id": "P-1"}, "events": events})
    lower = assess(late, as_of=date(2027, 5, 31)).outcomes[0]
    assert lower.status == "undetermined"
    assert lower.achieved_on is None
    assert lower.missing == ("national_living_wage on 2027-04-30",)
    assert lower.payable is None


def test_rates_supplied_with_the_contract_stand_in_for_those_not_known() -> None:
    start = date(2026, 1, 5)
    events = [
        {"kind": "start", "on": start},
        {"kind": "earnings_payment", "on": date(2027, 4, 30), "amount": "1628.00"},
        {"kind": "earnings_payment", "on": date(2027, 5, 28), "amount": "1.00"},
        {"kind": "work_started", "on": date(2026, 6, 1), "work": "employed", "works_nights": False},
    ]
    told = {
        "programme": "ipes",
        "participant": {"participant_id": "P-1"},
        "events": events,
        "contract": {"national_living_wage": [{"starts_on": date(2018, 4, 1), "hourly_rate": "7.83"}]},
    }
    lower = assess(Case.model_validate(told), as_of=date(2027, 5, 31)).outcomes[0]
    assert (lower.status, lower.threshold, lower.achieved_on) == ("achieved", 1629, date(2027, 5, 28))
