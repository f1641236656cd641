import pickle
from datetime import date, datetime, timedelta
from decimal import Decimal, Inexact, localcontext
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dwp_rules.outcomes import EARNINGS_FROM_WORK, NotCounted, WhatCounts, earnings_ledger
from tests.outcomes.given import FIRST, Paid, any_payment, day, paid, pay_dates, pounds, wages
from tests.outcomes.oracles import naive_ledger

LAST = FIRST + timedelta(days=100)
THRESHOLD = Decimal("1000.00")
RATES = {
    # National Living Wage by date, and the lower and higher threshold of IPES-EARN-02.
    day("2019-04-01"): ("1708", "3415"),
    day("2020-04-01"): ("1814", "3628"),
    day("2021-04-01"): ("1853", "3707"),
}


def lower(on: date) -> Decimal:
    return Decimal(RATES[max(start for start in RATES if start <= on)][0])


def higher(on: date) -> Decimal:
    return Decimal(RATES[max(start for start in RATES if start <= on)][1])


def jets(payments, *, start="2020-10-05", last="2021-05-30", **counting):
    return earnings_ledger(payments, THRESHOLD, day(start), day(last), what_counts=WhatCounts(**counting))


class TestExamplesOfJets:
    """WHP JETS specification, 3.4 and 3.5; each expected value is the catalogue's."""

    @pytest.mark.parametrize(
        ("payments", "counted", "reached_on", "shortfall"),
        [
            pytest.param([("2021-01-29", "999.99")], "999.99", None, "0.01", id="EARN-01: a penny short"),
            pytest.param(
                [("2021-01-29", "999.99"), ("2021-02-05", "0.01")], "1000.00", "2021-02-05", "0.00", id="EARN-01: exact"
            ),
            pytest.param(
                [("2021-01-29", "1250.00"), ("2021-02-05", "-300.00")],
                "950.00",
                "2021-01-29",
                "50.00",
                id="EARN-01: once reached stays reached",
            ),
            pytest.param(
                [("2020-12-18", "420.00"), ("2021-01-29", "379.99"), ("2021-02-26", "200.01")],
                "1000.00",
                "2021-02-26",
                "0",
                id="OUTCOME-01: reached exactly",
            ),
            pytest.param([("2021-05-30", "1000.00")], "1000.00", "2021-05-30", "0", id="OUTCOME-01: on day 238"),
            pytest.param(
                [("2021-04-22", "999.99"), ("2021-05-31", "500.00")], "999.99", None, "0.01", id="OUTCOME-01: day 239"
            ),
        ],
    )
    def test_the_threshold_is_reached_when_equalled(self, payments, counted, reached_on, shortfall):
        ledger = jets([paid(*one) for one in payments])
        assert str(ledger.counted) == counted
        assert ledger.reached_on == (reached_on and day(reached_on))
        assert ledger.shortfall(THRESHOLD) == Decimal(shortfall)

    def test_several_employers_add_up_from_the_first_qualifying_job_on(self):
        """EARN-02: what was paid before the commencement is left out."""
        ledger = jets(
            [
                paid("2020-11-27", "300.00"),
                paid("2020-12-31", "640.50", work_id="first"),
                paid("2021-01-29", "200.00", work_id="second"),
            ],
            employed_from=day("2020-11-30"),
        )
        assert ledger.counted == Decimal("840.50")
        assert [line.code for line in ledger.lines] == [NotCounted.BEFORE_EMPLOYMENT, None, None]

    def test_pay_after_the_last_day_is_left_out(self):
        """EARN-02: day 238 counts, the day after it does not."""
        ledger = jets([paid("2021-05-30", "100.00"), paid("2021-05-31", "900.00")], employed_from=day("2020-11-30"))
        assert ledger.counted == Decimal("100.00")
        assert [line.code for line in ledger.lines] == [None, NotCounted.AFTER_WINDOW]

    def test_first_earnings_are_the_first_above_zero(self):
        """EARN-03."""
        assert jets([paid("2020-12-18", "0.00"), paid("2020-12-31", "120.00")]).first_earnings_on == day("2020-12-31")
        assert jets([]).first_earnings_on is None
        assert jets([paid("2020-12-18", "50.00", "tax_refund")]).first_earnings_on is None
        assert jets([paid("2020-12-18", "-0.01"), paid("2020-12-31", "0.01")]).first_earnings_on == day("2020-12-31")

    def test_pay_from_the_supply_chain_does_not_count(self):
        """EXCL-01: 640 pounds from the supply chain leave 999.99, a penny short."""
        payments = [paid("2020-12-31", "640.00", employer="supply_chain"), paid("2021-02-26", "999.99")]
        ledger = jets(payments)
        assert ledger.counted == Decimal("999.99")
        assert ledger.reached_on is None
        assert ledger.lines[0].code is NotCounted.PROVIDER_EMPLOYED
        payments[1] = paid("2021-02-26", "1000.00", employer="unrelated")
        assert jets(payments).reached_on == day("2021-02-26")

    def test_jobs_begun_too_late_can_be_left_out_with_the_reason(self):
        """OUTCOME-01, ambiguity 2, the strict reading."""
        payments = [paid("2021-03-31", "600.00", work_id="J1"), paid("2021-05-21", "600.00", work_id="J2")]
        assert jets(payments).reached_on == day("2021-05-21")
        strict = jets(payments, jobs_not_counted={"J2": NotCounted.JOB_BEGAN_TOO_LATE})
        assert (strict.counted, strict.reached_on) == (Decimal("600.00"), None)
        assert strict.lines[1].code is NotCounted.JOB_BEGAN_TOO_LATE

    def test_the_case_in_the_examples(self):
        """412.50 and 587.50 make 1,000.00 to the penny; the tax refund between them does not count."""
        ledger = jets(
            [
                paid("2021-01-29", "412.50", work_id="J1"),
                paid("2021-02-12", "60.00", "tax_refund", work_id="J1"),
                paid("2021-02-26", "587.50", work_id="J1"),
            ],
            start="2020-10-27",
        )
        assert ledger.to_dict() == {
            "lines": [
                {
                    "on": "2021-01-29",
                    "amount": "412.50",
                    "payment": "wages",
                    "work_id": "J1",
                    "employer": None,
                    "counted": True,
                    "code": None,
                    "total": "412.50",
                    "threshold": "1000.00",
                },
                {
                    "on": "2021-02-12",
                    "amount": "60.00",
                    "payment": "tax_refund",
                    "work_id": "J1",
                    "employer": None,
                    "counted": False,
                    "code": "kind_does_not_count",
                    "total": "412.50",
                    "threshold": None,
                },
                {
                    "on": "2021-02-26",
                    "amount": "587.50",
                    "payment": "wages",
                    "work_id": "J1",
                    "employer": None,
                    "counted": True,
                    "code": None,
                    "total": "1000.00",
                    "threshold": "1000.00",
                },
            ],
            "counted": "1000.00",
            "reached_on": "2021-02-26",
            "threshold_reached": "1000.00",
            "fell_below_on": None,
        }


