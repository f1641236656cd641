"""Made-up portfolios: a thousand people over eighteen months for each programme, told from a seed.

The people, the providers and every number of `behaviour.py` are invented. The same programme, seed and number always
tell the same story, whatever else is told; so any case can be told again by itself:

    next(portfolio("whp-jets", first=17))
"""

from collections.abc import Callable, Iterator

from dwp_rules import Case

from . import core, ipes, jets, jfs, work_programme
from .story import Plan

__all__ = ["PLANS", "portfolio"]

PLANS: dict[str, Plan] = {module.PLAN.programme: module.PLAN for module in (jets, jfs, ipes, core, work_programme)}
"""For each programme: the contract, the eighteen months, and how people behave."""

_TELL: dict[str, Callable[[int, int], Case]] = {
    module.PLAN.programme: module.tell for module in (jets, jfs, ipes, core, work_programme)
}


def portfolio(programme_id: str, *, people: int = 1000, first: int = 1, seed: int = 1) -> Iterator[Case]:
    """Tell the cases of a portfolio one by one, from the first number asked for.

    Raises `KeyError` for a programme that has none.
    """
    tell = _TELL[programme_id]
    return (tell(number, seed) for number in range(first, first + people))
