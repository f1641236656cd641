"""The person: facts that hold until they change. None is unknown, an empty list or set is known to be none."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from dwp_rules.facts.base import Fact
from dwp_rules.facts.enums import (
    BarrierKind,
    Channel,
    CustomerGroup,
    OtherSupport,
    SelfEmploymentSign,
    Sex,
    SuitabilityReason,
    SupportIntensity,
)
from dwp_rules.facts.spells import (
    BenefitSpell,
    ContactFrequency,
    DatedList,
    KeyWorker,
    OtherProvision,
    ParticipationBasis,
    Residence,
    Spells,
)
from dwp_rules.facts.types import Count, Day, Flag, Hours, Name, NotBefore, SetOf, null_means


class TravelTime(Fact):
    """Minutes by public transport to the premises and back."""

    out_minutes: Count | None = None
    back_minutes: Count | None = None


class Child(Fact):
    """A child whose care may be funded."""

    date_of_birth: Day | None = Field(default=None, repr=False)
    dependant: Flag | None = None
    lives_with_participant: Flag | None = None


class Barrier(Fact):
    """A recorded barrier to work; two or more make them complex."""

    name: Name
    kind: BarrierKind


class PreviousParticipation(Fact):
    """An earlier referral and start, where the events themselves are not held."""

    programme: Name
    referred_on: Day | None = None
    started_on: Annotated[Day, NotBefore("referred_on")] | None = None
    ended_on: Annotated[Day, NotBefore("started_on")] | None = None
    end_reason: Name | None = None
    reached_maximum: Flag | None = None
    outcome_payable: Flag | None = None
    worked_nights: Flag | None = None
    record_closed: Flag | None = None
    was_re_referral: Flag | None = None


def _distinct(barriers: tuple[Barrier, ...]) -> tuple[Barrier, ...]:
    return tuple(sorted(set(barriers), key=lambda barrier: (barrier.name, barrier.kind)))


OrdinarilyFalse = Annotated[Flag, null_means(False)]
OrdinarilyTrue = Annotated[Flag, null_means(True)]


class Participant(Fact):
    """What is known about a person. Only `participant_id` is required; its repr shows nothing else."""

    participant_id: Name

    # The person
    date_of_birth: Day | None = Field(default=None, repr=False)
    sex: Sex | None = None
    state_pension_age_date: Day | None = Field(default=None, repr=False)
    residence: Spells[Residence] | None = None
    right_to_reside: Flag | None = None
    right_to_work: Flag | None = None
    special_customer_record: OrdinarilyFalse = False
    mappa: OrdinarilyFalse = False
    vulnerable: Flag | None = None
    equality_act_disability: Flag | None = None
    # The Work Programme's groups are free text, so an unknown word is not an error here.
    customer_group: Annotated[CustomerGroup | Name, Field(union_mode="left_to_right")] | None = None
    preferred_channels: SetOf[Channel] | None = None
    usable_channels: SetOf[Channel] | None = None
    able_to_take_part: Flag | None = None
    travel_time: TravelTime | None = None
    health_limits_travel: OrdinarilyFalse = False
    children: tuple[Child, ...] | None = None
    significant_unpaid_care: Flag | None = None
    barriers: Annotated[tuple[Barrier, ...], AfterValidator(_distinct)] | None = None
    evaluation_consent_on: Day | None = None

    # Benefits, work and history
    benefits: Spells[BenefitSpell] | None = None
    unemployed_since: Day | None = None
    in_paid_work: Flag | None = None
    zero_hours_contract: Flag | None = None
    weekly_hours: Hours | None = None
    other_provision: Spells[OtherProvision] | None = None
    left_full_time_education_on: Day | None = None
    dwp_exception: OrdinarilyFalse = False
    previous_participations: tuple[PreviousParticipation, ...] | None = None
    existing_cv: Flag | None = None

    # Judgements and arrangements
    wants_to_work: Flag | None = None
    motivated_to_find_work: Flag | None = None
    will_participate_actively: Flag | None = None
    volunteers: Flag | None = None
    participation_basis: Spells[ParticipationBasis] | None = None
    needs_this_support: Flag | None = None
    needs_light_touch_support: Flag | None = None
    intensive_support_needed: SetOf[SupportIntensity] | None = None
    months_from_work: Count | None = None
    suitability_reasons: SetOf[SuitabilityReason] | None = None
    other_support_sufficient: SetOf[OtherSupport] | None = None
    eligible_for_whp_core_or_ipes: Flag | None = None
    job_ready_without_support: Flag | None = None
    group_session_appropriate: OrdinarilyTrue = True
    minimum_offer_practicable: Flag | None = None
    contact_frequency: DatedList[ContactFrequency] | None = None
    key_workers: Spells[KeyWorker] | None = None
    self_employment_indicators: SetOf[SelfEmploymentSign] | None = None

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Show the identifier only: the rest is personal, much of it of a special category."""
        yield "participant_id", self.participant_id
