"""Made-up JETS histories that often hit the interesting places: days 182, 238, 299, Christmas, Easter, missing facts.

A history is told in the words of JSON and in whole; `holes` are facts that can be taken out of it again. Dates are told
as numbers of days from the start, the Start Date being day 1, so that a history can be moved as one piece.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from dwp_rules import Case
from tests.episodes import LANDMARKS, Event, Told, beginnings, episodes, work
from tests.people import births, people

__all__ = [
    "HOLES",
    "Event",
    "Histories",
    "History",
    "Told",
    "births",
    "case_of",
    "event_days",
    "histories",
    "holes",
    "looks",
]

AWKWARD_STARTS = (
    date(2020, 10, 5),
    date(2020, 12, 11),
    date(2020, 12, 22),
    date(2021, 3, 25),
    date(2021, 7, 6),  # day 182 is 3 January 2022, a substitute holiday
    date(2021, 9, 30),
)

starts = st.one_of(st.sampled_from(AWKWARD_STARTS), st.dates(date(2020, 10, 5), date(2021, 9, 30)))
looks = st.integers(0, 119)
event_days = st.integers(60, 119)
"""Which day a history is looked at, for `History.when`: any, or only days on which something happens."""

LOOKED_AT = (300, 239, 183, 299, 238, 182, *LANDMARKS, *range(100, 320, 20), 2000, 0, -10, -30)


@dataclass(frozen=True)
class History:
    """A start, what happened before and after it, and what is known of the person and the contract."""

    start: date
    told: Told

    def day(self, number: int) -> date:
        """The date of a day of provision; 0 is the day before the start."""
        return self.start + timedelta(days=number - 1)

    def when(self, look: int) -> date:
        """A day to look at: one of the landmarks, or a day on which something happens."""
        if look < 60:
            return self.day(LOOKED_AT[look % len(LOOKED_AT)])
        happened = sorted({event["on"] for event in self.told["events"]})
        return date.fromisoformat(happened[look % len(happened)])

    @property
    def paid_before_any_job(self) -> bool:
        """Whether pay that names no job comes before the first known job, whose start, once known, leaves it out."""
        events = self.told["events"]
        jobs = [event["on"] for event in events if event["kind"] == "work_started"]
        paid = [e["on"] for e in events if e["kind"] == "earnings_payment" and "work_id" not in e]
        return bool(jobs and paid) and min(paid) < min(jobs)

    def case(self, without: frozenset[str] = frozenset()) -> Case:
        """The case, without some of the facts that can be missing."""
        told = self.told
        if without:
            told = deepcopy(told)
            for hole in sorted(without):
                HOLES[hole](told)
        return case_of(told)


Histories = st.SearchStrategy[History]


def case_of(told: Told) -> Case:
    """The case that such a story tells."""
    return Case.model_validate(told)


# ── what can be missing ─────────────────────────────────────────────────────────────────────────────────────────


def _fact(name: str) -> Callable[[Told], None]:
    def take_out(told: Told) -> None:
        told["participant"].pop(name, None)

    return take_out


def _of_each(place: Callable[[Told], list[Told]], name: str) -> Callable[[Told], None]:
    def take_out(told: Told) -> None:
        for held in place(told):
            held.pop(name, None)

    return take_out


def _events(kind: str) -> Callable[[Told], list[Told]]:
    return lambda told: [event for event in told["events"] if event["kind"] == kind]


def _spells(name: str) -> Callable[[Told], list[Told]]:
    return lambda told: told["participant"].get(name) or []


HOLES: dict[str, Callable[[Told], None]] = {
    **{
        name: _fact(name)
        for name in (
            "date_of_birth",
            "sex",
            "residence",
            "right_to_reside",
            "right_to_work",
            "benefits",
            "unemployed_since",
            "motivated_to_find_work",
            "needs_light_touch_support",
            "eligible_for_whp_core_or_ipes",
            "intensive_support_needed",
            "job_ready_without_support",
            "wants_to_work",
            "needs_this_support",
            "suitability_reasons",
            "participation_basis",
        )
    },
    "benefits.uc_regime": _of_each(_spells("benefits"), "uc_regime"),
    "benefits.self_employed_compliant": _of_each(_spells("benefits"), "self_employed_compliant"),
    "start.recorded_on": _of_each(_events("start"), "recorded_on"),
    "referral.route": _of_each(_events("referral"), "route"),
    "self_employed_day.evidenced": _of_each(_events("self_employed_day"), "evidenced"),
    "outcome_claim.channel": _of_each(_events("outcome_claim"), "channel"),
    "outcome_claim.evidence_held": _of_each(_events("outcome_claim"), "evidence_held"),
    "contract": lambda told: told.pop("contract", None),
}
"""Facts that may be missing, by name, each with what takes it out of a story."""

holes = st.frozensets(st.sampled_from(sorted(HOLES)), max_size=4)


# ── whole histories ───────────────────────────────────────────────────────────────────────────────────────────────────


def _dated(start: date, event: Event) -> Event:
    return {
        name: (start + timedelta(days=value - 1)).isoformat() if name == "on" or name.endswith("_on") else value
        for name, value in event.items()
    }


@st.composite
def histories(draw: st.DrawFn, *, working: bool = False) -> History:
    """A referral, nearly always a start, some episodes after it, and everything known; take out holes as you like.

    `working`: there is work among the episodes, mostly of both kinds.
    """
    start = draw(starts)
    beginning = draw(beginnings)
    later = draw(st.lists(episodes, min_size=1, max_size=2 if working else 4))
    if working:
        later += [draw(work), draw(work)]
    told: Told = {
        "programme": "whp-jets",
        "participant": draw(people(start + timedelta(days=beginning[0]["on"] - 1))),
        "events": [_dated(start, event) for episode in (beginning, *later) for event in episode],
    }
    area = draw(st.sampled_from((None, "CPA3", "CPA6")))
    if area is not None:
        told["contract"] = {"service_start_on": "2020-10-05", "cpa": area}
    return History(start, told)
