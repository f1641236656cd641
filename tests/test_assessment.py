"""`assess`: everything about one case on one day, unchangeable, reproducible, and written out the same every time."""

import copy
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from dwp_rules import Assessment, Case, Programme, Receipt, __version__, assess, programme
from dwp_rules.rules import Verdict

JETS = programme("whp-jets")
AS_OF = date(2021, 8, 30)

Told = dict[str, Any]

TOLD: Told = {
    "programme": "whp-jets",
    "participant": {
        "participant_id": "P-1",
        "date_of_birth": "1988-03-14",
        "residence": [{"starts_on": "2015-06-01", "nation": "england", "cpa": "CPA3"}],
        "benefits": [{"starts_on": "2020-05-18", "benefit": "new_style_jsa"}],
        "unemployed_since": "2020-05-18",
        "participation_basis": [{"starts_on": "2020-05-18", "basis": "voluntary"}],
    },
    "events": [
        {"kind": "referral", "on": "2020-10-12", "route": "jobcentre"},
        {"kind": "referral_acknowledged", "on": "2020-10-14", "recorded_on": "2020-10-14", "decision": "accept"},
        {"kind": "meeting", "on": "2020-10-27", "type": "initial", "attended": True},
        {"kind": "start", "on": "2020-10-27", "recorded_on": "2020-10-29"},
        {"kind": "work_started", "on": "2021-01-11", "work_id": "J1", "work": "employed"},
        {"kind": "earnings_payment", "on": "2021-01-29", "amount": "412.50", "work_id": "J1"},
        {"kind": "earnings_payment", "on": "2021-02-26", "amount": "587.50", "work_id": "J1"},
        {"kind": "provision_ended", "on": "2021-02-26", "recorded_on": "2021-03-01", "reason": "outcome_achieved"},
    ],
}


def case(**changes: Any) -> Case:
    return Case.model_validate(TOLD | changes)


def assessed(as_of: date = AS_OF, chosen: Programme | None = None) -> Assessment:
    return assess(case(), as_of=as_of, programme=chosen)


# ── what is asked ───────────────────────────────────────────────────────────────────────────────────────────────


def test_it_is_all_that_the_programme_can_be_asked_at_once() -> None:
    told, referred = case(), date(2020, 10, 12)
    assessment = assess(told, as_of=AS_OF)
    assert (assessment.participant_id, assessment.programme, assessment.as_of) == ("P-1", "whp-jets", AS_OF)
    assert assessment.eligibility == JETS.eligibility(told, on=referred)
    assert assessment.suitability == JETS.suitability(told, on=referred)
    assert assessment.deadlines == JETS.deadlines(told, as_of=AS_OF)
    assert assessment.provision == JETS.provision(told, as_of=AS_OF)
    assert assessment.outcomes == JETS.outcomes(told, as_of=AS_OF)
    assert assessment.warnings == ()


def test_decisions_are_of_the_day_of_the_referral_and_without_one_of_the_day_asked_about() -> None:
    assert assessed().eligibility.on == date(2020, 10, 12)
    assert assess(case(events=TOLD["events"][3:]), as_of=AS_OF).eligibility.on == AS_OF
    assert assessed(as_of=date(2020, 10, 1)).suitability.on == date(2020, 10, 1)


def test_re_referral_is_asked_only_of_those_who_took_part_before() -> None:
    assert assessed().re_referral is None
    before = [{"programme": "whp-jets", "referred_on": "2019-03-04"}]
    again = assess(case(participant=TOLD["participant"] | {"previous_participations": before}), as_of=AS_OF)
    assert again.re_referral is not None
    assert again.re_referral.verdict is Verdict.UNDETERMINED
    assert "Provider Guidance" in again.explain()
    assert again.to_dict()["re_referral"] is not None


def test_a_programme_under_other_readings_or_numbers_may_be_given() -> None:
    higher = assessed(chosen=JETS.with_parameters(earnings_threshold="1000.01"))
    assert str(higher.outcomes[0].status) == "closed"
    assert str(assessed(chosen=JETS).outcomes[0].status) == "achieved"


def test_another_programme_than_the_cases_own_is_refused_by_both_names() -> None:
    other = replace(JETS, id="city-scheme")
    with pytest.raises(ValueError, match=r"whp-jets.*city-scheme"):
        assess(case(), as_of=AS_OF, programme=other)
    with pytest.raises(ValueError, match=r"city-scheme.*whp-jets"):
        assess(case(programme="city-scheme"), as_of=AS_OF, programme=JETS)


@pytest.mark.parametrize("as_of", ["2021-08-30", datetime(2021, 8, 30, tzinfo=UTC), None, 20210830])
def test_a_day_that_is_no_date_is_refused(as_of: Any) -> None:
    for told in (case(), case(events=[])):
        with pytest.raises(TypeError, match="date"):
            assess(told, as_of=as_of)


