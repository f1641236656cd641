"""What is due when in WHP Core: the customer service standards of chapter 16, paragraph 37."""

from dwp_rules.calendar import working_days
from dwp_rules.facts import Document, DocumentStep, ReferralCancelled
from dwp_rules.facts.moments import (
    contact_attempted,
    document_stepped,
    meetings,
    not_rejected,
    referral_received,
    start_days,
    with_others,
)
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.chapter_16.deadlines import (
    CONTACT_EVERY,
    as_participant,
    from_referral,
    on_leaving,
    to_the_esf,
)
from dwp_rules.programmes.chapter_16.life import out_of_work
from dwp_rules.programmes.chapter_16.moments import agreed_frequencies, attempts_to_reach, messages_to_arrange
from dwp_rules.programmes.whp_core.provision import ending, journey, on_provision
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.programmes.whp_core.work import in_work_days, jobs_ahead, jobs_lost
from dwp_rules.rules import Rule
from dwp_rules.standards import Every, Within
from dwp_rules.standards.matters import BeforeEach, WithinEach

__all__ = ["DEADLINES"]

PLAN_IN = working_days(20)
WORKING_DAYS = ("WHP-CAL-01", "WHP-CAL-02")
FROM_REFERRAL, FROM_START = "WHP-DEADLINE-01", "WHP-DEADLINE-02"


def rule(number: str, title: str, standard: str, *, note: str = "", schedule: str = "") -> Rule:
    """Name a rule on a standard of paragraph 37, counted in working days."""
    citations = CHAPTER_16.paragraphs(f"37 {standard}")
    return Rule(f"WHP-{number}", title, citations, note=note, counts_by=WORKING_DAYS, schedule=schedule)


ACKNOWLEDGE = rule(
    "CSS-01",
    "Referral acknowledged on PRaP",
    "CSS1",
    note="Of the referrals whose deadline fell in the period, 99.5% at the least, compared unrounded.",
    schedule=FROM_REFERRAL,
)
CONTACT = rule(
    "CSS-02",
    "Contact attempted to set up the initial appointment",
    "CSS2",
    note="An attempt is enough; WHP JETS asks for contact.",
    schedule=FROM_REFERRAL,
)
APPOINTMENT = rule(
    "CSS-03",
    "Initial appointment held",
    "CSS3",
    note="After a first failed attendance the first appointment held counts; one who never came is judged by the "
    "result on PRaP alone.",
    schedule=FROM_REFERRAL,
)
RESULT = rule(
    "CSS-04",
    "Start, did not attend or did not start on PRaP",
    "CSS3",
    note="The 99% belongs to this, not to the appointment. Tested on the day of entry; a retrospective start date "
    "cures nothing.",
    schedule=FROM_REFERRAL,
)
BACKLOG_LIMIT = rule(
    "CSS-06",
    "Out of backlog within 25 working days",
    "CSS5",
    note="25 working days from receipt, not 25 in backlog.",
    schedule=FROM_REFERRAL,
)
STANDARDS_COPY = rule(
    "CSS-07",
    "Copy of the customer service standards given",
    "CSS6",
    note="Becoming a participant is the Start Date; a copy given earlier is in time.",
    schedule=FROM_START,
)
ACTION_PLAN = rule(
    "CSS-08",
    "Action plan finalised",
    "CSS7",
    note="From receipt of the referral, not from the start as in WHP JETS: it can fall due before the start, which is "
    "told beside it. Not due from someone who never started.",
    schedule=FROM_REFERRAL,
)
BOOKED_MEETING = rule(
    "CSS-09",
    "Booked meeting held",
    "CSS8",
    note="'Contact' here and 'engage' for WHP JETS: both take two. From the Start Date, then from each meeting that "
    "took place; in work CSS11 takes its place; nothing is due after the end.",
    schedule=FROM_START,
)
AGREED_FREQUENCY = rule(
    "CSS-10",
    "Booked meeting held at the interval the participant prefers",
    "CSS8",
    note="Only the participant's preference changes the interval; no limit to it is stated. It changes the interval "
    "in work too, where what is due stands under WHP-CSS-13.",
)
MISSED_MEETING = rule(
    "CSS-11",
    "Contact attempted after a missed meeting",
    "CSS9",
    note="An attempt is enough. An explanation within the two days, before any attempt, removes the duty; a later one "
    "does not.",
)
NEEDS_AHEAD = Rule(
    "WHP-CSS-12",
    "In-work needs raised before work starts",
    CHAPTER_16.paragraphs("37 CSS10"),
    note="'Ahead of' is before the first day of work. Not due where the provider learnt of the work only after it "
    "began. What was raised before earlier work does not serve for later work.",
)
IN_WORK_CONTACT = rule(
    "CSS-13",
    "Contact attempted in work",
    "CSS11",
    note="The first interval runs from the first day of work, the next from each attempt; it takes the place of booked "
    "meetings. Ends with the work or with in-work support, at the latest on day 639.",
)
EXIT_PACK = Rule(
    "WHP-CSS-14",
    "Exit report pack given in the last 10 working days",
    CHAPTER_16.paragraphs("37 CSS12"),
    note="The last day on provision, if open, is one of the ten. A pack given earlier is early, not met.",
    counts_by=("WHP-CAL-01",),
)
PACK_AFTER_WORK = rule(
    "CSS-15",
    "Exit report pack given after a job ended",
    "CSS12",
    note="From the day on which the provider establishes the end, where the person returns to the Jobcentre; someone "
    "who stays on provision is owed none yet. Employment only, as the words say: reading exit_pack_after.",
)
ESF_INITIAL = rule(
    "ESF-01",
    "ESF initial form sent",
    "CSS13",
    note="In England only. Annotated COVID-19 in place of a signature only where none can be obtained.",
    schedule=FROM_START,
)
ESF_DIRECT = rule(
    "ESF-02",
    "ESF form sent after the eligibility and referral meeting",
    "CSS13",
    note="'ESF provision' is not explained; it applies where such a meeting is recorded.",
)
ESF_END = Rule(
    "WHP-ESF-03",
    "ESF end form sent",
    CHAPTER_16.paragraphs("37 CSS14"),
    note="The completion date is not counted; no roll to a working day is stated.",
)


