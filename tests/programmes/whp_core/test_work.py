"""What work changes on WHP Core: meetings stop, contact in work begins, and a pack is owed when a job is lost."""

from typing import Any

import pytest

from tests.programmes.whp_core.given import CORE, STARTED, Event, assessed, day, due, event, found, job

IN_WORK, BOOKED = "WHP-CSS-13", "WHP-CSS-09"


def triggers(rule_id: str, *events: Event, as_of: int, **told: Any) -> list[int]:
    """The day numbers from which the deadlines of a rule run."""
    deadlines = due(rule_id, assessed(STARTED, *events, as_of=as_of, **told))
    return [(d.trigger - day(1)).days + 1 for d in deadlines if d.trigger is not None]


def tried(*days: int) -> tuple[Event, ...]:
    return tuple(event("contact", on, result="attempted", by="provider", purpose="in_work") for on in days)


# ── meetings and contact in work ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("work", ["employed", "self_employed"])
def test_contact_in_work_takes_the_place_of_booked_meetings_whatever_the_work(work: str) -> None:
    events = job(8, 40, work=work)
    assert triggers(BOOKED, *events, as_of=60) == [40]
    assert triggers(IN_WORK, *events, as_of=60) == [8]
    assert triggers(BOOKED, *job(20, 40, work=work), as_of=60) == [1, 40]


@pytest.mark.parametrize(("begins", "number"), [(15, 0), (16, 1)])
def test_no_booked_meeting_is_due_on_the_first_day_of_work(begins: int, number: int) -> None:
    """10 working days from Monday 7 September 2020 are Monday 21 September, day 15."""
    assert len(due(BOOKED, assessed(STARTED, *job(begins), as_of=60))) == number


def test_meetings_wait_for_the_last_of_several_jobs() -> None:
    jobs = (*job(8, 60), *job(30, 40, name="J2"))
    assert triggers(BOOKED, *jobs, as_of=70) == [60]


def test_contact_in_work_runs_from_each_attempt() -> None:
    assert triggers(IN_WORK, *job(8), *tried(15, 29), as_of=50) == [8, 15, 29]


@pytest.mark.parametrize(
    ("jobs", "runs"),
    [
        ([job(8, 40), job(41, name="J2")], [8]),  # no day between: one spell
        ([job(8, 40), job(42, name="J2")], [8, 42]),
        ([job(8, 60), job(30, 40, name="J2"), job(61, name="J3")], [8]),
        ([job(8), job(60, 80, name="J2")], [8]),
        ([job(-20)], [1]),  # a job held at the start: from the Start Date
        ([job(-20, 0)], []),
        ([job(456)], [456]),
        ([job(457)], []),  # not a participant any more
    ],
)
def test_spells_of_work(jobs: list[list[Event]], runs: list[int]) -> None:
    events = [told for one in jobs for told in one]
    assert triggers(IN_WORK, *events, as_of=500) == runs


@pytest.mark.parametrize(
    ("attempt", "number"),
    [(620, 2), (638, 2), (639, 2), (640, 1)],  # day 639 is Tuesday 7 June 2022
)
def test_support_of_one_in_work_goes_on_to_day_639(attempt: int, number: int) -> None:
    deadlines = due(IN_WORK, assessed(STARTED, *job(440), *tried(attempt), as_of=700))
    assert [d.done for d in deadlines if d.done] == [day(attempt)] * (number - 1)


def test_an_early_end_ends_support_too() -> None:
    ended = event("provision_ended", 300, reason="ended_early")
    assert triggers(IN_WORK, *job(280), *tried(290), ended, as_of=500) == [280]
    assert triggers(IN_WORK, *job(280), *tried(301), ended, as_of=500) == [280]
    assert triggers(IN_WORK, *job(280), *tried(290), as_of=500) == [280, 290]


def test_in_work_support_is_told_while_it_lasts() -> None:
    def told(as_of: int, *events: Event) -> list[object]:
        findings = found("WHP-DUR-02", assessed(STARTED, *events, as_of=as_of))
        return [finding.value for finding in findings if finding.code == "in_work_support"]

    assert told(7, *job(8)) == []
    assert told(8, *job(8)) == told(500, *job(8)) == told(639, *job(8)) == [day(639)]
    assert told(640, *job(8)) == []
    assert told(41, *job(8, 40)) == []


@pytest.mark.parametrize(
    ("interval", "since", "due_on"), [(15, "2020-09-08", "2020-09-28"), (5, "2020-09-21", "2020-09-21")]
)
def test_a_preferred_interval_holds_before_work(interval: int, since: str, due_on: str) -> None:
    """37 CSS8. From Monday 7 September; what is agreed on a day makes nothing due before it."""
    asked = [{"starts_on": since, "working_days": interval}]
    (meeting,) = due("WHP-CSS-10", assessed(STARTED, as_of=30, contact_frequency=asked))
    assert str(meeting.due) == due_on


