"""Bids and awards: unit cost, market share, assurance factor, life chances (section 3, 1.25 to 1.27)."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from types import MappingProxyType

from dwp_rules.facts import Bid
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.money import to_the_penny
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Finding, Rule

__all__ = ["tender_findings"]

UNIT_COST = Rule(
    "IPES-CONTRACT-09",
    "Unit cost: minimum and the 4,000 pound balance",
    SPEC.paragraphs("3.11", "3.12", "3.15"),
    note="At exactly £4,000 nothing is left to invite. Compared exactly; shown half up to the penny.",
)
valid_cost = UNIT_COST.met("valid", "£{unit_cost:,.2f} a start, not below £{minimum:,.2f}; balance £{balance:,.2f}")
below_minimum = UNIT_COST.not_met("below_minimum", "£{unit_cost:,.2f} a start is below £{minimum:,.2f}")

MARKET_SHARE = Rule(
    "IPES-CONTRACT-11",
    "Market share limit of 40%",
    SPEC.paragraphs("3.23", "3.25"),
    note="Market share is not defined: by contract value, since contracts are valued and 40% of six is no whole "
    "number. Exactly 40% is within.",
)
within_limit = MARKET_SHARE.met("within_limit", "{provider}: {percent}% by {by} is within {limit}%")
over_limit = MARKET_SHARE.discretionary("over_limit", "{provider}: {percent}% by {by}; DWP may limit it to {limit}%")

LIFE_CHANCES = Rule("IPES-CONTRACT-16", "Life chances schedule", SPEC.paragraphs("1.25", "1.26", "1.27"))
mandatory = LIFE_CHANCES.met("mandatory", "mandatory: the contract runs for {length} months")
not_mandatory = LIFE_CHANCES.not_met("not_mandatory", "not mandatory: {length} months are not more than 12")

FACTOR = Rule(
    "IPES-CONTRACT-22",
    "Tender assurance factor applied to the score",
    SPEC.paragraphs("3.3"),
    note="'Applied to' is read as multiplied by; the scale of factors is in the instructions to bidders.",
)
final_score = FACTOR.met("final_score", "{score} x {factor}")

UNIT = Fraction(4000)
"""Pounds a start up to which a bidder is invited to offer more (3.12)."""
LIMIT = Decimal(40)
SHORTEST = 12
"""Months up to which the life chances schedule is not mandatory (1.25)."""
YOUNG, OLDER = 25, 50
HUNDREDTH = Decimal("0.01")

AREAS: Mapping[str, tuple[int, Decimal]] = MappingProxyType(
    {
        "CPA1": (1672, Decimal("6.7")),
        "CPA2": (2080, Decimal("8.3")),
        "CPA3": (1704, Decimal("6.8")),
        "CPA4": (1492, Decimal("6.0")),
        "CPA5": (2156, Decimal("8.6")),
        "CPA6": (896, Decimal("3.6")),
    }
)
"""The anticipated starts of each Contract Package Area and its value in million pounds (1.18)."""


def tender_findings(s: ContractSituation) -> Sequence[Finding]:
    """What is found of each bid, of each bidder's market share, and of the length of the contract."""
    findings: list[Finding] = []
    for bid in s.contract.bids:
        if bid.unit_cost is not None or bid.total_price is not None:
            findings.append(_unit_cost(bid))
        if bid.combined_score is not None:
            findings.append(_score(bid))
    findings += [_share(s, provider, areas) for provider, areas in s[areas_won].items()]
    return [*findings, *_life_chances(s)]


def _unit_cost(bid: Bid) -> Finding:
    if bid.minimum_unit_cost is None:
        return UNIT_COST.unknown("bid.minimum_unit_cost")
    if bid.unit_cost is not None:
        cost = Fraction(bid.unit_cost)
    elif bid.starts is not None and bid.total_price is not None:
        cost = Fraction(bid.total_price) / bid.starts
    else:
        return UNIT_COST.unknown("bid.starts")
    shown, balance = _pounds(cost), _pounds(max(UNIT - cost, Fraction(0)))
    valid = cost >= bid.minimum_unit_cost
    return (valid_cost if valid else below_minimum).found(
        shown,
        ("bidder", bid.bidder),
        ("unit_cost", shown),
        ("minimum", bid.minimum_unit_cost),
        ("invited_additional_services", cost < UNIT),
        ("balance", balance),
    )


def _pounds(exact: Fraction) -> Decimal:
    return to_the_penny(Decimal(exact.numerator) / Decimal(exact.denominator))


def _score(bid: Bid) -> Finding:
    if bid.assurance_factor is None or bid.combined_score is None:
        return FACTOR.unknown("bid.assurance_factor")
    return final_score.found(
        bid.combined_score * bid.assurance_factor, ("score", bid.combined_score), ("factor", bid.assurance_factor)
    )


def areas_won(s: ContractSituation) -> Mapping[str, frozenset[str]]:
    """The areas that each organisation would hold."""
    won: dict[str, frozenset[str]] = {}
    for share in s.contract.market_shares:
        if share.cpas is not None:
            won[share.provider] = won.get(share.provider, frozenset()) | share.cpas
    return won


def _share(s: ContractSituation, provider: str, areas: frozenset[str]) -> Finding:
    strangers = areas - AREAS.keys()
    if strangers:
        return MARKET_SHARE.unknown(*(f"the value of {area}" for area in sorted(strangers)))
    by = s.reading("market_share")
    weights = {area: _weight(area, by) for area in AREAS}
    share = 100 * sum((weights[area] for area in areas), Fraction(0)) / sum(weights.values(), Fraction(0))
    percent = (Decimal(share.numerator) / Decimal(share.denominator)).quantize(HUNDREDTH, ROUND_HALF_UP)
    over = share > LIMIT
    return (over_limit if over else within_limit).found(
        over, ("provider", provider), ("percent", percent), ("by", by), ("limit", LIMIT)
    )


def _weight(area: str, by: str) -> Fraction:
    starts, value = AREAS[area]
    return Fraction(value) if by == "value" else Fraction(starts) if by == "starts" else Fraction(1)


def _life_chances(s: ContractSituation) -> Sequence[Finding]:
    length = s.contract.length_months
    if length is None:
        return ()
    required = length > SHORTEST
    reason = mandatory if required else not_mandatory
    ages: list[int | None] = [bid.age for bid in s.contract.bids if bid.age is not None] or [None]
    return [
        reason.found(
            required,
            ("length", length),
            ("young_person", required and age is not None and age < YOUNG),
            ("older_worker", required and age is not None and age > OLDER),
        )
        for age in ages
    ]
