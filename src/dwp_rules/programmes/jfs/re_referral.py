"""Whether someone may be referred to Job Finding Support again (3.41, 3.42, 5.13 to 5.19), and what follows."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dwp_rules.facts import Case, PreReferralStep, PreviousParticipation, Referral, ReferralStep
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.jfs.completion import COMPLETED
from dwp_rules.programmes.jfs.durations import count_between, maximum_end, maximum_from
from dwp_rules.programmes.jfs.eligibility import ELIGIBILITY
from dwp_rules.programmes.jfs.provision import journey
from dwp_rules.programmes.jfs.referral import confirmed
from dwp_rules.programmes.jfs.referral_moments import acknowledge_by
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.starting_moments import start_day
from dwp_rules.programmes.jfs.suitability import SUITABILITY
from dwp_rules.rules import AllOf, Condition, FactValue, Finding, Question, Rule, Verdict
from dwp_rules.rules.verdicts import RANK

__all__ = ["RE_REFERRAL", "re_referral_findings"]

CHAPTER_3 = Rule(
    "JFS-REREF-01",
    "Re-referral test in chapter 3",
    GUIDANCE.paragraphs("3.42"),
    note="Besides eligibility and suitability, which JFS-REREF-03 asks: not completed, and not re-referred before.",
    counts_by=("JFS-REREF-04",),
)
passes_chapter_3 = CHAPTER_3.met("not_completed", "has not completed the programme, nor been re-referred, before")
completed_before = CHAPTER_3.not_met("previously_completed", "has completed the programme before")
re_referred_by_3 = CHAPTER_3.not_met("already_re_referred", "has been re-referred before")

CHAPTER_5 = Rule(
    "JFS-REREF-02",
    "Re-referral test in chapter 5",
    GUIDANCE.paragraphs("5.16"),
    note="As chapter 3, but the maximum of 20 working days not reached takes the place of not having completed.",
    counts_by=("JFS-CAL-01", "JFS-DUR-02", "JFS-REREF-04"),
)
passes_chapter_5 = CHAPTER_5.met("maximum_not_reached", "did not reach the 20 days, nor was re-referred, before")
maximum_before = CHAPTER_5.not_met("previously_reached_maximum_duration", "reached the maximum of 20 days before")
re_referred_by_5 = CHAPTER_5.not_met("already_re_referred", "has been re-referred before")

BOTH = Rule(
    "JFS-REREF-03",
    "Both tests together",
    GUIDANCE.paragraphs("3.41", "3.42", "5.13", "5.14", "5.15", "5.16"),
    note="Each list says that all its criteria must be met, and neither that it stands alone. 'Still meets the "
    "criteria' is literal: the 13 weeks, or another route, must hold again on the day of the new referral.",
)
reassessed = BOTH.met("reassessed", "the work coach has reassessed, and finds it the most suitable option")(True)
not_most_suitable = BOTH.not_met("work_coach_reassessment", "the work coach does not find it the most suitable option")(
    False
)
coach_decides = BOTH.discretionary("work_coach_decides", "the work coach reassesses whether it is the most suitable")(
    None
)
still_meets = BOTH.met("still_meets_criteria", "still eligible and suitable on {on}")
no_longer_meets = BOTH.not_met("eligibility_suitability", "not eligible, or not suitable, on {on}")

ONLY_ONCE = Rule(
    "JFS-REREF-04",
    "What counts as a re-referral; only once",
    GUIDANCE.paragraphs("Annex 3 (Re-referral)", "3.40", "3.42"),
    note="Of someone who has taken part before: a new referral after one without a start is a fresh one.",
)
within_limit = ONLY_ONCE.met("within_limit", "{re_referrals} re-referrals, this one included")
already_re_referred = ONLY_ONCE.not_met(
    "already_re_referred", "{re_referrals} re-referrals, this one included; one is allowed"
)

EFFECT = Rule(
    "JFS-REREF-05",
    "Effect of a re-referral",
    GUIDANCE.paragraphs("5.17", "5.18"),
    counts_by=("JFS-CAL-01", "JFS-REF-03", "JFS-DUR-02"),
)
restarts = EFFECT.met(
    "restarts", "acknowledged by {acknowledge_by}, the full offer again from day one, to {maximum_end}"
)

FIRST_RECORD = Rule(
    "JFS-REREF-06",
    "Close the first record",
    GUIDANCE.paragraphs("5.19"),
    counts_by=("JFS-CAL-01", "JFS-DUR-02"),
)
new_start_holds = FIRST_RECORD.met("record_closed", "the new start of {effective_start} holds, to {maximum_end}")
first_start_holds = FIRST_RECORD.not_met(
    "record_open", "the first record is open: its start of {effective_start} still holds, to {maximum_end}"
)
ONE_RE_REFERRAL = 1


class Earlier(NamedTuple):
    """An earlier referral: whether it led to a start, how that ended, and whether it was itself a re-referral."""

    referred: date
    started: date | None
    completed: bool | None
    reached_maximum: bool | None
    was_re_referral: bool | None
    record_closed: bool | None


def earlier_referrals(s: Situation) -> tuple[Earlier, ...] | Unknown:
    """The earlier referrals of the person, oldest first, from earlier cases and from what is told."""
    told = s.participant.previous_participations
    if told is None and not s.previous:
        return Unknown("previous_participations")
    known = [_as_told(s, one) for one in told or () if one.programme == s.case.programme]
    known += [_from_case(s, case) for case in s.previous]
    return tuple(sorted(known, key=lambda one: one.referred))


def _as_told(s: Situation, one: PreviousParticipation) -> Earlier:
    started, ended = one.started_on, one.ended_on
    reached = one.reached_maximum
    if reached is None and started is not None and ended is not None:
        last = maximum_from(s, started)
        reached = None if last is None else ended >= last
    completed = None if one.end_reason is None else one.end_reason == COMPLETED
    referred = one.referred_on or started or date.min
    if started is None:
        completed, reached = completed or False, reached or False
    return Earlier(referred, started, completed, reached, one.was_re_referral, one.record_closed)


def _from_case(s: Situation, case: Case) -> Earlier:
    seen = Situation(case, s.as_of, s.calendar, s._options, s.parameters)
    provision, referrals = seen[journey], seen.of(Referral)
    started, end = provision.start, provision.end_date
    last = None if started is None else maximum_from(s, started)
    reached = last is not None and (end or s.as_of) >= last
    referred = referrals[0].on if referrals else started or date.min
    return Earlier(referred, started, provision.end_reason == COMPLETED, reached, None, end is not None)


def history(s: Situation) -> tuple[bool, ...] | Unknown:
    """Whether each of the earlier referrals was a re-referral and, last, whether the new one is."""
    earlier = s[earlier_referrals]
    if isinstance(earlier, Unknown):
        return earlier
    any_second = s.reading("re_referral_means") == "any_second"
    taken_part, flags = False, []
    for place, one in enumerate(earlier):
        again = place > 0 if any_second else taken_part
        flags.append(again if one.was_re_referral is None else one.was_re_referral)
        taken_part = taken_part or one.started is not None
    return (*flags, bool(earlier) if any_second else taken_part)


def work_coach_reassessment(s: Situation, _on: date) -> Finding:
    """Subject to a work coach's re-assessment of whether it is the most suitable option (3.41, 5.13)."""
    weighed = [p.best_option for p in s.of(PreReferralStep) if p.step is ReferralStep.WORK_COACH_ASSESSMENT]
    if not weighed or weighed[-1] is None:
        return coach_decides
    return reassessed if weighed[-1] else not_most_suitable


