"""Facts that an IPES outcome or its payment waits for: told as such, and nothing else is guessed."""

import pytest

from dwp_rules import assess
from dwp_rules.facts import ClaimDecision, EarningsPayment, OutcomeClaim, OutcomePayment, SelfEmployedDay, WorkStarted
from dwp_rules.outcomes import Outcome, OutcomeStatus
from dwp_rules.rules import Verdict
from tests.programmes.ipes.given import LATER, case, day

THIRTEEN_WEEKS = [SelfEmployedDay(on=day(100 + 7 * week), evidenced=True) for week in range(13)]
"""The thirteenth week ends on day 190."""
UNKNOWN = {"benefits": None}
EMPLOYED_LOWER, SELF_EMPLOYED_LOWER = 0, 2


def earned(on_day: int) -> list[object]:
    """A job, and pay of it that reaches the lower threshold of 2020/21, £1,814, but not the higher."""
    return [WorkStarted(on=day(90), work="employed", work_id="J1"), EarningsPayment(on=day(on_day), amount=2000)]


def claim(on_day: int, **told: object) -> OutcomeClaim:
    return OutcomeClaim(on=day(on_day), evidence_held=True, **told)


def outcome(place: int, *events: object, **person: object) -> Outcome:
    return assess(case(*events, **person), as_of=LATER).outcomes[place]


def verdicts(found: Outcome, missing: str) -> set[str]:
    """The rules that wait for a fact."""
    return {finding.rule.id for finding in found.findings if missing in finding.missing}


def test_while_benefits_decide_the_weeks_nothing_said_of_the_weeks_is_settled() -> None:
    lower = outcome(SELF_EMPLOYED_LOWER, *THIRTEEN_WEEKS, claim(200, level="lower"), **UNKNOWN)
    assert (lower.status, lower.payable) == (OutcomeStatus.UNDETERMINED, None)
    of_the_outcome = {f"IPES-OUTCOME-0{number}" for number in (3, 4, 6, 9)}
    of_the_weeks = {f"IPES-SE-0{number}" for number in (1, 2, 3, 4, 6)}
    assert verdicts(lower, "benefits") == of_the_outcome | of_the_weeks | {"IPES-CLAIM-06"}


@pytest.mark.parametrize(("paid_on", "payable"), [(189, True), (190, True), (191, None)])
def test_weeks_that_may_have_come_first_leave_the_employed_outcome_undetermined(
    paid_on: int, payable: bool | None
) -> None:
    lower = outcome(EMPLOYED_LOWER, *earned(paid_on), *THIRTEEN_WEEKS, claim(200, level="lower"), **UNKNOWN)
    assert (lower.status, lower.payable) == (OutcomeStatus.ACHIEVED, payable)
    assert lower.missing == (("benefits",) if payable is None else ())


@pytest.mark.parametrize(("level", "payable"), [("lower", True), (None, None), ("higher", False)])
def test_a_claim_of_unknown_level_is_not_taken_for_either(level: str | None, payable: bool | None) -> None:
    lower = outcome(SELF_EMPLOYED_LOWER, *THIRTEEN_WEEKS, claim(200, level=level))
    assert (lower.status, lower.payable) == (OutcomeStatus.ACHIEVED, payable)
    assert set(lower.missing) == (set() if level else {"outcome_claim.level"})


@pytest.mark.parametrize(("result", "payable"), [("pass", True), (None, None), ("fail", False)])
def test_a_third_decision_whose_result_is_not_known_leaves_payment_open(
    result: str | None, payable: bool | None
) -> None:
    failed = [ClaimDecision(on=day(number), result="fail") for number in (210, 220)]
    third = ClaimDecision(on=day(230), result=result)
    events = (*THIRTEEN_WEEKS, claim(200, level="lower"), *failed, third)
    assert outcome(SELF_EMPLOYED_LOWER, *events).payable == payable
    assert outcome(EMPLOYED_LOWER, *events, *earned(300)).payable == (None if payable is None else not payable)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ({"level": "lower", "work": "self_employed"}, Verdict.NOT_MET),
        ({"level": "lower"}, Verdict.UNDETERMINED),
        ({"work": "self_employed"}, Verdict.UNDETERMINED),
        ({"level": "higher"}, Verdict.MET),
        ({"level": "lower", "work": "employed"}, Verdict.MET),
    ],
)
def test_a_payment_of_unknown_level_or_work_may_be_the_one_of_this_level(
    told: dict[str, object], verdict: Verdict
) -> None:
    lower = outcome(EMPLOYED_LOWER, *earned(150), OutcomePayment(on=day(250), **told))
    [one] = [finding for finding in lower.findings if finding.rule.id == "IPES-OUTCOME-04"]
    assert one.verdict is verdict
    assert lower.payable is {Verdict.MET: True, Verdict.NOT_MET: False}.get(verdict)


@pytest.mark.parametrize(("paid_on", "waits"), [(190, False), (191, True)])
def test_which_kind_came_first_waits_for_benefits_only_where_they_decide(paid_on: int, waits: bool) -> None:
    found = assess(case(*earned(paid_on), *THIRTEEN_WEEKS, claim(200, level="lower"), **UNKNOWN), as_of=LATER)
    [both] = [finding for finding in found.findings if finding.rule.id == "IPES-OUTCOME-07"]
    assert both.missing == (("benefits",) if waits else ())


def test_performance_waits_where_only_undetermined_weeks_could_count_beside_work_for_the_provider() -> None:
    own = SelfEmployedDay(on=day(300), employer="prime")
    found = assess(case(*THIRTEEN_WEEKS, own, claim(200, level="lower"), **UNKNOWN), as_of=LATER)
    [counts] = [finding for finding in found.findings if finding.rule.id == "IPES-PERF-08"]
    assert counts.missing == ("benefits",)
