"""The fourteen customer service standards of WHP JETS (chapter 16, paragraph 38) and the targets they state."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from dwp_rules.calendar import Period, working_days
from dwp_rules.facts import SurveyAnswer, SurveyResponse
from dwp_rules.facts.enums import Channel
from dwp_rules.facts.moments import acknowledged, not_rejected, referral_received, result_entered
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jets import deadlines
from dwp_rules.programmes.jets.moments import last_day_known
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Finding, Rule
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

STANDARDS = (
    Standard("CSS1", ACKNOWLEDGED, ("JETS-REF-02",), target=Decimal("99.5")),
    Standard(
        "CSS2", BACKLOG, ("JETS-REF-02", "JETS-CSS-06"), target=Decimal(4), bound=Bound.AT_MOST, judged_elsewhere=True
    ),
    Standard("CSS3", deadlines.BACKLOG_LIMIT, ("JETS-CSS-03",)),
    Standard("CSS4", deadlines.CONTACT, ("JETS-CSS-04",)),
    Standard("CSS5a", deadlines.APPOINTMENT, ("JETS-CSS-05",)),
    Standard("CSS5b", deadlines.RESULT, ("JETS-CSS-06",), target=Decimal(99)),
    Standard("CSS6", deadlines.STANDARDS_COPY, ("JETS-CSS-07",)),
    Standard("CSS7", deadlines.ACTION_PLAN, ("JETS-CSS-08",)),
    Standard("CSS8", deadlines.BOOKED_MEETING, ("JETS-CSS-09", "JETS-CSS-10")),
    Standard("CSS9", deadlines.MISSED_MEETING, ("JETS-CSS-11",)),
    Standard("CSS10", EXIT_REPORTS, ("JETS-EXIT-02",)),
    Standard("CSS11 and CSS12", ESF_FORMS, ("JETS-ESF-02", "JETS-ESF-08")),
    Standard("CSS13", INSIGHT, ()),
    Standard("CSS14", MONTH_END, ()),
)

in_backlog = BACKLOG.not_met("in_backlog", "in backlog: {open} still open past {past}")
not_in_backlog = BACKLOG.met("not_in_backlog", "nothing is open past its deadline")(False)

ACKNOWLEDGE_IN, RESULT_IN = working_days(2), working_days(15)


def backlog(s: Situation) -> Sequence[Finding]:
    """Whether the referral is in backlog: its acknowledgement or its result open past the deadline."""
    received = s[referral_received]
    if not received or not s[not_rejected]:
        return ()
    open_items: list[tuple[str, Period]] = []
    if not s[acknowledged]:
        open_items.append(("acknowledgement", ACKNOWLEDGE_IN))
    if not s[result_entered]:
        open_items.append(("result", RESULT_IN))
    return (_past_due(s, received[0], open_items),) if open_items else (not_in_backlog,)


def _past_due(s: Situation, received: date, open_items: list[tuple[str, Period]]) -> Finding:
    past: list[tuple[str, date]] = []
    for item, period in open_items:
        due = last_day_known(period, received, s)
        if due is None:
            return BACKLOG.unknown(f"the working days of {s.calendar.name} around the referral")
        if s.as_of > due:
            past.append((item, due))
    if not past:
        return not_in_backlog
    return in_backlog(True, open=tuple([item for item, _due in past]), past=min(due for _item, due in past))


recorded = SATISFACTION.met("recorded", "answered {answer}")
no_answer = SATISFACTION.not_met("no_valid_answer", "not one of the four answers: {answers}")
no_written_record = SATISFACTION.not_met(
    "no_written_record", "answered {answer} by telephone without a detailed written record, which is needed"
)


def survey(s: Situation) -> Sequence[Finding]:
    """Each answer to the satisfaction question; by telephone only with a detailed written record."""
    responses = s.of(SurveyResponse)
    return [_response(response) for response in responses] if responses else ()


def _response(response: SurveyResponse) -> Finding:
    answer = response.answer
    if answer is None:
        return no_answer(None, answers=tuple(SurveyAnswer))
    if response.channel is Channel.TELEPHONE and not response.written_record:
        if response.written_record is None:
            return SATISFACTION.unknown("survey_response.written_record")
        return no_written_record(None, answer=answer)
    return recorded(answer, answer=answer)