def test_a_preferred_interval_holds_in_work() -> None:
    """37 CSS11: 15 working days from Monday 5 October 2020 are Monday 26 October."""
    asked = [{"starts_on": "2020-09-28", "working_days": 15}]
    (contact,) = due(IN_WORK, assessed(STARTED, *job(29), as_of=40, contact_frequency=asked))
    assert str(contact.due) == "2020-10-26"


# ── in-work needs, ahead of work ────────────────────────────────────────────────────────────────────────────────

NEEDS = "WHP-CSS-12"


def raised(on: int, **fields: Any) -> Event:
    return event("contact", on, **({"result": "attempted", "by": "provider", "purpose": "in_work_needs"} | fields))


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([raised(28)], "met"),
        ([raised(29)], "late"),
        ([raised(1)], "met"),
        ([raised(0)], "overdue"),  # before there was a participant
        ([raised(28, purpose="keep_in_touch")], "overdue"),
        ([raised(28, by="participant")], "overdue"),
        ([raised(28, purpose=None)], "undetermined"),
        ([raised(29, purpose=None)], "overdue"),
        ([raised(0, purpose=None)], "overdue"),
        ([raised(28, purpose=None), raised(20)], "met"),
        ([raised(28, purpose=None), raised(29)], "undetermined"),
        ([], "overdue"),
    ],
)
def test_needs_are_raised_before_the_first_day_of_work(events: list[Event], status: str) -> None:
    (needs,) = due(NEEDS, assessed(STARTED, *job(29), *events, as_of=60))
    assert (str(needs.status), needs.due) == (status, day(28))
    assert needs.missing == (("contact.purpose",) if status == "undetermined" else ())


@pytest.mark.parametrize(("told_on", "number"), [(20, 1), (29, 1), (30, 0)])
def test_work_learnt_of_only_afterwards_is_left_out(told_on: int, number: int) -> None:
    events = job(29, told_on=day(told_on).isoformat())
    assert len(due(NEEDS, assessed(STARTED, *events, as_of=60))) == number


def test_work_that_was_talked_about_before_is_not_left_out() -> None:
    told_late = job(29, told_on=day(30).isoformat())
    (needs,) = due(NEEDS, assessed(STARTED, *told_late, raised(20), as_of=60))
    assert str(needs.status) == "met"


def test_not_knowing_when_the_provider_learnt_of_it_decides_only_where_nothing_was_raised() -> None:
    unknown = job(29, told_on=None)
    (needs,) = due(NEEDS, assessed(STARTED, *unknown, as_of=60))
    assert (str(needs.status), needs.missing) == ("undetermined", ("work_started.told_on",))
    (needs,) = due(NEEDS, assessed(STARTED, *unknown, raised(28), as_of=60))
    assert str(needs.status) == "met"


@pytest.mark.parametrize(("begins", "number"), [(0, 0), (1, 0), (2, 1), (456, 1), (457, 0)])
def test_work_that_begins_while_a_participant(begins: int, number: int) -> None:
    assert len(due(NEEDS, assessed(STARTED, *job(begins), as_of=500))) == number


def test_what_was_raised_for_one_job_does_not_serve_for_the_next() -> None:
    def statuses(*talks: int) -> list[str]:
        jobs = (*job(29, 50), *job(80, name="J2"))
        return [str(d.status) for d in due(NEEDS, assessed(STARTED, *jobs, *map(raised, talks), as_of=100))]

    assert statuses(20) == ["met", "overdue"]
    assert statuses(20, 29) == ["met", "met"]
    assert statuses(20, 79) == ["met", "met"]
    assert statuses(20, 80) == ["met", "late"]


def test_two_jobs_begun_on_one_day_share_a_talk() -> None:
    jobs = (*job(29), *job(29, name="J2", work="self_employed"))
    assert [str(d.status) for d in due(NEEDS, assessed(STARTED, *jobs, raised(20), as_of=60))] == ["met", "met"]


# ── a pack when a job is lost ───────────────────────────────────────────────────────────────────────────────────

PACK = "WHP-CSS-15"
ANY_WORK = CORE.with_readings(exit_pack_after="any_work")


def returned(on: int) -> Event:
    return event("change_of_circumstances", on, change="returned_to_jobcentre")


def pack(on: int, **fields: Any) -> Event:
    return event("document_issued", on, **({"document": "exit_report", "to": "participant"} | fields))


