"""Faults of a contract's records that no single record shows."""

from collections.abc import Iterator

from dwp_rules.facts import Caution
from dwp_rules.facts.contract_situation import ContractSituation, plain_name

__all__ = ["warnings_of"]


def warnings_of(situation: ContractSituation) -> Iterator[Caution]:
    """Give the results of months that are not over, and those that the cases do not bear out."""
    results = situation.contract.monthly_results
    for month in sorted({result.month for result in results if not situation.is_over(result.month)}):
        yield Caution("month_not_over", f"the results of {month} are left out: it ends on {month.last}", ())
    counted = {(plain_name(name), month): tally for (name, month), tally in situation.seen.tallies.items()}
    for result in results:
        tally = counted.get((plain_name(result.measure), result.month))
        whole = result.group is None and result.provider is None
        if whole and tally is not None and (tally.met, tally.total) != (result.met, result.total):
            message = (
                f"{result.measure} of {result.month} is given as {result.met} of {result.total}; the cases show "
                f"{tally.met} of {tally.total}. What is given is used"
            )
            yield Caution("tally_differs", message, ())
