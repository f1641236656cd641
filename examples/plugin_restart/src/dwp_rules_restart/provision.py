"""The life of a participant on the Restart Scheme: at most 365 days, the Start Date being day 1."""

from datetime import date

from dwp_rules.calendar import date_of_day, day_of_provision
from dwp_rules.facts import ProvisionEnded, ReferralCancelled
from dwp_rules.facts.moments import referral_received, start_days
from dwp_rules.facts.situation import Days, Situation
from dwp_rules.provision import EndMode, Happening, Provision, State, Timeline, Transition
from dwp_rules.rules import Rule
from dwp_rules_restart.sources import HOW_IT_WORKS, STATISTICS

__all__ = ["END_REASONS", "life"]

LIFE = Rule(
    "RESTART-STATE-01",
    "Where the participant stands",
    (HOW_IT_WORKS["3"], STATISTICS["1"]),
    note="The grounds for an end before the last day stand in the provider guidance: an end that is entered ends it.",
)
stands = LIFE.met("stands", "{state}")

MAXIMUM = Rule(
    "RESTART-DUR-01",
    "At most 365 days",
    HOW_IT_WORKS.paragraphs("3"),
    note="'Up to 12 months', which the provider guidance gives as 365 days at most, the Start Date being day 1.",
)
last_day_is = MAXIMUM.met("last_day", "day {number} is {last}; {today} is day {day}")

NOT_REFERRED, REFERRED, CLOSED = "not_referred", "referred", "closed_without_a_start"
PARTICIPATING, COMPLETED = "participating", "completed"
FULL_TERM, LEFT = "full_term", "left"
END_REASONS = frozenset({FULL_TERM, LEFT})


def closed(s: Situation) -> Days:
    """The referral closed without a start."""
    return [cancelled.on for cancelled in s.of(ReferralCancelled)]


def left(s: Situation) -> Days:
    """An end entered on other grounds than the full term."""
    return [end.on for end in s.of(ProvisionEnded) if end.reason != FULL_TERM]


def last_day(s: Situation) -> Days:
    """Day 365."""
    return [date_of_day(start, s.count("provision_days")) for start in s[start_days]]


def no_other_record(_s: Situation) -> dict[str, date]:
    """Ends known only from their entry: an early end is itself an entry."""
    return {}


TIMELINE = Timeline.declare(
    initial=NOT_REFERRED,
    states=(
        State(NOT_REFERRED),
        State(REFERRED),
        State(CLOSED),
        State(PARTICIPATING, phase=PARTICIPATING),
        State(COMPLETED),
    ),
    happenings=(
        Happening("referred", referral_received, place=1),
        Happening("closed", closed, place=2),
        Happening("started", start_days, place=3),
        Happening("left", left, place=4),
        Happening("last_day_over", last_day, place=5, of_the_clock=True),
    ),
    transitions=(
        Transition((NOT_REFERRED,), "referred", REFERRED),
        Transition((REFERRED,), "closed", CLOSED),
        Transition((NOT_REFERRED, REFERRED), "started", PARTICIPATING),
        Transition((PARTICIPATING,), "left", COMPLETED, ends=LEFT),
        Transition((PARTICIPATING,), "last_day_over", COMPLETED, ends=FULL_TERM, mode=EndMode.AUTOMATIC),
    ),
    starts_on="started",
    last_day=lambda s: s.count("provision_days"),
    ended_on_record=no_other_record,
)


def life(s: Situation) -> Provision:
    """The life on the scheme, and where day 365 falls."""
    provision = TIMELINE.provision(s)
    findings = [stands(provision.status, state=provision.status)]
    if provision.start is not None:
        number, last = s.count("provision_days"), s[last_day][0]
        today = day_of_provision(provision.start, s.as_of)
        findings.append(last_day_is(last, number=number, last=last, today=s.as_of, day=today))
    return provision._replace(findings=tuple(findings))
