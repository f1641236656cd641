"""What service credits take off the service fee, and that it is never won back (6.06 to 6.09, 7.46 to 7.48)."""

from collections.abc import Sequence
from decimal import Decimal

from dwp_rules.calendar import Month
from dwp_rules.facts import ContractNotice, Notice
from dwp_rules.facts.contract_situation import ContractSituation, plain_name
from dwp_rules.money import MoneyLine, percent_of
from dwp_rules.programmes.jfs.funding import fees
from dwp_rules.programmes.jfs.ratings import NAMES, months_rated
from dwp_rules.programmes.jfs.service_credits import combined, credits_by_standard, result_unknown, together
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Rule

__all__ = ["credit_lines"]

DEDUCTED = Rule(
    "JFS-CREDIT-06",
    "Amount deducted",
    GUIDANCE.paragraphs("6.06", "6.07", "7.46", "7.47", "7.48"),
    note="The most that DWP may deduct, of the whole fee of the month, any start-up part included; DWP may waive it. "
    "Rounded half up to the penny; the rest of the fee is paid.",
    counts_by=("JFS-CREDIT-05", "JFS-FUND-06"),
)
NOT_WON_BACK = Rule(
    "JFS-CREDIT-07",
    "No earning back",
    GUIDANCE.paragraphs("6.09"),
    note="Each month is judged by itself and those before it: no later month changes it.",
    counts_by=("JFS-CREDIT-06",),
)

NOTHING = Decimal("0.00")
NONE_OF_IT = Decimal(0)


def credit_lines(s: ContractSituation) -> Sequence[MoneyLine]:
    """What may be deducted from each month's fee, what is left to pay, and the sum that cannot be won back."""
    lines = [line for month in s[months_rated] for line in _of_month(s, month)]
    if not lines:
        return ()
    deducted = [line for line in lines if line.what == "service_credit"]
    waiting = tuple(dict.fromkeys(name for line in deducted for name in line.missing))
    total = None if waiting else sum((line.amount for line in deducted if line.amount is not None), NOTHING)
    return (
        *lines,
        MoneyLine(NOT_WON_BACK, "total_deducted", None, total, missing=waiting),
        MoneyLine(NOT_WON_BACK, "recoverable_later", None, NOTHING),
    )


def _of_month(s: ContractSituation, month: Month) -> Sequence[MoneyLine]:
    fee, percent = s[fees].get(month), _percent(s, month)
    missing = [] if fee is not None else [f"the service fee of {month}"]
    missing += _unsettled(s, month) if percent is None else ()
    if fee is None or percent is None:
        waiting = tuple(missing)
        return (
            MoneyLine(DEDUCTED, "service_credit", month, None, percent, fee, waiting),
            MoneyLine(DEDUCTED, "net_payment", month, None, missing=waiting),
        )
    credit = percent_of(fee, percent)
    return (
        MoneyLine(DEDUCTED, "service_credit", month, credit, percent, fee),
        MoneyLine(DEDUCTED, "net_payment", month, fee - credit),
    )


def _percent(s: ContractSituation, month: Month) -> Decimal | None:
    """The percentage to deduct, without what DWP waived; None where a colour or what a waiver is for is not known."""
    if not s[combined][month] and s[combined][month] is not None:
        return NONE_OF_IT
    waived = [n for n in s.of(ContractNotice) if n.notice is Notice.CREDIT_WAIVER]
    if any(notice.month is None for notice in waived):
        return None
    measures = {plain_name(notice.measure or "") for notice in waived if notice.month == month}
    place = s[months_rated].index(month)
    percents = [
        NONE_OF_IT if measures & {"", *map(plain_name, NAMES[css][:2])} else s[credits_by_standard][css][place].percent
        for css in NAMES
    ]
    return together(s, percents)


def _unsettled(s: ContractSituation, month: Month) -> tuple[str, ...]:
    return result_unknown(s, month) if s[combined][month] is None else ("contract_notice.month",)
