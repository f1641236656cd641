"""The dates of a contract that its windows hang on."""

from datetime import date

from dwp_rules.facts.contract_situation import ContractSituation

__all__ = ["last_start"]


def last_start(s: ContractSituation) -> date | None:
    """The last start: as told, else that of the cases; None where neither is known."""
    return s.contract.last_start_on or s.seen.last_start_on
