"""An example that expects something else fails, and says where, what, and from which source."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from dwp_rules.rules import Verdict
from tests.worked_examples.examples import Example, Given, examples
from tests.worked_examples.paths import same
from tests.worked_examples.runner import failures


def example(expect: Given, **given: object) -> Example:
    started = [{"kind": "start", "on": date(2020, 10, 5), "recorded_on": date(2020, 10, 6)}]
    asked = {"id": "JETS-X.1", "source": "WHP JETS specification 2.17", "as_of": date(2020, 12, 31), "events": started}
    return Example("jets", "none.yaml", {**asked, **given, "expect": expect})


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


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (True, True),
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
