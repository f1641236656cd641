"""Duties that are simply done or not: from checklists, from events that show it, or not known."""

import pytest

from dwp_rules.facts import Case, Meeting, Start
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.rules import Finding, Rule, Verdict
from dwp_rules.standards import Duties, Duty
from tests.standards.given import CONTACT, GUIDE, MEETING, REPORT, situation

N, U, M = Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.MET
ITEMS = ("needs_discussed", "plan_explained")


def at(*events: dict[str, object]) -> Situation:
    """A case with these events, on the last day of March."""
    listed = [{"on": "2021-03-10"} | event for event in events]
    person = {"participant_id": "P-1"}
    return situation("03-31", case=Case.model_validate({"programme": "any", "participant": person, "events": listed}))


def checklist(name: str, *items: str, on: str = "2021-03-10") -> dict[str, object]:
    return {"kind": "checklist_recorded", "checklist": name, "items": list(items), "on": on}


def judged(duty: Duty, *events: dict[str, object]) -> list[Finding]:
    return Duties([duty]).judge(at(*events))


@pytest.mark.parametrize(
    ("events", "verdict", "code"),
    [
        ([], U, "facts_missing"),
        ([checklist("another", *ITEMS)], U, "facts_missing"),
        ([checklist("induction", *ITEMS)], M, "done"),
        ([checklist("induction", *ITEMS, "more")], M, "done"),
        ([checklist("induction", ITEMS[0]), checklist("induction", ITEMS[1], on="2021-03-12")], M, "done"),
        ([checklist("induction", ITEMS[0])], N, "items_wanting"),
        ([checklist("induction")], N, "items_wanting"),
        ([checklist("induction", *ITEMS, on="2021-04-01")], U, "facts_missing"),
        ([{"kind": "checklist_recorded", "items": list(ITEMS)}], U, "facts_missing"),
    ],
)
def test_from_checklists(events: list[dict[str, object]], verdict: Verdict, code: str) -> None:
    (finding,) = judged(Duty(CONTACT, "induction", ITEMS), *events)
    assert (finding.rule, finding.verdict, finding.code) == (CONTACT, verdict, code)
    assert finding.missing == (("induction",) if verdict is U else ())
    assert finding.value is {M: True, N: False, U: None}[verdict]


@pytest.mark.parametrize(
    ("told", "verdict"), [((), U), ((checklist("induction", ITEMS[0]),), U), ((checklist("induction", *ITEMS),), M)]
)
def test_a_checklist_that_does_not_say_what_was_covered_may_hold_what_is_wanting(
    told: tuple[dict[str, object], ...], verdict: Verdict
) -> None:
    (finding,) = judged(
        Duty(CONTACT, "induction", ITEMS), {"kind": "checklist_recorded", "checklist": "induction"}, *told
    )
    assert finding.verdict is verdict
    assert finding.missing == (("checklist_recorded.items",) if verdict is U else ())


def test_what_is_wanting_is_named() -> None:
    (finding,) = judged(Duty(CONTACT, "induction", ITEMS), checklist("induction", ITEMS[0]))
    assert finding.reason == "not on the checklist: plan explained"


@pytest.mark.parametrize(
    ("shown", "recorded", "verdict"),
    [
        (True, (), M),
        (True, ("needs_discussed",), M),
        (False, (), N),
        (False, ITEMS, M),
        (False, ("needs_discussed",), N),
        (None, (), U),
        (None, ITEMS, M),
        (None, ("needs_discussed",), N),
    ],
)
def test_events_may_show_it_and_a_checklist_may_too(
    shown: bool | None, recorded: tuple[str, ...], verdict: Verdict
) -> None:
    events = [checklist("induction", *recorded)] if recorded else []
    (finding,) = judged(Duty(CONTACT, "induction", ITEMS, shown_by=lambda _s: shown), *events)
    assert finding.verdict is verdict


def test_events_that_do_not_tell_name_what_they_lack() -> None:
    (finding,) = judged(Duty(CONTACT, "induction", ITEMS, shown_by=lambda _s: Unknown("cost.payee")))
    assert (finding.verdict, finding.missing) == (U, ("cost.payee",))


def test_it_applies_only_where_there_are_events_about_it() -> None:
    duty = Duty(CONTACT, "induction", ITEMS, about=Meeting)
    assert judged(duty) == []
    assert judged(duty, {"kind": "start"}) == []
    assert len(judged(duty, {"kind": "meeting", "type": "initial", "attended": True})) == 1


@pytest.mark.parametrize(("applies", "verdicts"), [(True, [U]), (False, []), (Unknown("residence"), [U])])
def test_it_applies_only_where_its_guard_allows(applies: bool | Unknown, verdicts: list[Verdict]) -> None:
    findings = judged(Duty(CONTACT, "induction", ITEMS, when=lambda _s: applies))
    assert [finding.verdict for finding in findings] == verdicts
    if isinstance(applies, Unknown):
        assert findings[0].missing == ("residence",)


def test_duties_that_apply_together_are_each_judged() -> None:
    def started(s: Situation) -> bool:
        return bool(s.of(Start))

    rules = (CONTACT, MEETING, REPORT, Rule("EX-CSS-05", "Another", (GUIDE["5"],)))
    duties = Duties(
        [
            Duty(rules[0], "induction", ITEMS, when=started),
            Duty(rules[1], "prap", ("start",), when=started),
            Duty(rules[2], "exit", (), shown_by=lambda _s: True, when=started),
            Duty(rules[3], "data", ("lawful_basis",)),
        ]
    )
    assert {f.rule.id: f.verdict for f in duties.judge(at())} == {"EX-CSS-05": U}
    told = {f.rule.id: f.verdict for f in duties.judge(at({"kind": "start"}, checklist("prap", "start")))}
    assert told == {"EX-CSS-01": U, "EX-CSS-02": M, "EX-CSS-04": M, "EX-CSS-05": U}
