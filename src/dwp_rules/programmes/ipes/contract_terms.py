"""What an IPES contract owes and is owed."""

from dwp_rules.programmes.declared import rules_declared_in
from dwp_rules.programmes.ipes import (
    contract_assurance,
    contract_performance,
    contract_windows,
    deferral,
    funding,
    supply_chain,
    tender,
    validation,
)
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_RULES", "CONTRACT_TERMS"]

CONTRACT_RULES = rules_declared_in(
    contract_windows,
    tender,
    supply_chain,
    contract_assurance,
    contract_performance,
    funding,
    deferral,
    validation,
)

CONTRACT_TERMS = ContractTerms(
    deadlines=(*contract_assurance.TIMES, supply_chain.INVOICES),
    rules=(
        contract_windows.window_findings,
        tender.tender_findings,
        supply_chain.confident_findings,
        supply_chain.spend,
        supply_chain.advertised,
        contract_assurance.returns_due,
        contract_assurance.low_ratings,
        contract_performance.repeat_failure,
        contract_performance.bid_rates,
        funding.fee_findings,
        deferral.deferral_findings,
        validation.sample_findings,
    ),
    money=(
        funding.service_fee,
        funding.fee_lines,
        funding.outcome_lines,
        deferral.deferral_lines,
        validation.sample_lines,
    ),
    of_month=(deferral.deferral_of_month,),
)
