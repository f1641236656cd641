"""What can happen to a JETS participant, told by number of day, the Start Date being day 1: one episode at a time."""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

from hypothesis import strategies as st

__all__ = ["LANDMARKS", "Episode", "Event", "Told", "beginnings", "episodes", "work"]

Told = dict[str, Any]
Event = dict[str, Any]
Episode = list[Event]

LANDMARKS = (1, 2, 3, 8, 11, 15, 16, 56, 57, 90, 167, 168, 169, 181, 182, 183, 184, 237, 238, 239, 298, 299, 300)
"""Days of provision on which something changes, and their neighbours."""

NUMBERS = (*LANDMARKS, *range(20, 320, 20))
FEW_DAYS = (0, 1, 2, 3, 4, 7, 14)
YES_AND_NO = (True, False)
EMPLOYERS = ("unrelated", "unrelated", "unrelated", "prime", "supply_chain")


# Episodes are told by number of day; `_dated` makes dates of every field that ends in "on".


def _event(kind: str, on: int, **fields: Any) -> Event:
    return {"kind": kind, "on": on} | {name: value for name, value in fields.items() if value is not None}


def _told_with(tell: Callable[..., Episode], **options: Iterable[object]) -> st.SearchStrategy[Episode]:
    """Episodes told with one option of each kind; drawn as one choice, which is far quicker than one choice each."""
    chosen = list(product(*options.values()))
    return st.sampled_from(chosen).map(lambda values: tell(**dict(zip(options, values, strict=True))))


def _meetings(first: int, gap: int, attended: tuple[bool, ...]) -> Episode:
    return [_event("meeting", first + gap * place, type="booked", attended=came) for place, came in enumerate(attended)]


def _missed_meeting(on: int, explained_after: int | None, tried_after: int | None, result: str) -> Episode:
    explained = None if explained_after is None else on + explained_after
    episode = [_event("meeting", on, type="booked", attended=False, explained_on=explained)]
    if tried_after is not None:
        contact = {"result": result, "by": "provider", "purpose": "missed_meeting"}
        episode.append(_event("contact", on + tried_after, **contact))
    return episode


def _job(work_id: str, begins: int, work: str, employer: str, paid: tuple[str, ...], lasts: int | None) -> Episode:
    episode = [_event("work_started", begins, work_id=work_id, work=work, employer=employer)]
    paydays = range(begins, begins + 30 * len(paid), 30)
    episode += [
        _event("earnings_payment", on, amount=amount, work_id=work_id) for on, amount in zip(paydays, paid, strict=True)
    ]
    if lasts is not None:
        episode.append(_event("work_ended", begins + 30 * len(paid) + lasts, work_id=work_id))
    return episode


def _good_job(begins: int, paid: tuple[str, ...], paydays: tuple[int, ...]) -> Episode:
    """A job whose pay reaches the threshold to the penny, in time or not."""
    episode = [_event("work_started", begins, work_id="J3", work="employed")]
    on = begins
    for amount, payday in zip(paid, paydays, strict=False):
        on = max(on + 1, payday)
        episode.append(_event("earnings_payment", on, amount=amount, work_id="J3"))
    return episode


def _pay(on: int, amount: str, payment: str) -> Episode:
    return [_event("earnings_payment", on, amount=amount, payment=payment)]


def _trading(gap: int, weeks: int, first: int, evidenced: bool, employer: str, claimed_after: int | None) -> Episode:
    days = [first + gap * place for place in range(weeks)]
    episode = [_event("self_employed_day", on, evidenced=evidenced, employer=employer) for on in days]
    return episode if claimed_after is None else [*episode, *_claim(days[-1] + claimed_after, 0, "prap", True)]


def _claim(on: int, entered_after: int, channel: str, evidence_held: bool) -> Episode:
    entered = {"recorded_on": on + entered_after, "channel": channel, "evidence_held": evidence_held}
    return [_event("outcome_claim", on, **entered)]