def test_the_day_must_be_named() -> None:
    ask: Any = assess
    with pytest.raises(TypeError, match="as_of"):
        ask(case())


# ── the edges ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_case_without_events() -> None:
    assessment = assess(case(events=[]), as_of=AS_OF)
    assert (assessment.deadlines, assessment.outcomes, assessment.warnings) == ((), (), ())
    assert assessment.provision.status == "not_referred"
    assert assessment.eligibility.on == AS_OF
    assert "not started" in assessment.explain()


def test_a_person_of_whom_nothing_is_known() -> None:
    assessment = assess(case(participant={"participant_id": "P-1"}, events=[]), as_of=AS_OF)
    assert assessment.eligibility.verdict is Verdict.UNDETERMINED
    assert {"date_of_birth", "benefits", "right_to_work", "unemployed_since"} <= set(assessment.eligibility.missing)


@pytest.mark.parametrize("as_of", [date(2020, 10, 11), date(1900, 1, 1), date.min])
def test_before_everything(as_of: date) -> None:
    assessment = assessed(as_of)
    assert (assessment.deadlines, assessment.outcomes, assessment.warnings) == ((), (), ())
    assert assessment.provision.status == "not_referred"
    assert json.loads(assessment.to_json())["as_of"] == as_of.isoformat()


@pytest.mark.parametrize("as_of", [date(2199, 12, 31), date.max])
def test_long_after_everything(as_of: date) -> None:
    assessment = assessed(as_of)
    assert assessment.provision.status == "closed"
    assert assessment.outcomes[0].achieved_on == date(2021, 2, 26)
    assert "2021" in assessment.explain()


def test_ten_thousand_events() -> None:
    days = [str(date(2021, 1, 12) + timedelta(days=n % 140)) for n in range(10_000)]
    pay = [{"kind": "earnings_payment", "on": day, "amount": "0.10", "work_id": "J1"} for day in days]
    events = [event for event in TOLD["events"] if event["kind"] not in {"earnings_payment", "provision_ended"}]
    assessment = assess(case(events=events + pay), as_of=AS_OF)
    assert str(assessment.outcomes[0].counted) == "1000.00"
    assert assessment.outcomes[0].achieved_on == date(2021, 1, 12) + timedelta(days=139)
    evidence: Any = assessment.outcomes[0].evidence
    assert len(evidence.lines) == 10_000
    assert len(json.loads(assessment.to_json())["outcomes"]) == 2


# ── written out ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_it_is_written_out_as_json_and_read_back() -> None:
    assessment = assessed()
    told = json.loads(assessment.to_json())
    assert told == json.loads(json.dumps(assessment.to_dict()))
    assert list(told) == [
        "participant_id",
        "programme",
        "as_of",
        "eligibility",
        "suitability",
        "re_referral",
        "deadlines",
        "provision",
        "outcomes",
        "findings",
        "warnings",
        "receipt",
    ]
    assert told["provision"]["end_date"] == "2021-02-26"
    assert told["outcomes"][0]["counted"] == "1000.00"
    assert told["outcomes"][0]["evidence"]["lines"][0]["amount"] == "412.50"
    assert told["deadlines"][0]["rule"]["citations"]
    assert told["eligibility"]["findings"][0]["facts"]["age"] == 32


def test_every_finding_is_written_out_with_code_verdict_reason_facts_value_and_missing() -> None:
    for finding in json.loads(assessed().to_json())["findings"]:
        assert {"rule", "code", "verdict", "reason", "facts", "value", "missing"} <= set(finding)
        assert {"id", "title", "citations"} <= set(finding["rule"])


def test_it_is_written_out_the_same_every_time() -> None:
    assert assessed().to_json() == assessed().to_json()
    assert json.loads(assessed().to_json(indent=2)) == json.loads(assessed().to_json())
    assert assessed().to_json(indent=2).count("\n") > 100


