"""Scorecards: who is counted in which month, and how. Expected values are worked out by hand from the paragraphs."""

import json
import pickle
from collections.abc import Sequence
from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from dwp_rules import Case, Programme, Scorecard, programme, scorecard
from dwp_rules.calendar import Month
from dwp_rules.facts import Contract, MonthlyResult
from dwp_rules.standards import Measured

LATER = date(2022, 12, 31)


def day(text: str) -> date:
    return date.fromisoformat(text)


def case(programme_id: str, *events: dict[str, Any], name: str = "P-1", **facts: Any) -> Case:
    given = {"programme": programme_id, "participant": {"participant_id": name} | facts, "events": list(events)}
    return Case.model_validate(given)


def happened(kind: str, on: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "on": on} | fields


def referred(on: str, acknowledged: str | None = None, *, name: str = "P-1", decision: str = "accept") -> Case:
    """A JETS referral, acknowledged on a day or not at all."""
    answered = [happened("referral_acknowledged", acknowledged, recorded_on=acknowledged, decision=decision)]
    return case("whp-jets", happened("referral", on), *(answered if acknowledged else []), name=name)


def tally(month: str, measure: str, met: int, total: int, **fields: Any) -> MonthlyResult:
    given = {"month": month, "measure": measure, "met": met, "total": total}
    return MonthlyResult.model_validate(given | fields)


def card(
    *cases: Case,
    of: str | Programme = "whp-jets",
    period: str = "2021-03",
    as_of: date = LATER,
    tallies: Sequence[MonthlyResult] = (),
    **options: Any,
) -> Scorecard:
    return scorecard(cases, programme=of, period=period, as_of=as_of, tallies=tallies, **options)


def numbers(line: Measured) -> tuple[int, int, int, int, int]:
    return line.met, line.not_met, line.not_yet_due, line.undetermined, line.not_applicable


# ── the month ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("received", "month"),
    [
        ("2021-02-25", "2021-03"),
        ("2021-02-24", "2021-02"),
        ("2021-03-29", "2021-03"),
        ("2021-03-30", "2021-04"),
        ("2021-03-31", "2021-04"),
    ],
)
def test_a_case_belongs_to_the_month_in_which_its_deadline_falls(received: str, month: str) -> None:
    """38 CSS1: 2 working days from receipt; 2 April 2021 is Good Friday."""
    counted = {
        period: card(referred(received, received), period=period).line("CSS1").met
        for period in ("2021-02", "2021-03", "2021-04")
    }
    assert counted == {"2021-02": 0, "2021-03": 0, "2021-04": 0} | {month: 1}


@pytest.mark.parametrize(
    ("acknowledged", "as_of", "expected"),
    [
        ("2021-03-31", "2021-03-31", (1, 0, 0, 0, 0)),
        ("2021-04-01", "2021-04-01", (0, 1, 0, 0, 0)),
        (None, "2021-03-31", (0, 0, 1, 0, 0)),
        (None, "2021-04-01", (0, 1, 0, 0, 0)),
        ("2021-04-01", "2021-03-31", (0, 0, 1, 0, 0)),
        ("2021-03-30", "2021-03-28", (0, 0, 0, 0, 1)),
    ],
)
def test_a_case_stands_as_it_stood_on_the_day_of_the_question(
    acknowledged: str | None, as_of: str, expected: tuple[int, ...]
) -> None:
    assert numbers(card(referred("2021-03-29", acknowledged), as_of=day(as_of)).line("CSS1")) == expected


def test_an_entry_of_unknown_day_is_undetermined_and_named() -> None:
    started = case("whp-jets", happened("referral", "2021-03-01"), happened("start", "2021-03-10"))
    line = card(started).line("CSS5b")
    assert numbers(line) == (0, 0, 0, 1, 0)
    assert (line.achieved, line.missing) == (None, ("start.recorded_on",))
    assert line.cases_that("undetermined") == ("P-1",)


