"""What ends Job Finding Support besides completion and disengagement: work, a move, death, advice (5.09 to 5.11)."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.facts import Died, ExitBasis, ExitDecision, Moved, Nation, WorkKind, WorkStarted
from dwp_rules.facts.situation import Days, Situation, Unknown
from dwp_rules.programmes.jfs.completion import recorded_ends
from dwp_rules.programmes.jfs.durations import maximum_end
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.programmes.jfs.starting_moments import start_day
from dwp_rules.rules import FactValue, Finding, Rule

__all__ = [
    "AUTOMATIC",
    "DIED",
    "EMPLOYMENT",
    "EXCEPTIONAL",
    "MOVED_ABROAD",
    "NO_LONGER_ELIGIBLE",
    "OUTSIDE",
    "SELF_EMPLOYMENT",
    "WORK",
    "advised_as_ineligible",
    "died",
    "employment_support_not_required",
    "ending_findings",
    "move_findings",
    "moved_outside_gb",
    "policy_team_directed_exit",
    "self_employed",
    "surely_outside_gb",
]

EMPLOYMENT, SELF_EMPLOYMENT = "employment", "self_employment"
MOVED_ABROAD = "moved_outside_gb_beyond_remaining_time"
DIED, AUTOMATIC = "died", "automatic_end"
NO_LONGER_ELIGIBLE, EXCEPTIONAL = "no_longer_eligible", "exceptional_circumstances"
CODE_FOUND_WORK = 1

WORK = Rule(
    "JFS-COMPLETE-04",
    "Employment during provision",
    GUIDANCE.paragraphs("5.09", "5.11"),
    note="Work, employed or self-employed, ends provision once the provider finds its support no longer required; 5.11 "
    "asks for the start of work only.",
)
work_ends_provision = WORK.met(
    "early_completer", "in work since {work_started}: an end date is entered by hand, code 1"
)
support_goes_on = WORK.not_met("support_still_required", "in work since {work_started}; the support is still required")

WITHIN = Rule("JFS-CHANGE-01", "Move within Great Britain", GUIDANCE.paragraphs("4.22"))
stays = WITHIN.met("stays", "moved to {nation} on {moved_on}: the provider stays responsible")
leaves = WITHIN.not_met("leaves", "moved to {nation} on {moved_on}, outside Great Britain")

OUTSIDE = Rule(
    "JFS-CHANGE-02",
    "Move out of Great Britain",
    GUIDANCE.paragraphs("4.22", "5.11"),
    note="The time remaining is what is left of the 20 working days. Back on the last of them is no longer absence "
    "than the time left; an open-ended absence is.",
    counts_by=("JFS-DUR-02", "JFS-DUR-07"),
)
back_in_time = OUTSIDE.not_met(
    "back_in_time", "away from {moved_on}, back on {back}, within the time to {remaining_until}"
)
away_too_long = OUTSIDE.met("provision_ends", "away from {moved_on}, longer than the time left to {remaining_until}")
GREAT_BRITAIN = frozenset({Nation.ENGLAND, Nation.SCOTLAND, Nation.WALES})


def work_since_start(s: Situation) -> tuple[WorkStarted, ...]:
    """Work, employed or self-employed, that began on or after the start."""
    start = s[start_day]
    return tuple(w for w in s.of(WorkStarted) if start and w.on >= start[0])


def support_not_required(s: Situation) -> Days:
    """The days on which the provider found its support no longer required."""
    decisions = s.of(ExitDecision)
    return [d.on for d in decisions if d.basis is ExitBasis.SUPPORT_NO_LONGER_REQUIRED]


def work_ended_provision(s: Situation) -> tuple[tuple[date, WorkStarted], ...]:
    """The days on which work ends provision, with the work: by 5.09 with the provider's finding, by 5.11 without."""
    if s.reading("employment_reading") == "para_5_11":
        return tuple((work.on, work) for work in s[work_since_start])
    found = s[support_not_required]
    return tuple((max(work.on, found[-1]), work) for work in s[work_since_start] if found)


recorded_work = recorded_ends(EMPLOYMENT, SELF_EMPLOYMENT)


def employment_support_not_required(s: Situation) -> Days:
    """Work that ends provision; a recorded end for that reason stands for work that is not told."""
    shown = s[work_ended_provision]
    return (min(on for on, _work in shown),) if shown else s[recorded_work]


def self_employed(s: Situation) -> bool:
    """Whether the work that ends provision is self-employment."""
    shown = s[work_ended_provision]
    if shown:
        return min(shown, key=lambda one: one[0])[1].work is WorkKind.SELF_EMPLOYED
    return bool(s[recorded_ends_self_employment])


