"""Moving home during IPES (2.73)."""

from collections.abc import Sequence

from dwp_rules.facts import Moved
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.ipes.completion import for_longer, outside, remaining_days
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.work import start_day
from dwp_rules.rules import Finding, Rule

__all__ = ["move_findings"]

ANOTHER_AREA = Rule("IPES-MOVE-01", "Moving to another contract area: same provider", SPEC.paragraphs("2.73", "2.43"))
same_provider = ANOTHER_AREA.met(
    "same_provider", "moved on {on} within England and Wales: stays with the Provider of {responsible_cpa} to the end"
)

OUTSIDE = Rule("IPES-MOVE-02", "Moving outside England and Wales", SPEC.paragraphs("2.73", "2.57"))
ends_provision = OUTSIDE.met("ends_provision", "moved out on {on} for longer than the {remaining_days} days left")
stays_on_provision = OUTSIDE.not_met("stays", "moved out on {on}, not for longer than the {remaining_days} days left")


def move_findings(s: Situation) -> Sequence[Finding]:
    """What each move during provision leads to."""
    if not s.of(Moved):
        return ()
    started = s[start_day]
    return [_of_move(s, move) for move in s.of(Moved) if started and move.on >= started[0]]


def _of_move(s: Situation, move: Moved) -> Finding:
    leads_out = outside(move)
    if isinstance(leads_out, Unknown):
        return OUTSIDE.unknown(*leads_out.missing)
    if leads_out:
        left, longer = remaining_days(s, move.on), for_longer(s, move)
        reason = ends_provision if longer else stays_on_provision
        return reason.found(longer, ("on", move.on), ("remaining_days", left), ("early_completer", longer))
    homes = spells_on(s.participant.residence, s[start_day][0]) or ()
    contract = s.contract
    areas = [contract.cpa if contract is not None else None, *(home.cpa for home in homes)]
    cpa = next((area for area in areas if area is not None), None)
    if cpa is None:
        return ANOTHER_AREA.unknown("residence")
    return same_provider.found(cpa, ("on", move.on), ("responsible_cpa", cpa), ("provision_continues", True))
