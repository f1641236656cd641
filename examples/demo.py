"""Answer for some of the made-up participants beside this file, then for a provider of a thousand. Run: make demo."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from funds import contract_table
from layout import WIDTH, day, line
from provider import cohort_table, scorecard_table

from dwp_rules import Assessment, Case, assess
from dwp_rules.outcomes import Ledger, Outcome
from dwp_rules.rules import Decision, Finding, Verdict, in_words
from dwp_rules.standards import Deadline


class Example(NamedTuple):
    """One case, the day of the answer, and what it shows."""

    name: str
    as_of: date
    shows: str


EXAMPLES = (
    Example("jets/employed-early-completer", date(2021, 4, 30), "£1,000 to the penny, with a refund and a correction"),
    Example("jets/self-employed-claim-on-day-299", date(2021, 9, 1), "eight weeks of one day each, claimed at last"),
    Example("jets/trading-every-sixth-day", date(2021, 4, 15), "eight weeks or five: it depends on how a week is read"),
    Example("jets/referred-before-christmas", date(2021, 1, 29), "two working days that end on 29 December"),
    Example("jets/missing-facts", date(2021, 3, 12), "what is not known is named, never guessed"),
    Example("whp-core/job-lost-in-support", date(2022, 2, 28), "in work on day 456, out of it on day 460"),
    Example("ipes/two-jobs-over-day-456", date(2023, 7, 14), "one job follows another; £108.51 to the higher outcome"),
    Example("jfs/over-new-year", date(2022, 1, 14), "working days over the holidays of all three nations"),
    Example("work-programme/completed-over-29-february", date(2016, 3, 31), "728 days, a leap day among them"),
)
HERE = Path(__file__).parent
PROVISION = {
    "whp-jets": ("JETS-DUR-", "JETS-COMPLETE-01", "JETS-COMPLETE-04", "JETS-COMPLETE-05"),
    "whp-core": ("WHP-DUR-02", "WHP-STATE-01"),
    "ipes": ("IPES-DUR-01", "IPES-DUR-03", "IPES-DUR-04", "IPES-DUR-05", "IPES-DUR-06", "IPES-DUR-07", "IPES-STATE-06"),
    "jfs": ("JFS-DUR-01", "JFS-DUR-02", "JFS-DUR-04", "JFS-DUR-07", "JFS-COMPLETE-01"),
    "work-programme": ("WP-DUR-01", "WP-DUR-02", "WP-DUR-03", "WP-COMPLETE-01"),
}
"""Which findings on provision are shown."""
PAYMENT = ("JETS-EARN-02", "IPES-EARN-04", "WHP-OUTCOME-01")
"""The rules by which payments add up."""
TOTAL = ("JETS-EARN-01", "IPES-OUTCOME-01", "IPES-OUTCOME-02", "WHP-OUTCOME-01")
"""The rules that ask for an amount."""
WEEK = ("JETS-SE-01", "IPES-SE-01", "WHP-OUTCOME-02")
"""The rules that say what a week of self-employment is."""
CLAIM = ("JETS-CLAIM-01", "IPES-CLAIM-01", "WHP-CLAIM-01")
"""The rules of the last day to claim."""
WEEKS = ("JETS-OUTCOME-03", "IPES-SE-03", "WHP-OUTCOME-02")
"""The rules that ask for a number of weeks."""


def case_called(name: str) -> Case:
    """Read one of the cases."""
    return Case.model_validate_json((HERE / f"{name}.json").read_bytes())


def main() -> None:
    """Print an answer for each case."""
    print("spec: WHP JETS specification, 25 August 2020. ch16: WHP COVID-19 guidance, chapter 16. IPES: IPES call-off")
    print("specification, iteration 2. JFS: JFS provider guidance. WP ch1: Work Programme guidance, chapter 1.")
    print("Made-up people. examples/README.md lists them all; the others: dwp-rules assess FILE --as-of DATE.")
    for example in EXAMPLES:
        print("\n".join(answer(example)))
    for table in (contract_table, scorecard_table, cohort_table):
        print("\n".join([f"\n{'═' * WIDTH}", *table()]))


def answer(example: Example) -> Iterator[str]:
    """Say what the rules say of one case, every line with its rule and paragraph."""
    case = case_called(example.name)
    assessed = assess(case, as_of=example.as_of)
    heading = f"{assessed.participant_id}, {example.name}, as of {in_words(example.as_of)}"
    yield f"\n{'═' * WIDTH}\n{heading}: {example.shows}"
    yield from decision("Eligible", assessed.eligibility)
    yield from decision("Suitable", assessed.suitability)
    yield from provision(assessed, PROVISION[case.programme])
    yield f"{'Duties':<15}{'due':<13}done"
    for same in alike(assessed.deadlines):
        yield deadline(same)
    yield from outcomes(assessed)
    yield from otherwise(assessed)


def alike(deadlines: Iterable[Deadline]) -> Iterable[list[Deadline]]:
    """Gather the deadlines of one rule that went alike, in the order of the first of them."""
    gathered: dict[tuple[str, str], list[Deadline]] = {}
    for each in deadlines:
        gathered.setdefault((each.rule.id, each.status), []).append(each)
    return gathered.values()


def decision(question: str, decided: Decision) -> Iterator[str]:
    """Say the verdict; what meets it where it is met, otherwise what stands in the way."""
    meeting = [finding for finding in decided.findings if finding.verdict is Verdict.MET]
    against = [finding for finding in decided.findings if finding.verdict is not Verdict.MET]
    is_met = decided.verdict is Verdict.MET
    rest = "" if is_met or not meeting else f"; the {len(meeting)} other conditions are met"
    yield f"{question} on {in_words(decided.on)}: {in_words(decided.verdict)}{rest}"
    for rule, same in groupby(meeting if is_met else against, key=attrgetter("rule")):
        yield line("; ".join(finding.reason for finding in same), rule)


def provision(assessed: Assessment, topics: tuple[str, ...]) -> Iterator[str]:
    """Say where the case stands on provision."""
    yield f"On provision: {in_words(assessed.provision.status)}"
    for finding in assessed.provision.findings:
        if finding.rule.id.startswith(topics):
            yield line(finding.reason, finding.rule)


def deadline(same: list[Deadline]) -> str:
    """Say whether something was done, when it was due and when done; the same several times over in one line."""
    first, last = same[0], same[-1]
    done = day(last.done) if last.done else ""
    title = first.rule.title if len(same) == 1 else f"{first.rule.title}, {len(same)} times to {day(last.due)}"
    missing = f"; not known: {', '.join(first.missing)}" if first.missing else ""
    return line(f"{in_words(first.status):<13}{day(first.due):<12} {done:<12} {title}{missing}", first.rule)


def outcomes(assessed: Assessment) -> Iterator[str]:
    """Say how each outcome stands, which payment or week reached it, and until when it can be claimed."""
    for outcome in assessed.outcomes:
        reached = f" on {in_words(outcome.achieved_on)}" if outcome.achieved_on else ""
        payable = {True: "may be credited", False: "may not be credited", None: "not known whether it may be credited"}
        credited = f"; {payable[outcome.payable]}" if outcome.status in {"achieved", "undetermined"} else ""
        level = "" if outcome.level == "single" else f", {outcome.level}"
        yield f"{in_words(outcome.kind).capitalize()} outcome{level}: {outcome.status}{reached}{credited}"
        yield from evidence(outcome)
        yield from reckoning(outcome)
        yield from (line(f"in the way: {finding.reason}", finding.rule) for finding in outcome.blocked_by)
        if outcome.missing:
            yield line(f"not known: {', '.join(outcome.missing)}", outcome.rule)


def evidence(outcome: Outcome) -> Iterator[str]:
    """Show the payments one by one, or the weeks under every reading; the higher outcome shares them with the lower."""
    if outcome.level == "higher":
        return
    if isinstance(outcome.evidence, Ledger):
        for paid in outcome.evidence.lines:
            what = f"total £{paid.total:,.2f}" if paid.counted else f"not counted: {in_words(paid.code)}"
            here = ": reached" if paid.counted and paid.on == outcome.achieved_on else ""
            yield line(f"{day(paid.on):<13}£{paid.amount:>8,.2f}  {what}{here}", found(outcome, PAYMENT).rule)
    elif any(outcome.evidence.counts.values()):
        counts = ", ".join(f"{in_words(reading)} {count}" for reading, count in outcome.evidence.counts.items())
        yield line(f"weeks of self-employment: {counts}", found(outcome, WEEK).rule)


def reckoning(outcome: Outcome) -> Iterator[str]:
    """Say what an outcome lacks or, once it is reached, until when it can be claimed."""
    if isinstance(outcome.evidence, Ledger):
        yield of(found(outcome, TOTAL))
    elif outcome.status in {"achieved", "undetermined"}:
        if outcome.achieved_on and not outcome.safe_to_claim:
            yield line("not every reading of a week gives enough: look before claiming", found(outcome, WEEK).rule)
        yield of(found(outcome, CLAIM))
    else:
        yield of(found(outcome, WEEKS))


def found(outcome: Outcome, rules: tuple[str, ...]) -> Finding:
    """Find what one of some rules says of an outcome."""
    return next(finding for finding in outcome.findings if finding.rule.id in rules)


def of(finding: Finding) -> str:
    """Give a finding as a line."""
    return line(finding.reason, finding.rule)


def otherwise(assessed: Assessment) -> Iterator[str]:
    """Say what else is not as it should be, or is for a named person to decide."""
    notable = [f for f in assessed.findings if f.verdict in {Verdict.NOT_MET, Verdict.DISCRETIONARY}]
    if notable or assessed.warnings:
        yield "Besides"
    yield from (line(f"{f.rule.title}: {f.reason}", f.rule) for f in sorted(notable, key=attrgetter("rule.id")))
    yield from (f"  warning: {caution.message}" for caution in assessed.warnings)


if __name__ == "__main__":
    main()