IPES_EXAMPLES = [
    # id, start, last day, payments, total, (day, threshold) of the lower, of the higher
    ("OUTCOME-01", "2019-12-04", [("2020-01-31", "850"), ("2020-02-28", "858")], "1708", ("2020-02-28", "1708"), None),
    ("OUTCOME-01", "2019-12-04", [("2020-01-31", "850"), ("2020-02-28", "857.99")], "1707.99", None, None),
    (
        "OUTCOME-01",
        "2021-06-01",
        [("2021-07-30", "617.67"), ("2021-08-30", "617.67"), ("2021-09-30", "617.67")],
        "1853.01",
        ("2021-09-30", "1853"),
        None,
    ),
    (
        "OUTCOME-02",
        "2019-12-04",
        [("2020-01-31", "1708"), ("2020-02-28", "1707")],
        "3415",
        ("2020-01-31", "1708"),
        ("2020-02-28", "3415"),
    ),
    ("OUTCOME-02", "2019-12-04", [("2020-02-28", "3415")], "3415", ("2020-02-28", "1708"), ("2020-02-28", "3415")),
    ("OUTCOME-02", "2019-12-04", [("2020-02-28", "3414.99")], "3414.99", ("2020-02-28", "1708"), None),
    (
        "OUTCOME-03",
        "2019-12-04",
        [("2021-08-31", "3000"), ("2021-09-02", "800")],
        "3800",
        ("2021-08-31", "1853"),
        ("2021-09-02", "3707"),
    ),
    (
        "OUTCOME-03",
        "2019-12-04",
        [("2021-08-31", "3000"), ("2021-09-03", "800")],
        "3000",
        ("2021-08-31", "1853"),
        None,
    ),
    (
        "OUTCOME-08",
        "2019-12-04",
        [("2020-03-31", "1700"), ("2020-04-03", "20"), ("2020-04-30", "100")],
        "1820",
        ("2020-04-30", "1814"),
        None,
    ),
    (
        "OUTCOME-08",
        "2019-12-04",
        [("2020-03-31", "1708"), ("2020-04-30", "10")],
        "1718",
        ("2020-03-31", "1708"),
        None,
    ),
    ("EARN-03", "2019-12-04", [("2020-03-27", "1700"), ("2020-04-24", "113")], "1813", None, None),
    ("EARN-03", "2019-12-04", [("2020-03-27", "1700"), ("2020-04-24", "114")], "1814", ("2020-04-24", "1814"), None),
    ("EARN-03", "2019-12-04", [("2020-03-31", "1750")], "1750", ("2020-03-31", "1708"), None),
    (
        "EARN-03",
        "2020-09-01",
        [("2021-03-26", "3600"), ("2021-04-01", "100"), ("2021-04-30", "7")],
        "3707",
        ("2021-03-26", "1814"),
        ("2021-04-30", "3707"),
    ),
    (
        "EARN-04",
        "2020-02-03",
        [("2020-01-31", "900"), ("2020-03-31", "900"), ("2020-06-30", "913")],
        "1813",
        None,
        None,
    ),
    ("EARN-04", "2020-02-03", [("2020-03-31", "900"), ("2020-06-30", "914")], "1814", ("2020-06-30", "1814"), None),
    (
        "EARN-05",
        "2019-12-04",
        [("2020-01-15", "1200", "payment_in_lieu_of_notice"), ("2020-02-28", "600")],
        "600",
        None,
        None,
    ),
    ("EARN-05", "2019-12-04", [("2020-02-28", "1700"), ("2020-03-10", "55", "tax_refund")], "1700", None, None),
    (
        "EARN-05",
        "2019-12-04",
        [("2020-02-28", "1700"), ("2020-03-10", "400", "other_retainer"), ("2020-03-27", "8")],
        "1708",
        ("2020-03-27", "1708"),
        None,
    ),
    (
        "EARN-10",
        "2019-12-04",
        [("2020-02-28", "1000"), ("2020-03-13", "-200", "correction"), ("2020-03-27", "800")],
        "1600",
        None,
        None,
    ),
]


