import pickle
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dwp_rules.statutory import (
    FOR_MEN,
    FOR_WOMEN,
    SAME_FOR_EVERYONE_FROM,
    Cohort,
    PensionableAge,
    Sex,
    SexNeeded,
    has_reached_state_pension_age,
    state_pension_cohort,
    state_pension_date,
    state_pension_dates,
)
from tests.statutory.tables import SEXES, applies_to, expected_dates, midnight, rows

DAY = timedelta(days=1)
TIMETABLE = {"female": FOR_WOMEN, "male": FOR_MEN}
# Born on this day a woman attains it on 6 November 2018 (table 1), a man on his 65th birthday: 6 November 2018.
SAME_BY_CHANCE = date(1953, 11, 6)

births_at_an_edge = st.builds(
    lambda row, days: date.fromisoformat(row["born_from"]) + days * DAY,
    st.sampled_from([row for row in rows("state_pension_age.csv") if row["born_from"]]),
    st.integers(-2, 2),
)
births = (
    st.dates(date(1900, 1, 1), date(2100, 12, 31)) | st.dates(date(1949, 1, 1), date(1979, 12, 31)) | births_at_an_edge
)
sexes = st.sampled_from(SEXES)


@pytest.fixture(scope="module")
def expected() -> dict[tuple[date, str], date]:
    return expected_dates(date(1940, 1, 1), date(1990, 12, 31))


# The published cases and the published timetable


@pytest.mark.parametrize("case", rows("spa_cases.csv"), ids=lambda case: f"{case['dob']}-{case['sex']}")
def test_published_cases(case: dict[str, str]) -> None:
    born, day = date.fromisoformat(case["dob"]), date.fromisoformat(case["expected_spa_date"])
    assert state_pension_date(born, case["sex"]) == day
    assert day in state_pension_dates(born)


def test_all_140_published_cases_are_there() -> None:
    assert len(rows("spa_cases.csv")) == 140


def test_every_birth_1940_to_1990_equals_the_published_timetable(expected: dict[tuple[date, str], date]) -> None:
    assert len(expected) == 2 * 18_628  # days from 1 January 1940 to 31 December 1990
    wrong = {key: day for key, day in expected.items() if state_pension_date(*key) != day}
    assert wrong == {}


def test_every_birth_1940_to_1990_without_a_sex(expected: dict[tuple[date, str], date]) -> None:
    needed = set()
    for born in {born for born, _ in expected}:
        both = sorted({expected[born, "female"], expected[born, "male"]})
        assert state_pension_dates(born) == tuple(both)
        try:
            assert [state_pension_date(born)] == both
        except SexNeeded:
            needed.add(born)
    first = date(1940, 1, 1)
    before = {first + n * DAY for n in range((SAME_FOR_EVERYONE_FROM - first).days)}
    assert needed == before - {SAME_BY_CHANCE}


def test_the_82_rows_are_those_of_the_published_timetable() -> None:
    kept_ages = {
        "female": "Pensions Act 1995 Sch 4 para 1(2)",
        "male": "Pensions Act 1995 Sch 4 para 1(1) as amended by Pensions Act 2011 s.1(2)",
    }
    published = rows("state_pension_age.csv")
    assert len({*FOR_MEN, *FOR_WOMEN}) == len(published) == 82
    for sex, cohorts in TIMETABLE.items():
        assert cohorts == tuple(
            Cohort(
                date.fromisoformat(row["born_from"] or "0001-01-01"),
                date.fromisoformat(row["born_to"] or "9999-12-31"),
                date.fromisoformat(row["fixed_date"])
                if row["fixed_date"]
                else PensionableAge(int(row["age_years"]), int(row["age_months"])),
                row["legal_basis"] if row["born_from"] else kept_ages[sex],
            )
            for row in published
            if applies_to(row, sex)
        )


@pytest.mark.parametrize("sex", SEXES)
def test_cohorts_touch_and_cover_every_date_of_birth(sex: str) -> None:
    cohorts = TIMETABLE[sex]
    assert (cohorts[0].born_from, cohorts[-1].born_to) == (date.min, date.max)
    for earlier, later in pairwise(cohorts):
        assert earlier.born_to + DAY == later.born_from
    assert all(cohort.citation for cohort in cohorts)


@pytest.mark.parametrize("sex", SEXES)
def test_both_edges_of_every_cohort_fall_in_it(sex: str) -> None:
    for cohort in TIMETABLE[sex]:
        assert state_pension_cohort(cohort.born_from, sex) is cohort
        assert state_pension_cohort(cohort.born_to, sex) is cohort


# Edges by hand, from the words of the Acts


