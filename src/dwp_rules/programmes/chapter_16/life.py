"""What the standards of chapter 16 ask of a life on provision: how it can fail to start, and how and when it ends."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import CancelledAs, ReferralCancelled, WorkStarted
from dwp_rules.facts.moments import in_work_on, working_spells
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.provision import Provision
from dwp_rules.standards import Guard, Span

__all__ = ["Ending", "did_not_attend", "did_not_start", "ending_of", "out_of_work"]

Journey: TypeAlias = Callable[[Situation], Provision]
"""Where a case stands, as its programme sees it."""


def did_not_start(s: Situation) -> Days:
    """The referral closed because the person did not agree to take part."""
    cancelled = s.of(ReferralCancelled)
    return [c.on for c in cancelled if c.outcome is not CancelledAs.DID_NOT_ATTEND] if cancelled else ()


def did_not_attend(s: Situation) -> Days:
    """The referral closed because the person did not attend."""
    cancelled = s.of(ReferralCancelled)
    return [c.on for c in cancelled if c.outcome is CancelledAs.DID_NOT_ATTEND] if cancelled else ()


class Ending(NamedTuple):
    """What follows from the end of provision, each a function of the situation."""

    ended: Callable[[Situation], Days]
    """The day on which provision ended, if it has."""
    end_or_latest: Callable[[Situation], tuple[date, bool] | Unknown | None]
    """The last day on provision, and whether it may still come sooner; None before a start."""
    on_provision: Callable[[Situation], tuple[date, date] | None]
    """The days on provision, both counted, as far as no earlier end has come; None before a start."""
    in_work_at_end: Callable[[Situation], bool]
    """Whether the participant is in work on the last day on provision, or today while there are days left."""
    report_required: Guard
    """Whether the participant is, or may be, in no work when they cease to be one."""


def ending_of(journey: Journey) -> Ending:
    """Give what follows from the end of provision in a programme."""

    def ended(s: Situation) -> Days:
        end = s[journey].end_date
        return () if end is None else (end,)

    def end_or_latest(s: Situation) -> tuple[date, bool] | Unknown | None:
        provision = s[journey]
        if provision.missing:
            return Unknown(*provision.missing)
        if provision.latest_end_date is None:
            return None
        return provision.latest_end_date, provision.end_date is None

    def on_provision(s: Situation) -> tuple[date, date] | None:
        provision = s[journey]
        last = provision.end_date or provision.latest_end_date
        return None if provision.start is None or last is None else (provision.start, last)

    def in_work_at_end(s: Situation) -> bool:
        return in_work_on(s, s[journey].end_date or s.as_of)

    def report_required(s: Situation) -> bool:
        return bool(s[journey].missing) or not s[in_work_at_end]

    return Ending(ended, end_or_latest, on_provision, in_work_at_end, report_required)


def out_of_work(
    journey: Journey,
    on_provision: Callable[[Situation], tuple[date, date] | None],
    *,
    work: Callable[[WorkStarted], bool],
) -> Callable[[Situation], Sequence[Span]]:
    """Make the days on provision without work of the kind that suspends booked meetings."""

    def days_out_of_work(s: Situation) -> Sequence[Span]:
        provision = s[on_provision]
        if provision is None:
            return ()
        opens: date | None
        opens, end = provision
        spans: list[Span] = []
        for begun, over, job in s[working_spells]:
            if opens is None or begun > end or not work(job) or (over is not None and over < opens):
                continue
            if begun > opens:
                spans.append(Span(opens, begun - ONE_DAY))
            opens = over
        if opens is not None and opens <= end:
            spans.append(Span(opens, end, s[journey].missing))
        return spans

    return days_out_of_work