class TestExamplesOfIpes:
    """IPES call-off specification, 5.6, 5.8, 5.26 and 4.25; thresholds follow the wage of the pay date."""

    @pytest.mark.parametrize(("entry", "start", "payments", "counted", "low", "high"), IPES_EXAMPLES)
    def test_the_threshold_is_that_of_the_pay_date(self, entry, start, payments, counted, low, high):
        first, last = day(start), day(start) + timedelta(days=638)
        for rule, expected in ((lower, low), (higher, high)):
            ledger = earnings_ledger([paid(*one) for one in payments], rule, first, last)
            assert ledger.counted == Decimal(counted), entry
            assert (ledger.reached_on, ledger.threshold_reached) == (
                (day(expected[0]), Decimal(expected[1])) if expected else (None, None)
            )

    def test_a_correction_after_the_crossing_shows_where_the_total_fell_below(self):
        """EARN-10: still reached on 28 February, below again on 13 March."""
        payments = [paid("2020-02-28", "1710.00"), paid("2020-03-13", "-10.00", "correction")]
        ledger = earnings_ledger(payments, lower, day("2019-12-04"), day("2021-09-02"))
        assert (ledger.counted, ledger.reached_on) == (Decimal("1700.00"), day("2020-02-28"))
        assert ledger.fell_below_on == day("2020-03-13")

    def test_falling_below_is_measured_by_the_threshold_that_was_reached(self):
        """1,710 passed 1,708 in March 2020; the 1,814 of April 2020 takes nothing back, nor does a total of 1,708."""
        payments = [paid("2020-03-31", "1710.00"), paid("2020-04-30", "-2.00"), paid("2020-05-29", "-0.01")]
        ledger = earnings_ledger(payments[:2], lower, day("2019-12-04"), day("2021-09-02"))
        assert ledger.fell_below_on is None
        ledger = earnings_ledger(payments, lower, day("2019-12-04"), day("2021-09-02"))
        assert ledger.fell_below_on == day("2020-05-29")

    def test_only_the_first_fall_below_is_shown(self):
        payments = [
            paid("2020-02-28", "1708"),
            paid("2020-03-02", "-1"),
            paid("2020-03-03", "5"),
            paid("2020-03-04", "-5"),
        ]
        ledger = earnings_ledger(payments, lower, day("2019-12-04"), day("2021-09-02"))
        assert ledger.fell_below_on == day("2020-03-02")

    @pytest.mark.parametrize("employer", ["prime", "supply_chain"])
    def test_pay_from_the_provider_never_counts(self, employer):
        """EARN-06: 900 from the supply chain and 1,708 from elsewhere reach 1,708 on the second pay date."""
        payments = [paid("2020-02-28", "900", employer=employer), paid("2020-03-27", "1708", employer="unrelated")]
        ledger = earnings_ledger(payments, lower, day("2019-12-04"), day("2021-09-02"))
        assert (ledger.counted, ledger.reached_on) == (Decimal("1708.00"), day("2020-03-27"))
        everyone = EARNINGS_FROM_WORK._replace(employers=frozenset({"unrelated", "prime", "supply_chain"}))
        ledger = earnings_ledger(payments, lower, day("2019-12-04"), day("2021-09-02"), what_counts=everyone)
        assert ledger.counted == Decimal(2608)