def test_a_recurring_standard_counts_a_case_once_in_each_month_and_pools_months() -> None:
    """38 CSS8, started on 30 November 2020: 14 December kept, 30 December kept, 14 January 2021 not, then overdue."""
    meetings = [happened("meeting", on, type="booked", attended=True) for on in ("2020-12-14", "2020-12-30")]
    started = case("whp-jets", happened("start", "2020-11-30", recorded_on="2020-11-30"), *meetings)
    as_of = date(2021, 1, 31)
    by_month = {
        period: numbers(card(started, period=period, as_of=as_of).line("CSS8"))
        for period in ("2020-11", "2020-12", "2021-01")
    }
    assert by_month == {"2020-11": (0, 0, 0, 0, 1), "2020-12": (1, 0, 0, 0, 0), "2021-01": (0, 1, 0, 0, 0)}
    pooled = card(started, period="2021-01", as_of=as_of, window="rolling_3").line("CSS8")
    assert numbers(pooled) == (1, 1, 0, 0, 0)
    assert pooled.share == Fraction(1, 2)
    assert (pooled.cases_that("met"), pooled.cases_that("not_met")) == (("P-1",), ("P-1",))


def test_both_limbs_of_a_standard_are_judged_together_in_the_month_of_the_later() -> None:
    """IPES 4.35 CSS 3: signed on the meeting day, 13 January 2020, and developed by 10 February."""
    parties = ["participant", "provider"]
    signed = happened("document_updated", "2020-01-13", document="action_plan", step="signed", signed_by=parties)
    begun = (
        happened("meeting", "2020-01-13", type="initial", attended=True),
        happened("start", "2020-01-13", recorded_on="2020-01-13"),
        signed,
    )
    developed = happened("document_updated", "2020-02-10", document="action_plan", step="updated")
    done, not_done = case("ipes", *begun, developed), case("ipes", *begun)
    assert numbers(card(done, of="ipes", period="2020-01").line("CSS3")) == (0, 0, 0, 0, 1)
    assert numbers(card(done, of="ipes", period="2020-02").line("CSS3")) == (1, 0, 0, 0, 0)
    early = card(not_done, of="ipes", period="2020-02", as_of=date(2020, 1, 31))
    assert numbers(early.line("CSS3")) == (0, 0, 1, 0, 0)
    assert numbers(card(not_done, of="ipes", period="2020-02").line("CSS3")) == (0, 1, 0, 0, 0)


@pytest.mark.parametrize(("reading", "month"), [("referral_month", "2021-08"), ("due_month", "2021-09")])
def test_job_finding_support_counts_by_the_month_that_is_read(reading: str, month: str) -> None:
    """7.28, 7.45: referred on 23 August 2021, to be met by 3 September."""
    met = case(
        "jfs",
        happened("referral", "2021-08-23"),
        happened("referral_acknowledged", "2021-08-24", recorded_on="2021-08-24", decision="accept"),
        happened("meeting", "2021-09-02", type="initial", attended=True),
    )
    read = programme("jfs").with_readings(css_month=reading)
    counted = {period: card(met, of=read, period=period).line("CSS 1").met for period in ("2021-08", "2021-09")}
    assert counted == {"2021-08": 0, "2021-09": 0} | {month: 1}


def test_a_case_of_no_known_month_may_fall_in_any() -> None:
    """The cohort of Job Finding Support is the month of the referral, which is not told here."""
    ended = case(
        "jfs",
        happened("meeting", "2021-06-14", type="initial", attended=True),
        happened("start", "2021-06-14", recorded_on="2021-06-14"),
        happened("document_updated", "2021-06-14", document="action_plan", step="drafted"),
        happened("meeting", "2021-06-21", type="one_to_one", attended=True),
    )
    for period in ("2021-06", "2021-09"):
        line = card(ended, of="jfs", period=period).line("CSS 3")
        assert numbers(line) == (0, 0, 0, 1, 0)
        assert [month.month for month in line.months] == [None]


# ── backlog ──────────────────────────────────────────────────────────────────────────────────────────────────────

NOVEMBER = {"period": "2021-11"}


@pytest.mark.parametrize(
    ("received", "acknowledged", "in_backlog"),
    [
        ("2021-11-29", None, False),
        ("2021-11-26", None, False),
        ("2021-11-25", None, True),
        ("2021-11-25", "2021-11-30", False),
        ("2021-11-25", "2021-12-01", True),
        ("2021-11-09", "2021-11-10", False),
        ("2021-11-08", "2021-11-09", True),
    ],
)
def test_backlog_is_what_is_open_past_its_deadline_on_the_last_day(
    received: str, acknowledged: str | None, in_backlog: bool
) -> None:
    """38 CSS2 on 30 November: 2 working days for the acknowledgement, 15 for the result, which never came."""
    line = card(referred(received, acknowledged), **NOVEMBER).line("CSS2")
    assert numbers(line) == ((0, 1, 0, 0, 0) if in_backlog else (1, 0, 0, 0, 0))
    assert line.share == int(in_backlog)


