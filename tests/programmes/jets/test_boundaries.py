"""Every number of the WHP JETS documents on both its edges, counted by hand from a start on Monday 5 October 2020."""

from datetime import date
from typing import Any

import pytest

from dwp_rules import Case, assess, programme
from dwp_rules.outcomes import Outcome
from dwp_rules.rules import Finding
from tests.programmes.jets.given import START, STARTED, VOLUNTARY, Event, assessed, day, earned, event, jets, traded

JETS = programme("whp-jets")

ENGLAND = {"residence": [{"starts_on": "2000-01-01", "nation": "england", "cpa": "CPA3"}]}
REFERRED = event("referral", START, route="jobcentre")
LATER = date(2022, 6, 1)

Told = tuple[Event, ...]


# ── deadlines: the last day in time, and the day after it ───────────────────────────────────────────────────────


def acknowledged(on: str) -> Told:
    return REFERRED, event("referral_acknowledged", on, recorded_on=on, decision="accept")


def contacted(on: str) -> Told:
    return REFERRED, event("contact", on, result="made", by="provider", purpose="first_contact")


def met(on: str) -> Told:
    return REFERRED, event("meeting", on, type="initial", attended=True)


def result_entered(on: str) -> Told:
    return (*acknowledged("2020-10-06"), event("start", "2020-10-20", recorded_on=on))


def standards_given(on: str) -> Told:
    return STARTED, event("document_issued", on, document="standards_copy", to="participant")


def plan_finalised(on: str) -> Told:
    return STARTED, event("document_updated", on, document="action_plan", step="finalised")


def booked_meeting(on: str) -> Told:
    return STARTED, event("meeting", on, type="booked", attended=True)


def tried_after_missed_meeting(on: str) -> Told:
    missed = event("meeting", "2020-10-12", type="booked", attended=False)
    return STARTED, missed, event("contact", on, result="attempted", by="provider", purpose="missed_meeting")


def form_sent(on: str) -> Told:
    return STARTED, event("document_issued", on, document="esf_initial_form", to="esf_admin_team")


def signed_form_sent(on: str) -> Told:
    return (*form_sent(on), event("document_updated", START, document="esf_initial_form", step="signed"))


def form_sent_after_referral_meeting(on: str) -> Told:
    return (*form_sent(on), event("meeting", START, type="eligibility_referral", attended=True))


def form_returned(on: str) -> Told:
    returned = event("document_issued", on, document="esf_initial_form", to="provider", by="esf_admin_team")
    return (*form_sent("2020-10-05"), returned)


def end_form_sent(on: str) -> Told:
    return STARTED, event("document_issued", on, document="esf_end_form", to="esf_admin_team")


def report_given(on: str) -> Told:
    return STARTED, event("document_issued", on, document="exit_report", to="participant")


DUE = [
    ("JETS-REF-02", acknowledged, "2020-10-07", "2020-10-08"),  # 2 working days
    ("JETS-CSS-04", contacted, "2020-10-07", "2020-10-08"),
    ("JETS-CSS-05", met, "2020-10-26", "2020-10-27"),  # 15 working days
    ("JETS-CSS-06", result_entered, "2020-10-26", "2020-10-27"),
    ("JETS-CSS-03", result_entered, "2020-11-09", "2020-11-10"),  # 25 working days
    ("JETS-CSS-07", standards_given, "2020-10-06", "2020-10-07"),  # 1 working day
    ("JETS-CSS-08", plan_finalised, "2020-10-19", "2020-10-20"),  # 10 working days
    ("JETS-CSS-09", booked_meeting, "2020-10-19", "2020-10-20"),
    ("JETS-CSS-11", tried_after_missed_meeting, "2020-10-14", "2020-10-15"),  # 2 working days
    ("JETS-ESF-02", form_sent, "2020-10-12", "2020-10-13"),  # 5 working days
    ("JETS-ESF-03", signed_form_sent, "2020-10-12", "2020-10-13"),
    ("JETS-ESF-04", form_sent_after_referral_meeting, "2020-10-12", "2020-10-13"),
    ("JETS-ESF-07", form_returned, "2020-11-02", "2020-11-03"),  # 20 working days
    ("JETS-ESF-08", end_form_sent, "2021-05-30", "2021-05-31"),  # 8 weeks from day 182, 4 April 2021
    ("JETS-EXIT-02", report_given, "2021-04-04", "2021-04-05"),  # by day 182
]