def test_milestones_of_whp_core():
    """WHP COVID-19 chapter 16, 16 (WHP-EARN-01): 650 three times and 50."""
    payments = [
        paid("2020-11-27", "650.00"),
        paid("2020-12-23", "650.00"),
        paid("2021-01-29", "650.00"),
        paid("2021-02-26", "50.00"),
    ]
    reached = [
        earnings_ledger(payments, Decimal(milestone), day("2020-09-07"), day("2022-06-07")).reached_on
        for milestone in ("1000.00", "2000.00")
    ]
    assert reached == [day("2020-12-23"), day("2021-02-26")]


class TestBoundaries:
    @pytest.mark.parametrize(
        ("on", "code"),
        [
            (FIRST - timedelta(days=1), NotCounted.BEFORE_WINDOW),
            (FIRST, None),
            (LAST, None),
            (LAST + timedelta(days=1), NotCounted.AFTER_WINDOW),
        ],
    )
    def test_both_ends_of_the_window_count(self, on, code):
        ledger = earnings_ledger([Paid(on, THRESHOLD)], THRESHOLD, FIRST, LAST)
        assert ledger.lines[0].code is code
        assert ledger.lines[0].counted is (code is None)
        assert ledger.reached_on == (on if code is None else None)

    def test_a_window_of_one_day(self):
        assert earnings_ledger([Paid(FIRST, THRESHOLD)], THRESHOLD, FIRST, FIRST).reached_on == FIRST

    def test_the_first_day_of_employment_counts(self):
        early, on_time = paid("2020-11-29", "10"), paid("2020-11-30", "20")
        assert jets([early, on_time], employed_from=day("2020-11-30")).counted == Decimal(20)

    def test_payments_of_one_day_are_netted_before_the_threshold_is_tested(self):
        """1,250 and a correction of -300 on one day make 950: never reached."""
        payments = [paid("2021-01-29", "1250.00"), paid("2021-01-29", "-300.00", "correction")]
        ledger = jets(payments)
        assert (ledger.counted, ledger.reached_on, ledger.fell_below_on) == (Decimal("950.00"), None, None)
        assert [str(line.total) for line in ledger.lines] == ["950.00", "950.00"]

    def test_a_correction_of_the_day_of_the_crossing_can_leave_it_reached(self):
        payments = [paid("2021-01-29", "1250.00"), paid("2021-01-29", "-250.00", "correction")]
        assert jets(payments).reached_on == day("2021-01-29")

    def test_the_threshold_stands_on_the_lines_that_it_tested(self):
        payments = [
            paid("2021-01-28", "5", "tax_refund"),
            paid("2021-01-29", "999.99"),
            paid("2021-01-29", "5", "tax_refund"),
            paid("2021-01-30", "0.01"),
            paid("2021-01-31", "7.00"),
        ]
        lines = jets(payments).lines
        assert [(line.amount, line.threshold) for line in lines] == [
            (Decimal(5), None),
            (Decimal(5), None),
            (Decimal("999.99"), THRESHOLD),
            (Decimal("0.01"), THRESHOLD),
            (Decimal("7.00"), None),
        ]
        assert [str(line.total) for line in lines] == ["0.00", "999.99", "999.99", "1000.00", "1007.00"]

    def test_lines_are_made_once(self):
        ledger = jets([paid("2021-01-29", "10")])
        assert ledger.lines is ledger.lines
        assert repr(ledger) == "<Ledger: 1 payments, 10.00 counted, not reached>"
        assert repr(jets([paid("2021-01-29", "1000")])) == (
            "<Ledger: 1 payments, 1000.00 counted, reached on 2021-01-29>"
        )

    def test_ledgers_can_be_pickled(self):
        ledger = earnings_ledger([paid("2020-03-31", "1710.00")], lower, day("2019-12-04"), day("2021-09-02"))
        again = pickle.loads(pickle.dumps(ledger))
        assert again == ledger
        assert again.lines == ledger.lines

    def test_no_payments_at_all(self):
        ledger = jets([])
        assert (ledger.lines, str(ledger.counted), ledger.reached_on, ledger.fell_below_on) == ((), "0.00", None, None)

    @pytest.mark.parametrize("kind", ["wages", "holiday_pay", "correction"])
    def test_kinds_that_count(self, kind):
        assert jets([paid("2021-01-29", "10", kind)]).lines[0].counted

    @pytest.mark.parametrize(
        "kind",
        [
            "tax_refund",
            "payment_in_lieu_of_notice",
            "reservist_retainer",
            "other_retainer",
            "earlier_job",
            "not_qualifying",
        ],
    )
    def test_kinds_that_do_not_count(self, kind):
        """IPES 5.26."""
        assert jets([paid("2021-01-29", "10", kind)]).lines[0].code is NotCounted.KIND_DOES_NOT_COUNT

    def test_a_programme_can_say_which_kinds_count(self):
        payments = [paid("2021-01-29", "10", "other_retainer"), paid("2021-01-29", "7")]
        assert jets(payments, kinds=frozenset({"other_retainer"})).counted == Decimal(10)


