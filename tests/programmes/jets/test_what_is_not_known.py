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


FAR_AHEAD = "2199-06-03"


def test_a_form_on_a_day_beyond_every_known_holiday_leaves_its_return_undetermined() -> None:
    form = event("document_issued", FAR_AHEAD, document="esf_initial_form", to="esf_admin_team")
    deadlines = assessed(*BEGUN, form, as_of="2199-06-10", **IN_ENGLAND).deadlines
    assert [str(d.status) for d in deadlines if d.rule.id == "JETS-ESF-07"] == ["undetermined"]


def test_a_meeting_missed_on_such_a_day_is_not_taken_as_explained_in_time() -> None:
    missed = event("meeting", FAR_AHEAD, type="booked", attended=False, explained_on=FAR_AHEAD)
    deadlines = assessed(*BEGUN, missed, as_of="2199-06-10").deadlines
    assert [str(d.status) for d in deadlines if d.rule.id == "JETS-CSS-11"] == ["undetermined"]
