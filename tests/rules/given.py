"""A made-up document, rules of it, and the small clauses that the tests of this folder join."""

from datetime import date

from dwp_rules.rules import Condition, Finding, Rule, Source, Verdict

DOCUMENT = Source("Guide to everything")
DAY = date(2021, 3, 10)

QUESTION = Rule("EX-ELIG-01", "May take part", (DOCUMENT["1.1"],))
CONDITION = Rule("EX-ELIG-02", "A condition", (DOCUMENT["1.2"], DOCUMENT["1.3"]))

FOUND: dict[Verdict, Finding] = {
    Verdict.MET: CONDITION.met("yes", "it holds")(True),
    Verdict.NOT_MET: CONDITION.not_met("no", "it does not hold")(False),
    Verdict.UNDETERMINED: CONDITION.unknown("a_fact"),
    Verdict.DISCRETIONARY: CONDITION.discretionary("someone_decides", "a work coach decides")(),
}

Asked = list[Verdict]


def condition(verdict: Verdict, asked: Asked | None = None) -> Condition[object]:
    """A condition that always comes out so, and that notes when it is asked."""

    def test(_situation: object, _on: date) -> Finding:
        if asked is not None:
            asked.append(verdict)
        return FOUND[verdict]

    return Condition(CONDITION, test)