@pytest.mark.parametrize(("rule_id", "done", "in_time", "late"), DUE, ids=[row[0] for row in DUE])
def test_the_last_day_in_time_and_the_day_after_it(rule_id: str, done: Any, in_time: str, late: str) -> None:
    for on, status in ((in_time, "met"), (late, "late")):
        deadlines = assessed(*done(on), as_of=str(LATER), **ENGLAND).deadlines
        found = next(deadline for deadline in deadlines if deadline.rule.id == rule_id)
        assert (str(found.due), str(found.done), str(found.status)) == (in_time, on, status)


# Sunday 4 April 2021, with Good Friday closed: 1 April, 31, 30, 29, 26, 25, 24, 23, 22 and 19 March.
@pytest.mark.parametrize(("on", "status"), [("2021-03-18", "early"), ("2021-03-19", "met")])
def test_the_last_ten_working_days_open_on_their_first_day(on: str, status: str) -> None:
    deadlines = assessed(*report_given(on), as_of=str(LATER), **ENGLAND).deadlines
    (found,) = [deadline for deadline in deadlines if deadline.rule.id == "JETS-EXIT-02"]
    assert (str(found.opens), str(found.status)) == ("2021-03-19", status)


def test_every_declared_deadline_stands_in_the_table() -> None:
    assert {declared.rule.id for declared in JETS.declared_deadlines} == {rule_id for rule_id, *_rest in DUE}


# ── eligibility ─────────────────────────────────────────────────────────────────────────────────────────────────


def condition(rule_id: str, on: str, **facts: Any) -> Finding:
    found = JETS.eligibility(jets(**facts), on=date.fromisoformat(on)).findings
    return next(finding for finding in found if finding.rule.id == rule_id)


# 6 July 2020 and 91 days: 25 to the end of July, 31 of August, 30 of September, 5 of October.
@pytest.mark.parametrize(("on", "verdict"), [("2020-10-04", "not_met"), ("2020-10-05", "met")])
def test_thirteen_weeks_are_over_on_the_ninety_first_day_after_the_first(on: str, verdict: str) -> None:
    """1.1, 2.6: at least 13 weeks."""
    benefits = [{"starts_on": "2020-07-06", "benefit": "new_style_jsa"}]
    found = condition("JETS-ELIG-05", on, unemployed_since="2020-07-06", benefits=benefits)
    assert (found.verdict, found.value) == (verdict, date(2020, 10, 5))


@pytest.mark.parametrize(
    ("nation", "born", "on", "verdict"),
    [
        ("england", "2002-10-06", "2020-10-05", "not_met"),
        ("england", "2002-10-05", "2020-10-05", "met"),
        ("wales", "2004-10-06", "2020-10-05", "not_met"),
        ("wales", "2004-10-05", "2020-10-05", "met"),
        ("england", "1955-03-14", "2021-03-13", "met"),  # State Pension age 66
        ("england", "1955-03-14", "2021-03-14", "not_met"),
        ("scotland", "1990-01-01", "2020-10-05", "not_met"),
    ],
)
def test_working_age_from_its_first_day_to_the_last_before_state_pension_age(
    nation: str, born: str, on: str, verdict: str
) -> None:
    """2.6: 16 in Wales and 18 in England, to State Pension age."""
    residence = [{"starts_on": "2000-01-01", "nation": nation}]
    assert condition("JETS-ELIG-02", on, date_of_birth=born, residence=residence).verdict == verdict


# ── outcomes ────────────────────────────────────────────────────────────────────────────────────────────────────


def outcome(place: int, *events: Event, as_of: int = 320, **facts: Any) -> Outcome:
    return assessed(STARTED, *events, as_of=as_of, **VOLUNTARY, **facts).outcomes[place]


def status(*events: Event, as_of: int = 320) -> str:
    return str(outcome(0, *events, as_of=as_of).status)


