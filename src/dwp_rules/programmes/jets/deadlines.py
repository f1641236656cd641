"""What is due when in WHP JETS: the standards of chapter 16 and the deadlines of the specification."""

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
from dwp_rules.programmes.jets.esf import applies as esf_applies
from dwp_rules.programmes.jets.moments import (
    FORM_CHECK_PERIOD,
    MISSED_MEETING_PERIOD,
    agreed_frequencies,
    attempt_after_missed_meeting,
    backlog_cleared,
    contact_to_arrange,
    end_form_sent,
    exit_report_required,
    form_returned,
    form_under_check,
    initial_form_sent,
    initial_form_signed,
    met_or_not_cancelled,
    missed_unexplained,
    plan_in_place,
    pre_work_days,
    referral_meeting,
)
from dwp_rules.programmes.jets.provision import end_or_latest, ended
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Rule
from dwp_rules.standards import Every, InTheLast, Within

__all__ = ["DEADLINES"]

WORKING_DAYS = ("JETS-CAL-01", "JETS-CAL-02")

ACKNOWLEDGE = Rule(
    "JETS-REF-02",
    "Referral acknowledged on PRaP",
    (SPECIFICATION["2.12"], CHAPTER_16["38 CSS1"]),
    note="2.12 counts from the referral being sent, CSS1 from receipt: from receipt, the measured standard.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
CONTACT = Rule(
    "JETS-CSS-04",
    "Contact to set up the initial appointment",
    (*SPECIFICATION.paragraphs("2.5(a)(i)", "2.14"), CHAPTER_16["38 CSS4"]),
    note="JETS says 'will contact': contact made, or a documented message that sets up the appointment; an attempt "
    "alone is not enough.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
APPOINTMENT = Rule(
    "JETS-CSS-05",
    "Initial appointment held",
    (*SPECIFICATION.paragraphs("2.5(a)(ii)", "2.14"), CHAPTER_16["38 CSS5"]),
    note="From receipt, as the standard says. After a first failed attendance the first appointment held counts; one "
    "who never came is judged by the result on PRaP alone.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
RESULT = Rule(
    "JETS-CSS-06",
    "Start, did not attend or did not start on PRaP",
    (SPECIFICATION["2.5(a)(ii)"], CHAPTER_16["38 CSS5"]),
    note="'By the 15th working day' of receipt, tested on the day of entry; a retrospective start date cures nothing.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
BACKLOG_LIMIT = Rule(
    "JETS-CSS-03",
    "Out of backlog within 25 working days",
    (CHAPTER_16["38 CSS3"],),
    note="25 working days from receipt, not 25 in backlog.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-01",
)
STANDARDS_COPY = Rule(
    "JETS-CSS-07",
    "Copy of the customer service standards given",
    (SPECIFICATION["2.5(b)(i)"], CHAPTER_16["38 CSS6"]),
    note="Becoming a participant is the Start Date; a copy given earlier is in time.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-02",
)
ACTION_PLAN = Rule(
    "JETS-CSS-08",
    "Action plan finalised",
    (*SPECIFICATION.paragraphs("2.5(b)(ii)", "2.21"), CHAPTER_16["38 CSS7"]),
    note="2.21 says agreed and in place, the standard finalised: the later of the two where both are recorded.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-02",
)
BOOKED_MEETING = Rule(
    "JETS-CSS-09",
    "Booked meeting held",
    (SPECIFICATION["2.5(c)(i)"], CHAPTER_16["38 CSS8"]),
    note="From the Start Date, then from each meeting that took place; suspended while a job lasts, since in-work "
    "support is not required (2.3); ends with completion, and nothing is due after day 182.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-02",
)
AGREED_FREQUENCY = Rule(
    "JETS-CSS-10",
    "Booked meeting held at the interval the participant prefers",
    (SPECIFICATION["2.5(c)(i)"], CHAPTER_16["38 CSS8"]),
    note="Only the participant's preference changes the interval; no limit to it is stated.",
    counts_by=WORKING_DAYS,
)
MISSED_MEETING = Rule(
    "JETS-CSS-11",
    "Contact attempted after a missed meeting",
    (SPECIFICATION["2.5(c)(ii)"], CHAPTER_16["38 CSS9"]),
    note="An attempt is enough. An explanation within the two days, before any attempt, removes the duty; a later one "
    "does not.",
    counts_by=WORKING_DAYS,
)
EXIT_REPORT = Rule(
    "JETS-EXIT-02",
    "Exit report given in the last 10 working days",
    (*SPECIFICATION.paragraphs("2.5(d)(i)", "1.19"), CHAPTER_16["38 CSS10"]),
    note="The completion date is the last day and, if open, one of the ten. A report given earlier is early, not met.",
    counts_by=("JETS-CAL-01",),
    schedule="JETS-DEADLINE-02",
)
ESF_INITIAL = Rule(
    "JETS-ESF-02",
    "ESF initial form sent",
    (SPECIFICATION["2.5(e)(i)"], CHAPTER_16["38 CSS11"]),
    note="From the start date, as the measured standard says; signature and referral meeting run beside it.",
    counts_by=WORKING_DAYS,
    schedule="JETS-DEADLINE-02",
)
ESF_COPY = Rule(
    "JETS-ESF-03",
    "Copy of the signed ESF form sent",
    SPECIFICATION.paragraphs("2.19"),
    note="Reported beside JETS-ESF-02; the standard is judged on that one.",
    counts_by=WORKING_DAYS,
)
ESF_DIRECT = Rule(
    "JETS-ESF-04",
    "ESF form sent after the eligibility and referral meeting",
    (SPECIFICATION["2.5(e)(i)"], CHAPTER_16["38 CSS11"]),
    note="'ESF provision' is not explained; it applies where such a meeting is recorded.",
    counts_by=WORKING_DAYS,
)
ESF_RETURN = Rule(
    "JETS-ESF-07",
    "Inaccurate ESF form returned by DWP",
    SPECIFICATION.paragraphs("2.20"),
    note="DWP's duty only; a form not returned in time is not thereby accepted.",
    counts_by=WORKING_DAYS,
)
ESF_END = Rule(
    "JETS-ESF-08",
    "ESF end form sent",
    (SPECIFICATION["2.5(e)(ii)"], CHAPTER_16["38 CSS12"]),
    note="The completion date is not counted; no roll to a working day is stated.",
    counts_by=("JETS-CAL-04",),
    schedule="JETS-DEADLINE-03",
)

DEADLINES = (
    Within(ACKNOWLEDGE, working_days(2), after=referral_received, done=acknowledged),
    Within(CONTACT, working_days(2), after=referral_received, done=contact_to_arrange, when=not_rejected),
    Within(
        APPOINTMENT, working_days(15), after=referral_received, done=initial_meeting_held, when=met_or_not_cancelled
    ),
    Within(RESULT, working_days(15), after=referral_received, done=result_entered, when=not_rejected),
    Within(BACKLOG_LIMIT, working_days(25), after=referral_received, done=backlog_cleared, when=not_rejected),
    Within(
        STANDARDS_COPY,
        working_days(1),
        after=start_days,
        done=document_issued(Document.STANDARDS_COPY, to=Party.PARTICIPANT),
        early_counts=True,
    ),
    Within(ACTION_PLAN, working_days(10), after=start_days, done=plan_in_place),
    Every(
        BOOKED_MEETING,
        working_days(10),
        done=booked_meeting_held,
        during=pre_work_days,
        unless=agreed_frequencies,
        agreed=AGREED_FREQUENCY,
    ),
    Within(MISSED_MEETING, MISSED_MEETING_PERIOD, after=missed_unexplained, done=attempt_after_missed_meeting),
    InTheLast(
        EXIT_REPORT,
        working_days(10, DayOne.SAME),
        of=end_or_latest,
        done=document_issued(Document.EXIT_REPORT, to=Party.PARTICIPANT),
        when=exit_report_required,
    ),
    Within(ESF_INITIAL, working_days(5), after=start_days, done=initial_form_sent, when=esf_applies),
    Within(ESF_COPY, working_days(5), after=initial_form_signed, done=initial_form_sent, when=esf_applies),
    Within(ESF_DIRECT, working_days(5), after=referral_meeting, done=initial_form_sent, when=esf_applies),
    Within(ESF_RETURN, FORM_CHECK_PERIOD, after=form_under_check, done=form_returned, when=esf_applies),
    Within(ESF_END, weeks(8), after=ended, done=end_form_sent, when=esf_applies),
)
