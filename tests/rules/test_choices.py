"""Readings and parameters: chosen by name, cited, and an unknown name or value is refused with what is known."""

import operator
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from dwp_rules.rules import Parameter, Parameters, Reading, Readings
from tests.rules.given import DOCUMENT

CITED = (DOCUMENT["4.1"],)

WEEK = Reading(
    "week", ("rolling", "fixed", "calendar"), why="1.2 says 'any week'", entries=("EX-SE-01",), citations=CITED
)
DAY_ONE = Reading("day_one", ("next", "same"), why="unstated", entries=("EX-CAL-01",), citations=CITED)
READINGS = Readings(WEEK, DAY_ONE)

PARAMETERS = Parameters(
    Parameter("days", 182, "days", "the longest time", CITED),
    Parameter("threshold", Decimal("1000.00"), "pounds", "what is to be earned", CITED),
    Parameter("closes_on", date(2021, 10, 4), "date", "the last day", CITED),
    Parameter("left_open", None, "weeks", "no document states it", CITED),
    Parameter("rate", None, "pounds", "no document states it", CITED),
)


# ── readings ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_first_option_is_the_default() -> None:
    assert WEEK.default == WEEK.chosen == "rolling"
    assert READINGS.chosen("week") == "rolling"


def test_another_option_is_taken_without_changing_the_first() -> None:
    taken = READINGS.taking({"week": "fixed"})
    assert (taken.chosen("week"), taken.chosen("day_one")) == ("fixed", "next")
    assert READINGS.chosen("week") == "rolling"
    assert taken["week"].default == "rolling"
    assert taken.taking({"day_one": "same"}).chosen("week") == "fixed"


def test_an_unknown_reading_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'weak'.*: week, day_one$"):
        READINGS.taking({"weak": "fixed"})
    with pytest.raises(ValueError, match="has: none"):
        Readings().taking({"week": "fixed"})


def test_an_unknown_option_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="week cannot be read as 'fiscal'; it may be: rolling, fixed, calendar"):
        READINGS.taking({"week": "fiscal"})
    with pytest.raises(ValueError, match="week cannot be read as 'fiscal'"):
        WEEK.taking("fiscal")
    with pytest.raises(ValueError, match="week cannot be read as 'fiscal'"):
        Reading("week", ("rolling",), why="", entries=(), citations=CITED, chosen="fiscal")


def test_readings_are_a_mapping_in_the_order_declared() -> None:
    assert list(READINGS) == ["week", "day_one"]
    assert len(READINGS) == 2
    assert READINGS["day_one"] is DAY_ONE
    assert "weak" not in READINGS
    assert repr(READINGS) == "Readings(week=rolling, day_one=next)"


def test_readings_do_not_change() -> None:
    with pytest.raises(TypeError):
        operator.setitem(cast("Any", READINGS), "week", DAY_ONE)
    for name in ("chosen", "options", "more"):
        with pytest.raises((AttributeError, TypeError)):
            setattr(WEEK, name, "fixed")


# ── parameters ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_number_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="days cites no paragraph"):
        Parameter("days", 182, "days", "from nowhere", ())


def test_whole_numbers_and_pounds() -> None:
    assert PARAMETERS.whole("days") == 182
    assert PARAMETERS.pounds("threshold") == Decimal("1000.00")


def test_one_that_must_be_given_is_asked_for_by_name() -> None:
    with pytest.raises(LookupError, match=r"parameter left_open.*with_parameters\(left_open=...\)"):
        PARAMETERS.whole("left_open")
    with pytest.raises(LookupError, match=r"parameter rate.*with_parameters\(rate=...\)"):
        PARAMETERS.pounds("rate")
    assert PARAMETERS.replacing({"left_open": 26}).whole("left_open") == 26
    assert PARAMETERS.replacing({"rate": "9.50"}).pounds("rate") == Decimal("9.50")


def test_asking_for_the_wrong_sort_is_refused() -> None:
    with pytest.raises((LookupError, TypeError), match="days"):
        PARAMETERS.pounds("days")
    with pytest.raises((LookupError, TypeError), match="threshold"):
        PARAMETERS.whole("threshold")
    with pytest.raises((LookupError, TypeError), match="closes_on"):
        PARAMETERS.whole("closes_on")


@pytest.mark.parametrize("given", ["1200.50", 1200, Decimal("1200.50")])
def test_pounds_may_be_text_whole_or_decimal(given: Any) -> None:
    assert PARAMETERS.replacing({"threshold": given}).pounds("threshold") == Decimal(str(given))


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("threshold", 1000.0),
        ("threshold", True),
        ("threshold", None),
        ("threshold", date(2021, 1, 1)),
        ("days", 182.0),
        ("days", "182"),
        ("days", True),
        ("days", Decimal(182)),
        ("days", None),
        ("closes_on", "2021-10-04"),
        ("closes_on", 20211004),
    ],
)
def test_a_value_of_another_sort_is_refused_and_the_unit_named(name: str, given: Any) -> None:
    with pytest.raises(TypeError, match=rf"{name} is counted in {PARAMETERS[name].unit}"):
        PARAMETERS.replacing({name: given})


@pytest.mark.parametrize("given", ["a lot", "", "1,000", "NaN", "Infinity", Decimal("NaN")])
def test_what_is_no_amount_is_refused_by_name(given: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="threshold"):
        PARAMETERS.replacing({"threshold": given})


def test_an_unknown_parameter_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'day'.*: days, threshold, closes_on, left_open, rate$"):
        PARAMETERS.replacing({"day": 183})
    with pytest.raises(ValueError, match="has: none"):
        Parameters().replacing({"day": 183})


def test_replacing_keeps_the_citation_and_changes_nothing_else() -> None:
    longer = PARAMETERS.replacing({"days": 183})
    assert (longer.whole("days"), PARAMETERS.whole("days")) == (183, 182)
    assert longer["days"].citations == CITED
    assert [p.name for p in longer.values()] == [p.name for p in PARAMETERS.values()]
    assert repr(longer).startswith("Parameters(days=183, threshold=1000.00")
    assert len(longer) == 5
