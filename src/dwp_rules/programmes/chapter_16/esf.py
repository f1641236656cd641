"""Where the European Social Fund stands behind provision: in England, by the area of the contract at the start."""

from datetime import date

from dwp_rules.facts import Nation
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.facts.spells import spells_on

__all__ = ["AREAS", "applies", "in_england", "where", "where_started"]

ENGLAND = Nation.ENGLAND

AREAS = {
    "CPA1": Nation.ENGLAND,
    "CPA2": Nation.ENGLAND,
    "CPA3": Nation.ENGLAND,
    "CPA4": Nation.ENGLAND,
    "CPA5": Nation.ENGLAND,
    "CPA6": Nation.WALES,
}
"""The nation of each Contract Package Area of WHP (WHP JETS specification, 1.24)."""


def where(s: Situation, on: date) -> tuple[Nation, str] | Unknown:
    """The nation, and the area by name, of the contract or of the home on a day."""
    contract = s.contract
    if contract is not None and contract.cpa in AREAS:
        return AREAS[contract.cpa], contract.cpa
    homes = spells_on(s.person["residence"], on) or ()
    for home in homes:
        cpa = home.cpa
        if cpa in AREAS:
            return AREAS[cpa], cpa
    return (homes[0].nation, homes[0].nation) if homes else Unknown("residence")


def where_started(s: Situation) -> tuple[Nation, str] | Unknown | None:
    """The nation and the area on the start day; None before a start."""
    started = s[start_days]
    return where(s, started[0]) if started else None


def applies(s: Situation) -> bool | Unknown:
    """Whether the ESF duties apply to the participant (chapter 16, 41: in England only)."""
    started_in = s[where_started]
    if isinstance(started_in, Unknown):
        return started_in
    return started_in is not None and started_in[0] is ENGLAND


def in_england(s: Situation, on: date) -> bool | Unknown:
    """Whether provision was in England on a day, also of someone who has not started."""
    place = where(s, on)
    return place if isinstance(place, Unknown) else place[0] is ENGLAND