def test_the_first_reason_that_holds_is_given():
    """In the order of the codes: each payment here has its own reason and every later one."""
    jobs = {
        "J1": NotCounted.JOB_BEGAN_BEFORE_START,
        "J2": NotCounted.JOB_BEGAN_TOO_LATE,
        "J4": NotCounted.SELF_EMPLOYMENT,
    }
    payments = [
        paid("2020-10-04", "1", "tax_refund", work_id="J1", employer="prime"),
        paid("2020-11-01", "2", "tax_refund", work_id="J1", employer="prime"),
        paid("2020-12-01", "3", "tax_refund", work_id="J1", employer="prime"),
        paid("2020-12-02", "4", "wages", work_id="J1", employer="prime"),
        paid("2020-12-03", "5", "wages", work_id="J1"),
        paid("2020-12-04", "6", "wages", work_id="J2"),
        paid("2020-12-05", "7", "wages", work_id="J3"),
        paid("2020-12-06", "9", "wages", work_id="J4"),
        paid("2021-05-31", "8", "tax_refund", work_id="J1", employer="prime"),
    ]
    ledger = jets(payments, employed_from=day("2020-11-30"), jobs_not_counted=jobs)
    assert [line.code for line in ledger.lines] == [
        NotCounted.BEFORE_WINDOW,
        NotCounted.BEFORE_EMPLOYMENT,
        NotCounted.KIND_DOES_NOT_COUNT,
        NotCounted.PROVIDER_EMPLOYED,
        NotCounted.JOB_BEGAN_BEFORE_START,
        NotCounted.JOB_BEGAN_TOO_LATE,
        None,
        NotCounted.SELF_EMPLOYMENT,
        NotCounted.AFTER_WINDOW,
    ]
    assert {line.code for line in ledger.lines} == {*NotCounted, None}
    assert ledger.to_dict()["lines"][3]["employer"] == "prime"


