"""`dwp-rules assess`: where cases come from, in which forms answers are given, and what can be chosen."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from dwp_rules.cli.choices import Choices
from dwp_rules.cli.commands import Assessing
from dwp_rules.cli.records import records_in
from tests.cli.given import Run, case, lines

Write = Callable[[str, object], Path]
EXAMPLES = Path(__file__).parents[2] / "examples" / "jets"

THREE = ["P-1", "P-2", "P-3"]


# ── where cases come from ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["three.json", "three.txt"])
def test_a_json_list(assess: Run, write: Write, name: str) -> None:
    ran = assess(write(name, [case(who) for who in THREE]))
    assert (ran.status, ran.participants, ran.err) == (0, THREE, "")


@pytest.mark.parametrize("text", ["[]", " [ ] \n", "[\n\n]"])
def test_an_empty_list_has_no_records(assess: Run, write: Write, text: str) -> None:
    ran = assess(write("none.json", text))
    assert (ran.status, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("name", ["three.jsonl", "three.ndjson", "three.json", "three.txt"])
def test_json_lines_are_known_by_their_name_or_their_first_line(assess: Run, write: Write, name: str) -> None:
    ran = assess(write(name, lines(case("P-1"), "", case("P-2"), "  ", case("P-3"))))
    assert (ran.status, ran.participants, ran.err) == (0, THREE, "")


@pytest.mark.parametrize("indent", [None, 1])
def test_one_case(assess: Run, write: Write, indent: int | None) -> None:
    assert assess(write("one.json", json.dumps(case(), indent=indent))).participants == ["P-1"]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(assess: Run, write: Write) -> None:
    pretty = json.dumps([case()], indent=1).replace("\n", "\r\n")
    assert assess(write("one.json", b"\xef\xbb\xbf" + pretty.encode())).participants == ["P-1"]
    windows = lines(case("P-1"), case("P-2")).replace("\n", "\r\n")
    assert assess(write("two.jsonl", b"\xef\xbb\xbf" + windows.encode())).participants == ["P-1", "P-2"]


def test_a_directory_is_read_by_name_with_the_directories_in_it(assess: Run, write: Write) -> None:
    names = [f"{letter}.json" for letter in "hcaegbdf"]
    for name in names:
        write(f"cases/{name}", case(name))
    write("cases/notes.md", "not a case")
    inner = write("cases/z/inner.jsonl", lines(case("inner")))
    assert assess(inner.parent.parent).participants == [*sorted(names), "inner"]


def test_several_paths_in_the_order_given(assess: Run, write: Write) -> None:
    assert assess(write("b.json", case("P-1")), write("a.json", case("P-2"))).participants == ["P-1", "P-2"]


@pytest.mark.parametrize("text", [lines(case("P-1"), case("P-2")), json.dumps([case("P-1"), case("P-2")], indent=2)])
def test_standard_input(assess: Run, type_in: Callable[[str], None], text: str) -> None:
    type_in(text)
    ran = assess("-")
    assert (ran.status, ran.participants) == (0, ["P-1", "P-2"])


def test_the_form_of_the_input_can_be_stated(assess: Run, write: Write) -> None:
    broken_first = write("cases.txt", lines('{"programme": ', case("P-2")))
    assert assess(broken_first).participants == []
    ran = assess(broken_first, "--input", "jsonl")
    assert (ran.status, ran.participants) == (1, ["P-2"])


class Endless(io.RawIOBase):
    """A stream of cases without an end, which counts the lines read from it."""

    def __init__(self) -> None:
        self.lines_read = 0

    def __next__(self) -> bytes:
        self.lines_read += 1
        return lines(case(f"P-{self.lines_read}")).encode()


def test_one_line_is_read_at_a_time_however_many_there_are() -> None:
    stream = Endless()
    records = records_in(["-"], given_as=None, standard_input=cast("BinaryIO", stream))
    answers = Assessing(date(2021, 1, 4), None, Choices.made()).answers(records)
    for number in range(1, 6):
        assert next(answers).assessment.participant_id == f"P-{number}"
        assert stream.lines_read == number


# ── the forms of the answer ──────────────────────────────────────────────────────────────────────────────────────


def test_text_gives_every_answer_in_words_with_its_paragraph(run: Run, write: Write) -> None:
    ran = run("assess", write("two.json", [case("P-1"), case("P-2")]), "--as-of", "2021-01-04")
    assert ran.out.count("Eligibility for WHP JETS on 12 October 2020: undetermined (JETS-ELIG-01)") == 2
    assert "[JETS-DUR-01: WHP JETS specification 1.13, 2.2, 2.17]" in " ".join(ran.out.split())
    assert max(map(len, ran.out.splitlines())) <= 110


def test_text_is_wrapped_at_the_width_asked_for_or_not_at_all(run: Run, write: Write) -> None:
    one = write("one.json", case())
    narrow = run("assess", one, "--as-of", "2021-01-04", "--width", "60").out
    unwrapped = run("assess", one, "--as-of", "2021-01-04", "--width", "0").out
    assert max(map(len, narrow.splitlines())) <= 60
    assert max(map(len, unwrapped.splitlines())) > 110
    assert narrow.split() == unwrapped.split()


def test_json_of_one_case_is_an_object_and_of_several_a_list(run: Run, write: Write) -> None:
    def answered(content: object, name: str = "cases.json") -> object:
        ran = run("assess", write(name, content), "--as-of", "2021-01-04", "--format", "json")
        return json.loads(ran.out)

    one = answered(case())
    assert isinstance(one, dict)
    assert one["provision"]["latest_end_date"] == "2021-04-26"
    assert answered([case()]) == [one]
    assert answered(lines(case()), "cases.jsonl") == [one]
    assert [each["participant_id"] for each in answered([case(who) for who in THREE])] == THREE
    assert answered([]) == []


def test_json_of_one_case_among_several_files_is_a_list(run: Run, write: Write, type_in: Callable[[str], None]) -> None:
    type_in(json.dumps(case("P-1"), indent=1))
    paths = "-", write("b.json", case("P-2"))
    answers = json.loads(run("assess", *paths, "--as-of", "2021-01-04", "--format", "json").out)
    assert [answer["participant_id"] for answer in answers] == ["P-1", "P-2"]


def test_json_of_one_case_on_standard_input_is_an_object(run: Run, type_in: Callable[[str], None]) -> None:
    type_in(json.dumps(case("P-1"), indent=1))
    assert json.loads(run("assess", "-", "--as-of", "2021-01-04", "--format", "json").out)["participant_id"] == "P-1"


# ── what can be chosen ───────────────────────────────────────────────────────────────────────────────────────────


def test_as_of_is_needed(run: Run, write: Write) -> None:
    ran = run("assess", write("one.json", case()))
    assert ran.status == 2
    assert "--as-of" in ran.err


def test_known_on_answers_from_the_records_of_that_day(run: Run) -> None:
    # The payment of 29 January was found to be an error on 15 March. SPEC 3.5: 512.00 + 512.00, or 512.00 + 205.60.
    asked = ["assess", EXAMPLES / "payment-found-to-be-an-error.json", "--as-of", "2021-03-31", "--format", "json"]
    now = json.loads(run(*asked).out)["outcomes"][0]
    as_known = json.loads(run(*asked, "--known-on", "2021-03-10").out)["outcomes"][0]
    assert (now["status"], now["counted"]) == ("open", "717.60")
    assert (as_known["status"], as_known["achieved_on"]) == ("achieved", "2021-01-29")


def test_a_reading_is_chosen_by_name(run: Run) -> None:
    asked = ["assess", EXAMPLES / "trading-every-sixth-day.json", "--as-of", "2021-04-15", "--format", "json"]
    default = json.loads(run(*asked).out)
    strict = json.loads(run(*asked, "--reading", "self_employed_week=opens_on_trading_day").out)
    assert (default["outcomes"][1]["counted"], strict["outcomes"][1]["counted"]) == (8, 5)
    assert strict["receipt"]["readings"]["self_employed_week"] == "opens_on_trading_day"


def test_parameters_are_chosen_by_name_and_keep_their_type(run: Run, write: Write) -> None:
    ran = run(
        *("assess", write("one.json", case()), "--as-of", "2021-01-04", "--format", "json"),
        *("--parameter", "provision_days=190", "--parameter", "earnings_threshold=1200.50"),
    )
    answer = json.loads(ran.out)
    # SPEC 1.13 with 190 days: 27 October 2020 and 189 days.
    assert answer["provision"]["latest_end_date"] == "2021-05-04"
    assert answer["outcomes"][0]["threshold"] == "1200.50"


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (["--reading", "self_employed_weak=any_period"], "self_employed_week"),
        (["--reading", "self_employed_week=sometimes"], "any_period"),
        (["--reading", "self_employed_week"], "NAME=VALUE"),
        (["--parameter", "outcome_days=200"], "outcome_day"),
        (["--parameter", "outcome_day=soon"], "days"),
        (["--parameter", "earnings_threshold=lots"], "pounds"),
        (["--as-of", "4 January 2021"], "YYYY-MM-DD"),
        (["--as-of", "20210104"], "2021-01-04"),
        (["--as-of", "2021-02-30"], "YYYY-MM-DD"),
        (["--width", "-3"], "columns"),
        (["--format", "xml"], "jsonl"),
    ],
)
def test_a_command_that_is_itself_wrong_says_what_would_be_right(
    run: Run, write: Write, chosen: list[str], said: str
) -> None:
    ran = run("assess", write("one.json", case()), "--as-of", "2021-01-04", *chosen)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_path_that_leads_nowhere_is_a_wrong_command(run: Run, write: Write) -> None:
    ran = run("assess", write("one.json", case()), "no-such-file.json", "--as-of", "2021-01-04")
    assert (ran.status, ran.out) == (2, "")
    assert "there is no file or directory no-such-file.json" in ran.err


def test_a_directory_without_cases_is_a_wrong_command(run: Run, tmp_path: Path) -> None:
    ran = run("assess", tmp_path, "--as-of", "2021-01-04")
    assert ran.status == 2
    assert ".jsonl" in ran.err
