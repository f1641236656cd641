"""Every number of WHP Core on both its edges, counted by hand from a start on Monday 7 September 2020."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dwp_rules import Programme
from dwp_rules.outcomes import Outcome
from dwp_rules.programmes.whp_core import PUBLISHED
from dwp_rules.standards import EVERY_CASE
from tests.programmes.whp_core.given import (
    AGREED,
    CORE,
    ENGLAND,
    REFERRED,
    START,
    STARTED,
    WALES,
    Event,
    assessed,
    claim,
    day,
    due,
    event,
    found,
    job,
    paid,
    told_of,
    traded,
)

LATER = "2023-01-02"
Told = tuple[Event, ...]

# ── deadlines: the last day in time, and the day after it ───────────────────────────────────────────────────────


def acknowledged(on: str) -> Told:
    return REFERRED, event("referral_acknowledged", on, recorded_on=on, decision="accept")


def attempted(on: str) -> Told:
    return REFERRED, event("contact", on, result="attempted", by="provider", purpose="first_contact")


def met(on: str) -> Told:
    return REFERRED, event("meeting", on, type="initial", attended=True)


def result_entered(on: str) -> Told:
    return (*acknowledged("2020-09-08"), event("start", "2020-09-21", recorded_on=on))


def standards_given(on: str) -> Told:
    return STARTED, event("document_issued", on, document="standards_copy", to="participant")


def plan_finalised(on: str) -> Told:
    return REFERRED, STARTED, event("document_updated", on, document="action_plan", step="finalised")


def booked_meeting(on: str) -> Told:
    return STARTED, event("meeting", on, type="booked", attended=True)


def tried_after_missed_meeting(on: str) -> Told:
    missed = event("meeting", "2020-09-14", type="booked", attended=False)
    return STARTED, missed, event("contact", on, result="attempted", by="provider", purpose="missed_meeting")


def needs_raised(on: str) -> Told:
    return STARTED, *job(29), event("contact", on, result="attempted", by="provider", purpose="in_work_needs")


def in_work_contact(on: str) -> Told:
    return STARTED, *job(29), event("contact", on, result="attempted", by="provider", purpose="in_work")


def pack_given(on: str) -> Told:
    return STARTED, event("document_issued", on, document="exit_report", to="participant")


def pack_given_after_work(on: str) -> Told:
    lost = (*job(29)[:1], event("work_ended", "2021-02-26", work_id="J1", established_on="2021-03-01"))
    returned = event("change_of_circumstances", "2021-03-02", change="returned_to_jobcentre")
    return STARTED, *lost, returned, event("document_issued", on, document="exit_report", to="participant")


def form_sent(on: str) -> Told:
    return STARTED, event("document_issued", on, document="esf_initial_form", to="esf_admin_team")


def form_sent_after_referral_meeting(on: str) -> Told:
    return (*form_sent(on), event("meeting", START, type="eligibility_referral", attended=True))


def end_form_sent(on: str) -> Told:
    return STARTED, event("document_issued", on, document="esf_end_form", to="esf_admin_team")


DUE = [
    ("WHP-CSS-01", acknowledged, "2020-09-09", "2020-09-10"),  # 2 working days
    ("WHP-CSS-02", attempted, "2020-09-09", "2020-09-10"),
    ("WHP-CSS-03", met, "2020-09-28", "2020-09-29"),  # 15 working days
    ("WHP-CSS-04", result_entered, "2020-09-28", "2020-09-29"),
    ("WHP-CSS-06", result_entered, "2020-10-12", "2020-10-13"),  # 25 working days
    ("WHP-CSS-07", standards_given, "2020-09-08", "2020-09-09"),  # 1 working day
    ("WHP-CSS-08", plan_finalised, "2020-10-05", "2020-10-06"),  # 20 working days of the referral
    ("WHP-CSS-09", booked_meeting, "2020-09-21", "2020-09-22"),  # 10 working days
    ("WHP-CSS-11", tried_after_missed_meeting, "2020-09-16", "2020-09-17"),  # 2 working days
    ("WHP-CSS-12", needs_raised, "2020-10-04", "2020-10-05"),  # before work on Monday 5 October
    ("WHP-CSS-13", in_work_contact, "2020-10-19", "2020-10-20"),  # 10 working days of 5 October
    ("WHP-CSS-14", pack_given, "2021-12-06", "2021-12-07"),  # by day 456
    ("WHP-CSS-15", pack_given_after_work, "2021-03-15", "2021-03-16"),  # 10 working days of Monday 1 March
    ("WHP-ESF-01", form_sent, "2020-09-14", "2020-09-15"),  # 5 working days
    ("WHP-ESF-02", form_sent_after_referral_meeting, "2020-09-14", "2020-09-15"),
    ("WHP-ESF-03", end_form_sent, "2022-01-31", "2022-02-01"),  # 8 weeks of day 456
]


@pytest.mark.parametrize(("rule_id", "done", "in_time", "late"), DUE, ids=[row[0] for row in DUE])
def test_the_last_day_in_time_and_the_day_after_it(rule_id: str, done: Any, in_time: str, late: str) -> None:
    for on, status in ((in_time, "met"), (late, "late")):
        first, *_later = due(rule_id, assessed(*done(on), as_of=LATER, **ENGLAND))
        assert (str(first.due), str(first.done), str(first.status)) == (in_time, on, status)


def test_every_declared_deadline_stands_in_the_table() -> None:
    assert {declared.rule.id for declared in CORE.declared_deadlines} == {rule_id for rule_id, *_rest in DUE}


def test_a_copy_given_before_the_start_is_in_time() -> None:
    (copy,) = due("WHP-CSS-07", assessed(*standards_given("2020-09-03"), as_of=10))
    assert str(copy.status) == "met"


@pytest.mark.parametrize(
    "attempt",
    [
        event("contact", 3, result="made", by="provider", purpose="first_contact"),
        event("appointment_booked", 8, type="initial", confirmed_on="2020-09-09"),
        event("meeting", 3, type="initial", attended=True),
    ],
)
def test_whatever_reaches_the_person_was_an_attempt(attempt: Event) -> None:
    (contact,) = due("WHP-CSS-02", assessed(REFERRED, attempt, as_of=30))
    assert (str(contact.status), contact.done) == ("met", day(3))


# Monday 6 December 2021, 3, 2 and 1 December, 30, 29, 26, 25, 24 and 23 November.
@pytest.mark.parametrize(("on", "status"), [("2021-11-22", "early"), ("2021-11-23", "met")])
def test_the_last_ten_working_days_open_on_their_first_day(on: str, status: str) -> None:
    (pack,) = due("WHP-CSS-14", assessed(*pack_given(on), as_of=LATER))
    assert (str(pack.opens), str(pack.status)) == ("2021-11-23", status)


@pytest.mark.parametrize(
    ("received", "acknowledge_by"),
    [
        ("2020-05-07", "2020-05-12"),  # Thursday: Friday 8 May is VE Day, then a weekend
        ("2020-05-09", "2020-05-12"),  # Saturday
        ("2020-12-24", "2020-12-30"),  # Boxing Day is taken on Monday 28 December
        ("2020-02-27", "2020-03-02"),  # over Saturday 29 February
        ("2022-09-16", "2022-09-21"),  # over the State Funeral
    ],
)
def test_two_working_days_over_weekends_and_holidays(received: str, acknowledge_by: str) -> None:
    (acknowledge,) = due("WHP-CSS-01", assessed(event("referral", received), as_of=received))
    assert str(acknowledge.due) == acknowledge_by


@pytest.mark.parametrize(("facts", "number"), [(ENGLAND, 1), (WALES, 0)])
def test_forms_for_the_european_social_fund_in_england_only(facts: dict[str, Any], number: int) -> None:
    """41: in England only."""
    assessment = assessed(STARTED, as_of=500, **facts)
    assert [len(due(rule_id, assessment)) for rule_id in ("WHP-ESF-01", "WHP-ESF-03")] == [number, number]


# ── provision and the state of an outcome ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("as_of", "ended"), [(455, None), (456, 456), (457, 456)])
def test_provision_lasts_to_day_456(as_of: int, ended: int | None) -> None:
    provision = assessed(STARTED, as_of=as_of).provision
    assert (provision.end_day, provision.latest_end_date) == (ended, day(456))
    assert [(f.code, f.value) for f in provision.findings if f.rule.id == "WHP-DUR-02"] == [("last_day", day(456))]


@pytest.mark.parametrize(("start", "last"), [("2020-02-29", "2021-05-29"), ("2019-12-02", "2021-03-01")])
def test_day_456_over_29_february(start: str, last: str) -> None:
    assert str(assessed(event("start", start), as_of=start).provision.latest_end_date) == last


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (1, "outcome_open"),
        (457, "outcome_open"),
        (639, "outcome_open"),
        (640, "claim_window"),
        (700, "claim_window"),
        (701, "closed"),
    ],
)
def test_an_outcome_is_open_to_day_639_and_to_be_claimed_to_day_700(as_of: int, state: str) -> None:
    assert found("WHP-STATE-01", assessed(STARTED, as_of=as_of))[0].value == state


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (456, "participating"),
        (457, "ended_tracking_outcome"),
        (639, "ended_tracking_outcome"),
        (640, "ended_claim_window"),
        (700, "ended_claim_window"),
        (701, "closed"),
    ],
)
def test_where_a_participant_stands_after_the_end(as_of: int, status: str) -> None:
    assert assessed(STARTED, as_of=as_of).provision.status == status


@pytest.mark.parametrize(
    ("days", "as_of", "status"),
    [
        (650, 650, "participating"),
        (650, 651, "ended_claim_window"),
        (650, 701, "closed"),
        (710, 710, "participating"),
        (710, 711, "closed"),
    ],
)
def test_where_a_participant_stands_after_a_longer_provision(days: int, as_of: int, status: str) -> None:
    longer = CORE.with_parameters(provision_days=days)
    assert assessed(STARTED, as_of=as_of, under=longer).provision.status == status


def test_before_a_start_there_is_no_outcome() -> None:
    assessment = assessed(REFERRED, as_of=10)
    assert assessment.outcomes == ()
    assert found("WHP-STATE-01", assessment)[0].code == "not_started"


@pytest.mark.parametrize(("ended", "reason", "end_day"), [(300, "ended_early", 300), (456, "full_term", 456)])
def test_an_early_end_is_the_recorded_one(ended: int, reason: str, end_day: int) -> None:
    assessment = assessed(STARTED, event("provision_ended", ended, reason=reason), as_of=460)
    assert (assessment.provision.end_day, assessment.provision.end_reason) == (end_day, reason)
    assert assessment.warnings == ()


@pytest.mark.parametrize(
    ("reason", "warning"), [("full_term", "recorded_end_differs"), ("moved_away", "unknown_end_reason")]
)
def test_a_record_that_names_no_early_end_ends_nothing(reason: str, warning: str) -> None:
    assessment = assessed(STARTED, event("provision_ended", 300, reason=reason), as_of=310)
    assert assessment.provision.end_day is None
    assert [caution.code for caution in assessment.warnings] == [warning]


@pytest.mark.parametrize("ended", [456, 457])
def test_an_early_end_on_the_last_day_or_later_is_none(ended: int) -> None:
    provision = assessed(STARTED, event("provision_ended", ended, reason="ended_early"), as_of=470).provision
    assert (provision.end_day, provision.end_reason) == (456, "full_term")


# ── outcomes ────────────────────────────────────────────────────────────────────────────────────────────────────


def employed(*events: Event, as_of: int = 650, under: Programme = AGREED, **told: Any) -> Outcome:
    return assessed(STARTED, *events, as_of=as_of, under=under, **told).outcomes[0]


def self_employed(*events: Event, as_of: int = 650, under: Programme = AGREED, **told: Any) -> Outcome:
    return assessed(STARTED, *events, as_of=as_of, under=under, **({"benefits": []} | told)).outcomes[1]


@pytest.mark.parametrize(
    ("amount", "stands"), [("2999.99", "closed"), ("3000.00", "achieved"), ("3000.01", "achieved")]
)
def test_the_threshold_of_the_contract(amount: str, stands: str) -> None:
    assert str(employed(paid(100, amount)).status) == stands


@pytest.mark.parametrize(("number", "stands"), [(0, "closed"), (1, "achieved"), (639, "achieved"), (640, "closed")])
def test_earned_from_day_1_to_day_639(number: int, stands: str) -> None:
    """20: at or before 639 days from the Start Date."""
    assert str(employed(paid(number, "3000.00")).status) == stands


@pytest.mark.parametrize(("as_of", "stands", "code"), [(639, "open", "still_open"), (640, "closed", "period_over")])
def test_open_until_day_639(as_of: int, stands: str, code: str) -> None:
    for outcome in (employed(as_of=as_of), self_employed(as_of=as_of)):
        assert str(outcome.status) == stands
        period = told_of("WHP-DUR-01", outcome)
        assert (period.code, period.value) == (code, day(639))


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("0.01", "commenced"),
        ("999.99", "commenced"),
        ("1000.00", "milestone_1000"),
        ("1999.99", "milestone_1000"),
        ("2000.00", "milestone_2000"),
    ],
)
def test_milestones_of_one_and_two_thousand_pounds(amount: str, code: str) -> None:
    """16: Real Time Earnings commencement, £1,000 and £2,000."""
    assert told_of("WHP-EARN-01", employed(paid(60, amount), as_of=70)).code == code


def test_a_correction_leaves_a_milestone_that_was_reached() -> None:
    outcome = employed(paid(50, "10.00"), paid(60, "990.00"), paid(61, "-500.00"), paid(90, "1499.99"), as_of=100)
    milestones = told_of("WHP-EARN-01", outcome)
    facts = milestones.facts
    assert milestones.value == day(60)
    assert (facts["commencement"], facts["milestone_1000"], facts["milestone_2000"]) == (day(50), day(60), None)


@pytest.mark.parametrize(("weeks", "stands"), [(25, "closed"), (26, "achieved")])
def test_the_weeks_of_the_contract(weeks: int, stands: str) -> None:
    outcome = self_employed(*traded(100, weeks))
    assert (str(outcome.status), outcome.counted, outcome.threshold) == (stands, weeks, 26)


@pytest.mark.parametrize(("first", "stands"), [(458, "achieved"), (459, "closed")])
def test_the_last_week_ends_by_day_639(first: int, stands: str) -> None:
    """26 weeks from day 458 end on day 639."""
    outcome = self_employed(*traded(first, 26))
    assert str(outcome.status) == stands
    assert outcome.achieved_on == (day(639) if stands == "achieved" else None)


@pytest.mark.parametrize(
    ("on", "payable", "code"),
    [(280, False, "premature_claim"), (281, True, "claimed_in_time"), (700, True, "claimed_in_time")],
)
def test_claimed_from_the_outcome_to_day_700(on: int, payable: bool, code: str) -> None:
    """20: until 700 days from the Start Date; 26 weeks from day 100 end on day 281."""
    outcome = self_employed(*traded(100, 26), claim(on), as_of=max(on, 650) if code != "premature_claim" else 300)
    assert (outcome.payable, outcome.claim_by, told_of("WHP-CLAIM-01", outcome).code) == (payable, day(700), code)


def test_a_claim_on_day_701_is_late() -> None:
    outcome = self_employed(*traded(100, 26), claim(701), as_of=710)
    assert (outcome.payable, [f.code for f in outcome.blocked_by]) == (False, ["late_claim"])


@pytest.mark.parametrize(
    ("weeks", "on", "as_of", "code"),
    [
        (0, None, 639, "may_be_claimed"),
        (0, None, 640, "nothing_to_claim"),
        (25, 300, 300, "claimed_before_outcome"),
        (25, 650, 660, "nothing_to_claim"),
        (26, None, 700, "may_be_claimed"),
        (26, None, 701, "not_claimed"),
    ],
)
def test_what_becomes_of_a_claim(weeks: int, on: int | None, as_of: int, code: str) -> None:
    claims = () if on is None else (claim(on),)
    assert told_of("WHP-CLAIM-01", self_employed(*traded(100, weeks), *claims, as_of=as_of)).code == code


# ── published values, from outside the chapter ──────────────────────────────────────────────────────────────────

BY_THE_BOOK = CORE.with_parameters(**PUBLISHED)


# 16 hours for 26 weeks are 416 hours: at £8.72 to 31 March 2021 £3,627.52, at £8.91 from 1 April 2021 £3,706.56.
@pytest.mark.parametrize(
    ("on", "amount", "stands"),
    [
        ("2021-03-31", "3627.51", "open"),
        ("2021-03-31", "3627.52", "achieved"),
        ("2021-04-01", "3706.55", "open"),
        ("2021-04-01", "3706.56", "achieved"),
    ],
)
def test_sixteen_hours_for_26_weeks_at_the_living_wage_of_the_pay_date(on: str, amount: str, stands: str) -> None:
    outcome = employed(event("earnings_payment", on, amount=amount), under=BY_THE_BOOK, as_of=300)
    assert str(outcome.status) == stands


# £9.50 from 1 April 2022: 416 hours are £3,952.00.
@pytest.mark.parametrize(("as_of", "threshold"), [(300, "3706.56"), (639, "3952.00"), (1200, "3952.00")])
def test_the_threshold_shown_is_that_of_the_day_or_of_day_639(as_of: int, threshold: str) -> None:
    assert employed(under=BY_THE_BOOK, as_of=as_of).threshold == Decimal(threshold)


def test_the_rate_that_comes_with_the_contract_comes_first() -> None:
    contract = {"national_living_wage": [{"starts_on": "2020-01-01", "hourly_rate": "10.00"}]}
    for amount, stands in (("4159.99", "open"), ("4160.00", "achieved")):
        outcome = employed(paid(60, amount), under=BY_THE_BOOK, as_of=300, contract=contract)
        assert (str(outcome.status), outcome.threshold) == (stands, 4160)


# 26 weeks are complete on the last day of the last week: 181 days after the first day traded.
@pytest.mark.parametrize(
    ("start", "achieved", "claim_by"),
    [
        ("2021-09-01", "2022-10-04", "2023-08-01"),  # day 399, the day before the memo: day 700
        ("2021-09-01", "2022-10-05", "2023-01-03"),  # 90 days
        ("2021-09-01", "2023-04-23", "2023-07-22"),  # day 600: 90 days, day 690
        ("2021-09-01", "2023-04-24", "2023-08-01"),  # day 601: day 700, and not 90 days
        ("2021-09-01", "2023-06-01", "2023-08-01"),  # day 639: 61 days
    ],
)
def test_claims_within_ninety_days_and_by_day_700(start: str, achieved: str, claim_by: str) -> None:
    """Memo 64, from 5 October 2022."""
    last = date.fromisoformat(achieved).toordinal()
    days = [event("self_employed_day", date.fromordinal(last - 181 + 7 * week), evidenced=True) for week in range(26)]
    assessment = assessed(event("start", start), *days, as_of="2023-06-02", under=BY_THE_BOOK, benefits=[])
    outcome = assessment.outcomes[1]
    assert (str(outcome.achieved_on), str(outcome.claim_by)) == (achieved, claim_by)


@pytest.mark.parametrize(("first", "claim_by"), [(100, 371), (428, 699), (429, 700), (458, 700)])
def test_a_limit_from_the_outcome_alone(first: int, claim_by: int) -> None:
    """26 weeks from day 428 end on day 609, and 90 days from that on day 699; never after day 700."""
    under = AGREED.with_parameters(claim_within_days=90)
    assert self_employed(*traded(first, 26), under=under).claim_by == day(claim_by)
    assert self_employed(*traded(first, 25), under=under).claim_by == day(700)


def test_every_published_value_names_its_source_and_fits() -> None:
    assert PUBLISHED.keys() <= CORE.parameters.keys()
    assert {name: CORE.parameters[name].value for name in PUBLISHED} == dict.fromkeys(PUBLISHED)
    assert CORE.with_parameters(**PUBLISHED).parameters["claim_within_days"].value == 90


# ── standards ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_percentages_of_paragraph_37() -> None:
    stated = {s.number: (str(s.target), str(s.bound)) for s in CORE.standards if s.target != EVERY_CASE}
    assert stated == {"CSS1": ("99.5", "at_least"), "CSS3b": ("99", "at_least"), "CSS4": ("4", "at_most")}


def test_no_deadline_counts_in_two_standards() -> None:
    measured = [rule_id for s in CORE.standards if s.number != "CSS4" for rule_id in s.measures]
    assert len(set(measured)) == len(measured)


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2020-09-09", "met"), ("2020-09-10", "not_met"), ("2020-10-13", "not_met")]
)
def test_in_backlog_from_the_day_after_the_deadline(as_of: str, verdict: str) -> None:
    (backlog,) = found("WHP-CSS-05", assessed(REFERRED, as_of=as_of))
    assert (str(backlog.verdict), backlog.value) == (verdict, verdict == "not_met")


@pytest.mark.parametrize(
    ("start", "left", "late"), [("2020-10-02", 1, False), ("2020-10-05", 0, False), ("2020-10-06", 0, True)]
)
def test_the_time_that_the_start_leaves_for_the_action_plan(start: str, left: int, late: bool) -> None:
    """37 CSS7: due on 5 October, 20 working days from the referral."""
    (finding,) = found("WHP-CSS-08", assessed(REFERRED, event("start", start), as_of=start))
    assert (finding.facts["working_days_left_from_start"], finding.facts["started_after_deadline"]) == (left, late)


def test_no_plan_is_due_from_someone_who_never_started() -> None:
    cancelled = event("referral_cancelled", 20, outcome="did_not_start")
    rejected = event("referral_acknowledged", 2, recorded_on=day(2).isoformat(), decision="reject")
    for events, number in (((), 1), ((rejected,), 0), ((cancelled,), 0), ((cancelled, event("start", 25)), 1)):
        assert len(due("WHP-CSS-08", assessed(REFERRED, *events, as_of=60))) == number
