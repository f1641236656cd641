"""What a worked example holds, and how its file is read.

A file is a YAML list of examples in the folder of its programme. An example starts from one of the ordinary persons of
`bases.yaml`; it states what differs, what happened, what is asked, and the expected value at each path of the answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from dwp_rules import Case, Contract

HERE = Path(__file__).parent
PROGRAMMES = {
    "ipes": "ipes",
    "jets": "whp-jets",
    "jfs": "jfs",
    "whp_core": "whp-core",
    "work_programme": "work-programme",
}
"""The programme of each folder."""

KEYS = frozenset(
    {
        *("id", "name", "source", "disputed"),
        *("base", "participant", "events", "contract", "previous"),
        *("ask", "as_of", "on", "readings", "parameters", "under"),
        *("call", "arguments", "calendar"),
        *("period", "window", "cases", "tallies", "rates", "benchmark"),
        "expect",
    }
)
OF_ONE_CASE = ("assess", "eligibility", "suitability", "re_referral")
OF_MANY = ("scorecard", "cohorts", "indicators", "ranking", "contract")
ASKS = (*OF_ONE_CASE, *OF_MANY, "calendar", "count")

Given = Mapping[str, object]


if TYPE_CHECKING:
    Loader = yaml.SafeLoader
else:  # five times as quick, where PyYAML was built with it
    Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class PlainWords(Loader):
    """YAML in which `on` is a word, not the value true, and a key may stand once only.

    YAML 1.1 reads on, off, yes and no as booleans, and of one key given twice it keeps the last in silence.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [key.value for key, _value in node.value]
        twice = {key for key in keys if keys.count(key) > 1 and key != "<<"}
        if twice:
            raise ValueError(f"{node.start_mark.name}, line {node.start_mark.line + 1}: twice {', '.join(twice)}")
        return super().construct_mapping(node, deep)


PlainWords.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not (tag.endswith(":bool") and first in "nNoOyY")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, eq=False)
class Run:
    """One question and what its answer must hold."""

    ask: str
    on: date | None
    readings: Mapping[str, str]
    parameters: Mapping[str, object]
    given: Given
    expect: Given


@dataclass(frozen=True, eq=False)
class Example:
    """One worked example."""

    folder: str
    file: str
    given: Given

    @property
    def id(self) -> str:
        """The rule's id and a running number or letter, as JETS-REF-02.1."""
        return str(self.given.get("id", "?"))

    @property
    def rule_id(self) -> str:
        """The rule that the example is named after."""
        return self.id.rpartition(".")[0]

    @property
    def source(self) -> str:
        """Document and paragraph."""
        return str(self.given.get("source", ""))

    @property
    def programme(self) -> str:
        """The programme's id in the registry."""
        return PROGRAMMES[self.folder]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """What is asked: the example itself, then again under each difference (a reading, a day, a fact) listed."""
        own = [self._run(self.given)] if "expect" in self.given else []
        under = [self._run({**self.given, "expect": {}, **again}) for again in _list(self.given.get("under"))]
        return (*own, *under)

    def _run(self, given: Given) -> Run:
        on = given.get("as_of", given.get("on"))
        readings = {name: str(option) for name, option in _mapping(given.get("readings")).items()}
        return Run(
            str(given.get("ask", "assess")),
            on if isinstance(on, date) else None,
            readings,
            _mapping(given.get("parameters")),
            given,
            _mapping(given["expect"]),
        )

    def day(self, run: Run) -> date:
        """The day of a question."""
        if run.on is None:
            raise ValueError(f"{self.id} names no day: give as_of (or on)")
        return run.on

    def case(self, given: Given) -> Case:
        """The facts and events of one question, upon those of its base."""
        base = _base(self.folder, str(given.get("base", self.given.get("base", "ordinary"))))
        contract = _upon(_mapping(base.get("contract")), _mapping(given.get("contract")))
        return Case.model_validate(
            {
                "programme": given.get("programme", self.programme),
                "participant": _upon(_mapping(base.get("participant")), _mapping(given.get("participant"))),
                "events": [*_events(base.get("events")), *_events(given.get("events"))],
                "contract": contract or None,
            }
        )

    def cases(self, given: Given) -> Iterator[Case]:
        """Each case of a question about many, as often as its `times` says: P-1, or P-1-1, P-1-2 and so on."""
        for place, one in enumerate(_list(given.get("cases")), 1):
            case, times = self.case(one), _number(one.get("times", 1))
            for time in range(times):
                name = f"P-{place}" if times == 1 else f"P-{place}-{time + 1}"
                person = case.participant.model_copy(update={"participant_id": name})
                yield case.model_copy(update={"participant": person})

    def contract(self, given: Given) -> Contract:
        """The contract of one question, with its records and events, upon that of its base."""
        base = _base(self.folder, str(given.get("base", self.given.get("base", "nothing"))))
        told = _upon(_mapping(base.get("contract")), _mapping(given.get("contract")))
        return Contract.model_validate({"programme": self.programme, **told})

    def previous(self) -> tuple[Case, ...]:
        """The earlier cases of the same person, for a question of re-referral."""
        return tuple(self.case(earlier) for earlier in _list(self.given.get("previous")))


