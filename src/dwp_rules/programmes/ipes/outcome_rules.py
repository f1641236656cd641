"""The rules on the outcomes of IPES and on earnings, and every reason they can give (4.6 to 4.8, 4.25, 5.6 to 5.27)."""

from decimal import Decimal

from dwp_rules.programmes.ipes.counting import DAYS, MONTHS
from dwp_rules.programmes.ipes.sources import NLW, SPEC
from dwp_rules.rules import Rule

EMPLOYED_LOWER = Rule(
    "IPES-OUTCOME-01",
    "Employed lower threshold outcome",
    SPEC.paragraphs("4.8", "5.6", "5.8"),
    note="91 days only size the threshold: no minimum time in work, so it may be reached sooner by earning more.",
    counts_by=DAYS,
)
EMPLOYED_HIGHER = Rule(
    "IPES-OUTCOME-02",
    "Employed higher threshold outcome",
    SPEC.paragraphs("4.8", "5.6", "4.6"),
    note="One running total, not reset after the lower outcome; a single payment can reach both.",
    counts_by=DAYS,
)
reached = {
    rule.id: rule.met("reached", "£{threshold:,.2f} reached on {achieved_on} with £{cumulative:,.2f}")
    for rule in (EMPLOYED_LOWER, EMPLOYED_HIGHER)
}
not_reached = {
    rule.id: rule.not_met("not_reached", "£{counted:,.2f} counted; £{threshold:,.2f} are needed")
    for rule in (EMPLOYED_LOWER, EMPLOYED_HIGHER)
}

IN_PROVISION = Rule(
    "IPES-OUTCOME-03",
    "Outcome must fall within the time on provision",
    SPEC.paragraphs("5.27", "5.24", "5.6", "2.85"),
    note="To the end of provision (5.27), at the latest day 639 (5.24); 5.6 gives 638 days. The pay date is tested.",
    counts_by=DAYS,
)
within_provision = IN_PROVISION.met("within_provision", "achieved on {on}; outcomes count to {last}")
on_closing_day = IN_PROVISION.met(
    "on_closing_day", "achieved on {on}, day 639, which counts by 5.24 and 5.27; by 5.6 the window is 638 days"
)
still_open = IN_PROVISION.undetermined("still_open", "can be achieved until {last} at the latest")
too_late = IN_PROVISION.not_met("too_late", "reached on {on} only; outcomes count to {last}")
window_over = IN_PROVISION.not_met("window_over", "not achieved by {last}")

ONE_EACH = Rule(
    "IPES-OUTCOME-04",
    "One lower and one higher payment per participant",
    SPEC.paragraphs("4.6", "5.12", "Annex 2 ex. 4"),
    note="Whichever kind is achieved first, employment on the same day; a self-employed one only while it is, or "
    "can be, claimed.",
)
first_of_level = ONE_EACH.met("first_of_level", "no other outcome of this level is paid or comes first")(True)
already_paid = ONE_EACH.not_met("already_paid", "a {level} outcome was paid on {on}")
other_comes_first = ONE_EACH.not_met("other_comes_first", "the {kind} {level} outcome of {on} comes first")

INDEPENDENT = Rule("IPES-OUTCOME-05", "Higher does not depend on lower", SPEC.paragraphs("4.6"))
higher_stands_alone = INDEPENDENT.met("stands_alone", "reached on its own criteria; lower outcome paid: {lower_paid}")
higher_not_reached = INDEPENDENT.not_met("not_reached", "not reached; lower outcome paid: {lower_paid}")

NO_MIXING = Rule("IPES-OUTCOME-06", "No mixing inside one outcome", SPEC.paragraphs("4.7", "5.13"))
employed_alone = NO_MIXING.met("employed_alone", "met by employed earnings alone")(True)
employed_falls_short = NO_MIXING.not_met(
    "employed_falls_short", "employed earnings alone do not reach it; weeks add nothing"
)(False)
self_employed_alone = NO_MIXING.met("self_employed_alone", "met by weeks of self-employment alone")(True)
self_employed_falls_short = NO_MIXING.not_met(
    "self_employed_falls_short", "weeks of self-employment alone do not reach it; earnings add nothing"
)(False)

BOTH_KINDS = Rule(
    "IPES-OUTCOME-07",
    "Lower from one kind, higher from the other",
    SPEC.paragraphs("5.12"),
    note="The same weeks may serve for the lower outcome and again inside the higher, as earnings do.",
)
both_levels = BOTH_KINDS.met("both", "lower in {lower}, higher in {higher}: each on its own criteria")
not_both = BOTH_KINDS.not_met("not_both", "lower: {lower}; higher: {higher}")

ACHIEVED_ON = Rule("IPES-OUTCOME-08", "Achieved on the date of the triggering payment", SPEC.paragraphs("5.8"))
triggered = ACHIEVED_ON.met(
    "triggered", "the payment of {on} takes the total to £{cumulative:,.2f}, at or over £{threshold:,.2f}"
)
not_triggered = ACHIEVED_ON.not_met("not_triggered", "no payment has taken the total to the threshold")(None)

FORMULA = Rule(
    "IPES-EARN-01",
    "Threshold formula",
    (*SPEC.paragraphs("4.8", "5.6"), NLW["(1)"]),
    note="To the nearest pound: inferred from 1,629 and 3,257, the products of the rate of 2018/19. Each level is "
    "computed by itself: twice the rounded lower is not always the higher.",
)
formula = FORMULA.met(
    "formula", "£{hourly_rate:,.2f} x {hours} hours ({weeks} weeks) = £{exact:,.2f}, so £{pounds:,.0f}"
)

