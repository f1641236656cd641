"""A bad record is reported by file, line and field, with what would be right; the good ones are still answered."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dwp_rules import programme
from dwp_rules.programmes import BrokenPlugin
from dwp_rules.rules import Reading, Readings
from tests.cli.given import Run, case, lines, with_event, with_fact

Write = Callable[[str, object], Path]
DATA = Path(__file__).parent / "data"


def test_the_good_records_come_out_and_the_bad_one_is_named(assess: Run, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    shutil.copy(DATA / "one-bad-line.jsonl", path)
    ran = assess(path)
    assert (ran.status, ran.participants) == (1, ["P-1", "P-3"])
    first, *rest = ran.err.splitlines()
    assert first.startswith(f"{path}:2: events[2].amount: An amount of money in pounds is written as text")
    assert rest == ["1 of 3 records could not be answered"]


PAID = {"kind": "earnings_payment", "on": "2021-01-29", "amount": "10.00"}
SPELL = {"starts_on": "2020-02-01", "benefit": "universal_credit"}
BAD_FIELDS: list[tuple[dict[str, object], str, str]] = [
    # A case, the field that is named, part of what would be right.
    (with_event(**PAID | {"amount": 379.99}), "events[0].amount", "is written as text or as a whole number"),
    (with_event(**PAID | {"ammount": "10"}), "events[0].ammount", "did you mean amount?"),
    (with_event(**PAID | {"zz": 1}), "events[0].zz", "known are: amount, data_received_on"),
    (with_event(kind="earnings_payment", on="2021-01-29"), "events[0].amount", "is needed and not given"),
    (with_event(kind="start", on="2021-01-29T00:00:00"), "events[0].on", "a date with a time of day is not a day"),
    (with_event(kind="start", on=1767225600), "events[0].on", "is written YYYY-MM-DD"),
    (with_event(kind="start", on="2021-02-30"), "events[0].on", "is written YYYY-MM-DD"),
    (with_event(kind="start", on="1066-10-14"), "events[0].on", "from 1900 to 2199"),
    (with_event(kind="startt", on="2021-01-29"), "events[0].kind", "did you mean start"),
    (with_event(kind="xyzzy", on="2021-01-29"), "events[0].kind", "known are: pre_referral_step, referral,"),
    (with_event(on="2021-01-29"), "events[0].kind", "is needed and not given"),
    (with_event(kind="activity", on="2021-01-29", hours="-3"), "events[0].hours", "not negative"),
    (with_event(kind="contact", on="2021-01-29", result="maybe"), "events[0].result", "'attempted' or 'made'"),
    (case(events=[5]), "events[0]", "should be an object"),
    (case(events={}), "events", "should be a valid array"),
    (case(extra=1), "extra", "known are: contract, events, participant, programme"),
    (case(contract={"service_starts_on": "2020-10-05"}), "contract.service_starts_on", "did you mean service_start_on"),
    (with_fact(right_to_work="yes"), "participant.right_to_work", "should be a valid boolean"),
    (with_fact(suitability_reasons=["none"]), "participant.suitability_reasons[0]", "'needs_help_to_find_work'"),
    (with_fact(sexx="female"), "participant.sexx", "did you mean sex?"),
    (
        with_fact(benefits=[SPELL | {"ends_on": "2020-01-31"}]),
        "participant.benefits[0].ends_on",
        "must not be before starts_on",
    ),
    (with_fact(benefits=[SPELL, SPELL]), "participant.benefits", "may overlap only with different values"),
    (with_fact(benefits=[SPELL | {"regime": "x"}]), "participant.benefits[0].regime", "did you mean uc_regime?"),
    ({"programme": "whp-jets", "events": []}, "participant", "is needed and not given"),
    (case(programme="whp-jet"), "programme", "no programme is called 'whp-jet'; known are: "),
]


@pytest.mark.parametrize(("bad", "field", "right"), BAD_FIELDS, ids=[field for _, field, _ in BAD_FIELDS])
def test_a_bad_field_is_named_with_what_would_be_right(
    assess: Run, write: Write, bad: dict[str, object], field: str, right: str
) -> None:
    path = write("cases.jsonl", lines(case("P-1"), bad, case("P-3")))
    ran = assess(path)
    assert (ran.status, ran.participants) == (1, ["P-1", "P-3"])
    reported = ran.err.splitlines()[0]
    assert reported.startswith(f"{path}:2: {field}: ")
    assert right in reported


def test_in_an_indented_file_the_line_is_that_of_the_field(assess: Run, write: Write) -> None:
    bad = with_event(**PAID | {"amount": 379.99})
    path = write("cases.json", [case("P-1"), bad])
    ran = assess(path)
    at = path.read_text("utf-8").splitlines().index('    "amount": 379.99') + 1
    assert ran.participants == ["P-1"]
    assert f"{path}:{at}: events[0].amount: " in ran.err


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('{"programme": "whp-jets"', 3, "EOF while parsing an object at column"),
        ("null", 3, "should be an object"),
        ("[]", 3, "should be an object"),
        ("nonsense", 3, "is not JSON: expected ident at column 2"),
        ('{"participant": "\\ud800"}', 3, "is not JSON"),
        ("[" * 1000, 3, "recursion limit exceeded"),
    ],
)
def test_a_line_that_is_no_json_object(assess: Run, write: Write, text: str, line: int, said: str) -> None:
    path = write("cases.jsonl", lines(case("P-1"), "", text, case("P-3")))
    ran = assess(path)
    assert (ran.status, ran.participants) == (1, ["P-1", "P-3"])
    assert ran.err.startswith(f"{path}:{line}: ")
    assert said in ran.err


def test_a_line_that_is_no_utf_8(assess: Run, write: Write) -> None:
    ran = assess(write("cases.jsonl", lines(case("P-1")).encode() + b'{"programme": "\xff"}\n'))
    assert (ran.status, ran.participants) == (1, ["P-1"])
    assert ":2: is not JSON: invalid unicode code point" in ran.err


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[\n{good},\n{"programme": }]', 3, "is not JSON: Expecting value at column 15"),
        ("[\n{good}\n{good}]", 3, "a comma or the end of the list is expected here"),
        ("[\n{good}\n]\n{good}", 3, "a comma or the end of the list is expected here"),
        ("[\n{good}\n", 3, "a comma or the end of the list is expected here"),
        ("[\n{good},\n]", 3, "is not JSON: Expecting value at column 1"),
        ("[\n{good},\n" + "[" * 100_000, 3, "too deeply nested"),
        ("[\n{good},\n" + "9" * 5000 + "]", 3, "a number is too long"),
    ],
)
def test_a_list_is_answered_as_far_as_it_can_be_read(
    assess: Run, write: Write, text: str, line: int, said: str
) -> None:
    path = write("cases.json", text.replace("{good}", json.dumps(case("P-1"))))
    ran = assess(path)
    assert (ran.status, set(ran.participants)) == (1, {"P-1"})
    assert ran.err.startswith(f"{path}:{line}: ")
    assert said in ran.err


def test_one_case_that_is_no_json(assess: Run, write: Write) -> None:
    path = write("case.json", '{\n "programme": "whp-jets",\n "participant": \n}')
    ran = assess(path)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"{path}:4: is not JSON: expected value at column 1")


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_a_file_with_nothing_in_it(assess: Run, write: Write, text: str) -> None:
    ran = assess(write("empty.json", text), write("good.json", case()))
    assert (ran.status, ran.participants) == (1, ["P-1"])
    assert "empty.json:1: holds nothing" in ran.err


def test_a_document_that_is_no_utf_8(assess: Run, write: Write) -> None:
    ran = assess(write("latin.json", b'[\n"caf\xe9"]'), write("good.json", case()))
    assert (ran.status, ran.participants) == (1, ["P-1"])
    assert "latin.json:2: is not UTF-8 text" in ran.err


def test_a_file_that_cannot_be_read(assess: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    good, gone = write("good.json", case()), write("cases/gone.json", case())

    def opened(path: Path, mode: str) -> object:
        if path == gone:
            raise PermissionError(13, "Permission denied")
        return open(path, mode)

    monkeypatch.setattr(Path, "open", opened)
    ran = assess(gone, good)
    assert (ran.status, ran.participants) == (1, ["P-1"])
    assert f"{gone}: cannot be read: Permission denied" in ran.err


def test_the_input_is_never_shown(assess: Run, write: Write) -> None:
    born, number = "31/12/1999", "QQ123456C"
    bad = with_fact(date_of_birth=born, sex=number, right_to_work=number)
    ran = assess(write("cases.jsonl", lines(bad)))
    assert ran.status == 1
    assert born not in ran.err
    assert number not in ran.err


def test_many_faults_of_one_record_are_cut_short(assess: Run, write: Write) -> None:
    ran = assess(write("cases.jsonl", lines(case(events=[{"kind": "start"}] * 50), case("P-2"))))
    assert ran.participants == ["P-2"]
    assert ran.err.count("is needed and not given") == 20
    assert ":1: 30 more faults in this record" in ran.err


def test_faults_between_events_are_warnings_not_bad_records(assess: Run, write: Write) -> None:
    two_starts = case(events=[{"kind": "start", "on": "2020-10-27"}, {"kind": "start", "on": "2020-10-28"}])
    ran = assess(write("cases.jsonl", lines(two_starts)))
    answer = json.loads(ran.out)
    assert ran.status == 0
    assert [warning["code"] for warning in answer["warnings"]] == ["two_starts"]


def test_a_broken_plug_in_spoils_only_its_own_cases(assess: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(programme_id: str) -> object:
        if programme_id == "whp-jets":
            return programme(programme_id)
        raise BrokenPlugin(f"the plug-in {programme_id} cannot be loaded")

    monkeypatch.setattr("dwp_rules.cli.choices.programme", broken)
    monkeypatch.setattr("dwp_rules.cli.choices.all_programmes", lambda: ["other", "whp-jets"])
    path = write("cases.jsonl", lines(case("P-1", programme="other"), case("P-2")))
    for chosen in ([], ["--reading", "self_employed_week=any_period"]):
        ran = assess(path, *chosen)
        assert (ran.status, ran.participants) == (1, ["P-2"])
        assert ":1: programme: the plug-in other cannot be loaded" in ran.err


def test_a_choice_that_one_programme_refuses_spoils_only_its_cases(
    assess: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    jets = programme("whp-jets")
    narrower = Reading("self_employed_week", ("fixed_weeks",), "for a test", (), jets.rules[0].citations)
    known = {"whp-jets": jets, "narrow": replace(jets, id="narrow", readings=Readings(narrower))}
    monkeypatch.setattr("dwp_rules.cli.choices.programme", known.__getitem__)
    monkeypatch.setattr("dwp_rules.cli.choices.all_programmes", lambda: known)
    path = write("cases.jsonl", lines(case("P-1", programme="narrow"), case("P-2")))
    ran = assess(path, "--reading", "self_employed_week=any_period")
    assert (ran.status, ran.participants) == (1, ["P-2"])
    assert ":1: programme: self_employed_week cannot be read as 'any_period'; it may be: fixed_weeks" in ran.err


def test_a_case_that_cannot_be_assessed_is_reported(assess: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def outside(*_: object, **__: object) -> object:
        raise ValueError("outside the calendar")

    monkeypatch.setattr("dwp_rules.cli.commands.assess", outside)
    ran = assess(write("cases.jsonl", lines(case())))
    assert (ran.status, ran.out) == (1, "")
    assert ":1: cannot be assessed: outside the calendar" in ran.err
