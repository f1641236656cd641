"""Service credits: the truth table of three months, two standards together, every other reading, and the laws."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.standards.credits import CreditReadings, CreditScale, credits_of

SCALE = CreditScale(Decimal(5), Decimal(10), Decimal(5))
COLOUR = {"G": "green", "A": "amber", "R": "red", "N": "not_measured", "U": "unbanded"}

# The colours of three months, and what each costs by default in per cent of that month's payment.
TRUTH_TABLE = """
G G G  0  0  0
G G A  0  0  0
G G R  0  0  5
G A G  0  0  0
G A A  0  0  5
G A R  0  0  5
G R G  0  5  0
G R A  0  5  0
G R R  0  5 10
A G G  0  0  0
A G A  0  0  0
A G R  0  0  5
A A G  0  5  0
A A A  0  5  5
A A R  0  5  5
A R G  0  5  0
A R A  0  5  0
A R R  0  5 10
R G G  5  0  0
R G A  5  0  0
R G R  5  0  5
R A G  5  0  0
R A A  5  0  5
R A R  5  0  5
R R G  5 10  0
R R A  5 10  0
R R R  5 10 10
"""
ROWS = [tuple(line.split()) for line in TRUTH_TABLE.strip().splitlines()]

# The rows that another reading changes; it leaves every other row as it is.
AMBER_AFTER_RED_COUNTS = {"GRA": (0, 5, 5), "ARA": (0, 5, 5), "RAG": (5, 5, 0), "RAA": (5, 5, 5), "RAR": (5, 5, 5)}
AMBER_AFTER_RED_COUNTS |= {"RRA": (5, 10, 5)}
DISJOINT_PAIRS = {"AAA": (0, 5, 0)}
NEW_CYCLE = {"RRR": (5, 10, 5)}


def costs(run: str, **readings: str) -> tuple[int | None, ...]:
    found = credits_of([None if c == "?" else COLOUR[c] for c in run], SCALE, CreditReadings(**readings))
    return tuple(None if credit.percent is None else int(credit.percent) for credit in found)


def test_the_table_has_every_row() -> None:
    assert [row[:3] for row in ROWS] == list(product("GAR", repeat=3))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "".join(row[:3]))
def test_a_row_costs_what_the_table_says_under_each_reading(row: tuple[str, ...]) -> None:
    run, default = "".join(row[:3]), tuple(map(int, row[3:]))
    assert costs(run) == default
    assert costs(run, amber_after_red="counts_as_second") == AMBER_AFTER_RED_COUNTS.get(run, default)
    assert costs(run, amber_pairs="disjoint") == DISJOINT_PAIRS.get(run, default)
    assert costs(run, third_red="new_cycle") == NEW_CYCLE.get(run, default)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("AA", "AA", (0, 10)),
        ("RR", "AA", (5, 15)),
        ("RR", "RR", (10, 20)),
        ("AG", "GA", (0, 0)),
        ("RG", "GR", (5, 5)),
        ("AR", "RA", (5, 5)),
    ],
)
def test_two_standards_are_added(first: str, second: str, together: tuple[int, int]) -> None:
    added = tuple((a or 0) + (b or 0) for a, b in zip(costs(first), costs(second), strict=True))
    assert added == together


@pytest.mark.parametrize(
    ("run", "cost"),
    [
        ("ANA", (0, 0, 0)),
        ("RNR", (5, 0, 5)),
        ("AUA", (0, 0, 0)),
        ("RRRR", (5, 10, 10, 10)),
        ("AAAA", (0, 5, 5, 5)),
        ("?R", (None, None)),
        ("?GR", (None, 0, 5)),
        ("?A", (None, None)),
        ("G?A", (0, None, None)),
        ("R?G", (5, None, 0)),
        ("?RR", (None, None, 10)),
        ("?AA", (None, None, 5)),
    ],
)
def test_months_without_a_colour(run: str, cost: tuple[int | None, ...]) -> None:
    assert costs(run) == cost


def test_a_run_goes_on_by_each_reading() -> None:
    assert costs("RRRRR", third_red="new_cycle") == (5, 10, 5, 10, 5)
    assert costs("AAAAA", amber_pairs="disjoint") == (0, 5, 0, 5, 0)
    assert costs("RAAA", amber_pairs="disjoint", amber_after_red="counts_as_second") == (5, 5, 0, 5)


runs = st.text("GARNU?", max_size=14)
readings = st.fixed_dictionaries(
    {
        "third_red": st.sampled_from(["ten_again", "new_cycle"]),
        "amber_pairs": st.sampled_from(["overlapping", "disjoint"]),
        "amber_after_red": st.sampled_from(["no_credit", "counts_as_second"]),
    }
)


@given(runs, runs, readings)
def test_a_credit_is_never_earned_back(before: str, after: str, read: dict[str, str]) -> None:
    assert costs(before + after, **read)[: len(before)] == costs(before, **read)


BETTER = {"R": "AG", "A": "G", "G": ""}
READ = [
    {"amber_pairs": pairs, "amber_after_red": after}
    for pairs in ("overlapping", "disjoint")
    for after in ("no_credit", "counts_as_second")
]


def bettered(months: int) -> list[tuple[str, int, str]]:
    """Every run of some months, each of its months that could have been better, and the run with it better."""
    return [
        (run, place, run[:place] + colour + run[place + 1 :])
        for run in map("".join, product("GAR", repeat=months))
        for place in range(months)
        for colour in BETTER[run[place]]
    ]


@pytest.mark.parametrize("read", READ, ids=lambda read: "-".join(read.values()))
def test_a_better_month_never_costs_more_itself(read: dict[str, str]) -> None:
    for run, place, better in bettered(4):
        assert (costs(better, **read)[place] or 0) <= (costs(run, **read)[place] or 0), (run, better)


def test_a_month_made_green_never_costs_more_in_all() -> None:
    for run, place, better in bettered(5):
        if better[place] == "G":
            assert sum(filter(None, costs(better))) <= sum(filter(None, costs(run))), (run, better)


def test_an_amber_in_place_of_a_red_may_complete_a_pair_and_so_cost_more_later() -> None:
    """The words make it so: a red between two ambers parts them."""
    assert (costs("ARA"), costs("AAA")) == ((0, 5, 0), (0, 5, 5))


@given(runs, st.data())
def test_what_is_known_of_an_unknown_month_holds_whatever_its_colour(run: str, data: st.DataObject) -> None:
    told = "".join(data.draw(st.sampled_from("GARN")) if c == "?" else c for c in run)
    for known, found, colour in zip(costs(run), costs(told), run, strict=True):
        assert known is None or known == found
        assert not (colour == "?" and known is not None)


def slow_costs(run: str) -> tuple[int, ...]:
    """Each month by looking at the month before it only, in the words of 6.07."""
    found = []
    for place, colour in enumerate(run):
        before = run[place - 1] if place else "G"
        if colour == "R":
            found.append(10 if before == "R" else 5)
        else:
            found.append(5 if colour == before == "A" else 0)
    return tuple(found)


@given(st.text("GARN", max_size=20))
def test_the_default_agrees_with_the_words(run: str) -> None:
    assert costs(run) == slow_costs(run)
