"""Laws of Job Finding Support, over made-up histories."""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules import Case, assess, programme
from dwp_rules.programmes.jfs.timeline import TERMINAL
from tests.calendar.slow_days import gov_uk_open_days
from tests.programmes.jfs.given import ON_PROVISION, Event, event, jfs
from tests.programmes.jfs.histories import histories, looks, referrals
from tests.programmes.jfs.test_state_table import TABLE

JFS = programme("jfs")
ONE_DAY = timedelta(days=1)
IN_WORKING_DAYS = {
    "JFS-REF-02",
    "JFS-CONTACT-01",
    "JFS-START-01",
    "JFS-START-07",
    "JFS-START-08",
    "JFS-DUR-02",
    "JFS-JFAP-05",
    "JFS-DISENGAGE-01",
    "JFS-DISENGAGE-02",
    "JFS-CSS-04",
}
UNION = gov_uk_open_days("Great Britain")


def walked(first: date, n: int, *, same_day: bool = False) -> date:
    """The nth open day after a day, walking one day at a time; with `same_day` the day itself may be the first."""
    day, open_days = first, 0
    if same_day and day in UNION:
        open_days = 1
    while open_days < n:
        day += ONE_DAY
        open_days += day in UNION
    return day


def answer(case: Case, as_of: date, **readings: str) -> dict[str, Any]:
    told = assess(case, as_of=as_of, programme=JFS.with_readings(**readings) if readings else None).to_dict()
    told.pop("receipt")
    return told


@given(histories(), looks, st.randoms(use_true_random=False))
def test_the_order_of_listing_changes_nothing(history: tuple[date, list[Event]], look: int, random: Any) -> None:
    referred, events = history
    as_of = referred + timedelta(days=look)
    shuffled = list(events)
    random.shuffle(shuffled)
    assert answer(jfs(*shuffled), as_of) == answer(jfs(*events), as_of)


@given(histories(), looks)
def test_what_comes_after_a_day_does_not_count_on_it(history: tuple[date, list[Event]], look: int) -> None:
    referred, events = history
    as_of = referred + timedelta(days=look)
    case = jfs(*events)
    assert answer(case.until(as_of), as_of) == answer(case, as_of)


UNRELATED = (
    event("esf_result", "2021-06-20", result="qualification"),
    event("claim_decision", "2021-06-20", result="pass"),
    event("activity", "2021-06-20", activity="training"),
    event("escalation", "2021-06-20", matter="complaint", step="raised"),
    event("extension_entered", "2021-06-20"),
)


@given(histories(), looks, st.sampled_from(UNRELATED))
def test_an_event_of_another_programme_changes_nothing(
    history: tuple[date, list[Event]], look: int, unrelated: Event
) -> None:
    referred, events = history
    as_of = referred + timedelta(days=look)
    beside = answer(jfs(*events, unrelated | {"on": str(referred)}), as_of)
    alone = answer(jfs(*events), as_of)
    for part in ("eligibility", "suitability", "deadlines", "provision", "outcomes"):
        assert beside[part] == alone[part]


@given(histories(), looks)
def test_deadlines_in_working_days_are_due_on_open_days_and_never_before_their_trigger(
    history: tuple[date, list[Event]], look: int
) -> None:
    referred, events = history
    for deadline in assess(jfs(*events), as_of=referred + timedelta(days=look)).deadlines:
        if deadline.rule.id in IN_WORKING_DAYS and deadline.due is not None:
            assert deadline.due in UNION
            assert deadline.trigger is not None
            assert deadline.due >= deadline.trigger


@given(histories(), looks, st.sampled_from(["england_and_wales", "scotland"]))
def test_a_holiday_more_never_makes_a_deadline_earlier(
    history: tuple[date, list[Event]], look: int, nation: str
) -> None:
    referred, events = history
    as_of = referred + timedelta(days=look)
    case = jfs(*events)
    union = {(d.rule.id, d.trigger): d.due for d in JFS.deadlines(case, as_of=as_of)}
    for deadline in JFS.with_readings(calendar=nation).deadlines(case, as_of=as_of):
        due = union.get((deadline.rule.id, deadline.trigger))
        assert due is None or deadline.due is None or due >= deadline.due


@given(referrals, st.integers(0, 30), st.integers(0, 20), st.integers(2, 20))
def test_the_dates_of_a_journey_agree_with_walking_the_days(
    first: date, later: int, until_received: int, until_met: int
) -> None:
    referred = first + timedelta(days=later)
    received, start = referred + timedelta(days=until_received), referred + timedelta(days=until_met)
    case = jfs(
        event("referral", referred, received_on=received),
        event("meeting", start, type="initial", attended=True, agreed_to_start_on=start),
    )
    assessment = assess(case, as_of=max(received, start))
    dates = {finding.rule.id: finding.value for finding in (*assessment.findings, *assessment.provision.findings)}
    dates |= {deadline.rule.id: deadline.due for deadline in assessment.deadlines}
    assert dates["JFS-REF-02"] == walked(received, 2, same_day=True)
    assert dates["JFS-CONTACT-01"] == dates["JFS-START-01"] == walked(referred, 8)
    assert dates["JFS-START-08"] == walked(referred, 10)
    assert dates["JFS-REF-09"] == referred + timedelta(days=30)
    assert dates["JFS-START-07"] == walked(start, 5)
    assert dates["JFS-DUR-01"] == walked(start, 10)
    assert dates["JFS-DUR-02"] == walked(start, 20)
    assert dates["JFS-DUR-04"] == start + timedelta(days=30)


