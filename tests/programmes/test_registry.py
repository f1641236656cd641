"""The registry: built-ins and plug-ins by id, loaded when asked for, a broken one never in the way of the others."""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dwp_rules import Case, Programme, all_programmes, assess, programme
from dwp_rules.programmes import BrokenPlugin, registry

GOOD = """
from dataclasses import replace
from dwp_rules import programme
PROGRAMME = replace(programme("whp-jets"), id="{id}", name="{id} by another name")
"""

PlugIn = Callable[..., None]


@pytest.fixture
def fresh_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry that has not been asked anything."""
    monkeypatch.setattr(registry, "_REGISTRY", type(registry._REGISTRY)())


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_registry: None) -> PlugIn:
    """Installs a package of one module that plugs in a programme, or several."""

    def install(package: str, source: str, **entry_points: str) -> None:
        monkeypatch.delitem(sys.modules, package, raising=False)
        (tmp_path / f"{package}.py").write_text(source)
        info = tmp_path / f"{package}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        listed = "".join(f"{name.replace('_', '-')} = {value}\n" for name, value in entry_points.items())
        (info / "entry_points.txt").write_text(f"[dwp_rules.programmes]\n{listed}")

    monkeypatch.syspath_prepend(str(tmp_path))
    return install


# ── built-ins ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_built_in_programmes_are_known() -> None:
    known = all_programmes()
    assert isinstance(known, Mapping)
    assert "whp-jets" in known
    assert "whp-jets" in list(known)
    assert len(known) == len(list(known)) == len(dict(known))
    assert all(value.id == name for name, value in known.items())
    assert all(isinstance(value, Programme) for value in known.values())
    assert "whp-jets" in repr(known)


def test_asking_twice_gives_the_same_programme() -> None:
    assert programme("whp-jets") is programme("whp-jets") is all_programmes()["whp-jets"]


def test_an_unknown_id_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError) as refusal:
        programme("whp-jest")
    for name in ("whp-jest", *all_programmes()):
        assert name in str(refusal.value)
    assert "whp-jest" not in all_programmes()
    assert all_programmes().get("whp-jest") is None


def test_a_case_of_an_unknown_programme_is_refused_with_the_known_ones() -> None:
    case = Case.model_validate({"programme": "whp-jest", "participant": {"participant_id": "P-1"}})
    with pytest.raises(KeyError, match=r"whp-jest.*whp-jets"):
        assess(case, as_of=date(2021, 1, 4))


@pytest.mark.usefixtures("fresh_registry")
def test_a_built_in_is_found_without_looking_for_plug_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(**group: str) -> None:
        raise AssertionError(group)

    monkeypatch.setattr("importlib.metadata.entry_points", never)
    assert programme("whp-jets").id == "whp-jets"


@pytest.mark.usefixtures("fresh_registry")
def test_naming_the_programmes_loads_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("dwp_rules.programmes.jets")]:
        monkeypatch.delitem(sys.modules, name)
    assert "whp-jets" in list(all_programmes())
    assert "dwp_rules.programmes.jets" not in sys.modules


def test_the_registry_cannot_be_written_to() -> None:
    known: Any = all_programmes()
    with pytest.raises((TypeError, AttributeError)):
        known["mine"] = programme("whp-jets")


# ── plug-ins ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_good_plug_in_is_a_programme_like_any_other(plug_in: PlugIn) -> None:
    plug_in("plug_city", GOOD.format(id="city-scheme"), city_scheme="plug_city:PROGRAMME")
    assert "city-scheme" in all_programmes()
    assert programme("city-scheme").name == "city-scheme by another name"
    case = Case.model_validate(
        {
            "programme": "city-scheme",
            "participant": {"participant_id": "P-1"},
            "events": [{"kind": "start", "on": "2020-10-05"}],
        }
    )
    assessment = assess(case, as_of=date(2021, 1, 4))
    assert assessment.programme == "city-scheme"
    assert assessment.provision.latest_end_date == date(2021, 4, 4)
    assert programme("whp-jets").id == "whp-jets"


@pytest.mark.parametrize(
    ("source", "value", "said"),
    [
        ("raise RuntimeError('no licence')", "plug_broken:PROGRAMME", ["cannot be loaded", "no licence"]),
        ("import a_module_that_is_not_there", "plug_broken:PROGRAMME", ["a_module_that_is_not_there"]),
        ("x = (", "plug_broken:PROGRAMME", ["cannot be loaded"]),
        ("", "plug_broken:PROGRAMME", ["PROGRAMME"]),
        ("", "plug_that_is_not_there:PROGRAMME", ["plug_that_is_not_there"]),
        ("PROGRAMME = 'a programme'", "plug_broken:PROGRAMME", ["should give a Programme", "not str"]),
        (GOOD.format(id="another-id"), "plug_broken:PROGRAMME", ["another-id"]),
    ],
)
def test_a_broken_plug_in_is_reported_by_name_and_the_others_still_work(
    plug_in: PlugIn, source: str, value: str, said: list[str]
) -> None:
    plug_in("plug_broken", source, broken=value)
    plug_in("plug_good", GOOD.format(id="good"), good="plug_good:PROGRAMME")
    with pytest.raises(BrokenPlugin) as refusal:
        programme("broken")
    for words in ("broken", value.split(":", maxsplit=1)[0], *said):
        assert words in str(refusal.value)
    assert programme("good").id == "good"
    assert programme("whp-jets").id == "whp-jets"
    assert {"broken", "good", "whp-jets"} <= set(all_programmes())


def test_a_broken_plug_in_is_tried_again_when_asked_again(plug_in: PlugIn) -> None:
    plug_in("plug_broken", "raise RuntimeError", broken="plug_broken:PROGRAMME")
    for _ in range(2):
        with pytest.raises(BrokenPlugin, match="broken"):
            programme("broken")


def test_two_plug_ins_with_one_id_are_refused_by_name_and_the_others_still_work(plug_in: PlugIn) -> None:
    for package in ("plug_one", "plug_two"):
        plug_in(package, GOOD.format(id="same"), same=f"{package}:PROGRAMME")
    plug_in("plug_good", GOOD.format(id="good"), good="plug_good:PROGRAMME")
    with pytest.raises(BrokenPlugin) as refusal:
        programme("same")
    for words in ("same", "plug_one", "plug_two"):
        assert words in str(refusal.value)
    assert programme("good").id == "good"
    assert programme("whp-jets").id == "whp-jets"


def test_a_plug_in_that_takes_the_id_of_a_built_in_is_refused_by_name_and_the_others_still_work(
    plug_in: PlugIn,
) -> None:
    plug_in("plug_thief", GOOD.format(id="whp-jets"), whp_jets="plug_thief:PROGRAMME")
    plug_in("plug_good", GOOD.format(id="good"), good="plug_good:PROGRAMME")
    with pytest.raises(BrokenPlugin) as refusal:
        dict(all_programmes())
    for words in ("whp-jets", "plug_thief"):
        assert words in str(refusal.value)
    assert programme("good").id == "good"
    assert not programme("whp-jets").name.endswith("by another name")
