"""Facts that a WHP JETS rule waits for, and days that no calendar knows: told as such, and nothing else is guessed."""

import pytest

from dwp_rules import Assessment
from dwp_rules.rules import Finding, Verdict
from tests.programmes.jets.given import (
    ACKNOWLEDGED,
    MANDATED,
    REFERRAL,
    STARTED,
    VOLUNTARY,
    Event,
    assessed,
    day,
    earned,
    event,
    left,
    traded,
)

BEGUN = (REFERRAL, ACKNOWLEDGED, STARTED)
EIGHT_WEEKS = traded(*range(30, 86, 7))
"""Eight Mondays in a row: the eighth week ends on day 85."""
IN_ENGLAND = {"residence": [{"starts_on": "2015-01-01", "nation": "england"}]}


def on_universal_credit(*, compliant: bool | None) -> dict[str, object]:
    spell = {"starts_on": "2020-01-01", "benefit": "universal_credit", "self_employed_compliant": compliant}
    return {"benefits": [spell]}


def found(assessment: Assessment, rule_id: str) -> list[Finding]:
    return [finding for finding in assessment.findings if finding.rule.id == rule_id]


@pytest.mark.parametrize(
    ("events", "end_day"), [((), None), ((left(50),), 50), ((left(150),), None), (earned(60), 60), (earned(120), None)]
)
def test_an_outcome_that_may_have_been_achieved_leaves_the_end_open_from_its_day_on(
    events: tuple[Event, ...], end_day: int | None
) -> None:
    facts = on_universal_credit(compliant=None) | VOLUNTARY
    provision = assessed(*BEGUN, *EIGHT_WEEKS, *events, as_of=200, **facts).provision
    assert provision.end_day == end_day
    assert provision.missing == (("benefits.self_employed_compliant",) if end_day is None else ())


@pytest.mark.parametrize(("paid_on", "payable"), [(84, True), (85, True), (86, None)])
def test_a_self_employed_outcome_that_may_have_come_first_leaves_the_employed_one_undetermined(
    paid_on: int, payable: bool | None
) -> None:
    facts = on_universal_credit(compliant=None)
    employed, _ = assessed(*BEGUN, *EIGHT_WEEKS, *earned(paid_on), as_of=200, **facts).outcomes
    assert (employed.achieved_on, employed.payable) == (day(paid_on), payable)
    assert employed.missing == (("benefits.self_employed_compliant",) if payable is None else ())


def of_weeks(*events: Event, as_of: int, **facts: object) -> dict[str, Finding]:
    """The findings of the self-employed outcome, by rule."""
    _, weeks = assessed(*BEGUN, *events, as_of=as_of, **facts).outcomes
    return {finding.rule.id: finding for finding in weeks.findings}


@pytest.mark.parametrize("as_of", [200, 250])
def test_while_benefits_decide_the_weeks_nothing_said_of_the_weeks_is_settled(as_of: int) -> None:
    found = of_weeks(*EIGHT_WEEKS, as_of=as_of)
    waiting = {rule_id for rule_id, finding in found.items() if finding.missing == ("benefits",)}
    of_the_weeks = {"JETS-SE-01", "JETS-SE-03", "JETS-SE-04", "JETS-SE-05"}
    assert waiting == of_the_weeks | {"JETS-OUTCOME-03", "JETS-OUTCOME-04", "JETS-OUTCOME-05", "JETS-CLAIM-04"}


@pytest.mark.parametrize(
    ("claimed_on", "as_of", "verdict"),
    [
        (84, 200, Verdict.NOT_MET),
        (85, 200, Verdict.UNDETERMINED),  # the eighth week ends on day 85, or on day 92 if the first is none
        (91, 200, Verdict.UNDETERMINED),
        (92, 200, Verdict.MET),
        (300, 310, Verdict.NOT_MET),
    ],
)
def test_a_claim_is_premature_or_not_as_far_as_the_weeks_are_known(
    claimed_on: int, as_of: int, verdict: Verdict
) -> None:
    unknown_at_first = {"starts_on": "2020-01-01", "ends_on": day(36).isoformat(), "benefit": "universal_credit"}
    claim = event("outcome_claim", claimed_on, channel="prap", evidence_held=True)
    nine_weeks = traded(*range(30, 93, 7))
    found = of_weeks(*nine_weeks, claim, as_of=as_of, benefits=[unknown_at_first])
    assert found["JETS-CLAIM-01"].verdict is verdict


