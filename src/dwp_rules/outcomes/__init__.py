"""How outcomes are reached and claimed: earnings towards a threshold, weeks of self-employment, claims."""

from dwp_rules.outcomes.claims import (
    ATTEMPT_READINGS,
    AttemptLimit,
    Attempts,
    ClaimDecision,
    ClaimTiming,
    ClaimWindow,
)
from dwp_rules.outcomes.ledger import Ledger, Line, earnings_ledger, earnings_ledgers
from dwp_rules.outcomes.outcome import Outcome, OutcomeKind, OutcomeStatus, standing
from dwp_rules.outcomes.payments import (
    EARNINGS_FROM_WORK,
    EMPLOYERS_COUNTED,
    KINDS_COUNTED,
    JobsLeftOut,
    NotCounted,
    Payment,
    WhatCounts,
    jobs_left_out,
)
from dwp_rules.outcomes.weeks import WEEK_READINGS, BarredDays, Spell, Week, Weeks, self_employed_weeks

__all__ = [
    "ATTEMPT_READINGS",
    "EARNINGS_FROM_WORK",
    "EMPLOYERS_COUNTED",
    "KINDS_COUNTED",
    "WEEK_READINGS",
    "AttemptLimit",
    "Attempts",
    "BarredDays",
    "ClaimDecision",
    "ClaimTiming",
    "ClaimWindow",
    "JobsLeftOut",
    "Ledger",
    "Line",
    "NotCounted",
    "Outcome",
    "OutcomeKind",
    "OutcomeStatus",
    "Payment",
    "Spell",
    "Week",
    "Weeks",
    "WhatCounts",
    "earnings_ledger",
    "earnings_ledgers",
    "jobs_left_out",
    "self_employed_weeks",
    "standing",
]
