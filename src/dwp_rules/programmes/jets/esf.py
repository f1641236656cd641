"""The European Social Fund in WHP JETS: where its duties apply, and which results are reported (specification 1.20 to 1.27)."""

from collections.abc import Sequence

from dwp_rules.calendar import calendar_days
from dwp_rules.facts import EsfResult, Nation
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Situation, Unknown
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.jets.provision import ended
from dwp_rules.programmes.jets.sources import SPECIFICATION
from dwp_rules.rules import Finding, Rule

__all__ = ["applies", "esf_findings"]

APPLIES = Rule(
    "JETS-ESF-01",
    "Where ESF duties apply",
    SPECIFICATION.paragraphs("1.26", "1.27", "2.14", "2.16"),
    note="England only, fixed by the Contract Package Area at the start; the standards 2.5(e) do not say so, the rest of the "
    "text does.",
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


def where_started(s: Situation) -> tuple[Nation, str] | Unknown | None:
    """The nation, and the area by name, of the contract or the home on the start day; None before a start."""
    started = s[start_days]
    if not started:
        return None
    contract = s.case.contract
    homes = spells_on(s.participant.residence, started[0]) or ()
    areas = ([contract.cpa] if contract else []) + [home.cpa for home in homes]
    for area in areas:
        if area in AREAS:
            return AREAS[area], area
    return (homes[0].nation, homes[0].nation) if homes else Unknown("residence")


def applies(s: Situation) -> bool | Unknown:
    """Whether the ESF duties apply to the participant."""
    where = s[where_started]
    if isinstance(where, Unknown):
        return where
    return where is not None and where[0] is Nation.ENGLAND


RESULT_WINDOW = Rule(
    "JETS-ESF-10",
    "ESF result in the reporting window",
    SPECIFICATION.paragraphs("1.21"),
    note="'Provision duration' runs to the actual completion, also an early one.",
    schedule="JETS-DEADLINE-03",
)
reportable = RESULT_WINDOW.met("reportable", "a result of {on} is reported: it falls by {last}")
not_reportable = RESULT_WINDOW.not_met(
    "not_reportable", "a result of {on} is not reported: the window runs from {first} to {last}"
)
window_closes = RESULT_WINDOW.met("window_closes", "results until {last} are reported")


def esf_findings(s: Situation) -> Sequence[Finding]:
    """Where ESF duties apply, and each result against its window."""
    where = s[where_started]
    if where is None:
        return ()
    if isinstance(where, Unknown):
        findings = [APPLIES.unknown(*where.missing)]
    else:
        reason = esf_applies if where[0] is Nation.ENGLAND else esf_does_not_apply
        findings = [reason(where[0] is Nation.ENGLAND, area=where[1])]
    completed = s[ended]
    results = s.of(EsfResult)
    if not completed:
        return findings
    first = s[start_days][0]
    last = calendar_days(s.count("esf_result_days")).after(completed[0], s.calendar)
    findings.append(window_closes(last, last=last))
    for result in results:
        reason = reportable if first <= result.on <= last else not_reportable
        findings.append(reason(first <= result.on <= last, on=result.on, first=first, last=last))
    return findings
