"""What a contract's rules say of the months of a scorecard: how they are rated, and what that costs."""

from collections.abc import Iterable, Sequence
from datetime import date

from dwp_rules.calendar import Month
from dwp_rules.contracts import MonthsSeen
from dwp_rules.facts import Contract, MonthlyResult
from dwp_rules.facts.contract_situation import NOTHING_SEEN, SeenInCases, plain_name
from dwp_rules.money import in_own_arithmetic
from dwp_rules.programmes import Programme
from dwp_rules.rules import Finding

__all__ = ["findings_of_months"]


def findings_of_months(
    programme: Programme,
    contract: Contract | None,
    tallies: Sequence[MonthlyResult],
    seen: MonthsSeen | None,
    months: Iterable[Month],
    as_of: date,
) -> list[Finding]:
    """Give what is said of each month that is over, by its tallies, else by the contract's, else by the cases.

    Months before the first that the cases show are not known, wherever the service began: the cases of a scorecard
    need not be all those of a contract.
    """
    rules = programme.contract_terms.of_month
    if not rules:
        return []
    counted = NOTHING_SEEN if seen is None else _since_the_first(seen)
    situation = programme.contract_situation(_with(tallies, contract or Contract()), as_of, counted)
    with in_own_arithmetic():
        return [finding for month in months for rule in rules for finding in rule(situation, month)]


def _since_the_first(seen: MonthsSeen) -> SeenInCases:
    first = min((month for _measure, month in seen.seen(None).tallies), default=None)
    return NOTHING_SEEN if first is None else seen.seen(first.first)


def _with(tallies: Sequence[MonthlyResult], contract: Contract) -> Contract:
    """The contract with tallies in place of its own results of the same months."""
    told = {(plain_name(tally.measure), tally.month) for tally in tallies}
    kept = [one for one in contract.monthly_results if (plain_name(one.measure), one.month) not in told]
    return contract.model_copy(update={"monthly_results": (*kept, *tallies)})
