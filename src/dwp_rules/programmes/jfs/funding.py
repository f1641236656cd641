"""The service fee: its monthly schedule, the ceiling of what is paid early, and its floor (6.03 to 6.06)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from dwp_rules.calendar import DayOne, Month, corresponding_date, months
from dwp_rules.facts import ContractPayment, PaymentStream
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.facts.situation import Unknown
from dwp_rules.money import Early, Instalment, MoneyLine, fee_schedule, percent_of, to_the_penny
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Finding, Rule

__all__ = ["fee_findings", "fee_lines", "fees"]

SCHEDULE = Rule(
    "JFS-FUND-02",
    "Monthly payment schedule",
    GUIDANCE.paragraphs("6.03", "6.06"),
    note="What is left after the start-up part is spread over all months from the start of the service to the end of "
    "referrals; the start-up part is split equally over the first three. Amounts are rounded half up to the penny; "
    "what rounding leaves over falls in the last instalment.",
)
over_ceiling = SCHEDULE.not_met(
    "start_up_over_5_percent",
    "the start-up part of £{start_up:,.2f} is over its ceiling of £{ceiling:,.2f}",
)

CEILING = Rule("JFS-FUND-03", "Ceiling of the start-up payment", GUIDANCE.paragraphs("6.06"))
allowed = CEILING.met("allowed", "£{start_up:,.2f} is within the ceiling of £{ceiling:,.2f}")
not_allowed = CEILING.not_met("over_ceiling", "£{start_up:,.2f} is over the ceiling of £{ceiling:,.2f}")

FLOOR = Rule(
    "JFS-FUND-06",
    "Minimum service fee",
    GUIDANCE.paragraphs("6.05"),
    note="'Subject to service credits': the floor is applied first and credits after, so that a credit may take the "
    "payment below it.",
    counts_by=("JFS-FUND-02",),
)
floor_applied = FLOOR.met("floor_applied", "{month}: raised from £{adjusted:,.2f} to the minimum of £{minimum:,.2f}")
above_floor = FLOOR.met("above_floor", "{month}: £{adjusted:,.2f} is not below the minimum of £{minimum:,.2f}")

CEILING_PERCENT = Decimal(5)
"""Of the total contract value, paid early at the most (6.06)."""
START_UP_MONTHS = 3
NO_FEE = Decimal("0.00")


def start_up(s: ContractSituation) -> Decimal | Unknown:
    """The part of the fee that is agreed to be paid over the first three months."""
    contract = s.contract
    if contract.start_up_amount is not None:
        return contract.start_up_amount
    if contract.total_contract_value is None or contract.start_up_share is None:
        return Unknown(*_unknown(s, "total_contract_value", "start_up_share"))
    return percent_of(contract.total_contract_value, contract.start_up_share)


def _unknown(s: ContractSituation, *names: str) -> list[str]:
    return [f"contract.{name}" for name in names if getattr(s.contract, name) is None]


def last_referral_on(s: ContractSituation) -> date | Unknown:
    """The last day on which referrals may be made: as settled, or the months of the guidance and those added."""
    contract = s.contract
    if contract.referral_ends_on is not None:
        return contract.referral_ends_on
    if contract.service_start_on is None:
        return Unknown("contract.service_start_on")
    length = s.count("referral_months") + (contract.extension_months or 0)
    return months(length, DayOne.SAME).after(contract.service_start_on)


def schedule(s: ContractSituation) -> tuple[Instalment, ...] | Unknown:
    """The monthly instalments of the whole fee; none where what is paid early is over its ceiling."""
    contract, early, last = s.contract, s[start_up], s[last_referral_on]
    value, first = contract.total_contract_value, contract.service_start_on
    if value is None or first is None or isinstance(early, Unknown) or isinstance(last, Unknown):
        waiting = [*_unknown(s, "total_contract_value", "service_start_on")]
        waiting += early.missing if isinstance(early, Unknown) else ()
        return Unknown(*dict.fromkeys(waiting))
    if early > percent_of(value, CEILING_PERCENT):
        return ()
    return fee_schedule(
        Month.of(first),
        _months_between(first, last),
        value,
        Early(early, START_UP_MONTHS),
        rest_after_early=s.reading("remainder_months") == "after_start_up",
    )


def _months_between(first: date, last: date) -> int:
    """Give the number of months from a day to another, both counted, the last one whole or not."""
    count = 1
    while corresponding_date(first, count) <= last:
        count += 1
    return count


def fees(s: ContractSituation) -> Mapping[Month, Decimal]:
    """The fee of each month before service credits: as adjusted by DWP, else as scheduled, and never below the floor.

    A month in which no referral was made earns none (6.03).
    """
    scheduled = s[schedule]
    found = {} if isinstance(scheduled, Unknown) else {part.month: part.amount for part in scheduled}
    found |= s[adjusted_fees]
    floor = s.contract.minimum_service_fee
    without = {month for month, tally in s.monthly("referrals").items() if not tally.total}
    return {
        month: NO_FEE if month in without else fee if floor is None else to_the_penny(max(fee, floor))
        for month, fee in sorted(found.items())
    }


def adjusted_fees(s: ContractSituation) -> Mapping[Month, Decimal]:
    """The fee that DWP settled on for a month, where one is recorded, before anything is taken off."""
    adjusted: dict[Month, Decimal] = {}
    for payment in s.of(ContractPayment):
        if payment.stream is not PaymentStream.SERVICE_FEE or payment.month is None or payment.claimed is None:
            continue
        adjusted[payment.month] = adjusted.get(payment.month, NO_FEE) + to_the_penny(payment.claimed)
    return adjusted


def fee_findings(s: ContractSituation) -> Sequence[Finding]:
    """Whether what is paid early keeps its ceiling, and each month's fee its floor."""
    value, early = s.contract.total_contract_value, s[start_up]
    findings: list[Finding] = []
    if value is not None and not isinstance(early, Unknown):
        ceiling = percent_of(value, CEILING_PERCENT)
        within = early <= ceiling
        findings.append((allowed if within else not_allowed).found(within, ("start_up", early), ("ceiling", ceiling)))
        if not within:
            findings.append(over_ceiling.found(None, ("start_up", early), ("ceiling", ceiling)))
    elif value is not None:
        findings.append(CEILING.unknown("contract.start_up_share"))
    return [*findings, *(_floor(s, month, fee) for month, fee in s[adjusted_fees].items())]


