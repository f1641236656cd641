"""A programme as a value: rules cited and told apart, a register without gaps, readings and numbers by choice."""

import pickle
from collections import Counter
from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import pytest

from dwp_rules import Case, Participant, Programme, all_programmes, programme
from dwp_rules.programmes import Treatment
from dwp_rules.rules import Verdict

JETS = programme("whp-jets")
ON = date(2020, 10, 5)

every_programme = pytest.mark.parametrize("programme_id", list(all_programmes()))


# ── rules and register, of every programme ──────────────────────────────────────────────────────────────────────


@every_programme
def test_every_rule_has_an_id_of_its_own_a_title_and_citations(programme_id: str) -> None:
    rules = programme(programme_id).rules
    assert [name for name, times in Counter(rule.id for rule in rules).items() if times > 1] == []
    for rule in rules:
        assert rule.title
        assert rule.title == rule.title.strip()
        assert rule.citations
        assert len(set(rule.citations)) == len(rule.citations), rule.id


@every_programme
def test_every_citation_is_of_the_programmes_own_documents_or_says_that_it_is_not(programme_id: str) -> None:
    chosen = programme(programme_id)
    cited = [
        *(citation for entry in chosen.register for citation in entry.citations),
        *(citation for parameter in chosen.parameters.values() for citation in parameter.citations),
        *(citation for reading in chosen.readings.values() for citation in reading.citations),
    ]
    for citation in cited:
        assert citation.source in chosen.sources or citation.source.outside, citation
    assert set(chosen.sources) <= {citation.source for citation in cited}


@every_programme
def test_rules_that_count_by_others_or_are_scheduled_together_name_rules_that_exist(programme_id: str) -> None:
    chosen = programme(programme_id)
    known = {rule.id for rule in chosen.rules}
    for rule in chosen.rules:
        assert set(rule.counts_by) <= known, rule.id
        assert not rule.schedule or rule.schedule in known, rule.id


@every_programme
def test_every_rule_of_a_question_a_deadline_or_a_standard_is_among_the_rules(programme_id: str) -> None:
    chosen = programme(programme_id)
    known = {rule.id for rule in chosen.rules}
    for question in (chosen.asks_eligibility, chosen.asks_suitability, chosen.asks_re_referral):
        assert {rule.id for rule in question.rules} <= known
    assert {declared.rule.id for declared in chosen.declared_deadlines} <= known
    for standard in chosen.standards:
        assert standard.rule.id in known
        assert set(standard.measures) <= known


@every_programme
def test_the_register_holds_every_rule_and_duty_once_and_says_how_each_entry_is_treated(programme_id: str) -> None:
    chosen = programme(programme_id)
    ids = [entry.id for entry in chosen.register]
    assert ids == sorted(set(ids))
    assert {rule.id for rule in chosen.rules} | {duty.rule.id for duty in chosen.duties} <= set(ids)
    for entry in chosen.register:
        assert entry.treatment in Treatment
        assert entry.title
        assert entry.why
        assert entry.citations, entry.id


@every_programme
def test_every_reading_names_entries_of_the_register_and_says_why(programme_id: str) -> None:
    chosen = programme(programme_id)
    ids = {entry.id for entry in chosen.register}
    for reading in chosen.readings.values():
        assert len(reading.options) > 1
        assert reading.chosen == reading.default
        assert reading.why
        assert reading.citations
        assert reading.entries
        assert set(reading.entries) <= ids, reading.name


@every_programme
def test_every_parameter_is_cited_and_says_what_it_counts(programme_id: str) -> None:
    for parameter in programme(programme_id).parameters.values():
        assert parameter.citations
        assert parameter.unit
        assert parameter.meaning


def test_an_id_declared_twice_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=rf"whp-jets declares {JETS.others[0].id} twice"):
        replace(JETS, others=(*JETS.others, JETS.others[0]))
    with pytest.raises(ValueError, match=rf"declares {JETS.rules[0].id} twice"):
        replace(JETS, rules=(*JETS.rules, JETS.rules[0]))


def test_one_rule_by_its_id() -> None:
    rule = JETS.rule("JETS-CSS-05")
    assert (rule.id, rule.title, rule.topic) == ("JETS-CSS-05", "Initial appointment held", "CSS")
    assert rule in JETS.rules


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("JETS-CSS-99", "JETS-CSS-05"),
        ("CSS5", "JETS-CSS-05"),
        ("", "JETS-ELIG-01"),
        ("JETS-NOTHING-01", "JETS-ELIG-01"),
    ],
)
def test_an_unknown_rule_is_refused_with_those_that_are_near(asked: str, offered: str) -> None:
    with pytest.raises(KeyError, match=offered):
        JETS.rule(asked)


