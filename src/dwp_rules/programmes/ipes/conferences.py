"""Case conferences, key workers and work experience in IPES (1.13, 2.6, 2.26, 2.34, 2.43 to 2.45)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dwp_rules.calendar import date_of_day, months
from dwp_rules.facts import Activity, ActivityKind, AppointmentBooked, Meeting, MeetingType
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.ipes.counting import DAYS, MONTHS
from dwp_rules.programmes.ipes.documents import conferences_held
from dwp_rules.programmes.ipes.moments import phase_on
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.timeline import NOT_IN_WORK, PRE_WORK, into_the_extension, journey
from dwp_rules.programmes.ipes.work import clock, in_work, start_day
from dwp_rules.provision import Provision
from dwp_rules.rules import Finding, Rule

__all__ = ["conference_findings", "handback_arranged", "support_findings"]

TARGETS = Rule(
    "IPES-CASECONF-01",
    "Three case conferences at regular intervals before work",
    SPEC.paragraphs("2.43", "1.13"),
    note="Regular intervals has no number: thirds of 456 days, without a tolerance. '15 months' is day 455 to 459, "
    "depending on the start: day 456 is used.",
    counts_by=(*DAYS, *MONTHS),
)
targets_set = TARGETS.met(
    "targets", "conferences on days {target_days}: {target_dates}; 15 months are over on {fifteen_months}"
)

HANDBACK = Rule(
    "IPES-CASECONF-02",
    "Warm handback due when not in work after 456 days",
    SPEC.paragraphs("2.43", "4.35 (CSS 4)", "2.50"),
    note="Work on day 457 decides. A job lost in the extension does not call for it; a participant disengaged on "
    "day 456 does.",
    counts_by=DAYS,
)
handback_due = HANDBACK.met("required", "not in work after 456 days: the warm handback is required, on {target_date}")
handback_expected = HANDBACK.met("required_unless_in_work", "required on {target_date} unless in work on day 457")
handback_not_due = HANDBACK.not_met("not_required", "no warm handback: {why}")

JOBCENTRE_TIME = Rule(
    "IPES-CASECONF-03",
    "At most one hour of Jobcentre time per conference",
    SPEC.paragraphs("2.43"),
    note="Preparation is discussed if required: where none is told there was none.",
)
within_the_hour = JOBCENTRE_TIME.met("within_limit", "{total_minutes} minutes on {on}, preparation included")
over_the_hour = JOBCENTRE_TIME.not_met(
    "over_limit", "{total_minutes} minutes on {on}, preparation included; at most {limit}"
)

STILL_DUE = Rule(
    "IPES-CASECONF-05",
    "No further conferences once in work",
    SPEC.paragraphs("2.45"),
    note="While in work only: the requirement revives when pre-work support resumes. The last depends on work on "
    "day 457.",
    counts_by=DAYS,
)
targets_due = STILL_DUE.met("still_due", "conferences due: {still_due}")

KEY_WORKER = Rule(
    "IPES-CONTACT-03",
    "One consistent key worker, in work too",
    SPEC.paragraphs("1.13", "2.26", "2.64"),
    note="So far as possible: how many there were is for judgement, a day without one is not.",
)
covered = KEY_WORKER.met("covered", "{key_workers} key workers, one on every day from {start} to {end}")
uncovered = KEY_WORKER.not_met(
    "uncovered", "{key_workers} key workers; none on {uncovered_days} days from {start} to {end}"
)

EXPERIENCE = Rule(
    "IPES-WORKEXP-01",
    "Sixteen hours' unpaid experience in a work environment before work",
    SPEC.paragraphs("2.6", "2.34", "2.30"),
    note="16 hours in all, more is harmless. 2.34 says all participants: of someone who found work first it is not "
    "met, and not enforceable while work lasts.",
)
experienced = EXPERIENCE.met("met", "{hours} hours of unpaid experience in pre-work support, of {needed}")
inexperienced = EXPERIENCE.not_met(
    "too_few_hours", "{hours} hours of unpaid experience in pre-work support; {needed} are needed"
)
not_enforceable = EXPERIENCE.not_met(
    "not_enforceable_in_work", "{hours} hours of {needed}; not enforceable while in work"
)

FIFTEEN_MONTHS = months(15)


def conference_findings(s: Situation) -> Sequence[Finding]:
    """When conferences are due, which lapse in work, the handback, and the Jobcentre's time at each that was held."""
    if not s[start_day]:
        return ()
    provision = s[journey]
    targets = _targets(s[clock].start, s.count("case_conferences"), s.count("pre_work_days"))
    dates = targets.dates
    handback = _handback(s, provision, dates[-1])
    still_due = tuple([on for on in dates if _is_due(s, provision, on, dates[-1], handback)])
    findings = [targets.finding, handback, targets_due.found(still_due, ("still_due", still_due))]
    held = s[conferences_held]
    return [*findings, *[_jobcentre_time(s, meeting) for meeting in held]] if held else findings