@pytest.mark.parametrize(
    ("events", "number"),
    [
        ([], 0),  # stays on provision
        ([returned(99)], 0),
        ([returned(100)], 1),
        ([returned(150)], 1),
        ([*job(120, name="J2"), returned(150)], 0),  # went into other work first
        ([*job(120, name="J2"), returned(120)], 1),
        ([event("change_of_circumstances", 110, change="left_benefit")], 0),
        ([*job(60, name="J2"), returned(110)], 0),  # still in another job
        ([*job(100, name="J2"), returned(110)], 0),
        ([*job(101, name="J2"), returned(110)], 0),
        ([*job(60, 100, name="J2"), returned(110)], 2),  # both jobs ended, each established by itself
        ([*job(60, 110, name="J2"), returned(110)], 1),
        ([*job(100, 100, name="J2"), returned(110)], 2),  # a day's work on the last day
        ([event("work_ended", 100, work_id="J9"), returned(110)], 1),
        ([*job(60, name="J2", work="self_employed"), returned(110)], 1),
    ],
)
def test_a_pack_is_owed_to_one_who_returns_to_the_jobcentre(events: list[Event], number: int) -> None:
    assert len(due(PACK, assessed(STARTED, *job(50, 100), *events, as_of=200))) == number


@pytest.mark.parametrize(
    ("begins", "ends", "number"),
    [(-20, 0, 0), (-20, 1, 1), (400, 456, 1), (400, 457, 1), (400, 639, 1), (400, 640, 0)],
)
def test_a_job_that_ends_during_in_work_support(begins: int, ends: int, number: int) -> None:
    assert len(due(PACK, assessed(STARTED, *job(begins, ends), returned(ends), as_of=700))) == number


def test_the_end_of_work_that_is_not_known_owes_nothing() -> None:
    for other in (event("work_ended", 100, work_id="J9"), event("work_ended", 40, work_id="J1")):
        assert due(PACK, assessed(STARTED, *job(50), other, returned(110), as_of=200)) == []


def test_support_is_never_shorter_than_provision() -> None:
    longer = CORE.with_parameters(provision_days=650)
    (told,) = [
        f for f in found("WHP-DUR-02", assessed(STARTED, *job(8), as_of=60, under=longer)) if f.code != "last_day"
    ]
    assert told.value == day(650)


def test_the_day_on_which_the_end_was_established_decides() -> None:
    """37 CSS12: 10 working days of Friday 17 December 2021, over Christmas and New Year, are Wednesday 5 January."""
    begun, over = job(400, 460)
    for established, status, due_on in ((None, "undetermined", None), ("2021-12-17", "overdue", "2022-01-05")):
        ended = over | {"established_on": established}
        (owed,) = due(PACK, assessed(STARTED, begun, ended, returned(461), as_of=500))
        assert (str(owed.status), owed.due and str(owed.due)) == (status, due_on)
        assert owed.missing == (() if established else ("work_ended.established_on",))


@pytest.mark.parametrize(
    ("given", "status"),
    [(pack(99), "overdue"), (pack(100), "met"), (pack(120), "late"), (pack(101, to="dwp"), "overdue")],
)
def test_the_pack_goes_to_the_participant_after_the_job(given: Event, status: str) -> None:
    (owed,) = due(PACK, assessed(STARTED, *job(50, 100), returned(100), given, as_of=200))
    assert str(owed.status) == status


@pytest.mark.parametrize(("work", "numbers"), [("employed", (1, 1)), ("self_employed", (0, 1))])
def test_whether_self_employment_counts_is_a_reading(work: str, numbers: tuple[int, int]) -> None:
    events = (STARTED, *job(50, 100, work=work), returned(100))
    found_under = (len(due(PACK, assessed(*events, as_of=200, under=read))) for read in (CORE, ANY_WORK))
    assert tuple(found_under) == numbers


@pytest.mark.parametrize(("ends", "number"), [(455, 1), (456, 0), (None, 0)])
def test_no_pack_at_the_end_for_one_in_work(ends: int | None, number: int) -> None:
    """37 CSS12: in neither employment nor self-employment; the day work ends is still in work."""
    for work in ("employed", "self_employed"):
        assert len(due("WHP-CSS-14", assessed(STARTED, *job(400, ends, work=work), as_of=500))) == number


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ([], "facts_missing"),
        ([event("checklist_recorded", 456, checklist="exit_report", items=["summary", "copy_kept"])], "items_wanting"),
        ([event("document_requested", 470, document="exit_report", by="dwp")], "not_sent_to_dwp"),
    ],
)
def test_what_a_pack_holds(events: list[Event], code: str) -> None:
    (contents,) = found("WHP-CSS-16", assessed(STARTED, *events, as_of=480))
    assert contents.code == code


def test_no_pack_no_question_of_its_contents() -> None:
    assert found("WHP-CSS-16", assessed(STARTED, as_of=455)) == []
    assert found("WHP-CSS-16", assessed(STARTED, *job(400), as_of=480)) == []
    assert len(found("WHP-CSS-16", assessed(STARTED, *job(400), pack(470), as_of=480))) == 1


def test_a_talk_of_untold_origin_may_be_the_providers() -> None:
    (needs,) = due(NEEDS, assessed(STARTED, *job(29), raised(28, by=None), as_of=60))
    assert (str(needs.status), needs.missing) == ("undetermined", ("contact.by",))
    (needs,) = due(NEEDS, assessed(STARTED, *job(29), raised(28, by=None), raised(20), as_of=60))
    assert str(needs.status) == "met"
