"""Performance management intervention: the usual escalation, and the provider's action plan (7.09 to 7.17)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dwp_rules.calendar import Month
from dwp_rules.facts import ContractNotice, Notice
from dwp_rules.facts.contract_situation import ContractSituation
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.standards import STANDARDS
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.intervention import level_in_force, plan_in_place
from dwp_rules.standards.shares import below

__all__ = ["action_plan", "escalation"]

ESCALATION = Rule(
    "JFS-PMIR-03",
    "Usual escalation",
    GUIDANCE.paragraphs("7.13", "7.14", "7.15", "7.16", "7.17"),
    note="From level 1 where a standard was missed in the last month measured; from level 2 or 3 where one was missed "
    "in a month after that in which the level was set.",
)
escalates = ESCALATION.discretionary(
    "next_level", "at level {level}, with {missed} missed in {month}: DWP may go to level {next_level}: {products}"
)
stays = ESCALATION.met("stays", "nothing missed that would raise the level from {level}")

ACTION_PLAN = Rule(
    "JFS-PMIR-04",
    "Provider action plan",
    GUIDANCE.paragraphs("7.09", "7.10"),
    note="In place from the day after the implementation period.",
)
action_plan = plan_in_place(ACTION_PLAN)

PRODUCTS: Mapping[int, tuple[str, ...]] = MappingProxyType(
    {
        1: ("written_notice", "enhanced_provider_action_plan"),
        2: ("senior_managers_meeting", "management_letter"),
        3: ("formal_contract_remedies",),
    }
)
"""What goes with the step from a level to the next."""


def escalation(s: ContractSituation) -> Sequence[Finding]:
    """The level that would usually follow, and what goes with it."""
    level = s[level_in_force]
    month, missed = s[last_missed]
    if month is None:
        return ()
    if level not in PRODUCTS or not missed or month <= _set_in(s, level):
        return (stays.found(level, ("level", level), ("next_level", level), ("products", ())),)
    products = PRODUCTS[level]
    return (
        escalates.found(
            level + 1,
            ("level", level),
            ("next_level", level + 1),
            ("products", products),
            ("missed", missed),
            ("month", str(month)),
        ),
    )


def last_missed(s: ContractSituation) -> tuple[Month | None, tuple[str, ...]]:
    """The last month measured, and the standards missed in it."""
    results = {standard.number: s.monthly(standard.number, standard.rule.id) for standard in STANDARDS}
    months = [month for tallies in results.values() for month in tallies]
    if not months:
        return None, ()
    last = max(months)
    missed = [
        standard.number
        for standard in STANDARDS
        if (tally := results[standard.number].get(last)) is not None
        and standard.target is not None
        and tally.settled(below(standard.target))
    ]
    return last, tuple(missed)


def _set_in(s: ContractSituation, level: int) -> Month:
    """The month in which a level was set; before all months for the one that needs no notice."""
    notices = [n for n in s.of(ContractNotice) if n.notice is Notice.INTERVENTION_LEVEL and n.level == level]
    return Month.of(notices[-1].on) if notices and level > 1 else Month(1, 1)
