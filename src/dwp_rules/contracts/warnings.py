"""Faults of a contract's records that no single record shows."""

from collections.abc import Iterator

from dwp_rules.facts import Caution
from dwp_rules.facts.contract_situation import ContractSituation

__all__ = ["warnings_of"]


def warnings_of(situation: ContractSituation) -> Iterator[Caution]:
    """Give the results of months that are not over, which are left out until they are."""
    early = sorted({r.month for r in situation.contract.monthly_results if not situation.is_over(r.month)})
    for month in early:
        yield Caution("month_not_over", f"the results of {month} are left out: it ends on {month.last}", ())
