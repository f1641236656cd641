"""What a Work Programme participant is given and spared: the minimum offer, costs, clashing duties, an exit report."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import accumulate

from dwp_rules.facts import (
    AppointmentBooked,
    ChangeKind,
    ChangeOfCircumstances,
    Cost,
    CostKind,
    Party,
    WorkStarted,
)
from dwp_rules.facts.moments import referral_sent
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.work_programme.counting import last_day
from dwp_rules.programmes.work_programme.provision import attached, journey
from dwp_rules.programmes.work_programme.sources import CHAPTER_1
from dwp_rules.rules import Finding, Rule

__all__ = ["support_findings"]

OFFER = Rule(
    "WP-OFFER-01",
    "Minimum service offer",
    CHAPTER_1.paragraphs("16", "18"),
    note="Only while attached: from attachment to the end of the support period.",
    counts_by=("WP-DUR-01",),
)
minimum_offer = OFFER.met("minimum_service_offer", "the minimum service offer is delivered")("minimum_service_offer")
alternative = OFFER.met(
    "alternative_approach",
    "not feasible and reasonable in the circumstances: another approach, with the reason recorded",
)("alternative_approach")
not_attached = OFFER.not_met("not_attached", "not attached, so no offer is due")("none")
support_is_over = OFFER.not_met("support_is_over", "the support period ended on {ended}, so no offer is due")

COSTS = Rule(
    "WP-COST-01",
    "Costs the provider pays",
    CHAPTER_1.paragraphs("20"),
    note="'On the programme' is from the referral to the last day, both included. The details are in the invitation to "
    "tender.",
    counts_by=("WP-DUR-01",),
)
provider_pays = COSTS.met("provider_pays", "{cost} on {on}, while on the programme: the provider pays")
not_this_kind = COSTS.not_met("not_this_kind", "{cost} is none of the costs that the provider pays")
not_on_programme = COSTS.not_met("not_on_programme", "{cost} on {on}, when not on the programme")

NOT_WORSE_OFF = Rule(
    "WP-COST-02",
    "Not worse off",
    CHAPTER_1.paragraphs("19"),
    note="The costs of attending are those that the provider pays (20).",
)
not_worse_off = NOT_WORSE_OFF.met("not_worse_off", "£{amount:,.2f} spent and reimbursed")
worse_off = NOT_WORSE_OFF.not_met("worse_off", "worse off by £{shortfall:,.2f}: £{amount:,.2f} spent on attending")

NO_CLASH = Rule(
    "WP-COND-02",
    "No clash with Jobcentre appointments",
    CHAPTER_1.paragraphs("21"),
    note="Only overlapping times are tested; travelling time is not mentioned. Touching end to start is no clash.",
)
no_clash = NO_CLASH.met("no_clash", "nothing required by the provider overlaps the Jobcentre appointment at {at}")
clash = NO_CLASH.not_met("clash", "the Jobcentre appointment at {at} overlaps what the provider requires from {since}")

BENEFIT_CHANGE = Rule(
    "WP-CHANGE-02",
    "Change or end of benefit",
    CHAPTER_1.paragraphs("12", "13", "21"),
    note="Which changes go from provider to Jobcentre Plus and which the other way is in chapter 5.",
    counts_by=("WP-DUR-01",),
)
requirements_may_change = BENEFIT_CHANGE.met(
    "requirements_may_change", "{change} on {on}: requirements may change, the 104 weeks run on to {last_day}"
)
requirements_stay = BENEFIT_CHANGE.not_met(
    "requirements_stay", "{change} on {on}: no change of requirements by itself, the 104 weeks run on to {last_day}"
)

EXIT_REPORT = Rule(
    "WP-EXIT-01",
    "Who needs an exit report",
    CHAPTER_1.paragraphs("22", "Key responsibilities"),
    note="For those who complete and return to Jobcentre Plus, on or after the day of completion; the list of "
    "responsibilities asks for one whenever Jobcentre Plus requests it (WP-EXIT-02).",
    counts_by=("WP-DUR-01",),
)
report_required = EXIT_REPORT.met("required", "completed on {completed} and returned to Jobcentre Plus")
report_not_required = EXIT_REPORT.not_met("not_returned", "completed on {completed}, not returned to Jobcentre Plus")
not_completed = EXIT_REPORT.not_met("not_completed", "not completed, so no exit report is required yet")(False)

PAID_BY_PROVIDER = frozenset(
    {CostKind.TRAVEL, CostKind.CHILDCARE, CostKind.REPLACEMENT_CARE, CostKind.ADDITIONAL_SUPPORT}
)
CHANGES_OF_BENEFIT = frozenset({ChangeKind.CHANGED_BENEFIT, ChangeKind.LEFT_BENEFIT})
NOTHING = Decimal("0.00")


def support_findings(s: Situation) -> Sequence[Finding]:
    """The offer, costs, clashes, changes of benefit and whether an exit report is required."""
    findings: list[Finding] = []
    if s[referral_sent]:
        findings += (_offer(s), _exit_report(s))
        findings += _changes(s)
    findings += _costs(s)
    findings += _clashes(s)
    return findings


def _offer(s: Situation) -> Finding:
    if not s[attached]:
        return not_attached
    end = s[journey].end_date
    if end is not None and s.as_of > end:
        return support_is_over("none", ended=end)
    practicable = s.participant.minimum_offer_practicable
    if practicable is None:
        return OFFER.unknown("minimum_offer_practicable")
    return minimum_offer if practicable else alternative


def _exit_report(s: Situation) -> Finding:
    completed = s[journey].end_date
    if completed is None:
        return not_completed
    returned = any(
        c.change is ChangeKind.RETURNED_TO_JOBCENTRE and c.on >= completed for c in s.of(ChangeOfCircumstances)
    )
    return (report_required if returned else report_not_required)(returned, completed=completed)


def _changes(s: Situation) -> list[Finding]:
    last = last_day(s, s[referral_sent][0])
    findings = [
        requirements_may_change(last, change=str(change.change), on=change.on, last_day=last)
        for change in s.of(ChangeOfCircumstances)
        if change.change in CHANGES_OF_BENEFIT
    ]
    findings += (requirements_stay(last, change=work.kind, on=work.on, last_day=last) for work in s.of(WorkStarted))
    return findings


def _costs(s: Situation) -> list[Finding]:
    findings: list[Finding] = []
    for cost in s.of(Cost):
        if cost.cost is None:
            findings.append(COSTS.unknown("cost.cost"))
        elif cost.cost not in PAID_BY_PROVIDER:
            findings.append(not_this_kind(False, cost=str(cost.cost)))
        else:
            findings += (_who_pays(s, cost), _worse_off(cost))
    return findings


def _who_pays(s: Situation, cost: Cost) -> Finding:
    provision = s[journey]
    latest = provision.latest_end_date
    if provision.start is None or latest is None or not provision.start <= cost.on <= latest:
        return not_on_programme(False, cost=str(cost.cost), on=cost.on)
    return provider_pays(True, cost=str(cost.cost), on=cost.on)


def _worse_off(cost: Cost) -> Finding:
    if cost.amount is None or cost.reimbursed is None:
        facts = {"cost.amount": cost.amount, "cost.reimbursed": cost.reimbursed}
        return NOT_WORSE_OFF.unknown(*(name for name, value in facts.items() if value is None))
    shortfall = max(cost.amount - cost.reimbursed, NOTHING)
    if shortfall > 0:
        return worse_off(shortfall, shortfall=shortfall, amount=cost.amount)
    return not_worse_off(NOTHING, amount=cost.amount)


def _clashes(s: Situation) -> list[Finding]:
    """One finding for each Jobcentre appointment: whether anything that the provider requires overlaps it."""
    appointments = [booked for booked in s.of(AppointmentBooked) if booked.with_party is Party.JOBCENTRE]
    if not appointments:
        return []
    required = _Required(booked for booked in s.of(AppointmentBooked) if booked.with_party is Party.PROVIDER)
    return [_clash(appointment, required) for appointment in appointments]


class _Required:
    """What the provider requires, by starting time, each with the latest end so far: one look answers an overlap."""

    def __init__(self, booked: Iterable[AppointmentBooked]) -> None:
        self.untimed: set[date | None] = set()
        timed: list[tuple[datetime, datetime]] = []
        for activity in booked:
            if activity.starts_at is None or activity.ends_at is None:
                self.untimed.add(activity.meeting_on)
            else:
                timed.append((activity.starts_at, activity.ends_at))
        timed.sort()
        self.starts = [starts for starts, _ends in timed]
        self.latest = list(accumulate(((ends, starts) for starts, ends in timed), max))

    def overlapping(self, starts: datetime, ends: datetime) -> datetime | None:
        """Give when an activity begins that overlaps the time, or None."""
        before = bisect_left(self.starts, ends)
        if before and self.latest[before - 1][0] > starts:
            return self.latest[before - 1][1]
        return None

    def unknown_on(self, day: date | None) -> bool:
        """Tell whether an activity, of unknown time, may fall on the day."""
        return day in self.untimed or None in self.untimed


def _clash(appointment: AppointmentBooked, required: _Required) -> Finding:
    starts, ends = appointment.starts_at, appointment.ends_at
    if starts is None or ends is None:
        return NO_CLASH.unknown(*_untold(starts_at=starts, ends_at=ends))
    since = required.overlapping(starts, ends)
    if since is not None:
        return clash(True, at=starts, since=since)
    if required.unknown_on(appointment.meeting_on):
        return NO_CLASH.unknown("appointment_booked.starts_at", "appointment_booked.ends_at")
    return no_clash(False, at=starts)


def _untold(**instants: datetime | None) -> list[str]:
    return [f"appointment_booked.{name}" for name, instant in instants.items() if instant is None]
