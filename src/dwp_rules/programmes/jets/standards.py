"""The fourteen customer service standards of WHP JETS (chapter 16, paragraph 38) and the targets they state."""

from dwp_rules.facts import CustomerGroup
from dwp_rules.programmes.chapter_16.standards import (
    ACKNOWLEDGED_PERCENT,
    BACKLOG_PERCENT,
    RESULTS_PERCENT,
    backlog_of,
    survey_of,
)
from dwp_rules.programmes.jets import deadlines
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Rule
from dwp_rules.standards import Bound, Standard

__all__ = ["STANDARDS", "backlog", "survey"]

ACKNOWLEDGED = Rule(
    "JETS-CSS-01",
    "99.5% of referrals acknowledged within 2 working days",
    (CHAPTER_16["38 CSS1"],),
    note="Of the referrals whose deadline fell in the period; compared unrounded.",
    counts_by=deadlines.WORKING_DAYS,
)
BACKLOG = Rule(
    "JETS-CSS-02",
    "No more than 4% of referrals in backlog",
    (CHAPTER_16["38 CSS2"],),
    note="The text defines backlog by 'CSS1 or 3', copied from the Core list; CSS1 and CSS5 are meant. In backlog is "
    "what is past its deadline; of the referrals received in the period, on its last day.",
    counts_by=deadlines.WORKING_DAYS,
)
EXIT_REPORTS = Rule("JETS-CSS-12", "Exit reports given in their window", (CHAPTER_16["38 CSS10"],))
ESF_FORMS = Rule(
    "JETS-CSS-13", "ESF forms sent in time", CHAPTER_16.paragraphs("38 CSS11", "38 CSS12"), note="England only."
)
SATISFACTION = Rule(
    "JETS-CSS-16",
    "Participant response recorded",
    (SPECIFICATION["Annex 2 Q9"], CHAPTER_16["38 CSS13"]),
    note="JETS has no customer groups, though the text asks for the split: one group, jets.",
)
INSIGHT = Rule(
    "JETS-CSS-14", "Participant insight template by the 15th", (SPECIFICATION["Annex 2 Q9"], CHAPTER_16["38 CSS13"])
)
MONTH_END = Rule("JETS-CSS-15", "Month-end template on the 15th", (SPECIFICATION["Annex 2 Q9"], CHAPTER_16["38 CSS14"]))

backlog = backlog_of(BACKLOG)
survey = survey_of(SATISFACTION, lambda _s: CustomerGroup.JETS)

STANDARDS = (
    Standard("CSS1", ACKNOWLEDGED, ("JETS-REF-02",), target=ACKNOWLEDGED_PERCENT),
    Standard("CSS2", BACKLOG, target=BACKLOG_PERCENT, bound=Bound.AT_MOST, judged_on_day=backlog),
    Standard("CSS3", deadlines.BACKLOG_LIMIT, ("JETS-CSS-03",)),
    Standard("CSS4", deadlines.CONTACT, ("JETS-CSS-04",)),
    Standard("CSS5a", deadlines.APPOINTMENT, ("JETS-CSS-05",)),
    Standard("CSS5b", deadlines.RESULT, ("JETS-CSS-06",), target=RESULTS_PERCENT),
    Standard("CSS6", deadlines.STANDARDS_COPY, ("JETS-CSS-07",)),
    Standard("CSS7", deadlines.ACTION_PLAN, ("JETS-CSS-08",)),
    Standard("CSS8", deadlines.BOOKED_MEETING, ("JETS-CSS-09", "JETS-CSS-10"), recurring=True),
    Standard("CSS9", deadlines.MISSED_MEETING, ("JETS-CSS-11",), recurring=True),
    Standard("CSS10", EXIT_REPORTS, ("JETS-EXIT-02",)),
    Standard("CSS11", ESF_FORMS, ("JETS-ESF-02",)),
    Standard("CSS12", ESF_FORMS, ("JETS-ESF-08",)),
    Standard("CSS13", INSIGHT),
    Standard("CSS14", MONTH_END),
)
