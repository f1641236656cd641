"""What repeated failure may lead to (4.39), and the bounds within which a bid may promise performance (3.8)."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import months
from dwp_rules.facts import ContractNotice, Notice
from dwp_rules.facts.contract_situation import ContractSituation, plain_name
from dwp_rules.programmes.ipes.counting import MONTHS
from dwp_rules.programmes.ipes.failures import judged_months
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.comparisons import Compared, Quantity

__all__ = ["bid_rates", "repeat_failure"]

REPEAT_FAILURE = Rule(
    "IPES-PERF-06",
    "Repeat failure within 6 months of a performance improvement notice",
    SPEC.paragraphs("4.39"),
    note="From the end of the notice's period to the corresponding day six months later. A failure is similar where it "
    "is of the same standard; the failure of a month falls on the month's last day.",
    counts_by=MONTHS,
)
may_trigger = REPEAT_FAILURE.discretionary(
    "may_trigger_termination",
    "{measure} failed again on {failure}, by {window_ends}: DWP may treat it as a trigger of potential termination",
)
no_repeat = REPEAT_FAILURE.met("no_similar_failure", "no similar failure after {notice_ended} and by {window_ends}")

RATE_BOUNDS = Rule(
    "IPES-PERF-07",
    "Bid performance rate within published bounds",
    SPEC.paragraphs("3.8", "3.9"),
    note="Both the minimum performance level and the upper tolerance limit are themselves within; they may differ by "
    "area.",
)

SIX_MONTHS = months(6)


def repeat_failure(s: ContractSituation) -> Sequence[Finding]:
    """For each performance improvement notice, whether a similar failure followed within six months of its end."""
    notices = [n for n in s.of(ContractNotice) if n.notice is Notice.PERFORMANCE_IMPROVEMENT]
    return [_after(s, notice) for notice in notices]


def _after(s: ContractSituation, notice: ContractNotice) -> Finding:
    if notice.ends_on is None:
        return REPEAT_FAILURE.unknown("contract_notice.ends_on")
    window_ends = SIX_MONTHS.after(notice.ends_on)
    failures = [(on, name) for on, name in s[service_failures] if notice.ends_on < on <= window_ends]
    if failures and (notice.measure is None or any(name is None for _on, name in failures)):
        return REPEAT_FAILURE.unknown("contract_notice.measure")
    for on, name in failures:
        if plain_name(name or "") == plain_name(notice.measure or ""):
            return may_trigger.found(True, ("measure", notice.measure), ("failure", on), ("window_ends", window_ends))
    return no_repeat.found(False, ("notice_ended", notice.ends_on), ("window_ends", window_ends))


def service_failures(s: ContractSituation) -> Sequence[tuple[date, str | None]]:
    """The days of failures with the standard that was failed: from the months judged, and from notices of action."""
    measured = [
        (month.last, number)
        for number, by_month in s[judged_months].items()
        for month, j in by_month.items()
        if j.failed
    ]
    noticed = [(n.on, n.measure) for n in s.of(ContractNotice) if n.notice is Notice.PERFORMANCE_INDICATOR_ACTION]
    return sorted((*measured, *noticed), key=lambda failure: failure[0])


def performance_rates(s: ContractSituation) -> Sequence[Quantity]:
    """The conversion rate of each bid, with the bounds published for its area."""
    return [
        Quantity(
            bid.bidder or "the bid",
            bid.performance_rate,
            bid.minimum_rate,
            bid.upper_rate,
            tuple(
                f"bid.{name}"
                for name in ("performance_rate", "minimum_rate", "upper_rate")
                if getattr(bid, name) is None
            ),
        )
        for bid in s.contract.bids
        if bid.performance_rate is not None
    ]


bid_rates = Compared(RATE_BOUNDS, performance_rates, unit="%")
