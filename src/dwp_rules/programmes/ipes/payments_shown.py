"""When a duty of IPES about claims, employers and payments applies, and what events show of whether it was done."""

from collections.abc import Callable

from dwp_rules.facts import (
    ClaimDecision,
    Cost,
    CostKind,
    Notification,
    NotificationTopic,
    OutcomeClaim,
    Party,
    WorkStarted,
)
from dwp_rules.facts.moments import engaged_by_provider
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.ipes.earnings import not_qualifying, provider_engaged

FUNDED_FOR_A_JOB = frozenset({CostKind.EQUIPMENT, CostKind.TRAINING})


def trading_evidenced(s: Situation) -> bool | Unknown:
    """Evidence of trading is held for each claim (5.18)."""
    held = [claim.evidence_held for claim in s.of(OutcomeClaim)]
    if False in held:
        return False
    return Unknown("outcome_claim.evidence_held") if None in held else True


def validated_independently(s: Situation) -> bool | Unknown:
    """Claims were validated by neither the provider nor its supply chain (5.19)."""
    by = [decision.decided_by for decision in s.of(ClaimDecision)]
    if any(party in {Party.PROVIDER, Party.SUPPLY_CHAIN_PARTNER} for party in by):
        return False
    return Unknown("claim_decision.decided_by") if None in by else True


def engaged_for_ipes(s: Situation) -> bool | Unknown:
    """The provider group employs the participant in a part of its business directly related to IPES (4.25)."""
    if not s[provider_engaged]:
        return False
    related = [w.related_to_programme for w in s.of(WorkStarted) if engaged_by_provider(w.employer)]
    if True in related:
        return True
    return Unknown("work_started.related_to_programme") if None in related else False


def told_dwp(*topics: NotificationTopic) -> Callable[[Situation], bool]:
    """Make the test of whether the provider told DWP about one of these."""

    def told(s: Situation) -> bool:
        return any(n.topic in topics and n.recipient is not Party.PARTICIPANT for n in s.of(Notification))

    return told


def no_incentive(s: Situation) -> bool:
    """No incentive and no contribution to wages was paid to an employer (4.26, 4.27)."""
    return all(c.cost not in {CostKind.EMPLOYER_INCENTIVE, CostKind.WAGE_CONTRIBUTION} for c in s.of(Cost))


def funded_for_a_job(s: Situation) -> bool:
    """Equipment or training was paid for."""
    return any(c.cost in FUNDED_FOR_A_JOB for c in s.of(Cost))


def funding_in_plan(s: Situation) -> bool | Unknown:
    """Equipment and training stand in the employer support plan, and are evidenced (4.28, 4.31)."""
    funded = [c for c in s.of(Cost) if c.cost in FUNDED_FOR_A_JOB]
    if any(c.in_employer_plan is False or c.evidenced is False for c in funded):
        return False
    if any(c.in_employer_plan is None for c in funded):
        return Unknown("cost.in_employer_plan")
    return Unknown("cost.evidenced") if any(c.evidenced is None for c in funded) else True


def payment_to_report(s: Situation) -> bool:
    """A payment is known that could trigger an outcome wrongly (5.26)."""
    return bool(s[not_qualifying])
