"""A provider's scorecard: every customer service standard of a programme, measured over many cases."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dwp_rules.calendar import Month
from dwp_rules.calendar.dates import require_date
from dwp_rules.facts import Case, Contract, MonthlyResult
from dwp_rules.portfolio.counting import Count
from dwp_rules.portfolio.months import findings_of_months
from dwp_rules.portfolio.tallies import given_tallies
from dwp_rules.portfolio.targets import target_of, tendered_standards
from dwp_rules.programmes import Programme
from dwp_rules.programmes import programme as programme_called
from dwp_rules.results import as_plain, in_full
from dwp_rules.rules import Finding, in_words
from dwp_rules.standards import Card, Measured, MonthCount, Standard, Status, Window, window_days
from dwp_rules.standards.measured import in_lines

__all__ = ["Scorecard", "scorecard"]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Every standard of a programme over one window, and what the programme's rules say of them together.

    `lines` hold the standards in the order of the document, then the indicators, which have no target.
    """

    programme: Programme
    period: Month
    window: Window
    first: date
    last: date
    as_of: date
    lines: tuple[Measured, ...]
    findings: tuple[Finding, ...]
    cases: int

    def line(self, measure: str) -> Measured:
        """Give one line by the standard's number or the id of its rule.

        Raises `KeyError` that lists the numbers, where there is none, or more than one of the same rule.
        """
        found = [line for line in self.lines if line.number == measure]
        found = found or [line for line in self.lines if line.rule.id == measure]
        if len(found) == 1:
            return found[0]
        known = ", ".join(line.number for line in found or self.lines) or "none"
        raise KeyError(
            f"{self.programme.id} has {'several' if found else 'no'} standards {measure!r}; ask for: {known}"
        )

    def explain(self) -> str:
        """Say every line in words, each with its rule and paragraph, and what follows from them together."""
        days = f"{in_words(self.first)} to {in_words(self.last)}"
        lines = [
            f"{self.programme.name}: scorecard of {self.period}, {in_words(self.window)} ({days}), "
            f"as of {in_words(self.as_of)}, {self.cases} cases"
        ]
        if not self.lines:
            lines.append("  nothing to measure: the programme's documents set no customer service standards")
        for line in self.lines:
            lines += in_lines(line)
        return "\n".join([*lines, *(["", "Findings"] if self.findings else []), *map(in_full, self.findings)])

    def to_dict(self, *, with_cases: bool = False) -> dict[str, object]:
        """Give the scorecard in values that JSON knows: the failing cases or, on request, those of every status."""
        return {
            "programme": self.programme.id,
            "period": str(self.period),
            "window": self.window.value,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "as_of": self.as_of.isoformat(),
            "cases": self.cases,
            "lines": [_plain(line, Status if with_cases else (Status.NOT_MET,)) for line in self.lines],
            "findings": as_plain(self.findings),
        }

    def to_json(self, *, indent: int | None = None, with_cases: bool = False) -> str:
        """Give the scorecard as JSON text."""
        return json.dumps(self.to_dict(with_cases=with_cases), indent=indent, ensure_ascii=False)


def scorecard(
    cases: Iterable[Case] = (),
    *,
    programme: str | Programme,
    period: str | Month,
    as_of: date,
    window: str | Window = Window.IN_MONTH,
    tallies: Iterable[MonthlyResult] = (),
    contract: Contract | None = None,
) -> Scorecard:
    """Measure every customer service standard of a programme over cases, over given tallies, or over both.

    A case belongs to the month in which its deadline falls, and counts once in each such month; windows of several
    months pool their months. `period` is the month under review, which ends the window; `as_of` the day on which the
    cases are looked at. The contract gives the first day, which clips windows, and targets in place of the documents'.
    Cases are read once, one at a time, and not kept: give a generator to measure many.

    Raises `KeyError` for an unknown programme; `ValueError` for a case of another one, for a tally of a measure that is
    not known, for one month of a standard both counted and given, and for a cumulative window without a first day.

    >>> tally = MonthlyResult(month="2021-03", measure="CSS1", met=198, total=199)
    >>> card = scorecard(programme="whp-jets", period="2021-03", as_of=date(2021, 4, 1), tallies=[tally])
    >>> line = card.line("CSS1")
    >>> line.share, line.shown, line.achieved
    (Fraction(198, 199), Decimal('99.50'), False)
    """
    require_date(as_of, "the day of the question")
    asked = programme_called(programme) if isinstance(programme, str) else programme
    month = Month.parse(period) if isinstance(period, str) else period
    looked_at = _window(window)
    day_one = None if contract is None else contract.service_start_on
    days = window_days(looked_at, month, day_one=day_one)
    told = tuple(tallies)
    tendered = tendered_standards(asked, contract, days.last, [tally.measure for tally in told])
    standards = (*asked.standards, *tendered, *asked.indicators)
    given = given_tallies(asked, standards, told, contract, days, as_of)
    count = Count(asked, days, as_of)
    count.add_all(cases)
    if contract is not None:
        count.add_returns(contract)
    lines = tuple(
        _line(standard, count, given.get(standard.number, ()), target_of(standard, contract, days.last))
        for standard in standards
    )
    card = Card(lines, month, days)
    findings = [finding for rules in asked.card_rules for finding in rules(card)]
    if asked.windows is not None:
        findings.insert(0, asked.windows.finding(days, month, day_one))
    findings += findings_of_months(asked, contract, told, count.months, days.months, as_of)
    return Scorecard(asked, month, looked_at, *days, as_of, lines, tuple(findings), len(count.people))


def _window(window: str | Window) -> Window:
    try:
        return Window(window)
    except ValueError:
        raise ValueError(f"{window!r} is no window; it may be: {', '.join(Window)}") from None


def _line(standard: Standard, count: Count, given: Sequence[MonthCount], target: Decimal | None) -> Measured:
    tally = count.tally(standard)
    counted = tally.months
    twice = {month.month for month in counted} & {month.month for month in given}
    if twice:
        raise ValueError(
            f"{standard.number} of {min(map(str, twice))} is given as a tally and counted from cases too: leave one out"
        )
    return Measured(
        standard.number,
        standard.rule,
        target,
        standard.target,
        standard.bound,
        standard.measures_cases,
        tuple(sorted((*counted, *given), key=_month_or_last)),
        not_applicable=tally.not_applicable + sum(month.excluded for month in given),
        missing=tuple(tally.missing),
        answers=tally.answers,
        mean_of_months=count.mean_of_months,
        behind=tally.behind,
    )


def _month_or_last(tally: MonthCount) -> tuple[bool, Month | None]:
    return tally.month is None, tally.month


def _plain(line: Measured, statuses: Iterable[Status]) -> dict[str, object]:
    share = line.share
    return {
        "number": line.number,
        "finding": as_plain(line.finding),
        "share": None if share is None else f"{share.numerator}/{share.denominator}",
        "achieved": line.achieved,
        "months": [as_plain(month) for month in line.months],
        "answers": [{"group": one.group, "counts": dict(one.counts)} for one in line.answers],
        "cases": {status.value: list(line.cases_that(status)) for status in statuses},
    }