def test_a_claim_of_unknown_channel_carries_no_late_one_through_prap() -> None:
    unknown = event("outcome_claim", 99, evidence_held=True)
    late = event("outcome_claim", 300, channel="prap", evidence_held=True)
    _, weeks = assessed(*BEGUN, *EIGHT_WEEKS, unknown, late, as_of=310, benefits=[]).outcomes
    assert (weeks.payable, weeks.missing) == (None, ("outcome_claim.channel",))


def test_evidence_of_weeks_that_may_not_count_is_not_yet_enough() -> None:
    unproven = event("self_employed_day", 100)
    found = of_weeks(*EIGHT_WEEKS, unproven, as_of=200, **on_universal_credit(compliant=None))
    assert found["JETS-SE-05"].missing == ("benefits.self_employed_compliant",)


def test_a_job_told_to_start_again_with_the_provider_leaves_what_was_paid_before_as_it_was() -> None:
    again = event("work_started", 100, work="employed", work_id="J1", employer="prime")
    pay = [event("earnings_payment", number, amount="600.00", work_id="J1") for number in (50, 99, 100)]
    first, *_ = earned(50)
    employed, _ = assessed(*BEGUN, first, *pay, again, as_of=200).outcomes
    assert [line.counted for line in employed.evidence.lines] == [True, True, False]
    assert (employed.achieved_on, employed.counted, employed.payable) == (day(99), 1200, False)


def test_while_leaving_is_undetermined_so_is_being_a_participant() -> None:
    def today(as_of: int) -> Verdict:
        provision = assessed(*BEGUN, left(50), as_of=as_of).provision
        return next(f.verdict for f in provision.findings if f.rule.id == "JETS-DUR-02")

    assert [today(49), today(60), today(182), today(183)] == [
        Verdict.MET,
        Verdict.UNDETERMINED,
        Verdict.UNDETERMINED,
        Verdict.NOT_MET,
    ]


def test_no_booked_meeting_is_due_after_day_182() -> None:
    met = event("meeting", 176, type="booked", attended=True)
    deadlines = assessed(*BEGUN, met, as_of=180).deadlines
    assert [d.due for d in deadlines if d.rule.id == "JETS-CSS-09"] == [day(15)]


def test_the_kind_of_a_result_in_the_window_is_asked_for() -> None:
    events = (*BEGUN, event("esf_result", 190))
    _window, result = found(assessed(*events, as_of=220, **IN_ENGLAND), "JETS-ESF-10")
    assert result.missing == ("esf_result.result",)


@pytest.mark.parametrize(("ends_on", "verdict"), [(day(1), Verdict.UNDETERMINED), (day(0), Verdict.MET)])
def test_there_are_no_benefit_conditions_once_benefit_has_ended(ends_on: object, verdict: Verdict) -> None:
    benefits = [{"starts_on": "2020-01-01", "ends_on": str(ends_on), "benefit": "new_style_jsa"}]
    [finding] = found(assessed(*BEGUN, as_of=20, benefits=benefits), "JETS-START-07")
    assert finding.verdict is verdict


def test_what_was_decided_of_one_failure_says_nothing_of_the_next() -> None:
    events = (
        *BEGUN,
        event("meeting", 15, type="booked", attended=False),
        event("escalation", 20, matter="compliance_doubt", step="decided"),
        event("meeting", 29, type="booked", attended=False),
    )
    assert [f.code for f in found(assessed(*events, as_of=28, **MANDATED), "JETS-MAND-03")] == ["decided"]
    assert [f.code for f in found(assessed(*events, as_of=29, **MANDATED), "JETS-MAND-03")] == ["not_notified"]


