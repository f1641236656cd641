"""The cases of examples/: their headline facts, each worked out by hand from the paragraph named beside it.

SPEC is the WHP JETS specification, CH16 chapter 16 of the WHP COVID-19 guidance, IPES the IPES call-off specification,
JFS the JFS provider guidance, WP chapter 1 of the Work Programme guidance. Day n is the Start Date plus n - 1; in the
Work Programme it is the day of the referral plus n - 1.
"""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dwp_rules import Assessment, Case, assess, programme
from dwp_rules.calendar import Month
from dwp_rules.facts import Start
from tests.portfolios import people_of
from tests.worked_examples.paths import same, shown, value_at

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = {file.stem: file for file in EXAMPLES.glob("*/*.json") if file.parent.name != "contracts"}

# The day of each answer, and what it must hold: (path, expected value, paragraph).
EXPECTED: dict[str, tuple[date, list[tuple[str, object, str]]]] = {
    "job-lost-in-support": (
        date(2022, 2, 28),
        [
            ("eligibility.verdict", "undetermined", "CH16 leaves it to chapter 2"),
            ("deadlines[WHP-CSS-01].due", date(2020, 9, 2), "CH16 37 CSS1: 31 August closed; 1, 2 September"),
            ("deadlines[WHP-CSS-02].status", "met", "CH16 37 CSS2: an attempt is enough"),
            ("deadlines[WHP-CSS-08].due", date(2020, 9, 28), "CH16 37 CSS7: the 20th working day after 28 August"),
            ("deadlines[WHP-CSS-08].status", "met", "CH16 37 CSS7"),
            ("findings[WHP-CSS-08].facts.working_days_left_from_start", 15, "CH16 37 CSS7: 8 to 28 September"),
            ("deadlines[WHP-ESF-01].status", "late", "CH16 37 CSS13: 14 September"),
            ("deadlines[WHP-CSS-09].count", 2, "CH16 37 CSS8, CSS11: none once work has begun"),
            ("deadlines[WHP-CSS-12].due", date(2020, 10, 18), "CH16 37 CSS10: the day before work"),
            ("deadlines[WHP-CSS-12].status", "met", "CH16 37 CSS10"),
            ("deadlines[WHP-CSS-13][0].due", date(2020, 11, 2), "CH16 37 CSS11: ten working days after 19 October"),
            ("deadlines[WHP-CSS-13][1].status", "met", "CH16 37 CSS11: 150 working days, as preferred"),
            ("outcomes[employed].achieved_on", date(2020, 12, 31), "CH16 20: 1750.00 + 1750.00"),
            ("outcomes[employed].threshold", "3500.00", "CH16 30: the contract's"),
            ("outcomes[employed][WHP-EARN-01].facts.milestone_1000", date(2020, 11, 30), "CH16 16"),
            ("outcomes[employed][WHP-EARN-01].facts.milestone_2000", date(2020, 12, 31), "CH16 16"),
            ("provision.end_date", date(2021, 12, 6), "day 456 of 7 September 2020"),
            ("provision.end_mode", "automatic", "day 456"),
            ("provision[WHP-STATE-01].value", "outcome_open", "CH16 20: to 7 June 2022"),
            ("deadlines[WHP-CSS-14].count", 0, "CH16 37 CSS12: in employment on day 456"),
            ("deadlines[WHP-CSS-15].due", date(2022, 1, 5), "CH16 37 CSS12: 27, 28 December and 3 January closed"),
            ("deadlines[WHP-CSS-15].status", "met", "CH16 37 CSS12"),
            ("deadlines[WHP-ESF-03].due", date(2022, 1, 31), "CH16 37 CSS14: eight weeks"),
            ("findings[WHP-PERF-01].facts.counted_in", ["cpa_headline", "cpa_disability"], "CH16 32"),
            ("warnings.count", 0, "the recorded end is the one that follows"),
        ],
    ),
    "numbers-left-to-the-contract": (
        date(2021, 3, 31),
        [
            ("outcomes[employed].status", "undetermined", "CH16 20, 30: no threshold is stated"),
            ("outcomes[employed].missing[0]", "employed_threshold", "CH16 20, 30"),
            ("outcomes[employed].counted", "2000.00", "CH16 16: 650.00 three times and 50.00"),
            ("outcomes[employed][WHP-EARN-01].facts.commencement", date(2020, 11, 27), "CH16 16"),
            ("outcomes[employed][WHP-EARN-01].facts.milestone_1000", date(2020, 12, 23), "CH16 16"),
            ("outcomes[employed][WHP-EARN-01].facts.milestone_2000", date(2021, 2, 26), "CH16 16"),
            ("outcomes[self_employed].missing[0]", "self_employed_weeks", "CH16 20, 30"),
            ("deadlines[WHP-ESF-01].count", 0, "CH16 41: in England only"),
            ("deadlines[WHP-CSS-12].count", 0, "CH16 37 CSS10: learnt of a day after work began"),
            ("findings[WHP-GROUP-01].value", "mandatory", "CH16 32 item 4"),
        ],
    ),
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
    "two-jobs-over-day-456": (
        date(2023, 7, 14),
        [
            ("eligibility.verdict", "met", "IPES 2.3"),
            ("suitability.verdict", "met", "IPES 2.4"),
            ("deadlines[IPES-REF-04].due", date(2021, 12, 15), "IPES 2.16: received on the 14th, which is day one"),
            ("deadlines[IPES-START-01].due", date(2022, 1, 10), "IPES 2.19: 27, 28 December and 3 January closed"),
            ("deadlines[IPES-START-01].status", "met", "IPES 2.19: held on the fifteenth working day"),
            ("deadlines[IPES-PLAN-02].due", date(2022, 2, 7), "IPES 2.22: four weeks of five working days"),
            ("deadlines[IPES-DOC-01][0].due", date(2023, 2, 20), "IPES 2.62: two weeks of five working days"),
            ("deadlines[IPES-DOC-01][1].due", date(2023, 5, 26), "IPES 2.62: ten working days after Saturday 13 May"),
            ("deadlines[IPES-DOC-01][1].status", "late", "IPES 2.62: issued on 30 May, the 29th closed"),
            ("provision[IPES-DUR-02].value", date(2023, 4, 10), "IPES 2.46: day 456, day 366 is 10 January 2023"),
            ("provision[IPES-DUR-03].value", date(2023, 10, 9), "IPES 2.46: day 638, 182 days after day 456"),
            ("provision.latest_end_date", date(2023, 10, 10), "IPES 2.46: day 639"),
            ("provision[IPES-DUR-01].value", 551, "IPES 2.46: 95 days after day 456"),
            ("provision[IPES-DUR-06].verdict", "met", "IPES 2.54: entered on 6 April"),
            ("provision.status", "extension", "IPES 2.46: in work on day 457"),
            ("provision.phases.count", 3, "IPES 2.46: before work, in work, in the extension"),
            ("provision.phases[1].first_day", 393, "IPES 2.46: 6 February 2023, 27 days after day 366"),
            ("provision.phases[1].last_day", 456, "IPES 2.46"),
            ("provision[IPES-DUR-07][0].value", 95, "IPES Annex 2, example 6: from day 393 to day 488"),
            ("provision[IPES-DUR-07][1].value", 62, "IPES Annex 2, example 6: from day 489 to day 551"),
            ("provision[IPES-DUR-04].verdict", "not_met", "IPES 2.47: day 489 + 182 is day 671, after day 639"),
            (
                "outcomes[employed.lower].achieved_on",
                date(2023, 4, 28),
                "IPES 5.8: £1,975.99 on 31 March, £1,976 needed",
            ),
            ("outcomes[employed.lower].evidence.threshold_reached", "2167", "IPES 4.8: £10.42 x 208 = £2,167.36"),
            ("outcomes[employed.lower].evidence.lines[2].total", "3105.99", "IPES 5.8: 845.99 + 1,130 + 1,130"),
            ("outcomes[employed.lower].payable", True, "IPES 4.6"),
            ("outcomes[employed.higher].status", "open", "IPES 4.8: £10.42 x 416 = £4,334.72, so £4,335"),
            ("outcomes[employed.higher].counted", "4226.49", "IPES 5.6: + 420.50 + 700, £108.51 short"),
            ("warnings.count", 0, "nothing contradicts itself"),
        ],
    ),
    "moved-away-early-completer": (
        date(2022, 3, 31),
        [
            ("deadlines[IPES-START-01].due", date(2021, 6, 14), "IPES 2.19: 31 May closed"),
            ("deadlines[IPES-PLAN-02].due", date(2021, 7, 5), "IPES 2.22: four weeks of five working days"),
            ("provision[IPES-DUR-02].value", date(2022, 9, 5), "IPES 2.46: day 456, day 366 is 7 June 2022"),
            ("provision[IPES-COMPLETE-07].facts.remaining", 188, "IPES 2.57: from day 268 to day 456"),
            ("provision[IPES-COMPLETE-07].value", True, "IPES 2.57: away for 189 days, to 6 September"),
            ("provision.status", "early_completer", "IPES 2.57"),
            ("provision.end_date", date(2022, 3, 1), "IPES 2.57, 2.58"),
            ("provision.end_day", 268, "IPES 2.46: 267 days after 7 June 2021"),
            ("provision.end_mode", "manual", "IPES 2.58"),
            ("deadlines[IPES-DOC-03].count", 0, "IPES 2.48, 2.58: no progress report of an early completer"),
            ("deadlines[IPES-DOC-06].count", 0, "IPES 2.58: nor an exit activity plan"),
            ("deadlines[IPES-CONTACT-01].count", 38, "IPES 2.27: 38 weeks to 23 February, none due after 1 March"),
            ("outcomes[employed.lower].status", "closed", "IPES 5.27"),
            ("warnings.count", 0, "the recorded end is the one that follows"),
        ],
    ),
    "self-employed-lower-outcome": (
        date(2022, 12, 30),
        [
            ("eligibility.verdict", "met", "IPES 2.3"),
            ("deadlines[IPES-START-01].due", date(2022, 7, 6), "IPES 2.19: three weeks of five working days"),
            ("deadlines[IPES-SE-05].due", date(2022, 9, 21), "IPES 5.18: told on the 13th, 19 September closed"),
            ("deadlines[IPES-SE-05].status", "met", "IPES 5.18"),
            ("deadlines[IPES-DOC-01].count", 0, "IPES 2.62: the self-employed have no employer"),
            ("provision.phases[1].first_day", 71, "IPES 2.46: 12 September is 70 days after 4 July"),
            ("provision[IPES-DUR-02].value", date(2023, 10, 2), "IPES 2.46: day 456, day 366 is 4 July 2023"),
            ("outcomes[self_employed.lower].achieved_on", date(2022, 12, 11), "IPES 4.9: 12 September and 90 days"),
            ("outcomes[self_employed.lower].counted", 13, "IPES 5.10"),
            ("outcomes[self_employed.lower].claim_by", date(2024, 6, 2), "IPES 5.25: day 700, two days before 4 June"),
            ("outcomes[self_employed.lower].payable", True, "IPES 5.25, 5.27"),
            ("outcomes[self_employed.lower].safe_to_claim", True, "IPES 5.10: a Monday in each of thirteen weeks"),
            ("outcomes[self_employed.higher].status", "open", "IPES 4.9: 13 of 26 weeks"),
        ],
    ),
    "over-new-year": (
        date(2022, 1, 14),
        [
            ("eligibility.verdict", "met", "JFS 2.02: on benefit for 50 days"),
            ("suitability.verdict", "met", "JFS 2.03"),
            ("deadlines[JFS-REF-02].due", date(2021, 12, 22), "JFS 3.07: received on the 21st, which is day one"),
            ("deadlines[JFS-START-01].due", date(2022, 1, 6), "JFS 3.17: 27, 28 December, 3, 4 January closed"),
            ("deadlines[JFS-START-01].status", "met", "JFS 3.17"),
            ("deadlines[JFS-START-08].due", date(2022, 1, 10), "JFS 3.27: two working days later"),
            ("deadlines[JFS-START-08].status", "late", "JFS 3.27: entered on the 11th"),
            ("deadlines[JFS-START-07].due", date(2022, 1, 13), "JFS 3.19: 7, 10, 11, 12, 13 January"),
            ("provision[JFS-DUR-01].value", date(2022, 1, 20), "JFS 1.23: ten working days after 6 January"),
            ("deadlines[JFS-DUR-02].due", date(2022, 2, 3), "JFS 1.23: twenty"),
            ("provision.latest_end_date", date(2022, 2, 5), "JFS 5.08: 30 days after 6 January"),
            ("provision[JFS-COMPLETE-02].value", 135, "JFS 5.02: 60 + 75 minutes"),
            ("outcomes.count", 0, "JFS has no outcome payments"),
        ],
    ),
    "completer-with-all-five-conditions": (
        date(2021, 10, 29),
        [
            ("deadlines[JFS-START-01].due", date(2021, 9, 16), "JFS 3.17: eight working days after 6 September"),
            ("deadlines[JFS-START-08].due", date(2021, 9, 20), "JFS 3.27: ten"),
            ("provision[JFS-COMPLETE-01].verdict", "met", "JFS 5.02"),
            ("provision[JFS-COMPLETE-02].value", 240, "JFS 5.02: 60 + 90 + 90, the group session apart"),
            ("provision.status", "completed", "JFS 5.02"),
            ("provision.end_date", date(2021, 9, 28), "JFS 5.02: the copy of the plan is the last condition"),
            ("provision.end_day", 16, "13 September is day 1"),
            ("provision.end_mode", "manual", "JFS 5.08, 5.09"),
            ("deadlines[JFS-DUR-02].due", date(2021, 10, 11), "JFS 1.23: four weeks of five working days"),
            ("deadlines[JFS-JFAP-05].due", date(2021, 10, 6), "JFS 5.03: asked for on 29 September"),
            ("deadlines[JFS-JFAP-05].status", "met", "JFS 5.03"),
            ("findings[JFS-OFFER-01].verdict", "met", "JFS 1.19: 240 minutes offered"),
            ("warnings.count", 0, "the recorded end is the one that follows"),
        ],
    ),
    "did-not-attend": (
        date(2022, 3, 18),
        [
            ("deadlines[JFS-REF-02].due", date(2022, 3, 2), "JFS 3.07"),
            ("deadlines[JFS-CONTACT-01].due", date(2022, 3, 11), "JFS 3.11: eight working days after 1 March"),
            ("deadlines[JFS-CONTACT-01].done", date(2022, 3, 3), "JFS 3.11"),
            ("deadlines[JFS-START-08].due", date(2022, 3, 15), "JFS 3.27: ten working days"),
            ("deadlines[JFS-START-08].status", "met", "JFS 3.27, 3.33"),
            ("findings[JFS-OUTCOME-03].verdict", "met", "JFS 3.33: missed the meeting of 9 March"),
            ("findings[JFS-OUTCOME-02].verdict", "not_met", "JFS 3.31: did not attend, so no Did Not Start"),
            ("provision.status", "cancelled_did_not_attend", "JFS 3.34"),
            ("provision.start", None, "JFS Annex 3 (Start Date)"),
        ],
    ),
    "completed-over-29-february": (
        date(2016, 3, 31),
        [
            ("deadlines[WP-START-01].due", date(2014, 3, 31), "WP 7: three weeks of five working days"),
            ("deadlines[WP-START-01].status", "met", "WP 7: attached on 28 March"),
            ("provision[WP-DUR-01].value", date(2016, 3, 6), "WP 7: 731 days to 10 March 2016, 727 to the 6th"),
            ("provision[WP-DUR-05].facts.next_day", date(2016, 3, 7), "WP 7, 11"),
            ("provision[WP-DUR-05].facts.two_years", date(2016, 3, 9), "WP 7, 11"),
            ("provision[WP-DUR-03].value", date(2016, 3, 6), "WP 12: neither work nor leaving benefit stops it"),
            ("provision.start", date(2014, 3, 10), "WP 7: the referral, not the attachment"),
            ("provision.end_date", date(2016, 3, 6), "WP 7, 11"),
            ("provision.end_day", 728, "WP 7: 104 weeks"),
            ("findings[WP-EXIT-01].value", True, "WP 22: returned to the Jobcentre"),
            ("deadlines[WP-EXIT-02].due", date(2016, 3, 24), "WP Key responsibilities: ten days after 14 March"),
            ("deadlines[WP-EXIT-02].status", "met", "WP Key responsibilities"),
        ],
    ),
    "completed-early": (
        date(2016, 3, 31),
        [
            ("deadlines[WP-START-01].due", date(2015, 2, 23), "WP 7: three weeks of five working days"),
            ("deadlines[WP-START-01].status", "met", "WP 7: attached on the last day"),
            ("provision.status", "completed_early", "WP 12"),
            ("provision.end_date", date(2016, 3, 7), "WP 12"),
            ("provision.end_day", 400, "day 366 is 2 February 2016, 29 February is in between"),
            ("provision[WP-DUR-01].value", date(2017, 1, 29), "WP 7: 731 days to 2 February 2017, 727 to 29 January"),
            ("findings[WP-EXIT-01].verdict", "not_met", "WP 22: not returned to the Jobcentre"),
            ("deadlines[WP-EXIT-02].count", 0, "WP Key responsibilities: nobody asked for a report"),
        ],
    ),
}


