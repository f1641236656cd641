"""Facts that a JFS rule waits for, and days that no calendar knows: told as such, and nothing else is guessed."""

from datetime import date

import pytest

from dwp_rules import Assessment, assess, programme
from dwp_rules.rules import Finding
from tests.programmes.jfs.given import (
    ACCEPTED,
    AGREED,
    ON_PROVISION,
    REFERRAL,
    START,
    TO_THE_MEETING,
    Event,
    assessed,
    attempt,
    completed,
    event,
    jfs,
    june,
)

NOBODY_KNOWS = "2199-03-01"
"""A day outside every calendar."""


def found(assessment: Assessment, rule_id: str) -> list[Finding]:
    findings = (*assessment.findings, *assessment.provision.findings)
    return [finding for finding in findings if finding.rule.id == rule_id]


def missing(assessment: Assessment, rule_id: str) -> tuple[str, ...]:
    [finding] = found(assessment, rule_id)
    assert finding.verdict == "undetermined"
    return finding.missing


def test_outside_every_calendar_the_days_are_told_to_be_unknown_and_the_rest_is_answered() -> None:
    start = event("start", NOBODY_KNOWS, recorded_on=NOBODY_KNOWS)
    referral = event("referral", "2199-02-01")
    accepted = event("referral_acknowledged", "2199-02-01", decision="accept", recorded_on="2199-02-01")
    assessment = assessed(referral, accepted, start, as_of=date(2199, 4, 30))
    for deadline in assessment.deadlines:
        assert deadline.status == "undetermined"
        assert deadline.due is None
    for rule_id in ("JFS-DUR-01", "JFS-DUR-02", "JFS-DISENGAGE-05"):
        assert missing(assessment, rule_id) == ("the working days after the start",)
    assert missing(assessment, "JFS-CAL-03") == ("the working days after the referral",)
    assert missing(assessment, "JFS-REF-04") == ("the working days after the referral",)
    assert {f.value for f in found(assessment, "JFS-REF-09")} == {date(2199, 3, 3)}


def test_outside_every_calendar_what_rests_on_the_last_day_waits_for_it() -> None:
    told = (
        event("referral", "2199-02-01", clerical_complete=True),
        event("start", NOBODY_KNOWS, recorded_on=NOBODY_KNOWS),
        event("contact", "2199-02-02", result="attempted", by="provider"),
        event("disengaged", "2199-03-04"),
        event("contact", "2199-03-05", result="attempted", by="provider", purpose="disengagement"),
        event("contact", "2199-03-06", result="attempted", by="provider", purpose="disengagement"),
        event("moved", "2199-03-07", to_nation="elsewhere", expected_return_on="2199-03-20"),
        event("document_requested", "2199-03-08", document="action_plan", by="jobcentre"),
        event("provision_ended", "2199-03-08", reason="completed", recorded_on="2199-03-08"),
    )
    earlier = {"programme": "jfs", "started_on": "2199-01-05", "record_closed": True}
    assessment = assessed(
        *told, as_of=date(2199, 3, 10), special_customer_record=True, previous_participations=[earlier]
    )
    assert assessment.provision.status == "disengaged"
    assert missing(assessment, "JFS-CHANGE-02") == ("the working days after the start",)
    assert missing(assessment, "JFS-REREF-06") == ("the working days after the start",)
    assert missing(assessment, "JFS-CONTACT-05") == ("the working days after the referral",)
    assert missing(assessment, "JFS-CSS-01") == ("the working days after the referral",)
    assert [f.facts["exit_on"] for f in found(assessment, "JFS-DISENGAGE-03")] == [None]
    complete = assessed(*told[:2], *told[-2:], as_of=date(2199, 3, 10), special_customer_record=True)
    assert complete.provision.status == "completed"
    assert [f.verdict for f in found(complete, "JFS-CSS-05")] == ["not_met"]


def test_a_period_that_ends_after_the_last_proclaimed_holiday_is_counted_on_with_those_expected() -> None:
    start = event("start", "2028-12-18", recorded_on="2028-12-18")
    remaining = found(assessed(start, as_of=date(2028, 12, 29)), "JFS-DUR-07")
    # 19 to 22 and 27 to 29 December are 7; 3 to 5, 8 to 12 and 15 to 19 January 13 more: 1 January is a holiday, and
    # 2 January one in Scotland.
    assert [(f.value, f.facts["maximum_end"]) for f in remaining] == [(13, date(2029, 1, 19))]


