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
from dwp_rules.programmes.ipes.failures import judged_months
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
    """One run of deferred fees: since when, of which months, and how it ended."""

    started: date
    months: tuple[Month, ...]
    deferred: Decimal
    unknown: tuple[str, ...]
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
    return Deferral(
        started,
        months,
        sum((percent_of(s[fees][month], HALF) for month in months if month in s[fees]), NOTHING),
        tuple(f"the service fee of {month}" for month in months if month not in s[fees]),
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
    """The cure: as DWP noted it, or the first month after the notice in which no standard was failed."""
    if notice.ends_on is not None and notice.ends_on <= s.as_of:
        return Cure(notice.ends_on, notice.ends_on)
    judged: dict[Month, list[bool | None]] = {}
    for by_month in s[judged_months].values():
        for month, judgement in by_month.items():
            judged.setdefault(month, []).append(judgement.failed)
    clean = [month for month, failed in sorted(judged.items()) if True not in failed and False in failed]
    met = next((month for month in clean if month > Month.of(notice.on)), None)
    return None if met is None else Cure(met.last, met.minus(1).last)


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
    deferred = {month for run in s[deferrals] for month in run.months}
    lines: list[MoneyLine] = []
    for month in sorted(deferred | {month for month in s[fees] if s.is_over(month)}):
        lines += _of_month(s, month, month in deferred)
    for run in s[deferrals]:
        lines += _of_run(run)
    return lines


def _of_month(s: ContractSituation, month: Month, is_deferred: bool) -> Sequence[MoneyLine]:
    fee = s[fees].get(month)
    if fee is None:
        return (MoneyLine(HALF_DEFERRED, "deferred", month, None, HALF, missing=(f"the service fee of {month}",)),)
    part = percent_of(fee, HALF) if is_deferred else NOTHING
    return (
        MoneyLine(HALF_DEFERRED, "deferred", month, part, HALF if is_deferred else None, fee),
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
