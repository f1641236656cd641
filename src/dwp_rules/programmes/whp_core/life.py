"""What chapter 16 says of a life on WHP Core: how long it lasts, and how the days for an outcome stand."""

from datetime import date

from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.whp_core.agreed import Window, window
from dwp_rules.programmes.whp_core.provision import journey
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.programmes.whp_core.work import in_work_days, support_until
from dwp_rules.provision import Provision
from dwp_rules.rules import Finding, Rule

__all__ = ["life"]

DAY_N = ("WHP-CAL-03",)

LENGTH = Rule(
    "WHP-DUR-02",
    "Length of provision",
    CHAPTER_16.paragraphs("37 CSS12"),
    note="The chapter assumes an end and an in-work support period and states the length of neither: 456 days and "
    "day 639 are taken from published guidance outside it, and a contract's own number comes first. Provision ends "
    "on its last day also for somebody in work, whose in-work support goes on to day 639 at the latest.",
    counts_by=DAY_N,
)
length = LENGTH.met("last_day", "the last day on provision is {last_day}, day {days}")
ended_before = LENGTH.met("ended_early", "ended on {ended}, before {last_day}")
in_work_support = LENGTH.met("in_work_support", "in work: support until {until} at the latest")

TRACKING_STATE = Rule(
    "WHP-STATE-01",
    "Outcome tracking state on a date",
    CHAPTER_16.paragraphs("20"),
    note="From the Start Date, also while provision lasts.",
    counts_by=DAY_N,
)
not_started = TRACKING_STATE.not_met("not_started", "not started: no outcome can be achieved yet")("not_started")
outcome_open = TRACKING_STATE.met("outcome_open", "an outcome can be achieved until {last}")
claim_window = TRACKING_STATE.met("claim_window", "a self-employed outcome can be claimed until {last}")
closed = TRACKING_STATE.not_met("closed", "closed since {last}, the last day to claim")


def life(s: Situation) -> Provision:
    """The life on provision with everything that the rules say of it."""
    provision, days = s[journey], s[window]
    if days is None:
        return provision._replace(findings=(not_started,))
    return provision._replace(findings=(_tracking(s.as_of, days), *_length(s, provision, days)))


def _tracking(today: date, days: Window) -> Finding:
    if today <= days.achieve_by:
        return outcome_open("outcome_open", last=days.achieve_by)
    if today <= days.claim_by:
        return claim_window("claim_window", last=days.claim_by)
    return closed("closed", last=days.claim_by)


def _length(s: Situation, provision: Provision, days: Window) -> list[Finding]:
    end, last = provision.end_date, days.last_day
    number = last.toordinal() - days.start.toordinal() + 1
    early = end is not None and end < last
    findings = [ended_before(end, ended=end, last_day=last) if early else length(last, last_day=last, days=number)]
    if [spell for spell in s[in_work_days] if spell.first <= s.as_of and (spell.last is None or s.as_of <= spell.last)]:
        until = s[support_until]
        findings.append(in_work_support(until, until=until))
    return findings
