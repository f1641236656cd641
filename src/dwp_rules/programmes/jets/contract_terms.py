"""What a WHP JETS contract owes and is owed."""

from dwp_rules.programmes.chapter_16.contract_terms import monthly_templates, shared_rules, shared_terms
from dwp_rules.programmes.declared import rules_declared_in
from dwp_rules.programmes.jets import caseloads, contract_windows, funding, standards
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.standards import ContractTerms

__all__ = ["CONTRACT_RULES", "CONTRACT_TERMS"]

SHARED = shared_rules("JETS", also={"CPR-01": SPECIFICATION.paragraphs("3.13", "3.14")})
IN_COMMON = shared_terms(SHARED, templates=monthly_templates(insight=standards.INSIGHT, month_end=standards.MONTH_END))

CONTRACT_RULES = (*SHARED, *rules_declared_in(contract_windows, caseloads, funding))

CONTRACT_TERMS = ContractTerms(
    deadlines=IN_COMMON.deadlines,
    rules=(contract_windows.window_findings, *IN_COMMON.rules, caseloads.caseloads),
    money=(funding.cost_plus_lines,),
)
