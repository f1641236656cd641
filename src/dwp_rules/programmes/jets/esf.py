"""The European Social Fund in WHP JETS (specification 1.20 to 1.27): where duties apply, what is reported."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dwp_rules.calendar import Period, calendar_days
from dwp_rules.facts import EsfResult, EsfResultKind, Nation
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.programmes.chapter_16.esf import where_started
from dwp_rules.programmes.jets.provision import ended
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Finding, Rule

__all__ = ["esf_findings"]

APPLIES = Rule(
    "JETS-ESF-01",
    "Where ESF duties apply",
    SPECIFICATION.paragraphs("1.26", "1.27", "2.14", "2.16"),
    note="England only, fixed by the Contract Package Area at the start; the standards 2.5(e) do not say so, the rest "
    "of the text does.",
)
esf_applies = APPLIES.met("esf_applies", "started in England ({area}): the ESF duties apply")
esf_does_not_apply = APPLIES.not_met("esf_does_not_apply", "started in {area}: the ESF duties apply in England only")

RESULT_WINDOW = Rule(
    "JETS-ESF-10",
    "ESF result in the reporting window",
    SPECIFICATION.paragraphs("1.20", "1.21"),
    note="'Provision duration' runs to the actual completion, also an early one. What is none of the four results of "
    "1.20 is never reported.",
    schedule="JETS-DEADLINE-03",
)
reportable = RESULT_WINDOW.met("reportable", "a result of {on} is reported: it falls by {last}")
not_reportable = RESULT_WINDOW.not_met(
    "not_reportable", "a result of {on} is not reported: the window runs from {first} to {last}"
)
no_result = RESULT_WINDOW.not_met("no_esf_result", "what was recorded on {on} is none of the four ESF results")
window_closes = RESULT_WINDOW.met("window_closes", "results until {last} are reported")


@lru_cache
def after_completion(days: int) -> Period:
    """The days after completion in which a result is still reported."""
    return calendar_days(days)


def esf_findings(s: Situation) -> Sequence[Finding]:
    """Where ESF duties apply, and each result against its window."""
    started_in = s[where_started]
    if started_in is None:
        return ()
    if isinstance(started_in, Unknown):
        findings = [APPLIES.unknown(*started_in.missing)]
    elif started_in[0] is Nation.ENGLAND:
        findings = [esf_applies(True, area=started_in[1])]
    else:
        findings = [esf_does_not_apply(False, area=started_in[1])]
    completed = s[ended]
    if completed:
        last = after_completion(s.count("esf_result_days")).after(completed[0], s.calendar)
        findings.append(window_closes(last, last=last))
        findings += [_reported(result, s[start_days][0], last) for result in s.of(EsfResult)]
    return findings


def _reported(result: EsfResult, first: date, last: date) -> Finding:
    """Whether a result is one of the four of 1.20 and falls in the window of 1.21."""
    if result.result is EsfResultKind.NONE_OF_THESE:
        return no_result(False, on=result.on)
    in_window = first <= result.on <= last
    if in_window and result.result is None:
        return RESULT_WINDOW.unknown("esf_result.result")
    reason = reportable if in_window else not_reportable
    return reason(in_window, on=result.on, first=first, last=last)
