"""No one in the timetable reaches State Pension age before the earliest age."""

from datetime import date, timedelta

from dwp_rules.calendar import anniversary
from dwp_rules.statutory import EARLIEST_STATE_PENSION_AGE, state_pension_dates


def test_no_birth_from_1900_to_2020_reaches_it_sooner() -> None:
    first = date(1900, 1, 1)
    births = [first + timedelta(days=days) for days in range(0, 120 * 365, 5)]
    earliest = [min(state_pension_dates(born)) for born in births]
    assert all(
        reached >= anniversary(born, EARLIEST_STATE_PENSION_AGE) for born, reached in zip(births, earliest, strict=True)
    )
    assert earliest[0] == anniversary(first, EARLIEST_STATE_PENSION_AGE)
