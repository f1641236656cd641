"""Work and Health Programme Core (WHP Core), assembled."""

from dwp_rules.calendar import ENGLAND_AND_WALES
from dwp_rules.programmes.declared import Programme, rules_declared_in
from dwp_rules.programmes.whp_core import (
    counting,
    deadlines,
    eligibility,
    exit_pack,
    life,
    measurement,
    outcome_reasons,
    outcomes,
    performance,
    standards,
)
from dwp_rules.programmes.whp_core.contract_terms import CONTRACT_RULES, CONTRACT_TERMS
from dwp_rules.programmes.whp_core.duties import DUTIES
from dwp_rules.programmes.whp_core.parameters import PARAMETERS, PUBLISHED, READINGS
from dwp_rules.programmes.whp_core.provision import END_REASONS
from dwp_rules.programmes.whp_core.register import OTHERS
from dwp_rules.programmes.whp_core.sources import CHAPTER_16

__all__ = ["PROGRAMME", "PUBLISHED"]

PROGRAMME = Programme(
    id="whp-core",
    name="Work and Health Programme Core",
    sources=(CHAPTER_16,),
    calendar=ENGLAND_AND_WALES,
    readings=READINGS,
    parameters=PARAMETERS,
    rules=(
        *rules_declared_in(
            counting, eligibility, deadlines, life, outcome_reasons, standards, exit_pack, performance, measurement
        ),
        *CONTRACT_RULES,
    ),
    asks_eligibility=eligibility.ELIGIBILITY,
    asks_suitability=eligibility.SUITABILITY,
    asks_re_referral=eligibility.RE_REFERRAL,
    declared_deadlines=deadlines.DEADLINES,
    life=life.life,
    all_outcomes=outcomes.outcomes,
    standards=standards.STANDARDS,
    case_rules=(
        eligibility.basis_findings,
        performance.cohort_findings,
        standards.plan_findings,
        standards.survey,
        standards.signature_findings,
        exit_pack.pack_findings,
    ),
    duties=DUTIES,
    others=OTHERS,
    end_reasons=END_REASONS,
    contract_terms=CONTRACT_TERMS,
    performance=performance.PERFORMANCE,
    indicators=measurement.INDICATORS,
    windows=measurement.WINDOWS,
    card_rules=measurement.CARD_RULES,
)
