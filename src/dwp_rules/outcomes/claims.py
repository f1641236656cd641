"""Claims for an outcome: until which day one may be made, and how many attempts there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Protocol

from dwp_rules.calendar import date_of_day

__all__ = ["ATTEMPT_READINGS", "AttemptLimit", "Attempts", "ClaimDecision", "ClaimTiming", "ClaimWindow"]


class ClaimTiming(StrEnum):
    """How the day of a claim stands to its window."""

    PREMATURE = "premature"
    """Before the outcome was achieved."""
    IN_TIME = "in_time"
    """From the day of the outcome to the last day to claim, both counted."""
    LATE = "late"
    """After the last day to claim."""


@dataclass(frozen=True, slots=True)
class ClaimWindow:
    """Until when an outcome may be claimed: by a day of provision and, where a limit runs from the outcome, by that.

    Raises ValueError when a limit leaves no day to claim on.

    >>> ClaimWindow(by_day=299).last_day(start=date(2020, 10, 5), achieved_on=date(2020, 12, 27))
    datetime.date(2021, 7, 30)
    """

    by_day: int
    """The last day on which a claim can be accepted, the Start Date being day 1; weekends do not move it."""
    within_days: int | None = None
    """Calendar days from the outcome in which a claim is due, the day after it being the first."""

    def __post_init__(self) -> None:
        if self.by_day < 1:
            raise ValueError(f"by_day is {self.by_day}: the Start Date is day 1, so the last day to claim is 1 or more")
        if self.within_days is not None and self.within_days < 0:
            raise ValueError(f"within_days is {self.within_days}: give 0 or more, or None where no such limit runs")

    def last_day(self, *, start: date, achieved_on: date | None = None) -> date:
        """Give the last day to claim; without the day of the outcome, the latest that it can be."""
        by_day = date_of_day(start, self.by_day)
        if self.within_days is None or achieved_on is None:
            return by_day
        return min(by_day, achieved_on + timedelta(days=self.within_days))

    def timing(self, claimed_on: date, *, start: date, achieved_on: date) -> ClaimTiming:
        """Say whether a claim for an outcome comes in time; whether the outcome itself did is another question."""
        if claimed_on < achieved_on:
            return ClaimTiming.PREMATURE
        in_time = claimed_on <= self.last_day(start=start, achieved_on=achieved_on)
        return ClaimTiming.IN_TIME if in_time else ClaimTiming.LATE


class ClaimDecision(Protocol):
    """What validation made of a claim: any object with these attributes will do."""

    @property
    def on(self) -> date:
        """The day of the decision."""
        ...

    @property
    def result(self) -> str:
        """One of `pass`, `fail`, and `unable` (neither could be shown)."""
        ...


_USED_UP_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {"failed_attempts": frozenset({"fail"}), "all_attempts": frozenset({"pass", "fail", "unable"})}
)
_RESULTS = ("pass", "fail", "unable")

ATTEMPT_READINGS = tuple(_USED_UP_BY)
"""The readings of what uses up an attempt, the default first."""


class Attempts(NamedTuple):
    """Attempts at a claim so far."""

    made: int
    """Decisions given."""
    failed: int
    """Those of them that are failures, whatever the reading."""
    used: int
    """Attempts used up under the reading."""
    remaining: int
    """Attempts left."""
    closed_on: date | None
    """The day of the decision that used up the last attempt."""

    @property
    def is_open(self) -> bool:
        """Whether a further attempt can be made."""
        return self.remaining > 0

    @property
    def next_is_last(self) -> bool:
        """Whether the next attempt is the last one allowed."""
        return self.remaining == 1

    def to_dict(self) -> dict[str, int | str | bool | None]:
        """Give the attempts in values that JSON knows."""
        return {
            "made": self.made,
            "failed": self.failed,
            "used": self.used,
            "remaining": self.remaining,
            "is_open": self.is_open,
            "next_is_last": self.next_is_last,
            "closed_on": None if self.closed_on is None else self.closed_on.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class AttemptLimit:
    """How many attempts at a claim are allowed, and what uses one up (IPES 5.19).

    - `failed_attempts`: a failure does; a pass, or a claim that could be neither validated nor invalidated, does not;
    - `all_attempts`: every decision does.

    Raises ValueError when fewer than one attempt is allowed or the reading is not known.
    """

    allowed: int
    reading: str = "failed_attempts"

    def __post_init__(self) -> None:
        if self.allowed < 1:
            raise ValueError(f"{self.allowed} attempts are allowed: give 1 or more, or no limit at all")
        if self.reading not in _USED_UP_BY:
            raise ValueError(
                f"{self.reading!r} is no reading of what uses up an attempt; the readings are "
                f"{', '.join(ATTEMPT_READINGS)}"
            )

    def count(self, decisions: Iterable[ClaimDecision]) -> Attempts:
        """Count attempts from the decisions on a participant's claims, one for each claim, in any order.

        Raises ValueError when a result is not `pass`, `fail` or `unable`.

        >>> from types import SimpleNamespace as Decision
        >>> AttemptLimit(3).count([Decision(on=date(2021, 3, 1), result="fail")]).remaining
        2
        """
        decided = sorted(decisions, key=lambda decision: decision.on)
        for decision in decided:
            if decision.result not in _RESULTS:
                raise ValueError(f"{decision.result!r} is no result of a claim; the results are {', '.join(_RESULTS)}")
        using_up = [decision.on for decision in decided if decision.result in _USED_UP_BY[self.reading]]
        used = len(using_up)
        return Attempts(
            made=len(decided),
            failed=sum(decision.result == "fail" for decision in decided),
            used=used,
            remaining=max(0, self.allowed - used),
            closed_on=using_up[self.allowed - 1] if used >= self.allowed else None,
        )