@pytest.mark.parametrize(("amount", "stands"), [("999.99", "closed"), ("1000.00", "achieved"), ("1000.01", "achieved")])
def test_a_thousand_pounds(amount: str, stands: str) -> None:
    """3.5: reaching £1,000."""
    assert status(*earned(100, amount)) == stands


@pytest.mark.parametrize(("number", "stands"), [(1, "achieved"), (238, "achieved"), (239, "closed")])
def test_earned_by_day_238(number: int, stands: str) -> None:
    """3.6, 3.12: within 238 days from the Start Date."""
    assert status(*earned(number)) == stands


@pytest.mark.parametrize(("as_of", "stands"), [(238, "open"), (239, "closed")])
def test_open_until_day_238(as_of: int, stands: str) -> None:
    job = event("work_started", 180, work="employed")
    assert status(job, as_of=as_of) == stands


@pytest.mark.parametrize(("number", "stands"), [(0, "closed"), (1, "achieved"), (182, "achieved"), (183, "closed")])
def test_employment_that_begins_on_days_1_to_182(number: int, stands: str) -> None:
    """3.5: employment commences within the 182 days."""
    job = event("work_started", number, work="employed", work_id="J1")
    paid = event("earnings_payment", 200, amount="1000.00", work_id="J1")
    assert status(job, paid) == stands


@pytest.mark.parametrize(("weeks", "stands"), [(7, "closed"), (8, "achieved")])
def test_eight_weeks_of_self_employment(weeks: int, stands: str) -> None:
    """3.7: 56 days' self-employment."""
    found = outcome(1, *traded(*range(1, 7 * weeks, 7)), benefits=[])
    assert (str(found.status), found.counted) == (stands, weeks)


@pytest.mark.parametrize(("first", "stands"), [(183, "achieved"), (184, "closed")])
def test_the_eighth_week_ends_by_day_238(first: int, stands: str) -> None:
    """3.7: within 238 days; eight weeks from day 183 end on day 238."""
    found = outcome(1, *traded(*range(first, first + 56, 7)), benefits=[])
    assert str(found.status) == stands
    assert found.achieved_on == (day(238) if stands == "achieved" else None)


@pytest.mark.parametrize(("number", "payable"), [(56, True), (299, True), (300, False)])
def test_claimed_by_day_299(number: int, payable: bool) -> None:
    """3.8, 3.11: claimed through PRaP within the 299-day period."""
    claim = event("outcome_claim", number, recorded_on=str(day(number)), channel="prap", evidence_held=True)
    found = outcome(1, *traded(*range(1, 57, 7)), claim, benefits=[])
    assert (found.payable, found.claim_by) == (payable, day(299))


@pytest.mark.parametrize(("as_of", "payable"), [(299, True), (300, False)])
def test_unclaimed_it_may_be_claimed_until_day_299(as_of: int, payable: bool) -> None:
    assert outcome(1, *traded(*range(1, 57, 7)), as_of=as_of, benefits=[]).payable is payable


# ── the contract and the European Social Fund ───────────────────────────────────────────────────────────────────


def finding(rule_id: str, *events: Event, place: int = -1, **told: Any) -> Finding:
    case = jets(*events, **ENGLAND).model_dump(mode="json", exclude_unset=True) | told
    found = assess(Case.model_validate(case), as_of=LATER).findings
    return [finding for finding in found if finding.rule.id == rule_id][place]


@pytest.mark.parametrize(("on", "verdict"), [("2020-10-05", "met"), ("2021-10-04", "met"), ("2021-10-05", "not_met")])
def test_referred_in_the_twelve_months_from_the_service_start_date(on: str, verdict: str) -> None:
    """1.11, 1.24: twelve months of referrals, the Service Start Date being day one."""
    contract = {"service_start_on": "2020-10-05", "cpa": "CPA3"}
    assert finding("JETS-CONTRACT-02", event("referral", on), contract=contract).verdict == verdict


@pytest.mark.parametrize(("on", "verdict"), [("2021-05-02", "met"), ("2021-05-03", "not_met")])
def test_a_result_within_twenty_eight_days_of_completion_is_reported(on: str, verdict: str) -> None:
    """1.21: completed on 4 April 2021."""
    result = event("esf_result", on, result="qualification", evidenced=True)
    assert finding("JETS-ESF-10", STARTED, result).verdict == verdict
