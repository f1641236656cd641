"""Made-up JETS histories that often hit the interesting places: days 182, 238, 299, Christmas, Easter, missing facts.

A history is told in the words of JSON and in whole; `holes` are facts that can be taken out of it again. Dates are told
as numbers of days from the start, the Start Date being day 1, so that a history can be moved as one piece.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from dwp_rules import Case

__all__ = [
    "HOLES",
    "LANDMARKS",
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

Told = dict[str, Any]
Event = dict[str, Any]
Episode = list[Event]

LANDMARKS = (
    1,
    2,
    3,
    8,
    11,
    15,
    16,
    22,
    56,
    57,
    90,
    167,
    168,
    169,
    181,
    182,
    183,
    184,
    210,
    237,
    238,
    239,
    298,
    299,
    300,
)
"""Days of provision on which something changes, and their neighbours."""

AWKWARD_STARTS = (
    date(2020, 10, 5),
    date(2020, 12, 11),
    date(2020, 12, 22),
    date(2021, 3, 25),
    date(2021, 7, 6),  # day 182 is 3 January 2022, a substitute holiday
    date(2021, 9, 30),
)

numbers = st.sampled_from((*LANDMARKS, *range(20, 320, 20)))
looks = st.integers(0, 119)
event_days = st.integers(60, 119)
"""Which day a history is looked at, for `History.when`: any, or only days on which something happens."""

LOOKED_AT = (300, 239, 183, 299, 238, 182, *LANDMARKS, *range(100, 320, 20), 2000, 0, -10, -30)

few_days = st.sampled_from((0, 0, 1, 2, 3, 4, 7, 14))
flags = st.booleans()
births = st.one_of(st.dates(date(1953, 10, 1), date(2004, 12, 31)), st.just(date(1992, 2, 29)))
amounts = st.sampled_from(("1000.00", "500.00", "999.99", "0.01", "587.50", "412.50", "250.00", "-100.00"))
employers = st.sampled_from(("unrelated", "unrelated", "unrelated", "prime", "supply_chain"))


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


# ── what is known of the person ─────────────────────────────────────────────────────────────────────────────────

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


@st.composite
def _people(draw: st.DrawFn, referred: date) -> Told:
    person = _ordinary(referred) | {"date_of_birth": draw(births).isoformat()}
    for twist in draw(st.lists(st.sampled_from(TWISTS), max_size=2)):
        twist(person, referred)
    return person


# ── what happens ────────────────────────────────────────────────────────────────────────────────────────────────

# Episodes are told by number of day; `_dated` makes dates of every field that ends in "on".


def _event(kind: str, on: int, **fields: Any) -> Event:
    return {"kind": kind, "on": on} | {name: value for name, value in fields.items() if value is not None}


@st.composite
def _meetings(draw: st.DrawFn) -> Episode:
    first, gap = draw(numbers), draw(st.integers(5, 18))
    attended = draw(st.lists(flags, min_size=1, max_size=4))
    return [_event("meeting", first + gap * place, type="booked", attended=came) for place, came in enumerate(attended)]


@st.composite
def _missed_meeting(draw: st.DrawFn) -> Episode:
    on = draw(numbers)
    explained = on + draw(few_days) if draw(flags) else None
    episode = [_event("meeting", on, type="booked", attended=False, explained_on=explained)]
    if draw(flags):
        result = draw(st.sampled_from(("attempted", "made")))
        contact = _event("contact", on + draw(few_days), result=result, by="provider", purpose="missed_meeting")
        episode.append(contact)
    return episode


@st.composite
def _job(draw: st.DrawFn) -> Episode:
    work_id = draw(st.sampled_from(("J1", "J2")))
    begins = draw(st.sampled_from((-5, 1, 2, 30, 60, 90, 150, 181, 182, 183)))
    work = draw(st.sampled_from(("employed", "employed", "employed", "self_employed")))
    episode = [_event("work_started", begins, work_id=work_id, work=work, employer=draw(employers))]
    last = begins
    for amount in draw(st.lists(amounts, max_size=3)):
        last = max(last, draw(st.one_of(numbers, st.sampled_from((237, 238, 239)))))
        episode.append(_event("earnings_payment", last, amount=amount, work_id=work_id))
    if draw(flags):
        episode.append(_event("work_ended", last + draw(few_days), work_id=work_id))
    return episode


ENOUGH = (("500.00", "500.00", "-100.00"), ("1000.00",), ("999.99", "0.01"), ("412.50", "600.00"))


@st.composite
def _good_job(draw: st.DrawFn) -> Episode:
    """A job whose pay reaches the threshold to the penny, in time or not."""
    begins = draw(st.sampled_from((1, 2, 60, 150, 182, 183)))
    paid = draw(st.sampled_from(ENOUGH))
    episode = [_event("work_started", begins, work_id="J3", work="employed")]
    on = begins
    for amount in paid:
        on = max(on + 1, draw(st.sampled_from((70, 181, 56, 100, 182, 183, 237, 238, 239))))
        episode.append(_event("earnings_payment", on, amount=amount, work_id="J3"))
    return episode


@st.composite
def _pay(draw: st.DrawFn) -> Episode:
    kind = draw(st.sampled_from(("wages", "wages", "wages", "holiday_pay", "correction", "tax_refund")))
    return [_event("earnings_payment", draw(numbers), amount=draw(amounts), payment=kind)]


@st.composite
def _trading(draw: st.DrawFn) -> Episode:
    gap, how_many = draw(st.sampled_from(((7, 8), (7, 9), (6, 9), (8, 8), (7, 7), (3, 20))))
    # Often so that the eighth week ends on or about day 182 or day 238.
    first = draw(st.sampled_from((1, 2, 30, 125, 126, 127, 128, 181, 182, 183, 184)))
    evidenced, employer = draw(st.sampled_from((True, True, False))), draw(employers)
    days = [first + gap * place for place in range(how_many)]
    episode = [_event("self_employed_day", on, evidenced=evidenced, employer=employer) for on in days]
    claimed_after = draw(st.sampled_from((10, None, 0, 60)))
    if claimed_after is not None:
        on = days[-1] + claimed_after
        episode.append(_event("outcome_claim", on, recorded_on=on, channel="prap", evidence_held=True))
    return episode


@st.composite
def _claim(draw: st.DrawFn) -> Episode:
    on = draw(numbers)
    entered = draw(st.sampled_from((on, on, on + 3)))
    channel = draw(st.sampled_from(("prap", "prap", "email")))
    return [_event("outcome_claim", on, recorded_on=entered, channel=channel, evidence_held=draw(flags))]


_DOCUMENTS: tuple[tuple[str, Told], ...] = (
    ("document_issued", {"document": "standards_copy", "to": "participant"}),
    ("document_issued", {"document": "exit_report", "to": "participant"}),
    ("document_issued", {"document": "esf_initial_form", "to": "esf_admin_team"}),
    ("document_issued", {"document": "esf_end_form", "to": "esf_admin_team"}),
    ("document_issued", {"document": "esf_initial_form", "to": "provider", "by": "esf_admin_team"}),
    ("document_updated", {"document": "action_plan", "step": "finalised"}),
    ("document_updated", {"document": "esf_initial_form", "step": "signed", "signature": "wet"}),
)
_ENDINGS: tuple[tuple[str, Told], ...] = (
    ("withdrawal", {"stage": "on_provision"}),
    ("exit_decision", {"basis": "signposted", "ends_programme": True}),
    ("exit_decision", {"basis": "signposted", "ends_programme": False}),
)
_HAPPENINGS: tuple[tuple[str, Told], ...] = (
    ("disengaged", {}),
    ("moved", {"to_nation": "wales"}),
    ("notification", {"topic": "disengagement", "recipient": "jobcentre"}),
    ("checklist_recorded", {"checklist": "induction", "items": ["travel_evidence_explained"]}),
    ("escalation", {"matter": "complaint", "step": "raised"}),
    ("survey_response", {"answer": "very_satisfied", "channel": "telephone", "written_record": True}),
    ("cost", {"cost": "travel", "amount": "12.50", "cheapest_amount": "10.00", "evidenced": True}),
    ("esf_result", {"result": "qualification", "evidenced": True}),
)


@st.composite
def _ending(draw: st.DrawFn) -> Episode:
    """A cause of an early end, or two on one day."""
    on = draw(st.sampled_from((100, 181, 182, 183, 70, 56)))
    causes = draw(st.lists(st.sampled_from(_ENDINGS), min_size=1, max_size=2, unique_by=lambda cause: cause[0]))
    return [_event(kind, on, **fields) for kind, fields in causes]


@st.composite
def _single(draw: st.DrawFn, choices: tuple[tuple[str, Told], ...]) -> Episode:
    kind, fields = draw(st.sampled_from(choices))
    return [_event(kind, draw(numbers), **fields)]


_WORK = st.one_of(_good_job(), _trading(), _job())
_EPISODES = st.one_of(
    _ending(),
    _good_job(),
    _trading(),
    _job(),
    _trading(),
    _meetings(),
    _missed_meeting(),
    _pay(),
    _claim(),
    _single(_DOCUMENTS),
    _single(_HAPPENINGS),
)


@st.composite
def _beginning(draw: st.DrawFn, referred: int) -> Episode:
    """The referral, and what comes of it up to the start: told by number of day, the start being day 1."""
    route = draw(st.sampled_from(("jobcentre", "jobcentre", "self_referral")))
    received = referred + draw(st.sampled_from((0, 0, 1)))
    decided = received + draw(few_days)
    entered = draw(st.sampled_from((1, 1, 2, 4, 20)))
    episode = [
        _event("referral", referred, received_on=received, route=route),
        _event("referral_acknowledged", decided, recorded_on=decided, decision="accept"),
        _event("contact", received + draw(few_days), result="made", by="provider", purpose="first_contact"),
        _event("meeting", draw(st.integers(min(received, 1), 1)), type="initial", attended=True),
    ]
    outcome = draw(st.sampled_from(("started",) * 10 + ("did_not_start", "did_not_attend")))
    if outcome == "started":
        return [*episode, _event("start", 1, recorded_on=entered)]
    return [*episode[:-1], _event("referral_cancelled", 1, recorded_on=entered, outcome=outcome)]


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
    start = draw(st.one_of(st.sampled_from(AWKWARD_STARTS), st.dates(date(2020, 10, 5), date(2021, 9, 30))))
    referred = 1 - draw(st.sampled_from((0, 1, 7, 15, 21, 22, 36)))
    episodes = [draw(_beginning(referred)), *draw(st.lists(_EPISODES, min_size=1, max_size=2 if working else 4))]
    if working:
        episodes += [draw(_WORK), draw(_WORK)]
    events = [_dated(start, event) for episode in episodes for event in episode]
    told: Told = {
        "programme": "whp-jets",
        "participant": draw(_people(start + timedelta(days=referred - 1))),
        "events": events,
    }
    if draw(flags):
        told["contract"] = {"service_start_on": "2020-10-05", "cpa": draw(st.sampled_from(("CPA3", "CPA6")))}
    return History(start, told)