@pytest.mark.parametrize(
    ("facts", "wanting"),
    [
        ({}, "benefits"),
        ({"benefits": [{"starts_on": "2020-06-01", "benefit": "universal_credit"}]}, "benefits.tops_up_earnings"),
    ],
)
def test_what_is_wanting_of_a_claim_beside_earnings(facts: dict[str, object], wanting: str) -> None:
    lost = event("change_of_circumstances", june(1), change="became_unemployed", declared_on=june(2))
    decision = programme("jfs").eligibility(jfs(lost, **facts), on=june(7))
    [finding] = [f for f in decision.findings if f.rule.id == "JFS-ELIG-09"]
    assert finding.missing == (wanting,)


def test_a_re_referral_that_has_not_started_says_nothing_of_the_first_record() -> None:
    earlier = {"programme": "jfs", "started_on": "2021-03-08", "record_closed": False}
    assessment = assessed(REFERRAL, ACCEPTED, as_of=june(8), previous_participations=[earlier])
    assert found(assessment, "JFS-REREF-06") == []
    [effect] = found(assessment, "JFS-REREF-05")
    assert effect.facts["maximum_end"] is None


def test_before_the_calendars_nothing_lapses_that_nobody_can_count() -> None:
    assessment = assessed(event("referral", "2010-06-07"), as_of=date(2010, 6, 30))
    assert assessment.provision.status == "referred"
    by_due = programme("jfs").with_readings(css_month="due_month")
    read = assess(jfs(event("referral", "2010-06-07")), as_of=date(2010, 6, 30), programme=by_due)
    assert [f.missing for f in found(read, "JFS-CSS-08")] == [("the working days after the referral",)] * 2


@pytest.mark.parametrize(
    ("rule_id", "events", "facts", "wanting"),
    [
        ("JFS-COMPLETE-02", (event("meeting", june(21), type="one_to_one", attended=True),), {}, ("meeting.minutes",)),
        (
            "JFS-CV-01",
            (event("support_offered", june(21), what="cv_help", response="declined", reason_recorded=True),),
            {},
            ("existing_cv",),
        ),
        (
            "JFS-CV-01",
            (event("support_offered", june(21), what="cv_help", response="declined"),),
            {"existing_cv": True},
            ("support_offered.reason_recorded",),
        ),
        (
            "JFS-OFFER-01",
            (event("support_offered", june(21), what="one_to_one_session"),),
            {},
            ("support_offered.minutes",),
        ),
        ("JFS-CHANGE-01", (event("moved", june(21)),), {}, ("moved.to_nation",)),
        ("JFS-SAFEGUARD-02", (event("safeguarding_incident", june(21)),), {}, ("safeguarding_incident.nature",)),
        ("JFS-SURVEY-03", (event("survey_response", june(21)),), {}, ("survey_response.answer",)),
        (
            "JFS-CODE-03",
            (event("provision_ended", june(44), reason="automatic_end", end_code=45),),
            {},
            ("provision_ended.entered_by",),
        ),
        (
            "JFS-REREF-06",
            (),
            {
                "previous_participations": [
                    {"programme": "jfs", "referred_on": "2021-03-01", "started_on": "2021-03-08"}
                ]
            },
            ("previous_participations.record_closed",),
        ),
        ("JFS-START-06", (), {}, ("start_evidence",)),
    ],
)
def test_a_fact_that_is_wanting_is_named(
    rule_id: str, events: tuple[dict[str, object], ...], facts: dict[str, object], wanting: tuple[str, ...]
) -> None:
    assessment = assessed(*ON_PROVISION, *events, as_of=june(44), **facts)
    assert {f.missing for f in found(assessment, rule_id)} == {wanting}


def test_a_plan_finalised_with_untold_sections_leaves_completion_open() -> None:
    *others, finalised, issued = completed()
    untold = {name: value for name, value in finalised.items() if name != "sections"}
    provision = assessed(*ON_PROVISION, *others, untold, issued, as_of=june(26)).provision
    assert provision.missing == ("document_updated.sections",)
    assert provision.end_date is None
    entry = event("provision_ended", june(25), reason="completed", recorded_on=june(25))
    recorded = assessed(*ON_PROVISION, *others, untold, issued, entry, as_of=june(26)).provision
    assert (recorded.status, recorded.end_date) == ("completed", june(25))


def test_an_entry_of_unknown_date_counts_for_the_life_and_leaves_the_duty_undetermined() -> None:
    undated = {name: value for name, value in START.items() if name != "recorded_on"}
    assessment = assessed(*TO_THE_MEETING, AGREED, undated, as_of=june(40))
    assert assessment.provision.status == "on_provision"
    assert missing(assessment, "JFS-REF-09") == ("start.recorded_on",)
    [recording] = [d for d in assessment.deadlines if d.rule.id == "JFS-START-08"]
    assert (recording.status, recording.missing) == ("undetermined", ("start.recorded_on",))


