import pickle
from datetime import date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.outcomes import WEEK_READINGS, self_employed_weeks
from tests.outcomes.given import DAY_ZERO, Given, SpellOfDays, day, days, every, offsets, trading
from tests.outcomes.oracles import best_by_trying_all, most_by_dynamic_programming

AN_INSTANT = datetime.fromisoformat("2021-03-04")

D, A, B, C = WEEK_READINGS
FIRST, LAST = day("2020-10-05"), day("2021-05-30")
LONG = DAY_ZERO + timedelta(days=200)


def jets(traded, not_counting=(), reading=D):
    return self_employed_weeks(traded, FIRST, LAST, not_counting, reading)


def counts_of(weeks):
    return tuple(weeks.counts[reading] for reading in (D, A, B, C))


def test_the_readings_by_name_the_default_first():
    assert (D, A, B, C) == ("any_period_once_trading", "any_period", "opens_on_trading_day", "fixed_weeks")
    assert jets([]).reading == D


class TestExamplesOfJets:
    """WHP JETS specification, 3.7 to 3.9; each expected value is the catalogue's."""

    @pytest.mark.parametrize(
        ("traded", "expected"),
        [
            (["2020-11-02", "2020-11-08"], [("2020-11-02", "2020-11-08")]),
            (["2020-11-02", "2020-11-09"], [("2020-11-02", "2020-11-08"), ("2020-11-09", "2020-11-15")]),
            (["2020-11-06", "2020-11-09", "2020-11-13"], [("2020-11-06", "2020-11-12"), ("2020-11-13", "2020-11-19")]),
            (
                [f"2020-11-{number:02}" for number in range(2, 16)],
                [("2020-11-02", "2020-11-08"), ("2020-11-09", "2020-11-15")],
            ),
            (
                ["2020-11-02", "2020-11-03", "2020-11-11", "2020-11-17", "2020-11-30", "2020-12-01"],
                [
                    ("2020-11-02", "2020-11-08"),
                    ("2020-11-09", "2020-11-15"),
                    ("2020-11-16", "2020-11-22"),
                    ("2020-11-24", "2020-11-30"),
                    ("2020-12-01", "2020-12-07"),
                ],
            ),
        ],
    )
    def test_a_week_is_any_seven_days_with_one_of_trading(self, traded, expected):
        """SE-01."""
        assert list(jets(days(*traded)).weeks) == [(day(opens), day(closes)) for opens, closes in expected]

    def test_the_readings_of_six_days(self):
        """SE-01."""
        six = days("2020-11-02", "2020-11-03", "2020-11-11", "2020-11-17", "2020-11-30", "2020-12-01")
        assert counts_of(jets(six)) == (5, 6, 3, 4)

    def test_the_readings_with_a_day_on_which_the_benefit_condition_fails(self):
        """SE-01."""
        weeks = jets(days("2020-11-02", "2020-11-03", "2020-11-16", "2020-11-18"), days("2020-11-17"))
        assert counts_of(weeks) == (3, 4, 2, 1)
        assert [week.opens_on for week in weeks.weeks] == days("2020-11-02", "2020-11-10", "2020-11-18")

    @pytest.mark.parametrize(
        ("traded", "number", "achieved_on"),
        [
            (every(7, 8, "2020-11-02"), 8, "2020-12-27"),
            (every(7, 7, "2020-11-02"), 7, None),
            (every(7, 8, "2021-04-04"), 8, "2021-05-29"),
            (every(7, 8, "2021-04-05"), 8, "2021-05-30"),
            (every(7, 8, "2021-04-06"), 7, None),
            (every(6, 10, "2020-11-02"), 8, "2020-12-27"),
            (every(8, 8, "2020-11-02"), 8, "2020-12-28"),
        ],
    )
    def test_eight_weeks_by_day_238(self, traded, number, achieved_on):
        """SE-02; the fifth is the day after the fourth, and so a week short."""
        weeks = jets(traded)
        assert weeks.counted == len(weeks.weeks) == number
        assert weeks.completed_on(8) == (achieved_on and day(achieved_on))

    def test_trading_every_sixth_day_for_eight_weeks(self):
        """SE-02: 8, 9, 5, 8."""
        weeks = jets(every(6, 10, "2020-11-02"))
        assert counts_of(weeks) == (8, 9, 5, 8)
        assert [weeks.completed_on(8, reading=reading) for reading in (D, A, B, C)] == [
            day("2020-12-27"),
            day("2020-12-21"),
            None,
            day("2020-12-27"),
        ]
        assert not weeks.safe_to_claim(8)

    def test_trading_every_eighth_day(self):
        """SE-02."""
        weeks = jets(every(8, 8, "2020-11-02"))
        assert counts_of(weeks) == (8, 8, 8, 8)
        assert [weeks.completed_on(8, reading=reading) for reading in (D, A, B, C)] == days(
            "2020-12-28", "2020-12-28", "2021-01-03", "2021-01-03"
        )
        assert weeks.safe_to_claim(8)

    def test_a_week_with_a_failing_day_is_lost(self):
        """SE-03: the week of 16 November."""
        weeks = jets(every(7, 8, "2020-11-02"), days("2020-11-18"))
        assert weeks.counted == 7

    def test_occupations_at_the_same_time_count_once(self):
        """SE-04."""
        gardener, driver = every(7, 8, "2020-11-02"), every(7, 8, "2020-11-02")
        assert jets(gardener + driver).counted == 8
        assert jets(gardener[:4] + driver[4:]).counted == 8