def case_called(name: str) -> Case:
    return Case.model_validate_json(FILES[name].read_bytes())


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
    assert set(FILES) == set(EXPECTED)
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


def test_ten_working_days_for_an_exit_report_end_after_easter() -> None:
    # WP Key responsibilities: 15 to 24 March are eight working days; Friday the 25th and Monday the 28th are closed.
    read = programme("work-programme").with_readings(ten_days="working_day")
    assessed = assess(case_called("completed-over-29-february"), as_of=date(2016, 3, 31), programme=read)
    assert value_at(assessed, "deadlines[WP-EXIT-02].due") == date(2016, 3, 30)


def test_a_day_less_away_completes_nothing() -> None:
    # IPES 2.57: 188 days are left on 1 March 2022, and to 5 September it is 188 days.
    given = case_called("moved-away-early-completer").model_dump(mode="json", exclude_unset=True)
    given["events"] = [event for event in given["events"] if event["kind"] != "provision_ended"]
    move = next(event for event in given["events"] if event["kind"] == "moved")
    move["expected_return_on"] = "2022-09-05"
    assert assess(Case.model_validate(given), as_of=date(2022, 3, 31)).provision.end_date is None


def test_the_holidays_of_england_and_wales_alone_end_eight_working_days_a_day_sooner() -> None:
    # JFS 3.17, Annex 3: Tuesday 4 January 2022 is a holiday in Scotland only.
    read = programme("jfs").with_readings(calendar="england_and_wales")
    assessed = assess(case_called("over-new-year"), as_of=date(2022, 1, 14), programme=read)
    assert value_at(assessed, "deadlines[JFS-START-01].due") == date(2022, 1, 5)


