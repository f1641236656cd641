"""Sentences made from a reason's template and the facts it found: the one place where values become words."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from string import Formatter
from typing import TypeAlias

__all__ = ["FactValue", "in_words", "sentence"]

FactValue: TypeAlias = "str | int | bool | Decimal | date | tuple[FactValue, ...] | None"


PROPER_NAMES = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
    "universal_credit": "Universal Credit",
    "jsa": "JSA",
    "new_style_jsa": "New Style JSA",
    "esa": "ESA",
    "new_style_esa": "New Style ESA",
    "income_support": "Income Support",
    "incapacity_benefit": "Incapacity Benefit",
    "jobcentre": "Jobcentre",
    "dwp": "DWP",
}
"""Values that the documents write with capitals."""


def in_words(value: object) -> str:
    """Put a value as a case worker would write it.

    >>> in_words(date(2020, 10, 5)), in_words("work_preparation"), in_words("england"), in_words(True), in_words(())
    ('5 October 2020', 'work preparation', 'England', 'yes', 'none')
    """
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%H:%M} on {in_words(value.date())}"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, tuple | list | frozenset | set):
        words = [in_words(part) for part in value]
        return ", ".join(sorted(words) if isinstance(value, frozenset | set) else words) or "none"
    text = str(value)
    return PROPER_NAMES.get(text) or text.replace("_", " ")


class _Words(Formatter):
    """A formatter that puts values in words, unless the template states a format."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, tuple) and format_spec:
            return ", ".join(format(part, format_spec) for part in value)
        return format(value, format_spec) if format_spec else in_words(value)


_WORDS = _Words()


def sentence(template: str, facts: Mapping[str, object]) -> str:
    """Fill a reason's template with the facts found.

    >>> sentence("started on {start}, £{total:,.2f} so far", {"start": date(2020, 10, 5), "total": Decimal("999.9")})
    'started on 5 October 2020, £999.90 so far'
    """
    return _WORDS.vformat(template, (), facts)
