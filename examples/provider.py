"""A made-up WHP JETS provider's scorecard of a month and its cohorts, over the portfolio beside this file."""

from collections.abc import Iterator
from datetime import date

from layout import day, line

from dwp_rules import Cohort, cohorts, scorecard
from dwp_rules.rules import in_words
from dwp_rules.standards import Bound, Measured
from portfolios import PLANS, portfolio

__all__ = ["cohort_table", "scorecard_table"]

PROGRAMME = "whp-jets"
MONTH, AS_OF = "2022-03", date(2022, 4, 8)
"""The month under review, and the day of the answer."""
FEW = 5
"""Numbers up to this are opened to the people behind them."""


def scorecard_table() -> Iterator[str]:
    """Show every standard of the month: how many met it, the target and the verdict; then who did not, where few."""
    contract = PLANS[PROGRAMME].contract
    card = scorecard(portfolio(PROGRAMME), programme=PROGRAMME, period=MONTH, as_of=AS_OF, contract=contract)
    yield f"{contract.provider}, WHP JETS, {card.cases} people referred: scorecard of {MONTH}, as of {in_words(AS_OF)}"
    yield "Percentages are rounded to two places and compared exactly. Open: not yet due. Unknown: facts are missing."
    yield f"{'Standard':<15}{'met':>4} of all{'open':>6}{'unknown':>8}{'share':>9}  target"
    yield from map(standard, card.lines)
    for measured in card.lines:
        people = measured.cases_that("not_met")
        if measured.number.startswith("CSS") and 0 < len(people) <= FEW:
            yield f"{measured.number} was not met by {', '.join(people)}."


def standard(measured: Measured) -> str:
    """Show one standard."""
    counts = f"{measured.met:>4} of {measured.counted:<4}{measured.not_yet_due:>6}{measured.undetermined:>8}"
    shown = "nothing" if measured.shown is None else f"{measured.shown}%"
    bound = "≤" if measured.bound is Bound.AT_MOST else "≥"
    target = "" if measured.target is None else f"{bound} {measured.target}%"
    verdict = {True: "met", False: "not met", None: ""}[measured.achieved]
    return line(f"{measured.number:<13}{counts}{shown:>9}  {target:<8}{verdict}", measured.rule)


def cohort_table() -> Iterator[str]:
    """Show the starts of each month, who reached an outcome so far, and how that stands to the level."""
    made = cohorts(portfolio(PROGRAMME), programme=PROGRAMME, as_of=AS_OF, contract=PLANS[PROGRAMME].contract)
    level = made[0].target
    yield f"Cohorts of starts by month, as of {in_words(AS_OF)}: {level}% of the starts of each must reach an outcome"
    yield f"{'Month':<11}{'starts':>6}{'employed':>10}{'self-employed':>15}{'conversion':>12}"
    yield from map(row, made)
    judged = [cohort for cohort in made if cohort.matured and cohort.met is not None]
    yield from opened(judged[-1])


def row(cohort: Cohort) -> str:
    """Show one cohort."""
    kinds = f"{cohort.achieved(kind='employed'):>10}{cohort.achieved(kind='self_employed'):>15}"
    shown = "nothing" if cohort.shown is None else f"{cohort.shown}%"
    return line(f"{cohort.month!s:<9}{cohort.starts:>6}{kinds}{shown:>12}  {verdict_on(cohort)}", cohort.rates[0].rule)


def verdict_on(cohort: Cohort) -> str:
    """Say whether the level is reached, which facts decide it, or until when the cohort can still grow."""
    if not cohort.starts:
        return ""
    if cohort.met is None:
        return f"not known: {', '.join(cohort.rates[0].missing)}"
    if cohort.in_progress:
        return f"{'reached' if cohort.met else 'not yet'}; can grow to {day(cohort.last_claim_on)}"
    return "reached" if cohort.met else "not reached"


def opened(cohort: Cohort) -> Iterator[str]:
    """Open one number to the people behind it, and show every rule that speaks of the cohort."""
    yield f"Behind the {cohort.achieved()} outcomes of {cohort.month}: {', '.join(cohort.cases_that('achieved'))}."
    for finding in cohort.findings:
        yield line(f"{finding.rule.title}: {finding.reason}", finding.rule)
