"""Answers as they are written: in words, as one JSON document, or as JSON Lines."""

import json
import re
from collections.abc import Iterable, Iterator
from textwrap import TextWrapper
from typing import NamedTuple

from dwp_rules import Assessment

__all__ = ["Answer", "as_json", "as_json_lines", "as_text", "table", "wrapped"]

INDENT = 2
HANGING = 4
"""Columns by which a wrapped line is set in below its first, where that has no column of its own to hang from."""

_HANGS_FROM = re.compile(r" *\S+(?: \S+)* {2,}(?=\S)")


class Answer(NamedTuple):
    """One assessment; `alone` where the input was one case and nothing else."""

    assessment: Assessment
    alone: bool


def as_text(answers: Iterable[Answer], width: int) -> Iterator[str]:
    """Write each assessment in words, with a line between one and the next."""
    for number, answer in enumerate(answers):
        between = "" if number == 0 else f"\n{'─' * (width or HANGING)}\n\n"
        yield f"{between}{wrapped(answer.assessment.explain(), width)}\n"


def as_json_lines(answers: Iterable[Answer]) -> Iterator[str]:
    """Write each assessment as one line of JSON."""
    for answer in answers:
        yield f"{answer.assessment.to_json()}\n"


def as_json(answers: Iterable[Answer]) -> Iterator[str]:
    """Write one JSON document: an object where the input was one case, otherwise a list."""
    opening = "["
    for answer in answers:
        written = answer.assessment.to_json(indent=INDENT)
        if answer.alone:
            yield f"{written}\n"
            return
        yield f"{opening}\n{written}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def wrapped(text: str, width: int) -> str:
    """Wrap every line at a width (0: not at all), the rest of it set in below its text.

    >>> print(wrapped("  met           Start: agreed to take part on 27 October 2020", 40))
      met           Start: agreed to take
                    part on 27 October 2020
    """
    if width == 0:
        return text
    return "\n".join(_wrapped_line(line, width) for line in text.splitlines())


def _wrapped_line(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    hangs = _HANGS_FROM.match(line)
    indent = hangs.end() if hangs and hangs.end() < width // 2 else len(line) - len(line.lstrip()) + HANGING
    wrapper = TextWrapper(width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
    return wrapper.fill(line)


def table(rows: Iterable[dict[str, object]], style: str, lines: Iterable[str]) -> Iterator[str]:
    """Write rows in words (the lines given), as a JSON list, or as JSON Lines."""
    if style == "text":
        yield from (f"{line}\n" for line in lines)
    elif style == "json":
        yield f"{json.dumps(list(rows), indent=INDENT, ensure_ascii=False)}\n"
    else:
        yield from (f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
