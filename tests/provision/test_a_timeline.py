"""A timeline of its own: what its table refuses, what is not known, and where an end can still be undone."""

from datetime import date, timedelta

import pytest

from dwp_rules.facts.situation import Days, Moment, Situation, Unknown
from dwp_rules.provision import Begins, Happening, Provision, State, Timeline, Transition
from tests.standards.given import on, situation, unknown

NEVER = on()
STATES = (State("waiting"), State("taking_part", phase="taking_part"), State("over"))
TRANSITIONS = (
    Transition(("waiting",), "started", "taking_part"),
    Transition(("taking_part",), "left", "over", ends="left"),
    Transition(("taking_part",), "thrown_out", "over", ends="thrown_out", begins=Begins.THAT_DAY),
    Transition(("taking_part",), "time_up", "over", ends="time_up", settles_next_day=True),
)


def day_30(s: Situation) -> Days:
    return [day for day in [date(2021, 6, 30)] if day <= s.as_of]


def life(as_of: str, left: Moment = NEVER, thrown_out: Moment = NEVER, rows: tuple[Transition, ...] = ()) -> Provision:
    happenings = (
        Happening("started", on("06-01"), place=0),
        Happening("left", left, place=1),
        Happening("thrown_out", thrown_out, place=1),
        Happening("time_up", day_30, place=2, of_the_clock=True),
    )
    timeline = Timeline.declare(
        initial="waiting",
        states=STATES,
        happenings=happenings,
        transitions=(*TRANSITIONS, *rows),
        starts_on="started",
        last_day=lambda _s: 30,
        ended_on_record=lambda _s: {},
    )
    return timeline.provision(situation(as_of))


def test_an_end_is_in_force_the_day_after_unless_it_is_declared_to_be_at_once() -> None:
    assert (life("06-10", left=on("06-10")).status, life("06-11", left=on("06-10")).status) == ("taking_part", "over")
    assert life("06-10", thrown_out=on("06-10")).status == "over"


def test_what_may_have_happened_before_the_end_makes_the_end_unknown() -> None:
    provision = life("07-15", left=unknown("withdrawal.on"))
    assert (provision.status, provision.end_date) == ("undetermined", None)
    assert provision.missing == ("withdrawal.on",)
    assert [(phase.first_day, phase.last_day) for phase in provision.phases] == [(1, 30)]


def test_what_can_only_happen_in_a_state_never_reached_makes_nothing_unknown() -> None:
    rejoined = Transition(("over",), "left", "over")
    before = life("06-20", left=unknown("withdrawal.on"), rows=(rejoined,))
    assert before.status == "undetermined"
    again = Transition(("waiting",), "thrown_out", "over")
    assert life("06-20", thrown_out=on("06-10"), rows=(again,)).end_day == 10


def test_a_guard_that_is_not_known_leaves_the_life_open_from_that_day() -> None:
    guarded = Transition(("taking_part",), "started", "over", when=lambda _s, _journey, _on: Unknown("plan"))
    table = (Transition(("waiting",), "started", "taking_part"), guarded)
    timeline = Timeline.declare(
        initial="waiting",
        states=STATES,
        happenings=(Happening("started", on("06-01", "06-08"), place=0),),
        transitions=table,
        starts_on="started",
        last_day=lambda _s: 30,
        ended_on_record=lambda _s: {},
    )
    provision = timeline.provision(situation("06-20"))
    assert (provision.status, provision.start, provision.missing) == ("undetermined", date(2021, 6, 1), ("plan",))


def test_an_end_that_the_next_day_settles_is_provisional_on_its_day_only() -> None:
    today, tomorrow = life("06-30"), life("07-01")
    assert (today.provisional, tomorrow.provisional) == (True, False)
    assert today.end_date == tomorrow.end_date == date(2021, 6, 30)
    assert today.latest_end_date == date(2021, 6, 1) + timedelta(days=29)


def test_what_comes_after_the_end_is_refused_but_for_the_clock() -> None:
    provision = life("07-15", left=on("06-10", "06-20"))
    assert [(refused.on, refused.happening, refused.state) for refused in provision.refused] == [
        (date(2021, 6, 20), "left", "over")
    ]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (Transition(("nowhere",), "left", "over"), "undeclared states: nowhere"),
        (Transition(("over",), "left", "elsewhere"), "undeclared states: elsewhere"),
        (Transition(("over",), "abducted", "over"), "undeclared happening: abducted"),
    ],
)
def test_a_table_that_names_what_is_not_declared_is_refused(row: Transition, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        life("06-10", rows=(row,))
