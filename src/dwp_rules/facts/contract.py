"""The contract: what a programme's documents leave to it, its records, and what happened under it.

None is unknown, as in the facts of a person.
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from dwp_rules.facts.base import Fact
from dwp_rules.facts.contract_events import AnyContractEvent
from dwp_rules.facts.contract_records import (
    AllocationDraw,
    Bid,
    ClaimsSample,
    MarketShare,
    SpendReturn,
    StaffReturn,
    SupplyChainPartner,
)
from dwp_rules.facts.enums import ContractRole, Nation, Sex
from dwp_rules.facts.events.meetings import ChecklistRecorded
from dwp_rules.facts.records import CohortResult, MonthlyResult
from dwp_rules.facts.spells import Dated, DatedList, Spell, Spells
from dwp_rules.facts.types import Count, Day, Month, Name, NotBefore, Percent, SetOf, UnsignedPounds


class PaymentModel(Dated):
    """How payment is worked out from a day on."""

    model: Name


class TargetPercent(Dated):
    """A contracted level, benchmark, bound or prediction: of which measure, for which group, at which level."""

    value_fields: ClassVar[tuple[str, ...]] = ("measure", "group", "level")

    measure: Name
    group: Name | None = None
    level: Name | None = None
    percent: Percent


class HourlyRate(Dated):
    """A National Living Wage supplied with the contract: pounds an hour from a day on."""

    hourly_rate: UnsignedPounds


class MonthlyCap(Fact):
    """The self-referrals that DWP allows in a month."""

    month: Month
    cap: Count


def _one_a_month(caps: tuple[MonthlyCap, ...]) -> tuple[MonthlyCap, ...]:
    if len({cap.month for cap in caps}) < len(caps):
        raise PydanticCustomError("two_values", "two caps are given for the same month")
    return tuple(sorted(caps, key=attrgetter("month")))


def _named_once(partners: tuple[SupplyChainPartner, ...]) -> tuple[SupplyChainPartner, ...]:
    if len({partner.name for partner in partners}) < len(partners):
        raise PydanticCustomError("two_values", "two partners bear the same name")
    return partners


def _told_once(results: tuple[MonthlyResult, ...]) -> tuple[MonthlyResult, ...]:
    told = {(result.month, result.measure, result.group, result.provider) for result in results}
    if len(told) < len(results):
        raise PydanticCustomError("two_values", "two results are given for the same month, measure, group and provider")
    return results


class StatePensionRow(Fact):
    """One row of a State Pension age timetable: the births it covers, and the age or the fixed day they reach it."""

    born_from: Day | None = None
    born_to: Annotated[Day, NotBefore("born_from")] | None = None
    sex: Sex | None = None
    age_years: Count | None = None
    age_months: Count | None = None
    reached_on: Day | None = None


class Contract(Fact):
    """One provider's contract: who holds it, where, its dates, the numbers that it settles, its records and events.

    Amounts are pounds and shares percentages. `programme` is the id of the programme that it belongs to.
    `provision_days` and the thresholds have no default here: a number from outside the documents stands in the
    programme that uses it, with its citation. `checklists` record the duties of the contract that are done or not.

    >>> Contract(contract_id="C-1", programme="jfs", events=[{"kind": "contract_meeting", "on": "2021-06-15"}])
    Contract(programme='jfs', contract_id='C-1', events=1)
    """

    programme: Name | None = None
    contract_id: Name | None = None
    provider: Name | None = None
    role: ContractRole | None = None
    cpa: Name | None = None
    dda: Name | None = None
    nations: SetOf[Nation] | None = None

    award_notice_on: Day | None = None
    awarded_on: Day | None = None
    length_months: Count | None = None
    variation_signed_on: Day | None = None
    variation_in_force: Spells[Spell] | None = None
    commencement_on: Day | None = None
    implementation_ends_on: Annotated[Day, NotBefore("commencement_on")] | None = None
    service_start_on: Day | None = None
    referral_ends_on: Annotated[Day, NotBefore("service_start_on")] | None = None
    extension_months: Count | None = None
    last_start_on: Annotated[Day, NotBefore("service_start_on")] | None = None
    contract_ends_on: Annotated[Day, NotBefore("service_start_on")] | None = None
    records_retention_ends_on: Day | None = None
    security_met_on: Day | None = None
    self_referral_open: Spells[Spell] | None = None
    esf_conditions_end_on: Day | None = None

    total_contract_value: UnsignedPounds | None = None
    start_up_share: Percent | None = None
    start_up_amount: UnsignedPounds | None = None
    minimum_service_fee: UnsignedPounds | None = None
    maximum_anticipated_starts: Count | None = None
    payment_model: DatedList[PaymentModel] | None = None
    bank_country: Name | None = None
    target_percent: DatedList[TargetPercent] | None = None
    self_referral_cap: Annotated[tuple[MonthlyCap, ...], AfterValidator(_one_a_month)] | None = None
    max_caseload: Count | None = None
    employed_threshold: UnsignedPounds | None = None
    self_employed_weeks: Count | None = None
    provision_days: Count | None = None
    national_living_wage: DatedList[HourlyRate] | None = None
    state_pension_timetable: tuple[StatePensionRow, ...] | None = None

    supply_chain: Annotated[tuple[SupplyChainPartner, ...], AfterValidator(_named_once)] | None = None
    monthly_results: Annotated[tuple[MonthlyResult, ...], AfterValidator(_told_once)] = ()
    cohort_results: tuple[CohortResult, ...] = ()
    claims_samples: tuple[ClaimsSample, ...] = ()
    staff_returns: tuple[StaffReturn, ...] = ()
    spend_returns: tuple[SpendReturn, ...] = ()
    market_shares: tuple[MarketShare, ...] = ()
    allocation_draws: tuple[AllocationDraw, ...] = ()
    bids: tuple[Bid, ...] = ()
    checklists: tuple[ChecklistRecorded, ...] = ()
    events: tuple[AnyContractEvent, ...] = ()

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Show the facts that are known, and of the records and events how many there are."""
        for name, value in super().__repr_args__():
            if name not in _LISTS:
                yield name, value
            elif isinstance(value, tuple) and value:
                yield name, len(value)


_LISTS = frozenset(name for name, field in Contract.model_fields.items() if field.default == ())


def contract_schema() -> JsonSchemaValue:
    """Give the JSON Schema of a contract, for those who write contracts in other languages."""
    return Contract.model_json_schema()
