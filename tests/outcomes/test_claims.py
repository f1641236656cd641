from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dwp_rules.outcomes import ATTEMPT_READINGS, AttemptLimit, ClaimTiming, ClaimWindow
from tests.outcomes.given import Decided, day

FAILED, ALL = ATTEMPT_READINGS
JETS = ClaimWindow(by_day=299)
CORE = ClaimWindow(by_day=700)
CORE_AS_PUBLISHED = ClaimWindow(by_day=700, within_days=90)


def decisions(*results):
    return [Decided(day("2021-03-01") + timedelta(days=number), result) for number, result in enumerate(results)]


class TestClaimWindow:
    @pytest.mark.parametrize(
        ("window", "start", "last_day"),
        [
            pytest.param(JETS, "2020-10-05", "2021-07-30", id="JETS-CLAIM-01"),
            pytest.param(CORE, "2019-06-03", "2021-05-02", id="WHP-CLAIM-01"),
            pytest.param(CORE, "2020-09-07", "2022-08-07", id="WHP-CLAIM-01"),
            pytest.param(CORE, "2019-12-04", "2021-11-02", id="IPES-CLAIM-01"),
            pytest.param(CORE, "2020-02-29", "2022-01-28", id="IPES-CLAIM-01"),
            pytest.param(CORE, "2022-01-31", "2023-12-31", id="IPES-CLAIM-01"),
        ],
    )
    def test_the_last_day_to_claim(self, window, start, last_day):
        assert window.last_day(start=day(start)) == day(last_day)
        assert window.last_day(start=day(start), achieved_on=day(start)) == day(last_day)

    @pytest.mark.parametrize(
        ("window", "start", "achieved_on", "claimed_on", "timing"),
        [
            (JETS, "2020-10-05", "2020-12-27", "2021-07-30", ClaimTiming.IN_TIME),
            (JETS, "2020-10-05", "2020-12-27", "2021-07-31", ClaimTiming.LATE),
            (JETS, "2020-10-05", "2020-12-27", "2020-12-27", ClaimTiming.IN_TIME),
            (JETS, "2020-10-05", "2020-12-27", "2020-12-26", ClaimTiming.PREMATURE),
            (CORE, "2019-06-03", "2021-03-02", "2021-05-02", ClaimTiming.IN_TIME),
            (CORE, "2019-06-03", "2021-01-22", "2021-05-03", ClaimTiming.LATE),
            (CORE, "2019-12-04", "2020-11-29", "2021-11-02", ClaimTiming.IN_TIME),
            (CORE, "2019-12-04", "2021-09-02", "2021-11-03", ClaimTiming.LATE),
        ],
    )
    def test_how_a_claim_stands_to_the_window(self, window, start, achieved_on, claimed_on, timing):
        """JETS-CLAIM-01, WHP-CLAIM-01, IPES-CLAIM-01, IPES-CLAIM-06, and the day of the outcome itself."""
        assert window.timing(day(claimed_on), start=day(start), achieved_on=day(achieved_on)) is timing

    @pytest.mark.parametrize(
        ("achieved_on", "last_day"),
        [
            pytest.param("2021-01-22", "2021-04-22", id="ninety days from the outcome"),
            pytest.param("2022-05-09", "2022-08-07", id="both limits on day 700"),
            pytest.param("2022-06-07", "2022-08-07", id="day 700 comes first"),
        ],
    )
    def test_a_limit_that_runs_from_the_outcome(self, achieved_on, last_day):
        """Start 7 September 2020: day 700 is 7 August 2022, and 9 May 2022 is 90 days before it."""
        assert CORE_AS_PUBLISHED.last_day(start=day("2020-09-07"), achieved_on=day(achieved_on)) == day(last_day)

    def test_without_the_day_of_the_outcome_the_latest_is_given(self):
        assert CORE_AS_PUBLISHED.last_day(start=day("2020-09-07")) == day("2022-08-07")

    @pytest.mark.parametrize("limits", [{"by_day": 0}, {"by_day": -5}, {"by_day": 700, "within_days": -1}])
    def test_limits_that_leave_no_day_are_refused(self, limits):
        name = "within_days" if "within_days" in limits else "by_day"
        with pytest.raises(ValueError, match=f"{name} is -?[015]"):
            ClaimWindow(**limits)

    def test_the_narrowest_limits(self):
        window = ClaimWindow(by_day=1, within_days=0)
        assert window.last_day(start=day("2021-03-01"), achieved_on=day("2021-03-01")) == day("2021-03-01")

    @given(st.integers(1, 900), st.none() | st.integers(0, 200), st.integers(0, 900), st.integers(0, 900))
    def test_a_claim_is_in_time_from_the_outcome_to_the_last_day(self, by_day, within_days, achieved, claimed):
        start = day("2020-10-05")
        achieved_on, claimed_on = start + timedelta(days=achieved), start + timedelta(days=claimed)
        timing = ClaimWindow(by_day, within_days).timing(claimed_on, start=start, achieved_on=achieved_on)
        in_time = achieved <= claimed < by_day and (within_days is None or claimed - achieved <= within_days)
        assert (timing is ClaimTiming.IN_TIME) == in_time
        assert (timing is ClaimTiming.PREMATURE) == (claimed < achieved)

    @given(st.integers(1, 900), st.integers(0, 200), st.integers(0, 900))
    def test_a_further_limit_never_gives_more_time(self, by_day, within_days, achieved):
        start = day("2020-10-05")
        achieved_on = start + timedelta(days=achieved)
        assert ClaimWindow(by_day, within_days).last_day(start=start, achieved_on=achieved_on) <= ClaimWindow(
            by_day
        ).last_day(start=start, achieved_on=achieved_on)


