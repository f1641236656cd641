"""The European Social Fund in WHP JETS (specification 1.20 to 1.27): where duties apply, what is reported."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dwp_rules.calendar import Period, calendar_days
from dwp_rules.facts import EsfResult, EsfResultKind, Nation
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jets.provision import ended
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Finding, Rule

__all__ = ["applies", "esf_findings", "in_england"]

APPLIES = Rule(
    "JETS-ESF-01",
    "Where ESF duties apply",
    SPECIFICATION.paragraphs("1.26", "1.27", "2.14", "2.16"),
    note="England only, fixed by the Contract Package Area at the start; the standards 2.5(e) do not say so, the rest "
    "of the text does.",
)
esf_applies = APPLIES.met("esf_applies", "started in England ({area}): the ESF duties apply")
esf_does_not_apply = APPLIES.not_met("esf_does_not_apply", "started in {area}: the ESF duties apply in England only")

AREAS = {
    "CPA1": Nation.ENGLAND,
    "CPA2": Nation.ENGLAND,
    "CPA3": Nation.ENGLAND,
    "CPA4": Nation.ENGLAND,
    "CPA5": Nation.ENGLAND,
    "CPA6": Nation.WALES,
}
"""The nation of each Contract Package Area (1.24)."""


def where(s: Situation, on: date) -> tuple[Nation, str] | Unknown:
    """The nation, and the area by name, of the contract or of the home on a day."""
    contract = s.contract
    if contract is not None and contract.cpa in AREAS:
        return AREAS[contract.cpa], contract.cpa
    homes = spells_on(s.participant.residence, on) or ()
    for home in homes:
        if home.cpa in AREAS:
            return AREAS[home.cpa], home.cpa
    return (homes[0].nation, homes[0].nation) if homes else Unknown("residence")


def where_started(s: Situation) -> tuple[Nation, str] | Unknown | None:
    """The nation and the area on the start day; None before a start."""
    started = s[start_days]
    return where(s, started[0]) if started else None


def applies(s: Situation) -> bool | Unknown:
    """Whether the ESF duties apply to the participant."""
    started_in = s[where_started]
    if isinstance(started_in, Unknown):
        return started_in
    return started_in is not None and started_in[0] is Nation.ENGLAND


def in_england(s: Situation, on: date) -> bool | Unknown:
    """Whether provision was in England on a day, also of someone who has not started."""
    place = where(s, on)
    return place if isinstance(place, Unknown) else place[0] is Nation.ENGLAND


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
