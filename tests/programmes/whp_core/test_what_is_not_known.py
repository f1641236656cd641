"""What WHP Core leaves to other documents, and facts that a rule waits for: told as such, and nothing is guessed."""

from datetime import date
from typing import Any

import pytest

from dwp_rules import Participant
from dwp_rules.programmes.whp_core import PUBLISHED
from dwp_rules.programmes.whp_core.earnings import earned
from dwp_rules.programmes.whp_core.exit_pack import CONTENTS
from dwp_rules.programmes.whp_core.outcomes import trading
from tests.programmes.whp_core.given import (
    AGREED,
    CORE,
    ENGLAND,
    REFERRED,
    STARTED,
    WALES,
    assessed,
    claim,
    core,
    day,
    due,
    event,
    found,
    job,
    paid,
    told_of,
    traded,
)

# ── questions that chapter 2 would answer ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("question", ["eligibility", "suitability", "re_referral"])
def test_the_chapter_that_would_answer_is_named(question: str) -> None:
    for known in (Participant(participant_id="P-1"), core(REFERRED, customer_group="disability")):
        decision = getattr(CORE, question)(known, on=date(2020, 9, 7))
        assert decision.verdict == "undetermined"
        assert "chapter 2" in decision.explain()


# ── numbers that the contract settles ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("as_of", [100, 650, 710])
def test_without_the_contracts_numbers_no_outcome_is_decided(as_of: int) -> None:
    events = (*job(10), paid(60, "99999.00"), *traded(62, 4))
    assessment = assessed(STARTED, *events, as_of=as_of, under=CORE, benefits=[])
    employed, self_employed = assessment.outcomes
    assert [str(outcome.status) for outcome in assessment.outcomes] == ["undetermined", "undetermined"]
    assert (employed.missing, self_employed.missing) == (("employed_threshold",), ("self_employed_weeks",))
    assert (employed.counted, self_employed.counted) == (99999, 4)
    for outcome in assessment.outcomes:
        assert (outcome.threshold, outcome.achieved_on, outcome.payable, outcome.blocked_by) == (None, None, None, ())
    assert self_employed.safe_to_claim is None
    assert told_of("WHP-CLAIM-01", self_employed).missing == ("self_employed_weeks",)
    assert "of unknown" in assessment.explain()


def test_the_milestones_need_no_threshold() -> None:
    employed, _ = assessed(STARTED, paid(60, "2000.00"), as_of=100, under=CORE).outcomes
    assert told_of("WHP-EARN-01", employed).code == "milestone_2000"


@pytest.mark.parametrize("given", ["threshold_hours", "threshold_weeks"])
def test_hours_without_weeks_are_no_threshold(given: str) -> None:
    under = CORE.with_parameters(**{given: 16})
    employed, _ = assessed(STARTED, paid(60, "9000.00"), as_of=100, under=under).outcomes
    assert employed.missing == ("employed_threshold",)


def test_the_contracts_own_numbers_come_first() -> None:
    contract = {"employed_threshold": "2000.00", "self_employed_weeks": 2, "provision_days": 100}
    for under in (CORE, AGREED):
        assessment = assessed(
            STARTED, paid(60, "2000.00"), *traded(10, 2), as_of=100, under=under, contract=contract, benefits=[]
        )
        employed, self_employed = assessment.outcomes
        assert (employed.achieved_on, employed.threshold) == (day(60), 2000)
        assert (self_employed.achieved_on, self_employed.threshold) == (day(23), 2)
        assert assessment.provision.end_day == 100


def test_an_amount_comes_before_hours_and_weeks() -> None:
    under = CORE.with_parameters(**{**PUBLISHED, "employed_threshold": "500.00"})
    assert assessed(STARTED, paid(60, "500.00"), as_of=100, under=under).outcomes[0].achieved_on == day(60)


