"""What one assessment costs beside the parse of its case, that time grows with the events, and what an import costs.

Run: python benchmarks/bench_assess.py [--json] [--quick | --full]. Only the ratios count: each is taken within one run,
its two sides in turn, so that both meet the same machine. Receipts and sentences are made when read, not here.

Growth is measured from 2,000 to 20,000 events of each kind; with --full from 10,000 to 100,000, which takes many
minutes; with --quick not at all.
"""

import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from dwp_rules import Assessment, Case, Programme, assess, programme
from dwp_rules.facts import Event
from dwp_rules.facts.events import EVENT_KINDS
from dwp_rules.rules import Decision

DATA = Path(__file__).parent / "data"
AS_OF = date(2021, 12, 31)
ROUNDS, BATCH = 31, 20
IMPORT_ROUNDS = 11
GROWTH_ROUNDS = 3
FEW, MANY = 2_000, 20_000
FULLY_FEW, FULLY_MANY = 10_000, 100_000
"""As many events when run with --full."""
START = date(2020, 10, 27)
DAYS = 430
"""Over how many days many events are spread, from the start on."""

BARE_IMPORT = "from pydantic import BaseModel\nclass Model(BaseModel):\n    number: int\n"
OUR_IMPORT = "import dwp_rules"
OUR_NAMES = "from dwp_rules import Case, assess"

Fields = dict[str, object]


