"""Cases as they stand in files: where each one begins, and where a file cannot be read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from json import JSONDecodeError
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dwp_rules.cli.faults import Fault
from dwp_rules.cli.json_text import end_of_value, next_mark

__all__ = ["Record", "files_at", "records_in"]

STANDARD_INPUT = "-"
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
SUFFIXES = LINES_SUFFIXES | {".json"}
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Record(NamedTuple):
    """One case as text, with the file and the line at which it begins; `alone` where the input holds nothing else."""

    source: str
    line: int
    text: bytes
    alone: bool = False


def files_at(path: str) -> tuple[str, ...]:
    """Give the files that a path names: itself, or those of a directory and the directories in it, by name.

    Raises `FileNotFoundError` where there is nothing of that name, or no file of cases in the directory.
    """
    place = Path(path)
    if path == STANDARD_INPUT or place.is_file():
        return (path,)
    if not place.exists():
        raise FileNotFoundError(f"there is no file or directory {path}")
    found = sorted(str(file) for file in place.rglob("*") if file.suffix in SUFFIXES and file.is_file())
    if not found:
        raise FileNotFoundError(f"{path} holds no file of cases: their names end in {', '.join(sorted(SUFFIXES))}")
    return tuple(found)


def records_in(files: Sequence[str], *, given_as: str | None, standard_input: BinaryIO) -> Iterator[Record | Fault]:
    """Give every record of the files in turn; only one is held at a time, unless a file is one JSON document."""
    for file in files:
        if file == STANDARD_INPUT:
            yield from _read("standard input", standard_input, given_as, alone=len(files) == 1)
            continue
        try:
            with Path(file).open("rb") as stream:
                yield from _read(file, stream, given_as or _by_name(file), alone=len(files) == 1)
        except OSError as error:
            yield Fault(file, 0, "", f"cannot be read: {error.strerror}")


def _by_name(file: str) -> str | None:
    return "jsonl" if Path(file).suffix in LINES_SUFFIXES else None


def _read(source: str, stream: BinaryIO, given_as: str | None, *, alone: bool) -> Iterator[Record | Fault]:
    read = list[bytes]()
    for line in stream:
        read.append(line.removeprefix(BYTE_ORDER_MARK) if not read else line)
        if read[-1].strip():
            break
    else:
        yield Fault(source, 1, "", "holds nothing; one case, a list of cases or a case a line is expected")
        return
    if given_as == "jsonl" or (given_as is None and _is_an_object(read[-1])):
        yield from _lines(source, chain(read, stream))
    else:
        yield from _document(source, b"".join((*read, stream.read())), alone=alone)


def _is_an_object(line: bytes) -> bool:
    """Whether a first line looks like a whole object: then the file is taken for JSON Lines."""
    return line.strip().startswith(b"{") and line.strip().endswith(b"}")


def _lines(source: str, lines: Iterable[bytes]) -> Iterator[Record]:
    return (Record(source, number, line.rstrip()) for number, line in enumerate(lines, start=1) if line.strip())


def _document(source: str, read: bytes, *, alone: bool) -> Iterator[Record | Fault]:
    try:
        text = read.decode()
    except UnicodeDecodeError as error:
        line = read.count(b"\n", 0, error.start) + 1
        yield Fault(source, line, "", "is not UTF-8 text: save the file as UTF-8")
        return
    first = next_mark(text, 0)
    if text.startswith("[", first):
        yield from _listed(source, text, first)
    else:
        yield Record(source, 1, read, alone=alone)


def _listed(source: str, text: str, opening: int) -> Iterator[Record | Fault]:
    """Give the records of a JSON list, each with the line at which it begins, as far as the list can be read."""
    line, counted, at = 1, 0, next_mark(text, opening + 1)
    more = not text.startswith("]", at)
    while more:
        line, counted = line + text.count("\n", counted, at), at
        try:
            end = end_of_value(text, at)
        except (ValueError, RecursionError) as error:
            yield _unreadable(source, line, error)
            return
        yield Record(source, line, text[at:end].encode())
        at = next_mark(text, end)
        more = text.startswith(",", at)
        at = next_mark(text, at + 1) if more else at
    if not text.startswith("]", at) or next_mark(text, at + 1) < len(text):
        line = text.count("\n", 0, at) + 1
        yield Fault(source, line, "", "a comma or the end of the list is expected here; the rest is not read")


def _unreadable(source: str, line: int, error: ValueError | RecursionError) -> Fault:
    rest = "the rest of the list is not read"
    if isinstance(error, JSONDecodeError):
        return Fault(source, error.lineno, "", f"is not JSON: {error.msg} at column {error.colno}; {rest}")
    why = "too deeply nested" if isinstance(error, RecursionError) else "a number is too long"
    return Fault(source, line, "", f"is not JSON that can be read: {why}; {rest}")
