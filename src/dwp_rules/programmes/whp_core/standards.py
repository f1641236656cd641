"""The sixteen customer service standards of WHP Core (chapter 16, paragraph 37) and the targets they state."""

from collections.abc import Sequence

from dwp_rules.facts import Document, SignatureKind
from dwp_rules.facts.moments import not_rejected, referral_received, start_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.chapter_16.esf import applies as esf_applies
from dwp_rules.programmes.chapter_16.moments import esf_forms_worked_on, last_day_known
from dwp_rules.programmes.chapter_16.standards import (
    ACKNOWLEDGED_PERCENT,
    BACKLOG_PERCENT,
    RESULTS_PERCENT,
    backlog_of,
    survey_of,
)
from dwp_rules.programmes.whp_core import deadlines
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Bound, Standard
from dwp_rules.standards.duties import ITEMS_UNTOLD, checklists

__all__ = ["NO_PERCENTAGE", "STANDARDS", "backlog", "plan_findings", "signature_findings", "survey"]

BACKLOG = Rule(
    "WHP-CSS-05",
    "No more than 4% of referrals in backlog",
    CHAPTER_16.paragraphs("37 CSS4"),
    note="In backlog is what CSS1 or CSS3 asks for and is past its deadline; of the referrals received in the period, "
    "on its last day.",
    counts_by=deadlines.WORKING_DAYS,
)
SATISFACTION = Rule(
    "WHP-CSS-19",
    "Participant response recorded",
    CHAPTER_16.paragraphs("37 CSS15"),
    note="Split by customer group; by telephone only with a detailed written record.",
)
INSIGHT = Rule(
    "WHP-CSS-17",
    "Participant insight template by the 15th",
    CHAPTER_16.paragraphs("37 CSS15"),
    counts_by=("WHP-CAL-01",),
)
MONTH_END = Rule(
    "WHP-CSS-18",
    "Month-end template on the 15th",
    CHAPTER_16.paragraphs("37 CSS16"),
    note="'On the 15th' is the last day, as 'by the 15th' is.",
    counts_by=("WHP-CAL-01",),
)
NO_PERCENTAGE = Rule(
    "WHP-CSS-20",
    "Standards with no stated percentage",
    CHAPTER_16.paragraphs("31", "37"),
    note="Every case, unless the contract sets another percentage.",
)


def customer_group(s: Situation) -> str | Unknown:
    """The group by which responses are split."""
    return s.participant.customer_group or Unknown("customer_group")


backlog = backlog_of(BACKLOG)
survey = survey_of(SATISFACTION, customer_group)

STANDARDS = (
    Standard("CSS1", deadlines.ACKNOWLEDGE, ("WHP-CSS-01",), target=ACKNOWLEDGED_PERCENT),
    Standard("CSS2", deadlines.CONTACT, ("WHP-CSS-02",)),
    Standard("CSS3a", deadlines.APPOINTMENT, ("WHP-CSS-03",)),
    Standard("CSS3b", deadlines.RESULT, ("WHP-CSS-04",), target=RESULTS_PERCENT),
    Standard("CSS4", BACKLOG, target=BACKLOG_PERCENT, bound=Bound.AT_MOST, judged_on_day=backlog),
    Standard("CSS5", deadlines.BACKLOG_LIMIT, ("WHP-CSS-06",)),
    Standard("CSS6", deadlines.STANDARDS_COPY, ("WHP-CSS-07",)),
    Standard("CSS7", deadlines.ACTION_PLAN, ("WHP-CSS-08",)),
    Standard("CSS8", deadlines.BOOKED_MEETING, ("WHP-CSS-09", "WHP-CSS-10"), recurring=True),
    Standard("CSS9", deadlines.MISSED_MEETING, ("WHP-CSS-11",), recurring=True),
    Standard("CSS10", deadlines.NEEDS_AHEAD, ("WHP-CSS-12",), recurring=True),
    Standard("CSS11", deadlines.IN_WORK_CONTACT, ("WHP-CSS-13",), recurring=True),
    Standard("CSS12a", deadlines.EXIT_PACK, ("WHP-CSS-14",)),
    Standard("CSS12b", deadlines.PACK_AFTER_WORK, ("WHP-CSS-15",), recurring=True),
    Standard("CSS13", deadlines.ESF_INITIAL, ("WHP-ESF-01",)),
    Standard("CSS14", deadlines.ESF_END, ("WHP-ESF-03",)),
    Standard("CSS15", INSIGHT),
    Standard("CSS16", MONTH_END),
)


# ── action plan ──────────────────────────────────────────────────────────────────────────────────────────────────

time_left = deadlines.ACTION_PLAN.met(
    "time_left_from_start", "started {working_days_left_from_start} working days before the plan was due on {due}"
)
due_before_start = deadlines.ACTION_PLAN.not_met(
    "deadline_before_start", "started on {start}, after the plan was due on {due}"
)


def plan_findings(s: Situation) -> Sequence[Finding]:
    """How much time the start left for the action plan, which is counted from the referral."""
    received, started = s[referral_received], s[start_days]
    if not received or not started or not s[not_rejected]:
        return ()
    due = last_day_known(deadlines.PLAN_IN, received[0], s)
    if due is None:
        return (deadlines.ACTION_PLAN.unknown(f"the working days of {s.calendar.name} around the referral"),)
    late = started[0] > due
    left = 0 if late else s.calendar.projected.count(started[0], due)
    reason = due_before_start if late else time_left
    return (reason(left, working_days_left_from_start=left, started_after_deadline=late, due=due, start=started[0]),)


# ── European Social Fund ─────────────────────────────────────────────────────────────────────────────────────────

signature_accepted = deadlines.ESF_INITIAL.met("signature_accepted", "the form is signed as it should be: {signature}")
signature_not_accepted = deadlines.ESF_INITIAL.not_met(
    "signature_not_accepted", "annotated COVID-19, although a signature could be obtained"
)


def signature_findings(s: Situation) -> Sequence[Finding]:
    """Whether the initial form may be annotated: only where the participant's signature is unobtainable (CSS13)."""
    forms = [form for form in esf_forms_worked_on(s) if form["document"] is Document.ESF_INITIAL_FORM]
    kinds = {form["signature"] for form in forms} & {SignatureKind.WET, SignatureKind.COVID19_ANNOTATION}
    applies = s[esf_applies] if kinds else False
    if isinstance(applies, Unknown):
        return (deadlines.ESF_INITIAL.unknown(*applies.missing),)
    if not applies:
        return ()
    annotated = SignatureKind.COVID19_ANNOTATION in kinds
    return (_annotation(s) if annotated else signature_accepted(True, signature=SignatureKind.WET),)


def _annotation(s: Situation) -> Finding:
    recorded = checklists(s).get("esf_signature")
    if recorded is None:
        return deadlines.ESF_INITIAL.unknown("whether a signature is obtainable (checklist esf_signature)")
    if "signature_unobtainable" in recorded:
        return signature_accepted(True, signature=SignatureKind.COVID19_ANNOTATION)
    if ITEMS_UNTOLD in recorded:
        return deadlines.ESF_INITIAL.unknown(ITEMS_UNTOLD)
    return signature_not_accepted(False)
