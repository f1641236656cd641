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
from dwp_rules.facts.types import Count, Day, Flag, Hours, Name, NotBefore, NullMeans, SetOf


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


OrdinarilyFalse = Annotated[Flag, NullMeans(False)]
OrdinarilyTrue = Annotated[Flag, NullMeans(True)]


class Participant(Fact):
    """What is known about a person. Only `participant_id` is required; its repr shows nothing else."""

    participant_id: Name
    """Identifier of the person in the programme's record."""

    # The person
    date_of_birth: Day | None = Field(default=None, repr=False)
    """Age on a day is always derived from it."""
    sex: Sex | None = None
    """Needed only for the State Pension dates of births before 6 December 1953."""
    state_pension_age_date: Annotated[Day, NotBefore("date_of_birth")] | None = Field(default=None, repr=False)
    """Day on which State Pension age is reached, where it is supplied."""
    residence: Spells[Residence] | None = None
    """Where the person lives from day to day; the area on the start day fixes the contract."""
    right_to_reside: Flag | None = None
    """May reside in the United Kingdom."""
    right_to_work: Flag | None = None
    """May take work in the United Kingdom."""
    special_customer_record: OrdinarilyFalse = False
    """Restricted record: the referral goes by the clerical process."""
    mappa: OrdinarilyFalse = False
    """Under multi-agency public protection arrangements."""
    vulnerable: Flag | None = None
    """The Jobcentre has said that safeguarding procedures apply."""
    equality_act_disability: Flag | None = None
    """Has a disability as the Equality Act 2010 defines it."""
    customer_group: Annotated[CustomerGroup | Name, Field(union_mode="left_to_right")] | None = None
    """Measurement group fixed at the start; the Work Programme's claimant groups are free text."""
    preferred_channels: SetOf[Channel] | None = None
    """How the person prefers to be contacted."""
    usable_channels: SetOf[Channel] | None = None
    """Channels that the person is able to use."""
    able_to_take_part: Flag | None = None
    """Capable of taking part at all, channels apart."""
    travel_time: TravelTime | None = None
    """Public transport to the premises, each way."""
    health_limits_travel: OrdinarilyFalse = False
    """Health limits how far the person can travel."""
    children: tuple[Child, ...] | None = None
    """Children whose care may be funded."""
    significant_unpaid_care: Flag | None = None
    """Spends a significant part of life giving unpaid care."""
    barriers: Annotated[tuple[Barrier, ...], AfterValidator(_distinct)] | None = None
    """Recorded barriers, each once."""
    evaluation_consent_on: Day | None = None
    """Day on which the person agreed to be contacted by researchers."""

    # Benefits, work and history
    benefits: Spells[BenefitSpell] | None = None
    """What was claimed on each day."""
    unemployed_since: Day | None = None
    """First day of the current spell without work."""
    in_paid_work: Flag | None = None
    """In paid work of any kind on the test day; after the start `work_started` governs."""
    zero_hours_contract: Flag | None = None
    """Holds a zero-hours contract, hours worked or not."""
    weekly_hours: Hours | None = None
    """Hours worked a week on the test day."""
    other_provision: Spells[OtherProvision] | None = None
    """Other contracted DWP employment provision taken up."""
    left_full_time_education_on: Annotated[Day, NotBefore("date_of_birth")] | None = None
    """Last day of full-time education."""
    dwp_exception: OrdinarilyFalse = False
    """DWP refers exceptionally, up to 26 weeks out of work."""
    previous_participations: tuple[PreviousParticipation, ...] | None = None
    """Earlier referrals and starts, where the events themselves are not held."""
    existing_cv: Flag | None = None
    """Already had a CV at the start."""

    # Judgements and arrangements
    wants_to_work: Flag | None = None
    """Wishes to work."""
    motivated_to_find_work: Flag | None = None
    """Motivated to find work."""
    will_participate_actively: Flag | None = None
    """Ready to take an active part."""
    volunteers: Flag | None = None
    """Takes part of free will; in the Work Programme, entered as a volunteer."""
    participation_basis: Spells[ParticipationBasis] | None = None
    """Voluntary, or mandated by a work coach."""
    needs_this_support: Flag | None = None
    """Assessed as needing the support; in Job Finding Support also as likely to gain from it."""
    needs_light_touch_support: Flag | None = None
    """Needs light touch support."""
    intensive_support_needed: SetOf[SupportIntensity] | None = None
    """Where support of greater intensity is needed."""
    months_from_work: Count | None = None
    """A work coach's estimate of the months to a job without the programme."""
    suitability_reasons: SetOf[SuitabilityReason] | None = None
    """Which of the three JETS suitability reasons hold."""
    other_support_sufficient: SetOf[OtherSupport] | None = None
    """Existing offers judged enough; none of them means that the need is unmet."""
    eligible_for_whp_core_or_ipes: Flag | None = None
    """Also eligible for the more intensive programmes."""
    job_ready_without_support: Flag | None = None
    """Can search for and find work unaided."""
    group_session_appropriate: OrdinarilyTrue = True
    """A group session suits this person."""
    minimum_offer_practicable: Flag | None = None
    """The minimum service offer is feasible and reasonable for this person."""
    contact_frequency: DatedList[ContactFrequency] | None = None
    """Interval that the person asked for in place of the standard one."""
    key_workers: Spells[KeyWorker] | None = None
    """Key worker on each day."""
    self_employment_indicators: SetOf[SelfEmploymentSign] | None = None
    """Signs that work is self-employment."""

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Show the identifier only: the rest is personal, much of it of a special category."""
        yield "participant_id", self.participant_id
