"""What the README shows runs as shown, and the links in the documents lead somewhere."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from dwp_rules.cli import main

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md"]
DOCUMENTS += sorted((ROOT / "docs").rglob("*.md"))
COMMANDS = re.findall(r"^\$ dwp-rules (.+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_python_shown_gives_what_is_shown(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(document), module_relative=False, encoding="utf-8")
    assert results.failed == 0


def test_the_readme_shows_python() -> None:
    shown = doctest.DocTestParser().get_examples((ROOT / "README.md").read_text("utf-8"))
    assert len(shown) > 20


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_shown_run(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(command)) == 0
    captured = capsys.readouterr()
    assert captured.out
    assert captured.err == ""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_make_targets_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {target for path in DOCUMENTS for target in re.findall(r"`make ([a-z]+)`", path.read_text("utf-8"))}
    assert {"demo", "check", "bench", "deep"} <= named <= targets