_DOCUMENTS: tuple[tuple[str, Told], ...] = (
    ("document_issued", {"document": "standards_copy", "to": "participant"}),
    ("document_issued", {"document": "exit_report", "to": "participant"}),
    ("document_issued", {"document": "esf_initial_form", "to": "esf_admin_team"}),
    ("document_issued", {"document": "esf_end_form", "to": "esf_admin_team"}),
    ("document_issued", {"document": "esf_initial_form", "to": "provider", "by": "esf_admin_team"}),
    ("document_updated", {"document": "action_plan", "step": "finalised"}),
    ("document_updated", {"document": "esf_initial_form", "step": "signed", "signature": "wet"}),
)
_LEAVES: tuple[str, Told] = ("withdrawal", {"stage": "on_provision"})
_SIGNPOSTED: tuple[str, Told] = ("exit_decision", {"basis": "signposted", "ends_programme": True})
_ADVISED: tuple[str, Told] = ("exit_decision", {"basis": "signposted", "ends_programme": False})
_ENDINGS = ((_LEAVES, _SIGNPOSTED), (_LEAVES,), (_SIGNPOSTED,), (_LEAVES, _ADVISED))
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


def _together(on: int, happened: tuple[tuple[str, Told], ...]) -> Episode:
    return [_event(kind, on, **fields) for kind, fields in happened]


def _beginning(
    referred: int, received_after: int, decided_after: int, called_after: int, entered: int, route: str, outcome: str
) -> Episode:
    """The referral, and what comes of it up to the start: told by number of day, the start being day 1."""
    received = referred + received_after
    decided = received + decided_after
    episode = [
        _event("referral", referred, received_on=received, route=route),
        _event("referral_acknowledged", decided, recorded_on=decided, decision="accept"),
        _event("contact", received + called_after, result="made", by="provider", purpose="first_contact"),
        _event("meeting", max(received, 1), type="initial", attended=True),
    ]
    if outcome == "started":
        return [*episode, _event("start", 1, recorded_on=entered)]
    return [*episode[:-1], _event("referral_cancelled", 1, recorded_on=entered, outcome=outcome)]


beginnings = _told_with(
    _beginning,
    referred=(-14, -6, 0, 1, -20, -21, -35),
    received_after=(0, 0, 1),
    decided_after=(0, 2, 3, 14),
    called_after=(0, 2, 3),
    entered=(1, 2, 20),
    route=("jobcentre", "jobcentre", "self_referral"),
    outcome=("started",) * 8 + ("did_not_start", "did_not_attend"),
)
good_jobs = _told_with(
    _good_job,
    begins=(1, 2, 60, 150, 182, 183),
    paid=(("500.00", "500.00", "-100.00"), ("1000.00",), ("999.99", "0.01"), ("412.50", "600.00")),
    paydays=((70, 181, 182), (56, 100, 239), (181, 182, 183), (182, 237, 238), (237, 238, 239), (100, 239, 240)),
)
trading = _told_with(
    _trading,
    gap=(7, 6, 8),
    weeks=(8, 9, 7),
    # Often so that the eighth week ends on or about day 182 or day 238.
    first=(1, 30, 125, 126, 127, 128, 181, 182, 183, 184),
    evidenced=(True, True, False),
    employer=EMPLOYERS,
    claimed_after=(10, None, 0, 60),
)
jobs = _told_with(
    _job,
    work_id=("J1", "J2"),
    begins=(-5, 1, 2, 30, 90, 150, 181, 182, 183),
    work=("employed", "employed", "employed", "self_employed"),
    employer=EMPLOYERS,
    paid=((), ("1000.00",), ("500.00", "500.00"), ("999.99",), ("600.00", "-100.00", "600.00")),
    lasts=(None, 0, 1, 60),
)
endings = _told_with(_together, on=(100, 181, 182, 183, 70, 56), happened=_ENDINGS)
others = st.one_of(
    _told_with(
        _meetings,
        first=NUMBERS,
        gap=(5, 10, 14, 15, 18),
        attended=[came for length in (1, 2, 4) for came in product(YES_AND_NO, repeat=length)],
    ),
    _told_with(
        _missed_meeting,
        on=NUMBERS,
        explained_after=(None, *FEW_DAYS),
        tried_after=(None, *FEW_DAYS),
        result=("attempted", "made"),
    ),
    _told_with(
        _pay,
        on=NUMBERS,
        amount=("1000.00", "500.00", "999.99", "0.01", "-100.00"),
        payment=("wages", "wages", "holiday_pay", "correction", "tax_refund"),
    ),
    _told_with(
        _claim, on=NUMBERS, entered_after=(0, 0, 3), channel=("prap", "prap", "email"), evidence_held=YES_AND_NO
    ),
    _told_with(_together, on=NUMBERS, happened=[(document,) for document in _DOCUMENTS]),
    _told_with(_together, on=NUMBERS, happened=[(happening,) for happening in _HAPPENINGS]),
)
work = st.one_of(good_jobs, trading, jobs)
episodes = st.one_of(endings, good_jobs, trading, jobs, trading, others, others, others)