def test_backlog_of_a_month_in_progress_is_as_of_the_day_asked() -> None:
    one = referred("2021-11-01", None)
    assert card(one, as_of=date(2021, 11, 3), **NOVEMBER).line("CSS2").share == 0
    assert card(one, as_of=date(2021, 11, 4), **NOVEMBER).line("CSS2").share == 1


def test_backlog_is_of_the_referrals_received_in_the_period_rejected_ones_among_them() -> None:
    cases = [
        referred("2021-10-31", name="october"),
        referred("2021-11-01", "2021-11-02", name="rejected", decision="reject"),
        referred("2021-11-01", "2021-12-03", name="rejected later", decision="reject"),
        *(referred("2021-11-30", name=f"new {number}") for number in range(23)),
        referred("2021-12-01", name="december"),
    ]
    line = card(*cases, **NOVEMBER).line("CSS2")
    assert line.share == Fraction(1, 25)
    assert (line.shown, line.target, line.achieved) == (Decimal("4.00"), Decimal(4), True)
    assert line.cases_that("not_met") == ("rejected later",)
    assert line.cases_that("not_applicable") == ("october", "december")


def test_a_result_entered_after_the_last_day_was_open_on_it() -> None:
    started = case(
        "whp-jets",
        happened("referral", "2021-11-01"),
        happened("referral_acknowledged", "2021-11-02", recorded_on="2021-11-02", decision="accept"),
        happened("start", "2021-11-15", recorded_on="2021-12-01"),
    )
    assert card(started, **NOVEMBER).line("CSS2").cases_that("not_met") == ("P-1",)


# ── returns, surveys and what the programme says of the whole ───────────────────────────────────────────────────


def test_monthly_templates_are_measured_over_the_returns_of_the_contract() -> None:
    """38 CSS13: February's by 15 March 2021, March's by 15 April."""
    sent = happened("return_submitted", "2021-03-15", what="participant_insight", report_month="2021-02")
    contract = Contract.model_validate({"service_start_on": "2021-02-01", "events": [sent]})
    march = card(contract=contract, as_of=date(2021, 4, 1)).line("CSS13")
    assert (march.cases_that("met"), march.achieved) == (("2021-02",), True)
    april = card(contract=contract, period="2021-04", as_of=date(2021, 4, 16)).line("CSS13")
    assert (april.cases_that("not_met"), april.achieved) == (("2021-03",), False)
    assert card().line("CSS13").finding.code == "nothing_to_measure"


ANSWERS = ("very_satisfied", "fairly_satisfied", "fairly_satisfied", "very_dissatisfied")


def answered(programme_id: str, *answers: str, name: str = "P-1", **facts: Any) -> Case:
    responses = [happened("survey_response", "2021-03-10", answer=answer, channel="email") for answer in answers]
    return case(programme_id, *responses, name=name, **facts)


def test_answers_are_counted_by_group_and_invalid_ones_apart() -> None:
    """Annex 2 Q9: four answers; by telephone only with a detailed written record."""
    by_telephone = happened(
        "survey_response", "2021-03-11", answer="fairly_satisfied", channel="telephone", written_record=False
    )
    counted = card(answered("whp-jets", *ANSWERS), case("whp-jets", by_telephone, name="P-2"))
    (found,) = [finding for finding in counted.findings if finding.rule.id == "JETS-CSS-16"]
    assert found.facts == {
        "group": "jets",
        "very_satisfied": 1,
        "fairly_satisfied": 2,
        "fairly_dissatisfied": 0,
        "very_dissatisfied": 1,
    }
    assert counted.line("satisfaction").cases_that("not_met") == ("P-2",)
    assert [
        f for f in card(answered("whp-jets", *ANSWERS), period="2021-04").findings if f.rule.id == "JETS-CSS-16"
    ] == []


def test_core_splits_the_answers_by_customer_group() -> None:
    groups = ("disability", "long_term_unemployed")
    people = [answered("whp-core", "very_satisfied", name=group, customer_group=group) for group in groups]
    findings = [f for f in card(*people, of="whp-core").findings if f.rule.id == "WHP-CSS-19"]
    assert [(f.facts["group"], f.facts["very_satisfied"]) for f in findings] == [(group, 1) for group in groups]