IPES_EXAMPLES = [
    # entry, days of trading, failing days, (d) (a) (b) (c), (b) and (c) reach 13, 26
    ("SE-01", days("2020-06-01", "2020-06-07"), [], (1, 2, 1, 1), (False, False)),
    ("SE-01", days("2020-06-01", "2020-06-02"), [], (1, 2, 1, 1), (False, False)),
    ("SE-01", days("2020-06-01", "2020-06-10", "2020-06-15"), [], (3, 3, 2, 3), (False, False)),
    ("SE-01", every(1, 91, "2020-06-01"), [], (13, 14, 13, 13), (True, False)),
    ("SE-01", every(6, 16, "2020-06-01"), [], (13, 14, 8, 13), (False, False)),
    ("SE-02", every(7, 5, "2020-06-01"), days("2020-06-10"), (4, 5, 4, 4), (False, False)),
    ("SE-02", days("2020-06-01", "2020-06-06", "2020-06-13"), days("2020-06-05"), (2, 3, 2, 1), (False, False)),
    ("SE-02", every(7, 5, "2020-06-01"), [], (5, 5, 5, 5), (False, False)),
    ("SE-04", days("2020-06-01", "2020-06-08", "2020-06-03", "2020-06-10"), [], (2, 3, 2, 2), (False, False)),
    ("SE-06", days("2019-12-03", "2019-12-04", "2019-12-11"), [], (2, 2, 2, 2), (False, False)),
    ("SE-06", days("2021-08-26", "2021-08-27"), [], (1, 2, 1, 1), (False, False)),
    ("SE-06", days("2021-08-27"), [], (1, 1, 1, 1), (False, False)),
    ("SE-06", days("2021-08-20", "2021-08-31"), [], (2, 2, 1, 2), (False, False)),
    ("OUTCOME-09", every(7, 13, "2020-06-01"), [], (13, 13, 13, 13), (True, False)),
    ("OUTCOME-09", every(7, 12, "2020-06-01"), [], (12, 12, 12, 12), (False, False)),
    ("OUTCOME-09", every(7, 26, "2020-06-01"), [], (26, 26, 26, 26), (True, True)),
    ("OUTCOME-09", every(6, 31, "2020-06-01"), [], (26, 27, 16, 26), (True, False)),
]


