"""What a WHP Core contract owes."""

from dwp_rules.programmes.chapter_16.contract_terms import monthly_templates, shared_rules, shared_terms
from dwp_rules.programmes.whp_core import standards

__all__ = ["CONTRACT_RULES", "CONTRACT_TERMS"]

CONTRACT_RULES = shared_rules("WHP")

CONTRACT_TERMS = shared_terms(
    CONTRACT_RULES,
    templates=monthly_templates(insight=standards.INSIGHT, month_end=standards.MONTH_END),
)
