"""National Living Wage by date: pounds an hour, and the age from which it is the adult rate.

National Minimum Wage Regulations 2015 (S.I. 2015/621), regulation 4. Where the amending instrument was not to be had,
the citation is the list that stands behind GOV.UK's minimum wage calculator. A day without a known rate is refused.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dwp_rules.calendar.dates import ONE_DAY

__all__ = ["NATIONAL_LIVING_WAGE", "OutsideRates", "Rate", "living_wage_rate", "national_living_wage"]


class OutsideRates(ValueError):
    """No rate is known for the day asked about."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of the National Living Wage: in force from `from_` (counted) until `until` (not counted)."""

    from_: date
    until: date
    pounds_per_hour: Decimal
    adult_from_age: int
    citation: str


_REGULATION_4 = "National Minimum Wage Regulations 2015 (S.I. 2015/621) reg. 4"
_RATES_TO_2021 = "GOV.UK minimum wage rates (alphagov/smart-answers@34de9ea197 minimum_wage.yml)"
_RATES_FROM_2025 = "GOV.UK minimum wage rates (alphagov/smart-answers@f275fef4d1 minimum_wage.yml)"

NATIONAL_LIVING_WAGE: tuple[Rate, ...] = (
    Rate(date(2016, 4, 1), date(2017, 4, 1), Decimal("7.20"), 25, f"{_REGULATION_4} as substituted by S.I. 2016/68"),
    Rate(date(2017, 4, 1), date(2018, 4, 1), Decimal("7.50"), 25, f"{_REGULATION_4}; {_RATES_TO_2021}"),
    Rate(date(2018, 4, 1), date(2019, 4, 1), Decimal("7.83"), 25, f"{_REGULATION_4} as amended by S.I. 2018/455"),
    Rate(date(2019, 4, 1), date(2020, 4, 1), Decimal("8.21"), 25, f"{_REGULATION_4} as amended by S.I. 2019/603"),
    Rate(date(2020, 4, 1), date(2021, 4, 1), Decimal("8.72"), 25, f"{_REGULATION_4}; {_RATES_TO_2021}"),
    Rate(date(2021, 4, 1), date(2022, 4, 1), Decimal("8.91"), 23, f"{_REGULATION_4} as amended by S.I. 2021/329"),
    Rate(date(2022, 4, 1), date(2023, 4, 1), Decimal("9.50"), 23, f"{_REGULATION_4} as amended by S.I. 2022/382"),
    Rate(date(2023, 4, 1), date(2024, 4, 1), Decimal("10.42"), 23, f"{_REGULATION_4} as amended by S.I. 2023/354"),
    Rate(date(2024, 4, 1), date(2025, 4, 1), Decimal("11.44"), 21, f"{_REGULATION_4} as amended by S.I. 2024/432"),
    Rate(date(2025, 4, 1), date(2026, 4, 1), Decimal("12.21"), 21, f"{_REGULATION_4} as amended by S.I. 2025/401"),
    Rate(date(2026, 4, 1), date(2027, 4, 1), Decimal("12.71"), 21, f"{_REGULATION_4}; {_RATES_FROM_2025}"),
)

_IN_FORCE_FROM = tuple(rate.from_ for rate in NATIONAL_LIVING_WAGE)
_LAST_KNOWN_DAY = NATIONAL_LIVING_WAGE[-1].until - ONE_DAY


def national_living_wage(on: date) -> Decimal:
    """Pounds an hour of the National Living Wage on a day.

    Raises OutsideRates before 1 April 2016 and after 31 March 2027.

    >>> national_living_wage(date(2019, 3, 31)), national_living_wage(date(2019, 4, 1))
    (Decimal('7.83'), Decimal('8.21'))
    """
    return living_wage_rate(on).pounds_per_hour


def living_wage_rate(on: date) -> Rate:
    """Rate of the National Living Wage in force on a day, with its window, age and citation.

    Raises OutsideRates before 1 April 2016 and after 31 March 2027.

    >>> living_wage_rate(date(2024, 4, 1)).adult_from_age
    21
    """
    if not _IN_FORCE_FROM[0] <= on <= _LAST_KNOWN_DAY:
        raise OutsideRates(
            f"no National Living Wage is known for {on}: rates are known from {_IN_FORCE_FROM[0]} to "
            f"{_LAST_KNOWN_DAY}; ask about one of these days, or give the rate yourself"
        )
    return NATIONAL_LIVING_WAGE[bisect_right(_IN_FORCE_FROM, on) - 1]
