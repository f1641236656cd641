"""What may be asked on the command line."""

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from datetime import date

from dwp_rules import __version__

__all__ = ["FORMATS", "argument_parser"]

FORMATS = ("text", "json", "jsonl")
FORMATS_OF_INPUT = ("json", "jsonl")
WIDTH = 110

ASSESS = """\
Assess every case in the files given. A file holds one case, a list of cases, or JSON Lines (a case a line), which
are read one at a time, so that they may be of any size. Each answer names its rules and paragraphs.

A bad record is reported on standard error by file, line and field; the others are still answered.
"""
STATUS = "exit status: 0 every record was answered; 1 at least one was bad; 2 the command itself was wrong"


def day(text: str) -> date:
    """Read a day written YYYY-MM-DD. Raises `ArgumentTypeError` for anything else."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no day; write it YYYY-MM-DD, as 2021-04-26") from None
    if found.isoformat() != text:
        raise ArgumentTypeError(f"{text!r} is not written YYYY-MM-DD; did you mean {found}?")
    return found


def named_value(text: str) -> tuple[str, str]:
    """Read NAME=VALUE. Raises `ArgumentTypeError` for anything else."""
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise ArgumentTypeError(f"{text!r} should be NAME=VALUE")
    return name, value


def columns(text: str) -> int:
    """Read a width: a whole number, 0 for none. Raises `ArgumentTypeError` for anything else."""
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is no number of columns; write 0 for lines that are not wrapped")
    return int(text)


def argument_parser() -> ArgumentParser:
    """Make the parser of the whole command."""
    parser = ArgumentParser(
        prog="dwp-rules",
        description="What the rules of the DWP's employment programmes say of a case, every answer with its paragraph.",
    )
    parser.add_argument("--version", action="version", version=f"dwp-rules {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _declare_assess(
        commands.add_parser(
            "assess",
            help="assess the cases in files",
            description=ASSESS,
            epilog=STATUS,
            formatter_class=RawDescriptionHelpFormatter,
        )
    )
    _declare_rules(commands.add_parser("rules", help="list what a programme's documents provide"))
    _declare_coverage(commands.add_parser("coverage", help="count how each programme's provisions are treated"))
    return parser


def _declare_assess(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="FILE|DIR|-", help="files, directories of them, or - for input")
    parser.add_argument(
        "--as-of", type=day, required=True, metavar="DATE", help="the day of the answer; nothing after it is used"
    )
    parser.add_argument(
        "--known-on", type=day, metavar="DATE", help="use only what the records held on this day, before corrections"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="of the answers (default: text)")
    parser.add_argument(
        "--input", choices=FORMATS_OF_INPUT, help="of the files (default: by their names and first lines)"
    )
    parser.add_argument(
        "--reading",
        type=named_value,
        action="append",
        default=[],
        metavar="NAME=OPTION",
        help="read an ambiguous provision in another way; may be given several times",
    )
    parser.add_argument(
        "--parameter",
        type=named_value,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="replace a number that a contract sets; may be given several times",
    )
    parser.add_argument(
        "--width", type=columns, default=WIDTH, metavar="COLUMNS", help=f"of text (default: {WIDTH}; 0: do not wrap)"
    )


def _declare_rules(parser: ArgumentParser) -> None:
    parser.add_argument("programme", metavar="PROGRAMME", help="the programme's id, as whp-jets")
    parser.add_argument("--format", choices=FORMATS, default="text", help="of the list (default: text)")
    parser.add_argument("--width", type=columns, default=WIDTH, metavar="COLUMNS", help=f"of text (default: {WIDTH})")


def _declare_coverage(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, default="text", help="of the counts (default: text)")