class TestTheRuleForTheThreshold:
    """A rule that knows no answer for a day must not spoil an answer that does not hang on that day."""

    def asked(self, payments):
        days = []

        def rule(on: date) -> Decimal:
            days.append(on)
            return THRESHOLD

        ledger = earnings_ledger(payments, rule, FIRST, LAST)
        asked = list(days)
        assert ledger.lines
        assert set(days) == set(asked)
        return asked

    def test_it_is_asked_once_a_day_until_reached(self):
        payments = [
            paid("2020-10-04", "2000"),
            paid("2020-11-02", "500", "tax_refund"),
            paid("2020-11-03", "400"),
            paid("2020-11-03", "100"),
            paid("2020-11-04", "500"),
            paid("2020-11-05", "500"),
        ]
        assert self.asked(payments) == [day("2020-11-03"), day("2020-11-04")]

    def test_what_it_gives_is_checked(self):
        with pytest.raises(TypeError, match=r"threshold is 1000\.0, a float"):
            earnings_ledger([paid("2020-11-03", "400")], lambda on: 1000.0, FIRST, LAST)


class TestNotKnown:
    """A threshold that nobody has said: what counts is still added up, and nothing is reached."""

    def test_no_threshold_at_all(self):
        ledger = earnings_ledger([paid("2020-12-31", "1500.00"), paid("2021-01-04", "0.50")], None, FIRST, LAST)
        assert (ledger.counted, ledger.reached_on, ledger.threshold_reached) == (Decimal("1500.50"), None, None)
        assert [line.threshold for line in ledger.lines] == [None, None]
        assert [line.counted for line in ledger.lines] == [True, True]

    def test_a_rule_that_knows_no_threshold_for_some_days(self):
        known = {date(2021, 1, 4): Decimal(1000)}
        payments = [paid("2020-12-31", "1500.00"), paid("2021-01-04", "0.50")]
        ledger = earnings_ledger(payments, known.get, FIRST, LAST)
        assert (ledger.reached_on, ledger.threshold_reached) == (date(2021, 1, 4), Decimal(1000))
        assert [line.threshold for line in ledger.lines] == [None, Decimal(1000)]


@pytest.mark.parametrize(("pounds", "on"), [("999.99", "2020-12-31"), ("1000.00", "2020-12-31"), ("1000.01", None)])
def test_the_day_on_which_so_much_stood_in_the_ledger(pounds, on):
    payments = [paid("2020-12-31", "1000.00"), paid("2021-01-04", "-500.00"), paid("2021-01-05", "100.00")]
    ledger = earnings_ledger(payments, None, FIRST, LAST)
    assert ledger.stood_at(Decimal(pounds)) == (on and date.fromisoformat(on))


