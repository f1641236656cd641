"""The rules on WHP Core outcomes (chapter 16, paragraphs 16 and 20) and every reason they can give."""

from dwp_rules.programmes.chapter_16.claims import claim_in_time_of
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.rules import Rule

DAY_N = ("WHP-CAL-03",)
FROM_START = "WHP-DEADLINE-02"

EMPLOYED = Rule(
    "WHP-OUTCOME-01",
    "Employed outcome",
    CHAPTER_16.paragraphs("20", "30", "16"),
    note="The threshold stands in the contract: without it nothing is decided. Where it is sized by hours at the "
    "National Living Wage, the rate is that of the pay date. £2,000 is a milestone, not the outcome. Nothing says by "
    "when the job must begin. Kinds of payment that are no earnings from work are left out, as in the sister "
    "programmes; once reached stays reached.",
    counts_by=DAY_N,
)
threshold_reached = EMPLOYED.met("threshold_reached", "£{counted:,.2f} counted; £{needed:,.2f} reached on {on}")
reached_then_corrected = EMPLOYED.met(
    "reached_then_corrected",
    "£{needed:,.2f} reached on {on}; a later correction leaves £{counted:,.2f}, which validation should look at",
)
short_of_threshold = EMPLOYED.not_met(
    "threshold_not_reached", "£{counted:,.2f} counted; £{shortfall:,.2f} short of £{needed:,.2f}"
)
earnings_barred = EMPLOYED.not_met(
    "provider_group_engagement", "engaged by the provider or its supply chain: nothing may be claimed for this person"
)(True)

SELF_EMPLOYED = Rule(
    "WHP-OUTCOME-02",
    "Self-employed outcome",
    CHAPTER_16.paragraphs("20", "21"),
    note="How many weeks stands in the contract: without it nothing is decided. A week is as in WHP JETS; which "
    "seven-day periods are weeks is the reading self_employed_week. Every week lies wholly between the Start Date and "
    "day 639; achieved on the last day of the last one.",
    counts_by=DAY_N,
)
weeks_reached = SELF_EMPLOYED.met("weeks_reached", "{weeks} weeks of self-employment, the last of {needed} on {on}")
short_of_weeks = SELF_EMPLOYED.not_met("weeks_not_reached", "{weeks} weeks of self-employment of {needed}")
trading_barred = SELF_EMPLOYED.not_met(
    "provider_group_engagement", "engaged by the provider or its supply chain: nothing may be claimed for this person"
)(True)

QUALIFYING_PERIOD = Rule(
    "WHP-DUR-01",
    "Achieved within 639 days",
    CHAPTER_16.paragraphs("20"),
    note="'At or before 639 days from the Start Date' is day 639, the Start Date being day 1: Start + 638.",
    counts_by=DAY_N,
    schedule=FROM_START,
)
within_period = QUALIFYING_PERIOD.met("within_period", "achieved on {on}, by {last}")
still_open = QUALIFYING_PERIOD.undetermined("still_open", "can be achieved until {last}")
period_over = QUALIFYING_PERIOD.not_met("period_over", "not achieved by {last}")

MILESTONES = Rule(
    "WHP-EARN-01",
    "Earnings milestones",
    CHAPTER_16.paragraphs("16"),
    note="Commencement is the reading commences_employment. Reached is equal or above, by pay date; what counts is as "
    "for the outcome. Pay of the Start Date itself counts.",
)
not_commenced = MILESTONES.not_met("not_commenced", "no earnings yet")
commenced = MILESTONES.met("commenced", "earnings since {commencement}, below £1,000")
first_milestone = MILESTONES.met("milestone_1000", "£1,000 on {milestone_1000}; £2,000 not yet")
second_milestone = MILESTONES.met("milestone_2000", "£1,000 on {milestone_1000}, £2,000 on {milestone_2000}")

CLAIM_LIMIT = Rule(
    "WHP-CLAIM-01",
    "Self-employed claim by day 700",
    CHAPTER_16.paragraphs("20"),
    note="Day 700 is Start + 699. A claim made before the outcome is achieved is premature. Published guidance outside "
    "the chapter adds a limit from the outcome, a parameter; it is taken of outcomes achieved from its effect on.",
    counts_by=DAY_N,
    schedule=FROM_START,
)
claim_in_time = claim_in_time_of(CLAIM_LIMIT)
nothing_to_claim = CLAIM_LIMIT.not_met(
    "nothing_to_claim", "no outcome was achieved that could be claimed by {claim_by}"
)
too_early_to_claim = CLAIM_LIMIT.not_met(
    "claimed_before_outcome", "claimed on {claimed_on}, before any outcome was achieved; until {claim_by}"
)