recorded_ends_self_employment = recorded_ends(SELF_EMPLOYMENT)
recorded_move = recorded_ends(MOVED_ABROAD)
recorded_death = recorded_ends(DIED)
recorded_advice = recorded_ends(NO_LONGER_ELIGIBLE, EXCEPTIONAL)
recorded_ineligible = recorded_ends(NO_LONGER_ELIGIBLE)


def outlasts(s: Situation, move: Moved) -> bool | None:
    """Whether a move out of Great Britain is longer than the time left; None where no working days are known."""
    last = s[maximum_end]
    if move.expected_return_on is None:
        return True
    return None if last is None else move.expected_return_on > last


def moves_abroad(s: Situation) -> tuple[Moved, ...]:
    """Moves out of Great Britain since the start."""
    start = s[start_day]
    moves = (m for m in s.of(Moved) if m.to_nation is not None and m.to_nation not in GREAT_BRITAIN)
    return tuple(m for m in moves if start and m.on >= start[0])


def moves_to_anywhere(s: Situation) -> Days:
    """Moves since the start, to a nation that is not told, for longer than the time left."""
    start = s[start_day]
    return [m.on for m in s.of(Moved) if m.to_nation is None and start and m.on >= start[0] and outlasts(s, m)]


def moved_too_long(s: Situation) -> Days:
    """Moves out of Great Britain for longer than the time left; a recorded end stands for a move that is not told."""
    return [m.on for m in s[moves_abroad] if outlasts(s, m)] or s[recorded_move]


def moved_outside_gb(s: Situation) -> Days:
    """Moves for longer than the time left that are, or may be, out of Great Britain."""
    return sorted((*s[moved_too_long], *s[moves_to_anywhere]))


def surely_outside_gb(s: Situation, on: date) -> bool | Unknown:
    """Whether a move of a day is out of Great Britain, as far as is told."""
    untold = on in s[moves_to_anywhere] and on not in s[moved_too_long]
    return Unknown("moved.to_nation") if untold else True


def died(s: Situation) -> Days:
    """The death of the participant; a recorded end for that reason stands for one that is not told."""
    return [death.on for death in s.of(Died)] or s[recorded_death]


def policy_advice(s: Situation) -> Days:
    """The days on which the JFS policy team advised an exit (Annex 2)."""
    return [d.on for d in s.of(ExitDecision) if d.basis is ExitBasis.POLICY_TEAM_ADVICE]


def policy_team_directed_exit(s: Situation) -> Days:
    """An exit on the policy team's advice; a recorded end for such a reason stands for advice that is not told."""
    return s[policy_advice] or s[recorded_advice]


def ending_findings(s: Situation) -> list[Finding]:
    """Whether work ends provision, for each start of work."""
    ends = {id(work): on for on, work in s[work_ended_provision]}
    findings: list[Finding] = []
    for work in s[work_since_start]:
        ended = id(work) in ends
        reason = work_ends_provision if ended else support_goes_on
        code = CODE_FOUND_WORK if ended else None
        facts: dict[str, FactValue] = {"early_completer": ended, "manual_end_date_required": ended, "end_code": code}
        findings.append(reason(ended, work_started=work.on, **facts))
    findings += (_of_move_abroad(s, move) for move in s[moves_abroad])
    return findings


def _of_move_abroad(s: Situation, move: Moved) -> Finding:
    too_long, last = outlasts(s, move), s[maximum_end]
    if too_long is None:
        return OUTSIDE.unknown("the working days after the start")
    facts: dict[str, FactValue] = {
        "moved_on": move.on,
        "remaining_until": last,
        "provision_ends": too_long,
        "early_completer": too_long,
    }
    if too_long:
        return away_too_long(last, **facts)
    return back_in_time(last, **facts, back=move.expected_return_on)


def move_findings(s: Situation) -> Sequence[Finding]:
    """Whether the provider stays responsible after each move."""
    findings: list[Finding] = []
    for move in s.of(Moved):
        if move.to_nation is None:
            findings.append(WITHIN.unknown("moved.to_nation"))
            continue
        within = move.to_nation in GREAT_BRITAIN
        facts: dict[str, FactValue] = {
            "nation": move.to_nation,
            "moved_on": move.on,
            "provider_remains_responsible": within,
        }
        findings.append((stays if within else leaves)(within, **facts))
    return findings


def advised_as_ineligible(s: Situation) -> bool:
    """Whether the exit on advice is recorded as loss of eligibility."""
    return bool(s[recorded_ineligible])
