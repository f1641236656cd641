"""Answer for the made-up JETS participants beside this file, each as of the day given here. Run: make demo."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from dwp_rules import Assessment, Case, assess
from dwp_rules.outcomes import Ledger, Outcome
from dwp_rules.rules import Citation, Decision, Finding, Rule, Verdict, in_words
from dwp_rules.standards import Deadline


class Example(NamedTuple):
    """One case, the day of the answer, and what it shows."""

    name: str
    as_of: date
    shows: str


EXAMPLES = (
    Example("employed-early-completer", date(2021, 4, 30), "£1,000 to the penny, with a tax refund and a correction"),
    Example("employed-on-day-238", date(2021, 7, 5), "a job begun on day 182; the last pound earned on day 238"),
    Example("employed-by-the-provider", date(2021, 3, 31), "the provider's own job bars the claim for another job"),
    Example("payment-found-to-be-an-error", date(2021, 3, 31), "a payment withdrawn after it had made the outcome"),
    Example("self-employed-claim-on-day-299", date(2021, 9, 1), "eight weeks of one day each, claimed on the last day"),
    Example("trading-every-sixth-day", date(2021, 4, 15), "eight weeks or five: it depends on how a week is read"),
    Example("universal-credit-compliance-unknown", date(2021, 4, 20), "a missing fact decides, so nothing is decided"),
    Example("referred-before-christmas", date(2021, 1, 29), "two working days that end on 29 December"),
    Example("referred-before-the-jubilee", date(2022, 7, 8), "2 and 3 June 2022 are no working days"),
    Example("referred-around-ve-day-2020", date(2020, 6, 10), "Friday 8 May 2020 was closed, Monday 4 May was open"),
    Example("changed-meeting-frequency", date(2021, 4, 1), "the participant prefers five working days, then twenty"),
    Example("mandated-wants-to-leave", date(2021, 4, 1), "whoever is mandated cannot leave of their own accord"),
    Example("disengaged-and-re-engaged", date(2021, 6, 30), "a month away stops no clock"),
    Example("exit-report-given-early", date(2021, 5, 31), "one working day too early"),
    Example("seventeen-in-wales", date(2021, 1, 8), "old enough in Wales, and no ESF duties there"),
    Example("missing-facts", date(2021, 3, 12), "what is not known is named, never guessed"),
)
CASES = Path(__file__).parent / "jets"
SHORT = {"WHP JETS specification": "spec", "WHP COVID-19 chapter 16": "ch16"}
WIDTH = 120


def case_called(name: str) -> Case:
    """Read one of the cases."""
    return Case.model_validate_json((CASES / f"{name}.json").read_bytes())


def main() -> None:
    """Print an answer for each case."""
    print("spec: WHP JETS specification, 25 August 2020. ch16: WHP COVID-19 guidance, chapter 16. Made-up people.")
    for example in EXAMPLES:
        print("\n".join(answer(example)))


def answer(example: Example) -> Iterator[str]:
    """Say what the rules say of one case, every line with its rule and paragraph."""
    assessed = assess(case_called(example.name), as_of=example.as_of)
    heading = f"{assessed.participant_id}, {example.name}, as of {in_words(example.as_of)}"
    yield f"\n{'═' * WIDTH}\n{heading}: {example.shows}"
    yield from decision("Eligible", assessed.eligibility)
    yield from decision("Suitable", assessed.suitability)
    yield from provision(assessed)
    yield f"{'Duties':<15}{'due':<13}done"
    for _, same in groupby(assessed.deadlines, key=lambda deadline: (deadline.rule.id, deadline.status)):
        yield deadline(list(same))
    yield from outcomes(assessed)
    yield from otherwise(assessed)


def cited(rule: Rule) -> str:
    """Name a rule and its paragraphs, documents in short."""
    documents = groupby(rule.citations, key=lambda citation: citation.source.document)
    return f"[{rule.id}: {'; '.join(f'{SHORT[name]} {paragraphs(found)}' for name, found in documents)}]"


def paragraphs(citations: Iterable[Citation]) -> str:
    """List the paragraphs of citations of one document."""
    return ", ".join(citation.paragraph for citation in citations)


def line(text: str, rule: Rule) -> str:
    """Set a sentence on the left and its rule on the right, below it where the line is full."""
    left = f"  {text}"
    right = cited(rule)
    room = WIDTH - len(left)
    return f"{left}{right:>{room}}" if room > len(right) else f"{left}\n{right:>{WIDTH}}"


def decision(question: str, decided: Decision) -> Iterator[str]:
    """Say the verdict; every condition where it is met, otherwise those that stand in the way."""
    against = [finding for finding in decided.findings if finding.verdict is not Verdict.MET]
    rest = f"; the {len(decided.findings) - len(against)} other conditions are met" if against else ""
    yield f"{question} on {in_words(decided.on)}: {in_words(decided.verdict)}{rest}"
    for rule, found in groupby(against or decided.findings, key=attrgetter("rule")):
        yield line("; ".join(finding.reason for finding in found), rule)


def provision(assessed: Assessment) -> Iterator[str]:
    """Say where the case stands in its 182 days."""
    yield f"On provision: {in_words(assessed.provision.status)}"
    topics = ("JETS-DUR-", "JETS-COMPLETE-01", "JETS-COMPLETE-04", "JETS-COMPLETE-05")
    for finding in assessed.provision.findings:
        if finding.rule.id.startswith(topics):
            yield line(finding.reason, finding.rule)


def deadline(same: list[Deadline]) -> str:
    """Say whether something was done, when it was due and when done; the same several times running in one line."""
    first, last = same[0], same[-1]
    done = day(last.done) if last.done else ""
    title = first.rule.title if len(same) == 1 else f"{first.rule.title}, {len(same)} times to {day(last.due)}"
    missing = f"; not known: {', '.join(first.missing)}" if first.missing else ""
    return line(f"{in_words(first.status):<13}{day(first.due):<12} {done:<12} {title}{missing}", first.rule)


def day(on: date | None) -> str:
    """Write a day in short."""
    return f"{on.day} {on:%b %Y}" if on else "unknown"


def outcomes(assessed: Assessment) -> Iterator[str]:
    """Say how each outcome stands, which payment or week reached it, and until when it can be claimed."""
    for outcome in assessed.outcomes:
        reached = f" on {in_words(outcome.achieved_on)}" if outcome.achieved_on else ""
        payable = {True: "may be credited", False: "may not be credited", None: "not known whether it may be credited"}
        credited = f"; {payable[outcome.payable]}" if outcome.status in {"achieved", "undetermined"} else ""
        yield f"{in_words(outcome.kind).capitalize()} outcome: {outcome.status}{reached}{credited}"
        yield from evidence(outcome)
        yield from (line(f"in the way: {finding.reason}", finding.rule) for finding in outcome.blocked_by)
        if outcome.missing:
            yield line(f"not known: {', '.join(outcome.missing)}", outcome.rule)


def evidence(outcome: Outcome) -> Iterator[str]:
    """Show the payments one by one, or the weeks under every reading, and the last day to claim."""
    found = {finding.rule.id: finding for finding in outcome.findings}
    if isinstance(outcome.evidence, Ledger):
        for paid in outcome.evidence.lines:
            what = f"total £{paid.total:,.2f}" if paid.counted else f"not counted: {in_words(paid.code)}"
            here = ": reached" if paid.counted and paid.on == outcome.achieved_on else ""
            yield line(f"{day(paid.on):<13}£{paid.amount:>8,.2f}  {what}{here}", found["JETS-EARN-02"].rule)
        yield of(found["JETS-EARN-01"])
    elif outcome.status in {"achieved", "undetermined"}:
        counts = ", ".join(f"{in_words(reading)} {count}" for reading, count in outcome.evidence.counts.items())
        yield line(f"weeks of self-employment: {counts}", found["JETS-SE-01"].rule)
        if outcome.achieved_on and not outcome.safe_to_claim:
            yield line("not every reading of a week gives eight: look before claiming", found["JETS-SE-01"].rule)
        yield of(found["JETS-CLAIM-01"])
    else:
        yield of(found["JETS-OUTCOME-03"])


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
