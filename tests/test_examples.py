"""The cases of examples/: their headline facts, each worked out by hand from the paragraph named beside it.

SPEC is the WHP JETS specification, CH16 chapter 16 of the WHP COVID-19 guidance. Day n is the Start Date plus n - 1.
"""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dwp_rules import Assessment, Case, assess, programme
from tests.worked_examples.paths import same, shown, value_at

EXAMPLES = Path(__file__).parent.parent / "examples"
JETS = EXAMPLES / "jets"

# The day of each answer, and what it must hold: (path, expected value, paragraph).
EXPECTED: dict[str, tuple[date, list[tuple[str, object, str]]]] = {
    "employed-early-completer": (
        date(2021, 4, 30),
        [
            ("eligibility.verdict", "met", "SPEC 2.6"),
            ("suitability.verdict", "met", "SPEC 2.8"),
            ("deadlines[JETS-REF-02].due", date(2020, 10, 15), "CH16 38 CSS1: 14, 15 October"),
            ("deadlines[JETS-CSS-05].due", date(2020, 11, 3), "CH16 38 CSS5: the 15th working day after 13 October"),
            ("deadlines[JETS-CSS-09][1].due", date(2020, 11, 25), "CH16 38 CSS8: ten working days after 11 November"),
            ("deadlines[JETS-CSS-09][1].status", "late", "CH16 38 CSS8: the meeting of 25 November was missed"),
            ("deadlines[JETS-CSS-11].due", date(2020, 11, 27), "CH16 38 CSS9: 26, 27 November"),
            ("deadlines[JETS-CSS-11].status", "met", "CH16 38 CSS9"),
            ("deadlines[JETS-CSS-09].count", 3, "SPEC 2.3: none is due once the job has begun on 21 December"),
            ("deadlines[JETS-EXIT-02].count", 0, "SPEC 1.19: in employment at completion"),
            ("deadlines[JETS-ESF-08].due", date(2021, 4, 23), "CH16 38 CSS12: 26 February and eight weeks"),
            ("outcomes[employed].achieved_on", date(2021, 2, 26), "SPEC 3.5: 196.20 + 452.35 - 22.35 + 373.80"),
            ("outcomes[employed].counted", "1000.00", "SPEC 3.5"),
            ("outcomes[employed].evidence.lines[1].counted", False, "SPEC 3.5: a tax refund is no earnings"),
            ("provision.end_day", 122, "SPEC 1.13, 1.18: 28 October is day 1, 26 February day 122"),
            ("provision.end_reason", "outcome_achieved", "SPEC 1.18"),
            ("provision.end_mode", "manual", "SPEC 1.14"),
            ("warnings.count", 0, "the recorded end is the one that follows"),
        ],
    ),
    "employed-on-day-238": (
        date(2021, 7, 5),
        [
            ("provision.end_date", date(2021, 5, 5), "SPEC 1.13: day 182 of 5 November"),
            ("provision.end_mode", "automatic", "SPEC 1.14"),
            ("outcomes[employed][JETS-OUTCOME-02].verdict", "met", "SPEC 3.5: the job begins on day 182 itself"),
            ("outcomes[employed].achieved_on", date(2021, 6, 30), "SPEC 3.6: day 238, 318.40 + 681.60"),
            ("outcomes[employed].payable", True, "SPEC 3.5"),
            ("provision[JETS-COMPLETE-05].value", date(2021, 6, 30), "SPEC 1.18, 3.6: it counts after completion"),
            ("deadlines[JETS-CSS-09].count", 12, "CH16 38 CSS8: 5 November to 29 April"),
            ("deadlines[JETS-CSS-09][3].due", date(2021, 1, 5), "CH16 38 CSS8: 25 and 28 December, 1 January closed"),
            ("deadlines[JETS-CSS-09][10].due", date(2021, 4, 15), "CH16 38 CSS8: 2 and 5 April closed"),
            ("deadlines[JETS-EXIT-02].count", 0, "SPEC 1.19: in employment on the last day"),
        ],
    ),
    "employed-by-the-provider": (
        date(2021, 3, 31),
        [
            ("outcomes[employed].evidence.lines[0].counted", False, "SPEC 3.19: the provider's own pay"),
            ("outcomes[employed].achieved_on", date(2021, 2, 26), "SPEC 3.5: 340.00 + 660.00 in the other job"),
            ("outcomes[employed].payable", False, "SPEC 3.19"),
            ("outcomes[employed].blocked_by[0].rule", "JETS-EXCL-01", "SPEC 3.19"),
            ("provision.end_day", 110, "SPEC 1.18: 9 November is day 1"),
            ("deadlines[JETS-CSS-09].count", 2, "SPEC 2.3: suspended in December and from 18 January"),
        ],
    ),
    "payment-found-to-be-an-error": (
        date(2021, 3, 31),
        [
            ("outcomes[employed].status", "open", "SPEC 3.5: the payment of 29 January is withdrawn"),
            ("outcomes[employed].counted", "717.60", "SPEC 3.5: 512.00 + 205.60"),
            ("provision.status", "participating", "SPEC 1.13"),
        ],
    ),
    "self-employed-claim-on-day-299": (
        date(2021, 9, 1),
        [
            ("outcomes[self_employed].achieved_on", date(2021, 4, 25), "SPEC 3.7: the eighth week ends on 25 April"),
            ("outcomes[self_employed].counted", 8, "SPEC 3.7"),
            ("outcomes[self_employed].claim_by", date(2021, 8, 27), "SPEC 3.8: day 299 of 2 November"),
            ("outcomes[self_employed][JETS-CLAIM-01].code", "claimed_in_time", "SPEC 3.8: claimed on that day"),
            ("outcomes[self_employed].payable", True, "SPEC 3.7, 3.8"),
            ("outcomes[self_employed].safe_to_claim", True, "SPEC 3.8 note: a Monday in each of eight weeks"),
            ("provision.end_day", 175, "SPEC 1.18: 2 November is day 1"),
            ("provision.status", "closed", "SPEC 3.8: day 299 is over"),
            ("deadlines[JETS-CSS-09].count", 11, "SPEC 2.5(c)(i): self-employment suspends nothing"),
        ],
    ),
    "trading-every-sixth-day": (
        date(2021, 4, 15),
        [
            ("outcomes[self_employed].achieved_on", date(2021, 3, 28), "SPEC 3.7: 1 February and 55 days"),
            ("outcomes[self_employed].evidence.counts.any_period_once_trading", 8, "SPEC 3.8 note"),
            ("outcomes[self_employed].evidence.counts.any_period", 8, "SPEC 3.8 note: on benefit to 31 January"),
            ("outcomes[self_employed].evidence.counts.opens_on_trading_day", 5, "SPEC 3.8 note: every twelfth day"),
            ("outcomes[self_employed].evidence.counts.fixed_weeks", 8, "SPEC 3.8 note"),
            ("outcomes[self_employed].safe_to_claim", False, "SPEC 3.8 note: not under every reading"),
            ("outcomes[self_employed].claim_by", date(2021, 10, 8), "SPEC 3.8: day 299 of 14 December"),
            ("provision.end_day", 105, "SPEC 1.18: 14 December is day 1"),
        ],
    ),
    "universal-credit-compliance-unknown": (
        date(2021, 4, 20),
        [
            ("outcomes[self_employed].status", "undetermined", "SPEC 3.8 note: compliance is a condition of each day"),
            ("outcomes[self_employed].missing", ["benefits.self_employed_compliant"], "SPEC 3.8 note"),
            ("outcomes[self_employed].counted", 0, "SPEC 3.8 note: no week is certain"),
            ("outcomes[self_employed].payable", None, "SPEC 3.8 note"),
            ("deadlines[JETS-CSS-09][5].due", date(2021, 4, 16), "CH16 38 CSS8: 2 and 5 April closed"),
        ],
    ),
    "referred-before-christmas": (
        date(2021, 1, 29),
        [
            ("deadlines[JETS-REF-02].due", date(2020, 12, 29), "CH16 38 CSS1: 24, 29 December; 25, 28 closed"),
            ("deadlines[JETS-REF-02].status", "met", "CH16 38 CSS1"),
            ("deadlines[JETS-CSS-04].status", "late", "CH16 38 CSS4: contact on 30 December"),
            ("deadlines[JETS-CSS-05].due", date(2021, 1, 18), "CH16 38 CSS5: the 15th working day after 23 December"),
            ("deadlines[JETS-CSS-05].status", "met", "CH16 38 CSS5"),
            ("deadlines[JETS-CSS-06].status", "late", "CH16 38 CSS5: entered on the 19th, whatever the start date"),
            ("deadlines[JETS-CSS-03].due", date(2021, 2, 1), "CH16 38 CSS3: 25 working days"),
            ("deadlines[JETS-ESF-02].due", date(2021, 1, 25), "CH16 38 CSS11: 19 to 22, 25 January"),
            ("deadlines[JETS-ESF-02].status", "late", "CH16 38 CSS11: sent on the 26th"),
            ("deadlines[JETS-CSS-08].status", "pending", "CH16 38 CSS7: due on 1 February"),
            ("provision[JETS-DUR-02].value", 12, "SPEC 1.13: 18 January is day 1"),
            ("provision.latest_end_date", date(2021, 7, 18), "SPEC 1.13: day 182"),
        ],
    ),
    "referred-before-the-jubilee": (
        date(2022, 7, 8),
        [
            ("deadlines[JETS-REF-02].due", date(2022, 6, 1), "CH16 38 CSS1: 31 May, 1 June"),
            ("deadlines[JETS-CSS-05].due", date(2022, 6, 22), "CH16 38 CSS5: 2 and 3 June closed"),
            ("deadlines[JETS-CSS-06].status", "met", "CH16 38 CSS5: entered on the last day"),
            ("deadlines[JETS-CSS-08].due", date(2022, 7, 6), "CH16 38 CSS7: ten working days after 22 June"),
            ("findings[JETS-CONTRACT-02].code", "in_window", "SPEC 1.11: the contract's own last day"),
            ("provision.latest_end_date", date(2022, 12, 20), "SPEC 1.13: day 182"),
        ],
    ),
    "referred-around-ve-day-2020": (
        date(2020, 6, 10),
        [
            ("deadlines[JETS-REF-02].due", date(2020, 5, 5), "CH16 38 CSS1: Monday 4 May was a working day"),
            ("deadlines[JETS-CSS-05].due", date(2020, 5, 26), "CH16 38 CSS5: 8 and 25 May closed"),
            ("deadlines[JETS-CSS-03].due", date(2020, 6, 9), "CH16 38 CSS3: 25 working days"),
            ("findings[JETS-CONTRACT-02].code", "outside_window", "SPEC 1.11, 1.12: before the service starts"),
            ("findings[JETS-START-02].code", "did_not_start", "SPEC 2.16: attended and did not agree"),
            ("provision.status", "did_not_start", "SPEC 2.16"),
            ("outcomes.count", 0, "SPEC 3.5: there is no participant"),
        ],
    ),
    "changed-meeting-frequency": (
        date(2021, 4, 1),
        [
            ("deadlines[JETS-CSS-08].due", date(2021, 2, 8), "CH16 38 CSS7"),
        ],
    ),
    "mandated-wants-to-leave": (
        date(2021, 4, 1),
        [
            ("provision.status", "participating", "SPEC 1.18, 2.28"),
            ("provision[JETS-COMPLETE-04].verdict", "not_met", "SPEC 1.18: only those not mandated can leave"),
            ("provision.latest_end_date", date(2021, 7, 25), "SPEC 1.13: day 182 of 25 January"),
            ("provision[JETS-DUR-02].value", 67, "SPEC 1.13: 25 January is day 1"),
            ("findings[JETS-MAND-03].value", "with_decision_maker", "SPEC 2.28: DWP has referred"),
            ("deadlines[JETS-CSS-09][2].status", "late", "CH16 38 CSS8: due on 8 March, held on the 24th"),
            ("deadlines[JETS-CSS-11].status", "met", "CH16 38 CSS9: due on 10 March, tried on the 9th"),
        ],
    ),
    "disengaged-and-re-engaged": (
        date(2021, 6, 30),
        [
            ("provision.end_date", date(2021, 5, 23), "SPEC 1.13: day 182 of 23 November, the month away counted"),
            ("provision.end_reason", "full_term", "SPEC 1.13, 1.18"),
            ("provision[JETS-DUR-04].value", date(2021, 5, 23), "SPEC 1.13, 1.22"),
            ("provision[JETS-COMPLETE-06].code", "disengaged", "SPEC 1.18, 1.22: no completion"),
            ("deadlines[JETS-CSS-09][2].due", date(2021, 1, 7), "CH16 38 CSS8: the holidays between"),
            ("deadlines[JETS-CSS-09][2].status", "late", "CH16 38 CSS8: not held until 24 February"),
            ("deadlines[JETS-EXIT-02].opens", date(2021, 5, 10), "CH16 38 CSS10: ten working days to Sunday 23 May"),
            ("deadlines[JETS-EXIT-02].status", "met", "CH16 38 CSS10: given on the first of them"),
        ],
    ),
    "exit-report-given-early": (
        date(2021, 5, 31),
        [
            ("provision.end_date", date(2021, 5, 11), "SPEC 1.13: day 182 of 11 November"),
            ("deadlines[JETS-EXIT-02].opens", date(2021, 4, 27), "CH16 38 CSS10: 3 May closed"),
            ("deadlines[JETS-EXIT-02].status", "early", "CH16 38 CSS10: given on 26 April"),
            ("findings[JETS-EXIT-01].value", True, "SPEC 1.19: in no work at completion"),
        ],
    ),
    "seventeen-in-wales": (
        date(2021, 1, 8),
        [
            ("eligibility.verdict", "met", "SPEC 2.6: 16 in Wales"),
            ("eligibility[JETS-ELIG-02].facts.age", 17, "SPEC 2.6"),
            ("eligibility[JETS-ELIG-04].facts.benefit", "new_style_jsa", "SPEC 2.6"),
            ("findings[JETS-ESF-01].verdict", "not_met", "SPEC 1.26, 1.27"),
            ("deadlines[JETS-ESF-02].count", 0, "SPEC 1.26"),
            ("deadlines[JETS-CSS-07].due", date(2020, 12, 7), "CH16 38 CSS6: the working day after Friday 4 December"),
            ("deadlines[JETS-CSS-09][1].due", date(2021, 1, 6), "CH16 38 CSS8"),
            ("deadlines[JETS-CSS-09][1].status", "overdue", "CH16 38 CSS8"),
            ("provision.latest_end_date", date(2021, 6, 3), "SPEC 1.13: day 182"),
        ],
    ),
    "missing-facts": (
        date(2021, 3, 12),
        [
            ("eligibility.verdict", "undetermined", "SPEC 2.6, 2.7"),
            (
                "eligibility.missing",
                ["date_of_birth", "benefits.uc_regime", "job_ready_without_support"],
                "SPEC 2.6, 2.7",
            ),
            ("suitability.verdict", "met", "SPEC 2.8"),
            ("deadlines[JETS-CSS-06].status", "undetermined", "CH16 38 CSS5: the day of entry is not known"),
            ("deadlines[JETS-CSS-06].missing", ["start.recorded_on"], "CH16 38 CSS5"),
            ("provision.status", "undetermined", "SPEC 1.18: leaving ends provision only for who is not mandated"),
            ("provision.missing", ["participation_basis"], "SPEC 1.18"),
        ],
    ),
}


