"""The programmes as values, and the registry that finds them."""

from dwp_rules.programmes.declared import Entry, Programme, Treatment, rules_declared_in
from dwp_rules.programmes.registry import BrokenPlugin, all_programmes, programme

__all__ = ["BrokenPlugin", "Entry", "Programme", "Treatment", "all_programmes", "programme", "rules_declared_in"]
