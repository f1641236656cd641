"""The questions about many cases, or about a contract: scorecard, cohorts, indicators, ranking, the contract itself."""

from collections.abc import Callable, Mapping
from typing import cast

from dwp_rules import Programme, assess_contract, cohorts, indicators, ranking, scorecard
from dwp_rules.facts import CohortResult, MonthlyResult
from tests.worked_examples.examples import Example, Given, Run


def given_list(given: Given, name: str) -> list[Given]:
    """What an example lists under a name."""
    return cast("list[Given]", given.get(name, []))


def monthly(given: Given) -> list[MonthlyResult]:
    """Tallies by month."""
    return [MonthlyResult.model_validate(tally) for tally in given_list(given, "tallies")]


def card(example: Example, run: Run, chosen: Programme) -> object:
    """The standards of a programme in a period."""
    return scorecard(
        example.cases(run.given),
        programme=chosen,
        period=str(run.given["period"]),
        as_of=example.day(run),
        window=str(run.given.get("window", "in_month")),
        tallies=monthly(run.given),
        contract=example.contract(run.given),
    )


def by_month(example: Example, run: Run, chosen: Programme) -> Mapping[str, object]:
    """The cohorts of a programme."""
    told = cohorts(
        example.cases(run.given),
        programme=chosen,
        as_of=example.day(run),
        tallies=[CohortResult.model_validate(tally) for tally in given_list(run.given, "tallies")],
        contract=example.contract(run.given),
    )
    return {"cohorts": told}


def indicated(example: Example, run: Run, chosen: Programme) -> Mapping[str, object]:
    """The indicators of a programme in a period."""
    told = indicators(
        example.cases(run.given),
        programme=chosen,
        period=str(run.given["period"]),
        as_of=example.day(run),
        tallies=monthly(run.given),
        contract=example.contract(run.given),
    )
    return {"indicators": told}


def ranked(_example: Example, run: Run, chosen: Programme) -> Mapping[str, object]:
    """Providers, or contracts, in the order of their results."""
    rates = cast("Mapping[str, str]", run.given["rates"])
    benchmark = cast("int | str | None", run.given.get("benchmark"))
    return {"ranking": ranking(rates, programme=chosen, benchmark=benchmark)}


def assessed(example: Example, run: Run, chosen: Programme) -> object:
    """A contract as it stands on a day."""
    contract = example.contract(run.given)
    return assess_contract(contract, example.cases(run.given), as_of=example.day(run), programme=chosen)


ASKED_OF_MANY: Mapping[str, Callable[[Example, Run, Programme], object]] = {
    "scorecard": card,
    "cohorts": by_month,
    "indicators": indicated,
    "ranking": ranked,
    "contract": assessed,
}
