"""Tallies that someone else has counted."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from dwp_rules.calendar import Month
from dwp_rules.facts import CohortResult, CustomerGroup, MonthlyResult


def test_a_monthly_result_is_read_and_written_alike() -> None:
    result = MonthlyResult.model_validate(
        {"month": "2021-03", "measure": "CSS1", "met": 199, "total": 200, "excluded": 4, "provider": "P"}
    )
    assert result.month == Month(2021, 3)
    assert result == MonthlyResult.model_validate_json(result.model_dump_json())
    assert result == MonthlyResult.model_validate(result.model_dump())
    assert result == MonthlyResult(
        month=Month(2021, 3), measure="CSS1", met=199, total=200, excluded=4, group=None, provider="P"
    )


def test_a_cohort_result_is_read_and_written_alike() -> None:
    result = CohortResult.model_validate(
        {
            "month": "2020-11",
            "starts": 200,
            "outcomes": [
                {"kind": "employed", "achieved": 40},
                {"kind": "self_employed", "achieved": 6},
                {"achieved": 46},
                {"level": "higher", "achieved": 0},
            ],
            "last_start_on": "2020-11-30",
            "group": CustomerGroup.DISABILITY,
            "cpa": "CPA1",
            "dda": "WMCA",
        }
    )
    assert result == CohortResult.model_validate_json(result.model_dump_json())
    assert (result.group, result.last_start_on) == ("disability", date(2020, 11, 30))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"met": 201}, "met must not be more than total, 200"),
        ({"met": -1}, "greater than or equal to 0"),
        ({"total": -1}, "greater than or equal to 0"),
        ({"excluded": -1}, "greater than or equal to 0"),
        ({"met": 1.0}, "valid integer"),
        ({"met": True}, "valid integer"),
        ({"month": "2021-3"}, "written YYYY-MM"),
        ({"month": "1899-12"}, "from 1900 to 2199"),
        ({"month": Month(2200, 1)}, "from 1900 to 2199"),
        ({"month": date(2021, 3, 1)}, "written YYYY-MM"),
        ({"month": 202103}, "written YYYY-MM"),
        ({"measure": ""}, "at least 1 character"),
        ({"percent": 99}, "Extra inputs"),
    ],
)
def test_what_is_no_monthly_result_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        MonthlyResult.model_validate({"month": "2021-03", "measure": "CSS1", "met": 199, "total": 200} | wrong)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"outcomes": [{"achieved": 201}]}, "outcomes must not be more than starts, 200"),
        ({"outcomes": [{"achieved": 1}, {"achieved": 2}]}, "same kind and level"),
        ({"outcomes": [{"achieved": 1, "level": "lower"}, {"achieved": 2, "level": "lower"}]}, "same kind and level"),
        ({"starts": -1}, "greater than or equal to 0"),
        ({"last_start_on": "2020-12-01"}, "must lie in the cohort's month, 2020-11"),
        ({"last_start_on": "2020-10-31"}, "must lie in the cohort's month, 2020-11"),
    ],
)
def test_what_is_no_cohort_result_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        CohortResult.model_validate({"month": "2020-11", "starts": 200} | wrong)


def test_all_starts_may_reach_the_outcome() -> None:
    cohort = CohortResult.model_validate({"month": "2020-11", "starts": 2, "outcomes": [{"achieved": 2}]})
    assert cohort.outcomes[0].achieved == cohort.starts


def test_a_month_may_hold_nothing() -> None:
    assert MonthlyResult(month=Month(2020, 11), measure="CSS1", met=0, total=0).excluded == 0
