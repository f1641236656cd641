"""Whom Job Finding Support suits (2.03)."""

from datetime import date

from dwp_rules.calendar import weeks
from dwp_rules.facts import Channel, PreReferralStep
from dwp_rules.facts.flags import flag
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import AllOf, Condition, Finding, Question, Rule, Verdict

__all__ = ["SUITABILITY", "overall"]

OVERALL = Rule(
    "JFS-SUIT-07",
    "Overall suitability",
    GUIDANCE.paragraphs("2.03"),
    note="A recent education leaver is flagged, not failed.",
)
suitable = OVERALL.met("suitable", "suitable; to be weighed: {flags}")
not_suitable = OVERALL.not_met("not_suitable", "not suitable; failing: {failed}")
decided_by_work_coach = OVERALL.discretionary("work_coach_decides", "the work coach decides")

OTHER_PROVISION = Rule(
    "JFS-SUIT-01",
    "Not on other provision",
    GUIDANCE.paragraphs("2.03"),
    note="Whether the programme would help someone on other provision is for the work coach.",
)
on_no_other = OTHER_PROVISION.met("on_no_other_provision", "on no other provision")(True)
helped_all_the_same = OTHER_PROVISION.met(
    "helped_all_the_same", "on {provision}, and the work coach believes that this programme will help"
)
on_other = OTHER_PROVISION.not_met(
    "on_other_provision", "on {provision}, and not believed to be helped by this programme"
)
coach_decides = OTHER_PROVISION.discretionary(
    "work_coach_decides", "on {provision}: the work coach decides whether this programme will help"
)


def not_on_other_provision(s: Situation, on: date) -> Finding:
    """Not normally on other provision, unless the work coach believes that this one will benefit them (2.03)."""
    spells = spells_on(s.participant.other_provision, on)
    if spells is None:
        return OTHER_PROVISION.unknown("other_provision")
    if not spells:
        return on_no_other
    provision = spells[0].name
    believed = [step.best_option for step in s.of(PreReferralStep) if step.best_option is not None]
    if not believed:
        return coach_decides.found(None, ("provision", provision))
    return (helped_all_the_same if believed[-1] else on_other).found(believed[-1], ("provision", provision))


NOT_IN_WORK = Rule(
    "JFS-SUIT-02",
    "Not in work",
    GUIDANCE.paragraphs("2.03", "Annex 3 (Benefits)"),
    note="That Universal Credit may be claimed while working does not widen suitability. A zero hours contract bars "
    "even when no hours are worked. Gainful self-employment is read as being in employment.",
)
no_work = flag(
    NOT_IN_WORK,
    "in_paid_work",
    yes=("in_work", "in employment, which this programme is not for"),
    no=("not_in_work", "not in employment"),
    wanted=False,
)
no_zero_hours = flag(
    NOT_IN_WORK,
    "zero_hours_contract",
    yes=("zero_hours_contract", "holds a zero hours contract, which bars"),
    no=("no_zero_hours_contract", "holds no zero hours contract"),
    wanted=False,
)

NEEDS = Rule(
    "JFS-SUIT-03",
    "Needs the support; recent education leavers",
    GUIDANCE.paragraphs("2.03"),
    note="That full-time education ended no more than 26 weeks (182 days) ago is weighed and recorded; it neither "
    "bars nor admits.",
)
needs_it = NEEDS.met("needs_support", "assessed as needing the support and likely to gain from it")
needs_it_weighed = NEEDS.met(
    "needs_support_recent_leaver",
    "assessed as needing the support; left full-time education on {left}, which was weighed",
)
needs_it_not = NEEDS.not_met("does_not_need_support", "not assessed as needing the support and gaining from it")
barred_leaver = NEEDS.not_met("recent_education_leaver", "left full-time education on {left}, within the last 26 weeks")
TWENTY_SIX_WEEKS = weeks(26)
RECENT_LEAVER = "recent_education_leaver"


