"""What is wrong with a record: its place in the file, and what would be right. The input itself is never shown."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dwp_rules import Case
from dwp_rules.cli.json_text import item_at, next_mark, value_of

__all__ = ["REPORTED_AT_MOST", "Fault", "faults_of"]

REPORTED_AT_MOST = 20
"""Faults of one record that are reported; a record with more of them is not one case with a slip in it."""

_PLACE_IN_JSON = re.compile(r"^(?P<why>.*) at line (?P<line>\d+) column (?P<column>\d+)$", re.DOTALL)

Location = tuple[int | str, ...]


class Fault(NamedTuple):
    """One thing that is wrong: the file, the line (0: the file as a whole), the field, and what would be right."""

    source: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """Write it as compilers do, so that editors find the place."""
        place = f"{self.source}:{self.line}" if self.line else self.source
        return ": ".join(part for part in (place, self.field, self.message) if part)


def faults_of(source: str, line: int, text: bytes, error: ValidationError) -> list[Fault]:
    """Say what is wrong with a record that begins at a line of a file."""
    details = error.errors(include_url=False, include_input=False)
    if details[0]["type"] == "json_invalid":
        return [_not_json(source, line, details[0]["msg"])]
    faults = list[Fault]()
    written = text.decode()
    for detail in details[:REPORTED_AT_MOST]:
        field, at = _place(written, _location(detail))
        faults.append(Fault(source, line + written.count("\n", 0, at), field, _what_would_be_right(detail)))
    if len(details) > REPORTED_AT_MOST:
        faults.append(Fault(source, line, "", f"{len(details) - REPORTED_AT_MOST} more faults in this record"))
    return faults


def _not_json(source: str, line: int, message: str) -> Fault:
    found = _PLACE_IN_JSON.match(message.removeprefix("Invalid JSON: "))
    if found is None:
        return Fault(source, line, "", f"is not JSON: {message}")
    return Fault(source, line + int(found["line"]) - 1, "", f"is not JSON: {found['why']} at column {found['column']}")


# ── the place ────────────────────────────────────────────────────────────────────────────────────────────────────


def _location(detail: ErrorDetails) -> Location:
    return (*detail["loc"], "kind") if detail["type"].startswith("union_tag") else detail["loc"]


def _place(text: str, location: Location) -> tuple[str, int]:
    """Give a field as people write it, and where it stands in the text: the nearest place where it is missing.

    A location also names the kind of an event and the branches of a union, which stand nowhere in the text.
    """
    field, at = "", next_mark(text, 0)
    for depth, step in enumerate(location):
        found = None
        if isinstance(step, int) and text.startswith("[", at):
            found = item_at(text, at, step)
            field += f"[{step}]"
        elif isinstance(step, str) and text.startswith("{", at):
            found = value_of(text, at, step)
            if found is not None or depth == len(location) - 1:
                field += f".{step}"
        at = at if found is None else found
    return field.removeprefix("."), at


# ── what would be right ──────────────────────────────────────────────────────────────────────────────────────────


def _what_would_be_right(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "missing":
            return "is needed and not given"
        case "extra_forbidden":
            *around, name = detail["loc"]
            return f"is no field here; {_choose(str(name), _fields_at(around))}"
        case "union_tag_invalid":
            context = detail["ctx"]
            return f"is no kind of event; {_choose(context['tag'], _kinds(context['expected_tags']))}"
        case "union_tag_not_found":
            return "is needed and not given: it says which kind of event this is"
        case _:
            return detail["msg"].replace("Input should be", "should be")


def _choose(given: str, known: Sequence[str]) -> str:
    near = get_close_matches(given, known)
    return f"did you mean {' or '.join(near)}?" if near else f"known are: {', '.join(known)}"


def _kinds(expected: str) -> list[str]:
    return expected.replace("'", "").split(", ")


def _fields_at(around: Iterable[int | str]) -> list[str]:
    """Name the fields of the object in which a field was found."""
    models: list[type[BaseModel]] = [Case]
    for step in around:
        if isinstance(step, str):
            of_this_kind = [model for model in models if _kind(model) == step]
            models = of_this_kind or [inner for model in models for inner in _models_in(_annotation(model, step))]
    return sorted({name for model in models for name in model.model_fields})


def _kind(model: type[BaseModel]) -> object:
    return model.model_fields["kind"].default if "kind" in model.model_fields else None


def _annotation(model: type[BaseModel], name: str) -> object:
    return model.model_fields[name].annotation if name in model.model_fields else None


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
