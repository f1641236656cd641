"""Made-up lives on IPES in day numbers, thick around days 455 to 458, 544 to 546 and 637 to 640."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from dwp_rules import Case
from dwp_rules.facts import (
    ChangeOfCircumstances,
    Died,
    Disengaged,
    EarningsPayment,
    Event,
    ExitDecision,
    ExtensionEntered,
    Moved,
    ReEngaged,
    Start,
    Withdrawal,
    WorkEnded,
    WorkStarted,
)

START = date(2019, 12, 4)
LONG_AFTER = 900
LANDMARKS = (1, 2, 3, 181, 182, 183, *range(453, 461), 544, 545, 546, *range(635, 643))
AMOUNTS = ("0.01", "1707.99", "1813.99", "1854.00", "3414.99", "3627.99", "3628.00", "3707.00")


@dataclass(frozen=True)
class Job:
    """Work from a day to a day, both counted; `last` None while it goes on."""

    first: int
    last: int | None


@dataclass(frozen=True)
class History:
    """What happened to one participant, by day of provision."""

    jobs: tuple[Job, ...] = ()
    paid: tuple[tuple[int, Decimal], ...] = ()
    releases: tuple[int, ...] = ()
    moves: tuple[tuple[int, int | None], ...] = ()
    diagnosed: int | None = None
    wishes: tuple[int, ...] = ()
    died: int | None = None
    keyed: int | None = None
    away: tuple[tuple[int, int | None], ...] = ()
    start: date = START

    def until(self, today: int) -> "History":
        """What of it was known at the end of a day."""
        return replace(
            self,
            jobs=tuple(
                Job(job.first, job.last if job.last is not None and job.last <= today else None)
                for job in self.jobs
                if job.first <= today
            ),
            paid=tuple(payment for payment in self.paid if payment[0] <= today),
            releases=tuple(day for day in self.releases if day <= today),
            moves=tuple(move for move in self.moves if move[0] <= today),
            diagnosed=_by(self.diagnosed, today),
            wishes=tuple(day for day in self.wishes if day <= today),
            died=_by(self.died, today),
            keyed=_by(self.keyed, today),
            away=tuple((first, _by(back, today)) for first, back in self.away if first <= today),
        )

    def on(self, day: int) -> date:
        """The date of a day, the Start Date being day 1."""
        return self.start + timedelta(days=day - 1)


def _by(day: int | None, today: int) -> int | None:
    return day if day is not None and day <= today else None


def events(history: History) -> Iterable[Event]:
    """The history as events."""
    yield Start(on=history.start)
    yield from _in_work(history)
    yield from _leaving(history)
    for first, back in history.away:
        yield Disengaged(on=history.on(first))
        if back is not None:
            yield ReEngaged(on=history.on(back))


def _in_work(history: History) -> Iterable[Event]:
    on = history.on
    for number, job in enumerate(history.jobs):
        yield WorkStarted(on=on(job.first), work="employed", work_id=f"J{number}", works_nights=False)
        if job.last is not None:
            yield WorkEnded(on=on(job.last), work_id=f"J{number}")
    for day, amount in history.paid:
        yield EarningsPayment(on=on(day), amount=amount)
    for day in history.releases:
        yield ExitDecision(on=on(day), basis="support_no_longer_required")
    if history.keyed is not None:
        yield ExtensionEntered(on=on(history.keyed))


def _leaving(history: History) -> Iterable[Event]:
    on = history.on
    for day, days in history.moves:
        yield Moved(on=on(day), to_nation="scotland", expected_return_on=None if days is None else on(day + days))
    if history.diagnosed is not None:
        yield ChangeOfCircumstances(on=on(history.diagnosed), change="terminal_illness")
    for day in history.wishes:
        yield Withdrawal(on=on(day), stage="on_provision")
    if history.died is not None:
        yield Died(on=on(history.died))


def case_of(history: History) -> Case:
    """The history as a case of which the benefits are known to be none."""
    person = {"participant_id": "P-1", "benefits": []}
    return Case(programme="ipes", participant=person, events=tuple(events(history)))


def made_up(chance: Random) -> History:
    """A history, often with work that starts or ends where something changes, sometimes with an early end."""
    rare = chance.random
    return History(
        jobs=tuple(_job(chance) for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 4)))),
        paid=tuple((_day(chance), Decimal(chance.choice(AMOUNTS))) for _ in range(chance.choice((0, 0, 1, 2, 3)))),
        releases=tuple(_day(chance) for _ in range(chance.choice((0, 0, 1, 2)))),
        moves=tuple((_day(chance), _length(chance)) for _ in range(chance.choice((0, 0, 0, 0, 1, 2)))),
        diagnosed=_day(chance) if rare() < 0.1 else None,
        wishes=tuple(_day(chance) for _ in range(chance.choice((0, 0, 0, 1, 2)))),
        died=_day(chance) if rare() < 0.1 else None,
        keyed=chance.choice((_day(chance), 440, 456, 457)) if rare() < 0.5 else None,
        away=_away(chance),
        start=START + timedelta(days=chance.randrange(1500)),
    )


def _day(chance: Random) -> int:
    return chance.choice(LANDMARKS) if chance.random() < 0.7 else chance.randrange(1, 660)


def _job(chance: Random) -> Job:
    first = _day(chance)
    return Job(first, None if chance.random() < 0.35 else max(first, _day(chance)))


def _length(chance: Random) -> int | None:
    return None if chance.random() < 0.3 else chance.choice((0, 1, 89, 90, 182, 183, chance.randrange(460)))


def _away(chance: Random) -> tuple[tuple[int, int | None], ...]:
    """Spells of disengagement that do not overlap: the day of each and that of engaging again."""
    days = sorted({_day(chance) for _ in range(chance.choice((0, 0, 1, 2, 3, 4)))})
    pairs = [(first, back) for first, back in zip(days[::2], days[1::2], strict=False)]
    return (*pairs, (days[-1], None)) if len(days) % 2 else tuple(pairs)
