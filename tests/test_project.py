"""What holds for the whole project: rules read nothing but their arguments, imports are quick, names are in order."""

import ast
import importlib
import importlib.metadata
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import dwp_rules

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "dwp_rules"
EXAMPLES = ROOT / "examples" / "jets"

# ── pure ─────────────────────────────────────────────────────────────────────────────────────────────────────────

FORBIDDEN_MODULES = frozenset(
    {
        *("os", "io", "pathlib", "tempfile", "shutil", "glob", "fileinput", "sqlite3"),
        *("time", "zoneinfo", "locale", "platform", "getpass", "signal"),
        *("random", "secrets", "uuid"),
        *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp"),
        *("subprocess", "multiprocessing", "asyncio", "ctypes"),
    }
)
FORBIDDEN_CALLS = frozenset({"open", "input", "print", "eval", "exec", "compile", "__import__", "breakpoint"})
FORBIDDEN_METHODS = frozenset(
    {
        *("today", "now", "utcnow", "fromtimestamp", "localtime"),
        *("read_text", "read_bytes", "write_text", "write_bytes"),
        *("environ", "getenv", "urandom"),
    }
)
FRONT = ("cli", "__main__.py")
"""The command line reads files and writes answers: it is no part of the engine, and below it nothing may import it."""


def impurities(source: str) -> list[str]:
    """Name what in a module reads a clock, the environment, a file, the network or chance, with its line."""
    return [f"line {line}: {what}" for line, what in _found(ast.parse(source)) if what]


def _found(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, _forbidden(name.name)) for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield node.lineno, _forbidden(module)
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
                yield node.lineno, name
            case ast.Attribute(attr=name) if name in FORBIDDEN_METHODS:
                yield node.lineno, name


def _forbidden(module: str) -> str:
    return module if module.split(".", maxsplit=1)[0] in FORBIDDEN_MODULES else ""


def engine_files() -> list[Path]:
    """Every module of the library but the command line."""
    return [file for file in SOURCE.rglob("*.py") if file.relative_to(SOURCE).parts[0] not in FRONT]


def test_the_engine_reads_no_clock_environment_file_network_or_chance() -> None:
    files = engine_files()
    found = {str(file.relative_to(SOURCE)): impurities(file.read_text("utf-8")) for file in files}
    assert len(files) > 80
    assert {file: what for file, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "from datetime import date\nDAY = date.today()",
        "import datetime\ndef f(): return datetime.datetime.now(datetime.UTC)",
        "from datetime import datetime\nnow = datetime.now",
        "import time",
        "from time import monotonic",
        "import os.path",
        "def f():\n    import random",
        "from urllib.request import urlopen",
        "import json, socket",
        "TEXT = open('holidays.csv').read()",
        "from importlib.resources import files\nTEXT = files('x').joinpath('y').read_text()",
        "def f(x): return x.environ['TODAY']",
        "print('hello')",
    ],
)
def test_the_scan_sees_what_is_planted(planted: str) -> None:
    assert impurities(planted) != []


WATCHED = """
import sys
from datetime import date
from pathlib import Path
from dwp_rules import Case, assess

texts = [file.read_bytes() for file in sorted(Path({folder!r}).glob("*.json"))]

def answers():
    cases = [Case.model_validate_json(text) for text in texts]
    return [assess(case, as_of=date(2021, 6, 30)) for case in cases]

def written():
    return [answer.to_json() + answer.explain() for answer in answers()]

once = written()
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if watching else None)
watching = True
again = written()
watching = False
assert again == once
touched = [event for event in seen if event.split(".")[0] in ("open", "os", "socket", "subprocess", "import", "time")]
assert not touched, touched
"""


def test_an_assessment_touches_nothing_outside_itself() -> None:
    subprocess.run([sys.executable, "-c", WATCHED.format(folder=str(EXAMPLES))], check=True)


def test_the_answer_is_the_same_whatever_the_hash_seed() -> None:
    command = [sys.executable, "-m", "dwp_rules", "assess", str(EXAMPLES), "--as-of", "2021-06-30", "--format", "jsonl"]
    answers = {
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
    assert answers.pop().count(b"\n") == len(list(EXAMPLES.glob("*.json")))


# ── quick to import ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("statement", ["import dwp_rules", "from dwp_rules import Case, assess, programme"])
def test_importing_loads_no_holidays_and_nothing_that_only_tests_need(statement: str) -> None:
    heavy = {"holidays", "dateutil", "numpy", "hypothesis", "yaml", "pytest"}
    program = f"{statement}\nimport sys\nprint(*sorted({heavy!r} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert loaded.split() == []


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────


def packages() -> list[str]:
    """Every package of the library, itself included."""
    found = pkgutil.walk_packages(dwp_rules.__path__, "dwp_rules.")
    return ["dwp_rules", *(module.name for module in found if module.ispkg)]


def in_order(names: list[str]) -> list[str]:
    """Constants first, then classes, then functions; each in the order of the alphabet."""
    return sorted(names, key=lambda name: (not name.isupper(), name.strip("_")[0].islower(), name))


@pytest.mark.parametrize("package", packages())
def test_all_is_sorted_and_every_name_is_there(package: str) -> None:
    module = importlib.import_module(package)
    exported = [name for name in module.__all__ if not name.startswith("__")]
    assert exported == in_order(exported)
    assert len(set(exported)) == len(exported)
    assert [name for name in exported if not hasattr(module, name)] == []


@pytest.mark.parametrize("package", packages())
def test_all_is_complete(package: str) -> None:
    module = importlib.import_module(package)
    if "PROGRAMME" in vars(module):
        assert module.__all__[0] == "PROGRAMME"
        assert all(name.isupper() for name in module.__all__)
        return
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    imported = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("dwp_rules.")
        for name in node.names
    }
    defined = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    public = {name for name in imported | defined if not name.startswith("_")}
    assert public - set(module.__all__) == set()


# ── one version, no strangers ────────────────────────────────────────────────────────────────────────────────────


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert (ROOT / project["tool"]["hatch"]["version"]["path"]).samefile(SOURCE / "_version.py")
    assert importlib.metadata.version("dwp-rules") == dwp_rules.__version__
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == dwp_rules.__version__


STRANGERS = re.compile(r"(?<![\w.])/(home|root|tmp|Users|work|opt|farm)/|[A-Z]:\\\\|file:/{2}")
"""Places on one machine. The project stands alone: its users have none of them."""
IGNORED = frozenset({".git", ".venv", "build", "dist", "mutants", "__pycache__"})


def project_files() -> Iterator[Path]:
    """Every file that belongs to the project: not what tools leave behind, which .gitignore names."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in IGNORED and not name.endswith("_cache")]
        folders[:] = [name for name in folders if name != ".hypothesis" and not name.endswith(".egg-info")]
        yield from (Path(folder, name) for name in files if not name.startswith(".coverage"))


def test_no_file_names_a_place_that_only_one_machine_has() -> None:
    strangers = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in project_files()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if STRANGERS.search(line)
    ]
    assert strangers == []


def test_the_constraints_hold_names_versions_and_hashes_only() -> None:
    lines = (ROOT / "constraints-dev.txt").read_text("utf-8").splitlines()[1:]
    known = re.compile(r"[a-z0-9-]+==[0-9A-Za-z.]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not known.fullmatch(line)] == []
