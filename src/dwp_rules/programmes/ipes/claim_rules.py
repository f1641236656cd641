"""The rules on self-employed outcomes of IPES and on claims for them, and every reason (4.9, 5.10 to 5.27)."""

from dwp_rules.programmes.ipes.counting import DAYS
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Rule

SELF_EMPLOYED = Rule(
    "IPES-OUTCOME-09",
    "Self-employed outcomes: 91 and 182 days",
    SPEC.paragraphs("4.9", "5.10"),
    note="Achieved on the last day of the 13th or 26th week, so never before 91 or 182 days from the first day traded.",
    counts_by=DAYS,
)
weeks_complete = SELF_EMPLOYED.met("complete", "the {needed} weeks are complete on {on}")
weeks_incomplete = SELF_EMPLOYED.not_met("incomplete", "{weeks} of {needed} weeks are complete")

WEEK = Rule(
    "IPES-SE-01",
    "A week of self-employment",
    SPEC.paragraphs("5.10", "4.25"),
    note="Which seven-day periods are weeks is the reading self_employed_week. Days for the Provider or its supply "
    "chain are left out first.",
)
weeks_counted = WEEK.met("weeks_counted", "{weeks} weeks of self-employment, {counted_days} days, read as {reading}")

BENEFIT_CONDITION = Rule(
    "IPES-SE-02",
    "Benefit condition for each week",
    SPEC.paragraphs("5.10"),
    note="On all seven days: off benefits related to unemployment, or on Universal Credit meeting its requirements "
    "for the self-employed. JSA and ESA have no second limb.",
)
condition_met = BENEFIT_CONDITION.met("off_benefit_or_compliant", "no day of any week fails the benefit condition")
weeks_left_out = BENEFIT_CONDITION.met("weeks_left_out", "periods that touch {spells} spells on benefit are no weeks")
no_trading = BENEFIT_CONDITION.met("no_trading", "no day of self-employment is known")(0)

NUMBERS = Rule(
    "IPES-SE-03",
    "Thirteen and twenty-six weeks",
    SPEC.paragraphs("5.10", "4.9"),
    note="91 days is 13 weeks, 182 days 26; they need not follow one another.",
)
enough_weeks = NUMBERS.met("enough", "{weeks} weeks are {days} days, of the {needed} weeks needed")
too_few_weeks = NUMBERS.not_met("too_few", "{weeks} weeks are {days} days; {needed} weeks are needed")

ONCE = Rule("IPES-SE-04", "Concurrent self-employed occupations count once", SPEC.paragraphs("5.11"))
counted_once = ONCE.met("counted_once", "{occupations} occupations over {days} different days make {weeks} weeks")

IN_PROVISION = Rule(
    "IPES-SE-06",
    "Weeks must lie within the time on provision",
    SPEC.paragraphs("5.27", "5.25", "4.9"),
    note="The whole period of seven days, in every reading; days traded outside provision are not looked at.",
    counts_by=DAYS,
)
weeks_within = IN_PROVISION.met(
    "within_provision", "{weeks} weeks lie from {first} to {last}; {outside} days traded lie outside"
)

OF_THE_WEEKS = (WEEK, BENEFIT_CONDITION, ONCE, IN_PROVISION)

LAST_CLAIM = Rule(
    "IPES-CLAIM-01",
    "Last day to claim a self-employed outcome: day 700",
    SPEC.paragraphs("5.25", "2.85"),
    note="5.25 builds 700 as 456 + 182 + 61, which is 699; 2.85 has 639 + 61. A weekend or holiday does not move it.",
    counts_by=DAYS,
    schedule="IPES-DEADLINE-01",
)
claimable = LAST_CLAIM.met("claimable", "can be claimed until {last_claim_date}")
claimed_in_time = LAST_CLAIM.met("in_time", "claimed on {claimed}, by {last_claim_date}")
claimed_late = LAST_CLAIM.not_met("late", "claimed on {claimed}, after {last_claim_date}")
no_longer_claimable = LAST_CLAIM.not_met("over", "not claimed by {last_claim_date}")

ATTEMPTS = Rule(
    "IPES-CLAIM-02",
    "Three attempts",
    SPEC.paragraphs("5.19"),
    note="For each participant, in all. What uses one up is the reading claim_attempts.",
)
line_open = ATTEMPTS.met("line_open", "{failed} failed; {remaining} attempts remain")
line_closed = ATTEMPTS.not_met(
    "line_closed", "closed on {closed_on}: no further attempt; an employed outcome is still possible"
)

SENIOR = Rule(
    "IPES-CLAIM-03",
    "Third attempt is reassessed by senior staff",
    SPEC.paragraphs("5.19"),
    note="Which attempt is the third follows the reading claim_attempts.",
)
next_is_last = SENIOR.met("next_is_last", "the next attempt is the last: senior staff oversee a final reassessment")(
    True
)
next_is_ordinary = SENIOR.not_met("next_is_ordinary", "the next attempt is not the last")(False)

FAILED = Rule("IPES-CLAIM-04", "Failing at pre-payment or post-payment validation", SPEC.paragraphs("5.19"))
not_paid = FAILED.met("backed_out_unpaid", "failed before payment: backed out, not paid")
paid_back = FAILED.met("backed_out_recovered", "failed after payment: backed out, the payment is recovered")
by_error_rate = FAILED.met(
    "by_error_rate", "failed after payment under extrapolation: recovered by the error rate, not backed out"
)

TWO_TESTS = Rule(
    "IPES-CLAIM-06",
    "Outcome date and claim date are separate tests",
    SPEC.paragraphs("5.25", "5.27"),
    counts_by=DAYS,
)
both_in_time = TWO_TESTS.met("valid", "reached on {outcome_on} on provision, claimed on {claimed} by day 700")
not_both_in_time = TWO_TESTS.not_met("not_valid", "outcome in time: {outcome_in_time}; claim in time: {claim_in_time}")
not_claimed = TWO_TESTS.not_met("not_claimed", "not claimed by day 700")(False)
not_claimed_yet = TWO_TESTS.undetermined("not_claimed_yet", "no claim yet; one may follow until day 700")(None)
premature = TWO_TESTS.not_met("premature", "claimed on {claimed}, before the outcome is reached")
to_claim_again = TWO_TESTS.undetermined(
    "to_be_claimed_again", "claimed on {claimed}, before the outcome is reached; to be claimed again by day 700"
)

MONITORED = Rule("IPES-CLAIM-07", "Failed claims are monitored", SPEC.paragraphs("5.19"))
failed_claims = MONITORED.met("failed_claims", "{failed} failed claims of {made} decided")

RECOVERY = Rule("IPES-VALID-06", "Recovery", SPEC.paragraphs("5.20", "4.32"))
recoverable = RECOVERY.not_met("recoverable", "£{recoverable:,.2f} to be recovered: {status}")
not_recoverable = RECOVERY.met("not_recoverable", "nothing to be recovered of £{paid:,.2f}")