def _floor(s: ContractSituation, month: Month, adjusted: Decimal) -> Finding:
    minimum = s.contract.minimum_service_fee
    if minimum is None:
        return FLOOR.unknown("contract.minimum_service_fee")
    raised = adjusted < minimum
    reason = floor_applied if raised else above_floor
    return reason.found(
        s[fees][month], ("month", str(month)), ("adjusted", adjusted), ("minimum", minimum), ("floor_applied", raised)
    )


def fee_lines(s: ContractSituation) -> Sequence[MoneyLine]:
    """The schedule, month by month, and what each month's fee comes to before service credits."""
    scheduled = s[schedule]
    lines: list[MoneyLine] = []
    if isinstance(scheduled, Unknown):
        lines.append(MoneyLine(SCHEDULE, "scheduled_fee", None, None, missing=scheduled.missing))
    else:
        for part in scheduled:
            if part.early:
                lines.append(MoneyLine(SCHEDULE, "start_up", part.month, part.early))
            lines.append(MoneyLine(SCHEDULE, "equal_part", part.month, part.equal))
            lines.append(MoneyLine(SCHEDULE, "scheduled_fee", part.month, part.amount))
    lines += [MoneyLine(FLOOR, "fee_before_credits", month, fee) for month, fee in s[fees].items()]
    return lines
