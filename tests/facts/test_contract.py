"""The contract: dated lists, shares and months."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from dwp_rules.facts import Contract, in_force


def test_a_contract_is_read_and_nothing_in_it_is_required() -> None:
    assert Contract() == Contract.model_validate_json("{}")
    contract = Contract.model_validate(
        {
            "contract_id": "C-1",
            "role": "prime",
            "nations": ["wales", "england"],
            "service_start_on": "2020-10-05",
            "start_up_share": "5.5",
            "payment_model": [{"starts_on": "2021-06-01", "model": "alternative"}],
            "target_percent": [
                {"starts_on": "2020-10-05", "measure": "job_outcomes", "percent": 22},
                {"starts_on": "2020-10-05", "measure": "job_outcomes", "group": "disability", "percent": "40.00"},
            ],
            "self_referral_cap": [{"month": "2021-03", "cap": 25}, {"month": "2021-02", "cap": 40}],
            "national_living_wage": [{"starts_on": "2021-04-01", "hourly_rate": "8.91"}],
            "state_pension_timetable": [{"born_from": "1960-04-06", "age_years": 66, "age_months": 1}],
            "variation_in_force": [{"starts_on": "2020-04-01", "ends_on": "2021-03-31"}],
        }
    )
    assert contract == Contract.model_validate_json(contract.model_dump_json())
    assert contract.self_referral_cap is not None
    assert [str(cap.month) for cap in contract.self_referral_cap] == ["2021-02", "2021-03"]
    assert contract.payment_model is not None
    assert in_force(contract.payment_model, date(2021, 5, 31)) is None


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"total_contract_value": 12000000.0}, "total_contract_value"),
        ({"minimum_service_fee": "-1"}, "minimum_service_fee"),
        ({"start_up_share": 5.5}, "start_up_share"),
        ({"length_months": -1}, "length_months"),
        ({"service_start_on": "2021-01-02", "referral_ends_on": "2021-01-01"}, "referral_ends_on"),
        ({"service_start_on": "2021-01-02", "contract_ends_on": "2021-01-01"}, "contract_ends_on"),
        ({"commencement_on": "2021-01-02", "implementation_ends_on": "2021-01-01"}, "implementation_ends_on"),
        ({"self_referral_cap": [{"month": "2021-13", "cap": 1}]}, "month"),
        ({"self_referral_cap": [{"month": "2021-02", "cap": 1}, {"month": "2021-02", "cap": 2}]}, "self_referral_cap"),
        ({"payment_model": [{"starts_on": "2021-02-01", "model": m} for m in "ab"]}, "payment_model"),
        (
            {"target_percent": [{"starts_on": "2021-02-01", "measure": "m", "percent": n} for n in (1, 2)]},
            "target_percent",
        ),
        ({"variation_in_force": [{"starts_on": "2021-02-01"}, {"starts_on": "2021-03-01"}]}, "variation_in_force"),
        ({"nations": ["britain"]}, "nations"),
        ({"state_pension_timetable": [{"born_from": "1960-02-01", "born_to": "1960-01-01"}]}, "born_to"),
        ({"colour": "green"}, "colour"),
    ],
)
def test_a_fault_in_a_contract_is_refused_and_named(facts: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Contract.model_validate(facts)
    (error,) = caught.value.errors()
    assert field in error["loc"]
