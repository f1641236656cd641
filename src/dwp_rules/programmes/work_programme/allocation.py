"""Allocation at random by market share, for each claimant group apart (6, 10, 14)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dwp_rules.facts import MarketShare
from dwp_rules.facts.contract_situation import ContractSituation, plain_name
from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.rules import Finding, Rule

__all__ = ["allocation_findings"]

BY_SHARE = Rule("WP-REF-03", "Allocation by market share", CHAPTER_1.paragraphs("6", "10", "14"))
expected = BY_SHARE.met("expected", "{provider}, with {share}% of {referrals} referrals ({group}), may expect {number}")
not_whole = BY_SHARE.not_met("shares_not_whole", "the shares of {group} come to {total}%, not 100%")

ONE_DRAW = Rule(
    "WP-REF-04",
    "One random allocation",
    CHAPTER_1.paragraphs("6", "14"),
    note="How it is drawn is not described: cumulative shares in the stated order, the upper bound left out. The draw "
    "is given, so that the answer never changes.",
    counts_by=("WP-REF-03",),
)
allocated = ONE_DRAW.met("allocated", "a draw of {draw} ({group}) falls to {provider}")

HUNDRED = Decimal(100)
EVERYONE = "all groups"
REFERRALS = "referrals"


def shares_by_group(s: ContractSituation) -> Mapping[str, Sequence[MarketShare]]:
    """The market shares of each claimant group, in the stated order."""
    groups: dict[str, list[MarketShare]] = {}
    for share in s.contract.market_shares:
        if share.share_percent is not None:
            groups.setdefault(share.group or EVERYONE, []).append(share)
    return groups


def allocation_findings(s: ContractSituation) -> Sequence[Finding]:
    """What each provider may expect of the referrals made, and to whom each draw falls."""
    findings: list[Finding] = []
    for group, shares in s[shares_by_group].items():
        total = sum((share.share_percent or Decimal(0) for share in shares), Decimal(0))
        if total != HUNDRED:
            findings.append(not_whole(None, group=group, total=total, shares_valid=False))
            continue
        findings += _expected(s, group, shares)
    return [*findings, *_draws(s)]


def _expected(s: ContractSituation, group: str, shares: Sequence[MarketShare]) -> Sequence[Finding]:
    made = _referrals(s, group)
    if not made:
        return (BY_SHARE.unknown("monthly_results referrals"),)
    return [
        expected(
            sum(made) * (share.share_percent or Decimal(0)) / HUNDRED,
            group=group,
            provider=share.provider,
            share=share.share_percent,
            referrals=sum(made),
            number=sum(made) * (share.share_percent or Decimal(0)) / HUNDRED,
            shares_valid=True,
        )
        for share in shares
    ]


def _referrals(s: ContractSituation, group: str) -> Sequence[int]:
    """The referrals of each month: of one group as told, of all as told or as the cases show."""
    if group == EVERYONE:
        return [tally.total for tally in s.monthly(REFERRALS).values()]
    return [
        result.total
        for result in s.contract.monthly_results
        if plain_name(result.measure) == REFERRALS and result.group == group and s.is_over(result.month)
    ]


def _draws(s: ContractSituation) -> Sequence[Finding]:
    findings: list[Finding] = []
    for one in s.contract.allocation_draws:
        group = one.group or EVERYONE
        reached = Decimal(0)
        for share in s[shares_by_group].get(group, ()):
            reached += share.share_percent or Decimal(0)
            if one.draw * HUNDRED < reached:
                findings.append(allocated(share.provider, draw=one.draw, group=group, provider=share.provider))
                break
        else:
            findings.append(ONE_DRAW.unknown("contract.market_shares"))
    return findings
