"""A pure, cited rules engine for the DWP's contracted employment programmes.

The names below are found when they are first used, so that `import dwp_rules` is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from dwp_rules._version import __version__

if TYPE_CHECKING:
    from dwp_rules.assessment import Assessment, Receipt, assess
    from dwp_rules.facts import Case, Participant
    from dwp_rules.programmes import Programme, all_programmes, programme
    from dwp_rules.readings import sensitivity
    from dwp_rules.registers import Coverage, coverage

__all__ = [
    "Assessment",
    "Case",
    "Coverage",
    "Participant",
    "Programme",
    "Receipt",
    "__version__",
    "all_programmes",
    "assess",
    "coverage",
    "programme",
    "sensitivity",
]

_HOMES = {
    "Assessment": "assessment",
    "Case": "facts",
    "Coverage": "registers",
    "Participant": "facts",
    "Programme": "programmes",
    "Receipt": "assessment",
    "all_programmes": "programmes",
    "assess": "assessment",
    "coverage": "registers",
    "programme": "programmes",
    "sensitivity": "readings",
}


def __getattr__(name: str) -> object:
    """Find a public name in the module that holds it, and keep it here."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, found or not."""
    return sorted({*globals(), *__all__})
