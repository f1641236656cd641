"""How WHP Core is measured (chapter 16, 16, 18 to 21, 32): the cohort of a start, and what is counted over cohorts."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.facts.enums import CustomerGroup
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.chapter_16.performance import relative_ranking
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards.performance import (
    CohortProfile,
    CohortRate,
    League,
    Maturity,
    Performance,
    Where,
    claimed_outcomes,
)

__all__ = ["COHORT", "PERFORMANCE", "cohort_findings"]

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
    note="All customer groups pooled; the levels of the groups, weighted by their starts, are shown beside. The level "
    "is tendered: the contract or the caller gives it. An outcome of either kind that may be credited, in "
    "self-employment once it is claimed (21), one for each start. Compared unrounded, in progress until the cohort "
    "has matured.",
    counts_by=("WHP-PERF-01", "WHP-PERF-05"),
)
GROUP_LEVELS = Rule(
    "WHP-PERF-03",
    "tMPL 2 to 4 by customer group",
    CHAPTER_16.paragraphs("32 items 2-4"),
    note="At the level of the CPA, by the group at the start. A start whose group is not known is in no group, and "
    "leaves a group's verdict open where it could turn it.",
    counts_by=("WHP-PERF-01", "WHP-PERF-05"),
)
AREA_LEVEL = Rule(
    "WHP-PERF-04",
    "tMPL 5 Devolution Deal Area",
    CHAPTER_16.paragraphs("32 item 5", "3"),
    note="By where the person lives on the Start Date: measured separately, and counted in the CPA headline too.",
    counts_by=("WHP-PERF-01", "WHP-PERF-05"),
)
MATURITY = Rule(
    "WHP-PERF-05",
    "Cohort maturity dates",
    CHAPTER_16.paragraphs("20"),
    note="Derived: day 639 and, for claims, day 700 of the last start. While the month runs its last day is taken for "
    "that of the last start.",
    counts_by=("WHP-CAL-03",),
)
RANKED = relative_ranking("WHP")


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


def where(s: Situation, on: date) -> Where:
    """To which group and area the start of a day belongs."""
    in_area: bool | None = devolution_deal_area(s, on) is not None
    if not in_area and s.participant.residence is None:
        in_area = None
    return Where(s.participant.customer_group, in_area)


def group_rate(group: CustomerGroup) -> CohortRate:
    """The rate of one customer group."""
    return CohortRate(GROUP_LEVELS, group, "single", group=group, parameter=f"tmpl_{group}_percent")


GROUP_RATES = tuple(
    group_rate(group)
    for group in (CustomerGroup.DISABILITY, CustomerGroup.EARLY_ACCESS, CustomerGroup.LONG_TERM_UNEMPLOYED)
)

PERFORMANCE = Performance(
    cohorts=CohortProfile(
        levels=("single",),
        rates=(
            CohortRate(
                HEADLINE_LEVEL,
                "headline",
                "single",
                parameter="tmpl_percent",
                weighted_by=tuple(rate.name for rate in GROUP_RATES),
            ),
            *GROUP_RATES,
            CohortRate(AREA_LEVEL, "dda", "single", in_dda=True, parameter="tmpl_dda_percent"),
        ),
        maturity=Maturity(MATURITY, outcome_day="outcome_day", claim_day="claim_day"),
        start=start_days,
        counts=claimed_outcomes,
        where=where,
    ),
    league=League(RANKED),
)