def test_the_satisfied_share_has_no_target() -> None:
    line = card(answered("jfs", *ANSWERS), of="jfs").line("JFS-SURVEY-03")
    assert (line.share, line.target, line.achieved) == (Fraction(3, 4), None, None)
    assert dict(line.answers[0].counts)["fairly_satisfied"] == 2


def test_any_failure_of_an_ipes_standard_is_actionable_those_of_the_tender_too() -> None:
    """4.36."""

    def failed(*tallies: MonthlyResult) -> Any:
        contract = Contract.model_validate(
            {"target_percent": [{"starts_on": "2020-01-01", "measure": "TCSS1", "percent": 90}]}
        )
        found = card(of="ipes", tallies=tallies, contract=contract).findings
        (finding,) = [one for one in found if one.rule.id == "IPES-CSS-06"]
        return finding.code, finding.facts["failed"]

    met, missed = tally("2021-03", "CSS1", 5, 5), tally("2021-03", "CSS2", 94, 100)
    assert failed() == ("none_failed", ())
    assert failed(met) == ("none_failed", ())
    assert failed(met, missed) == ("failed", ("CSS2",))
    assert failed(met, tally("2021-03", "TCSS1", 9, 10)) == ("none_failed", ())
    assert failed(met, tally("2021-03", "TCSS1", 8, 10)) == ("failed", ("TCSS1",))


def test_job_finding_support_judges_its_six_standards_and_names_those_missed() -> None:
    """7.44 and 7.45: 95% for CSS 1 and 2, which carry service credits, 100% for the rest."""
    told = [("CSS 1", 19, 20), ("CSS 2", 189, 200), ("CSS 4", 199, 200), ("CSS 5", 0, 0)]
    findings = card(of="jfs", tallies=[tally("2021-03", *one) for one in told]).findings
    targets = {f.facts["css"]: (f.code, f.facts["has_service_credit"]) for f in findings if f.rule.id == "JFS-CSS-07"}
    assert targets == {
        "CSS 1": ("target_met", True),
        "CSS 2": ("target_missed", True),
        "CSS 3": ("nothing_to_measure", False),
        "CSS 4": ("target_missed", False),
        "CSS 5": ("nothing_to_measure", False),
        "CSS 6": ("nothing_to_measure", False),
    }
    (improvement,) = [f for f in findings if f.rule.id == "JFS-PERF-03"]
    assert improvement.facts["standards_missed"] == ("CSS 2", "CSS 4")
    reported = {f.facts["css"]: (f.facts["eligible"], f.facts["met"]) for f in findings if f.rule.id == "JFS-MI-05"}
    assert reported == {"CSS 3": (0, 0), "CSS 4": (200, 199), "CSS 5": (0, 0)}


def test_standards_without_a_percentage_need_every_case_unless_the_contract_says_otherwise() -> None:
    """JETS 2.5; 38: 'will'."""
    one_short = tally("2021-03", "CSS7", 56, 57)

    def judged(contract: Contract | None) -> dict[Any, str]:
        findings = card(tallies=[one_short], contract=contract).findings
        return {f.facts["standard"]: f.code for f in findings if f.rule.id == "JETS-CSS-17"}

    nineteen_in_twenty = [{"starts_on": "2021-03-31", "measure": "JETS-CSS-08", "percent": 95}]
    assert judged(None)["CSS7"] == "not_every_case_met"
    assert judged(Contract.model_validate({"target_percent": nineteen_in_twenty}))["CSS7"] == "every_case_met"
    assert judged(None)["CSS4"] == "nothing_to_measure"
    assert "CSS1" not in judged(None)
    too_late = [{"starts_on": "2021-04-01", "measure": "CSS7", "percent": 95}]
    of_a_group = [{"starts_on": "2021-01-01", "measure": "CSS7", "group": "disability", "percent": 95}]
    for listed in (too_late, of_a_group):
        assert judged(Contract.model_validate({"target_percent": listed}))["CSS7"] == "not_every_case_met"