class TestExamplesOfIpes:
    """IPES call-off specification, 5.10 and 5.11; start 4 December 2019, provision to day 639, 2 September 2021."""

    @pytest.mark.parametrize(("entry", "traded", "failing", "counts", "safe"), IPES_EXAMPLES)
    def test_the_four_readings(self, entry, traded, failing, counts, safe):
        weeks = self_employed_weeks(traded, day("2019-12-04"), day("2021-09-02"), failing)
        assert counts_of(weeks) == counts, entry
        assert (weeks.safe_to_claim(13), weeks.safe_to_claim(26)) == safe

    def test_the_days_of_the_13th_and_26th_week(self):
        """OUTCOME-09, trading every sixth day."""
        weeks = self_employed_weeks(every(6, 31, "2020-06-01"), day("2019-12-04"), day("2021-09-02"))
        assert [weeks.completed_on(13, reading=reading) for reading in (D, A, B, C)] == days(
            "2020-08-30", "2020-08-24", "2020-10-29", "2020-08-30"
        )
        assert [weeks.completed_on(26, reading=reading) for reading in (D, A, B, C)] == [
            day("2020-11-29"),
            day("2020-11-23"),
            None,
            day("2020-11-29"),
        ]

    @pytest.mark.parametrize(
        ("numbers", "failing", "counts"),
        [
            ([0, 7], [], (2, 2, 2, 2)),
            ([0, 1], [], (1, 2, 1, 1)),
            ([0, 6], [], (1, 2, 1, 1)),
            ([0, 9, 14], [], (3, 3, 2, 3)),
            ([0, 13, 14], [], (3, 3, 2, 3)),
            ([1, 14, 15], [], (3, 3, 2, 3)),
            ([0, 1, 14, 15], [], (3, 4, 2, 2)),
            ([0, 1, 9, 15, 28, 29], [], (5, 6, 3, 4)),
            ([0, 5, 12], [4], (2, 3, 2, 1)),
            ([0, 1, 14, 16], [15], (3, 4, 2, 1)),
            (range(0, 91, 7), [], (13, 13, 13, 13)),
            (range(0, 91, 6), [], (13, 14, 8, 13)),
            (range(0, 91, 5), [], (13, 14, 10, 13)),
            (range(91), [], (13, 14, 13, 13)),
        ],
    )
    def test_the_readings_differ_where_the_documents_leave_room(self, numbers, failing, counts):
        """Offsets from the first of these days, provision having begun long before."""
        start = DAY_ZERO - timedelta(days=90)
        assert counts_of(self_employed_weeks(offsets(numbers), start, LONG, offsets(failing))) == counts


def test_thirty_one_days_of_trading_on_whp_core():
    """WHP COVID-19 chapter 16, 20 (WHP-OUTCOME-02)."""
    weeks = self_employed_weeks(every(6, 31, "2021-01-04"), day("2020-09-07"), day("2022-06-07"))
    assert counts_of(weeks) == (26, 27, 16, 26)
    assert weeks.completed_on(26) == day("2021-07-04")
    assert not weeks.safe_to_claim(26)


class TestBoundaries:
    @pytest.mark.parametrize(
        ("on", "last", "number"), [(0, 6, 1), (0, 5, 0), (6, 6, 1), (7, 6, 0), (-1, 6, 0), (-1, 13, 0)]
    )
    def test_a_period_lies_wholly_in_the_window(self, on, last, number):
        """Under any_period: seven days are enough, six are not, and trading outside counts for nothing."""
        weeks = self_employed_weeks(offsets([on]), DAY_ZERO, DAY_ZERO + timedelta(days=last))
        assert weeks.counts[A] == number

    @pytest.mark.parametrize(("failing", "number"), [(-1, 1), (0, 0), (6, 0), (7, 1)])
    def test_the_benefit_condition_is_tested_on_all_seven_days(self, failing, number):
        weeks = self_employed_weeks(offsets([0]), DAY_ZERO, DAY_ZERO + timedelta(days=7), offsets([failing]))
        assert weeks.counts[B] == weeks.counts[C] == number

    @pytest.mark.parametrize("reading", WEEK_READINGS)
    def test_nothing_traded_nothing_counted(self, reading):
        weeks = jets([], reading=reading)
        assert (weeks.weeks, weeks.counted, weeks.completed_on(1)) == ((), 0, None)
        assert weeks.counts == dict.fromkeys(WEEK_READINGS, 0)
        assert not weeks.safe_to_claim(1)

    def test_the_last_days_of_the_calendar(self):
        weeks = self_employed_weeks([date.max], date.max - timedelta(days=6), date.max)
        assert counts_of(weeks) == (0, 1, 0, 0)
        assert self_employed_weeks([date.max], date(9999, 1, 1), date.max, [(date(9999, 12, 20), None)]).counts[A] == 0

    def test_it_is_safe_to_claim_only_what_both_strict_readings_reach(self):
        five = jets(every(6, 10, "2020-11-02"))
        assert five.safe_to_claim(5)
        assert not five.safe_to_claim(6)
        fixed_is_less = jets(offsets([0, 5, 12]), offsets([4]))
        assert counts_of(fixed_is_less)[2:] == (2, 1)
        assert fixed_is_less.safe_to_claim(1)
        assert not fixed_is_less.safe_to_claim(2)

    def test_each_reading_can_be_chosen(self):
        traded = offsets([0, 1, 9, 15, 28, 29])
        chosen = [jets(traded, reading=reading) for reading in WEEK_READINGS]
        assert [weeks.counted for weeks in chosen] == [5, 6, 3, 4]
        assert [weeks.reading for weeks in chosen] == list(WEEK_READINGS)
        assert all(weeks.counts == chosen[0].counts for weeks in chosen)
        assert [week.opens_on for week in chosen[2].weeks] == offsets([0, 9, 28])
        assert [week.opens_on for week in chosen[3].weeks] == offsets([0, 7, 14, 28])


