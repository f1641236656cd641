"""Why provision ends on a day, and what one day later would have done, on both sides of days 456/457 and 638/639."""

from decimal import Decimal

import pytest

from dwp_rules import programme
from dwp_rules.provision import Provision
from tests.programmes.ipes.histories import LONG_AFTER, History, Job, case_of

IPES = programme("ipes")
NOT_IN_WORK, MAXIMUM = "completer_456_not_in_work", "completer_maximum_duration"
JOB_ENDED, RELEASED = "completer_job_ended_in_extension", "completer_support_no_longer_required"


def life(history: History, today: int = LONG_AFTER) -> Provision:
    return IPES.provision(case_of(history), as_of=history.on(today))


def later(history: History) -> list[tuple[str, int, int | None, str | None]]:
    return [(one.event, one.day, one.end_day, one.end_reason) for one in life(history).one_day_later]


@pytest.mark.parametrize(
    ("ends", "end_day", "one_day_later"),
    [
        (454, 456, (456, NOT_IN_WORK)),
        (455, 456, (456, NOT_IN_WORK)),
        (456, 456, (457, JOB_ENDED)),
        (457, 457, (458, JOB_ENDED)),
        (458, 458, (459, JOB_ENDED)),
        (636, 636, (637, JOB_ENDED)),
        (637, 637, (638, JOB_ENDED)),
        (638, 638, (639, MAXIMUM)),
    ],
)
def test_a_job_that_ends_a_day_later(ends: int, end_day: int, one_day_later: tuple[int, str]) -> None:
    history = History(jobs=(Job(400, ends),))
    assert life(history).end_day == end_day
    assert later(history) == [("work_ended", ends, *one_day_later)]


@pytest.mark.parametrize(
    ("starts", "end_day", "one_day_later"),
    [
        (455, 639, (639, MAXIMUM)),
        (456, 639, (639, MAXIMUM)),
        (457, 639, (456, NOT_IN_WORK)),
    ],
)
def test_a_job_that_starts_a_day_later(starts: int, end_day: int, one_day_later: tuple[int, str]) -> None:
    history = History(jobs=(Job(starts, None),))
    assert life(history).end_day == end_day
    assert later(history) == [("work_started", starts, *one_day_later)]


def test_a_job_that_starts_on_day_458_comes_too_late_and_decides_nothing() -> None:
    history = History(jobs=(Job(458, None),))
    assert life(history).end_reason == NOT_IN_WORK
    assert later(history) == []


def test_a_job_that_ends_on_day_639_ends_with_the_journey_a_day_later_too() -> None:
    history = History(jobs=(Job(400, 639),))
    assert life(history).end_reason == MAXIMUM
    assert later(history) == [("work_started", 400, 639, MAXIMUM), ("work_ended", 639, 639, MAXIMUM)]


def test_a_second_job_a_day_later_leaves_a_gap() -> None:
    history = History(jobs=(Job(400, 500), Job(501, None)))
    assert later(history) == [("work_started", 400, 639, MAXIMUM), ("work_started", 501, 500, JOB_ENDED)]


def test_a_release_a_day_too_early_would_have_ended_provision_a_day_later() -> None:
    history = History(jobs=(Job(363, None),), paid=((540, Decimal(5000)),), releases=(544,))
    assert life(history).end_reason == MAXIMUM
    assert ("exit_decision", 544, 545, RELEASED) in later(history)


def test_the_explanation_names_the_rule_what_was_counted_and_the_event() -> None:
    told = life(History(jobs=(Job(400, 638),))).explain()
    assert "ended on day 638, 1 September 2021: completer job ended in extension (entered: manual)" in told
    assert "work ended on 1 September 2021, day 638, after 238 days of in-work support" in told
    assert "[IPES-COMPLETE-03: IPES call-off specification, iteration 2 2.47, 2.53]" in told
    assert (
        "one day later (work ended on 2 September 2021, day 639): provision ends on day 639, 2 September 2021 "
        "(completer maximum duration)"
    ) in told


def test_the_explanation_of_a_life_that_goes_on_tells_what_can_still_happen() -> None:
    told = life(History(jobs=(Job(400, None),)), today=420).explain()
    assert "ends at the latest on 2 September 2021" in told
    assert "work over" in told
    assert "one day later" not in told


def test_an_end_that_the_next_day_can_undo_says_so() -> None:
    provision = life(History(jobs=(Job(400, 456),)), today=456)
    assert provision.provisional
    assert provision.end_day == 456
    assert provision.status == "in_work_support"
    assert provision.latest_end_date == History().on(639)
    assert "what happens the next day can still undo it" in provision.explain()


def test_nothing_decided_an_end_out_of_work_but_the_clock() -> None:
    assert later(History()) == []


def test_the_day_after_is_worked_out_on_the_day_itself_too() -> None:
    ended_today = life(History(jobs=(Job(400, 500),)), today=500)
    assert [(one.end_day, one.end_reason) for one in ended_today.one_day_later] == [(501, JOB_ENDED)]