def test_the_work_programme_has_no_standards_and_says_so() -> None:
    empty = card(case("work-programme", happened("referral", "2012-03-01")), of="work-programme", period="2012-03")
    assert (empty.lines, empty.findings, empty.cases) == ((), (), 1)
    assert "nothing to measure" in empty.explain()
    with pytest.raises(ValueError, match="it may be: none"):
        card(of="work-programme", tallies=[tally("2012-03", "CSS1", 1, 1)])


# ── tallies ──────────────────────────────────────────────────────────────────────────────────────────────────────

JFS_MONTHS = [("2021-06", 90, 100), ("2021-07", 190, 200), ("2021-08", 96, 100), ("2021-09", 40, 50)]


@pytest.mark.parametrize(
    ("window", "pooled", "mean"),
    [
        ("in_month", Fraction(40, 50), Fraction(40, 50)),
        ("rolling_3", Fraction(326, 350), Fraction(271, 300)),
        ("rolling_12", Fraction(416, 450), Fraction(361, 400)),
        ("cumulative", Fraction(416, 450), Fraction(361, 400)),
    ],
)
def test_a_window_pools_or_averages_as_it_is_read(window: str, pooled: Fraction, mean: Fraction) -> None:
    """JFS 7.13, 7.20, 7.45."""
    options: dict[str, Any] = {
        "period": "2021-09",
        "window": window,
        "tallies": [tally(month, "CSS 1", met, total) for month, met, total in JFS_MONTHS],
        "contract": Contract.model_validate({"service_start_on": "2021-06-01"}),
    }
    averaging = programme("jfs").with_readings(rolling="mean_of_months")
    assert card(of="jfs", **options).line("CSS 1").share == pooled
    assert card(of=averaging, **options).line("CSS 1").share == mean


def test_tallies_of_other_months_and_of_months_still_to_come_are_left_out() -> None:
    tallies = [tally(month, "CSS1", 1, 1) for month in ("2021-02", "2021-03", "2021-04")]
    assert card(tallies=tallies).line("CSS1").met == 1
    assert card(tallies=tallies, as_of=date(2021, 3, 1)).line("CSS1").met == 1
    assert card(tallies=tallies, as_of=date(2021, 2, 28)).line("CSS1").met == 0
    clipped = Contract.model_validate({"service_start_on": "2021-02-15"})
    assert card(tallies=tallies, window="rolling_12", contract=clipped).line("CSS1").met == 2


def test_what_a_tally_excludes_is_not_applicable() -> None:
    """JETS 1.26: Welsh starts are outside the ESF standards."""
    line = card(tallies=[tally("2021-03", "CSS11", 119, 120, excluded=30)]).line("CSS11")
    assert (line.population, line.not_applicable, str(line.shown), line.achieved) == (120, 30, "99.17", False)


def test_cases_and_tallies_of_different_months_add_up() -> None:
    line = card(
        referred("2021-03-01", "2021-03-01"), tallies=[tally("2021-02", "JETS-CSS-01", 3, 4)], window="rolling_3"
    ).line("CSS1")
    assert (line.share, [month.given for month in line.months]) == (Fraction(4, 5), [True, False])


def test_groups_of_people_add_up() -> None:
    tallies = [tally("2021-03", "CSS1", 3, 4, group="disability"), tally("2021-03", "CSS1", 1, 1, group="early_access")]
    assert card(of="whp-core", tallies=tallies).line("CSS1").share == Fraction(4, 5)