def still_eligible_and_suitable(s: Situation, on: date) -> Finding:
    """Still meets the eligibility and suitability criteria (3.42, 5.16)."""
    told = s[confirmed]
    decisions = (s.decided(ELIGIBILITY, on), s.decided(SUITABILITY, on))
    verdicts = [
        decision.verdict if one is None else (Verdict.MET if one else Verdict.NOT_MET)
        for one, decision in zip(told, decisions, strict=True)
    ]
    if Verdict.NOT_MET in verdicts:
        return no_longer_meets.found(False, ("on", on))
    if Verdict.UNDETERMINED in verdicts:
        return BOTH.unknown(*dict.fromkeys(name for decision in decisions for name in decision.missing))
    return coach_decides if Verdict.DISCRETIONARY in verdicts else still_meets.found(True, ("on", on))


def re_referred_once(s: Situation, _on: date) -> Finding:
    """Not re-referred before (3.42, 5.16)."""
    flags = s[history]
    if isinstance(flags, Unknown):
        return ONLY_ONCE.unknown(*flags.missing)
    total = sum(flags)
    allowed = total <= ONE_RE_REFERRAL
    facts: dict[str, FactValue] = {"is_re_referral": flags, "re_referrals": total, "within_limit": allowed}
    return (within_limit if allowed else already_re_referred)(total, **facts)