class Measured(NamedTuple):
    """A ratio, and the most that it may be (None: shown for comparison only)."""

    what: str
    ratio: float
    at_most: float | None = None
    aim: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its bound."""
        return self.at_most is None or self.ratio <= self.at_most


# ── one case ─────────────────────────────────────────────────────────────────────────────────────────────────────


class Bounds(NamedTuple):
    """The most that the ratio of an assessment to its parse may be, and the aim; the same for a decision."""

    assess_at_most: float | None = None
    assess_aim: float | None = None
    decide_at_most: float | None = None
    decide_aim: float | None = None


class OneCase(NamedTuple):
    """A case of benchmarks/data, the day of its referral, when eligibility is tested, and its bounds."""

    name: str
    referred: date
    bounds: Bounds = Bounds()


JETS = Bounds(3.0, 1.2, 0.35, 0.2)
CASES = (
    OneCase("employed", date(2020, 10, 20), JETS),
    OneCase("self-employed", date(2020, 10, 20), JETS),
    OneCase("ipes", date(2020, 9, 21), Bounds(assess_at_most=3.0, assess_aim=1.5)),
    OneCase("jfs", date(2021, 9, 6)),
)


def one_case(measured: OneCase) -> list[Measured]:
    """Time `assess` and `eligibility` beside the parse, over small batches of freshly parsed cases, as in a stream."""
    name, on, bounds = measured
    given = json.loads((DATA / f"{name}.json").read_bytes())
    text = json.dumps(given, separators=(",", ":")).encode()
    asked = programme(given["programme"])
    parses, assessments, decisions = [], [], []
    for _ in range(ROUNDS):
        parses.append(_seconds(lambda: [Case.model_validate_json(text) for _ in range(BATCH)]))
        cases, others = ([Case.model_validate_json(text) for _ in range(BATCH)] for _ in range(2))
        assessments.append(_seconds(partial(_assess_all, cases)))
        decisions.append(_seconds(partial(_decide_all, asked, others, on)))
    parse = median(parses)
    what, number = f"{name} ({asked.id})", len(given["events"])
    return [
        Measured(
            f"assess, {what}, {number} events / its parse",
            median(assessments) / parse,
            bounds.assess_at_most,
            bounds.assess_aim,
        ),
        Measured(
            f"eligibility, {what} / its parse", median(decisions) / parse, bounds.decide_at_most, bounds.decide_aim
        ),
    ]


def _assess_all(cases: Iterable[Case]) -> list[Assessment]:
    return [assess(case, as_of=AS_OF) for case in cases]


def _decide_all(asked: Programme, cases: Iterable[Case], on: date) -> list[Decision]:
    return [asked.eligibility(case, on=on) for case in cases]


def _seconds(run: Callable[[], object]) -> float:
    """Time one run without the garbage collector, whose turns would fall on either side by chance."""
    gc.collect()
    gc.disable()
    begun = perf_counter()
    kept = run()
    took = perf_counter() - begun
    gc.enable()
    del kept
    return took


# ── many events ──────────────────────────────────────────────────────────────────────────────────────────────────

NEEDED: dict[str, Fields] = {
    "referral_acknowledged": {"decision": "accept"},
    "referral_cancelled": {"outcome": "did_not_start"},
    "contact": {"result": "made", "purpose": "missed_meeting"},
    "meeting": {"type": "booked", "attended": True},
    "document_updated": {"document": "action_plan", "step": "finalised"},
    "document_requested": {"document": "exit_report"},
    "document_issued": {"document": "esf_initial_form", "to": "esf_admin_team"},
    "work_started": {"work": "employed", "work_id": "J1"},
    "work_ended": {"work_id": "J1"},
    "earnings_payment": {"amount": "0.01"},
    "self_employed_day": {"evidenced": True},
    "withdrawal": {"stage": "on_provision"},
    "provision_ended": {"reason": "full_term"},
    "moved": {"to_cpa": "CPA1"},
    "cost": {"cost": "travel", "amount": "4.20", "evidenced": True, "cheapest_amount": "4.20"},
    "checklist_recorded": {"checklist": "induction", "items": ["travel_evidence"]},
    "outcome_claim": {"level": "single", "channel": "prap"},
    "exit_decision": {"ends_programme": False},
    "escalation": {"matter": "complaint", "step": "raised"},
    "pre_referral_step": {"step": "details_submitted"},
    "notification": {"topic": "disengagement"},
}
"""What an event of a kind needs besides its day, and what makes the rules look at it."""

PAIRS: list[tuple[Fields, Fields]] = [
    ({"kind": "referral"}, {"kind": "referral_acknowledged"}),
    ({"kind": "referral"}, {"kind": "contact", "purpose": "first_contact"}),
    ({"kind": "start"}, {"kind": "document_issued", "document": "standards_copy", "to": "participant"}),
    ({"kind": "meeting"}, {"kind": "meeting", "attended": False}),
    ({"kind": "meeting", "attended": False}, {"kind": "contact", "result": "attempted"}),
    ({"kind": "meeting", "type": "eligibility_referral"}, {"kind": "document_issued"}),
    ({"kind": "appointment_booked", "type": "initial"}, {"kind": "meeting", "type": "initial"}),
    ({"kind": "document_updated", "document": "esf_initial_form", "step": "signed"}, {"kind": "document_issued"}),
    ({"kind": "document_issued"}, {"kind": "document_issued", "by": "esf_admin_team", "to": "provider"}),
    ({"kind": "disengaged"}, {"kind": "re_engaged"}),
    ({"kind": "work_started"}, {"kind": "work_ended"}),
    ({"kind": "work_started"}, {"kind": "earnings_payment"}),
    ({"kind": "meeting"}, {"kind": "work_started"}),
    ({"kind": "self_employed_day"}, {"kind": "outcome_claim"}),
    ({"kind": "withdrawal"}, {"kind": "provision_ended"}),
]
"""Triggers and their answers: an answer looked for from the first event on, for each trigger, would show here."""


def growth(*kinds: Fields, few_events: int, many_events: int) -> Measured:
    """Time `assess` of cases with thousands of events of some kinds, and with ten times as many."""
    few, many = (_case(kinds, number) for number in (few_events, many_events))
    _assessing(few)  # whatever is made once only is made now
    took = [(_assessing(few), _assessing(many)) for _ in range(GROWTH_ROUNDS)]
    ratio = median(after / before for before, after in took)
    what = " and ".join(str(given["kind"]) for given in kinds)
    each = many_events // len(kinds)
    return Measured(f"{each:,} {what} / a tenth of them", ratio, 12.0)


def _case(kinds: Sequence[Fields], number: int) -> Case:
    start: list[Event] = [] if any(given["kind"] == "start" for given in kinds) else [_event({"kind": "start"}, 0)]
    events = [_event(kinds[place % len(kinds)], place) for place in range(number)]
    person = {"participant_id": "BENCH", "residence": [{"starts_on": "2015-01-01", "nation": "england", "cpa": "CPA3"}]}
    return Case.model_validate({"programme": "whp-jets", "participant": person, "events": [*start, *events]})


def _event(given: Fields, place: int) -> Event:
    kind = str(given["kind"])
    return EVENT_KINDS[kind].model_validate(NEEDED.get(kind, {}) | given | {"on": START + timedelta(days=place % DAYS)})


def _assessing(case: Case) -> float:
    fresh = case.model_copy()  # forgets what was worked out of its events before
    return _seconds(lambda: assess(fresh, as_of=AS_OF))


# ── the import ───────────────────────────────────────────────────────────────────────────────────────────────────


def import_times() -> list[Measured]:
    """Time the whole process that imports the library, beside one that imports pydantic and makes a model."""
    rounds = [[_process(program) for program in (BARE_IMPORT, OUR_IMPORT, OUR_NAMES)] for _ in range(IMPORT_ROUNDS)]
    bare, ours, names = (median(side) for side in zip(*rounds, strict=True))
    return [
        Measured(f"{OUR_IMPORT} / pydantic with one model", ours / bare, 1.3, 1.1),
        Measured(f"{OUR_NAMES} / pydantic with one model", names / bare),
    ]


def _process(program: str) -> float:
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return perf_counter() - begun


# ── all of it ────────────────────────────────────────────────────────────────────────────────────────────────────


def measurements(*, quick: bool = False, full: bool = False) -> list[Measured]:
    """Measure everything; quickly, without the cases of many events; fully, with more of them."""
    measured = [ratio for case in CASES for ratio in one_case(case)] + import_times()
    if not quick:
        few, many = (FULLY_FEW, FULLY_MANY) if full else (FEW, MANY)
        alone: list[tuple[Fields, ...]] = [({"kind": kind},) for kind in EVENT_KINDS]
        measured += [growth(*kinds, few_events=few, many_events=many) for kinds in [*alone, *PAIRS]]
    return measured


def main(arguments: Sequence[str] = ()) -> None:
    """Print a line for each ratio, its bound beside it."""
    measured = measurements(quick="--quick" in arguments, full="--full" in arguments)
    if "--json" in arguments:
        print(json.dumps([each._asdict() | {"holds": each.holds} for each in measured], indent=2))
        return
    print(f"{'ratio of times':<70}{'measured':>10}{'at most':>9}{'aim':>6}")
    for each in measured:
        bound = "" if each.at_most is None else f"{each.at_most:.2f}"
        aim = "" if each.aim is None else f"{each.aim:.1f}"
        over = "" if each.holds else "  over"
        print(f"{each.what:<70}{each.ratio:>10.2f}{bound:>9}{aim:>6}{over}")


if __name__ == "__main__":
    main(sys.argv[1:])
