"""The service fee and the funding of outcomes: 30% and 70% of the total contract value (5.3, 5.4, 5.9)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dwp_rules.calendar import Month, corresponding_date
from dwp_rules.facts import ContractPayment, PaymentStream
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.facts.situation import Unknown
from dwp_rules.money import Early, Instalment, MoneyLine, fee_schedule, in_equal_parts, percent_of, to_the_penny
from dwp_rules.programmes.ipes.contract_windows import last_referral_on, service_start
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.comparisons import ShareOfValue

__all__ = ["fee_findings", "fee_lines", "fees", "outcome_lines", "service_fee"]

FEE = Rule("IPES-FUND-01", "Service fee is 30% of total contract value", SPEC.paragraphs("5.3", "5.2", "1.19"))
FRONT = Rule(
    "IPES-FUND-02",
    "At most 15% of contract value in the first 12 months",
    SPEC.paragraphs("5.4"),
    note="The 15% limits the agreed proportion alone; the rest of the fee falls in the first year too.",
)
front_valid = FRONT.met(
    "valid", "£{front_loaded_total:,.2f} over the first 12 months, £{remainder_total:,.2f} in equal monthly payments"
)
over_limit = FRONT.not_met("over_15_percent", "£{front_loaded_total:,.2f} is over 15% of the value, £{ceiling:,.2f}")

REMAINDER = Rule(
    "IPES-FUND-03",
    "Remainder in equal monthly payments to the referral end date",
    SPEC.paragraphs("5.4"),
    note="Over the whole period from the service start to the end of referrals, as the words say. Rounded half up to "
    "the penny; what rounding leaves over falls in the last month.",
    counts_by=("IPES-FUND-02", "IPES-CONTRACT-04"),
)
spread = REMAINDER.met(
    "spread", "over {months} months £{whole_period:,.2f} a month; over those after the first 12 £{after_first_12:,.2f}"
)
OUTCOMES = Rule(
    "IPES-FUND-04",
    "Outcome funding: 70% of contract value, 20/80",
    SPEC.paragraphs("5.9"),
    note="How this becomes a price for each outcome stands in the contract's schedules.",
)
REFERRAL_MONTHS = Rule(
    "IPES-FUND-10",
    "Service fee only for months with referrals, in arrears",
    SPEC.paragraphs("5.3", "5.4", "Annex 5 (Service Fee)"),
    note="A month with at least one referral. One inside the period of referrals without any is reported, and stays in "
    "the schedule of equal payments.",
)
payable = REFERRAL_MONTHS.met("payable", "{month}: {referrals} referrals; the fee is payable, not before {not_before}")
no_referral = REFERRAL_MONTHS.not_met("no_referral", "{month}: no referral was made")

THIRTY, SEVENTY, FIFTEEN, TWENTY = Decimal(30), Decimal(70), Decimal(15), Decimal(20)
FIRST_YEAR = 12
VALUE = "contract.total_contract_value"
NO_FEE = Decimal("0.00")

service_fee = ShareOfValue(FEE, "service_fee_total", THIRTY)


def front_loaded(s: ContractSituation) -> Decimal | Unknown:
    """The agreed part of the fee that is paid over the first 12 months."""
    contract = s.contract
    if contract.start_up_amount is not None:
        return contract.start_up_amount
    if contract.total_contract_value is None or contract.start_up_share is None:
        names = ("total_contract_value", "start_up_share")
        return Unknown(*(f"contract.{name}" for name in names if getattr(contract, name) is None))
    return percent_of(contract.total_contract_value, contract.start_up_share)


def referral_months(s: ContractSituation) -> int:
    """The number of months from the service start to the end of referrals, the last one whole or not."""
    first, last, count = s[service_start], s[last_referral_on], 1
    while corresponding_date(first, count) <= last:
        count += 1
    return count


def schedule(s: ContractSituation) -> tuple[Instalment, ...] | Unknown:
    """The monthly instalments of the whole service fee; none where the part paid early is over its ceiling."""
    value, front = s.contract.total_contract_value, s[front_loaded]
    if value is None or isinstance(front, Unknown):
        return front if isinstance(front, Unknown) else Unknown(VALUE)
    if front > percent_of(value, FIFTEEN):
        return ()
    return fee_schedule(
        Month.of(s[service_start]),
        s[referral_months],
        percent_of(value, THIRTY),
        Early(front, FIRST_YEAR),
        rest_after_early=s.reading("remainder_months") == "after_first_12",
    )


def fees(s: ContractSituation) -> Mapping[Month, Decimal]:
    """The service fee of each month: as recorded, else as scheduled."""
    scheduled = s[schedule]
    found = {} if isinstance(scheduled, Unknown) else {part.month: part.amount for part in scheduled}
    recorded: dict[Month, Decimal] = {}
    for payment in s.of(ContractPayment):
        if payment.stream is PaymentStream.SERVICE_FEE and payment.month is not None and payment.claimed is not None:
            recorded[payment.month] = recorded.get(payment.month, NO_FEE) + to_the_penny(payment.claimed)
    return dict(sorted((found | recorded).items()))


def fee_findings(s: ContractSituation) -> Sequence[Finding]:
    """Whether the part paid early keeps its ceiling, what is left a month, and the months with referrals."""
    value, front = s.contract.total_contract_value, s[front_loaded]
    findings: list[Finding] = []
    if isinstance(front, Unknown):
        findings.append(FRONT.unknown(*front.missing))
    elif value is not None:
        findings += _front(s, value, front)
    return [*findings, *_months_with_referrals(s)]


def _front(s: ContractSituation, value: Decimal, front: Decimal) -> Sequence[Finding]:
    ceiling, fee = percent_of(value, FIFTEEN), percent_of(value, THIRTY)
    if front > ceiling:
        return (over_limit.found(False, ("front_loaded_total", front), ("ceiling", ceiling)),)
    rest, length = fee - front, s[referral_months]
    whole = in_equal_parts(rest, length)[0]
    after = in_equal_parts(rest, length - FIRST_YEAR)[0] if length > FIRST_YEAR else whole
    return (
        front_valid.found(True, ("service_fee_total", fee), ("front_loaded_total", front), ("remainder_total", rest)),
        spread.found(
            after if s.reading("remainder_months") == "after_first_12" else whole,
            ("months", length),
            ("whole_period", whole),
            ("after_first_12", after),
        ),
    )


def _months_with_referrals(s: ContractSituation) -> Sequence[Finding]:
    return [
        payable.found(True, ("month", str(month)), ("referrals", tally.total), ("not_before", month.plus(1).first))
        if tally.total
        else no_referral.found(False, ("month", str(month)))
        for month, tally in s.monthly("referrals").items()
    ]


def fee_lines(s: ContractSituation) -> Sequence[MoneyLine]:
    """The schedule of the service fee, month by month."""
    scheduled = s[schedule]
    if isinstance(scheduled, Unknown):
        return (MoneyLine(REMAINDER, "scheduled_fee", None, None, missing=scheduled.missing),)
    lines: list[MoneyLine] = []
    for part in scheduled:
        if part.early:
            lines.append(MoneyLine(FRONT, "front_part", part.month, part.early))
        lines.append(MoneyLine(REMAINDER, "equal_part", part.month, part.equal))
        lines.append(MoneyLine(REMAINDER, "scheduled_fee", part.month, part.amount))
    return lines


def outcome_lines(s: ContractSituation) -> Sequence[MoneyLine]:
    """The funding of outcomes: a fifth for the lower and four fifths for the higher."""
    value = s.contract.total_contract_value
    if value is None:
        return (MoneyLine(OUTCOMES, "outcome_total", None, None, SEVENTY, None, (VALUE,)),)
    total = percent_of(value, SEVENTY)
    lower = percent_of(total, TWENTY)
    return (
        MoneyLine(OUTCOMES, "outcome_total", None, total, SEVENTY, value),
        MoneyLine(OUTCOMES, "lower", None, lower, TWENTY, total),
        MoneyLine(OUTCOMES, "higher", None, total - lower, 100 - TWENTY, total),
    )
