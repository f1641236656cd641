"""Service credits: what a month's red, or a second amber running, costs (6.07 to 6.09)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from dwp_rules.calendar import Month
from dwp_rules.facts import Rag
from dwp_rules.facts.contract_situation import ContractSituation, Tally
from dwp_rules.programmes.jfs.ratings import BANDS, NAMES, RATED, colour_unknown, colours, months_rated, results_of
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import FactValue, Finding, Reason, Rule
from dwp_rules.standards.credits import Credit, CreditReadings, CreditScale, Why, credits_of
from dwp_rules.standards.ratings import fewest_more, shown_percent

__all__ = ["combined", "credit_findings", "credits_by_standard", "credits_of_month", "result_unknown", "together"]

RED_MONTH = Rule(
    "JFS-CREDIT-01",
    "Red for one month",
    GUIDANCE.paragraphs("6.07"),
    counts_by=(*RATED, "JFS-CREDIT-02", "JFS-CREDIT-03", "JFS-CREDIT-04"),
)
RED_AGAIN = Rule(
    "JFS-CREDIT-02",
    "Red for two consecutive months",
    GUIDANCE.paragraphs("6.07"),
    note="The 10% takes the place of the second month's 5%; the first month's 5% stands. A third red costs 10% again: "
    "months 2 and 3 are two in a row too.",
    counts_by=(*RATED, "JFS-CREDIT-03", "JFS-CREDIT-04"),
)
AMBER_AGAIN = Rule(
    "JFS-CREDIT-03",
    "Amber for two consecutive months",
    GUIDANCE.paragraphs("6.07"),
    note="A third amber month costs 5% again: the pairs overlap. So an amber between two ambers costs more, a month "
    "later, than a red in its place.",
    counts_by=(*RATED, "JFS-CREDIT-04"),
)
MIXED = Rule(
    "JFS-CREDIT-04",
    "Mixed amber and red",
    GUIDANCE.paragraphs("6.07"),
    note="'Amber for two consecutive months' needs two ambers: an amber after a red is a single one, and a red after "
    "an amber a single red.",
    counts_by=RATED,
)
SEPARATE = Rule(
    "JFS-CREDIT-05",
    "Each standard on its own",
    GUIDANCE.paragraphs("6.08"),
    note="Two credits of one month are added, each being a percentage of the monthly payment: at most 20%.",
    counts_by=("JFS-CREDIT-01", "JFS-CREDIT-02", "JFS-CREDIT-03", "JFS-CREDIT-04", "JFS-CREDIT-06"),
)

SCALE = CreditScale(red=Decimal(5), red_again=Decimal(10), amber_again=Decimal(5))
"""Per cent of the monthly payment (6.07)."""
HUNDRED = Decimal(100)
NO_CREDIT = Decimal(0)

COSTS_IT = (
    "{standard} in {month} is {colour}{again}: {percent}% ({met} of {total}) against an edge of {edge}%, "
    "with {failing} not in time{names:s}; DWP may deduct {credit}% of the month's payment. {mending:s}"
)
COSTS: Mapping[Why, Reason] = MappingProxyType(
    {
        Why.RED: RED_MONTH.discretionary("red", COSTS_IT),
        Why.RED_AGAIN: RED_AGAIN.discretionary("red_again", COSTS_IT),
        Why.AMBER_AGAIN: AMBER_AGAIN.discretionary("amber_again", COSTS_IT),
        Why.AMBER_AFTER_RED: MIXED.discretionary("amber_after_red", COSTS_IT),
    }
)
mixed = MIXED.met("single", "{standard} in {month}: {colour} after {before} is a single {colour}, {credit}%")
nothing_off = SEPARATE.met("no_deduction", "{month}: CSS 1 {css1}%, CSS 2 {css2}%: no deduction")
not_decided = SEPARATE.undetermined("not_decided", "{month}: not known: {missing:s}")
taken_off = SEPARATE.discretionary("deduction", "{month}: CSS 1 {css1}%, CSS 2 {css2}%: together {combined}%")


def credits_by_standard(s: ContractSituation) -> Mapping[str, tuple[Credit, ...]]:
    """The credit of each of the months rated, by standard."""
    return {css: credits_of(run, SCALE, _readings(s)) for css, run in s[colours].items()}


def _readings(s: ContractSituation) -> CreditReadings:
    return CreditReadings(s.reading("third_red"), s.reading("amber_pairs"), s.reading("amber_after_red"))


def combined(s: ContractSituation) -> Mapping[Month, Decimal | None]:
    """The credit of each month in per cent of its payment, the standards together; None where it is not known."""
    by_standard = s[credits_by_standard]
    return {
        month: together(s, [by_standard[css][place].percent for css in NAMES])
        for place, month in enumerate(s[months_rated])
    }


def together(s: ContractSituation, percents: Sequence[Decimal | None]) -> Decimal | None:
    """Give two credits of one month as one percentage: added or, by the reading, taken off one after the other."""
    first, second = percents
    if first is None or second is None:
        return None
    return first + second - (first * second / HUNDRED if s.reading("combine") == "sequential" else 0)


def result_unknown(s: ContractSituation, month: Month) -> tuple[str, ...]:
    """Name the results that a month's credit waits for: its own, or those of the month before."""
    waiting: list[str] = []
    for at in (month.minus(1), month):
        if at in s[months_rated]:
            waiting += [name for css in NAMES for name in colour_unknown(s, css, at)]
    return tuple(dict.fromkeys(waiting))