def test_the_demonstration_answers_for_every_programme_with_a_citation_on_every_line() -> None:
    shown = subprocess.run(
        [sys.executable, "-X", "utf8", EXAMPLES / "demo.py"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    headings = re.findall(r"^\S+, ([a-z-]+)/([a-z0-9-]+), as of ", shown, re.MULTILINE)
    assert {folder for folder, _ in headings} == {file.parent.name for file in FILES.values()}
    assert {name for _, name in headings} <= set(EXPECTED)
    assert len(shown.splitlines()) < 500
    # A sentence too long for its line has its rule on the next.
    answers = re.sub(r"\n {10,}\[", " [", shown).splitlines()
    statements = [line for line in answers if line.startswith("  ")]
    assert len(statements) > 15 * len(headings)
    cited = r"\[(JETS|WHP|IPES|JFS|WP)-[A-Z]+-\d\d: (spec|ch16|IPES|JFS|WP ch1) .+\]$"
    assert [line for line in statements if not re.search(cited, line)] == []


def test_the_demonstration_ends_with_a_contract_a_scorecard_and_the_cohorts_of_a_provider() -> None:
    shown = subprocess.run(
        [sys.executable, "-X", "utf8", EXAMPLES / "demo.py"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    *_cases, contract, scorecard, table = re.split(r"\n═+\n", shown)
    assert contract.startswith("Silverdale, Job Finding Support: contract JFS-1, as of 14 January 2022")
    assert "CSS 1 in 2021-05: red again, 80% against 85%; 5 more in time would have saved 10%" in contract
    assert scorecard.startswith("Brightwater, WHP JETS, 1000 people referred: scorecard of 2022-03")
    assert re.findall(r"^  (CSS\S+)", scorecard, re.MULTILINE) == [
        *("CSS1", "CSS2", "CSS3", "CSS4", "CSS5a", "CSS5b", "CSS6", "CSS7"),
        *("CSS8", "CSS9", "CSS10", "CSS11", "CSS12", "CSS13", "CSS14"),
    ]
    rows = re.findall(r"^  (\d{4}-\d\d) +(\d+) +(\d+) +(\d+) ", table, re.MULTILINE)
    assert [month for month, *_numbers in rows] == [str(month) for month in Month(2020, 10).to(Month(2022, 4))]
    started = [
        case for case in people_of("whp-jets") for start in case.events_of(Start) if start.on <= date(2022, 4, 8)
    ]
    assert sum(int(starts) for _month, starts, *_outcomes in rows) == len(started)
