"""Before the referral: identification, the overall answers, the order of decisions, and the calendars compared."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import weeks
from dwp_rules.facts import PreReferralStep, Referral, ReferralStep
from dwp_rules.facts.moments import referral_sent
from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.jfs import claim_length, eligibility, suitability
from dwp_rules.programmes.jfs.counting import CALENDARS, counting_period
from dwp_rules.programmes.jfs.referral import agreed_to_start, by_jobcentre, confirmed
from dwp_rules.programmes.jfs.referral_moments import EIGHT_WORKING_DAYS
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import FactValue, Finding, Rule, Verdict
from dwp_rules.standards.deadlines import last_day

__all__ = ["identification_findings"]

IDENTIFIED = Rule(
    "JFS-ELIG-08",
    "Identification window",
    GUIDANCE.paragraphs("3.01"),
    note="With the claim date as day 1 the first 13 weeks end on the claim date plus 90, as in 2.02.",
)
in_first_13_weeks = IDENTIFIED.met("within_window", "identified on day {day_of_claim} of the claim")
after_13_weeks = IDENTIFIED.not_met(
    "after_window", "identified on day {day_of_claim} of the claim, after its first 13 weeks"
)
no_claim = IDENTIFIED.not_met("no_claim", "claimed no benefit on {identified_on}")

OVERVIEW = Rule(
    "JFS-ELIG-11",
    "Overview test: recently unemployed",
    GUIDANCE.paragraphs("1.14"),
    note="For information, never decisive: it measures unemployment, up to and including 13 weeks.",
)
recently = OVERVIEW.met("recently_unemployed", "unemployed for {days_unemployed} days, since {since}")
not_recently = OVERVIEW.not_met("not_recently_unemployed", "unemployed for {days_unemployed} days, since {since}")
THIRTEEN_WEEKS = weeks(13)

MUST_SUPPORT = Rule("JFS-SUIT-08", "Provider must support all who are referred", GUIDANCE.paragraphs("2.04 note"))
must_support = MUST_SUPPORT.met("must_support", "eligible, suitable and referred: the provider must support them")(
    True, provider_must_support=True, may_refuse_because_disadvantaged=False
)
need_not_support = MUST_SUPPORT.not_met(
    "need_not_support", "not all of eligible, suitable and referred by Jobcentre Plus"
)(False, provider_must_support=False, may_refuse_because_disadvantaged=False)

ORDER = Rule(
    "JFS-SUIT-09",
    "Order of decisions before a referral",
    GUIDANCE.paragraphs("2.03", "3.01", "3.03", "3.06", "3.31 note"),
    note="What the work coach recorded counts; where nothing is recorded, the conditions themselves.",
)
may_refer = ORDER.met("may_refer", "eligible, suitable and agreed: a referral may be made")
may_not_refer = ORDER.not_met("may_not_refer", "no referral may be made; suitability assessed: {suitability_assessed}")

CALENDARS_COMPARED = Rule(
    "JFS-CAL-03",
    "Same period under each calendar reading",
    GUIDANCE.paragraphs("Annex 3 (Working Day)"),
    note="Of the 8 working days from the referral.",
    counts_by=("JFS-CAL-02",),
)
same_end = CALENDARS_COMPARED.met("same_end", "8 working days from the referral end on {gb_union} by every calendar")
ends_differ = CALENDARS_COMPARED.met(
    "ends_differ", "8 working days end on {gb_union}, in England and Wales {england_and_wales}, in Scotland {scotland}"
)


def identification_findings(s: Situation) -> Sequence[Finding]:
    """What is said before and at the referral, on the day of it or, without one, on the day of the question."""
    findings = [_identified(s, step.on) for step in s.of(PreReferralStep) if step.step is ReferralStep.IDENTIFIED]
    sent = s[referral_sent]
    on = sent[0] if sent else s.as_of
    since = s.participant.unemployed_since
    findings.append(OVERVIEW.unknown("unemployed_since") if since is None else _recently_unemployed(since, on))
    findings += (eligibility.overall(s, on), suitability.overall(s, on), _order(s, on))
    if sent:
        findings += (_must_support(s, on), *_compared(s, sent[0]))
    return findings


def _identified(s: Situation, on: date) -> Finding:
    if s.participant.benefits is None:
        return IDENTIFIED.unknown("benefits")
    since = claim_length.claiming_since(s, on)
    if since is None:
        return no_claim.found(None, ("identified_on", on), ("within_window", False))
    inside = on <= claim_length.THIRTEEN_WEEKS.after(since)
    day = (on - since).days + 1
    return (in_first_13_weeks if inside else after_13_weeks).found(
        day, ("day_of_claim", day), ("within_window", inside)
    )


def _recently_unemployed(since: date, on: date) -> Finding:
    recent = on <= THIRTEEN_WEEKS.after(since)
    days = (on - since).days
    return (recently if recent else not_recently).found(
        recent, ("days_unemployed", days), ("since", since), ("recently_unemployed", recent)
    )


def _verdicts(s: Situation, on: date) -> tuple[bool | None, bool | None]:
    """Eligible and suitable: as recorded by the work coach, else by the conditions; None where not determined."""
    recorded = s[confirmed]
    decided = (s.decided(eligibility.ELIGIBILITY, on).verdict, s.decided(suitability.SUITABILITY, on).verdict)
    eligible, suitable = (
        told if told is not None else _as_bool(verdict) for told, verdict in zip(recorded, decided, strict=True)
    )
    return eligible, suitable


def _as_bool(verdict: Verdict) -> bool | None:
    return {Verdict.MET: True, Verdict.NOT_MET: False}.get(verdict)


def _order(s: Situation, on: date) -> Finding:
    eligible, suitable = _verdicts(s, on)
    agrees = s[agreed_to_start]
    if eligible is None:
        return ORDER.unknown("eligibility")
    if not eligible or suitable is False or agrees is False:
        return may_not_refer.found(False, ("suitability_assessed", eligible), ("may_refer", False))
    missing = [name for name, value in (("suitability", suitable), ("agreement to start", agrees)) if value is None]
    return (
        ORDER.unknown(*missing)
        if missing
        else may_refer.found(True, ("suitability_assessed", True), ("may_refer", True))
    )


def _must_support(s: Situation, on: date) -> Finding:
    told = (*_verdicts(s, on), by_jobcentre(s.of(Referral)[0]))
    if all(told):
        return must_support
    if False in told:
        return need_not_support
    names = ("eligibility", "suitability")
    return MUST_SUPPORT.unknown(*(name for name, value in zip(names, told, strict=False) if value is None))


def _compared(s: Situation, referred: date) -> Sequence[Finding]:
    period = counting_period(s, EIGHT_WORKING_DAYS)
    ends = {name: last_day(period, referred, calendar)[0] for name, calendar in CALENDARS.items()}
    if None in ends.values():
        return (CALENDARS_COMPARED.unknown("the working days after the referral"),)
    facts: dict[str, FactValue] = dict(ends)
    differ = len(set(ends.values())) > 1
    return ((ends_differ if differ else same_end)(differ, **facts, readings_differ=differ),)