def needs_the_support(s: Situation, on: date) -> Finding:
    """Needs and benefits from the support, a recent end of full-time education considered (2.03)."""
    left, needs = s.participant.left_full_time_education_on, s.participant.needs_this_support
    recent = left is not None and on <= TWENTY_SIX_WEEKS.after(left)
    facts = {RECENT_LEAVER: recent, "consideration_must_be_recorded": recent}
    if recent and s.reading("recent_leaver") == "bar":
        return barred_leaver(False, left=left, **facts)
    if needs is None:
        return NEEDS.unknown("needs_this_support")
    if not needs:
        return needs_it_not(False, **facts)
    return needs_it_weighed(True, left=left, **facts) if recent else needs_it(True, **facts)


REMOTE = Rule(
    "JFS-SUIT-04",
    "Able to take part remotely",
    GUIDANCE.paragraphs("2.03"),
    note="'And/or' is read as at least one of video and telephone.",
)
capable = flag(
    REMOTE,
    "able_to_take_part",
    yes=("capable", "capable of taking part"),
    no=("not_capable", "not capable of taking part"),
)
can_be_reached = REMOTE.met("can_be_reached", "can use: {channels}")
cannot_be_reached = REMOTE.not_met("cannot_be_reached", "can use: {channels}; needed is video or telephone")
REMOTE_CHANNELS = frozenset({Channel.VIDEO, Channel.TELEPHONE})


def by_video_or_telephone(s: Situation, _on: date) -> Finding:
    """Able to work on-line by video conference, by telephone, or both (2.03)."""
    channels = s.participant.usable_channels
    if channels is None:
        return REMOTE.unknown("usable_channels")
    reachable = bool(channels & REMOTE_CHANNELS)
    return (can_be_reached if reachable else cannot_be_reached).found(reachable, ("channels", tuple(sorted(channels))))


VOLUNTEERS = Rule("JFS-SUIT-05", "Volunteers", GUIDANCE.paragraphs("2.03", "2.01", "3.03"))
volunteers = flag(
    VOLUNTEERS,
    "volunteers",
    yes=("volunteers", "wishes to volunteer"),
    no=("does_not_volunteer", "does not wish to volunteer, and nobody is compelled"),
)

MOTIVATED = Rule("JFS-SUIT-06", "Motivated", GUIDANCE.paragraphs("2.03"))
motivated = flag(
    MOTIVATED,
    "motivated_to_find_work",
    yes=("motivated", "motivated to find work"),
    no=("not_motivated", "not motivated to find work"),
)
active = flag(
    MOTIVATED,
    "will_participate_actively",
    yes=("active", "ready to take an active part"),
    no=("not_active", "not ready to take an active part"),
)

SUITABILITY = Question(
    OVERALL,
    AllOf(
        Condition(OTHER_PROVISION, not_on_other_provision),
        no_work,
        no_zero_hours,
        Condition(NEEDS, needs_the_support),
        capable,
        Condition(REMOTE, by_video_or_telephone),
        volunteers,
        motivated,
        active,
    ),
)
FAILING = {
    OTHER_PROVISION.id: "other_provision",
    NOT_IN_WORK.id: "employment",
    NEEDS.id: "needs_support",
    REMOTE.id: "remote_participation",
    VOLUNTEERS.id: "volunteering",
    MOTIVATED.id: "motivation",
}
"""What a criterion that fails is called."""


def overall(s: Situation, on: date) -> Finding:
    """Suitable or not, with the criteria that fail and what is flagged to be weighed."""
    decision = s.decided(SUITABILITY, on)
    flags = tuple(RECENT_LEAVER for f in decision.findings if f.rule is NEEDS and f.facts.get(RECENT_LEAVER))
    if decision.verdict is Verdict.MET:
        return suitable.found(True, ("suitable", True), ("failed", ()), ("flags", flags))
    if decision.verdict is Verdict.UNDETERMINED:
        return OVERALL.unknown(*decision.missing)
    if decision.verdict is Verdict.DISCRETIONARY:
        return decided_by_work_coach(None)
    failed = dict.fromkeys(FAILING[f.rule.id] for f in decision.findings if f.verdict is Verdict.NOT_MET)
    return not_suitable.found(False, ("suitable", False), ("failed", tuple(failed)), ("flags", flags))
