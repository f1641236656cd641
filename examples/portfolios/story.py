"""A story told event by event: what every programme's participants have in common."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dwp_rules import Case
from dwp_rules.calendar import WorkingCalendar
from dwp_rules.facts import EVENT_KINDS, Contract, Event

from .behaviour import Behaviour
from .chance import Chance

__all__ = ["Plan", "Story", "Told", "days_later"]

Told = dict[str, object]
"""A participant in the words of JSON, with days as days."""


class Plan(NamedTuple):
    """One portfolio: whose contract, when people are referred, and how they and the provider behave."""

    programme: str
    prefix: str
    """What the participants' identifiers begin with."""
    first: date
    last: date
    """The first and the last day of the eighteen months in which people are referred."""
    closed: tuple[date, date]
    """The first and the last day of a time in which nobody is referred."""
    calendar: WorkingCalendar
    contract: Contract
    behaviour: Behaviour = Behaviour()


@lru_cache(maxsize=50_000)
def _event(kind: str, on: date, fields: frozenset[tuple[str, Hashable]]) -> Event:
    """Make an event; the same one for all of whom the same is told, since events never change."""
    return EVENT_KINDS[kind].model_validate({"on": on, **dict(fields)})


def days_later(day: date, number: int) -> date:
    """Give the day a number of calendar days after another."""
    return day + timedelta(days=number)