class TestRefused:
    @pytest.mark.parametrize("amount", [379.99, 380, "379.99", Fraction(1, 3), None])
    def test_an_amount_that_is_no_decimal(self, amount):
        with pytest.raises(
            TypeError, match=rf"paid on 2020-12-31 is .*, a {type(amount).__name__}: money is a Decimal"
        ):
            jets([Paid(day("2020-12-31"), amount)])

    def test_a_float_even_where_it_does_not_count(self):
        with pytest.raises(TypeError, match=r"379\.99, a float: .* such as Decimal\('379\.99'\)"):
            jets([Paid(day("2020-12-31"), 379.99, "tax_refund")])

    @pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity"])
    def test_an_amount_that_is_not_finite(self, amount):
        with pytest.raises(ValueError, match=r"paid on 2020-12-31 is .* a finite number"):
            jets([paid("2020-12-31", amount)])

    @pytest.mark.parametrize("threshold", [1000.0, 1000, "1000"])
    def test_a_threshold_that_is_no_decimal(self, threshold):
        with pytest.raises(TypeError, match=f"threshold is .*, a {type(threshold).__name__}"):
            earnings_ledger([], threshold, FIRST, LAST)

    @pytest.mark.parametrize("threshold", ["0", "0.00", "-0.01"])
    def test_a_threshold_of_nothing(self, threshold):
        with pytest.raises(ValueError, match="must be above zero"):
            earnings_ledger([], Decimal(threshold), FIRST, LAST)

    def test_a_penny_is_threshold_enough(self):
        assert earnings_ledger([Paid(FIRST, Decimal("0.01"))], Decimal("0.01"), FIRST, LAST).reached_on == FIRST

    def test_a_shortfall_from_a_float(self):
        with pytest.raises(TypeError, match=r"threshold is 1000\.0, a float"):
            jets([]).shortfall(1000.0)

    def test_a_window_that_ends_before_it_begins(self):
        with pytest.raises(ValueError, match="ends on 2020-10-04, before it begins on 2020-10-05"):
            earnings_ledger([], THRESHOLD, FIRST, FIRST - timedelta(days=1))

    @pytest.mark.parametrize("name", ["first", "last"])
    def test_a_datetime_for_a_day(self, name):
        window = {"first": FIRST, "last": LAST, name: datetime.fromisoformat("2020-12-01")}
        with pytest.raises(TypeError, match=f"{name} is a datetime"):
            earnings_ledger([], THRESHOLD, **window)

    def test_a_sum_that_would_have_to_be_rounded(self):
        with pytest.raises(Inexact):
            jets([paid("2020-12-31", "1E+70"), paid("2021-01-04", "0.01")])

    @pytest.mark.parametrize("name", ["counted", "lines", "reached_on", "another"])
    def test_changing_a_result(self, name):
        with pytest.raises((AttributeError, TypeError)):
            setattr(jets([]), name, None)
        with pytest.raises(AttributeError):
            jets([paid("2020-12-31", "1")]).lines[0].amount = Decimal(2)


def ledger_of(payments, threshold=THRESHOLD, first=FIRST, last=LAST):
    return earnings_ledger(payments, threshold, first, last)


def sums_of(ledger):
    return ledger.counted, ledger.reached_on, ledger.threshold_reached, ledger.fell_below_on


some_wages = st.lists(wages, max_size=12)
some_payments = st.lists(any_payment, max_size=15)
thresholds = st.decimals(min_value="0.01", max_value=2500, places=2)
far_off = date.max


def when(reached_on: date | None) -> date:
    return reached_on or far_off


