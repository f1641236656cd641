"""The command line, a thin front on the library: `assess` cases, list `rules`, count `coverage`."""

from dwp_rules.cli.commands import main

__all__ = ["main"]
