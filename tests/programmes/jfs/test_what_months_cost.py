"""The truth table of three months through a whole contract: credits, thresholds, every other reading (6.06 to 6.10)."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from dwp_rules import Contract, ContractAssessment, assess_contract, programme
from dwp_rules.calendar import Month
from dwp_rules.standards.ratings import RAG_READINGS

JFS = programme("jfs")
FIRST = Month(2021, 1)
AS_OF = date(2021, 12, 31)
MET = {"G": 100, "A": 92, "R": 80}
"""Cases in time out of a hundred: the colours of both standards, whose red edges are 85 and 90 per cent."""

# The colours of three months; what each costs by default, in per cent of its payment; whether the threshold of
# termination is met; and the reading that says otherwise, with what it says.
TRUTH_TABLE = """
G G G | 0  0  0 | no  |
G G A | 0  0  0 | no  |
G G R | 0  0  5 | no  |
G A G | 0  0  0 | no  |
G A A | 0  0  5 | no  |
G A R | 0  0  5 | no  |
G R G | 0  5  0 | no  |
G R A | 0  5  0 | no  | amber_after_red=counts_as_second 0 5 5
G R R | 0  5 10 | no  |
A G G | 0  0  0 | no  |
A G A | 0  0  0 | no  |
A G R | 0  0  5 | no  |
A A G | 0  5  0 | no  |
A A A | 0  5  5 | no  | amber_pairs=disjoint 0 5 0
A A R | 0  5  5 | no  |
A R G | 0  5  0 | no  |
A R A | 0  5  0 | no  | amber_after_red=counts_as_second 0 5 5
A R R | 0  5 10 | no  |
R G G | 5  0  0 | no  |
R G A | 5  0  0 | no  |
R G R | 5  0  5 | no  |
R A G | 5  0  0 | no  | amber_after_red=counts_as_second 5 5 0
R A A | 5  0  5 | no  | amber_after_red=counts_as_second 5 5 5
R A R | 5  0  5 | no  | amber_after_red=counts_as_second 5 5 5
R R G | 5 10  0 | no  |
R R A | 5 10  0 | no  | amber_after_red=counts_as_second 5 10 5
R R R | 5 10 10 | yes | third_red=new_cycle 5 10 5
"""
ROWS = [[part.strip() for part in line.split("|")] for line in TRUTH_TABLE.strip().splitlines()]
OTHERWISE = ("amber_after_red=counts_as_second", "amber_pairs=disjoint", "third_red=new_cycle")


def assessed(css1: str, css2: str, **readings: str) -> ContractAssessment:
    """Assess a contract whose fee is 100 pounds a month, with these colours in its first months."""
    colours = {"CSS 1": css1, "CSS 2": css2}
    results = [
        {"month": str(FIRST.plus(place)), "measure": css, "met": MET[colour], "total": 100}
        for css, run in colours.items()
        for place, colour in enumerate(run)
    ]
    told: dict[str, Any] = {"service_start_on": "2021-01-01", "referral_ends_on": "2021-12-31"}
    told |= {"total_contract_value": "1200", "start_up_share": "0", "monthly_results": results}
    return assess_contract(Contract.model_validate(told), as_of=AS_OF, programme=JFS.with_readings(**readings))


def costs(found: ContractAssessment, months: int) -> list[Decimal]:
    """What each month costs; of a fee of 100 pounds the pounds are the per cents."""
    return [found.amount("service_credit", FIRST.plus(place)) for place in range(months)]


def numbers(listed: str) -> list[int]:
    return [int(number) for number in listed.split()]


def threshold(found: ContractAssessment, css: str) -> bool:
    [said] = [f for f in found.findings if f.rule.id == "JFS-TERM-01" and f.facts["standard"] == css]
    return said.code == "threshold_met"


def test_the_table_has_every_row() -> None:
    assert [tuple(row[0].split()) for row in ROWS] == list(product("GAR", repeat=3))


@pytest.mark.parametrize(("colours", "percents", "terminates", "otherwise"), ROWS, ids=[row[0] for row in ROWS])
@pytest.mark.parametrize("css", ["CSS 1", "CSS 2"])
def test_three_months_of_one_standard(colours: str, percents: str, terminates: str, otherwise: str, css: str) -> None:
    run, green = "".join(colours.split()), "GGG"
    both = (run, green) if css == "CSS 1" else (green, run)
    found = assessed(*both)
    assert costs(found, 3) == numbers(percents)
    assert threshold(found, css) is (terminates == "yes")
    for reading in OTHERWISE:
        name, option = reading.split("=")
        said = numbers(otherwise.removeprefix(reading)) if otherwise.startswith(reading) else numbers(percents)
        assert costs(assessed(*both, **{name: option}), 3) == said, reading


@pytest.mark.parametrize(
    ("css1", "css2", "together"),
    [
        ("AA", "AA", [0, 10]),
        ("RR", "AA", [5, 15]),
        ("RR", "RR", [10, 20]),
        ("AG", "GA", [0, 0]),
        ("RG", "GR", [5, 5]),
        ("AR", "RA", [5, 5]),
    ],
)
def test_two_months_of_two_standards(css1: str, css2: str, together: list[int]) -> None:
    assert costs(assessed(css1, css2), 2) == together


def test_deducted_one_after_the_other_two_reds_cost_19_per_cent() -> None:
    assert costs(assessed("RR", "RR", combine="sequential"), 2) == [Decimal("9.75"), 19]


def test_amber_in_both_standards_of_one_month_costs_nothing() -> None:
    assert costs(assessed("GA", "GA"), 2) == [0, 0]
    assert costs(assessed("GA", "AG"), 2) == [0, 0]


@pytest.mark.parametrize(
    ("met", "colours"),
    [
        (950, ("green", "green", "green", "green")),
        (949, ("amber", "green", "amber", "unbanded")),
        (945, ("amber", "green", "amber", "unbanded")),
        (944, ("amber", "amber", "amber", "unbanded")),
        (940, ("amber", "amber", "amber", "amber")),
        (900, ("amber", "amber", "amber", "amber")),
        (895, ("amber or red", "amber", "amber or red", "amber or red")),
        (850, ("amber or red", "amber or red", "amber or red", "amber or red")),
        (845, ("red", "amber or red", "red", "red")),
        (844, ("red", "red", "red", "red")),
    ],
)
def test_the_edges_of_the_bands(met: int, colours: tuple[str, ...]) -> None:
    """The colours in the order of the readings. Amber or red: of CSS 1, red below 85, and of CSS 2, red below 90."""
    for reading, expected in zip(RAG_READINGS, colours, strict=True):
        results = [{"month": "2021-01", "measure": css, "met": met, "total": 1000} for css in ("CSS 1", "CSS 2")]
        contract = Contract.model_validate({"monthly_results": results})
        found = assess_contract(contract, as_of=AS_OF, programme=JFS.with_readings(rag_reading=reading))
        said = [f.value for f in found.findings if f.rule.id in {"JFS-RAG-01", "JFS-RAG-02"}]
        assert said == (expected.split(" or ") if " or " in expected else [expected] * 2), reading


@pytest.mark.parametrize(
    ("css1", "css2", "same", "either"),
    [
        ("RRGRR", "GGGGG", "2021-05", "2021-05"),
        ("RGRGR", "GRGGG", None, "2021-05"),
        ("RRRGG", "GGGGG", None, None),
        ("RGGGGGGGGGRR", "G" * 12, None, None),
        ("RGGGGGGGGRRR", "G" * 12, "2021-12", "2021-12"),
        ("RRGGGGGGGGGG", "GRRGGGGGGGGG", None, None),
        ("RRGGGGGGGGGG", "GGRRGGGGGGGG", None, "2021-04"),
    ],
)
def test_four_reds_of_twelve_months(css1: str, css2: str, same: str | None, either: str | None) -> None:
    for option, month in (("same_standard", same), ("either_standard", either)):
        found = assessed(css1, css2, any_css=option)
        [said] = [f for f in found.findings if f.rule.id == "JFS-TERM-02"]
        assert said.value == month, option


def test_four_reds_that_thirteen_months_part_give_no_right() -> None:
    results = [
        {"month": str(FIRST.plus(place)), "measure": css, "met": 80 if place in reds else 100, "total": 100}
        for css, reds in (("CSS 1", {0, 5, 8, 12}), ("CSS 2", set()))
        for place in range(13)
    ]
    found = assess_contract(
        Contract.model_validate({"monthly_results": results}), as_of=date(2022, 1, 31), programme=JFS
    )
    [said] = [f for f in found.findings if f.rule.id == "JFS-TERM-02"]
    assert said.code == "no_right"


@pytest.mark.parametrize(("met", "code"), [(95, "stays"), (94, "next_level")])
def test_a_month_exactly_at_the_target_raises_no_level_of_intervention(met: int, code: str) -> None:
    results = [{"month": "2021-01", "measure": css, "met": met, "total": 100} for css in ("CSS 1", "CSS 2")]
    found = assess_contract(Contract.model_validate({"monthly_results": results}), as_of=AS_OF, programme=JFS)
    assert [finding.code for finding in found.findings if finding.rule.id == "JFS-PMIR-03"] == [code]
