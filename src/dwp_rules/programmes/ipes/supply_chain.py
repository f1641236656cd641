"""The supply chain: Disability Confident levels, small firms, subcontracts, invoices (1.23, 1.24, 3.36)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from dwp_rules.calendar import calendar_days, months
from dwp_rules.facts import ContractPayment, PaymentStream, SupplyChainPartner
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.ipes.counting import MONTHS
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import FactValue, Finding, Reason, Rule
from dwp_rules.standards import Occasion, Timed
from dwp_rules.standards import percent_of as shown
from dwp_rules.standards.comparisons import Compared, Quantity

__all__ = ["INVOICES", "advertised", "confident_findings", "spend"]

PROVIDER_LEVEL = Rule(
    "IPES-ASSURE-05",
    "Provider at Disability Confident level 3 within 12 months of award",
    SPEC.paragraphs("1.23"),
    counts_by=MONTHS,
)
LEVELS = Rule(
    "IPES-ASSURE-06",
    "Subcontractors: level by share of delivery",
    SPEC.paragraphs("1.24"),
    note="5, 25 and 50% belong to the lower band; under 5% none is required.",
)
level_required = LEVELS.met("level_required", "{partner} with {share}% of delivery: level {level}")
PARTNER_LEVEL = Rule(
    "IPES-ASSURE-07",
    "Subcontractors: within 12 months of starting delivery",
    SPEC.paragraphs("1.24"),
    note="From the original start; a share that crosses a band later gives no fresh period.",
    counts_by=("IPES-ASSURE-06", *MONTHS),
)
REPORTED = Rule("IPES-MI-04", "Disability Confident reporting", SPEC.paragraphs("1.24", "2.70"))
reported = REPORTED.met("reported", "{at_least_level_1} of {of} at level 1 or higher")

SPEND = Rule(
    "IPES-CONTRACT-13",
    "SME spend 40% (aspiration), 33% (government)",
    SPEC.paragraphs("3.36"),
    note="Compared exactly, unrounded.",
)
aspired = SPEND.met("meets_aspiration", "{percent}% with small and medium-sized firms")
not_aspired = SPEND.not_met("below_aspiration", "{percent}% with small and medium-sized firms; 40% is aspired to")
ADVERTISE = Rule("IPES-CONTRACT-14", "Advertising subcontracts over 25,000 pounds", SPEC.paragraphs("3.36"))
PAID = Rule(
    "IPES-CONTRACT-15",
    "Paying SMEs within 30 days",
    SPEC.paragraphs("3.36"),
    note="From receipt of a valid invoice, the next day being day 1.",
)

TWELVE_MONTHS, THIRTY_DAYS = months(12), calendar_days(30)
LEADER = 3
BANDS = ((Decimal(50), 3), (Decimal(25), 2))
"""Above these shares of delivery, these levels (1.24)."""
LEAST_SHARE = Decimal(5)
ASPIRATION, GOVERNMENT = Fraction(40, 100), Fraction(33, 100)


def _reasons(rule: Rule) -> tuple[Reason, Reason, Reason]:
    said = "{partner}: level {level} by {due}; level {reached} since {reached_on}"
    return rule.met("reached", said), rule.not_met("not_reached", said), rule.undetermined("not_yet_due", said)


OF_PROVIDER, OF_PARTNER = _reasons(PROVIDER_LEVEL), _reasons(PARTNER_LEVEL)


def confident_findings(s: ContractSituation) -> Sequence[Finding]:
    """The level that the provider and each subcontractor must reach and when, and how many are at level 1."""
    partners, contract = s.contract.supply_chain, s.contract
    findings: list[Finding] = []
    if contract.awarded_on is not None:
        prime = next((partner for partner in partners or () if partner.name == contract.provider), None)
        findings.append(_by(s, OF_PROVIDER, prime, LEADER, contract.awarded_on, contract.provider or "the provider"))
    if partners is None:
        return findings
    for partner in partners:
        if partner.name != contract.provider:
            findings += _partner(s, partner)
    return [*findings, _reported(partners)]


def _partner(s: ContractSituation, partner: SupplyChainPartner) -> Sequence[Finding]:
    if partner.share_percent is None:
        return (LEVELS.unknown("supply_chain.share_percent"),)
    level = next((band for above, band in BANDS if partner.share_percent > above), 0)
    level = level or int(partner.share_percent >= LEAST_SHARE)
    required = level_required.found(
        level, ("partner", partner.name), ("share", partner.share_percent), ("level", level)
    )
    if not level:
        return (required,)
    if partner.delivery_start_on is None:
        return (required, PARTNER_LEVEL.unknown("supply_chain.delivery_start_on"))
    return (required, _by(s, OF_PARTNER, partner, level, partner.delivery_start_on, partner.name))


def _by(
    s: ContractSituation,
    reasons: tuple[Reason, Reason, Reason],
    partner: SupplyChainPartner | None,
    level: int,
    since: date,
    name: str,
) -> Finding:
    """Whether a level was reached within twelve months of a day."""
    due = TWELVE_MONTHS.after(since)
    reached = None if partner is None else partner.disability_confident_level
    on = None if partner is None or partner.level_reached_on is None else partner.level_reached_on
    in_time, not_in_time, not_yet = reasons
    facts: dict[str, FactValue] = {"partner": name, "level": level, "due": due, "reached": reached, "reached_on": on}
    if reached is None and s.as_of > due:
        return not_yet.rule.unknown("supply_chain.disability_confident_level")
    if reached is not None and reached >= level and (on is None or on <= s.as_of):
        if on is None:
            return not_yet.rule.unknown("supply_chain.level_reached_on")
        return (in_time if on <= due else not_in_time)(due, **facts)
    return (not_in_time if s.as_of > due else not_yet)(due, **facts)


def _reported(partners: Sequence[SupplyChainPartner]) -> Finding:
    if any(partner.disability_confident_level is None for partner in partners):
        return REPORTED.unknown("supply_chain.disability_confident_level")
    at_least = sum(1 for partner in partners if partner.disability_confident_level)
    return reported.found(at_least, ("at_least_level_1", at_least), ("of", len(partners)))


def spend(s: ContractSituation) -> Sequence[Finding]:
    """The share of spend that goes to small and medium-sized firms, by period."""
    findings: list[Finding] = []
    for made in s.contract.spend_returns:
        if not made.total_amount:
            continue
        share = Fraction(made.sme_amount) / Fraction(made.total_amount)
        aspiration, government = share >= ASPIRATION, share >= GOVERNMENT
        findings.append(
            (aspired if aspiration else not_aspired).found(
                shown(share),
                ("percent", shown(share)),
                ("meets_ipes_aspiration", aspiration),
                ("meets_government_target", government),
            )
        )
    return findings


def subcontracts(s: ContractSituation) -> Sequence[Quantity]:
    """The value of each subcontract."""
    partners = s.contract.supply_chain or ()
    return [Quantity(partner.name, partner.subcontract_value) for partner in partners if partner.subcontract_value]


advertised = Compared(ADVERTISE, subcontracts, most=Decimal(25000), unit=" pounds", met_within=False)


def invoices(s: ContractSituation) -> Sequence[Occasion]:
    """The suppliers' invoices, from receipt to the day on which they were paid."""
    bills = [p for p in s.of(ContractPayment) if p.stream is PaymentStream.SUPPLIER_INVOICE]
    return [Occasion(p.invoice_on or p.on, p.on if p.paid is not None else None) for p in bills]


INVOICES = Timed(PAID, THIRTY_DAYS, of=invoices)