@pytest.mark.parametrize(
    ("tallies", "message"),
    [
        ([tally("2021-03", "CSS99", 1, 1)], "names no standards of whp-jets; it may be: CSS1, CSS2"),
        ([tally("2021-03", "JETS-CSS-13", 1, 1)], "names several standards of whp-jets; it may be: CSS11, CSS12$"),
        ([tally("2021-03", "CSS1", 1, 1)], "given as a tally and counted from cases too"),
        ([tally("2021-02", "CSS4", 1, 1), tally("2021-02", "JETS-CSS-04", 1, 1)], "CSS4 for 2021-02 overlap"),
        ([tally("2021-02", "CSS4", 1, 1), tally("2021-02", "CSS4", 1, 1, group="a")], "CSS4 for 2021-02 overlap"),
        ([tally("2021-02", "CSS4", 1, 1, provider="A"), tally("2021-01", "CSS4", 1, 1, provider="B")], "of A, B"),
    ],
)
def test_what_would_count_twice_or_is_not_known_is_refused(tallies: list[MonthlyResult], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        card(referred("2021-03-01", "2021-03-01"), tallies=tallies, window="rolling_3")


def test_tallies_of_another_provider_than_the_contracts_are_refused() -> None:
    contract = Contract.model_validate({"provider": "A"})
    assert card(tallies=[tally("2021-03", "CSS1", 1, 1, provider="A")], contract=contract).line("CSS1").met == 1
    with pytest.raises(ValueError, match="of one provider"):
        card(tallies=[tally("2021-03", "CSS1", 1, 1, provider="B")], contract=contract)


def test_tallies_of_other_rules_are_for_another_question() -> None:
    assert card(of="ipes", tallies=[tally("2021-03", "IPES-PERF-04", 1, 2)]).line("CSS1").population == 0


# ── asking ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"period": "2021-3"}, ValueError, "YYYY-MM"),
        ({"window": "rolling_6"}, ValueError, "in_month, rolling_3, rolling_12, cumulative"),
        ({"window": "cumulative"}, ValueError, "service_start_on"),
        ({"of": "nowhere"}, KeyError, "nowhere"),
        ({"as_of": "2021-04-01"}, TypeError, "datetime.date"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(
    options: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        card(**options)


def test_a_case_of_another_programme_is_refused_by_its_place() -> None:
    with pytest.raises(ValueError, match="case 2 belongs to jfs, the scorecard is of whp-jets"):
        card(referred("2021-03-01"), case("jfs"))


def test_a_line_is_found_by_its_number_or_its_rule() -> None:
    asked = card(period="2021-03")
    assert asked.line("CSS1") is asked.line("JETS-CSS-01")
    with pytest.raises(KeyError, match="no standards 'CSS99'; ask for: CSS1, CSS2"):
        asked.line("CSS99")
    with pytest.raises(KeyError, match="several standards 'JETS-CSS-13'; ask for: CSS11, CSS12"):
        asked.line("JETS-CSS-13")
    with pytest.raises(ValueError, match="perhaps"):
        asked.line("CSS1").cases_that("perhaps")


def test_months_and_programmes_may_be_given_as_values() -> None:
    line = scorecard(
        [referred("2021-03-01", "2021-03-01")], programme=programme("whp-jets"), period=Month(2021, 3), as_of=LATER
    ).line("CSS1")
    assert line.met == 1


def test_a_scorecard_does_not_change_and_can_be_kept() -> None:
    asked: Any = card(referred("2021-03-01", "2021-03-01"))
    with pytest.raises(FrozenInstanceError):
        asked.period = Month(2021, 4)
    with pytest.raises(FrozenInstanceError):
        asked.lines[0].target = None
    kept: Scorecard = pickle.loads(pickle.dumps(asked))
    assert kept.lines == asked.lines
    assert kept.line("CSS1").cases_that("met") == ("P-1",)
    assert kept.to_dict(with_cases=True) == asked.to_dict(with_cases=True)


def test_a_scorecard_is_written_as_json_with_the_cases_that_fail() -> None:
    cases = (referred("2021-03-01", "2021-03-01", name="kept"), referred("2021-03-01", name="late"))
    written = json.loads(card(*cases).to_json())
    assert (written["period"], written["first"], written["last"]) == ("2021-03", "2021-03-01", "2021-03-31")
    first = written["lines"][0]
    assert (first["number"], first["share"], first["achieved"]) == ("CSS1", "1/2", False)
    assert first["cases"] == {"not_met": ["late"]}
    assert first["months"][0]["month"] == "2021-03"
    everyone = json.loads(card(*cases).to_json(with_cases=True))["lines"][0]["cases"]
    assert (everyone["met"], everyone["not_applicable"]) == (["kept"], [])


def test_a_scorecard_says_its_lines_findings_and_failing_cases() -> None:
    said = card(*(referred("2021-03-01", name=f"P-{number}") for number in range(12))).explain()
    assert "scorecard of 2021-03, in month (1 March 2021 to 31 March 2021), as of 31 December 2022, 12 cases" in said
    assert "  CSS1: 0.00% (to 2 places; compared exactly), target at least 99.5%: 0 met, 12 not met" in said
    assert "      not met: P-0, P-1, P-2, P-3, P-4, P-5, P-6, P-7, P-8, P-9 and 2 more" in said
    assert "[JETS-PERF-10: WHP COVID-19 chapter 16 11, 21" in said
