"""What stands in the records of a contract beside its monthly and cohort tallies: samples, returns, partners, bids."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from dwp_rules.facts.base import Fact
from dwp_rules.facts.types import Count, Day, Flag, Hours, Month, Name, Percent, SetOf, UnsignedPounds

HIGHEST_LEVEL = 3
"""Disability Confident runs from level 1 (Committed) to level 3 (Leader); 0 is none."""


def _at_most_a_hundred(percent: Decimal) -> Decimal:
    if percent > 100:
        raise PydanticCustomError("too_much", "a share is at most 100 per cent")
    return percent


def _below_one(draw: Decimal) -> Decimal:
    if draw >= 1:
        raise PydanticCustomError("too_much", "a draw is from 0 up to but not 1")
    return draw


Share = Annotated[Percent, AfterValidator(_at_most_a_hundred)]
"""A share of a whole as a percentage: from 0 to 100."""

DisabilityConfidentLevel = Annotated[Count, Field(le=HIGHEST_LEVEL)]
"""0 for none, then 1 to 3."""

RecordPeriod = Annotated[str, Field(pattern="^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])|[- ]Q[1-4])?$")]
"""A year, a month or a quarter: 2020, 2020-03 or 2020-Q1."""


class ClaimsSample(Fact):
    """The claims of a period, how many of them were checked, and what the checks showed.

    `claims` and `value` are the population's number and pounds; `passed`, `failed` and `unable` (neither validated
    nor invalidated) count the sample. `scheme` names what was drawn together: several contracts that share a scheme
    are one sample.
    """

    contract: Name | None = None
    period: RecordPeriod | None = None
    claims: Count | None = None
    value: UnsignedPounds | None = None
    passed: Count = 0
    failed: Count = 0
    unable: Count = 0
    scheme: Name | None = None
    stream: Name | None = None


class StaffReturn(Fact):
    """One line of a staffing return: the full-time equivalents of a job role, or the caseload of an adviser."""

    month: Month | None = None
    job_role: Name | None = None
    fte: Hours | None = None
    adviser: Name | None = None
    caseload: Count | None = None


class SpendReturn(Fact):
    """The pounds spent with small and medium-sized firms, and the pounds spent in all."""

    period: RecordPeriod | None = None
    sme_amount: UnsignedPounds
    total_amount: UnsignedPounds


class SupplyChainPartner(Fact):
    """One partner in delivery; the prime bears the name of the contract's provider."""

    name: Name
    share_percent: Share | None = None
    delivery_start_on: Day | None = None
    disability_confident_level: DisabilityConfidentLevel | None = None
    level_reached_on: Day | None = None
    subcontract_value: UnsignedPounds | None = None
    sme: Flag | None = None


class MarketShare(Fact):
    """One provider's share of the referrals of a group, or the areas that it would hold."""

    provider: Name
    group: Name | None = None
    share_percent: Share | None = None
    cpas: SetOf[Name] | None = None


class AllocationDraw(Fact):
    """One draw, from 0 up to but not 1, by which a referral of a group is allocated."""

    draw: Annotated[Hours, AfterValidator(_below_one)]
    group: Name | None = None


class Bid(Fact):
    """A tender under evaluation: what it would cost, what it promises, and its score.

    The bounds of the performance rate and the least unit cost are those published for the area; `age` is that of
    someone whom its life chances schedule would count.
    """

    bidder: Name | None = None
    cpa: Name | None = None
    unit_cost: UnsignedPounds | None = None
    total_price: UnsignedPounds | None = None
    starts: Annotated[Count, Field(ge=1)] | None = None
    minimum_unit_cost: UnsignedPounds | None = None
    performance_rate: Percent | None = None
    minimum_rate: Percent | None = None
    upper_rate: Percent | None = None
    combined_score: Hours | None = None
    assurance_factor: Hours | None = None
    age: Count | None = None