def test_a_day_without_a_known_living_wage_is_not_decided() -> None:
    """Rates are known to 31 March 2027."""
    under = CORE.with_parameters(**PUBLISHED)
    start = event("start", "2026-06-01")
    for on, status in (("2027-03-31", "achieved"), ("2027-04-01", "undetermined")):
        told = event("earnings_payment", on, amount="9000.00")
        employed, _ = assessed(start, told, as_of="2027-05-03", under=under).outcomes
        assert (str(employed.status), employed.payable) == (status, True if status == "achieved" else None)
        assert employed.missing == (() if status == "achieved" else ("national_living_wage",))
    refund = event("earnings_payment", "2027-04-01", amount="9000.00", payment="tax_refund")
    for events in ((), (refund,)):
        employed, _ = assessed(start, *events, as_of="2027-05-03", under=under).outcomes
        assert (str(employed.status), employed.missing, employed.threshold) == ("open", (), None)
    employed, _ = assessed(start, as_of="2027-05-03", under=under).outcomes
    assert (str(employed.status), employed.missing, employed.threshold) == ("open", (), None)


def test_benefits_that_are_not_known_decide_only_where_they_matter() -> None:
    def outcome(as_of: int, **told: Any) -> tuple[object, ...]:
        _, self_employed = assessed(STARTED, *traded(100, 26), claim(290), as_of=as_of, **told).outcomes
        return str(self_employed.status), self_employed.payable, self_employed.missing

    spell = {"starts_on": "2020-01-01", "benefit": "universal_credit"}
    assert outcome(300, benefits=[]) == ("achieved", True, ())
    assert outcome(300) == ("undetermined", None, ("benefits",))
    assert outcome(300, benefits=[spell]) == ("undetermined", None, ("benefits.self_employed_compliant",))
    assert outcome(300, benefits=[spell | {"self_employed_compliant": True}]) == ("achieved", True, ())
    assert outcome(650, benefits=[spell | {"self_employed_compliant": False}]) == ("closed", False, ())
    assert outcome(280) == ("open", False, ())


# ── people whom the provider engages ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("reading", "payable"), [("bars_payment", False), ("earnings_only", True)])
def test_whether_provider_employment_bars_the_person_is_a_reading(reading: str, payable: bool) -> None:
    under = AGREED.with_readings(provider_employment=reading)
    events = (*job(10, 40, name="J0", employer="prime"), paid(30, "3000.00", work_id="J0"), paid(60, "3000.00"))
    outcomes = assessed(STARTED, *events, *traded(100, 26), claim(300), as_of=300, under=under, benefits=[]).outcomes
    assert [outcome.achieved_on for outcome in outcomes] == [day(60), day(281)]
    assert [outcome.payable for outcome in outcomes] == [payable, payable]
    for outcome in outcomes:
        assert [f.code for f in outcome.blocked_by] == ([] if payable else ["provider_group_engagement"])


@pytest.mark.parametrize(("reading", "begun"), [("first_payment", 60), ("job_start", 10)])
def test_what_dates_commencement_is_a_reading(reading: str, begun: int) -> None:
    under = CORE.with_readings(commences_employment=reading)
    traded_first = job(5, name="J2", work="self_employed")
    events = (*job(-5, name="J0"), *traded_first, *job(10), paid(60, "10.00", work_id="J1"))
    employed, _ = assessed(STARTED, *events, as_of=100, under=under).outcomes
    assert told_of("WHP-EARN-01", employed).facts["commencement"] == day(begun)
    unpaid, _ = assessed(STARTED, paid(61, "10.00"), as_of=100, under=under).outcomes
    assert told_of("WHP-EARN-01", unpaid).facts["commencement"] == day(61)


def test_pay_of_self_employment_is_no_earnings() -> None:
    events = (*job(10, work="self_employed"), paid(60, "5000.00", work_id="J1"))
    assert assessed(STARTED, *events, as_of=100).outcomes[0].counted == 0


