"""What the Provider funds in IPES: travel, childcare, replacement care, a business (2.77, 2.81, 4.29, Annex 4)."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from dwp_rules.calendar import age_on, anniversary
from dwp_rules.calendar.dates import ONE_DAY
from dwp_rules.facts import (
    Activity,
    CarerKind,
    Child,
    Cost,
    CostKind,
    CostPurpose,
    EarningsPayment,
)
from dwp_rules.facts.situation import Days, Situation
from dwp_rules.outcomes import KINDS_COUNTED
from dwp_rules.programmes.ipes import support_rules as because
from dwp_rules.programmes.ipes.work import in_work, stretch_on
from dwp_rules.rules import Finding

__all__ = ["cost_findings"]

SEPTEMBER, TUESDAY = 9, 1
DAYS_IN_A_WEEK, WORKING_WEEK = 7, 5
APPROVED_CARERS = frozenset({CarerKind.OFSTED_REGISTERED, CarerKind.OTHER_APPROVED_CHILDCARE})


def cost_findings(s: Situation) -> Sequence[Finding]:
    """What is said of each cost, of each child, and of the way to the premises."""
    findings: list[Finding] = []
    for cost in s.of(Cost):
        findings += _of_cost(s, cost)
    findings += _business_support(s)
    for child in s.participant.children or ():
        findings += (_stops(s, child), _whose_child(s, child, s.as_of))
    if s.participant.travel_time is not None or s.participant.health_limits_travel:
        findings.append(_travel_time(s))
    return findings


def _of_cost(s: Situation, cost: Cost) -> Sequence[Finding]:
    if cost.cost is CostKind.TRAVEL:
        return (_travel(s, cost),)
    if cost.cost is CostKind.CHILDCARE:
        return (_childcare(s, cost), _childcare_limit(s, cost))
    return (_replacement_care(s, cost),) if cost.cost is CostKind.REPLACEMENT_CARE else ()


def _travel(s: Situation, cost: Cost) -> Finding:
    """Travel to IPES meetings always; to a job only if the Provider chooses, until the first wage (A4.4, A4.6)."""
    if cost.purpose is None:
        return because.TRAVEL.unknown("cost.purpose")
    if cost.purpose is CostPurpose.IPES_MEETING:
        return because.travel_to_meetings
    work = stretch_on(s, cost.on)
    if work is None:
        return because.travel_before_work
    place = bisect_left(s[wages], work.first)
    paid = place < len(s[wages]) and s[wages][place] < cost.on
    return because.travel_after_wage if paid else because.travel_before_wage


def wages(s: Situation) -> Days:
    """The pay days on which wages were paid."""
    return [paid.on for paid in s.of(EarningsPayment) if paid.amount > 0 and paid.payment in KINDS_COUNTED]


def active_days(s: Situation) -> frozenset[date]:
    """The days on which the participant took part in an activity."""
    return frozenset([activity.on for activity in s.of(Activity) if activity.complied is not False])


def _childcare(s: Situation, cost: Cost) -> Finding:
    """Childcare for an approved activity, from the carers that A4.7 names."""
    if cost.carer is None:
        return because.CHILDCARE.unknown("cost.carer")
    if cost.carer not in APPROVED_CARERS:
        return because.carer_not_approved.found(False, ("carer", cost.carer))
    return because.childcare_fundable if cost.on in s[active_days] else because.no_approved_activity


def _stops(s: Situation, child: Child) -> Finding:
    """The first Tuesday of the September after the fifteenth birthday (A4.11)."""
    if child.date_of_birth is None:
        return because.STOPS.unknown("children.date_of_birth")
    stops = not_payable_from(child.date_of_birth, s.count("childcare_age"))
    return because.childcare_stops.found(stops, ("not_payable_from", stops), ("last_payable_day", stops - ONE_DAY))


def not_payable_from(born: date, years: int) -> date:
    """The first Tuesday of the September following a birthday; a birthday in September looks to the next year."""
    birthday = anniversary(born, years)
    first = date(birthday.year + (birthday.month >= SEPTEMBER), SEPTEMBER, 1)
    return first + timedelta(days=(TUESDAY - first.weekday()) % DAYS_IN_A_WEEK)


def _childcare_limit(s: Situation, cost: Cost) -> Finding:
    """The most a week: by the week for five days, by the day for fewer (A4.11)."""
    if cost.days_per_week is None:
        return because.LIMIT.unknown("cost.days_per_week")
    if s.participant.children is None:
        return because.LIMIT.unknown("children")
    number = len(s.participant.children)
    several = "one" if number <= 1 else "more"
    days = cost.days_per_week
    full = days >= WORKING_WEEK
    cap = s.pounds(f"childcare_week_{several}") if full else s.pounds(f"childcare_day_{several}") * days
    if cost.amount is None:
        return because.LIMIT.unknown("cost.amount")
    within = cost.amount <= cap
    return (because.within_limit if within else because.over_limit).found(
        cap, ("weekly_cap", cap), ("days", days), ("children", number)
    )


def _whose_child(s: Situation, child: Child, on: date) -> Finding:
    """A dependant who lives with the participant and is young enough (A4.10)."""
    facts = {
        "children.dependant": child.dependant,
        "children.lives_with_participant": child.lives_with_participant,
        "children.date_of_birth": child.date_of_birth,
    }
    if child.dependant is False or child.lives_with_participant is False:
        return because.not_the_participants_child
    if child.date_of_birth is not None and on >= not_payable_from(child.date_of_birth, s.count("childcare_age")):
        return because.child_too_old
    missing = [name for name, value in facts.items() if value is None]
    return because.WHOSE_CHILD.unknown(*missing) if missing else because.eligible_child


def _replacement_care(s: Situation, cost: Cost) -> Finding:
    """For those of age who work little and give much unpaid care, during an activity (A4.14, A4.15)."""
    person = s.participant
    tests = {
        "date_of_birth": _of_age(s, cost.on),
        "weekly_hours": _works_little(s, cost.on),
        "significant_unpaid_care": person.significant_unpaid_care,
        "activity": cost.on in s[active_days],
        "cost.alternatives_considered": cost.alternatives_considered,
    }
    failed = tuple(name for name, holds in tests.items() if holds is False)
    if failed:
        return because.care_not_fundable.found(False, ("failed", failed))
    missing = [name for name, holds in tests.items() if holds is None]
    return because.REPLACEMENT_CARE.unknown(*missing) if missing else because.care_fundable


def _of_age(s: Situation, on: date) -> bool | None:
    born = s.participant.date_of_birth
    return None if born is None or born > on else age_on(born, on) >= s.count("care_age")


def _works_little(s: Situation, on: date) -> bool | None:
    """Not in work, or for fewer hours a week than 16."""
    hours = s.participant.weekly_hours
    if hours is not None:
        return hours < s.count("care_hours")
    return None if in_work(s, on) or s.participant.in_paid_work else True


def _travel_time(s: Situation) -> Finding:
    """At most 90 minutes by public transport in each direction (2.77)."""
    limits, time = s.participant.health_limits_travel, s.participant.travel_time
    minutes = () if time is None else (time.out_minutes, time.back_minutes)
    known = [each for each in minutes if each is not None]
    if known and max(known) > s.count("travel_minutes"):
        return because.too_far.found(False, ("minutes", max(known)), ("alternative_needed", True))
    if len(known) < 2:
        return because.TRAVEL_TIME.unknown("travel_time")
    reason = because.health_limits if limits else because.near_enough
    return reason.found(True, ("minutes", max(known)), ("alternative_needed", limits))


def _business_support(s: Situation) -> list[Finding]:
    """At most £1,000 for the business of a participant with a plan, never a loan, and evidenced (4.29, 4.30)."""
    if not s.of(Cost):
        return []
    costs = [cost for cost in s.of(Cost) if cost.cost is CostKind.BUSINESS_START_UP]
    if not costs:
        return []
    if any(cost.amount is None for cost in costs):
        return [because.BUSINESS.unknown("cost.amount")]
    total = sum((cost.amount for cost in costs if cost.amount is not None), Decimal(0))
    faults = {
        "over the limit": total > s.pounds("business_support"),
        "no business plan": any(cost.business_plan is False for cost in costs),
        "a loan": any(cost.loan for cost in costs),
        "not evidenced": any(cost.evidenced is False for cost in costs),
    }
    wrong = tuple(name for name, fault in faults.items() if fault)
    if wrong:
        return [because.business_not_compliant.found(total, ("total", total), ("compliant", False), ("faults", wrong))]
    missing = [
        f"cost.{name}"
        for name in ("business_plan", "loan", "evidenced")
        if any(vars(cost)[name] is None for cost in costs)
    ]
    return [
        because.BUSINESS.unknown(*missing)
        if missing
        else because.business_compliant.found(total, ("total", total), ("compliant", True))
    ]
