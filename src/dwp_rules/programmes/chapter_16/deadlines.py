"""What chapter 16 makes due when in both strands; a strand says which of its rules each duty stands under."""

from collections.abc import Callable, Sequence

from dwp_rules.calendar import DayOne, weeks, working_days
from dwp_rules.facts import Document, Party
from dwp_rules.facts.moments import (
    acknowledged,
    booked_meeting_held,
    document_issued,
    initial_meeting_held,
    not_rejected,
    referral_received,
    result_entered,
    start_days,
)
from dwp_rules.facts.situation import Moment, Situation
from dwp_rules.programmes.chapter_16.esf import applies as esf_applies
from dwp_rules.programmes.chapter_16.life import Ending
from dwp_rules.programmes.chapter_16.moments import (
    MISSED_MEETING_PERIOD,
    agreed_frequencies,
    attempts_to_reach,
    backlog_cleared,
    end_form_sent,
    initial_form_sent,
    met_or_not_cancelled,
    missed_unexplained,
    referral_meeting,
)
from dwp_rules.rules import Rule
from dwp_rules.standards import Every, InTheLast, Span, Within

__all__ = ["as_participant", "from_referral", "on_leaving", "report_issued", "to_the_esf"]

ACKNOWLEDGE_IN = working_days(2)
RESULT_IN = working_days(15)
CONTACT_EVERY = working_days(10)

report_issued = document_issued(Document.EXIT_REPORT, to=Party.PARTICIPANT)


def from_referral(
    *, acknowledge: Rule, contact: Rule, contacted: Moment, appointment: Rule, result: Rule, backlog_limit: Rule
) -> tuple[Within, ...]:
    """Declare what a referral received makes due (37 CSS1 to CSS5, 38 CSS1 to CSS5).

    `contacted` is what the strand takes for contact.
    """
    received = referral_received
    return (
        Within(acknowledge, ACKNOWLEDGE_IN, after=received, done=acknowledged),
        Within(contact, working_days(2), after=received, done=contacted, when=not_rejected),
        Within(appointment, working_days(15), after=received, done=initial_meeting_held, when=met_or_not_cancelled),
        Within(result, RESULT_IN, after=received, done=result_entered, when=not_rejected),
        Within(backlog_limit, working_days(25), after=received, done=backlog_cleared, when=not_rejected),
    )


def as_participant(
    *,
    standards_copy: Rule,
    booked_meeting: Rule,
    agreed_frequency: Rule,
    out_of_work: Callable[[Situation], Sequence[Span]],
    missed_meeting: Rule,
) -> tuple[Within | Every, ...]:
    """Declare what is due to a participant (37 CSS6, CSS8, CSS9, 38 CSS6, CSS8, CSS9); meetings while `out_of_work`."""
    given = document_issued(Document.STANDARDS_COPY, to=Party.PARTICIPANT)
    return (
        Within(standards_copy, working_days(1), after=start_days, done=given, early_counts=True),
        Every(
            booked_meeting,
            CONTACT_EVERY,
            done=booked_meeting_held,
            during=out_of_work,
            unless=agreed_frequencies,
            agreed=agreed_frequency,
        ),
        Within(missed_meeting, MISSED_MEETING_PERIOD, after=missed_unexplained, done=attempts_to_reach),
    )


def on_leaving(*, exit_report: Rule, ending: Ending) -> tuple[InTheLast, ...]:
    """Declare the exit report of one who leaves without work (37 CSS12, 38 CSS10)."""
    last_ten = working_days(10, DayOne.SAME)
    return (InTheLast(exit_report, last_ten, of=ending.end_or_latest, done=report_issued, when=ending.report_required),)


def to_the_esf(
    *, initial_form: Rule, after_referral_meeting: Rule, end_form: Rule, ending: Ending
) -> tuple[Within, ...]:
    """Declare the forms that go to the European Social Fund (37 CSS13, CSS14, 38 CSS11, CSS12)."""
    five = working_days(5)
    return (
        Within(initial_form, five, after=start_days, done=initial_form_sent, when=esf_applies),
        Within(after_referral_meeting, five, after=referral_meeting, done=initial_form_sent, when=esf_applies),
        Within(end_form, weeks(8), after=ending.ended, done=end_form_sent, when=esf_applies),
    )