class TestAttempts:
    """IPES call-off specification, 5.19 (IPES-CLAIM-02, CLAIM-03, CLAIM-07)."""

    @pytest.mark.parametrize(
        ("results", "failed", "readings"),
        [
            # under each reading: is the line open, is the next attempt the last
            ((), 0, {FAILED: (True, False), ALL: (True, False)}),
            (("fail",), 1, {FAILED: (True, False), ALL: (True, False)}),
            (("fail", "fail"), 2, {FAILED: (True, True), ALL: (True, True)}),
            (("fail", "fail", "fail"), 3, {FAILED: (False, False), ALL: (False, False)}),
            (("fail", "pass", "fail"), 2, {FAILED: (True, True), ALL: (False, False)}),
            (("pass", "fail"), 1, {FAILED: (True, False), ALL: (True, True)}),
            (("fail", "pass"), 1, {FAILED: (True, False), ALL: (True, True)}),
            (("pass", "pass"), 0, {FAILED: (True, False), ALL: (True, True)}),
            (("unable", "unable", "unable"), 0, {FAILED: (True, False), ALL: (False, False)}),
        ],
    )
    def test_what_uses_up_the_three_attempts(self, results, failed, readings):
        for reading, expected in readings.items():
            attempts = AttemptLimit(3, reading).count(decisions(*results))
            assert attempts.failed == failed
            assert attempts.made == len(results)
            assert (attempts.is_open, attempts.next_is_last) == expected

    def test_failures_are_what_counts_by_default(self):
        assert AttemptLimit(3) == AttemptLimit(3, "failed_attempts")

    def test_the_day_on_which_the_line_is_closed(self):
        """The third of the decisions that use one up, whatever the order of listing; a fourth changes nothing."""
        decided = decisions("fail", "pass", "fail", "fail", "fail")
        assert AttemptLimit(3).count(reversed(decided)).closed_on == day("2021-03-04")
        assert AttemptLimit(3, ALL).count(decided).closed_on == day("2021-03-03")
        assert AttemptLimit(3).count(decided[:3]).closed_on is None

    def test_attempts_in_values_that_json_knows(self):
        assert AttemptLimit(3).count(decisions("fail", "unable", "fail")).to_dict() == {
            "made": 3,
            "failed": 2,
            "used": 2,
            "remaining": 1,
            "is_open": True,
            "next_is_last": True,
            "closed_on": None,
        }
        assert AttemptLimit(1).count(decisions("fail", "fail")).to_dict() == {
            "made": 2,
            "failed": 2,
            "used": 2,
            "remaining": 0,
            "is_open": False,
            "next_is_last": False,
            "closed_on": "2021-03-01",
        }

    def test_limits_and_results_that_are_refused(self):
        with pytest.raises(ValueError, match="0 attempts are allowed: give 1 or more"):
            AttemptLimit(0)
        with pytest.raises(ValueError, match=r"'each' is no reading .* are failed_attempts, all_attempts"):
            AttemptLimit(3, "each")
        with pytest.raises(ValueError, match="'failed' is no result of a claim; the results are pass, fail, unable"):
            AttemptLimit(3).count(decisions("failed"))

    @given(st.lists(st.sampled_from(["pass", "fail", "unable"])), st.integers(1, 5))
    def test_counting_every_attempt_never_leaves_more(self, results, allowed):
        by_failures, by_all = (AttemptLimit(allowed, one).count(decisions(*results)) for one in ATTEMPT_READINGS)
        assert by_all.remaining <= by_failures.remaining
        assert by_failures.used == by_failures.failed == results.count("fail")
        assert by_all.used == by_all.made == len(results)
        for attempts in (by_failures, by_all):
            assert attempts.remaining == max(0, allowed - attempts.used)
            assert attempts.is_open == (attempts.closed_on is None)

    @given(st.data(), st.lists(st.sampled_from(["pass", "fail", "unable"])), st.sampled_from(ATTEMPT_READINGS))
    def test_the_order_of_listing_changes_nothing(self, data, results, reading):
        decided = decisions(*results)
        limit = AttemptLimit(3, reading)
        assert limit.count(data.draw(st.permutations(decided))) == limit.count(decided)
