"""Whom WHP Core is for (chapter 16, 3 and 32): three groups by name; who belongs to them stands in another chapter."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.facts import Basis, CustomerGroup, Referral
from dwp_rules.facts.moments import start_days
from dwp_rules.facts.situation import Days, Situation
from dwp_rules.facts.spells import spells_on
from dwp_rules.programmes.whp_core.sources import CHAPTER_16
from dwp_rules.rules import AllOf, Finding, Question, Reason, Rule

__all__ = ["ELIGIBILITY", "RE_REFERRAL", "SUITABILITY", "basis_findings"]

GROUPS = Rule(
    "WHP-GROUP-01",
    "Who takes part: customer groups and basis",
    CHAPTER_16.paragraphs("3", "32"),
    note="'Early access' (3) and 'early entry' (32) are one group. A basis recorded for the person comes before the "
    "group's. The group is that of the referral and does not change.",
)
voluntary_group = GROUPS.met("voluntary_group", "of the group {group}, which takes part of free will")
mandatory_group = GROUPS.met("mandatory_group", "of the group {group}, whose members must take part")
own_basis = GROUPS.met("own_basis", "of the group {group}; for this person the basis is {basis}")
no_group_of_core = GROUPS.not_met("no_group_of_core", "of the group {group}, which is none of WHP Core's three")

GUIDANCE = "chapter 2 of the WHP provider guidance (eligibility) is not among the documents; it would say"
eligibility_elsewhere = GROUPS.undetermined("eligibility_elsewhere", f"{GUIDANCE} who may be referred")()
suitability_elsewhere = GROUPS.undetermined("suitability_elsewhere", f"{GUIDANCE} whom the programme suits")()
re_referral_elsewhere = GROUPS.undetermined("re_referral_elsewhere", f"{GUIDANCE} who may be referred again")()

ELIGIBILITY: Question[Situation] = Question(GROUPS, AllOf(), elsewhere=eligibility_elsewhere)
SUITABILITY: Question[Situation] = Question(GROUPS, AllOf(), elsewhere=suitability_elsewhere)
RE_REFERRAL: Question[Situation] = Question(GROUPS, AllOf(), elsewhere=re_referral_elsewhere)

VOLUNTARY, MANDATORY = "voluntary", "mandatory"
BASIS_OF_GROUP: dict[str, Reason] = {
    CustomerGroup.DISABILITY: voluntary_group,
    CustomerGroup.EARLY_ACCESS: voluntary_group,
    CustomerGroup.LONG_TERM_UNEMPLOYED: mandatory_group,
}
CALLED = {Basis.VOLUNTARY: VOLUNTARY, Basis.MANDATED: MANDATORY}


def basis_findings(s: Situation) -> Sequence[Finding]:
    """On which basis a referred or started person takes part."""
    referred = [referral.on for referral in s.of(Referral)]
    days: Days = referred or s[start_days]
    return (_basis(s, days[0]),) if days else ()


def _basis(s: Situation, on: date) -> Finding:
    group = s.participant.customer_group
    if group is None:
        return GROUPS.unknown("customer_group")
    reason = BASIS_OF_GROUP.get(group)
    if reason is None:
        return no_group_of_core(None, group=group)
    told = spells_on(s.participant.participation_basis, on)
    if told:
        basis = CALLED[told[0].basis]
        return own_basis(basis, group=group, basis=basis)
    return reason(VOLUNTARY if reason is voluntary_group else MANDATORY, group=group)
