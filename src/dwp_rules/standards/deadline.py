"""One duty on one occasion: when it is due, and how it stands."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from dwp_rules.rules import Rule

__all__ = ["Deadline", "DeadlineStatus", "done_by", "either", "undetermined"]


class DeadlineStatus(StrEnum):
    """How a duty stands on the day of the assessment."""

    MET = "met"
    LATE = "late"
    EARLY = "early"
    PENDING = "pending"
    OVERDUE = "overdue"
    UNDETERMINED = "undetermined"


MET, LATE, EARLY = DeadlineStatus.MET, DeadlineStatus.LATE, DeadlineStatus.EARLY
PENDING, OVERDUE, UNDETERMINED = DeadlineStatus.PENDING, DeadlineStatus.OVERDUE, DeadlineStatus.UNDETERMINED


class Deadline(NamedTuple):
    """One duty on one occasion.

    `trigger` sets it running, `opens` is the first day that counts (None: not before the trigger), `due` the last
    day in time, `due_at` the last instant of a duty stated in hours, `done` the day it was done. `provisional`: the
    due date may still move. `missing` names the facts that an undetermined one waits for.
    """

    rule: Rule
    trigger: date | None
    opens: date | None
    due: date | None
    due_at: datetime | None
    done: date | None
    status: DeadlineStatus
    missing: tuple[str, ...]
    provisional: bool


_new = tuple.__new__


def done_by(rule: Rule, trigger: date, due: date, on: date | None, as_of: date, provisional: bool) -> Deadline:
    """Give the deadline of a duty that was done on a day, or not."""
    if on is not None:
        status = MET if on <= due else LATE
    else:
        status = PENDING if as_of <= due else OVERDUE
    return _new(Deadline, (rule, trigger, None, due, None, on, status, (), provisional))


def undetermined(
    rule: Rule,
    trigger: date | None = None,
    due: date | None = None,
    missing: tuple[str, ...] = (),
    provisional: bool = False,
) -> Deadline:
    """Give the deadline of a duty of which facts are missing."""
    return Deadline(rule, trigger, None, due, None, None, UNDETERMINED, missing, provisional)


def either(certain: Deadline, possible: Deadline, missing: tuple[str, ...]) -> Deadline:
    """Give the deadline that stands as it does whether or not what is in doubt was done; else an undetermined one."""
    if certain.status is possible.status:
        return certain
    return certain._replace(done=None, status=UNDETERMINED, missing=missing)