@given(histories(), looks)
def test_phases_run_from_the_start_to_the_end_without_gap_or_overlap(
    history: tuple[date, list[Event]], look: int
) -> None:
    referred, events = history
    as_of = referred + timedelta(days=look)
    provision = JFS.provision(jfs(*events), as_of=as_of)
    if provision.start is None:
        assert provision.phases == ()
        return
    last = provision.start - ONE_DAY
    for phase in provision.phases:
        assert phase.from_date == last + ONE_DAY
        assert phase.to_date >= phase.from_date
        last = phase.to_date
    assert last <= (provision.end_date or as_of)
    assert provision.latest_end_date is not None
    assert provision.latest_end_date <= provision.start + timedelta(days=30)


@given(histories(), looks, st.integers(1, 40))
def test_a_life_that_is_over_stays_as_it_is(history: tuple[date, list[Event]], look: int, later: int) -> None:
    referred, events = history
    as_of = referred + timedelta(days=look)
    case = jfs(*(e for e in events if e["kind"] not in {"start", "referral_cancelled", "provision_ended"}))
    provision = JFS.provision(case, as_of=as_of)
    # A start in the end is a start: without an outcome on record, no contact and a meeting in vain may still be mended.
    mendable = {"cancelled_no_contact", "cancelled_did_not_attend", "cancelled_did_not_start"}
    if provision.status in TERMINAL - mendable:
        after = JFS.provision(case, as_of=as_of + timedelta(days=later))
        assert (after.status, after.end_date) == (provision.status, provision.end_date)


@given(histories(), looks)
def test_what_is_reported_has_no_row_in_the_table(history: tuple[date, list[Event]], look: int) -> None:
    referred, events = history
    assessment = assess(jfs(*events), as_of=referred + timedelta(days=look))
    refused = assessment.provision.refused
    assert not [told for told in refused if (told.state, told.happening) in TABLE]
    assert len([w for w in assessment.warnings if w.code == "no_place_in_state"]) == len(refused)


@given(st.integers(1, 9), st.integers(0, 20))
def test_attempts_count_in_the_window_only(number: int, first: int) -> None:
    referred = date(2021, 6, 7)
    days = [referred + timedelta(days=first + place) for place in range(number)]
    case = jfs(
        event("referral", referred),
        event("referral_acknowledged", referred, decision="accept", recorded_on=referred),
        *(event("contact", day, result="attempted", by="provider") for day in days),
    )
    [finding] = [f for f in assess(case, as_of=date(2021, 7, 31)).findings if f.rule.id == "JFS-CONTACT-02"]
    inside = sum(day <= date(2021, 6, 17) for day in days)
    assert finding.value == inside
    assert (finding.verdict == "met") is (inside >= 3)


def steps_of(ask: Callable[[], object]) -> int:
    """How many calls of functions an answer takes: a measure that does not depend on the machine."""
    calls = 0

    def watch(_frame: object, happened: str, _argument: object) -> None:
        nonlocal calls
        calls += happened == "call"

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        ask()
    finally:
        sys.setprofile(before)
    return calls


MANY: dict[str, Callable[[date], list[Event]]] = {
    "attempts and disengagements": lambda on: [
        event("contact", on, result="attempted", by="provider", purpose="disengagement"),
        event("disengaged", on),
        event("re_engaged", on),
    ],
    "missed meetings": lambda on: [event("meeting", on, type="one_to_one", attended=False, explained_on=on)],
    "initial meetings": lambda on: [event("meeting", on, type="initial", attended=True, agreed_to_start_on=on)],
    "requests for the plan": lambda on: [
        event("document_requested", on, document="action_plan", by="jobcentre"),
        event("document_issued", on, document="action_plan", to="jobcentre"),
    ],
    "plans finalised": lambda on: [
        event("document_updated", on, document="action_plan", step="finalised"),
        event("document_updated", on, document="action_plan", step="agreed"),
    ],
    "errors": lambda on: [
        event("referral_error", on, step="post_confirmed"),
        event("referral_cancelled", on, outcome="did_not_start"),
    ],
    "moves and work": lambda on: [
        event("moved", on, to_nation="elsewhere", expected_return_on=on + timedelta(days=3)),
        event("work_started", on, work="employed"),
    ],
}


@pytest.mark.parametrize("kinds", list(MANY))
def test_ten_times_the_events_take_at_most_twelve_times_the_calls(kinds: str) -> None:
    def calls(number: int) -> int:
        days = [date(2021, 6, 14) + timedelta(days=place // 3) for place in range(number)]
        case = jfs(*ON_PROVISION, *(told for day in days for told in MANY[kinds](day)))
        return steps_of(lambda: assess(case, as_of=date(2022, 12, 31)))

    assert calls(400) <= 12 * calls(40)