# ── facts of the person ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("facts", "code", "value"),
    [
        ({}, "facts_missing", None),
        ({"customer_group": "disability"}, "voluntary_group", "voluntary"),
        ({"customer_group": "early_access"}, "voluntary_group", "voluntary"),
        ({"customer_group": "long_term_unemployed"}, "mandatory_group", "mandatory"),
        ({"customer_group": "jets"}, "no_group_of_core", None),
    ],
)
def test_the_group_tells_the_basis(facts: dict[str, Any], code: str, value: str | None) -> None:
    for known in (REFERRED, STARTED):
        (basis,) = found("WHP-GROUP-01", assessed(known, as_of=10, **facts))
        assert (basis.code, basis.value) == (code, value)


@pytest.mark.parametrize(("starts_on", "value"), [("2020-09-07", "voluntary"), ("2020-09-08", "mandatory")])
def test_a_basis_of_ones_own_comes_before_the_groups(starts_on: str, value: str) -> None:
    facts = {
        "customer_group": "long_term_unemployed",
        "participation_basis": [{"starts_on": starts_on, "basis": "voluntary"}],
    }
    assert [f.value for f in found("WHP-GROUP-01", assessed(REFERRED, as_of=10, **facts))] == [value]


@pytest.mark.parametrize(("group", "verdict"), [(None, "undetermined"), ("disability", "met"), ("jets", "not_met")])
def test_every_start_is_in_one_group(group: str | None, verdict: str) -> None:
    (one,) = found("WHP-GROUP-02", assessed(STARTED, as_of=10, customer_group=group))
    assert one.verdict == verdict
    assert found("WHP-GROUP-02", assessed(REFERRED, as_of=10, customer_group=group)) == []


@pytest.mark.parametrize(
    ("dda", "group", "counted_in"),
    [
        (None, None, ("cpa_headline",)),
        (None, "disability", ("cpa_headline", "cpa_disability")),
        ("WMCA", "early_access", ("cpa_headline", "cpa_early_access", "dda_headline")),
    ],
)
def test_the_levels_in_which_a_start_is_counted(
    dda: str | None, group: str | None, counted_in: tuple[str, ...]
) -> None:
    home = [{"starts_on": "2000-01-01", "nation": "england", "cpa": "CPA1", "dda": dda}]
    by_home = {"residence": home}
    by_contract = {"contract": {"cpa": "CPA1", "dda": dda}}
    for told in (by_home, by_contract):
        (cohort,) = found("WHP-PERF-01", assessed(STARTED, as_of=10, customer_group=group, **told))
        assert (cohort.value, cohort.facts["counted_in"]) == ("2020-09", counted_in)


def test_an_answer_waits_for_the_group_that_it_is_counted_in() -> None:
    answer = event("survey_response", 30, answer="fairly_satisfied", channel="email")
    (waits,) = found("WHP-CSS-19", assessed(STARTED, answer, as_of=40))
    assert waits.missing == ("customer_group",)
    (counts,) = found("WHP-CSS-19", assessed(STARTED, answer, as_of=40, customer_group="disability"))
    assert (counts.value, counts.facts["group"]) == ("fairly_satisfied", "disability")


def test_where_someone_lives_decides_the_forms() -> None:
    (form,) = due("WHP-ESF-01", assessed(STARTED, as_of=30))
    assert (str(form.status), form.missing) == ("undetermined", ("residence",))


def test_an_entry_of_unknown_day_leaves_result_and_backlog_open() -> None:
    start = event("start", 15)
    accepted = event("referral_acknowledged", 2, recorded_on=day(2).isoformat(), decision="accept")
    for as_of, verdict in (("2020-09-28", "met"), ("2020-09-29", "undetermined")):
        assessment = assessed(REFERRED, accepted, start, as_of=as_of)
        (backlog,) = found("WHP-CSS-05", assessment)
        assert backlog.verdict == verdict
        assert due("WHP-CSS-04", assessment)[0].missing == ("start.recorded_on",)
    (backlog,) = found("WHP-CSS-05", assessed(REFERRED, start, as_of="2020-09-29"))
    assert (backlog.verdict, backlog.facts["open"]) == ("not_met", ("acknowledgement",))


