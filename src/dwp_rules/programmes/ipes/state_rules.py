"""The rules of state in IPES, those of the examples of Annex 2 among them, and every reason they can give."""

from dwp_rules.programmes.ipes.counting import DAYS
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Rule


def example(number: int, title: str, note: str = "") -> Rule:
    """Name the rule of an example of Annex 2."""
    return Rule(f"IPES-STATE-{number:02}", title, SPEC.paragraphs(f"Annex 2, example {number}"), note, counts_by=DAYS)


NEVER_IN_WORK = example(1, "Never in work")
never_in_work = NEVER_IN_WORK.met(
    "never_in_work", "no work so far: pre-work support, to {on} at the latest without work"
)

INTO_THE_EXTENSION = example(
    2,
    "In work beyond day 456, to the maximum",
    "The example extends 'from day 456': 457. Release is possible once 182 days in the current job are received.",
)
to_the_maximum = INTO_THE_EXTENSION.met(
    "to_the_maximum", "extended to {on}, day 639, while work lasts; a release is possible from {release_from}"
)
ended_sooner = INTO_THE_EXTENSION.met("ended_sooner", "extended, and ended on {on}: {reason}")

BACK_TO_PRE_WORK = example(3, "A job that ends before day 456", "The day a job ends is still in-work support.")
resumes_pre_work = BACK_TO_PRE_WORK.met(
    "pre_work_support_resumes", "work ended on {on}; pre-work support from {resumes}"
)

SEVERAL_SPELLS = example(
    4, "Several spells of work", "Each outcome can be paid once only, however many spells there are."
)
several_spells = SEVERAL_SPELLS.met("several_spells", "{number} periods of in-work support: {received} days received")

DROPPED_OUT = example(5, "Dropping out of work", "200 to 300 is 100 days received, though 101 days bear the name.")
dropped_out = DROPPED_OUT.met(
    "dropped_out", "{days} days of in-work support received when work ended on {on}; a new job brings a further period"
)

WITHOUT_A_GAP = example(
    6,
    "From one job to the next",
    "'No gap' is shown only for the next calendar day: in the extension a workless day ends provision.",
)
no_gap = WITHOUT_A_GAP.met("no_gap", "work ended on {ended} and began on {began}, without a gap: provision goes on")
gap = WITHOUT_A_GAP.not_met("gap", "work ended on {ended} and began again on {began} only: provision had ended")

EARLY_COMPLETION = example(
    7, "Early completion", "The heading says 'up to day 456'; 2.57 has no such limit: any day on provision."
)
completed_early = EARLY_COMPLETION.met(
    "completed_early", "ended early on {on}, day {day}: {reason}; nothing further is due"
)

AWAY_AND_BACK = example(8, "Disengaged and engaged again", "Disengaged from day 100 and engaged on day 130 is 30 days.")
away_for = AWAY_AND_BACK.met(
    "disengaged", "disengaged from day {first_day} to day {last_day}: {days} days; the clock runs on"
)

OVERLAY = Rule(
    "IPES-STATE-14",
    "Disengagement is an overlay, not a phase",
    SPEC.paragraphs("2.59", "Annex 2 ex. 8", "2.47"),
    note="Work, not engagement, decides at day 457; who is in the extension may engage again until the end of "
    "provision.",
    counts_by=DAYS,
)
phase_unchanged = OVERLAY.met("phase_unchanged", "{days} days disengaged leave the phase as it is: {phases}")

ENTERS_WORK = Rule(
    "IPES-STATE-09",
    "Entering work moves pre-work support to in-work support",
    SPEC.paragraphs("2.46"),
    note="'Before day 456', and day 457 is tested: work that begins on day 456 is in-work support that day.",
    counts_by=DAYS,
)
enters_work = ENTERS_WORK.met("enters_work", "work begins on {on}, day {day}")

RETURNS = Rule(
    "IPES-STATE-10",
    "Work ending before day 456 returns to pre-work support",
    SPEC.paragraphs("2.46", "Annex 2 ex. 3-5"),
    note="From the following day; work that ends on day 456 leaves no pre-work day.",
    counts_by=DAYS,
)
pre_work_days_left = RETURNS.met(
    "pre_work_days_left", "work ended on {on}, day {day}: {days} days of pre-work support follow"
)

ENDS_EXTENSION = Rule(
    "IPES-STATE-11",
    "Work ending in the extension ends provision",
    SPEC.paragraphs("2.46", "2.47", "2.53", "Annex 2 ex. 6"),
    note="Where jobs overlap, when the last one ends. A job that ends on the day of a release or a death ended first.",
    counts_by=DAYS,
)
ends_extension = ENDS_EXTENSION.met(
    "ends_provision", "work ended on {on}, day {day}, in the extension, and none follows"
)
ends_at_maximum = ENDS_EXTENSION.not_met(
    "ends_at_the_maximum", "work ended on {on}, on which the journey closes anyway"
)
another_job_follows = ENDS_EXTENSION.not_met(
    "another_job_follows", "work ended on {on}; another job covers the next day"
)

HINGE = Rule(
    "IPES-STATE-12", "The hinge of day 456 and day 457", SPEC.paragraphs("2.46", "2.47", "2.54"), counts_by=DAYS
)
hinge_in_work = HINGE.met("in_work", "in work on {on}, day 457: extended")
hinge_out_of_work = HINGE.not_met("out_of_work", "not in work on {on}, day 457: ended on day 456")
ended_before_hinge = HINGE.not_met("ended_before", "ended on {on}, before day 456")
hinge_to_come = HINGE.undetermined("day_457_to_come", "decided by work on {day_457}, day 457")

SELF_EMPLOYMENT = Rule(
    "IPES-STATE-13",
    "Self-employment is work for every state rule",
    SPEC.paragraphs("2.46", "2.47", "2.64"),
    note="Also for the manual end date, although 2.53 speaks only of a job.",
)
self_employment_counts = SELF_EMPLOYMENT.met("counts_as_work", "{number} spells of self-employment count as work")

ON_PROVISION = Rule(
    "IPES-STATE-15",
    "On provision until Completer or Early Completer",
    SPEC.paragraphs("2.46", "2.55"),
    note="Nothing else ends it: not ineligibility, not disengagement, not declining contact. The last day is on "
    "provision.",
    counts_by=DAYS,
)
on_provision = ON_PROVISION.met("on_provision", "on provision on {on}: {phase}")
no_longer = ON_PROVISION.not_met("no_longer", "no longer on provision on {on}; ended on {ended}: {reason}")

NIGHT_SHIFT = Rule(
    "IPES-STATE-16",
    "Night shift over the end of day 638",
    SPEC.paragraphs("2.46", "Annex 2"),
    note="The shift that begins on day 638; whether the work is at night stands on the work that covers that day.",
    counts_by=DAYS,
)
night_shift = NIGHT_SHIFT.met("support_on_day_639", "a night shift runs into {on}, day 639, still a day of support")
no_night_shift = NIGHT_SHIFT.not_met("support_to_day_638", "no night shift: {on}, day 638, is the last day of support")
