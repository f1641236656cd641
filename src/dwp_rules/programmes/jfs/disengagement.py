"""Missed meetings, disengagement and leaving Job Finding Support (4.17 to 4.20)."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dwp_rules.facts import (
    Contact,
    ContactPurpose,
    ContactResult,
    Disengaged,
    Meeting,
    MeetingType,
    ReEngaged,
    Withdrawal,
    WithdrawalStage,
)
from dwp_rules.facts.moments import by_provider
from dwp_rules.facts.situation import Days, Situation, Unknown, both_ways
from dwp_rules.programmes.jfs.completion import recorded_ends
from dwp_rules.programmes.jfs.counting import COUNTED, counted, counting_period, end_of
from dwp_rules.programmes.jfs.durations import maximum_end
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import FactValue, Finding, Rule

__all__ = [
    "CHOSE_TO_LEAVE",
    "EXIT",
    "LEAVES",
    "NOT_RE_ENGAGED",
    "attempts_after",
    "chose_to_leave",
    "disengaged",
    "leaving_findings",
    "missed_meeting",
    "not_re_engaged",
    "re_engaged",
]

CHOSE_TO_LEAVE, NOT_RE_ENGAGED = "chose_to_leave", "disengaged"
CODE_NO_LONGER_ENGAGED = 36

EXIT = Rule(
    "JFS-DISENGAGE-03",
    "Exit after 2 attempts over 5 working days",
    GUIDANCE.paragraphs("4.20"),
    note="The 5 working days run from the disengagement. Two attempts are needed even where the 20th working day cuts "
    "the window short; then the exit is on that day, whose basis is the maximum only where the second attempt came "
    "after it.",
    counts_by=(*COUNTED, "JFS-DUR-02"),
)
not_brought_back = EXIT.met(
    "not_re_engaged", "disengaged on {disengaged_on}, {attempts} attempts failed: exit on {exit_on}"
)
maximum_reached = EXIT.met(
    "maximum_duration", "disengaged on {disengaged_on}: exit on {exit_on}, the last of the 20 working days"
)
brought_back = EXIT.not_met("re_engaged", "disengaged on {disengaged_on}, back on {back_on}")
not_yet = EXIT.not_met(
    "not_yet", "disengaged on {disengaged_on}: {attempts} failed attempts so far, {needed} are needed"
)

LEAVES = Rule(
    "JFS-DISENGAGE-04",
    "Participant says they will leave",
    GUIDANCE.paragraphs("4.20", "5.11"),
    note="Jobcentre Plus decides whether a further referral is appropriate.",
)
leaves = LEAVES.met("leaves", "says on {exit_on} that they no longer wish to take part: exit that day")

FIVE_WORKING_DAYS = counted(5)
NEEDED_ATTEMPTS = 2
TO_BRING_BACK = frozenset(
    {
        ContactPurpose.DISENGAGEMENT,
        ContactPurpose.MISSED_MEETING,
        ContactPurpose.KEEP_IN_TOUCH,
        ContactPurpose.OTHER,
        None,
    }
)


class Spell(NamedTuple):
    """Time disengaged: since when, back when, how many attempts failed, and the exit that they lead to."""

    since: date
    back: date | None
    attempts: int
    exit_on: date | None
    by_maximum: bool


def missed_meeting(s: Situation) -> Days:
    """The days of meetings missed, the initial one apart."""
    return [m.on for m in s.of(Meeting) if not m.attended and m.type is not MeetingType.INITIAL]


def disengaged(s: Situation) -> Days:
    """The days on which the participant stopped engaging."""
    return [d.on for d in s.of(Disengaged)]


def re_engaged(s: Situation) -> Days:
    """The days on which the participant engaged again."""
    return [r.on for r in s.of(ReEngaged)]


def attempts_after(s: Situation) -> Days | Unknown:
    """The provider's attempts to reach a participant who has stopped coming, successful or not."""
    return by_provider([c for c in s.rows(Contact) if c["purpose"] in TO_BRING_BACK])


def contacts_made(s: Situation) -> Days:
    """The days on which such an attempt reached the participant."""
    made = (c for c in s.of(Contact) if c.result is ContactResult.MADE and c.purpose in TO_BRING_BACK)
    return [c.on for c in made]


