"""A sixth programme in a package of its own: installed, found by its entry point, tested, typed as any consumer is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGIN = ROOT / "examples" / "plugin_restart"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the plug-in is installed from a copy, so that the build leaves nothing in the tree."""
    site = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--target", site, PLUGIN], check=True, timeout=300)
    return site


def run(site: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python with the plug-in installed."""
    paths = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(
        [sys.executable, "-m", *command],
        env=os.environ | {"PYTHONPATH": paths},
        cwd=site,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_once_installed_it_is_a_programme_like_any_other(installed: Path) -> None:
    found = run(installed, "dwp_rules", "coverage")
    assert found.returncode == 0, found.stderr
    assert "restart" in found.stdout


def test_its_own_tests_pass(installed: Path) -> None:
    tested = run(installed, "pytest", "-q", "-p", "no:cacheprovider", str(PLUGIN / "tests"), "--rootdir", str(PLUGIN))
    assert tested.returncode == 0, tested.stdout
    assert " passed" in tested.stdout


def test_it_is_typed_as_strictly_as_the_library(installed: Path) -> None:
    checked = run(installed, "mypy", "--strict", "--cache-dir", os.devnull, str(PLUGIN / "src"))
    assert checked.returncode == 0, checked.stdout


def test_the_library_knows_nothing_of_it() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")}
    assert [path for path, text in texts.items() if "Restart Scheme" in text or "RESTART" in text] == []
