"""The documents of IPES: which each ending requires, and the plan's signatures and keeping (2.31, 2.45 to 2.58)."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dwp_rules.facts import Document, DocumentStep, DocumentUpdated, Meeting, WorkKind
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.ipes import moments
from dwp_rules.programmes.ipes.engagement import disengaged_on
from dwp_rules.programmes.ipes.referral import days_met, meetings
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.timeline import EARLY_COMPLETER, MAXIMUM, NOT_IN_WORK, RELEASED, ended, journey
from dwp_rules.programmes.ipes.work import jobs
from dwp_rules.rules import Finding, Rule

__all__ = ["conferences_held", "document_findings", "exit_plan_required", "handback_required"]

SIGNATURES = Rule(
    "IPES-PLAN-06",
    "Participant signs after each meeting",
    SPEC.paragraphs("2.31"),
    note="Read with 'every 4 weeks': each meeting at which the plan is updated, signed before the next of them.",
)
all_signed = SIGNATURES.met("all_signed", "the participant signed the plan after each meeting that updated it")
unsigned = SIGNATURES.not_met(
    "unsigned", "the participant did not sign the plan after the meetings of: {unsigned_meetings}"
)

KEPT = Rule(
    "IPES-PLAN-08",
    "Retention of the Action Plan",
    SPEC.paragraphs("2.31", "Annex 7"),
    note="To the last contractual obligation that is known; the terms and conditions may ask for longer.",
)
contract_end_unknown = KEPT.unknown("contract.contract_ends_on")
kept_until = KEPT.met("keep_until", "to be kept until {keep_until}")

AT_CONFERENCES = Rule(
    "IPES-PLAN-10", "Plan updated and agreed at every case conference", SPEC.paragraphs("2.43", "2.45")
)
agreed_at_each = AT_CONFERENCES.met("agreed", "an updated plan was agreed at each of the {number} case conferences")
not_agreed = AT_CONFERENCES.not_met("not_agreed", "no updated plan was agreed at the case conferences of: {missing_at}")

EXIT_PLAN = Rule(
    "IPES-DOC-05",
    "When an exit activity plan is required",
    SPEC.paragraphs("2.49", "2.50", "2.58", "2.66", "Annex 7"),
    note="At the end of the final period of in-work support, that is of provision; for those still engaging, in "
    "work or not; never for an early completer.",
)
exit_plan_needed = EXIT_PLAN.met("required", "engaged when provision ended: an exit activity plan is required")
exit_plan_not_needed = EXIT_PLAN.not_met("not_required", "no exit activity plan: {why}")

HANDOVER = Rule(
    "IPES-DOC-07",
    "Completing while employed: handover and employer support plan revisited",
    SPEC.paragraphs("2.52", "2.45"),
)
handover_needed = HANDOVER.met(
    "required", "employed at completion: a handover, and the employer support plan revisited"
)
no_handover = HANDOVER.not_met("not_required", "not employed at completion")

MATRIX = Rule(
    "IPES-DOC-08", "Which documents each ending requires", SPEC.paragraphs("2.48", "2.49", "2.52", "2.58", "Annex 7")
)
documents_needed = MATRIX.met("required", "required: {required}")
nothing_needed = MATRIX.not_met("nothing_required", "an early completer: none of the documents is required")


def handback_required(s: Situation) -> bool:
    """Whether provision ended on day 456 out of work, so that a warm handback is required (2.43)."""
    return bool(s[ended]) and s[journey].end_reason == NOT_IN_WORK


def exit_plan_required(s: Situation) -> bool | Unknown:
    """Whether an exit activity plan is required at the end of provision (2.49, 2.50, 2.58)."""
    over = s[ended]
    if isinstance(over, Unknown) or not over:
        return over if isinstance(over, Unknown) else False
    return not early(s) and not disengaged_on(s, over[0])


def early(s: Situation) -> bool:
    """Whether provision ended early."""
    return (s[journey].end_reason or "").startswith(EARLY_COMPLETER)


def employed_at_end(s: Situation) -> bool:
    """Whether a participant who completes is in employment then."""
    provision = s[journey]
    if provision.end_date is None or provision.end_reason not in (MAXIMUM, RELEASED):
        return False
    end = provision.end_date
    return bool([job for job in s[jobs] if job.covers(end) and job.work.work is WorkKind.EMPLOYED])


def document_findings(s: Situation) -> Sequence[Finding]:
    """What each ending requires, how long the plan is kept, and where it was not signed or agreed."""
    findings = [*_signatures(s), *_at_conferences(s)]
    over = s[ended]
    if over and not isinstance(over, Unknown):
        findings += [_kept(s, over[0]), _exit_plan(s, over[0]), _handover(s), _matrix(s)]
    return findings


def _signatures(s: Situation) -> list[Finding]:
    """Meetings at which the plan was updated, without a signature before the next of them."""
    updated = frozenset(s[moments.plan_updated])
    meetings = [on for on in s[days_met] if on in updated]
    if not meetings:
        return []
    signed = s[moments.plan_signed_by_participant]
    missing: list[date] = []
    for on, following in pairwise((*meetings, date.max)):
        place = bisect_left(signed, on)
        next_signed = signed[place] if place < len(signed) else date.max
        if on != next_signed and following <= next_signed:
            missing.append(on)
    return [unsigned.found(tuple(missing), ("unsigned_meetings", tuple(missing))) if missing else all_signed(())]


def conferences_held(s: Situation) -> Sequence[Meeting]:
    """Case conferences that took place, the warm handback among them."""
    return s[meetings].conferences


def _at_conferences(s: Situation) -> list[Finding]:
    held = s[conferences_held]
    if not held:
        return []
    agreed = {
        d.on for d in s.of(DocumentUpdated) if d.document is Document.ACTION_PLAN and d.step is DocumentStep.AGREED
    }
    missing = tuple(m.on for m in held if m.on not in agreed)
    return [
        not_agreed.found(missing, ("missing_at", missing))
        if missing
        else agreed_at_each.found((), ("number", len(held)))
    ]


def _kept(s: Situation, over: date) -> Finding:
    contract = s.contract
    known = [] if contract is None else [contract.contract_ends_on, contract.records_retention_ends_on]
    ends = [day for day in known if day is not None]
    if not ends:
        return contract_end_unknown
    until = max(over, *ends)
    return kept_until.found(until, ("keep_until", until))


def _exit_plan(s: Situation, over: date) -> Finding:
    if early(s):
        return exit_plan_not_needed.found(False, ("why", "an early completer"))
    if disengaged_on(s, over):
        return exit_plan_not_needed.found(False, ("why", "disengaged when provision ended"))
    return exit_plan_needed(True)


def _handover(s: Situation) -> Finding:
    return handover_needed(True) if employed_at_end(s) else no_handover(False)


def _matrix(s: Situation) -> Finding:
    handback = s[handback_required]
    needed = {
        "progress_report": not early(s),
        "exit_activity_plan": bool(s[exit_plan_required]),
        "warm_handback": handback,
        "progress_report_to_jobcentre": handback,
        "employer_handover_and_esp_review": employed_at_end(s),
    }
    required = tuple(name for name, whether in needed.items() if whether)
    return documents_needed(required, required=required, **needed) if required else nothing_needed((), **needed)
