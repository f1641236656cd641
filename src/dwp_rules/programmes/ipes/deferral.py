"""Deferral of half the service fee while a standard is failed, and its forfeit (4.37, 4.38, 5.5)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dwp_rules.calendar import Month, corresponding_date
from dwp_rules.facts import ContractNotice, Notice
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.money import MoneyLine, percent_of
from dwp_rules.programmes.ipes.contract_windows import last_referral_on
from dwp_rules.programmes.ipes.counting import MONTHS
from dwp_rules.programmes.ipes.failures import Judged, judged_months
from dwp_rules.programmes.ipes.funding import fees
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import FactValue, Finding, Rule

__all__ = ["deferral_findings", "deferral_lines", "deferral_of_month"]

HALF_DEFERRED = Rule(
    "IPES-FUND-05",
    "Deferral of half the monthly service fee",
    SPEC.paragraphs("4.37", "4.38", "5.5"),
    note="A right of DWP, after notice, from the month of the notice until the standards are met. The deferred half is "
    "rounded half up to the penny and the rest is paid, so that the two always make the fee.",
)
may_defer = HALF_DEFERRED.discretionary(
    "may_defer", "{month}: failed {failed}; DWP may, after notice, defer half of the fee"
)
deferring = HALF_DEFERRED.discretionary("deferring", "{month}: failed {failed}; half of the fee is deferred")

CONSIDERED = Rule(
    "IPES-FUND-06",
    "When deferral is considered: same standard in 2 of 3 months",
    SPEC.paragraphs("4.38"),
    note="Of the three calendar months that end with the month in question. The wider right to defer is unaffected.",
)
considers = CONSIDERED.discretionary("considered", "failed in two months of three: {standards}, in {months}")
not_considered = CONSIDERED.met("not_considered", "no standard was failed in two months of three")

FORFEIT = Rule(
    "IPES-FUND-07",
    "Forfeit after six months of deferral",
    SPEC.paragraphs("4.37", "4.38"),
    note="Six months by the corresponding day. What was deferred becomes payable where the standards are met before "
    "the forfeit is notified, even after the six months.",
    counts_by=MONTHS,
)
may_forfeit = FORFEIT.discretionary(
    "may_forfeit", "deferred since {started}: from {forfeit_right_from} DWP may, after notice, forfeit £{deferred:,.2f}"
)
forfeited = FORFEIT.not_met("forfeited", "£{deferred:,.2f} was forfeited on {on}")
released = FORFEIT.met("released", "the standards were met on {on}: £{deferred:,.2f} becomes payable")
no_right_yet = FORFEIT.met("no_right_yet", "deferred since {started}: no forfeit before {forfeit_right_from}")
too_early = FORFEIT.undetermined("notice_too_early", "a forfeit noticed on {on}, before {forfeit_right_from}, has none")

AUTOMATIC = Rule(
    "IPES-FUND-08",
    "Automatic forfeit when referrals end",
    SPEC.paragraphs("4.37", "4.38"),
    counts_by=("IPES-CONTRACT-04",),
)
forfeit_at_end = AUTOMATIC.not_met("forfeited", "referrals ended on {referrals_end}: what is still deferred is forfeit")
not_at_end = AUTOMATIC.met("not_ended", "referrals run to {referrals_end}")

HALF, SIX = Decimal(50), 6
NOTHING = Decimal("0.00")
WINDOW = 2
"""Months before the one in question that are looked at with it."""


class Deferral(NamedTuple):
    """One run of deferred fees: since when, of which months, and how it ended.

    `unknown` names what its amounts wait for; from `in_doubt_from` on the standards may have been met again.
    """

    started: date
    months: tuple[Month, ...]
    deferred: Decimal
    unknown: tuple[str, ...]
    in_doubt_from: Month | None
    cured_on: date | None
    forfeited_on: date | None
    early_notice_on: date | None
    at_end: bool

    @property
    def right_from(self) -> date:
        """The day from which DWP may forfeit."""
        return corresponding_date(self.started, SIX)


def deferrals(s: ContractSituation) -> Sequence[Deferral]:
    """The runs of deferral, each from its notice until the standards are met, a forfeit, or the end of referrals."""
    runs: list[Deferral] = []
    over_by = date.min
    for notice in s.of(ContractNotice):
        if notice.notice is Notice.DEFERRAL and notice.on > over_by:
            run = _run(s, notice)
            runs.append(run)
            ends = [day for day in (run.cured_on, run.forfeited_on) if day is not None]
            over_by = min(ends) if ends else date.max
    return runs


def _run(s: ContractSituation, notice: ContractNotice) -> Deferral:
    started, last = notice.on, s[last_referral_on]
    cure = _cure(s, notice)
    right_from = corresponding_date(started, SIX)
    noticed = [n.on for n in s.of(ContractNotice) if n.notice is Notice.FORFEIT and n.on >= started]
    taken = next((on for on in noticed if on >= right_from and (cure is None or on <= cure.on)), None)
    if taken is not None:
        cure = None
    at_end = s.as_of > last and taken is None and (cure is None or cure.on > last)
    if at_end:
        cure = None
    until = min(last, s.as_of, cure.deferred_to if cure else date.max, taken or date.max)
    months = tuple(m for m in (notice.month or Month.of(started)).to(Month.of(until)) if m.last <= until)
    doubtful = _in_doubt(s, notice, until if cure is None else cure.on)
    return Deferral(
        started,
        months,
        sum((percent_of(s[fees][month], HALF) for month in months if month in s[fees]), NOTHING),
        (*(f"the service fee of {month}" for month in months if month not in s[fees]), *doubtful.values()),
        next(iter(doubtful), None),
        None if cure is None else cure.on,
        taken,
        next((on for on in noticed if on < right_from), None),
        at_end,
    )


class Cure(NamedTuple):
    """The day on which the standards were met again, and the last day for which fees were deferred."""

    on: date
    deferred_to: date


def _cure(s: ContractSituation, notice: ContractNotice) -> Cure | None:
    """The cure: as DWP noted it, or the first month after the notice in which every standard was met."""
    noted = notice.ends_on
    if noted is not None and noted <= s.as_of:
        return Cure(noted, noted)
    clean = [
        month
        for month, judged in _judged_after(s, notice).items()
        if not any(one.undecided for one in judged) and {one.failed for one in judged} & {True, False} == {False}
    ]
    return Cure(clean[0].last, clean[0].minus(1).last) if clean else None


def _in_doubt(s: ContractSituation, notice: ContractNotice, until: date) -> dict[Month, str]:
    """The months before the cure in which nothing was failed for certain, each with the result that it waits for."""
    if notice.ends_on is not None and notice.ends_on <= s.as_of:
        return {}
    return {
        month: f"whether every standard was met in {month}"
        for month, judged in _judged_after(s, notice).items()
        if month.last < until and any(one.undecided for one in judged) and True not in [one.failed for one in judged]
    }


def _judged_after(s: ContractSituation, notice: ContractNotice) -> dict[Month, list[Judged]]:
    """What was judged in the months after the notice, in their order."""
    judged: dict[Month, list[Judged]] = {}
    for by_month in s[judged_months].values():
        for month, judgement in by_month.items():
            if month > Month.of(notice.on):
                judged.setdefault(month, []).append(judgement)
    return dict(sorted(judged.items()))


def _failed_in(s: ContractSituation, month: Month) -> tuple[str, ...]:
    return tuple(
        name for name, by_month in s[judged_months].items() if month in by_month and by_month[month].failed is True
    )


def failing_months(s: ContractSituation) -> Sequence[Month]:
    """The months in which some standard was failed."""
    return sorted({m for by_month in s[judged_months].values() for m, judged in by_month.items() if judged.failed})


def deferral_findings(s: ContractSituation) -> Sequence[Finding]:
    """The months in which half may be deferred, in which it is considered, and what may be forfeited."""
    findings = [finding for month in s[failing_months] for finding in deferral_of_month(s, month)]
    findings += _considered(s)
    for run in s[deferrals]:
        findings += _forfeit(s, run)
    return findings


def deferral_of_month(s: ContractSituation, month: Month) -> Sequence[Finding]:
    """Whether half of the fee of a month may be deferred, or is, and for which standards; nothing if none failed."""
    failed = _failed_in(s, month)
    is_deferred = any(month in run.months for run in s[deferrals])
    reason = deferring if is_deferred else may_defer
    return (reason.found(True, ("month", str(month)), ("failed", failed)),) if failed else ()


def _considered(s: ContractSituation) -> Sequence[Finding]:
    if not any(s[judged_months].values()):
        return ()
    reached = sorted(
        {
            (month, name)
            for name, by_month in s[judged_months].items()
            for month in by_month
            if sum(1 for back in range(WINDOW + 1) if _failed(by_month.get(month.minus(back)))) > 1
        }
    )
    months = tuple(dict.fromkeys(str(month) for month, _name in reached))
    standards = tuple(dict.fromkeys(name for _month, name in reached))
    reason = considers if reached else not_considered
    return (reason.found(months, ("months", months), ("standards", standards)),)


def _failed(judged: object) -> bool:
    return getattr(judged, "failed", None) is True


def _forfeit(s: ContractSituation, run: Deferral) -> Sequence[Finding]:
    right = run.right_from
    may = run.cured_on is None and run.forfeited_on is None and not run.at_end and s.as_of >= right
    facts: dict[str, FactValue] = {
        "started": run.started,
        "forfeit_right_from": right,
        "deferred": run.deferred,
        "may_forfeit": may,
    }
    if run.forfeited_on is not None:
        found = forfeited(False, **facts, on=run.forfeited_on)
    elif run.cured_on is not None:
        found = released(False, **facts, on=run.cured_on)
    elif run.early_notice_on is not None and not may:
        found = too_early(False, **facts, on=run.early_notice_on)
    else:
        found = (may_forfeit if may else no_right_yet)(may, **facts)
    end = s[last_referral_on]
    return (found, (forfeit_at_end if run.at_end else not_at_end).found(run.at_end, ("referrals_end", end)))


def deferral_lines(s: ContractSituation) -> Sequence[MoneyLine]:
    """What is deferred and what is paid of each month's fee that is over, and what became of what was deferred."""
    deferred = {month: run for run in s[deferrals] for month in run.months}
    lines: list[MoneyLine] = []
    for month in sorted({*deferred, *(month for month in s[fees] if s.is_over(month))}):
        lines += _of_month(s, month, deferred.get(month))
    for run in s[deferrals]:
        lines += _of_run(run)
    return lines


