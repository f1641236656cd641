"""How the two standards that carry service credits are rated month by month (6.07)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from dwp_rules.calendar import Month
from dwp_rules.facts import Rag
from dwp_rules.facts.contract_situation import ContractSituation, Tally, result_of
from dwp_rules.programmes.jfs.sources import GUIDANCE
from dwp_rules.rules import Finding, Reason, Rule
from dwp_rules.standards.ratings import RAG_READINGS, UNBANDED, Bands, shown_percent

__all__ = [
    "BANDS",
    "NAMES",
    "RATED",
    "colour_unknown",
    "colours",
    "months_rated",
    "rating_findings",
    "rating_of_month",
    "results_of",
]

BANDS_READ = "JFS-RAG-03"
MEETING_RATING = Rule(
    "JFS-RAG-01",
    "RAG of CSS 1",
    GUIDANCE.paragraphs("6.07", "7.44"),
    note="Compared exactly, unrounded; a month with nothing to measure has no colour.",
    counts_by=(BANDS_READ,),
)
RECORDING_RATING = Rule(
    "JFS-RAG-02",
    "RAG of CSS 2",
    GUIDANCE.paragraphs("6.07", "7.44"),
    note="Compared exactly, unrounded; a month with nothing to measure has no colour.",
    counts_by=(BANDS_READ,),
)
BETWEEN = Rule(
    BANDS_READ,
    "Between 94% and 95%",
    GUIDANCE.paragraphs("6.07"),
    note="The printed bands leave a gap. Amber is everything below the target that is not red: the target is 95%, and "
    "missing it cannot be green. Rounding would move the red edge too. Shown where the readings differ.",
)

RATED = (MEETING_RATING.id, RECORDING_RATING.id)
"""What everything that turns on a colour counts by."""

CSS_1, CSS_2 = "css1", "css2"
NAMES: Mapping[str, tuple[str, str, Rule]] = MappingProxyType(
    {CSS_1: ("CSS 1", "JFS-CSS-01", MEETING_RATING), CSS_2: ("CSS 2", "JFS-CSS-02", RECORDING_RATING)}
)
"""The two standards: the document's number, the id of the rule, and the rule that rates it."""
BANDS: Mapping[str, Bands] = MappingProxyType(
    {
        CSS_1: Bands(target=Decimal(95), red_below=Decimal(85), amber_to=Decimal(94)),
        CSS_2: Bands(target=Decimal(95), red_below=Decimal(90), amber_to=Decimal(94)),
    }
)


def _reasons(rule: Rule) -> Mapping[str, Reason]:
    said = "{month}: {percent}% ({met} of {total}) is {colour}"
    return {
        Rag.GREEN: rule.met("green", said),
        Rag.AMBER: rule.not_met("amber", said + ", below the target of {target}%"),
        Rag.RED: rule.not_met("red", said + ", below the edge of {edge}%"),
        UNBANDED: rule.undetermined("unbanded", said + ": between the printed bands"),
        Rag.NOT_MEASURED: rule.undetermined("not_measured", "{month}: nothing to measure"),
    }


NOT_DECIDED = {
    css: rule.undetermined(
        "not_decided", "{month}: {met} of {total}, with {undecided} not decided; not known: {missing:s}"
    )
    for css, (_number, _rule, rule) in NAMES.items()
}
REASONS = {css: _reasons(rule) for css, (_number, _rule, rule) in NAMES.items()}
BETWEEN_REASONS = _reasons(BETWEEN)


def results_of(s: ContractSituation) -> Mapping[str, Mapping[Month, Tally]]:
    """The months' tallies of the two standards."""
    return {css: s.monthly(number, rule_id) for css, (number, rule_id, _rule) in NAMES.items()}


def months_rated(s: ContractSituation) -> Sequence[Month]:
    """The months from the start of the service, or the first that was measured, to the last that was."""
    measured = [month for tallies in s[results_of].values() for month in tallies]
    if not measured:
        return ()
    start = s.contract.service_start_on
    known = measured if start is None else [Month.of(start), *measured]
    return tuple(min(known).to(max(measured)))


def colours(s: ContractSituation) -> Mapping[str, tuple[str | None, ...]]:
    """The colour of each of the months rated, by standard; None where it is not known."""
    return {css: tuple(_colour(s, css, month) for month in s[months_rated]) for css in NAMES}


def colour_unknown(s: ContractSituation, css: str, month: Month) -> tuple[str, ...]:
    """Name what the colour of a month waits for: its result, or the facts of cases that could not be judged."""
    tally = s[results_of][css].get(month)
    if tally is None:
        return (result_of(NAMES[css][0], month),)
    return () if _settled(s, css, tally) is not None else tally.missing


def _colour(s: ContractSituation, css: str, month: Month) -> str | None:
    tally = s[results_of][css].get(month)
    return None if tally is None else _settled(s, css, tally)


def _settled(s: ContractSituation, css: str, tally: Tally) -> str | None:
    """The colour of a month, or None where those that are not decided would decide it."""
    return tally.settled(lambda met, total: BANDS[css].rate(met, total, s.reading("rag_reading")))


def rating_findings(s: ContractSituation) -> Sequence[Finding]:
    """The colour of each month of each standard, and where a reading of the bands would change it."""
    return [finding for css in NAMES for tally in s[results_of][css].values() for finding in _of_tally(s, css, tally)]


def rating_of_month(s: ContractSituation, month: Month) -> Sequence[Finding]:
    """The colour of one month in each standard."""
    tallies = ((css, s[results_of][css].get(month)) for css in NAMES)
    return [finding for css, tally in tallies if tally is not None for finding in _of_tally(s, css, tally)]


def _of_tally(s: ContractSituation, css: str, tally: Tally) -> Sequence[Finding]:
    if _settled(s, css, tally) is None:
        return (_not_decided(css, tally),)
    rated = _rated(s, css, tally, REASONS[css])
    if len({BANDS[css].rate(tally.met, tally.total, reading) for reading in RAG_READINGS}) > 1:
        return (rated, _rated(s, css, tally, BETWEEN_REASONS))
    return (rated,)


def _not_decided(css: str, tally: Tally) -> Finding:
    found = NOT_DECIDED[css](
        standard=NAMES[css][0],
        month=str(tally.month),
        met=tally.met,
        total=tally.total,
        undecided=tally.undecided,
        missing=", ".join(tally.missing),
    )
    return found._replace(missing=tally.missing)


def _rated(s: ContractSituation, css: str, tally: Tally, reasons: Mapping[str, Reason]) -> Finding:
    bands = BANDS[css]
    colour = bands.rate(tally.met, tally.total, s.reading("rag_reading"))
    return reasons[colour](
        colour,
        standard=NAMES[css][0],
        month=str(tally.month),
        percent=shown_percent(tally.met, tally.total),
        met=tally.met,
        total=tally.total,
        colour=colour,
        target=bands.target,
        edge=bands.red_below,
    )
