"""What COVID-19 chapter 16 lays down for WHP JETS and WHP Core alike, declared once: a place of its own, no programme.

Each programme gives it its own rule ids, numbers and periods.
"""

from dwp_rules.programmes.chapter_16.claims import claim_in_time_of
from dwp_rules.programmes.chapter_16.deadlines import as_participant, from_referral, on_leaving, to_the_esf
from dwp_rules.programmes.chapter_16.duties import contract_duties, evaluation_duty
from dwp_rules.programmes.chapter_16.exit_report import report_of
from dwp_rules.programmes.chapter_16.life import ending_of, out_of_work
from dwp_rules.programmes.chapter_16.register import shared_entries
from dwp_rules.programmes.chapter_16.sources import CHAPTER_16
from dwp_rules.programmes.chapter_16.standards import backlog_of, survey_of
from dwp_rules.programmes.chapter_16.trading import weeks_traded

__all__ = [
    "CHAPTER_16",
    "as_participant",
    "backlog_of",
    "claim_in_time_of",
    "contract_duties",
    "ending_of",
    "evaluation_duty",
    "from_referral",
    "on_leaving",
    "out_of_work",
    "report_of",
    "shared_entries",
    "survey_of",
    "to_the_esf",
    "weeks_traded",
]
