"""What a year of a made-up contract is paid and loses, and why, from the records beside this file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from layout import line

from dwp_rules import Contract, ContractAssessment, assess_contract
from dwp_rules.rules import Finding, in_words

__all__ = ["contract_table"]

CONTRACT = Path(__file__).parent / "contracts" / "jfs-a-year.json"
AS_OF = date(2022, 1, 14)
MONTHLY = ("fee_before_credits", "service_credit", "net_payment")


def contract_table() -> Iterator[str]:
    """Show what each month is paid, then what cost it a part, and the fewest cases that would have saved it."""
    contract = Contract.model_validate_json(CONTRACT.read_bytes())
    year = assess_contract(contract, as_of=AS_OF)
    yield f"{contract.provider}, {year.programme_name}: contract {contract.contract_id}, as of {in_words(AS_OF)}"
    yield "".join(["Month    ", *(f"{in_words(what):>20}" for what in MONTHLY)])
    yield from months(year)
    costs = [finding for finding in year.findings if "fewest" in finding.facts]
    yield from (line(why(finding), finding.rule) for finding in costs)
    late = [deadline for deadline in year.deadlines if deadline.status == "overdue"]
    yield f"Returns that are overdue: {len(late)}, the first since {in_words(late[0].due)}."


def why(cost: Finding) -> str:
    """Say in short what a month cost and what would have saved it; `reason` says it in full."""
    found = cost.facts
    measured = f"{found['standard']} in {found['month']}: {found['colour']}{found['again']}, {found['percent']}%"
    return f"{measured} against {found['edge']}%; {found['fewest']} more in time would have saved {found['credit']}%"


def months(year: ContractAssessment) -> Iterator[str]:
    """Show the amounts of each month."""
    rule = next(credit.rule for credit in year.money if credit.what == "service_credit")
    for credit in year.money:
        if credit.what == "service_credit":
            amounts = "".join(f"{year.amount(what, credit.month):>20,.2f}" for what in MONTHLY)
            yield line(f"{credit.month}{amounts}", rule)
