"""What is due when in IPES (2.16 to 2.66, 4.35, 5.18)."""

from dwp_rules.calendar import DayOne, calendar_days, hours, weeks, working_days
from dwp_rules.facts import Document, Party
from dwp_rules.facts.moments import (
    accepted,
    acknowledged,
    document_issued,
    referral_received,
    result_entered,
)
from dwp_rules.programmes.ipes import moments
from dwp_rules.programmes.ipes.counting import DAYS, WORKING_DAYS
from dwp_rules.programmes.ipes.documents import exit_plan_required
from dwp_rules.programmes.ipes.provision import EXTENSION_ENTERED
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.timeline import completed
from dwp_rules.programmes.ipes.work import start_day
from dwp_rules.rules import Rule
from dwp_rules.standards import Every, Within
from dwp_rules.standards.daily import OnEachDay
from dwp_rules.standards.hours import WithinHours
from dwp_rules.standards.matters import WithinEach

__all__ = ["DEADLINES"]

NEXT_DAY = (
    "Day one is not stated for this period: the first working day after the event, as 2.16 speaks of receipt only."
)
FROM_START, FROM_END = "IPES-DEADLINE-01", "IPES-DEADLINE-04"

ACKNOWLEDGE = Rule(
    "IPES-REF-04",
    "Acknowledge the referral within 2 working days, receipt day is day one",
    SPEC.paragraphs("2.16", "4.35 (CSS 1)"),
    note="So it is due on the next working day after receipt; received on a closed day, the next working day is day "
    "one. CSS 1 omits the day-one rule but refers to 2.16.",
    counts_by=WORKING_DAYS,
)
MEETING = Rule(
    "IPES-START-01",
    "Initial face-to-face meeting within 15 working days of acknowledgement",
    SPEC.paragraphs("2.19", "4.35 (CSS 2)"),
    note=f"{NEXT_DAY} A meeting recorded as initial counts unless its channels tell that it was not in person.",
    counts_by=WORKING_DAYS,
    schedule=FROM_START,
)
RESULT = Rule(
    "IPES-START-06",
    "Outcome of the initial meeting recorded within the same 15 working days",
    SPEC.paragraphs("2.23", "4.35 (CSS 2)"),
    note=f"{NEXT_DAY} No extra time for keying a meeting held on the fifteenth.",
    counts_by=WORKING_DAYS,
    schedule=FROM_START,
)
DRAFT_PLAN = Rule(
    "IPES-PLAN-01",
    "Draft Action Plan on the day of the initial meeting",
    SPEC.paragraphs("2.22", "2.28", "Annex 7"),
    note="Signed that day by both parties; for those who start.",
    counts_by=DAYS,
    schedule=FROM_START,
)
DEVELOPED_PLAN = Rule(
    "IPES-PLAN-02",
    "Action Plan developed within 20 working days of the initial meeting",
    SPEC.paragraphs("2.22", "2.28", "4.35 (CSS 3)", "Annex 7"),
    note=NEXT_DAY,
    counts_by=WORKING_DAYS,
    schedule=FROM_START,
)
PLAN_BEFORE_WORK = Rule(
    "IPES-PLAN-04",
    "Plan updated at least every 4 weeks before work",
    SPEC.paragraphs("2.31", "Annex 7", "Annex 5 (Action Plan)"),
    note="28 days from the last update, rolling, the first from the initial meeting; when work ends, from the day "
    "on which pre-work support resumes. Annex 5 speaks of each meeting.",
)
PLAN_IN_WORK = Rule(
    "IPES-PLAN-05",
    "Plan updated on entering work and every 4 weeks in work",
    SPEC.paragraphs("2.31", "2.66", "Annex 7"),
    note="The entry update has no limit of its own: never later than 28 days after work starts.",
)
OFFER = Rule(
    "IPES-CONTACT-01",
    "Face-to-face contact offered at least weekly",
    SPEC.paragraphs("2.27", "2.65", "2.31"),
    note="The offer counts, not attendance; no more than 7 days between offers, before work and in work.",
)
FACE_TO_FACE = Rule(
    "IPES-CONTACT-02",
    "A face-to-face meeting at least every four weeks",
    SPEC.paragraphs("2.27", "2.65"),
    note="28 days, rolling, the initial meeting being the first. No exception is made for a disengaged participant.",
    schedule=FROM_START,
)
EMPLOYER_PLAN = Rule(
    "IPES-DOC-01",
    "Employer support plan within 10 working days of starting employment",
    SPEC.paragraphs("2.62", "2.70", "Annex 5", "Annex 7"),
    note=f"Issued to the employer, one plan for each employment; none for self-employment. {NEXT_DAY}",
    counts_by=WORKING_DAYS,
    schedule=FROM_END,
)
PROGRESS_REPORT = Rule(
    "IPES-DOC-03",
    "Progress report within 10 working days of provision ending",
    SPEC.paragraphs("2.48", "4.35 (CSS 5)", "Annex 5", "Annex 7"),
    note=f"For every Completer, never for an early completer. {NEXT_DAY}",
    counts_by=WORKING_DAYS,
    schedule=FROM_END,
)
EXIT_PLAN = Rule(
    "IPES-DOC-06",
    "Exit activity plan sent within 10 working days of provision ending",
    SPEC.paragraphs("2.50", "2.66", "4.35 (CSS 5)", "Annex 5", "Annex 7"),
    note=f"Sent to the participant, which implies produced and agreed. {NEXT_DAY}",
    counts_by=WORKING_DAYS,
    schedule=FROM_END,
)
SELF_EMPLOYMENT = Rule(
    "IPES-SE-05",
    "Start of self-employment keyed within 5 working days",
    SPEC.paragraphs("5.18"),
    note=f"From the day on which the participant tells the Provider. {NEXT_DAY}",
    counts_by=WORKING_DAYS,
)
CONTACT = Rule(
    "IPES-DISENGAGE-02",
    "Contact within 24 hours of disengagement",
    SPEC.paragraphs("2.60"),
    note="Hours run through weekends and holidays; where only the day is known, by the end of the next calendar day.",
)
ATTEMPTS = Rule(
    "IPES-DISENGAGE-03",
    "Daily attempts over 5 working days",
    SPEC.paragraphs("2.61"),
    note="From the disengagement, the next working day being the first, until the participant is reached or the "
    "Jobcentre advises a valid reason. Subject to what is reasonable and proportionate.",
    counts_by=WORKING_DAYS,
)


