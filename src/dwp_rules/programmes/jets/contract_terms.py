"""What a WHP JETS contract owes month by month."""

from dwp_rules.facts import ReturnKind
from dwp_rules.programmes.jets import standards
from dwp_rules.standards import ContractTerms, MonthlyReturn

__all__ = ["CONTRACT_TERMS"]

CONTRACT_TERMS = ContractTerms(
    deadlines=(
        MonthlyReturn(standards.INSIGHT, ReturnKind.PARTICIPANT_INSIGHT, from_day=15),
        MonthlyReturn(standards.MONTH_END, ReturnKind.MONTH_END, from_day=15),
    ),
)