IN_FORCE = Rule(
    "IPES-EARN-02",
    "Threshold in force on a date",
    (*SPEC.paragraphs("5.6", "5.8"), NLW["(1)"]),
    note="'Currently stands at' was out of date when services began: the formula at the rate in force. A contract "
    "may supply rates; at £7.83 they give the stated figures. The highest adult rate, whatever the participant's "
    "age.",
)
in_force = IN_FORCE.met("in_force", "£{pounds:,.0f} on {on}, when the rate is £{nlw:,.2f}")

UPRATING = Rule("IPES-EARN-03", "Uprating: earlier earnings keep their cash value", SPEC.paragraphs("5.8"))
carried_over = UPRATING.met(
    "carried_over", "£{before:,.2f} paid before the threshold rose to £{threshold:,.2f} counts towards it"
)
not_uprated = UPRATING.met("not_uprated", "the threshold did not rise between payments that count")(None)

CUMULATIVE = Rule(
    "IPES-EARN-04",
    "Cumulative across jobs, on HMRC pay dates",
    SPEC.paragraphs("5.6", "5.15", "5.17"),
    note="Gross taxable pay as reported, from the Start Date.",
)
cumulative = CUMULATIVE.met("cumulative", "£{counted:,.2f} from all jobs, by pay date")
nothing_earned = cumulative(Decimal(0), counted=Decimal(0))

NOT_QUALIFYING = Rule(
    "IPES-EARN-05",
    "Payments that do not qualify",
    SPEC.paragraphs("5.26", "2.19"),
    note="'Can trigger an outcome' describes the data: left out here, and to be reported where DWP's own total "
    "would reach the threshold. A final wage from a job held before the start is one of them.",
)
all_qualify = NOT_QUALIFYING.met("none", "no payment of a kind that does not qualify")(None)
left_out = NOT_QUALIFYING.met("left_out", "£{amount:,.2f} left out: {kinds}")
would_trigger = NOT_QUALIFYING.not_met(
    "would_trigger", "£{amount:,.2f} ({kinds}) would take DWP's total to the threshold: to be reported"
)

PROVIDER_GROUP = Rule(
    "IPES-EARN-06",
    "Earnings from the provider or its supply chain",
    SPEC.paragraphs("4.25", "4.32"),
    note="Those earnings and days never count. Whether nothing is payable for the person besides is the reading "
    "provider_employment. Any engagement known when payment is decided bars, also a later one.",
)
not_engaged = PROVIDER_GROUP.met("not_engaged", "not known to be engaged by the Provider or its supply chain")(False)
bars_payment = PROVIDER_GROUP.not_met(
    "bars_payment", "engaged by the Provider or its supply chain: nothing is payable for this person"
)(True)
earnings_left_out = PROVIDER_GROUP.met(
    "earnings_left_out", "engaged by the Provider or its supply chain: those earnings and days are left out"
)(True)

SETTLEMENT = Rule("IPES-EARN-07", "Notification after a 61-day settlement", SPEC.paragraphs("5.17"))
notified = SETTLEMENT.met("notify_from", "data received on {received}: notified from {notify_from}, 61 days later")

PAYMENT = Rule(
    "IPES-EARN-08",
    "Payment two months after the data",
    SPEC.paragraphs("4.8"),
    note="4.8 gives two months to payment, 5.17 61 days to notification: payment not before the later of the two.",
    counts_by=MONTHS,
)
paid_from = PAYMENT.met("pay_from", "two months after the data: {pay_from}; not before {not_before}")
data_not_known = tuple(rule.unknown("earnings_payment.data_received_on") for rule in (SETTLEMENT, PAYMENT))

TOLD = Rule("IPES-EARN-09", "What DWP tells the provider", SPEC.paragraphs("5.16"))
first_declared = TOLD.met("first_declared", "earnings first declared on {first_declared_on} after the start")
nothing_declared = TOLD.not_met("nothing_declared", "no earnings declared after the start")(None)

CORRECTIONS = Rule(
    "IPES-EARN-10",
    "Corrections before and after the trigger",
    SPEC.paragraphs("5.17", "5.8"),
    note="A correction lowers the total from its own date. Once reached stays reached; a fall below within the 61 "
    "days of settlement is for DWP to look at.",
)
no_fall = CORRECTIONS.met("stands", "no later correction takes the total back under the threshold")(None)
fell_below = CORRECTIONS.discretionary(
    "fell_below_in_settlement",
    "a correction of {fell_below_on}, within {days} days, takes the total back under: DWP decides",
)
fell_later = CORRECTIONS.met(
    "fell_below_later", "a correction of {fell_below_on} comes after the {days} days of settlement"
)

PERFORMANCE = Rule(
    "IPES-PERF-08",
    "Excluded work does not count for performance either",
    SPEC.paragraphs("4.25", "4.29"),
    note="An outcome reached wholly on other work counts for performance, but nothing is payable for the person.",
)
counts_for_both = PERFORMANCE.met("counts", "nothing is excluded: counts for payment and performance")
performance_only = PERFORMANCE.met("performance_only", "reached on other work: counts for performance, is not paid")
counts_for_neither = PERFORMANCE.not_met(
    "counts_for_neither", "counts neither for payment nor for performance: {reason}"
)
