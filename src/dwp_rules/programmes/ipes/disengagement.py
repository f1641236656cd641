"""What IPES says of disengagement and of engaging again (2.59 to 2.61)."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from dwp_rules.calendar import working_days
from dwp_rules.facts import Notification, NotificationTopic, Party, ReEngaged
from dwp_rules.facts.situation import Days, Situation
from dwp_rules.programmes.ipes import moments
from dwp_rules.programmes.ipes.completion import wishes_to_leave
from dwp_rules.programmes.ipes.counting import DAYS, WORKING_DAYS
from dwp_rules.programmes.ipes.engagement import disengaged_on
from dwp_rules.programmes.ipes.referral import days_met
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.timeline import journey
from dwp_rules.programmes.ipes.work import clock, start_day
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.deadlines import last_day, unknown_days
from dwp_rules.standards.hours import Occurrence

__all__ = ["disengagement_findings"]

DISENGAGED = Rule(
    "IPES-DISENGAGE-01",
    "What disengagement is",
    SPEC.paragraphs("2.59"),
    note="A single missed appointment or agreed activity is one too: it starts the 24 hours. The flag of being "
    "disengaged follows the record.",
)
has_disengaged = DISENGAGED.met("disengaged", "disengaged on {on}: still on provision, to be engaged again")
is_engaged = DISENGAGED.not_met("not_disengaged", "no disengagement is known")

TELL_DWP = Rule(
    "IPES-DISENGAGE-04",
    "Tell DWP after five working days, on withdrawal, or on re-engagement",
    SPEC.paragraphs("2.61"),
    note="No time limit for telling. A wish to leave ends nothing by itself. Five working days, the first after the "
    "day of disengagement being the first.",
    counts_by=WORKING_DAYS,
)
told = TELL_DWP.met("told", "DWP was told, as is due from {from_day} ({trigger})")
to_be_told = TELL_DWP.not_met("to_be_told", "DWP is to be told, from {from_day} ({trigger})")
engaged_in_time = TELL_DWP.met("engaged_in_time", "engaged again by {from_day}, the fifth working day: nothing to tell")
days_running = TELL_DWP.undetermined("five_days_running", "to be told from {from_day} unless engaged by then")

MAY_RETURN = Rule(
    "IPES-DISENGAGE-05",
    "Right to re-engage up to day 456",
    SPEC.paragraphs("2.59", "Annex 2 ex. 8"),
    note="In the extension, while on provision.",
    counts_by=DAYS,
)
may_re_engage = MAY_RETURN.met("may_re_engage", "may engage again on {on}, while on provision")
may_not_re_engage = MAY_RETURN.not_met("no_longer", "cannot engage again on {on}: provision ended on {ended}")

VALID_REASON = Rule(
    "IPES-DISENGAGE-07",
    "Valid reason advised by the Jobcentre",
    SPEC.paragraphs("2.61"),
    note="That the daily attempts stop is implied, not stated. The clock runs on.",
)
valid_reason = VALID_REASON.met(
    "valid_reason", "a valid reason was advised on {on}: no daily attempts, the clock runs on"
)
no_valid_reason = VALID_REASON.not_met("no_valid_reason", "no valid reason was advised: daily attempts go on")

FIVE_DAYS = working_days(5)
DWP_OR_NOT_SAID = frozenset({Party.DWP, Party.JOBCENTRE, Party.WORK_COACH, None})


def disengagement_findings(s: Situation) -> Sequence[Finding]:
    """What is said of each disengagement, and of engaging again."""
    if not s[start_day]:
        return ()
    disengaged = s[moments.disengagements]
    findings = [has_disengaged.found(True, ("on", each.on), ("on_provision", True)) for each in disengaged] or [
        _engaged(s)
    ]
    findings += [_tell(s, each) for each in disengaged]
    findings += _declared(s)
    findings += _returned(s)
    if disengaged:
        known = s[moments.valid_reason_advised]
        advised = known[bisect_left(known, disengaged[0].on) :]
        reason = (
            valid_reason.found(False, ("on", advised[0]), ("clock_paused", False))
            if advised
            else no_valid_reason.found(True, ("clock_paused", False))
        )
        findings.append(reason)
        if disengaged_on(s, s.as_of):
            findings.append(_may_return(s, s.as_of))
    return findings


def _engaged(s: Situation) -> Finding:
    return is_engaged.found(False, ("attended", bool(s[days_met])), ("on_provision", s[journey].end_date is None))


def _tell(s: Situation, disengaged: Occurrence) -> Finding:
    """Tell DWP once five working days have passed without the participant being engaged."""
    fifth, _provisional = last_day(FIVE_DAYS, disengaged.on, s.calendar)
    if fifth is None:
        return TELL_DWP.unknown(unknown_days(s.calendar))
    if _first_from(s[engaged_again], disengaged.on, fifth):
        return engaged_in_time.found(None, ("from_day", fifth), ("inform_dwp", False))
    if s.as_of < fifth:
        return days_running.found(fifth, ("from_day", fifth))
    return _whether_told(s, fifth, "five_working_days", NotificationTopic.DISENGAGEMENT)


def engaged_again(s: Situation) -> Days:
    """The days on which the participant engaged, as recorded or by attending a meeting."""
    return sorted([*[told["on"] for told in s.rows(ReEngaged)], *s[days_met]])


def _first_from(days: Days, first: date, last: date) -> bool:
    """Whether one of some days, in order, lies between two days, both counted."""
    place = bisect_left(days, first)
    return place < len(days) and days[place] <= last


def told_dwp(s: Situation) -> Mapping[NotificationTopic | None, Days]:
    """The days on which DWP was told, by what about."""
    days: dict[NotificationTopic | None, list[date]] = {}
    for telling in s.of(Notification):
        if telling.recipient in DWP_OR_NOT_SAID:
            days.setdefault(telling.topic, []).append(telling.on)
    return days


def _whether_told(s: Situation, from_day: date, trigger: str, *topics: NotificationTopic) -> Finding:
    days = [s[told_dwp].get(topic, ()) for topic in topics] if s.of(Notification) else ()
    done = bool(days) and any(_first_from(known, from_day, s.as_of) for known in days)
    return (told if done else to_be_told).found(
        from_day, ("from_day", from_day), ("trigger", trigger), ("inform_dwp", True)
    )


def _declared(s: Situation) -> list[Finding]:
    """Tell DWP when the participant declares that they want no further part."""
    if not s[wishes_to_leave]:
        return []
    end = s[journey].end_date
    wishes = [on for on in s[wishes_to_leave] if end is None or on <= end]
    topics = (NotificationTopic.WITHDRAWAL, NotificationTopic.DISENGAGEMENT)
    return [_whether_told(s, on, "declared", *topics) for on in wishes]


def _returned(s: Situation) -> list[Finding]:
    """Tell DWP when the participant engages again; and whether there was a right to."""
    findings: list[Finding] = []
    first = s[clock].start
    for told in s.rows(ReEngaged):
        on = told["on"]
        if on >= first:
            findings.append(_may_return(s, on))
            findings.append(_whether_told(s, on, "re_engaged", NotificationTopic.RE_ENGAGEMENT))
    return findings


def _may_return(s: Situation, on: date) -> Finding:
    end = s[journey].end_date
    if end is not None and on > end:
        return may_not_re_engage.found(False, ("on", on), ("ended", end))
    return may_re_engage.found(True, ("on", on))
