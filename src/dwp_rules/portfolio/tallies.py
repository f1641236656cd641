"""Monthly tallies that someone else counted, checked and put beside the standards that they measure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from dwp_rules.calendar import Month
from dwp_rules.facts import Contract, MonthlyResult
from dwp_rules.programmes import Programme
from dwp_rules.standards import Days, MonthCount, Standard

__all__ = ["Given", "given_tallies"]

Given: TypeAlias = Mapping[str, Sequence[MonthCount]]
"""The tallies of a window, by the number of the standard."""


def given_tallies(
    programme: Programme,
    standards: Sequence[Standard],
    tallies: Sequence[MonthlyResult],
    contract: Contract | None,
    days: Days,
    as_of: date,
) -> Given:
    """Give the tallies of standards whose month lies in the window and had begun on the day of the question.

    Tallies of another rule of the programme, such as an indicator of cohorts, are for another question. Raises
    `ValueError` for a measure that is not known, for tallies of several providers, and where the tallies of a month
    would count anything twice.
    """
    by_name = _by_name(standards)
    others = {rule.id for rule in programme.rules} - by_name.keys()
    _of_one_provider(tallies, contract)
    gathered: defaultdict[tuple[str, Month], list[MonthlyResult]] = defaultdict(list)
    for tally in tallies:
        if tally.measure in others:
            continue
        standard = _standard(tally.measure, by_name, programme.id)
        if tally.month in days.months and tally.month.first <= as_of:
            gathered[standard.number, tally.month].append(tally)
    counts: defaultdict[str, list[MonthCount]] = defaultdict(list)
    for (number, month), together in gathered.items():
        counts[number].append(_together(number, month, together))
    return counts


def _by_name(standards: Iterable[Standard]) -> dict[str, list[Standard]]:
    by_name: defaultdict[str, list[Standard]] = defaultdict(list)
    for standard in standards:
        for name in dict.fromkeys((standard.number, standard.rule.id)):
            by_name[name].append(standard)
    return by_name


def _standard(measure: str, by_name: Mapping[str, Sequence[Standard]], programme_id: str) -> Standard:
    found = by_name.get(measure, ())
    if len(found) == 1:
        return found[0]
    candidates = found or [standard for standards in by_name.values() for standard in standards]
    numbers = ", ".join(dict.fromkeys(standard.number for standard in candidates)) or "none"
    raise ValueError(
        f"a tally is of {measure!r}, which names {'several' if found else 'no'} standards of {programme_id}; "
        f"it may be: {numbers}"
    )


def _of_one_provider(tallies: Sequence[MonthlyResult], contract: Contract | None) -> None:
    providers = dict.fromkeys(tally.provider for tally in tallies if tally.provider is not None)
    if contract is not None and contract.provider is not None:
        providers |= {contract.provider: None}
    if len(providers) > 1:
        raise ValueError(f"a scorecard is of one provider; these are of {', '.join(providers)}: make one for each")


def _together(number: str, month: Month, tallies: Sequence[MonthlyResult]) -> MonthCount:
    """Add up the groups of one month."""
    groups = [tally.group for tally in tallies]
    if len(set(groups)) < len(groups) or (None in groups and len(groups) > 1):
        raise ValueError(
            f"several tallies of {number} for {month} overlap: give one for everyone, or one for each group of people"
        )
    return MonthCount(
        month,
        met=sum(tally.met for tally in tallies),
        not_met=sum(tally.total - tally.met for tally in tallies),
        excluded=sum(tally.excluded for tally in tallies),
        given=True,
    )