@pytest.mark.parametrize(
    ("born", "sex", "day"),
    [
        # 1995 Sch 4 para 1(2), table 1: women to 5 April 1950 at 60, then fixed days
        (date(1950, 4, 5), "female", date(2010, 4, 5)),
        (date(1950, 4, 6), "female", date(2010, 5, 6)),
        # 2011 s.1(4): from two months a cohort to four
        (date(1953, 4, 5), "female", date(2016, 3, 6)),
        (date(1953, 4, 6), "female", date(2016, 7, 6)),
        # 2011 s.1(2) and (5): table 2 for men and women from 6 December 1953
        (date(1953, 12, 5), "female", date(2018, 11, 6)),
        (date(1953, 12, 5), "male", date(2018, 12, 5)),
        (date(1953, 12, 6), "female", date(2019, 3, 6)),
        (date(1953, 12, 6), "male", date(2019, 3, 6)),
        # 2011 s.1(6): 66 after 5 October 1954
        (date(1954, 10, 5), None, date(2020, 9, 6)),
        (date(1954, 10, 6), None, date(2020, 10, 6)),
        # 2014 s.26(2) and (3): 66 before 6 April 1960, then a month more for each cohort
        (date(1960, 4, 5), None, date(2026, 4, 5)),
        (date(1960, 4, 6), None, date(2026, 5, 6)),
        (date(1961, 3, 5), None, date(2028, 2, 5)),
        (date(1961, 3, 6), None, date(2028, 3, 6)),
        # 2007 Sch 3, table 4: 67 before 6 April 1977, then fixed days, 68 after 5 April 1978
        (date(1977, 4, 5), None, date(2044, 4, 5)),
        (date(1977, 4, 6), None, date(2044, 5, 6)),
        (date(1978, 4, 5), None, date(2046, 3, 6)),
        (date(1978, 4, 6), None, date(2046, 4, 6)),
        # 2014 s.26(3), para 1(7A): months that lack the day
        (date(1960, 7, 31), None, date(2026, 11, 30)),
        (date(1960, 12, 31), None, date(2027, 9, 30)),
        (date(1961, 1, 31), None, date(2027, 11, 30)),
    ],
)
def test_edges_of_the_timetable(born: date, sex: str | None, day: date) -> None:
    assert state_pension_date(born, sex) == day


@pytest.mark.parametrize(
    ("born", "sex", "day"),
    [
        (date(1940, 2, 29), "female", date(2000, 2, 29)),  # 60 years on is a leap year
        (date(1948, 2, 29), "female", date(2008, 2, 29)),
        (date(1940, 2, 29), "male", date(2005, 3, 1)),
        (date(1952, 2, 29), "male", date(2017, 3, 1)),
        (date(1952, 2, 29), "female", date(2014, 1, 6)),  # table 1
        (date(1956, 2, 29), None, date(2022, 3, 1)),
        (date(1960, 2, 29), None, date(2026, 3, 1)),
        (date(1964, 2, 29), None, date(2031, 3, 1)),
        (date(1976, 2, 29), None, date(2043, 3, 1)),
        (date(1980, 2, 29), None, date(2048, 2, 29)),
        (date(2032, 2, 29), None, date(2100, 3, 1)),  # 2100 is a common year
    ],
)
def test_births_on_29_february(born: date, sex: str | None, day: date) -> None:
    assert state_pension_date(born, sex) == day


# Sex


@pytest.mark.parametrize("born", [date(1930, 1, 1), date(1950, 4, 5), date(1953, 11, 5), date(1953, 12, 5)])
def test_sex_is_needed_where_the_dates_differ(born: date) -> None:
    with pytest.raises(SexNeeded, match=r'give sex as "female" or "male", or ask state_pension_dates\(\)'):
        state_pension_date(born)
    assert len(state_pension_dates(born)) == 2


@pytest.mark.parametrize("born", [SAME_BY_CHANCE, SAME_FOR_EVERYONE_FROM, date(1990, 5, 1)])
def test_sex_is_not_needed_where_the_dates_agree(born: date) -> None:
    day = state_pension_date(born)
    assert state_pension_dates(born) == (day,)
    assert day == state_pension_date(born, "female") == state_pension_date(born, "male")


def test_everyone_shares_the_timetable_from_6_december_1953() -> None:
    assert date(1953, 12, 6) == SAME_FOR_EVERYONE_FROM
    for born in (SAME_FOR_EVERYONE_FROM, date.max):
        assert state_pension_cohort(born, "female") is state_pension_cohort(born, "male")
    last_apart = SAME_FOR_EVERYONE_FROM - DAY
    assert state_pension_cohort(last_apart, "female") is not state_pension_cohort(last_apart, "male")


def test_two_candidates_come_earliest_first() -> None:
    assert state_pension_dates(date(1953, 12, 5)) == (date(2018, 11, 6), date(2018, 12, 5))


def test_sex_may_be_any_string_enum() -> None:
    class RecordedSex(StrEnum):
        MALE = "male"

    born = date(1953, 3, 6)
    assert state_pension_date(born, RecordedSex.MALE) == state_pension_date(born, Sex.MALE) == date(2018, 3, 6)
    assert state_pension_date(born, Sex.FEMALE) == state_pension_date(born, "female") == date(2016, 3, 6)


