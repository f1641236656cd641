"""How a life on provision is declared, and folded into phases."""

from dwp_rules.provision.timeline import (
    Begins,
    EndMode,
    Happening,
    Journey,
    Phase,
    Provision,
    Refused,
    State,
    Step,
    Timeline,
    Transition,
)

__all__ = [
    "Begins",
    "EndMode",
    "Happening",
    "Journey",
    "Phase",
    "Provision",
    "Refused",
    "State",
    "Step",
    "Timeline",
    "Transition",
]
