"""The standards of chapter 16 the slow way: WHP JETS (paragraph 38) and WHP Core (paragraph 37)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tests.portfolio.slow import ONE_DAY, Events, day_after, nth_day, working_day_after, working_days_before
from tests.portfolio.slow_outcomes import day_reached, jobs_that_count, traded, weeks_complete
from tests.portfolio.slow_standards import (
    MET,
    NOT_MET,
    UNDETERMINED,
    Item,
    Items,
    Judged,
    Slow,
    acknowledged_on,
    attempts,
    first_from,
    held,
    issued,
    month_of,
    received_on,
    rejected,
    results_entered,
    stands,
    updated,
    within,
)

__all__ = ["CORE", "JETS", "backlog"]

# ── the way in ───────────────────────────────────────────────────────────────────────────────────────────────────


def acknowledged(events: Events) -> Items:
    """JETS CSS1, Core CSS1: within 2 working days of receipt."""
    received = received_on(events)
    return [] if received is None else [within(events, received, 2, acknowledged_on(events))]


def contacted(events: Events) -> Items:
    """JETS CSS4: reached within 2 working days of receipt."""
    received = received_on(events)
    if received is None or rejected(events):
        return []
    made = [one.on for one in events.of("contact", result="made") if one.by != "participant"]
    met = [one.on for one in events.of("meeting", attended=True)]
    return [within(events, received, 2, [*made, *met])]


def attempted(events: Events) -> Items:
    """Core CSS2: tried to reach within 2 working days of receipt."""
    received = received_on(events)
    if received is None or rejected(events):
        return []
    met = [one.on for one in events.of("meeting", attended=True)]
    return [within(events, received, 2, [*attempts(events), *met])]


def appointment(events: Events) -> Items:
    """JETS CSS5a, Core CSS3a: met within 15 working days; one who never came is judged by the result."""
    received, met = received_on(events), held(events, "initial")
    if received is None or rejected(events) or (events.of("referral_cancelled") and not met):
        return []
    return [within(events, received, 15, met)]


def result(events: Events) -> Items:
    """JETS CSS5b, Core CSS3b: a result on PRaP by the 15th working day."""
    received = received_on(events)
    return [] if received is None or rejected(events) else [within(events, received, 15, results_entered(events))]


def out_of_backlog(events: Events) -> Items:
    """JETS CSS3, Core CSS5: acknowledged and with a result within 25 working days."""
    received, results, answers = received_on(events), results_entered(events), acknowledged_on(events)
    if received is None or rejected(events):
        return []
    if results is None:
        return [within(events, received, 25, None)]
    cleared = [max(results[0], min(answers))] if results and answers else []
    return [within(events, received, 25, cleared)]


def backlog(events: Events, on: date) -> list[Judged]:
    """JETS CSS2, Core CSS4: at the end of a day, the acknowledgement or the result open past its deadline."""
    received = received_on(events)
    if received is None or received > on:
        return []
    month = month_of(received)
    refusals = events.of("referral_acknowledged", decision="reject")
    if any((events.entered(one) or one.on) <= on for one in refusals):
        return [Judged(month, MET)]
    answers, results = acknowledged_on(events), results_entered(events)
    open_past = not any(day <= on for day in answers) and on > working_day_after(received, 2)
    result_late = on > working_day_after(received, 15)
    unknown = results is None and result_late
    if results is not None and result_late and not any(day <= on for day in results):
        open_past = True
    return [Judged(month, NOT_MET if open_past else UNDETERMINED if unknown else MET)]


# ── on provision ─────────────────────────────────────────────────────────────────────────────────────────────────


class Life(NamedTuple):
    """The last day on provision, or the last possible one; whether it has come, and whether that is not known."""

    start: date
    last: date
    ended: bool
    unsure: bool


def jets_life(events: Events) -> Life | None:
    """182 days (1.13), or fewer: one who is not mandated leaves, is sent elsewhere, or reaches an outcome (1.18)."""
    start = events.start
    if start is None:
        return None
    full_term = nth_day(start, 182)
    bound = [
        (spell.starts_on, spell.ends_on)
        for spell in events.participant.participation_basis
        if spell.basis == "mandated" and spell.scope != "first_appointment"
    ]
    ends = [
        left.on
        for left in events.of("withdrawal", stage="on_provision")
        if not any(first <= left.on and (last is None or left.on <= last) for first, last in bound)
    ]
    ends += [decision.on for decision in events.of("exit_decision", ends_programme=True)]
    jobs = jobs_that_count(events, start)
    begun = min(jobs.values(), default=None)
    if begun is not None and begun <= full_term:
        earned = day_reached(events, jobs, begun, nth_day(start, 238), Decimal(1000))
        ends += [] if earned is None else [earned]
    trade = weeks_complete(events, traded(events), start, nth_day(start, 238), 8)
    if trade.on is not None:
        ends.append(trade.on)
    end = min([day for day in ends if day < full_term], default=full_term)
    if trade.undetermined and trade.perhaps_on is not None and trade.perhaps_on < end:
        return Life(start, full_term, ended=False, unsure=True)
    return Life(start, end if end <= events.as_of else full_term, ended=end <= events.as_of, unsure=False)


def core_life(events: Events) -> Life | None:
    """456 days, unless an earlier end is entered."""
    start = events.start
    if start is None:
        return None
    entered = [end.on for end in events.of("provision_ended", reason="ended_early")]
    end = min([nth_day(start, 456), *entered])
    return Life(start, end if end <= events.as_of else nth_day(start, 456), ended=end <= events.as_of, unsure=False)


def spells_of_work(events: Events, *kinds: str) -> list[tuple[date, date | None]]:
    """The first and the last day of each spell of work, the last None while it goes on."""
    spells = []
    for job in events.of("work_started"):
        if job.work in kinds:
            over = [one.on for one in events.of("work_ended", work_id=job.work_id) if one.on >= job.on]
            spells.append((job.on, min(over, default=None)))
    return spells


def in_work_on(events: Events, day: date) -> bool:
    """Whether in any work on a day, the day on which it ends included."""
    spells = spells_of_work(events, "employed", "self_employed")
    return any(first <= day and (last is None or day <= last) for first, last in spells)


def stretches_out_of_work(events: Events, life: Life, *kinds: str) -> list[tuple[date, date]]:
    """The stretches of days on provision without work; one after a job opens on the day on which the job ended."""
    stretches: list[tuple[date, date]] = []
    opens: date | None = life.start
    for first, last in sorted(spells_of_work(events, *kinds), key=lambda spell: spell[0]):
        if opens is None or first > life.last or (last is not None and last < opens):
            continue
        if first > opens:
            stretches.append((opens, first - ONE_DAY))
        opens = last
    if opens is not None and opens <= life.last:
        stretches.append((opens, life.last))
    return stretches


def due_after(events: Events, trigger: date, by: date | None) -> date:
    """When the next contact is due: 10 working days on, or the interval that the person asked for before then."""
    due = working_day_after(trigger, 10)
    for asked in events.participant.contact_frequency or ():
        if asked.starts_on <= events.as_of and asked.starts_on <= due and (by is None or asked.starts_on < by):
            due = max(working_day_after(trigger, asked.working_days), asked.starts_on)
    return due


def each_interval(
    events: Events, stretches: list[tuple[date, date]], days: list[date], *, unsure: bool = False
) -> Items:
    """An item for each time from the opening of a stretch, or from the last contact, to the next contact in it."""
    items: Items = []
    for opens, closes in stretches:
        trigger = opens
        for day in sorted(days):
            if opens <= day <= closes:
                items.append(stands(due_after(events, trigger, day), day, events.as_of))
                trigger = day
        due = due_after(events, trigger, None)
        if due <= closes:
            unfinished = stands(due, None, events.as_of)
            items.append(Item(due, UNDETERMINED) if unsure else unfinished)
    return items


def jets_meetings(events: Events) -> Items:
    """JETS CSS8: a booked meeting every 10 working days, out of employment."""
    life = jets_life(events)
    if life is None:
        return []
    stretches = stretches_out_of_work(events, life, "employed")
    return each_interval(events, stretches, held(events, "booked"), unsure=life.unsure)


def core_meetings(events: Events) -> Items:
    """Core CSS8: a booked meeting every 10 working days, out of any work."""
    life = core_life(events)
    if life is None:
        return []
    stretches = stretches_out_of_work(events, life, "employed", "self_employed")
    return each_interval(events, stretches, held(events, "booked"))


def missed_meetings(events: Events) -> Items:
    """CSS9: someone who missed a booked meeting and gave no reason is tried within 2 working days."""
    tried = sorted([*attempts(events, not_for="first_contact"), *held(events, "booked")])
    items: Items = []
    for meeting in events.of("meeting", attended=False, type="booked"):
        explained = meeting.explained_on
        if explained is not None and explained <= events.as_of:
            tried_first = any(meeting.on <= day < explained for day in tried)
            if not tried_first and explained <= working_day_after(meeting.on, 2):
                continue
        items.append(within(events, meeting.on, 2, tried))
    return items


def standards_copy(events: Events) -> Items:
    """CSS6: a copy of the standards within 1 working day of the start, or before it."""
    start = events.start
    if start is None:
        return []
    copies = issued(events, "standards_copy", "participant")
    return [stands(working_day_after(start, 1), min(copies, default=None), events.as_of)]


def jets_plan(events: Events) -> Items:
    """JETS CSS7: the action plan final within 10 working days of the start, and agreed where that is told."""
    final, agreed = updated(events, "action_plan", "finalised"), updated(events, "action_plan", "agreed")
    done = [max(final[0], agreed[0])] if final and agreed else final
    return [] if events.start is None else [within(events, events.start, 10, done)]


def core_plan(events: Events) -> Items:
    """Core CSS7: the action plan final within 20 working days of receipt; not from someone who never started."""
    received = received_on(events)
    if received is None or rejected(events) or (events.of("referral_cancelled") and events.start is None):
        return []
    return [within(events, received, 20, updated(events, "action_plan", "finalised"))]


def report_at_end(events: Events, life: Life | None) -> Items:
    """JETS CSS10, Core CSS12a: the exit report in the last 10 working days, for those in no work at the end."""
    if life is None or (not life.unsure and in_work_on(events, life.last if life.ended else events.as_of)):
        return []
    if life.unsure:
        return [Item(None, UNDETERMINED)]
    given, opens = issued(events, "exit_report", "participant"), working_days_before(life.last, 10)
    done = first_from(given, opens)
    if done is None and given:
        return [Item(life.last, NOT_MET)]
    return [stands(life.last, done, events.as_of)]


def initial_form(events: Events) -> Items:
    """JETS CSS11, Core CSS13: the ESF initial form sent within 5 working days of the start; England only."""
    sent = issued(events, "esf_initial_form", "esf_admin_team", "dwp")
    return [] if events.start is None else [within(events, events.start, 5, sent)]


def end_form(events: Events, life: Life | None) -> Items:
    """JETS CSS12, Core CSS14: the ESF end form sent within 8 weeks of the end."""
    if life is None or not life.ended:
        return []
    sent = issued(events, "esf_end_form", "esf_admin_team", "dwp")
    return [stands(day_after(life.last, 56), first_from(sent, life.last), events.as_of)]


def answers(events: Events) -> Items:
    """The answers to the satisfaction question: by telephone only with a written record."""
    items: Items = []
    for answer in events.of("survey_response"):
        by_telephone = answer.channel == "telephone"
        if by_telephone and answer.written_record is None:
            items.append(Item(answer.on, UNDETERMINED))
        else:
            items.append(Item(answer.on, NOT_MET if by_telephone and not answer.written_record else MET))
    return items


def core_answers(events: Events) -> Items:
    """The same by customer group: without one an answer cannot be told in its split."""
    unknown = events.participant.customer_group is None
    return [
        Item(item.due, UNDETERMINED if unknown and item.standing == MET else item.standing) for item in answers(events)
    ]


# ── in work (Core) ───────────────────────────────────────────────────────────────────────────────────────────────


def needs_raised(events: Events) -> Items:
    """Core CSS10: in-work needs raised ahead of each job, since the job before it, if the provider knew of it ahead."""
    life = core_life(events)
    if life is None:
        return []
    talks = [one.on for one in events.of("contact", purpose="in_work_needs") if one.by != "participant"]
    begun = [job.on for job in events.of("work_started")]
    items: Items = []
    for job in events.of("work_started"):
        told = job.told_on if job.told_on is not None and job.told_on <= events.as_of else None
        if not life.start < job.on <= life.last or (told is not None and told > job.on):
            continue
        since = max([life.start, *(day for day in begun if day < job.on)])
        if any(since <= day < job.on for day in talks):
            items.append(Item(job.on - ONE_DAY, MET))
        else:
            items.append(Item(job.on - ONE_DAY, UNDETERMINED if told is None else NOT_MET))
    return items


def last_day_of_support(life: Life) -> date:
    """The last day of in-work support: day 639, or an early end."""
    return life.last if life.ended and life.last < nth_day(life.start, 456) else nth_day(life.start, 639)


def in_work_contact(events: Events) -> Items:
    """Core CSS11: an attempt every 10 working days in work that began on provision; jobs without a gap are one."""
    life = core_life(events)
    if life is None:
        return []
    close = last_day_of_support(life)
    spells = sorted((first, last or close) for first, last in spells_of_work(events, "employed", "self_employed"))
    joined: list[tuple[date, date]] = []
    for first, last in spells:
        if joined and first <= joined[-1][1] + ONE_DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    stretches = [(max(first, life.start), min(last, close)) for first, last in joined if first <= life.last]
    tried = [*attempts(events, not_for="first_contact"), *held(events, "booked")]
    return each_interval(events, [one for one in stretches if one[0] <= one[1]], tried)


def pack_after_job(events: Events) -> Items:
    """Core CSS12b: a pack within 10 working days of learning that a job ended, for who returns to the Jobcentre."""
    life = core_life(events)
    if life is None:
        return []
    returned = [one.on for one in events.of("change_of_circumstances", change="returned_to_jobcentre")]
    begun = [job.on for job in events.of("work_started")]
    items: Items = []
    for end in events.of("work_ended"):
        of_a_job = any(job.work_id == end.work_id for job in events.of("work_started", work="employed"))
        following = min([day for day in begun if day > end.on], default=date.max)
        if not of_a_job or not life.start <= end.on <= last_day_of_support(life):
            continue
        if any(end.on <= day <= following for day in returned):
            known = end.established_on is not None and end.established_on <= events.as_of
            given = first_from(issued(events, "exit_report", "participant"), end.on)
            due = working_day_after(end.established_on, 10) if known else None
            items.append(Item(None, UNDETERMINED) if due is None else stands(due, given, events.as_of))
    return items


def jets_report(events: Events) -> Items:
    """JETS CSS10."""
    return report_at_end(events, jets_life(events))


def core_report(events: Events) -> Items:
    """Core CSS12a."""
    return report_at_end(events, core_life(events))


JETS = {
    "CSS1": Slow(acknowledged),
    "CSS3": Slow(out_of_backlog),
    "CSS4": Slow(contacted),
    "CSS5a": Slow(appointment),
    "CSS5b": Slow(result),
    "CSS6": Slow(standards_copy),
    "CSS7": Slow(jets_plan),
    "CSS8": Slow(jets_meetings, recurs=True),
    "CSS9": Slow(missed_meetings, recurs=True),
    "CSS10": Slow(jets_report),
    "CSS11": Slow(initial_form),
    "CSS12": Slow(lambda events: end_form(events, jets_life(events))),
    "satisfaction": Slow(answers, recurs=True),
}
CORE = {
    "CSS1": Slow(acknowledged),
    "CSS2": Slow(attempted),
    "CSS3a": Slow(appointment),
    "CSS3b": Slow(result),
    "CSS5": Slow(out_of_backlog),
    "CSS6": Slow(standards_copy),
    "CSS7": Slow(core_plan),
    "CSS8": Slow(core_meetings, recurs=True),
    "CSS9": Slow(missed_meetings, recurs=True),
    "CSS10": Slow(needs_raised, recurs=True),
    "CSS11": Slow(in_work_contact, recurs=True),
    "CSS12a": Slow(core_report),
    "CSS12b": Slow(pack_after_job, recurs=True),
    "CSS13": Slow(initial_form),
    "CSS14": Slow(lambda events: end_form(events, core_life(events))),
    "satisfaction": Slow(core_answers, recurs=True),
}
