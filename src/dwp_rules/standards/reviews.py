"""Reviews that are to be held every so many months: which months had none."""

from collections.abc import Sequence

from dwp_rules.calendar import Month
from dwp_rules.facts import ContractMeeting
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.facts.situation import Unknown
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.contract_terms import ContractRules
from dwp_rules.standards.occasions import months_to_report, reviews

__all__ = ["reviewed_every_month"]


def reviewed_every_month(rule: Rule) -> ContractRules:
    """Make what a rule finds of the months in which no contract performance review was held.

    One a month, or one in as many months as a meeting says that DWP wants from then on.
    """
    held = rule.met("held", "held in every period of {months} months so far")
    wanting = rule.not_met("months_without_review", "none was held in: {without}")

    def found(situation: ContractSituation) -> Sequence[Finding]:
        months = situation[months_to_report]
        if isinstance(months, Unknown):
            return (rule.unknown(*months.missing),)
        if not months:
            return ()
        without = tuple(month for period in _periods(situation, months) for month in _without(situation, period))
        if any(_untyped_in(situation, month) for month in without):
            return (rule.unknown("contract_meeting.type"),)
        if without:
            return (wanting(tuple(map(str, without)), without=tuple(map(str, without))),)
        return (held((), months=_frequency(situation, months[-1])),)

    return found


def _periods(situation: ContractSituation, months: Sequence[Month]) -> Sequence[Sequence[Month]]:
    """The periods that are over, each of as many months as DWP wanted when it began."""
    periods: list[Sequence[Month]] = []
    place = 0
    while place < len(months):
        length = _frequency(situation, months[place])
        if place + length <= len(months):
            periods.append(months[place : place + length])
        place += length
    return periods


def _frequency(situation: ContractSituation, month: Month) -> int:
    said = [m.frequency_months for m in situation.of(ContractMeeting) if m.frequency_months and m.on <= month.last]
    return said[-1] if said else 1


def _without(situation: ContractSituation, period: Sequence[Month]) -> Sequence[Month]:
    return () if any(meeting.on in month for month in period for meeting in situation[reviews]) else period


def _untyped_in(situation: ContractSituation, month: Month) -> bool:
    return any(meeting.type is None and meeting.on in month for meeting in situation.of(ContractMeeting))
