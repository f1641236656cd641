"""The rules on how provision ends in IPES, and every reason that they can give (2.47 to 2.58, Annex 2)."""

from dwp_rules.programmes.ipes.counting import DAYS
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.rules import Rule

NOT_IN_WORK_ON_457 = Rule(
    "IPES-COMPLETE-01",
    "Completer: 456 days done, not in work on day 457",
    SPEC.paragraphs("2.47", "2.54", "Annex 2 ex. 1"),
    note="Work on day 457 decides; work that ends on day 456 itself ends provision by this rule too.",
    counts_by=DAYS,
)
completed_at_456 = NOT_IN_WORK_ON_457.met(
    "not_in_work_on_day_457",
    "456 days complete on {on}, and no work on {day_457}, day 457; work last ended: {work_over}",
)
in_work_on_457 = NOT_IN_WORK_ON_457.not_met(
    "in_work_on_day_457", "in work on {day_457}, day 457: provision is extended"
)
ended_before_456 = NOT_IN_WORK_ON_457.not_met("ended_otherwise", "ended on {on}: {reason}")
day_456_to_come = NOT_IN_WORK_ON_457.undetermined(
    "day_456_not_over", "decided by work on {day_457}, day 457: without it provision ends on {on}, day 456"
)

MAXIMUM_REACHED = Rule(
    "IPES-COMPLETE-02",
    "Completer: maximum duration after an extension",
    SPEC.paragraphs("2.47", "2.54"),
    note="Day 639 for everyone (2.47, 2.53, 2.54, Annex 2), although 2.46 keeps it for night workers. Work that "
    "ends on day 639 ends with the journey.",
    counts_by=DAYS,
)
completed_at_maximum = MAXIMUM_REACHED.met(
    "maximum_reached", "in work on day 457 and to {on}, day 639: {days} days of in-work support in the job of {began}"
)
not_at_maximum = MAXIMUM_REACHED.not_met("ended_otherwise", "ended on {on}: {reason}")
maximum_to_come = MAXIMUM_REACHED.undetermined("day_639_not_over", "an extended journey is closed on {on}, day 639")

WORK_ENDED = Rule(
    "IPES-COMPLETE-03",
    "Completer: work ends after day 456",
    SPEC.paragraphs("2.47", "2.53"),
    note="Employment or self-employment: 2.53 speaks of a job only, 2.47 of both. Where jobs overlap, when the last "
    "ends.",
    counts_by=DAYS,
)
completed_as_work_ended = WORK_ENDED.met(
    "work_ended", "work ended on {on}, day {day}, after {days} days of in-work support; no work on the day after"
)
work_did_not_end_it = WORK_ENDED.not_met("ended_otherwise", "ended on {on}: {reason}")
work_goes_on = WORK_ENDED.undetermined("no_work_ended", "no end of work in the extension is known")

SUPPORT_NOT_NEEDED = Rule(
    "IPES-COMPLETE-04",
    "Completer: higher outcome, 182 days in the current job, support no longer required",
    SPEC.paragraphs("2.47", "2.53", "Annex 2 ex. 2"),
    note="From which day is the reading release; both ends of 'between day 456 and day 639' are counted.",
    counts_by=DAYS,
)
completed_by_release = SUPPORT_NOT_NEEDED.met(
    "released",
    "support no longer required on {on}, day {day}: {days} days in the current job, begun on {began}, of the {needed} "
    "needed; higher outcome reached on {higher}",
)
release_refused = SUPPORT_NOT_NEEDED.not_met(
    "release_not_valid", "the release of {on}, day {day}, does not end provision: {wanting}"
)
not_released = SUPPORT_NOT_NEEDED.not_met(
    "no_release", "the Provider has not decided that support is no longer required"
)(False)

END_MODE = Rule("IPES-COMPLETE-05", "Manual end dates", SPEC.paragraphs("2.53", "2.58"))
keyed_by_provider = END_MODE.met("manual", "the Provider keys the end date")
closed_by_system = END_MODE.not_met("automatic", "DWP's systems end provision by themselves")

AUTOMATIC_END = Rule(
    "IPES-COMPLETE-06",
    "Automatic end dates",
    SPEC.paragraphs("2.54", "2.55"),
    note="The day on which the systems close the record; where work continues and nobody entered the extension, the "
    "end that 2.46 gives stands and the record is to be corrected.",
    counts_by=DAYS,
)
closes_at_456 = AUTOMATIC_END.met("closes_on_day_456", "no extension entered: closed on {on}, day 456")
closes_at_639 = AUTOMATIC_END.met("closes_on_day_639", "extension entered: closed on {on}, day 639")

MOVED_AWAY = Rule(
    "IPES-COMPLETE-07",
    "Early completer: moves outside England or Wales for longer than the time left",
    SPEC.paragraphs("2.57", "2.73", "Annex 2 ex. 7"),
    note="Strictly longer, and as expected rather than as it turns out. The time left is to day 456 until an extension "
    "is entered or has begun, then to day 639.",
    counts_by=DAYS,
)
moved_for_longer = MOVED_AWAY.met("moved_for_longer", "moved on {on} for {expected:s} days; {remaining} days were left")
moved_for_less = MOVED_AWAY.not_met(
    "not_longer", "moved on {on} for {expected:s} days, not longer than the {remaining} left"
)
moved_as_entered = MOVED_AWAY.met("as_entered", "ended on {on} as the Provider entered; no move is told")

TERMINALLY_ILL = Rule(
    "IPES-COMPLETE-08",
    "Early completer: terminal illness and a choice to leave",
    SPEC.paragraphs("2.57"),
    note="Both together, the choice made on or after the day of the diagnosis.",
)
ill_and_leaves = TERMINALLY_ILL.met("chose_to_leave", "diagnosed as terminally ill; chose to leave on {on}")
ill_and_stays = TERMINALLY_ILL.not_met(
    "diagnosis_alone", "diagnosed as terminally ill on {on}: that alone ends nothing"
)
leaves_not_ill = TERMINALLY_ILL.not_met(
    "choice_alone", "wishes to leave on {on}, no terminal illness is known: on provision"
)
left_as_entered = TERMINALLY_ILL.met("as_entered", "ended on {on} as the Provider entered; no diagnosis is told")

DEATH = Rule("IPES-COMPLETE-09", "Early completer: death", SPEC.paragraphs("2.57"))
dead = DEATH.met("died", "died on {on}, day {day}")
died_after_end = DEATH.not_met("died_after_the_end", "died on {on}, after provision had ended on {ended}")
dead_as_entered = DEATH.met("as_entered", "ended on {on} as the Provider entered; no death is told")

EARLY_END_DATE = Rule(
    "IPES-COMPLETE-10",
    "Early completers need an early end date and neither report",
    SPEC.paragraphs("2.48", "2.56", "2.58"),
)
early_end_date = EARLY_END_DATE.met(
    "early_end_date", "the Provider keys an early end date; no progress report, no exit plan"
)
full_documents = EARLY_END_DATE.not_met("not_early", "no early completer: a progress report is required")