def failed_attempts(s: Situation) -> Days | Unknown:
    """The days on which such an attempt reached nobody."""
    tried = [c for c in s.rows(Contact) if c["result"] is ContactResult.ATTEMPTED]
    return by_provider([c for c in tried if c["purpose"] in TO_BRING_BACK])


def spells(s: Situation) -> tuple[Spell | Unknown, ...]:
    """The times disengaged, oldest first; unknown where an attempt of untold origin would change what comes of it.

    The day back is that of re-engaging, or of contact made.
    """
    if not s[disengaged]:
        return ()
    back = sorted((*s[re_engaged], *s[contacts_made]))
    both = ([_spell(s, since, back, failed) for since in s[disengaged]] for failed in both_ways(s[failed_attempts]))
    return tuple(
        certain if certain == possible else Unknown("contact.by") for certain, possible in zip(*both, strict=True)
    )


def _spell(s: Situation, since: date, back: Sequence[date], failed: Sequence[date]) -> Spell:
    place = bisect_left(back, since)
    returned = back[place] if place < len(back) else None
    first = bisect_left(failed, since)
    until = len(failed) if returned is None else bisect_left(failed, returned)
    attempts = max(0, until - first)
    exit_on, by_maximum = _exit(s, since, failed[first : min(first + NEEDED_ATTEMPTS, until)])
    if exit_on is not None and returned is not None and returned <= exit_on:
        exit_on = None
    return Spell(since, returned, attempts, exit_on, by_maximum)


def _exit(s: Situation, since: date, attempts: Sequence[date]) -> tuple[date | None, bool]:
    """Give the day of exit, once two attempts have failed, and whether it is the 20th working day that sets it."""
    if len(attempts) < NEEDED_ATTEMPTS:
        return None, False
    anchor = attempts[0] if s.reading("window_anchor") == "first_attempt" else since
    window, last = end_of(s, counting_period(s, FIVE_WORKING_DAYS), anchor), s[maximum_end]
    second = attempts[NEEDED_ATTEMPTS - 1]
    if window is None or last is None:
        return None, False
    return min(max(window, second), last), second > last


recorded_disengagement = recorded_ends(NOT_RE_ENGAGED, "not_re_engaged")
recorded_choice = recorded_ends(CHOSE_TO_LEAVE)


def not_re_engaged(s: Situation) -> Days | Unknown:
    """The days on which attempts to bring a participant back have failed; a recorded exit stands for one not shown."""
    exits: list[date] = []
    for spell in s[spells]:
        if isinstance(spell, Unknown):
            return s[recorded_disengagement] or spell
        if spell.exit_on is not None:
            exits.append(spell.exit_on)
    return exits or s[recorded_disengagement]


def withdrawals(s: Situation) -> Days:
    """The days on which the participant said that they no longer wish to take part."""
    return [w.on for w in s.of(Withdrawal) if w.stage is WithdrawalStage.ON_PROVISION]


def chose_to_leave(s: Situation) -> Days:
    """The participant leaves by choice; a recorded end stands for a declaration that is not told."""
    return s[withdrawals] or s[recorded_choice]


def leaving_findings(s: Situation) -> list[Finding]:
    """What follows from each disengagement, and from saying that one leaves."""
    findings = [_of_spell(spell) for spell in s[spells]]
    findings += (
        leaves.found(
            on,
            ("exit_on", on),
            ("end_code", CODE_NO_LONGER_ENGAGED),
            ("early_completer", True),
            ("jobcentre_decides_on_further_referral", True),
        )
        for on in s[withdrawals]
    )
    return findings


def _of_spell(spell: Spell | Unknown) -> Finding:
    if isinstance(spell, Unknown):
        return EXIT.unknown(*spell.missing)
    facts: dict[str, FactValue] = {"disengaged_on": spell.since, "attempts": spell.attempts}
    if spell.exit_on is None:
        open_yet: dict[str, FactValue] = {"exit_on": None, "exit_basis": None, "end_code": None}
        if spell.back is not None:
            return brought_back(None, **facts, **open_yet, back_on=spell.back)
        return not_yet(None, **facts, **open_yet, needed=NEEDED_ATTEMPTS)
    reason = maximum_reached if spell.by_maximum else not_brought_back
    return reason(
        spell.exit_on, **facts, exit_on=spell.exit_on, exit_basis=reason.code, end_code=CODE_NO_LONGER_ENGAGED
    )
