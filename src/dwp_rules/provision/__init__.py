"""How a life on provision is declared, and folded into phases."""

from dwp_rules.provision.declared import Begins, Happening, State, Transition
from dwp_rules.provision.journey import Journey
from dwp_rules.provision.life import EndMode, Phase, Provision, Refused
from dwp_rules.provision.one_day_later import OneDayLater
from dwp_rules.provision.timeline import Timeline

__all__ = [
    "Begins",
    "EndMode",
    "Happening",
    "Journey",
    "OneDayLater",
    "Phase",
    "Provision",
    "Refused",
    "State",
    "Timeline",
    "Transition",
]