def not_completed_before(s: Situation, _on: date) -> Finding:
    """Not completed the programme before (3.42)."""
    earlier, flags = s[earlier_referrals], s[history]
    if isinstance(earlier, Unknown) or isinstance(flags, Unknown):
        return CHAPTER_3.unknown("previous_participations")
    if any(one.completed for one in earlier):
        return completed_before(False)
    if any(flags[:-1]):
        return re_referred_by_3(False)
    if any(one.completed is None for one in earlier):
        return CHAPTER_3.unknown("previous_participations.end_reason")
    return passes_chapter_3(True)


def maximum_not_reached_before(s: Situation, _on: date) -> Finding:
    """Not reached the maximum of 20 days before (5.16)."""
    earlier, flags = s[earlier_referrals], s[history]
    if isinstance(earlier, Unknown) or isinstance(flags, Unknown):
        return CHAPTER_5.unknown("previous_participations")
    if any(one.reached_maximum for one in earlier):
        return maximum_before(False)
    if any(flags[:-1]):
        return re_referred_by_5(False)
    if any(one.reached_maximum is None for one in earlier):
        return CHAPTER_5.unknown("previous_participations.reached_maximum")
    return passes_chapter_5(True)


class AskedUnder:
    """A condition whose finding always stands in the decision, and decides only under some options of a reading."""

    __slots__ = ("condition", "options", "reading")

    def __init__(self, reading: str, options: tuple[str, ...], condition: Condition[Situation]) -> None:
        self.reading = reading
        self.options = options
        self.condition = condition

    def judge(self, situation: Situation, on: date, findings: list[Finding]) -> int:
        """Test it, keep the finding, and give its rank where it is asked."""
        rank = self.condition.judge(situation, on, findings)
        return rank if situation.reading(self.reading) in self.options else RANK[Verdict.MET]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rule of the condition."""
        return self.condition.rules


RE_REFERRAL = Question(
    BOTH,
    AllOf(
        Condition(BOTH, work_coach_reassessment),
        Condition(BOTH, still_eligible_and_suitable),
        Condition(ONLY_ONCE, re_referred_once),
        AskedUnder("re_referral_test", ("both", "para_3_42"), Condition(CHAPTER_3, not_completed_before)),
        AskedUnder("re_referral_test", ("both", "para_5_16"), Condition(CHAPTER_5, maximum_not_reached_before)),
    ),
)


def re_referral_findings(s: Situation) -> Sequence[Finding]:
    """What a re-referral gives, and whether the record of the first is closed; only for one that is a re-referral."""
    earlier = s[earlier_referrals]
    if isinstance(earlier, Unknown) or not s.of(Referral):
        return ()
    started = [one for one in earlier if one.started is not None]
    if not started:
        return ()
    facts: dict[str, FactValue] = {"acknowledge_by": s[acknowledge_by], "maximum_end": s[maximum_end]}
    restart = restarts(s[maximum_end], **facts, full_offer=True, restart_from_day_one=True)
    return (restart, *_first_record(s, started[-1]))


def _first_record(s: Situation, first: Earlier) -> Sequence[Finding]:
    start = s[start_day]
    if not start:
        return ()
    if first.record_closed is None:
        return (FIRST_RECORD.unknown("previous_participations.record_closed"),)
    effective = start[0] if first.record_closed or first.started is None else first.started
    last = maximum_from(s, effective)
    if last is None:
        return (FIRST_RECORD.unknown("the working days after the start"),)
    left = count_between(s.calendar, start[0], last) if start[0] < last else 0
    facts: dict[str, FactValue] = {"maximum_end": last, "working_days_left_at_new_start": left}
    reason = new_start_holds if first.record_closed else first_start_holds
    return (reason(effective, effective_start=effective, **facts),)