@cache
def examples() -> tuple[Example, ...]:
    """Every worked example of every programme."""
    return tuple(
        Example(folder, path.name, given)
        for folder in PROGRAMMES
        for path in sorted((HERE / folder).glob("*.yaml"))
        for given in _list(_load(path))
    )


@dataclass(frozen=True)
class Computed:
    """What a programme's documents let one compute: how many provisions there are, and the numbers of two sorts."""

    entries: int
    rule: frozenset[str]
    not_modelled: frozenset[str]


@cache
def computed(programme_id: str) -> Computed:
    """What the documents of a programme let one compute."""
    folder = next(folder for folder, known in PROGRAMMES.items() if known == programme_id)
    table = _mapping(_mapping(_load(HERE / "computed.yaml"))[folder])
    rule, not_modelled = (
        frozenset(
            f"{topic}-{number}" for topic, numbers in _mapping(table[sort]).items() for number in str(numbers).split()
        )
        for sort in ("rule", "not_modelled")
    )
    return Computed(_number(table["entries"]), rule, not_modelled)


@cache
def _base(folder: str, name: str) -> Given:
    bases = _mapping(_load(HERE / "bases.yaml"))
    base = _mapping(_mapping(bases[folder])[name])
    if "like" not in base:
        return base
    like = _base(folder, str(base["like"]))
    return {
        "participant": _upon(_mapping(like.get("participant")), _mapping(base.get("participant"))),
        "contract": _upon(_mapping(like.get("contract")), _mapping(base.get("contract"))),
        "events": [*_list(like.get("events")), *_list(base.get("events"))],
    }


@cache
def _load(path: Path) -> object:
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, PlainWords)


def _upon(base: Given, own: Given) -> dict[str, object]:
    """Lay what differs upon the base; a null takes a fact away."""
    return {key: value for key, value in {**base, **own}.items() if value is not None}


def _events(listed: object) -> Iterator[Given]:
    """The events; `repeat: {times: 8, every: 7}` stands for eight of them, seven days apart."""
    for event in _list(listed):
        repeat = _mapping(event.get("repeat"))
        first = event.get("on")
        if not repeat or not isinstance(first, date):
            yield event
            continue
        one = {key: value for key, value in event.items() if key != "repeat"}
        for place in range(_number(repeat["times"])):
            yield {**one, "on": first + timedelta(days=place * _number(repeat.get("every", 1)))}


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a number of days or times is wanted, not {value!r}")
    return value


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict | None):
        raise TypeError(f"names with values are wanted, not {value!r}")
    return value or {}


def _list(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list | None):
        raise TypeError(f"a list is wanted, not {value!r}")
    return [_mapping(item) for item in value or ()]
