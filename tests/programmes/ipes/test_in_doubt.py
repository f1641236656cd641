"""Documents that do not say to whom they went, and contacts that do not say by whom: in doubt, and told as such."""

import pytest

from dwp_rules import assess, programme
from dwp_rules.facts import Contact, Cost, Disengaged, DocumentIssued, Meeting, PreReferralStep, WorkStarted
from dwp_rules.facts.events import Event
from tests.programmes.ipes.given import case, day

UNTOLD_TO, UNTOLD_BY = ("document_issued.to",), ("contact.by",)


def standing(rule_id: str, *events: Event, as_of: int) -> list[tuple[str, tuple[str, ...]]]:
    """How each deadline of a rule stands, and what it waits for."""
    deadlines = assess(case(*events), as_of=day(as_of)).deadlines
    return [(str(d.status), d.missing) for d in deadlines if d.rule.id == rule_id]


def plan(on: int, to: str | None = None) -> DocumentIssued:
    return DocumentIssued.model_validate({"on": day(on), "document": "employer_support_plan", "to": to})


def contact(on: int, by: str | None, result: str = "made") -> Contact:
    return Contact.model_validate({"on": day(on), "by": by, "result": result})


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ([plan(62, "employer")], ("met", ())),
        ([plan(62, "participant")], ("overdue", ())),
        ([plan(62)], ("undetermined", UNTOLD_TO)),
        ([plan(62), plan(63, "employer")], ("met", ())),
    ],
)
def test_a_plan_that_does_not_say_to_whom_it_went_may_have_gone_to_the_employer(
    plans: list[DocumentIssued], expected: tuple[str, tuple[str, ...]]
) -> None:
    job = WorkStarted(on=day(60), work="employed", work_id="J1")
    assert standing("IPES-DOC-01", job, *plans, as_of=100) == [expected]


@pytest.mark.parametrize(
    ("contacts", "status"),
    [
        ([contact(31, "provider")], "met"),
        ([contact(31, "participant")], "overdue"),
        ([contact(31, None)], "undetermined"),
        ([contact(31, None), contact(31, "provider")], "met"),
        ([contact(20, None)], "overdue"),
    ],
)
def test_contact_within_a_day_of_disengaging(contacts: list[Contact], status: str) -> None:
    ((found, missing),) = standing("IPES-DISENGAGE-02", Disengaged(on=day(30)), *contacts, as_of=60)
    assert (found, UNTOLD_BY[0] in missing) == (status, status == "undetermined")


def test_daily_attempts_of_untold_origin_leave_their_own_day_open() -> None:
    # Day 30 is Thursday 2 January 2020: the five working days are days 31 and 34 to 37.
    attempts = [contact(31, "provider", "attempted"), contact(34, None, "attempted")]
    assert standing("IPES-DISENGAGE-03", Disengaged(on=day(30)), *attempts, as_of=60) == [
        ("met", ()),
        ("undetermined", UNTOLD_BY),
        ("overdue", ()),
        ("overdue", ()),
        ("overdue", ()),
    ]


def test_contact_of_untold_origin_may_have_settled_the_days_that_follow() -> None:
    attempts = [contact(31, "provider", "attempted"), contact(35, None)]
    assert standing("IPES-DISENGAGE-03", Disengaged(on=day(30)), *attempts, as_of=60) == [
        ("met", ()),
        ("overdue", ()),
        *[("undetermined", UNTOLD_BY)] * 3,
    ]


def verdict(rule_id: str, *events: Event, **person: object) -> tuple[str, tuple[str, ...]]:
    """What the one finding of a rule says, and what it waits for."""
    told = case(*events, **person)
    decision = programme("ipes").suitability(told, on=day(1))
    findings = (*assess(told, as_of=day(100)).findings, *decision.findings)
    (one,) = [finding for finding in findings if finding.rule.id == rule_id]
    return str(one.verdict), one.missing


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"by": "work_coach", "suitable": True}, ("met", ())),
        ({"by": "work_coach", "suitable": False}, ("not_met", ())),
        ({"by": "provider", "suitable": True}, ("not_met", ())),
        ({"by": None, "suitable": True}, ("undetermined", ("pre_referral_step.by",))),
        ({"by": "work_coach", "suitable": None}, ("undetermined", ("pre_referral_step.suitable",))),
    ],
)
def test_an_assessment_that_does_not_say_what_it_found(
    told: dict[str, object], expected: tuple[str, tuple[str, ...]]
) -> None:
    step = PreReferralStep.model_validate({"on": day(-20), "step": "work_coach_assessment"} | told)
    assert verdict("IPES-SUIT-02", step, barriers=[{"name": "health", "kind": "personal"}]) == expected


@pytest.mark.parametrize(
    ("minutes", "preparation", "expected"),
    [
        (40, 20, ("met", ())),
        (40, 21, ("not_met", ())),
        (40, None, ("undetermined", ("meeting.preparation_minutes",))),
        (61, None, ("not_met", ())),
    ],
)
def test_preparation_of_untold_length(
    minutes: int, preparation: int | None, expected: tuple[str, tuple[str, ...]]
) -> None:
    told = {"type": "case_conference", "attended": True, "minutes": minutes, "preparation_minutes": preparation}
    assert verdict("IPES-CASECONF-03", Meeting.model_validate({"on": day(50)} | told)) == expected


def test_childcare_of_untold_amount_may_be_over_the_limit() -> None:
    cost = Cost.model_validate({"on": day(50), "cost": "childcare", "days_per_week": 5})
    assert verdict("IPES-SUPPORT-05", cost, children=[{}]) == ("undetermined", ("cost.amount",))
