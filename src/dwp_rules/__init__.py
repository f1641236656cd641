"""A pure, cited rules engine for the DWP's contracted employment programmes."""

from dwp_rules._version import __version__
from dwp_rules.assessment import Assessment, Receipt, assess
from dwp_rules.coverage import Coverage, coverage
from dwp_rules.facts import Case, Participant
from dwp_rules.programmes import Programme, all_programmes, programme

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
]
