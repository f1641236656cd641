"""The 30 days of PRaP: a start or an outcome is entered in them, or the record shows Did Not Attend (3.40)."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.facts import ReferralCancelled, Start
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.jfs.provision import participant
from dwp_rules.programmes.jfs.referral_moments import ONE_DAY, automatic_dna_on, rejected
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import FactValue, Finding, Rule

__all__ = ["thirty_days"]

AUTOMATIC_DNA = Rule(
    "JFS-REF-09",
    "Automatic Did Not Attend at 30 days",
    GUIDANCE.paragraphs("3.40"),
    note="The record flips on referral + 30, so the last safe day is + 29; the heading's 31 days count the day of the "
    "referral. A weekend moves nothing. For the life on provision an entry that is not dated counts on its own day.",
    schedule="JFS-DEADLINE-01",
)
entry_in_time = AUTOMATIC_DNA.met("entered", "entered on {entered}, before {auto_dna_on}")
entry_open = AUTOMATIC_DNA.met("open", "nothing entered yet; the last safe day is {last_recording_day}")
shows_did_not_attend = AUTOMATIC_DNA.not_met(
    "automatic_did_not_attend", "nothing was entered by {last_recording_day}: Did Not Attend since {auto_dna_on}"
)

BACK = Rule(
    "JFS-REF-10",
    "Not started in 30 days: back to the Jobcentre",
    GUIDANCE.paragraphs("3.40"),
    counts_by=("JFS-REF-09", "JFS-STATE-01"),
)
is_participant = BACK.met("participant", "a participant")
not_participant_yet = BACK.not_met("not_yet", "not a participant so far; the 30 days run to {last_recording_day}")
back_to_jobcentre = BACK.not_met(
    "back_to_jobcentre", "no start in 30 days: back to the Jobcentre, and a new referral needed"
)


def thirty_days(s: Situation) -> Sequence[Finding]:
    """Whether an entry was made in the 30 days, and whether the person goes back to the Jobcentre."""
    flips = s[automatic_dna_on]
    if flips is None:
        return ()
    last = flips - ONE_DAY
    facts: dict[str, FactValue] = {"auto_dna_on": flips, "last_recording_day": last}
    entry = s[first_entry]
    if isinstance(entry, Unknown):
        recorded = AUTOMATIC_DNA.unknown(*entry.missing)
    elif entry is not None and entry <= last:
        recorded = entry_in_time(flips, **facts, entered=entry, auto_dna=False)
    elif s.as_of <= last:
        recorded = entry_open(flips, **facts, auto_dna=False)
    else:
        recorded = shows_did_not_attend(flips, **facts, auto_dna=True)
    return (recorded, _back(s, flips))


def first_entry(s: Situation) -> date | Unknown | None:
    """The first entry of a start or an outcome; unknown where one may have been made in time and is not dated."""
    flips = s[automatic_dna_on]
    results: list[Start | ReferralCancelled] = [*s.of(Start), *s.of(ReferralCancelled)]
    dated = sorted((*(r.recorded_on for r in results if r.recorded_on is not None), *s[rejected]))
    if dated and flips is not None and dated[0] < flips:
        return dated[0]
    undated = [r for r in results if r.recorded_on is None and flips is not None and r.on < flips]
    if undated:
        return Unknown(f"{undated[0].kind}.recorded_on")
    return dated[0] if dated else None


def _back(s: Situation, flips: date) -> Finding:
    back = not s[participant] and s.as_of >= flips
    facts: dict[str, FactValue] = {"participant": s[participant], "refer_back_to_jobcentre": back}
    if s[participant]:
        return is_participant(True, **facts, needs_new_referral=False)
    reason = back_to_jobcentre if back else not_participant_yet
    return reason(False, **facts, needs_new_referral=back, last_recording_day=flips - ONE_DAY)