def test_a_rejected_referral_is_no_backlog() -> None:
    rejected = event("referral_acknowledged", 2, recorded_on=day(2).isoformat(), decision="reject")
    (backlog,) = found("WHP-CSS-05", assessed(REFERRED, rejected, as_of=100))
    assert backlog.code == "not_in_backlog"


SIGNATURE = {"document": "esf_initial_form", "step": "signed"}


@pytest.mark.parametrize(
    ("signature", "items", "code"),
    [
        ("wet", None, "signature_accepted"),
        ("covid19_annotation", None, "facts_missing"),
        ("covid19_annotation", [], "signature_not_accepted"),
        ("covid19_annotation", ["signature_unobtainable"], "signature_accepted"),
    ],
)
def test_a_form_is_annotated_only_where_no_signature_can_be_had(
    signature: str, items: list[str] | None, code: str
) -> None:
    """37 CSS13."""
    events = [event("document_updated", 2, signature=signature, **SIGNATURE)]
    if items is not None:
        events.append(event("checklist_recorded", 2, checklist="esf_signature", items=items))
    (signed,) = found("WHP-ESF-01", assessed(STARTED, *events, as_of=10, **ENGLAND))
    assert signed.code == code
    unsigned = event("document_updated", 2, **SIGNATURE)
    assert found("WHP-ESF-01", assessed(STARTED, *events, as_of=10, **WALES)) == []
    assert found("WHP-ESF-01", assessed(STARTED, *events, as_of=10))[0].missing == ("residence",)
    assert found("WHP-ESF-01", assessed(STARTED, unsigned, as_of=10, **ENGLAND)) == []


# ── before a start, and beyond the calendar ─────────────────────────────────────────────────────────────────────


def test_before_a_start_there_is_nothing_to_count() -> None:
    situation = CORE.situation(core(REFERRED), day(10))
    for count in (earned, trading):
        with pytest.raises(LookupError, match="before a start"):
            count(situation)


def test_days_that_no_calendar_knows_are_named() -> None:
    assessment = assessed(event("referral", "2190-01-04"), event("start", "2190-01-05"), as_of="2190-01-06")
    for rule_id in ("WHP-CSS-05", "WHP-CSS-08"):
        assert [bool(finding.missing) for finding in found(rule_id, assessment)] == [True]
    assert [deadline.status for deadline in due("WHP-CSS-01", assessment)] == ["undetermined"]


def test_a_job_without_a_name_bars_no_other_pay() -> None:
    events = (event("work_started", 10, work="employed", employer="prime"), paid(60, "3000.00"))
    assert assessed(STARTED, *events, as_of=100).outcomes[0].achieved_on == day(60)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"answer": "very_satisfied", "channel": "telephone", "written_record": True}, "recorded"),
        ({"answer": "very_satisfied", "channel": "telephone", "written_record": False}, "no_written_record"),
        ({"answer": "very_satisfied", "channel": "telephone"}, "facts_missing"),
        ({}, "no_valid_answer"),
    ],
)
def test_an_answer_by_telephone_needs_a_written_record(fields: dict[str, Any], code: str) -> None:
    """37 CSS15."""
    answer = event("survey_response", 30, **fields)
    (response,) = found("WHP-CSS-19", assessed(STARTED, answer, as_of=40, customer_group="disability"))
    assert response.code == code


@pytest.mark.parametrize(
    ("to", "verdict", "missing"),
    [("dwp", "met", ()), ("participant", "not_met", ()), (None, "undetermined", ("document_issued.to",))],
)
def test_a_report_that_does_not_say_to_whom_it_went_may_have_gone_to_dwp(
    to: str | None, verdict: str, missing: tuple[str, ...]
) -> None:
    asked = event("document_requested", 460, document="exit_report", by="dwp")
    sent = event("document_issued", 461, document="exit_report", to=to)
    items = ["summary", "further_support", "copy_kept"]
    listed = event("checklist_recorded", 456, checklist="exit_report", items=items)
    (report,) = found(CONTENTS.id, assessed(STARTED, asked, sent, listed, as_of=470, benefits=[]))
    assert (str(report.verdict), report.missing) == (verdict, missing)