def test_pay_of_a_named_job_dates_its_beginning_and_no_other_job_takes_that_away() -> None:
    paid = event("earnings_payment", 40, amount="1000.00", work_id="J9")
    other_job = event("work_started", 50, work="employed", work_id="J1")
    for as_of in (45, 60):
        employed, _ = assessed(*BEGUN, paid, other_job, as_of=as_of).outcomes
        assert employed.achieved_on == day(40)


CONTENTS = ("provision_discussed", "needs_discussed", "preferred_communication")
ESF_CONTENTS = ("esf_funding_stated", "esf_leaflet", "esf_form")


@pytest.mark.parametrize(
    ("covered", "verdict"),
    [
        ((*CONTENTS, *ESF_CONTENTS), Verdict.MET),
        (CONTENTS, Verdict.UNDETERMINED),
        ((*CONTENTS, *ESF_CONTENTS[1:]), Verdict.UNDETERMINED),
        ((*CONTENTS[1:], *ESF_CONTENTS), Verdict.NOT_MET),
    ],
)
def test_the_nation_is_asked_for_where_it_decides_what_the_initial_meeting_should_cover(
    covered: tuple[str, ...], verdict: Verdict
) -> None:
    met = event("meeting", 1, type="initial", attended=True, agreed_to_start_on=str(day(1)))
    checklist = event("checklist_recorded", 1, checklist="initial_meeting", items=list(covered))
    [finding] = found(assessed(REFERRAL, ACKNOWLEDGED, met, checklist, as_of=10), "JETS-START-05")
    assert (finding.verdict, finding.missing) == (verdict, ("residence",) if verdict is Verdict.UNDETERMINED else ())


@pytest.mark.parametrize(
    ("agreed_on", "verdict"), [(day(9), Verdict.MET), (day(10), Verdict.MET), (day(11), Verdict.NOT_MET)]
)
def test_details_go_to_researchers_only_after_agreement(agreed_on: object, verdict: Verdict) -> None:
    passed_on = event("notification", 10, sender="provider", topic="evaluation")
    assessment = assessed(*BEGUN, passed_on, as_of=20, evaluation_consent_on=str(agreed_on))
    [finding] = found(assessment, "JETS-EVAL-02")
    assert finding.verdict is verdict


def test_whether_days_of_trading_are_evidenced_is_asked_for() -> None:
    days = [{name: value for name, value in told.items() if name != "evidenced"} for told in EIGHT_WEEKS]
    claim = event("outcome_claim", 100, channel="prap", recorded_on=str(day(100)))
    _, outcome = assessed(*BEGUN, *days, claim, as_of=200, benefits=[]).outcomes
    assert (outcome.payable, outcome.missing) == (None, ("self_employed_day.evidenced",))


@pytest.mark.parametrize(("as_of", "code"), [(299, "premature_claim"), (300, "not_claimed")])
def test_a_premature_claim_is_no_claim_once_day_299_is_over(as_of: int, code: str) -> None:
    claim = event("outcome_claim", 84, channel="prap", recorded_on=str(day(84)))
    _, outcome = assessed(*BEGUN, *EIGHT_WEEKS, claim, as_of=as_of, benefits=[]).outcomes
    assert [f.code for f in outcome.findings if f.rule.id == "JETS-CLAIM-01"] == [code]


def test_a_signposting_organisation_cannot_refer() -> None:
    referral = event("referral", "2020-09-21", route="signposting_organisation")
    assert [f.code for f in found(assessed(referral, as_of=1), "JETS-REF-01")] == ["cannot_refer"]


FAR_AHEAD = "2199-06-03"


def test_whether_a_referral_of_such_a_day_is_in_backlog_is_undetermined() -> None:
    [finding] = found(assessed(event("referral", FAR_AHEAD), as_of="2199-12-31"), "JETS-CSS-02")
    assert "working days of England and Wales" in finding.missing[0]


def test_a_form_on_a_day_beyond_every_known_holiday_leaves_its_return_undetermined() -> None:
    form = event("document_issued", FAR_AHEAD, document="esf_initial_form", to="esf_admin_team")
    deadlines = assessed(*BEGUN, form, as_of="2199-06-10", **IN_ENGLAND).deadlines
    assert [str(d.status) for d in deadlines if d.rule.id == "JETS-ESF-07"] == ["undetermined"]


