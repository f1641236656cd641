"""A contract and its cases: what is counted from them, and a service credit mended by mending the fewest of them."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from dwp_rules import Case, Contract, assess_contract, scorecard
from dwp_rules.rules import Finding

REFERRED = date(2021, 6, 7)
IN_TIME, LATE = date(2021, 6, 14), date(2021, 6, 18)
AS_OF = LAST = date(2021, 6, 30)
ACCEPTED = {"decision": "accept"}
FACTS: dict[str, Any] = {
    "programme": "jfs",
    "service_start_on": "2021-06-01",
    "total_contract_value": "12000000",
    "start_up_share": "0",
}


def case(number: int, met_on: date, **recorded: str) -> Case:
    """Someone referred on 7 June, accepted, and met on a day; the outcome goes on record the day after."""
    day_after = str(met_on + timedelta(days=1))
    return Case.model_validate(
        {
            "programme": "jfs",
            "participant": {"participant_id": f"P-{number:02}"},
            "events": [
                {"kind": "referral", "on": str(REFERRED), "route": "jobcentre"},
                {
                    "kind": "referral_acknowledged",
                    "on": "2021-06-08",
                    "recorded_on": "2021-06-08",
                    "decision": "accept",
                },
                {"kind": "meeting", "on": str(met_on), "type": "initial", "attended": True, "channels": ["video"]},
                {"kind": "start", "on": str(met_on), "recorded_on": recorded.get("recorded_on", day_after)},
            ],
        }
    )


def portfolio(late: set[int], size: int = 20) -> Iterator[Case]:
    return (case(number, LATE if number in late else IN_TIME) for number in range(size))


def red_of(cases: Iterator[Case]) -> list[Finding]:
    found = assess_contract(Contract.model_validate(FACTS), cases, as_of=AS_OF)
    return [finding for finding in found.findings if finding.rule.id == "JFS-CREDIT-01"]


def test_a_month_costs_five_per_cent_and_says_which_cases_would_have_saved_it() -> None:
    found = assess_contract(Contract.model_validate(FACTS), portfolio({3, 5, 8, 13}), as_of=AS_OF)
    assert found.amount("service_credit", "2021-06") == 50_000
    (cost,) = [finding for finding in found.findings if finding.rule.id == "JFS-CREDIT-01"]
    assert cost.facts["failed"] == ("P-03", "P-05", "P-08", "P-13")
    assert cost.facts["mend"] == ("P-03",)
    assert cost.reason == (
        "CSS 1 in 2021-06 is red: 80% (16 of 20) against an edge of 85%, with 4 not in time (P-03, P-05, P-08, P-13); "
        "DWP may deduct 5% of the month's payment. The fewest more in time that would have saved it: 1 (P-03), making "
        "it amber"
    )
    assert cost.reason in found.explain()


def test_mending_just_these_and_the_credit_is_gone() -> None:
    late = {3, 5, 8, 13, 17}
    (cost,) = red_of(portfolio(late))
    mend = cost.facts["mend"]
    assert isinstance(mend, tuple)
    assert len(mend) == cost.facts["fewest"] == 2
    mended = {int(str(person)[2:]) for person in mend}
    found = assess_contract(Contract.model_validate(FACTS), portfolio(late - mended), as_of=AS_OF)
    assert found.amount("service_credit", "2021-06") == 0
    for one in mended:
        assert red_of(portfolio(late - {one}))


@pytest.mark.parametrize("late", [set(), {1}, {1, 2}, set(range(20))])
def test_counting_from_cases_gives_what_a_tally_gives(late: set[int]) -> None:
    tallies = [
        {"month": "2021-06", "measure": "CSS 1", "met": 20 - len(late), "total": 20},
        {"month": "2021-06", "measure": "CSS 2", "met": 20, "total": 20},
    ]
    counted = assess_contract(Contract.model_validate(FACTS), portfolio(late), as_of=AS_OF)
    given = assess_contract(Contract.model_validate(FACTS | {"monthly_results": tallies}), as_of=AS_OF)
    assert counted.money == given.money
    card = scorecard(portfolio(late), programme="jfs", period="2021-06", as_of=AS_OF)
    (rated,) = [finding for finding in counted.findings if finding.rule.id == "JFS-RAG-01"]
    assert (rated.facts["met"], rated.facts["total"]) == (card.line("CSS 1").met, card.line("CSS 1").counted)


def test_a_case_that_cannot_be_judged_leaves_the_colour_open_where_it_would_decide() -> None:
    def unrecorded(late: set[int]) -> Iterator[Case]:
        for one in portfolio(late):
            events = [event.model_copy(update={"recorded_on": None}) for event in one.events]
            yield one.model_copy(update={"events": tuple(events)}) if one.participant.participant_id == "P-00" else one

    contract = Contract.model_validate(FACTS)
    found = assess_contract(contract, unrecorded(set()), as_of=AS_OF)
    (rated,) = [finding for finding in found.findings if finding.rule.id == "JFS-RAG-02"]
    assert rated.code == "green"
    assert rated.facts["total"] == 19
    found = assess_contract(contract, [*unrecorded(set())][:2], as_of=AS_OF)
    (rated,) = [finding for finding in found.findings if finding.rule.id == "JFS-RAG-02"]
    assert rated.missing == ("start.recorded_on",)
    assert rated.reason == "2021-06: 1 of 1, with 1 not decided; not known: start.recorded_on"
    assert set(rated.missing) <= set(found.missing)


def test_the_fewest_to_mend_are_enough_whatever_becomes_of_those_that_cannot_be_judged() -> None:
    def told(mended: int) -> Iterator[Case]:
        """Twenty that can be judged, of whom four were recorded late, and three entered on an unknown day."""
        for number in range(20):
            yield case(number, IN_TIME, recorded_on="2021-06-22" if number < 4 - mended else "2021-06-15")
        for number in range(20, 23):
            one = case(number, IN_TIME)
            events = [event.model_copy(update={"recorded_on": None}) for event in one.events[-1:]]
            yield one.model_copy(update={"events": (*one.events[:-1], *events)})

    def seen(mended: int) -> tuple[list[Finding], Decimal | None]:
        found = assess_contract(Contract.model_validate(FACTS), told(mended), as_of=date(2021, 7, 31))
        [line] = [line for line in found.money if line.what == "service_credit" and str(line.month) == "2021-06"]
        return [f for f in found.findings if f.rule.id == "JFS-CREDIT-01"], line.amount

    # 16 of 20 and three unknown is 19 of 23 at best, 82%: red. 90% of 23 at worst takes 21.
    [cost], amount = seen(0)
    assert cost.facts["fewest"] is None
    assert amount == 50_000
    assert cost.reason.endswith("With 3 not decided, not even all of them in time would have saved it for certain")
    assert seen(3) == ([], None)


def test_a_month_whose_cases_are_not_all_due_has_no_colour_that_they_could_change() -> None:
    referred_late = [
        one.model_copy(update={"events": [event.model_copy(update={"on": LAST}) for event in one.events[:2]]})
        for one in portfolio(set(), 4)
    ]
    contract, cases = Contract.model_validate(FACTS), [*portfolio({3}, 20), *referred_late]
    found = assess_contract(contract, cases, as_of=AS_OF)
    [rated] = [finding for finding in found.findings if finding.rule.id == "JFS-RAG-01"]
    assert (rated.code, rated.facts["undecided"]) == ("not_decided", 4)
    assert rated.missing == ("monthly_results CSS 1 2021-06",)
    with pytest.raises(ValueError, match="monthly_results CSS 1 2021-06"):
        found.amount("service_credit", "2021-06")


def test_a_month_without_a_referral_has_nothing_to_measure_and_leaves_nothing_open() -> None:
    found = assess_contract(Contract.model_validate(FACTS), portfolio({3, 5, 8, 13}), as_of=date(2021, 8, 31))
    assert [found.amount("service_credit", month) for month in ("2021-06", "2021-07", "2021-08")] == [50_000, 0, 0]
    rated = [finding.value for finding in found.findings if finding.rule.id == "JFS-RAG-01"]
    assert rated == ["red", "not_measured", "not_measured"]


def test_a_result_that_the_cases_do_not_bear_out_is_used_with_a_warning() -> None:
    tallies = [{"month": "2021-06", "measure": "CSS 1", "met": 19, "total": 20}]
    contract = Contract.model_validate(FACTS | {"monthly_results": tallies})
    found = assess_contract(contract, portfolio({3, 5, 8, 13}), as_of=AS_OF)
    assert [warning.code for warning in found.warnings] == ["tally_differs"]
    assert found.warnings[0].message == (
        "CSS 1 of 2021-06 is given as 19 of 20; the cases show 16 of 20. What is given is used"
    )
    assert found.amount("service_credit", "2021-06") == 0


def test_the_programme_is_the_contracts_the_cases_or_the_one_named() -> None:
    bare = Contract(service_start_on=date(2021, 6, 1))
    assert assess_contract(bare, portfolio(set()), as_of=AS_OF).programme == "jfs"
    assert assess_contract(bare, as_of=AS_OF, programme="ipes").programme == "ipes"
    with pytest.raises(ValueError, match="names no programme"):
        assess_contract(bare, as_of=AS_OF)
    with pytest.raises(ValueError, match="they are of whp-jets, jfs"):
        assess_contract(bare, portfolio(set()), as_of=AS_OF, programme="whp-jets")
    stranger = Case.model_validate({"programme": "ipes", "participant": {"participant_id": "P"}})
    with pytest.raises(ValueError, match="the contract is of jfs, one of its cases of ipes"):
        assess_contract(bare, [*portfolio(set(), 1), stranger], as_of=AS_OF)
    text: Any = "2021-06-30"
    with pytest.raises(TypeError, match=r"must be a datetime\.date"):
        assess_contract(Contract.model_validate(FACTS), as_of=text)
