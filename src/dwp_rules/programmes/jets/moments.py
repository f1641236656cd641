"""Days from which WHP JETS alone counts, and days on which what only its specification asks for was done."""

from collections.abc import Sequence
from datetime import date

from dwp_rules.calendar import working_days
from dwp_rules.facts import Document, DocumentIssued, DocumentStep, Party
from dwp_rules.facts.base import Row
from dwp_rules.facts.moments import document_stepped, is_employment, issued_to, updates_by_document
from dwp_rules.facts.situation import Days, Doubtful, Situation, Unknown
from dwp_rules.programmes.chapter_16.life import out_of_work
from dwp_rules.programmes.chapter_16.moments import ESF_FORMS, ESF_TEAM, last_day_known
from dwp_rules.programmes.jets.provision import journey, on_provision

SIGNED = DocumentStep.SIGNED
PARTICIPANT, PROVIDER, ADMIN_TEAM = Party.PARTICIPANT, Party.PROVIDER, Party.ESF_ADMIN_TEAM
FORM_CHECKERS = frozenset({Party.ESF_ADMIN_TEAM, Party.DWP})
BACK_TO_PROVIDER = frozenset({Party.PROVIDER})
FORM_CHECK_PERIOD = working_days(20)

pre_work_days = out_of_work(journey, on_provision, work=is_employment)
"""The days on provision out of employment: the duty to meet is suspended while a job lasts (2.3)."""

plan_finalised = document_stepped(Document.ACTION_PLAN, DocumentStep.FINALISED)
plan_agreed = document_stepped(Document.ACTION_PLAN, DocumentStep.AGREED)


def plan_in_place(s: Situation) -> Days | Unknown:
    """The action plan finalised and, where agreeing it was recorded too, agreed: the later of the two."""
    finalised, agreed = plan_finalised(s), plan_agreed(s)
    if isinstance(finalised, Unknown) or isinstance(agreed, Unknown) or not finalised or not agreed:
        return finalised
    return (max(finalised[0], agreed[0]),)


def initial_form_signed(s: Situation) -> Days:
    """The day on which the participant signed the initial form, or on which it was annotated instead."""
    signed = [
        d["on"]
        for d in s[updates_by_document].get(Document.ESF_INITIAL_FORM, ())
        if d["step"] is SIGNED and (d["signed_by"] is None or PARTICIPANT in d["signed_by"])
    ]
    return signed[:1]


def esf_forms(s: Situation) -> Sequence[Row]:
    """What is told of the ESF forms that went to and fro, in order."""
    return [d for d in s.rows(DocumentIssued) if d["document"] in ESF_FORMS]


def form_returned(s: Situation) -> Days | Unknown:
    """Forms that DWP returned to the provider."""
    return issued_to([form for form in s[esf_forms] if form["by"] in FORM_CHECKERS], BACK_TO_PROVIDER)


def form_under_check(s: Situation) -> Days | Unknown:
    """The receipt by DWP of a form that was returned, or may still be; one kept beyond the time was accurate."""
    forms = s[esf_forms]
    if not forms:
        return ()
    to_be_checked = [f for f in forms if f["to"] in ESF_TEAM and f["by"] is not ADMIN_TEAM]
    to_be_checked += [f for f in forms if f["to"] is None and f["by"] not in FORM_CHECKERS]
    received = sorted([(f["received_on"] or f["on"], f["to"] is None) for f in to_be_checked])
    returned = s[form_returned]
    back = returned.possible if isinstance(returned, Doubtful) else () if isinstance(returned, Unknown) else returned
    last_return = back[-1] if back else date.min
    open_yet = [one for one in received if one[0] <= s.as_of and (last_return >= one[0] or _may_be_returned(s, one[0]))]
    if any(untold for _on, untold in open_yet):
        return Unknown("document_issued.to")
    return [on for on, _untold in open_yet]


def _may_be_returned(s: Situation, received: date) -> bool:
    last = last_day_known(FORM_CHECK_PERIOD, received, s)
    return last is None or s.as_of <= last
