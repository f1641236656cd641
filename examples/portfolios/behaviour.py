"""How often things happen in a made-up portfolio. Every number is invented; none comes from a real provider."""

from typing import NamedTuple

__all__ = ["Behaviour"]


class Behaviour(NamedTuple):
    """Shares of people or of occasions, from 0 to 1. A programme changes some of them with `_replace`."""

    # Referral
    referred_on_an_edge: float = 0.25
    """Referred on the first or last working day of a month, or next to a bank holiday."""
    received_next_day: float = 0.1
    received_on_closed_day: float = 0.03
    rejected: float = 0.02
    acknowledged_late: float = 0.03
    never_acknowledged: float = 0.01
    contacted_late: float = 0.05
    never_contacted: float = 0.02
    did_not_attend: float = 0.09
    did_not_start: float = 0.06
    no_result: float = 0.02
    """Nothing is ever entered: a referral left in backlog."""
    met_late: float = 0.03
    entered_late: float = 0.02
    entry_day_unknown: float = 0.02
    """The day of entry on PRaP was not kept."""

    # Participation
    document_late: float = 0.05
    document_missing: float = 0.02
    meeting_late: float = 0.05
    meeting_missed: float = 0.08
    explained: float = 0.4
    """Of missed meetings: explained, on the day or a few days later."""
    own_frequency: float = 0.05
    fades_away: float = 0.1
    """No more meetings after some weeks, with no word."""
    ends_early: float = 0.06
    answers_survey: float = 0.4

    # Work
    finds_work: float = 0.42
    finds_second_job: float = 0.3
    """Of those whose first job ended."""
    loses_work: float = 0.35
    employed_by_provider: float = 0.03
    wages_corrected: float = 0.06
    trades: float = 0.06
    """Becomes self-employed."""
    claim_late: float = 0.12
    claim_missing: float = 0.15

    # What is not known
    home_unknown: float = 0.02
    benefits_unknown: float = 0.03
    group_unknown: float = 0.02