class TestDaysThatDoNotCount:
    """A day, a pair and a spell say the same; a spell without an end goes on."""

    @pytest.mark.parametrize(
        "spell",
        [
            [*offsets([8, 9])],
            [tuple(offsets([8, 9]))],
            [SpellOfDays(*offsets([8, 9]))],
            [SpellOfDays(*offsets([8, 8])), *offsets([9]), tuple(offsets([8, 9]))],
        ],
    )
    def test_the_three_ways_to_say_it(self, spell):
        weeks = self_employed_weeks(offsets(range(28)), DAY_ZERO, LONG, spell)
        assert [week.opens_on for week in weeks.weeks] == offsets([0, 10, 17, 24])

    @pytest.mark.parametrize("spell", [(offsets([8])[0], None), SpellOfDays(offsets([8])[0], None)])
    def test_a_spell_that_goes_on(self, spell):
        weeks = self_employed_weeks(offsets(range(28)), DAY_ZERO, LONG, [spell])
        assert counts_of(weeks) == (1, 1, 1, 1)

    def test_a_short_spell_within_a_long_one_does_not_end_it(self):
        spells = [tuple(offsets([0, 20])), tuple(offsets([2, 3])), tuple(offsets([5, 5]))]
        weeks = self_employed_weeks(offsets(range(28)), DAY_ZERO, LONG, spells)
        assert [week.opens_on for week in weeks.weeks] == offsets([21])
        assert weeks.counts[C] == 1

    def test_spells_outside_the_window_change_nothing(self):
        outside = [(date.min, DAY_ZERO - timedelta(days=1)), (LONG + timedelta(days=1), date.max)]
        traded = offsets(range(28))
        assert (
            self_employed_weeks(traded, DAY_ZERO, LONG, outside).counts
            == self_employed_weeks(traded, DAY_ZERO, LONG).counts
        )

    def test_they_may_come_from_an_iterator(self):
        weeks = self_employed_weeks(iter(offsets([0, 7])), DAY_ZERO, LONG, iter(offsets([3])))
        assert counts_of(weeks) == (1, 1, 1, 1)


class TestRefused:
    def test_an_unknown_reading(self):
        with pytest.raises(ValueError, match=r"'any_week' is no reading .* any_period_once_trading, any_period, opens"):
            jets(days("2020-11-02"), reading="any_week")
        with pytest.raises(ValueError, match="'any_week' is no reading"):
            jets([], reading="any_week")
        with pytest.raises(ValueError, match="'any_week' is no reading"):
            jets([]).completed_on(1, reading="any_week")

    def test_a_window_that_ends_before_it_begins(self):
        with pytest.raises(ValueError, match="ends on 2021-02-28, before it begins on 2021-03-01"):
            self_employed_weeks([], DAY_ZERO, DAY_ZERO - timedelta(days=1))

    def test_a_spell_that_ends_before_it_starts(self):
        with pytest.raises(ValueError, match="not_counting ends on 2021-03-01, before it starts on 2021-03-02"):
            self_employed_weeks([], DAY_ZERO, LONG, [tuple(offsets([1, 0]))])

    @pytest.mark.parametrize("position", range(4))
    def test_a_datetime_for_a_day(self, position):
        instant = AN_INSTANT
        arguments = [offsets([0]), DAY_ZERO, LONG, []]
        arguments[position] = [instant] if position in (0, 3) else instant
        with pytest.raises(TypeError, match=r"datetime"):
            self_employed_weeks(*arguments)

    @pytest.mark.parametrize("spell", [(AN_INSTANT, None), (DAY_ZERO, AN_INSTANT)])
    def test_a_datetime_for_the_end_of_a_spell(self, spell):
        with pytest.raises(TypeError, match="a day in not_counting is a datetime"):
            self_employed_weeks([], DAY_ZERO, LONG, [spell])

    @pytest.mark.parametrize("number", [0, -1])
    def test_a_week_before_the_first(self, number):
        with pytest.raises(ValueError, match=f"{number} weeks"):
            jets([]).completed_on(number)
        with pytest.raises(ValueError, match=f"{number} weeks"):
            jets([]).safe_to_claim(number)

    @pytest.mark.parametrize("name", ["reading", "weeks", "counts", "counted"])
    def test_changing_a_result(self, name):
        with pytest.raises((AttributeError, TypeError)):
            setattr(jets([]), name, None)
        with pytest.raises(TypeError):
            jets([]).counts[D] = 9