def test_a_meeting_missed_on_such_a_day_is_not_taken_as_explained_in_time() -> None:
    missed = event("meeting", FAR_AHEAD, type="booked", attended=False, explained_on=FAR_AHEAD)
    deadlines = assessed(*BEGUN, missed, as_of="2199-06-10").deadlines
    assert [str(d.status) for d in deadlines if d.rule.id == "JETS-CSS-11"] == ["undetermined"]


@pytest.mark.parametrize(("channel", "payable"), [("prap", False), (None, None), ("email", True)])
def test_whether_an_earlier_self_employed_outcome_was_claimed_decides_if_the_employed_one_counts(
    channel: str | None, payable: bool | None
) -> None:
    claim = event("outcome_claim", 100, evidence_held=True) | ({"channel": channel} if channel else {})
    employed, _ = assessed(*BEGUN, *EIGHT_WEEKS, claim, *earned(120), as_of=310, benefits=[]).outcomes
    assert (employed.achieved_on, employed.payable) == (day(120), payable)
    assert employed.missing == (() if channel else ("outcome_claim.channel",))


def standing(rule_id: str, *events: Event, as_of: int, **facts: object) -> tuple[str, tuple[str, ...]]:
    """How the one deadline of a rule stands, and what it waits for."""
    (one,) = [d for d in assessed(*BEGUN, *events, as_of=as_of, **facts).deadlines if d.rule.id == rule_id]
    return str(one.status), one.missing


@pytest.mark.parametrize(
    ("rule_id", "document", "to", "on", "as_of", "facts"),
    [
        ("JETS-CSS-07", "standards_copy", "participant", 2, 10, {}),
        ("JETS-EXIT-02", "exit_report", "participant", 180, 190, VOLUNTARY | {"benefits": []}),
        ("JETS-ESF-02", "esf_initial_form", "esf_admin_team", 4, 20, IN_ENGLAND),
        ("JETS-ESF-08", "esf_end_form", "dwp", 190, 300, IN_ENGLAND | {"benefits": []}),
    ],
)
def test_a_document_that_does_not_say_to_whom_it_went_may_have_gone_to_anyone(
    rule_id: str, document: str, to: str, on: int, as_of: int, facts: dict[str, object]
) -> None:
    issued = event("document_issued", on, document=document)
    assert standing(rule_id, issued | {"to": to}, as_of=as_of, **facts) == ("met", ())
    assert standing(rule_id, issued | {"to": "employer"}, as_of=as_of, **facts) == ("overdue", ())
    assert standing(rule_id, issued, as_of=as_of, **facts) == ("undetermined", ("document_issued.to",))
    assert standing(rule_id, issued, issued | {"to": to}, as_of=as_of, **facts) == ("met", ())


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("provider", ("met", ())),
        ("participant", ("overdue", ())),
        (None, ("undetermined", ("contact.by",))),
    ],
)
def test_a_contact_that_does_not_say_by_whom_may_be_the_providers_attempt(
    by: str | None, expected: tuple[str, tuple[str, ...]]
) -> None:
    missed = event("meeting", 10, type="booked", attended=False)
    contact = event("contact", 11, result="attempted", purpose="missed_meeting", by=by)
    assert standing("JETS-CSS-11", missed, contact, as_of=20) == expected


def test_an_explanation_before_a_contact_of_untold_origin_leaves_open_whether_contact_is_due() -> None:
    missed = event("meeting", 10, type="booked", attended=False, explained_on=day(12).isoformat())
    contact = event("contact", 11, result="attempted", purpose="missed_meeting")
    assert standing("JETS-CSS-11", missed, contact, as_of=20) == ("undetermined", ("contact.by",))


def test_a_form_that_does_not_say_to_whom_it_went_may_be_one_for_dwp_to_check() -> None:
    form = event("document_issued", 4, document="esf_initial_form", by="provider")
    assert standing("JETS-ESF-07", form, as_of=10, **IN_ENGLAND) == ("undetermined", ("document_issued.to",))