def test_it_is_written_out_the_same_in_another_process(tmp_path: Path) -> None:
    """Sets are written in one order, whatever the seed of the process."""
    told = tmp_path / "case.json"
    told.write_text(json.dumps(TOLD | {"participant": TOLD["participant"] | {"suitability_reasons": REASONS}}))
    script = (
        "import sys; from datetime import date; from dwp_rules import Case, assess; "
        "print(assess(Case.model_validate_json(open(sys.argv[1]).read()), as_of=date(2021, 8, 30)).to_json())"
    )
    written = {
        subprocess.run(
            [sys.executable, "-c", script, str(told)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(written) == 1


REASONS = ["needs_help_to_find_work", "job_search_skills", "transferable_skills"]


def test_in_words_every_part_has_its_heading() -> None:
    lines = assessed().explain().split("\n")
    assert lines[0] == "Work and Health Programme Job Entry: Targeted Support: P-1, as of 30 August 2021"
    for heading in ("Provision", "Deadlines", "Outcomes", "Findings"):
        assert heading in lines
    assert "Warnings" not in lines
    twice = assess(case(events=[*TOLD["events"], {"kind": "start", "on": "2020-11-02"}]), as_of=AS_OF).explain()
    assert "Warnings" in twice.split("\n")
    assert "two_starts" in twice


# ── the receipt ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_receipt_tells_what_the_answer_rests_on() -> None:
    receipt = assessed().receipt
    assert (receipt.version, receipt.as_of) == (__version__, AS_OF)
    assert (receipt.calendar, receipt.horizon) == (JETS.calendar.name, JETS.calendar.horizon)
    assert receipt.readings == {name: reading.default for name, reading in JETS.readings.items()}
    assert receipt.parameters == {name: parameter.value for name, parameter in JETS.parameters.items()}
    assert len(receipt.input_digest) == len(receipt.rules_digest) == 64


def test_the_same_question_has_the_same_receipt() -> None:
    assert assessed().receipt == assessed().receipt
    assert assess(Case.model_validate_json(json.dumps(TOLD)), as_of=AS_OF).receipt == assessed().receipt
    assert assessed(chosen=JETS.with_readings()).receipt == assessed().receipt


def _differs(receipt: Receipt) -> set[str]:
    ordinary = assessed().receipt._asdict()
    return {name for name, value in receipt._asdict().items() if value != ordinary[name]}


def test_the_receipt_changes_with_whatever_the_answer_rests_on() -> None:
    assert _differs(assessed(as_of=date(2021, 8, 29)).receipt) == {"as_of"}
    assert _differs(assessed(chosen=JETS.with_readings(provider_employment="earnings_only")).receipt) == {"readings"}
    assert _differs(assessed(chosen=JETS.with_parameters(outcome_day=239)).receipt) == {"parameters"}
    assert _differs(assess(case(events=TOLD["events"][:-1]), as_of=AS_OF).receipt) == {"input_digest"}
    renamed = TOLD["participant"] | {"date_of_birth": "1988-03-15"}
    assert _differs(assess(case(participant=renamed), as_of=AS_OF).receipt) == {"input_digest"}
    fewer = replace(JETS, others=(), rules=tuple(rule for rule in JETS.rules if rule.id != "JETS-CAL-04"))
    assert _differs(assessed(chosen=fewer).receipt) == {"rules_digest"}


# ── immutable, compared by content, picklable ───────────────────────────────────────────────────────────────────


def test_it_does_not_change() -> None:
    assessment = assessed()
    written = assessment.to_json()
    for name in ("as_of", "eligibility", "deadlines", "warnings", "participant_id", "receipt", "_case", "more"):
        with pytest.raises(AttributeError):
            setattr(assessment, name, None)
        with pytest.raises(AttributeError):
            delattr(assessment, name)
    for results in (assessment.deadlines, assessment.outcomes, assessment.findings, assessment.warnings):
        assert isinstance(results, tuple)
    for result, field in (
        (assessment.deadlines[0], "due"),
        (assessment.provision, "status"),
        (assessment.provision.phases[0], "last_day"),
        (assessment.outcomes[0], "payable"),
        (assessment.findings[0], "value"),
        (assessment.eligibility, "verdict"),
    ):
        with pytest.raises(AttributeError):
            setattr(result, field, None)
    assert assessment.to_json() == written


def test_what_is_written_out_is_the_callers_own() -> None:
    assessment = assessed()
    written = assessment.to_json()
    assessment.to_dict().clear()
    assessment.receipt.readings.clear()
    assert assessment.to_json() == written
    assert assessed().to_json() == written


def test_equal_where_the_same_was_asked_and_answered() -> None:
    assert assessed() == assessed()
    assert len({assessed(), assessed()}) == 1
    assert assessed() != assessed(as_of=date(2021, 8, 29))
    assert assessed() != assessed(chosen=JETS.with_readings(provider_employment="earnings_only"))
    assert assessed() != "an assessment"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_it_can_be_copied_and_pickled_with_its_readings_and_numbers(again: Callable[[Assessment], Assessment]) -> None:
    chosen = JETS.with_readings(self_employed_week="fixed_weeks").with_parameters(outcome_day=200)
    for assessment in (assessed(), assessed(chosen=chosen), assessed(chosen=JETS.with_readings())):
        copied = again(assessment)
        assert copied == assessment
        assert copied.receipt == assessment.receipt
        assert copied.explain() == assessment.explain()


def test_its_parts_can_be_pickled_too() -> None:
    assessment = assessed()
    for part in (
        assessment.eligibility,
        assessment.deadlines,
        assessment.provision,
        assessment.outcomes,
        assessment.findings,
        assessment.receipt,
    ):
        assert pickle.loads(pickle.dumps(part)) == part


def test_it_shows_which_case_and_day_it_is_and_nothing_personal() -> None:
    assert repr(assessed()) == "Assessment(participant_id='P-1', programme='whp-jets', as_of=2021-08-30)"


# ── many at once ────────────────────────────────────────────────────────────────────────────────────────────────


def test_eight_threads_give_the_same_answer() -> None:
    told, barrier = case(), Barrier(8)
    expected = assessed().to_json()

    def ask(_number: int) -> list[str]:
        barrier.wait()
        shared = [assess(told, as_of=AS_OF).to_json() for _ in range(5)]
        own = [assess(case(), as_of=AS_OF, programme=JETS.with_readings()).to_json() for _ in range(5)]
        return shared + own

    with ThreadPoolExecutor(8) as pool:
        for written in pool.map(ask, range(8)):
            assert set(written) == {expected}


# ── time in proportion ──────────────────────────────────────────────────────────────────────────────────────────


def steps_of(ask: Callable[[], object]) -> int:
    """How many steps of bytecode an answer takes: a measure that does not depend on the machine."""
    steps = 0

    def watch(frame: Any, event: str, _argument: object) -> Any:
        nonlocal steps
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        if event == "opcode":
            steps += 1
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        ask()
    finally:
        sys.settrace(before)
    return steps


def on(number: int) -> str:
    return str(date(2020, 10, 28) + timedelta(days=number // 3))


MANY: dict[str, list[Callable[[int], Told]]] = {
    "booked meetings": [lambda n: {"kind": "meeting", "on": on(n), "type": "booked", "attended": True}],
    "missed meetings and attempts": [
        lambda n: {"kind": "meeting", "on": on(n), "type": "booked", "attended": False, "explained_on": on(n)},
        lambda n: {"kind": "contact", "on": on(n), "result": "attempted", "by": "provider"},
    ],
    "jobs and their ends": [
        lambda n: {"kind": "work_started", "on": on(n), "work": "employed", "work_id": f"J{n}"},
        lambda n: {"kind": "work_ended", "on": on(n), "work_id": f"J{n}"},
    ],
    "pay": [lambda n: {"kind": "earnings_payment", "on": on(n), "amount": "1.00", "work_id": f"J{n}"}],
    "trading and claims": [
        lambda n: {"kind": "self_employed_day", "on": on(n), "evidenced": bool(n % 2)},
        lambda n: {"kind": "outcome_claim", "on": on(n), "channel": "email"},
    ],
    "forms and returns": [
        lambda n: {"kind": "document_issued", "on": on(n), "document": "esf_initial_form", "to": "esf_admin_team"},
        lambda n: {"kind": "document_issued", "on": on(n), "document": "esf_end_form", "to": "provider", "by": "dwp"},
        lambda n: {"kind": "document_updated", "on": on(n), "document": "esf_initial_form", "step": "signed"},
    ],
    "disengaging and returning": [
        lambda n: {"kind": "disengaged", "on": on(n)},
        lambda n: {"kind": "re_engaged", "on": on(n)},
    ],
    "leaving": [
        lambda n: {"kind": "withdrawal", "on": on(n), "stage": "on_provision"},
        lambda n: {"kind": "exit_decision", "on": on(n), "ends_programme": True},
        lambda n: {"kind": "provision_ended", "on": on(n), "reason": "signposted"},
    ],
    "referrals and starts": [
        lambda n: {"kind": "referral", "on": on(n)},
        lambda n: {"kind": "referral_acknowledged", "on": on(n), "decision": "accept"},
        lambda n: {"kind": "start", "on": on(n)},
        lambda n: {"kind": "referral_cancelled", "on": on(n), "outcome": "did_not_attend"},
    ],
    "checklists, messages, costs and results": [
        lambda n: {"kind": "checklist_recorded", "on": on(n), "checklist": f"list {n % 7}", "items": ["done"]},
        lambda n: {"kind": "notification", "on": on(n), "topic": "evaluation"},
        lambda n: {"kind": "cost", "on": on(n), "cost": "travel", "amount": "3.00"},
        lambda n: {"kind": "esf_result", "on": on(n), "result": "qualification"},
        lambda n: {"kind": "moved", "on": on(n)},
        lambda n: {"kind": "escalation", "on": on(n), "matter": "complaint", "step": "raised"},
    ],
}


@pytest.mark.parametrize("kinds", list(MANY))
def test_ten_times_the_events_take_at_most_twelve_times_the_steps(kinds: str) -> None:
    def steps(number: int) -> int:
        events = [event(n) for n in range(number) for event in MANY[kinds]]
        told = case(events=TOLD["events"][:4] + events)
        return steps_of(lambda: assess(told, as_of=AS_OF))

    assert steps(400) <= 12 * steps(40)
