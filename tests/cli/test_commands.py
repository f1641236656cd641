"""The other commands, the help, and the installed script."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from dwp_rules import __version__, coverage, programme
from tests.cli.given import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "jets" / "employed-on-day-238.json"
SCRIPT = Path(sysconfig.get_path("scripts")) / "dwp-rules"


def test_rules_lists_the_whole_register(run: Run) -> None:
    ran = run("rules", "whp-jets", "--width", "0")
    register = programme("whp-jets").register
    assert ran.status == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == [entry.id for entry in register]
    assert "JETS-CSS-05       rule          Initial appointment held [WHP JETS specification, 2.5(a)(ii); " in ran.out


def test_rules_as_data(run: Run) -> None:
    listed = json.loads(run("rules", "whp-jets", "--format", "json").out)
    by_line = [json.loads(line) for line in run("rules", "whp-jets", "--format", "jsonl").out.splitlines()]
    assert listed == by_line
    row = next(row for row in listed if row["id"] == "JETS-CSS-05")
    assert row["treatment"] == "rule"
    assert "WHP COVID-19 chapter 16, 38 CSS5" in row["citations"]


def test_rules_of_an_unknown_programme(run: Run) -> None:
    ran = run("rules", "jets")
    assert ran.status == 2
    assert "whp-jets" in ran.err


def test_coverage_counts_the_registers(run: Run) -> None:
    rows = json.loads(run("coverage", "--format", "json").out)
    assert {row.pop("programme"): row for row in rows} == coverage()
    assert run("coverage").out == f"{coverage()}\n"


@pytest.mark.parametrize("command", [[], ["--help"], ["assess", "--help"], ["rules", "--help"], ["coverage", "--help"]])
def test_help(run: Run, command: list[str]) -> None:
    ran = run(*command)
    assert ran.status == (0 if command else 2)
    assert "usage: dwp-rules" in ran.out + ran.err


def test_version(run: Run) -> None:
    assert run("--version").out == f"dwp-rules {__version__}\n"


@pytest.mark.parametrize("command", [[str(SCRIPT)], [sys.executable, "-m", "dwp_rules"]], ids=["script", "module"])
def test_the_installed_command(command: list[str]) -> None:
    ran = subprocess.run(
        [*command, "assess", str(EXAMPLE), "--as-of", "2021-07-05", "--format", "jsonl"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    # SPEC 3.6: the last pound is paid on day 238.
    assert json.loads(ran.stdout)["outcomes"][0]["achieved_on"] == "2021-06-30"


def test_a_reader_who_stops_reading_is_no_fault_of_ours(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(f"{json.dumps(json.loads(EXAMPLE.read_text('utf-8')))}\n" * 50, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "dwp_rules", "assess", str(many), "--as-of", "2021-07-05"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1
