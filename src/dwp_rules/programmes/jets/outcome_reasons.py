"""The rules on WHP JETS outcomes (specification 3.4 to 3.12, 3.15 and 3.19) and every reason they can give."""

from decimal import Decimal
from typing import NamedTuple

from dwp_rules.programmes.chapter_16.claims import claim_in_time_of
from dwp_rules.programmes.jets.sources import CHAPTER_16, SPECIFICATION
from dwp_rules.rules import Finding, Rule

EMPLOYED = Rule(
    "JETS-OUTCOME-01",
    "Employed outcome",
    (*SPECIFICATION.paragraphs("3.5", "3.6", "3.12"), *CHAPTER_16.paragraphs("20", "36")),
    note="The job need only begin within the 182 days, also after an early exit; once that is so, earnings of later "
    "jobs count too. A job begun before the Start Date does not. Gross amounts by pay date.",
    counts_by=("JETS-CAL-03",),
)

EMPLOYMENT_BEGINS = Rule(
    "JETS-OUTCOME-02",
    "Employment begins by day 182",
    SPECIFICATION.paragraphs("3.5"),
    note="What dates 'commences employment' is the reading commences_employment.",
    counts_by=("JETS-CAL-03",),
)
begun_in_time = EMPLOYMENT_BEGINS.met("begun_in_time", "employment began on {began}, by {last}")
not_begun = EMPLOYMENT_BEGINS.not_met("not_begun", "no qualifying employment is known; it must begin by {last}")
begun_outside = EMPLOYMENT_BEGINS.not_met(
    "begun_outside", "employment began on {began}; it must begin from {start} to {last}"
)

QUALIFYING_PERIOD = Rule(
    "JETS-OUTCOME-03",
    "Achieved within 238 days",
    (*SPECIFICATION.paragraphs("3.6", "3.7", "3.11", "3.12"), CHAPTER_16["20"]),
    note="'Within 238 days from the Start Date' is day 238, the Start Date being day 1: Start + 237.",
    counts_by=("JETS-CAL-03",),
)
within_period = QUALIFYING_PERIOD.met("within_period", "achieved on {on}, by {last}")
still_open = QUALIFYING_PERIOD.undetermined("still_open", "can be achieved until {last}")
period_over = QUALIFYING_PERIOD.not_met("period_over", "not achieved by {last}")

ONE_OUTCOME = Rule(
    "JETS-OUTCOME-04",
    "One outcome for each participant",
    SPECIFICATION.paragraphs("3.4"),
    note="Whichever was achieved first, employment on the same day; a self-employed outcome ranks only while it is, or "
    "can still be, claimed.",
)
counts = ONE_OUTCOME.met("counts", "the {kind} outcome of {on} is the one that counts")
none_counted = ONE_OUTCOME.met("none_counted", "no outcome counts so far")(None)
already_counted = ONE_OUTCOME.not_met("outcome_already_counted", "the {kind} outcome of {on} already counts")

NO_MIXING = Rule("JETS-OUTCOME-05", "Wholly in one kind of work", SPECIFICATION.paragraphs("3.4", "3.10"))


class Alone(NamedTuple):
    """The two ways in which one kind of work, taken by itself, can come out."""

    achieved: Finding
    not_achieved: Finding


employed_alone = Alone(
    NO_MIXING.met("employed_alone", "reached with employed earnings alone")(True),
    NO_MIXING.not_met(
        "employed_alone_falls_short", "employed earnings alone do not reach it; self-employment adds nothing"
    )(False),
)
self_employed_alone = Alone(
    NO_MIXING.met("self_employed_alone", "reached with weeks of self-employment alone")(True),
    NO_MIXING.not_met(
        "self_employed_alone_falls_short", "weeks of self-employment alone do not reach it; employment adds nothing"
    )(False),
)

THRESHOLD = Rule(
    "JETS-EARN-01",
    "Earnings threshold",
    (SPECIFICATION["3.5"], *CHAPTER_16.paragraphs("16", "36")),
    note="'Reach' is read as equal or above. Once reached stays reached: a later correction is shown for validation.",
)
reached_threshold = THRESHOLD.met("threshold_reached", "£{counted:,.2f} counted; £{needed:,.2f} reached on {on}")
reached_then_corrected = THRESHOLD.met(
    "reached_then_corrected",
    "£{needed:,.2f} reached on {on}; a later correction leaves £{counted:,.2f}, which validation should look at",
)
short_of_threshold = THRESHOLD.not_met(
    "threshold_not_reached", "£{counted:,.2f} counted; £{shortfall:,.2f} short of £{needed:,.2f}"
)

EARNINGS = Rule(
    "JETS-EARN-02",
    "What enters cumulative earnings",
    SPECIFICATION.paragraphs("3.4", "3.5"),
    note="Kinds of payment that are no earnings from work are left out, as the IPES specification lists them.",
)
cumulative = EARNINGS.met("cumulative", "£{counted:,.2f} from the first qualifying job to {last}")

FIRST_EARNINGS = Rule(
    "JETS-EARN-03",
    "First earnings",
    (SPECIFICATION["3.5"], *CHAPTER_16.paragraphs("16", "29")),
    note="The commencement indicator is defined nowhere; the first counted payment above zero is taken.",
)
first_earnings = FIRST_EARNINGS.met("first_earnings", "first paid on {on}")
no_earnings = FIRST_EARNINGS.not_met("no_earnings", "nothing paid yet that counts")(None)

