"""What both strands say of a case beside its deadlines: backlog, and the answer to the satisfaction question."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from dwp_rules.calendar import Period
from dwp_rules.facts import ReferralAcknowledged, SurveyAnswer, SurveyResponse
from dwp_rules.facts.enums import Channel, ReferralDecision
from dwp_rules.facts.moments import acknowledged, not_rejected, referral_received, result_entered
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.chapter_16.deadlines import ACKNOWLEDGE_IN, RESULT_IN
from dwp_rules.programmes.chapter_16.moments import last_day_known
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Judged

__all__ = ["ACKNOWLEDGED_PERCENT", "BACKLOG_PERCENT", "RESULTS_PERCENT", "backlog_of", "survey_of"]

ACKNOWLEDGED_PERCENT = Decimal("99.5")
"""Of the referrals, acknowledged in time at the least (37 CSS1, 38 CSS1)."""
RESULTS_PERCENT = Decimal(99)
"""Of the referrals, with a result on PRaP in time at the least (37 CSS3, 38 CSS5)."""
BACKLOG_PERCENT = Decimal(4)
"""Of the referrals, in backlog at the most (37 CSS4, 38 CSS2)."""

Findings: TypeAlias = Callable[[Situation], Sequence[Finding]]
Backlog: TypeAlias = Callable[[Situation, date], Sequence[Judged]]

Group: TypeAlias = Callable[[Situation], str | Unknown]
"""The customer group by which responses are split."""


def backlog_of(rule: Rule) -> Backlog:
    """Make what a rule finds of backlog at the end of a day: the acknowledgement or the result open past its deadline.

    A referral belongs to the month in which it was received; after a rejection nothing is open.
    """
    in_backlog = rule.not_met("in_backlog", "in backlog: {open} still open past {past}")
    not_in_backlog = rule.met("not_in_backlog", "nothing is open past its deadline")(False)

    def backlog(s: Situation, on: date) -> Sequence[Judged]:
        received = s[referral_received]
        if not received or received[0] > on:
            return ()
        return (Judged(not_in_backlog if _rejected(s, on) else standing(s, received[0], on), received[0]),)

    def standing(s: Situation, received: date, on: date) -> Finding:
        past: list[tuple[str, date]] = []
        missing: list[str] = []
        for item, period, done in _asked_for(s):
            if not isinstance(done, Unknown) and done and done[0] <= on:
                continue
            due = last_day_known(period, received, s)
            if due is None:
                missing.append(f"the working days of {s.calendar.name} around the referral")
            elif on > due and isinstance(done, Unknown):
                missing += done.missing
            elif on > due:
                past.append((item, due))
        if past:
            return in_backlog(True, open=tuple([item for item, _due in past]), past=min(due for _item, due in past))
        return rule.unknown(*missing) if missing else not_in_backlog

    return backlog


def _asked_for(s: Situation) -> Sequence[tuple[str, Period, Days | Unknown]]:
    return ("acknowledgement", ACKNOWLEDGE_IN, s[acknowledged]), ("result", RESULT_IN, s[result_entered])


def _rejected(s: Situation, on: date) -> bool:
    if s[not_rejected]:
        return False
    rejections = (a for a in s.of(ReferralAcknowledged) if a.decision is ReferralDecision.REJECT)
    return any((a.recorded_on or a.on) <= on for a in rejections)


def survey_of(rule: Rule, group: Group) -> Findings:
    """Make what a rule finds of each answer to the satisfaction question, told with the group it is split by."""
    recorded = rule.met("recorded", "answered {answer}, for the group {group}")
    no_answer = rule.not_met("no_valid_answer", "not one of the four answers: {answers}")
    no_written_record = rule.not_met(
        "no_written_record", "answered {answer} by telephone without a detailed written record, which is needed"
    )

    def of_one(response: SurveyResponse, group: str | Unknown) -> Finding:
        answer = response.answer
        if answer is None:
            return no_answer(None, answers=tuple(SurveyAnswer))
        if response.channel is Channel.TELEPHONE and not response.written_record:
            if response.written_record is None:
                return rule.unknown("survey_response.written_record")
            return no_written_record(None, answer=answer)
        return (
            rule.unknown(*group.missing) if isinstance(group, Unknown) else recorded(answer, answer=answer, group=group)
        )

    def survey(s: Situation) -> Sequence[Finding]:
        responses = s.of(SurveyResponse)
        return [of_one(response, group(s)) for response in responses] if responses else ()

    return survey
