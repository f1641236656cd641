"""What is due when in WHP JETS: the standards of chapter 16 and the deadlines of the specification."""

from dwp_rules.calendar import working_days
from dwp_rules.facts.moments import start_days
from dwp_rules.programmes.chapter_16.deadlines import as_participant, from_referral, on_leaving, to_the_esf
from dwp_rules.programmes.chapter_16.esf import applies as esf_applies
from dwp_rules.programmes.chapter_16.moments import contact_to_arrange, initial_form_sent
from dwp_rules.programmes.jets.moments import (
    FORM_CHECK_PERIOD,
    form_returned,
    form_under_check,
    initial_form_signed,
    plan_in_place,
    pre_work_days,
)
from dwp_rules.programmes.jets.provision import ending
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Rule
from dwp_rules.standards import Within

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
    *from_referral(
        acknowledge=ACKNOWLEDGE,
        contact=CONTACT,
        contacted=contact_to_arrange,
        appointment=APPOINTMENT,
        result=RESULT,
        backlog_limit=BACKLOG_LIMIT,
    ),
    Within(ACTION_PLAN, working_days(10), after=start_days, done=plan_in_place),
    *as_participant(
        standards_copy=STANDARDS_COPY,
        booked_meeting=BOOKED_MEETING,
        agreed_frequency=AGREED_FREQUENCY,
        out_of_work=pre_work_days,
        missed_meeting=MISSED_MEETING,
    ),
    *on_leaving(exit_report=EXIT_REPORT, ending=ending),
    *to_the_esf(initial_form=ESF_INITIAL, after_referral_meeting=ESF_DIRECT, end_form=ESF_END, ending=ending),
    Within(ESF_COPY, working_days(5), after=initial_form_signed, done=initial_form_sent, when=esf_applies),
    Within(ESF_RETURN, FORM_CHECK_PERIOD, after=form_under_check, done=form_returned, when=esf_applies),
)