def credit_findings(s: ContractSituation) -> Sequence[Finding]:
    """What each month costs in each standard and why, and the two together."""
    findings: list[Finding] = []
    for css in NAMES:
        for place in range(len(s[months_rated])):
            findings += _costs(s, css, place)
    findings += [_together(s, place, month) for place, month in enumerate(s[months_rated])]
    return findings


def credits_of_month(s: ContractSituation, month: Month) -> Sequence[Finding]:
    """What one month costs in each standard and why, and the two together."""
    if month not in s[months_rated]:
        return ()
    place = s[months_rated].index(month)
    costs = [finding for css in NAMES for finding in _costs(s, css, place)]
    return [*costs, _together(s, place, month)]


def _costs(s: ContractSituation, css: str, place: int) -> Sequence[Finding]:
    month, credit = s[months_rated][place], s[credits_by_standard][css][place]
    tally, run = s[results_of][css].get(month), s[colours][css]
    if tally is None or run[place] is None or credit.percent is None:
        return ()
    findings: list[Finding] = []
    if credit.why is not Why.NOTHING:
        findings.append(_cost(s, css, place, tally))
    before = run[place - 1] if place else None
    if {before, run[place]} == {Rag.AMBER, Rag.RED} and credit.why is not Why.AMBER_AFTER_RED:
        findings.append(
            mixed.found(
                credit.percent,
                ("standard", NAMES[css][0]),
                ("month", str(month)),
                ("colour", run[place]),
                ("before", before),
                ("credit", credit.percent),
            )
        )
    return findings


def _cost(s: ContractSituation, css: str, place: int, tally: Tally) -> Finding:
    run, credit = s[colours][css], s[credits_by_standard][css][place]
    reading, free = s.reading("rag_reading"), _free(s, run[:place])
    fewest = fewest_more(BANDS[css], tally, reading, free)
    saved_as = None if fewest is None else BANDS[css].rate(tally.met + fewest, tally.everyone, reading)
    facts: dict[str, FactValue] = {
        "standard": NAMES[css][0],
        "month": str(tally.month),
        "colour": run[place],
        "again": " again" if credit.why in {Why.RED_AGAIN, Why.AMBER_AGAIN} else "",
        "percent": shown_percent(tally.met, tally.total),
        "met": tally.met,
        "total": tally.total,
        "failing": tally.total - tally.met,
        "edge": BANDS[css].edge_of(run[place] or ""),
        "credit": credit.percent,
        "fewest": fewest,
        "saved_as": saved_as,
        "mend": tally.failed[:fewest] if tally.failed else "whichever they are",
        "failed": tally.failed,
        "undecided": tally.undecided,
        "names": f" ({', '.join(tally.failed)})" if tally.failed else "",
        "mending": _mending(tally, fewest, saved_as),
    }
    return COSTS[credit.why](credit.percent, **facts)


def _mending(tally: Tally, fewest: int | None, saved_as: str | None) -> str:
    """Say how few more in time would have saved the month, and which, where the cases are known."""
    if fewest is None:
        return f"With {tally.undecided} not decided, not even all of them in time would have saved it for certain"
    which = ", ".join(tally.failed[:fewest]) if tally.failed else "whichever they are"
    return f"The fewest more in time that would have saved it: {fewest} ({which}), making it {saved_as}"


def _free(s: ContractSituation, before: Sequence[str | None]) -> frozenset[str]:
    """The colours that cost nothing after the months before."""
    return frozenset(
        colour
        for colour in (Rag.AMBER.value, Rag.GREEN.value)
        if credits_of((*before, colour), SCALE, _readings(s))[-1].percent == NO_CREDIT
    )


def _together(s: ContractSituation, place: int, month: Month) -> Finding:
    percent = s[combined][month]
    if percent is None:
        missing = result_unknown(s, month)
        return not_decided(month=str(month), missing=", ".join(missing))._replace(missing=missing)
    css1, css2 = (s[credits_by_standard][css][place].percent for css in NAMES)
    reason = taken_off if percent else nothing_off
    return reason.found(percent, ("month", str(month)), ("css1", css1), ("css2", css2), ("combined", percent))