# ── readings and numbers ────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_programme_under_another_reading() -> None:
    other = JETS.with_readings(self_employed_week="fixed_weeks")
    assert other.readings.chosen("self_employed_week") == "fixed_weeks"
    assert JETS.readings.chosen("self_employed_week") == "any_period_once_trading"
    assert (other.id, other.rules, other.parameters) == (JETS.id, JETS.rules, JETS.parameters)
    back = other.with_readings(self_employed_week="any_period_once_trading")
    assert back.readings.chosen("self_employed_week") == "any_period_once_trading"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"self_employed_weeks": "fixed_weeks"}, "self_employed_week, commences_employment, provider_employment"),
        ({"self_employed_week": "any"}, "any_period_once_trading, any_period, opens_on_trading_day, fixed_weeks"),
        ({"commences_employment": ""}, "job_start, first_payment"),
        ({"provider_employment": "earnings_only", "week": "any"}, "no reading is called 'week'"),
    ],
)
def test_unknown_readings_and_options_are_refused_with_the_known_ones(options: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        JETS.with_readings(**options)


def test_the_same_programme_with_other_numbers() -> None:
    other = JETS.with_parameters(provision_days=100, earnings_threshold="1250.00")
    assert other.parameters.whole("provision_days") == 100
    assert str(other.parameters.pounds("earnings_threshold")) == "1250.00"
    assert JETS.parameters.whole("provision_days") == 182


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("provision_day", 100, ValueError),
        ("provision_days", "100", TypeError),
        ("provision_days", 100.0, TypeError),
        ("provision_days", True, TypeError),
        ("provision_days", None, TypeError),
        ("provision_days", 0, ValueError),
        ("provision_days", -1, ValueError),
        ("earnings_threshold", 1000.0, TypeError),
        ("earnings_threshold", "a lot", ValueError),
    ],
)
def test_unknown_numbers_and_values_of_another_sort_are_refused_by_name(
    name: str, value: Any, error: type[Exception]
) -> None:
    with pytest.raises(error, match=name):
        JETS.with_parameters(**{name: value})


def test_programmes_are_compared_by_identity_and_do_not_change() -> None:
    assert JETS.with_readings() != JETS
    assert len({JETS, JETS.with_readings(), JETS}) == 2
    for field in ("name", "calendar", "more"):
        with pytest.raises(FrozenInstanceError):
            setattr(JETS, field, "another")
    assert "whp-jets" in repr(JETS)
    assert len(repr(JETS)) < 5000


def test_a_programme_is_found_again_after_pickling_with_its_readings_and_numbers() -> None:
    assert pickle.loads(pickle.dumps(JETS)).id == "whp-jets"
    chosen = JETS.with_readings(provider_employment="earnings_only").with_parameters(outcome_day=240)
    again: Programme = pickle.loads(pickle.dumps(chosen))
    assert again.readings.chosen("provider_employment") == "earnings_only"
    assert again.parameters.whole("outcome_day") == 240
    assert again.rules == JETS.rules


# ── what can be asked ───────────────────────────────────────────────────────────────────────────────────────────


PERSON = Participant.model_validate({"participant_id": "P-1", "date_of_birth": "1988-03-14", "wants_to_work": False})
CASE = Case(programme="whp-jets", participant=PERSON)


def test_a_person_may_be_asked_about_without_a_case() -> None:
    assert JETS.eligibility(PERSON, on=ON) == JETS.eligibility(CASE, on=ON)
    assert JETS.suitability(PERSON, on=ON) == JETS.suitability(CASE, on=ON)
    assert JETS.suitability(PERSON, on=ON).verdict is Verdict.NOT_MET
    assert JETS.eligibility(PERSON, on=ON).verdict is Verdict.UNDETERMINED


def test_re_referral_is_left_to_another_document_which_is_named() -> None:
    for previous in ((), [CASE], iter([CASE, CASE])):
        decision = JETS.re_referral(PERSON, previous=previous, on=ON)
        assert decision.verdict is Verdict.UNDETERMINED
        assert "Provider Guidance" in decision.explain()


@pytest.mark.parametrize("ask", ["eligibility", "suitability", "re_referral"])
@pytest.mark.parametrize("on", ["2020-10-05", None, 20201005])
def test_a_day_that_is_no_date_is_refused(ask: str, on: object) -> None:
    with pytest.raises(TypeError, match="date"):
        getattr(JETS, ask)(PERSON, on=on)


@pytest.mark.parametrize("ask", ["deadlines", "provision", "outcomes"])
@pytest.mark.parametrize("as_of", ["2020-10-05", None, 20201005])
def test_a_day_of_assessment_that_is_no_date_is_refused(ask: str, as_of: object) -> None:
    with pytest.raises(TypeError, match="date"):
        getattr(JETS, ask)(CASE, as_of=as_of)


def test_no_question_may_be_asked_without_naming_the_day() -> None:
    ask: Any = JETS.eligibility
    with pytest.raises(TypeError):
        ask(PERSON, ON)
