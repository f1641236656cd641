"""The number and the readings of Job Finding Support that a contract or a caller may replace."""

from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Parameter, Parameters, Reading, Readings
from dwp_rules.standards.ratings import RAG_READINGS

__all__ = ["PARAMETERS", "READINGS"]

PARAMETERS = Parameters(
    Parameter(
        "referral_months",
        12,
        "months",
        "the months from the start of the contract in which referrals are made",
        GUIDANCE.paragraphs("1.24"),
    ),
)


def reading(name: str, options: tuple[str, ...], entry: str, *paragraphs: str, why: str) -> Reading:
    """Name a reading: its options, the default first, the entry that it touches, its paragraphs and the grounds."""
    return Reading(name, options, why=why, entries=(entry,), citations=GUIDANCE.paragraphs(*paragraphs))


READINGS = Readings(
    reading(
        "calendar",
        ("gb_union", "england_and_wales", "scotland"),
        "JFS-CAL-01",
        "Annex 3 (Working Day)",
        "1.15",
        why="'Public Holiday in England, Scotland or Wales' in a negative is one in any of them; there is one contract "
        "for the whole of Great Britain and one PRaP.",
    ),
    reading(
        "counting_day_one",
        ("next_day", "same_day", "literal"),
        "JFS-CAL-02",
        "3.07",
        "3.11",
        "3.27",
        "4.17",
        "5.03",
        why="Where the day of the event counts, 3.07 says so; elsewhere the next working day is day 1.",
    ),
    reading(
        "benefit_scope",
        ("annex_3", "para_3_01"),
        "JFS-ELIG-07",
        "Annex 3 (Benefits)",
        "3.01",
        why="A definition governs 'benefits' wherever it is used.",
    ),
    reading(
        "coc_clock",
        ("unemployment_date", "declaration_date", "none"),
        "JFS-ELIG-09",
        "3.02",
        "1.14",
        why="'Recently unemployed' is measured from unemployment; not before the change is declared.",
    ),
    reading(
        "over_13_weeks",
        ("not_under", "strict"),
        "JFS-ELIG-09",
        "2.02",
        "3.02",
        why="The routes are complementary: who is not under 13 weeks is over them, so no day falls between.",
    ),
    reading(
        "recent_leaver",
        ("consider", "bar"),
        "JFS-SUIT-03",
        "2.03",
        why="'Consideration' is no word of pass or fail.",
    ),
    reading(
        "receipt_on_non_working_day",
        ("next_working_day", "literal"),
        "JFS-REF-03",
        "3.07",
        "Annex 3 (Working Day)",
        why="A day that is no working day cannot be day 1 of a count of working days, and a lapse is severe.",
    ),
    reading(
        "hours_reading",
        ("elapsed", "wall_clock"),
        "JFS-REF-08",
        "3.38",
        why="24 hours are hours that pass; weekends, holidays and a change of the clocks are not excluded.",
    ),
    reading(
        "auto_dna",
        ("day_30", "day_31"),
        "JFS-REF-09",
        "3.40",
        why="'After 30 calendar days' and 'prior to the 30th day' both hold where the record flips on referral + 30.",
    ),
    reading(
        "duration_day_one",
        ("next_day", "same_day"),
        "JFS-DUR-02",
        "1.23",
        "3.07",
        why="Where the day of the event counts, 3.07 says so; from the start the next working day is day 1.",
    ),
    reading(
        "auto_end_day_one",
        ("next_day", "same_day"),
        "JFS-DUR-04",
        "5.08",
        why="'30 calendar days from the start date' is start + 30.",
    ),
    reading(
        "update_scope",
        ("every_interaction", "one_to_one"),
        "JFS-JFAP-02",
        "1.20",
        "4.05",
        "Annex 3 (JFAP)",
        why="1.20 and 4.05 say each interaction; only the standard is confined to 1-2-1 meetings.",
    ),
    reading(
        "window_anchor",
        ("disengagement", "first_attempt"),
        "JFS-DISENGAGE-03",
        "4.19",
        "4.20",
        why="The 5 working days run from disengagement, as the 2 working days of 4.19 do.",
    ),
    reading(
        "twenty_days",
        ("working_day", "calendar_day"),
        "JFS-DISENGAGE-05",
        "4.18",
        "5.16",
        "1.23",
        why="'20 days' without 'working' means the 20 working days of 1.23.",
    ),
    reading(
        "employment_reading",
        ("para_5_09", "para_5_11"),
        "JFS-COMPLETE-04",
        "5.09",
        "5.11",
        why="5.09 is the more specific: work ends provision once the provider finds its support no longer required.",
    ),
    reading(
        "re_referral_test",
        ("both", "para_3_42", "para_5_16"),
        "JFS-REREF-03",
        "3.42",
        "5.16",
        why="Each list says that all its criteria must be met, and neither that it stands alone.",
    ),
    reading(
        "re_referral_means",
        ("after_start", "any_second"),
        "JFS-REREF-04",
        "Annex 3 (Re-referral)",
        "3.40",
        why="Annex 3 ties the word to earlier participation: a new referral of someone who never started is a fresh "
        "one.",
    ),
    reading(
        "css1_denominator",
        ("accepted_referrals", "meetings_held"),
        "JFS-CSS-01",
        "6.07",
        "7.44 CSS 1",
        why="Counting only those who were met could never fail a provider for those whom it did not see.",
    ),
    reading(
        "css3_unit",
        ("participant", "meeting"),
        "JFS-CSS-03",
        "7.44 CSS 3",
        why="The standard is worded for participants: all the meetings of one must be followed by an update.",
    ),
    reading(
        "css_month",
        ("referral_month", "due_month"),
        "JFS-CSS-08",
        "7.28",
        "7.45",
        why="7.28 and 7.45 speak of cohorts.",
    ),
    reading(
        "rolling",
        ("pooled", "mean_of_months"),
        "JFS-PERF-01",
        "7.13",
        "7.20",
        "7.29",
        "7.45",
        why="A rolling share is that of all cases of its months; the mean of monthly shares would weigh a month of few "
        "cases as one of many.",
    ),
    reading(
        "rag_reading",
        RAG_READINGS,
        "JFS-RAG-03",
        "6.07",
        why="The target is 95%, and missing it cannot be green; the printed amber band leaves a gap below it.",
    ),
    reading(
        "third_red",
        ("ten_again", "new_cycle"),
        "JFS-CREDIT-02",
        "6.07",
        why="Months 2 and 3 are two consecutive months too.",
    ),
    reading(
        "amber_pairs",
        ("overlapping", "disjoint"),
        "JFS-CREDIT-03",
        "6.07",
        why="Months 2 and 3 are two consecutive months too.",
    ),
    reading(
        "amber_after_red",
        ("no_credit", "counts_as_second"),
        "JFS-CREDIT-04",
        "6.07",
        why="'Amber for two consecutive months' needs two ambers.",
    ),
    reading(
        "combine",
        ("additive", "sequential"),
        "JFS-CREDIT-06",
        "6.08",
        why="Each credit is a percentage of the monthly payment, applied independently.",
    ),
    reading(
        "any_css",
        ("same_standard", "either_standard"),
        "JFS-TERM-02",
        "6.10",
        "6.08",
        why="The standards are kept apart, and a right to terminate is read narrowly.",
    ),
    reading(
        "remainder_months",
        ("all", "after_start_up"),
        "JFS-FUND-02",
        "6.06",
        why="The equal payments run throughout the period from the start of the contract.",
    ),
    reading(
        "service_tail_unit",
        ("working_day", "calendar_day"),
        "JFS-CONTRACT-04",
        "1.24",
        "1.23",
        why="'20 days' without 'working' means the 20 working days of 1.23.",
    ),
    reading(
        "clerical_mi_roll",
        ("none", "next_working_day"),
        "JFS-MI-01",
        "8.08",
        why="Only the survey template is said to move to the next working day.",
    ),
)
