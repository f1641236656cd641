"""The timeline agrees with a slow day-by-day walk on thousands of made-up histories.

20,000 histories in the ordinary run; 200,000 more with `pytest -m deep tests/programmes/ipes`.
"""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules import programme
from dwp_rules.provision import EndMode, Provision
from tests.programmes.ipes.histories import LONG_AFTER, History, case_of, made_up
from tests.programmes.ipes.simulator import Lived, live

IPES = programme("ipes")
ANY_DAY = IPES.with_readings(release="any_day")
AUTOMATIC = {"completer_456_not_in_work", "completer_maximum_duration"}
IN_A_CHUNK = 1_000
TODAYS = (LONG_AFTER, LONG_AFTER, LONG_AFTER, 1, 300, 455, 456, 457, 458, 500, 545, 637, 638, 639, 640)


def told(provision: Provision) -> Lived:
    """The library's answer in the simulator's words."""
    labels = tuple(phase.name for phase in provision.phases for _ in range(phase.first_day, phase.last_day + 1))
    received = tuple(found.value for found in provision.findings if found.rule.id == "IPES-DUR-07")
    away = [found.facts for found in provision.findings if found.rule.id == "IPES-STATE-08"]
    disengaged = frozenset(day for spell in away for day in range(spell["first_day"], spell["last_day"] + 1))
    return Lived(labels, provision.end_day, provision.end_reason, received, disengaged)


def agree(history: History, today: int, *, any_day: bool) -> None:
    read, release_from = (ANY_DAY, 1) if any_day else (IPES, 456)
    provision = read.provision(case_of(history), as_of=history.on(today))
    lived = live(history, today, release_from=release_from)
    assert told(provision) == lived, (history, today)
    assert [phase[:3] for phase in provision.phases] == lived.phases, (history, today)
    if lived.reason is not None:
        assert (provision.end_mode is EndMode.AUTOMATIC) == (lived.reason in AUTOMATIC)
        assert provision.end_date == history.on(len(lived.labels))


@given(st.randoms(use_true_random=False), st.integers(1, 700), st.booleans())
def test_provision_is_what_a_day_by_day_walk_gives(chance: Random, today: int, any_day: bool) -> None:
    agree(made_up(chance), today, any_day=any_day)


@pytest.mark.parametrize("chunk", range(20))
def test_twenty_thousand_histories(chunk: int) -> None:
    many(chunk)


@pytest.mark.deep
@pytest.mark.parametrize("chunk", range(20, 220))
def test_two_hundred_thousand_more(chunk: int) -> None:
    many(chunk)


def many(chunk: int) -> None:
    chance = Random(chunk)
    for _ in range(IN_A_CHUNK):
        history = made_up(chance)
        agree(history, chance.choice(TODAYS), any_day=bool(history.releases) and chance.random() < 0.5)
