"""The five customer service standards of IPES (4.35) and the targets they state."""

from collections.abc import Sequence
from decimal import Decimal

from dwp_rules.facts.situation import Situation
from dwp_rules.programmes.ipes.conferences import handback_arranged
from dwp_rules.programmes.ipes.counting import WORKING_DAYS
from dwp_rules.programmes.ipes.documents import handback_required
from dwp_rules.programmes.ipes.sources import SPEC
from dwp_rules.programmes.ipes.timeline import ended
from dwp_rules.rules import Finding, Rule
from dwp_rules.standards import Standard, judged_on

__all__ = ["STANDARDS", "handback"]

ACKNOWLEDGED = Rule(
    "IPES-CSS-01",
    "CSS 1: 100% of referrals accepted or rejected in 2 working days",
    SPEC.paragraphs("4.35", "2.16"),
    note="One whose time has not run out is not counted yet; one never acknowledged fails.",
    counts_by=WORKING_DAYS,
)
MET_AND_RECORDED = Rule(
    "IPES-CSS-02",
    "CSS 2: 95% met and recorded in 15 working days",
    SPEC.paragraphs("4.35", "2.19", "2.23"),
    note="Both limbs; 2.23 supplies the recording that the garbled sentence leaves out. Of one who did not attend the "
    "recording alone is judged.",
    counts_by=WORKING_DAYS,
)
PLANNED = Rule(
    "IPES-CSS-03",
    "CSS 3: 97% with a signed plan on the day, developed in 20 working days",
    SPEC.paragraphs("4.35", "2.22"),
    note="Both limbs; of those who start.",
    counts_by=WORKING_DAYS,
)
HANDED_BACK = Rule(
    "IPES-CSS-04",
    "CSS 4: warm handback arranged for 100% where required",
    SPEC.paragraphs("4.35", "2.43"),
    note="Arranged and facilitated; for those not in work after 456 days.",
)
REPORTED = Rule(
    "IPES-CSS-05",
    "CSS 5: progress report and exit activity plan for 100% within 10 working days",
    SPEC.paragraphs("4.35", "2.48", "2.50"),
    note="Whichever of the two is required.",
    counts_by=WORKING_DAYS,
)

arranged = HANDED_BACK.met("arranged", "the warm handback was arranged")(True)
not_arranged = HANDED_BACK.not_met("not_arranged", "no warm handback was arranged, though it was required")(False)


def handback(s: Situation) -> Sequence[Finding]:
    """Whether a warm handback that was required was arranged."""
    if not s[handback_required]:
        return ()
    return (arranged if s[handback_arranged] else not_arranged,)


STANDARDS = (
    Standard("CSS1", ACKNOWLEDGED, ("IPES-REF-04",)),
    Standard("CSS2", MET_AND_RECORDED, ("IPES-START-01", "IPES-START-06"), target=Decimal(95)),
    Standard("CSS3", PLANNED, ("IPES-PLAN-01", "IPES-PLAN-02"), target=Decimal(97)),
    Standard("CSS4", HANDED_BACK, judged_by=judged_on(ended, handback)),
    Standard("CSS5", REPORTED, ("IPES-DOC-03", "IPES-DOC-06")),
)
