"""Answers on provision that no worked example of the documents asks for."""

from datetime import date, timedelta

from dwp_rules import assess
from dwp_rules.facts import EarningsPayment, WorkEnded, WorkStarted
from tests.programmes.ipes.given import LATER, START, case, day


def codes(rule_id: str, *events: object, as_of: date = LATER) -> list[str]:
    """What a rule says of a case."""
    return [found.code for found in assess(case(*events), as_of=as_of).findings if found.rule.id == rule_id]


def disengaged_on(*events: object) -> list[date]:
    """The days from which contact within 24 hours is due."""
    told = assess(case(*events), as_of=LATER).deadlines
    return [one.trigger for one in told if one.rule.id == "IPES-DISENGAGE-02" and one.trigger is not None]


def test_a_missed_meeting_or_agreed_activity_is_a_disengagement_and_one_done_is_none() -> None:
    missed = {"kind": "meeting", "type": "one_to_one", "on": day(20), "attended": False}
    done = {"kind": "activity", "on": day(30), "complied": True}
    not_done = {"kind": "activity", "on": day(40), "complied": False}
    not_told = {"kind": "activity", "on": day(50)}
    again = {"kind": "re_engaged", "on": day(25)}
    assert disengaged_on(missed, again, done, not_done, not_told) == [day(20), day(40)]


def test_what_someone_misses_who_has_disengaged_already_is_no_second_disengagement() -> None:
    disengaged = {"kind": "disengaged", "on": day(20)}
    missed = {"kind": "meeting", "type": "one_to_one", "on": day(30), "attended": False}
    back = {"kind": "re_engaged", "on": day(35)}
    missed_again = {"kind": "meeting", "type": "one_to_one", "on": day(60), "attended": False}
    assert disengaged_on(disengaged, missed, back, missed_again) == [day(20), day(60)]


def test_one_signature_does_for_two_updates_of_one_day() -> None:
    plan = {"kind": "document_updated", "document": "action_plan"}
    meetings = [{"kind": "meeting", "type": "one_to_one", "on": day(20), "attended": True} for _ in range(2)]
    updates = [plan | {"on": day(20), "step": "updated"}]
    signed = plan | {"on": day(20), "step": "signed", "signed_by": ["participant"]}
    assert codes("IPES-PLAN-06", *meetings, *updates, signed) == ["all_signed"]
    assert codes("IPES-PLAN-06", *meetings, *updates, signed | {"on": day(21)}) == ["unsigned"]


def test_a_move_to_a_place_not_told_leaves_the_rest_of_the_life_open() -> None:
    assessed = assess(case({"kind": "moved", "on": day(300)}), as_of=LATER)
    provision = assessed.provision
    assert (provision.status, provision.end_day, provision.missing) == ("undetermined", None, ("moved.to_nation",))
    assert provision.phases[-1].last_day == 639
    assert {outcome.status for outcome in assessed.outcomes} == {"undetermined"}


def test_in_work_support_of_a_job_begun_before_the_start_counts_from_day_one() -> None:
    job = WorkStarted(on=START - timedelta(days=100), work="employed", work_id="J1")
    over = WorkEnded(on=day(11), work_id="J1")
    found = [f for f in assess(case(job, over), as_of=LATER).provision.findings if f.rule.id == "IPES-DUR-07"]
    assert [finding.value for finding in found] == [10]


def test_of_two_releases_only_the_valid_one_tells_why_provision_ended() -> None:
    job = WorkStarted(on=day(363), work="employed", work_id="J1", works_nights=False)
    paid = EarningsPayment(on=day(540), amount="5000.00")
    releases = [{"kind": "exit_decision", "on": day(on), "basis": "support_no_longer_required"} for on in (544, 545)]
    provision = assess(case(job, paid, *releases), as_of=LATER).provision
    assert provision.end_day == 545
    told = [line for line in provision.explain().splitlines() if line.startswith("  because")]
    assert len(told) == 1
    assert "182 days" in told[0]
