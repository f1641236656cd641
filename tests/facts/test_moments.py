"""Spells of work: which end belongs to which start, also where one of them does not name the work."""

from datetime import date

import pytest

from dwp_rules import Case, programme
from dwp_rules.facts.moments import working_spells

Told = tuple[str, int, str | None]


def spells(*told: Told) -> list[tuple[int, int | None]]:
    """First and last day in March 2021 of each spell of work."""
    events = [
        {"kind": kind, "on": f"2021-03-{on:02}"}
        | ({"work_id": name} if name else {})
        | ({"work": "employed"} if kind == "work_started" else {})
        for kind, on, name in told
    ]
    case = Case.model_validate({"programme": "ipes", "participant": {"participant_id": "P-1"}, "events": events})
    situation = programme("ipes").situation(case, date(2021, 3, 31))
    return [(first.day, last.day if last else None) for first, last, _work in situation[working_spells]]


def began(on: int, name: str | None = None) -> Told:
    return "work_started", on, name


def over(on: int, name: str | None = None) -> Told:
    return "work_ended", on, name


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((began(1, "J1"), over(9, "J1")), [(1, 9)]),
        ((began(1, "J1"), over(9)), [(1, 9)]),
        ((began(1), over(9, "J1")), [(1, 9)]),
        ((began(1), over(9)), [(1, 9)]),
        ((began(10, "J1"), over(9)), [(10, None)]),
        ((began(1, "J1"), over(9), began(10, "J2"), over(19)), [(1, 9), (10, 19)]),
        ((began(1, "J1"), began(5, "J2"), over(9, "J2"), over(12)), [(1, 12), (5, 9)]),
        ((began(1), began(5, "J2"), over(9, "J3")), [(1, 9), (5, None)]),
    ],
)
def test_an_end_that_names_no_known_work_is_of_the_only_work_that_it_can_be_of(
    told: tuple[Told, ...], expected: list[tuple[int, int | None]]
) -> None:
    assert spells(*told) == expected


def test_an_end_that_may_be_of_either_job_closes_neither() -> None:
    assert spells(began(1, "J1"), began(5, "J2"), over(9)) == [(1, None), (5, None)]


def test_an_end_of_work_that_no_start_names_closes_no_work_that_is_named() -> None:
    assert spells(began(1, "J1"), over(9, "J2")) == [(1, None)]