@pytest.mark.parametrize(
    ("told", "wanting"),
    [
        ({}, ("previous_participations.end_reason", "previous_participations.reached_maximum")),
        ({"end_reason": "employment"}, ("previous_participations.reached_maximum",)),
        ({"reached_maximum": False}, ("previous_participations.end_reason",)),
        ({"end_reason": "employment", "ended_on": "2021-03-19"}, ()),
    ],
)
def test_what_is_wanting_of_an_earlier_participation(told: dict[str, object], wanting: tuple[str, ...]) -> None:
    earlier = {"programme": "jfs", "referred_on": "2021-03-01", "started_on": "2021-03-08"} | told
    decision = programme("jfs").re_referral(jfs(previous_participations=[earlier]), on=june(7))
    of_the_past = {f.rule.id: f.missing for f in decision.findings if f.rule.id in {"JFS-REREF-01", "JFS-REREF-02"}}
    assert tuple(name for names in of_the_past.values() for name in names) == wanting


def test_nothing_known_of_earlier_participations() -> None:
    decision = programme("jfs").re_referral(jfs(), on=june(7))
    of_the_past = [f for f in decision.findings if f.rule.id in {"JFS-REREF-01", "JFS-REREF-02", "JFS-REREF-04"}]
    assert [finding.missing for finding in of_the_past] == [("previous_participations",)] * 3


def test_facts_of_the_person_that_eligibility_waits_for() -> None:
    decision = programme("jfs").eligibility(jfs(), on=june(7))
    assert decision.verdict == "undetermined"
    assert set(decision.missing) == {"right_to_reside", "right_to_work", "residence", "benefits", "date_of_birth"}
    young = {"date_of_birth": "2004-12-01", "right_to_reside": True, "right_to_work": True}
    assert programme("jfs").eligibility(jfs(**young), on=june(7)).missing == ("residence", "benefits")
    exception = programme("jfs").eligibility(jfs(dwp_exception=True), on=june(7))
    assert "unemployed_since" in exception.missing
    old = {"date_of_birth": "1953-04-06"}
    assert "sex" in programme("jfs").eligibility(jfs(**old), on=date(2016, 7, 6)).missing


def test_facts_of_the_person_that_suitability_waits_for() -> None:
    decision = programme("jfs").suitability(jfs(), on=june(7))
    assert set(decision.missing) == {
        "other_provision",
        "in_paid_work",
        "zero_hours_contract",
        "needs_this_support",
        "able_to_take_part",
        "usable_channels",
        "volunteers",
        "motivated_to_find_work",
        "will_participate_actively",
    }


def test_a_clerical_referral_of_which_the_process_is_not_told() -> None:
    assessment = assessed(REFERRAL, as_of=june(8), special_customer_record=True)
    assert missing(assessment, "JFS-REF-05") == ("referral.clerical_complete",)
    assert assessment.provision.status == "referred"
    complete = assessed(
        REFERRAL | {"clerical_complete": True}, AGREED, START, as_of=june(15), special_customer_record=True
    )
    assert complete.provision.status == "on_provision"
    assert not complete.warnings


def test_the_contract_that_is_not_told() -> None:
    assert missing(assessed(REFERRAL, ACCEPTED, as_of=june(8)), "JFS-CONTRACT-03") == ("contract.service_start_on",)


def test_while_the_end_is_undetermined_so_are_the_time_on_provision_and_the_twenty_working_days() -> None:
    """Minutes of one meeting not told: the end may have come on 25 June. The day asked about is 13 July."""
    events = [e | {"minutes": None} if e.get("type") == "one_to_one" else e for e in completed()]
    assessment = assessed(*ON_PROVISION, *events, as_of=june(43))
    asked = ("meeting.minutes",)
    of_provision = {finding.rule.id: finding.missing for finding in assessment.provision.findings}
    waiting = ("JFS-STATE-01", "JFS-DUR-01", "JFS-DUR-02", "JFS-DUR-06", "JFS-DISENGAGE-05")
    assert {rule_id: of_provision[rule_id] for rule_id in waiting} == dict.fromkeys(waiting, asked)
    [maximum] = [deadline for deadline in assessment.deadlines if deadline.rule.id == "JFS-DUR-02"]
    assert (maximum.status, maximum.missing) == ("undetermined", asked)


@pytest.mark.parametrize(("to", "status"), [("england", "on_provision"), ("elsewhere", "early_completed")])
def test_a_move_to_a_nation_that_is_not_told_may_have_ended_provision(to: str, status: str) -> None:
    moved = event("moved", june(21), to_nation=to)
    assert assessed(*ON_PROVISION, moved, as_of=june(24)).provision.status == status
    untold = assessed(*ON_PROVISION, event("moved", june(21)), as_of=june(24)).provision
    assert (untold.status, untold.missing) == ("undetermined", ("moved.to_nation",))


