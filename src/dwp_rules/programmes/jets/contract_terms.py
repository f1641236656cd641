"""What a WHP JETS contract owes month by month."""

from dwp_rules.programmes.chapter_16.contract_terms import monthly_templates
from dwp_rules.programmes.jets import standards
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_TERMS"]

CONTRACT_TERMS = ContractTerms(
    deadlines=monthly_templates(insight=standards.INSIGHT, month_end=standards.MONTH_END),
)