def case_called(name: str) -> Case:
    return Case.model_validate_json((JETS / f"{name}.json").read_bytes())


def answer_to(name: str) -> Assessment:
    return assess(case_called(name), as_of=EXPECTED[name][0])


@pytest.mark.parametrize("name", EXPECTED)
def test_headline_facts(name: str) -> None:
    assessed = answer_to(name)
    wrong = [
        f"{path}: {shown(got)}, not {shown(expected)} ({paragraph})"
        for path, expected, paragraph in EXPECTED[name][1]
        if not same(got := value_at(assessed, path), expected)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_case_is_in_the_readme_with_the_day_of_its_answer() -> None:
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| \[([a-z0-9-]+)\.json\][^|]*\| ([0-9-]{10}) \|", readme, re.MULTILINE)
    assert {file.stem for file in JETS.glob("*")} == set(EXPECTED)
    assert dict(rows) == {name: as_of.isoformat() for name, (as_of, _) in EXPECTED.items()}


def test_a_meeting_is_never_due_before_the_frequency_that_makes_it_so() -> None:
    # SPEC 2.5(c)(i): the frequency preferred replaces the ten working days from then on: five from 8 February, when
    # a meeting is held, twenty from 1 March, when another is.
    meetings = [
        d for d in answer_to("changed-meeting-frequency").deadlines if d.rule.id in {"JETS-CSS-09", "JETS-CSS-10"}
    ]
    assert [(d.due, d.status) for d in meetings] == [
        (date(2021, 2, 8), "met"),
        (date(2021, 2, 15), "met"),
        (date(2021, 2, 22), "late"),
        (date(2021, 3, 2), "met"),
        (date(2021, 3, 29), "met"),
        (date(2021, 4, 28), "pending"),
    ]


def test_as_known_before_the_correction_the_outcome_stood() -> None:
    known = case_called("payment-found-to-be-an-error").known_on(date(2021, 3, 10))
    employed = assess(known, as_of=date(2021, 3, 10)).outcomes[0]
    # SPEC 3.5: 512.00 + 512.00 by 29 January; the 205.60 of 26 February still count.
    assert (employed.achieved_on, str(employed.counted)) == (date(2021, 1, 29), "1229.60")


def test_another_reading_of_the_provider_employment_lets_the_other_job_count() -> None:
    read = programme("whp-jets").with_readings(provider_employment="earnings_only")
    as_of, _ = EXPECTED["employed-by-the-provider"]
    assert assess(case_called("employed-by-the-provider"), as_of=as_of, programme=read).outcomes[0].payable is True


def test_a_week_that_opens_on_a_trading_day_leaves_three_to_go() -> None:
    read = programme("whp-jets").with_readings(self_employed_week="opens_on_trading_day")
    as_of, _ = EXPECTED["trading-every-sixth-day"]
    outcome = assess(case_called("trading-every-sixth-day"), as_of=as_of, programme=read).outcomes[1]
    assert (outcome.status, outcome.counted) == ("open", 5)


@pytest.mark.parametrize(("compliant", "status"), [(True, "achieved"), (False, "open")])
def test_the_missing_fact_decides(compliant: bool, status: str) -> None:
    given = case_called("universal-credit-compliance-unknown").model_dump(mode="json", exclude_unset=True)
    given["participant"]["benefits"][0]["self_employed_compliant"] = compliant
    assert assess(Case.model_validate(given), as_of=date(2021, 4, 20)).outcomes[1].status == status


def test_seventeen_is_too_young_in_england() -> None:
    given = case_called("seventeen-in-wales").model_dump(mode="json", exclude_unset=True)
    given["participant"]["residence"][0] |= {"nation": "england", "cpa": "CPA1"}
    assert assess(Case.model_validate(given), as_of=date(2021, 1, 8)).eligibility.verdict == "not_met"


def test_the_demonstration_answers_for_every_case_with_a_citation_on_every_line() -> None:
    shown = subprocess.run(
        [sys.executable, "-X", "utf8", EXAMPLES / "demo.py"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert all(f", {name}, as of" in shown for name in EXPECTED)
    # A sentence too long for its line has its rule on the next.
    answers = re.sub(r"\n {10,}\[", " [", shown).splitlines()
    statements = [line for line in answers if line.startswith("  ")]
    assert len(statements) > 20 * len(EXPECTED)
    assert [line for line in statements if not re.search(r"\[JETS-[A-Z]+-\d\d: (spec|ch16) .+\]$", line)] == []