SELF_EMPLOYED = Rule(
    "JETS-SE-02",
    "Self-employed outcome",
    SPECIFICATION.paragraphs("3.7"),
    note="Eight weeks with a day of self-employment each, not 56 days traded; achieved on the last day of the eighth. "
    "Every week lies wholly between the Start Date and day 238; no day by which trading must begin is stated.",
    counts_by=("JETS-CAL-03", "JETS-CAL-04"),
)

WEEK = Rule(
    "JETS-SE-01",
    "A week of self-employment",
    SPECIFICATION.paragraphs("3.8 note"),
    note="Which seven-day periods are weeks is the reading self_employed_week.",
    counts_by=("JETS-CAL-04",),
)
weeks_counted = WEEK.met("weeks_counted", "{weeks} weeks of self-employment, read as {reading}")

BENEFIT_CONDITION = Rule(
    "JETS-SE-03",
    "Benefit condition for a week",
    SPECIFICATION.paragraphs("3.8 note"),
    note="On all seven days. Unemployment-related benefits are JSA of any kind, and Universal Credit unless its "
    "self-employment requirements are met.",
)
off_benefit_or_compliant = BENEFIT_CONDITION.met(
    "off_benefit_or_compliant", "no day on an unemployment benefit whose self-employment requirements were not met"
)(True)
weeks_on_benefit_left_out = BENEFIT_CONDITION.met(
    "weeks_on_benefit_left_out", "seven-day periods that touch {spells} spells on an unemployment benefit are left out"
)
no_trading = BENEFIT_CONDITION.met("no_trading", "no day of self-employment is known")(0)

COUNTED_ONCE = Rule("JETS-SE-04", "Several occupations count once", SPECIFICATION.paragraphs("3.9"))
counted_once = COUNTED_ONCE.met("counted_once", "{days} different days of self-employment, over all occupations")

OF_THE_WEEKS = (WEEK, BENEFIT_CONDITION, COUNTED_ONCE)

CLAIM_LIMIT = Rule(
    "JETS-CLAIM-01",
    "Claim by day 299",
    (*SPECIFICATION.paragraphs("3.8", "3.11"), CHAPTER_16["20"]),
    note="The 61 days are the difference between 238 and 299, not a limit of their own from the outcome. A claim made "
    "before the eight weeks are complete is premature.",
    counts_by=("JETS-CAL-03",),
)
claim_in_time = claim_in_time_of(CLAIM_LIMIT)

CLAIM_CHANNEL = Rule("JETS-CLAIM-03", "Claims go through PRaP", SPECIFICATION.paragraphs("3.8", "A4.6"))
through_prap = CLAIM_CHANNEL.met("through_prap", "claimed, or to be claimed, through PRaP")(True)
another_channel = CLAIM_CHANNEL.not_met("not_through_prap", "claimed through {channels}; PRaP is needed")

EVIDENCE = Rule(
    "JETS-SE-05",
    "Robust evidence of self-employment",
    SPECIFICATION.paragraphs("3.7", "3.15"),
    note="What is robust is left to guidance: only weeks on days recorded as evidenced count.",
)
evidenced = EVIDENCE.met("evidenced", "{evidenced} weeks are evidenced")
not_evidenced = EVIDENCE.not_met("not_evidenced", "{evidenced} weeks are evidenced; {needed} are needed")

CLAIM_TEST = Rule(
    "JETS-CLAIM-04",
    "Valid self-employed claim",
    SPECIFICATION.paragraphs("3.4", "3.7", "3.8", "3.12", "3.19"),
)
claim_acceptable = CLAIM_TEST.met("claim_acceptable", "every test of a valid claim is passed")(True)
not_achieved = CLAIM_TEST.not_met("not_achieved", "there is nothing to claim: the outcome is not achieved")(False)
claim_refused = CLAIM_TEST.not_met("claim_refused", "not acceptable: {reasons}")

PROVIDER_GROUP = Rule(
    "JETS-EXCL-01",
    "Provider or supply chain employs the participant",
    SPECIFICATION.paragraphs("3.19"),
    note="Whom it bars, the person or only those earnings, is the reading provider_employment. Those earnings and days "
    "never count. Any engagement known when the claim is decided bars, also a later one.",
)
not_engaged = PROVIDER_GROUP.met("not_engaged", "not known to be engaged by the provider or its supply chain")(False)
provider_group_engagement = PROVIDER_GROUP.not_met(
    "provider_group_engagement", "engaged by the provider or its supply chain: nothing may be claimed for this person"
)(True)
earnings_left_out = PROVIDER_GROUP.met(
    "earnings_left_out", "engaged by the provider or its supply chain: those earnings and days are left out"
)(True)

NO_PAYMENT = Rule(
    "JETS-FUND-06",
    "Outcomes are performance, not payment",
    SPECIFICATION.paragraphs("3.4", "3.7", "4.2"),
    note="3.19 and A4.6 still speak of payment; while payment is cost plus they bar or record performance claims.",
)
no_payment_effect = NO_PAYMENT.met("no_payment_effect", "under cost plus an outcome changes no payment")(Decimal(0))
