"""How the answers beside this file are set in lines: a sentence on the left, its rule and paragraphs on the right."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from dwp_rules.rules import Citation, Rule

__all__ = ["WIDTH", "day", "line"]

WIDTH = 120
SHORT = {
    "WHP JETS specification": "spec",
    "WHP COVID-19 chapter 16": "ch16",
    "IPES call-off specification, iteration 2": "IPES",
    "National Minimum Wage Regulations 2015, regulation 4": "NMW reg 4",
    "JFS provider guidance": "JFS",
    "Work Programme guidance chapter 1": "WP ch1",
}


def day(on: date | None) -> str:
    """Write a day in short."""
    return f"{on.day} {on:%b %Y}" if on else "unknown"


def cited(rule: Rule) -> str:
    """Name a rule and its paragraphs, documents in short."""
    documents = groupby(rule.citations, key=lambda citation: citation.source.document)
    return f"[{rule.id}: {'; '.join(f'{SHORT[name]} {paragraphs(found)}' for name, found in documents)}]"


def paragraphs(citations: Iterable[Citation]) -> str:
    """List the paragraphs of citations of one document."""
    return ", ".join(citation.paragraph for citation in citations)


def line(text: str, rule: Rule) -> str:
    """Set a sentence on the left and its rule on the right, below it where the line is full."""
    left = f"  {text}"
    right = cited(rule)
    room = WIDTH - len(left)
    return f"{left}{right:>{room}}" if room > len(right) else f"{left}\n{right:>{WIDTH}}"