@pytest.mark.parametrize("born", [date(1950, 1, 1), date(1990, 1, 1)])
@pytest.mark.parametrize("sex", ["", "f", "Female", "unknown", "both"])
def test_another_word_for_sex_is_refused_even_where_it_does_not_matter(born: date, sex: str) -> None:
    message = f'{sex!r} is not a sex of the State Pension timetable: give "female" or "male", None if unknown'
    for refused in (state_pension_date, state_pension_cohort):
        with pytest.raises(ValueError, match=message) as refusal:
            refused(born, sex)
        assert not isinstance(refusal.value, SexNeeded)
    with pytest.raises(ValueError, match=message):
        has_reached_state_pension_age(born, date(2020, 1, 1), sex)


@given(st.dates(date(1900, 1, 1), SAME_FOR_EVERYONE_FROM - DAY).filter(lambda born: born != SAME_BY_CHANCE))
def test_a_refusal_does_not_tell_the_date_of_birth(born: date) -> None:
    with pytest.raises(SexNeeded) as refusal:
        state_pension_date(born)
    assert not any(character.isdigit() for character in str(refusal.value))


def test_a_refusal_survives_pickling() -> None:
    with pytest.raises(SexNeeded) as refusal:
        state_pension_date(date(1950, 1, 1))
    copy = pickle.loads(pickle.dumps(refusal.value))
    assert (type(copy), str(copy)) == (SexNeeded, str(refusal.value))


# Reaching the age


@pytest.mark.parametrize(
    ("born", "on", "reached"),
    [
        # IPES call-off specification 2.3: eligible before the date, not on it
        (date(1954, 5, 20), date(2020, 1, 5), False),
        (date(1954, 5, 20), date(2020, 1, 6), True),
        (date(1956, 8, 2), date(2022, 8, 1), False),
        (date(1956, 8, 2), date(2022, 8, 2), True),
        # WHP JETS specification 2.6: the day itself is over age
        (date(1955, 2, 10), date(2021, 2, 10), True),
        (date(1956, 2, 29), date(2022, 2, 28), False),
        (date(1956, 2, 29), date(2022, 3, 1), True),
    ],
)
def test_reached_on_the_date_itself(born: date, on: date, reached: bool) -> None:
    assert has_reached_state_pension_age(born, on) is reached


def test_reaching_without_a_sex_is_known_outside_the_two_dates() -> None:
    born = date(1953, 3, 6)  # a woman attains it on 6 March 2016, a man on 6 March 2018
    assert has_reached_state_pension_age(born, date(2016, 3, 5)) is False
    assert has_reached_state_pension_age(born, date(2018, 3, 6)) is True
    for on in (date(2016, 3, 6), date(2018, 3, 5)):
        with pytest.raises(SexNeeded):
            has_reached_state_pension_age(born, on)
        assert has_reached_state_pension_age(born, on, "female") is True
        assert has_reached_state_pension_age(born, on, "male") is False


def test_a_datetime_is_not_a_date_of_birth() -> None:
    for refused in (state_pension_date, state_pension_dates):
        with pytest.raises(TypeError):
            refused(midnight(date(1990, 1, 1)))
    with pytest.raises(TypeError):
        has_reached_state_pension_age(date(1990, 1, 1), midnight(date(2020, 1, 1)))


# Properties


@given(births, st.integers(0, 400) | st.integers(0, 40_000), sexes)
@example(date(1956, 2, 29), 1, "male")
def test_a_later_birth_never_has_an_earlier_date(born: date, days_later: int, sex: str) -> None:
    assert state_pension_date(born, sex) <= state_pension_date(born + days_later * DAY, sex)


@given(births, sexes)
def test_the_date_moves_by_the_next_day_at_least_nothing_and_at_most_four_months(born: date, sex: str) -> None:
    step = state_pension_date(born + DAY, sex) - state_pension_date(born, sex)
    assert timedelta(0) <= step <= timedelta(days=31 + 30 + 31 + 31)


@given(births, sexes)
def test_the_age_lies_between_60_and_68(born: date, sex: str) -> None:
    years, days = 365.2425, 2  # days a year; leap days shift a span by less than two days
    span = (state_pension_date(born, sex) - born).days
    assert 60 * years - days <= span <= 68 * years + days


@given(births)
def test_women_never_later_than_men_and_the_candidates_are_theirs(born: date) -> None:
    woman, man = state_pension_date(born, "female"), state_pension_date(born, "male")
    assert woman <= man
    assert state_pension_dates(born) == ((woman,) if woman == man else (woman, man))


@given(births, st.sampled_from([*SEXES, None]), st.dates(date(1960, 1, 1), date(2170, 1, 1)))
def test_once_reached_it_stays_reached(born: date, sex: str | None, on: date) -> None:
    try:
        reached = has_reached_state_pension_age(born, on, sex)
    except SexNeeded:
        assert sex is None
        assert state_pension_date(born, "female") <= on < state_pension_date(born, "male")
        return
    if reached:
        assert has_reached_state_pension_age(born, on + DAY, sex)
    for known in [sex] if sex else SEXES:
        assert reached == (on >= state_pension_date(born, known))


@given(births, sexes)
def test_the_cohort_holds_the_birth_and_gives_the_date(born: date, sex: str) -> None:
    cohort = state_pension_cohort(born, sex)
    assert cohort.born_from <= born <= cohort.born_to
    assert cohort.attained_by(born) == state_pension_date(born, sex)
