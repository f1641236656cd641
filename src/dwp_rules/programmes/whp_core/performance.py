"""How WHP Core is measured (chapter 16, 16, 18 to 21, 32): the cohort of a start, and what is counted over cohorts."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.rules import Finding, Rule

__all__ = ["AREA_LEVEL", "COHORT", "GROUP_LEVELS", "HEADLINE_LEVEL", "MATURITY", "cohort_findings"]

COHORT = Rule(
    "WHP-PERF-01",
    "Cohort of a start",
    CHAPTER_16.paragraphs("19", "32"),
    note="The chapter does not define a cohort: as in WHP JETS the starts of a calendar month, by the Start Date.",
)
cohort = COHORT.met("cohort", "cohort of {cohort}, counted in {counted_in}")

HEADLINE_LEVEL = Rule(
    "WHP-PERF-02",
    "tMPL 1 CPA headline",
    CHAPTER_16.paragraphs("32 item 1"),
    note="All customer groups pooled; the level is tendered and stands in the contract.",
)
GROUP_LEVELS = Rule("WHP-PERF-03", "tMPL 2 to 4 by customer group", CHAPTER_16.paragraphs("32 items 2-4"))
AREA_LEVEL = Rule("WHP-PERF-04", "tMPL 5 Devolution Deal Area", CHAPTER_16.paragraphs("32 item 5", "3"))
MATURITY = Rule("WHP-PERF-05", "Cohort maturity (derived)", CHAPTER_16.paragraphs("20"), counts_by=("WHP-CAL-03",))


def cohort_findings(s: Situation) -> Sequence[Finding]:
    """The cohort of the start and the levels in which it is counted, as far as group and area are known."""
    started = s[start_days]
    if not started:
        return ()
    month = f"{started[0].year}-{started[0].month:02}"
    group = s.participant.customer_group
    counted_in = ["cpa_headline"]
    if group is not None:
        counted_in.append(f"cpa_{group}")
    if devolution_deal_area(s, started[0]) is not None:
        counted_in.append("dda_headline")
    return (cohort(month, cohort=month, counted_in=tuple(counted_in)),)


def devolution_deal_area(s: Situation, on: date) -> str | None:
    """The Devolution Deal Area of the contract, otherwise of the home on a day."""
    if s.contract is not None and s.contract.dda is not None:
        return s.contract.dda
    homes = spells_on(s.participant.residence, on) or ()
    return next((home.dda for home in homes if home.dda is not None), None)
