"""Outcomes the slow way: day by day, from the paragraphs.

JETS: specification 3.4 to 3.12, 3.15, 3.19. IPES: 2.46 to 2.57, 4.6 to 4.9, 4.25, 5.6 to 5.27. WHP Core: chapter 16,
paragraphs 16, 20 and 21, with the published numbers. Answers: True, False, or None where a fact that is not known
decides.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tests.portfolio.slow import ONE_DAY, Events, nth_day

__all__ = ["Standing", "of_core", "of_ipes", "of_jets"]

EARNINGS = {"wages", "holiday_pay", "correction"}
"""What counts as earnings from work (IPES 5.26 names what does not)."""


class Standing(NamedTuple):
    """Whether an employed, a self-employed outcome, or one of either kind, counts for a start."""

    employed: bool | None
    self_employed: bool | None
    either: bool | None


NOTHING = Standing(False, False, False)


# ── employment ───────────────────────────────────────────────────────────────────────────────────────────────────


def engaged_by_provider(events: Events) -> bool:
    """Whether the provider or its supply chain is known to employ the person in any way."""
    work = [*events.of("work_started"), *events.of("earnings_payment"), *events.of("self_employed_day")]
    return any(one.employer not in {None, "unrelated"} for one in work)


def jobs_that_count(events: Events, start: date) -> dict[str, date]:
    """Employment with others than the provider that begins on or after the Start Date, with its first day."""
    return {
        job.work_id: job.on
        for job in events.of("work_started", work="employed")
        if job.employer in {None, "unrelated"} and job.on >= start
    }


def day_reached(events: Events, jobs: dict[str, date], first: date, last: date, threshold: object) -> date | None:
    """The first day at whose end the earnings of the jobs reach the threshold, which may depend on the day."""
    total = Decimal(0)
    payments = [p for p in events.of("earnings_payment") if p.work_id in jobs and p.payment in EARNINGS]
    for day in sorted({payment.on for payment in payments if first <= payment.on <= last}):
        total += sum((payment.amount for payment in payments if payment.on == day), Decimal(0))
        needed = threshold(day) if callable(threshold) else threshold
        if total >= needed:
            return day
    return None


# ── self-employment ──────────────────────────────────────────────────────────────────────────────────────────────


def day_fits(events: Events, day: date) -> bool | None:
    """Whether the benefit condition of a week holds on a day: off unemployment benefit, or its requirements met."""
    benefits = events.participant.benefits
    if benefits is None:
        return None
    answers: list[bool | None] = []
    for spell in benefits:
        ends = spell.ends_on if spell.ends_on is not None and spell.ends_on <= events.as_of else None
        if spell.starts_on <= day and (ends is None or day <= ends):
            if spell.benefit == "universal_credit":
                answers.append(spell.self_employed_compliant)
            elif spell.benefit in {"jsa", "new_style_jsa"}:
                answers.append(False)
    if False in answers:
        return False
    return None if None in answers else True


def week_ends(events: Events, days: set[date], first: date, last: date, *, lenient: bool) -> list[date]:
    """The last days of the weeks: seven days, one of them traded, none before the first day of trading.

    The earliest that will do is taken each time. `lenient`: a day of which the benefit condition is not known will do.
    """
    if not days:
        return []
    ends: list[date] = []
    opens = max(first, min(days))
    while nth_day(opens, 7) <= min(last, events.as_of):
        week = [nth_day(opens, number) for number in range(1, 8)]
        fits = [day_fits(events, day) for day in week]
        holds = all(one is True or (lenient and one is None) for one in fits)
        if holds and any(day in days for day in week):
            ends.append(week[-1])
            opens = week[-1] + ONE_DAY
        else:
            opens += ONE_DAY
    return ends


def traded(events: Events, *, evidenced: tuple[bool | None, ...] = (True, False, None)) -> set[date]:
    """Days of self-employment other than for the provider."""
    return {
        day.on
        for day in events.of("self_employed_day")
        if day.employer in {None, "unrelated"} and day.evidenced in evidenced
    }


class Traded(NamedTuple):
    """When enough weeks were complete, for certain and at the earliest."""

    on: date | None
    perhaps_on: date | None

    @property
    def undetermined(self) -> bool:
        """Whether what is not known decides when they were complete."""
        return self.on != self.perhaps_on


def weeks_complete(events: Events, days: set[date], first: date, last: date, needed: int) -> Traded:
    """The last day of the last week needed: for certain, and if what is not known is favourable."""
    certain = week_ends(events, days, first, last, lenient=False)
    perhaps = week_ends(events, days, first, last, lenient=True)
    return Traded(
        certain[needed - 1] if len(certain) >= needed else None,
        perhaps[needed - 1] if len(perhaps) >= needed else None,
    )


def claimed_well(events: Events, reached: date, last: date, *, strictly: bool) -> bool:
    """Whether it is claimed through PRaP between the day it was reached and the last day, or still can be.

    `strictly`: a claim through another channel alone spoils it (WHP JETS 3.8); otherwise it is no claim.
    """
    through_prap = [claim.channel == "prap" for claim in events.of("outcome_claim")]
    if any(reached <= day <= last for day in claim_days(events, last)):
        return True
    return events.as_of <= last and not (strictly and through_prap and not any(through_prap))


def evidence_enough(events: Events, first: date, last: date, needed: int) -> bool | None:
    """Whether enough weeks rest on days that are evidenced."""
    if any(claim.evidence_held for claim in events.of("outcome_claim")):
        return True
    if len(week_ends(events, traded(events, evidenced=(True,)), first, last, lenient=False)) >= needed:
        return True
    return None if any(day.evidenced is None for day in events.of("self_employed_day")) else False


def claim_days(events: Events, last: date, level: str | None = None) -> list[date]:
    """The days, up to the last one for it, on which an outcome was claimed: through PRaP or, in IPES, at all."""
    claims = events.of("outcome_claim", channel="prap") if level is None else events.of("outcome_claim")
    claims = [claim for claim in claims if level is None or claim.level in {None, level}]
    return [day for day in (events.entered(claim) or claim.on for claim in claims) if day <= last]


def standing(
    employed_on: date | None, trade: Traded, counts: bool | None, *, ranks: bool, both: bool = False
) -> Standing:
    """One outcome for each person, the first of the two, or each by itself.

    `counts` says whether the self-employed outcome counts so far, were it alone; `ranks` whether it may yet be
    claimed, or is, so that it comes before a later employed one. `both`: neither takes the place of the other.
    """
    if employed_on is None:
        return Standing(False, counts, counts)
    first = trade.perhaps_on
    if both or not (ranks and first is not None and first < employed_on):
        return Standing(True, counts if both or trade.undetermined else False, True)
    return Standing({True: False, None: None, False: True}[counts], counts, True)


# ── WHP JETS and WHP Core ────────────────────────────────────────────────────────────────────────────────────────


def of_jets(events: Events) -> Standing:
    """£1,000 by day 238 in employment begun by day 182, or eight weeks of trading by day 238 claimed by day 299."""
    start = events.start
    if start is None or engaged_by_provider(events):
        return NOTHING
    jobs = jobs_that_count(events, start)
    begun = min(jobs.values(), default=None)
    employed_on = None
    if begun is not None and begun <= nth_day(start, 182):
        employed_on = day_reached(events, jobs, begun, nth_day(start, 238), Decimal(1000))
    return with_trade(events, start, employed_on, nth_day(start, 238), nth_day(start, 299), 8)


def of_core(events: Events) -> Standing:
    """£3,627.52 by day 639, or 26 weeks of trading by day 639 claimed by day 700."""
    start = events.start
    if start is None or engaged_by_provider(events):
        return NOTHING
    jobs = jobs_that_count(events, start)
    employed_on = day_reached(events, jobs, start, nth_day(start, 639), Decimal("3627.52"))
    return with_trade(events, start, employed_on, nth_day(start, 639), nth_day(start, 700), 26, both=True)


def with_trade(
    events: Events,
    start: date,
    employed_on: date | None,
    last: date,
    claim_by: date,
    needed: int,
    *,
    both: bool = False,
) -> Standing:
    """Put what was earned beside what was traded."""
    trade = weeks_complete(events, traded(events), start, last, needed)
    made = claim_days(events, claim_by)
    credited: bool | None = None if trade.undetermined else False
    if trade.on is not None and not trade.undetermined and claimed_well(events, trade.on, claim_by, strictly=not both):
        credited = True if both else evidence_enough(events, start, last, needed)
    claimed = any(trade.undetermined or trade.on is None or day >= trade.on for day in made)
    ranks = events.as_of <= claim_by or credited is not False
    return standing(employed_on, trade, credited if claimed else False, ranks=ranks, both=both)


# ── IPES ─────────────────────────────────────────────────────────────────────────────────────────────────────────

THRESHOLDS = (
    (date(2019, 4, 1), 1708, 3415),
    (date(2020, 4, 1), 1814, 3628),
    (date(2021, 4, 1), 1853, 3707),
    (date(2022, 4, 1), 1976, 3952),
    (date(2023, 4, 1), 2167, 4335),
)
"""16 hours for 13 and 26 weeks at the National Living Wage (8.21, 8.72, 8.91, 9.50, 10.42), to the nearest pound."""


def ipes_threshold(day: date, place: int) -> Decimal:
    """The lower (1) or the higher (2) threshold of a day."""
    return Decimal(max(row for row in THRESHOLDS if row[0] <= day)[place])


def ipes_end(events: Events, start: date) -> date | None:
    """The last day on provision (2.46 to 2.57); None while it has not come."""
    over = [died.on for died in events.of("died")]
    over += [move.on for move in events.of("moved") if move.to_nation not in {"england", "wales"}]
    ill = [change.on for change in events.of("change_of_circumstances", change="terminal_illness")]
    over += [left.on for left in events.of("withdrawal", stage="on_provision") if ill and ill[0] <= left.on]
    last = nth_day(start, 456)
    if working(events, nth_day(start, 457)):
        last = nth_day(start, 457)
        while last < nth_day(start, 639) and working(events, last + ONE_DAY):
            last += ONE_DAY
    end = min([last, *[day for day in over if day >= start]])
    return end if end <= events.as_of else None


def working(events: Events, day: date) -> bool:
    """Whether in any work on a day, the day on which it ends included; what lies ahead is not known."""
    if day > events.as_of:
        return False
    for job in events.of("work_started"):
        ends = [ended.on for ended in events.of("work_ended", work_id=job.work_id) if ended.on >= job.on]
        if job.on <= day and (not ends or day <= min(ends)):
            return True
    return False


def of_ipes(events: Events, level: str) -> Standing:
    """The lower or the higher outcome on provision, in employment, or in self-employment claimed by day 700.

    Someone whom the provider employs counts for performance with other work (4.25, IPES-PERF-08).
    """
    start = events.start
    if start is None:
        return NOTHING
    last = ipes_end(events, start) or nth_day(start, 639)
    place, needed = {"lower": (1, 13), "higher": (2, 26)}[level]
    jobs = jobs_that_count(events, start)
    employed_on = day_reached(events, jobs, start, last, lambda day: ipes_threshold(day, place))
    trade = weeks_complete(events, traded(events), start, last, needed)
    claim_by = nth_day(start, 700)
    claimed = trade.on is not None and any(day >= trade.on for day in claim_days(events, claim_by, level))
    counts = None if trade.undetermined else trade.on is not None and (claimed or events.as_of <= claim_by)
    return standing(employed_on, trade, counts, ranks=claimed or events.as_of <= claim_by)
