"""A pure, cited rules engine for the DWP's contracted employment programmes.

The names below are found when they are first used, so that `import dwp_rules` is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from dwp_rules._version import __version__

if TYPE_CHECKING:
    from dwp_rules.assessment import Assessment, Receipt, assess
    from dwp_rules.contracts import ContractAssessment, assess_contract
    from dwp_rules.facts import Case, Contract, Participant
    from dwp_rules.portfolio import Cohort, Indicator, Ranking, Scorecard, cohorts, indicators, ranking, scorecard
    from dwp_rules.programmes import Programme, all_programmes, programme
    from dwp_rules.readings import sensitivity
    from dwp_rules.registers import Coverage, coverage

__all__ = [
    "Assessment",
    "Case",
    "Cohort",
    "Contract",
    "ContractAssessment",
    "Coverage",
    "Indicator",
    "Participant",
    "Programme",
    "Ranking",
    "Receipt",
    "Scorecard",
    "__version__",
    "all_programmes",
    "assess",
    "assess_contract",
    "cohorts",
    "coverage",
    "indicators",
    "programme",
    "ranking",
    "scorecard",
    "sensitivity",
]

_HOMES = {
    "Assessment": "assessment",
    "Case": "facts",
    "Cohort": "portfolio",
    "Contract": "facts",
    "ContractAssessment": "contracts",
    "Coverage": "registers",
    "Indicator": "portfolio",
    "Participant": "facts",
    "Programme": "programmes",
    "Ranking": "portfolio",
    "Receipt": "assessment",
    "Scorecard": "portfolio",
    "all_programmes": "programmes",
    "assess": "assessment",
    "assess_contract": "contracts",
    "cohorts": "portfolio",
    "coverage": "registers",
    "indicators": "portfolio",
    "programme": "programmes",
    "ranking": "portfolio",
    "scorecard": "portfolio",
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