class Targets(NamedTuple):
    """The days for conferences, and the finding that tells them."""

    dates: tuple[date, ...]
    finding: Finding


@lru_cache(maxsize=2048)
def _targets(start: date, number: int, pre_work: int) -> Targets:
    """The days that divide the 456 into equal parts."""
    days = tuple(pre_work * part // number for part in range(1, number + 1))
    dates = tuple(date_of_day(start, day) for day in days)
    fifteen = FIFTEEN_MONTHS.after(start)
    return Targets(
        dates, targets_set.found(dates, ("target_days", days), ("target_dates", dates), ("fifteen_months", fifteen))
    )


def _handback(s: Situation, provision: Provision, target: date) -> Finding:
    if provision.missing:
        return HANDBACK.unknown(*provision.missing)
    if provision.end_reason == NOT_IN_WORK and not provision.provisional:
        return handback_due.found(target, ("required", True), ("target_date", target))
    if into_the_extension(provision):
        return handback_not_due.found(None, ("required", False), ("why", "in work on day 457"))
    if provision.end_date is not None and not provision.provisional:
        return handback_not_due.found(None, ("required", False), ("why", "provision ended early"))
    if in_work(s, s.as_of):
        return handback_not_due.found(None, ("required", False), ("why", "in work"))
    return handback_expected.found(target, ("required", True), ("target_date", target))


def _is_due(s: Situation, provision: Provision, on: date, last: date, handback: Finding) -> bool:
    """Whether a conference falls in no work; the last, whether there is none on day 457."""
    if provision.end_date is not None and on > provision.end_date:
        return False
    return not in_work(s, on) if on != last else handback.value is not None


def handback_arranged(s: Situation) -> bool:
    """Whether a warm handback took place or was arranged."""
    held = [m for m in s.of(Meeting) if m.type is MeetingType.WARM_HANDBACK]
    return bool(held) or any(b.type is MeetingType.WARM_HANDBACK for b in s.of(AppointmentBooked))


def _jobcentre_time(s: Situation, meeting: Meeting) -> Finding:
    if meeting.minutes is None:
        return JOBCENTRE_TIME.unknown("meeting.minutes")
    total, limit = meeting.minutes + (meeting.preparation_minutes or 0), s.count("conference_minutes")
    if meeting.preparation_minutes is None and total <= limit:
        return JOBCENTRE_TIME.unknown("meeting.preparation_minutes")
    reason = within_the_hour if total <= limit else over_the_hour
    return reason.found(total, ("on", meeting.on), ("total_minutes", total), ("limit", limit))


def support_findings(s: Situation) -> Sequence[Finding]:
    """The key workers and the hours of work experience of someone who has started."""
    return (_key_workers(s), _experience(s)) if s[start_day] else ()


def _key_workers(s: Situation) -> Finding:
    workers = s.participant.key_workers
    if workers is None:
        return KEY_WORKER.unknown("key_workers")
    start, end = s[start_day][0], s[journey].end_date or s.as_of
    days: set[int] = set()
    names: set[str] = set()
    for spell in workers:
        first, last = max(spell.starts_on, start), min(spell.ends_on or end, end)
        if first <= last:
            days.update(range(first.toordinal(), last.toordinal() + 1))
            names.add(spell.name)
    missing = (end - start).days + 1 - len(days)
    reason = uncovered if missing else covered
    return reason.found(
        len(names), ("key_workers", len(names)), ("uncovered_days", missing), ("start", start), ("end", end)
    )


def _experience(s: Situation) -> Finding:
    needed = s.count("work_experience_hours")
    certain, possible = Decimal(0), Decimal(0)
    for told in s.rows(Activity):
        if told["activity"] is not ActivityKind.WORK_EXPERIENCE or phase_on(s, told["on"]) != PRE_WORK:
            continue
        paid, hours = told["paid"], told["hours"]
        if paid or told["in_plan"] is False:
            continue
        if hours is None:
            return EXPERIENCE.unknown("activity.hours")
        possible += hours
        certain += 0 if paid is None else hours
    if certain >= needed:
        return experienced.found(certain, ("hours", certain), ("needed", needed))
    if possible >= needed:
        return EXPERIENCE.unknown("activity.paid")
    if in_work(s, s.as_of) and s[journey].end_date is None:
        return not_enforceable.found(certain, ("hours", certain), ("needed", needed))
    return inexperienced.found(certain, ("hours", certain), ("needed", needed))