def test_the_weeks_in_values_that_json_knows():
    assert jets(days("2020-11-06", "2020-11-09", "2020-11-13")).to_dict() == {
        "reading": "any_period_once_trading",
        "weeks": [["2020-11-06", "2020-11-12"], ["2020-11-13", "2020-11-19"]],
        "counts": {"any_period_once_trading": 2, "any_period": 2, "opens_on_trading_day": 2, "fixed_weeks": 2},
    }


def test_equal_facts_give_equal_weeks_that_can_be_hashed_and_pickled():
    one, other = jets(days("2020-11-06", "2020-11-13")), jets(days("2020-11-13", "2020-11-06", "2020-11-06"))
    assert one.counts[B] == 2
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one
    assert repr(one) == "<Weeks: 2 under any_period_once_trading>"


readings = st.sampled_from(WEEK_READINGS)
monotone_readings = st.sampled_from([D, A, B])


def completed(weeks, reading):
    return [weeks.completed_on(number + 1, reading=reading) for number in range(weeks.counts[reading])]


class TestLaws:
    @given(trading(length=34), readings)
    def test_no_choice_of_periods_is_larger_nor_complete_sooner(self, case, reading):
        """Every set of periods that do not overlap is tried."""
        assert completed(self_employed_weeks(*case), reading) == best_by_trying_all(reading, case)

    @given(trading(length=150), readings)
    def test_no_choice_of_periods_is_larger_in_long_windows(self, case, reading):
        assert self_employed_weeks(*case).counts[reading] == most_by_dynamic_programming(reading, case)

    @given(trading(length=120), readings)
    def test_the_weeks_shown_are_weeks(self, case, reading):
        weeks = self_employed_weeks(*case, reading)
        assert len(weeks.weeks) == weeks.counted == weeks.counts[reading]
        for opens_on, closes_on in weeks.weeks:
            period = {opens_on + timedelta(days=number) for number in range(7)}
            assert case.first <= opens_on
            assert closes_on == max(period) <= case.last
            assert period & set(case.days)
            assert not period & set(case.not_counting)
        for earlier, later in zip(weeks.weeks, weeks.weeks[1:], strict=False):
            assert earlier.closes_on < later.opens_on

    @given(trading(length=120))
    def test_how_the_readings_stand_to_each_other(self, case):
        d, a, b, c = counts_of(self_employed_weeks(*case))
        assert a >= d >= b
        assert d >= c
        assert a <= d + 1

    @given(trading(length=120, barred=False))
    def test_fixed_weeks_are_no_fewer_without_benefit_problems(self, case):
        _, _, b, c = counts_of(self_employed_weeks(*case))
        assert c >= b

    @given(trading(length=120), st.integers(1, 12))
    def test_what_is_safe_to_claim_is_reached_under_every_reading(self, case, number):
        weeks = self_employed_weeks(*case)
        assert weeks.safe_to_claim(number) == all(weeks.counts[reading] >= number for reading in (B, C))
        assert weeks.safe_to_claim(number) == all(weeks.counts[reading] >= number for reading in WEEK_READINGS)

    @given(trading(length=120), st.integers(0, 120), monotone_readings)
    def test_a_further_day_of_trading_costs_no_week_and_delays_none(self, case, extra, reading):
        before = completed(self_employed_weeks(*case), reading)
        more = case._replace(days=[*case.days, *offsets([extra])])
        after = completed(self_employed_weeks(*more), reading)
        assert len(after) >= len(before)
        assert all(new <= old for new, old in zip(after, before, strict=False))

    def test_but_it_can_cost_a_fixed_week_by_becoming_the_first(self):
        fewer, more = offsets([1, 14, 15]), offsets([0, 1, 14, 15])
        assert self_employed_weeks(fewer, DAY_ZERO, LONG).counts[C] == 3
        assert self_employed_weeks(more, DAY_ZERO, LONG).counts[C] == 2

    @given(trading(length=120), st.integers(0, 120), readings)
    def test_a_further_failing_day_gains_no_week(self, case, extra, reading):
        more = case._replace(not_counting=[*case.not_counting, *offsets([extra])])
        assert self_employed_weeks(*more).counts[reading] <= self_employed_weeks(*case).counts[reading]

    @given(trading(length=120), st.integers(0, 30), readings)
    def test_a_later_end_only_adds_weeks_at_the_end(self, case, longer, reading):
        short = self_employed_weeks(*case, reading).weeks
        wide = self_employed_weeks(*case._replace(last=case.last + timedelta(days=longer)), reading).weeks
        assert wide[: len(short)] == short
        assert all(week.closes_on > case.last for week in wide[len(short) :])

    @given(trading(length=120), st.integers(0, 30), monotone_readings)
    def test_an_earlier_beginning_costs_no_week(self, case, sooner, reading):
        wide = case._replace(first=case.first - timedelta(days=sooner))
        assert self_employed_weeks(*wide).counts[reading] >= self_employed_weeks(*case).counts[reading]

    @given(trading(length=120), st.randoms())
    def test_order_and_repetition_change_nothing(self, case, random):
        shuffled = [*case.days, *case.days[:3]]
        random.shuffle(shuffled)
        assert self_employed_weeks(*case._replace(days=shuffled)) == self_employed_weeks(*case)

    @given(trading(length=120), st.integers(-900, 900))
    def test_moving_everything_by_some_days_moves_the_weeks_by_as_many(self, case, by):
        shift = timedelta(days=by)
        moved = Given(
            [one + shift for one in case.days],
            case.first + shift,
            case.last + shift,
            [one + shift for one in case.not_counting],
        )
        expected = [(week.opens_on + shift, week.closes_on + shift) for week in self_employed_weeks(*case).weeks]
        assert list(self_employed_weeks(*moved).weeks) == expected

    @given(trading(length=150))
    def test_the_nth_week_is_never_complete_before_seven_n_days_from_the_first_of_trading(self, case):
        weeks = self_employed_weeks(*case)
        if weeks.counted:
            first_traded = min(one for one in case.days if one >= case.first)
            for number in range(1, weeks.counted + 1):
                assert weeks.completed_on(number) >= first_traded + timedelta(days=7 * number - 1)

    @given(st.lists(st.integers(0, 60), max_size=20), st.lists(st.tuples(st.integers(-5, 65), st.integers(0, 20))))
    def test_spells_say_the_same_as_their_days(self, traded, lengths):
        spells = [tuple(offsets([start, start + length])) for start, length in lengths]
        each = offsets({start + number for start, length in lengths for number in range(length + 1)})
        window = (DAY_ZERO, DAY_ZERO + timedelta(days=60))
        by_spell, by_day = (self_employed_weeks(offsets(traded), *window, said) for said in (spells, each))
        assert [completed(by_spell, reading) for reading in WEEK_READINGS] == [
            completed(by_day, reading) for reading in WEEK_READINGS
        ]


def assert_best_of_every_pattern(length, failing_sets):
    last = DAY_ZERO + timedelta(days=length - 1)
    for size in range(length + 1):
        for numbers in combinations(range(length), size):
            for failing in failing_sets:
                case = Given(offsets(numbers), DAY_ZERO, last, offsets(failing))
                weeks = self_employed_weeks(*case)
                for reading in WEEK_READINGS:
                    assert completed(weeks, reading) == best_by_trying_all(reading, case), (case, reading)


def test_every_pattern_of_trading_in_nine_days():
    assert_best_of_every_pattern(9, [(), (4,)])


@pytest.mark.deep
def test_every_pattern_of_trading_in_sixteen_days():
    assert_best_of_every_pattern(16, [(), (5,), (8,), (2, 10)])
