"""The life of a participant on Job Finding Support: where it stands, how long it lasts, how it ends."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import calendar_days
from dwp_rules.facts import ExitBasis, ExitDecision, Party, ProvisionEnded
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.jfs import endings, timeline
from dwp_rules.programmes.jfs.completion import COMPLETED, completion_findings
from dwp_rules.programmes.jfs.disengagement import leaving_findings
from dwp_rules.programmes.jfs.durations import duration_findings, maximum_end
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.starting_moments import start_day
from dwp_rules.provision import Provision
from dwp_rules.rules import FactValue, Finding, Rule

__all__ = ["completed", "end_if_known", "ended", "journey", "life", "participant"]

STATE = Rule(
    "JFS-STATE-01",
    "Referral and provision state machine",
    GUIDANCE.paragraphs(
        "3.07", "3.15", "3.27", "3.32", "3.34", "3.37", "3.40", "4.18", "4.20", "5.01", "5.02", "5.08", "5.11"
    ),
    note="What the table has no place for is reported and changes nothing. A meeting that is told without contact or "
    "booking shows both; an entry that is not dated counts on its own day. No contact, a meeting missed or attended in "
    "vain close the referral where no later contact or meeting led to a start, or where the outcome is recorded.",
    counts_by=(
        "JFS-CAL-01",
        "JFS-CAL-02",
        "JFS-REF-03",
        "JFS-REF-09",
        "JFS-DUR-02",
        "JFS-DUR-04",
        "JFS-DISENGAGE-03",
        "JFS-COMPLETE-04",
    ),
)
stands = STATE.met("stands", "{state}")

ON_PROVISION = Rule(
    "JFS-DUR-06",
    "On provision until completer or early completer",
    GUIDANCE.paragraphs("5.01", "5.08"),
    note="Two ways out are named; 5.08 and end code 45 add the automatic end.",
    counts_by=("JFS-STATE-01",),
)
on_provision = ON_PROVISION.met("on_provision", "on provision")(True, on_provision=True)
off_provision = ON_PROVISION.not_met("off_provision", "no longer on provision: {ended_as}")

CANNOT_FINISH = Rule(
    "JFS-DISENGAGE-05",
    "Cannot finish in 20 days",
    GUIDANCE.paragraphs("4.18"),
    note="'20 days' means the 20 working days of 1.23. No end code fits an exit by hand for want of time: the "
    "automatic end applies code 45.",
    counts_by=("JFS-DUR-02", "JFS-STATE-01"),
)
may_go_on = CANNOT_FINISH.met("may_go_on", "may go on to {exit_no_later_than}")
exit_required = CANNOT_FINISH.not_met("exit_required", "should have been exited by {exit_no_later_than}")

EARLY = Rule(
    "JFS-COMPLETE-03",
    "Early completer",
    GUIDANCE.paragraphs("5.10", "5.11", "5.12"),
    note="No finalised JFAP is needed; the copy to be retained is its latest version.",
    counts_by=("JFS-STATE-01",),
)
early_completer = EARLY.met("early_completer", "ended by {reason}: an early completer, no finalised JFAP is needed")
no_early_completer = EARLY.not_met("no_early_completer", "ended by {reason}: no early completer")

MANUAL = Rule(
    "JFS-COMPLETE-05",
    "Manual end date",
    GUIDANCE.paragraphs("5.08", "5.09", "5.12"),
    counts_by=("JFS-STATE-01",),
)
by_hand = MANUAL.met("by_hand", "ended by {reason}: the provider enters the end date")
by_prap = MANUAL.not_met("by_prap", "ended by {reason}: PRaP enters the end date")

CODES = Rule("JFS-CODE-03", "Restricted codes", GUIDANCE.paragraphs("Annex 2"))
allowed = CODES.met("allowed", "end code {code} may be used: {why}")
refused = CODES.not_met("not_allowed", "end code {code} may not be used here: {why}")
TWENTY_DAYS = calendar_days(20)
ON_ADVICE, AUTOMATED = frozenset({37, 46}), 45
"""Codes for use only where the JFS policy team advises it, and the code that PRaP sets by itself (Annex 2)."""


def journey(s: Situation) -> Provision:
    """Where the case stands, before anything is said about it; who never became a participant has no start."""
    provision = timeline.TIMELINE.provision(s)
    if provision.status not in timeline.NOT_PARTICIPANT or provision.start is None:
        return provision
    return provision._replace(start=None, phases=(), end_day=None, latest_end_date=None)


def participant(s: Situation) -> bool:
    """Whether someone has started, and the referral was not closed without a start."""
    return bool(s[start_day]) and s[journey].status not in timeline.NOT_PARTICIPANT


def ended(s: Situation) -> Days:
    """The day on which provision ended, if it certainly has."""
    end = s[journey].end_date
    return () if end is None else (end,)


def end_if_known(s: Situation) -> Days | Unknown:
    """The day on which provision ended, if it has; unknown while facts decide whether it has."""
    missing = s[journey].missing
    return Unknown(*missing) if missing else s[ended]


def completed(s: Situation) -> bool:
    """Whether provision has ended by completion."""
    return s[journey].end_reason == COMPLETED


def life(s: Situation) -> Provision:
    """The life on provision with everything that the rules say of it."""
    provision = s[journey]
    status, missing = provision.status, provision.missing
    stand = stands.found(status, ("state", status), ("terminal", status in timeline.TERMINAL))
    findings = [STATE.unknown(*missing) if missing else stand]
    if s[participant]:
        findings += duration_findings(s, provision, completed=s[completed])
        findings += _of_the_end(s, provision)
        findings += completion_findings(s)
        findings += leaving_findings(s)
        findings += endings.ending_findings(s)
    findings += _codes(s)
    return provision.with_findings(findings)


def _of_the_end(s: Situation, provision: Provision) -> Sequence[Finding]:
    findings: list[Finding] = []
    reason = provision.end_reason
    over = reason is not None and provision.status in timeline.TERMINAL
    if provision.missing:
        findings.append(ON_PROVISION.unknown(*provision.missing))
    else:
        findings.append(
            off_provision.found(False, ("on_provision", False), ("ended_as", reason)) if over else on_provision
        )
    findings += _cannot_finish(s, provision)
    if reason is not None:
        findings += _completer_or_not(reason)
    return findings


def _completer_or_not(reason: str) -> Sequence[Finding]:
    """Whether an end makes an early completer, and who enters it."""
    automatic = reason == endings.AUTOMATIC
    early = reason not in {COMPLETED, endings.AUTOMATIC}
    facts: dict[str, FactValue] = {"reason": reason, "early_completer": early, "finalised_jfap_required": not early}
    entered: dict[str, FactValue] = {"reason": reason, "manual_end_date": not automatic, "automatic_end": automatic}
    return (
        (early_completer if early else no_early_completer)(early, **facts),
        (by_prap if automatic else by_hand)(not automatic, **entered),
    )


def _cannot_finish(s: Situation, provision: Provision) -> Sequence[Finding]:
    """Someone who cannot complete within 20 days should be exited (4.18)."""
    last = s[last_of_20_days]
    if last is None:
        return (CANNOT_FINISH.unknown("the working days after the start"),)
    end = provision.end_date
    if provision.missing and s.as_of > last:
        return (CANNOT_FINISH.unknown(*provision.missing),)
    required = (end is None or end > last) and s.as_of > last
    facts: dict[str, FactValue] = {"exit_required": required, "exit_no_later_than": last}
    return ((exit_required if required else may_go_on)(last, **facts),)


def last_of_20_days(s: Situation) -> date | None:
    """The last of the '20 days' of 4.18: working days, or calendar days by the other reading."""
    start = s[start_day]
    if s.reading("twenty_days") == "calendar_day" and start:
        return TWENTY_DAYS.after(start[0])
    return s[maximum_end]


def _codes(s: Situation) -> Sequence[Finding]:
    advice = [d.on for d in s.of(ExitDecision) if d.basis is ExitBasis.POLICY_TEAM_ADVICE]
    findings: list[Finding] = []
    for end in s.of(ProvisionEnded):
        code = end.end_code
        if code is None:
            continue
        if code in ON_ADVICE:
            advised = bool(advice) and advice[0] <= end.on
            why = "advised by the JFS policy team" if advised else "the JFS policy team has not advised it"
            findings.append(
                (allowed if advised else refused).found(advised, ("allowed", advised), ("code", code), ("why", why))
            )
        elif code == AUTOMATED and end.entered_by is None:
            findings.append(CODES.unknown("provision_ended.entered_by"))
        elif code == AUTOMATED:
            system = end.entered_by is Party.SYSTEM
            why = "set by PRaP" if system else "it is set by PRaP, not by the provider"
            findings.append(
                (allowed if system else refused).found(system, ("allowed", system), ("code", code), ("why", why))
            )
    return findings
