"""The rules on what the Provider funds in IPES, and every reason they can give (2.77, 2.81, 4.29, Annex 4)."""

from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Rule

TRAVEL = Rule(
    "IPES-SUPPORT-02",
    "No duty to fund travel once in work",
    SPEC.paragraphs("A4.6", "A4.4", "2.81"),
    note="2.81 has the Provider pay for attending IPES, in work too; A4.6 is read as travel to the job.",
)
travel_to_meetings = TRAVEL.met("ipes_meeting", "travel to IPES is funded, before work and in work")(
    True, duty=True, discretionary=False
)
travel_before_work = TRAVEL.met("before_work", "not in work that day: travel is funded")(
    True, duty=True, discretionary=False
)
travel_before_wage = TRAVEL.discretionary(
    "before_first_wage", "travel to work before the first wage: the Provider may pay, and may not claim it back"
)(False, duty=False, discretionary=True)
travel_after_wage = TRAVEL.not_met("after_first_wage", "travel to work after the first wage is not funded")(
    False, duty=False, discretionary=False
)

CHILDCARE = Rule("IPES-SUPPORT-03", "Which childcare can be funded", SPEC.paragraphs("A4.7", "A4.9"))
childcare_fundable = CHILDCARE.met("fundable", "by an approved carer, for an approved activity")(True)
carer_not_approved = CHILDCARE.not_met("carer_not_approved", "{carer} is none of the carers that A4.7 names")
no_approved_activity = CHILDCARE.not_met("no_approved_activity", "no approved activity is told for that day")(False)

STOPS = Rule(
    "IPES-SUPPORT-04",
    "Childcare stops at the September after 15",
    SPEC.paragraphs("A4.11"),
    note="Up to, not on, the first Tuesday of the September following; a fifteenth birthday in September looks to "
    "the next year.",
)
childcare_stops = STOPS.met("stops", "payable to {last_payable_day}, not from {not_payable_from}")

LIMIT = Rule(
    "IPES-SUPPORT-05",
    "Childcare limits",
    SPEC.paragraphs("A4.11"),
    note="Limits to consider when pricing: they bound, they do not entitle. More than five days take the weekly limit.",
)
within_limit = LIMIT.met("within_limit", "at most £{weekly_cap:,.2f} a week for {children} children on {days} days")
over_limit = LIMIT.not_met("over_limit", "over £{weekly_cap:,.2f} a week for {children} children on {days} days")

WHOSE_CHILD = Rule("IPES-SUPPORT-06", "Whose child", SPEC.paragraphs("A4.10"))
eligible_child = WHOSE_CHILD.met("eligible", "a dependant who lives with the participant, young enough")(True)
not_the_participants_child = WHOSE_CHILD.not_met(
    "not_dependant_or_elsewhere", "no dependant of the participant, or does not live with them"
)(False)
child_too_old = WHOSE_CHILD.not_met("too_old", "past the September after the fifteenth birthday")(False)

REPLACEMENT_CARE = Rule("IPES-SUPPORT-07", "Replacement care: who", SPEC.paragraphs("A4.14", "A4.15"))
care_fundable = REPLACEMENT_CARE.met("fundable", "replacement care is funded")(True)
care_not_fundable = REPLACEMENT_CARE.not_met("not_fundable", "replacement care is not funded because of: {failed}")

TRAVEL_TIME = Rule("IPES-SUPPORT-09", "Travel to meetings at most 90 minutes each way", SPEC.paragraphs("2.77"))
near_enough = TRAVEL_TIME.met("within_limit", "{minutes} minutes at most")
health_limits = TRAVEL_TIME.met(
    "health_limits_travel", "{minutes} minutes at most, but health limits travel: another way to meet"
)
too_far = TRAVEL_TIME.not_met("too_far", "{minutes} minutes are too many: another way to meet is needed")

BUSINESS = Rule(
    "IPES-SUPPORT-10",
    "Up to 1,000 pounds for self-employment",
    SPEC.paragraphs("4.29", "4.30"),
    note="For working capital and equipment together: 'and/or' with one figure per participant.",
)
business_compliant = BUSINESS.met("compliant", "£{total:,.2f} in all, with a business plan, not a loan")
business_not_compliant = BUSINESS.not_met("not_compliant", "£{total:,.2f} in all: {faults}")
