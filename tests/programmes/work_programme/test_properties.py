"""Laws of the Work Programme: 104 weeks from the referral, which only early completion stops; no clash overlooked."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dwp_rules import assess, programme
from tests.programmes.work_programme.given import Event, assessed, event, work_programme

WP = programme("work-programme")
DAYS_IN_104_WEEKS = 728

referrals = st.dates(date(2011, 6, 1), date(2017, 3, 31))
gaps = st.integers(0, 800)


def happenings(referred: date) -> st.SearchStrategy[Event]:
    """What does not stop the 104 weeks."""
    days = gaps.map(lambda gap: referred + timedelta(days=gap))
    changes = st.sampled_from(
        ["changed_benefit", "left_benefit", "imprisoned", "went_abroad", "relationship_broke_down"]
    )
    return st.one_of(
        days.map(lambda on: event("start", on)),
        days.map(lambda on: event("work_started", on, work="employed")),
        days.map(lambda on: event("moved", on, to_cpa="CPA9")),
        days.map(lambda on: event("disengaged", on)),
        st.tuples(days, changes).map(lambda told: event("change_of_circumstances", told[0], change=told[1])),
    )


lives = referrals.flatmap(lambda referred: st.tuples(st.just(referred), st.lists(happenings(referred), max_size=5)))


@given(lives, gaps)
def test_nothing_but_an_early_completion_moves_the_end(life: tuple[date, list[Event]], look: int) -> None:
    referred, events = life
    provision = assessed(event("referral", referred), *events, as_of=referred + timedelta(days=look)).provision
    assert provision.start == referred
    assert provision.latest_end_date == referred + timedelta(days=DAYS_IN_104_WEEKS - 1)
    assert (provision.end_date is not None) is (look >= DAYS_IN_104_WEEKS - 1)
    assert (provision.status == "completed") is (look >= DAYS_IN_104_WEEKS)


@given(lives, gaps, gaps)
def test_an_early_completion_ends_it_that_day(life: tuple[date, list[Event]], early: int, look: int) -> None:
    referred, events = life
    ended = event("provision_ended", referred + timedelta(days=early), reason="completed_early")
    provision = assessed(event("referral", referred), *events, ended, as_of=referred + timedelta(days=look)).provision
    if early < DAYS_IN_104_WEEKS and look >= early:
        assert (provision.status, provision.end_day) == ("completed_early", early + 1)
    else:
        assert provision.end_reason in {None, "completed"}


@given(referrals, gaps)
def test_days_left_and_days_gone_make_728(referred: date, look: int) -> None:
    as_of = referred + timedelta(days=look)
    [position] = [
        f for f in assessed(event("referral", referred), as_of=as_of).provision.findings if f.rule.id == "WP-DUR-02"
    ]
    left = max(0, DAYS_IN_104_WEEKS - look)
    assert position.facts["days_left"] == left
    assert position.facts["weeks_completed"] == min(104, look // 7)


@given(referrals)
def test_the_readings_never_end_before_the_default(referred: date) -> None:
    case = work_programme(event("referral", referred))
    ends = {
        option: WP.with_readings(day_one=option).provision(case, as_of=referred).latest_end_date
        for option in ("same_day", "next_day", "two_years")
    }
    assert ends["same_day"] is not None
    assert ends["next_day"] == ends["same_day"] + timedelta(days=1)
    assert ends["two_years"] is not None
    assert timedelta(days=1) <= ends["two_years"] - ends["same_day"] <= timedelta(days=4)


@given(lives, gaps, st.randoms(use_true_random=False))
def test_the_order_of_listing_changes_nothing(life: tuple[date, list[Event]], look: int, random: Any) -> None:
    referred, events = life
    told = [event("referral", referred), *events]
    shuffled = list(told)
    random.shuffle(shuffled)
    as_of = referred + timedelta(days=look)
    one, other = (assess(work_programme(*listed), as_of=as_of).to_dict() for listed in (told, shuffled))
    one.pop("receipt")
    other.pop("receipt")
    assert one == other


MIDNIGHT = datetime.fromisoformat("2013-05-14T00:00:00+01:00")
spells = st.tuples(st.integers(0, 1200), st.integers(1, 200))


def booked(party: str, spell: tuple[int, int]) -> Event:
    starts = MIDNIGHT + timedelta(minutes=spell[0])
    ends = starts + timedelta(minutes=spell[1])
    on = "2013-05-07"
    times = {"starts_at": starts.isoformat(), "ends_at": ends.isoformat()}
    return event("appointment_booked", on, meeting_on=str(starts.date()), with_party=party, **times)


@given(st.lists(spells, max_size=6), spells)
def test_a_clash_is_an_overlap_of_any_activity(required: list[tuple[int, int]], spell: tuple[int, int]) -> None:
    events = [booked("provider", one) for one in required]
    findings = assessed(*events, booked("jobcentre", spell), as_of=date(2013, 5, 20)).findings
    [found] = [finding for finding in findings if finding.rule.id == "WP-COND-02"]
    begins, ends = spell[0], spell[0] + spell[1]
    overlaps = any(first < ends and first + length > begins for first, length in required)
    assert found.value is overlaps