def attempt_to_arrange(s: Situation) -> Days | Unknown:
    """An attempt to reach the person about the initial appointment: a contact, a message that set it up, a meeting."""
    return with_others(contact_attempted(s), [*messages_to_arrange(s), *s[meetings].held])


def may_still_start(s: Situation) -> bool:
    """Whether the person started, or the referral is still open."""
    return s[not_rejected] and (bool(s[start_days]) or not s.of(ReferralCancelled))


days_out_of_work = out_of_work(journey, on_provision, work=lambda _either_kind: True)
"""The days on provision in neither employment nor self-employment."""
plan_finalised = document_stepped(Document.ACTION_PLAN, DocumentStep.FINALISED)

DEADLINES = (
    *from_referral(
        acknowledge=ACKNOWLEDGE,
        contact=CONTACT,
        contacted=attempt_to_arrange,
        appointment=APPOINTMENT,
        result=RESULT,
        backlog_limit=BACKLOG_LIMIT,
    ),
    Within(ACTION_PLAN, PLAN_IN, after=referral_received, done=plan_finalised, when=may_still_start),
    *as_participant(
        standards_copy=STANDARDS_COPY,
        booked_meeting=BOOKED_MEETING,
        agreed_frequency=AGREED_FREQUENCY,
        out_of_work=days_out_of_work,
        missed_meeting=MISSED_MEETING,
    ),
    BeforeEach(NEEDS_AHEAD, of=jobs_ahead),
    Every(IN_WORK_CONTACT, CONTACT_EVERY, done=attempts_to_reach, during=in_work_days, unless=agreed_frequencies),
    *on_leaving(exit_report=EXIT_PACK, ending=ending),
    WithinEach(PACK_AFTER_WORK, working_days(10), of=jobs_lost),
    *to_the_esf(initial_form=ESF_INITIAL, after_referral_meeting=ESF_DIRECT, end_form=ESF_END, ending=ending),
)
