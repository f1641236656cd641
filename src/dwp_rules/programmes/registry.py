"""The programmes that are known: five built in, and those that other packages plug in by an entry point."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING

from dwp_rules.programmes.declared import Programme

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["BrokenPlugin", "all_programmes", "programme"]

GROUP = "dwp_rules.programmes"
BUILT_IN = {
    "ipes": "dwp_rules.programmes.ipes",
    "jfs": "dwp_rules.programmes.jfs",
    "whp-core": "dwp_rules.programmes.whp_core",
    "whp-jets": "dwp_rules.programmes.jets",
    "work-programme": "dwp_rules.programmes.work_programme",
}
"""Where each built-in programme is declared, as the name PROGRAMME in its module."""


class BrokenPlugin(RuntimeError):
    """A plug-in could not be loaded, or is not what it should be; the others are not affected."""


class _Registry(Mapping[str, Programme]):
    """Programmes by id, each loaded when it is first asked for."""

    def __init__(self) -> None:
        self._loaded: dict[str, Programme] = {}
        self._plugins: dict[str, list[EntryPoint]] | None = None
        self._lock = RLock()

    def __getitem__(self, programme_id: str) -> Programme:
        with self._lock:
            if programme_id not in self._loaded:
                self._loaded[programme_id] = self._load(programme_id)
            return self._loaded[programme_id]

    def __iter__(self) -> Iterator[str]:
        for name, points in self._plugged_in().items():
            _only(name, points)
        return iter((*BUILT_IN, *self._plugged_in()))

    def __len__(self) -> int:
        return len({*BUILT_IN, *self._plugged_in()})

    def __contains__(self, programme_id: object) -> bool:
        return programme_id in BUILT_IN or programme_id in self._plugged_in()

    def __repr__(self) -> str:
        return f"programmes: {', '.join(self._known())}"

    def _known(self) -> list[str]:
        return list(dict.fromkeys((*BUILT_IN, *self._plugged_in())))

    def _load(self, programme_id: str) -> Programme:
        if programme_id in BUILT_IN:
            built_in = import_module(BUILT_IN[programme_id]).PROGRAMME
            return _checked(programme_id, built_in, BUILT_IN[programme_id])
        plugins = self._plugged_in()
        if programme_id not in plugins:
            raise KeyError(f"no programme is called {programme_id!r}; known are: {', '.join(self._known())}")
        point = _only(programme_id, plugins[programme_id])
        try:
            value = point.load()
        except Exception as error:
            raise BrokenPlugin(f"the plug-in {point.name} ({point.value}) cannot be loaded: {error!r}") from error
        return _checked(programme_id, value, point.value)

    def _plugged_in(self) -> "dict[str, list[EntryPoint]]":
        with self._lock:
            if self._plugins is None:
                self._plugins = _found(import_module("importlib.metadata").entry_points(group=GROUP))
            return self._plugins


def _found(points: "Iterable[EntryPoint]") -> "dict[str, list[EntryPoint]]":
    """Gather the entry points by their name."""
    found: dict[str, list[EntryPoint]] = {}
    for point in points:
        found.setdefault(point.name, []).append(point)
    return found


def _only(name: str, points: "list[EntryPoint]") -> "EntryPoint":
    """Give the one plug-in of a name; refuse two, or one that bears the name of a built-in programme."""
    claimed = [*([BUILT_IN[name]] if name in BUILT_IN else []), *(point.value for point in points)]
    if len(claimed) > 1:
        raise BrokenPlugin(f"two programmes are called {name}: {' and '.join(claimed)}; rename one of them")
    return points[0]


def _checked(programme_id: str, value: object, where: str) -> Programme:
    if not isinstance(value, Programme):
        raise BrokenPlugin(f"{where} should give a Programme for {programme_id}, not {type(value).__name__}")
    if value.id != programme_id:
        raise BrokenPlugin(f"{where} is registered as {programme_id}, but its programme calls itself {value.id}")
    return value


_REGISTRY = _Registry()


def all_programmes() -> Mapping[str, Programme]:
    """Give every programme by id, built in or plugged in; each is loaded when it is first asked for.

    >>> "whp-jets" in all_programmes()
    True
    """
    return _REGISTRY


def programme(programme_id: str) -> Programme:
    """Give one programme. Raises `KeyError` that lists the known ones, `BrokenPlugin` for one that cannot be loaded.

    >>> programme("whp-jets").name
    'Work and Health Programme Job Entry: Targeted Support'
    """
    return _REGISTRY[programme_id]