def _of_month(s: ContractSituation, month: Month, run: Deferral | None) -> Sequence[MoneyLine]:
    fee = s[fees].get(month)
    if fee is None:
        return (MoneyLine(HALF_DEFERRED, "deferred", month, None, HALF, missing=(f"the service fee of {month}",)),)
    if run is not None and run.in_doubt_from is not None and month >= run.in_doubt_from:
        return tuple(MoneyLine(HALF_DEFERRED, what, month, None, missing=run.unknown) for what in ("deferred", "paid"))
    part = NOTHING if run is None else percent_of(fee, HALF)
    return (
        MoneyLine(HALF_DEFERRED, "deferred", month, part, None if run is None else HALF, fee),
        MoneyLine(HALF_DEFERRED, "paid", month, fee - part),
    )


def _of_run(run: Deferral) -> Sequence[MoneyLine]:
    if run.unknown:
        return (MoneyLine(FORFEIT, "deferred_total", None, None, missing=run.unknown),)
    lost = run.deferred if run.forfeited_on is not None or run.at_end else NOTHING
    freed = run.deferred if run.cured_on is not None else NOTHING
    rule = AUTOMATIC if run.at_end else FORFEIT
    return (
        MoneyLine(FORFEIT, "deferred_total", None, run.deferred),
        MoneyLine(FORFEIT, "payable", None, freed),
        MoneyLine(rule, "forfeit", None, lost),
        MoneyLine(FORFEIT, "still_deferred", None, run.deferred - freed - lost),
    )