class Story:
    """One person's story while it is told: `tell` adds an event, `case` gives the whole."""

    def __init__(self, plan: Plan, number: int, seed: int) -> None:
        self.plan = plan
        self.likely = plan.behaviour
        self.participant: Told = {"participant_id": f"{plan.prefix}-{number:04d}"}
        self.chance = Chance(f"{plan.programme}/{seed}/{number}")
        self._events: list[Event] = []

    def tell(self, kind: str, on: date, **fields: Hashable) -> None:
        """Add an event; what is None stays unknown."""
        known = frozenset([field for field in fields.items() if field[1] is not None])
        self._events.append(_event(kind, on, known))

    def case(self) -> Case:
        """Give the case that was told."""
        return Case.model_validate(
            {
                "programme": self.plan.programme,
                "participant": self.participant,
                "events": self._events,
                "contract": self.plan.contract,
            }
        )

    # ── days ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def working_days_after(self, day: date, number: int) -> date:
        """Give the day a number of working days after another; 0 is the day itself, or the next one open."""
        return self.plan.calendar.add(day, number)

    def soon(self, day: date, within: int, *, late: float) -> date:
        """Draw a day on which something is done that is due within a number of working days."""
        return self.working_days_after(day, self.chance.within(within, late=late))

    def entered(self, day: date) -> date | None:
        """Give the day on which something was entered: known nearly always."""
        return None if self.chance.happens(self.likely.entry_day_unknown) else day

    def referral_day(self) -> date:
        """Draw the day of the referral: a working day, often at the edge of a month or beside a bank holiday."""
        plan, chance = self.plan, self.chance
        span = (plan.last - plan.first).days
        while True:
            day = days_later(plan.first, chance.number(0, span))
            if chance.happens(self.likely.referred_on_an_edge):
                day = self._edge(day)
            day = plan.calendar.next_working_day(day)
            if plan.first <= day <= plan.last and not plan.closed[0] <= day <= plan.closed[1]:
                return day

    def _edge(self, day: date) -> date:
        """Move a day to the first or last working day of its month, or beside a bank holiday near it."""
        calendar = self.plan.calendar
        first = day.replace(day=1)
        next_month = days_later(first, 32).replace(day=1)
        holidays = calendar.holidays_between(first, next_month)
        edges = [calendar.next_working_day(first), calendar.add(next_month, -1)]
        edges += [calendar.add(holiday.on, beside) for holiday in holidays for beside in (-1, 1)]
        return self.chance.one_of(edges)

    # ── what several programmes share ────────────────────────────────────────────────────────────────────────────

    def is_person(self, facts: Mapping[str, object], *, born: tuple[int, int] = (1961, 2001)) -> None:
        """Make the person: a date of birth, and what else is known of them."""
        chance = self.chance
        day_of_birth = date(chance.number(*born), chance.number(1, 12), chance.number(1, 28))
        self.participant |= {
            "date_of_birth": day_of_birth,
            "sex": chance.one_of(("female", "male")),
            "right_to_reside": True,
            "right_to_work": True,
            **facts,
        }

    def lives_in(self, *homes: Mapping[str, str]) -> None:
        """Draw where the person has lived all along; sometimes that is not known."""
        if not self.chance.happens(self.likely.home_unknown):
            self.participant["residence"] = [{"starts_on": date(2010, 1, 1), **self.chance.one_of(homes)}]

    def is_on_credit(self, since: date) -> None:
        """Put the person on Universal Credit from a day; sometimes it is not known, or ends."""
        if self.chance.happens(self.likely.benefits_unknown):
            return
        spell: Told = {
            "starts_on": since,
            "benefit": "universal_credit",
            "uc_regime": "all_work_related_requirements",
            "self_employed_compliant": self.chance.one_of((True,) * 6 + (False, None)),
        }
        if self.chance.happens(0.15):
            spell["ends_on"] = days_later(since, self.chance.number(200, 500))
        self.participant["benefits"] = [spell]

    def is_referred(self, on: date, **fields: Hashable) -> date:
        """Tell the referral and give the day on which the provider received it."""
        drawn = self.chance.share()
        received = on
        if drawn < self.likely.received_next_day:
            received = self.working_days_after(on, 1)
        elif drawn < self.likely.received_next_day + self.likely.received_on_closed_day:
            received = days_later(on, (5 - on.weekday()) % 7)
        self.tell("referral", on, received_on=received, **fields)
        return received

    def is_acknowledged(self, received: date, within: int) -> date | None:
        """Tell whether the provider accepts the referral, and give the day; None where it does not."""
        likely, chance = self.likely, self.chance
        if chance.happens(likely.never_acknowledged):
            return None
        on = self.soon(received, within, late=likely.acknowledged_late)
        if chance.happens(likely.rejected):
            self.tell("referral_acknowledged", on, recorded_on=on, decision="reject", reason="not suitable")
            return None
        self.tell("referral_acknowledged", on, recorded_on=self.entered(on), decision="accept")
        return on

    def does_not_come(self, on: date, entered: date, *, missed: bool) -> None:
        """Tell that there is no start: the first meeting was missed, or nothing came of it."""
        outcome = "did_not_attend" if missed else "did_not_start"
        reason = None if missed else self.chance.one_of(("started_work", "illness", "does_not_want_to_participate"))
        self.tell("meeting", on, type="initial", attended=not missed)
        self.tell("referral_cancelled", on, recorded_on=self.entered(entered), outcome=outcome, reason=reason)

    def issues(self, document: str, on: date, *, to: str | None = "participant", **fields: Hashable) -> None:
        """Tell that a document is handed over, sent or returned."""
        self.tell("document_issued", on, document=document, to=to, **fields)

    def is_due(self, document_on: date, within: int) -> date | None:
        """Draw the day on which a document is done that is due within some working days; None where it never is."""
        if self.chance.happens(self.likely.document_missing):
            return None
        return self.soon(document_on, within, late=self.likely.document_late)

    def misses(self, meeting_on: date, within: int, **fields: Hashable) -> None:
        """Tell a missed meeting, and whether it was explained or the provider tried to find out why."""
        likely, chance = self.likely, self.chance
        explained = days_later(meeting_on, chance.number(0, 5)) if chance.happens(likely.explained) else None
        self.tell("meeting", meeting_on, attended=False, explained_on=explained, **fields)
        if explained is None or chance.happens(0.3):
            tried = self.is_due(meeting_on, within)
            if tried is not None:
                result = chance.one_of(("attempted", "made"))
                self.tell("contact", tried, result=result, by="provider", purpose="missed_meeting")

    def answers(self, on: date) -> None:
        """Tell the answer to the satisfaction question, where there is one."""
        chance = self.chance
        if not chance.happens(self.likely.answers_survey):
            return
        answer = chance.one_of(
            ("very_satisfied", "very_satisfied", "fairly_satisfied", "fairly_dissatisfied", "very_dissatisfied")
        )
        channel = chance.one_of(("email", "website", "telephone"))
        kept = chance.one_of((True, True, True, False, None)) if channel == "telephone" else None
        self.tell("survey_response", on, answer=answer, channel=channel, written_record=kept)

    # ── work ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def works(self, begins: date, ends: date | None, until: date, wages: Sequence[int], *, name: str) -> None:
        """Tell a job: its pay each month between two amounts of pounds, now and then a correction or a refund."""
        chance, likely = self.chance, self.likely
        employer = None
        if chance.happens(likely.employed_by_provider):
            employer = chance.one_of(("prime", "supply_chain"))
        self.tell("work_started", begins, work_id=name, work="employed", employer=employer, told_on=begins)
        last = ends or until
        payday = days_later(begins, chance.number(20, 35))
        while payday <= last:
            amount = chance.pence(wages[0], wages[1])
            self.tell("earnings_payment", payday, amount=amount, work_id=name, employer=employer)
            if chance.happens(likely.wages_corrected):
                sort = chance.one_of(("correction", "tax_refund", "holiday_pay"))
                sign = "-" if sort == "correction" else ""
                amount = f"{sign}{chance.pence(5, 120)}"
                self.tell("earnings_payment", payday, amount=amount, payment=sort, work_id=name, employer=employer)
            payday = days_later(payday, chance.one_of((28, 30, 31)))
        if ends is not None:
            found_out = days_later(ends, chance.number(0, 12))
            self.tell("work_ended", ends, work_id=name, established_on=found_out)

    def trades(self, begins: date, weeks: int, until: date) -> date:
        """Tell days of self-employment, about one a week, and give the last of them."""
        chance = self.chance
        name = "T1"
        told = days_later(begins, chance.number(0, 6))
        entered = self.is_due(told, 5)
        self.tell("work_started", begins, work_id=name, work="self_employed", told_on=told, recorded_on=entered)
        day = begins
        for _ in range(weeks):
            evidenced = chance.one_of((True,) * 20 + (False, None))
            self.tell("self_employed_day", day, evidenced=evidenced, occupation="gardener")
            following = days_later(day, chance.one_of((7, 7, 7, 7, 6, 5, 8, 10)))
            if following > until:
                break
            day = following
        return day

    def claims(self, reached: date, last: date, level: str | None = None) -> None:
        """Tell the claim of a self-employed outcome: in time, late, not through PRaP, or not at all."""
        chance, likely = self.chance, self.likely
        if chance.happens(likely.claim_missing):
            return
        on = days_later(last, chance.number(0, 3)) if chance.happens(likely.claim_late) else days_later(reached, 12)
        channel = chance.one_of(("prap",) * 12 + ("email",))
        self.tell("outcome_claim", on, recorded_on=on, level=level, channel=channel, evidence_held=True)
