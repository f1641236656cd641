"""The portfolios of examples/, each told once for all tests that count over it."""

from functools import cache

from dwp_rules import Case
from examples.portfolios import PLANS, portfolio

__all__ = ["PROGRAMMES", "people_of"]

PROGRAMMES = sorted(PLANS)


@cache
def people_of(programme_id: str) -> tuple[Case, ...]:
    """A thousand people of a programme."""
    return tuple(portfolio(programme_id))
