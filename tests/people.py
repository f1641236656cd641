"""A person who may take part in JETS, and what can make them unusual."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.episodes import Told

__all__ = ["births", "people"]

births = st.one_of(st.dates(date(1953, 10, 1), date(2004, 12, 31)), st.just(date(1992, 2, 29)))


Twist = Callable[[Told, date], None]
"""Makes one thing about an ordinary person unusual, given the day of the referral."""


def _ordinary(referred: date) -> Told:
    since = (referred - timedelta(days=200)).isoformat()
    credit = {"benefit": "universal_credit", "uc_regime": "all_work_related_requirements"}
    return {
        "participant_id": "P-1",
        "date_of_birth": "1988-03-14",
        "sex": "female",
        "residence": [{"starts_on": "2000-01-01", "nation": "england", "cpa": "CPA3"}],
        "right_to_reside": True,
        "right_to_work": True,
        "unemployed_since": since,
        "benefits": [{"starts_on": since, "self_employed_compliant": True} | credit],
        "motivated_to_find_work": True,
        "needs_light_touch_support": True,
        "eligible_for_whp_core_or_ipes": False,
        "intensive_support_needed": ["pre_work"],
        "job_ready_without_support": False,
        "wants_to_work": True,
        "needs_this_support": True,
        "suitability_reasons": ["job_search_skills", "transferable_skills"],
        "participation_basis": [{"starts_on": "2020-01-01", "basis": "voluntary"}],
    }


def _otherwise(name: str) -> Twist:
    def twist(person: Told, _referred: date) -> None:
        person[name] = not person[name]

    return twist


def _lives_in(nation: str, area: str | None) -> Twist:
    def twist(person: Told, _referred: date) -> None:
        person["residence"] = [{"starts_on": "2000-01-01", "nation": nation, "cpa": area}]

    return twist


def _out_of_work_for(days: int) -> Twist:
    def twist(person: Told, referred: date) -> None:
        since = (referred - timedelta(days=days)).isoformat()
        person["unemployed_since"] = since
        for spell in person["benefits"]:
            spell["starts_on"] = since

    return twist


def _on_benefit(benefit: str, **fields: Any) -> Twist:
    def twist(person: Told, _referred: date) -> None:
        person["benefits"] = [{"starts_on": "2020-01-06", "benefit": benefit} | fields]

    return twist


def _off_benefit_after(days: int) -> Twist:
    def twist(person: Told, referred: date) -> None:
        for spell in person["benefits"]:
            spell["ends_on"] = (referred + timedelta(days=days)).isoformat()
            spell["self_employed_compliant"] = False

    return twist


def _mandated(person: Told, _referred: date) -> None:
    person["participation_basis"] = [{"starts_on": "2020-01-01", "basis": "mandated", "scope": "scheme"}]


def _meets_every(number: int, days: int) -> Twist:
    def twist(person: Told, referred: date) -> None:
        agreed = {"starts_on": (referred + timedelta(days=days)).isoformat(), "working_days": number}
        person["contact_frequency"] = [agreed]

    return twist


def _nothing_given(name: str) -> Twist:
    def twist(person: Told, _referred: date) -> None:
        person[name] = []

    return twist


TWISTS: tuple[Twist, ...] = (
    *map(_otherwise, ("right_to_reside", "motivated_to_find_work", "eligible_for_whp_core_or_ipes", "wants_to_work")),
    *map(_otherwise, ("job_ready_without_support", "needs_this_support", "needs_light_touch_support")),
    *map(_nothing_given, ("intensive_support_needed", "suitability_reasons", "benefits", "participation_basis")),
    *map(_out_of_work_for, (90, 91, 92)),
    *map(_off_benefit_after, (60, 120, 200)),
    _lives_in("wales", "CPA6"),
    _lives_in("scotland", None),
    _on_benefit("new_style_jsa"),
    _on_benefit("new_style_esa"),
    _on_benefit("universal_credit", uc_regime="work_preparation", self_employed_compliant=False),
    _mandated,
    _mandated,
    _meets_every(5, 40),
    _meets_every(20, 50),
    _meets_every(8, 60),
)


twists = st.lists(st.sampled_from(TWISTS), max_size=2)


@st.composite
def people(draw: st.DrawFn, referred: date) -> Told:
    person = _ordinary(referred) | {"date_of_birth": draw(births).isoformat()}
    for twist in draw(twists):
        twist(person, referred)
    return person
