"""The four verdicts, and how "all of", "any of" and "not" combine them."""

from collections.abc import Iterable
from enum import StrEnum

__all__ = ["Verdict", "all_of", "any_of", "negated"]


class Verdict(StrEnum):
    """What a rule says of the facts.

    `undetermined`: facts are missing, and are named; or the day has not come that decides, or another document holds
    the answer, as the reason says. `discretionary`: a named person decides.
    """

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    DISCRETIONARY = "discretionary"


WORST_FIRST = (Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.DISCRETIONARY, Verdict.MET)
RANK = {verdict: rank for rank, verdict in enumerate(WORST_FIRST)}


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Give the worst of the verdicts: not met, undetermined, discretionary, met; undetermined where there is none.

    >>> all_of([Verdict.MET, Verdict.UNDETERMINED])
    <Verdict.UNDETERMINED: 'undetermined'>
    """
    return min(verdicts, key=RANK.__getitem__, default=Verdict.UNDETERMINED)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Give the best of the verdicts; undetermined where there is none.

    >>> any_of([Verdict.NOT_MET, Verdict.DISCRETIONARY])
    <Verdict.DISCRETIONARY: 'discretionary'>
    """
    return max(verdicts, key=RANK.__getitem__, default=Verdict.UNDETERMINED)


def negated(verdict: Verdict) -> Verdict:
    """Swap met and not met; what is undetermined or someone's decision stays so.

    >>> negated(Verdict.MET), negated(Verdict.UNDETERMINED)
    (<Verdict.NOT_MET: 'not_met'>, <Verdict.UNDETERMINED: 'undetermined'>)
    """
    swapped = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET}
    return swapped.get(verdict, verdict)
