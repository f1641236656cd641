"""Where values begin and end in JSON text: the parsers keep no places, and a report needs them."""

import re
from json import JSONDecoder

__all__ = ["end_of_value", "item_at", "next_mark", "value_of"]

_DECODER = JSONDecoder()
_NOT_BLANK = re.compile(r"[^ \t\r\n]")


def next_mark(text: str, at: int) -> int:
    """Give the place of the next character that is not blank, or the end of the text."""
    found = _NOT_BLANK.search(text, at)
    return found.start() if found else len(text)


def end_of_value(text: str, at: int) -> int:
    """Give the place after the value that begins at a place.

    Raises `ValueError` where that is no JSON, and `RecursionError` where it is too deeply nested.

    >>> end_of_value('[{"on": "2021-04-26"}, 2]', 1)
    21
    """
    return _DECODER.raw_decode(text, at)[1]


def item_at(text: str, opening: int, number: int) -> int:
    """Give the place of an item, counted from 0, of the list that opens at a place."""
    at = next_mark(text, opening + 1)
    for _ in range(number):
        at = _next_value(text, at)
    return at


def value_of(text: str, opening: int, name: str) -> int | None:
    """Give the place of a field's value in the object that opens at a place, None where it has no such field."""
    at = next_mark(text, opening + 1)
    while text.startswith('"', at):
        found, end = _DECODER.raw_decode(text, at)
        at = next_mark(text, next_mark(text, end) + 1)
        if found == name:
            return at
        at = _next_value(text, at)
    return None


def _next_value(text: str, at: int) -> int:
    """Skip the value at a place and the comma after it."""
    return next_mark(text, next_mark(text, end_of_value(text, at)) + 1)