FIRST_DAY = calendar_days(0)
EVERY_FOUR_WEEKS = weeks(4)

DEADLINES = (
    Within(ACKNOWLEDGE, working_days(2, DayOne.SAME), after=referral_received, done=acknowledged),
    Within(MEETING, working_days(15), after=accepted, done=moments.initial_meeting_attended, when=moments.meeting_due),
    Within(RESULT, working_days(15), after=accepted, done=result_entered),
    Within(DRAFT_PLAN, FIRST_DAY, after=start_day, done=moments.plan_signed),
    Within(DEVELOPED_PLAN, working_days(20), after=start_day, done=moments.plan_updated),
    Every(PLAN_BEFORE_WORK, EVERY_FOUR_WEEKS, done=moments.plan_updated, during=moments.in_pre_work_support),
    Every(PLAN_IN_WORK, EVERY_FOUR_WEEKS, done=moments.plan_updated, during=moments.in_work_support),
    Every(OFFER, weeks(1), done=moments.contact_offered, during=moments.on_provision),
    Every(FACE_TO_FACE, EVERY_FOUR_WEEKS, done=moments.face_to_face_meetings, during=moments.on_provision),
    WithinEach(EXTENSION_ENTERED, FIRST_DAY, of=moments.extension_due),
    WithinEach(EMPLOYER_PLAN, working_days(10), of=moments.employer_plans),
    WithinEach(SELF_EMPLOYMENT, working_days(5), of=moments.self_employment_entries),
    WithinHours(CONTACT, hours(24), after=moments.disengagements, done=moments.reached_if_known),
    OnEachDay(ATTEMPTS, 5, of=moments.attempts_due),
    Within(PROGRESS_REPORT, working_days(10), after=completed, done=moments.progress_report_produced),
    Within(
        EXIT_PLAN,
        working_days(10),
        after=completed,
        done=document_issued(Document.EXIT_ACTIVITY_PLAN, to=Party.PARTICIPANT),
        when=exit_plan_required,
    ),
)
