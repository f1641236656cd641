"""What holds of every life on IPES, stated as the specification would."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from dwp_rules import Case, assess, programme
from tests.programmes.ipes.histories import LONG_AFTER, History, Job, case_of, made_up

IPES = programme("ipes")
chances = st.randoms(use_true_random=False)
todays = st.integers(1, 700)


def without_early_ends(history: History) -> History:
    return replace(history, releases=(), moves=(), diagnosed=None, wishes=(), died=None)


@given(chances, todays)
def test_phases_partition_the_days(chance: Random, today: int) -> None:
    history = made_up(chance)
    provision = IPES.provision(case_of(history), as_of=history.on(today))
    days = [day for phase in provision.phases for day in range(phase.first_day, phase.last_day + 1)]
    assert days == list(range(1, (provision.end_day or min(today, 639)) + 1))
    for phase in provision.phases:
        assert (phase.from_date, phase.to_date) == (history.on(phase.first_day), history.on(phase.last_day))


@given(chances, todays)
def test_the_end_never_passes_day_639(chance: Random, today: int) -> None:
    history = made_up(chance)
    provision = IPES.provision(case_of(history), as_of=history.on(today))
    assert provision.latest_end_date is not None
    assert provision.latest_end_date <= history.on(639)
    assert provision.end_day is None or provision.end_day <= 639


@given(chances, st.permutations(range(6)))
def test_the_order_of_listing_changes_nothing(chance: Random, turn: list[int]) -> None:
    history = made_up(chance)
    case, as_of = case_of(history), history.on(LONG_AFTER)
    listed = [event for place in turn for event in case.events[place::6]]
    turned = Case(programme="ipes", participant=case.participant, events=tuple(listed))
    assert assess(turned, as_of=as_of).to_dict() | {"receipt": None} == assess(case, as_of=as_of).to_dict() | {
        "receipt": None
    }


@given(chances, st.integers(1, 640), st.integers(0, 200), st.integers(1, 60))
def test_a_longer_job_never_ends_provision_earlier(chance: Random, first: int, lasts: int, more: int) -> None:
    others = without_early_ends(made_up(chance))
    short, longer = (
        replace(others, jobs=(*others.jobs, Job(first, last))) for last in (first + lasts, first + lasts + more)
    )
    as_of = others.on(LONG_AFTER)
    before, after = (IPES.provision(case_of(one), as_of=as_of).end_day for one in (short, longer))
    assert before is not None
    assert after is not None
    assert after >= before


@given(chances, todays)
def test_no_outcome_after_provision_ended(chance: Random, today: int) -> None:
    history = made_up(chance)
    assessed = assess(case_of(history), as_of=history.on(today))
    end = assessed.provision.end_date
    for outcome in assessed.outcomes:
        assert outcome.achieved_on is None or end is None or outcome.achieved_on <= end


@given(chances)
def test_what_happens_after_the_end_changes_nothing(chance: Random) -> None:
    history = made_up(chance)
    whole = IPES.provision(case_of(history), as_of=history.on(LONG_AFTER))
    assert whole.end_day is not None
    known = history.until(whole.end_day + 1)
    assert IPES.provision(case_of(known), as_of=history.on(LONG_AFTER))[:8] == whole[:8]


@given(chances, todays)
def test_an_end_is_provisional_only_on_its_own_day(chance: Random, today: int) -> None:
    history = made_up(chance)
    provision = IPES.provision(case_of(history), as_of=history.on(today))
    if provision.provisional:
        assert provision.end_day == today
        assert provision.end_reason in {"completer_456_not_in_work", "completer_job_ended_in_extension"}
        assert provision.status in {"pre_work_support", "in_work_support", "extension"}


@given(chances)
def test_disengagement_moves_no_day(chance: Random) -> None:
    history = made_up(chance)
    engaged = replace(history, away=())
    as_of = history.on(LONG_AFTER)
    answers = (IPES.provision(case_of(one), as_of=as_of) for one in (history, engaged))
    told = [(p.phases, p.end_day, p.end_date, p.end_mode, p.end_reason) for p in answers]
    assert told[0] == told[1]


def test_a_release_on_the_day_of_death_came_first() -> None:
    history = History(jobs=(Job(363, None),), paid=((540, Decimal(5000)),), releases=(550,), died=550)
    provision = IPES.provision(case_of(history), as_of=history.on(LONG_AFTER))
    assert (provision.end_day, provision.end_reason) == (550, "completer_support_no_longer_required")
