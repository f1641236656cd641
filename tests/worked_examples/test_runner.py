"""An example that expects something else fails, and says where, what, and from which source."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest

from dwp_rules import programme
from dwp_rules.calendar import Month
from dwp_rules.rules import Finding, Verdict
from tests.worked_examples.carried import rules_carried
from tests.worked_examples.examples import Example, Given, examples
from tests.worked_examples.paths import same
from tests.worked_examples.runner import answer, failures


def example(expect: Given, **given: object) -> Example:
    started = [{"kind": "start", "on": date(2020, 10, 5), "recorded_on": date(2020, 10, 6)}]
    asked = {"id": "JETS-X.1", "source": "WHP JETS specification 2.17", "as_of": date(2020, 12, 31), "events": started}
    return Example("jets", "none.yaml", {**asked, **given, "expect": expect})


def finding(rule_id: str) -> Finding:
    return programme("whp-jets").rule(rule_id).met("so_it_is", "so it is")(True)


def test_what_holds_passes() -> None:
    assert failures(example({"provision[JETS-DUR-01].value": date(2021, 4, 4), "eligibility.verdict": "met"})) == []


def test_what_does_not_hold_is_told_with_its_source() -> None:
    (line,) = failures(example({"provision[JETS-DUR-01].value": date(2021, 4, 5)}))
    assert "jets/none.yaml JETS-X.1" in line
    assert "provision[JETS-DUR-01].value: expected 2021-04-05, got 2021-04-04" in line
    assert "WHP JETS specification 2.17" in line


@pytest.mark.parametrize(
    "path",
    [
        "deadlines[JETS-ESF-08].due",  # no such deadline before completion
        "deadlines[JETS-CSS-07][1].due",  # one such deadline, not two
        "provision[JETS-DUR-01].valeu",
        "outcomes[employed][JETS-SE-01].value",
        "eligibility[JETS-SUIT-01].verdict",
        "findings[JETS-START-03].facts.entred",
    ],
)
def test_a_path_that_leads_nowhere_fails_even_where_nothing_is_expected(path: str) -> None:
    assert len(failures(example({path: None}))) == 1


def test_a_count_of_none_and_of_one() -> None:
    assert failures(example({"deadlines[JETS-ESF-08].count": 0, "deadlines[JETS-CSS-07].count": 1})) == []
    assert len(failures(example({"deadlines[JETS-ESF-08].count": 1, "deadlines[JETS-CSS-07].count": 0}))) == 2


def test_another_reading_or_number_is_asked_of_another_programme() -> None:
    longer = example({"provision.latest_end_date": date(2021, 4, 5)}, parameters={"provision_days": 183})
    assert failures(longer) == []


def test_a_refusal_must_come_where_it_is_expected() -> None:
    counted = {"ask": "calendar", "call": "add", "arguments": [date(2020, 10, 5), 2]}
    assert failures(example({"result": date(2020, 10, 7)}, **counted)) == []
    assert len(failures(example({"raises": "OutsideCalendar"}, **counted))) == 1


def test_a_case_that_stands_for_several_is_several_people() -> None:
    many = example({}, cases=[{"times": 2}, {"events": []}])
    assert [case.participant.participant_id for case in many.cases(many.given)] == ["P-1-1", "P-1-2", "P-2"]


def test_a_decision_is_carried_with_the_question_it_answers() -> None:
    asked = example({"eligibility.verdict": "met"}, ask="eligibility")
    carried = {each.rule_id for each in rules_carried(answer(asked, 0))}
    assert {"JETS-ELIG-01", "JETS-ELIG-05"} <= carried


def test_a_standard_of_which_nothing_was_measured_is_not_carried() -> None:
    measured, empty = (SimpleNamespace(share=share, finding=finding("JETS-CSS-12")) for share in (Fraction(1, 2), None))
    assert [c.rule_id for c in rules_carried(SimpleNamespace(lines=(measured,)))] == ["JETS-CSS-12"]
    assert list(rules_carried(SimpleNamespace(lines=(empty,)))) == []


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (True, True),
        (Fraction(199, 200), "199/200"),
        (Fraction(57, 57), 1),
        (Month(2021, 3), "2021-03"),
        (Decimal("1000.00"), "1000"),
        (Decimal(0), 0),
        (Verdict.MET, "met"),
        (("b", "a"), ["a", "b"]),
        ((date(2022, 6, 2),), [date(2022, 6, 2)]),
    ],
)
def test_same(got: object, expected: object) -> None:
    assert same(got, expected)


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (True, 1),
        (1, True),
        (Fraction(1), True),
        (Fraction(1, 3), "0.33"),
        (None, "0/1"),
        (0, False),
        (None, False),
        (Decimal(1), True),
        (Decimal("1000.00"), "1000.01"),
        ("met", "not_met"),
        (date(2020, 10, 5), "2020-10-05"),
        (datetime(2020, 10, 5, tzinfo=UTC), date(2020, 10, 5)),
        (("a", "a"), ["a", "b"]),
        ((date(2022, 6, 2), date(2022, 6, 3)), [date(2022, 6, 2)]),
    ],
)
def test_not_the_same(got: object, expected: object) -> None:
    assert not same(got, expected)


def test_every_answer_is_worked_out_once_for_all_tests() -> None:
    assert examples() is examples()
