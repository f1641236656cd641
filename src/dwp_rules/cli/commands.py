"""What each command does."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import TextIOWrapper

from pydantic import ValidationError

from dwp_rules import Case, assess, coverage, programme
from dwp_rules.cli.answers import Answer, as_json, as_json_lines, as_text, table, wrapped
from dwp_rules.cli.arguments import argument_parser
from dwp_rules.cli.choices import Choices
from dwp_rules.cli.faults import Fault, faults_of
from dwp_rules.cli.records import Record, files_at, records_in
from dwp_rules.programmes import BrokenPlugin, Entry

__all__ = ["main"]

EVERY_RECORD_ANSWERED, SOME_RECORD_BAD = 0, 1
CANNOT_BE_ASSESSED = (ArithmeticError, BrokenPlugin, LookupError, ValueError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status; a command that is itself wrong exits with status 2."""
    parser = argument_parser()
    asked = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        status = {"assess": _assess, "rules": _rules, "coverage": _coverage}[asked.command](asked, parser)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the answers has stopped reading: what is left unwritten must not be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_RECORD_BAD
    return status


# ── assess ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class Assessing:
    """Assesses records one by one, reports the bad ones and counts both."""

    as_of: date
    known_on: date | None
    choices: Choices
    read: int = field(default=0, init=False)
    bad: int = field(default=0, init=False)

    def answers(self, records: Iterable[Record | Fault]) -> Iterator[Answer]:
        """Give the answers to the good records."""
        for record in records:
            self.read += 1
            answered = [record] if isinstance(record, Fault) else self.answer(record)
            if isinstance(answered, Answer):
                yield answered
            else:
                self.bad += 1
                print(*answered, sep="\n", file=sys.stderr)

    def answer(self, record: Record) -> Answer | list[Fault]:
        """Assess one record, or say what is wrong with it."""
        try:
            case = Case.model_validate_json(record.text)
        except ValidationError as error:
            return faults_of(record.source, record.line, record.text, error)
        try:
            chosen = self.choices.programme(case.programme)
        except (BrokenPlugin, KeyError, ValueError) as error:
            return [Fault(record.source, record.line, "programme", str(error.args[0]))]
        try:
            known = case if self.known_on is None else case.known_on(self.known_on)
            return Answer(assess(known, as_of=self.as_of, programme=chosen), record.alone)
        except CANNOT_BE_ASSESSED as error:
            return [Fault(record.source, record.line, "", f"cannot be assessed: {error}")]


def _assess(asked: Namespace, parser: ArgumentParser) -> int:
    try:
        files = [file for path in asked.paths for file in files_at(path)]
        choices = Choices.made(asked.reading, asked.parameter)
    except (FileNotFoundError, ValueError) as error:
        parser.error(str(error))
    assessing = Assessing(asked.as_of, asked.known_on, choices)
    answers = assessing.answers(records_in(files, given_as=asked.input, standard_input=sys.stdin.buffer))
    _write(_in_format(asked.format, answers, asked.width))
    if not assessing.bad:
        return EVERY_RECORD_ANSWERED
    print(f"{assessing.bad} of {assessing.read} records could not be answered", file=sys.stderr)
    return SOME_RECORD_BAD


def _in_format(style: str, answers: Iterator[Answer], width: int) -> Iterator[str]:
    if style == "text":
        return as_text(answers, width)
    return as_json(answers) if style == "json" else as_json_lines(answers)


def _write(chunks: Iterable[str]) -> None:
    for chunk in chunks:
        sys.stdout.write(chunk)


# ── rules and coverage ───────────────────────────────────────────────────────────────────────────────────────────


def _rules(asked: Namespace, parser: ArgumentParser) -> int:
    try:
        entries = programme(asked.programme).register
    except (BrokenPlugin, KeyError) as error:
        parser.error(str(error.args[0]))
    lines = (wrapped(_in_words(entry), asked.width) for entry in entries)
    _write(table(map(_as_row, entries), asked.format, lines))
    return EVERY_RECORD_ANSWERED


def _as_row(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "citations": [str(citation) for citation in entry.citations],
        "treatment": entry.treatment.value,
        "why": entry.why,
    }


def _in_words(entry: Entry) -> str:
    treatment = entry.treatment.replace("_", " ")
    cited = "; ".join(str(citation) for citation in entry.citations)
    return f"{entry.id:<17} {treatment:<12}  {entry.title} [{cited}]: {entry.why}"


def _coverage(asked: Namespace, _parser: ArgumentParser) -> int:
    counts = coverage()
    rows = [{"programme": name, **counts[name]} for name in counts]
    _write(table(rows, asked.format, [str(counts)]))
    return EVERY_RECORD_ANSWERED