class TestLaws:
    @given(st.data(), some_payments)
    def test_the_order_of_listing_changes_nothing(self, data, payments):
        listed_otherwise, ledger = ledger_of(data.draw(st.permutations(payments))), ledger_of(payments)
        assert listed_otherwise == ledger
        assert listed_otherwise.lines == ledger.lines

    @given(some_payments, thresholds, thresholds, pay_dates)
    def test_it_agrees_with_a_walk_over_every_day(self, payments, before, after, uprated_on):
        def rule(on: date) -> Decimal:
            return before if on < uprated_on else after

        ledger = ledger_of(payments, rule)
        assert (ledger.counted, ledger.reached_on, ledger.fell_below_on) == naive_ledger(payments, rule, FIRST, LAST)

    @given(some_payments)
    def test_every_payment_has_one_line(self, payments):
        lines = ledger_of(payments).lines
        listed = [(line.on, line.amount, line.payment, line.work_id, line.employer) for line in lines]
        given_ = [(one.on, one.amount, one.payment, one.work_id, one.employer) for one in payments]
        assert sorted(listed, key=repr) == sorted(given_, key=repr)
        assert [line.on for line in lines] == sorted(line.on for line in lines)

    @given(some_payments)
    def test_each_running_total_is_the_sum_of_the_lines_counted_so_far(self, payments):
        ledger = ledger_of(payments)
        for line in ledger.lines:
            assert line.total == sum(one.amount for one in ledger.lines if one.counted and one.on <= line.on)
        assert ledger.counted == sum(line.amount for line in ledger.lines if line.counted)

    @given(some_payments, any_payment)
    def test_a_payment_that_does_not_count_changes_nothing(self, payments, extra):
        with_extra = ledger_of([*payments, extra])
        assume(any(not line.counted for line in ledger_of([extra]).lines))
        without = ledger_of(payments)
        assert sums_of(with_extra) == sums_of(without)
        assert [line for line in with_extra.lines if line.counted] == [line for line in without.lines if line.counted]

    @given(some_wages, wages)
    def test_more_earnings_are_never_reached_later(self, payments, extra):
        more = Paid(extra.on, abs(extra.amount))
        assert when(ledger_of([*payments, more]).reached_on) <= when(ledger_of(payments).reached_on)

    @given(some_wages, thresholds, thresholds)
    def test_a_higher_threshold_is_never_reached_sooner(self, payments, one, other):
        low, high = sorted((one, other))
        assert when(ledger_of(payments, low).reached_on) <= when(ledger_of(payments, high).reached_on)

    @given(some_wages, st.lists(pounds, max_size=4), st.integers(1, 10))
    def test_what_comes_after_the_crossing_does_not_undo_it(self, payments, later, gap_days):
        payments = [*payments, Paid(FIRST + timedelta(days=50), Decimal(20_000))]
        reached_on = ledger_of(payments).reached_on
        assert reached_on is not None
        corrections = [
            Paid(reached_on + timedelta(days=gap_days * number), amount) for number, amount in enumerate(later, 1)
        ]
        assert ledger_of([*payments, *corrections]).reached_on == reached_on

    @given(some_wages, st.integers(0, 40))
    def test_a_longer_window_changes_no_crossing_and_adds_none_within_the_old_one(self, payments, more):
        short, longer = ledger_of(payments), ledger_of(payments, last=LAST + timedelta(days=more))
        if short.reached_on is not None:
            assert longer.reached_on == short.reached_on
        else:
            assert when(longer.reached_on) > LAST

    @given(some_wages, wages, thresholds)
    def test_splitting_a_payment_of_a_day_changes_nothing(self, payments, whole, part):
        parts = [Paid(whole.on, part), Paid(whole.on, whole.amount - part)]
        assert sums_of(ledger_of([*payments, *parts])) == sums_of(ledger_of([*payments, whole]))

    @given(some_wages, thresholds)
    def test_it_is_reached_on_a_pay_date_by_a_total_that_is_there(self, payments, threshold):
        ledger = ledger_of(payments, threshold)
        closes = {line.on: line.total for line in ledger.lines if line.counted}
        enough = [on for on, total in closes.items() if total >= threshold]
        assert ledger.reached_on == min(enough, default=None)
        assert ledger.threshold_reached == (threshold if enough else None)

    @given(some_payments, st.integers(1, 5))
    def test_the_decimal_context_of_the_caller_changes_nothing(self, payments, digits):
        expected = ledger_of(payments)
        shortfall = expected.shortfall(THRESHOLD)
        with localcontext() as context:
            context.prec = digits
            assert ledger_of(payments) == expected
            assert ledger_of(payments).lines == expected.lines
            assert ledger_of(payments).shortfall(THRESHOLD) == shortfall

    @given(some_payments)
    def test_the_shortfall_and_what_counted_make_the_threshold(self, payments):
        ledger = ledger_of(payments)
        assert ledger.shortfall(THRESHOLD) == max(Decimal(0), THRESHOLD - ledger.counted)