def test_a_move_to_a_nation_that_is_not_told_changes_nothing_once_provision_is_over_or_if_back_in_time() -> None:
    later = event("moved", june(28))
    over = assessed(*ON_PROVISION, *completed(), later, as_of=june(30)).provision
    assert (over.status, over.end_date) == ("completed", june(25))
    back = event("moved", june(21), expected_return_on=june(42))
    assert assessed(*ON_PROVISION, back, as_of=june(24)).provision.status == "on_provision"


def test_an_entry_that_is_not_dated_may_be_the_first() -> None:
    """The start, entered on an unknown day, is cancelled later: the later entry is not the first."""
    start = event("start", START["on"])
    cancelled = event("referral_cancelled", june(22), recorded_on=june(22), outcome="did_not_start", reason="error")
    found = assessed(*TO_THE_MEETING, AGREED, start, cancelled, as_of=june(30))
    [entry] = [deadline for deadline in found.deadlines if deadline.rule.id == "JFS-START-08"]
    assert (entry.status, entry.missing) == ("undetermined", ("start.recorded_on",))


# ── documents without a recipient, contacts without an origin ───────────────────────────────────────────────────

UNTOLD_TO, UNTOLD_BY = ("document_issued.to",), ("contact.by",)


def standing(assessment: Assessment, rule_id: str) -> list[tuple[str, tuple[str, ...]]]:
    """How the deadlines of a rule stand, and what each waits for."""
    return [(str(d.status), d.missing) for d in assessment.deadlines if d.rule.id == rule_id]


def without(name: str, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events without a field."""
    return tuple({key: value for key, value in told.items() if key != name} for told in events)


@pytest.mark.parametrize(
    ("to", "expected"),
    [("jobcentre", ("met", ())), ("participant", ("overdue", ())), (None, ("undetermined", UNTOLD_TO))],
)
def test_a_plan_without_a_recipient_may_have_gone_to_jobcentre_plus(
    to: str | None, expected: tuple[str, tuple[str, ...]]
) -> None:
    asked = event("document_requested", june(17), document="action_plan", by="jobcentre")
    sent = event("document_issued", june(18), document="action_plan", to=to)
    assert standing(assessed(*ON_PROVISION, asked, sent, as_of=june(30)), "JFS-JFAP-05") == [expected]


def test_a_copy_without_a_recipient_leaves_completion_open() -> None:
    told = assessed(*ON_PROVISION, *completed(), existing_cv=True, as_of=june(28))
    assert told.provision.status == "completed"
    untold = assessed(*ON_PROVISION, *without("to", completed()), existing_cv=True, as_of=june(28))
    assert untold.provision.end_date is None
    assert set(untold.provision.missing) == set(UNTOLD_TO)


THREE_TRIES = tuple(attempt(june(number)) for number in (8, 9, 10))


@pytest.mark.parametrize(
    ("tries", "status"),
    [
        (THREE_TRIES, "cancelled_no_contact"),
        (THREE_TRIES[:2], "accepted"),
        ((*THREE_TRIES, *without("by", THREE_TRIES)), "cancelled_no_contact"),
    ],
)
def test_attempts_to_reach_somebody(tries: tuple[Event, ...], status: str) -> None:
    provision = assessed(REFERRAL, ACCEPTED, *tries, as_of=june(22)).provision
    assert (provision.status, provision.missing) == (status, ())


def test_attempts_of_untold_origin_leave_open_whether_there_were_three() -> None:
    assessment = assessed(REFERRAL, ACCEPTED, *THREE_TRIES[:2], *without("by", THREE_TRIES[2:]), as_of=june(22))
    assert assessment.provision.missing == UNTOLD_BY
    for rule_id in ("JFS-CONTACT-02", "JFS-CONTACT-05"):
        assert missing(assessment, rule_id) == UNTOLD_BY


def test_attempts_of_untold_origin_leave_open_whether_the_participant_leaves() -> None:
    gone = event("disengaged", june(17))
    tries = tuple(attempt(june(number), purpose="disengagement") for number in (18, 21))
    assert assessed(*ON_PROVISION, gone, *tries, as_of=june(29)).provision.end_reason is not None
    open_yet = assessed(*ON_PROVISION, gone, *without("by", tries), as_of=june(29))
    assert (open_yet.provision.end_date, open_yet.provision.missing) == (None, UNTOLD_BY)
    assert missing(open_yet, "JFS-DISENGAGE-03") == UNTOLD_BY
    assert standing(open_yet, "JFS-DISENGAGE-02") == [("undetermined", UNTOLD_BY)]
